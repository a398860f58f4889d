/* cor-stations-table.c: what happens at the stations as a table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-stations-table.h"

#include "cor-csv.h"

static void
add_row (GString *csv, const CorStation *station, const CorStationResult *result)
{
  cor_csv_text (csv, station->item.id);
  cor_csv_text (csv, cor_enum_nick (cor_station_kind_values, station->station_kind));
  cor_csv_number (csv, result->visits_per_day);
  cor_csv_number (csv, result->energy_kwh_per_day);
  cor_csv_number (csv, result->mean_wait_min);
  cor_csv_number (csv, result->p95_wait_min);
  cor_csv_number (csv, result->peak_kw);
  cor_csv_number (csv, result->utilisation);
  cor_csv_number (csv, result->breakeven_fee_yuan_per_kwh);
  cor_csv_number (csv, result->swaps_per_day);
  cor_csv_number (csv, result->lowest_stock);
  cor_csv_number (csv, result->detour_km_per_day);
  cor_csv_number (csv, result->energy_kwh_per_year);
  cor_csv_number (csv, result->capital_yuan);
  cor_csv_number (csv, result->running_yuan_per_year);
  cor_csv_number (csv, result->demand_yuan_per_year);
  cor_csv_number (csv, result->fee_yuan_per_kwh);
  cor_csv_number (csv, result->return_rate);
  cor_csv_end_row (csv);
}

GString *
cor_stations_table_csv (const CorResults *results)
{
  GString *csv = g_string_new (NULL);
  guint n;
  const CorItem *const *items = cor_scenario_items (results->scenario, COR_ITEM_STATION, &n);

  cor_csv_row (csv, "station", "kind", "visits_per_day", "energy_kwh_per_day", "mean_wait_min", "p95_wait_min",
               "peak_kw", "utilisation", "breakeven_fee_yuan_per_kwh", "swaps_per_day", "lowest_stock", "detour_km_per_day",
               "energy_kwh_per_year", "capital_yuan", "running_yuan_per_year", "demand_yuan_per_year",
               "fee_yuan_per_kwh", "return_rate", NULL);
  for (guint i = 0; i < n && results->stations != NULL; i++)
    {
      const CorStation *station = (const CorStation *) items[i];

      if (station->station_kind != COR_STATION_HYDROGEN
          && (station->status == COR_STATION_EXISTING || station->status == COR_STATION_PLANNED))
        add_row (csv, station, &results->stations[i]);
    }
  return csv;
}
