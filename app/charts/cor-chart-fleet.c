/* cor-chart-fleet.c: what trucks cost by part and emit by stage, and what stations draw, as charts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-chart-cards.h"
#include "cor-chart-results-private.h"
#include "cor-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A stage of the row of emissions of the scenario, that of the trucks that count or of diesel. */
static void
add_stage (CorChart *chart, CorChartSeries *series, const char *label, CorRole role, double kg, const CorResults *results, CorTraceQuantity quantity)
{
  gboolean diesel = g_strcmp0 (series->id, "diesel") == 0;

  if (kg > 0)
    cor_chart_point_explain_sum (chart, cor_chart_series_add_part (series, label, role, kg / 1000), results,
                                 (CorTraceKey){ .quantity = quantity, .by = COR_EMISSION_BY_SCENARIO, .index = diesel ? 1 : 0 });
}

void
cor_chart_add_diesel_stages (CorChart *chart, const CorResults *results)
{
  const CorTotals *totals = &results->totals[results->year];
  CorChartSeries *diesel
      = cor_chart_add_series (chart, "diesel", _ ("Diesel fleet"), COR_ROLE_DIESEL, COR_STYLE_THIN);

  add_stage (chart, diesel, _ ("fuel supply"), COR_ROLE_DIESEL_SUPPLY, totals->diesel_wtw_kg - totals->diesel_direct_kg, results, COR_TRACE_ROW_WTT);
  add_stage (chart, diesel, _ ("tank to wheel"), COR_ROLE_DIESEL, totals->diesel_direct_kg, results, COR_TRACE_ROW_TTW);
}

void
cor_chart_add_stages (CorChart *chart, const char *id, const char *name, const CorResults *results, CorSeriesStyle style)
{
  const CorTotals *totals = &results->totals[results->year];
  CorChartSeries *series = cor_chart_add_series (chart, id, name, COR_ROLE_ELECTRIC, style);

  add_stage (chart, series, _ ("energy supply"), COR_ROLE_ELECTRIC, totals->wtw_kg - totals->direct_kg - totals->detour_kg, results,
             COR_TRACE_ROW_SUPPLY);
  add_stage (chart, series, _ ("tank to wheel"), COR_ROLE_DIESEL, totals->direct_kg, results, COR_TRACE_ROW_TTW);
  add_stage (chart, series, _ ("detours"), COR_ROLE_SWAP, totals->detour_kg, results, COR_TRACE_ROW_DETOUR);
}

CorChart *
cor_chart_from_stages (const CorResults *results)
{
  CorChart *chart = cor_chart_new (COR_CHART_STAGES, _ ("Well to wheel by stage"), _ ("t CO₂e a year"));
  const CorTotals *totals = &results->totals[results->year];

  chart->empty = g_strdup (cor_chart_empty_text (results));
  if (!(totals->trucks > 0))
    return chart;
  cor_chart_add_diesel_stages (chart, results);
  cor_chart_add_stages (chart, "electric", _ ("Zero-emission fleet"), results, COR_STYLE_STRONG);
  return chart;
}

static const CorRole group_roles[COR_N_TCO_GROUPS] = {
  [COR_TCO_GROUP_TRUCK] = COR_ROLE_TRUCK,         [COR_TCO_GROUP_ENERGY] = COR_ROLE_ENERGY,
  [COR_TCO_GROUP_TOLLS] = COR_ROLE_TOLLS,         [COR_TCO_GROUP_UPKEEP] = COR_ROLE_UPKEEP,
  [COR_TCO_GROUP_INSURANCE] = COR_ROLE_INSURANCE, [COR_TCO_GROUP_TIME] = COR_ROLE_TIME,
  [COR_TCO_GROUP_POLICY] = COR_ROLE_POLICY,
};

CorRole
cor_chart_group_role (CorTcoGroup group)
{
  g_return_val_if_fail (group < COR_N_TCO_GROUPS, COR_ROLE_TEXT);
  return group_roles[group];
}

void
cor_chart_add_parts (CorChart *chart, const char *id, const char *name, const double *parts, double trucks, const CorResults *results, CorTraceKey key)
{
  CorChartSeries *series = cor_chart_add_series (
      chart, id, name, g_str_equal (id, "diesel") ? COR_ROLE_DIESEL : COR_ROLE_ACCENT,
      COR_STYLE_THIN);
  double groups[COR_N_TCO_GROUPS] = { 0 };

  for (guint i = 0; i < COR_N_TCO_PARTS; i++)
    groups[cor_tco_part_info (i)->group] += parts[i] / trucks;
  for (guint i = 0; i < COR_N_TCO_GROUPS; i++)
    {
      CorChartPoint *point = cor_chart_series_add_part (series, cor_tco_group_name (i), group_roles[i], groups[i]);

      key.part = cor_trace_group_part (i);
      if (key.quantity == COR_TRACE_FLEET_GROUP)
        cor_chart_point_explain_sum (chart, point, results, key);
      else
        cor_chart_point_explain (chart, point, results, key);
    }
}

CorChart *
cor_chart_from_parts (const CorResults *results, const char *duty_id)
{
  const CorTotals *totals = &results->totals[results->year];
  const CorDutyResult *duty = duty_id != NULL ? cor_results_duty (results, duty_id) : NULL;
  const CorAlternative *shown = duty != NULL ? cor_duty_result_shown (duty) : NULL;
  gboolean one = shown != NULL && duty->diesel != NULL && shown->outcomes[results->year].feasible;
  int year = results->first_year + (int) results->year;
  g_autofree char *title = one && results->n_duties > 1
                             /* Translators: the name of a duty, and a model year. */
                             ? g_strdup_printf (_ ("Cost parts of %s, %d"),
                                                cor_item_label (&duty->duty->item, cor_format_is_chinese (NULL)), year)
                             : g_strdup_printf (_ ("Cost parts, %d"), year);
  CorChart *chart = cor_chart_new (COR_CHART_PARTS, title, _ ("{money} a truck"));

  chart->empty = g_strdup (cor_chart_empty_text (results));
  if (one)
    {
      CorTraceKey key = cor_chart_shown_key (results, duty, COR_TRACE_TRUCK_GROUP), diesel = key;

      diesel.truck = -1;
      cor_chart_add_parts (chart, "diesel", _ ("diesel"), duty->diesel->outcomes[results->year].part_yuan, 1, results, diesel);
      cor_chart_add_parts (chart, "electric", _ ("electric"), shown->outcomes[results->year].part_yuan, 1, results, key);
    }
  else if (totals->trucks > 0)
    {
      cor_chart_add_parts (chart, "diesel", _ ("diesel"), totals->diesel_part_yuan, totals->trucks, results,
                           (CorTraceKey){ .quantity = COR_TRACE_FLEET_GROUP, .truck = -1 });
      cor_chart_add_parts (chart, "electric", _ ("electric"), totals->part_yuan, totals->trucks, results,
                           (CorTraceKey){ .quantity = COR_TRACE_FLEET_GROUP });
    }
  return chart;
}

CorChart *
cor_chart_from_station (const CorResults *results, int station)
{
  CorChart *chart = cor_chart_new (COR_CHART_DAY, _ ("Mean power by the hour"), _ ("kW"));
  const CorStationResult *result
      = station >= 0 && results->stations != NULL && (guint) station < results->n_stations ? &results->stations[station] : NULL;
  CorChartSeries *series;

  chart->y.quantity = COR_QUANTITY_POWER;
  chart->empty = g_strdup (_ ("Nobody comes to this station"));
  if (result == NULL || !(result->visits_per_day > 0))
    return chart;
  series = cor_chart_add_series (chart, NULL, NULL, COR_ROLE_ELECTRIC, COR_STYLE_THIN);
  for (guint hour = 0; hour < 24; hour++)
    {
      guint slots = COR_STATION_SLOTS / 24;
      double kw = 0;

      for (guint slot = 0; slot < slots; slot++)
        kw += result->power_kw[hour * slots + slot] / slots;
      cor_chart_point_explain (chart, cor_chart_series_add (series, hour, kw), results,
                               (CorTraceKey){ .quantity = COR_TRACE_STATION_POWER, .index = (guint) station, .place = hour });
    }
  if (isfinite (result->peak_kw))
    {
      g_autofree char *kw = cor_format_quantity (COR_QUANTITY_POWER, result->peak_kw, NULL);
      /* Translators: the highest power of a quarter of an hour. */
      g_autofree char *label = g_strdup_printf (_ ("peak %s"), kw);

      cor_chart_mark_explain (chart, cor_chart_add_mark (chart, COR_MARK_LIMIT, NAN, result->peak_kw, COR_ROLE_TEXT, label), results,
                              (CorTraceKey){ .quantity = COR_TRACE_STATION_PEAK, .index = (guint) station });
    }
  return chart;
}
