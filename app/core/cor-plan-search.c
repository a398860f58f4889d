/* cor-plan-search.c: the cheapest day, by labels of place, charge, cost and time.
 *
 * Costs are reduced by the value of the energy at the least price, so that driving costs nothing,
 * no step has a cost below 0, and the best label can be taken first. What is still to be bought
 * at least bounds the rest of the day (P. E. Hart et al., IEEE Trans. SSC 4(2), 1968).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-plan-private.h"

#include <math.h>

/* Costs are compared in steps of a millionth yuan, so that rounding does not choose. */
#define KEYS_PER_YUAN 1e6
/* Charges closer than this are the same, kWh. */
#define SAME_KWH 1e-6
/* Charges that a day may start with when the night cannot refill everything. */
#define START_STEPS 8
#define DAYS_TO_STEADY 4

typedef struct
{
  const CorPlanGraph *graph;
  CorPlanFound *found;
  double start_kwh;
  double bound;
  guint *settled;
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

/* kWh that the night gives after a day that ended at_s seconds after its start. */
static double
night_kwh (const CorPlanGraph *graph, double at_s)
{
  if (graph->night_kw <= 0.0)
    return 0.0;
  return graph->night_kw * MAX (0.0, graph->in->period_h - (at_s + graph->rest_s) / 3600.0);
}

/* Least charge at the end of a day, kWh. */
static double
end_kwh (const Search *search, double at_s)
{
  return MAX (search->graph->low_kwh, search->start_kwh - night_kwh (search->graph, at_s));
}

/* Least that the rest of the day costs for who arrives at node with kwh. */
static double
rest_cost (const Search *search, const CorPlanNode *node, double kwh, gboolean at_stop)
{
  const CorPlanGraph *graph = search->graph;
  double need = graph->total_kwh - node->rejoin_kwh + node->back_kwh
                + end_kwh (search, graph->total_s) - kwh;
  double stops;

  if (need <= SAME_KWH || !isfinite (graph->least_stop_yuan))
    return 0.0;
  stops = need;
  if (at_stop)
    stops -= graph->high_kwh - kwh;
  stops = ceil (stops / (graph->high_kwh - graph->low_kwh) - SAME_KWH);
  return need * graph->least_energy_yuan + MAX (stops, 0.0) * graph->least_stop_yuan;
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

/* Whether a label that was taken before makes this one pointless. */
static gboolean
dominated (const Search *search, const CorPlanLabel *label)
{
  const CorPlanLabel *labels = search->found->labels;
  double yuan_per_s = search->graph->in->yuan_per_h / 3600.0;

  for (guint i = search->settled[label->node]; i != COR_NO_LABEL; i = labels[i].next)
    {
      double earlier = label->at_s - labels[i].at_s;

      if (labels[i].kwh < label->kwh - SAME_KWH)
        continue;
      if (!search->graph->time_matters)
        {
          if (labels[i].cost <= label->cost + 1.0 / KEYS_PER_YUAN)
            return TRUE;
        }
      else if (earlier >= 0.0 && labels[i].cost + yuan_per_s * earlier <= label->cost + 1.0 / KEYS_PER_YUAN)
        return TRUE;
    }
  return FALSE;
}

static void
push (Search *search, const CorPlanLabel *label)
{
  CorPlanFound *found = search->found;
  double key = rint (label->key * KEYS_PER_YUAN);

  if (key >= search->bound * KEYS_PER_YUAN || dominated (search, label))
    return;
  if (found->n_labels == found->room)
    {
      found->room = MAX (256, 2 * found->room);
      found->labels = g_renew (CorPlanLabel, found->labels, found->room);
    }
  found->labels[found->n_labels] = *label;
  found->labels[found->n_labels].key = key;
  heap_push (search, found->n_labels++);
}

/* Arrives at the end of the day. */
static void
push_end (Search *search, CorPlanLabel label)
{
  const CorPlanGraph *graph = search->graph;
  double missing = search->start_kwh - label.kwh;
  double price = graph->in->depot_yuan_per_kwh / graph->in->charging_efficiency;

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
  label.key = label.cost + rest_cost (search, b, label.kwh, TRUE);
  push (search, &label);
}

/* What charging from one level to another costs beyond the least price, and its seconds. */
static double
charge_cost (const Search *search, const CorPlanNode *node, double from_kwh, double to_kwh, double *work_s)
{
  const CorPlanGraph *graph = search->graph;
  double yuan = (to_kwh - from_kwh) * (node->yuan_per_kwh - graph->least_yuan_per_kwh);

  *work_s = node->wait_s + node->fixed_s;
  if (node->kind == COR_STOP_SITE)
    *work_s = node->rejoin_s - node->leave_s;
  else if (node->kind == COR_STOP_PLUG)
    {
      double charge_s = 3600.0 * cor_charge_curve_hours (&graph->in->curve, node->power_kw, from_kwh, to_kwh);

      *work_s += charge_s;
      yuan += graph->in->yuan_per_h * charge_s / 3600.0;
    }
  return yuan;
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

/* Leaves a node with a level that depends on where the truck goes next: just enough. */
static void
drive_with_need (Search *search, guint parent, const CorPlanNode *a, guint next, double need, double kwh,
                 double highest, double cost)
{
  const CorPlanNode *b = &search->graph->nodes[next];
  double work_s;
  double level = need;

  /* At the end the night decides, and the night is shorter the longer the truck charges. */
  for (guint i = 0; next + 1 == search->graph->n_nodes && i < 4; i++)
    {
      double end_s = search->found->labels[parent].at_s + a->back_s + b->leave_s - a->rejoin_s;
      double driven = a->back_kwh + b->leave_kwh - a->rejoin_kwh;

      charge_cost (search, a, kwh, MAX (level, kwh), &work_s);
      level = MAX (need, driven + end_kwh (search, end_s + work_s) + SAME_KWH / 2);
    }
  if (level <= kwh + SAME_KWH || level > highest + SAME_KWH)
    return;
  cost += charge_cost (search, a, kwh, level, &work_s);
  drive (search, parent, a, next, level, work_s, cost);
}

/* Leaves a node with a level that is the same wherever the truck goes. */
static void
drive_with_level (Search *search, guint parent, double level)
{
  const CorPlanGraph *graph = search->graph;
  CorPlanLabel label = search->found->labels[parent];
  const CorPlanNode *a = &graph->nodes[label.node];
  double peak = -INFINITY;
  double work_s;
  double cost = label.cost + charge_cost (search, a, label.kwh, level, &work_s);

  for (guint next = label.node + 1; next < graph->n_nodes; next++)
    {
      const CorPlanNode *b = &graph->nodes[next];

      peak = MAX (peak, b->peak_kwh);
      if (level - a->back_kwh - (peak - a->rejoin_kwh) < graph->low_kwh - SAME_KWH)
        return;
      if (b->leave_m >= a->rejoin_m
          && level - a->back_kwh - (b->leave_kwh - a->rejoin_kwh) - b->out_kwh >= graph->low_kwh - SAME_KWH)
        drive (search, parent, a, next, level, work_s, cost);
    }
}

/* All levels that are just enough for somewhere. */
static void
drive_with_needs (Search *search, guint parent, double highest)
{
  const CorPlanGraph *graph = search->graph;
  CorPlanLabel label = search->found->labels[parent];
  const CorPlanNode *a = &graph->nodes[label.node];
  double peak = -INFINITY;

  for (guint next = label.node + 1; next < graph->n_nodes; next++)
    {
      const CorPlanNode *b = &graph->nodes[next];
      double need;

      peak = MAX (peak, b->peak_kwh);
      need = graph->low_kwh + a->back_kwh + peak - a->rejoin_kwh;
      if (need > highest + SAME_KWH)
        return;
      need = MAX (need, graph->low_kwh + a->back_kwh + b->leave_kwh - a->rejoin_kwh + b->out_kwh);
      if (b->leave_m >= a->rejoin_m && need <= highest + SAME_KWH)
        drive_with_need (search, parent, a, next, need, label.kwh, highest, label.cost);
    }
}

/* Follows a label: every level worth leaving with, to every node within reach. */
static void
expand (Search *search, guint index)
{
  const CorPlanGraph *graph = search->graph;
  double kwh = search->found->labels[index].kwh;
  const CorPlanNode *node = &graph->nodes[search->found->labels[index].node];
  double highest = cor_plan_highest (graph, node, kwh);

  if (highest <= kwh + SAME_KWH)
    return;
  if (node->kind != COR_STOP_SWAP)
    {
      for (guint i = 0; i < graph->in->curve.n; i++)
        if (graph->in->curve.to_kwh[i] > kwh + SAME_KWH && graph->in->curve.to_kwh[i] < highest - SAME_KWH)
          drive_with_level (search, index, graph->in->curve.to_kwh[i]);
      drive_with_needs (search, index, highest);
    }
  drive_with_level (search, index, highest);
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
  search.settled = g_new (guint, graph->n_nodes);
  for (guint i = 0; i < graph->n_nodes; i++)
    search.settled[i] = COR_NO_LABEL;
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
      if (dominated (&search, label))
        continue;
      label->next = search.settled[label->node];
      search.settled[label->node] = index;
      expand (&search, index);
    }
  g_free (search.heap);
  g_free (search.settled);
  return found->cost;
}

/* Keeps the better of two findings in best; the other's memory goes. */
static void
keep (CorPlanFound *best, CorPlanFound *other)
{
  if (other->cost < best->cost)
    {
      CorPlanFound swap = *best;

      *best = *other;
      *other = swap;
    }
  g_free (other->labels);
}

static void
try_start (const CorPlanGraph *graph, double start_kwh, CorPlanFound *best)
{
  CorPlanFound other = { 0 };

  cor_plan_search (graph, start_kwh, best->cost, &other);
  keep (best, &other);
}

double
cor_plan_search_day (const CorPlanGraph *graph, CorPlanFound *found)
{
  double span = graph->high_kwh - graph->low_kwh;
  gboolean refills = graph->night_kw * (graph->in->period_h - (graph->total_s + graph->rest_s) / 3600.0) >= span;
  double start = graph->high_kwh;
  g_autofree double *reach = NULL;

  cor_plan_search (graph, start, INFINITY, found);
  if (refills && isfinite (found->cost))
    return found->cost;
  reach = g_new (double, graph->n_nodes);
  cor_plan_reach (graph, start, reach);
  if (!isfinite (reach[graph->n_nodes - 1]))
    return INFINITY;
  /* The night before gives no more than this: towards the highest charge that repeats. */
  for (guint i = 0; i < DAYS_TO_STEADY; i++)
    {
      double morning;

      cor_plan_reach (graph, start, reach);
      morning = reach[graph->n_nodes - 1] + night_kwh (graph, graph->total_s);
      if (!(morning < start - SAME_KWH) || morning < graph->low_kwh)
        break;
      start = morning;
      try_start (graph, start, found);
    }
  for (guint i = 1; i < START_STEPS; i++)
    try_start (graph, graph->high_kwh - span * i / START_STEPS, found);
  return found->cost;
}

void
cor_plan_reach (const CorPlanGraph *graph, double start_kwh, double *reach)
{
  const CorPlanNode start = { .kind = COR_STOP_DEPOT };

  for (guint i = 0; i < graph->n_nodes; i++)
    reach[i] = -INFINITY;
  for (int i = -1; i + 1 < (int) graph->n_nodes; i++)
    {
      const CorPlanNode *a = i < 0 ? &start : &graph->nodes[i];
      double level = i < 0 ? start_kwh : cor_plan_highest (graph, a, reach[i]);
      double peak = -INFINITY;

      if (i >= 0 && !isfinite (reach[i]))
        continue;
      for (guint j = (guint) (i + 1); j < graph->n_nodes; j++)
        {
          const CorPlanNode *b = &graph->nodes[j];
          double kwh = level - a->back_kwh - (b->leave_kwh - a->rejoin_kwh) - b->out_kwh;

          peak = MAX (peak, b->peak_kwh);
          if (level - a->back_kwh - (peak - a->rejoin_kwh) < graph->low_kwh - SAME_KWH)
            break;
          if (b->leave_m >= a->rejoin_m && kwh >= graph->low_kwh - SAME_KWH)
            reach[j] = MAX (reach[j], kwh);
        }
    }
}
