/* cor-cli-bench-large.c: the large scenario of the measurements.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-cli-bench.h"

#define GENERATIONS 20
#define N_STATIONS 2000
#define SEED 20240501

/* How far copies are set off, degrees: sites some km, stations over all of the delta. */
#define SITE_SPREAD 0.06
#define STATION_SPREAD 0.25

static char *
id_of (const char *original, guint generation)
{
  return original ? g_strdup_printf ("%s-%u", original, generation) : NULL;
}

/* Copies of all items of a kind, generation after generation until there are @n or more. */
static GPtrArray *
copies (const CorScenario *from, CorItemKind kind, guint n)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_item_unref);
  guint n_from;
  const CorItem *const *originals = cor_scenario_items (from, kind, &n_from);

  for (guint i = 0; i < n && n_from > 0; i++)
    {
      CorItem *copy = cor_item_copy (originals[i % n_from]);

      g_free (copy->id);
      copy->id = id_of (originals[i % n_from]->id, i / n_from);
      g_ptr_array_add (items, copy);
    }
  return items;
}

static void
scatter (GPtrArray *places, CorItemKind kind, double spread, GRand *rand)
{
  const CorField *lon = cor_item_field (kind, "lon"), *lat = cor_item_field (kind, "lat");

  for (guint i = 0; i < places->len; i++)
    {
      CorItem *item = g_ptr_array_index (places, i);

      cor_item_set_number (item, lon, cor_item_number (item, lon) + g_rand_double_range (rand, -spread, spread), NULL);
      cor_item_set_number (item, lat, cor_item_number (item, lat) + g_rand_double_range (rand, -spread, spread), NULL);
    }
}

/* Lets a reference name the copy of the same generation, or of one of those there are. */
static void
follow (GPtrArray *items, guint n_originals, const char *key)
{
  for (guint i = 0; i < items->len; i++)
    {
      CorItem *item = g_ptr_array_index (items, i);
      const CorField *field = cor_item_field (item->kind, key);
      g_autofree char *id = id_of (cor_item_string (item, field), i / n_originals % GENERATIONS);

      cor_item_set_string (item, field, id);
    }
}

static guint
count (const CorScenario *scenario, CorItemKind kind)
{
  guint n;

  cor_scenario_items (scenario, kind, &n);
  return MAX (n, 1);
}

static void
replace (CorScenario **scenario, CorItemKind kind, GPtrArray *items)
{
  CorScenario *next = cor_scenario_with_items (*scenario, kind, items);

  cor_scenario_unref (*scenario);
  *scenario = next;
}

CorScenario *
cor_cli_bench_large (const CorScenario *from, guint n_duties)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  CorScenario *large = cor_scenario_ref ((CorScenario *) from);
  GPtrArray *sites = copies (from, COR_ITEM_SITE, GENERATIONS * count (from, COR_ITEM_SITE));
  GPtrArray *routes = copies (from, COR_ITEM_ROUTE, GENERATIONS * count (from, COR_ITEM_ROUTE));
  GPtrArray *stations = copies (from, COR_ITEM_STATION, N_STATIONS);
  GPtrArray *duties = copies (from, COR_ITEM_DUTY, n_duties);

  scatter (sites, COR_ITEM_SITE, SITE_SPREAD, rand);
  scatter (stations, COR_ITEM_STATION, STATION_SPREAD, rand);
  follow (routes, count (from, COR_ITEM_ROUTE), "origin");
  follow (routes, count (from, COR_ITEM_ROUTE), "destination");
  for (guint i = 0; i < routes->len; i++)
    cor_item_set_boxed (g_ptr_array_index (routes, i), cor_item_field (COR_ITEM_ROUTE, "vias"), NULL);
  follow (duties, count (from, COR_ITEM_DUTY), "route");
  follow (duties, count (from, COR_ITEM_DUTY), "depot");
  replace (&large, COR_ITEM_SITE, sites);
  replace (&large, COR_ITEM_STATION, stations);
  replace (&large, COR_ITEM_ROUTE, routes);
  replace (&large, COR_ITEM_DUTY, duties);
  return large;
}

CorScenario *
cor_cli_bench_unlike (const CorScenario *from)
{
  GPtrArray *duties = copies (from, COR_ITEM_DUTY, count (from, COR_ITEM_DUTY));
  guint n;
  const CorItem *const *originals = cor_scenario_items (from, COR_ITEM_DUTY, &n);

  for (guint i = 0; i < n; i++)
    {
      CorDuty *duty = g_ptr_array_index (duties, i);

      g_free (duty->item.id);
      duty->item.id = g_strdup (originals[i]->id);
      g_clear_pointer (&duty->parameters, cor_param_layer_unref);
      duty->parameters = cor_param_layer_new (g_array_new (FALSE, FALSE, sizeof (CorParameter)), NULL);
    }
  return cor_scenario_with_items (from, COR_ITEM_DUTY, duties);
}
