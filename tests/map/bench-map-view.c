/* bench-map-view.c: frames a second of a large scene: while the map moves, and while stations light
 * up under the pointer. CSV name,unit,value,n.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench-scene.h"
#include "cor-object-layer.h"

#define FRAMES 180

typedef struct
{
  CorMapView *view;
  CorObjectLayer *layer;
  gboolean hovering;
  guint n;
  gint64 start;
  gint64 longest;
  gint64 last;
} Run;

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Run *run = data;
  gint64 now = g_get_monotonic_time ();

  if (run->n == 0)
    run->start = now;
  else
    run->longest = MAX (run->longest, now - run->last);
  run->last = now;
  run->n++;
  if (run->hovering)
    cor_object_layer_set_hovered (run->layer, &(CorMapMark){ COR_MAP_OBJECT_STATION, run->n % 2 ? "s1" : "s2" });
  else
    cor_map_view_center_on (run->view, 113.6 + 0.003 * run->n, 22.7, -1.0);
  return run->n < FRAMES ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
measure (Run *run, const char *name)
{
  run->n = 0;
  run->longest = 0;
  gtk_widget_add_tick_callback (GTK_WIDGET (run->view), on_tick, run, NULL);
  while (run->n < FRAMES)
    g_main_context_iteration (NULL, TRUE);
  g_print ("%s,frames_per_second,%.1f,%d\n", name, (FRAMES - 1) * 1e6 / (run->last - run->start), FRAMES);
  g_print ("%s_longest_frame,ms,%.1f,%d\n", name, run->longest / 1000.0, FRAMES);
}

int
main (int argc, char **argv)
{
  g_autofree char *map = g_build_filename (g_getenv ("CORRIDOR_DATADIR"), "basemap", "base.mbtiles", NULL);
  g_autofree char *names = g_build_filename (g_getenv ("CORRIDOR_DATADIR"), "basemap", "places.csv", NULL);
  g_autoptr (CorTileArchive) archive = cor_tile_archive_open (map, NULL);
  g_autoptr (CorPlaces) places = cor_places_load (names, NULL);
  g_autoptr (CorMapScene) scene = bench_scene ();
  GtkWidget *window;
  gint64 until;
  Run run = { 0 };

  adw_init ();
  window = gtk_window_new ();
  run.view = COR_MAP_VIEW (cor_map_view_new ());
  cor_map_view_set_base (run.view, archive, NULL, places);
  run.layer = cor_object_layer_new (run.view);
  cor_object_layer_set_scene (run.layer, scene);
  cor_map_view_center_on (run.view, 113.6, 22.7, 10.0);
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (run.view));
  gtk_window_present (GTK_WINDOW (window));
  until = g_get_monotonic_time () + G_USEC_PER_SEC;
  while (g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, FALSE);

  g_print ("name,unit,value,n\n");
  measure (&run, "map_pan");
  run.hovering = TRUE;
  measure (&run, "map_hover");
  gtk_window_destroy (GTK_WINDOW (window));
  return 0;
}
