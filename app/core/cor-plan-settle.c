/* cor-plan-settle.c: with which charges stops are left on a day by the hour, once it is about known where it stops.
 *
 * Less charged at one stop puts forward all that follows, and what is left out is made up for at another: where a price steps
 * there, many stops later, the cost turns. No list of charges has them all. So the day is searched again among the stops of
 * the best few that were found, with charges from empty to full to choose from, and then again with ever finer ones around
 * those of the best so far, until they are as good as exact: each time all stops together (an adaptive grid, as in R. Luus,
 * Iterative Dynamic Programming, 2000).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-plan-private.h"

#include <math.h>

/* How far charges and minutes are moved at first, of a full charge and in seconds, and each time this part of that. */
#define FIRST_SHARE 0.125
#define FIRST_S 960.0
#define FINER 0.5
/* Steps as small as this are as good as exact, kWh. */
#define LEAST_KWH 1e-5
/* Where so many steps make no day better, finer ones hardly ever do. */
#define LOOKS 5
/* Days that are dearer by no more than this share before they are settled are looked at, too, among all chances. */
#define WIDER 0.01
/* Days no dearer by more than this share of the best, and so many chances of theirs at most. */
#define NEAR 0.03
#define CHANCES_MOST 8
/* A day is better by more than this, yuan. */
#define SAME_YUAN 1e-7

/* @tries: by chance, the charge that the best day leaves it with and when its power begins. */
typedef struct
{
  CorPlanGraph graph;
  CorPlanFound *best;
  CorPlanTry *tries;
} Settle;

static void
want_day (const CorPlanFound *found, guint last, gboolean *wanted)
{
  for (guint i = found->labels[last].parent; i != COR_NO_LABEL; i = found->labels[i].parent)
    wanted[found->labels[i].node] = TRUE;
}

static guint
count_wanted (const gboolean *wanted, guint n)
{
  guint sum = 0;

  for (guint i = 0; i < n; i++)
    sum += wanted[i];
  return sum;
}

/* The end of the next dearer day that was found, after @last. */
static guint
next_day (const CorPlanGraph *graph, const CorPlanFound *found, guint last)
{
  const CorPlanLabel *labels = found->labels;
  guint next = COR_NO_LABEL;

  for (guint i = 0; i < found->n_labels; i++)
    if (labels[i].node + 1 == graph->n_nodes && i != last
        && (labels[i].cost > labels[last].cost || (labels[i].cost == labels[last].cost && i > last))
        && (next == COR_NO_LABEL || labels[i].cost < labels[next].cost))
      next = i;
  return next;
}

/* The chances of the best few days. */
static void
want_best (const CorPlanGraph *graph, const CorPlanFound *found, gboolean *wanted)
{
  guint last = found->last;

  want_day (found, last, wanted);
  while (count_wanted (wanted, graph->n_nodes) < CHANCES_MOST
         && (last = next_day (graph, found, last)) != COR_NO_LABEL
         && found->labels[last].cost <= found->cost * (1.0 + NEAR))
    want_day (found, last, wanted);
}

/* Takes note of what the best day does; its nodes are those of the graph that the narrower one is made of. */
static void
note_best (Settle *settle)
{
  const CorPlanLabel *labels = settle->best->labels;

  for (guint n = 0; n < settle->graph.n_nodes; n++)
    settle->tries[n] = (CorPlanTry){ NAN, NAN };
  for (guint i = settle->best->last; labels[i].parent != COR_NO_LABEL; i = labels[i].parent)
    for (guint n = 0; n < settle->graph.n_nodes; n++)
      if (settle->graph.nodes[n].origin == labels[labels[i].parent].node)
        settle->tries[n] = (CorPlanTry){ labels[i].from_kwh, labels[i].hold_s };
}

/* Searches with the charges to try. Returns: whether there is a better day. */
static gboolean
search_tries (Settle *settle)
{
  CorPlanFound other = { 0 };

  cor_plan_search (&settle->graph, settle->best->start_kwh, settle->best->cost - SAME_YUAN, &other);
  cor_plan_widen (&settle->graph, &other);
  if (!cor_plan_keep_better (settle->best, &other))
    return FALSE;
  note_best (settle);
  return TRUE;
}

/* Searches among some chances with so many steps, from @first on, while there is work left. Returns: whether there is a
 * better day. */
static gboolean
settle_among (const CorPlanGraph *graph, CorPlanFound *found, const gboolean *wanted, guint first, guint looks,
              guint *work)
{
  Settle settle = { .best = found };
  double part = pow (FINER, first);
  gboolean better = FALSE;

  cor_plan_narrow (graph, wanted, &settle.graph);
  settle.tries = g_new (CorPlanTry, settle.graph.n_nodes);
  settle.graph.tries = settle.tries;
  settle.graph.work_left = work;
  note_best (&settle);
  for (guint i = 0; i < looks && *work > 0; i++, part *= FINER)
    {
      settle.graph.try_kwh = part * FIRST_SHARE * (graph->high_kwh - graph->low_kwh);
      settle.graph.try_s = part * FIRST_S;
      better |= search_tries (&settle);
    }
  g_free (settle.tries);
  cor_plan_graph_clear (&settle.graph);
  return better;
}

void
cor_plan_settle (const CorPlanGraph *graph, CorPlanFound *found, guint work)
{
  double first_kwh = FIRST_SHARE * (graph->high_kwh - graph->low_kwh);
  g_autofree gboolean *wanted = NULL;

  if (!graph->hourly || found->last == COR_NO_LABEL || found->labels[found->last].parent == COR_NO_LABEL)
    return;
  wanted = g_new0 (gboolean, graph->n_nodes);
  want_best (graph, found, wanted);
  if (!settle_among (graph, found, wanted, 0, LOOKS, &work))
    return;
  for (guint i = 0; i < graph->n_nodes; i++)
    wanted[i] = FALSE;
  want_day (found, found->last, wanted);
  settle_among (graph, found, wanted, LOOKS, (guint) MAX (0.0, log (LEAST_KWH / first_kwh) / log (FINER) - LOOKS), &work);
}

void
cor_plan_look_wider (const CorPlanGraph *graph, CorPlanFound *found, guint work)
{
  CorPlanGraph wider = *graph;
  CorPlanFound other = { 0 };

  if (!graph->hourly || found->last == COR_NO_LABEL)
    return;
  wider.wide = TRUE;
  wider.work_left = &work;
  cor_plan_search (&wider, found->start_kwh, found->cost * (1.0 + WIDER), &other);
  cor_plan_settle (graph, &other, work);
  cor_plan_keep_better (found, &other);
}
