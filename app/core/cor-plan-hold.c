/* cor-plan-hold.c: stops where the hour decides what a kWh costs: when power begins, and up to which charge.
 *
 * A truck may stay on before the power begins, for the driver's time that it takes, or for nothing in its rest and while it
 * is loaded; before loading it may wait, too. For a charge to leave with, the cost over the time at which power begins is
 * made of straight lines; it turns up only where power begins as the price falls, or ends as it rises. Over the charge, it
 * turns up where power ends as the price rises. So these are tried, and power put off until it begins at the next stop just as the price falls there, or
 * where the search looks further, at the one after that; what later stops make turn is left to cor_plan_settle().
 *
 * Who comes earlier can stay on until who comes later is there: so an earlier label is no worse but for the time
 * (B. C. Dean, Algorithms for minimum-cost paths in time-dependent networks, Networks 44(1), 2004).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-plan-search.h"

#include <math.h>

/* Costs closer than this are the same, yuan, and times, s. */
#define SAME_YUAN 1e-9
#define SAME_S 1e-6

/* What power from @at_s on costs beyond the least price, time apart. */
static double
power_yuan (const CorPlanGraph *graph, const CorPlanNode *node, double from_kwh, double to_kwh, double at_s)
{
  return cor_plan_hours_yuan (graph, node, from_kwh, to_kwh, graph->in->first_departure_h + at_s / 3600.0)
         - (to_kwh - from_kwh) * (graph->least_yuan_per_kwh - node->tie_yuan_per_kwh);
}

/* The cheapest time for power to begin, where a stay of @room_s longer costs nothing; what it costs into @yuan. */
static double
best_hold (const CorPlanGraph *graph, const CorPlanOrigin *origin, double level, double charge_s, double room_s, double *yuan)
{
  const CorPlanNode *a = origin->node;
  double best = 0.0;
  CorPlanHolds holds;

  cor_plan_holds_here (origin, charge_s, room_s, &holds);
  cor_plan_add_hold (&holds, room_s);
  *yuan = INFINITY;
  for (guint i = 0; i < holds.n; i++)
    {
      double cost = power_yuan (graph, a, origin->label.kwh, level, origin->power_s + holds.s[i]);

      if (cost >= *yuan - SAME_YUAN)
        continue;
      *yuan = cost;
      best = holds.s[i];
    }
  return best;
}

/* Power from @hold_s on, and gone as soon as it ends or the rest is over. */
static void
leave_after (CorPlanSearch *search, const CorPlanOrigin *origin, guint next, double level, double pause_s, double stay_s,
             double hold_s, double cost)
{
  const CorPlanGraph *graph = search->graph;
  CorPlanDeparture from = { .kwh = level, .work_s = pause_s - origin->label.shut_s + stay_s, .stay_s = stay_s,
                            .hold_s = hold_s, .cost = origin->label.cost + cost, .driven_s = origin->label.driven_s };

  if (cor_plan_is_rest (pause_s + stay_s, graph->each_rest_s))
    from.driven_s = 0.0;
  cor_plan_drive (search, origin->index, origin->node, next, &from);
}

/* For how many seconds one can leave later, on a day cheaper than the bound that leaves with a level for a node: below 0 where
 * it is already too dear. */
static double
room_for (const CorPlanSearch *search, const CorPlanOrigin *origin, guint next, double level, double charge_s)
{
  const CorPlanGraph *graph = search->graph;
  const CorPlanNode *a = origin->node, *b = &graph->nodes[next];
  double spare = search->bound - origin->label.cost - b->fixed_yuan
                 - (level - origin->label.kwh) * (a->yuan_per_kwh - graph->least_yuan_per_kwh);

  if (next + 1 < graph->n_nodes)
    spare -= cor_plan_outlook_at (&search->outlook, graph, next, level - a->back_kwh - (b->leave_kwh - a->rejoin_kwh) - b->out_kwh);
  if (a->kind == COR_STOP_PLUG)
    spare -= graph->in->yuan_per_h * charge_s / 3600.0;
  return MIN (a->hold_most_s, spare > 0.0 ? 3600.0 * spare / graph->in->yuan_per_h : -1.0);
}

/* Leaves with power put off, as long as that makes it cheaper than what @least_yuan it costs before; @free_s: seconds for
 * which that takes no time of its own. */
static void
leave_later (CorPlanSearch *search, const CorPlanOrigin *origin, guint next, double level, double charge_s, double room_s,
             double free_s, double least_yuan)
{
  const CorPlanGraph *graph = search->graph;
  const CorPlanNode *a = origin->node;
  gboolean site = a->kind == COR_STOP_SITE;
  double pause_s = cor_plan_pause_s (origin, charge_s);
  CorPlanHolds holds;

  cor_plan_holds_here (origin, charge_s, free_s + room_s, &holds);
  if (!site)
    cor_plan_holds_next (graph, origin, next, level, charge_s, room_s, &holds);
  cor_plan_holds_tried (graph, origin, &holds);
  for (guint i = 0; i < holds.n; i++)
    {
      double stay_s = MAX (0.0, holds.s[i] - free_s);
      double yuan = power_yuan (graph, a, origin->label.kwh, level, origin->power_s + holds.s[i]);

      /* Who pays as little and leaves earlier can stay on at the next stop. */
      if (yuan < least_yuan - SAME_YUAN)
        leave_after (search, origin, next, level, pause_s, stay_s, holds.s[i],
                     yuan + graph->in->yuan_per_h * ((site ? 0.0 : charge_s) + stay_s) / 3600.0);
      least_yuan = MIN (least_yuan, yuan);
    }
}

void
cor_plan_leave_hourly (CorPlanSearch *search, const CorPlanOrigin *origin, guint next, double level)
{
  const CorPlanGraph *graph = search->graph;
  const CorPlanNode *a = origin->node;
  double charge_s = 3600.0 * cor_charge_curve_hours (&graph->in->curve, a->power_kw, origin->label.kwh, level);
  double pause_s = cor_plan_pause_s (origin, charge_s);
  double room_s = room_for (search, origin, next, level, charge_s);
  double yuan;

  if (room_s < 0.0)
    return;
  if (a->kind == COR_STOP_SITE)
    {
      double free_s = MAX (0.0, pause_s - charge_s);
      double hold_s = best_hold (graph, origin, level, charge_s, free_s, &yuan);

      leave_after (search, origin, next, level, pause_s, 0.0, hold_s, yuan);
      leave_later (search, origin, next, level, charge_s, room_s, free_s, yuan);
      return;
    }
  leave_later (search, origin, next, level, charge_s, room_s, 0.0, INFINITY);
  if (origin->may_rest && !cor_plan_is_rest (pause_s, graph->each_rest_s))
    {
      double stay_s = graph->each_rest_s - pause_s;
      double hold_s = best_hold (graph, origin, level, charge_s, stay_s, &yuan);

      leave_after (search, origin, next, level, pause_s, stay_s, hold_s, yuan + graph->in->yuan_per_h * (charge_s + stay_s) / 3600.0);
    }
}

/* Until when time at a node is free to who is there at_s, waiting from shut_s before. */
static double
free_until (const CorPlanGraph *graph, const CorPlanNode *node, double at_s, double shut_s)
{
  if (node->kind == COR_STOP_SITE)
    return at_s + node->rejoin_s - node->leave_s;
  return graph->each_rest_s > 0.0 ? at_s - shut_s + graph->each_rest_s : 0.0;
}

/* For how many seconds power at a stop can be put off on a day cheaper than the bound. */
static double
most_hold_s (const CorPlanSearch *search, const CorPlanOrigin *origin)
{
  const CorPlanGraph *graph = search->graph;
  double spare = search->bound - origin->label.cost
                 - cor_plan_outlook_at (&search->outlook, graph, origin->label.node, origin->label.kwh);

  if (isinf (spare))
    return origin->node->hold_most_s;
  return MIN (origin->node->hold_most_s, 3600.0 * MAX (0.0, spare) / graph->in->yuan_per_h);
}

/* The charges with power from @begins_s until the price rises or time is no longer free. */
static void
add_levels (const CorPlanGraph *graph, CorPlanOrigin *origin, double begins_s, double full_s, double free_s)
{
  for (guint i = 0; i <= origin->rises.n; i++)
    {
      double power_s = (i < origin->rises.n ? origin->rises.at_s[i] : free_s) - begins_s;

      if (power_s > SAME_S && power_s < full_s - SAME_S && origin->n_levels < COR_LEVELS_MOST)
        origin->levels[origin->n_levels++]
          = cor_charge_curve_level (&graph->in->curve, origin->node->power_kw, origin->label.kwh, power_s / 3600.0);
    }
}

void
cor_plan_find_levels (const CorPlanSearch *search, CorPlanOrigin *origin)
{
  const CorPlanGraph *graph = search->graph;
  const CorPlanNode *a = origin->node;
  double full_s, free_s, last_s;

  origin->power_s = origin->label.at_s + (a->kind == COR_STOP_SITE ? 0.0 : a->wait_s + a->fixed_s);
  origin->n_levels = origin->falls.n = origin->rises.n = 0;
  if (a->hours == NULL)
    return;
  full_s = 3600.0 * cor_charge_curve_hours (&graph->in->curve, a->power_kw, origin->label.kwh, origin->highest);
  free_s = free_until (graph, a, origin->label.at_s, origin->label.shut_s);
  last_s = MAX (free_s, (a->kind == COR_STOP_SITE ? free_s : origin->power_s) + most_hold_s (search, origin));
  cor_plan_find_steps (graph, a, origin->power_s, last_s, FALSE, &origin->falls);
  cor_plan_find_steps (graph, a, origin->power_s, last_s + full_s, TRUE, &origin->rises);
  add_levels (graph, origin, origin->power_s, full_s, free_s);
  for (guint i = 0; i < origin->falls.n; i++)
    add_levels (graph, origin, origin->falls.at_s[i], full_s, free_s);
}
