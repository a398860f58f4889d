/* cor-plan-search.c: the cheapest day, by labels of place, charge, cost and time.
 *
 * Costs are reduced by the value of the energy at the least price, so that driving costs nothing,
 * no step has a cost below 0, and the best label can be taken first. The outlook bounds the rest of the
 * day (P. E. Hart et al., IEEE Trans. SSC 4(2), 1968).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-plan-search.h"

#include <math.h>

/* Costs closer than this are the same, yuan. */
#define SAME_YUAN 1e-5

/* Order of labels: by key, then the later place, then age; never by rounding. */
static gboolean
before (const CorPlanSearch *search, guint a, guint b)
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
heap_push (CorPlanSearch *search, guint label)
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
heap_pop (CorPlanSearch *search)
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
  return graph->night_kw * MAX (0.0, graph->in->period_h - at_s / 3600.0);
}

/* Least charge at the end of a day, kWh. */
double
cor_plan_end_kwh (const CorPlanSearch *search, double at_s)
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
double
cor_plan_charge_cost (const CorPlanGraph *graph, const CorPlanNode *node, double from_kwh, double to_kwh, double *charge_s)
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

static void
push (CorPlanSearch *search, const CorPlanLabel *label)
{
  CorPlanFound *found = search->found;
  guint index = found->n_labels;
  double key = rint (label->key * COR_KEYS_PER_YUAN);

  if (key >= search->bound * COR_KEYS_PER_YUAN || index == COR_LABELS_MAX || !cor_plan_step (search->graph->in, 1))
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
      || cor_plan_dominates (search, &found->labels[index], &found->labels[search->waiting[label->node]]))
    search->waiting[label->node] = index;
  heap_push (search, index);
}

/* Arrives at the end of the day. */
static void
push_end (CorPlanSearch *search, CorPlanLabel label)
{
  const CorPlanGraph *graph = search->graph;
  double missing = search->start_kwh - label.kwh;
  double price = graph->in->depot_yuan_per_kwh / graph->in->charging_efficiency;

  if (graph->last_node != COR_NO_LABEL
      && (label.parent == COR_NO_LABEL || search->found->labels[label.parent].node != graph->last_node))
    return;
  if (label.kwh < cor_plan_end_kwh (search, label.at_s) - COR_SAME_KWH || label.at_s > graph->day_max_s)
    {
      if (label.kwh >= search->least_end_kwh - COR_SAME_KWH)
        search->late_yuan = MIN (search->late_yuan, label.cost);
      return;
    }
  if (missing > COR_SAME_KWH && graph->in->depot_kw > 0.0)
    label.cost += missing * (price - graph->least_yuan_per_kwh);
  label.key = label.cost;
  push (search, &label);
}

/* Drives from a node to the next one, resting on the way when it is due. */
void
cor_plan_drive (CorPlanSearch *search, guint parent, const CorPlanNode *a, guint next, const CorPlanDeparture *from)
{
  const CorPlanGraph *graph = search->graph;
  const CorPlanNode *b = &graph->nodes[next];
  CorPlanLabel label = { .cost = from->cost, .from_kwh = from->kwh, .stay_s = from->stay_s, .hold_s = (float) from->hold_s,
                         .driven_s = from->driven_s, .node = next, .parent = parent, .next = COR_NO_LABEL };
  double start_s = parent == COR_NO_LABEL ? 0.0 : search->found->labels[parent].at_s;
  double rest_s = graph->each_rest_s * cor_plan_rests_between (graph, a, b, &label.driven_s);

  if (!cor_plan_work (graph))
    return;
  label.kwh = from->kwh - a->back_kwh - (b->leave_kwh - a->rejoin_kwh) - b->out_kwh;
  label.at_s = start_s + from->work_s + a->back_s + b->leave_s - a->rejoin_s + b->out_s + rest_s;
  label.cost += graph->in->yuan_per_h * rest_s / 3600.0;
  if (next + 1 == graph->n_nodes)
    {
      push_end (search, label);
      return;
    }
  label.shut_s = cor_plan_closed_s (graph, b, label.at_s);
  label.at_s += label.shut_s;
  label.cost += b->fixed_yuan + graph->in->yuan_per_h * label.shut_s / 3600.0;
  if (label.cost >= search->bound)
    return;
  label.key = label.cost + cor_plan_outlook_at (&search->outlook, graph, next, label.kwh);
  if (label.key < search->bound && !cor_plan_dominated (search, &label, COR_NO_LABEL))
    push (search, &label);
}

/* From the start of the day to every node within reach. */
static void
expand_start (CorPlanSearch *search)
{
  const CorPlanGraph *graph = search->graph;
  const CorPlanNode start = { .kind = COR_STOP_DEPOT };
  double peak = -INFINITY;

  for (guint next = 0; next < graph->n_nodes; next++)
    {
      const CorPlanNode *b = &graph->nodes[next];

      peak = MAX (peak, b->peak_kwh);
      if (search->start_kwh - peak < graph->low_kwh - COR_SAME_KWH)
        return;
      if (search->start_kwh - b->leave_kwh - b->out_kwh >= graph->low_kwh - COR_SAME_KWH)
        cor_plan_drive (search, COR_NO_LABEL, &start, next, &(CorPlanDeparture){ .kwh = search->start_kwh });
    }
}

/* The cheapest day by labels, best first. */
static double
search_labels (CorPlanSearch *search)
{
  const CorPlanGraph *graph = search->graph;
  CorPlanFound *found = search->found;

  found->n_labels = 0;
  found->last = COR_NO_LABEL;
  found->cost = INFINITY;
  search->n_heap = 0;
  for (guint i = 0; i < 2 * graph->n_nodes; i++)
    search->settled[i] = COR_NO_LABEL;
  if (cor_plan_outlook_least (&search->outlook, graph) < search->bound)
    expand_start (search);
  while (search->n_heap > 0)
    {
      guint index = heap_pop (search);
      CorPlanLabel *label = &found->labels[index];

      if (label->node + 1 == graph->n_nodes)
        {
          found->last = index;
          found->cost = label->cost;
          break;
        }
      if (cor_plan_dominated (search, label, index))
        continue;
      label->next = search->settled[label->node];
      search->settled[label->node] = index;
      cor_plan_expand (search, index);
    }
  return found->cost;
}

/* What a kWh that is taken at a stop costs at least, and with what a day ends at least. */
static void
set_floor (CorPlanSearch *search)
{
  const CorPlanGraph *graph = search->graph;
  double slope = INFINITY;

  for (guint i = 0; i + 1 < graph->n_nodes; i++)
    slope = MIN (slope, graph->nodes[i].energy_yuan_per_kwh);
  search->stop_slope = isfinite (slope) ? MAX (slope, 0.0) : 0.0;
  search->least_end_kwh = cor_plan_end_kwh (search, cor_plan_least_s (graph));
}

/* Whether there may be time on the way that costs nothing: at a bay, or for a rest on a day cheaper than the bound. */
static gboolean
has_free_time (const CorPlanSearch *search)
{
  const CorPlanGraph *graph = search->graph;
  double more_kwh = MAX (0.0, graph->total_kwh + search->least_end_kwh - search->start_kwh);
  double detours_s = (search->bound - search->stop_slope * more_kwh) * graph->detour_s_per_yuan;
  double from_s = 0.0;

  for (guint i = 0; i < graph->n_runs && graph->each_rest_s > 0.0; i++)
    {
      if (graph->runs[i].end_s - from_s + detours_s > graph->rest_after_s)
        return TRUE;
      from_s = graph->runs[i].end_s;
    }
  for (guint i = 0; i < graph->n_nodes; i++)
    if (graph->nodes[i].kind == COR_STOP_SITE)
      return TRUE;
  return FALSE;
}

gboolean
cor_plan_step (const CorPlanInput *in, guint n)
{
  if (in->steps_left == NULL)
    return TRUE;
  if (in->stopped != NULL && g_atomic_int_get (in->stopped))
    n = *in->steps_left;
  *in->steps_left -= MIN (*in->steps_left, n);
  return *in->steps_left > 0;
}

/* Searches once more with more charges to look at, and keeps the day of before where the steps do not suffice for that. */
static void
search_again (CorPlanSearch *search)
{
  CorPlanFound before = *search->found;

  search->found->labels = NULL;
  search->found->room = 0;
  search_labels (search);
  if (search->found->last == COR_NO_LABEL)
    {
      CorPlanFound none = *search->found;

      *search->found = before;
      before = none;
    }
  g_free (before.labels);
}

static void
search_graph (CorPlanSearch *search)
{
  double bound = search->bound;

  search->late_yuan = INFINITY;
  search->aims = FALSE;
  /* Charges to aim at are very many where nothing bounds the day. */
  if (isinf (bound))
    search->bound = search_labels (search) + SAME_YUAN;
  search->aims = isfinite (search->bound) && !search->graph->rough && has_free_time (search);
  if (search->aims && search->targets == NULL)
    search->targets = g_new0 (GArray *, search->graph->n_nodes);
  if (isfinite (bound))
    search_labels (search);
  else if (search->aims)
    search_again (search);
}

double
cor_plan_search (const CorPlanGraph *graph, double start_kwh, double bound, CorPlanFound *found)
{
  CorPlanSearch search = { .graph = graph, .found = found, .start_kwh = start_kwh, .bound = bound };
  CorPlanGraph timed = *graph;

  found->n_labels = 0;
  found->last = COR_NO_LABEL;
  found->cost = INFINITY;
  if (!cor_plan_step (graph->in, graph->n_nodes))
    return INFINITY;
  found->start_kwh = start_kwh;
  cor_plan_outlook_init (&search.outlook, graph, start_kwh);
  search.settled = g_new (guint, 2 * graph->n_nodes);
  search.waiting = search.settled + graph->n_nodes;
  set_floor (&search);
  search_graph (&search);
  found->late = search.late_yuan < found->cost;
  /* Then minutes decide, and who is faster at a place counts, too. */
  if (found->late && !graph->time_matters && !graph->hourly)
    {
      timed.time_matters = TRUE;
      search.graph = &timed;
      search.bound = bound;
      search_graph (&search);
    }
  cor_plan_targets_free (&search);
  cor_plan_outlook_clear (&search.outlook);
  g_free (search.heap);
  g_free (search.settled);
  return found->cost;
}
