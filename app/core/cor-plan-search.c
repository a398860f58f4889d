/* cor-plan-search.c: the cheapest day, by labels of place, charge, cost and time.
 *
 * Costs are reduced by the value of the energy at the least price, so that driving costs nothing,
 * no step has a cost below 0, and the best label can be taken first. The outlook bounds the rest of the
 * day (P. E. Hart et al., IEEE Trans. SSC 4(2), 1968).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-plan-private.h"

#include <math.h>

/* Costs are compared in steps of a thousand-millionth yuan, so that rounding does not choose. */
#define KEYS_PER_YUAN 1e9
/* Charges closer than this are the same, kWh. */
#define SAME_KWH 1e-6

typedef struct
{
  const CorPlanGraph *graph;
  CorPlanFound *found;
  CorPlanOutlook outlook;
  double start_kwh;
  double bound;
  guint *settled;
  guint *waiting;
  guint *heap;
  guint n_heap, heap_room;
} Search;

/* Order of labels: by key, then the later place, then age; never by rounding. */
static gboolean
before (const Search *search, guint a, guint b)
{
  const CorPlanLabel *la = &search->found->labels[a];
  const CorPlanLabel *lb = &search->found->labels[b];

  if (la->key != lb->key)
    return la->key < lb->key;
  if (la->node != lb->node)
    return la->node > lb->node;
  return a < b;
}

static void
heap_push (Search *search, guint label)
{
  guint i = search->n_heap++;

  if (i == search->heap_room)
    {
      search->heap_room = MAX (256, 2 * search->heap_room);
      search->heap = g_renew (guint, search->heap, search->heap_room);
    }
  for (; i > 0 && before (search, label, search->heap[(i - 1) / 2]); i = (i - 1) / 2)
    search->heap[i] = search->heap[(i - 1) / 2];
  search->heap[i] = label;
}

static guint
heap_pop (Search *search)
{
  guint top = search->heap[0];
  guint last = search->heap[--search->n_heap];
  guint i = 0;

  for (guint child = 1; child < search->n_heap; child = 2 * i + 1)
    {
      if (child + 1 < search->n_heap && before (search, search->heap[child + 1], search->heap[child]))
        child++;
      if (!before (search, search->heap[child], last))
        break;
      search->heap[i] = search->heap[child];
      i = child;
    }
  search->heap[i] = last;
  return top;
}

double
cor_plan_night_kwh (const CorPlanGraph *graph, double at_s)
{
  if (graph->night_kw <= 0.0)
    return 0.0;
  if (!isnan (graph->night_at_s))
    at_s = graph->night_at_s;
  return graph->night_kw * MAX (0.0, graph->in->period_h - (at_s + graph->rest_s) / 3600.0);
}

/* Least charge at the end of a day, kWh. */
static double
end_kwh (const Search *search, double at_s)
{
  return MAX (search->graph->low_kwh, search->start_kwh - cor_plan_night_kwh (search->graph, at_s));
}

double
cor_plan_closed_s (const CorPlanGraph *graph, const CorPlanNode *node, double at_s)
{
  double since_h;

  if (node->open_h >= 24.0)
    return 0.0;
  since_h = fmod (graph->in->first_departure_h + at_s / 3600.0 - node->open_from_h, 24.0);
  if (since_h < 0.0)
    since_h += 24.0;
  return since_h < node->open_h ? 0.0 : (24.0 - since_h) * 3600.0;
}

/* What charging from one level to another costs beyond the least price; seconds into *charge_s. */
static double
charge_cost (const CorPlanGraph *graph, const CorPlanNode *node, double from_kwh, double to_kwh, double *charge_s)
{
  double yuan = (to_kwh - from_kwh) * (node->yuan_per_kwh - graph->least_yuan_per_kwh + node->tie_yuan_per_kwh);

  *charge_s = 0.0;
  if (node->kind == COR_STOP_PLUG)
    {
      *charge_s = 3600.0 * cor_charge_curve_hours (&graph->in->curve, node->power_kw, from_kwh, to_kwh);
      yuan += graph->in->yuan_per_h * *charge_s / 3600.0;
    }
  return yuan;
}

/* Whether @other makes @label pointless: it has at least the charge, or can charge up to it right
 * here, for no more money and time. */
static gboolean
dominates (const CorPlanGraph *graph, const CorPlanLabel *other, const CorPlanLabel *label)
{
  const CorPlanNode *node = &graph->nodes[label->node];
  double cost = other->cost;
  double at_s = other->at_s;

  if (cost > label->cost + 1.0 / KEYS_PER_YUAN)
    return FALSE;
  if (other->kwh < label->kwh - SAME_KWH)
    {
      double charge_s;

      if (node->kind == COR_STOP_SITE || node->kind == COR_STOP_DEPOT)
        return FALSE;
      cost += charge_cost (graph, node, other->kwh, label->kwh, &charge_s);
      at_s += charge_s;
    }
  if (graph->time_matters)
    {
      if (at_s > label->at_s)
        return FALSE;
      cost += graph->in->yuan_per_h * (label->at_s - at_s) / 3600.0;
    }
  return cost <= label->cost + 1.0 / KEYS_PER_YUAN;
}

/* Whether a label that was taken, or the last good one that waits, makes this one pointless. */
static gboolean
dominated (const Search *search, const CorPlanLabel *label, guint index)
{
  const CorPlanLabel *labels = search->found->labels;
  guint waiting = search->waiting[label->node];

  if (waiting != COR_NO_LABEL && waiting != index && dominates (search->graph, &labels[waiting], label))
    return TRUE;
  for (guint i = search->settled[label->node]; i != COR_NO_LABEL; i = labels[i].next)
    if (dominates (search->graph, &labels[i], label))
      return TRUE;
  return FALSE;
}

static void
push (Search *search, const CorPlanLabel *label)
{
  CorPlanFound *found = search->found;
  guint index = found->n_labels;
  double key = rint (label->key * KEYS_PER_YUAN);

  if (key >= search->bound * KEYS_PER_YUAN || index == COR_LABELS_MAX)
    return;
  if (index == found->room)
    {
      found->room = MAX (256, 2 * found->room);
      found->labels = g_renew (CorPlanLabel, found->labels, found->room);
    }
  found->labels[index] = *label;
  found->labels[index].key = key;
  found->n_labels++;
  if (search->waiting[label->node] == COR_NO_LABEL
      || dominates (search->graph, &found->labels[index], &found->labels[search->waiting[label->node]]))
    search->waiting[label->node] = index;
  heap_push (search, index);
}

/* Arrives at the end of the day. */
static void
push_end (Search *search, CorPlanLabel label)
{
  const CorPlanGraph *graph = search->graph;
  double missing = search->start_kwh - label.kwh;
  double price = graph->in->depot_yuan_per_kwh / graph->in->charging_efficiency;

  if (graph->last_node != COR_NO_LABEL
      && (label.parent == COR_NO_LABEL || search->found->labels[label.parent].node != graph->last_node))
    return;
  if (label.kwh < end_kwh (search, label.at_s) - SAME_KWH || label.at_s + graph->rest_s > graph->day_max_s)
    return;
  if (missing > SAME_KWH && graph->in->depot_kw > 0.0)
    label.cost += missing * (price - graph->least_yuan_per_kwh);
  label.key = label.cost;
  push (search, &label);
}

/* Drives from a node, left with from_kwh after work_s seconds there, to the next one. */
static void
drive (Search *search, guint parent, const CorPlanNode *a, guint next, double from_kwh, double work_s, double cost)
{
  const CorPlanGraph *graph = search->graph;
  const CorPlanNode *b = &graph->nodes[next];
  CorPlanLabel label = { .cost = cost, .from_kwh = from_kwh, .node = next, .parent = parent,
                         .next = COR_NO_LABEL };
  double start_s = parent == COR_NO_LABEL ? 0.0 : search->found->labels[parent].at_s;
  double shut_s;

  label.kwh = from_kwh - a->back_kwh - (b->leave_kwh - a->rejoin_kwh) - b->out_kwh;
  label.at_s = start_s + work_s + a->back_s + b->leave_s - a->rejoin_s + b->out_s;
  if (next + 1 == graph->n_nodes)
    {
      push_end (search, label);
      return;
    }
  shut_s = cor_plan_closed_s (graph, b, label.at_s);
  label.at_s += shut_s;
  label.cost += b->fixed_yuan + graph->in->yuan_per_h * shut_s / 3600.0;
  if (label.cost >= search->bound || dominated (search, &label, COR_NO_LABEL))
    return;
  label.key = label.cost + cor_plan_outlook_at (&search->outlook, graph, next, label.kwh);
  push (search, &label);
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

/* A label that is being followed. */
typedef struct
{
  guint index;
  CorPlanLabel label;
  const CorPlanNode *node;
  double highest;
} Origin;

/* Charges to a level and drives to the next node. */
static void
leave (Search *search, const Origin *origin, guint next, double level)
{
  const CorPlanNode *a = origin->node;
  double charge_s;
  double cost = origin->label.cost + charge_cost (search->graph, a, origin->label.kwh, level, &charge_s);
  double work_s = a->wait_s + a->fixed_s + charge_s;

  if (a->kind == COR_STOP_SITE)
    work_s = a->rejoin_s - a->leave_s;
  drive (search, origin->index, a, next, level, work_s, cost);
}

/* The level that just suffices for the end of the day: the night decides, and the night is shorter
 * the longer the truck charges. */
static double
level_for_end (const Search *search, const Origin *origin, double need)
{
  const CorPlanGraph *graph = search->graph;
  const CorPlanNode *a = origin->node;
  double driven = a->back_kwh + graph->total_kwh - a->rejoin_kwh;
  double end_s = origin->label.at_s + a->wait_s + a->fixed_s + a->back_s + graph->total_s - a->rejoin_s;
  double level = need;

  for (guint i = 0; i < 4; i++)
    {
      double charge_s;

      charge_cost (graph, a, origin->label.kwh, MAX (level, origin->label.kwh), &charge_s);
      level = MAX (need, driven + end_kwh (search, end_s + charge_s) + SAME_KWH / 2);
    }
  return level;
}

/* Leaves for one node with every level worth it: just enough, and each bend of the curve to which
 * charging here is cheaper than charging there. */
static void
leave_for (Search *search, const Origin *origin, guint next, double need)
{
  const CorPlanGraph *graph = search->graph;
  const CorChargeCurve *curve = &graph->in->curve;
  const CorPlanNode *a = origin->node;
  const CorPlanNode *b = &graph->nodes[next];
  double driven = a->back_kwh + b->leave_kwh - a->rejoin_kwh + b->out_kwh;
  gboolean charges_there = b->kind == COR_STOP_PLUG || b->kind == COR_STOP_SWAP;
  double base, here, there, unused_s;

  if (a->kind == COR_STOP_SWAP)
    {
      leave (search, origin, next, origin->highest);
      return;
    }
  if (b->kind == COR_STOP_DEPOT)
    need = level_for_end (search, origin, need);
  if (need > origin->label.kwh + SAME_KWH && need <= origin->highest + SAME_KWH)
    leave (search, origin, next, MIN (need, origin->highest));
  base = MAX (need, origin->label.kwh);
  for (guint i = 0; i < curve->n; i++)
    {
      double level = MIN (curve->to_kwh[i], origin->highest);

      if (level <= base + SAME_KWH || (i > 0 && curve->to_kwh[i - 1] >= origin->highest))
        continue;
      here = charge_cost (graph, a, base, level, &unused_s);
      there = charges_there ? charge_cost (graph, b, base - driven, level - driven, &unused_s) : INFINITY;
      if (there <= here && !graph->time_matters)
        continue;
      leave (search, origin, next, level);
      base = level;
    }
}

/* The least that a day costs which goes on to a node, with as much as can be had here. */
static double
least_by (const Search *search, const Origin *origin, guint next)
{
  const CorPlanGraph *graph = search->graph;
  const CorPlanNode *a = origin->node;
  const CorPlanNode *b = &graph->nodes[next];
  double most_kwh = origin->highest - a->back_kwh - (b->leave_kwh - a->rejoin_kwh) - b->out_kwh;
  double more_kwh = origin->highest - origin->label.kwh;

  return origin->label.cost + b->fixed_yuan + search->outlook.least_slope * MAX (0.0, more_kwh)
         + cor_plan_outlook_at (&search->outlook, graph, next, MIN (most_kwh, graph->high_kwh));
}

/* Follows a label to every node within reach. */
static void
expand (Search *search, guint index)
{
  const CorPlanGraph *graph = search->graph;
  Origin origin = { .index = index, .label = search->found->labels[index] };
  const CorPlanNode *a = &graph->nodes[origin.label.node];
  double peak = -INFINITY;

  origin.node = a;
  origin.highest = cor_plan_highest (graph, a, origin.label.kwh);
  if (origin.highest <= origin.label.kwh + SAME_KWH)
    return;
  for (guint next = origin.label.node + 1; next < graph->n_nodes; next++)
    {
      const CorPlanNode *b = &graph->nodes[next];
      double need;

      peak = MAX (peak, b->peak_kwh);
      if (next + 1 < graph->n_nodes && least_by (search, &origin, next) >= search->bound)
        continue;
      need = graph->low_kwh + a->back_kwh + peak - a->rejoin_kwh;
      if (need > origin.highest + SAME_KWH)
        return;
      need = MAX (need, graph->low_kwh + a->back_kwh + b->leave_kwh - a->rejoin_kwh + b->out_kwh);
      if (b->leave_m >= a->rejoin_m && need <= origin.highest + SAME_KWH)
        leave_for (search, &origin, next, need);
    }
}

/* From the start of the day to every node within reach. */
static void
expand_start (Search *search)
{
  const CorPlanGraph *graph = search->graph;
  const CorPlanNode start = { .kind = COR_STOP_DEPOT };
  double peak = -INFINITY;

  for (guint next = 0; next < graph->n_nodes; next++)
    {
      const CorPlanNode *b = &graph->nodes[next];

      peak = MAX (peak, b->peak_kwh);
      if (search->start_kwh - peak < graph->low_kwh - SAME_KWH)
        return;
      if (search->start_kwh - b->leave_kwh - b->out_kwh >= graph->low_kwh - SAME_KWH)
        drive (search, COR_NO_LABEL, &start, next, search->start_kwh, 0.0, 0.0);
    }
}

double
cor_plan_search (const CorPlanGraph *graph, double start_kwh, double bound, CorPlanFound *found)
{
  Search search = { .graph = graph, .found = found, .start_kwh = start_kwh, .bound = bound };

  found->n_labels = 0;
  found->last = COR_NO_LABEL;
  found->cost = INFINITY;
  found->start_kwh = start_kwh;
  cor_plan_outlook_init (&search.outlook, graph, start_kwh);
  search.settled = g_new (guint, 2 * graph->n_nodes);
  search.waiting = search.settled + graph->n_nodes;
  for (guint i = 0; i < 2 * graph->n_nodes; i++)
    search.settled[i] = COR_NO_LABEL;
  if (cor_plan_outlook_least (&search.outlook, graph) < bound)
    expand_start (&search);
  while (search.n_heap > 0)
    {
      guint index = heap_pop (&search);
      CorPlanLabel *label = &found->labels[index];

      if (label->node + 1 == graph->n_nodes)
        {
          found->last = index;
          found->cost = label->cost;
          break;
        }
      if (dominated (&search, label, index))
        continue;
      label->next = search.settled[label->node];
      search.settled[label->node] = index;
      expand (&search, index);
    }
  cor_plan_outlook_clear (&search.outlook);
  g_free (search.heap);
  g_free (search.settled);
  return found->cost;
}
