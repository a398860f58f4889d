/* cor-plan-dominate.c: which arrivals need not be followed, since others are at least as good.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-plan-search.h"

double
cor_plan_floor (const CorPlanSearch *search, const CorPlanLabel *label)
{
  const CorPlanGraph *graph = search->graph;
  const CorPlanNode *node = &graph->nodes[label->node];
  double more_kwh = node->back_kwh + graph->total_kwh - node->rejoin_kwh + search->least_end_kwh - label->kwh;

  return label->cost + search->stop_slope * MAX (0.0, more_kwh);
}

gboolean
cor_plan_may_rest (const CorPlanSearch *search, const CorPlanNode *node, double driven_s, double floor)
{
  const CorPlanGraph *graph = search->graph;
  double detours_s = (search->bound - floor) * graph->detour_s_per_yuan;

  if (!(graph->each_rest_s > 0.0))
    return FALSE;
  return !(driven_s + cor_plan_run_left_s (graph, node) + detours_s <= graph->rest_after_s);
}

/* How much more time for rests @other may need than @label does for the same stops from here on: one rest at most,
 * where it has been at the wheel for longer; or to stay on for what @label waited at the gate. */
static double
rest_behind_s (const CorPlanSearch *search, const CorPlanLabel *other, const CorPlanLabel *label)
{
  double each_s = search->graph->each_rest_s;
  double gate_s = CLAMP (label->shut_s - other->shut_s, 0.0, each_s);

  if (!(each_s > 0.0) || (other->driven_s <= label->driven_s + COR_SAME_S && gate_s == 0.0)
      || !cor_plan_may_rest (search, &search->graph->nodes[other->node], other->driven_s, cor_plan_floor (search, other)))
    return 0.0;
  return other->driven_s > label->driven_s + COR_SAME_S ? each_s : gate_s;
}

gboolean
cor_plan_dominates (const CorPlanSearch *search, const CorPlanLabel *other, const CorPlanLabel *label)
{
  const CorPlanGraph *graph = search->graph;
  const CorPlanNode *node = &graph->nodes[label->node];
  double cost = other->cost;
  double at_s = other->at_s;
  gboolean charges = other->kwh < label->kwh - COR_SAME_KWH;
  double behind_s;

  if (cost > label->cost + 1.0 / COR_KEYS_PER_YUAN)
    return FALSE;
  if (charges)
    {
      double charge_s;

      if (node->kind == COR_STOP_SITE || node->kind == COR_STOP_DEPOT)
        return FALSE;
      cost += cor_plan_charge_cost (graph, node, other->kwh, label->kwh, &charge_s);
      at_s += charge_s;
    }
  behind_s = rest_behind_s (search, other, label);
  if (graph->time_matters || graph->hourly)
    {
      if (at_s + behind_s > label->at_s || (behind_s > 0.0 && graph->hourly && node->kind == COR_STOP_SITE))
        return FALSE;
      cost += graph->in->yuan_per_h * (label->at_s - at_s) / 3600.0;
    }
  else
    cost += graph->in->yuan_per_h * behind_s / 3600.0;
  if (cost > label->cost + 1.0 / COR_KEYS_PER_YUAN)
    return FALSE;
  if (charges && node->hours != NULL)
    cost += cor_plan_dearer_yuan (graph, other, label);
  return cost <= label->cost + 1.0 / COR_KEYS_PER_YUAN;
}

gboolean
cor_plan_work (const CorPlanGraph *graph)
{
  return graph->work_left == NULL || (*graph->work_left > 0 && --*graph->work_left > 0);
}

gboolean
cor_plan_dominated (const CorPlanSearch *search, const CorPlanLabel *label, guint index)
{
  const CorPlanLabel *labels = search->found->labels;
  guint waiting = search->waiting[label->node];

  if (waiting != COR_NO_LABEL && waiting != index && cor_plan_dominates (search, &labels[waiting], label))
    return TRUE;
  for (guint i = search->settled[label->node]; i != COR_NO_LABEL; i = labels[i].next)
    if (!cor_plan_work (search->graph) || cor_plan_dominates (search, &labels[i], label))
      return TRUE;
  return FALSE;
}
