/* test-map-paint.c: the bundled base map as it is painted: what is sea, what is land, what is named.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-labels.h"
#include "cor-map-paint.h"
#include "cor-mercator.h"
#include "cor-tile-paint.h"

#define SIZE 400

/* Pixels that the halo of letters may have beyond their measure. */
#define HALO 3

static CorTileArchive *
open_bundled (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("CORRIDOR_DATADIR"), "basemap", "base.mbtiles", NULL);
  g_autoptr (GError) error = NULL;
  CorTileArchive *archive = cor_tile_archive_open (path, &error);

  g_assert_no_error (error);
  return archive;
}

static guint32
pixel (cairo_surface_t *surface, int x, int y)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) (data + (gsize) y * (gsize) stride))[x] & 0xffffff;
}

static guint32
colour_at (double lon, double lat, double zoom, gboolean dark)
{
  g_autoptr (CorTileArchive) archive = open_bundled ();
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIZE, SIZE);
  cairo_t *cr = cairo_create (surface);
  CorMapFrame frame;
  guint32 colour;

  cor_map_frame_init (&frame, lon, lat, zoom, SIZE, SIZE);
  cor_map_paint (cr, &frame, archive, NULL, cor_map_style_get (dark), &error);
  g_assert_no_error (error);
  cairo_surface_flush (surface);
  colour = pixel (surface, SIZE / 2, SIZE / 2);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return colour;
}

/* Places well inside their kind, to half a kilometre or more, from common knowledge of the delta. */
static const struct
{
  const char *name;
  double lon, lat;
  gboolean water;
} spots[] = {
  { "Pearl River Estuary", 113.75, 22.45, TRUE },
  { "Daya Bay", 114.68, 22.65, TRUE },
  { "Mirs Bay", 114.42, 22.53, TRUE },
  { "Shenzhen Bay", 113.965, 22.487, TRUE },
  { "Humen water", 113.6, 22.82, TRUE },
  { "open sea", 115.5, 21.0, TRUE },
  { "Xi Jiang north of Jiangmen", 112.9168, 22.866, TRUE },
  { "Shenzhen city hall", 114.054, 22.545, FALSE },
  { "Dongguan", 113.75, 23.02, FALSE },
  { "Lantau", 113.94, 22.258, FALSE },
  { "Hong Kong Island", 114.19, 22.255, FALSE },
  { "Nansha district", 113.53, 22.79, FALSE },
  { "Yantian port back land", 114.26, 22.60, FALSE },
  { "Hainan", 109.9, 19.7, FALSE },
  { "Zhuhai", 113.53, 22.27, FALSE },
};

static void
test_land_and_sea (void)
{
  for (int dark = 0; dark < 2; dark++)
    for (guint i = 0; i < G_N_ELEMENTS (spots); i++)
      for (double zoom = 9.0; zoom < 13.5; zoom += 1.3)
        {
          const CorMapStyle *style = cor_map_style_get (dark);

          g_test_message ("%s at zoom %.1f", spots[i].name, zoom);
          g_assert_cmphex (colour_at (spots[i].lon, spots[i].lat, zoom, dark), ==,
                           spots[i].water ? style->sea : style->land);
        }
}

/* Large islands and the Caspian Sea, at the zooms that other data serves. */
static void
test_world (void)
{
  const CorMapStyle *style = cor_map_style_get (FALSE);

  for (double zoom = 2.0; zoom < 7.0; zoom += 0.9)
    {
      g_assert_cmphex (colour_at (121.0, 23.8, zoom, FALSE), ==, style->land);
      g_assert_cmphex (colour_at (109.8, 19.1, zoom, FALSE), ==, style->land);
      g_assert_cmphex (colour_at (133.5, -24.0, zoom, FALSE), ==, style->land);
      g_assert_cmphex (colour_at (115.5, 19.0, zoom, FALSE), ==, style->sea);
      g_assert_cmphex (colour_at (50.5, 41.5, zoom, FALSE), ==, style->sea);
    }
}

/* No seam: far out at sea, at a zoom between two, every pixel is the sea's. */
static void
test_no_seams (void)
{
  g_autoptr (CorTileArchive) archive = open_bundled ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIZE, SIZE);
  cairo_t *cr = cairo_create (surface);
  CorMapFrame frame;

  cor_map_frame_init (&frame, 115.9, 21.2, 9.37, SIZE, SIZE);
  cor_map_paint (cr, &frame, archive, NULL, cor_map_style_get (FALSE), NULL);
  cairo_surface_flush (surface);
  for (int y = 0; y < SIZE; y++)
    for (int x = 0; x < SIZE; x++)
      g_assert_cmphex (pixel (surface, x, y), ==, cor_map_style_get (FALSE)->sea);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_frame (void)
{
  CorMapFrame frame;
  double x, y, lon, lat;

  cor_map_frame_fit (&frame, 113.0, 22.0, 115.0, 23.5, 1000, 700, 40);
  cor_map_frame_project (&frame, 113.0, 23.5, &x, &y);
  g_assert_cmpfloat (x, >=, 40 - 1e-6);
  g_assert_cmpfloat (y, >=, 40 - 1e-6);
  cor_map_frame_project (&frame, 115.0, 22.0, &x, &y);
  g_assert_cmpfloat (x, <=, 960 + 1e-6);
  g_assert_cmpfloat (y, <=, 660 + 1e-6);
  cor_map_frame_unproject (&frame, 123.0, 456.0, &lon, &lat);
  cor_map_frame_project (&frame, lon, lat, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, 123.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (y, 456.0, 1e-6);
  /* EPSG Guidance Note 7-2, method 1024, worked example: 100° 20' 00.000" W, 24° 22' 54.433" N is
   * 11,169,055.58 m W, 2,800,000.00 m N of the origin; the world is 40,075,016.69 m wide. */
  g_assert_cmpfloat_with_epsilon ((cor_mercator_x (-100.33333333) - 0.5) * 40075016.6856, -11169055.58, 0.01);
  g_assert_cmpfloat_with_epsilon ((0.5 - cor_mercator_y (24.38178694)) * 40075016.6856, 2800000.0, 0.01);
}

static void
test_labels (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("CORRIDOR_DATADIR"), "basemap", "places.csv", NULL);
  g_autoptr (CorPlaces) places = cor_places_load (path, NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1000, 700);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GArray) everything = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_int_t));
  cairo_rectangle_int_t all = { 0, 0, 1000, 700 };
  CorMapFrame frame;

  g_array_append_val (everything, all);
  cor_map_frame_init (&frame, 113.9, 22.7, 9.0, 1000, 700);
  for (int chinese = 0; chinese < 2; chinese++)
    {
      g_autoptr (CorMapLabels) labels = cor_map_labels_new (places, cor_map_style_get (FALSE), chinese, FALSE);
      guint n = cor_map_labels_paint (labels, cr, &frame, NULL);

      g_assert_cmpuint (n, >, 15);
      g_assert_cmpuint (cor_map_labels_paint (labels, cr, &frame, NULL), ==, n);
      g_assert_cmpuint (cor_map_labels_paint (labels, cr, &frame, everything), ==, 0);
      /* Large letters leave room for fewer names, and the usual ones come back as they were. */
      frame.text_scale = 2.0;
      g_assert_cmpuint (cor_map_labels_paint (labels, cr, &frame, NULL), <, n);
      frame.text_scale = 0.0;
      g_assert_cmpuint (cor_map_labels_paint (labels, cr, &frame, NULL), ==, n);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* A road shows where it runs, and only from its class's zoom on. */
static void
test_roads (void)
{
  static const double line[] = { 113.9, 22.7, 114.1, 22.7 };
  g_autoptr (CorMapRoads) roads = cor_map_roads_new ();
  const CorMapStyle *style = cor_map_style_get (TRUE);

  cor_map_roads_add (roads, COR_MAP_ROAD_MINOR, line, 2);
  cor_map_roads_add (roads, COR_MAP_ROAD_MOTORWAY, line, 1);
  g_assert_cmpuint (cor_map_roads_get_n_lines (roads), ==, 1);
  for (int zoom = 9; zoom <= 13; zoom += 4)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIZE, SIZE);
      cairo_t *cr = cairo_create (surface);
      CorMapFrame frame;

      cor_map_frame_init (&frame, 114.0, 22.7, zoom, SIZE, SIZE);
      cor_map_roads_paint (roads, cr, style, zoom, frame.left, frame.top, SIZE, SIZE);
      cairo_surface_flush (surface);
      g_assert_true ((pixel (surface, SIZE / 2, SIZE / 2) != 0) == (zoom == 13));
      g_assert_cmphex (pixel (surface, SIZE / 2, SIZE / 2 + 20), ==, 0);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

/* On paper no name is cut by the frame, wherever the map is; places lie near all its edges. */
static void
test_whole_names (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("CORRIDOR_DATADIR"), "basemap", "places.csv", NULL);
  g_autoptr (CorPlaces) places = cor_places_load (path, NULL);
  g_autoptr (CorMapLabels) labels = cor_map_labels_new (places, cor_map_style_get (FALSE), FALSE, TRUE);
  guint n = 0;

  for (int i = 0; i < 40; i++)
    {
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
      cairo_t *cr = cairo_create (surface);
      double x, y, width, height;
      CorMapFrame frame;

      cor_map_frame_init (&frame, 113.4 + 0.03 * i, 22.3 + 0.02 * i, 9.5, SIZE, SIZE);
      n += cor_map_labels_paint (labels, cr, &frame, NULL);
      cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
      g_assert_cmpfloat (x, >=, -HALO);
      g_assert_cmpfloat (y, >=, -HALO);
      g_assert_cmpfloat (x + width, <=, SIZE + HALO);
      g_assert_cmpfloat (y + height, <=, SIZE + HALO);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
  g_assert_cmpuint (n, >, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/paint/land-and-sea", test_land_and_sea);
  g_test_add_func ("/map/paint/world", test_world);
  g_test_add_func ("/map/paint/no-seams", test_no_seams);
  g_test_add_func ("/map/paint/frame", test_frame);
  g_test_add_func ("/map/paint/labels", test_labels);
  g_test_add_func ("/map/paint/whole-names", test_whole_names);
  g_test_add_func ("/map/paint/roads", test_roads);
  return g_test_run ();
}
