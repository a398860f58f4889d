/* cor-graph.c: gathers junctions and roads and makes the arrays of a network of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-graph.h"

#include <math.h>
#include <string.h>

void
cor_graph_init (CorGraph *graph)
{
  CorLimit none = { 0 };

  graph->nodes = g_array_new (FALSE, FALSE, sizeof (CorFixed));
  graph->edges = g_array_new (FALSE, FALSE, sizeof (CorEdge));
  graph->arcs = g_array_new (FALSE, FALSE, sizeof (CorArc));
  graph->points = g_array_new (FALSE, FALSE, sizeof (CorFixed));
  graph->limits = g_array_new (FALSE, FALSE, sizeof (CorLimit));
  graph->names = g_string_new (NULL);
  g_string_append_c (graph->names, '\0');
  graph->name_offsets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_array_append_val (graph->limits, none);
}

void
cor_graph_clear (CorGraph *graph)
{
  g_clear_pointer (&graph->nodes, g_array_unref);
  g_clear_pointer (&graph->edges, g_array_unref);
  g_clear_pointer (&graph->arcs, g_array_unref);
  g_clear_pointer (&graph->points, g_array_unref);
  g_clear_pointer (&graph->limits, g_array_unref);
  g_clear_pointer (&graph->name_offsets, g_hash_table_unref);
  if (graph->names != NULL)
    g_string_free (g_steal_pointer (&graph->names), TRUE);
}

guint32
cor_graph_add_node (CorGraph *graph, CorFixed at)
{
  g_array_append_val (graph->nodes, at);
  return graph->nodes->len - 1;
}

guint32
cor_graph_add_name (CorGraph *graph, const char *name)
{
  gpointer known;
  guint32 offset;

  if (name == NULL || *name == '\0')
    return 0;
  if (g_hash_table_lookup_extended (graph->name_offsets, name, NULL, &known))
    return GPOINTER_TO_UINT (known);
  offset = graph->names->len;
  g_string_append_len (graph->names, name, strlen (name) + 1);
  g_hash_table_insert (graph->name_offsets, g_strdup (name), GUINT_TO_POINTER (offset));
  return offset;
}

guint16
cor_graph_add_limit (CorGraph *graph, CorLimit limit)
{
  for (guint i = 0; i < graph->limits->len; i++)
    if (memcmp (&g_array_index (graph->limits, CorLimit, i), &limit, sizeof limit) == 0)
      return i;
  if (graph->limits->len == G_MAXUINT16)
    return 0;
  g_array_append_val (graph->limits, limit);
  return graph->limits->len - 1;
}

guint32
cor_graph_add_edge (CorGraph *graph, CorEdge edge, const CorFixed *shape, guint n)
{
  double length = 0.0;

  for (guint i = 0; i + 1 < n; i++)
    length += cor_lonlat_distance (cor_fixed_to_lonlat (shape[i]), cor_fixed_to_lonlat (shape[i + 1]));
  edge.length_m = (float) MAX (length, 0.01);
  edge.first_point = graph->n_points;
  edge.n_points = n;
  graph->n_points += n;
  if (graph->shapes != NULL)
    cor_spool_put (graph->shapes, shape, n * sizeof (CorFixed));
  else
    g_array_append_vals (graph->points, shape, n);
  g_array_append_val (graph->edges, edge);
  return graph->edges->len - 1;
}

void
cor_graph_add_arc (CorGraph *graph, guint32 tail, guint32 edge, guint way)
{
  CorArc arc = { tail, g_array_index (graph->edges, CorEdge, edge).head[way], 2 * edge + way };

  g_array_append_val (graph->arcs, arc);
}

void
cor_graph_sort_arcs (CorGraph *graph)
{
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (CorArc), graph->arcs->len);
  g_autofree guint32 *fill = g_new0 (guint32, (gsize) graph->nodes->len + 1);

  for (guint32 i = 0; i < graph->arcs->len; i++)
    fill[g_array_index (graph->arcs, CorArc, i).tail + 1]++;
  for (guint32 v = 0; v < graph->nodes->len; v++)
    fill[v + 1] += fill[v];
  g_array_set_size (sorted, graph->arcs->len);
  for (guint32 i = 0; i < graph->arcs->len; i++)
    {
      CorArc arc = g_array_index (graph->arcs, CorArc, i);

      g_array_index (sorted, CorArc, fill[arc.tail]++) = arc;
    }
  g_array_unref (graph->arcs);
  graph->arcs = sorted;
}

CorNetwork *
cor_graph_finish (CorGraph *graph)
{
  CorNetwork *net = g_atomic_rc_box_new0 (CorNetwork);

  net->n_nodes = graph->nodes->len;
  net->n_edges = graph->edges->len;
  net->n_arcs = graph->arcs->len;
  net->n_points = graph->points->len;
  net->n_limits = graph->limits->len;
  net->names_size = graph->names->len;
  net->nodes = (CorFixed *) (gpointer) g_array_free (g_steal_pointer (&graph->nodes), FALSE);
  net->edges = (CorEdge *) (gpointer) g_array_free (g_steal_pointer (&graph->edges), FALSE);
  net->arcs = (CorArc *) (gpointer) g_array_free (g_steal_pointer (&graph->arcs), FALSE);
  net->points = (CorFixed *) (gpointer) g_array_free (g_steal_pointer (&graph->points), FALSE);
  net->limits = (CorLimit *) (gpointer) g_array_free (g_steal_pointer (&graph->limits), FALSE);
  net->names = g_string_free (g_steal_pointer (&graph->names), FALSE);
  cor_graph_clear (graph);
  return net;
}

/* Tarjan's algorithm ("Depth-first search and linear graph algorithms", SIAM Journal on Computing
 * 1(2), 1972), with its own stack, because a country has more junctions than a thread has room. */
typedef struct
{
  const guint32 *first; /* n + 1, into the arcs */
  const CorArc *arcs;
  guint32 *order, *low, *next, *stack, *path, *component;
  guint32 n_stack, n_path, count, n_components;
} Tarjan;

static void
tarjan_enter (Tarjan *t, guint32 v)
{
  t->order[v] = t->low[v] = ++t->count;
  t->next[v] = t->first[v];
  t->stack[t->n_stack++] = v;
  t->path[t->n_path++] = v;
}

static void
tarjan_leave (Tarjan *t, guint32 v)
{
  t->n_path--;
  if (t->low[v] == t->order[v])
    {
      guint32 w;

      do
        {
          w = t->stack[--t->n_stack];
          t->component[w] = t->n_components;
        }
      while (w != v);
      t->n_components++;
    }
  if (t->n_path > 0)
    {
      guint32 parent = t->path[t->n_path - 1];

      t->low[parent] = MIN (t->low[parent], t->low[v]);
    }
}

static void
tarjan_from (Tarjan *t, guint32 start)
{
  tarjan_enter (t, start);
  while (t->n_path > 0)
    {
      guint32 v = t->path[t->n_path - 1];

      if (t->next[v] < t->first[v + 1])
        {
          guint32 w = t->arcs[t->next[v]++].head;

          if (t->order[w] == 0)
            tarjan_enter (t, w);
          else if (t->component[w] == COR_NONE)
            t->low[v] = MIN (t->low[v], t->order[w]);
        }
      else
        tarjan_leave (t, v);
    }
}

static guint8 *
mark_largest (const Tarjan *t, guint32 n_nodes, guint32 *size)
{
  g_autofree guint32 *sizes = g_new0 (guint32, t->n_components + 1);
  guint8 *marks = g_new0 (guint8, MAX (n_nodes, 1));
  guint32 largest = 0;

  for (guint32 v = 0; v < n_nodes; v++)
    if (++sizes[t->component[v]] > sizes[largest])
      largest = t->component[v];
  for (guint32 v = 0; v < n_nodes; v++)
    marks[v] = t->component[v] == largest;
  *size = sizes[largest];
  return marks;
}

guint8 *
cor_graph_strong (const CorArc *arcs, guint32 n_arcs, guint32 n_nodes, guint32 *size)
{
  g_autofree guint32 *first = g_new0 (guint32, (gsize) n_nodes + 1);
  g_autofree guint32 *room = g_new0 (guint32, 6 * (gsize) MAX (n_nodes, 1));
  Tarjan t = { first, arcs, room, room + n_nodes, room + 2 * (gsize) n_nodes,
               room + 3 * (gsize) n_nodes, room + 4 * (gsize) n_nodes,
               room + 5 * (gsize) n_nodes, 0, 0, 0, 0 };

  for (guint32 i = 0; i < n_arcs; i++)
    first[arcs[i].tail + 1]++;
  for (guint32 v = 0; v < n_nodes; v++)
    first[v + 1] += first[v];
  for (guint32 v = 0; v < n_nodes; v++)
    t.component[v] = COR_NONE;
  for (guint32 v = 0; v < n_nodes; v++)
    if (t.order[v] == 0)
      tarjan_from (&t, v);
  return mark_largest (&t, n_nodes, size);
}
