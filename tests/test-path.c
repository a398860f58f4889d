/* test-path.c: sums and places along a routed line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-path.h"

/* Half the way round a sphere of the mean radius of 6,371,008.8 m. */
#define HALF_ROUND_M 20015114.4

static CorPath *
make_path (void)
{
  const CorPathSegment segments[] = { { 1000.0, 10.0, 0.0, COR_ROAD_LOCAL, FALSE },
                                      { 3000.0, 20.0, 0.01, COR_ROAD_MOTORWAY, TRUE } };
  const CorLonLat shape[] = { { 0.0, 0.0 }, { 1.0, 0.0 }, { 1.0, 0.0 }, { 2.0, 0.0 } };
  const double shape_m[] = { 0.0, 2000.0, 2000.0, 4000.0 };
  const double stops_m[] = { 0.0, 4000.0 };
  GArray *arrays[4] = { g_array_new (FALSE, FALSE, sizeof (CorPathSegment)),
                        g_array_new (FALSE, FALSE, sizeof (CorLonLat)),
                        g_array_new (FALSE, FALSE, sizeof (double)),
                        g_array_new (FALSE, FALSE, sizeof (double)) };

  g_array_append_vals (arrays[0], segments, G_N_ELEMENTS (segments));
  g_array_append_vals (arrays[1], shape, G_N_ELEMENTS (shape));
  g_array_append_vals (arrays[2], shape_m, G_N_ELEMENTS (shape_m));
  g_array_append_vals (arrays[3], stops_m, G_N_ELEMENTS (stops_m));
  return cor_path_new (arrays[0], arrays[1], arrays[2], arrays[3]);
}

static void
test_distance (void)
{
  CorLonLat pole = { 0.0, 90.0 };
  CorLonLat west = { -90.0, 0.0 };
  CorLonLat east = { 90.0, 0.0 };

  g_assert_cmpfloat_with_epsilon (cor_lonlat_distance (west, east), HALF_ROUND_M, 1.0);
  g_assert_cmpfloat_with_epsilon (cor_lonlat_distance (west, pole), HALF_ROUND_M / 2.0, 1.0);
  g_assert_cmpfloat (cor_lonlat_distance (east, east), ==, 0.0);
}

static void
test_sums (void)
{
  g_autoptr (CorPath) path = make_path ();

  g_assert_cmpfloat (path->length_m, ==, 4000.0);
  g_assert_cmpfloat (path->duration_s, ==, 250.0);
  g_assert_cmpfloat (path->tolled_m, ==, 3000.0);
  g_assert_null (path->network);
}

static void
test_locate (void)
{
  g_autoptr (CorPath) path = make_path ();

  g_assert_cmpfloat (cor_path_locate (path, -5.0).lon, ==, 0.0);
  g_assert_cmpfloat (cor_path_locate (path, 1000.0).lon, ==, 0.5);
  g_assert_cmpfloat (cor_path_locate (path, 2000.0).lon, ==, 1.0);
  g_assert_cmpfloat (cor_path_locate (path, 3500.0).lon, ==, 1.75);
  g_assert_cmpfloat (cor_path_locate (path, 9999.0).lon, ==, 2.0);
}

static void
test_nearest (void)
{
  g_autoptr (CorPath) path = make_path ();
  double away;

  g_assert_cmpfloat_with_epsilon (cor_path_nearest (path, (CorLonLat){ 1.5, 0.1 }, &away), 3000.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (away, HALF_ROUND_M / 1800.0, 1.0);
  g_assert_cmpfloat (cor_path_nearest (path, (CorLonLat){ -3.0, 0.0 }, NULL), ==, 0.0);
}

static void
test_duration_at (void)
{
  g_autoptr (CorPath) path = make_path ();

  g_assert_cmpfloat (cor_path_duration_at (path, 0.0), ==, 0.0);
  g_assert_cmpfloat (cor_path_duration_at (path, 1500.0), ==, 125.0);
  g_assert_cmpfloat (cor_path_duration_at (path, 5000.0), ==, 250.0);
}

static void
test_references (void)
{
  CorPath *path = make_path ();
  CorPath *same = cor_path_ref (path);

  cor_path_unref (path);
  g_assert_cmpfloat (same->length_m, ==, 4000.0);
  cor_path_unref (same);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/path/distance", test_distance);
  g_test_add_func ("/path/sums", test_sums);
  g_test_add_func ("/path/locate", test_locate);
  g_test_add_func ("/path/nearest", test_nearest);
  g_test_add_func ("/path/duration-at", test_duration_at);
  g_test_add_func ("/path/references", test_references);
  return g_test_run ();
}
