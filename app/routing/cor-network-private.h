/* cor-network-private.h: how a road network lies in memory.
 *
 * Junctions are nodes. A road piece between two junctions is an edge, with its shape and what
 * holds for it. An arc is an edge driven one way: twice the edge's index, plus 1 against the order
 * of its shape. Arcs are sorted by the node they leave. A junction with a turn restriction has
 * further nodes, one for each piece on which one may come in and not go on everywhere; all arcs
 * of one edge and way therefore end in the same node, though they may start in several.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-network.h"

G_BEGIN_DECLS

#define COR_NONE G_MAXUINT32

/* Degrees are kept as whole numbers of 1e-7, which is 1 cm. */
#define COR_FIXED_PER_DEGREE 1e7

typedef struct
{
  gint32 lon;
  gint32 lat;
} CorFixed;

enum
{
  COR_EDGE_TOLL = 1 << 0,
  COR_EDGE_BRIDGE = 1 << 1,
  COR_EDGE_TUNNEL = 1 << 2,
  COR_EDGE_DESTINATION = 1 << 3, /* only for those who have business there */
  COR_EDGE_RAMP = 1 << 4,
  COR_EDGE_NO_PLACE = 1 << 5, /* stands for another one behind a turn: no place is tied to it */
};

/* What signs allow, 0 for no sign: centimetres and kilograms. */
typedef struct
{
  guint16 length_cm;
  guint16 height_cm;
  guint16 width_cm;
  guint16 spare;
  guint32 weight_kg;
} CorLimit;

typedef struct
{
  float length_m;
  guint32 first_point;
  guint32 name;      /* offset into names */
  guint32 head[2];   /* node at the end, driven along and against; COR_NONE where not allowed */
  guint16 n_points;
  guint16 limit;     /* index into limits; 0 is none */
  guint8 road_class;
  guint8 flags;
  guint8 max_kmh;    /* speed sign, 0 for none */
  guint8 spare;
} CorEdge;

typedef struct
{
  guint32 tail;
  guint32 head;
  guint32 edge; /* twice the edge, plus 1 against its shape */
} CorArc;

typedef struct _CorNetworkIndex CorNetworkIndex;
typedef struct _CorSearch CorSearch;

struct _CorNetwork
{
  char *name;
  char *title_en;
  char *title_zh;
  char *attribution;
  gboolean indicative;
  guint64 key;

  guint32 n_nodes, n_edges, n_arcs, n_points, n_limits, names_size;
  CorFixed *nodes;
  CorEdge *edges;
  CorArc *arcs;
  CorFixed *points;
  float *heights; /* of the points, metres above sea level; NULL where the network has none */
  CorLimit *limits;
  char *names;
  gpointer mapped; /* GBytes that the six arrays lie in, or NULL where they are ours */

  guint32 *first_out; /* n_nodes + 1, into arcs */
  guint32 *first_in;  /* n_nodes + 1, into in_arcs */
  guint32 *in_arcs;
  float *cost;  /* of each edge, seconds with the weight on distance */
  float *speed; /* of each edge, m/s */
  CorRoadSpeeds speeds;
  double least_cost_per_m; /* no edge costs less, for the search's lower bound */
  CorNetworkIndex *index;

  GMutex pool_lock;
  GPtrArray *pool; /* searches that nobody uses at the moment */
};

static inline CorLonLat
cor_fixed_to_lonlat (CorFixed f)
{
  return (CorLonLat){ f.lon / COR_FIXED_PER_DEGREE, f.lat / COR_FIXED_PER_DEGREE };
}

CorFixed cor_fixed_from_lonlat (CorLonLat place);

/* Takes the arrays of net as they are, makes everything that follows from them. */
void cor_network_finish (CorNetwork *net, const CorRoadSpeeds *speeds);

/* Whether the first bytes are those of a network written by people; reads one. */
gboolean cor_network_text_check (gconstpointer data, gsize size);
CorNetwork *cor_network_parse_text (const char *path, const char *text, GError **error);

CorNetworkIndex *cor_network_index_new (const CorNetwork *net);
void cor_network_index_free (CorNetworkIndex *index);
gboolean cor_network_index_find (const CorNetwork *net, CorLonLat place, const guint8 *allowed,
                                 CorSnap *snap);

/* The nearest place of each road within a distance, nearest first: array of CorSnap, at most max. */
GArray *cor_network_index_near (const CorNetwork *net, CorLonLat place, double within_m,
                                const guint8 *allowed, guint max);

/* The way over places that are tied already, as cor_network_route(). */
CorPath *cor_network_route_snapped (CorNetwork *net, const CorSnap *snaps, guint n,
                                    const CorVehicle *vehicle, GError **error);

/* One byte for each limit: whether the vehicle passes it. Free with g_free(). */
guint8 *cor_network_allowed (const CorNetwork *net, const CorVehicle *vehicle);

/* Adds the shape of an edge between two shares of its length, to > from, along it or against it,
 * to points; the first point too unless it is there already. */
void cor_network_add_shape (const CorNetwork *net, guint32 edge, gboolean against, double from,
                            double to, GArray *points);

G_END_DECLS
