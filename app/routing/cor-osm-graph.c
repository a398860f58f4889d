/* cor-osm-graph.c: keeps the roads of an extract on their way to a network, and of the network what is connected.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-osm-graph.h"

#include <glib/gi18n-lib.h>

/* No less is said to be missing, bytes. */
#define LEAST_SHOWN 100000000u

gboolean
cor_osm_roads_init (CorOsmRoads *roads, const char *in, const char *out, CorNetworkBuildReport *report, GError **error)
{
  *roads = (CorOsmRoads){ .in = in, .report = report };
  roads->turns = g_array_new (FALSE, FALSE, sizeof (CorOsmTurnRule));
  roads->way_turns = g_array_new (FALSE, FALSE, sizeof (CorOsmWayRule));
  roads->bans = g_array_new (FALSE, FALSE, sizeof (CorOsmBan));
  roads->pieces = g_array_new (FALSE, FALSE, sizeof (CorOsmPiece));
  roads->copies = g_hash_table_new (NULL, NULL);
  roads->only_from = g_hash_table_new (NULL, NULL);
  roads->unfolded = g_hash_table_new (NULL, NULL);
  roads->node_limits = g_hash_table_new (NULL, NULL);
  roads->ruled_ways = g_hash_table_new (g_int64_hash, g_int64_equal);
  roads->edge_ends = g_array_new (FALSE, FALSE, sizeof (guint32));
  roads->ids = cor_osm_ids_new ();
  cor_graph_init (&roads->graph);
  roads->ways = cor_spool_new (out, error);
  roads->shapes = roads->graph.shapes = roads->ways != NULL ? cor_spool_new (out, error) : NULL;
  return roads->shapes != NULL;
}

void
cor_osm_roads_clear (CorOsmRoads *roads)
{
  g_clear_pointer (&roads->ways, cor_spool_free);
  g_clear_pointer (&roads->shapes, cor_spool_free);
  g_array_unref (roads->turns);
  g_array_unref (roads->way_turns);
  g_array_unref (roads->bans);
  g_array_unref (roads->pieces);
  g_hash_table_unref (roads->copies);
  g_hash_table_unref (roads->only_from);
  g_hash_table_unref (roads->unfolded);
  g_hash_table_unref (roads->node_limits);
  g_hash_table_unref (roads->ruled_ways);
  g_clear_pointer (&roads->edge_ends, g_array_unref);
  g_clear_pointer (&roads->ids, cor_osm_ids_free);
  g_free (roads->spots);
  g_free (roads->marks);
  cor_graph_clear (&roads->graph);
}

gboolean
cor_osm_roads_no_memory (const CorOsmRoads *roads, guint64 bytes, GError **error)
{
  g_set_error (error, COR_ROUTING_ERROR, COR_ROUTING_ERROR_NO_MEMORY,
               _ ("%s: there is not enough memory: at least %.1f GB more are needed; close other programs, or take the extract "
                  "of a smaller area"),
               roads->in, (double) MAX (bytes, LEAST_SHOWN) / 1e9);
  return FALSE;
}

gboolean
cor_osm_roads_add_way (CorOsmRoads *roads, const CorOsmWay *way, const gint64 *nodes, GError **error)
{
  gboolean ok = cor_osm_ids_add (roads->ids, nodes[0]) && cor_osm_ids_add (roads->ids, nodes[way->n - 1]);

  /* The ends once more: whatever is met a second time is a junction. */
  for (guint32 i = 0; i < way->n && ok; i++)
    ok = cor_osm_ids_add (roads->ids, nodes[i]);
  cor_spool_put (roads->ways, way, sizeof *way);
  cor_spool_put (roads->ways, nodes, way->n * sizeof *nodes);
  roads->n_ways++;
  roads->n_refs += way->n;
  return ok ? cor_spool_check (roads->ways, error) : cor_osm_roads_no_memory (roads, 0, error);
}

/* An array that doubles has this room for so many. */
static guint64
room (guint64 n, gsize each)
{
  guint64 bytes = 1;

  while (bytes < n * each)
    bytes *= 2;
  return bytes;
}

/* The nodes while the edges are made, the arcs while they are put in order or the connected ones found, or the whole
 * network. */
guint64
cor_osm_roads_most_bytes (const CorOsmRoads *roads)
{
  guint64 junctions = cor_osm_ids_junctions (roads->ids);
  guint64 points = roads->n_refs + junctions;
  guint64 edges = roads->n_refs - (roads->n_nodes - junctions) - roads->n_ways;
  guint64 graph = room (edges, sizeof (CorEdge)) + room (junctions, sizeof (CorFixed));
  guint64 split = graph + room (edges, 2 * sizeof (guint32)) + roads->n_nodes * (sizeof (CorOsmSpot) + 1);
  guint64 arcs = room (edges, 2 * sizeof (CorArc));
  guint64 sorted = graph + 2 * arcs + junctions * sizeof (guint32);
  guint64 strong = graph + arcs + 9 * junctions * sizeof (guint32) + 2 * edges * sizeof (guint32);
  guint64 whole = graph + arcs + room (points, sizeof (CorFixed));

  return MAX (MAX (split, sorted), MAX (strong, whole));
}

gboolean
cor_osm_roads_index (CorOsmRoads *roads, GError **error)
{
  guint64 most;

  g_clear_pointer (&roads->graph.name_offsets, g_hash_table_unref);
  if (!cor_osm_ids_finish (roads->ids))
    return cor_osm_roads_no_memory (roads, 0, error);
  roads->n_nodes = cor_osm_ids_count (roads->ids);
  most = cor_osm_roads_most_bytes (roads);
  if (!cor_osm_room_for (most))
    return cor_osm_roads_no_memory (roads, most, error);
  roads->spots = g_new0 (CorOsmSpot, MAX (roads->n_nodes, 1));
  roads->marks = g_new0 (guint8, MAX (roads->n_nodes, 1));
  cor_osm_ids_mark (roads->ids, roads->marks, COR_OSM_JUNCTION);
  return TRUE;
}

guint32
cor_osm_roads_find (CorOsmRoads *roads, gint64 id)
{
  return cor_osm_ids_find (roads->ids, id);
}

/* Keeps the arcs between kept nodes, with the nodes' new numbers. */
static void
prune_arcs (CorGraph *graph, const guint8 *kept, const guint32 *new_nodes, guint8 *driven)
{
  guint n = 0;

  for (guint i = 0; i < graph->arcs->len; i++)
    {
      CorArc arc = g_array_index (graph->arcs, CorArc, i);

      if (!kept[arc.tail] || !kept[arc.head])
        continue;
      arc.tail = new_nodes[arc.tail];
      arc.head = new_nodes[arc.head];
      driven[arc.edge] = 1;
      g_array_index (graph->arcs, CorArc, n++) = arc;
    }
  g_array_set_size (graph->arcs, n);
}

/* Moves the edges that are still driven together, and gathers their points; new_edges says where to. */
static void
prune_edges (CorGraph *graph, const guint32 *new_nodes, const guint8 *driven, guint32 *new_edges)
{
  g_autofree CorFixed *shape = g_new (CorFixed, G_MAXUINT16);
  guint32 n = 0;

  for (guint32 i = 0; i < graph->edges->len; i++)
    {
      CorEdge edge = g_array_index (graph->edges, CorEdge, i);

      if (!cor_spool_get (graph->shapes, shape, edge.n_points * sizeof *shape))
        break;
      if (!driven[2 * (gsize) i] && !driven[2 * (gsize) i + 1])
        continue;
      for (guint way = 0; way < 2; way++)
        edge.head[way] = driven[2 * (gsize) i + way] ? new_nodes[edge.head[way]] : COR_NONE;
      edge.first_point = graph->points->len;
      g_array_append_vals (graph->points, shape, edge.n_points);
      new_edges[i] = n;
      g_array_index (graph->edges, CorEdge, n++) = edge;
    }
  g_array_set_size (graph->edges, n);
}

gboolean
cor_osm_roads_prune (CorOsmRoads *roads, GError **error)
{
  CorGraph *graph = &roads->graph;
  guint32 n_nodes = graph->nodes->len;
  guint32 n_edges = graph->edges->len;
  guint32 size;
  g_autofree guint8 *kept
      = cor_graph_strong ((const CorArc *) (gpointer) graph->arcs->data, graph->arcs->len, n_nodes, &size);
  g_autofree guint32 *new_nodes = g_new0 (guint32, MAX (n_nodes, 1));
  g_autofree guint32 *new_edges = g_new0 (guint32, MAX (n_edges, 1));
  g_autofree guint8 *driven = g_new0 (guint8, MAX (2 * (gsize) n_edges, 1));
  guint32 n = 0;

  if (!cor_spool_rewind (roads->shapes, error))
    return FALSE;
  for (guint32 i = 0; i < n_nodes; i++)
    if (kept[i])
      {
        new_nodes[i] = n;
        g_array_index (graph->nodes, CorFixed, n++) = g_array_index (graph->nodes, CorFixed, i);
      }
  g_array_set_size (graph->nodes, n);
  prune_arcs (graph, kept, new_nodes, driven);
  prune_edges (graph, new_nodes, driven, new_edges);
  for (guint i = 0; i < graph->arcs->len; i++)
    {
      CorArc *arc = &g_array_index (graph->arcs, CorArc, i);

      arc->edge = 2 * new_edges[arc->edge / 2] + (arc->edge & 1);
    }
  roads->report->edges_cut_off = n_edges - graph->edges->len;
  roads->report->nodes = graph->nodes->len;
  roads->report->edges = graph->edges->len;
  roads->report->points = graph->points->len;
  return cor_spool_check (roads->shapes, error);
}
