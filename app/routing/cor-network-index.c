/* cor-network-index.c: finds the road nearest to a place with a grid of cells.
 *
 * Every straight piece of every road is listed in the cells that its bounding box touches. A
 * search looks at rings of cells around the place until no nearer road can come.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-network-private.h"

#include <math.h>

#define METRES_PER_DEGREE 111195.08 /* of latitude, on the sphere of cor_lonlat_distance() */
#define MAX_CELLS         (1u << 20)

/* A motorway, bridge or tunnel has no entry from the side. It is taken where the place is on it
 * (a service area, a point dragged along it); otherwise another road is preferred up to twice as
 * far away and this many metres. */
#define NO_ENTRY_FACTOR   2.0
#define NO_ENTRY_METRES   200.0

struct _CorNetworkIndex
{
  double west, south, cell; /* degrees */
  guint columns, rows;
  guint32 *first; /* columns * rows + 1, into pieces */
  guint32 *pieces; /* index of a piece's first point in the points of the network */
  guint32 *edge_of; /* the edge of each listed piece */
};

typedef struct
{
  guint x0, y0, x1, y1;
} CellBox;

static guint
clamp_cell (double value, guint count)
{
  return value <= 0.0 ? 0 : MIN ((guint) value, count - 1);
}

static CellBox
piece_cells (const CorNetworkIndex *index, CorLonLat a, CorLonLat b)
{
  return (CellBox){
    clamp_cell ((MIN (a.lon, b.lon) - index->west) / index->cell, index->columns),
    clamp_cell ((MIN (a.lat, b.lat) - index->south) / index->cell, index->rows),
    clamp_cell ((MAX (a.lon, b.lon) - index->west) / index->cell, index->columns),
    clamp_cell ((MAX (a.lat, b.lat) - index->south) / index->cell, index->rows),
  };
}

/* Walks over all pieces: counts where fill is NULL, else lists them. */
static void
list_pieces (const CorNetwork *net, CorNetworkIndex *index, guint32 *fill)
{
  for (guint32 e = 0; e < net->n_edges; e++)
    for (guint32 i = 0; i + 1 < net->edges[e].n_points && (net->edges[e].flags & COR_EDGE_NO_PLACE) == 0; i++)
      {
        guint32 p = net->edges[e].first_point + i;
        CellBox box = piece_cells (index, cor_fixed_to_lonlat (net->points[p]),
                                   cor_fixed_to_lonlat (net->points[p + 1]));

        for (guint y = box.y0; y <= box.y1; y++)
          for (guint x = box.x0; x <= box.x1; x++)
            {
              guint32 cell = y * index->columns + x;

              if (fill == NULL)
                index->first[cell + 1]++;
              else
                {
                  index->pieces[fill[cell]] = p;
                  index->edge_of[fill[cell]++] = e;
                }
            }
      }
}

CorNetworkIndex *
cor_network_index_new (const CorNetwork *net)
{
  CorNetworkIndex *index = g_new0 (CorNetworkIndex, 1);
  g_autofree guint32 *fill = NULL;
  CorLonLat low, high;
  guint32 n_cells;
  double width, height, wanted;

  cor_network_bounds (net, &low, &high);
  width = MAX (high.lon - low.lon, 1e-3);
  height = MAX (high.lat - low.lat, 1e-3);
  wanted = CLAMP (net->n_points / 4.0, 16.0, MAX_CELLS / 2.0);
  index->cell = sqrt (width * height / wanted);
  index->west = low.lon;
  index->south = low.lat;
  index->columns = MIN ((guint) (width / index->cell) + 1, MAX_CELLS);
  index->rows = MIN ((guint) (height / index->cell) + 1, MAX_CELLS);
  n_cells = index->columns * index->rows;
  index->first = g_new0 (guint32, n_cells + 1);
  list_pieces (net, index, NULL);
  for (guint32 i = 0; i < n_cells; i++)
    index->first[i + 1] += index->first[i];
  index->pieces = g_new (guint32, MAX (index->first[n_cells], 1));
  index->edge_of = g_new (guint32, MAX (index->first[n_cells], 1));
  fill = g_memdup2 (index->first, (n_cells + 1) * sizeof (guint32));
  list_pieces (net, index, fill);
  return index;
}

void
cor_network_index_free (CorNetworkIndex *index)
{
  g_free (index->first);
  g_free (index->pieces);
  g_free (index->edge_of);
  g_free (index);
}

typedef struct
{
  const CorNetwork *net;
  const guint8 *allowed;
  CorLonLat place;
  double shrink; /* metres of a degree of longitude over those of latitude */
  double best_score;
  double best_away;
  guint32 best_point;
  guint32 best_edge;
  double best_t;
} Nearest;

static gboolean
no_entry (const CorEdge *edge)
{
  return edge->road_class == COR_ROAD_MOTORWAY || edge->road_class == COR_ROAD_FERRY
         || (edge->flags & (COR_EDGE_BRIDGE | COR_EDGE_TUNNEL | COR_EDGE_RAMP)) != 0;
}

static void
try_piece (Nearest *nearest, guint32 point, guint32 edge_index)
{
  const CorEdge *edge = &nearest->net->edges[edge_index];
  CorLonLat a, b;
  double bx, by, px, py, square, t, away, score;

  if (!nearest->allowed[edge->limit])
    return;
  a = cor_fixed_to_lonlat (nearest->net->points[point]);
  b = cor_fixed_to_lonlat (nearest->net->points[point + 1]);
  bx = (b.lon - a.lon) * nearest->shrink;
  by = b.lat - a.lat;
  px = (nearest->place.lon - a.lon) * nearest->shrink;
  py = nearest->place.lat - a.lat;
  square = bx * bx + by * by;
  t = square > 0.0 ? CLAMP ((px * bx + py * by) / square, 0.0, 1.0) : 0.0;
  away = hypot (px - t * bx, py - t * by) * METRES_PER_DEGREE;
  score = no_entry (edge) ? away * NO_ENTRY_FACTOR + NO_ENTRY_METRES : away;
  if (score < nearest->best_score)
    {
      nearest->best_score = score;
      nearest->best_away = away;
      nearest->best_point = point;
      nearest->best_edge = edge_index;
      nearest->best_t = t;
    }
}

static void
try_cell (Nearest *nearest, int x, int y)
{
  const CorNetworkIndex *index = nearest->net->index;
  guint32 cell;

  if (x < 0 || y < 0 || (guint) x >= index->columns || (guint) y >= index->rows)
    return;
  cell = (guint) y * index->columns + (guint) x;
  for (guint32 i = index->first[cell]; i < index->first[cell + 1]; i++)
    try_piece (nearest, index->pieces[i], index->edge_of[i]);
}

static void
try_ring (Nearest *nearest, int x, int y, int ring)
{
  for (int dx = -ring; dx <= ring; dx++)
    {
      try_cell (nearest, x + dx, y - ring);
      if (ring > 0)
        try_cell (nearest, x + dx, y + ring);
    }
  for (int dy = -ring + 1; dy < ring; dy++)
    {
      try_cell (nearest, x - ring, y + dy);
      try_cell (nearest, x + ring, y + dy);
    }
}

/* Share of the whole edge at share t of the piece that starts at point. */
static float
edge_share (const CorNetwork *net, const CorEdge *edge, guint32 point, double t)
{
  double before = 0.0;
  double length = 0.0;

  for (guint32 i = 0; i + 1 < edge->n_points; i++)
    {
      guint32 p = edge->first_point + i;
      double m = cor_lonlat_distance (cor_fixed_to_lonlat (net->points[p]),
                                      cor_fixed_to_lonlat (net->points[p + 1]));

      if (p < point)
        before += m;
      else if (p == point)
        before += m * t;
      length += m;
    }
  return length > 0.0 ? (float) CLAMP (before / length, 0.0, 1.0) : 0.0f;
}

gboolean
cor_network_index_find (const CorNetwork *net, CorLonLat place, const guint8 *allowed,
                        CorSnap *snap)
{
  const CorNetworkIndex *index = net->index;
  Nearest nearest = { .net = net, .allowed = allowed, .place = place, .best_score = INFINITY };
  double cell_m, fx, fy;
  int x, y, rings;

  *snap = (CorSnap){ .edge = COR_NONE, .place = place, .on_road = place };
  if (!(fabs (place.lat) <= 90.0) || !(fabs (place.lon) <= 180.0))
    return FALSE;
  nearest.shrink = cos (place.lat * G_PI / 180.0);
  cell_m = index->cell * METRES_PER_DEGREE * MAX (nearest.shrink, 0.01);
  fx = (place.lon - index->west) / index->cell;
  fy = (place.lat - index->south) / index->cell;
  rings = (int) ceil (COR_SNAP_LIMIT_M / cell_m) + 1;
  if (fx < -rings || fy < -rings || fx > index->columns + (double) rings
      || fy > index->rows + (double) rings)
    return FALSE;
  x = (int) floor (fx);
  y = (int) floor (fy);
  for (int ring = 0; ring <= rings && nearest.best_score > (ring - 1) * cell_m; ring++)
    try_ring (&nearest, x, y, ring);
  if (isinf (nearest.best_score) || nearest.best_away > COR_SNAP_LIMIT_M)
    return FALSE;

  snap->edge = nearest.best_edge;
  snap->share = edge_share (net, &net->edges[nearest.best_edge], nearest.best_point, nearest.best_t);
  snap->on_road = cor_lonlat_mix (cor_fixed_to_lonlat (net->points[nearest.best_point]),
                                  cor_fixed_to_lonlat (net->points[nearest.best_point + 1]),
                                  nearest.best_t);
  snap->away_m = cor_lonlat_distance (place, snap->on_road);
  return TRUE;
}

/* Keeps the nearest place of each edge. */
static void
keep_nearest (GArray *snaps, const CorNetwork *net, guint32 point, guint32 edge, double t, double away)
{
  CorSnap snap = { .edge = edge, .away_m = away };

  for (guint i = 0; i < snaps->len; i++)
    {
      CorSnap *kept = &g_array_index (snaps, CorSnap, i);

      if (kept->edge != edge)
        continue;
      if (kept->away_m <= away)
        return;
      g_array_remove_index_fast (snaps, i);
      break;
    }
  snap.share = edge_share (net, &net->edges[edge], point, t);
  snap.on_road = cor_lonlat_mix (cor_fixed_to_lonlat (net->points[point]),
                                 cor_fixed_to_lonlat (net->points[point + 1]), t);
  g_array_append_val (snaps, snap);
}

static int
compare_away (gconstpointer a, gconstpointer b)
{
  double x = ((const CorSnap *) a)->away_m, y = ((const CorSnap *) b)->away_m;

  return x < y ? -1 : x > y;
}

GArray *
cor_network_index_near (const CorNetwork *net, CorLonLat place, double within_m, const guint8 *allowed,
                        guint max)
{
  const CorNetworkIndex *index = net->index;
  GArray *snaps = g_array_new (FALSE, FALSE, sizeof (CorSnap));
  double dy = within_m / METRES_PER_DEGREE;
  double dx = dy / MAX (cos (place.lat * G_PI / 180.0), 0.01);
  CellBox box = piece_cells (index, (CorLonLat){ place.lon - dx, place.lat - dy },
                             (CorLonLat){ place.lon + dx, place.lat + dy });

  for (guint y = box.y0; y <= box.y1; y++)
    for (guint x = box.x0; x <= box.x1; x++)
      for (guint32 i = index->first[y * index->columns + x]; i < index->first[y * index->columns + x + 1]; i++)
        {
          Nearest one = { .net = net, .allowed = allowed, .place = place, .best_score = INFINITY,
                          .shrink = cos (place.lat * G_PI / 180.0) };

          try_piece (&one, index->pieces[i], index->edge_of[i]);
          if (isfinite (one.best_score) && one.best_away <= within_m)
            keep_nearest (snaps, net, one.best_point, one.best_edge, one.best_t, one.best_away);
        }
  g_array_sort (snaps, compare_away);
  g_array_set_size (snaps, MIN (snaps->len, max));
  for (guint i = 0; i < snaps->len; i++)
    g_array_index (snaps, CorSnap, i).place = place;
  return snaps;
}
