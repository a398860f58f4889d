/* test-reach.c: what is in reach of a place, routes from several threads, and lines drawn by hand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-random-fixture.h"

#include <math.h>

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
      g_autoptr (CorPath) path = random_route (job->random, k % 12, k % 12, 12 + k % 11);

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

/* From a place beside the road the way to the road counts. */
static void
test_reach_off_road (void)
{
  Random random;
  g_autoptr (GArray) points = NULL, pieces = NULL;
  CorLonLat from;
  CorSnap snap;
  double least = INFINITY;

  random_init (&random);
  random_load (&random);
  from = (CorLonLat){ random.places[0].lon - 0.05, random.places[0].lat - 0.05 };
  g_assert_true (cor_network_snap (random.net, from, NULL, &snap, NULL));
  g_assert_cmpfloat (snap.away_m, >, 100);
  pieces = cor_network_reach (random.net, from, 30000.0, NULL, NULL, &points, NULL);
  for (guint i = 0; i < pieces->len; i++)
    least = MIN (least, g_array_index (pieces, CorReachPiece, i).start_m);
  g_assert_cmpfloat_with_epsilon (least, snap.away_m, 0.1);
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
  g_test_add_func ("/routing/reach/threads", test_threads);
  g_test_add_func ("/routing/reach/reach", test_reach);
  g_test_add_func ("/routing/reach/off-road", test_reach_off_road);
  g_test_add_func ("/routing/reach/reach-weighed", test_reach_weighed);
  g_test_add_func ("/routing/reach/by-hand", test_by_hand);
  status = g_test_run ();
  g_rand_free (rng);
  return status;
}
