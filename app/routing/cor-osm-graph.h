/* cor-osm-graph.h: the roads of an extract on their way to a network.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-graph.h"
#include "cor-network-build.h"
#include "cor-osm-ids.h"

G_BEGIN_DECLS

/* A way that is a road. The ids of its nodes follow it in the spool. */
typedef struct
{
  gint64 id;
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
  guint32 at; /* the graph's node, once there is one */
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

/* A piece of a way that a rule names. */
typedef struct
{
  guint32 edge;
  gint64 way;
} CorOsmPiece;

enum
{
  COR_OSM_JUNCTION = 1 << 0, /* roads meet or end */
  COR_OSM_NODE_OF_GRAPH = 1 << 1, /* its place is the graph's; here stands which node of it */
  COR_OSM_PLACED = 1 << 2, /* its place is known */
  COR_OSM_BLOCKED = 1 << 3,
  COR_OSM_LIMITED = 1 << 4,
};

/* What a node of a road is: where, or which node of the graph. */
typedef union
{
  CorFixed place;
  guint32 node;
} CorOsmSpot;

typedef struct
{
  const char *in;     /* the extract, to be named */
  CorSpool *ways;     /* CorOsmWay, each with the ids of its nodes */
  CorSpool *shapes;   /* CorFixed, of the edges of the graph */
  guint32 n_ways;
  guint64 n_refs;     /* nodes of all ways, counted each time */
  GArray *turns;      /* CorOsmTurnRule */
  GArray *way_turns;  /* CorOsmWayRule */

  /* Nodes of roads, in the order of their ids. */
  CorOsmIds *ids;
  CorOsmSpot *spots;
  guint8 *marks;
  guint32 n_nodes;
  GHashTable *node_limits; /* node → limit */

  /* Edges of the graph: the nodes at their ends before any was multiplied, and the ways of those that rules name. */
  CorGraph graph;
  GArray *edge_ends;      /* guint32, two for each edge */
  GHashTable *ruled_ways; /* gint64 */
  GArray *pieces;         /* CorOsmPiece, in the order of the edges */

  /* Of rules over ways: codes are twice the edge plus the way. */
  GArray *bans;           /* CorOsmBan */
  GHashTable *copies;     /* code of a copy → code of what it is of, plus 1 */
  GHashTable *only_from;  /* code of a copy → code of the piece that leads onto it, plus 1 */
  GHashTable *unfolded;   /* codes of first pieces that have a copy behind them */
  guint n_copies;
  CorNetworkBuildReport *report;
} CorOsmRoads;

/* How far a long piece of work is, 0 to 1; FALSE with an error ends it. */
typedef gboolean (*CorOsmStep) (gpointer data, double share, GError **error);

/* @in: the extract; @out: beside which what is put aside may lie. To be cleared even where it fails. */
gboolean cor_osm_roads_init (CorOsmRoads *roads, const char *in, const char *out, CorNetworkBuildReport *report, GError **error);
void cor_osm_roads_clear (CorOsmRoads *roads);

/* Adds a way with the ids of its nodes; FALSE where memory or disk is short. */
gboolean cor_osm_roads_add_way (CorOsmRoads *roads, const CorOsmWay *way, const gint64 *nodes, GError **error);

/* After all ways are known: lists their nodes and marks the junctions. FALSE where memory will not do. */
gboolean cor_osm_roads_index (CorOsmRoads *roads, GError **error);

/* What all that follows takes at once, at most, bytes: by how many ways, nodes and junctions there are. */
guint64 cor_osm_roads_most_bytes (const CorOsmRoads *roads);

/* The index of a node of a road, or COR_NONE. */
guint32 cor_osm_roads_find (CorOsmRoads *roads, gint64 id);

/* After all places are known: makes edges between junctions. */
gboolean cor_osm_roads_split (CorOsmRoads *roads, CorOsmStep step, gpointer data, GError **error);

/* The way of an edge, where a rule names it; else NULL. */
const gint64 *cor_osm_roads_way_of (const CorOsmRoads *roads, guint32 edge);

/* Between the two: copies the ways in between of rules over ways. */
void cor_osm_roads_unfold (CorOsmRoads *roads);

/* Makes the arcs, with further nodes where turns are forbidden. */
void cor_osm_roads_join (CorOsmRoads *roads);

/* Leaves the largest strongly connected part in the graph, and gathers its points. */
gboolean cor_osm_roads_prune (CorOsmRoads *roads, GError **error);

/* Sets COR_ROUTING_ERROR_NO_MEMORY: @bytes more would be needed; always FALSE. */
gboolean cor_osm_roads_no_memory (const CorOsmRoads *roads, guint64 bytes, GError **error);

G_END_DECLS
