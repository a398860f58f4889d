/* cor-plan-leave.c: how a stop is left: every charge worth leaving with, for every next stop.
 *
 * Between two stops the best charge is one at which the cost of charging turns up: just enough to get to the next;
 * a bend of the charging curve; what the driver's rest gives here; and, seen from the next stop, what leaves it
 * just as much to charge as its own rest, or loading there, gives for nothing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-plan-search.h"

#include <math.h>

/* Into so many parts a battery is divided by charges that are looked at beside others. */
#define SPREAD 8

double
cor_plan_pause_s (const CorPlanOrigin *origin, double charge_s)
{
  const CorPlanNode *a = origin->node;

  if (a->kind == COR_STOP_SITE)
    return a->rejoin_s - a->leave_s;
  return origin->label.shut_s + a->wait_s + a->fixed_s + charge_s;
}

void
cor_plan_leave (CorPlanSearch *search, const CorPlanOrigin *origin, guint next, double level)
{
  const CorPlanGraph *graph = search->graph;
  const CorPlanNode *a = origin->node;
  double charge_s, pause_s;
  CorPlanDeparture from = { .kwh = level, .driven_s = origin->label.driven_s };

  if (a->hours != NULL)
    {
      cor_plan_leave_hourly (search, origin, next, level);
      return;
    }
  from.cost = origin->label.cost + cor_plan_charge_cost (graph, a, origin->label.kwh, level, &charge_s);
  pause_s = cor_plan_pause_s (origin, charge_s);
  from.work_s = pause_s - origin->label.shut_s;
  if (cor_plan_is_rest (pause_s, graph->each_rest_s))
    from.driven_s = 0.0;
  cor_plan_drive (search, origin->index, a, next, &from);
  if (from.driven_s == 0.0 || a->kind == COR_STOP_SITE || !origin->may_rest)
    return;
  from.driven_s = 0.0;
  from.stay_s = from.hold_s = graph->each_rest_s - pause_s;
  from.work_s += from.stay_s;
  from.cost += graph->in->yuan_per_h * from.stay_s / 3600.0;
  cor_plan_drive (search, origin->index, a, next, &from);
}

/* The level that just suffices for the end of the day: the night decides, and the night is shorter
 * the longer the truck charges. */
static double
level_for_end (const CorPlanSearch *search, const CorPlanOrigin *origin, double need)
{
  const CorPlanGraph *graph = search->graph;
  const CorPlanNode *a = origin->node;
  const CorPlanNode *end = &graph->nodes[graph->n_nodes - 1];
  double driven = a->back_kwh + graph->total_kwh - a->rejoin_kwh;
  double end_s = origin->label.at_s - origin->label.shut_s + a->back_s + graph->total_s - a->rejoin_s;
  double level = need;

  for (guint i = 0; i < 4; i++)
    {
      double charge_s, pause_s, rest_s, driven_s;

      cor_plan_charge_cost (graph, a, origin->label.kwh, MAX (level, origin->label.kwh), &charge_s);
      pause_s = cor_plan_pause_s (origin, charge_s);
      driven_s = cor_plan_is_rest (pause_s, graph->each_rest_s) ? 0.0 : origin->label.driven_s;
      rest_s = graph->each_rest_s * cor_plan_rests_between (graph, a, end, &driven_s);
      level = MAX (need, driven + cor_plan_end_kwh (search, end_s + pause_s + rest_s) + COR_SAME_KWH / 2);
    }
  return level;
}

/* Charge that a driver leaves a node with, if he can charge there for the time of his rest and has arrived with
 * kwh; kwh where a rest is of no use, or takes less time than the stop without charging. */
static double
rest_level (const CorPlanSearch *search, const CorPlanOrigin *origin)
{
  const CorPlanGraph *graph = search->graph;
  double free_s = graph->each_rest_s - cor_plan_pause_s (origin, 0.0);

  if (!origin->may_rest || origin->node->kind != COR_STOP_PLUG || !(free_s > 0.0))
    return origin->label.kwh;
  return MIN (origin->highest, cor_charge_curve_level (&graph->in->curve, origin->node->power_kw, origin->label.kwh,
                                                       free_s / 3600.0));
}

/* What charging from a level to the next one costs here at least: nothing for time within the rest. */
static double
least_here (const CorPlanSearch *search, const CorPlanOrigin *origin, double from_kwh, double to_kwh)
{
  const CorPlanGraph *graph = search->graph;
  double paid_s, free_s;
  double yuan = cor_plan_charge_cost (graph, origin->node, from_kwh, to_kwh, &paid_s);

  if (origin->rest_kwh <= from_kwh)
    return yuan;
  cor_plan_charge_cost (graph, origin->node, from_kwh, MIN (to_kwh, origin->rest_kwh), &free_s);
  return yuan - graph->in->yuan_per_h * free_s / 3600.0;
}

/* Leaves with the charges above @least at which the hour makes the cost turn here, and with those to look at beside them:
 * spread over the battery, or close to those that are to be tried. */
static void
leave_by_hour (CorPlanSearch *search, const CorPlanOrigin *origin, guint next, double least)
{
  const CorPlanGraph *graph = search->graph;

  for (guint i = 0; i < origin->n_levels; i++)
    if (origin->levels[i] > least)
      cor_plan_leave (search, origin, next, MIN (origin->levels[i], origin->highest));
  for (guint k = 1; graph->wide && k < SPREAD; k++)
    {
      double level = graph->low_kwh + (graph->high_kwh - graph->low_kwh) * k / SPREAD;

      if (level > least && level < origin->highest)
        cor_plan_leave (search, origin, next, level);
    }
  for (int k = -1; graph->tries != NULL && k <= 1; k++)
    {
      double level = graph->tries[origin->label.node].kwh + k * graph->try_kwh;

      if (level > least && level < origin->highest)
        cor_plan_leave (search, origin, next, level);
    }
}

/* Leaves for one node with every level worth it: just enough, as much as the driver's rest gives, and each bend of
 * the curve to which charging here is cheaper than charging there. */
static void
leave_for (CorPlanSearch *search, const CorPlanOrigin *origin, guint next, double need)
{
  const CorPlanGraph *graph = search->graph;
  const CorChargeCurve *curve = &graph->in->curve;
  const CorPlanNode *a = origin->node;
  const CorPlanNode *b = &graph->nodes[next];
  double driven = a->back_kwh + b->leave_kwh - a->rejoin_kwh + b->out_kwh;
  gboolean charges_there = b->kind == COR_STOP_PLUG || b->kind == COR_STOP_SWAP;
  gboolean any_bend = graph->time_matters || a->hours != NULL || b->hours != NULL;
  double base, there, unused_s;

  if (a->kind == COR_STOP_SWAP)
    {
      cor_plan_leave (search, origin, next, origin->highest);
      return;
    }
  if (b->kind == COR_STOP_DEPOT)
    {
      need = level_for_end (search, origin, need);
      if (need > origin->highest + COR_SAME_KWH)
        search->late_yuan = MIN (search->late_yuan, origin->label.cost);
    }
  if (need > origin->label.kwh + COR_SAME_KWH && need <= origin->highest + COR_SAME_KWH)
    cor_plan_leave (search, origin, next, MIN (need, origin->highest));
  base = MAX (need, origin->label.kwh);
  if (origin->rest_kwh > base + COR_SAME_KWH)
    cor_plan_leave (search, origin, next, origin->rest_kwh);
  for (guint i = 0; i < curve->n; i++)
    {
      double level = MIN (curve->to_kwh[i], origin->highest);

      if (level <= base + COR_SAME_KWH || (i > 0 && curve->to_kwh[i - 1] >= origin->highest))
        continue;
      there = charges_there ? cor_plan_charge_cost (graph, b, base - driven, level - driven, &unused_s) : INFINITY;
      if (there <= least_here (search, origin, base, level) && !any_bend)
        continue;
      cor_plan_leave (search, origin, next, level);
      base = level;
    }
  leave_by_hour (search, origin, next, MAX (need, origin->label.kwh) + COR_SAME_KWH);
  cor_plan_aim (search, origin, next, need);
}

/* The least that a day costs which goes on to a node, with whatever charge of at least @need: nothing that is taken
 * here costs less than the stop's least price. */
static double
least_by (const CorPlanSearch *search, const CorPlanOrigin *origin, guint next, double need)
{
  const CorPlanGraph *graph = search->graph;
  const CorPlanNode *a = origin->node;
  const CorPlanNode *b = &graph->nodes[next];
  double drive_kwh = a->back_kwh + (b->leave_kwh - a->rejoin_kwh) + b->out_kwh;
  double least_kwh = MIN (MAX (need, origin->label.kwh), origin->highest) - drive_kwh;
  double most_kwh = MIN (origin->highest - drive_kwh, graph->high_kwh);

  return origin->label.cost + b->fixed_yuan + MAX (0.0, a->energy_yuan_per_kwh) * (least_kwh + drive_kwh - origin->label.kwh)
         + cor_plan_outlook_over (&search->outlook, graph, next, least_kwh, most_kwh, MAX (0.0, a->energy_yuan_per_kwh));
}

double
cor_plan_need (const CorPlanGraph *graph, const CorPlanNode *a, const CorPlanNode *b, double peak_kwh)
{
  return graph->low_kwh + a->back_kwh - a->rejoin_kwh + MAX (peak_kwh, b->leave_kwh + b->out_kwh);
}

void
cor_plan_expand (CorPlanSearch *search, guint index)
{
  const CorPlanGraph *graph = search->graph;
  const CorPlanNode *a = &graph->nodes[search->found->labels[index].node];
  double peak = -INFINITY;
  CorPlanOrigin origin;

  origin.index = index;
  origin.label = search->found->labels[index];
  origin.node = a;
  origin.highest = cor_plan_highest (graph, a, origin.label.kwh);
  if (origin.highest <= origin.label.kwh + COR_SAME_KWH)
    return;
  origin.floor = cor_plan_floor (search, &origin.label);
  origin.may_rest = cor_plan_may_rest (search, a, origin.label.driven_s, origin.floor);
  origin.rest_kwh = rest_level (search, &origin);
  cor_plan_find_levels (search, &origin);
  for (guint next = origin.label.node + 1; next < graph->n_nodes; next++)
    {
      const CorPlanNode *b = &graph->nodes[next];
      double need;

      peak = MAX (peak, b->peak_kwh);
      if (!cor_plan_work (graph) || graph->low_kwh + a->back_kwh + peak - a->rejoin_kwh > origin.highest + COR_SAME_KWH)
        return;
      need = cor_plan_need (graph, a, b, peak);
      if (b->leave_m >= a->rejoin_m && need <= origin.highest + COR_SAME_KWH
          && (next + 1 == graph->n_nodes || least_by (search, &origin, next, need) < search->bound))
        leave_for (search, &origin, next, need);
    }
}
