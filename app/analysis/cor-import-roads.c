/* cor-import-roads.c: imported lines laid on the roads.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-import-roads.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The place of a site, of the import or of the scenario; FALSE where there is none of that id. */
static gboolean
site_place (const CorImport *import, const CorScenario *scenario, const char *id, CorLonLat *place)
{
  const CorItem *site = cor_scenario_find (scenario, COR_ITEM_SITE, id);

  for (guint i = 0; i < import->items->len && site == NULL; i++)
    {
      const CorItem *item = g_ptr_array_index (import->items, i);

      if (item->kind == COR_ITEM_SITE && g_strcmp0 (item->id, id) == 0)
        site = item;
    }
  if (site != NULL)
    *place = (CorLonLat){ ((const CorSite *) site)->lon, ((const CorSite *) site)->lat };
  return site != NULL;
}

/* The line with the sites at its ends; NULL where one is not known. */
static GArray *
whole_line (const CorImport *import, const CorScenario *scenario, const CorRoute *route)
{
  CorLonLat from, to;
  GArray *line;

  if (!site_place (import, scenario, route->origin, &from) || !site_place (import, scenario, route->destination, &to))
    return NULL;
  line = g_array_new (FALSE, FALSE, sizeof (CorLonLat));
  g_array_append_val (line, from);
  g_array_append_vals (line, route->line->data, route->line->len);
  g_array_append_val (line, to);
  return line;
}

static void
set_vias (CorRoute *route, const GArray *places)
{
  g_autoptr (GArray) vias = cor_vias_new ();

  for (guint i = 0; i < places->len; i++)
    {
      CorLonLat place = g_array_index (places, CorLonLat, i);
      CorVia via = { NULL, round (place.lon * 1e6) / 1e6, round (place.lat * 1e6) / 1e6 };

      g_array_append_val (vias, via);
    }
  cor_item_set_boxed (&route->item, cor_item_field (COR_ITEM_ROUTE, "vias"), vias);
  cor_item_set_boxed (&route->item, cor_item_field (COR_ITEM_ROUTE, "line"), NULL);
}

static void
lay (CorImport *import, const CorScenario *scenario, CorNetwork *network, CorRoute *route)
{
  g_autoptr (GArray) line = whole_line (import, scenario, route);
  g_autoptr (CorPath) path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) places = NULL;
  g_autofree char *text = NULL;
  const char *name = cor_item_label (&route->item, FALSE);

  if (line == NULL)
    return;
  places = cor_network_match (network, (const CorLonLat *) (gpointer) line->data, line->len, NULL, &path, &error);
  if (places == NULL)
    text = g_strdup_printf (_ ("%s: kept as drawn, off the road network: %s"), name, error->message);
  else
    {
      set_vias (route, places);
      text = g_strdup_printf (_ ("%s: laid on the roads over %u places, %.1f km"), name, places->len, path->length_m / 1000);
    }
  cor_import_say (import, text);
}

gboolean
cor_import_lay_on_roads (CorImport *import,
                         const CorScenario *scenario,
                         CorNetwork *network,
                         GCancellable *cancellable,
                         GError **error)
{
  for (guint i = 0; i < import->items->len; i++)
    {
      CorItem *item = g_ptr_array_index (import->items, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (item->kind == COR_ITEM_ROUTE && !import->own && ((CorRoute *) item)->line != NULL && ((CorRoute *) item)->line->len > 1)
        lay (import, scenario, network, (CorRoute *) item);
    }
  return TRUE;
}
