/* cor-evaluate-again.c: what of earlier results still holds.
 *
 * A truck's result is taken over where all that it read is the same object as before. Stations are
 * looked at more closely: one that changed concerns a truck only where one of its plans stops there,
 * or a stop there could cost less than the stops of its plans do.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-results-private.h"

#include <math.h>
#include <string.h>

/* More changed stations than these are not looked at one by one. */
#define MANY 16

static gboolean
same_head (const CorEvaluation *evaluation)
{
  const CorScenario *now = evaluation->scenario, *then = evaluation->previous->scenario;

  return evaluation->previous->factors == evaluation->factors && cor_scenario_head (then) == cor_scenario_head (now)
         && cor_scenario_list (then, COR_ITEM_POLICY) == cor_scenario_list (now, COR_ITEM_POLICY)
         && cor_scenario_list (then, COR_ITEM_SITE) == cor_scenario_list (now, COR_ITEM_SITE);
}

static gboolean
access_equal (const CorAccess *a, const CorAccess *b)
{
  return a->leg == b->leg && a->leave_m == b->leave_m && a->rejoin_m == b->rejoin_m && a->out_m == b->out_m
         && a->back_m == b->back_m && a->out_s == b->out_s && a->back_s == b->back_s;
}

static void
add_changed (CorChangedStations *changed, guint index)
{
  for (guint i = 0; i < changed->n; i++)
    if (changed->index[i] == index)
      return;
  if (changed->n < MANY)
    changed->index[changed->n++] = index;
  else
    changed->many = TRUE;
}

/* Walks two lists of ways, both by station, and notes where they differ. */
static void
compare_accesses (const GArray *now, const GArray *then, CorChangedStations *changed)
{
  guint i = 0, j = 0;

  if (now == then)
    return;
  while ((i < now->len || j < then->len) && !changed->many)
    {
      const CorAccess *a = i < now->len ? &g_array_index (now, CorAccess, i) : NULL;
      const CorAccess *b = j < then->len ? &g_array_index (then, CorAccess, j) : NULL;

      if (b == NULL || (a != NULL && a->station_index < b->station_index))
        {
          add_changed (changed, a->station_index);
          i++;
        }
      else if (a == NULL || b->station_index < a->station_index)
        {
          add_changed (changed, b->station_index);
          j++;
        }
      else
        {
          if (!access_equal (a, b))
            add_changed (changed, a->station_index);
          i++;
          j++;
        }
    }
}

/* Stations whose own figures or queues are others; the same for all routes. */
static void
compare_stations (const CorEvaluation *evaluation, const CorResults *results, CorChangedStations *changed)
{
  guint n, n_then;
  const CorItem *const *now = cor_scenario_items (evaluation->scenario, COR_ITEM_STATION, &n);
  const CorItem *const *then = cor_scenario_items (evaluation->previous->scenario, COR_ITEM_STATION, &n_then);

  changed->many = n < n_then;
  for (guint i = 0; i < n && !changed->many; i++)
    if (i >= n_then || now[i] != then[i]
        || memcmp (&results->waits[i], &evaluation->previous->waits[i], sizeof (CorStationWait)) != 0)
      add_changed (changed, i);
}

void
cor_again_begin (CorAgain *again, const CorEvaluation *evaluation, const CorResults *results)
{
  guint n;

  memset (again, 0, sizeof *again);
  again->possible = evaluation->previous != NULL && same_head (evaluation);
  if (!again->possible)
    return;
  cor_scenario_items (evaluation->scenario, COR_ITEM_ROUTE, &n);
  again->by_route = g_new0 (CorChangedStations, MAX (n, 1));
  compare_stations (evaluation, results, &again->all);
}

void
cor_again_end (CorAgain *again)
{
  g_free (again->by_route);
}

/* What changed on the way to stations since @before was laid out; worked out once a route. */
static const CorChangedStations *
changed_stations (const CorDutyContext *context, const CorGeometry *before)
{
  CorAgain *again = context->again;
  int route = cor_scenario_index (context->evaluation->scenario, COR_ITEM_ROUTE, context->duty->route);
  CorChangedStations *changed = &again->by_route[route];

  if (changed->known)
    return changed;
  *changed = again->all;
  changed->known = TRUE;
  if (context->geometry != before && !changed->many)
    {
      compare_accesses (context->geometry->accesses_out, before->accesses_out, changed);
      compare_accesses (context->geometry->accesses_back, before->accesses_back, changed);
    }
  return changed;
}

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

/* The least yuan that a stop at the station costs beside its energy; infinite without a way there. */
static double
least_stop_yuan (const CorDutyContext *context, const CorStopBrief *brief, guint station, double wait_min)
{
  double least = INFINITY;

  for (guint way = 0; way < 2; way++)
    {
      const GArray *accesses = way == 0 ? context->geometry->accesses_out : context->geometry->accesses_back;
      guint low = 0, high = accesses->len;

      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (g_array_index (accesses, CorAccess, middle).station_index < station)
            low = middle + 1;
          else
            high = middle;
        }
      if (low < accesses->len && g_array_index (accesses, CorAccess, low).station_index == station)
        {
          const CorAccess *access = &g_array_index (accesses, CorAccess, low);

          least = fmin (least, brief->yuan_per_h * ((wait_min + brief->stop_min) / 60 + access->detour_s / 3600)
                                 + brief->yuan_per_km * access->detour_m / 1000);
        }
    }
  return least;
}

static gboolean
concerned (const CorDutyContext *context, const CorStopBrief *brief, guint index)
{
  const CorPlanStation *station = &context->stations[index];
  double wait_min = INFINITY, price = INFINITY, yuan;

  for (guint i = 0; i < brief->n_used; i++)
    if (brief->used[i] == index)
      return TRUE;
  if (station->power_kw > 0)
    {
      wait_min = station->wait_min;
      price = station->price_yuan_per_kwh;
    }
  if (!isnan (station->swap_min))
    {
      wait_min = fmin (wait_min, station->swap_wait_min + station->swap_min);
      price = fmin (price, station->swap_price_yuan_per_kwh);
    }
  if (isinf (price))
    return FALSE;
  yuan = least_stop_yuan (context, brief, index, wait_min);
  return !isinf (yuan) && (price < brief->least_yuan_per_kwh || yuan < brief->spare_yuan);
}

static gboolean
holds (const CorDutyContext *context, const CorDutyResult *before, const CorAlternative *alternative)
{
  const CorChangedStations *changed = changed_stations (context, before->geometry);

  if (alternative->brief.n_plans == 0 || (changed->n == 0 && !changed->many))
    return TRUE;
  if (changed->many || alternative->brief.impossible || !isnan (context->route->distance_km))
    return FALSE;
  for (guint i = 0; i < changed->n; i++)
    if (concerned (context, &alternative->brief, changed->index[i]))
      return FALSE;
  return TRUE;
}

CorAlternative *
cor_again_truck (const CorDutyContext *context, const CorDutyResult *before, const CorTruck *truck)
{
  CorAlternative *found = NULL;

  if (before->diesel != NULL && before->diesel->truck == truck)
    found = before->diesel;
  for (guint i = 0; i < before->n_alternatives && found == NULL; i++)
    if (before->alternatives[i]->truck == truck)
      found = before->alternatives[i];
  return found != NULL && holds (context, before, found) ? cor_alternative_ref (found) : NULL;
}

/* Takes a plan of a model year into what is remembered of all of them. */
void
cor_again_note (CorStopBrief *brief, const CorPlan *plan, const double *row)
{
  double eta = isnan (row[COR_PARAM_CHARGING_EFFICIENCY]) ? 1 : row[COR_PARAM_CHARGING_EFFICIENCY];
  gboolean first = brief->n_plans++ == 0;

  brief->impossible |= !plan->feasible;
  brief->yuan_per_h = first ? row[COR_PARAM_PLAN_TIME] : fmin (brief->yuan_per_h, row[COR_PARAM_PLAN_TIME]);
  brief->yuan_per_km = first ? row[COR_PARAM_PLAN_DETOUR] : fmin (brief->yuan_per_km, row[COR_PARAM_PLAN_DETOUR]);
  brief->stop_min = first ? row[COR_PARAM_STOP_TIME] : fmin (brief->stop_min, row[COR_PARAM_STOP_TIME]);
  brief->spare_yuan = fmax (brief->spare_yuan, plan->spare_yuan);
  brief->least_yuan_per_kwh = fmax (brief->least_yuan_per_kwh, plan->least_yuan_per_kwh * eta);
  for (guint i = 0; i < plan->n_stops; i++)
    {
      gboolean known = plan->stops[i].station < 0;

      for (guint j = 0; j < brief->n_used && !known; j++)
        known = brief->used[j] == (guint) plan->stops[i].station;
      if (known)
        continue;
      brief->used = g_renew (guint, brief->used, brief->n_used + 1);
      brief->used[brief->n_used++] = (guint) plan->stops[i].station;
    }
}
