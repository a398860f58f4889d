/* test-height-tiles.c: heights of SRTM tiles: where samples lie, across seams, in holes, in damaged files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-heights.h"
#include "cor-network.h"
#include "cor-tile-fixture.h"

#include <math.h>
#include <string.h>

/* A plane that rises to the north east. */
static double
plane (double lon, double lat)
{
  return 300.0 + 400.0 * (lon - 113.0) + 700.0 * (lat - 22.0);
}

/* Samples lie where the format says: rows from the north, both forms, nothing where there is nothing. */
static double
numbered (double lon, double lat)
{
  return lat > 22.5 && lon > 113.9 ? NAN : rint ((lat - 22.0) * 1200.0) + 2.0 * rint ((lon - 113.0) * 1200.0);
}

static void
test_tiles (void)
{
  static const guint sides[] = { 1201, 3601 };

  for (guint i = 0; i < 2; i++)
    {
      char *folder = g_dir_make_tmp ("corridor-heights-XXXXXX", NULL);
      g_autoptr (CorHeights) heights = NULL;

      write_tile (folder, "N22E113.hgt", 22, 113, sides[i], numbered);
      heights = cor_heights_open (folder, NULL);
      g_assert_nonnull (heights);
      g_assert_cmpfloat_with_epsilon (cor_heights_at (heights, (CorLonLat){ 113.0, 22.0 }), 0.0, 1e-6);
      g_assert_cmpfloat_with_epsilon (cor_heights_at (heights, (CorLonLat){ 113.25, 22.75 }), 900.0 + 600.0, 1e-3);
      g_assert_cmpfloat_with_epsilon (cor_heights_at (heights, (CorLonLat){ 113.25 + 0.5 / 1200, 22.25 }), 300.0 + 600.0 + 1.0, 1.01);
      g_assert_true (isnan (cor_heights_at (heights, (CorLonLat){ 113.95, 22.75 })));
      g_assert_true (isnan (cor_heights_at (heights, (CorLonLat){ 114.5, 22.5 })));
      g_assert_cmpuint (cor_heights_missing (heights)->len, ==, 1);
      g_assert_cmpstr (g_ptr_array_index (cor_heights_missing (heights), 0), ==, "N22E114.hgt");
      g_assert_null (cor_heights_fault (heights));
      remove_folder (folder);
    }
}

/* A plane over four tiles, the eastern ones three times as fine: across the seams the ground goes on as
 * if there were none, plain and smoothed. */
static void
test_seams (void)
{
  char *folder = g_dir_make_tmp ("corridor-heights-XXXXXX", NULL);
  g_autoptr (CorHeights) heights = NULL;

  write_tile (folder, "N22E113.hgt", 22, 113, 1201, plane);
  write_tile (folder, "N22E114.hgt", 22, 114, 3601, plane);
  write_tile (folder, "N23E113.HGT", 23, 113, 1201, plane);
  write_tile (folder, "N23E114.hgt", 23, 114, 3601, plane);
  heights = cor_heights_open (folder, NULL);
  g_assert_nonnull (heights);
  for (int i = -6; i <= 6; i++)
    for (int j = -6; j <= 6; j++)
      {
        CorLonLat place = { 114.0 + i * 0.0004, 23.0 + j * 0.0004 };

        /* Samples are whole metres: half a metre to either side. */
        g_assert_cmpfloat_with_epsilon (cor_heights_at (heights, place), plane (place.lon, place.lat), 0.51);
        g_assert_cmpfloat_with_epsilon (cor_heights_smooth_at (heights, place), plane (place.lon, place.lat), 0.51);
      }
  g_assert_cmpuint (cor_heights_missing (heights)->len, ==, 0);
  g_assert_null (cor_heights_fault (heights));
  remove_folder (folder);
}

/* Where samples are missing the ground is taken from those around, as far as the smoothing looks; in the
 * middle of a large hole there is none, and it is not zero. */
static double
holed (double lon, double lat)
{
  double away = METRES_PER_DEGREE * hypot ((lon - 113.5) * cos (lat * G_PI / 180.0), lat - 22.5);

  return away < 1000.0 || (fabs (lon - 113.7) < 1e-4 && fabs (lat - 22.7) < 1e-4) ? NAN : 400.0;
}

static void
test_voids (void)
{
  char *folder = g_dir_make_tmp ("corridor-heights-XXXXXX", NULL);
  g_autoptr (CorHeights) heights = NULL;

  write_tile (folder, "N22E113.hgt", 22, 113, 1201, holed);
  heights = cor_heights_open (folder, NULL);
  g_assert_true (isnan (cor_heights_at (heights, (CorLonLat){ 113.5, 22.5 })));
  g_assert_true (isnan (cor_heights_smooth_at (heights, (CorLonLat){ 113.5, 22.5 })));
  g_assert_cmpfloat_with_epsilon (cor_heights_smooth_at (heights, (CorLonLat){ 113.5, 22.5 + 950.0 / METRES_PER_DEGREE }), 400.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (cor_heights_smooth_at (heights, (CorLonLat){ 113.7, 22.7 }), 400.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (cor_heights_at (heights, (CorLonLat){ 113.7 + 0.5 / 1200, 22.7 }), 400.0, 1e-6);
  remove_folder (folder);
}

/* A tile that lost its last bytes, or has some too many, is refused by name and size. */
static void
test_cut (void)
{
  static const gsize sizes[] = { 2 * 1201 * 1201 - 2, 2 * 1201 * 1201 + 2, 2 * 3601 * 1201, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      char *folder = g_dir_make_tmp ("corridor-heights-XXXXXX", NULL);
      g_autofree char *path = g_build_filename (folder, "N22E113.hgt", NULL);
      g_autofree char *bytes = g_malloc0 (sizes[i] + 1);
      g_autofree char *size = g_strdup_printf ("%" G_GSIZE_FORMAT, sizes[i]);
      g_autoptr (CorHeights) heights = NULL;

      g_assert_true (g_file_set_contents (path, bytes, (gssize) sizes[i], NULL));
      heights = cor_heights_open (folder, NULL);
      g_assert_true (isnan (cor_heights_at (heights, (CorLonLat){ 113.5, 22.5 })));
      g_assert_error (cor_heights_fault (heights), COR_ROUTING_ERROR, COR_ROUTING_ERROR_FORMAT);
      g_assert_nonnull (strstr (cor_heights_fault (heights)->message, "N22E113.hgt"));
      g_assert_nonnull (strstr (cor_heights_fault (heights)->message, size));
      remove_folder (folder);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/height-tiles/tiles", test_tiles);
  g_test_add_func ("/height-tiles/seams", test_seams);
  g_test_add_func ("/height-tiles/voids", test_voids);
  g_test_add_func ("/height-tiles/cut", test_cut);
  return g_test_run ();
}
