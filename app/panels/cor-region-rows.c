/* cor-region-rows.c: emissions by duty, route, truck, station or in all, as a table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-region-private.h"

#include "cor-emission-rows.h"
#include "cor-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

void
cor_region_init_rows (CorRegionWindow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  static const struct
  {
    const char *title, *key;
  } columns[] = {
    { N_ ("Trucks"), "trucks" },         { N_ ("t CO₂e a year"), "wtw_tco2e_per_year" }, { N_ ("well to tank, t"), "wtt_tco2e_per_year" },
    { N_ ("tank to wheel, t"), "ttw_tco2e_per_year" }, { N_ ("detours, t"), "detour_tco2e_per_year" },
    { N_ ("kg a trip"), "wtw_kgco2e_per_trip" }, { N_ ("kg a km"), "wtw_kgco2e_per_km" }, { N_ ("g a tkm"), "wtw_gco2e_per_tkm" },
    { N_ ("NOx, kg"), "nox_kg_per_year" }, { N_ ("PM, kg"), "pm_kg_per_year" }, { N_ ("making, t CO₂e"), "making_tco2e_per_year" },
  };

  for (const CorEnumValue *value = cor_emission_by_values; value->nick != NULL; value++)
    gtk_string_list_append (names, _ (value->name));
  gtk_drop_down_set_model (self->by, G_LIST_MODEL (names));
  self->rows = COR_DATA_TABLE (cor_data_table_new (_ ("Emissions")));
  cor_data_table_add_column (self->rows, _ ("Name"), "name", FALSE);
  cor_data_table_add_column (self->rows, _ ("Trucks that count"), "fleet", FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    cor_data_table_add_column (self->rows, _ (columns[i].title), columns[i].key, TRUE);
  cor_data_table_add_column (self->rows, _ ("Factor"), "factor", FALSE);
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
                { row->detour_kg / 1000, 1, COR_TRACE_ROW_DETOUR }, { e->wtw_kg / row->trips, 1, COR_TRACE_ROW_A_TRIP },
                { e->wtw_kg / row->km, 3, COR_TRACE_ROW_A_KM },     { e->wtw_kg * 1000 / row->tkm, 1, COR_TRACE_ROW_A_TKM },
                { row->nox_kg, 0, COR_TRACE_ROW_NOX },              { row->pm_kg, 1, COR_TRACE_ROW_PM },
                { row->making_kg / 1000, 1, COR_TRACE_ROW_MAKING } };

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
