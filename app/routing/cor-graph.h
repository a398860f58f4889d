/* cor-graph.h: gathers junctions and roads and makes the arrays of a network of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-network-private.h"
#include "cor-spool.h"

G_BEGIN_DECLS

typedef struct
{
  GArray *nodes;  /* CorFixed */
  GArray *edges;  /* CorEdge */
  GArray *arcs;   /* CorArc */
  GArray *points; /* CorFixed */
  CorSpool *shapes; /* where points lie until they are gathered, or NULL: not ours */
  guint32 n_points;
  GArray *limits; /* CorLimit, the first without any */
  GString *names; /* each ended by a zero, the first empty */
  GHashTable *name_offsets;
} CorGraph;

void cor_graph_init (CorGraph *graph);
void cor_graph_clear (CorGraph *graph);

/* Adds a junction, and returns its index. */
guint32 cor_graph_add_node (CorGraph *graph, CorFixed at);

/* The offset of a name, kept once. */
guint32 cor_graph_add_name (CorGraph *graph, const char *name);

/* The index of a set of limits, kept once. */
guint16 cor_graph_add_limit (CorGraph *graph, CorLimit limit);

/* Adds an edge with its shape, which begins and ends at the junctions; head, name, limit, class
 * and flags are as set, length and points are filled in. Returns its index. */
guint32 cor_graph_add_edge (CorGraph *graph, CorEdge edge, const CorFixed *shape, guint n);

/* Adds the way over an edge from a node to its head. */
void cor_graph_add_arc (CorGraph *graph, guint32 tail, guint32 edge, guint way);

/* Puts the arcs in the order of the nodes they leave; those of one node stay in the order in which they came. */
void cor_graph_sort_arcs (CorGraph *graph);

/* Moves everything, the arcs in order, into a new network, whose texts and key are to be set. */
CorNetwork *cor_graph_finish (CorGraph *graph);

/* Marks the nodes of the largest set of which each reaches each, by arcs in order: one byte a node, g_free(). */
guint8 *cor_graph_strong (const CorArc *arcs, guint32 n_arcs, guint32 n_nodes, guint32 *size);

G_END_DECLS
