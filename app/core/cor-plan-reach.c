/* cor-plan-reach.c: how far a day's truck gets, whatever it costs.
 *
 * Charge and what has been driven make up a sum that driving leaves as it is, so that the truck with the
 * highest sum gets furthest, and one pass along the line is enough.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-plan-private.h"

#include <math.h>

/* Charges closer than this are the same, kWh; as in the search. */
#define SAME_KWH 1e-6

/* A truck that is back on the line further on. */
typedef struct
{
  double sum_kwh;
  double rejoin_m;
} Coming;

/* Lets those join who are back on the line, and those stop whom a peak in between is too much for. */
static void
pass (GArray *coming, const CorPlanNode *node, double low_kwh, double *sum_kwh)
{
  double least = node->peak_kwh + low_kwh - SAME_KWH;

  if (*sum_kwh < least)
    *sum_kwh = -INFINITY;
  for (guint i = 0; i < coming->len;)
    {
      const Coming *one = &g_array_index (coming, Coming, i);

      if (one->sum_kwh >= least && one->rejoin_m > node->leave_m)
        {
          i++;
          continue;
        }
      if (one->sum_kwh >= least)
        *sum_kwh = MAX (*sum_kwh, one->sum_kwh);
      g_array_remove_index_fast (coming, i);
    }
}

void
cor_plan_reach (const CorPlanGraph *graph, double start_kwh, double *reach)
{
  g_autoptr (GArray) coming = g_array_new (FALSE, FALSE, sizeof (Coming));
  double sum_kwh = start_kwh;

  for (guint i = 0; i < graph->n_nodes; i++)
    {
      const CorPlanNode *node = &graph->nodes[i];
      Coming one;

      pass (coming, node, graph->low_kwh, &sum_kwh);
      reach[i] = sum_kwh - node->leave_kwh - node->out_kwh;
      if (reach[i] < graph->low_kwh - SAME_KWH)
        reach[i] = -INFINITY;
      if (!isfinite (reach[i]))
        continue;
      one.sum_kwh = cor_plan_highest (graph, node, reach[i]) - node->back_kwh + node->rejoin_kwh;
      one.rejoin_m = node->rejoin_m;
      g_array_append_val (coming, one);
    }
}

gboolean
cor_plan_in_reach (const CorPlanGraph *graph)
{
  g_autofree double *reach = g_new (double, graph->n_nodes);

  cor_plan_reach (graph, graph->high_kwh, reach);
  return isfinite (reach[graph->n_nodes - 1]);
}

double
cor_plan_highest (const CorPlanGraph *graph, const CorPlanNode *node, double kwh)
{
  if (node->kind != COR_STOP_SITE)
    return graph->high_kwh;
  return MIN (graph->high_kwh,
              cor_charge_curve_level (&graph->in->curve, node->power_kw, kwh,
                                      (node->rejoin_s - node->leave_s) / 3600.0));
}
