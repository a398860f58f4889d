/* cor-network-heights.c: heights of a network's roads, and the slopes that follow.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-network-heights.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Junctions without a height of their own settle between their neighbours until none moves by more
 * than this, metres, in at most so many rounds. */
#define SETTLED_M   0.002
#define MOST_ROUNDS 5000

/* The longest way between two points with a height, metres. */
#define LONGEST_M 200.0

/* How many missing files a message names. */
#define NAMED_FILES 5

/* After how many edges progress is told. */
#define TELL_EDGES 1000

/* Places where edges end. Nodes that were multiplied for turns are one place. */
typedef struct
{
  CorNetwork *net;
  guint32 *ends;   /* of each edge, the places of its first and last point */
  GArray *heights; /* double, by place; NaN where not known */
  CorNetworkFileProgress progress;
  gpointer data;
} Places;

/* Whether an edge runs free of the ground. */
static gboolean
is_free (const CorEdge *edge)
{
  return (edge->flags & (COR_EDGE_BRIDGE | COR_EDGE_TUNNEL)) != 0 || edge->road_class == COR_ROAD_FERRY;
}

static guint32
last_point (const CorEdge *edge)
{
  return edge->first_point + edge->n_points - 1;
}

static void
find_places (Places *places)
{
  const CorNetwork *net = places->net;
  g_autoptr (GHashTable) known = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree gint64 *keys = g_new (gint64, 2 * (gsize) net->n_edges);

  for (guint32 i = 0; i < 2 * net->n_edges; i++)
    {
      const CorEdge *edge = &net->edges[i / 2];
      CorFixed at = net->points[i % 2 == 0 ? edge->first_point : last_point (edge)];
      gpointer place;

      keys[i] = (gint64) ((guint64) (guint32) at.lon << 32 | (guint32) at.lat);
      if (!g_hash_table_lookup_extended (known, &keys[i], NULL, &place))
        {
          double none = NAN;

          place = GUINT_TO_POINTER (places->heights->len);
          g_hash_table_insert (known, &keys[i], place);
          g_array_append_val (places->heights, none);
        }
      places->ends[i] = GPOINTER_TO_UINT (place);
    }
}

static double
place_height (const Places *places, guint32 end)
{
  return g_array_index (places->heights, double, places->ends[end]);
}

/* Puts points into the long straight pieces of roads on the ground, so that what lies between their
 * ends is seen. */
static void
refine (CorNetwork *net)
{
  GArray *points = g_array_sized_new (FALSE, FALSE, sizeof (CorFixed), net->n_points);

  for (guint32 i = 0; i < net->n_edges; i++)
    {
      CorEdge *edge = &net->edges[i];
      guint32 first = points->len;

      for (guint32 p = edge->first_point; p <= last_point (edge); p++)
        {
          CorLonLat to = cor_fixed_to_lonlat (net->points[p]);
          CorLonLat from = p > edge->first_point ? cor_fixed_to_lonlat (net->points[p - 1]) : to;
          guint pieces = is_free (edge) ? 1 : (guint) ceil (cor_lonlat_distance (from, to) / LONGEST_M);

          for (guint k = 1; k < pieces && points->len - first + edge->n_points < G_MAXUINT16; k++)
            {
              CorFixed between = cor_fixed_from_lonlat (cor_lonlat_mix (from, to, k / (double) pieces));

              g_array_append_val (points, between);
            }
          g_array_append_val (points, net->points[p]);
        }
      edge->first_point = first;
      edge->n_points = (guint16) (points->len - first);
    }
  g_free (net->points);
  net->n_points = points->len;
  net->points = (CorFixed *) (gpointer) g_array_free (points, FALSE);
}

/* What the ground says, at the points of roads that lie on it and at places where one ends; FALSE once it is
 * cancelled. */
static gboolean
sample_ground (Places *places, CorHeights *heights, guint *found, GError **error)
{
  CorNetwork *net = places->net;

  *found = 0;
  for (guint32 i = 0; i < net->n_edges; i++)
    {
      if (i % TELL_EDGES == 0 && !places->progress (places->data, (double) i / net->n_edges, error))
        return FALSE;
      for (guint32 p = net->edges[i].first_point; p <= last_point (&net->edges[i]); p++)
        {
          net->heights[p] = NAN;
          if (is_free (&net->edges[i]))
            continue;
          net->heights[p] = (float) cor_heights_smooth_at (heights, cor_fixed_to_lonlat (net->points[p]));
          *found += !isnan (net->heights[p]);
        }
    }
  for (guint32 i = 0; i < net->n_edges; i++)
    if (!is_free (&net->edges[i]))
      {
        g_array_index (places->heights, double, places->ends[2 * i]) = net->heights[net->edges[i].first_point];
        g_array_index (places->heights, double, places->ends[2 * i + 1]) = net->heights[last_point (&net->edges[i])];
      }
  return TRUE;
}

/* The ends of edges at places without a height. */
static GArray *
list_unknown (const Places *places)
{
  GArray *ends = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < 2 * places->net->n_edges; i++)
    if (isnan (place_height (places, i)))
      g_array_append_val (ends, i);
  return ends;
}

/* One round: each of them to the mean of its neighbours, the near ones counting more. Returns how far
 * the one that moved most did. */
static double
settle_once (Places *places, const GArray *ends, double *sums, double *weights)
{
  double moved = 0.0;

  for (guint i = 0; i < ends->len; i++)
    sums[places->ends[g_array_index (ends, guint32, i)]] = weights[places->ends[g_array_index (ends, guint32, i)]] = 0.0;
  for (guint i = 0; i < ends->len; i++)
    {
      guint32 end = g_array_index (ends, guint32, i);
      double other = place_height (places, end ^ 1), length = places->net->edges[end / 2].length_m;

      if (isnan (other))
        continue;
      sums[places->ends[end]] += other / length;
      weights[places->ends[end]] += 1.0 / length;
    }
  for (guint i = 0; i < ends->len; i++)
    {
      guint32 place = places->ends[g_array_index (ends, guint32, i)];
      double *height = &g_array_index (places->heights, double, place);

      if (!(weights[place] > 0.0))
        continue;
      moved = isnan (*height) ? INFINITY : MAX (moved, fabs (sums[place] / weights[place] - *height));
      *height = sums[place] / weights[place];
    }
  return moved;
}

/* Places without a height: between their neighbours in proportion to the way there, which on a row of
 * bridges is a straight line (Jacobi's method on the discrete Laplace equation). */
static void
settle (Places *places)
{
  g_autoptr (GArray) ends = list_unknown (places);
  g_autofree double *sums = g_new (double, places->heights->len);
  g_autofree double *weights = g_new (double, places->heights->len);
  guint rounds = 0;

  while (ends->len > 0 && settle_once (places, ends, sums, weights) > SETTLED_M && rounds < MOST_ROUNDS)
    rounds++;
}

/* Points without a height between @from and @to, in proportion to the way between. */
static void
fill_gap (CorNetwork *net, guint32 from, guint32 to)
{
  double length = 0.0, at = 0.0;

  for (guint32 p = from; p < to; p++)
    length += cor_lonlat_distance (cor_fixed_to_lonlat (net->points[p]), cor_fixed_to_lonlat (net->points[p + 1]));
  for (guint32 p = from + 1; p < to; p++)
    {
      at += cor_lonlat_distance (cor_fixed_to_lonlat (net->points[p - 1]), cor_fixed_to_lonlat (net->points[p]));
      net->heights[p] = (float) (net->heights[from] + (length > 0.0 ? at / length : 0.0) * (net->heights[to] - net->heights[from]));
    }
}

/* Ends as the places say, gaps between what is known. */
static void
fill_edges (Places *places)
{
  CorNetwork *net = places->net;

  for (guint32 i = 0; i < net->n_edges; i++)
    {
      const CorEdge *edge = &net->edges[i];
      guint32 known = edge->first_point;
      double first = place_height (places, 2 * i), last = place_height (places, 2 * i + 1);

      net->heights[edge->first_point] = (float) (isnan (first) ? 0.0 : first);
      net->heights[last_point (edge)] = (float) (isnan (last) ? net->heights[edge->first_point] : last);
      for (guint32 p = known + 1; p <= last_point (edge); p++)
        if (!isnan (net->heights[p]))
          {
            fill_gap (net, known, p);
            known = p;
          }
    }
}

static gboolean
nothing_found (const CorHeights *heights, GPtrArray *missing, GError **error)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < MIN (missing->len, NAMED_FILES); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", (const char *) g_ptr_array_index (missing, i));
  g_set_error (error, COR_ROUTING_ERROR, COR_ROUTING_ERROR_EMPTY,
               _ ("no height file covers these roads; looked for %s"), names->str);
  g_string_free (names, TRUE);
  return FALSE;
}

gboolean
cor_network_fill_heights (CorNetwork *net, CorHeights *heights, CorNetworkBuildReport *report,
                          CorNetworkFileProgress progress, gpointer data, GError **error)
{
  Places places = { .net = net, .progress = progress, .data = data };
  guint found;
  gboolean whole;

  g_return_val_if_fail (net->mapped == NULL && net->heights == NULL, FALSE);

  refine (net);
  report->points = net->n_points;
  net->heights = g_new0 (float, MAX (net->n_points, 1));
  places.ends = g_new (guint32, 2 * (gsize) net->n_edges);
  places.heights = g_array_new (FALSE, FALSE, sizeof (double));
  find_places (&places);
  whole = sample_ground (&places, heights, &found, error);
  if (whole)
    {
      settle (&places);
      fill_edges (&places);
    }
  report->heights_found = found;
  report->heights_between = net->n_points - found;
  g_free (places.ends);
  g_array_unref (places.heights);
  if (!whole)
    return FALSE;
  if (cor_heights_fault (heights) != NULL)
    {
      g_propagate_error (error, g_error_copy (cor_heights_fault (heights)));
      return FALSE;
    }
  return found > 0 || nothing_found (heights, cor_heights_missing (heights), error);
}

double
cor_network_height_at (const CorNetwork *net, guint32 edge_index, double share)
{
  const CorEdge *edge = &net->edges[edge_index];
  double wanted = share * edge->length_m, at = 0.0;

  if (net->heights == NULL)
    return 0.0;
  for (guint32 p = edge->first_point; p < last_point (edge); p++)
    {
      double m = cor_lonlat_distance (cor_fixed_to_lonlat (net->points[p]), cor_fixed_to_lonlat (net->points[p + 1]));

      if (wanted <= at + m && m > 0.0)
        return net->heights[p] + (wanted - at) / m * (net->heights[p + 1] - net->heights[p]);
      at += m;
    }
  return net->heights[last_point (edge)];
}
