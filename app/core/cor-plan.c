/* cor-plan.c: the day's plan, or the reason why there is none.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-plan-private.h"

#include <math.h>
#include <string.h>

/* The charges of a day by the hour are settled with so much work, and others looked at with so much more. */
#define SETTLE_WORK 300000
#define WIDER_WORK 1000000

/* The day without any stop, if that is surely the best. */
static gboolean
solve_direct (const CorPlanInput *input, CorPlan *plan, CorPlanBrief *brief)
{
  CorPlanGraph graph;
  CorPlanFound found = { 0 };
  gboolean solved;

  if (!cor_plan_is_direct (input))
    return FALSE;
  cor_plan_graph_init (&graph, input, COR_WITHOUT_STATIONS, NULL, NULL);
  cor_plan_search (&graph, graph.high_kwh, INFINITY, &found);
  solved = found.last != COR_NO_LABEL && found.labels[found.last].parent == COR_NO_LABEL;
  brief->total_kwh = graph.total_kwh;
  brief->rest_s = graph.rest_s;
  if (solved)
    cor_plan_write (&graph, &found, plan);
  g_free (found.labels);
  cor_plan_graph_clear (&graph);
  return solved;
}

/* Searches with the accesses picked, or all of them. */
static double
search_with (const CorPlanInput *input, const CorPlanPick *pick, double at_most_yuan, CorPlanFrame *frame,
             CorPlanFound *found, CorPlan *plan)
{
  CorPlanGraph graph;
  double cost;

  cor_plan_graph_init (&graph, input, 0, pick, NULL);
  cor_plan_graph_bound (&graph, at_most_yuan);
  graph.rough = plan == NULL;
  graph.every_charge = plan != NULL && graph.hourly;
  found->n_labels = 0;
  cost = cor_plan_search_day (&graph, found);
  frame->hourly |= graph.sells_by_hour;
  frame->total_kwh = graph.total_kwh;
  frame->night_kwh = MIN (graph.high_kwh - graph.low_kwh, cor_plan_night_kwh (&graph, cor_plan_least_s (&graph)));
  frame->need_kwh = graph.total_kwh - frame->night_kwh;
  if (plan != NULL && isfinite (cost))
    {
      cor_plan_settle (&graph, found, SETTLE_WORK);
      cor_plan_look_wider (&graph, found, WIDER_WORK);
      cost = found->cost;
      cor_plan_write (&graph, found, plan);
    }
  cor_plan_graph_clear (&graph);
  return cost;
}

/* Keeps what a change is judged by. */
static void
note_frame (CorPlanFrame *frame, double cost, gboolean shaky, CorPlanBrief *brief)
{
  brief->cost_yuan = cost;
  brief->shaky = shaky;
  brief->need_kwh = frame->need_kwh;
  brief->total_kwh = frame->total_kwh;
  brief->n_passes = frame->n_passes;
  brief->n_ways = frame->n_ways;
  brief->passes = g_steal_pointer (&frame->passes);
  brief->ways = g_steal_pointer (&frame->ways);
}

/* A day that surely can be done, with stops like those of a similar one, or at the best few of very many
 * stations; its cost bounds what is to be looked at. */
static double
first_look (const CorPlanInput *input, const CorPlanBrief *like, CorPlanPick *pick, CorPlanFound *found, CorPlan *plan)
{
  double cost = INFINITY;

  if (like != NULL && cor_plan_pick_like (pick, input, like))
    cost = search_with (input, pick, INFINITY, &pick->frame, found, plan);
  /* What the morning starts with may hang on the stations looked at: no short cut then. */
  if (isfinite (cost) && !found->shaky)
    return cost;
  if (!cor_plan_pick_few (pick, input))
    return INFINITY;
  return search_with (input, pick, INFINITY, &pick->frame, found, plan);
}

/* The day of the first look once more, where there were no steps left to look at all stations. */
static double
first_again (const CorPlanInput *input, const CorPlanBrief *like, CorPlanPick *pick, CorPlanFound *found, CorPlan *plan)
{
  guint steps = COR_PLAN_STEPS_MOST;
  CorPlanInput counted = *input;

  if (input->stopped != NULL && g_atomic_int_get (input->stopped))
    return INFINITY;
  counted.steps_left = &steps;
  return first_look (&counted, like, pick, found, plan);
}

/* The day among all stations. */
static gboolean
solve_search (const CorPlanInput *input, const CorPlanBrief *like, CorPlan *plan, CorPlanBrief *brief)
{
  gboolean by_hour = cor_plan_goes_by_hour (input);
  CorPlanPick *pick = cor_plan_pick_new (input, by_hour);
  CorPlanFound found = { 0 };
  double cost = first_look (input, like, pick, &found, NULL), first = cost;
  gboolean hourly;

  if (isfinite (cost))
    {
      /* A day that starts with less may also end with less. */
      if (found.shaky)
        cor_plan_frame_any_morning (&pick->frame);
      cor_plan_pick_possible (pick, input, cost);
      cost = search_with (input, pick, found.shaky ? INFINITY : cost, &pick->frame, &found, plan);
    }
  if (isinf (cost))
    cost = search_with (input, NULL, INFINITY, &pick->frame, &found, plan);
  if (isinf (cost) && isfinite (first))
    cost = first_again (input, like, pick, &found, plan);
  hourly = pick->frame.hourly;
  note_frame (&pick->frame, cost, isinf (cost) || found.shaky || pick->frame.hourly, brief);
  cor_plan_pick_free (pick);
  g_free (found.labels);
  if (isfinite (cost) && hourly && !by_hour)
    cor_plan_refine (input, plan);
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

/* Unless nobody asks. */
static void
find_reason (const CorPlanInput *input, CorPlan *plan)
{
  CorPlanGraph graph;

  plan->reason = (CorReason){ .station = -1, .leg = -1, .from = -1, .to = -1 };
  if (input->silent)
    return;
  cor_plan_graph_init (&graph, input, 0, NULL, NULL);
  cor_plan_find_reason (&graph, &plan->reason);
  plan->reason.cut = !cor_plan_step (input, 0);
  cor_plan_graph_clear (&graph);
}

/* The stations that the plan stops at, each once. */
static void
note_used (const CorPlan *plan, CorPlanBrief *brief)
{
  brief->used = plan->n_stops > 0 ? g_new (guint, plan->n_stops) : NULL;
  for (guint i = 0; i < plan->n_stops; i++)
    {
      gboolean known = plan->stops[i].station < 0;

      for (guint j = 0; j < brief->n_used && !known; j++)
        known = brief->used[j] == (guint) plan->stops[i].station;
      if (!known)
        brief->used[brief->n_used++] = (guint) plan->stops[i].station;
    }
}

/* What a brief keeps of the day. */
static void
begin_brief (const CorPlanInput *input, CorPlanBrief *brief)
{
  *brief = (CorPlanBrief){ .input = *input, .direct = TRUE };
  brief->input.legs = NULL;
  brief->input.stations = NULL;
  brief->input.n_legs = brief->input.n_stations = 0;
  brief->input.steps_left = NULL;
  brief->input.stopped = NULL;
  brief->least_yuan_per_kwh
    = cor_plan_least_price (input, input->least_plug_yuan_per_kwh, input->least_swap_yuan_per_kwh);
}

void
cor_plan_solve_brief (const CorPlanInput *input, const CorPlanBrief *like, CorPlan *plan, CorPlanBrief *brief)
{
  const char *missing = missing_figure (input);
  guint steps = COR_PLAN_STEPS_MOST;
  CorPlanInput counted = *input;

  g_return_if_fail (input->n_legs > 0);

  *plan = (CorPlan){ 0 };
  begin_brief (input, brief);
  if (missing != NULL)
    {
      plan->reason = (CorReason){ .code = COR_REASON_NO_FIGURE, .station = -1, .leg = -1, .from = -1,
                                  .to = -1, .missing = missing };
      return;
    }
  if (counted.steps_left == NULL)
    counted.steps_left = &steps;
  if (!solve_direct (&counted, plan, brief))
    {
      brief->direct = FALSE;
      if (!solve_search (&counted, like, plan, brief))
        find_reason (&counted, plan);
    }
  brief->feasible = plan->feasible;
  note_used (plan, brief);
}

void
cor_plan_solve (const CorPlanInput *input, CorPlan *plan)
{
  CorPlanBrief brief;

  cor_plan_solve_brief (input, NULL, plan, &brief);
  cor_plan_brief_clear (&brief);
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
