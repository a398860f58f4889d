/* cor-chart-results.c: the charts that results of a scenario become.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-chart-cards.h"
#include "cor-chart-results-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

double
cor_totals_gap_per_truck (const CorTotals *totals)
{
  return totals->trucks > 0 ? (totals->tco_yuan - totals->diesel_tco_yuan) / totals->trucks : NAN;
}

void
cor_chart_add_totals (CorChart *chart, CorChartSeries *series, const CorResults *results)
{
  for (guint i = 0; i < results->n_years; i++)
    cor_chart_point_explain (
        chart, cor_chart_series_add (series, results->totals[i].model_year, cor_totals_gap_per_truck (&results->totals[i])), results,
        (CorTraceKey){ .quantity = COR_TRACE_GAP_TRUCK, .model_year = results->totals[i].model_year });
}

CorTraceKey
cor_chart_shown_key (const CorResults *results, const CorDutyResult *duty, CorTraceQuantity quantity)
{
  CorTraceKey key = { .quantity = quantity, .duty = (guint)(duty - results->duties), .truck = -1 };

  for (guint i = 0; i < duty->n_alternatives; i++)
    if (duty->alternatives[i] == cor_duty_result_shown (duty))
      key.truck = (int)i;
  return key;
}

static void
add_totals_line (CorChart *chart, const CorResults *results, const char *name, gboolean baseline)
{
  CorChartSeries *series
      = cor_chart_add_series (chart, NULL, name, baseline ? COR_ROLE_BASELINE : COR_ROLE_ACCENT,
                              baseline ? COR_STYLE_BASELINE : COR_STYLE_STRONG);

  cor_chart_add_totals (chart, series, results);
}

static void
add_duty_line (CorChart *chart, const CorResults *results, const CorDutyResult *duty, gboolean zh)
{
  const CorAlternative *shown = cor_duty_result_shown (duty);
  CorTraceKey key = cor_chart_shown_key (results, duty, COR_TRACE_TRUCK_GAP);
  CorChartSeries *series;

  if (shown == NULL || duty->diesel == NULL || results->n_duties < 2)
    return;
  series = cor_chart_add_series (chart, duty->duty->item.id, cor_item_label (&duty->duty->item, zh),
                                 COR_ROLE_ELECTRIC, COR_STYLE_THIN);
  for (guint i = 0; i < results->n_years; i++)
    {
      key.model_year = results->first_year + (int)i;
      cor_chart_point_explain (chart,
                               cor_chart_series_add (series, key.model_year,
                                                     shown->outcomes[i].feasible
                                                         ? shown->outcomes[i].tco_yuan - duty->diesel->outcomes[i].tco_yuan
                                                         : NAN),
                               results, key);
    }
}

static gboolean
same_gap (const CorResults *a, const CorResults *b)
{
  if (a->n_years != b->n_years || a->first_year != b->first_year)
    return FALSE;
  for (guint i = 0; i < a->n_years; i++)
    if (!(fabs (cor_totals_gap_per_truck (&a->totals[i]) - cor_totals_gap_per_truck (&b->totals[i])) < 1))
      return FALSE;
  return TRUE;
}

const char *
cor_chart_empty_text (const CorResults *results)
{
  return results->n_duties == 0 ? _ ("Nothing is driven yet: draw a route on the map") : _ ("No duty can be compared with diesel");
}

CorChart *
cor_chart_from_gap (const CorResults *results,
                    const CorResults *baseline,
                    const char *duty_id,
                    gboolean zh)
{
  CorChart *chart = cor_chart_new (COR_CHART_GAP, _ ("TCO gap to diesel"), _ ("{money} a truck"));
  const CorDutyResult *duty = duty_id != NULL ? cor_results_duty (results, duty_id) : NULL;

  if (baseline != NULL && !same_gap (results, baseline))
    add_totals_line (chart, baseline, _ ("baseline"), TRUE);
  if (duty != NULL)
    add_duty_line (chart, results, duty, zh);
  add_totals_line (chart, results, _ ("this scenario"), FALSE);
  chart->empty = g_strdup (cor_chart_empty_text (results));
  return chart;
}

const CorDutyResult *
cor_chart_results_duty (const CorResults *results)
{
  const CorDutyResult *best = NULL;
  double most = -1;

  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorAlternative *shown = cor_duty_result_shown (&results->duties[i]);
      double stops = shown != NULL && shown->plan != NULL ? shown->plan->stops_per_trip : -0.5;

      if (stops > most)
        {
          most = stops;
          best = &results->duties[i];
        }
    }
  return best;
}

/* The name of the place at the end of a leg: even legs go out, odd ones back. */
static const char *
leg_end (const CorResults *results, const CorDutyResult *duty, guint leg, gboolean zh)
{
  gboolean back = duty->geometry != NULL && duty->geometry->back != NULL && leg % 2 == 1;
  const char *id = back ? duty->route->origin : duty->route->destination;
  const CorItem *site = cor_scenario_find (results->scenario, COR_ITEM_SITE, id);

  return site != NULL ? cor_item_label (site, zh) : NULL;
}

static void
add_places (CorChart *chart,
            const CorResults *results,
            const CorDutyResult *duty,
            const CorPlan *plan,
            gboolean zh)
{
  const CorItem *origin = cor_scenario_find (results->scenario, COR_ITEM_SITE, duty->route->origin);

  cor_chart_add_mark (chart, COR_MARK_PLACE, 0, 0, COR_ROLE_TEXT,
                      origin != NULL ? cor_item_label (origin, zh) : NULL);
  for (guint i = 1; i <= plan->n_points; i++)
    if (i == plan->n_points || plan->points[i].leg != plan->points[i - 1].leg)
      cor_chart_add_mark (chart, COR_MARK_PLACE, plan->points[i - 1].day_m / 1000, 0, COR_ROLE_TEXT,
                          leg_end (results, duty, plan->points[i - 1].leg, zh));
}

static void
add_stops (CorChart *chart, const CorResults *results, const CorDutyResult *duty, const CorPlan *plan, gboolean zh)
{
  CorTraceKey key = cor_chart_shown_key (results, duty, COR_TRACE_STOP_KWH);
  const CorItem *const *stations;
  guint n;

  stations = cor_scenario_items (results->scenario, COR_ITEM_STATION, &n);
  for (guint i = 0; i < plan->n_stops; i++)
    {
      const CorPlanStop *stop = &plan->stops[i];
      const CorItem *station
          = stop->station >= 0 && (guint)stop->station < n ? stations[stop->station] : NULL;
      g_autofree char *label = NULL;
      CorChartMark *mark;

      if (stop->kind == COR_STOP_DEPOT)
        continue;
      label
          = station != NULL ? g_strdup (cor_item_label (station, zh)) : g_strdup (_ ("at the bay"));
      mark = cor_chart_add_mark (chart, COR_MARK_STOP, stop->day_m / 1000, stop->soc_in,
                                 stop->kind == COR_STOP_SWAP ? COR_ROLE_SWAP : COR_ROLE_ELECTRIC,
                                 label);
      mark->y2 = stop->soc_out;
      mark->id = station != NULL ? g_strdup (station->id) : NULL;
      key.index = i;
      cor_chart_mark_explain (chart, mark, results, key);
    }
}

static char *
charge_title (const CorDutyResult *duty, gboolean zh)
{
  if (duty == NULL)
    return g_strdup (_ ("Charge along the route"));
  return g_strdup_printf (_ ("Charge along %s"), cor_item_label (&duty->duty->item, zh));
}

CorChart *
cor_chart_from_charge (const CorResults *results, const char *duty_id, gboolean zh)
{
  const CorDutyResult *duty = duty_id != NULL ? cor_results_duty (results, duty_id) : NULL;
  g_autofree char *title = charge_title (duty, zh);
  CorChart *chart = cor_chart_new (COR_CHART_CHARGE, title, "%");
  const CorAlternative *shown = duty != NULL ? cor_duty_result_shown (duty) : NULL;
  const CorPlan *plan = shown != NULL ? shown->plan : NULL;
  CorParamValue reserve, lowest;
  CorTraceKey key;
  CorChartSeries *series;
  int year = results->first_year + (int)results->year;

  if (plan == NULL || !plan->feasible || plan->n_points == 0)
    {
      chart->empty = g_strdup (shown != NULL && shown->problem != NULL ? shown->problem
                              : results->n_duties == 0                         ? cor_chart_empty_text (results)
                                                                               : _ ("No plan to show"));
      return chart;
    }
  series = cor_chart_add_series (chart, duty->duty->item.id, NULL, COR_ROLE_ELECTRIC,
                                 COR_STYLE_STRONG);
  key = cor_chart_shown_key (results, duty, COR_TRACE_SOC);
  for (key.place = 0; key.place < plan->n_points; key.place++)
    cor_chart_point_explain (chart, cor_chart_series_add (series, plan->points[key.place].day_m / 1000, plan->points[key.place].soc), results, key);
  add_places (chart, results, duty, plan, zh);
  if (cor_param_table_get (shown->table, COR_PARAM_RESERVE, year, &reserve)
      && cor_param_table_get (shown->table, COR_PARAM_SOC_MIN, year, &lowest))
    {
      double limit = reserve.value + lowest.value;
      g_autofree char *share = cor_format_percent (limit, 0, NULL);
      /* Translators: a share of the battery. */
      g_autofree char *label = g_strdup_printf (_ ("held back %s"), share);

      cor_chart_add_mark (chart, COR_MARK_LIMIT, NAN, limit, COR_ROLE_IMPOSSIBLE, label);
    }
  add_stops (chart, results, duty, plan, zh);
  return chart;
}
