/* cor-survey-accesses.c: the ways from a route to the stations, looked for only where one moved.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-survey-private.h"

#include <math.h>

/* Roads are no shorter than the straight line, to this factor for rounding. */
#define FAR 1.01

GArray *
cor_survey_accesses (CorSurvey *survey, const CorPath *path, const CorVehicle *vehicle)
{
  if (path == NULL)
    return NULL;
  return cor_network_accesses (survey->network, path, survey->snaps, survey->n_stations, COR_SURVEY_LIMIT_M, vehicle);
}

static int
compare_accesses (gconstpointer a, gconstpointer b)
{
  return (int) ((const CorAccess *) a)->station_index - (int) ((const CorAccess *) b)->station_index;
}

/* Whether no way from the path to the place can be as short as the limit. */
static gboolean
is_far (const CorPath *path, const CorSnap *snap)
{
  CorLonLat low = path->shape[0], high = path->shape[0];
  CorLonLat nearest;

  for (guint i = 1; i < path->n_shape; i++)
    {
      low = (CorLonLat) { MIN (low.lon, path->shape[i].lon), MIN (low.lat, path->shape[i].lat) };
      high = (CorLonLat) { MAX (high.lon, path->shape[i].lon), MAX (high.lat, path->shape[i].lat) };
    }
  nearest = (CorLonLat) { CLAMP (snap->place.lon, low.lon, high.lon), CLAMP (snap->place.lat, low.lat, high.lat) };
  return cor_lonlat_distance (nearest, snap->place) > FAR * (COR_SURVEY_LIMIT_M + snap->away_m);
}

/* The ways to the stations that moved; an empty array where all are far. */
static GArray *
moved_accesses (CorSurvey *survey, const CorPath *path, const CorVehicle *vehicle)
{
  g_autofree guint *index = g_new (guint, MAX (survey->moved->len, 1));
  g_autofree CorSnap *snaps = g_new (CorSnap, MAX (survey->moved->len, 1));
  GArray *found;
  guint n = 0;

  for (guint i = 0; i < survey->moved->len; i++)
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

/* The ways to the stations as they are now, those that did not move taken over. */
static GArray *
renew_accesses (CorSurvey *survey, const CorPath *path, const GArray *old, const CorVehicle *vehicle)
{
  GArray *renewed;

  if (path == NULL)
    return NULL;
  renewed = moved_accesses (survey, path, vehicle);
  for (guint i = 0; i < old->len; i++)
    {
      CorAccess access = g_array_index (old, CorAccess, i);
      int now = survey->now_of[access.station_index];

      access.station_index = (guint) now;
      if (now >= 0)
        g_array_append_val (renewed, access);
    }
  g_array_sort (renewed, compare_accesses);
  return renewed;
}

/* Whether the stations that moved are and were out of reach, and none has another place in the list. */
static gboolean
is_untouched (CorSurvey *survey, const CorPath *path, const GArray *old)
{
  if (path == NULL)
    return TRUE;
  for (guint i = 0; i < old->len; i++)
    if (survey->now_of[g_array_index (old, CorAccess, i).station_index]
        != (int) g_array_index (old, CorAccess, i).station_index)
      return FALSE;
  for (guint i = 0; i < survey->moved->len; i++)
    if (!is_far (path, &survey->snaps[g_array_index (survey->moved, guint, i)]))
      return FALSE;
  return TRUE;
}

CorGeometry *
cor_survey_lay_stations (CorSurvey *survey, CorGeometry *old, const CorVehicle *vehicle, guint rounds)
{
  GArray *out, *back;

  if (rounds > 1 || survey->now_of == NULL)
    {
      out = cor_survey_accesses (survey, old->out, vehicle);
      back = cor_survey_accesses (survey, old->back, vehicle);
    }
  else if (is_untouched (survey, old->out, old->accesses_out) && is_untouched (survey, old->back, old->accesses_back))
    {
      return cor_geometry_ref (old);
    }
  else
    {
      out = renew_accesses (survey, old->out, old->accesses_out, vehicle);
      back = renew_accesses (survey, old->back, old->accesses_back, vehicle);
    }
  return cor_geometry_new (old->out ? cor_path_ref (old->out) : NULL, old->back ? cor_path_ref (old->back) : NULL, out,
                           back, g_strdup (old->problem));
}
