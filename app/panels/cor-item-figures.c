/* cor-item-figures.c: the figures that stand beside things in list, map and inspector.
 *
 * With thousands of things one look for each of them among all duties would take longer than a frame
 * of the screen; so the figures of the results that were asked for last are kept, by id.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-item-text.h"

#include <math.h>

typedef struct
{
  CorResults *results;
  GHashTable *duties; /* from the id to a #CorParity */
  GHashTable *routes; /* the same; of several duties the least favourable */
  double *visits;     /* a day, by the station's place in the scenario */
} Figures;

static void
keep_parity (GHashTable *table, const char *id, const CorParity *parity)
{
  CorParity *kept = id != NULL ? g_hash_table_lookup (table, id) : NULL;

  if (id == NULL)
    return;
  if (kept == NULL)
    g_hash_table_insert (table, (gpointer)id, g_memdup2 (parity, sizeof *parity));
  else if (cor_parity_is_worse (parity, kept))
    *kept = *parity;
}

static void
count_visits (const CorDutyResult *duty, double *visits, guint n)
{
  const CorAlternative *shown = cor_duty_result_shown (duty);

  for (guint i = 0; shown != NULL && shown->plan != NULL && i < shown->plan->n_stops; i++)
    if (shown->plan->stops[i].station >= 0 && (guint)shown->plan->stops[i].station < n)
      visits[shown->plan->stops[i].station] += duty->duty->trucks;
}

/* Of the results asked for last; of the main thread, as all that is shown. */
static const Figures *
figures_of (const CorResults *results)
{
  static Figures kept;
  guint n_stations;

  if (kept.results == results)
    return &kept;
  g_clear_pointer (&kept.duties, g_hash_table_unref);
  g_clear_pointer (&kept.routes, g_hash_table_unref);
  g_clear_pointer (&kept.visits, g_free);
  g_clear_pointer (&kept.results, cor_results_unref);
  cor_scenario_items (results->scenario, COR_ITEM_STATION, &n_stations);
  kept.results = cor_results_ref ((CorResults *)results);
  kept.duties = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  kept.routes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  kept.visits = g_new0 (double, n_stations + 1);
  for (guint i = 0; i < results->n_duties; i++)
    {
      CorParity parity = cor_duty_parity (results, &results->duties[i]);

      keep_parity (kept.duties, results->duties[i].duty->item.id, &parity);
      keep_parity (kept.routes, results->duties[i].duty->route, &parity);
      count_visits (&results->duties[i], kept.visits, n_stations);
    }
  return &kept;
}

CorParity
cor_item_parity (const CorResults *results, CorItemKind kind, const char *id)
{
  const CorParity *parity = NULL;

  if (results != NULL && id != NULL)
    parity = g_hash_table_lookup (kind == COR_ITEM_ROUTE ? figures_of (results)->routes : figures_of (results)->duties, id);
  return parity != NULL ? *parity : (CorParity){ .state = COR_PARITY_UNKNOWN };
}

double
cor_station_visits (const CorResults *results, const char *id)
{
  int index = results != NULL ? cor_scenario_index (results->scenario, COR_ITEM_STATION, id) : -1;

  return index >= 0 ? figures_of (results)->visits[index] : NAN;
}

/* The parity year of the truck that stands for the duty of that index. */
static CorTraceKey
parity_key (const CorResults *results, guint duty)
{
  CorTraceKey key = { .quantity = COR_TRACE_TRUCK_PARITY, .duty = duty, .truck = -1 };
  const CorDutyResult *of = &results->duties[duty];

  for (guint i = 0; i < of->n_alternatives; i++)
    if (of->alternatives[i] == cor_duty_truck (results, of))
      key.truck = (int) i;
  return key;
}

/* The duty whose parity stands for the route; -1 for none. */
static int
duty_of_route (const CorResults *results, const char *route)
{
  CorParity worst = { .state = COR_PARITY_UNKNOWN };
  int found = -1;

  for (guint i = 0; i < results->n_duties; i++)
    {
      CorParity parity = cor_duty_parity (results, &results->duties[i]);

      if (g_strcmp0 (results->duties[i].duty->route, route) != 0 || (found >= 0 && !cor_parity_is_worse (&parity, &worst)))
        continue;
      worst = parity;
      found = (int) i;
    }
  return found;
}

gboolean
cor_item_kind_has_figure (CorItemKind kind)
{
  return kind == COR_ITEM_DUTY || kind == COR_ITEM_ROUTE || kind == COR_ITEM_STATION || kind == COR_ITEM_VARIANT;
}

gboolean
cor_item_figure_key (const CorResults *results, CorItemKind kind, const char *id, CorTraceKey *key)
{
  const CorDutyResult *duty = kind == COR_ITEM_DUTY ? cor_results_duty (results, id) : NULL;
  int at = duty != NULL             ? (int) (duty - results->duties)
           : kind == COR_ITEM_ROUTE ? duty_of_route (results, id)
           : kind == COR_ITEM_STATION ? cor_scenario_index (results->scenario, COR_ITEM_STATION, id)
                                      : -1;

  if (at < 0)
    return FALSE;
  *key = kind == COR_ITEM_STATION ? (CorTraceKey){ .quantity = COR_TRACE_STATION_VISITS, .index = (guint) at } : parity_key (results, (guint) at);
  return kind == COR_ITEM_STATION || key->truck >= 0;
}
