/* demo-paint.c: paints a map picture to look at: OUTPUT.png LON LAT ZOOM [dark] [zh] [NETWORK.txt] [MAP.mbtiles].
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-labels.h"
#include "cor-map-paint.h"
#include "cor-map-scene-paint.h"
#include "demo-roads.h"
#include "demo-scene.h"

#include <stdlib.h>

int
main (int argc, char **argv)
{
  gboolean dark = FALSE, chinese = FALSE;
  const char *map = NULL, *network = NULL;
  g_autofree char *bundled = g_build_filename (g_getenv ("CORRIDOR_DATADIR"), "basemap", "base.mbtiles", NULL);
  g_autofree char *names = g_build_filename (g_getenv ("CORRIDOR_DATADIR"), "basemap", "places.csv", NULL);
  g_autoptr (GError) error = NULL;

  for (int i = 5; i < argc; i++)
    {
      dark |= g_str_equal (argv[i], "dark");
      chinese |= g_str_equal (argv[i], "zh");
      map = g_str_has_suffix (argv[i], ".mbtiles") ? argv[i] : map;
      network = g_str_has_suffix (argv[i], ".txt") ? argv[i] : network;
    }

  const CorMapStyle *style = cor_map_style_get (dark);
  g_autoptr (CorTileArchive) archive = cor_tile_archive_open (map != NULL ? map : bundled, &error);
  g_autoptr (CorPlaces) places = cor_places_load (names, &error);
  g_autoptr (CorMapRoads) roads = network != NULL ? demo_load_roads (network) : NULL;
  g_autoptr (CorMapLabels) labels = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1200, 800);
  cairo_t *cr = cairo_create (surface);
  CorMapFrame frame;
  gint64 start = g_get_monotonic_time ();

  if (archive == NULL || places == NULL)
    g_error ("%s", error->message);
  cor_map_frame_init (&frame, atof (argv[2]), atof (argv[3]), atof (argv[4]), 1200, 800);
  if (!cor_map_paint (cr, &frame, archive, roads, style, &error))
    g_printerr ("%s\n", error->message);
  labels = cor_map_labels_new (places, style, chinese, FALSE);
  g_print ("map %.1f ms, ", (g_get_monotonic_time () - start) / 1000.0);
  start = g_get_monotonic_time ();
  g_print ("%u labels, ", cor_map_labels_paint (labels, cr, &frame, NULL));
  g_print ("%.1f ms", (g_get_monotonic_time () - start) / 1000.0);
  start = g_get_monotonic_time ();
  cor_map_labels_paint (labels, cr, &frame, NULL);
  g_print (", again %.1f ms\n", (g_get_monotonic_time () - start) / 1000.0);
  if (network != NULL)
    {
      CorNetwork *net = demo_load_network (network);
      g_autoptr (CorMapScene) scene = demo_scene (net, chinese);
      CorMapMark selected = { COR_MAP_OBJECT_STATION, "s1" };
      CorMapBubbleRow rows[] = { { "Detour share", "5.3 %", "4.2 %", COR_MAP_TINT_BETTER },
                                 { "Zhongshan parity", "2030", "2029", COR_MAP_TINT_BETTER } };
      CorMapBubble bubble = { "Humen swap", "moved 10.9 km", rows, 2 };
      CorMapSceneState state = { .selected = &selected,
                                 .n_selected = 1,
                                 .dragged = selected,
                                 .drag_lon = 113.77,
                                 .drag_lat = 22.84,
                                 .bubble = &bubble };

      for (int i = 0; i < 2; i++)
        {
          start = g_get_monotonic_time ();
          cor_map_scene_paint (scene, cr, &frame, dark, &state);
          g_print ("scene %.1f ms\n", (g_get_monotonic_time () - start) / 1000.0);
        }
      cor_network_unref (net);
    }
  cor_map_paint_scale (cr, &frame, style, 1180, 780);
  cairo_surface_write_to_png (surface, argv[1]);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return 0;
}
