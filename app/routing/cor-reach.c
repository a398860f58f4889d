/* cor-reach.c: snapping a place, the roads within reach of it, and lines drawn by hand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-search.h"

#include <glib/gi18n-lib.h>
#include <math.h>

gboolean
cor_network_snap (CorNetwork *net, CorLonLat place, const CorVehicle *vehicle, CorSnap *snap,
                  GError **error)
{
  g_autofree guint8 *allowed = cor_network_allowed (net, vehicle);

  if (cor_network_index_find (net, place, allowed, snap))
    return TRUE;
  g_set_error (error, COR_ROUTING_ERROR, COR_ROUTING_ERROR_NO_ROAD,
               _("no road for this vehicle within %.0f km of %.4f, %.4f"),
               COR_SNAP_LIMIT_M / 1000.0, place.lon, place.lat);
  return FALSE;
}

CorSnap *
cor_network_snap_all (CorNetwork *net, const CorLonLat *places, guint n, const CorVehicle *vehicle)
{
  g_autofree guint8 *allowed = cor_network_allowed (net, vehicle);
  CorSnap *snaps = g_new (CorSnap, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    cor_network_index_find (net, places[i], allowed, &snaps[i]);
  return snaps;
}

typedef struct
{
  CorNetwork *net;
  double limit_m;
  const double *per_m;
  GArray *points;
  GArray *pieces;
} Reach;

/* What driving the whole edge counts. */
static double
whole (const Reach *reach, const CorEdge *edge)
{
  return edge->length_m * (reach->per_m != NULL ? reach->per_m[edge->road_class] : 1.0);
}

/* Adds an edge from share from on, as far as the rest of the range goes. */
static void
add_piece (Reach *reach, guint32 code, double from, double start_m)
{
  const CorEdge *edge = &reach->net->edges[code >> 1];
  double to = MIN (1.0, from + (reach->limit_m - start_m) / whole (reach, edge));
  CorReachPiece piece = { reach->points->len, 0, start_m, start_m + (to - from) * whole (reach, edge) };
  g_autoptr (GArray) shape = g_array_new (FALSE, FALSE, sizeof (CorLonLat));

  if (to <= from)
    return;
  cor_network_add_shape (reach->net, code >> 1, code & 1, from, to, shape);
  piece.n = shape->len;
  if (piece.n < 2)
    return;
  g_array_append_vals (reach->points, shape->data, shape->len);
  g_array_append_val (reach->pieces, piece);
}

static void
seed_reach (CorSearch *search, const CorSnap *snap, Reach *reach)
{
  const CorEdge *edge = &search->net->edges[snap->edge];
  double away = snap->away_m * (reach->per_m != NULL ? reach->per_m[COR_ROAD_ACCESS] : 1.0);

  for (guint way = 0; way < 2; way++)
    {
      double share = way == 0 ? snap->share : 1.0 - snap->share;

      if (edge->head[way] == COR_NONE)
        continue;
      cor_search_seed (search, edge->head[way], (1.0 - share) * search->net->cost[snap->edge],
                       away + (1.0 - share) * whole (reach, edge), way);
      add_piece (reach, 2 * snap->edge + way, share, away);
    }
}

GArray *
cor_network_reach (CorNetwork *net, CorLonLat from, double limit_m, const double *per_m,
                   const CorVehicle *vehicle, GArray **points, GError **error)
{
  g_autoptr (CorSearch) search = NULL;
  Reach reach = { net, limit_m, per_m, NULL, NULL };
  CorSnap snap;
  guint32 node;
  double key;

  if (!cor_network_snap (net, from, vehicle, &snap, error))
    return NULL;
  reach.points = g_array_new (FALSE, FALSE, sizeof (CorLonLat));
  reach.pieces = g_array_new (FALSE, FALSE, sizeof (CorReachPiece));
  search = cor_search_borrow (net, vehicle);
  cor_search_begin (search, FALSE, limit_m);
  search->per_m = per_m;
  seed_reach (search, &snap, &reach);
  while ((node = cor_search_next (search, &key)) != COR_NONE)
    for (guint32 i = net->first_out[node]; i < net->first_out[node + 1]; i++)
      if (cor_search_allows (search, net->arcs[i].edge >> 1))
        add_piece (&reach, net->arcs[i].edge, 0.0, cor_search_settled (search, node)->off_m);
  *points = reach.points;
  return reach.pieces;
}

CorPath *
cor_path_new_by_hand (const CorLonLat *places, guint n, double speed_m_s)
{
  GArray *segments = g_array_new (FALSE, FALSE, sizeof (CorPathSegment));
  GArray *shape = g_array_new (FALSE, FALSE, sizeof (CorLonLat));
  GArray *shape_m = g_array_new (FALSE, FALSE, sizeof (double));
  GArray *stops_m = g_array_new (FALSE, FALSE, sizeof (double));
  double at = 0.0;
  CorPathSegment segment = { 0.0, speed_m_s, 0.0, COR_ROAD_ACCESS, FALSE };

  g_array_append_val (stops_m, at);
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        at += cor_lonlat_distance (places[i - 1], places[i]);
      g_array_append_val (shape, places[i]);
      g_array_append_val (shape_m, at);
    }
  g_array_append_val (stops_m, at);
  segment.length_m = at;
  g_array_append_val (segments, segment);
  return cor_path_new (segments, shape, shape_m, stops_m);
}
