/* cor-plan-mean.c: a first day by the hour: one that is found soon at prices which are the same all day, which decide nothing
 * about whether it can be done, and then by the hour where it stops.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-plan-private.h"

#include <math.h>

/* The money that a day found at prices which are the same all day costs by the hour. */
static void
price_by_hour (const CorPlanGraph *graph, const CorPlanGraph *flat, CorPlanFound *found)
{
  guint n;
  g_autofree guint *day = cor_plan_day_labels (found, &n);

  for (guint k = 0; k + 1 < n; k++)
    {
      const CorPlanLabel *label = &found->labels[day[k]];
      const CorPlanNode *node = &graph->nodes[label->node];
      const CorPlanLabel *after = &found->labels[day[k + 1]];
      double power_s = label->at_s + node->wait_s + node->fixed_s + (double) after->hold_s;

      if (node->hours != NULL)
        found->cost += cor_plan_hours_yuan (graph, node, label->kwh, after->from_kwh, graph->in->first_departure_h + power_s / 3600.0)
                       - (after->from_kwh - label->kwh) * flat->nodes[label->node].yuan_per_kwh;
    }
  found->labels[found->last].cost = found->cost;
}

/* A day that can be done, found soon at prices that are the same all day, and where it stops; if there is none, there is none
 * by the hour. */
static gboolean
choose_by_mean (const CorPlanGraph *graph, gboolean *wanted, CorPlanFound *found)
{
  CorPlanGraph flat;

  for (guint i = 0; i < graph->n_nodes; i++)
    wanted[i] = TRUE;
  cor_plan_narrow (graph, wanted, &flat);
  cor_plan_hours_leave_out (&flat);
  cor_plan_search_day (&flat, found);
  for (guint i = 0; i < graph->n_nodes; i++)
    wanted[i] = FALSE;
  for (guint i = found->last; i != COR_NO_LABEL; i = found->labels[i].parent)
    wanted[found->labels[i].node] = TRUE;
  if (found->last != COR_NO_LABEL)
    price_by_hour (graph, &flat, found);
  cor_plan_graph_clear (&flat);
  return found->last != COR_NO_LABEL;
}

double
cor_plan_first_by_hour (const CorPlanGraph *graph, CorPlanFound *found)
{
  g_autofree gboolean *wanted = g_new (gboolean, graph->n_nodes);
  CorPlanFound narrow = { 0 };

  if (!choose_by_mean (graph, wanted, found))
    return INFINITY;
  narrow.cost = found->cost;
  narrow.start_kwh = found->start_kwh;
  cor_plan_search_narrow (graph, wanted, found->cost, &narrow);
  cor_plan_keep_better (found, &narrow);
  return found->cost;
}
