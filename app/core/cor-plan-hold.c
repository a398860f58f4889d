/* cor-plan-hold.c: stops where the hour decides what a kWh costs: when power begins, and up to which charge.
 *
 * A truck may stay on before the power begins, for the driver's time that it takes, or for nothing in its rest and while it
 * is loaded. For a charge to leave with, the cost over the time at which power begins is made of straight lines; it turns
 * up only where power begins as the price falls, or ends as it rises. Over the charge, it turns up where power ends as the
 * price rises. So these are tried, and power put off until it begins at the next stop just as the price falls there; what
 * later stops make turn is left to cor_plan_settle().
 *
 * Who comes earlier can stay on until who comes later is there: so an earlier label is no worse but for the time
 * (B. C. Dean, Algorithms for minimum-cost paths in time-dependent networks, Networks 44(1), 2004).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-plan-search.h"

#include <math.h>

/* Steps of the price that are looked at: those of a day. */
#define STEPS_MOST COR_TARIFF_SLOTS
/* Costs closer than this are the same, yuan, and times, s. */
#define SAME_YUAN 1e-9
#define SAME_S 1e-6

static double
hour_of (const CorPlanGraph *graph, double at_s)
{
  return graph->in->first_departure_h + at_s / 3600.0;
}

/* Times after @from_s, up to @to_s, at which the price at a node steps up, or down; as many as a day has. */
static void
find_steps (const CorPlanGraph *graph, const CorPlanNode *node, double from_s, double to_s, gboolean up, CorPlanSteps *steps)
{
  double until_h, price = cor_price_day_at (node->hours, hour_of (graph, from_s), &until_h);

  steps->n = 0;
  for (double at_s = from_s + 3600.0 * until_h; at_s <= to_s && steps->n < STEPS_MOST; at_s += 3600.0 * until_h)
    {
      double next = cor_price_day_at (node->hours, hour_of (graph, at_s), &until_h);

      if ((next > price) == up)
        steps->at_s[steps->n++] = at_s;
      price = next;
    }
}

/* What power from @at_s on costs beyond the least price, time apart. */
static double
power_yuan (const CorPlanGraph *graph, const CorPlanNode *node, double from_kwh, double to_kwh, double at_s)
{
  return cor_plan_hours_yuan (graph, node, from_kwh, to_kwh, hour_of (graph, at_s))
         - (to_kwh - from_kwh) * (graph->least_yuan_per_kwh - node->tie_yuan_per_kwh);
}

/* After how many seconds power may begin, the fewest first. */
typedef struct
{
  double s[3 * STEPS_MOST + 5];
  guint n;
} Holds;

static void
add_hold (Holds *holds, double hold_s)
{
  guint i = holds->n++;

  for (; i > 0 && holds->s[i - 1] > hold_s; i--)
    holds->s[i] = holds->s[i - 1];
  holds->s[i] = hold_s;
}

/* Those with which a time that is @at_s now falls on a step, up to @room_s later. */
static void
add_steps (Holds *holds, const CorPlanSteps *steps, double at_s, double room_s)
{
  for (guint i = 0; i < steps->n && steps->at_s[i] <= at_s + room_s; i++)
    if (steps->at_s[i] > at_s)
      add_hold (holds, steps->at_s[i] - at_s);
}

/* When power can best begin here, up to @room_s later. */
static void
find_holds (const CorPlanOrigin *origin, double charge_s, double room_s, Holds *holds)
{
  holds->n = 0;
  add_hold (holds, 0.0);
  add_steps (holds, &origin->falls, origin->power_s, room_s);
  add_steps (holds, &origin->rises, origin->power_s + charge_s, room_s);
}

/* The cheapest time for power to begin, where a stay of @room_s longer costs nothing; what it costs into @yuan. */
static double
best_hold (const CorPlanGraph *graph, const CorPlanOrigin *origin, double level, double charge_s, double room_s, double *yuan)
{
  const CorPlanNode *a = origin->node;
  double best = 0.0;
  Holds holds;

  find_holds (origin, charge_s, room_s, &holds);
  add_hold (&holds, room_s);
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

/* Those that are looked at beside others. */
static void
try_holds (const CorPlanGraph *graph, const CorPlanOrigin *origin, Holds *holds)
{
  for (int k = -1; graph->tries != NULL && k <= 1; k++)
    {
      double hold_s = graph->tries[origin->label.node].hold_s + k * graph->try_s;

      if (hold_s > 0.0)
        add_hold (holds, hold_s);
    }
}

/* For how many seconds power can be put off, if not already too dear, on a day cheaper than the bound that leaves with a
 * level for a node: below 0 for not at all. */
static double
room_for (const CorPlanSearch *search, const CorPlanOrigin *origin, guint next, double level, double charge_s)
{
  const CorPlanGraph *graph = search->graph;
  const CorPlanNode *a = origin->node, *b = &graph->nodes[next];
  double spare = search->bound - origin->label.cost - b->fixed_yuan
                 - (level - origin->label.kwh) * (a->yuan_per_kwh - graph->least_yuan_per_kwh);

  if (next + 1 < graph->n_nodes)
    spare -= cor_plan_outlook_at (&search->outlook, graph, next, level - a->back_kwh - (b->leave_kwh - a->rejoin_kwh) - b->out_kwh);
  if (a->kind == COR_STOP_SITE)
    return spare > 0.0 ? MAX (0.0, a->rejoin_s - a->leave_s - charge_s) : -1.0;
  spare -= graph->in->yuan_per_h * charge_s / 3600.0;
  return MIN (a->hold_most_s, spare > 0.0 ? 3600.0 * spare / graph->in->yuan_per_h : -1.0);
}

/* Those with which power at the next stop begins just as the price falls there. */
static void
next_holds (const CorPlanGraph *graph, const CorPlanOrigin *origin, guint next, double charge_s, double room_s, Holds *holds)
{
  const CorPlanNode *a = origin->node, *b = &graph->nodes[next];
  double driven_s = origin->label.driven_s, there_s;
  CorPlanSteps falls;

  if (b->hours == NULL)
    return;
  there_s = origin->power_s + charge_s + a->back_s + b->leave_s - a->rejoin_s + b->out_s
            + graph->each_rest_s * cor_plan_rests_between (graph, a, b, &driven_s);
  if (b->kind == COR_STOP_PLUG)
    there_s += b->wait_s + b->fixed_s;
  find_steps (graph, b, there_s, there_s + room_s, FALSE, &falls);
  add_steps (holds, &falls, there_s, room_s);
}

void
cor_plan_leave_hourly (CorPlanSearch *search, const CorPlanOrigin *origin, guint next, double level)
{
  const CorPlanGraph *graph = search->graph;
  const CorPlanNode *a = origin->node;
  double charge_s = 3600.0 * cor_charge_curve_hours (&graph->in->curve, a->power_kw, origin->label.kwh, level);
  double pause_s = cor_plan_pause_s (origin, charge_s);
  double per_s = graph->in->yuan_per_h / 3600.0;
  double room_s = room_for (search, origin, next, level, charge_s);
  double yuan, least = INFINITY;
  Holds holds;

  if (room_s < 0.0)
    return;
  if (a->kind == COR_STOP_SITE)
    {
      double hold_s = best_hold (graph, origin, level, charge_s, room_s, &yuan);

      leave_after (search, origin, next, level, pause_s, 0.0, hold_s, yuan);
      return;
    }
  find_holds (origin, charge_s, room_s, &holds);
  next_holds (graph, origin, next, charge_s, room_s, &holds);
  try_holds (graph, origin, &holds);
  for (guint i = 0; i < holds.n; i++)
    {
      yuan = power_yuan (graph, a, origin->label.kwh, level, origin->power_s + holds.s[i]);
      /* Who pays as little and leaves earlier can stay on at the next stop. */
      if (yuan < least - SAME_YUAN)
        leave_after (search, origin, next, level, pause_s, holds.s[i], holds.s[i], yuan + per_s * (charge_s + holds.s[i]));
      least = MIN (least, yuan);
    }
  if (origin->may_rest && !cor_plan_is_rest (pause_s, graph->each_rest_s))
    {
      double stay_s = graph->each_rest_s - pause_s;
      double hold_s = best_hold (graph, origin, level, charge_s, stay_s, &yuan);

      leave_after (search, origin, next, level, pause_s, stay_s, hold_s, yuan + per_s * (charge_s + stay_s));
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

  if (origin->node->kind == COR_STOP_SITE || isinf (spare))
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
  last_s = MAX (free_s, origin->power_s + most_hold_s (search, origin));
  find_steps (graph, a, origin->power_s, last_s, FALSE, &origin->falls);
  find_steps (graph, a, origin->power_s, last_s + full_s, TRUE, &origin->rises);
  add_levels (graph, origin, origin->power_s, full_s, free_s);
  for (guint i = 0; i < origin->falls.n; i++)
    add_levels (graph, origin, origin->falls.at_s[i], full_s, free_s);
}
