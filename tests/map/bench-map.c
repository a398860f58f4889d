/* bench-map.c: how long painting takes: a tile, names, a large scene. CSV name,unit,value,n.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench-scene.h"
#include "cor-map-labels.h"
#include "cor-map-scene-paint.h"
#include "cor-tile-paint.h"

#define WIDTH 1280
#define HEIGHT 800

static void
report (const char *name, gint64 since, guint n)
{
  g_print ("%s,ms,%.3f,%u\n", name, (g_get_monotonic_time () - since) / 1000.0 / n, n);
}

static void
bench_tiles (cairo_t *cr)
{
  g_autofree char *path = g_build_filename (g_getenv ("CORRIDOR_DATADIR"), "basemap", "base.mbtiles", NULL);
  g_autoptr (CorTileArchive) archive = cor_tile_archive_open (path, NULL);
  gint64 start = g_get_monotonic_time ();
  guint n = 0;

  for (int y = 889; y < 897; y++)
    for (int x = 1668; x < 1676; x++, n++)
      cor_tile_paint (archive, NULL, cor_map_style_get (FALSE), cr, 11, x, y, NULL);
  report ("map_tile", start, n);
}

static void
bench_names (cairo_t *cr, const CorMapFrame *frame)
{
  g_autofree char *path = g_build_filename (g_getenv ("CORRIDOR_DATADIR"), "basemap", "places.csv", NULL);
  g_autoptr (CorPlaces) places = cor_places_load (path, NULL);
  g_autoptr (CorMapLabels) labels = cor_map_labels_new (places, cor_map_style_get (FALSE), FALSE, FALSE);
  gint64 start;

  cor_map_labels_paint (labels, cr, frame, NULL);
  start = g_get_monotonic_time ();
  for (guint i = 0; i < 100; i++)
    cor_map_labels_paint (labels, cr, frame, NULL);
  report ("map_names", start, 100);
}

/* All stations selected, each with its name. */
static void
bench_selected (cairo_t *cr, const CorMapFrame *frame)
{
  CorMapScene *bare = bench_scene (), *scene = cor_map_scene_new ();
  g_autofree CorMapMark *marks = NULL;
  guint n;
  const CorMapStation *stations = cor_map_scene_get_stations (bare, &n);
  gint64 start;

  marks = g_new0 (CorMapMark, n);
  for (guint i = 0; i < n; i++)
    {
      CorMapStation station = stations[i];
      g_autofree char *label = g_strdup_printf ("Station %u", i);

      station.label = label;
      cor_map_scene_add_station (scene, &station);
      marks[i] = (CorMapMark){ COR_MAP_OBJECT_STATION, stations[i].id };
    }
  for (guint k = 0; k < 2; k++)
    {
      const CorMapSceneState state = { .selected = marks, .n_selected = n };

      start = g_get_monotonic_time ();
      for (guint i = 0; i < 5; i++)
        k == 0 ? cor_map_scene_paint_marks (scene, cr, frame, FALSE, &state)
               : cor_map_scene_paint_texts (scene, cr, frame, FALSE, &state, NULL);
      report (k == 0 ? "map_selected_marks" : "map_selected_texts", start, 5);
    }
  cor_map_scene_unref (scene);
  cor_map_scene_unref (bare);
}

int
main (int argc, char **argv)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  const CorMapSceneState state = { 0 };
  CorMapFrame frame;
  CorMapScene *scene;
  CorMapMark mark;
  gint64 start;

  cor_map_frame_init (&frame, 113.9, 22.8, 9.5, WIDTH, HEIGHT);
  g_print ("name,unit,value,n\n");
  bench_tiles (cr);
  bench_names (cr, &frame);
  bench_selected (cr, &frame);

  start = g_get_monotonic_time ();
  scene = bench_scene ();
  cor_map_scene_get_lanes (scene, 0);
  report ("map_large_scene_build", start, 1);
  start = g_get_monotonic_time ();
  for (guint i = 0; i < 5; i++)
    cor_map_scene_paint_lines (scene, cr, &frame, FALSE);
  report ("map_large_scene_lines", start, 5);
  start = g_get_monotonic_time ();
  for (guint i = 0; i < 20; i++)
    cor_map_scene_paint_marks (scene, cr, &frame, FALSE, &state);
  report ("map_large_scene_marks", start, 20);
  start = g_get_monotonic_time ();
  for (guint i = 0; i < 20; i++)
    cor_map_scene_hit (scene, &frame, 10.0 + i * 40.0, 300.0, &mark, NULL, NULL);
  report ("map_large_scene_hit", start, 20);

  cor_map_scene_unref (scene);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return 0;
}
