/* cor-access.c: the ways off a path to stations and back, without a matrix of distances.
 *
 * One search forward starts from every junction of a leg at once, each with the cost of getting
 * there along the path; one backward, each with the cost that remains. Since the path is itself
 * the way with the least cost, what they find for a station is d(O,s) and d(s,D), and where the
 * two trees touch the path is where the truck leaves and rejoins it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-search.h"

#include <math.h>

/* Costs that differ by less are the same; the one that stays on the path is preferred. */
#define SAME_COST 1e-3

/* A piece of an edge, driven. */
typedef struct
{
  guint32 code; /* twice the edge, plus 1 against its shape */
  float from, to;
} Piece;

/* Where a search starts: at a junction of the path, or a piece away from an end of the leg. */
typedef struct
{
  guint32 node;
  double cost; /* from the leg's start */
  double at_m; /* along the path */
  Piece piece; /* between the path and the node; empty for a junction of the path */
} Seed;

typedef struct
{
  guint32 edge;
  guint link;
} EdgeLink;

typedef struct
{
  CorNetwork *net;
  const CorPath *path;
  double limit_m;
  CorSearch *out;
  CorSearch *back;
  guint leg;
  guint first_link, end_link;
  double *link_cost; /* by link, from the leg's start */
  double leg_cost;
  GArray *out_seeds, *back_seeds;
  GArray *edge_links; /* of all legs, sorted by edge */
  GArray *pieces;     /* room for one way */
} Fan;

/* The best found for one side of one station. */
typedef struct
{
  double cost;
  double at_m;
  guint32 arc; /* last before, or first after the station; COR_NONE on the path */
} Side;

static gint
compare_edge_links (gconstpointer a, gconstpointer b)
{
  const EdgeLink *x = a, *y = b;

  return x->edge != y->edge ? (x->edge < y->edge ? -1 : 1) : (int) x->link - (int) y->link;
}

static guint32
link_code (const Fan *fan, guint link)
{
  return fan->net->arcs[fan->path->links[link].arc].edge;
}

static void
fan_init (Fan *fan, CorNetwork *net, const CorPath *path, double limit_m,
          const CorVehicle *vehicle)
{
  *fan = (Fan){ .net = net, .path = path, .limit_m = limit_m };
  fan->out = cor_search_borrow (net, vehicle);
  fan->back = cor_search_borrow (net, vehicle);
  fan->link_cost = g_new0 (double, path->n_links + 1);
  fan->out_seeds = g_array_new (FALSE, FALSE, sizeof (Seed));
  fan->back_seeds = g_array_new (FALSE, FALSE, sizeof (Seed));
  fan->edge_links = g_array_new (FALSE, FALSE, sizeof (EdgeLink));
  fan->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  for (guint i = 0; i < path->n_links; i++)
    {
      EdgeLink entry = { link_code (fan, i) >> 1, i };

      g_array_append_val (fan->edge_links, entry);
    }
  g_array_sort (fan->edge_links, compare_edge_links);
}

static void
fan_clear (Fan *fan)
{
  cor_search_return (fan->out);
  cor_search_return (fan->back);
  g_free (fan->link_cost);
  g_array_unref (fan->out_seeds);
  g_array_unref (fan->back_seeds);
  g_array_unref (fan->edge_links);
  g_array_unref (fan->pieces);
}

static void
add_seed (GArray *seeds, guint32 node, double cost, double at_m, Piece piece)
{
  Seed seed = { node, cost, at_m, piece };

  g_array_append_val (seeds, seed);
}

/* The junctions of the leg, for both searches. */
static void
seed_junctions (Fan *fan)
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
        add_seed (fan->out_seeds, arc->tail, start_cost, links[i].start_m, (Piece){ 0 });
      if (links[i].to == 1.0f)
        add_seed (fan->out_seeds, arc->head, end_cost, end_m, (Piece){ 0 });
    }
  g_array_append_vals (fan->back_seeds, fan->out_seeds->data, fan->out_seeds->len);
}

/* The truck may also set off from the leg's start the other way, or stay on the first edge
 * beyond a leg's end that lies on it. */
static void
seed_start (Fan *fan)
{
  const CorPathLink *link = &fan->path->links[fan->first_link];
  guint32 code = link_code (fan, fan->first_link);
  const CorEdge *edge = &fan->net->edges[code >> 1];
  double cost = fan->net->cost[code >> 1];
  guint32 ahead = edge->head[code & 1];
  guint32 behind = edge->head[(code & 1) ^ 1];

  if (link->from < 1.0f)
    add_seed (fan->out_seeds, ahead, (1.0 - link->from) * cost, link->start_m,
              (Piece){ code, link->from, 1.0f });
  if (behind != COR_NONE && link->from > 0.0f)
    add_seed (fan->out_seeds, behind, link->from * cost, link->start_m,
              (Piece){ code ^ 1, 1.0f - link->from, 1.0f });
}

static void
seed_end (Fan *fan)
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
                      (Piece){ arc->edge, 0.0f, to });
        }
    }
}

static void
run (CorSearch *search, gboolean backward, const Fan *fan, const GArray *seeds)
{
  double key;

  cor_search_begin (search, backward, fan->limit_m);
  for (guint i = 0; i < seeds->len; i++)
    {
      const Seed *seed = &g_array_index (seeds, Seed, i);
      double length = ((double) seed->piece.to - seed->piece.from)
                      * fan->net->edges[seed->piece.code >> 1].length_m;

      cor_search_seed (search, seed->node, backward ? fan->leg_cost - seed->cost : seed->cost,
                       length, i);
    }
  while (cor_search_next (search, &key) != COR_NONE)
    ;
}

/* Takes the leg's links and searches from them; FALSE where the leg drives on no road. */
static gboolean
fan_begin_leg (Fan *fan, guint leg)
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
first_edge_link (const Fan *fan, guint32 edge)
{
  guint low = 0;
  guint high = fan->edge_links->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (fan->edge_links, EdgeLink, middle).edge < edge)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Where the path itself passes the station: earliest for the way out, latest for the way back. */
static void
pass_by (const Fan *fan, const CorSnap *station, Side *out, Side *back)
{
  for (guint i = first_edge_link (fan, station->edge);
       i < fan->edge_links->len
       && g_array_index (fan->edge_links, EdgeLink, i).edge == station->edge;
       i++)
    {
      guint index = g_array_index (fan->edge_links, EdgeLink, i).link;
      const CorPathLink *link = &fan->path->links[index];
      float share = link_code (fan, index) & 1 ? 1.0f - station->share : station->share;
      double along = (double) share - link->from;
      double cost = fan->link_cost[index] + along * fan->net->cost[station->edge];
      double at_m = link->start_m + along * fan->net->edges[station->edge].length_m;

      if (link->leg != fan->leg || share < link->from || share > link->to)
        continue;
      if (cost < out->cost)
        *out = (Side){ cost, at_m, COR_NONE };
      if (fan->leg_cost - cost < back->cost)
        *back = (Side){ fan->leg_cost - cost, at_m, COR_NONE };
    }
}

static void
try_label (const Fan *fan, const CorSearch *search, guint32 node, guint32 arc, double share,
           guint32 edge, const GArray *seeds, Side *side)
{
  const CorLabel *label = cor_search_label (search, node);
  double cost;

  if (label == NULL || label->off_m + share * fan->net->edges[edge].length_m > fan->limit_m)
    return;
  cost = label->cost + share * fan->net->cost[edge];
  if (cost < side->cost - SAME_COST)
    *side = (Side){ cost, g_array_index (seeds, Seed, label->seed).at_m, arc };
}

static void
find_sides (const Fan *fan, const CorSnap *station, Side *out, Side *back)
{
  const CorNetwork *net = fan->net;

  *out = *back = (Side){ INFINITY, 0.0, COR_NONE };
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
  Piece piece = { code, from, to };

  if (to > from)
    g_array_append_val (pieces, piece);
}

/* The pieces driven from the path to the station, in order. */
static void
trace_out (Fan *fan, const CorSnap *station, const Side *side)
{
  const CorLabel *label;
  guint32 code;

  g_array_set_size (fan->pieces, 0);
  if (side->arc == COR_NONE)
    return;
  code = fan->net->arcs[side->arc].edge;
  add_piece (fan->pieces, code, 0.0f, code & 1 ? 1.0f - station->share : station->share);
  label = cor_search_settled (fan->out, fan->net->arcs[side->arc].tail);
  for (; label->arc != COR_NONE;
       label = cor_search_settled (fan->out, fan->net->arcs[label->arc].tail))
    add_piece (fan->pieces, fan->net->arcs[label->arc].edge, 0.0f, 1.0f);
  {
    Piece first = g_array_index (fan->out_seeds, Seed, label->seed).piece;

    add_piece (fan->pieces, first.code, first.from, first.to);
  }
  for (guint i = 0, j = fan->pieces->len; i + 1 < j; i++)
    {
      Piece swap = g_array_index (fan->pieces, Piece, i);

      g_array_index (fan->pieces, Piece, i) = g_array_index (fan->pieces, Piece, --j);
      g_array_index (fan->pieces, Piece, j) = swap;
    }
}

/* The pieces driven from the station to the path, in order. */
static void
trace_back (Fan *fan, const CorSnap *station, const Side *side)
{
  const CorLabel *label;
  guint32 code;
  Piece last;

  g_array_set_size (fan->pieces, 0);
  if (side->arc == COR_NONE)
    return;
  code = fan->net->arcs[side->arc].edge;
  add_piece (fan->pieces, code, code & 1 ? 1.0f - station->share : station->share, 1.0f);
  label = cor_search_settled (fan->back, fan->net->arcs[side->arc].head);
  for (; label->arc != COR_NONE;
       label = cor_search_settled (fan->back, fan->net->arcs[label->arc].head))
    add_piece (fan->pieces, fan->net->arcs[label->arc].edge, 0.0f, 1.0f);
  last = g_array_index (fan->back_seeds, Seed, label->seed).piece;
  add_piece (fan->pieces, last.code, last.from, last.to);
}

static void
sum_pieces (const Fan *fan, double away_m, double *m, double *s, double *tolled_m)
{
  *m = away_m;
  *s = away_m / fan->net->speeds.m_s[COR_ROAD_ACCESS];
  *tolled_m = 0.0;
  for (guint i = 0; i < fan->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (fan->pieces, Piece, i);
      const CorEdge *edge = &fan->net->edges[piece->code >> 1];
      double length = ((double) piece->to - piece->from) * edge->length_m;

      *m += length;
      *s += length / fan->net->speed[piece->code >> 1];
      if (edge->flags & COR_EDGE_TOLL)
        *tolled_m += length;
    }
}

static void
fill_access (Fan *fan, const CorSnap *station, const Side *out, const Side *back,
             CorAccess *access)
{
  access->leg = fan->leg;
  access->leave_m = out->at_m;
  access->rejoin_m = back->at_m;
  trace_out (fan, station, out);
  sum_pieces (fan, station->away_m, &access->out_m, &access->out_s, &access->out_tolled_m);
  trace_back (fan, station, back);
  sum_pieces (fan, station->away_m, &access->back_m, &access->back_s, &access->back_tolled_m);
  access->detour_m = MAX (0.0, out->at_m + access->out_m + access->back_m - back->at_m);
  access->detour_s
      = MAX (0.0, cor_path_duration_at (fan->path, out->at_m) + access->out_s + access->back_s
                      - cor_path_duration_at (fan->path, back->at_m));
}

static GArray *
straight_accesses (const CorNetwork *net, const CorPath *path, const CorSnap *stations, guint n,
                   double limit_m)
{
  GArray *accesses = g_array_new (FALSE, TRUE, sizeof (CorAccess));

  for (guint i = 0; i < n; i++)
    {
      double away;
      double at = cor_path_nearest (path, stations[i].place, &away);
      double seconds = away / net->speeds.m_s[COR_ROAD_ACCESS];
      CorAccess access = { .station_index = i, .leave_m = at, .rejoin_m = at, .out_m = away,
                           .out_s = seconds, .back_m = away, .back_s = seconds,
                           .detour_m = 2.0 * away, .detour_s = 2.0 * seconds, .straight = TRUE };

      if (away <= limit_m)
        g_array_append_val (accesses, access);
    }
  return accesses;
}

GArray *
cor_network_accesses (CorNetwork *net, const CorPath *path, const CorSnap *stations, guint n,
                      double limit_m, const CorVehicle *vehicle)
{
  g_autofree double *best = NULL;
  g_autofree CorAccess *found = NULL;
  GArray *accesses;
  Fan fan;

  if (path->network_key != net->key)
    return straight_accesses (net, path, stations, n, limit_m);

  accesses = g_array_new (FALSE, TRUE, sizeof (CorAccess));
  best = g_new (double, MAX (n, 1));
  found = g_new0 (CorAccess, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    best[i] = INFINITY;
  fan_init (&fan, net, path, limit_m, vehicle);
  for (guint leg = 0; leg + 1 < path->n_stops; leg++)
    if (fan_begin_leg (&fan, leg))
      for (guint i = 0; i < n; i++)
        {
          Side out, back;

          if (stations[i].edge == COR_NONE)
            continue;
          find_sides (&fan, &stations[i], &out, &back);
          if (!(out.cost + back.cost - fan.leg_cost < best[i] - SAME_COST))
            continue;
          best[i] = out.cost + back.cost - fan.leg_cost;
          found[i].station_index = i;
          fill_access (&fan, &stations[i], &out, &back, &found[i]);
        }
  for (guint i = 0; i < n; i++)
    if (!isinf (best[i]))
      g_array_append_val (accesses, found[i]);
  fan_clear (&fan);
  return accesses;
}

static void
add_pieces_shape (const Fan *fan, GArray *points)
{
  for (guint i = 0; i < fan->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (fan->pieces, Piece, i);

      cor_network_add_shape (fan->net, piece->code >> 1, piece->code & 1, piece->from, piece->to,
                             points);
    }
}

GArray *
cor_network_access_shape (CorNetwork *net, const CorPath *path, const CorAccess *access,
                          const CorSnap *station, double limit_m, const CorVehicle *vehicle)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (CorLonLat));
  CorLonLat leave = cor_path_locate (path, access->leave_m);
  CorLonLat rejoin = cor_path_locate (path, access->rejoin_m);
  Side out, back;
  Fan fan;

  g_array_append_val (points, leave);
  if (access->straight)
    g_array_append_val (points, station->place);
  else
    {
      fan_init (&fan, net, path, limit_m, vehicle);
      for (guint leg = 0; leg <= access->leg; leg++)
        fan_begin_leg (&fan, leg);
      find_sides (&fan, station, &out, &back);
      trace_out (&fan, station, &out);
      add_pieces_shape (&fan, points);
      g_array_append_val (points, station->place);
      trace_back (&fan, station, &back);
      add_pieces_shape (&fan, points);
      fan_clear (&fan);
    }
  g_array_append_val (points, rejoin);
  return points;
}
