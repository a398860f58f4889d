/* test-route-properties.c: the router against brute force on random networks, and what must hold.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-random-fixture.h"

#include <math.h>

#define ROUNDS   25
#define NO_LIMIT 1e9

static double
true_cost (const Random *random, guint from, guint to)
{
  if (from == to)
    return 0.0;
  return random->stub_cost[from] + random->cost[from][to] + random->stub_cost[to];
}

static double
path_cost (const CorPath *path)
{
  return path->duration_s + path->length_m * fixture_speeds.distance_weight_s_per_m;
}

/* Yards of two junctions may cross by chance and a place then snaps to the other's road: the
 * comparison allows for a metre or two, not for a road. */
static gboolean
crowded (const Random *random, guint i)
{
  g_autoptr (GError) error = NULL;
  CorSnap snap;

  cor_network_snap (random->net, random->places[i], NULL, &snap, &error);
  g_assert_no_error (error);
  return fabs (snap.share - 0.5) > 1e-3 || snap.edge >= N;
}

static void
test_brute_force (void)
{
  guint compared = 0;

  for (guint round = 0; round < ROUNDS; round++)
    {
      Random random;

      random_init (&random);
      random_load (&random);
      for (guint k = 0; k < 40; k++)
        {
          guint a = g_rand_int_range (rng, 0, N);
          guint b = g_rand_int_range (rng, 0, N);
          g_autoptr (CorPath) path = NULL;
          double sum = 0.0;

          if (a == b || crowded (&random, a) || crowded (&random, b))
            continue;
          path = random_route (&random, a, a, b);
          g_assert_cmpfloat_with_epsilon (path_cost (path) / true_cost (&random, a, b), 1.0, 1e-4);
          for (guint i = 0; i + 1 < path->n_shape; i++)
            sum += cor_lonlat_distance (path->shape[i], path->shape[i + 1]);
          g_assert_cmpfloat_with_epsilon (sum, path->length_m, 2.0);
          g_assert_cmpfloat_with_epsilon (path->shape_m[path->n_shape - 1], path->length_m, 0.01);
          compared++;
        }
      random_clear (&random);
    }
  g_assert_cmpuint (compared, >, ROUNDS * 20);
}

static void
check_access (const Random *random, const CorPath *path, const CorAccess *access, guint a, guint b)
{
  guint s = access->station_index;
  double expected = true_cost (random, a, s) + true_cost (random, s, b) - true_cost (random, a, b);
  double driven_m = access->leave_m + access->out_m + access->back_m - access->rejoin_m;
  double driven_s = cor_path_duration_at (path, access->leave_m) + access->out_s + access->back_s
                    - cor_path_duration_at (path, access->rejoin_m);

  g_assert_cmpfloat (access->detour_m, >=, 0.0);
  g_assert_cmpfloat (access->detour_s, >=, 0.0);
  g_assert_cmpfloat_with_epsilon (access->detour_m, MAX (0.0, driven_m), 1e-6);
  g_assert_cmpfloat_with_epsilon (
      driven_s + driven_m * fixture_speeds.distance_weight_s_per_m, expected,
      1.0 + expected * 1e-4);
}

static void
check_shape (const Random *random, const CorPath *path, const CorAccess *access,
             const CorSnap *station)
{
  g_autoptr (GArray) shape
      = cor_network_access_shape (random->net, path, access, station, NO_LIMIT, NULL);
  double sum = 0.0;

  for (guint i = 0; i + 1 < shape->len; i++)
    sum += cor_lonlat_distance (g_array_index (shape, CorLonLat, i),
                                g_array_index (shape, CorLonLat, i + 1));
  g_assert_cmpfloat_with_epsilon (sum, access->out_m + access->back_m, 5.0);
}

static void
test_accesses (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      Random random;
      g_autofree CorSnap *stations = NULL;
      guint a = g_rand_int_range (rng, 0, N / 2);
      guint b = g_rand_int_range (rng, N / 2, N);

      random_init (&random);
      random_load (&random);
      stations = cor_network_snap_all (random.net, random.places, N, NULL);
      if (!crowded (&random, a) && !crowded (&random, b))
        {
          g_autoptr (CorPath) path = random_route (&random, a, a, b);
          g_autoptr (GArray) accesses
              = cor_network_accesses (random.net, path, stations, N, NO_LIMIT, NULL);

          g_assert_cmpuint (accesses->len, ==, N);
          for (guint i = 0; i < accesses->len; i++)
            {
              const CorAccess *access = &g_array_index (accesses, CorAccess, i);

              if (crowded (&random, access->station_index))
                continue;
              check_access (&random, path, access, a, b);
              check_shape (&random, path, access, &stations[access->station_index]);
            }
        }
      random_clear (&random);
    }
}

/* Over a via, a station is served from whichever leg costs less. */
static void
test_accesses_over_via (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      Random random;
      g_autofree CorSnap *stations = NULL;
      g_autoptr (CorPath) path = NULL;
      g_autoptr (GArray) accesses = NULL;
      guint a = 0, v = N / 2, b = N - 1;

      random_init (&random);
      random_load (&random);
      stations = cor_network_snap_all (random.net, random.places, N, NULL);
      path = random_route (&random, a, v, b);
      g_assert_cmpuint (path->n_stops, ==, 3);
      accesses = cor_network_accesses (random.net, path, stations, N, NO_LIMIT, NULL);
      g_assert_cmpuint (accesses->len, ==, N);
      for (guint i = 0; i < accesses->len && !crowded (&random, a) && !crowded (&random, b)
                        && !crowded (&random, v); i++)
        {
          const CorAccess *access = &g_array_index (accesses, CorAccess, i);
          guint from = access->leg == 0 ? a : v;
          guint to = access->leg == 0 ? v : b;

          if (crowded (&random, access->station_index))
            continue;
          check_access (&random, path, access, from, to);
          g_assert_cmpfloat (access->leave_m, >=, path->stops_m[access->leg] - 0.01);
          g_assert_cmpfloat (access->rejoin_m, <=, path->stops_m[access->leg + 1] + 0.01);
        }
      random_clear (&random);
    }
}

static void
test_triangle (void)
{
  Random random;

  random_init (&random);
  random_load (&random);
  for (guint k = 0; k < 200; k++)
    {
      guint a = k % N;
      guint s = (k * 7 + 3) % N;
      guint b = (k * 5 + 11) % N;
      g_autoptr (CorPath) direct = NULL;
      g_autoptr (CorPath) over = NULL;

      if (a == b || a == s || s == b)
        continue;
      direct = random_route (&random, a, a, b);
      over = random_route (&random, a, s, b);
      g_assert_cmpfloat (path_cost (direct), <=, path_cost (over) + 1e-3);
    }
  random_clear (&random);
}

static void
test_new_road_never_lengthens (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      Random random;
      double before[N];

      random_init (&random);
      random_load (&random);
      for (guint i = 1; i < N; i++)
        {
          g_autoptr (CorPath) path = random_route (&random, 0, 0, i);
          before[i] = path_cost (path);
        }
      random_add_road (&random, g_rand_int_range (rng, 0, N / 2), g_rand_int_range (rng, N / 2, N),
                COR_ROAD_TRUNK, FALSE);
      random_load (&random);
      for (guint i = 1; i < N && !crowded (&random, 0); i++)
        {
          g_autoptr (CorPath) path = random_route (&random, 0, 0, i);

          if (!crowded (&random, i))
            g_assert_cmpfloat (path_cost (path), <=, before[i] + 0.01);
        }
      random_clear (&random);
    }
}

/* Where roads cross without a junction a place may be tied to the other road, so one of three
 * places along the route has to do. */
static void
test_station_on_route (void)
{
  Random random;

  random_init (&random);
  random_load (&random);
  for (guint b = 1; b < N; b++)
    {
      g_autoptr (CorPath) path = random_route (&random, 0, 0, b);
      CorLonLat places[3];
      g_autofree CorSnap *snaps = NULL;
      g_autoptr (GArray) accesses = NULL;
      double least = INFINITY;

      for (guint i = 0; i < 3; i++)
        places[i] = cor_path_locate (path, path->length_m * (0.27 + 0.2 * i));
      snaps = cor_network_snap_all (random.net, places, 3, NULL);
      accesses = cor_network_accesses (random.net, path, snaps, 3, 20000.0, NULL);
      for (guint i = 0; i < accesses->len; i++)
        least = MIN (least, g_array_index (accesses, CorAccess, i).detour_m);
      g_assert_cmpfloat (least, <, 5.0);
    }
  random_clear (&random);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  rng = g_rand_new_with_seed (20240630);
  g_test_add_func ("/routing/properties/brute-force", test_brute_force);
  g_test_add_func ("/routing/properties/accesses", test_accesses);
  g_test_add_func ("/routing/properties/accesses-over-via", test_accesses_over_via);
  g_test_add_func ("/routing/properties/triangle", test_triangle);
  g_test_add_func ("/routing/properties/new-road", test_new_road_never_lengthens);
  g_test_add_func ("/routing/properties/station-on-route", test_station_on_route);
  status = g_test_run ();
  g_rand_free (rng);
  return status;
}
