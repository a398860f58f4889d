/* cor-osm-via.c: turns that are forbidden over a way in between, such as round the end of a central reserve.
 *
 * Whoever comes from the first way drives on a copy of the ways in between, which nobody else may enter and
 * from which one may not go on to the last way. All others keep the ways themselves. A place cannot lie on a
 * copy, and not on a short way that has one: it is tied to the next road instead.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-osm-graph.h"

/* Longer chains of pieces in between are not looked for. */
#define MOST_PIECES 12u

/* Ways in between that are shorter are no roads that anybody wants to go to, metres. Own choice. */
#define SHORT_M 60.0f

/* A rule with the pieces that it is about: codes are twice the edge plus the way. */
typedef struct
{
  CorOsmRoads *roads;
  const CorOsmWayRule *rule;
  guint32 from, to;
  guint32 via[MOST_PIECES];
  guint n;
} Chain;

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

/* The pieces of the ways that rules name: id of the way to codes. */
static GHashTable *
list_pieces (const CorOsmRoads *roads)
{
  GHashTable *pieces = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < roads->way_turns->len; i++)
    {
      CorOsmWayRule *rule = &g_array_index (roads->way_turns, CorOsmWayRule, i);

      g_hash_table_insert (pieces, &rule->from, g_array_new (FALSE, FALSE, sizeof (guint32)));
      g_hash_table_insert (pieces, &rule->to, g_array_new (FALSE, FALSE, sizeof (guint32)));
      for (guint k = 0; k < rule->n_via; k++)
        g_hash_table_insert (pieces, &rule->via[k], g_array_new (FALSE, FALSE, sizeof (guint32)));
    }
  for (guint i = 0; i < roads->pieces->len; i++)
    {
      const CorOsmPiece *piece = &g_array_index (roads->pieces, CorOsmPiece, i);
      GArray *own = g_hash_table_lookup (pieces, &piece->way);

      for (guint32 code = 2 * piece->edge; own != NULL && code <= 2 * piece->edge + 1; code++)
        if (can_drive (roads, code))
          g_array_append_val (own, code);
    }
  return pieces;
}

/* The piece of the last way that leaves @node without turning on the spot; COR_NONE for none. */
static guint32
last_piece (const Chain *chain, GHashTable *pieces, guint32 node)
{
  const GArray *codes = g_hash_table_lookup (pieces, &chain->rule->to);

  for (guint i = 0; i < codes->len; i++)
    {
      guint32 code = g_array_index (codes, guint32, i);

      if (start_of (chain->roads, code) == node && code != (chain->via[chain->n - 1] ^ 1))
        return code;
    }
  return COR_NONE;
}

static gboolean
is_in_chain (const Chain *chain, guint32 code)
{
  for (guint i = 0; i < chain->n; i++)
    if (chain->via[i] / 2 == code / 2)
      return TRUE;
  return FALSE;
}

/* Goes on along the ways in between until the last way begins. */
static gboolean
extend (Chain *chain, GHashTable *pieces, guint32 node)
{
  if (chain->n > 0 && (chain->to = last_piece (chain, pieces, node)) != COR_NONE)
    return TRUE;
  if (chain->n == MOST_PIECES)
    return FALSE;
  for (guint k = 0; k < chain->rule->n_via; k++)
    {
      const GArray *codes = g_hash_table_lookup (pieces, &chain->rule->via[k]);

      for (guint i = 0; i < codes->len; i++)
        {
          guint32 code = g_array_index (codes, guint32, i);

          if (start_of (chain->roads, code) != node || is_in_chain (chain, code))
            continue;
          chain->via[chain->n++] = code;
          if (extend (chain, pieces, end_of (chain->roads, code)))
            return TRUE;
          chain->n--;
        }
    }
  return FALSE;
}

static gboolean
find_chain (Chain *chain, GHashTable *pieces)
{
  const GArray *codes = g_hash_table_lookup (pieces, &chain->rule->from);

  for (guint i = 0; i < codes->len; i++)
    {
      chain->from = g_array_index (codes, guint32, i);
      chain->n = 0;
      if (extend (chain, pieces, end_of (chain->roads, chain->from)))
        return TRUE;
    }
  return FALSE;
}

/* A copy of a piece, driven that way alone; gives its code. */
static guint32
copy_piece (CorOsmRoads *roads, guint32 code)
{
  CorEdge *original = &g_array_index (roads->graph.edges, CorEdge, code / 2);
  CorEdge copy = *original;
  const gint64 *way = cor_osm_roads_way_of (roads, code / 2);
  CorOsmPiece piece = { 0, way != NULL ? *way : 0 };
  guint32 ends[2] = { g_array_index (roads->edge_ends, guint32, code & ~1u),
                      g_array_index (roads->edge_ends, guint32, code | 1u) };
  g_autofree CorFixed *shape = g_new0 (CorFixed, copy.n_points);
  guint32 made;

  cor_spool_peek (roads->shapes, (goffset) copy.first_point * (goffset) sizeof (CorFixed), shape,
                  copy.n_points * sizeof (CorFixed));
  if (original->length_m < SHORT_M)
    original->flags |= COR_EDGE_NO_PLACE;
  copy.flags |= COR_EDGE_NO_PLACE;
  copy.head[(code & 1) ^ 1] = COR_NONE;
  /* The common node: what is left of it by bans is its own. */
  copy.head[code & 1] = ends[(code & 1) ^ 1];
  made = 2 * cor_graph_add_edge (&roads->graph, copy, shape, copy.n_points) + (code & 1);
  piece.edge = made / 2;
  if (way != NULL)
    g_array_append_val (roads->pieces, piece);
  g_array_append_vals (roads->edge_ends, ends, 2);
  g_hash_table_insert (roads->copies, GUINT_TO_POINTER (made), GUINT_TO_POINTER (code + 1));
  return made;
}

static void
ban (CorOsmRoads *roads, guint32 node, guint32 in, guint32 out, gboolean only)
{
  CorOsmBan one = { node, in, out, only };

  g_array_append_val (roads->bans, one);
}

/* Copies the chain and says what leads where. */
static void
unfold (const Chain *chain)
{
  CorOsmRoads *roads = chain->roads;
  guint32 in = chain->from;

  for (guint i = 0; i < chain->n; i++)
    {
      guint32 code = chain->via[i];
      guint32 copy = copy_piece (roads, code);

      g_hash_table_insert (roads->only_from, GUINT_TO_POINTER (copy), GUINT_TO_POINTER (in + 1));
      /* Not onto the piece itself; where another way is forbidden altogether, onto nothing but the copy. */
      ban (roads, start_of (roads, code), in, chain->rule->only ? copy : code, chain->rule->only);
      in = copy;
    }
  ban (roads, end_of (roads, in), in, chain->to, chain->rule->only);
}

void
cor_osm_roads_unfold (CorOsmRoads *roads)
{
  g_autoptr (GHashTable) pieces = list_pieces (roads);
  guint n_edges = roads->graph.edges->len;

  for (guint i = 0; i < roads->way_turns->len; i++)
    {
      Chain chain = { .roads = roads, .rule = &g_array_index (roads->way_turns, CorOsmWayRule, i) };

      /* One copy for each first piece: a second rule from the same one would need a copy of the copy. */
      if (find_chain (&chain, pieces) && !g_hash_table_contains (roads->unfolded, GUINT_TO_POINTER (chain.from)))
        {
          g_hash_table_add (roads->unfolded, GUINT_TO_POINTER (chain.from));
          unfold (&chain);
          roads->report->turns_kept++;
        }
      else
        roads->report->turns_left_out++;
    }
  roads->n_copies = roads->graph.edges->len - n_edges;
}
