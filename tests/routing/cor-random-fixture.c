/* cor-random-fixture.c: random road networks, and the least cost between all their places.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-random-fixture.h"

#include <math.h>

GRand *rng;

static double
edge_cost (CorLonLat a, CorLonLat b, CorRoadClass road_class)
{
  return cor_lonlat_distance (a, b)
         * (1.0 / fixture_speeds.m_s[road_class] + fixture_speeds.distance_weight_s_per_m);
}

void
random_add_road (Random *random, guint a, guint b, CorRoadClass road_class, gboolean oneway)
{
  static const char *const names[COR_N_ROAD_CLASSES] = {
    "motorway", "trunk", "primary", "secondary", "tertiary", "local", "ferry", "access",
  };
  double cost = edge_cost (random->junctions[a], random->junctions[b], road_class);

  g_string_append_printf (random->text, "road %s%s\n  j%u j%u\n", names[road_class], oneway ? " oneway" : "", a, b);
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

void
random_init (Random *random)
{
  random->net = NULL;
  random->text = g_string_new ("corridor-network 1\nname random\ntitle-en Random\ntitle-zh 随机\n"
                               "attribution none\n");
  for (guint i = 0; i < N; i++)
    add_junction (random, i);
  for (guint i = 0; i < N; i++)
    random_add_road (random, i, (i + 1) % N, COR_ROAD_PRIMARY, FALSE);
  for (guint i = 0; i < N; i++)
    random_add_road (random, g_rand_int_range (rng, 0, N), g_rand_int_range (rng, 0, N),
              g_rand_int_range (rng, COR_ROAD_TRUNK, COR_ROAD_FERRY), g_rand_int (rng) % 2);
}

void
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

void
random_clear (Random *random)
{
  g_string_free (random->text, TRUE);
  g_clear_pointer (&random->net, cor_network_unref);
}

CorPath *
random_route (const Random *random, guint from, guint via, guint to)
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
