/* cor-evaluate-changes.c: which stations are not what they were in earlier results.
 *
 * Stations are told by their ids, so that one that is added or deleted only shifts the others.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-results-private.h"

#include <math.h>
#include <string.h>

/* More changed stations than these are not looked at one by one. */
#define MANY 16
#define GONE (-1)

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

static void
add_change (CorStationChanges *changes, int now, int then)
{
  for (guint i = 0; i < changes->n; i++)
    if (changes->now[i] == now && changes->then[i] == then)
      return;
  changes->many |= changes->n == MANY;
  if (changes->many)
    return;
  changes->now[changes->n] = now;
  changes->then[changes->n++] = then;
}

/* Stations whose own figures or queues are others; the same for all routes. */
static void
compare_stations (CorAgain *again, const CorEvaluation *evaluation, const CorResults *results)
{
  const CorResults *previous = evaluation->previous;
  guint n_now, n_then;
  const CorItem *const *now = cor_scenario_items (evaluation->scenario, COR_ITEM_STATION, &n_now);
  const CorItem *const *then = cor_scenario_items (previous->scenario, COR_ITEM_STATION, &n_then);

  for (guint j = 0; j < n_then && !again->all.many; j++)
    if (again->now_of[j] == GONE)
      add_change (&again->all, GONE, (int) j);
  for (guint i = 0; i < n_now && !again->all.many; i++)
    {
      int j = again->then_of[i];

      if (j == GONE || now[i] != then[j]
          || memcmp (&results->waits[i], &previous->waits[j], sizeof (CorStationWait)) != 0)
        add_change (&again->all, (int) i, j);
    }
}

static gboolean
access_equal (const CorAccess *a, const CorAccess *b)
{
  return a->leg == b->leg && a->leave_m == b->leave_m && a->rejoin_m == b->rejoin_m && a->out_m == b->out_m
         && a->back_m == b->back_m && a->out_s == b->out_s && a->back_s == b->back_s;
}

/* Walks two lists of ways, both by station, and notes where they differ. */
static void
compare_accesses (const CorAgain *again, const GArray *now, const GArray *then, CorStationChanges *changes)
{
  guint i = 0, j = 0;

  if (now == then)
    return;
  while ((i < now->len || j < then->len) && !changes->many)
    {
      const CorAccess *a = i < now->len ? &g_array_index (now, CorAccess, i) : NULL;
      const CorAccess *b = j < then->len ? &g_array_index (then, CorAccess, j) : NULL;
      int b_now = b != NULL ? again->now_of[b->station_index] : GONE;

      if (b != NULL && b_now == GONE)
        {
          j++; /* among those of all routes already */
        }
      else if (b == NULL || (a != NULL && (int) a->station_index < b_now))
        {
          add_change (changes, (int) a->station_index, again->then_of[a->station_index]);
          i++;
        }
      else if (a == NULL || b_now < (int) a->station_index)
        {
          add_change (changes, b_now, (int) b->station_index);
          j++;
        }
      else
        {
          if (!access_equal (a, b))
            add_change (changes, (int) a->station_index, (int) b->station_index);
          i++;
          j++;
        }
    }
}

static gboolean
same_head (const CorEvaluation *evaluation)
{
  const CorScenario *now = evaluation->scenario, *then = evaluation->previous->scenario;

  return evaluation->previous->factors == evaluation->factors && cor_scenario_head (then) == cor_scenario_head (now)
         && cor_scenario_list (then, COR_ITEM_POLICY) == cor_scenario_list (now, COR_ITEM_POLICY)
         && cor_scenario_list (then, COR_ITEM_TARIFF) == cor_scenario_list (now, COR_ITEM_TARIFF)
         && cor_scenario_list (then, COR_ITEM_SITE) == cor_scenario_list (now, COR_ITEM_SITE);
}

/* The changes that matter to each route whose line was laid then and now. */
static void
fill_routes (CorAgain *again, const CorEvaluation *evaluation)
{
  const CorResults *previous = evaluation->previous;
  guint n;

  cor_scenario_items (evaluation->scenario, COR_ITEM_ROUTE, &n);
  again->by_route = g_new0 (CorStationChanges, MAX (n, 1));
  for (guint i = 0; i < previous->n_duties; i++)
    {
      const CorDutyResult *duty = &previous->duties[i];
      int route = duty->route ? cor_scenario_index (evaluation->scenario, COR_ITEM_ROUTE, duty->route->item.id) : -1;
      CorStationChanges *changes = &again->by_route[MAX (route, 0)];
      const CorGeometry *now = route < 0 ? NULL : evaluation->geometries[route];

      if (now == NULL || changes->known)
        continue;
      *changes = again->all;
      changes->known = TRUE;
      if (now == duty->geometry || changes->many)
        continue;
      compare_accesses (again, now->accesses_out, duty->geometry->accesses_out, changes);
      compare_accesses (again, now->accesses_back, duty->geometry->accesses_back, changes);
    }
}

void
cor_again_begin (CorAgain *again, const CorEvaluation *evaluation, const CorResults *results, const double *row)
{
  guint n;

  memset (again, 0, sizeof *again);
  again->possible = evaluation->previous != NULL && same_head (evaluation);
  if (!again->possible)
    return;
  again->possible = match (again, evaluation->scenario, evaluation->previous->scenario);
  if (!again->possible)
    return;
  compare_stations (again, evaluation, results);
  fill_routes (again, evaluation);
  again->stations_then = cor_evaluate_stations (evaluation->previous->scenario, row, evaluation->previous->waits, &n);
}

void
cor_again_end (CorAgain *again)
{
  g_free (again->by_route);
  g_free (again->now_of);
  g_free (again->then_of);
  g_free (again->stations_then);
}
