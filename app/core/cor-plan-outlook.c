/* cor-plan-outlook.c: the least that the rest of a day costs, by place and by what was taken so far.
 *
 * Worked out from the end of the day backwards, chance by chance, in steps of energy: what was taken is rounded up
 * for what it allows, and down for what it costs, so that no day costs less. Hours of gates, that stops shorten
 * the night, and the driver's rests are left out. Costs count from a price that no kWh of the day goes below, which all that is
 * still to be taken costs at any rate (R. Bellman, Dynamic Programming, 1957).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-plan-private.h"

#include <math.h>

/* So many steps make a full battery, and no more than so many a day. */
#define RUNGS_OF_CHARGE 32
#define RUNGS_MOST 512
#define SAME_KWH 1e-6

/* A stop as the outlook sees it: what is left behind it, the charge on arrival with nothing taken, how much more
 * its detour takes than the line, the steps from and to which a truck may have come, and up to which the stop
 * can fill. */
typedef struct
{
  const CorPlanGraph *graph;
  const CorPlanOutlook *outlook;
  const CorPlanNode *node;
  const double *after;
  double arrive_kwh;
  double detour_kwh;
  int low, high;
  int top;
} Stop;

static gboolean
has_depot (const CorPlanGraph *graph)
{
  return graph->in->depot_kw > 0.0;
}

static void
set_steps (const CorPlanGraph *graph, CorPlanOutlook *outlook)
{
  double span = graph->high_kwh - graph->low_kwh;
  double top = graph->total_kwh;
  double slope = has_depot (graph) ? graph->night_slope : INFINITY;

  for (guint i = 0; i + 1 < graph->n_nodes; i++)
    {
      top = MAX (top, MAX (graph->nodes[i].leave_kwh, graph->nodes[i].rejoin_kwh));
      slope = MIN (slope, graph->nodes[i].energy_yuan_per_kwh);
    }
  top = MAX (0.0, top) + graph->high_kwh - outlook->start_kwh;
  outlook->least_slope = isfinite (slope) ? MAX (slope, 0.0) : 0.0;
  outlook->step_kwh = MAX (MAX (span / RUNGS_OF_CHARGE, top / (RUNGS_MOST - 2)), SAME_KWH);
  outlook->n_rungs = (guint) ceil (top / outlook->step_kwh) + 2;
}

/* What the night costs, by what was taken. */
static void
fill_end (const CorPlanGraph *graph, CorPlanOutlook *outlook)
{
  double *left = outlook->left + (graph->n_nodes - 1) * outlook->n_rungs;
  double end = MAX (graph->low_kwh, outlook->start_kwh - cor_plan_night_kwh (graph, cor_plan_least_s (graph)));
  double slope = has_depot (graph) ? graph->night_slope - outlook->least_slope : 0.0;

  for (guint e = 0; e < outlook->n_rungs; e++)
    {
      double kwh = outlook->start_kwh + e * outlook->step_kwh - graph->total_kwh;

      left[e] = kwh < end - SAME_KWH ? INFINITY : slope * MAX (0.0, outlook->start_kwh - kwh);
    }
}

/* What charging from base_kwh costs beyond the least price, up to the level of each step; zero_kwh is that
 * of the first. */
static void
fill_costs (const Stop *stop, double base_kwh, double zero_kwh, double *costs)
{
  const CorChargeCurve *curve = &stop->graph->in->curve;
  const CorPlanNode *node = stop->node;
  double step_kwh = stop->outlook->step_kwh;
  double money = node->yuan_per_kwh - stop->graph->least_yuan_per_kwh + node->tie_yuan_per_kwh
                 - stop->outlook->least_slope;
  double at_kwh = base_kwh, yuan = 0.0;
  guint bend = 0;
  double price = money + stop->graph->in->yuan_per_h / MIN (node->power_kw, curve->limit_kw[bend]);

  for (int i = MAX (stop->low - 1, 0); i <= stop->high; i++)
    {
      double to_kwh = zero_kwh + i * step_kwh;

      while (at_kwh < to_kwh)
        {
          gboolean last = bend + 1 >= curve->n || curve->to_kwh[bend] >= to_kwh;
          double end_kwh = last ? to_kwh : MAX (curve->to_kwh[bend], at_kwh);

          yuan += (end_kwh - at_kwh) * price;
          at_kwh = end_kwh;
          bend += !last;
          if (!last)
            price = money + stop->graph->in->yuan_per_h / MIN (node->power_kw, curve->limit_kw[bend]);
        }
      costs[i] = yuan;
    }
}

/* Charging at a plug: any level above that on arrival, the time as the curve has it. */
static void
fill_plug (const Stop *stop, double *room, double *here)
{
  const CorPlanOutlook *outlook = stop->outlook;
  double step = outlook->step_kwh;
  /* A step so much higher is reached for nothing, by rounding. */
  int free_steps = (int) floor (1.0 - stop->detour_kwh / step);
  double best = INFINITY;
  double *from_costs = room, *to_costs = room + outlook->n_rungs;
  double to_kwh = stop->arrive_kwh + stop->detour_kwh - step;
  double base_kwh = MIN (to_kwh, stop->arrive_kwh) + MAX (stop->low - 1, 0) * step;
  int to = stop->top;

  fill_costs (stop, base_kwh, stop->arrive_kwh, from_costs);
  fill_costs (stop, base_kwh, to_kwh, to_costs);
  for (int e = stop->high; e >= stop->low; e--)
    {
      int level = MIN (e + free_steps, stop->top);

      for (; to > level && to >= stop->low; to--)
        best = MIN (best, to_costs[to] + stop->after[to]);
      here[e] = best - from_costs[e];
      if (level >= 0)
        here[e] = MIN (here[e], stop->after[level]);
    }
}

/* Taking so much in the time that the truck stands there anyway. */
static void
fill_site (const Stop *stop, double *here)
{
  const CorPlanGraph *graph = stop->graph;
  const CorPlanOutlook *outlook = stop->outlook;
  double slope = stop->node->energy_yuan_per_kwh - outlook->least_slope;

  for (int e = stop->low; e <= stop->high; e++)
    {
      double from = MIN (stop->arrive_kwh + e * outlook->step_kwh, graph->high_kwh);
      double taken = from < graph->low_kwh - SAME_KWH ? 0.0 : cor_plan_highest (graph, stop->node, from) - from;
      int top = MIN (stop->top, e + 1 + (int) ceil (taken / outlook->step_kwh));

      here[e] = INFINITY;
      for (int to = MIN (e, top); to <= top; to++)
        here[e] = MIN (here[e], stop->after[to] + slope * outlook->step_kwh * MAX (0, to - 1 - e));
    }
}

static void
fill_swap (const Stop *stop, double *here)
{
  const CorPlanOutlook *outlook = stop->outlook;
  double slope = stop->node->energy_yuan_per_kwh - outlook->least_slope;

  for (int e = stop->low; e <= stop->high; e++)
    {
      double from = MIN (stop->arrive_kwh + e * outlook->step_kwh, stop->graph->high_kwh);

      here[e] = stop->after[stop->top] + slope * (stop->graph->high_kwh - from);
    }
}

/* The first node that can be come to from where a stop is back on the line. */
static guint
next_of (const CorPlanGraph *graph, guint index)
{
  guint next = index + 1;

  while (next + 1 < graph->n_nodes && graph->nodes[next].leave_m < graph->nodes[index].rejoin_m)
    next++;
  return next;
}

/* The first step with which a truck has kwh left after so much driven. */
static int
first_rung (const CorPlanOutlook *outlook, double kwh)
{
  return (int) CLAMP (ceil ((kwh - outlook->start_kwh - SAME_KWH) / outlook->step_kwh), 0.0, outlook->n_rungs - 1.0);
}

/* What stopping at a node leaves to pay, into @here; @left: what is left from each node on; @high: the last step with
 * which a truck may come there. */
static void
fill_stop (const CorPlanGraph *graph, const CorPlanOutlook *outlook, guint index, int high, const double *left,
           double *here, double *room)
{
  const CorPlanNode *node = &graph->nodes[index];
  double full_kwh = node->rejoin_kwh - node->back_kwh + graph->high_kwh - outlook->start_kwh;
  Stop stop = { .graph = graph, .outlook = outlook, .node = node,
                .after = left + next_of (graph, index) * outlook->n_rungs,
                .arrive_kwh = outlook->start_kwh - node->leave_kwh - node->out_kwh,
                .detour_kwh = MAX (0.0, node->out_kwh + node->back_kwh + node->leave_kwh - node->rejoin_kwh),
                .low = first_rung (outlook, node->leave_kwh + node->out_kwh + graph->low_kwh), .high = high,
                .top = (int) CLAMP (ceil (full_kwh / outlook->step_kwh), 0.0, high) };

  if (node->kind == COR_STOP_PLUG)
    fill_plug (&stop, room, here);
  else if (node->kind == COR_STOP_SWAP)
    fill_swap (&stop, here);
  else
    fill_site (&stop, here);
  for (int e = 0; e <= high; e++)
    here[e] = e < stop.low ? INFINITY : here[e] + outlook->least_slope * stop.detour_kwh;
}

/* By node, the last step with which a truck may come there: full, however far it has come. */
static int *
last_rungs (const CorPlanGraph *graph, const CorPlanOutlook *outlook)
{
  int *last = g_new (int, graph->n_nodes);
  double top = -INFINITY;

  for (guint i = 0; i < graph->n_nodes; i++)
    {
      top = MAX (top, MAX (graph->nodes[i].leave_kwh, graph->nodes[i].rejoin_kwh));
      last[i] = (int) CLAMP (ceil ((top + graph->high_kwh - outlook->start_kwh) / outlook->step_kwh) + 1.0, 0.0,
                             outlook->n_rungs - 1.0);
    }
  return last;
}

/* What is left from a node on, which passing it or stopping there leaves. */
static void
fill_left (const CorPlanGraph *graph, const CorPlanOutlook *outlook, guint index, int high, const double *here,
           double *left)
{
  int low = first_rung (outlook, graph->nodes[index].peak_kwh + graph->low_kwh);

  for (int e = 0; e < low; e++)
    left[e] = INFINITY;
  for (int e = low; e <= high && index + 1 < graph->n_nodes; e++)
    left[e] = MIN (left[outlook->n_rungs + e], graph->nodes[index].fixed_yuan + here[e]);
}

/* From the end of the day back to a node. */
static void
init_from (CorPlanOutlook *outlook, const CorPlanGraph *graph, double start_kwh, guint first)
{
  guint n = graph->n_nodes;
  g_autofree double *room = NULL;
  g_autofree int *last = NULL;

  *outlook = (CorPlanOutlook){ .start_kwh = start_kwh };
  set_steps (graph, outlook);
  outlook->left = g_new (double, 2 * n * outlook->n_rungs);
  outlook->here = outlook->left + n * outlook->n_rungs;
  room = g_new (double, 2 * outlook->n_rungs);
  last = last_rungs (graph, outlook);
  fill_end (graph, outlook);
  for (guint i = n; i-- > first;)
    {
      double *here = outlook->here + i * outlook->n_rungs;

      if (i + 1 < n)
        fill_stop (graph, outlook, i, last[i], outlook->left, here, room);
      fill_left (graph, outlook, i, last[i], here, outlook->left + i * outlook->n_rungs);
    }
}

void
cor_plan_outlook_init (CorPlanOutlook *outlook, const CorPlanGraph *graph, double start_kwh)
{
  init_from (outlook, graph, start_kwh, 0);
}

double
cor_plan_outlook_through (const CorPlanGraph *graph, double start_kwh, const gboolean *some)
{
  guint first = 0, end = graph->n_nodes - 1;
  CorPlanOutlook outlook;
  g_autofree double *room = NULL, *still = NULL;
  g_autofree int *last = NULL;
  double least;

  while (first < end && !some[first])
    first++;
  while (end > first && !some[end - 1])
    end--;
  init_from (&outlook, graph, start_kwh, first);
  last = last_rungs (graph, &outlook);
  room = g_new (double, 3 * outlook.n_rungs);
  /* What is left for who has not yet stopped at one of them: past the last of them there is no such day. */
  still = g_new (double, graph->n_nodes * outlook.n_rungs);
  for (guint e = end * outlook.n_rungs; e < graph->n_nodes * outlook.n_rungs; e++)
    still[e] = INFINITY;
  for (guint i = end; i-- > 0;)
    {
      double *here = some[i] ? outlook.here + i * outlook.n_rungs : room + 2 * outlook.n_rungs;

      if (!some[i])
        fill_stop (graph, &outlook, i, last[i], still, here, room);
      fill_left (graph, &outlook, i, last[i], here, still + i * outlook.n_rungs);
    }
  least = still[0] + outlook.least_slope * MAX (0.0, graph->total_kwh);
  cor_plan_outlook_clear (&outlook);
  return least;
}

void
cor_plan_outlook_clear (CorPlanOutlook *outlook)
{
  g_clear_pointer (&outlook->left, g_free);
}

double
cor_plan_outlook_least (const CorPlanOutlook *outlook, const CorPlanGraph *graph)
{
  return outlook->left[0] + outlook->least_slope * MAX (0.0, graph->total_kwh);
}

double
cor_plan_outlook_at (const CorPlanOutlook *outlook, const CorPlanGraph *graph, guint node, double kwh)
{
  double taken = kwh + graph->nodes[node].out_kwh + graph->nodes[node].leave_kwh - outlook->start_kwh;
  double rung = CLAMP (ceil (taken / outlook->step_kwh), 0.0, outlook->n_rungs - 1.0);

  return outlook->here[node * outlook->n_rungs + (guint) rung]
         + outlook->least_slope * MAX (0.0, graph->total_kwh - taken);
}

double
cor_plan_outlook_over (const CorPlanOutlook *outlook, const CorPlanGraph *graph, guint node, double least_kwh, double most_kwh,
                       double slope)
{
  const double *here = outlook->here + node * outlook->n_rungs;
  double driven = graph->nodes[node].out_kwh + graph->nodes[node].leave_kwh - outlook->start_kwh;
  double from = least_kwh + driven, to = most_kwh + driven;
  double top = outlook->n_rungs - 1.0;
  guint low = (guint) CLAMP (ceil (from / outlook->step_kwh), 0.0, top);
  guint high = (guint) CLAMP (ceil (to / outlook->step_kwh), low, top);
  double best = here[low] + outlook->least_slope * MAX (0.0, graph->total_kwh - from);

  for (guint e = low + 1; e <= high; e++)
    {
      double taken = (e - 1) * outlook->step_kwh;

      best = MIN (best, here[e] + slope * (taken - from) + outlook->least_slope * MAX (0.0, graph->total_kwh - taken));
    }
  return best;
}
