/* cor-path.c: a routed line: its sums, and places along it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-path.h"

#include <math.h>

static void
path_sum (CorPath *path)
{
  for (guint i = 0; i < path->n_segments; i++)
    {
      const CorPathSegment *segment = &path->segments[i];

      path->length_m += segment->length_m;
      path->duration_s += segment->length_m / segment->speed_m_s;
      if (segment->tolled)
        path->tolled_m += segment->length_m;
    }
}

CorPath *
cor_path_new (GArray *segments, GArray *shape, GArray *shape_m, GArray *stops_m)
{
  CorPath *path;

  g_return_val_if_fail (segments->len >= 1 && shape->len >= 2 && stops_m->len >= 2, NULL);
  g_return_val_if_fail (shape->len == shape_m->len, NULL);

  path = g_atomic_rc_box_new0 (CorPath);
  path->n_segments = segments->len;
  path->segments = (CorPathSegment *) (gpointer) g_array_free (segments, FALSE);
  path->n_shape = shape->len;
  path->shape = (CorLonLat *) (gpointer) g_array_free (shape, FALSE);
  path->shape_m = (double *) (gpointer) g_array_free (shape_m, FALSE);
  path->n_stops = stops_m->len;
  path->stops_m = (double *) (gpointer) g_array_free (stops_m, FALSE);
  path_sum (path);
  return path;
}

void
cor_path_set_network (CorPath *path, const char *name, guint64 key, GArray *links)
{
  g_return_if_fail (path->network == NULL && key != 0);

  path->network = g_strdup (name);
  path->network_key = key;
  path->n_links = links->len;
  path->links = (CorPathLink *) (gpointer) g_array_free (links, FALSE);
}

CorPath *
cor_path_ref (const CorPath *path)
{
  return g_atomic_rc_box_acquire ((gpointer) path);
}

static void
path_clear (gpointer data)
{
  CorPath *path = data;

  g_free (path->segments);
  g_free (path->shape);
  g_free (path->shape_m);
  g_free (path->stops_m);
  g_free (path->network);
  g_free (path->links);
}

void
cor_path_unref (CorPath *path)
{
  g_atomic_rc_box_release_full (path, path_clear);
}

CorLonLat
cor_path_locate (const CorPath *path, double distance_m)
{
  guint low = 0;
  guint high = path->n_shape - 1;
  double span, t;

  if (!(distance_m > 0.0))
    return path->shape[0];
  if (distance_m >= path->shape_m[high])
    return path->shape[high];

  /* Invariant: shape_m[low] <= distance_m < shape_m[high]. */
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (path->shape_m[middle] <= distance_m)
        low = middle;
      else
        high = middle;
    }
  span = path->shape_m[high] - path->shape_m[low];
  t = (distance_m - path->shape_m[low]) / span;
  return cor_lonlat_mix (path->shape[low], path->shape[high], t);
}

/* Share of the piece from a to b at which it is closest to place, on a plane that is true at
 * the place's latitude. */
static double
closest_share (CorLonLat place, CorLonLat a, CorLonLat b)
{
  double shrink = cos (place.lat * G_PI / 180.0);
  double dx = (b.lon - a.lon) * shrink;
  double dy = b.lat - a.lat;
  double square = dx * dx + dy * dy;

  if (square <= 0.0)
    return 0.0;
  return CLAMP (((place.lon - a.lon) * shrink * dx + (place.lat - a.lat) * dy) / square, 0.0, 1.0);
}

double
cor_path_nearest (const CorPath *path, CorLonLat place, double *away_m)
{
  double best = INFINITY;
  double at_m = 0.0;

  for (guint i = 0; i + 1 < path->n_shape; i++)
    {
      double t = closest_share (place, path->shape[i], path->shape[i + 1]);
      CorLonLat on = cor_lonlat_mix (path->shape[i], path->shape[i + 1], t);
      double away = cor_lonlat_distance (place, on);

      if (away < best)
        {
          best = away;
          at_m = path->shape_m[i] + t * (path->shape_m[i + 1] - path->shape_m[i]);
        }
    }
  if (away_m != NULL)
    *away_m = best;
  return at_m;
}

double
cor_path_duration_at (const CorPath *path, double distance_m)
{
  double left = distance_m;
  double seconds = 0.0;

  for (guint i = 0; i < path->n_segments && left > 0.0; i++)
    {
      const CorPathSegment *segment = &path->segments[i];

      seconds += MIN (left, segment->length_m) / segment->speed_m_s;
      left -= segment->length_m;
    }
  return seconds;
}

gboolean
cor_path_is_off_road (const CorPath *path, guint segment)
{
  g_return_val_if_fail (segment < path->n_segments, FALSE);

  return path->network == NULL
         || (path->segments[segment].road_class == COR_ROAD_ACCESS && path->segments[segment].length_m >= COR_FAR_FROM_ROAD_M);
}

double
cor_path_off_road (const CorPath *path)
{
  double metres = 0.0;

  for (guint i = 0; i < path->n_segments; i++)
    if (cor_path_is_off_road (path, i))
      metres += path->segments[i].length_m;
  return metres;
}
