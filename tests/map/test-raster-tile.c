/* test-raster-tile.c: map files of pictures: the right part of an enlarged one, and damaged ones.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-raster-tile.h"

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* A picture of four colours, one in each quarter. */
static GBytes *
make_picture (int edge)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, edge, edge);
  cairo_t *cr = cairo_create (surface);
  GByteArray *bytes = g_byte_array_new ();

  for (int i = 0; i < 4; i++)
    {
      cairo_rectangle (cr, (i % 2) * edge / 2.0, (i / 2) * edge / 2.0, edge / 2.0, edge / 2.0);
      cairo_set_source_rgb (cr, i & 1, i >> 1 & 1, 1.0);
      cairo_fill (cr);
    }
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, append, bytes);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static guint32
middle_of (GBytes *bytes, int z, int x, int y, int found_z)
{
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 256, 256);
  cairo_t *cr = cairo_create (surface);
  guint32 colour;

  g_assert_true (cor_raster_tile_paint (bytes, cr, z, x, y, found_z, &error));
  g_assert_no_error (error);
  cairo_surface_flush (surface);
  colour = ((const guint32 *) (gconstpointer) (cairo_image_surface_get_data (surface)
                                               + 64 * cairo_image_surface_get_stride (surface)))[64];
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return colour & 0xffffff;
}

static void
test_parts (void)
{
  g_autoptr (GBytes) small = make_picture (256);
  g_autoptr (GBytes) large = make_picture (512);

  g_assert_cmphex (middle_of (small, 5, 3, 4, 5), ==, 0x0000ff);
  g_assert_cmphex (middle_of (large, 5, 3, 4, 5), ==, 0x0000ff);
  /* The four children of tile 5/3/4. */
  g_assert_cmphex (middle_of (small, 6, 6, 8, 5), ==, 0x0000ff);
  g_assert_cmphex (middle_of (small, 6, 7, 8, 5), ==, 0xff00ff);
  g_assert_cmphex (middle_of (small, 6, 6, 9, 5), ==, 0x00ffff);
  g_assert_cmphex (middle_of (small, 8, 31, 39, 5), ==, 0xffffff);
}

static void
expect_error (GBytes *bytes, CorTileError code)
{
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 256, 256);
  cairo_t *cr = cairo_create (surface);

  g_assert_false (cor_raster_tile_paint (bytes, cr, 3, 1, 1, 3, &error));
  g_assert_error (error, COR_TILE_ERROR, (int) code);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_damaged (void)
{
  g_autoptr (GBytes) good = make_picture (256);
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (good, 0, 40);
  g_autoptr (GBytes) text = g_bytes_new_static ("not a picture at all", 20);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) huge = make_picture (4096);

  expect_error (cut, COR_TILE_ERROR_FORMAT);
  expect_error (text, COR_TILE_ERROR_FORMAT);
  expect_error (empty, COR_TILE_ERROR_FORMAT);
  expect_error (huge, COR_TILE_ERROR_TOO_LARGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/raster-tile/parts", test_parts);
  g_test_add_func ("/map/raster-tile/damaged", test_damaged);
  return g_test_run ();
}
