/* cor-osm-graph.h: the roads of an extract on their way to a network.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-graph.h"
#include "cor-network-build.h"

G_BEGIN_DECLS

/* A way that is a road. */
typedef struct
{
  gint64 id;
  guint32 first; /* into the list of the nodes of all ways */
  guint32 n;
  guint32 name;
  guint16 limit;
  guint8 road_class;
  guint8 flags;
  guint8 max_kmh;
  gint8 oneway;
} CorOsmWay;

/* A forbidden turn, or the only one allowed. */
typedef struct
{
  gint64 from, via, to;
  gboolean only;
} CorOsmTurnRule;

#define COR_OSM_VIA_MAX 8u

/* The same over ways in between. */
typedef struct
{
  gint64 from, to;
  gint64 via[COR_OSM_VIA_MAX];
  guint n_via;
  gboolean only;
} CorOsmWayRule;

/* At a node of the graph, coming in by a piece: one may not go on to @out, or to nothing else. */
typedef struct
{
  guint32 node;
  guint32 in, out;
  gboolean only;
} CorOsmBan;

enum
{
  COR_OSM_JUNCTION = 1 << 0, /* roads meet or end */
  COR_OSM_USED = 1 << 1,
  COR_OSM_PLACED = 1 << 2, /* its place is known */
  COR_OSM_BLOCKED = 1 << 3,
  COR_OSM_LIMITED = 1 << 4,
};

typedef struct
{
  GArray *ways;       /* CorOsmWay */
  GArray *refs;       /* gint64, the nodes of all ways; NULL once they are indexes */
  guint32 *ref_nodes; /* the same as indexes into the nodes */
  GArray *turns;      /* CorOsmTurnRule */
  GArray *way_turns;  /* CorOsmWayRule */

  /* Nodes of roads, sorted by id. */
  gint64 *ids;
  CorFixed *places;
  guint8 *marks;
  guint32 n_nodes;
  GHashTable *node_limits; /* node → limit */

  /* Edges of the graph: the way each is of, and the nodes at its ends before any was multiplied. */
  CorGraph graph;
  GArray *edge_ways; /* guint32 */
  GArray *edge_ends; /* guint32, two for each edge */
  guint32 *graph_nodes;

  /* Of rules over ways: codes are twice the edge plus the way. */
  GArray *bans;           /* CorOsmBan */
  GHashTable *copies;     /* code of a copy → code of what it is of, plus 1 */
  GHashTable *only_from;  /* code of a copy → code of the piece that leads onto it, plus 1 */
  GHashTable *unfolded;   /* codes of first pieces that have a copy behind them */
  guint n_copies;
  CorNetworkBuildReport *report;
} CorOsmRoads;

void cor_osm_roads_init (CorOsmRoads *roads, CorNetworkBuildReport *report);
void cor_osm_roads_clear (CorOsmRoads *roads);

/* After all ways are known: lists their nodes and marks the junctions. */
void cor_osm_roads_index (CorOsmRoads *roads);

/* The index of a node of a road, or COR_NONE. */
guint32 cor_osm_roads_find (const CorOsmRoads *roads, gint64 id);

/* After all places are known: makes edges between junctions. */
void cor_osm_roads_split (CorOsmRoads *roads);

/* Between the two: copies the ways in between of rules over ways. */
void cor_osm_roads_unfold (CorOsmRoads *roads);

/* Makes the arcs, with further nodes where turns are forbidden. */
void cor_osm_roads_join (CorOsmRoads *roads);

/* Leaves the largest strongly connected part in the graph. */
void cor_osm_roads_prune (CorOsmRoads *roads);

G_END_DECLS
