/* cor-plan-refine.c: days with very many ways to stations and prices by the hour: the stops once
 * more by the very hour, and how far below the best of all days can be.
 *
 * The stops were chosen at the price of about the hour. Among the ways that they take, the day is
 * searched again by the very hour. No day costs less than with every kWh at the cheapest hour in
 * which the truck can be there, rests and gates left out: a relaxation, whose least is a bound (R.
 * Bellman, Dynamic Programming, 1957). Ways that no day cheaper than the plan can take go by the
 * same bound. Among those left a quick search makes the plan better, so that fewer are left, and one
 * at every charge is as good as on a day with few ways where it comes to its end.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-plan-private.h"

#include <math.h>
#include <string.h>

/* A search by the very hour has no more steps than these, so that a plan takes milliseconds. */
#define STEPS_MOST 6000
/* Among all ways that are left it has no more work than this, departures and comparisons of
 * arrivals (with less than a third of it, 54 of 60 random days were shown to be the best, not 57), and none where there are more chances than so many: it would seldom come to its end. */
#define WORK_MOST 20000
#define NODES_MOST 160
/* The stops of a day are settled with so much work. */
#define SETTLE_WORK 20000
/* Days that are dearer by no more than this share are looked at too, since their charges may be settled better. */
#define NEAR 0.01
/* What ties add to a day's costs is less, yuan. */
#define TIES_YUAN 1e-3
/* Charges closer than this are the same, kWh. */
#define SAME_KWH 1e-6

/* A plan being refined; begun_yuan: what its costs are counted from. */
typedef struct
{
  const CorPlanInput *in;
  CorPlanPick *pick;
  CorPlan *plan;
  double begun_yuan;
} Refine;

/* What the search would call the plan's cost, or a little more. */
static double
reduced_yuan (const Refine *refine)
{
  return refine->plan->objective_yuan - refine->begun_yuan + TIES_YUAN;
}

static void
want_none (CorPlanPick *pick, const CorPlanInput *in)
{
  for (guint l = 0; l < in->n_legs; l++)
    if (pick->first[l] == l && in->legs[l].n_accesses > 0)
      memset (pick->wanted[l], 0, in->legs[l].n_accesses * sizeof **pick->wanted);
}

/* The ways that the plan takes, on every pass of their legs. */
static void
want_used (CorPlanPick *pick, const CorPlanInput *in, const CorPlan *plan)
{
  want_none (pick, in);
  for (guint i = 0; i < plan->n_stops; i++)
    for (guint a = 0; plan->stops[i].station >= 0 && a < in->legs[plan->stops[i].leg].n_accesses;
         a++)
      if (in->legs[plan->stops[i].leg].accesses[a].station_index == (guint)plan->stops[i].station)
        pick->wanted[plan->stops[i].leg][a] = TRUE;
}

/* Searches for a day cheaper than the plan, which it then is, with so much @work, or any with 0.
 * Returns: whether the search went to its end. */
static gboolean
search_again (Refine *refine, CorPlanGraph *graph, guint work)
{
  CorPlanFound found = { 0 };
  guint steps = MIN (STEPS_MOST, *refine->in->steps_left), had = steps;
  gboolean limited = work > 0;
  CorPlanInput counted = *refine->in;
  g_auto (CorPlan) other = { 0 };

  counted.steps_left = &steps;
  graph->in = &counted;
  graph->work_left = work > 0 ? &work : NULL;
  cor_plan_search (graph, refine->plan->start_soc * counted.battery_kwh, reduced_yuan (refine) + NEAR * refine->plan->objective_yuan,
                   &found);
  graph->in = refine->in;
  graph->work_left = NULL;
  *refine->in->steps_left -= had - steps;
  cor_plan_settle (graph, &found, SETTLE_WORK);
  if (found.last != COR_NO_LABEL)
    cor_plan_write (graph, &found, &other);
  if (other.feasible && other.objective_yuan < refine->plan->objective_yuan - TIES_YUAN)
    {
      CorPlan worse = *refine->plan;

      *refine->plan = other;
      other = worse;
    }
  g_free (found.labels);
  return steps > 0 && (!limited || work > 0);
}

static void
refine_used (Refine *refine)
{
  CorPlanGraph graph;

  want_used (refine->pick, refine->in, refine->plan);
  cor_plan_graph_init (&graph, refine->in, 0, refine->pick, NULL);
  cor_plan_graph_bound (&graph, reduced_yuan (refine));
  search_again (refine, &graph, 0);
  refine->pick->frame.total_kwh = graph.total_kwh;
  refine->pick->frame.night_kwh = MIN (graph.high_kwh - graph.low_kwh,
                                       cor_plan_night_kwh (&graph, cor_plan_least_s (&graph)));
  refine->pick->frame.need_kwh = graph.total_kwh - refine->pick->frame.night_kwh;
  cor_plan_graph_clear (&graph);
}

/* The least that a day costs with every kWh at the cheapest hour of its node. */
static double
least_yuan (const CorPlanGraph *graph)
{
  CorPlanOutlook outlook;
  double least;

  cor_plan_outlook_init (&outlook, graph, graph->high_kwh);
  least = cor_plan_outlook_least (&outlook, graph);
  cor_plan_outlook_clear (&outlook);
  return least;
}

/* The graph of all ways that a day no dearer than the plan could take. */
static void
init_possible (Refine *refine, CorPlanGraph *graph)
{
  cor_plan_pick_possible (refine->pick, refine->in, reduced_yuan (refine));
  cor_plan_graph_init (graph, refine->in, 0, refine->pick, NULL);
  cor_plan_graph_bound (graph, reduced_yuan (refine));
}

/* Looks for a cheaper day among all ways that it could take, not at every charge. */
static void
improve (Refine *refine)
{
  double before = refine->plan->objective_yuan;
  CorPlanGraph graph;

  init_possible (refine, &graph);
  if (graph.n_nodes <= NODES_MOST)
    search_again (refine, &graph, WORK_MOST);
  cor_plan_graph_clear (&graph);
  if (refine->plan->objective_yuan < before)
    refine_used (refine);
}

/* Among all ways that a day no dearer than the plan could take: how far it is from the best at
 * most. */
static void
refine_all (Refine *refine)
{
  CorPlanGraph graph;
  double gap;

  improve (refine);
  init_possible (refine, &graph);
  graph.every_charge = TRUE;
  gap = least_yuan (&graph);
  if (graph.n_nodes <= NODES_MOST && search_again (refine, &graph, WORK_MOST))
    refine->plan->gap_yuan = 0.0;
  else
    refine->plan->gap_yuan = MAX (0.0, reduced_yuan (refine) - TIES_YUAN - gap);
  cor_plan_graph_clear (&graph);
}

void
cor_plan_refine (const CorPlanInput *input, CorPlan *plan)
{
  Refine refine = { .in = input, .plan = plan };
  double total_kwh = 0.0;

  for (guint l = 0; l < input->n_legs; l++)
    total_kwh += input->legs[l].points[input->legs[l].n_points - 1].units;
  refine.pick = cor_plan_pick_new (input, TRUE);
  refine.begun_yuan = plan->least_yuan_per_kwh * total_kwh
                      - input->yuan_per_h * cor_plan_line_rest_s (input) / 3600.0;
  refine_used (&refine);
  if (plan->start_soc * input->battery_kwh < input->soc_max * input->battery_kwh - SAME_KWH)
    plan->gap_yuan = NAN;
  else
    refine_all (&refine);
  cor_plan_pick_free (refine.pick);
}
