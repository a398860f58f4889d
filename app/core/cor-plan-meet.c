/* cor-plan-meet.c: charges to leave with that suit the hours of the next stop.
 *
 * The later a truck comes, and the less it has then, the later power ends there. The cost turns where it comes just as the
 * price falls; where power there ends just as the price rises, or the time that is free is over, at a charge that the stop
 * is left with; and where power fills just the time from one of these to another.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-plan-search.h"

#include <math.h>

/* Charges that the next stop is left with are looked at where there are no more chances than these in the day. */
#define FEW_NODES 12
/* False positions that find a charge. */
#define TRIES 60
#define SAME_S 1e-6

/* A way from one stop to the next. power_s: when power begins here; way_s: from its end here until it may begin there;
 * least, most: charges to leave with; drive_kwh: to the next stop. */
typedef struct
{
  CorPlanSearch *search;
  const CorPlanOrigin *origin;
  const CorPlanNode *a, *b;
  guint next;
  double power_s, way_s;
  double least, most;
  double drive_kwh;
} Way;

/* When power may begin at the next stop for who leaves with a level. Loading takes as long as it does. */
static double
there_s (const Way *way, double level)
{
  if (way->a->kind == COR_STOP_SITE)
    return way->origin->label.at_s + way->a->rejoin_s - way->a->leave_s + way->way_s;
  return way->power_s + way->way_s
         + 3600.0 * cor_charge_curve_hours (&way->search->graph->in->curve, way->a->power_kw, way->origin->label.kwh, level);
}

/* Seconds of power there up to a charge. */
static double
power_there_s (const Way *way, double level, double to_kwh)
{
  return 3600.0 * cor_charge_curve_hours (&way->search->graph->in->curve, way->b->power_kw, level - way->drive_kwh, to_kwh);
}

static void
leave (const Way *way, double level)
{
  if (level > way->least + COR_SAME_KWH && level < way->most - COR_SAME_KWH)
    cor_plan_leave (way->search, way->origin, way->next, level);
}

/* How much later than @end_s power up to @to_kwh ends there; from @begin_s on, or with NaN as soon as the truck is there.
 * @moves: how much the end is put off by coming later, none or all of it. */
static double
late_s (const Way *way, double level, double to_kwh, double begin_s, double end_s, double moves)
{
  double at_s = there_s (way, level);

  return (isnan (begin_s) ? at_s : begin_s) + power_there_s (way, level, to_kwh) - end_s - moves * at_s;
}

/* Leaves with the charge with which power there ends just at a time. */
static void
leave_to_end (const Way *way, double to_kwh, double begin_s, double end_s, double moves)
{
  double low = way->least, high = MIN (way->most, to_kwh + way->drive_kwh);
  double at_low = late_s (way, low, to_kwh, begin_s, end_s, moves), at_high = late_s (way, high, to_kwh, begin_s, end_s, moves);
  double level = low, late = at_low;

  if (!(high > low) || at_low * at_high > 0.0)
    return;
  for (guint i = 0; i < TRIES && fabs (late) > SAME_S; i++)
    {
      level = i % 3 == 2 ? 0.5 * (low + high) : low + (high - low) * at_low / (at_low - at_high);
      late = late_s (way, level, to_kwh, begin_s, end_s, moves);
      if (late * at_low > 0.0)
        {
          low = level;
          at_low = late;
        }
      else
        {
          high = level;
          at_high = late;
        }
    }
  leave (way, level);
}

/* Steps of the price there from the earliest time to come to the latest end of power, and the free time of who comes. */
typedef struct
{
  double falls[COR_TARIFF_SLOTS], rises[COR_TARIFF_SLOTS];
  guint n_falls, n_rises;
  double free_s;
} Steps;

/* All that can be tried for one charge to leave the next stop with. */
static void
leave_for_charge (const Way *way, double to_kwh, const Steps *steps)
{
  const CorChargeCurve *curve = &way->search->graph->in->curve;

  for (guint i = 0; i < steps->n_rises; i++)
    {
      leave_to_end (way, to_kwh, NAN, steps->rises[i], 0.0);
      for (guint k = 0; k < steps->n_falls; k++)
        if (steps->falls[k] < steps->rises[i])
          leave (way, way->drive_kwh
                        + cor_charge_curve_start (curve, way->b->power_kw, to_kwh, (steps->rises[i] - steps->falls[k]) / 3600.0));
    }
  for (guint k = 0; k < steps->n_falls && steps->free_s > 0.0; k++)
    leave_to_end (way, to_kwh, steps->falls[k], steps->free_s, 1.0);
}

/* The charges that the next stop may be left with: just enough for every later one, and the bends of the curve. */
static void
leave_for_charges (const Way *way, const Steps *steps)
{
  const CorPlanGraph *graph = way->search->graph;
  double peak = -INFINITY;

  for (guint i = 0; i < graph->in->curve.n; i++)
    leave_for_charge (way, MIN (graph->in->curve.to_kwh[i], graph->high_kwh), steps);
  for (guint i = way->next + 1; i < graph->n_nodes; i++)
    {
      const CorPlanNode *then = &graph->nodes[i];
      double need;

      peak = MAX (peak, then->peak_kwh);
      need = cor_plan_need (graph, way->b, then, peak);
      if (i + 1 == graph->n_nodes)
        need = MAX (need, way->b->back_kwh + graph->total_kwh - way->b->rejoin_kwh
                            + cor_plan_end_kwh (way->search, cor_plan_least_s (graph)) + COR_SAME_KWH / 2);
      if (then->leave_m >= way->b->rejoin_m && need <= graph->high_kwh + COR_SAME_KWH)
        leave_for_charge (way, MIN (need, graph->high_kwh), steps);
    }
}

/* For power here from one time on. */
static void
leave_from (Way *way)
{
  const CorPlanGraph *graph = way->search->graph;
  const CorChargeCurve *curve = &graph->in->curve;
  double first_s = there_s (way, way->least), last_s = there_s (way, way->most);
  double full_s = 3600.0 * cor_charge_curve_hours (curve, way->b->power_kw, graph->low_kwh, graph->high_kwh);
  Steps steps = { 0 };

  steps.n_falls = cor_plan_find_steps (graph, way->b, first_s, last_s + way->b->hold_most_s, FALSE, steps.falls);
  for (guint i = 0; i < steps.n_falls; i++)
    leave (way, cor_charge_curve_level (curve, way->a->power_kw, way->origin->label.kwh,
                                        (steps.falls[i] - way->way_s - way->power_s) / 3600.0));
  if (graph->n_nodes > FEW_NODES && !graph->every_charge)
    return;
  steps.n_rises = cor_plan_find_steps (graph, way->b, first_s, last_s + way->b->hold_most_s + full_s, TRUE, steps.rises);
  steps.free_s = way->b->kind == COR_STOP_SITE ? way->b->rejoin_s - way->b->leave_s
                                               : graph->each_rest_s - way->b->wait_s - way->b->fixed_s;
  leave_for_charges (way, &steps);
}

void
cor_plan_meet (CorPlanSearch *search, const CorPlanOrigin *origin, guint next, double need)
{
  const CorPlanGraph *graph = search->graph;
  const CorPlanNode *a = origin->node, *b = &graph->nodes[next];
  Way way = { .search = search, .origin = origin, .a = a, .b = b, .next = next, .least = MAX (need, origin->label.kwh),
              .most = origin->highest };
  double falls[COR_TARIFF_SLOTS], drive_s = a->back_s + b->leave_s - a->rejoin_s + b->out_s;
  guint n_falls = 0;

  if (!search->meets || a->kind == COR_STOP_SWAP || b->hours == NULL || !(way.most > way.least + COR_SAME_KWH))
    return;
  way.drive_kwh = a->back_kwh + b->leave_kwh - a->rejoin_kwh + b->out_kwh;
  if (b->kind == COR_STOP_PLUG)
    drive_s += b->wait_s + b->fixed_s;
  if (a->hours != NULL)
    n_falls = cor_plan_find_steps (graph, a, origin->power_s, origin->power_s + a->hold_most_s, FALSE, falls);
  /* As from a rest here, and not. */
  for (guint rested = 0; rested < (graph->each_rest_s > 0.0 ? 2 : 1); rested++)
    {
      double driven_s = rested ? 0.0 : origin->label.driven_s;

      way.way_s = drive_s + graph->each_rest_s * cor_plan_rests_between (graph, a, b, &driven_s);
      for (guint i = 0; i <= n_falls; i++)
        {
          way.power_s = i == 0 ? origin->power_s : falls[i - 1];
          leave_from (&way);
        }
    }
}
