/* cor-evaluate-changes.c: which stations are not what they were in earlier results.
 *
 * Stations are told by their ids, so that one that is added or deleted only shifts the others.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-parallel.h"
#include "cor-results-private.h"

#include <math.h>
#include <string.h>

#define GONE (-1)
/* Fewer routes than these are not worth a thread. */
#define LEAST_ROUTES 64

/* Places of the stations then and now in each other's lists; FALSE where their order is another. */
static gboolean
match (CorAgain *again, const CorScenario *now, const CorScenario *then)
{
  guint n_now, n_then;
  const CorItem *const *a = cor_scenario_items (now, COR_ITEM_STATION, &n_now);
  const CorItem *const *b = cor_scenario_items (then, COR_ITEM_STATION, &n_then);
  int last = -1;

  again->now_of = g_new (int, MAX (n_then, 1));
  again->then_of = g_new (int, MAX (n_now, 1));
  again->shifted = n_now != n_then;
  for (guint i = 0; i < n_now; i++)
    again->then_of[i] = GONE;
  for (guint j = 0; j < n_then; j++)
    {
      gboolean same = j < n_now && (a[j] == b[j] || g_strcmp0 (a[j]->id, b[j]->id) == 0);
      int i = same ? (int) j : cor_scenario_index (now, COR_ITEM_STATION, b[j]->id);

      again->now_of[j] = i;
      again->shifted |= i != (int) j;
      if (i < 0)
        continue;
      if (i < last)
        return FALSE;
      last = i;
      again->then_of[i] = (int) j;
    }
  return TRUE;
}

/* Stations whose own figures or queues are others; the same for all routes. */
static void
compare_stations (CorAgain *again, const CorEvaluation *evaluation, const CorResults *results)
{
  const CorResults *previous = again->previous;
  guint n_now, n_then;
  const CorItem *const *now = cor_scenario_items (evaluation->scenario, COR_ITEM_STATION, &n_now);
  const CorItem *const *then = cor_scenario_items (previous->scenario, COR_ITEM_STATION, &n_then);

  again->others = g_new0 (guint8, MAX (n_now, 1));
  again->other_places = g_new (guint, MAX (n_now, 1));
  for (guint i = 0; i < n_now; i++)
    {
      int j = again->then_of[i];

      again->others[i] = j == GONE || now[i] != then[j]
                         || memcmp (&results->waits[i], &previous->waits[j], sizeof (CorStationWait)) != 0;
      if (again->others[i])
        again->other_places[again->n_others++] = i;
    }
}

static gboolean
access_equal (const CorAccess *a, const CorAccess *b)
{
  return a->leg == b->leg && a->leave_m == b->leave_m && a->rejoin_m == b->rejoin_m && a->out_m == b->out_m
         && a->back_m == b->back_m && a->out_s == b->out_s && a->back_s == b->back_s;
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

/* What a kWh costs at the plugs in a half hour. */
static double
price_at (const CorPlanStation *station, guint slot)
{
  return station->hours != NULL ? station->hours->yuan_per_kwh[slot] + station->fee_yuan_per_kwh : station->price_yuan_per_kwh;
}

/* Whether no hour is cheaper than it was. */
static gboolean
is_no_cheaper (const CorPlanStation *now, const CorPlanStation *then)
{
  for (guint slot = 0; slot < COR_TARIFF_SLOTS; slot++)
    if (!(price_at (now, slot) >= price_at (then, slot)))
      return FALSE;
  return TRUE;
}

/* Whether nothing about a stop at a station is better than it was. */
static gboolean
offers_no_more (const CorPlanStation *now, const CorPlanStation *then)
{
  return now->power_kw <= then->power_kw && (isnan (now->swap_min) || now->swap_min >= then->swap_min)
         && is_no_cheaper (now, then)
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

/* A way that is not what it was. One that no plan took and that is worse than it was, or as good, needs no look: a
 * day that takes it now cost no more with the station as it was, and was not chosen then. */
static void
add_way (const CorAgain *again, const CorAccess *now, const CorAccess *then, const CorRoute *route, const CorPath *path,
         guint direction, CorStationChanges *changes)
{
  const CorPlanStation *station = now != NULL ? &again->stations_now[now->station_index] : NULL;
  const CorPlanStation *before = then != NULL ? &again->stations_then[then->station_index] : NULL;

  if (before != NULL)
    {
      changes->changed[then->station_index] = TRUE;
      changes->gone |= in_use (before);
    }
  if (station == NULL || !in_use (station)
      || (before != NULL && is_no_shorter (now, then) && offers_no_more (station, before)))
    return;
  changes->many |= changes->n_ways == COR_WAYS_MAX;
  if (!changes->many)
    changes->ways[changes->n_ways++]
      = (CorPlanChange){ station, cor_evaluate_access (route, path, now), direction };
}

/* Walks the ways there are now and there were then, both by station, and notes where they differ. */
static void
compare_accesses (const CorAgain *again, const CorRoute *route, const CorPath *path, guint direction, const GArray *now,
                  const GArray *then, CorStationChanges *changes)
{
  guint i = 0, j = 0;

  while (path != NULL && (i < now->len || j < then->len))
    {
      const CorAccess *a = i < now->len ? &g_array_index (now, CorAccess, i) : NULL;
      const CorAccess *b = j < then->len ? &g_array_index (then, CorAccess, j) : NULL;
      int b_now = b != NULL ? again->now_of[b->station_index] : GONE;

      if (b != NULL && (a == NULL || b_now < (int) a->station_index))
        a = NULL;
      else if (b != NULL && b_now > (int) a->station_index)
        b = NULL;
      if (a == NULL || b == NULL || again->others[a->station_index] || !access_equal (a, b))
        add_way (again, a, b, route, path, direction, changes);
      i += a != NULL;
      j += b != NULL;
    }
}

static gboolean
same_head (const CorEvaluation *evaluation, const CorResults *previous)
{
  const CorScenario *now = evaluation->scenario, *then = previous->scenario;

  return previous->factors == evaluation->factors && cor_scenario_head (then) == cor_scenario_head (now)
         && cor_scenario_list (then, COR_ITEM_POLICY) == cor_scenario_list (now, COR_ITEM_POLICY)
         && cor_scenario_list (then, COR_ITEM_TARIFF) == cor_scenario_list (now, COR_ITEM_TARIFF)
         && cor_scenario_list (then, COR_ITEM_SITE) == cor_scenario_list (now, COR_ITEM_SITE);
}

/* The way to a station along a line; %NULL for none. */
static const CorAccess *
find_access (const GArray *accesses, guint station)
{
  guint low = 0, high = accesses->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (accesses, CorAccess, middle).station_index < station)
        low = middle + 1;
      else
        high = middle;
    }
  return low < accesses->len && g_array_index (accesses, CorAccess, low).station_index == station
           ? &g_array_index (accesses, CorAccess, low)
           : NULL;
}

/* The same where all ways are what they were, and stations have their place: only those that are others count. */
static void
compare_others (const CorAgain *again, const CorRoute *route, const CorPath *path, guint direction, const GArray *accesses,
                CorStationChanges *changes)
{
  for (guint i = 0; path != NULL && i < again->n_others; i++)
    {
      const CorAccess *access = find_access (accesses, again->other_places[i]);

      if (access != NULL)
        add_way (again, access, access, route, path, direction, changes);
    }
}

/* The changes along a route whose line was laid then and now. */
static CorStationChanges *
changes_new (const CorAgain *again, const CorResults *previous, const CorRoute *route, const CorGeometry *now,
             const CorGeometry *then)
{
  CorStationChanges *changes = g_new0 (CorStationChanges, 1);

  changes->changed = g_new0 (guint8, MAX (previous->n_stations, 1));
  if (now == then && !again->shifted)
    {
      compare_others (again, route, now->out, 0, now->accesses_out, changes);
      compare_others (again, route, now->back, 1, now->accesses_back, changes);
      return changes;
    }
  compare_accesses (again, route, now->out, 0, now->accesses_out, then->accesses_out, changes);
  compare_accesses (again, route, now->back, 1, now->accesses_back, then->accesses_back, changes);
  return changes;
}

/* Whether the same lines lie there, with other ways to stations at most. */
static gboolean
same_lines (const CorGeometry *now, const CorGeometry *then)
{
  return now == then || (now->out == then->out && now->back == then->back);
}

/* Routes being compared, any of them on any thread. @duties: by route, one that drives it then and now, or NULL. */
typedef struct
{
  CorAgain *again;
  const CorEvaluation *evaluation;
  const CorDutyResult **duties;
} Comparing;

static void
compare_route (guint route, gpointer data)
{
  const Comparing *comparing = data;
  CorAgain *again = comparing->again;
  const CorDutyResult *duty = comparing->duties[route];

  if (duty != NULL)
    again->by_route[route]
      = changes_new (again, again->previous, duty->route, comparing->evaluation->geometries[route], duty->geometry);
}

static void
fill_routes (CorAgain *again, const CorEvaluation *evaluation)
{
  const CorResults *previous = again->previous;
  g_autofree const CorDutyResult **duties = NULL;
  Comparing comparing;

  cor_scenario_items (evaluation->scenario, COR_ITEM_ROUTE, &again->n_routes);
  again->by_route = g_new0 (CorStationChanges *, MAX (again->n_routes, 1));
  duties = g_new0 (const CorDutyResult *, MAX (again->n_routes, 1));
  for (guint i = 0; i < previous->n_duties; i++)
    {
      const CorDutyResult *duty = &previous->duties[i];
      int route = duty->route ? cor_scenario_index (evaluation->scenario, COR_ITEM_ROUTE, duty->route->item.id) : -1;

      if (route >= 0 && duties[route] == NULL && same_lines (evaluation->geometries[route], duty->geometry))
        duties[route] = duty;
    }
  comparing = (Comparing){ again, evaluation, duties };
  cor_parallel_for (again->n_routes, LEAST_ROUTES, compare_route, &comparing);
}

void
cor_again_begin (CorAgain *again,
                 const CorEvaluation *evaluation,
                 const CorResults *previous,
                 const CorResults *results,
                 const CorPlanStation *stations,
                 const double *row)
{
  guint n;

  memset (again, 0, sizeof *again);
  again->previous = previous;
  again->possible
    = previous != NULL && same_head (evaluation, previous) && !results->prices_move && !previous->prices_move;
  if (!again->possible)
    return;
  again->possible = match (again, evaluation->scenario, previous->scenario);
  if (!again->possible)
    return;
  compare_stations (again, evaluation, results);
  again->stations_now = stations;
  again->stations_then = cor_evaluate_stations (previous->scenario, row, results->first_year + (int) results->year, previous->waits,
                                                &n);
  fill_routes (again, evaluation);
}

void
cor_again_end (CorAgain *again)
{
  for (guint i = 0; i < again->n_routes; i++)
    if (again->by_route[i] != NULL)
      {
        g_free (again->by_route[i]->changed);
        g_free (again->by_route[i]);
      }
  g_free (again->by_route);
  g_free (again->others);
  g_free (again->other_places);
  g_free (again->now_of);
  g_free (again->then_of);
  g_free (again->stations_then);
}
