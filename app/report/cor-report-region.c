/* cor-report-region.c: emissions by city, and the machines at the corridor's sites.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-report-parts.h"

#include "cor-attribution.h"
#include "cor-format.h"
#include "cor-report-table.h"
#include "cor-yard.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static char *
share (double value)
{
  return isnan (value) ? NULL : cor_format_percent (value, value < 0.01 ? 3 : -1, NULL);
}

static void
add_city (const CorFacts *facts, CorTable *table, const CorCityRow *row)
{
  if (!(row->operating.km > 0 || row->registration.km > 0))
    return;
  cor_table_add (table, g_strdup (facts->zh ? row->name_zh : row->name), cor_format_number (row->operating.km, 0),
                 cor_format_number (row->operating.diesel_wtw_t, 1), cor_format_number (row->registration.diesel_wtw_t, 1),
                 cor_format_number (row->operating.wtw_t, 1), cor_format_number (row->operating.diesel_wtw_t - row->operating.wtw_t, 1),
                 share (cor_city_row_share (row)), share (cor_city_row_saved_share (row)));
}

static void
cities (CorSheet *sheet, const CorFacts *facts)
{
  const CorColumn columns[] = {
    { _ ("City"), 22, FALSE },         { _ ("km a year"), 12, TRUE },  { _ ("driven in, t"), 12, TRUE },          { _ ("registered in, t"), 13, TRUE },
    { _ ("as planned, t"), 12, TRUE }, { _ ("saved, t"), 11, TRUE },   { _ ("share of the city's trucks"), 14, TRUE }, { _ ("saved of these"), 13, TRUE },
  };
  g_autoptr (CorCities) areas = cor_cities_load_default (NULL);
  g_autoptr (CorAttribution) by_city = areas != NULL ? cor_attribution_new (facts->results, areas) : NULL;
  CorTable *table;

  if (by_city == NULL || !(by_city->total.km > 0))
    return;
  table = cor_table_new (sheet, columns, G_N_ELEMENTS (columns), FALSE);
  cor_table_set_title (table, _ ("By city"));
  for (guint i = 0; i < by_city->n_rows; i++)
    add_city (facts, table, &by_city->rows[i]);
  cor_table_add_total (table, g_strdup (_ ("All")), cor_format_number (by_city->total.km, 0),
                       cor_format_number (by_city->total.diesel_wtw_t, 1), cor_format_number (by_city->total.diesel_wtw_t, 1),
                       cor_format_number (by_city->total.wtw_t, 1),
                       cor_format_number (by_city->total.diesel_wtw_t - by_city->total.wtw_t, 1), NULL, NULL);
  cor_table_draw (table);
  cor_sheet_text (sheet, COR_INK_CAPTION,
                  _ ("t CO₂e a year, well to wheel, by the factors above; driven and registered: diesel trucks. Shares are tank to wheel of the "
                     "city's heavy trucks (truck freight report 2018–2023). Areas of the program's own reading, no administrative "
                     "boundaries."));
}

static void
add_site (const CorFacts *facts, CorTable *table, const CorItem *site)
{
  CorFactorChoice choice;
  g_autoptr (CorYard) yard = NULL;

  cor_factor_choice_init (facts->results, &choice);
  yard = cor_yard_new (facts->results, site->id, &choice);
  if (yard->n_lines == 0)
    return;
  cor_table_add (table, g_strdup (cor_item_label (site, facts->zh)), cor_format_number (yard->machines, 0),
                 cor_format_number (yard->total.kwh_per_day, 0), cor_format_number (yard->total.chargers, 0),
                 cor_format_money (yard->total.charger_yuan + yard->total.cabling_yuan, NULL),
                 cor_format_number (yard->peak_kw - yard->trucks_peak_kw, 0), cor_format_number (yard->peak_kw, 0),
                 cor_format_money (yard->total.diesel_yuan - yard->total.electricity_yuan, NULL),
                 cor_format_number (yard->total.diesel_t - yard->total.electric_t, 1));
}

static void
machines (CorSheet *sheet, const CorFacts *facts)
{
  const CorColumn columns[] = {
    { _ ("Site"), 24, FALSE },              { _ ("Machines"), 9, TRUE },   { _ ("kWh a day"), 11, TRUE },
    { _ ("chargers"), 9, TRUE },            { _ ("chargers and cables"), 14, TRUE }, { _ ("added peak, kW"), 10, TRUE },
    { _ ("site's peak, kW"), 11, TRUE },    { _ ("energy saved a year"), 14, TRUE }, { _ ("avoided, t CO₂e"), 11, TRUE },
  };
  guint n, n_machines;
  const CorItem *const *sites = cor_scenario_items (facts->results->scenario, COR_ITEM_SITE, &n);
  CorTable *table;

  cor_scenario_items (facts->results->scenario, COR_ITEM_MACHINE, &n_machines);
  if (n_machines == 0)
    return;
  table = cor_table_new (sheet, columns, G_N_ELEMENTS (columns), FALSE);
  cor_table_set_title (table, _ ("Machines of the sites"));
  for (guint i = 0; i < n; i++)
    add_site (facts, table, sites[i]);
  cor_table_draw (table);
  cor_sheet_text (sheet, COR_INK_CAPTION,
                  _ ("Energy after Nankai University and CATARC 2023; the peak is that of machines and trucks charging together."));
}

void
cor_report_region (CorSheet *sheet, const CorFacts *facts)
{
  cities (sheet, facts);
  machines (sheet, facts);
}
