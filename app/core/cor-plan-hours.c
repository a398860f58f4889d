/* cor-plan-hours.c: what the hour does to the price of energy on a day: bounds, and the money for a stretch of power.
 *
 * Power flows in one go, as fast as plug and battery allow, and each kWh costs what its minute does. What is read here is
 * what is paid.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-plan-private.h"

#include <math.h>

#define DAY_S 86400.0

static double
working_h (const CorPlanInput *in)
{
  return isnan (in->day_max_h) ? in->period_h : MIN (in->day_max_h, in->period_h);
}

double
cor_plan_station_least (const CorPlanInput *in, const CorPlanStation *station)
{
  if (station->hours == NULL)
    return station->price_yuan_per_kwh;
  return station->fee_yuan_per_kwh
         + cor_price_day_least (station->hours, in->first_departure_h, in->first_departure_h + working_h (in));
}

double
cor_plan_bay_least (const CorPlanInput *in, const CorPlanLeg *leg)
{
  if (leg->plug_hours == NULL)
    return leg->plug_yuan_per_kwh;
  return cor_price_day_least (leg->plug_hours, in->first_departure_h, in->first_departure_h + working_h (in));
}

/* Bounds of the price in the hours in which a truck can be at a node: not before it gets there without any stop, and,
 * where all time but that of the line is paid, not after it has spent the bound but for what its energy costs at least. */
static void
set_price (const CorPlanGraph *graph, CorPlanNode *node)
{
  const CorPlanInput *in = graph->in;
  double from_s = node->leave_s + node->out_s + node->wait_s + node->fixed_s;
  double to_s = MIN (graph->day_max_s - (graph->total_s - node->rejoin_s) - node->back_s, from_s + DAY_S);
  double from_h = in->first_departure_h + from_s / 3600.0, to_h, least, most;

  if (in->yuan_per_h > 0.0)
    to_s = MIN (to_s, from_s + 3600.0 * MAX (0.0, graph->at_most_yuan - graph->energy_least_yuan) / in->yuan_per_h
                        + (node->kind == COR_STOP_SITE ? node->rejoin_s - node->leave_s : 0.0));
  to_h = MAX (from_h, in->first_departure_h + to_s / 3600.0);
  least = cor_price_day_least (node->hours, from_h, to_h);
  most = cor_price_day_most (node->hours, from_h, to_h);
  node->yuan_per_kwh = (least + node->fee_yuan_per_kwh) / in->charging_efficiency;
  node->hold_most_s = most > least ? MAX (0.0, to_s - from_s) : 0.0;
}

/* The mean price of the time that it takes to charge, from when the truck comes if it does not stop before. */
static double
expected_price (const CorPlanGraph *graph, const CorPlanNode *node)
{
  double from_s = node->leave_s + node->out_s + node->wait_s + node->fixed_s;
  double kwh = cor_plan_highest (graph, node, graph->low_kwh) - graph->low_kwh;

  return cor_plan_hours_yuan (graph, node, graph->low_kwh, graph->low_kwh + kwh,
                              graph->in->first_departure_h + from_s / 3600.0) / kwh;
}

double
cor_plan_station_expected (const CorPlanInput *in, const CorPlanStation *station, const CorAccess *access, double leave_s)
{
  const CorPlanGraph graph = { .in = in, .low_kwh = (in->soc_min + in->reserve) * in->battery_kwh,
                               .high_kwh = in->soc_max * in->battery_kwh };
  CorPlanNode node = { .kind = COR_STOP_PLUG, .leave_s = leave_s, .out_s = access->out_s, .power_kw = station->power_kw,
                       .wait_s = station->wait_min * 60.0, .fixed_s = in->stop_min * 60.0, .sold_by = station->hours,
                       .fee_yuan_per_kwh = station->fee_yuan_per_kwh };
  gboolean unhitched;

  cor_plan_may_enter (in, 0, station, &unhitched);
  if (unhitched)
    node.fixed_s += in->unhitch_min * 60.0;
  return expected_price (&graph, &node) * in->charging_efficiency;
}

gboolean
cor_plan_goes_by_hour (const CorPlanInput *in)
{
  guint n = 0;

  for (guint l = 0; l < in->n_legs; l++)
    n += in->legs[l].n_accesses;
  return n <= COR_BY_HOUR_WAYS;
}

void
cor_plan_hours_init (CorPlanGraph *graph)
{
  gboolean by_hour = graph->pick != NULL ? graph->pick->by_hour : cor_plan_goes_by_hour (graph->in);

  graph->hourly = graph->sells_by_hour = FALSE;
  for (guint i = graph->n_nodes - 1; i-- > 0;)
    {
      CorPlanNode *node = &graph->nodes[i];

      node->hours = by_hour ? node->sold_by : NULL;
      graph->sells_by_hour |= node->sold_by != NULL;
      graph->hourly |= node->hours != NULL;
      if (node->hours != NULL)
        set_price (graph, node);
      else if (node->sold_by != NULL)
        node->yuan_per_kwh = expected_price (graph, node);
    }
}

void
cor_plan_hours_leave_out (CorPlanGraph *graph)
{
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      CorPlanNode *node = &graph->nodes[i];
      double least = node->yuan_per_kwh;

      if (node->hours == NULL)
        continue;
      node->hours = NULL;
      node->yuan_per_kwh = expected_price (graph, node);
      node->energy_yuan_per_kwh += node->yuan_per_kwh - least;
    }
  graph->hourly = FALSE;
}

void
cor_plan_hours_narrow (CorPlanGraph *graph)
{
  double need_kwh = graph->total_kwh
                    - MIN (graph->high_kwh - graph->low_kwh, cor_plan_night_kwh (graph, cor_plan_least_s (graph)));
  double slope = INFINITY;

  for (guint i = 0; i + 1 < graph->n_nodes; i++)
    slope = MIN (slope, graph->nodes[i].yuan_per_kwh - graph->least_yuan_per_kwh);
  if (isfinite (slope))
    graph->energy_least_yuan = MAX (0.0, need_kwh) * MAX (0.0, slope);
}

double
cor_plan_hours_yuan (const CorPlanGraph *graph, const CorPlanNode *node, double from_kwh, double to_kwh, double power_h)
{
  const CorChargeCurve *curve = &graph->in->curve;
  double at_kwh = from_kwh, yuan = 0.0;

  for (guint i = 0; at_kwh < to_kwh;)
    {
      double power, end_kwh, until_h, price = cor_price_day_at (node->sold_by, power_h, &until_h);

      while (i + 1 < curve->n && curve->to_kwh[i] <= at_kwh)
        i++;
      power = MIN (node->power_kw, curve->limit_kw[i]);
      end_kwh = i + 1 == curve->n ? to_kwh : MIN (to_kwh, curve->to_kwh[i]);
      if (!(power > 0.0))
        return INFINITY;
      if (end_kwh - at_kwh > power * until_h)
        end_kwh = at_kwh + power * until_h;
      yuan += (end_kwh - at_kwh) * price;
      power_h += (end_kwh - at_kwh) / power;
      at_kwh = end_kwh;
    }
  return (yuan + (to_kwh - from_kwh) * node->fee_yuan_per_kwh) / graph->in->charging_efficiency;
}

double
cor_plan_dearer_yuan (const CorPlanGraph *graph, const CorPlanLabel *earlier, const CorPlanLabel *later)
{
  const CorPlanNode *node = &graph->nodes[later->node];
  double from_s = earlier->at_s + node->wait_s + node->fixed_s;
  double to_s = later->at_s + node->wait_s + node->fixed_s + node->hold_most_s;
  double most = cor_price_day_most (node->hours, graph->in->first_departure_h + from_s / 3600.0,
                                    graph->in->first_departure_h + MAX (from_s, to_s) / 3600.0);

  return (later->kwh - earlier->kwh) * ((most + node->fee_yuan_per_kwh) / graph->in->charging_efficiency - node->yuan_per_kwh);
}
