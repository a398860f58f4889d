/* cor-plan-day.c: the cheapest day that repeats, among few stations first, then among all that
 * could still do better.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-plan-private.h"

#include <math.h>

/* Charges that a day may start with when the night cannot refill everything. */
#define START_STEPS 8
#define DAYS_TO_STEADY 4
/* How often the morning of the best day is moved to where that day can still gain. */
#define MOVES 4
/* How often a day and the night after it are fitted to each other. */
#define NIGHTS 10
/* Days with fewer chances than this are searched at once. */
#define FEW_NODES 64
/* By the hour a day has no more work than this, departures and comparisons of arrivals: far more than days need that start
 * full. */
#define HOURLY_WORK 1000000
/* Costs closer than this are the same, yuan, and charges, kWh. */
#define SAME_YUAN 1e-5
#define SAME_KWH 1e-6
/* Ways off the line may save so much of its time, seconds. */
#define SAME_S 60.0

gboolean
cor_plan_keep_better (CorPlanFound *best, CorPlanFound *other)
{
  gboolean better = other->cost < best->cost;

  if (better)
    {
      CorPlanFound worse = *best;

      *best = *other;
      best->shaky = worse.shaky;
      *other = worse;
    }
  g_clear_pointer (&other->labels, g_free);
  return better;
}

static void
try_start (const CorPlanGraph *graph, double start_kwh, double bound, CorPlanFound *best)
{
  CorPlanFound other = { 0 };

  cor_plan_search (graph, start_kwh, MIN (bound, best->cost), &other);
  if (cor_plan_keep_better (best, &other))
    best->shaky = TRUE;
}

/* The same for a charge that is one to start with, and not the full one. */
static void
try_lower (const CorPlanGraph *graph, double start_kwh, double bound, CorPlanFound *best)
{
  if (start_kwh >= graph->low_kwh && start_kwh < graph->high_kwh - SAME_KWH)
    try_start (graph, start_kwh, bound, best);
}

/* Whether the night after a day of at_s seconds restores a full charge. */
static gboolean
night_refills (const CorPlanGraph *graph, double at_s)
{
  return cor_plan_night_kwh (graph, at_s) >= graph->high_kwh - graph->low_kwh;
}

/* Whether a day that starts full would cost less than cost, and than that in @full, if its stops did not make the night too
 * short. */
static gboolean
stops_spoil_night (const CorPlanGraph *graph, const CorPlanFound *full, double cost)
{
  CorPlanGraph given = *graph;
  CorPlanFound day = { 0 };

  if ((!graph->time_matters && !full->late) || night_refills (graph, graph->day_max_s))
    return FALSE;
  given.night_at_s = cor_plan_least_s (graph);
  cor_plan_search (&given, graph->high_kwh, cost - SAME_YUAN, &day);
  g_free (day.labels);
  return isfinite (day.cost);
}

/* Tries the morning of a day that stops at a node last, has left_kwh in the end, and has the rest from the
 * night after, which is the shorter the longer the day. */
static void
try_end (const CorPlanGraph *graph, guint node, double left_kwh, double at_s, double bound, CorPlanFound *best)
{
  CorPlanGraph given = *graph;
  double start = MIN (graph->high_kwh, left_kwh + cor_plan_night_kwh (graph, at_s));

  given.last_node = node;
  for (guint i = 0; i < NIGHTS && graph->night_kw > 0.0 && start >= graph->low_kwh; i++)
    {
      CorPlanFound day = { 0 };
      double before = start;

      given.night_at_s = at_s;
      cor_plan_search (&given, start, MIN (bound, best->cost), &day);
      if (day.last != COR_NO_LABEL)
        at_s = day.labels[day.last].at_s;
      g_free (day.labels);
      start = MIN (graph->high_kwh, left_kwh + cor_plan_night_kwh (graph, at_s));
      if (fabs (start - before) < SAME_KWH / 2)
        break;
    }
  try_lower (graph, start, bound, best);
}

/* It turns at these mornings whether a day gains from starting with more; between them its cost is a straight
 * line or bends down. Here: with less the truck does not get to a node, the first of the day. @peak_kwh: highest
 * total up to it. */
static void
try_first (const CorPlanGraph *graph, guint at, double peak_kwh, double bound, CorPlanFound *best)
{
  const CorPlanNode *node = &graph->nodes[at];

  try_lower (graph, graph->low_kwh + MAX (peak_kwh, node->leave_kwh + node->out_kwh), bound, best);
}

/* And here: with more, the charge at a node, the last of the day, passes a bend of the curve. @at_s: about how
 * long the day is. */
static void
try_last (const CorPlanGraph *graph, guint at, double at_s, double bound, CorPlanFound *best)
{
  const CorPlanNode *node = &graph->nodes[at];
  const CorChargeCurve *curve = &graph->in->curve;
  double driven = node->back_kwh + graph->total_kwh - node->rejoin_kwh;

  try_end (graph, at, graph->high_kwh - driven, at_s, bound, best);
  for (guint i = 0; i < curve->n && node->kind == COR_STOP_PLUG; i++)
    if (curve->to_kwh[i] < graph->high_kwh && curve->to_kwh[i] - driven >= graph->low_kwh)
      try_end (graph, at, curve->to_kwh[i] - driven, at_s, bound, best);
}

/* Moves the morning of the best day to where its stops, the first and the last, can gain. */
static void
move_best (const CorPlanGraph *graph, double bound, CorPlanFound *best)
{
  guint first = COR_NO_LABEL, last = COR_NO_LABEL;

  for (guint move = 0; move < MOVES && best->last != COR_NO_LABEL; move++)
    {
      double at_s = best->labels[best->last].at_s;
      guint to = best->labels[best->last].parent;
      guint from = to;
      double peak = -INFINITY;

      if (to == COR_NO_LABEL)
        return;
      while (best->labels[from].parent != COR_NO_LABEL)
        from = best->labels[from].parent;
      from = best->labels[from].node;
      to = best->labels[to].node;
      if (from == first && to == last)
        return;
      for (guint i = 0; i <= from; i++)
        peak = MAX (peak, graph->nodes[i].peak_kwh);
      if (from != first)
        try_first (graph, from, peak, bound, best);
      if (to != last)
        try_last (graph, to, at_s, bound, best);
      first = from;
      last = to;
    }
}

/* The cheapest day over charges that it can start with other than a full one, if cheaper than bound. */
static double
search_lower (const CorPlanGraph *graph, double bound, CorPlanFound *found)
{
  double span = graph->high_kwh - graph->low_kwh;
  double start = graph->high_kwh;
  double peak = -INFINITY;
  g_autofree double *reach = g_new (double, graph->n_nodes);

  found->shaky = TRUE;
  /* The night before gives no more than this: towards the highest charge that repeats. */
  for (guint i = 0; i < DAYS_TO_STEADY; i++)
    {
      double morning;

      cor_plan_reach (graph, start, reach);
      morning = reach[graph->n_nodes - 1] + cor_plan_night_kwh (graph, cor_plan_least_s (graph));
      if (!(morning < start - SAME_KWH) || morning < graph->low_kwh)
        break;
      start = morning;
      try_start (graph, start, bound, found);
    }
  for (guint i = 1; i < START_STEPS; i++)
    try_start (graph, graph->high_kwh - span * i / START_STEPS, bound, found);
  for (guint i = 0; i + 1 < graph->n_nodes && graph->n_nodes <= FEW_NODES; i++)
    {
      peak = MAX (peak, graph->nodes[i].peak_kwh);
      try_first (graph, i, peak, bound, found);
      try_last (graph, i, cor_plan_least_s (graph), bound, found);
    }
  move_best (graph, bound, found);
  return found->cost;
}

/* The cheapest day that starts full, or where the night cannot make up for it, with what it can; one that
 * starts with like_kwh at any rate. */
static double
search_starts (const CorPlanGraph *graph, double like_kwh, double bound, CorPlanFound *found)
{
  cor_plan_search (graph, graph->high_kwh, bound, found);
  found->shaky = FALSE;
  if (night_refills (graph, cor_plan_least_s (graph)) && !stops_spoil_night (graph, found, MIN (bound, found->cost)))
    return found->cost;
  try_lower (graph, like_kwh, bound, found);
  return search_lower (graph, bound, found);
}

double
cor_plan_search_narrow (const CorPlanGraph *graph, const gboolean *wanted, double cost, CorPlanFound *found)
{
  CorPlanGraph some;
  double like_kwh = isfinite (found->cost) ? found->start_kwh : graph->high_kwh;

  cor_plan_narrow (graph, wanted, &some);
  some.rough = TRUE;
  found->n_labels = 0;
  search_starts (&some, like_kwh, cost + SAME_YUAN, found);
  cor_plan_widen (&some, found);
  cor_plan_graph_clear (&some);
  return MIN (cost, found->cost);
}

/* A day among few nodes, in @found, whose cost bounds what all can do better; INFINITY where there is none. */
static double
first_look (const CorPlanGraph *graph, CorPlanFound *found)
{
  g_autofree gboolean *wanted = g_new (gboolean, graph->n_nodes);

  cor_plan_choose_few (graph, wanted);
  return cor_plan_search_narrow (graph, wanted, INFINITY, found);
}

/* Searches among few nodes first, then among all for a better day. */
static double
search_narrowing (const CorPlanGraph *graph, CorPlanFound *found)
{
  double cost = graph->at_most_yuan;
  guint work = HOURLY_WORK;
  CorPlanGraph limited = *graph;
  CorPlanFound few;

  if (isinf (cost))
    cost = graph->hourly ? cor_plan_first_by_hour (graph, found) : first_look (graph, found);
  if (isinf (cost) && graph->hourly)
    return INFINITY;
  if (graph->hourly)
    limited.work_left = &work;
  few = *found;
  found->labels = NULL;
  found->room = 0;
  search_starts (&limited, isfinite (few.cost) ? few.start_kwh : graph->high_kwh, cost + SAME_YUAN, found);
  /* Where the steps did not suffice for all, the day among few nodes stands. */
  if (!isfinite (found->cost) && isfinite (few.cost))
    {
      CorPlanFound none = *found;

      *found = few;
      few = none;
    }
  g_free (few.labels);
  return found->cost;
}

/* FALSE where the day is too long without any stop, or the truck does not get to its end whatever that takes. */
static gboolean
may_be_done (const CorPlanGraph *graph)
{
  return cor_plan_least_s (graph) <= graph->day_max_s + SAME_S && cor_plan_in_reach (graph);
}

double
cor_plan_search_day (const CorPlanGraph *graph, CorPlanFound *found)
{
  found->shaky = FALSE;
  found->cost = INFINITY;
  found->last = COR_NO_LABEL;
  if (!may_be_done (graph))
    return INFINITY;
  if (graph->n_nodes <= FEW_NODES && !graph->hourly)
    search_starts (graph, graph->high_kwh, INFINITY, found);
  else
    search_narrowing (graph, found);
  /* The stops may make the night too short to refill after all. Not to be told from few stations. */
  if (!isfinite (found->cost) && graph->pick == NULL && !found->shaky && !graph->hourly)
    search_lower (graph, INFINITY, found);
  return found->cost;
}

gboolean
cor_plan_can_be_done (const CorPlanGraph *graph)
{
  g_autofree gboolean *wanted = g_new (gboolean, graph->n_nodes);
  CorPlanFound found = { .cost = INFINITY };
  gboolean can = FALSE;

  if (!may_be_done (graph))
    return FALSE;
  /* Any day will do, and one among few stations is found soon. */
  if (graph->n_nodes > FEW_NODES)
    {
      cor_plan_choose_few (graph, wanted);
      can = isfinite (cor_plan_search_narrow (graph, wanted, INFINITY, &found));
    }
  if (!can)
    can = isfinite (cor_plan_search_day (graph, &found));
  g_free (found.labels);
  return can;
}
