/* compare-ways.c: shortest ways between random places of a network, for compare-routino.py.
 *
 * compare-ways NETWORK COUNT SEED prints lon1,lat1,lon2,lat2,metres a line, for a truck of 10 t that is
 * 6 m long, 3 m high and 2.5 m wide. All roads count alike, so that the shortest way is looked for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-network.h"

#include <stdio.h>
#include <stdlib.h>

#define LEAST_APART_M 2000.0
#define LEAST_PIECE_M 60.0
#define MOST_AWAY_M 1.0

static const CorVehicle truck = { .length_m = 6, .height_m = 3, .width_m = 2.5, .weight_t = 10 };

/* The middle of an ordinary road that both programs tie to that road: longer than a crossing. */
static CorLonLat
random_place (CorNetwork *net, GRand *rng)
{
  CorRoadClass road;
  guint n;

  cor_network_size (net, NULL, &n, NULL);
  while (TRUE)
    {
      g_autoptr (GArray) shape = cor_network_edge_shape (net, g_rand_int_range (rng, 0, (gint32) n), &road);
      const CorLonLat *points = (const CorLonLat *) (gpointer) shape->data;
      guint middle = shape->len / 2;
      CorLonLat place;
      CorSnap snap;

      if (road >= COR_ROAD_PRIMARY && road < COR_ROAD_FERRY && shape->len > 1
          && cor_lonlat_distance (points[middle - 1], points[middle]) > LEAST_PIECE_M)
        {
          place = cor_lonlat_mix (points[middle - 1], points[middle], 0.5);
          if (cor_network_snap (net, place, &truck, &snap, NULL) && snap.away_m < MOST_AWAY_M)
            return place;
        }
    }
}

int
main (int argc, char **argv)
{
  const CorRoadSpeeds alike = { { 10, 10, 10, 10, 10, 10, 10, 10 }, 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (CorNetwork) net = argc == 4 ? cor_network_load (argv[1], &alike, &error) : NULL;
  g_autoptr (GRand) rng = NULL;

  if (net == NULL)
    {
      fprintf (stderr, "%s\n", error ? error->message : "usage: compare-ways NETWORK COUNT SEED");
      return EXIT_FAILURE;
    }
  rng = g_rand_new_with_seed ((guint32) atoi (argv[3]));
  for (int i = 0; i < atoi (argv[2]);)
    {
      CorLonLat ends[2] = { random_place (net, rng), random_place (net, rng) };
      g_autoptr (CorPath) path = NULL;

      if (cor_lonlat_distance (ends[0], ends[1]) < LEAST_APART_M)
        continue;
      path = cor_network_route (net, ends, 2, &truck, NULL);
      if (path == NULL)
        continue;
      printf ("%.7f,%.7f,%.7f,%.7f,%.1f\n", ends[0].lon, ends[0].lat, ends[1].lon, ends[1].lat, path->length_m);
      i++;
    }
  return EXIT_SUCCESS;
}
