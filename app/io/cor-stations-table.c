/* cor-stations-table.c: what happens at the stations as a table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-stations-table.h"

#include "cor-barred.h"
#include "cor-csv.h"

#include <string.h>

/* Adds a duty to "duty, duty: reason; duty: reason". */
static void
add_barred (GString **text, const char *duty, const char *why)
{
  g_autofree char *reason = g_strconcat (": ", why, NULL);
  const char *known = *text != NULL ? strstr ((*text)->str, reason) : NULL;

  if (*text == NULL)
    *text = g_string_new (NULL);
  if (known != NULL)
    {
      gssize at = known - (*text)->str;

      g_string_insert (*text, at, duty);
      g_string_insert (*text, at, ", ");
      return;
    }
  g_string_append_printf (*text, "%s%s%s", (*text)->len > 0 ? "; " : "", duty, reason);
}

static void
free_text (gpointer text)
{
  if (text != NULL)
    g_string_free (text, TRUE);
}

/* Which duties' trucks each station keeps out, and why: #GString or %NULL by station. */
static GPtrArray *
barred_texts (const CorResults *results, guint n_stations)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (free_text);

  g_ptr_array_set_size (texts, (int) n_stations);
  for (guint d = 0; d < results->n_duties; d++)
    {
      const CorDutyResult *duty = &results->duties[d];
      g_autoptr (GArray) found = cor_barred_find (results, duty);

      for (guint i = 0; i < found->len; i++)
        {
          const CorBarred *barred = &g_array_index (found, CorBarred, i);
          g_autofree char *why = cor_barred_text (results, duty, barred);

          add_barred ((GString **) &g_ptr_array_index (texts, barred->station), duty->duty->item.id, why);
        }
    }
  return texts;
}

static void
add_row (GString *csv, const CorStation *station, const CorStationResult *result, const GString *barred)
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
  cor_csv_number (csv, result->lost_yuan_per_year);
  cor_csv_number (csv, result->fee_yuan_per_kwh);
  cor_csv_number (csv, result->return_rate);
  cor_csv_text (csv, barred != NULL ? barred->str : NULL);
  cor_csv_text (csv, station->tariff);
  cor_csv_end_row (csv);
}

GString *
cor_stations_table_csv (const CorResults *results)
{
  GString *csv = g_string_new (NULL);
  guint n;
  const CorItem *const *items = cor_scenario_items (results->scenario, COR_ITEM_STATION, &n);
  g_autoptr (GPtrArray) barred = barred_texts (results, n);

  cor_csv_row (csv, "station", "kind", "visits_per_day", "energy_kwh_per_day", "mean_wait_min", "p95_wait_min",
               "peak_kw", "utilisation", "breakeven_fee_yuan_per_kwh", "swaps_per_day", "lowest_stock", "detour_km_per_day",
               "energy_kwh_per_year", "capital_yuan", "running_yuan_per_year", "demand_yuan_per_year", "lost_yuan_per_year",
               "fee_yuan_per_kwh", "return_rate", "barred", "tariff", NULL);
  for (guint i = 0; i < n && results->stations != NULL; i++)
    {
      const CorStation *station = (const CorStation *) items[i];

      if (station->station_kind != COR_STATION_HYDROGEN
          && (station->status == COR_STATION_EXISTING || station->status == COR_STATION_PLANNED))
        add_row (csv, station, &results->stations[i], g_ptr_array_index (barred, i));
    }
  return csv;
}
