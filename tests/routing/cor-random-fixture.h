/* cor-random-fixture.h: random road networks, and the least cost between all their places.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-network-fixture.h"

#define N 24

/* To be set with a seed first: the same networks in each run. */
extern GRand *rng;

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

/* Its roads as text, to which more may be added before it is loaded. */
void random_init (Random *random);
void random_add_road (Random *random, guint a, guint b, CorRoadClass road_class, gboolean oneway);
void random_load (Random *random);
void random_clear (Random *random);

/* By way of a third place, unless that is the first. */
CorPath *random_route (const Random *random, guint from, guint via, guint to);
