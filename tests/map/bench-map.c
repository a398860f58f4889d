/* bench-map.c: how long painting takes: a tile, names, a large scene. CSV name,unit,value,n.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-labels.h"
#include "cor-map-scene-paint.h"
#include "cor-tile-paint.h"

#include <math.h>

#define WIDTH 1280
#define HEIGHT 800
#define N_STATIONS 2000
#define N_ROUTES 1000
#define N_POINTS 120

static void
report (const char *name, gint64 since, guint n)
{
  g_print ("%s,ms,%.3f,%u\n", name, (g_get_monotonic_time () - since) / 1000.0 / n, n);
}

/* Stations all over the delta, routes that wander from one random place to another. */
static CorMapScene *
make_large_scene (void)
{
  CorMapScene *scene = cor_map_scene_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261122);

  for (guint i = 0; i < N_STATIONS; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u", i);

      cor_map_scene_add_station (scene, &(CorMapStation){ id, (CorMapStationKind) (i % 4), i % 7 == 0, i % 5 == 0,
                                                          g_rand_double_range (rand, 112.8, 115.0),
                                                          g_rand_double_range (rand, 22.2, 23.4), NULL });
    }
  for (guint i = 0; i < N_ROUTES; i++)
    {
      double line[2 * N_POINTS], lon = g_rand_double_range (rand, 113.0, 114.8), lat = g_rand_double_range (rand, 22.4, 23.2);
      double heading = g_rand_double_range (rand, 0.0, 2.0 * G_PI);
      g_autofree char *id = g_strdup_printf ("r%u", i);

      for (guint k = 0; k < N_POINTS; k++)
        {
          line[2 * k] = lon;
          line[2 * k + 1] = lat;
          heading += g_rand_double_range (rand, -0.3, 0.3);
          lon += 0.006 * cos (heading);
          lat += 0.006 * sin (heading);
        }
      cor_map_scene_add_route (
          scene, &(CorMapRoute){ .id = id, .lon_lat = line, .n_points = N_POINTS, .tint = (CorMapTint) (i % 7) });
    }
  return scene;
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

  start = g_get_monotonic_time ();
  scene = make_large_scene ();
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
