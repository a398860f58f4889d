/* cor-export-gpx.c: routes as tracks for navigation devices and other programs.
 *
 * GPX 1.1 (Topografix, 2004).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
put_degrees (GString *gpx, const char *name, double degrees)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (gpx, " %s=\"%s\"", name, g_ascii_formatd (text, sizeof text, "%.7f", degrees));
}

static void
put_point (GString *gpx, const char *element, CorLonLat place)
{
  g_string_append_printf (gpx, "<%s", element);
  put_degrees (gpx, "lat", place.lat);
  put_degrees (gpx, "lon", place.lon);
}

static void
put_text (GString *gpx, const char *element, const char *text)
{
  g_autofree char *escaped = text ? g_markup_escape_text (text, -1) : NULL;

  if (escaped != NULL)
    g_string_append_printf (gpx, "<%s>%s</%s>", element, escaped, element);
}

static void
put_site (GString *gpx, const CorItem *site)
{
  if (site == NULL)
    return;
  put_point (gpx, "wpt", (CorLonLat){ ((const CorSite *) site)->lon, ((const CorSite *) site)->lat });
  g_string_append_c (gpx, '>');
  put_text (gpx, "name", cor_item_label (site, FALSE));
  g_string_append (gpx, "</wpt>\n");
}

static void
put_route (GString *gpx, const CorScenario *scenario, const CorResults *results, const CorRoute *route)
{
  g_autoptr (GArray) line = cor_export_line (scenario, results, route);

  if (line->len < 2)
    return;
  g_string_append (gpx, "<trk>");
  put_text (gpx, "name", cor_item_label (&route->item, FALSE));
  put_text (gpx, "desc", route->item.note);
  g_string_append (gpx, "<trkseg>\n");
  for (guint i = 0; i < line->len; i++)
    {
      put_point (gpx, "trkpt", g_array_index (line, CorLonLat, i));
      g_string_append (gpx, "/>\n");
    }
  g_string_append (gpx, "</trkseg></trk>\n");
}

/* The sites at the ends of the routes, each once, in the order of the scenario. */
static void
put_sites (GString *gpx, const CorScenario *scenario, const GPtrArray *routes)
{
  guint n;
  const CorItem *const *sites = cor_scenario_items (scenario, COR_ITEM_SITE, &n);

  for (guint i = 0; i < n; i++)
    for (guint r = 0; r < routes->len; r++)
      {
        const CorRoute *route = g_ptr_array_index (routes, r);

        if (g_strcmp0 (route->origin, sites[i]->id) != 0 && g_strcmp0 (route->destination, sites[i]->id) != 0)
          continue;
        put_site (gpx, sites[i]);
        break;
      }
}

GBytes *
cor_export_gpx (const CorScenario *scenario, const CorResults *results, const char *route, GError **error)
{
  g_autoptr (GPtrArray) routes = g_ptr_array_new ();
  GString *gpx;
  guint n;
  const CorItem *const *all = cor_scenario_items (scenario, COR_ITEM_ROUTE, &n);

  for (guint i = 0; i < n; i++)
    if (route == NULL || strcmp (all[i]->id, route) == 0)
      g_ptr_array_add (routes, (gpointer) all[i]);
  if (route != NULL && routes->len == 0)
    {
      g_set_error (error, COR_ERROR, COR_ERROR_REFERENCE, _ ("the scenario has no route “%s”"), route);
      return NULL;
    }
  gpx = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<gpx version=\"1.1\" creator=\"Corridor\" xmlns=\"http://www.topografix.com/GPX/1/1\">\n");
  put_sites (gpx, scenario, routes);
  for (guint i = 0; i < routes->len; i++)
    put_route (gpx, scenario, results, g_ptr_array_index (routes, i));
  g_string_append (gpx, "</gpx>\n");
  return g_string_free_to_bytes (gpx);
}
