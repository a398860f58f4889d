/* cor-plan.c: the day's plan, or the reason why there is none; which stations could change it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-plan-private.h"

#include <math.h>
#include <string.h>

/* The day without any stop, if that is surely the best. */
static gboolean
solve_direct (const CorPlanInput *input, CorPlan *plan)
{
  CorPlanGraph graph;
  CorPlanFound found = { 0 };
  gboolean solved;

  if (!cor_plan_is_direct (input))
    return FALSE;
  cor_plan_graph_init (&graph, input, COR_WITHOUT_STATIONS, NULL, NULL);
  cor_plan_search (&graph, graph.high_kwh, INFINITY, &found);
  solved = found.last != COR_NO_LABEL && found.labels[found.last].parent == COR_NO_LABEL;
  if (solved)
    cor_plan_write (&graph, &found, plan);
  g_free (found.labels);
  cor_plan_graph_clear (&graph);
  return solved;
}

/* A day with very many stations: a look at few of them, then at those that could do better. */
static gboolean
solve_picked (const CorPlanInput *input, CorPlan *plan)
{
  CorPlanPick *pick = cor_plan_pick_few (input);
  CorPlanGraph graph;
  CorPlanFound found = { 0 };
  double cost, need;

  if (pick == NULL)
    return FALSE;
  cor_plan_graph_init (&graph, input, 0, pick, NULL);
  cost = cor_plan_search_day (&graph, &found);
  need = graph.total_kwh - MIN (graph.high_kwh - graph.low_kwh, cor_plan_night_kwh (&graph, graph.total_s));
  cor_plan_graph_clear (&graph);
  if (isfinite (cost))
    {
      cor_plan_pick_possible (pick, input, cost, need);
      cor_plan_graph_init (&graph, input, 0, pick, NULL);
      found.n_labels = 0;
      cost = cor_plan_search_day (&graph, &found);
      if (isfinite (cost))
        cor_plan_write (&graph, &found, plan);
      cor_plan_graph_clear (&graph);
    }
  cor_plan_pick_free (pick);
  g_free (found.labels);
  return isfinite (cost);
}

/* The first parameter whose figure the search cannot do without, or NULL. */
static const char *
missing_figure (const CorPlanInput *in)
{
  const struct
  {
    double value;
    CorParamId id;
  } needed[] = {
    { in->battery_kwh, COR_PARAM_BATTERY },
    { in->soc_min, COR_PARAM_SOC_MIN },
    { in->soc_max, COR_PARAM_SOC_MAX },
    { in->reserve, COR_PARAM_RESERVE },
    { in->charging_efficiency, COR_PARAM_CHARGING_EFFICIENCY },
    { in->can_plug ? in->curve.limit_kw[MAX (in->curve.n, 1) - 1] : 0.0, COR_PARAM_CHARGE_POWER },
    { in->stop_min, COR_PARAM_STOP_TIME },
    { in->depot_kw > 0.0 ? in->depot_yuan_per_kwh : 0.0, COR_PARAM_DEPOT_PRICE },
    { in->yuan_per_h, COR_PARAM_PLAN_TIME },
    { in->yuan_per_km, COR_PARAM_PLAN_DETOUR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (!isfinite (needed[i].value))
      return cor_param_info (needed[i].id)->id;
  return NULL;
}

void
cor_plan_solve (const CorPlanInput *input, CorPlan *plan)
{
  CorPlanGraph graph;
  CorPlanFound found = { 0 };
  const char *missing = missing_figure (input);

  g_return_if_fail (input->n_legs > 0);

  *plan = (CorPlan){ 0 };
  if (missing != NULL)
    {
      plan->reason = (CorReason){ .code = COR_REASON_NO_FIGURE, .station = -1, .leg = -1, .from = -1,
                                  .to = -1, .missing = missing };
      return;
    }
  if (solve_direct (input, plan) || solve_picked (input, plan))
    return;
  cor_plan_graph_init (&graph, input, 0, NULL, NULL);
  if (isfinite (cor_plan_search_day (&graph, &found)))
    cor_plan_write (&graph, &found, plan);
  else
    cor_plan_find_reason (&graph, &plan->reason);
  g_free (found.labels);
  cor_plan_graph_clear (&graph);
}

void
cor_plan_clear (CorPlan *plan)
{
  g_free (plan->stops);
  g_free (plan->points);
  memset (plan, 0, sizeof *plan);
}

void
cor_plan_copy (const CorPlan *plan, CorPlan *out)
{
  *out = *plan;
  out->stops = g_memdup2 (plan->stops, plan->n_stops * sizeof *plan->stops);
  out->points = g_memdup2 (plan->points, plan->n_points * sizeof *plan->points);
}

/* The least that a stop at this station costs, whatever is taken there. */
static gboolean
stop_is_cheaper (const CorPlan *plan, const CorPlanInput *in, const CorPlanLeg *leg, const CorAccess *access)
{
  const CorPlanStation *station = &in->stations[access->station_index];
  double wait_min = INFINITY;
  double price = INFINITY;
  double yuan;

  if (station->power_kw > 0.0)
    {
      wait_min = station->wait_min;
      price = station->price_yuan_per_kwh;
    }
  if (!isnan (station->swap_min))
    {
      wait_min = MIN (wait_min, station->swap_wait_min + station->swap_min);
      price = MIN (price, station->swap_price_yuan_per_kwh);
    }
  if (price / in->charging_efficiency < plan->least_yuan_per_kwh)
    return TRUE;
  yuan = in->yuan_per_h * ((wait_min + in->stop_min) / 60.0 + access->detour_s / 3600.0)
         + in->yuan_per_km * access->detour_m / 1000.0
         + plan->least_yuan_per_kwh * leg->detour_kwh_per_km * access->detour_m / 1000.0;
  return yuan < plan->spare_yuan;
}

gboolean
cor_plan_concerned (const CorPlan *plan, const CorPlanInput *input, guint station)
{
  for (guint i = 0; i < plan->n_stops; i++)
    if (plan->stops[i].station == (int) station)
      return TRUE;
  for (guint l = 0; l < input->n_legs; l++)
    for (guint a = 0; a < input->legs[l].n_accesses; a++)
      {
        const CorAccess *access = &input->legs[l].accesses[a];

        if (access->station_index == station
            && (!plan->feasible || stop_is_cheaper (plan, input, &input->legs[l], access)))
          return TRUE;
      }
  return FALSE;
}
