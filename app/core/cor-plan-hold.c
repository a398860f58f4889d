/* cor-plan-hold.c: stops where the hour decides what a kWh costs: when power begins, and up to which charge.
 *
 * A truck may stay on before the power begins, for the driver's time that it takes, or for nothing in its rest and while it
 * is loaded. For a charge to leave with, the cost over the time at which power begins is made of straight lines; it turns
 * up only where power begins as the price falls, or ends as it rises. Over the charge, it turns up where power ends as the
 * price rises. So these are all that is tried, and, seen from the next stop, the charges with which power there begins
 * or ends so.
 *
 * Who comes earlier can stay on until who comes later is there: so an earlier label is no worse but for the time
 * (B. C. Dean, Algorithms for minimum-cost paths in time-dependent networks, Networks 44(1), 2004).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-plan-search.h"

#include <math.h>
#include <stdlib.h>

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

guint
cor_plan_find_steps (const CorPlanGraph *graph, const CorPlanNode *node, double from_s, double to_s, gboolean up,
                     double times[COR_TARIFF_SLOTS])
{
  double until_h, price = cor_price_day_at (node->hours, hour_of (graph, from_s), &until_h);
  guint n = 0;

  for (double at_s = from_s + 3600.0 * until_h; at_s <= to_s && n < STEPS_MOST; at_s += 3600.0 * until_h)
    {
      double next = cor_price_day_at (node->hours, hour_of (graph, at_s), &until_h);

      if ((next > price) == up)
        times[n++] = at_s;
      price = next;
    }
  return n;
}

/* What power from @at_s on costs beyond the least price, time apart. */
static double
power_yuan (const CorPlanGraph *graph, const CorPlanNode *node, double from_kwh, double to_kwh, double at_s)
{
  return cor_plan_hours_yuan (graph, node, from_kwh, to_kwh, hour_of (graph, at_s))
         - (to_kwh - from_kwh) * (graph->least_yuan_per_kwh - node->tie_yuan_per_kwh);
}

static int
compare_times (const void *a, const void *b)
{
  const double *ta = a;
  const double *tb = b;

  return (*ta > *tb) - (*ta < *tb);
}

/* After how many seconds, up to @room_s, power can best begin, the shortest first. */
static guint
find_holds (const CorPlanGraph *graph, const CorPlanNode *node, double from_s, double charge_s, double room_s, double *holds)
{
  guint n = 1, steps;

  holds[0] = 0.0;
  steps = cor_plan_find_steps (graph, node, from_s, from_s + room_s, FALSE, holds + n);
  for (guint i = 0; i < steps; i++)
    holds[n + i] -= from_s;
  n += steps;
  steps = cor_plan_find_steps (graph, node, from_s + charge_s, from_s + charge_s + room_s, TRUE, holds + n);
  for (guint i = 0; i < steps; i++)
    holds[n + i] -= from_s + charge_s;
  n += steps;
  qsort (holds, n, sizeof *holds, compare_times);
  return n;
}

/* The cheapest time for power to begin, where a stay of @room_s longer costs nothing; what it costs into @yuan. */
static double
best_hold (const CorPlanGraph *graph, const CorPlanOrigin *origin, double level, double charge_s, double room_s, double *yuan)
{
  const CorPlanNode *a = origin->node;
  double holds[2 * STEPS_MOST + 2], best = 0.0;
  guint n = find_holds (graph, a, origin->power_s, charge_s, room_s, holds);

  holds[n++] = room_s;
  *yuan = INFINITY;
  for (guint i = 0; i < n; i++)
    {
      double cost = power_yuan (graph, a, origin->label.kwh, level, origin->power_s + holds[i]);

      if (cost >= *yuan - SAME_YUAN)
        continue;
      *yuan = cost;
      best = holds[i];
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

void
cor_plan_leave_hourly (CorPlanSearch *search, const CorPlanOrigin *origin, guint next, double level)
{
  const CorPlanGraph *graph = search->graph;
  const CorPlanNode *a = origin->node;
  double charge_s = 3600.0 * cor_charge_curve_hours (&graph->in->curve, a->power_kw, origin->label.kwh, level);
  double pause_s = cor_plan_pause_s (origin, charge_s);
  double per_s = graph->in->yuan_per_h / 3600.0;
  double holds[2 * STEPS_MOST + 2], yuan, least = INFINITY;
  guint n;

  if (a->kind == COR_STOP_SITE)
    {
      double hold_s = best_hold (graph, origin, level, charge_s, MAX (0.0, pause_s - charge_s), &yuan);

      leave_after (search, origin, next, level, pause_s, 0.0, hold_s, yuan);
      return;
    }
  n = find_holds (graph, a, origin->power_s, charge_s, a->hold_most_s, holds);
  for (guint i = 0; i < n; i++)
    {
      yuan = power_yuan (graph, a, origin->label.kwh, level, origin->power_s + holds[i]);
      /* Who pays as little and leaves earlier can stay on at the next stop. */
      if (yuan < least - SAME_YUAN)
        leave_after (search, origin, next, level, pause_s, holds[i], holds[i], yuan + per_s * (charge_s + holds[i]));
      least = MIN (least, yuan);
    }
  if (origin->may_rest && !cor_plan_is_rest (pause_s, graph->each_rest_s))
    {
      double stay_s = graph->each_rest_s - pause_s;
      double hold_s = best_hold (graph, origin, level, charge_s, stay_s, &yuan);

      leave_after (search, origin, next, level, pause_s, stay_s, hold_s, yuan + per_s * (charge_s + stay_s));
    }
}

static void
add_level (double *levels, guint *n, double level)
{
  if (*n < COR_LEVELS_MOST)
    levels[(*n)++] = level;
}

/* Times at which power may begin at a node from @from_s on, and end so that a kWh more is dearer; @free_s: until when time
 * is free, 0 for not at all. */
typedef struct
{
  double begins[STEPS_MOST + 1], ends[STEPS_MOST + 1];
  guint n_begins, n_ends;
} Turns;

static void
find_turns (const CorPlanGraph *graph, const CorPlanNode *node, double from_s, double to_s, double free_s, Turns *turns)
{
  turns->begins[0] = from_s;
  turns->n_begins = 1 + cor_plan_find_steps (graph, node, from_s, MIN (to_s, MAX (from_s + node->hold_most_s, free_s)), FALSE,
                                    turns->begins + 1);
  turns->n_ends = cor_plan_find_steps (graph, node, from_s, to_s, TRUE, turns->ends);
  if (free_s > from_s)
    turns->ends[turns->n_ends++] = free_s;
}

/* Until when time at a node is free to who is there at_s, waiting from shut_s before. */
static double
free_until (const CorPlanGraph *graph, const CorPlanNode *node, double at_s, double shut_s)
{
  if (node->kind == COR_STOP_SITE)
    return at_s + node->rejoin_s - node->leave_s;
  return graph->each_rest_s > 0.0 ? at_s - shut_s + graph->each_rest_s : 0.0;
}

void
cor_plan_find_levels (const CorPlanGraph *graph, CorPlanOrigin *origin)
{
  const CorPlanNode *a = origin->node;
  const CorChargeCurve *curve = &graph->in->curve;
  double full_s, free_s;
  Turns turns;

  origin->power_s = origin->label.at_s + (a->kind == COR_STOP_SITE ? 0.0 : a->wait_s + a->fixed_s);
  origin->n_levels = 0;
  if (a->hours == NULL)
    return;
  full_s = 3600.0 * cor_charge_curve_hours (curve, a->power_kw, origin->label.kwh, origin->highest);
  free_s = free_until (graph, a, origin->label.at_s, origin->label.shut_s);
  find_turns (graph, a, origin->power_s, origin->power_s + a->hold_most_s + full_s, free_s, &turns);
  for (guint i = 0; i < turns.n_begins; i++)
    for (guint j = 0; j < turns.n_ends; j++)
      {
        double power_s = turns.ends[j] - turns.begins[i];

        if (power_s > SAME_S && power_s < full_s - SAME_S)
          add_level (origin->levels, &origin->n_levels,
                     cor_charge_curve_level (curve, a->power_kw, origin->label.kwh, power_s / 3600.0));
      }
}
