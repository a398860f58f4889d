/* cor-survey-accesses.c: the ways from a route to the stations, looked for only where one moved.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-survey-private.h"

#include <math.h>

/* Roads are no shorter than the straight line, to this factor for rounding. */
#define FAR 1.01
/* So many points of a path are looked at together. */
#define STRETCH 16

GArray *
cor_survey_accesses (CorSurvey *survey, const CorPath *path, const CorVehicle *vehicle)
{
  if (path == NULL)
    return NULL;
  return cor_network_accesses (survey->network, path, survey->snaps, survey->n_stations, COR_SURVEY_LIMIT_M, vehicle);
}

/* The least distance from a place to a stretch of the path, by the corners of what the stretch lies in. */
static double
least_distance (const CorPath *path, guint first, guint last, CorLonLat place)
{
  CorLonLat low = path->shape[first], high = path->shape[first];
  CorLonLat nearest;

  for (guint i = first + 1; i <= last; i++)
    {
      low = (CorLonLat) { MIN (low.lon, path->shape[i].lon), MIN (low.lat, path->shape[i].lat) };
      high = (CorLonLat) { MAX (high.lon, path->shape[i].lon), MAX (high.lat, path->shape[i].lat) };
    }
  nearest = (CorLonLat) { CLAMP (place.lon, low.lon, high.lon), CLAMP (place.lat, low.lat, high.lat) };
  return cor_lonlat_distance (nearest, place);
}

/* Whether no way from the path to the place can be as short as the limit. */
static gboolean
is_far (const CorPath *path, const CorSnap *snap)
{
  double limit_m = FAR * (COR_SURVEY_LIMIT_M + snap->away_m);

  if (least_distance (path, 0, path->n_shape - 1, snap->place) > limit_m)
    return TRUE;
  for (guint i = 0; i + 1 < path->n_shape; i += STRETCH)
    if (least_distance (path, i, MIN (i + STRETCH, path->n_shape - 1), snap->place) <= limit_m)
      return FALSE;
  return TRUE;
}

/* The ways to the stations that moved; an empty array where all are far, or without a path. */
static GArray *
moved_accesses (CorSurvey *survey, const CorPath *path, const CorVehicle *vehicle)
{
  g_autofree guint *index = g_new (guint, MAX (survey->moved->len, 1));
  g_autofree CorSnap *snaps = g_new (CorSnap, MAX (survey->moved->len, 1));
  GArray *found;
  guint n = 0;

  for (guint i = 0; path != NULL && i < survey->moved->len; i++)
    {
      index[n] = g_array_index (survey->moved, guint, i);
      snaps[n] = survey->snaps[index[n]];
      n += !is_far (path, &snaps[n]);
    }
  if (n == 0)
    return g_array_new (FALSE, FALSE, sizeof (CorAccess));
  found = cor_network_accesses (survey->network, path, snaps, n, COR_SURVEY_LIMIT_M, vehicle);
  for (guint i = 0; i < found->len; i++)
    g_array_index (found, CorAccess, i).station_index = index[g_array_index (found, CorAccess, i).station_index];
  return found;
}

/* The place now of the station that an access leads to; -1 where it is gone or has moved. */
static int
place_now (const CorSurvey *survey, const CorAccess *access)
{
  return survey->now_of[access->station_index];
}

static int
compare_stations (gconstpointer a, gconstpointer b)
{
  return (int) ((const CorAccess *) a)->station_index - (int) ((const CorAccess *) b)->station_index;
}

/* Whether one of the ways leads to a station that has moved since. */
static gboolean
led_to_moved (const CorSurvey *survey, const GArray *old)
{
  for (guint i = 0; i < survey->moved->len; i++)
    {
      CorAccess access = { .station_index = g_array_index (survey->moved, guint, i) };

      if (g_array_binary_search ((GArray *) old, &access, compare_stations, NULL))
        return TRUE;
    }
  return FALSE;
}

/* The ways as they are now: those that did not change taken over, those to the stations that moved among them, all in
 * the order of the stations. */
static GArray *
merge (const CorSurvey *survey, const GArray *old, const GArray *moved)
{
  GArray *merged = g_array_sized_new (FALSE, FALSE, sizeof (CorAccess), MAX (old->len + moved->len, 1));
  CorAccess *to = (CorAccess *) (gpointer) merged->data;
  guint next = 0;

  for (guint i = 0; i < old->len; i++)
    {
      const CorAccess *access = &g_array_index (old, CorAccess, i);
      int now = place_now (survey, access);

      if (now < 0)
        continue;
      while (next < moved->len && g_array_index (moved, CorAccess, next).station_index < (guint) now)
        *to++ = g_array_index (moved, CorAccess, next++);
      *to = *access;
      to++->station_index = (guint) now;
    }
  while (next < moved->len)
    *to++ = g_array_index (moved, CorAccess, next++);
  return g_array_set_size (merged, (guint) (to - (CorAccess *) (gpointer) merged->data));
}

/* With what an earlier round found where the stations that moved are and were out of reach. */
static CorGeometry *
renew (CorSurvey *survey, CorGeometry *old, const CorVehicle *vehicle)
{
  g_autoptr (GArray) out = moved_accesses (survey, old->out, vehicle);
  g_autoptr (GArray) back = moved_accesses (survey, old->back, vehicle);

  if (!survey->shifted && out->len == 0 && back->len == 0 && !led_to_moved (survey, old->accesses_out)
      && !led_to_moved (survey, old->accesses_back))
    return cor_geometry_ref (old);
  return cor_geometry_new (old->out ? cor_path_ref (old->out) : NULL, old->back ? cor_path_ref (old->back) : NULL,
                           merge (survey, old->accesses_out, out), merge (survey, old->accesses_back, back),
                           g_strdup (old->problem));
}

CorGeometry *
cor_survey_lay_stations (CorSurvey *survey, CorGeometry *old, const CorVehicle *vehicle, guint rounds)
{
  if (rounds == 1 && survey->now_of != NULL)
    return renew (survey, old, vehicle);
  return cor_geometry_new (old->out ? cor_path_ref (old->out) : NULL, old->back ? cor_path_ref (old->back) : NULL,
                           cor_survey_accesses (survey, old->out, vehicle),
                           cor_survey_accesses (survey, old->back, vehicle), g_strdup (old->problem));
}
