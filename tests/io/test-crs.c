/* test-crs.c: the Chinese coordinate systems against published pairs, and there and back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-crs.h"

#include <math.h>

/* Two pairs on which independent open implementations agree to eight digits. */
static const struct
{
  CorLonLat wgs, gcj, bd;
} pairs[] = {
  { { 114.0579, 22.5431 }, { 114.06301400, 22.54038281 }, { 114.06956399, 22.54604156 } },
  { { 114.27, 22.575 }, { 114.27482089, 22.57214500 }, { 114.28134945, 22.57806169 } },
};

static void
assert_place (CorLonLat a, CorLonLat b, double tolerance)
{
  g_assert_cmpfloat_with_epsilon (a.lon, b.lon, tolerance);
  g_assert_cmpfloat_with_epsilon (a.lat, b.lat, tolerance);
}

static void
test_pairs (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      CorLonLat places[] = { pairs[i].wgs, pairs[i].gcj, pairs[i].bd };

      for (int from = COR_CRS_WGS84; from <= COR_CRS_BD09; from++)
        for (int to = COR_CRS_WGS84; to <= COR_CRS_BD09; to++)
          assert_place (cor_crs_convert (places[from], from, to), places[to], 1e-6);
      assert_place (cor_crs_convert (pairs[i].wgs, COR_CRS_WGS84, COR_CRS_GCJ02), pairs[i].gcj, 1e-8);
      assert_place (cor_crs_convert (pairs[i].wgs, COR_CRS_WGS84, COR_CRS_BD09), pairs[i].bd, 1e-8);
    }
}

/* Anywhere in the delta and in all of the box, there and back is where one was. */
static void
test_round_trip (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      CorLonLat place = { g_test_rand_double_range (73, 137), g_test_rand_double_range (2, 55) };

      for (int to = COR_CRS_GCJ02; to <= COR_CRS_BD09; to++)
        {
          CorLonLat there = cor_crs_convert (place, COR_CRS_WGS84, to);

          assert_place (cor_crs_convert (there, to, COR_CRS_WGS84), place, 1e-9);
          g_assert_cmpfloat (cor_lonlat_distance (place, there), <, 3000);
        }
    }
}

/* Outside the box nothing moves. */
static void
test_outside (void)
{
  CorLonLat porto = { -8.61, 41.15 };

  for (int from = COR_CRS_WGS84; from <= COR_CRS_BD09; from++)
    for (int to = COR_CRS_WGS84; to <= COR_CRS_BD09; to++)
      assert_place (cor_crs_convert (porto, from, to), porto, 1e-12);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/crs/pairs", test_pairs);
  g_test_add_func ("/crs/round-trip", test_round_trip);
  g_test_add_func ("/crs/outside", test_outside);
  return g_test_run ();
}
