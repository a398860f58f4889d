/* cor-region-rows.c: emissions by duty, route, truck, station or in all, as a table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-region-private.h"

#include "cor-emission-rows.h"
#include "cor-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The columns after the name; the first and the last are of words. The essential ones fit a laptop. */
static const CorColumn columns[] = {
  { "fleet", N_ ("Trucks that count"), N_ ("Trucks"), TRUE },
  { "trucks", N_ ("Trucks"), N_ ("Trucks"), TRUE },
  { "wtw_tco2e_per_year", N_ ("t CO₂e a year"), N_ ("CO₂e"), TRUE },
  { "wtt_tco2e_per_year", N_ ("well to tank, t"), N_ ("CO₂e"), TRUE },
  { "ttw_tco2e_per_year", N_ ("tank to wheel, t"), N_ ("CO₂e"), TRUE },
  { "detour_tco2e_per_year", N_ ("detours, t"), N_ ("CO₂e"), FALSE },
  { "making_tco2e_per_year", N_ ("making, t CO₂e"), N_ ("CO₂e"), FALSE },
  { "wtw_kgco2e_per_trip", N_ ("kg a trip"), N_ ("Intensity"), TRUE },
  { "wtw_kgco2e_per_km", N_ ("kg a km"), N_ ("Intensity"), TRUE },
  { "wtw_gco2e_per_tkm", N_ ("g a tkm"), N_ ("Intensity"), TRUE },
  { "nox_kg_per_year", N_ ("NOx, kg"), N_ ("In the air"), TRUE },
  { "pm_kg_per_year", N_ ("PM, kg"), N_ ("In the air"), TRUE },
  { "factor", N_ ("Factor"), N_ ("Factor"), FALSE },
};

void
cor_region_init_rows (CorRegionWindow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (const CorEnumValue *value = cor_emission_by_values; value->nick != NULL; value++)
    gtk_string_list_append (names, _ (value->name));
  gtk_drop_down_set_model (self->by, G_LIST_MODEL (names));
  self->rows = COR_DATA_TABLE (cor_data_table_new (_ ("Emissions")));
  cor_data_table_add_column (self->rows, _ ("Name"), "name", FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    cor_data_table_add_column (self->rows, _ (columns[i].title), columns[i].key, i > 0 && i + 1 < G_N_ELEMENTS (columns));
  cor_column_menu_set_table (self->columns, self->rows, columns, G_N_ELEMENTS (columns));
  adw_bin_set_child (self->rows_bin, GTK_WIDGET (self->rows));
}

static void
number (CorDataTable *table, double value, int decimals)
{
  cor_data_table_number (table, value, cor_format_number (value, decimals));
}

/* A duty without a name is called after its route. */
static char *
row_name (const CorResults *results, const CorEmissionRow *row)
{
  gboolean zh = cor_format_is_chinese (NULL);

  if (row->item != NULL && row->item->kind == COR_ITEM_DUTY && row->item->name == NULL)
    {
      const CorItem *route = cor_scenario_find (results->scenario, COR_ITEM_ROUTE, ((const CorDuty *) row->item)->route);

      if (route != NULL)
        return g_strdup (cor_item_label (route, zh));
    }
  return cor_emission_row_label (row, zh);
}

/* The figures of a row from left to right, with their decimals. */
static void
add_figures (CorDataTable *table, const CorResults *results, const CorEmissionRow *row, CorTraceKey key)
{
  const CorEmission *e = &row->emission;
  const struct
  {
    double value;
    int decimals;
    CorTraceQuantity quantity;
  } cells[] = { { row->trucks, 0, COR_TRACE_ROW_TRUCKS },          { e->wtw_kg / 1000, 1, COR_TRACE_ROW_WTW },
                { e->wtt_kg / 1000, 1, COR_TRACE_ROW_WTT },         { e->ttw_kg / 1000, 1, COR_TRACE_ROW_TTW },
                { row->detour_kg / 1000, 1, COR_TRACE_ROW_DETOUR }, { row->making_kg / 1000, 1, COR_TRACE_ROW_MAKING },
                { e->wtw_kg / row->trips, 1, COR_TRACE_ROW_A_TRIP }, { e->wtw_kg / row->km, 3, COR_TRACE_ROW_A_KM },
                { e->wtw_kg * 1000 / row->tkm, 1, COR_TRACE_ROW_A_TKM }, { row->nox_kg, 0, COR_TRACE_ROW_NOX },
                { row->pm_kg, 1, COR_TRACE_ROW_PM } };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      number (table, cells[i].value, cells[i].decimals);
      key.quantity = cells[i].quantity;
      if (!isnan (cells[i].value))
        cor_data_table_explain (table, results, key);
    }
}

static void
add_row (CorDataTable *table, const CorResults *results, const CorEmissionRow *row, CorTraceKey key)
{
  guint index = key.index;
  g_autofree char *id = g_strdup_printf ("%u", index);

  cor_data_table_row (table, id);
  cor_data_table_text (table, row_name (results, row));
  cor_data_table_text (table, g_strdup (row->reference        ? _ ("Diesel instead")
                                        : row->powertrain < 0 ? _ ("As in the scenario")
                                                              : cor_enum_name (cor_powertrain_values, row->powertrain)));
  add_figures (table, results, row, key);
  cor_data_table_text (table, row->factor ? cor_factor_label (row->factor, results->first_year + (int) results->year, cor_format_is_chinese (NULL))
                                          : g_strdup (_ ("several")));
}

void
cor_region_fill_rows (CorRegionWindow *self, const CorResults *results)
{
  guint by = gtk_drop_down_get_selected (self->by);
  g_autoptr (GArray) rows = NULL;
  CorFactorChoice choice;

  cor_factor_choice_init (results, &choice);
  rows = cor_emission_rows (results, &choice, MIN (by, COR_EMISSION_BY_SCENARIO));
  for (guint i = 0; i < rows->len; i++)
    add_row (self->rows, results, &g_array_index (rows, CorEmissionRow, i), (CorTraceKey){ .by = MIN (by, COR_EMISSION_BY_SCENARIO), .index = i });
  cor_data_table_show (self->rows);
}
