/* cor-plan-graph.c: a day's legs and stations as a row of chances to take energy.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-plan-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A day with less slack than this is one in which minutes decide, hours. */
#define SLACK_H 4.0
/* Of days that cost the same, the one that stops earlier: so much less than it costs at the end of the
 * day, far above rounding and far below what anybody pays. */
#define TIE_YUAN 1e-5
#define TIE_YUAN_PER_KWH 1e-6
/* Stands for "whatever it takes" where the night is set aside, kW. */
#define NIGHT_WITHOUT_LIMIT_KW 1e9
/* How often the hours of the day are narrowed to those that the bound leaves time for. */
#define NARROWINGS 3

CorEnergyPoint
cor_plan_leg_at (const CorPlanLeg *leg, double at_m)
{
  guint low = 0;
  guint high = leg->n_points - 1;
  const CorEnergyPoint *a, *b;
  double t;

  if (high == 0 || at_m <= 0.0)
    return leg->points[0];
  if (at_m >= leg->points[high].at_m)
    return leg->points[high];
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (leg->points[middle].at_m <= at_m)
        low = middle;
      else
        high = middle;
    }
  a = &leg->points[low];
  b = &leg->points[high];
  t = (at_m - a->at_m) / (b->at_m - a->at_m);
  return (CorEnergyPoint){ at_m, a->at_s + t * (b->at_s - a->at_s), a->units + t * (b->units - a->units) };
}

/* Highest running total between two nodes, the later one's place included. */
static void
find_peaks (CorPlanGraph *graph)
{
  double start_m = 0.0;
  double start_kwh = 0.0;
  double peak = -INFINITY;
  guint i = 0;

  for (guint l = 0; l < graph->in->n_legs; l++)
    {
      const CorPlanLeg *leg = &graph->in->legs[l];

      for (guint p = 0; p < leg->n_points; p++)
        {
          double at_m = start_m + leg->points[p].at_m;

          for (; i < graph->n_nodes
                 && (graph->nodes[i].leg < l
                     || (graph->nodes[i].leg == l && graph->nodes[i].leave_m < at_m));
               i++)
            {
              graph->nodes[i].peak_kwh = MAX (graph->nodes[i].leave_kwh, peak);
              peak = -INFINITY;
            }
          peak = MAX (peak, start_kwh + leg->points[p].units);
        }
      start_m += leg->points[leg->n_points - 1].at_m;
      start_kwh += leg->points[leg->n_points - 1].units;
    }
  for (; i < graph->n_nodes; i++)
    {
      graph->nodes[i].peak_kwh = MAX (graph->nodes[i].leave_kwh, peak);
      peak = -INFINITY;
    }
}

static void
find_costs (CorPlanGraph *graph)
{
  const CorPlanInput *in = graph->in;

  graph->least_yuan_per_kwh = cor_plan_least_price (in, in->least_plug_yuan_per_kwh, in->least_swap_yuan_per_kwh);
  cor_plan_hours_init (graph);
  graph->night_slope = cor_plan_night_slope (in, graph->least_yuan_per_kwh);
  for (guint i = 0; i + 1 < graph->n_nodes; i++)
    {
      CorPlanNode *node = &graph->nodes[i];

      node->energy_yuan_per_kwh = node->yuan_per_kwh - graph->least_yuan_per_kwh;
      node->fixed_yuan = in->yuan_per_h * (node->detour_s + node->wait_s + node->fixed_s) / 3600.0
                         + in->yuan_per_km * node->detour_m / 1000.0
                         + graph->least_yuan_per_kwh * (node->out_kwh + node->back_kwh
                                                        + node->leave_kwh - node->rejoin_kwh);
      node->tie_yuan_per_kwh = TIE_YUAN_PER_KWH * node->leave_m / graph->total_m;
      node->energy_yuan_per_kwh += node->tie_yuan_per_kwh;
      node->fixed_yuan += TIE_YUAN * node->leave_m / graph->total_m;
      if (node->kind == COR_STOP_SITE)
        node->fixed_yuan = 0.0;
      else if (node->kind == COR_STOP_PLUG)
        node->energy_yuan_per_kwh += in->yuan_per_h / MIN (node->power_kw, in->curve.limit_kw[0]);
      if (node->out_s + node->back_s > 0.0)
        graph->detour_s_per_yuan
          = MAX (graph->detour_s_per_yuan, (node->out_s + node->back_s) / MAX (node->fixed_yuan, 0.0));
    }
}

static guint
count_nodes (const CorPlanInput *in, guint relax, const CorPlanPick *pick)
{
  guint n = 2;

  for (guint l = 0; l < in->n_legs; l++)
    {
      n++;
      for (guint a = 0; a < in->legs[l].n_accesses && !(relax & COR_WITHOUT_STATIONS); a++)
        n += pick == NULL || pick->wanted[l][a] ? 2 : 0;
    }
  return n;
}

static gboolean
has_hours (const CorPlanGraph *graph)
{
  for (guint i = 0; i < graph->n_nodes; i++)
    if (graph->nodes[i].open_h < 24.0)
      return TRUE;
  return FALSE;
}

/* Everything about the working day that does not depend on single nodes. */
static void
find_times (CorPlanGraph *graph)
{
  const CorPlanInput *in = graph->in;
  double busy_h = cor_plan_least_s (graph) / 3600.0;

  graph->day_max_s = (isnan (in->day_max_h) ? in->period_h : MIN (in->day_max_h, in->period_h)) * 3600.0;
  if (graph->relax & COR_RELAX_DAY)
    graph->day_max_s = INFINITY;
  if (in->can_plug && in->curve.n > 0)
    graph->night_kw = MIN (in->depot_kw, in->curve.limit_kw[0]);
  if (graph->relax & COR_RELAX_NIGHT)
    graph->night_kw = NIGHT_WITHOUT_LIMIT_KW;
  graph->time_matters = has_hours (graph) || graph->day_max_s / 3600.0 - busy_h < SLACK_H
                        || (graph->night_kw > 0.0
                            && graph->night_kw * (in->period_h - busy_h - SLACK_H)
                                   < graph->high_kwh - graph->low_kwh);
}

void
cor_plan_graph_init (CorPlanGraph *graph, const CorPlanInput *input, guint relax, const CorPlanPick *pick,
                     const CorPlanNode *extra)
{
  CorPlanNode *end;

  *graph = (CorPlanGraph){ .in = input, .pick = pick, .relax = relax, .at_most_yuan = INFINITY,
                            .last_node = COR_NO_LABEL, .night_at_s = NAN };
  graph->low_kwh = (input->soc_min + input->reserve) * input->battery_kwh;
  graph->high_kwh = input->soc_max * input->battery_kwh;
  graph->nodes = g_new (CorPlanNode, count_nodes (input, relax, pick));
  cor_plan_runs_init (graph);
  cor_plan_add_legs (graph);
  if (extra != NULL)
    {
      graph->nodes[graph->n_nodes++] = *extra;
      qsort (graph->nodes, graph->n_nodes, sizeof (CorPlanNode), cor_plan_compare_nodes);
    }
  end = &graph->nodes[graph->n_nodes++];
  *end = (CorPlanNode){ .kind = COR_STOP_DEPOT, .leg = input->n_legs - 1, .station = -1, .open_h = 24.0 };
  end->leave_kwh = end->rejoin_kwh = graph->total_kwh;
  end->leave_s = end->rejoin_s = graph->total_s;
  end->leave_m = end->rejoin_m = graph->total_m;
  end->drive_in_s = end->drive_out_s = graph->runs[graph->n_runs - 1].end_s;
  end->run_in = end->run_out = graph->n_runs - 1;
  find_peaks (graph);
  find_times (graph);
  find_costs (graph);
}

void
cor_plan_graph_bound (CorPlanGraph *graph, double at_most_yuan)
{
  graph->at_most_yuan = at_most_yuan;
  /* The less time there is, the fewer hours there are to buy in, and the dearer the cheapest of them. */
  for (guint i = 0; i < NARROWINGS && graph->hourly && isfinite (at_most_yuan); i++)
    {
      find_costs (graph);
      cor_plan_hours_narrow (graph);
    }
}

void
cor_plan_graph_clear (CorPlanGraph *graph)
{
  g_clear_pointer (&graph->nodes, g_free);
  g_clear_pointer (&graph->runs, g_free);
}
