/* cor-route.c: the way a truck drives from place to place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-network-heights.h"
#include "cor-search.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Straight pieces shorter than this are no piece of a path. */
#define LEAST_ACCESS_M 1.0

/* Slopes are told for pieces of about this length, and none is steeper than roads for trucks are
 * built (JTG D20-2017 allows 9 %); beyond that it is an error of the heights. */
#define PIECE_M     250.0
#define STEEPEST    0.10

/* A way into an edge from its tail up to a share of it. */
typedef struct
{
  guint32 arc;
  double cost;
} Target;

typedef struct
{
  CorNetwork *net;
  GArray *links;
  GArray *segments;
  GArray *shape;
  GArray *shape_m;
  double at_m;
} Line;

static float
share_along (const CorSnap *snap, guint way)
{
  return way == 0 ? snap->share : 1.0f - snap->share;
}

/* An arc that drives an edge one way; all of them end in the same node. */
static guint32
any_arc (const CorNetwork *net, guint32 edge, guint way)
{
  guint32 head = net->edges[edge].head[way];

  for (guint32 i = net->first_in[head]; i < net->first_in[head + 1]; i++)
    if (net->arcs[net->in_arcs[i]].edge == 2 * edge + way)
      return net->in_arcs[i];
  return COR_NONE;
}

static void
add_link (GArray *links, guint32 arc, float from, float to, guint leg)
{
  CorPathLink link = { arc, from, to, leg, 0.0 };

  if (to > from)
    g_array_append_val (links, link);
}

static double
target_cost (const CorSearch *search, const Target *target)
{
  const CorLabel *label = cor_search_label (search, search->net->arcs[target->arc].tail);

  return label != NULL ? label->cost + target->cost : INFINITY;
}

static GArray *
list_targets (const CorNetwork *net, const CorSnap *to)
{
  GArray *targets = g_array_new (FALSE, FALSE, sizeof (Target));

  for (guint way = 0; way < 2; way++)
    {
      guint32 head = net->edges[to->edge].head[way];

      if (head == COR_NONE)
        continue;
      for (guint32 i = net->first_in[head]; i < net->first_in[head + 1]; i++)
        {
          Target target = { net->in_arcs[i], share_along (to, way) * (double) net->cost[to->edge] };

          if (net->arcs[target.arc].edge == 2 * to->edge + way)
            g_array_append_val (targets, target);
        }
    }
  return targets;
}

static void
seed_from (CorSearch *search, const CorSnap *from)
{
  const CorNetwork *net = search->net;

  for (guint way = 0; way < 2; way++)
    {
      guint32 head = net->edges[from->edge].head[way];
      double rest = 1.0 - share_along (from, way);

      if (head != COR_NONE)
        cor_search_seed (search, head, rest * net->cost[from->edge],
                         rest * net->edges[from->edge].length_m, way);
    }
}

/* The way that stays on one edge, where the two places are on the same; cost or infinity. */
static double
same_edge (const CorNetwork *net, const CorSnap *from, const CorSnap *to, guint *way)
{
  if (from->edge != to->edge)
    return INFINITY;
  *way = to->share >= from->share ? 0 : 1;
  if (net->edges[from->edge].head[*way] == COR_NONE)
    return INFINITY;
  return fabs ((double) to->share - from->share) * net->cost[from->edge];
}

/* Follows the labels back from the node that the last arc leaves, and adds all links in order. */
static void
trace (const CorSearch *search, const CorSnap *from, guint32 node, guint leg, GArray *links)
{
  const CorNetwork *net = search->net;
  g_autoptr (GArray) back = g_array_new (FALSE, FALSE, sizeof (guint32));
  const CorLabel *label = cor_search_settled (search, node);

  while (label->arc != COR_NONE)
    {
      g_array_append_val (back, label->arc);
      label = cor_search_settled (search, net->arcs[label->arc].tail);
    }
  add_link (links, any_arc (net, from->edge, label->seed), share_along (from, label->seed), 1.0f,
            leg);
  for (guint i = back->len; i > 0; i--)
    add_link (links, g_array_index (back, guint32, i - 1), 0.0f, 1.0f, leg);
}

static gboolean
find_leg (CorSearch *search, const CorSnap *from, const CorSnap *to, guint leg, GArray *links)
{
  const CorNetwork *net = search->net;
  g_autoptr (GArray) targets = list_targets (net, to);
  guint way = 0;
  double best = same_edge (net, from, to, &way);
  const Target *last = NULL;
  double key = 0.0;

  cor_search_begin (search, FALSE, INFINITY);
  cor_search_aim (search, to->on_road);
  seed_from (search, from);
  for (guint32 node = cor_search_next (search, &key); node != COR_NONE && key < best;
       node = cor_search_next (search, &key))
    for (guint i = 0; i < targets->len; i++)
      {
        const Target *target = &g_array_index (targets, Target, i);

        if (net->arcs[target->arc].tail == node && target_cost (search, target) < best)
          {
            best = target_cost (search, target);
            last = target;
          }
      }
  if (isinf (best))
    return FALSE;
  if (last == NULL)
    add_link (links, any_arc (net, from->edge, way), share_along (from, way), share_along (to, way),
              leg);
  else
    {
      trace (search, from, net->arcs[last->arc].tail, leg, links);
      add_link (links, last->arc, 0.0f, share_along (to, net->arcs[last->arc].edge & 1), leg);
    }
  return TRUE;
}

static void
add_segment (Line *line, double length_m, double speed_m_s, double grade, guint8 road_class, gboolean tolled)
{
  CorPathSegment segment = { length_m, speed_m_s, grade, road_class, tolled };

  if (line->segments->len > 0)
    {
      CorPathSegment *last
          = &g_array_index (line->segments, CorPathSegment, line->segments->len - 1);

      if (last->speed_m_s == speed_m_s && last->grade == grade && last->road_class == road_class
          && last->tolled == tolled)
        {
          last->length_m += length_m;
          return;
        }
    }
  g_array_append_val (line->segments, segment);
}

/* Gives the shape points added since first their metres, stretched to the length driven. */
static void
measure_shape (Line *line, guint first, double length_m)
{
  double sum = 0.0;
  double at = line->at_m;
  const CorLonLat *shape = (const CorLonLat *) (gpointer) line->shape->data;

  for (guint i = MAX (first, 1); i < line->shape->len; i++)
    sum += cor_lonlat_distance (shape[i - 1], shape[i]);
  for (guint i = first; i < line->shape->len; i++)
    {
      if (i > 0 && sum > 0.0)
        at += cor_lonlat_distance (shape[i - 1], shape[i]) * length_m / sum;
      g_array_append_val (line->shape_m, at);
    }
  line->at_m += length_m;
}

static void
add_access (Line *line, CorLonLat from, CorLonLat to, double length_m)
{
  guint first = line->shape->len;

  if (first == 0)
    g_array_append_val (line->shape, from);
  if (length_m < LEAST_ACCESS_M)
    {
      measure_shape (line, first, 0.0);
      return;
    }
  g_array_append_val (line->shape, to);
  measure_shape (line, first, length_m);
  add_segment (line, length_m, line->net->speeds.m_s[COR_ROAD_ACCESS], 0.0, COR_ROAD_ACCESS, FALSE);
}

/* A driven part of an edge, in pieces of one slope each where heights are known. */
static void
add_pieces (Line *line, guint32 code, double from, double to, double length_m)
{
  const CorEdge *edge = &line->net->edges[code >> 1];
  guint n = line->net->heights != NULL ? MAX (1, (guint) lround (length_m / PIECE_M)) : 1;

  for (guint i = 0; i < n; i++)
    {
      double a = from + (to - from) * i / n, b = from + (to - from) * (i + 1) / n;
      double rise = 0.0;

      if (line->net->heights != NULL)
        rise = cor_network_height_at (line->net, code >> 1, code & 1 ? 1.0 - b : b)
               - cor_network_height_at (line->net, code >> 1, code & 1 ? 1.0 - a : a);
      add_segment (line, length_m / n, line->net->speed[code >> 1], CLAMP (rise * n / length_m, -STEEPEST, STEEPEST),
                   edge->road_class, (edge->flags & COR_EDGE_TOLL) != 0);
    }
}

static void
add_links (Line *line, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    {
      CorPathLink *link = &g_array_index (line->links, CorPathLink, i);
      guint32 code = line->net->arcs[link->arc].edge;
      double length = ((double) link->to - link->from) * line->net->edges[code >> 1].length_m;
      guint shape_first = line->shape->len;

      link->start_m = line->at_m;
      cor_network_add_shape (line->net, code >> 1, code & 1, link->from, link->to, line->shape);
      measure_shape (line, shape_first, length);
      add_pieces (line, code, link->from, link->to, length);
    }
}

static CorPath *
line_finish (Line *line, GArray *stops_m)
{
  CorPath *path;

  if (line->segments->len == 0)
    add_segment (line, LEAST_ACCESS_M, line->net->speeds.m_s[COR_ROAD_ACCESS], 0.0, COR_ROAD_ACCESS,
                 FALSE);
  if (line->shape->len == 1)
    {
      CorLonLat only = g_array_index (line->shape, CorLonLat, 0);

      g_array_append_val (line->shape, only);
      g_array_append_val (line->shape_m, line->at_m);
    }
  path = cor_path_new (line->segments, line->shape, line->shape_m, stops_m);
  cor_path_set_network (path, line->net->name, line->net->key, line->links);
  path->graded = line->net->heights != NULL;
  return path;
}

static CorPath *
make_path (CorNetwork *net, const CorSnap *snaps, guint n, GArray *links)
{
  Line line = { net, links, NULL, NULL, NULL, 0.0 };
  GArray *stops_m = g_array_new (FALSE, FALSE, sizeof (double));
  guint first = 0;

  line.segments = g_array_new (FALSE, FALSE, sizeof (CorPathSegment));
  line.shape = g_array_new (FALSE, FALSE, sizeof (CorLonLat));
  line.shape_m = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint leg = 0; leg + 1 < n; leg++)
    {
      guint end = first;

      g_array_append_val (stops_m, line.at_m);
      while (end < links->len && g_array_index (links, CorPathLink, end).leg == leg)
        end++;
      add_access (&line, snaps[leg].place, snaps[leg].on_road, snaps[leg].away_m);
      add_links (&line, first, end);
      add_access (&line, snaps[leg + 1].on_road, snaps[leg + 1].place, snaps[leg + 1].away_m);
      first = end;
    }
  g_array_append_val (stops_m, line.at_m);
  return line_finish (&line, stops_m);
}

CorPath *
cor_network_route_snapped (CorNetwork *net, const CorSnap *snaps, guint n, const CorVehicle *vehicle,
                           GError **error)
{
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (CorPathLink));
  g_autoptr (CorSearch) search = cor_search_borrow (net, vehicle);

  for (guint leg = 0; leg + 1 < n; leg++)
    if (!find_leg (search, &snaps[leg], &snaps[leg + 1], leg, links))
      {
        g_set_error (error, COR_ROUTING_ERROR, COR_ROUTING_ERROR_NO_PATH,
                     _("no way that this vehicle may drive leads from %.4f, %.4f to %.4f, %.4f"),
                     snaps[leg].place.lon, snaps[leg].place.lat, snaps[leg + 1].place.lon,
                     snaps[leg + 1].place.lat);
        return NULL;
      }
  return make_path (net, snaps, n, g_steal_pointer (&links));
}

CorPath *
cor_network_route (CorNetwork *net, const CorLonLat *places, guint n, const CorVehicle *vehicle,
                   GError **error)
{
  g_autofree CorSnap *snaps = g_new (CorSnap, n);

  g_return_val_if_fail (n >= 2, NULL);

  for (guint i = 0; i < n; i++)
    if (!cor_network_snap (net, places[i], vehicle, &snaps[i], error))
      return NULL;
  return cor_network_route_snapped (net, snaps, n, vehicle, error);
}
