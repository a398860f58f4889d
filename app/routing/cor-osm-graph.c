/* cor-osm-graph.c: cuts ways into edges at junctions and keeps what is connected.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-osm-graph.h"

#include "cor-osm-road.h"

#include <stdlib.h>

#define LONGEST_EDGE 60000 /* points */

void
cor_osm_roads_init (CorOsmRoads *roads, CorNetworkBuildReport *report)
{
  *roads = (CorOsmRoads){ .report = report };
  roads->ways = g_array_new (FALSE, FALSE, sizeof (CorOsmWay));
  roads->refs = g_array_new (FALSE, FALSE, sizeof (gint64));
  roads->turns = g_array_new (FALSE, FALSE, sizeof (CorOsmTurnRule));
  roads->way_turns = g_array_new (FALSE, FALSE, sizeof (CorOsmWayRule));
  roads->bans = g_array_new (FALSE, FALSE, sizeof (CorOsmBan));
  roads->copies = g_hash_table_new (NULL, NULL);
  roads->only_from = g_hash_table_new (NULL, NULL);
  roads->unfolded = g_hash_table_new (NULL, NULL);
  roads->node_limits = g_hash_table_new (NULL, NULL);
  roads->edge_ways = g_array_new (FALSE, FALSE, sizeof (guint32));
  roads->edge_ends = g_array_new (FALSE, FALSE, sizeof (guint32));
  cor_graph_init (&roads->graph);
}

void
cor_osm_roads_clear (CorOsmRoads *roads)
{
  g_array_unref (roads->ways);
  g_clear_pointer (&roads->refs, g_array_unref);
  g_array_unref (roads->turns);
  g_array_unref (roads->way_turns);
  g_array_unref (roads->bans);
  g_hash_table_unref (roads->copies);
  g_hash_table_unref (roads->only_from);
  g_hash_table_unref (roads->unfolded);
  g_array_unref (roads->edge_ways);
  g_array_unref (roads->edge_ends);
  g_hash_table_unref (roads->node_limits);
  g_free (roads->ref_nodes);
  g_free (roads->ids);
  g_free (roads->places);
  g_free (roads->marks);
  g_free (roads->graph_nodes);
  cor_graph_clear (&roads->graph);
}

static int
compare_ids (const void *a, const void *b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

guint32
cor_osm_roads_find (const CorOsmRoads *roads, gint64 id)
{
  guint32 low = 0;
  guint32 high = roads->n_nodes;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (roads->ids[middle] < id)
        low = middle + 1;
      else
        high = middle;
    }
  return low < roads->n_nodes && roads->ids[low] == id ? low : COR_NONE;
}

/* A node that is met a second time is a junction. */
static void
mark_use (CorOsmRoads *roads, guint32 node)
{
  roads->marks[node] |= roads->marks[node] & COR_OSM_USED ? COR_OSM_JUNCTION : COR_OSM_USED;
}

void
cor_osm_roads_index (CorOsmRoads *roads)
{
  const gint64 *refs = (const gint64 *) (gpointer) roads->refs->data;
  gsize n = roads->refs->len;
  guint32 unique = 0;

  roads->ids = g_memdup2 (refs, MAX (n, 1) * sizeof (gint64));
  qsort (roads->ids, n, sizeof (gint64), compare_ids);
  for (gsize i = 0; i < n; i++)
    if (unique == 0 || roads->ids[unique - 1] != roads->ids[i])
      roads->ids[unique++] = roads->ids[i];
  roads->n_nodes = unique;
  roads->ids = g_renew (gint64, roads->ids, MAX (unique, 1));
  roads->places = g_new0 (CorFixed, MAX (unique, 1));
  roads->marks = g_new0 (guint8, MAX (unique, 1));
  roads->ref_nodes = g_new (guint32, MAX (n, 1));
  for (gsize i = 0; i < n; i++)
    {
      roads->ref_nodes[i] = cor_osm_roads_find (roads, refs[i]);
      mark_use (roads, roads->ref_nodes[i]);
    }
  g_clear_pointer (&roads->refs, g_array_unref);
  for (guint i = 0; i < roads->ways->len; i++)
    {
      const CorOsmWay *way = &g_array_index (roads->ways, CorOsmWay, i);

      roads->marks[roads->ref_nodes[way->first]] |= COR_OSM_JUNCTION;
      roads->marks[roads->ref_nodes[way->first + way->n - 1]] |= COR_OSM_JUNCTION;
    }
}

/* The graph's node at a junction. A blocked one is a new node each time: nothing goes through. */
static guint32
graph_node (CorOsmRoads *roads, guint32 node)
{
  if (roads->marks[node] & COR_OSM_BLOCKED)
    return cor_graph_add_node (&roads->graph, roads->places[node]);
  if (roads->graph_nodes[node] == COR_NONE)
    roads->graph_nodes[node] = cor_graph_add_node (&roads->graph, roads->places[node]);
  return roads->graph_nodes[node];
}

static guint16
edge_limit (CorOsmRoads *roads, const CorOsmWay *way, guint32 last)
{
  CorLimit limit = g_array_index (roads->graph.limits, CorLimit, way->limit);
  guint at;

  if ((roads->marks[last] & COR_OSM_LIMITED) == 0)
    return way->limit;
  at = GPOINTER_TO_UINT (g_hash_table_lookup (roads->node_limits, GUINT_TO_POINTER (last)));
  limit = cor_osm_limit_join (limit, g_array_index (roads->graph.limits, CorLimit, at));
  return cor_graph_add_limit (&roads->graph, limit);
}

/* Makes an edge of a run of nodes of a way, from the first to the last. */
static void
add_edge (CorOsmRoads *roads, guint32 way_index, const guint32 *nodes, GArray *shape)
{
  const CorOsmWay *way = &g_array_index (roads->ways, CorOsmWay, way_index);
  guint n = shape->len;
  guint32 ends[2] = { graph_node (roads, nodes[0]), graph_node (roads, nodes[n - 1]) };
  CorEdge edge = { 0 };

  edge.name = way->name;
  edge.limit = edge_limit (roads, way, nodes[n - 1]);
  edge.road_class = way->road_class;
  edge.flags = way->flags;
  edge.max_kmh = way->max_kmh;
  edge.head[0] = way->oneway >= 0 ? ends[1] : COR_NONE;
  edge.head[1] = way->oneway <= 0 ? ends[0] : COR_NONE;
  cor_graph_add_edge (&roads->graph, edge, (const CorFixed *) (gpointer) shape->data, n);
  g_array_append_val (roads->edge_ways, way_index);
  g_array_append_vals (roads->edge_ends, ends, 2);
}

static gboolean
cuts (const CorOsmRoads *roads, guint32 node)
{
  return (roads->marks[node] & (COR_OSM_JUNCTION | COR_OSM_BLOCKED | COR_OSM_LIMITED)) != 0;
}

static void
split_way (CorOsmRoads *roads, guint32 way_index, GArray *shape)
{
  const CorOsmWay *way = &g_array_index (roads->ways, CorOsmWay, way_index);
  const guint32 *nodes = roads->ref_nodes + way->first;
  guint32 start = 0;

  g_array_set_size (shape, 0);
  for (guint32 i = 0; i < way->n; i++)
    {
      gboolean placed = (roads->marks[nodes[i]] & COR_OSM_PLACED) != 0;

      /* Beyond the edge of the extract a road ends where it is last known. */
      if (placed)
        g_array_append_val (shape, roads->places[nodes[i]]);
      if (shape->len >= 2
          && (!placed || cuts (roads, nodes[i]) || i + 1 == way->n || shape->len == LONGEST_EDGE))
        {
          add_edge (roads, way_index, nodes + start, shape);
          g_array_set_size (shape, 0);
          if (placed)
            g_array_append_val (shape, roads->places[nodes[i]]);
          start = i;
        }
      if (!placed)
        {
          g_array_set_size (shape, 0);
          start = i + 1;
        }
    }
}

void
cor_osm_roads_split (CorOsmRoads *roads)
{
  g_autoptr (GArray) shape = g_array_new (FALSE, FALSE, sizeof (CorFixed));

  roads->graph_nodes = g_new (guint32, MAX (roads->n_nodes, 1));
  for (guint32 i = 0; i < roads->n_nodes; i++)
    roads->graph_nodes[i] = COR_NONE;
  for (guint i = 0; i < roads->ways->len; i++)
    split_way (roads, i, shape);
  g_clear_pointer (&roads->ref_nodes, g_free);
  g_clear_pointer (&roads->places, g_free);
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

/* Moves the edges that are still driven together, and their points; new_edges says where to. */
static void
prune_edges (CorGraph *graph, const guint32 *new_nodes, const guint8 *driven, guint32 *new_edges)
{
  guint32 n = 0;
  guint32 n_points = 0;

  for (guint32 i = 0; i < graph->edges->len; i++)
    {
      CorEdge edge = g_array_index (graph->edges, CorEdge, i);

      if (!driven[2 * i] && !driven[2 * i + 1])
        continue;
      for (guint way = 0; way < 2; way++)
        edge.head[way] = driven[2 * i + way] ? new_nodes[edge.head[way]] : COR_NONE;
      for (guint32 k = 0; k < edge.n_points; k++)
        g_array_index (graph->points, CorFixed, n_points + k)
            = g_array_index (graph->points, CorFixed, edge.first_point + k);
      edge.first_point = n_points;
      n_points += edge.n_points;
      new_edges[i] = n;
      g_array_index (graph->edges, CorEdge, n++) = edge;
    }
  g_array_set_size (graph->edges, n);
  g_array_set_size (graph->points, n_points);
}

void
cor_osm_roads_prune (CorOsmRoads *roads)
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
}
