/* cor-search.c: Dijkstra's search with a heap of four children and lazy deletion.
 *
 * E. W. Dijkstra, "A note on two problems in connexion with graphs", Numerische Mathematik 1,
 * 1959; with an aim, A* of P. E. Hart, N. J. Nilsson and B. Raphael, IEEE Transactions on Systems
 * Science and Cybernetics 4(2), 1968.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-search.h"

#define HEAP_CHILDREN 4

/* Lengths are kept as float: the lower bound stays this little below what they say. */
#define AIM_SLACK     0.9999

static CorSearch *
search_new (CorNetwork *net)
{
  CorSearch *search = g_new0 (CorSearch, 1);

  search->net = net;
  search->labels = g_new0 (CorLabel, net->n_nodes);
  search->heap_size = 256;
  search->heap = g_new (CorHeapItem, search->heap_size);
  return search;
}

void
cor_search_free (CorSearch *search)
{
  g_free (search->labels);
  g_free (search->heap);
  g_free (search->allowed);
  g_free (search);
}

CorSearch *
cor_search_borrow (CorNetwork *net, const CorVehicle *vehicle)
{
  CorSearch *search = NULL;

  g_mutex_lock (&net->pool_lock);
  if (net->pool->len > 0)
    search = g_ptr_array_steal_index_fast (net->pool, net->pool->len - 1);
  g_mutex_unlock (&net->pool_lock);
  if (search == NULL)
    search = search_new (net);
  g_free (search->allowed);
  search->allowed = cor_network_allowed (net, vehicle);
  return search;
}

void
cor_search_return (CorSearch *search)
{
  CorNetwork *net = search->net;

  g_mutex_lock (&net->pool_lock);
  g_ptr_array_add (net->pool, search);
  g_mutex_unlock (&net->pool_lock);
}

void
cor_search_begin (CorSearch *search, gboolean backward, double limit_m)
{
  if (++search->stamp == 0)
    {
      for (guint32 i = 0; i < search->net->n_nodes; i++)
        search->labels[i].stamp = 0;
      search->stamp = 1;
    }
  search->heap_len = 0;
  search->backward = backward;
  search->limit_m = limit_m;
  search->per_m = NULL;
  search->aim_cost_per_m = 0.0;
}

void
cor_search_aim (CorSearch *search, CorLonLat aim)
{
  search->aim = aim;
  search->aim_cost_per_m = search->net->least_cost_per_m * AIM_SLACK;
}

static void
heap_push (CorSearch *search, double key, guint32 node)
{
  guint i = search->heap_len++;

  if (i == search->heap_size)
    {
      search->heap_size *= 2;
      search->heap = g_renew (CorHeapItem, search->heap, search->heap_size);
    }
  while (i > 0)
    {
      guint parent = (i - 1) / HEAP_CHILDREN;

      if (search->heap[parent].key <= key)
        break;
      search->heap[i] = search->heap[parent];
      i = parent;
    }
  search->heap[i] = (CorHeapItem){ key, node };
}

static CorHeapItem
heap_pop (CorSearch *search)
{
  CorHeapItem top = search->heap[0];
  CorHeapItem last = search->heap[--search->heap_len];
  guint i = 0;

  for (;;)
    {
      guint first = i * HEAP_CHILDREN + 1;
      guint end = MIN (first + HEAP_CHILDREN, search->heap_len);
      guint least = first;

      if (first >= search->heap_len)
        break;
      for (guint child = first + 1; child < end; child++)
        if (search->heap[child].key < search->heap[least].key)
          least = child;
      if (search->heap[least].key >= last.key)
        break;
      search->heap[i] = search->heap[least];
      i = least;
    }
  search->heap[i] = last;
  return top;
}

static void
reach (CorSearch *search, guint32 node, double cost, double off_m, guint32 arc, guint32 seed)
{
  CorLabel *label = &search->labels[node];
  double key = cost;

  if (label->stamp == search->stamp && label->cost <= cost)
    return;
  *label = (CorLabel){ cost, off_m, arc, seed, search->stamp, FALSE };
  if (search->aim_cost_per_m > 0.0)
    key += search->aim_cost_per_m
           * cor_lonlat_distance (cor_fixed_to_lonlat (search->net->nodes[node]), search->aim);
  heap_push (search, key, node);
}

void
cor_search_seed (CorSearch *search, guint32 node, double cost, double off_m, guint32 seed)
{
  if (off_m <= search->limit_m)
    reach (search, node, cost, off_m, COR_NONE, seed);
}

static void
relax (CorSearch *search, const CorLabel *from, guint32 arc_index)
{
  const CorNetwork *net = search->net;
  const CorArc *arc = &net->arcs[arc_index];
  guint32 edge = arc->edge >> 1;
  double weight = search->per_m != NULL ? search->per_m[net->edges[edge].road_class] : 1.0;
  double off_m = from->off_m + weight * net->edges[edge].length_m;

  if (off_m <= search->limit_m && cor_search_allows (search, edge))
    reach (search, search->backward ? arc->tail : arc->head, from->cost + net->cost[edge], off_m,
           arc_index, from->seed);
}

guint32
cor_search_next (CorSearch *search, double *key)
{
  const CorNetwork *net = search->net;

  while (search->heap_len > 0)
    {
      CorHeapItem item = heap_pop (search);
      CorLabel *label = &search->labels[item.node];
      CorLabel from;

      if (label->settled)
        continue;
      label->settled = TRUE;
      from = *label;
      if (search->backward)
        for (guint32 i = net->first_in[item.node]; i < net->first_in[item.node + 1]; i++)
          relax (search, &from, net->in_arcs[i]);
      else
        for (guint32 i = net->first_out[item.node]; i < net->first_out[item.node + 1]; i++)
          relax (search, &from, i);
      *key = item.key;
      return item.node;
    }
  return COR_NONE;
}
