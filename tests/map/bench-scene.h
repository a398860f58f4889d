/* bench-scene.h: a large scene: stations all over the delta, routes that wander.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-map-scene.h"

#include <math.h>

#define N_STATIONS 2000
#define N_ROUTES 1000
#define N_POINTS 120

/* Stations all over the delta, routes that wander from one random place to another. */
static inline CorMapScene *
bench_scene (void)
{
  CorMapScene *scene = cor_map_scene_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261122);

  for (guint i = 0; i < N_STATIONS; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u", i);

      cor_map_scene_add_station (scene, &(CorMapStation){ id, (CorMapStationKind) (i % 4), i % 7 == 0, i % 5 == 0,
                                                          g_rand_double_range (rand, 112.8, 115.0),
                                                          g_rand_double_range (rand, 22.2, 23.4), NULL });
    }
  for (guint i = 0; i < N_ROUTES; i++)
    {
      double line[2 * N_POINTS], lon = g_rand_double_range (rand, 113.0, 114.8), lat = g_rand_double_range (rand, 22.4, 23.2);
      double heading = g_rand_double_range (rand, 0.0, 2.0 * G_PI);
      g_autofree char *id = g_strdup_printf ("r%u", i);

      for (guint k = 0; k < N_POINTS; k++)
        {
          line[2 * k] = lon;
          line[2 * k + 1] = lat;
          heading += g_rand_double_range (rand, -0.3, 0.3);
          lon += 0.006 * cos (heading);
          lat += 0.006 * sin (heading);
        }
      cor_map_scene_add_route (
          scene, &(CorMapRoute){ .id = id, .lon_lat = line, .n_points = N_POINTS, .tint = (CorMapTint) (i % 7) });
    }
  return scene;
}
