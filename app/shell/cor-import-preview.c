/* cor-import-preview.c: what is to be imported, on the map and nothing else.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-import-preview.h"

#include "cor-format.h"
#include "cor-map-content.h"

/* So many routes are drawn on the roads; the rest straight from end to end. */
#define ROUTES_ON_ROADS 100u

/* The site of that id, of the import, else of the scenario; %NULL without one. */
static const CorItem *
find_site (const CorImport *import, const CorScenario *scenario, const char *id)
{
  for (guint i = 0; i < import->items->len; i++)
    {
      const CorItem *item = g_ptr_array_index (import->items, i);

      if (item->kind == COR_ITEM_SITE && g_strcmp0 (item->id, id) == 0)
        return item;
    }
  return cor_scenario_find (scenario, COR_ITEM_SITE, id);
}

/* Adds a site that a route ends at, once. */
static CorLonLat
add_end (GPtrArray *shown, GHashTable *seen, const CorItem *site)
{
  if (g_hash_table_add (seen, (gpointer) site))
    g_ptr_array_add (shown, cor_item_ref (site));
  return (CorLonLat){ ((const CorSite *) site)->lon, ((const CorSite *) site)->lat };
}

/* The route with the line that it takes on the roads. */
static CorItem *
on_roads (const CorRoute *route, CorLonLat from, CorLonLat to, CorNetwork *network)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (CorLonLat));
  g_autoptr (GArray) line = g_array_new (FALSE, FALSE, sizeof (CorLonLat));
  g_autoptr (CorPath) path = NULL;
  CorItem *copy = cor_item_copy (&route->item);

  g_array_append_val (places, from);
  for (guint i = 0; route->vias != NULL && i < route->vias->len; i++)
    {
      const CorVia *via = &g_array_index (route->vias, CorVia, i);
      CorLonLat place = { via->lon, via->lat };

      if (via->site == NULL)
        g_array_append_val (places, place);
    }
  g_array_append_val (places, to);
  path = cor_network_route (network, (const CorLonLat *) (gpointer) places->data, places->len, NULL, NULL);
  if (path == NULL)
    return copy;
  g_array_append_vals (line, path->shape, path->n_shape);
  cor_item_set_boxed (copy, cor_item_field (COR_ITEM_ROUTE, "line"), line);
  cor_item_set_boxed (copy, cor_item_field (COR_ITEM_ROUTE, "vias"), NULL);
  return copy;
}

static void
add_route (GPtrArray *shown, GHashTable *seen, const CorImport *import, const CorScenario *scenario, const CorRoute *route,
           CorNetwork *network)
{
  const CorItem *from = find_site (import, scenario, route->origin);
  const CorItem *to = find_site (import, scenario, route->destination);
  CorLonLat ends[2];

  if (from == NULL || to == NULL)
    return;
  ends[0] = add_end (shown, seen, from);
  ends[1] = add_end (shown, seen, to);
  if (network != NULL && (route->line == NULL || route->line->len < 2))
    g_ptr_array_add (shown, on_roads (route, ends[0], ends[1], network));
  else
    g_ptr_array_add (shown, cor_item_ref (&route->item));
}

GPtrArray *
cor_import_preview_items (const CorImport *import, const CorScenario *scenario, CorNetwork *network, GCancellable *cancellable)
{
  GPtrArray *shown = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_item_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n_routes = 0;

  for (guint i = 0; i < import->items->len && shown->len < COR_IMPORT_PREVIEW_MAX; i++)
    {
      const CorItem *item = g_ptr_array_index (import->items, i);

      if (g_cancellable_is_cancelled (cancellable))
        break;
      if (item->kind == COR_ITEM_ROUTE)
        add_route (shown, seen, import, scenario, (const CorRoute *) item, n_routes++ < ROUTES_ON_ROADS ? network : NULL);
      else if (item->kind != COR_ITEM_DUTY && g_hash_table_add (seen, (gpointer) item))
        g_ptr_array_add (shown, cor_item_ref (item));
    }
  return shown;
}

CorMapScene *
cor_import_preview (const CorImport *import, GPtrArray *items)
{
  g_autoptr (CorScenario) empty = cor_scenario_new (NULL);
  g_autoptr (CorScenario) all = NULL;
  CorImport first = *import;
  CorMapContent content = { .colour = "parity", .stations = "kind", .zh = cor_format_is_chinese (NULL) };

  first.items = items;
  content.scenario = all = cor_import_add (&first, empty);
  return cor_map_content_build (&content);
}
