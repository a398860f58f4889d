/* cor-fan.c: the two searches from a leg of a path, and the ways they find to a place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-fan.h"

#include <math.h>

/* Costs that differ by less are the same; the one that stays on the path is preferred. */
#define SAME_COST 1e-3

static gint
compare_edge_links (gconstpointer a, gconstpointer b)
{
  const CorFanLink *x = a, *y = b;

  return x->edge != y->edge ? (x->edge < y->edge ? -1 : 1) : (int) x->link - (int) y->link;
}

static guint32
link_code (const CorFan *fan, guint link)
{
  return fan->net->arcs[fan->path->links[link].arc].edge;
}

void
cor_fan_init (CorFan *fan, CorNetwork *net, const CorPath *path, double limit_m,
          const CorVehicle *vehicle)
{
  *fan = (CorFan){ .net = net, .path = path, .limit_m = limit_m };
  fan->out = cor_search_borrow (net, vehicle);
  fan->back = cor_search_borrow (net, vehicle);
  fan->link_cost = g_new0 (double, path->n_links + 1);
  fan->out_seeds = g_array_new (FALSE, FALSE, sizeof (CorFanSeed));
  fan->back_seeds = g_array_new (FALSE, FALSE, sizeof (CorFanSeed));
  fan->edge_links = g_array_new (FALSE, FALSE, sizeof (CorFanLink));
  fan->pieces = g_array_new (FALSE, FALSE, sizeof (CorFanPiece));
  for (guint i = 0; i < path->n_links; i++)
    {
      CorFanLink entry = { link_code (fan, i) >> 1, i };

      g_array_append_val (fan->edge_links, entry);
    }
  g_array_sort (fan->edge_links, compare_edge_links);
}

void
cor_fan_clear (CorFan *fan)
{
  cor_search_return (fan->out);
  cor_search_return (fan->back);
  g_free (fan->link_cost);
  g_array_unref (fan->out_seeds);
  g_array_unref (fan->back_seeds);
  g_array_unref (fan->edge_links);
  g_array_unref (fan->pieces);
  g_clear_pointer (&fan->out_aims, g_array_unref);
  g_clear_pointer (&fan->back_aims, g_array_unref);
}

/* The nodes next to the station: those before it for the way out, those behind it for the way back. */
static void
add_aims (CorFan *fan, const CorSnap *station)
{
  const CorNetwork *net = fan->net;

  for (guint way = 0; way < 2; way++)
    {
      guint32 head = net->edges[station->edge].head[way];

      if (head == COR_NONE)
        continue;
      g_array_append_val (fan->back_aims, head);
      for (guint32 i = net->first_in[head]; i < net->first_in[head + 1]; i++)
        if (net->arcs[net->in_arcs[i]].edge == 2 * station->edge + way)
          g_array_append_val (fan->out_aims, net->arcs[net->in_arcs[i]].tail);
    }
}

void
cor_fan_aim (CorFan *fan, const CorSnap *stations, guint n)
{
  fan->out_aims = g_array_new (FALSE, FALSE, sizeof (guint32));
  fan->back_aims = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < n; i++)
    if (stations[i].edge != COR_NONE && cor_search_allows (fan->out, stations[i].edge))
      add_aims (fan, &stations[i]);
}

static void
add_seed (GArray *seeds, guint32 node, double cost, double at_m, CorFanPiece piece)
{
  CorFanSeed seed = { node, cost, at_m, piece };

  g_array_append_val (seeds, seed);
}

/* The junctions of the leg, for both searches. */
static void
seed_junctions (CorFan *fan)
{
  const CorPathLink *links = fan->path->links;

  for (guint i = fan->first_link; i < fan->end_link; i++)
    {
      guint32 code = link_code (fan, i);
      const CorArc *arc = &fan->net->arcs[links[i].arc];
      double share = (double) links[i].to - links[i].from;
      double end_m = links[i].start_m + share * fan->net->edges[code >> 1].length_m;
      double start_cost = fan->link_cost[i];
      double end_cost = start_cost + share * fan->net->cost[code >> 1];

      if (i == fan->first_link && links[i].from == 0.0f)
        add_seed (fan->out_seeds, arc->tail, start_cost, links[i].start_m, (CorFanPiece){ 0 });
      if (links[i].to == 1.0f)
        add_seed (fan->out_seeds, arc->head, end_cost, end_m, (CorFanPiece){ 0 });
    }
  g_array_append_vals (fan->back_seeds, fan->out_seeds->data, fan->out_seeds->len);
}

/* The truck may also set off from the leg's start the other way, or stay on the first edge
 * beyond a leg's end that lies on it. */
static void
seed_start (CorFan *fan)
{
  const CorPathLink *link = &fan->path->links[fan->first_link];
  guint32 code = link_code (fan, fan->first_link);
  const CorEdge *edge = &fan->net->edges[code >> 1];
  double cost = fan->net->cost[code >> 1];
  guint32 ahead = edge->head[code & 1];
  guint32 behind = edge->head[(code & 1) ^ 1];

  if (link->from < 1.0f)
    add_seed (fan->out_seeds, ahead, (1.0 - link->from) * cost, link->start_m,
              (CorFanPiece){ code, link->from, 1.0f });
  if (behind != COR_NONE && link->from > 0.0f)
    add_seed (fan->out_seeds, behind, link->from * cost, link->start_m,
              (CorFanPiece){ code ^ 1, 1.0f - link->from, 1.0f });
}

static void
seed_end (CorFan *fan)
{
  const CorPathLink *link = &fan->path->links[fan->end_link - 1];
  guint32 code = link_code (fan, fan->end_link - 1);
  const CorEdge *edge = &fan->net->edges[code >> 1];
  double cost = fan->net->cost[code >> 1];
  double end_m = link->start_m + ((double) link->to - link->from) * edge->length_m;

  for (guint way = 0; way < 2; way++)
    {
      guint32 head = edge->head[way];
      gboolean along = way == (code & 1);
      float to = along ? link->to : 1.0f - link->to;

      for (guint32 i = head != COR_NONE ? fan->net->first_in[head] : 0;
           head != COR_NONE && to > 0.0f && i < fan->net->first_in[head + 1]; i++)
        {
          const CorArc *arc = &fan->net->arcs[fan->net->in_arcs[i]];

          if (arc->edge == ((code & ~1u) | way))
            add_seed (fan->back_seeds, arc->tail, fan->leg_cost - to * cost, end_m,
                      (CorFanPiece){ arc->edge, 0.0f, to });
        }
    }
}

/* Goes on until nothing is left within the limit, or what was aimed at is settled. */
static void
search_on (CorSearch *search, const GArray *aims)
{
  g_autofree guint32 *left = aims ? g_memdup2 (aims->data, aims->len * sizeof (guint32)) : NULL;
  guint n = aims ? aims->len : 0;
  guint32 node;
  double key;

  while ((aims == NULL || n > 0) && (node = cor_search_next (search, &key)) != COR_NONE)
    for (guint i = n; i-- > 0;)
      if (left[i] == node)
        left[i] = left[--n];
}

static void
run (CorSearch *search, gboolean backward, const CorFan *fan, const GArray *seeds)
{

  cor_search_begin (search, backward, fan->limit_m);
  for (guint i = 0; i < seeds->len; i++)
    {
      const CorFanSeed *seed = &g_array_index (seeds, CorFanSeed, i);
      double length = ((double) seed->piece.to - seed->piece.from)
                      * fan->net->edges[seed->piece.code >> 1].length_m;

      cor_search_seed (search, seed->node, backward ? fan->leg_cost - seed->cost : seed->cost,
                       length, i);
    }
  search_on (search, backward ? fan->back_aims : fan->out_aims);
}

/* Takes the leg's links and searches from them; FALSE where the leg drives on no road. */
gboolean
cor_fan_begin_leg (CorFan *fan, guint leg)
{
  const CorPath *path = fan->path;
  double cost = 0.0;

  fan->leg = leg;
  fan->first_link = fan->end_link;
  while (fan->end_link < path->n_links && path->links[fan->end_link].leg == leg)
    {
      const CorPathLink *link = &path->links[fan->end_link];

      fan->link_cost[fan->end_link] = cost;
      cost += ((double) link->to - link->from) * fan->net->cost[link_code (fan, fan->end_link) >> 1];
      fan->end_link++;
    }
  fan->leg_cost = cost;
  if (fan->end_link == fan->first_link)
    return FALSE;
  g_array_set_size (fan->out_seeds, 0);
  g_array_set_size (fan->back_seeds, 0);
  seed_junctions (fan);
  seed_start (fan);
  seed_end (fan);
  run (fan->out, FALSE, fan, fan->out_seeds);
  run (fan->back, TRUE, fan, fan->back_seeds);
  return TRUE;
}

static guint
first_edge_link (const CorFan *fan, guint32 edge)
{
  guint low = 0;
  guint high = fan->edge_links->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (fan->edge_links, CorFanLink, middle).edge < edge)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Where the path itself passes the station: earliest for the way out, latest for the way back. */
static void
pass_by (const CorFan *fan, const CorSnap *station, CorFanSide *out, CorFanSide *back)
{
  for (guint i = first_edge_link (fan, station->edge);
       i < fan->edge_links->len
       && g_array_index (fan->edge_links, CorFanLink, i).edge == station->edge;
       i++)
    {
      guint index = g_array_index (fan->edge_links, CorFanLink, i).link;
      const CorPathLink *link = &fan->path->links[index];
      float share = link_code (fan, index) & 1 ? 1.0f - station->share : station->share;
      double along = (double) share - link->from;
      double cost = fan->link_cost[index] + along * fan->net->cost[station->edge];
      double at_m = link->start_m + along * fan->net->edges[station->edge].length_m;

      if (link->leg != fan->leg || share < link->from || share > link->to)
        continue;
      if (cost < out->cost)
        *out = (CorFanSide){ cost, at_m, COR_NONE };
      if (fan->leg_cost - cost < back->cost)
        *back = (CorFanSide){ fan->leg_cost - cost, at_m, COR_NONE };
    }
}

static void
try_label (const CorFan *fan, const CorSearch *search, guint32 node, guint32 arc, double share,
           guint32 edge, const GArray *seeds, CorFanSide *side)
{
  const CorLabel *label = cor_search_label (search, node);
  double cost;

  if (label == NULL || label->off_m + share * fan->net->edges[edge].length_m > fan->limit_m)
    return;
  cost = label->cost + share * fan->net->cost[edge];
  if (cost < side->cost - SAME_COST)
    *side = (CorFanSide){ cost, g_array_index (seeds, CorFanSeed, label->seed).at_m, arc };
}

void
cor_fan_find_sides (const CorFan *fan, const CorSnap *station, CorFanSide *out, CorFanSide *back)
{
  const CorNetwork *net = fan->net;

  *out = *back = (CorFanSide){ INFINITY, 0.0, COR_NONE };
  if (!cor_search_allows (fan->out, station->edge))
    return;
  pass_by (fan, station, out, back);
  for (guint way = 0; way < 2; way++)
    {
      guint32 head = net->edges[station->edge].head[way];
      double share = way == 0 ? station->share : 1.0 - station->share;

      if (head == COR_NONE)
        continue;
      for (guint32 i = net->first_in[head]; i < net->first_in[head + 1]; i++)
        {
          guint32 arc = net->in_arcs[i];

          if (net->arcs[arc].edge != 2 * station->edge + way)
            continue;
          try_label (fan, fan->out, net->arcs[arc].tail, arc, share, station->edge, fan->out_seeds,
                     out);
          try_label (fan, fan->back, head, arc, 1.0 - share, station->edge, fan->back_seeds, back);
        }
    }
}

static void
add_piece (GArray *pieces, guint32 code, float from, float to)
{
  CorFanPiece piece = { code, from, to };

  if (to > from)
    g_array_append_val (pieces, piece);
}

/* The pieces driven from the path to the station, in order. */
void
cor_fan_trace_out (CorFan *fan, const CorSnap *station, const CorFanSide *side)
{
  const CorLabel *label;
  guint32 code;
  CorFanPiece first;

  g_array_set_size (fan->pieces, 0);
  if (side->arc == COR_NONE)
    return;
  code = fan->net->arcs[side->arc].edge;
  add_piece (fan->pieces, code, 0.0f, code & 1 ? 1.0f - station->share : station->share);
  label = cor_search_settled (fan->out, fan->net->arcs[side->arc].tail);
  for (; label->arc != COR_NONE;
       label = cor_search_settled (fan->out, fan->net->arcs[label->arc].tail))
    add_piece (fan->pieces, fan->net->arcs[label->arc].edge, 0.0f, 1.0f);
  first = g_array_index (fan->out_seeds, CorFanSeed, label->seed).piece;
  add_piece (fan->pieces, first.code, first.from, first.to);
  for (guint i = 0, j = fan->pieces->len; i + 1 < j; i++)
    {
      CorFanPiece swap = g_array_index (fan->pieces, CorFanPiece, i);

      g_array_index (fan->pieces, CorFanPiece, i) = g_array_index (fan->pieces, CorFanPiece, --j);
      g_array_index (fan->pieces, CorFanPiece, j) = swap;
    }
}

/* The pieces driven from the station to the path, in order. */
void
cor_fan_trace_back (CorFan *fan, const CorSnap *station, const CorFanSide *side)
{
  const CorLabel *label;
  guint32 code;
  CorFanPiece last;

  g_array_set_size (fan->pieces, 0);
  if (side->arc == COR_NONE)
    return;
  code = fan->net->arcs[side->arc].edge;
  add_piece (fan->pieces, code, code & 1 ? 1.0f - station->share : station->share, 1.0f);
  label = cor_search_settled (fan->back, fan->net->arcs[side->arc].head);
  for (; label->arc != COR_NONE;
       label = cor_search_settled (fan->back, fan->net->arcs[label->arc].head))
    add_piece (fan->pieces, fan->net->arcs[label->arc].edge, 0.0f, 1.0f);
  last = g_array_index (fan->back_seeds, CorFanSeed, label->seed).piece;
  add_piece (fan->pieces, last.code, last.from, last.to);
}
