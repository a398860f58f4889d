/* bench-routing.c: how long a route and the ways off it take on the bundled network.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-network-fixture.h"

#include <stdio.h>

#define PLACES   64
#define STATIONS 130
#define ROUNDS   20
#define LIMIT_M  20000.0

static CorLonLat
random_place (CorNetwork *net, GRand *rng, const CorLonLat *low, const CorLonLat *high)
{
  CorSnap snap;

  do
    {
      CorLonLat place = { g_rand_double_range (rng, low->lon, high->lon),
                          g_rand_double_range (rng, low->lat, high->lat) };
      g_autofree CorSnap *tried = cor_network_snap_all (net, &place, 1, NULL);

      snap = *tried;
    }
  while (snap.edge == G_MAXUINT32 || snap.away_m > 5000.0);
  return snap.place;
}

static void
bench_routes (CorNetwork *net, const CorLonLat *places)
{
  gint64 start = g_get_monotonic_time ();
  guint n = 0;

  for (guint round = 0; round < ROUNDS; round++)
    for (guint i = 0; i + 1 < PLACES; i++, n++)
      {
        g_autoptr (GError) error = NULL;
        G_GNUC_UNUSED g_autoptr (CorPath) path = cor_network_route (net, places + i, 2, NULL, &error);
      }
  printf ("route_query,ms,%.4f,%u\n", (g_get_monotonic_time () - start) / 1000.0 / n, n);
}

static void
bench_accesses (CorNetwork *net, const CorPath *path, const CorSnap *stations)
{
  gint64 start = g_get_monotonic_time ();
  guint found = 0;

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (GArray) accesses
          = cor_network_accesses (net, path, stations, STATIONS, LIMIT_M, NULL);

      found = accesses->len;
    }
  printf ("accesses_of_%u_stations,ms,%.4f,%u\n", STATIONS,
          (g_get_monotonic_time () - start) / 1000.0 / ROUNDS, ROUNDS);
  printf ("stations_in_reach,1,%u,1\n", found);
}

int
main (void)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (CorNetwork) net = fixture_bundled ();
  g_autoptr (GRand) rng = g_rand_new_with_seed (1);
  g_autoptr (GError) error = NULL;
  g_autofree CorSnap *snaps = NULL;
  CorLonLat low, high, places[PLACES], stations[STATIONS];
  CorLonLat ends[2] = { { 114.2632, 22.5841 }, { 112.0440, 22.9150 } };
  g_autoptr (CorPath) path = NULL;

  printf ("name,unit,value,n\n");
  printf ("load_network,ms,%.3f,1\n", (g_get_monotonic_time () - start) / 1000.0);
  cor_network_bounds (net, &low, &high);
  for (guint i = 0; i < PLACES; i++)
    places[i] = random_place (net, rng, &low, &high);
  for (guint i = 0; i < STATIONS; i++)
    stations[i] = random_place (net, rng, &low, &high);
  bench_routes (net, places);
  path = cor_network_route (net, ends, 2, NULL, &error);
  if (path == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  snaps = cor_network_snap_all (net, stations, STATIONS, NULL);
  bench_accesses (net, path, snaps);
  return 0;
}
