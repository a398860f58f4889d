/* test-route-properties.c: the router against brute force on random networks, and what must hold.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-network-fixture.h"

#include <math.h>

#define N        24
#define ROUNDS   25
#define NO_LIMIT 1e9

/* The same networks in each run. */
static GRand *rng;

/* A random network: N junctions, each with a yard at the end of an own two-way road, where all
 * questions are asked; and the least cost between all yards by Floyd and Warshall. */
typedef struct
{
  CorLonLat junctions[N], yards[N], places[N]; /* places: half way to the yard */
  double cost[N][N];                           /* junction to junction */
  double stub_cost[N];                         /* place to junction */
  GString *text;
  CorNetwork *net;
} Random;

static double
edge_cost (CorLonLat a, CorLonLat b, CorRoadClass road_class)
{
  return cor_lonlat_distance (a, b)
         * (1.0 / fixture_speeds.m_s[road_class] + fixture_speeds.distance_weight_s_per_m);
}

static void
add_road (Random *random, guint a, guint b, CorRoadClass road_class, gboolean oneway)
{
  double cost = edge_cost (random->junctions[a], random->junctions[b], road_class);

  g_string_append_printf (random->text, "road %s%s\n  j%u j%u\n", cor_road_class_nick (road_class),
                          oneway ? " oneway" : "", a, b);
  random->cost[a][b] = MIN (random->cost[a][b], cost);
  if (!oneway)
    random->cost[b][a] = MIN (random->cost[b][a], cost);
}

static double
random_degrees (double span)
{
  return round (g_rand_double_range (rng, -span, span) * 1e6) / 1e6;
}

static void
add_junction (Random *random, guint i)
{
  CorLonLat at = { 113.0 + random_degrees (0.3), 22.0 + random_degrees (0.3) };
  CorLonLat yard = { at.lon + 0.002, at.lat + 0.0012 };

  random->junctions[i] = at;
  random->yards[i] = yard;
  random->places[i] = cor_lonlat_mix (at, yard, 0.5);
  random->stub_cost[i] = edge_cost (at, yard, COR_ROAD_LOCAL) / 2.0;
  g_string_append_printf (random->text, "node j%u %.6f,%.6f\nnode y%u %.6f,%.6f\n"
                          "road local\n  j%u y%u\n", i, at.lon, at.lat, i, yard.lon, yard.lat, i, i);
  for (guint j = 0; j < N; j++)
    random->cost[i][j] = i == j ? 0.0 : INFINITY;
}

static void
random_init (Random *random)
{
  random->net = NULL;
  random->text = g_string_new ("corridor-network 1\nname random\ntitle-en Random\ntitle-zh 随机\n"
                               "attribution none\n");
  for (guint i = 0; i < N; i++)
    add_junction (random, i);
  for (guint i = 0; i < N; i++)
    add_road (random, i, (i + 1) % N, COR_ROAD_PRIMARY, FALSE);
  for (guint i = 0; i < N; i++)
    add_road (random, g_rand_int_range (rng, 0, N), g_rand_int_range (rng, 0, N),
              g_rand_int_range (rng, COR_ROAD_TRUNK, COR_ROAD_FERRY), g_rand_int (rng) % 2);
}

static void
random_load (Random *random)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&random->net, cor_network_unref);
  random->net = fixture_network (random->text->str, &error);
  g_assert_no_error (error);
  for (guint k = 0; k < N; k++)
    for (guint i = 0; i < N; i++)
      for (guint j = 0; j < N; j++)
        random->cost[i][j] = MIN (random->cost[i][j], random->cost[i][k] + random->cost[k][j]);
}

static void
random_clear (Random *random)
{
  g_string_free (random->text, TRUE);
  g_clear_pointer (&random->net, cor_network_unref);
}

static double
true_cost (const Random *random, guint from, guint to)
{
  if (from == to)
    return 0.0;
  return random->stub_cost[from] + random->cost[from][to] + random->stub_cost[to];
}

static CorPath *
route (const Random *random, guint from, guint via, guint to)
{
  g_autoptr (GError) error = NULL;
  CorLonLat places[3] = { random->places[from], random->places[via], random->places[to] };
  CorPath *path;

  if (via == from)
    {
      places[1] = places[2];
      path = cor_network_route (random->net, places, 2, NULL, &error);
    }
  else
    path = cor_network_route (random->net, places, 3, NULL, &error);
  g_assert_no_error (error);
  return path;
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
          path = route (&random, a, a, b);
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
          g_autoptr (CorPath) path = route (&random, a, a, b);
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
      path = route (&random, a, v, b);
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
      direct = route (&random, a, a, b);
      over = route (&random, a, s, b);
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
          g_autoptr (CorPath) path = route (&random, 0, 0, i);
          before[i] = path_cost (path);
        }
      add_road (&random, g_rand_int_range (rng, 0, N / 2), g_rand_int_range (rng, N / 2, N),
                COR_ROAD_TRUNK, FALSE);
      random_load (&random);
      for (guint i = 1; i < N && !crowded (&random, 0); i++)
        {
          g_autoptr (CorPath) path = route (&random, 0, 0, i);

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
      g_autoptr (CorPath) path = route (&random, 0, 0, b);
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

typedef struct
{
  const Random *random;
  double sum;
} Job;

static gpointer
run_job (gpointer data)
{
  Job *job = data;

  for (guint k = 0; k < 300; k++)
    {
      g_autoptr (CorPath) path = route (job->random, k % 12, k % 12, 12 + k % 11);

      job->sum += path->length_m;
    }
  return NULL;
}

static void
test_threads (void)
{
  Random random;
  Job jobs[4];
  GThread *threads[4];

  random_init (&random);
  random_load (&random);
  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
    {
      jobs[i] = (Job){ &random, 0.0 };
      threads[i] = g_thread_new ("route", run_job, &jobs[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
    {
      g_thread_join (threads[i]);
      g_assert_cmpfloat (jobs[i].sum, ==, jobs[0].sum);
    }
  g_assert_cmpfloat (jobs[0].sum, >, 0.0);
  random_clear (&random);
}

static void
test_reach (void)
{
  Random random;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) points = NULL;
  g_autoptr (GArray) pieces = NULL;

  random_init (&random);
  random_load (&random);
  pieces = cor_network_reach (random.net, random.places[0], 30000.0, NULL, NULL, &points, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pieces->len, >, 2);
  for (guint i = 0; i < pieces->len; i++)
    {
      const CorReachPiece *piece = &g_array_index (pieces, CorReachPiece, i);
      double sum = 0.0;

      g_assert_cmpuint (piece->first + piece->n, <=, points->len);
      g_assert_cmpfloat (piece->end_m, <=, 30000.0 + 0.1);
      for (guint k = piece->first; k + 1 < piece->first + piece->n; k++)
        sum += cor_lonlat_distance (g_array_index (points, CorLonLat, k),
                                    g_array_index (points, CorLonLat, k + 1));
      g_assert_cmpfloat_with_epsilon (sum, piece->end_m - piece->start_m, 2.0 + sum * 1e-3);
    }
  random_clear (&random);
}

/* Where every metre counts half, the same limit reaches what twice the limit does. */
static void
test_reach_weighed (void)
{
  double half[COR_N_ROAD_CLASSES];
  Random random;
  g_autoptr (GArray) points = NULL, plain_points = NULL, pieces = NULL, plain = NULL;

  for (guint i = 0; i < COR_N_ROAD_CLASSES; i++)
    half[i] = 0.5;
  random_init (&random);
  random_load (&random);
  pieces = cor_network_reach (random.net, random.places[0], 15000.0, half, NULL, &points, NULL);
  plain = cor_network_reach (random.net, random.places[0], 30000.0, NULL, NULL, &plain_points, NULL);
  g_assert_cmpuint (pieces->len, ==, plain->len);
  g_assert_cmpuint (points->len, ==, plain_points->len);
  for (guint i = 0; i < pieces->len; i++)
    g_assert_cmpfloat_with_epsilon (2.0 * g_array_index (pieces, CorReachPiece, i).end_m,
                                    g_array_index (plain, CorReachPiece, i).end_m, 1e-3);
  random_clear (&random);
}

static void
test_by_hand (void)
{
  Random random;
  CorLonLat line[2] = { { 113.0, 22.0 }, { 113.1, 22.0 } };
  CorLonLat station = { 113.05, 22.01 };
  g_autoptr (CorPath) path = cor_path_new_by_hand (line, 2, 10.0);
  g_autofree CorSnap *snap = NULL;
  g_autoptr (GArray) accesses = NULL;
  const CorAccess *access;

  random_init (&random);
  random_load (&random);
  snap = cor_network_snap_all (random.net, &station, 1, NULL);
  accesses = cor_network_accesses (random.net, path, snap, 1, 20000.0, NULL);
  g_assert_cmpuint (accesses->len, ==, 1);
  access = &g_array_index (accesses, CorAccess, 0);
  g_assert_true (access->straight);
  g_assert_cmpfloat_with_epsilon (access->detour_m, 2 * 1112.0, 5.0);
  g_assert_cmpfloat_with_epsilon (access->leave_m, path->length_m / 2, 5.0);
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
  g_test_add_func ("/routing/properties/threads", test_threads);
  g_test_add_func ("/routing/properties/reach", test_reach);
  g_test_add_func ("/routing/properties/reach-weighed", test_reach_weighed);
  g_test_add_func ("/routing/properties/by-hand", test_by_hand);
  status = g_test_run ();
  g_rand_free (rng);
  return status;
}
