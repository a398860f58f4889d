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
cor_again_duty (const CorDutyContext *context)
{
  const CorResults *previous = context->evaluation->previous;
  const CorDutyResult *before;

  if (!context->again->possible || context->route == NULL)
    return NULL;
  before = cor_results_duty (previous, context->duty->item.id);
  if (before == NULL || before->duty != context->duty || before->route != context->route
      || before->geometry->out != context->geometry->out || before->geometry->back != context->geometry->back
      || g_strcmp0 (before->geometry->problem, context->geometry->problem) != 0)
    return NULL;
  return before;
}

/* The way to a station in a list of them by station, or NULL. */
static const CorAccess *
find_access (const GArray *accesses, int station)
{
  guint low = 0, high = accesses->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if ((int) g_array_index (accesses, CorAccess, middle).station_index < station)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == accesses->len || (int) g_array_index (accesses, CorAccess, low).station_index != station)
    return NULL;
  return &g_array_index (accesses, CorAccess, low);
}

static gboolean
in_use (const CorPlanStation *station)
{
  return station->power_kw > 0 || !isnan (station->swap_min);
}

static gboolean
is_same (double a, double b)
{
  return a == b || (isnan (a) && isnan (b));
}

/* Whether nothing about a stop at a station is better than it was. */
static gboolean
offers_no_more (const CorPlanStation *now, const CorPlanStation *then)
{
  return now->power_kw <= then->power_kw && (isnan (now->swap_min) || now->swap_min >= then->swap_min)
         && now->price_yuan_per_kwh >= then->price_yuan_per_kwh
         && now->swap_price_yuan_per_kwh >= then->swap_price_yuan_per_kwh && now->wait_min >= then->wait_min
         && now->swap_wait_min >= then->swap_wait_min && is_same (now->open_from_h, then->open_from_h)
         && is_same (now->open_to_h, then->open_to_h) && is_same (now->max_length_m, then->max_length_m)
         && is_same (now->max_height_m, then->max_height_m) && g_strcmp0 (now->swap_type, then->swap_type) == 0;
}

/* Whether a way leaves the line and comes back where another does, and is shorter in nothing. */
static gboolean
is_no_shorter (const CorAccess *now, const CorAccess *then)
{
  return now->leave_m == then->leave_m && now->rejoin_m == then->rejoin_m && now->out_m >= then->out_m
         && now->back_m >= then->back_m && now->out_s >= then->out_s && now->back_s >= then->back_s
         && now->detour_m >= then->detour_m && now->detour_s >= then->detour_s;
}

/*
 * Whether a changed station that no plan stopped at is worse than it was, or as good, for who leaves a line: a
 * day that stops there now cost no more with the station as it was, and was not chosen then.
 */
static gboolean
is_worse (const CorDutyContext *context, const CorStationChanges *changes, guint i, const CorAccess *now,
          const GArray *old)
{
  const CorAccess *then = changes->then[i] < 0 ? NULL : find_access (old, changes->then[i]);

  return then != NULL && is_no_shorter (now, then)
         && offers_no_more (&context->stations[changes->now[i]], &context->again->stations_then[changes->then[i]]);
}

/* The ways there are now to changed stations that are better than they were; TRUE in *gone where there was one
 * to any of them. */
static guint
ways_to (const CorDutyContext *context, const CorStationChanges *changes, const CorGeometry *before,
         CorPlanChange *ways, gboolean *gone)
{
  const CorGeometry *now = context->geometry;
  guint n = 0;

  *gone = FALSE;
  for (guint i = 0; i < changes->n; i++)
    for (guint direction = 0; direction < 2; direction++)
      {
        const GArray *accesses = direction == 0 ? now->accesses_out : now->accesses_back;
        const GArray *old = direction == 0 ? before->accesses_out : before->accesses_back;
        const CorPath *path = direction == 0 ? now->out : now->back;
        const CorAccess *access = changes->now[i] < 0 ? NULL : find_access (accesses, changes->now[i]);

        if (access != NULL && in_use (&context->stations[changes->now[i]])
            && !is_worse (context, changes, i, access, old))
          ways[n++] = (CorPlanChange){ &context->stations[changes->now[i]],
                                       cor_evaluate_access (context->route, path, access), direction };
        *gone |= changes->then[i] >= 0 && in_use (&context->again->stations_then[changes->then[i]])
                 && find_access (old, changes->then[i]) != NULL;
      }
  return n;
}

static gboolean
stops_there (const CorPlanBrief *brief, const CorStationChanges *changes)
{
  for (guint i = 0; i < brief->n_used; i++)
    for (guint j = 0; j < changes->n; j++)
      if ((int) brief->used[i] == changes->then[j])
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

static CorPlanConcern
year_concern (const CorDutyContext *context, const CorStationChanges *changes, const CorPlanBrief *brief, gboolean gone,
              const CorKept *kept)
{
  if (changes->many || stops_there (brief, changes) || (brief->shaky && gone))
    return COR_CONCERN_SOLVE;
  return cor_plan_brief_concern (brief, kept->changes, kept->n_changes, context->least_plug_yuan_per_kwh,
                                 context->least_swap_yuan_per_kwh);
}

/* Which years still hold. */
static void
find_kept (const CorDutyContext *context, const CorDutyResult *before, CorKept *kept)
{
  const CorStationChanges *changes
    = &context->again->by_route[cor_scenario_index (context->evaluation->scenario, COR_ITEM_ROUTE,
                                                    context->duty->route)];
  gboolean gone = FALSE;
  gboolean all = !has_no_cost (kept->from, context->results->n_years);

  kept->n_changes = changes->many ? 0 : ways_to (context, changes, before->geometry, kept->changes, &gone);
  for (guint i = 0; i < context->results->n_years; i++)
    {
      const CorYearBrief *year = &kept->from->briefs[i];
      CorPlanConcern concern
        = year->planned ? year_concern (context, changes, &year->plan, gone, kept) : COR_CONCERN_NONE;

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
cor_again_truck (const CorDutyContext *context, const CorDutyResult *before, const CorTruck *truck, CorKept *kept)
{
  kept->from = find_truck (before, truck);
  /* What is avoided is counted against the diesel truck. */
  if (kept->from == NULL || (kept->from != before->diesel && context->diesel != before->diesel))
    {
      kept->from = NULL;
      return FALSE;
    }
  kept->same = TRUE;
  find_kept (context, before, kept);
  return kept->same && !is_shifted (context->again, kept->from, context->results->n_years);
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
  cor_plan_brief_copy (&from->briefs[year].plan, brief);
  if (from->briefs[year].planned)
    cor_plan_brief_note (brief, kept->changes, kept->n_changes);
  for (guint i = 0; i < brief->n_used; i++)
    brief->used[i] = (guint) context->again->now_of[brief->used[i]];
  if (year != context->results->year)
    return;
  if (from->plan != NULL)
    {
      out->plan = g_new (CorPlan, 1);
      cor_plan_copy (from->plan, out->plan);
      shift_plan (context->again, out->plan);
    }
  out->tco = g_memdup2 (from->tco, sizeof *from->tco);
  out->problem = g_strdup (from->problem);
  out->remedy = g_strdup (from->remedy);
}
