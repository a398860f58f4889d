/* cor-survey.c: routes on the network and the ways to stations, routed only where something changed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-survey-private.h"

#include "cor-evaluate.h"
#include "cor-parallel.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* More moved stations than these are not looked at one by one. */
#define MANY_MOVED 64
/* Fewer routes than these are not worth a thread. */
#define LEAST_ROUTES 4
/* Roads are no shorter than the straight line, to this factor for rounding. */
#define FAR 1.01

static void
line_free (CorSurveyLine *line)
{
  cor_item_unref (&line->route->item);
  g_array_unref (line->places);
  cor_geometry_unref (line->geometry);
  g_free (line);
}

CorSurvey *
cor_survey_new (CorNetwork *network)
{
  CorSurvey *survey = g_new0 (CorSurvey, 1);

  survey->network = cor_network_ref (network);
  survey->moved = g_array_new (FALSE, FALSE, sizeof (guint));
  survey->lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) line_free);
  survey->traces = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, cor_survey_trace_free);
  return survey;
}

static void
drop_geometries (CorSurvey *survey)
{
  for (guint i = 0; i < survey->n_geometries; i++)
    cor_geometry_unref (survey->geometries[i]);
  g_clear_pointer (&survey->geometries, g_free);
  survey->n_geometries = 0;
}

void
cor_survey_free (CorSurvey *survey)
{
  drop_geometries (survey);
  g_hash_table_unref (survey->lines);
  g_hash_table_unref (survey->traces);
  g_strfreev (survey->ids);
  g_free (survey->now_of);
  g_clear_pointer (&survey->moved, g_array_unref);
  g_free (survey->snaps);
  cor_network_unref (survey->network);
  g_free (survey);
}

static gboolean
add_site (const CorScenario *scenario, const char *id, GArray *places)
{
  const CorSite *site = (const CorSite *) cor_scenario_find (scenario, COR_ITEM_SITE, id);
  CorLonLat place;

  if (site == NULL)
    return FALSE;
  place = (CorLonLat) { site->lon, site->lat };
  g_array_append_val (places, place);
  return TRUE;
}

/* Origin, vias and destination; an empty array for a route off the map. */
static GArray *
route_places (const CorScenario *scenario, const CorRoute *route)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (CorLonLat));

  if (!add_site (scenario, route->origin, places))
    return places;
  for (guint i = 0; route->vias != NULL && i < route->vias->len; i++)
    {
      const CorVia *via = &g_array_index (route->vias, CorVia, i);
      CorLonLat place = { via->lon, via->lat };

      if (via->site == NULL)
        g_array_append_val (places, place);
      else
        add_site (scenario, via->site, places);
    }
  if (!add_site (scenario, route->destination, places))
    g_array_set_size (places, 0);
  return places;
}

static gboolean
places_equal (const GArray *a, const GArray *b)
{
  return a->len == b->len && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (CorLonLat)) == 0);
}

static CorLonLat
place_of (const CorItem *station)
{
  return (CorLonLat) { ((const CorStation *) station)->lon, ((const CorStation *) station)->lat };
}

static int
find_before (const CorSurvey *survey, GHashTable **by_id, guint index, const char *id)
{
  gpointer place;

  if (index < survey->n_stations && strcmp (survey->ids[index], id) == 0)
    return (int) index;
  if (*by_id == NULL)
    {
      *by_id = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 0; i < survey->n_stations; i++)
        g_hash_table_insert (*by_id, survey->ids[i], GUINT_TO_POINTER (i));
    }
  return g_hash_table_lookup_extended (*by_id, id, NULL, &place) ? (int) GPOINTER_TO_UINT (place) : -1;
}

/* Which stations are where they were, by their ids; FALSE where their order is another. */
static gboolean
match_stations (CorSurvey *survey, const CorItem *const *items, guint n, CorSnap *snaps)
{
  g_autoptr (GHashTable) by_id = NULL;
  int last = -1;

  g_free (survey->now_of);
  survey->now_of = g_new (int, MAX (survey->n_stations, 1));
  survey->shifted = n != survey->n_stations;
  g_array_set_size (survey->moved, 0);
  for (guint i = 0; i < survey->n_stations; i++)
    survey->now_of[i] = -1;
  for (guint i = 0; i < n; i++)
    {
      CorLonLat place = place_of (items[i]);
      int before = find_before (survey, &by_id, i, items[i]->id);

      survey->shifted |= before != (int) i;
      if (before >= 0 && before < last)
        return FALSE;
      last = MAX (last, before);
      if (before >= 0 && memcmp (&survey->snaps[before].place, &place, sizeof place) == 0)
        {
          snaps[i] = survey->snaps[before];
          survey->now_of[before] = (int) i;
          continue;
        }
      g_array_append_val (survey->moved, i);
    }
  return TRUE;
}

/* Puts all stations on the network anew. */
static void
snap_all (CorSurvey *survey, const CorItem *const *items, guint n)
{
  g_autofree CorLonLat *places = g_new (CorLonLat, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    places[i] = place_of (items[i]);
  g_free (survey->snaps);
  survey->snaps = cor_network_snap_all (survey->network, places, n, NULL);
  g_clear_pointer (&survey->now_of, g_free);
}

/* Puts those that moved on the network. */
static void
snap_moved (CorSurvey *survey, const CorItem *const *items, CorSnap *snaps)
{
  g_autofree CorLonLat *places = g_new (CorLonLat, MAX (survey->moved->len, 1));
  g_autofree CorSnap *moved = NULL;

  for (guint i = 0; i < survey->moved->len; i++)
    places[i] = place_of (items[g_array_index (survey->moved, guint, i)]);
  moved = cor_network_snap_all (survey->network, places, survey->moved->len, NULL);
  for (guint i = 0; i < survey->moved->len; i++)
    snaps[g_array_index (survey->moved, guint, i)] = moved[i];
  g_free (survey->snaps);
  survey->snaps = snaps;
}

/* The stations' places; another round begins where one is new, gone or has moved. */
static void
update_stations (CorSurvey *survey, const CorScenario *scenario)
{
  guint n;
  const CorItem *const *items = cor_scenario_items (scenario, COR_ITEM_STATION, &n);
  CorSnap *snaps = g_new0 (CorSnap, MAX (n, 1));
  gboolean matched = survey->snaps != NULL && match_stations (survey, items, n, snaps);

  if (matched && survey->moved->len == 0 && !survey->shifted)
    {
      /* A line that was not laid the last time does not know what moved then. */
      g_clear_pointer (&survey->now_of, g_free);
      g_free (snaps);
      return;
    }
  if (matched && survey->moved->len <= MANY_MOVED)
    {
      snap_moved (survey, items, snaps);
    }
  else
    {
      g_free (snaps);
      snap_all (survey, items, n);
    }
  g_strfreev (survey->ids);
  survey->ids = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    survey->ids[i] = g_strdup (items[i]->id);
  survey->n_stations = n;
  survey->round++;
}

static void
reverse (GArray *places)
{
  CorLonLat *p = (CorLonLat *) (void *) places->data;

  for (guint i = 0; i < places->len / 2; i++)
    {
      CorLonLat swap = p[i];

      p[i] = p[places->len - 1 - i];
      p[places->len - 1 - i] = swap;
    }
}

static CorPath *
lay (CorSurvey *survey, const CorRoute *route, GArray *places, const CorVehicle *vehicle, char **problem)
{
  g_autoptr (GError) error = NULL;
  CorPath *path;

  if (route->line != NULL && route->line->len >= 2)
    return cor_path_new_by_hand ((const CorLonLat *) (void *) route->line->data, route->line->len, 50 / 3.6);
  path = cor_network_route (survey->network, (const CorLonLat *) (void *) places->data, places->len, vehicle, &error);
  if (path == NULL && *problem == NULL)
    *problem = g_strdup (error->message);
  return path;
}

static GArray *
accesses (CorSurvey *survey, const CorPath *path, const CorVehicle *vehicle)
{
  if (path == NULL)
    return NULL;
  return cor_network_accesses (survey->network, path, survey->snaps, survey->n_stations, COR_SURVEY_LIMIT_M, vehicle);
}

static CorGeometry *
lay_route (CorSurvey *survey, const CorRoute *route, GArray *places, const CorVehicle *vehicle)
{
  g_autoptr (GArray) back_places = g_array_copy (places);
  CorPath *out = NULL, *back = NULL;
  char *problem = NULL;

  if (places->len < 2)
    return cor_geometry_new (NULL, NULL, NULL, NULL, NULL);
  out = lay (survey, route, places, vehicle, &problem);
  reverse (back_places);
  if (route->round_trip && out != NULL)
    back = lay (survey, route, back_places, vehicle, &problem);
  if (problem != NULL)
    g_clear_pointer (&out, cor_path_unref);
  return cor_geometry_new (out, back, accesses (survey, out, vehicle), accesses (survey, back, vehicle), problem);
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

/* The same line with the ways to the stations as they are now; @rounds behind. */
static CorGeometry *
lay_stations (CorSurvey *survey, CorGeometry *old, const CorVehicle *vehicle, guint rounds)
{
  GArray *out, *back;

  if (rounds > 1 || survey->now_of == NULL)
    {
      out = accesses (survey, old->out, vehicle);
      back = accesses (survey, old->back, vehicle);
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

static gboolean
route_laid_alike (const CorRoute *a, const CorRoute *b)
{
  return a == b || (a->round_trip == b->round_trip && a->line == NULL && b->line == NULL);
}

/* A route laid, and the ways to the stations, from what there was before where that still holds. */
static CorSurveyLine *
renew_line (CorSurvey *survey, const CorScenario *scenario, const CorRoute *route, const CorVehicle *vehicle)
{
  const CorSurveyLine *before = g_hash_table_lookup (survey->lines, route->item.id);
  CorSurveyLine *line = g_new0 (CorSurveyLine, 1);

  line->route = (CorRoute *) cor_item_ref (&route->item);
  line->places = route_places (scenario, route);
  line->vehicle = *vehicle;
  line->round = survey->round;
  if (before == NULL || !route_laid_alike (before->route, route) || !places_equal (before->places, line->places)
      || memcmp (&before->vehicle, vehicle, sizeof *vehicle) != 0)
    line->geometry = lay_route (survey, route, line->places, vehicle);
  else if (before->round != survey->round)
    line->geometry = lay_stations (survey, before->geometry, vehicle, survey->round - before->round);
  else
    line->geometry = cor_geometry_ref (before->geometry);
  if (before != NULL && line->geometry != before->geometry && cor_geometry_equal (line->geometry, before->geometry))
    {
      cor_geometry_unref (line->geometry);
      line->geometry = cor_geometry_ref (before->geometry);
    }
  return line;
}

/* Lines being laid, any of them on any thread. */
typedef struct
{
  CorSurvey *survey;
  const CorScenario *scenario;
  const CorItem *const *routes;
  CorVehicle *vehicles;
  CorSurveyLine **lines;
} Laying;

static void
lay_part (guint index, gpointer data)
{
  const Laying *laying = data;

  laying->lines[index] = renew_line (laying->survey, laying->scenario, (const CorRoute *) laying->routes[index],
                                     &laying->vehicles[index]);
}

/* The largest truck on each route. */
static CorVehicle *
make_vehicles (const CorScenario *scenario, guint n_routes)
{
  CorVehicle *vehicles = g_new0 (CorVehicle, MAX (n_routes, 1));
  guint n;
  const CorItem *const *duties = cor_scenario_items (scenario, COR_ITEM_DUTY, &n);

  for (guint i = 0; i < n; i++)
    {
      const CorDuty *duty = (const CorDuty *) duties[i];
      int route = cor_scenario_index (scenario, COR_ITEM_ROUTE, duty->route);

      if (route >= 0)
        cor_evaluate_add_truck (scenario, duty, &vehicles[route].length_m, &vehicles[route].height_m);
    }
  return vehicles;
}

CorGeometry *const *
cor_survey_update (CorSurvey *survey, const CorScenario *scenario)
{
  guint n;
  const CorItem *const *routes = cor_scenario_items (scenario, COR_ITEM_ROUTE, &n);
  g_autofree CorVehicle *vehicles = make_vehicles (scenario, n);
  g_autofree CorSurveyLine **lines = g_new0 (CorSurveyLine *, n + 1);
  Laying laying = { survey, scenario, routes, vehicles, lines };

  update_stations (survey, scenario);
  cor_parallel_for (n, LEAST_ROUTES, lay_part, &laying);
  drop_geometries (survey);
  survey->geometries = g_new0 (CorGeometry *, n + 1);
  survey->n_geometries = n;
  for (guint i = 0; i < n; i++)
    {
      survey->geometries[i] = cor_geometry_ref (lines[i]->geometry);
      g_hash_table_replace (survey->lines, g_strdup (routes[i]->id), lines[i]);
    }
  return (CorGeometry *const *) survey->geometries;
}
