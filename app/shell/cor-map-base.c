/* cor-map-base.c: the bundled base map with the roads of the network, shared by all windows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-base.h"

#include "cor-data-dir.h"
#include "cor-map-ground.h"
#include "cor-map-roads-network.h"
#include "cor-settings.h"

#include <glib/gi18n-lib.h>

CorMapBase *
cor_map_base_new (CorNetwork *network, GCancellable *cancellable)
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
  base->roads = cor_map_roads_new_network (network, cancellable);
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

/* A new place is called after one that is no further away. */
#define NAME_WITHIN_M 8000.0

const CorPlace *
cor_map_place_near (const CorPlaces *places, CorLonLat at)
{
  const CorPlace *nearest = NULL;
  double least = NAME_WITHIN_M;

  for (guint i = 0; places != NULL && i < cor_places_get_n (places); i++)
    {
      const CorPlace *place = cor_places_get (places, i);
      double away = cor_lonlat_distance (at, (CorLonLat){ place->lon, place->lat });

      if (away >= least || place->kind > COR_PLACE_AIRPORT)
        continue;
      least = away;
      nearest = place;
    }
  return nearest;
}

/* A base of its own for a view, which may live longer than the one it was given. */
static CorMapBase *
copy (const CorMapBase *base)
{
  CorMapBase *own = g_new0 (CorMapBase, 1);

  own->archive = base->archive != NULL ? cor_tile_archive_ref (base->archive) : NULL;
  own->places = base->places != NULL ? cor_places_ref (base->places) : NULL;
  own->roads = cor_map_roads_ref (base->roads);
  own->network = cor_network_ref (base->network);
  return own;
}

static void
show_online (CorMapView *view)
{
  g_autofree char *url = g_settings_get_string (cor_settings_get (), "online-url");
  g_autofree char *attribution = g_settings_get_string (cor_settings_get (), "online-attribution");

  cor_map_view_set_base (view, NULL, NULL, NULL);
  cor_map_view_set_online (view, url, attribution);
}

/* What was chosen lies below; a picture and tiles from the net bring their own roads and names. */
static void
show_chosen (CorMapView *view)
{
  const CorMapBase *base = g_object_get_data (G_OBJECT (view), "cor-map-base");
  CorMapGround *ground = cor_map_ground_get_default ();
  CorTileArchive *own = cor_map_ground_get_archive (ground);
  CorMapGroundKind kind = cor_map_ground_get_kind (ground);
  gboolean roads = kind == COR_MAP_GROUND_BUNDLED;

  if (kind == COR_MAP_GROUND_ONLINE)
    show_online (view);
  else
    {
      cor_map_view_set_online (view, NULL, NULL);
      if (kind == COR_MAP_GROUND_FILE)
        cor_map_view_set_base (view, own, NULL,
                               cor_tile_archive_get_kind (own) == COR_TILE_KIND_VECTOR ? base->places : NULL);
      else if (kind == COR_MAP_GROUND_NONE)
        cor_map_view_set_base (view, NULL, NULL, NULL);
      else
        cor_map_view_set_base (view, base->archive, base->roads, base->places);
    }
  cor_map_view_set_note (view, cor_network_indicative (base->network) ? _ ("road network indicative")
                               : roads ? cor_network_attribution (base->network)
                                       : NULL);
}

void
cor_map_base_show (const CorMapBase *base, CorMapView *view)
{
  gboolean first = g_object_get_data (G_OBJECT (view), "cor-map-base") == NULL;

  g_object_set_data_full (G_OBJECT (view), "cor-map-base", copy (base), (GDestroyNotify)cor_map_base_free);
  if (first)
    g_signal_connect_object (cor_map_ground_get_default (), "changed", G_CALLBACK (show_chosen), view,
                             G_CONNECT_SWAPPED);
  show_chosen (view);
}
