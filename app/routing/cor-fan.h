/* cor-fan.h: the two searches from a leg of a path, and the ways they find to a place.
 *
 * One search forward starts from every junction of a leg at once, each with the cost of getting
 * there along the path; one backward, each with the cost that remains. Since the path is itself
 * the way with the least cost, what they find for a station is d(O,s) and d(s,D), and where the
 * two trees touch the path is where the truck leaves and rejoins it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-search.h"

G_BEGIN_DECLS

/* A piece of an edge, driven. */
typedef struct
{
  guint32 code; /* twice the edge, plus 1 against its shape */
  float from, to;
} CorFanPiece;

/* Where a search starts: at a junction of the path, or a piece away from an end of the leg. */
typedef struct
{
  guint32 node;
  double cost; /* from the leg's start */
  double at_m; /* along the path */
  CorFanPiece piece; /* between the path and the node; empty for a junction of the path */
} CorFanSeed;

typedef struct
{
  guint32 edge;
  guint link;
} CorFanLink;

typedef struct
{
  CorNetwork *net;
  const CorPath *path;
  double limit_m;
  CorSearch *out;
  CorSearch *back;
  guint leg;
  guint first_link, end_link;
  double *link_cost; /* by link, from the leg's start */
  double leg_cost;
  GArray *out_seeds, *back_seeds;
  GArray *edge_links; /* of all legs, sorted by edge */
  GArray *pieces;     /* room for one way */
  GArray *out_aims, *back_aims; /* nodes after which a search may end; NULL for none in particular */
} CorFan;

/* The best found for one side of one station. */
typedef struct
{
  double cost;
  double at_m;
  guint32 arc; /* last before, or first after the station; COR_NONE on the path */
} CorFanSide;

void cor_fan_init (CorFan *fan, CorNetwork *net, const CorPath *path, double limit_m,
                   const CorVehicle *vehicle);
void cor_fan_clear (CorFan *fan);

/* No other stations will be asked for: searches end once their ways are found. Before the first leg. */
void cor_fan_aim (CorFan *fan, const CorSnap *stations, guint n);

/* Takes the next leg's links and searches from them; FALSE where it drives on no road. */
gboolean cor_fan_begin_leg (CorFan *fan, guint leg);

/* The best way out to a station, and the best way back from it; infinite cost where none is. */
void cor_fan_find_sides (const CorFan *fan, const CorSnap *station, CorFanSide *out,
                         CorFanSide *back);

/* Leaves the pieces driven, in order, in the fan's pieces. */
void cor_fan_trace_out (CorFan *fan, const CorSnap *station, const CorFanSide *side);
void cor_fan_trace_back (CorFan *fan, const CorSnap *station, const CorFanSide *side);

G_END_DECLS
