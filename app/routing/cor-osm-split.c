/* cor-osm-split.c: cuts the ways that were put aside into edges at junctions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-osm-graph.h"

#include "cor-osm-road.h"

#include <stdlib.h>

#define LONGEST_EDGE 60000 /* points */

/* After how many ways progress is told. */
#define STEP 4096u

static CorFixed
place_of (const CorOsmRoads *roads, guint32 node)
{
  if (roads->marks[node] & COR_OSM_NODE_OF_GRAPH)
    return g_array_index (roads->graph.nodes, CorFixed, roads->spots[node].node);
  return roads->spots[node].place;
}

/* The graph's node at a junction. A blocked one is a new node each time: nothing goes through. */
static guint32
graph_node (CorOsmRoads *roads, guint32 node)
{
  guint32 made;

  if (roads->marks[node] & COR_OSM_NODE_OF_GRAPH)
    return roads->spots[node].node;
  made = cor_graph_add_node (&roads->graph, roads->spots[node].place);
  if ((roads->marks[node] & COR_OSM_BLOCKED) == 0)
    {
      roads->marks[node] |= COR_OSM_NODE_OF_GRAPH;
      roads->spots[node].node = made;
    }
  return made;
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

/* A way and its nodes, read from the spool. */
typedef struct
{
  CorOsmWay way;
  GArray *ids;   /* gint64 */
  GArray *nodes; /* guint32 */
  GArray *shape; /* CorFixed, of the edge at hand */
} Work;

/* Makes an edge of a run of nodes of the way, as many as the shape has points. */
static void
add_edge (CorOsmRoads *roads, const Work *work, guint32 start)
{
  const CorOsmWay *way = &work->way;
  guint n = work->shape->len;
  guint32 last = g_array_index (work->nodes, guint32, start + n - 1);
  guint32 from = graph_node (roads, g_array_index (work->nodes, guint32, start));
  guint32 ends[2] = { from, graph_node (roads, last) };
  CorEdge edge = { 0 };
  guint32 made;

  edge.name = way->name;
  edge.limit = edge_limit (roads, way, last);
  edge.road_class = way->road_class;
  edge.flags = way->flags;
  edge.max_kmh = way->max_kmh;
  edge.head[0] = way->oneway >= 0 ? ends[1] : COR_NONE;
  edge.head[1] = way->oneway <= 0 ? ends[0] : COR_NONE;
  made = cor_graph_add_edge (&roads->graph, edge, (const CorFixed *) (gpointer) work->shape->data, n);
  g_array_append_vals (roads->edge_ends, ends, 2);
  if (g_hash_table_contains (roads->ruled_ways, &way->id))
    {
      CorOsmPiece piece = { made, way->id };

      g_array_append_val (roads->pieces, piece);
    }
}

static gboolean
cuts (const CorOsmRoads *roads, guint32 node)
{
  return (roads->marks[node] & (COR_OSM_JUNCTION | COR_OSM_BLOCKED | COR_OSM_LIMITED)) != 0;
}

static void
split_way (CorOsmRoads *roads, Work *work)
{
  const guint32 *nodes = (const guint32 *) (gpointer) work->nodes->data;
  GArray *shape = work->shape;
  guint32 start = 0;

  g_array_set_size (shape, 0);
  for (guint32 i = 0; i < work->way.n; i++)
    {
      gboolean placed = (roads->marks[nodes[i]] & COR_OSM_PLACED) != 0;
      CorFixed place = place_of (roads, nodes[i]);

      /* Beyond the edge of the extract a road ends where it is last known. */
      if (placed)
        g_array_append_val (shape, place);
      if (shape->len >= 2
          && (!placed || cuts (roads, nodes[i]) || i + 1 == work->way.n || shape->len == LONGEST_EDGE))
        {
          add_edge (roads, work, start);
          g_array_set_size (shape, 0);
          if (placed)
            g_array_append_val (shape, place);
          start = i;
        }
      if (!placed)
        {
          g_array_set_size (shape, 0);
          start = i + 1;
        }
    }
}

static gboolean
read_way (CorOsmRoads *roads, Work *work)
{
  if (!cor_spool_get (roads->ways, &work->way, sizeof work->way))
    return FALSE;
  g_array_set_size (work->ids, work->way.n);
  g_array_set_size (work->nodes, work->way.n);
  if (!cor_spool_get (roads->ways, work->ids->data, work->way.n * sizeof (gint64)))
    return FALSE;
  for (guint32 i = 0; i < work->way.n; i++)
    g_array_index (work->nodes, guint32, i) = cor_osm_roads_find (roads, g_array_index (work->ids, gint64, i));
  return TRUE;
}

static gboolean
split_ways (CorOsmRoads *roads, Work *work, CorOsmStep step, gpointer data, GError **error)
{
  for (guint32 i = 0; i < roads->n_ways; i++)
    {
      if (i % STEP == 0 && !step (data, (double) i / roads->n_ways, error))
        return FALSE;
      if (!read_way (roads, work))
        return cor_spool_check (roads->ways, error);
      split_way (roads, work);
      if (!cor_spool_check (roads->shapes, error))
        return FALSE;
    }
  return TRUE;
}

/* The ways that rules name: what becomes of them is kept. */
static void
list_ruled_ways (CorOsmRoads *roads)
{
  for (guint i = 0; i < roads->turns->len; i++)
    {
      CorOsmTurnRule *rule = &g_array_index (roads->turns, CorOsmTurnRule, i);

      g_hash_table_add (roads->ruled_ways, &rule->from);
      g_hash_table_add (roads->ruled_ways, &rule->to);
    }
  for (guint i = 0; i < roads->way_turns->len; i++)
    {
      CorOsmWayRule *rule = &g_array_index (roads->way_turns, CorOsmWayRule, i);

      g_hash_table_add (roads->ruled_ways, &rule->from);
      g_hash_table_add (roads->ruled_ways, &rule->to);
      for (guint k = 0; k < rule->n_via; k++)
        g_hash_table_add (roads->ruled_ways, &rule->via[k]);
    }
}

static void
place_rules (CorOsmRoads *roads)
{
  for (guint i = 0; i < roads->turns->len; i++)
    {
      CorOsmTurnRule *rule = &g_array_index (roads->turns, CorOsmTurnRule, i);
      guint32 node = cor_osm_roads_find (roads, rule->via);

      rule->at = node != COR_NONE && (roads->marks[node] & COR_OSM_NODE_OF_GRAPH) ? roads->spots[node].node : COR_NONE;
    }
}

gboolean
cor_osm_roads_split (CorOsmRoads *roads, CorOsmStep step, gpointer data, GError **error)
{
  Work work = { .ids = g_array_new (FALSE, FALSE, sizeof (gint64)), .nodes = g_array_new (FALSE, FALSE, sizeof (guint32)),
                .shape = g_array_new (FALSE, FALSE, sizeof (CorFixed)) };
  gboolean ok;

  list_ruled_ways (roads);
  ok = cor_spool_rewind (roads->ways, error) && split_ways (roads, &work, step, data, error);
  g_array_unref (work.ids);
  g_array_unref (work.nodes);
  g_array_unref (work.shape);
  if (!ok)
    return FALSE;
  place_rules (roads);
  g_clear_pointer (&roads->ways, cor_spool_free);
  g_clear_pointer (&roads->ids, cor_osm_ids_free);
  g_clear_pointer (&roads->spots, g_free);
  g_clear_pointer (&roads->marks, g_free);
  return TRUE;
}

static int
compare_pieces (const void *a, const void *b)
{
  guint32 x = ((const CorOsmPiece *) a)->edge, y = ((const CorOsmPiece *) b)->edge;

  return x < y ? -1 : x > y;
}

const gint64 *
cor_osm_roads_way_of (const CorOsmRoads *roads, guint32 edge)
{
  CorOsmPiece wanted = { edge, 0 };
  const CorOsmPiece *found = roads->pieces->len > 0 ? bsearch (&wanted, roads->pieces->data, roads->pieces->len, sizeof wanted,
                                                               compare_pieces)
                                                    : NULL;

  return found != NULL ? &found->way : NULL;
}
