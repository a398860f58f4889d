/* cor-plan-narrow.c: a day with only some of its chances to take energy.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-plan-private.h"

#include <math.h>

/* The first look takes the best few of each stretch of a leg, and of each part of a full charge. */
#define STRETCHES 4
#define BEST_OF_STRETCH 2

void
cor_plan_narrow (const CorPlanGraph *graph, const gboolean *wanted, CorPlanGraph *out)
{
  double peak = -INFINITY;

  *out = *graph;
  out->nodes = g_new (CorPlanNode, graph->n_nodes);
  out->runs = g_memdup2 (graph->runs, graph->n_runs * sizeof *graph->runs);
  out->n_nodes = 0;
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      CorPlanNode *node = &out->nodes[out->n_nodes];

      peak = MAX (peak, graph->nodes[i].peak_kwh);
      if (!wanted[i] && i + 1 < graph->n_nodes)
        continue;
      *node = graph->nodes[i];
      node->origin = i;
      node->peak_kwh = peak;
      peak = -INFINITY;
      out->n_nodes++;
    }
}

void
cor_plan_widen (const CorPlanGraph *narrower, CorPlanFound *found)
{
  for (guint i = 0; i < found->n_labels; i++)
    found->labels[i].node = narrower->nodes[found->labels[i].node].origin;
}

/* What a stop here costs that fills the battery: for the first look only. */
static double
merit (const CorPlanGraph *graph, const CorPlanNode *node)
{
  return node->fixed_yuan + node->energy_yuan_per_kwh * (graph->high_kwh - graph->low_kwh);
}

/* Marks the best @few of the nodes from @first to before @end. */
static void
choose_best (const CorPlanGraph *graph, guint first, guint end, guint few, gboolean *wanted)
{
  for (guint k = 0; k < few; k++)
    {
      guint best = end;

      for (guint i = first; i < end; i++)
        if (!wanted[i]
            && (best == end || merit (graph, &graph->nodes[i]) < merit (graph, &graph->nodes[best])))
          best = i;
      if (best < end)
        wanted[best] = TRUE;
    }
}

void
cor_plan_choose_few (const CorPlanGraph *graph, gboolean *wanted)
{
  double start_m = 0.0;
  guint first = 0;

  for (guint i = 0; i < graph->n_nodes; i++)
    wanted[i] = FALSE;
  for (guint l = 0; l < graph->in->n_legs; l++)
    {
      const CorEnergyPoint *to = &graph->in->legs[l].points[graph->in->legs[l].n_points - 1];
      double charges = to->units / (graph->high_kwh - graph->low_kwh);
      guint stretches = STRETCHES * (guint) CLAMP (ceil (charges), 1.0, 64.0);

      for (guint s = 1; s <= stretches; s++)
        {
          guint end = first;

          while (end + 1 < graph->n_nodes && graph->nodes[end].leg == l
                 && (s == stretches || graph->nodes[end].leave_m < start_m + to->at_m * s / stretches))
            end++;
          choose_best (graph, first, end, BEST_OF_STRETCH, wanted);
          first = end;
        }
      start_m += to->at_m;
    }
}
