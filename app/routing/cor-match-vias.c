/* cor-match-vias.c: the few places between which the router drives a matched line by itself.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-match.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* More places to pass than these are no route that a person can edit. */
#define MOST_VIAS 24

/* How often the two ways are compared, metres. */
#define COMPARE_M 250.0

/* Stretches on another road shorter than this are let be: a ramp, a service area. */
#define LEAST_STRETCH_M 600.0

/* Of the line, what may stay on another road in the end. */
#define MOST_OFF_SHARE 0.05

/* A via on its way. */
typedef struct
{
  CorLonLat place;
  double at_m;
} Via;

/* Whether a via lies between two places of the line. */
static gboolean
has_via (const GArray *vias, double from_m, double to_m)
{
  for (guint i = 0; i < vias->len; i++)
    if (g_array_index (vias, Via, i).at_m > from_m && g_array_index (vias, Via, i).at_m <= to_m)
      return TRUE;
  return FALSE;
}

/* The longest stretch of @wanted between vias that @path does not follow, and what all of them sum
 * up to. A via ends a stretch even where the path only crosses the line there. */
static double
longest_off (const CorPath *wanted, const CorPath *path, const GArray *vias, double tolerance_m, double *begin_m, double *end_m)
{
  double sum = 0, begin = NAN;

  *begin_m = *end_m = 0;
  for (double at = 0; at <= wanted->length_m; at += COMPARE_M)
    {
      double away_m;
      gboolean off;

      cor_path_nearest (path, cor_path_locate (wanted, at), &away_m);
      off = away_m > tolerance_m;
      sum += off ? COMPARE_M : 0;
      if (!off)
        begin = NAN;
      else if (isnan (begin) || has_via (vias, at - COMPARE_M, at))
        begin = at;
      if (off && at - begin > *end_m - *begin_m)
        {
          *begin_m = begin;
          *end_m = at;
        }
    }
  return sum;
}

/* A place of the stretch that is tied to the road it lies on, nearest to the middle. */
static gboolean
find_via (CorNetwork *net, const CorPath *wanted, const CorVehicle *vehicle, double begin_m, double end_m, Via *via)
{
  double middle = (begin_m + end_m) / 2;

  for (double off = 0; off <= (end_m - begin_m) / 2; off += COMPARE_M / 5)
    for (int side = -1; side <= 1; side += 2)
      {
        CorSnap snap;

        via->at_m = middle + side * off;
        via->place = cor_path_locate (wanted, via->at_m);
        if (cor_network_snap (net, via->place, vehicle, &snap, NULL) && snap.away_m < 5.0)
          return TRUE;
      }
  return FALSE;
}

static void
insert_via (GArray *vias, const Via *via)
{
  guint i = 0;

  while (i < vias->len && g_array_index (vias, Via, i).at_m < via->at_m)
    i++;
  g_array_insert_val (vias, i, *via);
}

static CorPath *
route_over (CorNetwork *net, CorLonLat from, CorLonLat to, const GArray *vias, const CorVehicle *vehicle, GError **error)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (CorLonLat));

  g_array_append_val (places, from);
  for (guint i = 0; i < vias->len; i++)
    g_array_append_val (places, g_array_index (vias, Via, i).place);
  g_array_append_val (places, to);
  return cor_network_route (net, (const CorLonLat *) (gpointer) places->data, places->len, vehicle, error);
}

/* Adds places to pass until the router drives as wanted; the way it takes then. */
static CorPath *
approach (CorNetwork *net, const CorPath *wanted, CorLonLat from, CorLonLat to, const CorVehicle *vehicle, GArray *vias,
          GError **error)
{
  double tolerance_m = 2 * cor_match_scale (net)->sigma_m;
  g_autoptr (CorPath) path = route_over (net, from, to, vias, vehicle, error);

  while (path != NULL)
    {
      double begin_m, end_m, off_m = longest_off (wanted, path, vias, tolerance_m, &begin_m, &end_m);
      Via via;

      if (end_m - begin_m >= LEAST_STRETCH_M && vias->len < MOST_VIAS
          && find_via (net, wanted, vehicle, begin_m, end_m, &via))
        {
          insert_via (vias, &via);
          cor_path_unref (path);
          path = route_over (net, from, to, vias, vehicle, error);
          continue;
        }
      if (off_m <= MOST_OFF_SHARE * wanted->length_m + LEAST_STRETCH_M)
        return g_steal_pointer (&path);
      g_set_error (error, COR_ROUTING_ERROR, COR_ROUTING_ERROR_NO_PATH, _("%.1f km of the line follow roads that the router does not take"),
                   off_m / 1000);
      break;
    }
  return NULL;
}

GArray *
cor_network_match (CorNetwork *net, const CorLonLat *points, guint n, const CorVehicle *vehicle, CorPath **path, GError **error)
{
  g_autoptr (GArray) snaps = NULL;
  g_autoptr (GArray) vias = g_array_new (FALSE, FALSE, sizeof (Via));
  g_autoptr (CorPath) wanted = NULL;
  g_autoptr (CorPath) driven = NULL;
  GArray *places;

  g_return_val_if_fail (n >= 2, NULL);

  if ((snaps = cor_match_snaps (net, points, n, vehicle, error)) == NULL)
    return NULL;
  wanted = cor_network_route_snapped (net, (const CorSnap *) (gpointer) snaps->data, snaps->len, vehicle, error);
  if (wanted != NULL)
    driven = approach (net, wanted, points[0], points[n - 1], vehicle, vias, error);
  if (driven == NULL)
    return NULL;
  places = g_array_new (FALSE, FALSE, sizeof (CorLonLat));
  for (guint i = 0; i < vias->len; i++)
    g_array_append_val (places, g_array_index (vias, Via, i).place);
  if (path != NULL)
    *path = g_steal_pointer (&driven);
  return places;
}
