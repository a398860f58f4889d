/* cor-plan-put-off.c: after how many seconds power may begin at a stop, so that it begins as the price falls or ends as it
 * rises: here, at the next stop, or at the one after that.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-plan-search.h"

#include <math.h>

static double
hour_of (const CorPlanGraph *graph, double at_s)
{
  return graph->in->first_departure_h + at_s / 3600.0;
}

void
cor_plan_find_steps (const CorPlanGraph *graph, const CorPlanNode *node, double from_s, double to_s, gboolean up, CorPlanSteps *steps)
{
  double until_h, price = cor_price_day_at (node->hours, hour_of (graph, from_s), &until_h);

  steps->n = 0;
  for (double at_s = from_s + 3600.0 * until_h; at_s <= to_s && steps->n < COR_TARIFF_SLOTS; at_s += 3600.0 * until_h)
    {
      double next = cor_price_day_at (node->hours, hour_of (graph, at_s), &until_h);

      if ((next > price) == up)
        steps->at_s[steps->n++] = at_s;
      price = next;
    }
}

void
cor_plan_add_hold (CorPlanHolds *holds, double hold_s)
{
  guint i = holds->n;

  if (i == G_N_ELEMENTS (holds->s))
    return;
  holds->n++;
  for (; i > 0 && holds->s[i - 1] > hold_s; i--)
    holds->s[i] = holds->s[i - 1];
  holds->s[i] = hold_s;
}

/* Those with which a time that is @at_s now falls on a step, up to @room_s later. */
static void
add_steps (CorPlanHolds *holds, const CorPlanSteps *steps, double at_s, double room_s)
{
  for (guint i = 0; i < steps->n && steps->at_s[i] <= at_s + room_s; i++)
    if (steps->at_s[i] > at_s)
      cor_plan_add_hold (holds, steps->at_s[i] - at_s);
}

void
cor_plan_holds_here (const CorPlanOrigin *origin, double charge_s, double room_s, CorPlanHolds *holds)
{
  holds->n = 0;
  cor_plan_add_hold (holds, 0.0);
  add_steps (holds, &origin->falls, origin->power_s, room_s);
  add_steps (holds, &origin->rises, origin->power_s + charge_s, room_s);
}

void
cor_plan_holds_tried (const CorPlanGraph *graph, const CorPlanOrigin *origin, CorPlanHolds *holds)
{
  for (int k = -1; graph->tries != NULL && k <= 1; k++)
    {
      double hold_s = graph->tries[origin->label.node].hold_s + k * graph->try_s;

      if (hold_s > 0.0)
        cor_plan_add_hold (holds, hold_s);
    }
}

/* When power at a node can begin at once for who leaves another at @left_s, with so much driving since the last rest. */
static double
ready_s (const CorPlanGraph *graph, const CorPlanNode *a, const CorPlanNode *b, double left_s, double driven_s)
{
  double there_s = left_s + a->back_s + b->leave_s - a->rejoin_s + b->out_s
                   + graph->each_rest_s * cor_plan_rests_between (graph, a, b, &driven_s);

  return b->kind == COR_STOP_PLUG ? there_s + b->wait_s + b->fixed_s : there_s;
}

/* Those with which power at a node, which without them begins at @at_s and lasts for @charge_s, or NaN for not known, begins just as the price falls
 * there, or ends as it rises. */
static void
add_turns (const CorPlanGraph *graph, const CorPlanNode *node, double at_s, double charge_s, double room_s, CorPlanHolds *holds)
{
  for (guint up = 0; up < (isnan (charge_s) ? 1 : 2) && node->hours != NULL; up++)
    {
      double turn_s = up ? at_s + charge_s : at_s;
      CorPlanSteps steps;

      cor_plan_find_steps (graph, node, turn_s, turn_s + room_s, up, &steps);
      for (guint i = 0; i < steps.n; i++)
        if (steps.at_s[i] > turn_s)
          cor_plan_add_hold (holds, steps.at_s[i] - turn_s);
    }
}

/* Seconds in which who comes to a node with so much charges what it takes to get to the end of the day, or all that goes in. */
static double
rest_of_day_s (const CorPlanGraph *graph, const CorPlanNode *node, double kwh)
{
  double level = CLAMP (graph->low_kwh + node->back_kwh + graph->total_kwh - node->rejoin_kwh, kwh, MAX (kwh, graph->high_kwh));

  return 3600.0 * cor_charge_curve_hours (&graph->in->curve, node->power_kw, kwh, level);
}

/* The same for the stops after a plug that is come to with so much, for who charges there just enough for them. */
static void
far_holds (const CorPlanGraph *graph, guint index, double kwh, double at_s, double room_s, CorPlanHolds *holds)
{
  const CorPlanNode *b = &graph->nodes[index];
  double peak = -INFINITY;

  for (guint k = index + 1; k + 1 < graph->n_nodes; k++)
    {
      const CorPlanNode *c = &graph->nodes[k];
      double need, level, charge_s, there_kwh;

      peak = MAX (peak, c->peak_kwh);
      need = cor_plan_need (graph, b, c, peak);
      if (need > graph->high_kwh + COR_SAME_KWH)
        return;
      if (c->leave_m < b->rejoin_m)
        continue;
      level = MAX (need, kwh);
      charge_s = 3600.0 * cor_charge_curve_hours (&graph->in->curve, b->power_kw, kwh, level);
      there_kwh = level - b->back_kwh - (c->leave_kwh - b->rejoin_kwh) - c->out_kwh;
      add_turns (graph, b, at_s, charge_s, room_s, holds);
      add_turns (graph, c, ready_s (graph, b, c, at_s + charge_s, 0.0), rest_of_day_s (graph, c, there_kwh), room_s, holds);
    }
}

void
cor_plan_holds_next (const CorPlanGraph *graph, const CorPlanOrigin *origin, guint next, double level, double charge_s,
                     double room_s, CorPlanHolds *holds)
{
  const CorPlanNode *a = origin->node, *b = &graph->nodes[next];
  double there_s = ready_s (graph, a, b, origin->power_s + charge_s, origin->label.driven_s);

  add_turns (graph, b, there_s, NAN, room_s, holds);
  if (graph->wide && b->kind == COR_STOP_PLUG)
    far_holds (graph, next, level - a->back_kwh - (b->leave_kwh - a->rejoin_kwh) - b->out_kwh, there_s, room_s, holds);
}
