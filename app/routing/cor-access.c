/* cor-access.c: the ways off a path to stations and back, without a matrix of distances.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-fan.h"

#include <math.h>

/* Ways whose costs differ by less are the same. */
#define SAME_COST 1e-3
/* The ways to so few stations are looked for one by one. */
#define FEW_STATIONS 4

static void
sum_pieces (const CorFan *fan, double away_m, double *m, double *s, double *tolled_m)
{
  *m = away_m;
  *s = away_m / fan->net->speeds.m_s[COR_ROAD_ACCESS];
  *tolled_m = 0.0;
  for (guint i = 0; i < fan->pieces->len; i++)
    {
      const CorFanPiece *piece = &g_array_index (fan->pieces, CorFanPiece, i);
      const CorEdge *edge = &fan->net->edges[piece->code >> 1];
      double length = ((double) piece->to - piece->from) * edge->length_m;

      *m += length;
      *s += length / fan->net->speed[piece->code >> 1];
      if (edge->flags & COR_EDGE_TOLL)
        *tolled_m += length;
    }
}

static void
fill_access (CorFan *fan, const CorSnap *station, const CorFanSide *out, const CorFanSide *back,
             CorAccess *access)
{
  access->leg = fan->leg;
  access->leave_m = out->at_m;
  access->rejoin_m = back->at_m;
  cor_fan_trace_out (fan, station, out);
  sum_pieces (fan, station->away_m, &access->out_m, &access->out_s, &access->out_tolled_m);
  cor_fan_trace_back (fan, station, back);
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
  CorFan fan;

  if (path->network_key != net->key)
    return straight_accesses (net, path, stations, n, limit_m);

  accesses = g_array_new (FALSE, TRUE, sizeof (CorAccess));
  best = g_new (double, MAX (n, 1));
  found = g_new0 (CorAccess, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    best[i] = INFINITY;
  cor_fan_init (&fan, net, path, limit_m, vehicle);
  if (n <= FEW_STATIONS)
    cor_fan_aim (&fan, stations, n);
  for (guint leg = 0; leg + 1 < path->n_stops; leg++)
    if (cor_fan_begin_leg (&fan, leg))
      for (guint i = 0; i < n; i++)
        {
          CorFanSide out, back;

          if (stations[i].edge == COR_NONE)
            continue;
          cor_fan_find_sides (&fan, &stations[i], &out, &back);
          if (!(out.cost + back.cost - fan.leg_cost < best[i] - SAME_COST))
            continue;
          best[i] = out.cost + back.cost - fan.leg_cost;
          found[i].station_index = i;
          fill_access (&fan, &stations[i], &out, &back, &found[i]);
        }
  for (guint i = 0; i < n; i++)
    if (!isinf (best[i]))
      g_array_append_val (accesses, found[i]);
  cor_fan_clear (&fan);
  return accesses;
}

static void
add_pieces_shape (const CorFan *fan, GArray *points)
{
  for (guint i = 0; i < fan->pieces->len; i++)
    {
      const CorFanPiece *piece = &g_array_index (fan->pieces, CorFanPiece, i);

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
  CorFanSide out, back;
  CorFan fan;

  g_array_append_val (points, leave);
  if (access->straight)
    g_array_append_val (points, station->place);
  else
    {
      cor_fan_init (&fan, net, path, limit_m, vehicle);
      cor_fan_aim (&fan, station, 1);
      for (guint leg = 0; leg <= access->leg; leg++)
        cor_fan_begin_leg (&fan, leg);
      cor_fan_find_sides (&fan, station, &out, &back);
      cor_fan_trace_out (&fan, station, &out);
      add_pieces_shape (&fan, points);
      g_array_append_val (points, station->place);
      cor_fan_trace_back (&fan, station, &back);
      add_pieces_shape (&fan, points);
      cor_fan_clear (&fan);
    }
  g_array_append_val (points, rejoin);
  return points;
}
