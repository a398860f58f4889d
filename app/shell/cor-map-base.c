/* cor-map-base.c: the bundled base map with the roads of the network, shared by all windows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-base.h"

#include "cor-data-dir.h"

#include <glib/gi18n-lib.h>

static CorMapRoadClass
map_class (CorRoadClass road)
{
  switch (road)
    {
    case COR_ROAD_MOTORWAY:
      return COR_MAP_ROAD_MOTORWAY;
    case COR_ROAD_TRUNK:
      return COR_MAP_ROAD_TRUNK;
    case COR_ROAD_PRIMARY:
      return COR_MAP_ROAD_PRIMARY;
    default:
      return COR_MAP_ROAD_MINOR;
    }
}

/* Of networks with more pieces than this the small roads are not drawn: the map would be full of them. */
#define ALL_ROADS_UP_TO 100000

static CorMapRoads *
roads_of (CorNetwork *network)
{
  CorMapRoads *roads = cor_map_roads_new ();
  guint n;

  cor_network_size (network, NULL, &n, NULL);
  for (guint i = 0; i < n; i++)
    {
      CorRoadClass road;
      g_autoptr (GArray) points = cor_network_edge_shape (network, i, &road);

      if (n > ALL_ROADS_UP_TO && road > COR_ROAD_SECONDARY)
        continue;
      cor_map_roads_add (roads, map_class (road), (const double *)(gpointer)points->data,
                         points->len);
    }
  return roads;
}

CorMapBase *
cor_map_base_new (CorNetwork *network)
{
  CorMapBase *base = g_new0 (CorMapBase, 1);
  g_autofree char *tiles = cor_data_file ("basemap", "base.mbtiles", NULL);
  g_autofree char *names = cor_data_file ("basemap", "places.csv", NULL);
  g_autoptr (GError) no_tiles = NULL;
  g_autoptr (GError) no_names = NULL;
  g_autofree char *readings = cor_data_file ("basemap", "pinyin.txt", NULL);
  g_autoptr (GError) no_readings = NULL;

  base->archive = cor_tile_archive_open (tiles, &no_tiles);
  base->places = cor_places_load (names, &no_names);
  if (no_tiles != NULL)
    g_warning ("%s", no_tiles->message);
  if (no_names != NULL)
    g_warning ("%s", no_names->message);
  base->pinyin = cor_pinyin_load (readings, &no_readings);
  if (no_readings != NULL)
    g_warning ("%s", no_readings->message);
  base->roads = roads_of (network);
  base->network = cor_network_ref (network);
  return base;
}

void
cor_map_base_free (CorMapBase *base)
{
  g_clear_pointer (&base->archive, cor_tile_archive_unref);
  g_clear_pointer (&base->places, cor_places_unref);
  g_clear_pointer (&base->pinyin, cor_pinyin_free);
  g_clear_pointer (&base->roads, cor_map_roads_unref);
  g_clear_pointer (&base->network, cor_network_unref);
  g_free (base);
}

void
cor_map_base_show (const CorMapBase *base, CorMapView *view)
{
  cor_map_view_set_base (view, base->archive, base->roads, base->places);
  cor_map_view_set_note (
      view, cor_network_indicative (base->network) ? _ ("road network indicative") : cor_network_attribution (base->network));
}
