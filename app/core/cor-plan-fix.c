/* cor-plan-fix.c: what would make an impossible day possible: battery, station, unhitching, fewer trips.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-plan-private.h"

#include <math.h>

/* Batteries are tried up to this many times the size, and told apart to this share of it. */
#define BATTERY_MOST 4.0
#define BATTERY_STEP 0.02
/* Chargers that are tried at the spot, kW, and distances from it, m. */
static const double powers_kw[] = { 60, 120, 180, 240, 360, 480, 600 };
#define SPOT_M 1000.0
#define SPOT_MOST_M 64000.0
/* Minutes of leaving and taking the trailer are told apart by steps, up to so many of them. */
#define UNHITCH_STEP_MIN 5.0
#define UNHITCH_STEPS 24

static gboolean
feasible (const CorPlanInput *in, const CorPlanNode *extra)
{
  CorPlanGraph graph;
  gboolean can;

  cor_plan_graph_init (&graph, in, 0, NULL, extra);
  can = cor_plan_can_be_done (&graph);
  cor_plan_graph_clear (&graph);
  return can;
}

gboolean
cor_plan_battery_does (const CorPlanInput *in, double factor)
{
  CorPlanInput other = *in;

  other.explain = FALSE;
  other.battery_kwh *= factor;
  for (guint i = 0; i < other.curve.n; i++)
    other.curve.to_kwh[i] *= factor;
  return feasible (&other, NULL);
}

static double
find_battery (const CorPlanInput *in)
{
  double low = 1.0;
  double high = BATTERY_MOST;

  if (!cor_plan_battery_does (in, high))
    return 0.0;
  while (high - low > BATTERY_STEP)
    {
      double middle = 0.5 * (low + high);

      if (cor_plan_battery_does (in, middle))
        high = middle;
      else
        low = middle;
    }
  return high * in->battery_kwh;
}

/* A charger beside the leg where the charge runs out, @away_m off the line. */
static CorPlanNode
station_at (const CorPlanGraph *graph, const CorReason *reason, double power_kw, double away_m)
{
  const CorPlanInput *in = graph->in;
  const CorPlanLeg *leg = &in->legs[reason->leg];
  CorPlanNode node = { .kind = COR_STOP_PLUG, .leg = (guint) reason->leg, .station = 0, .open_h = 24.0 };
  CorEnergyPoint at = cor_plan_leg_at (leg, MAX (0.0, reason->at_m - away_m));
  double metres_per_s = leg->points[leg->n_points - 1].at_m / leg->points[leg->n_points - 1].at_s;

  for (int l = 0; l < reason->leg; l++)
    {
      const CorEnergyPoint *end = &in->legs[l].points[in->legs[l].n_points - 1];

      node.leave_kwh += end->units;
      node.leave_s += end->at_s + in->legs[l].dwell_min * 60.0;
      node.leave_m += end->at_m;
      node.drive_in_s += end->at_s;
      node.run_in += cor_plan_is_rest (in->legs[l].dwell_min * 60.0, graph->each_rest_s);
    }
  node.drive_in_s = node.drive_out_s = node.drive_in_s + at.at_s;
  node.run_out = node.run_in;
  node.leave_kwh = node.rejoin_kwh = node.leave_kwh + at.units;
  node.leave_s = node.rejoin_s = node.leave_s + at.at_s;
  node.leave_m = node.rejoin_m = node.leave_m + at.at_m;
  node.out_m = node.back_m = away_m;
  node.out_s = node.back_s = away_m / metres_per_s;
  node.out_kwh = node.back_kwh = away_m / 1000.0 * leg->detour_kwh_per_km;
  node.detour_m = 2.0 * away_m;
  node.detour_s = 2.0 * node.out_s;
  node.power_kw = power_kw;
  node.fixed_s = in->stop_min * 60.0;
  return node;
}

static gboolean
station_does (const CorPlanGraph *graph, const CorReason *reason, double power_kw, double away_m)
{
  CorPlanNode node = station_at (graph, reason, power_kw, away_m);

  return feasible (graph->in, &node);
}

static void
find_station (const CorPlanGraph *graph, CorReason *reason)
{
  double away_m = SPOT_M;

  for (guint i = 0; i < G_N_ELEMENTS (powers_kw) && reason->fix_power_kw == 0.0; i++)
    if (station_does (graph, reason, powers_kw[i], away_m))
      reason->fix_power_kw = powers_kw[i];
  if (reason->fix_power_kw == 0.0)
    return;
  while (away_m < SPOT_MOST_M && station_does (graph, reason, reason->fix_power_kw, 2.0 * away_m))
    away_m *= 2.0;
  reason->fix_within_m = away_m;
}

static gboolean
unhitching_does (const CorPlanInput *in, guint steps)
{
  CorPlanInput other = *in;

  other.explain = FALSE;
  other.unhitch_min = steps * UNHITCH_STEP_MIN;
  return feasible (&other, NULL);
}

/* More minutes never help, so that halves find the most. */
static double
find_unhitching (const CorPlanInput *in)
{
  guint does = 0, most = UNHITCH_STEPS + 1;

  while (most - does > 1)
    {
      guint middle = (does + most) / 2;

      if (unhitching_does (in, middle))
        does = middle;
      else
        most = middle;
    }
  return does * UNHITCH_STEP_MIN;
}

/* Legs of the first @trips trips, and those home after the last. */
static gboolean
trips_do (const CorPlanInput *in, guint trips)
{
  CorPlanInput other = *in;
  g_autofree CorPlanLeg *legs = g_new (CorPlanLeg, in->n_legs);

  other.n_legs = 0;
  for (guint l = 0; l < in->n_legs; l++)
    if (in->legs[l].trip < trips || in->legs[l].trip >= in->n_trips)
      legs[other.n_legs++] = in->legs[l];
  other.legs = legs;
  other.n_trips = trips;
  return other.n_legs > 0 && feasible (&other, NULL);
}

void
cor_plan_find_fix (const CorPlanGraph *graph, CorReason *reason)
{
  const CorPlanInput *in = graph->in;

  reason->fix_battery_kwh = reason->code == COR_REASON_DAY ? 0.0 : find_battery (in);
  if (reason->code == COR_REASON_RANGE && in->can_plug)
    find_station (graph, reason);
  if (reason->code == COR_REASON_LENGTH && isnan (in->unhitch_min))
    reason->fix_unhitch_min = find_unhitching (in);
  for (guint trips = in->n_trips - 1; in->n_trips > 1 && trips > 0 && reason->fix_trips == 0; trips--)
    if (trips_do (in, trips))
      reason->fix_trips = trips;
}
