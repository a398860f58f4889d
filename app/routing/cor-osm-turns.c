/* cor-osm-turns.c: arcs between junctions, and turns that are forbidden.
 *
 * A junction stays one node where every turn is allowed. Where one may come in by an edge and not
 * go on everywhere, that edge gets an end of its own: a further node at the same place, from which
 * only the allowed arcs leave. All other arcs keep the common node. The search then needs to know
 * nothing of turns.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-osm-graph.h"

/* One junction with rules: the edges that come in and go out, as twice the edge plus the way. */
typedef struct
{
  GArray *rules; /* guint into the turns */
  GArray *in, *out;
} Crossing;

/* An edge that comes in, with an end of its own, and where one may not go on to. */
typedef struct
{
  guint32 code;
  guint32 out;
} Ban;

static Crossing *
crossing_new (void)
{
  Crossing *crossing = g_new (Crossing, 1);

  crossing->rules = g_array_new (FALSE, FALSE, sizeof (guint));
  crossing->in = g_array_new (FALSE, FALSE, sizeof (guint32));
  crossing->out = g_array_new (FALSE, FALSE, sizeof (guint32));
  return crossing;
}

static void
crossing_free (Crossing *crossing)
{
  g_array_unref (crossing->rules);
  g_array_unref (crossing->in);
  g_array_unref (crossing->out);
  g_free (crossing);
}

static Crossing *
crossing_at (GHashTable *crossings, guint32 at)
{
  Crossing *crossing = g_hash_table_lookup (crossings, GUINT_TO_POINTER (at));

  if (crossing == NULL)
    {
      crossing = crossing_new ();
      g_hash_table_insert (crossings, GUINT_TO_POINTER (at), crossing);
    }
  return crossing;
}

static GHashTable *
list_crossings (CorOsmRoads *roads)
{
  GHashTable *crossings = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) crossing_free);

  for (guint i = 0; i < roads->bans->len; i++)
    crossing_at (crossings, g_array_index (roads->bans, CorOsmBan, i).node);

  for (guint i = 0; i < roads->turns->len; i++)
    {
      const CorOsmTurnRule *rule = &g_array_index (roads->turns, CorOsmTurnRule, i);

      if (rule->at == COR_NONE)
        {
          roads->report->turns_left_out++;
          continue;
        }
      g_array_append_val (crossing_at (crossings, rule->at)->rules, i);
    }
  return crossings;
}

static guint32
end_of (const CorOsmRoads *roads, guint32 code)
{
  return g_array_index (roads->edge_ends, guint32, (code & ~1u) + ((code & 1) ^ 1));
}

static guint32
start_of (const CorOsmRoads *roads, guint32 code)
{
  return g_array_index (roads->edge_ends, guint32, code);
}

static gboolean
can_drive (const CorOsmRoads *roads, guint32 code)
{
  return g_array_index (roads->graph.edges, CorEdge, code / 2).head[code & 1] != COR_NONE;
}

static void
list_edges (CorOsmRoads *roads, GHashTable *crossings)
{
  for (guint32 code = 0; code < 2 * roads->graph.edges->len; code++)
    {
      Crossing *crossing;

      if (!can_drive (roads, code))
        continue;
      crossing = g_hash_table_lookup (crossings, GUINT_TO_POINTER (end_of (roads, code)));
      if (crossing != NULL)
        g_array_append_val (crossing->in, code);
      crossing = g_hash_table_lookup (crossings, GUINT_TO_POINTER (start_of (roads, code)));
      if (crossing != NULL)
        g_array_append_val (crossing->out, code);
    }
}

/* What a copy stands for; any other code for itself. */
static guint32
original (const CorOsmRoads *roads, guint32 code)
{
  guint32 found = GPOINTER_TO_UINT (g_hash_table_lookup (roads->copies, GUINT_TO_POINTER (code)));

  return found > 0 ? found - 1 : code;
}

/* Whether @out may be entered from @in, as far as copies go: they have one way in. */
static gboolean
is_open (const CorOsmRoads *roads, guint32 in, guint32 out)
{
  guint32 only = GPOINTER_TO_UINT (g_hash_table_lookup (roads->only_from, GUINT_TO_POINTER (out)));

  return only == 0 || only - 1 == in;
}

/* The one edge in a list that is of a way; COR_NONE where there is none or more than one. */
static guint32
only_edge_of (const CorOsmRoads *roads, const GArray *codes, gint64 way_id)
{
  guint32 found = COR_NONE;

  for (guint i = 0; i < codes->len; i++)
    {
      guint32 code = g_array_index (codes, guint32, i);
      const gint64 *way = cor_osm_roads_way_of (roads, code / 2);

      if (way == NULL || *way != way_id || original (roads, code) != code)
        continue;
      if (found != COR_NONE)
        return COR_NONE;
      found = code;
    }
  return found;
}

/* Of @in and its copies: onto @out and its copies, or onto all others. */
static void
add_bans_of (const CorOsmRoads *roads, const Crossing *crossing, guint32 in, guint32 out, gboolean only, GArray *bans)
{
  for (guint i = 0; i < crossing->in->len; i++)
    for (guint k = 0; k < crossing->out->len; k++)
      {
        Ban ban = { g_array_index (crossing->in, guint32, i), g_array_index (crossing->out, guint32, k) };

        if (original (roads, ban.code) == in && (original (roads, ban.out) == out) != only)
          g_array_append_val (bans, ban);
      }
}

static gboolean
add_bans (const CorOsmRoads *roads, const Crossing *crossing, const CorOsmTurnRule *rule, GArray *bans)
{
  guint32 in = only_edge_of (roads, crossing->in, rule->from);
  guint32 out = only_edge_of (roads, crossing->out, rule->to);

  if (in == COR_NONE || out == COR_NONE)
    return FALSE;
  add_bans_of (roads, crossing, in, out, rule->only, bans);
  return TRUE;
}

/* Of rules over ways: from one piece, which may be a copy. */
static void
add_way_bans (const CorOsmRoads *roads, guint32 at, const Crossing *crossing, GArray *bans)
{
  for (guint i = 0; i < roads->bans->len; i++)
    {
      const CorOsmBan *rule = &g_array_index (roads->bans, CorOsmBan, i);

      for (guint k = 0; rule->node == at && k < crossing->out->len; k++)
        {
          Ban ban = { rule->in, g_array_index (crossing->out, guint32, k) };

          if ((ban.out == rule->out) != rule->only)
            g_array_append_val (bans, ban);
        }
    }
}

static gboolean
is_banned (const GArray *bans, guint32 in, guint32 out)
{
  for (guint i = 0; i < bans->len; i++)
    {
      const Ban *ban = &g_array_index (bans, Ban, i);

      if (ban->code == in && ban->out == out)
        return TRUE;
    }
  return FALSE;
}

/* Gives each edge that has bans an end of its own; the arcs that leave it follow later. */
static void
split_crossing (CorOsmRoads *roads, guint32 at, const Crossing *crossing, GArray *bans)
{
  CorFixed place = g_array_index (roads->graph.nodes, CorFixed, at);

  for (guint i = 0; i < bans->len; i++)
    {
      guint32 code = g_array_index (bans, Ban, i).code;
      CorEdge *edge = &g_array_index (roads->graph.edges, CorEdge, code / 2);

      if (edge->head[code & 1] == at)
        edge->head[code & 1] = cor_graph_add_node (&roads->graph, place);
    }
}

static void
add_own_arcs (CorOsmRoads *roads, guint32 at, const Crossing *crossing, const GArray *bans)
{
  for (guint i = 0; i < crossing->in->len; i++)
    {
      guint32 in = g_array_index (crossing->in, guint32, i);
      guint32 node = g_array_index (roads->graph.edges, CorEdge, in / 2).head[in & 1];

      for (guint k = 0; node != at && k < crossing->out->len; k++)
        {
          guint32 out = g_array_index (crossing->out, guint32, k);

          if (!is_banned (bans, in, out) && is_open (roads, in, out))
            cor_graph_add_arc (&roads->graph, node, out / 2, out & 1);
        }
    }
}

typedef struct
{
  guint32 at;
  const Crossing *crossing;
  GArray *bans;
} Work;

static void
work_clear (gpointer data)
{
  g_array_unref (((Work *) data)->bans);
}

static gint
compare_work (gconstpointer a, gconstpointer b)
{
  guint32 x = ((const Work *) a)->at, y = ((const Work *) b)->at;

  return x < y ? -1 : x > y;
}

/* Finds the bans of all crossings, in the order of the nodes, so that files come out the same. */
static GArray *
plan_work (CorOsmRoads *roads, GHashTable *crossings)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Work));
  GHashTableIter iter;
  gpointer key, value;

  g_array_set_clear_func (list, work_clear);
  g_hash_table_iter_init (&iter, crossings);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      Work work = { GPOINTER_TO_UINT (key), value, g_array_new (FALSE, FALSE, sizeof (Ban)) };

      for (guint i = 0; i < work.crossing->rules->len; i++)
        {
          guint rule = g_array_index (work.crossing->rules, guint, i);

          if (add_bans (roads, work.crossing, &g_array_index (roads->turns, CorOsmTurnRule, rule),
                        work.bans))
            roads->report->turns_kept++;
          else
            roads->report->turns_left_out++;
        }
      add_way_bans (roads, work.at, work.crossing, work.bans);
      g_array_append_val (list, work);
    }
  g_array_sort (list, compare_work);
  return list;
}

void
cor_osm_roads_join (CorOsmRoads *roads)
{
  g_autoptr (GHashTable) crossings = list_crossings (roads);
  g_autoptr (GArray) list = NULL;

  list_edges (roads, crossings);
  list = plan_work (roads, crossings);
  for (guint i = 0; i < list->len; i++)
    {
      Work *work = &g_array_index (list, Work, i);

      split_crossing (roads, work->at, work->crossing, work->bans);
    }
  for (guint32 code = 0; code < 2 * roads->graph.edges->len; code++)
    if (can_drive (roads, code) && original (roads, code) == code)
      cor_graph_add_arc (&roads->graph, start_of (roads, code), code / 2, code & 1);
  for (guint i = 0; i < list->len; i++)
    {
      Work *work = &g_array_index (list, Work, i);

      add_own_arcs (roads, work->at, work->crossing, work->bans);
    }
  g_clear_pointer (&roads->edge_ends, g_array_unref);
  cor_graph_sort_arcs (&roads->graph);
}
