/* cor-plan-aim.c: charges to arrive with at a stop that gives energy in time that costs nothing: that of the driver's
 * rest, or of loading.
 *
 * What such a stop gives is worth taking in full, and what is needed beyond it may be cheaper to take before. So the
 * charge to arrive with is that from which the free time just leads up to what is needed to get on: to any later stop, to
 * a bend of the curve, or to the charge that a later stop of the same kind is to be arrived at with.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-plan-search.h"

#include <math.h>

/* Stops in a row each of which gives just what its free time does are looked at up to so many, where there are no more
 * chances than these in the day, and else one at a time. */
#define ROW_MOST 3
#define FEW_NODES 24

/* A charge to arrive with; after_yuan: what the day costs at least from there on, the stop's own costs but for the time of
 * charging left out, and later_yuan the least of that over all higher charges; row: stops in a row. */
struct _CorPlanTarget
{
  double arrive_kwh;
  double after_yuan, later_yuan;
  guint row;
};

/* Seconds of charging at a node that take no time of their own. */
static double
free_s (const CorPlanGraph *graph, const CorPlanNode *node)
{
  if (node->kind == COR_STOP_SITE)
    return node->rejoin_s - node->leave_s;
  if (node->kind != COR_STOP_PLUG)
    return 0.0;
  return graph->each_rest_s - node->wait_s - node->fixed_s;
}

static double
drive_kwh (const CorPlanNode *a, const CorPlanNode *b)
{
  return a->back_kwh + b->leave_kwh - a->rejoin_kwh + b->out_kwh;
}

/* Adds the charge from which a node's free time leads to @level, after which the day costs @after_yuan. */
static void
add_target (const CorPlanSearch *search, const CorPlanNode *node, double level, double after_yuan, guint row,
            GArray *targets)
{
  const CorPlanGraph *graph = search->graph;
  double hours = free_s (graph, node) / 3600.0;
  CorPlanTarget target = { .after_yuan = after_yuan, .row = row };

  if (level > graph->high_kwh + COR_SAME_KWH)
    return;
  target.arrive_kwh = cor_charge_curve_start (&graph->in->curve, node->power_kw, level, hours);
  target.after_yuan += (level - target.arrive_kwh) * (node->yuan_per_kwh - graph->least_yuan_per_kwh);
  if (node->kind == COR_STOP_PLUG)
    target.after_yuan += graph->in->yuan_per_h * hours;
  if (target.arrive_kwh >= graph->low_kwh && node->fixed_yuan + target.after_yuan < search->bound)
    g_array_append_val (targets, target);
}

static int
compare_targets (gconstpointer a, gconstpointer b)
{
  const CorPlanTarget *ta = a;
  const CorPlanTarget *tb = b;

  return (ta->arrive_kwh > tb->arrive_kwh) - (ta->arrive_kwh < tb->arrive_kwh);
}

static void
note_later (GArray *targets)
{
  double least = INFINITY;

  for (guint i = targets->len; i-- > 0;)
    {
      CorPlanTarget *target = &g_array_index (targets, CorPlanTarget, i);

      target->later_yuan = least = MIN (least, target->after_yuan);
    }
}

static const GArray *targets_of (CorPlanSearch *search, guint index);

/* Lets what a later node of the kind is to be arrived at with be aimed at. */
static void
add_rows (CorPlanSearch *search, const CorPlanNode *a, guint next, GArray *targets)
{
  const CorPlanGraph *graph = search->graph;
  const CorPlanNode *b = &graph->nodes[next];
  const GArray *later;

  if ((graph->n_nodes > FEW_NODES && !graph->every_charge) || !(free_s (graph, b) > 0.0))
    return;
  later = targets_of (search, next);
  for (guint i = 0; i < later->len; i++)
    {
      const CorPlanTarget *target = &g_array_index (later, CorPlanTarget, i);

      if (target->row < ROW_MOST)
        add_target (search, a, target->arrive_kwh + drive_kwh (a, b), b->fixed_yuan + target->after_yuan, target->row + 1,
                    targets);
    }
}

/* All charges to arrive with at a node, the lowest first. */
static const GArray *
targets_of (CorPlanSearch *search, guint index)
{
  const CorPlanGraph *graph = search->graph;
  const CorPlanNode *a = &graph->nodes[index];
  double peak = -INFINITY;
  GArray *targets = search->targets[index];

  if (targets != NULL)
    return targets;
  targets = search->targets[index] = g_array_new (FALSE, FALSE, sizeof (CorPlanTarget));
  for (guint i = 0; i < graph->in->curve.n; i++)
    add_target (search, a, MIN (graph->in->curve.to_kwh[i], graph->high_kwh), 0.0, 1, targets);
  for (guint next = index + 1; next < graph->n_nodes; next++)
    {
      const CorPlanNode *b = &graph->nodes[next];
      double need, drive = drive_kwh (a, b);

      peak = MAX (peak, b->peak_kwh);
      if (graph->low_kwh + a->back_kwh + peak - a->rejoin_kwh > graph->high_kwh + COR_SAME_KWH)
        break;
      need = cor_plan_need (graph, a, b, peak);
      if (b->leave_m < a->rejoin_m || need > graph->high_kwh + COR_SAME_KWH)
        continue;
      if (next + 1 == graph->n_nodes)
        need = MAX (need, drive + cor_plan_end_kwh (search, cor_plan_least_s (graph)) + COR_SAME_KWH / 2);
      add_target (search, a, need,
                  next + 1 == graph->n_nodes
                    ? 0.0
                    : b->fixed_yuan + cor_plan_outlook_at (&search->outlook, graph, next, need - drive),
                  1, targets);
      add_rows (search, a, next, targets);
    }
  g_array_sort (targets, compare_targets);
  note_later (targets);
  return targets;
}

/* Whether the last kWh that is taken at the origin can cost less than it would at a stop beyond its free time, and the
 * next one more than within it: else another charge is better. The origin's own rest may make its time free too. */
static gboolean
is_turn (const CorPlanGraph *graph, const CorPlanOrigin *origin, const CorPlanNode *b, double arrive, double level)
{
  const CorChargeCurve *curve = &graph->in->curve;
  const CorPlanNode *a = origin->node;
  double yuan_per_h = graph->in->yuan_per_h;
  double least = a->yuan_per_kwh, most = a->yuan_per_kwh;

  if (a->kind == COR_STOP_PLUG)
    most += yuan_per_h / cor_charge_curve_power (curve, a->power_kw, level + COR_SAME_KWH);
  if (a->kind == COR_STOP_PLUG && level > origin->rest_kwh + COR_SAME_KWH)
    least += yuan_per_h / cor_charge_curve_power (curve, a->power_kw, level - COR_SAME_KWH);
  if (most < b->yuan_per_kwh)
    return FALSE;
  return b->kind == COR_STOP_SITE
         || least <= b->yuan_per_kwh + yuan_per_h / cor_charge_curve_power (curve, b->power_kw, arrive + COR_SAME_KWH);
}

/* Whether a rest may be of use at a node to who left the origin with so much driving since the last one. */
static gboolean
may_rest_at (const CorPlanSearch *search, const CorPlanOrigin *origin, const CorPlanNode *node, double driven_s)
{
  cor_plan_rests_between (search->graph, origin->node, node, &driven_s);
  return cor_plan_may_rest (search, node, driven_s, origin->floor);
}

/* Whether a stop gives energy in free time to who comes from the origin, as from a rest or not. */
static gboolean
gives_free (const CorPlanSearch *search, const CorPlanOrigin *origin, guint next)
{
  const CorPlanNode *node = &search->graph->nodes[next];

  if (!(free_s (search->graph, node) > 0.0))
    return FALSE;
  return node->kind == COR_STOP_SITE || may_rest_at (search, origin, node, 0.0)
         || (origin->label.driven_s > 0.0 && may_rest_at (search, origin, node, origin->label.driven_s));
}

/* The first of the targets that are arrived at with more than kwh. */
static guint
first_above (const GArray *targets, double kwh)
{
  guint low = 0, high = targets->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (targets, CorPlanTarget, middle).arrive_kwh > kwh)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

void
cor_plan_aim (CorPlanSearch *search, const CorPlanOrigin *origin, guint next, double need)
{
  const CorPlanGraph *graph = search->graph;
  const CorPlanNode *a = origin->node, *b = &graph->nodes[next];
  double drive = drive_kwh (a, b);
  double slope = a->yuan_per_kwh - graph->least_yuan_per_kwh;
  double cost = origin->label.cost + b->fixed_yuan - slope * origin->label.kwh;
  const GArray *targets;

  if (!search->aims || a->kind == COR_STOP_SWAP || next + 1 == graph->n_nodes || !gives_free (search, origin, next))
    return;
  targets = targets_of (search, next);
  for (guint i = first_above (targets, MAX (need, origin->label.kwh) + COR_SAME_KWH - drive); i < targets->len; i++)
    {
      const CorPlanTarget *target = &g_array_index (targets, CorPlanTarget, i);
      double level = target->arrive_kwh + drive;

      if (level > origin->highest + COR_SAME_KWH || cost + slope * level + target->later_yuan >= search->bound)
        break;
      if (cost + slope * level + target->after_yuan >= search->bound)
        continue;
      if (target->row > 1 || graph->time_matters || a->hours != NULL || b->hours != NULL || is_turn (graph, origin, b, target->arrive_kwh, level))
        cor_plan_leave (search, origin, next, MIN (level, origin->highest));
    }
}

void
cor_plan_targets_free (CorPlanSearch *search)
{
  for (guint i = 0; search->targets != NULL && i < search->graph->n_nodes; i++)
    if (search->targets[i] != NULL)
      g_array_unref (search->targets[i]);
  g_free (search->targets);
}
