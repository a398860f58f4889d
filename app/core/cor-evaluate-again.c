/* cor-evaluate-again.c: what of earlier results still holds.
 *
 * A truck's result is taken over where all that it read is the same object as before. Stations are
 * looked at more closely: one that changed concerns a model year only where its plan stops there, or
 * where a day that stops there could cost no more than the plan (cor_plan_brief_concern()). Only
 * the years concerned are computed anew, and the answer is what computing all of them would give.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-results-private.h"

#include <math.h>
#include <string.h>

const CorDutyResult *
cor_again_duty (const CorDutyContext *context, const CorAgain *again)
{
  const CorDutyResult *before;

  if (!again->possible || context->route == NULL)
    return NULL;
  before = cor_results_duty (again->previous, context->duty->item.id);
  if (before == NULL || before->duty != context->duty || before->route != context->route
      || before->geometry->out != context->geometry->out || before->geometry->back != context->geometry->back
      || g_strcmp0 (before->geometry->problem, context->geometry->problem) != 0)
    return NULL;
  return before;
}

static gboolean
stops_there (const CorPlanBrief *brief, const CorStationChanges *changes)
{
  for (guint i = 0; i < brief->n_used; i++)
    if (changes->changed[brief->used[i]])
      return TRUE;
  return FALSE;
}

/* A cost that could not be worked out in spite of a plan leaves its words behind: all again then. */
static gboolean
has_no_cost (const CorAlternative *truck, guint n_years)
{
  for (guint i = 0; i < n_years; i++)
    if (truck->briefs[i].planned && truck->briefs[i].plan.feasible && !truck->outcomes[i].feasible)
      return TRUE;
  return FALSE;
}

/* What the changes are to the plan of a year; where it might be another one, it is looked at closely. */
static CorPlanConcern
year_concern (const CorDutyContext *context, const CorKept *kept, guint year)
{
  const CorStationChanges *changes = kept->changes;
  const CorPlanBrief *brief = &kept->from->briefs[year].plan;
  gboolean news = changes->gone || changes->n_ways > 0;
  double row[COR_N_PARAMS];
  CorPlanConcern concern;

  if (changes->many || stops_there (brief, changes) || (brief->shaky && changes->gone) || (kept->from->briefs[year].worn && news))
    return COR_CONCERN_SOLVE;
  concern = cor_plan_brief_concern (brief, changes->ways, changes->n_ways, context->least_plug_yuan_per_kwh,
                                    context->least_swap_yuan_per_kwh);
  if (concern != COR_CONCERN_SEEMS)
    return concern;
  cor_param_table_fill (kept->from->table, context->results->first_year + (int) year, row);
  return cor_evaluate_plan_holds (context, kept->from->truck, row, brief, changes) ? COR_CONCERN_NOTE
                                                                                   : COR_CONCERN_SOLVE;
}

/* The same bytes; none are the same as none, wherever they are. */
static gboolean
same_bytes (gconstpointer a, gconstpointer b, gsize n)
{
  return n == 0 || memcmp (a, b, n) == 0;
}

/* Whether all that a change is judged by is the same in a year as in the one before. */
static gboolean
same_as_before (const CorAlternative *truck, guint year)
{
  const CorYearBrief *now = &truck->briefs[year];
  const CorYearBrief *then = &truck->briefs[MAX (year, 1) - 1];

  return year > 0 && now->planned && then->planned && now->worn == then->worn && now->plan.total_kwh == then->plan.total_kwh
         && now->plan.cost_yuan == then->plan.cost_yuan && now->plan.need_kwh == then->plan.need_kwh
         && now->plan.n_used == then->plan.n_used && now->plan.n_ways == then->plan.n_ways
         && memcmp (&now->plan.input, &then->plan.input, sizeof now->plan.input) == 0
         && same_bytes (now->plan.used, then->plan.used, now->plan.n_used * sizeof *now->plan.used)
         && same_bytes (now->plan.ways, then->plan.ways, now->plan.n_ways * sizeof *now->plan.ways);
}

/* Which years still hold. */
static void
find_kept (const CorDutyContext *context, CorKept *kept)
{
  gboolean all = !has_no_cost (kept->from, context->results->n_years);
  CorPlanConcern concern = COR_CONCERN_NONE;

  for (guint i = 0; i < context->results->n_years; i++)
    {
      if (!kept->from->briefs[i].planned)
        concern = COR_CONCERN_NONE;
      else if (!same_as_before (kept->from, i))
        concern = year_concern (context, kept, i);
      kept->years[i] = all && concern != COR_CONCERN_SOLVE;
      kept->same &= kept->years[i] && concern == COR_CONCERN_NONE;
    }
}

/* Whether a plan names a station whose place in the list is another now. */
static gboolean
is_shifted (const CorAgain *again, const CorAlternative *truck, guint n_years)
{
  const CorPlan *plan = truck->plan;

  if (!again->shifted)
    return FALSE;
  if (plan != NULL && !plan->feasible && plan->reason.station >= 0
      && again->now_of[plan->reason.station] != plan->reason.station)
    return TRUE;
  for (guint i = 0; i < n_years; i++)
    for (guint j = 0; j < truck->briefs[i].plan.n_used; j++)
      if (again->now_of[truck->briefs[i].plan.used[j]] != (int) truck->briefs[i].plan.used[j])
        return TRUE;
  return FALSE;
}

static const CorAlternative *
find_truck (const CorDutyResult *before, const CorTruck *truck)
{
  if (before->diesel != NULL && before->diesel->truck == truck)
    return before->diesel;
  for (guint i = 0; i < before->n_alternatives; i++)
    if (before->alternatives[i]->truck == truck)
      return before->alternatives[i];
  return NULL;
}

gboolean
cor_again_truck (const CorDutyContext *context,
                 const CorAgain *again,
                 const CorDutyResult *before,
                 const CorTruck *truck,
                 CorKept *kept)
{
  kept->again = again;
  kept->from = find_truck (before, truck);
  /* What is avoided is counted against the diesel truck. */
  if (kept->from == NULL || (kept->from != before->diesel && context->diesel != before->diesel))
    {
      kept->from = NULL;
      return FALSE;
    }
  kept->same = TRUE;
  kept->changes = again->by_route[cor_scenario_index (context->evaluation->scenario, COR_ITEM_ROUTE,
                                                      context->duty->route)];
  find_kept (context, kept);
  return kept->same && !is_shifted (again, kept->from, context->results->n_years);
}

static void
shift_plan (const CorAgain *again, CorPlan *plan)
{
  for (guint i = 0; i < plan->n_stops; i++)
    if (plan->stops[i].station >= 0)
      plan->stops[i].station = again->now_of[plan->stops[i].station];
  if (!plan->feasible && plan->reason.station >= 0)
    plan->reason.station = again->now_of[plan->reason.station];
}

void
cor_again_take_year (const CorDutyContext *context, const CorKept *kept, guint year, CorAlternative *out)
{
  const CorAlternative *from = kept->from;
  CorPlanBrief *brief = &out->briefs[year].plan;

  out->outcomes[year] = from->outcomes[year];
  out->uses[year] = from->uses[year];
  out->briefs[year].planned = from->briefs[year].planned;
  out->briefs[year].worn = from->briefs[year].worn;
  cor_plan_brief_copy (&from->briefs[year].plan, brief);
  if (from->briefs[year].planned)
    cor_plan_brief_note (brief, kept->changes->ways, kept->changes->n_ways);
  for (guint i = 0; i < brief->n_used; i++)
    brief->used[i] = (guint) kept->again->now_of[brief->used[i]];
  if (year != context->results->year)
    return;
  if (from->plan != NULL)
    {
      out->plan = g_new (CorPlan, 1);
      cor_plan_copy (from->plan, out->plan);
      shift_plan (kept->again, out->plan);
    }
  out->tco = g_memdup2 (from->tco, sizeof *from->tco);
  out->problem = g_strdup (from->problem);
  out->remedy = g_strdup (from->remedy);
}
