/* demo-view.c: the map widget in a window, to look at: [dark] [zh] [NETWORK.txt].
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-view.h"
#include "cor-object-layer.h"
#include "demo-roads.h"
#include "demo-scene.h"

static void
on_dragged (CorObjectLayer *layer, int kind, const char *id, int phase, double lon, double lat)
{
  CorMapBubbleRow rows[] = { { "Detour share", "5.3 %", "4.2 %", COR_MAP_TINT_BETTER },
                             { "Zhongshan parity", "2030", "2029", COR_MAP_TINT_BETTER } };
  CorMapBubble bubble = { id, "moved 10.9 km", rows, 2 };

  g_print ("dragged %d %s %d %.4f %.4f\n", kind, id, phase, lon, lat);
  cor_object_layer_set_bubble (layer, phase <= COR_MAP_PHASE_UPDATE ? &bubble : NULL);
}

static void
on_clicked (CorObjectLayer *layer, int kind, const char *id, int n_press, GdkModifierType state)
{
  CorMapMark mark = { kind, id };

  g_print ("clicked %d %s %d\n", kind, id, n_press);
  cor_object_layer_set_selected (layer, &mark, 1);
}

int
main (int argc, char **argv)
{
  g_autofree char *bundled = g_build_filename (g_getenv ("CORRIDOR_DATADIR"), "basemap", "base.mbtiles", NULL);
  g_autofree char *names = g_build_filename (g_getenv ("CORRIDOR_DATADIR"), "basemap", "places.csv", NULL);
  g_autoptr (CorTileArchive) archive = cor_tile_archive_open (bundled, NULL);
  g_autoptr (CorPlaces) places = cor_places_load (names, NULL);
  g_autoptr (CorMapRoads) roads = NULL;
  g_autoptr (CorMapScene) scene = NULL;
  gboolean zh = FALSE;
  CorObjectLayer *layer;
  GtkWidget *window, *view;

  adw_init ();
  window = gtk_window_new ();
  view = cor_map_view_new ();
  for (int i = 1; i < argc; i++)
    {
      if (g_str_equal (argv[i], "dark"))
        {
          cor_map_view_set_dark (COR_MAP_VIEW (view), TRUE);
          adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
        }
      else if (g_str_equal (argv[i], "zh"))
        {
          zh = TRUE;
          cor_map_view_set_chinese (COR_MAP_VIEW (view), TRUE);
        }
      else
        {
          CorNetwork *network = demo_load_network (argv[i]);

          roads = demo_load_roads (argv[i]);
          scene = demo_scene (network, zh);
          cor_network_unref (network);
        }
    }
  layer = cor_object_layer_new (COR_MAP_VIEW (view));
  cor_object_layer_set_scene (layer, scene);
  g_signal_connect (layer, "object-dragged", G_CALLBACK (on_dragged), NULL);
  g_signal_connect (layer, "object-clicked", G_CALLBACK (on_clicked), NULL);
  cor_map_view_set_base (COR_MAP_VIEW (view), archive, roads, places);
  cor_map_view_set_note (COR_MAP_VIEW (view), "road network indicative");
  cor_map_view_fit (COR_MAP_VIEW (view), 113.2, 22.4, 114.5, 23.15);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  while (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 0)
    g_main_context_iteration (NULL, TRUE);
  return 0;
}
