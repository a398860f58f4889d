/* cor-survey.c: routes on the network and the ways to stations, routed only where something changed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-survey-private.h"

#include "cor-evaluate.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

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
  g_free (survey->places);
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

/* The stations' places; another round begins where one is new, gone or has moved. */
static void
update_stations (CorSurvey *survey, const CorScenario *scenario)
{
  guint n;
  const CorItem *const *items = cor_scenario_items (scenario, COR_ITEM_STATION, &n);
  CorLonLat *places = g_new (CorLonLat, MAX (n, 1));
  gboolean same;

  for (guint i = 0; i < n; i++)
    places[i] = (CorLonLat) { ((const CorStation *) items[i])->lon, ((const CorStation *) items[i])->lat };
  same = survey->snaps != NULL && n == survey->n_stations
         && memcmp (places, survey->places, n * sizeof (CorLonLat)) == 0;
  if (same)
    {
      g_free (places);
      return;
    }
  g_free (survey->snaps);
  g_free (survey->places);
  survey->snaps = cor_network_snap_all (survey->network, places, n, NULL);
  survey->places = places;
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

/* The same line with the ways to the stations as they are now. */
static CorGeometry *
lay_stations (CorSurvey *survey, const CorGeometry *old, const CorVehicle *vehicle)
{
  return cor_geometry_new (old->out ? cor_path_ref (old->out) : NULL, old->back ? cor_path_ref (old->back) : NULL,
                           accesses (survey, old->out, vehicle), accesses (survey, old->back, vehicle),
                           g_strdup (old->problem));
}

static gboolean
route_laid_alike (const CorRoute *a, const CorRoute *b)
{
  return a == b || (a->round_trip == b->round_trip && a->line == NULL && b->line == NULL);
}

static CorGeometry *
update_route (CorSurvey *survey, const CorScenario *scenario, const CorRoute *route)
{
  CorSurveyLine *line = g_hash_table_lookup (survey->lines, route->item.id);
  CorVehicle vehicle = { 0 };
  GArray *places = route_places (scenario, route);
  CorGeometry *geometry;

  cor_evaluate_largest_truck (scenario, route, &vehicle.length_m, &vehicle.height_m);
  if (line != NULL && route_laid_alike (line->route, route) && places_equal (line->places, places)
      && memcmp (&line->vehicle, &vehicle, sizeof vehicle) == 0)
    geometry = line->round != survey->round ? lay_stations (survey, line->geometry, &vehicle) : cor_geometry_ref (line->geometry);
  else
    geometry = lay_route (survey, route, places, &vehicle);
  if (line != NULL && geometry != line->geometry && cor_geometry_equal (geometry, line->geometry))
    {
      cor_geometry_unref (geometry);
      geometry = cor_geometry_ref (line->geometry);
    }
  line = g_new0 (CorSurveyLine, 1);
  line->route = (CorRoute *) cor_item_ref (&route->item);
  line->places = places;
  line->vehicle = vehicle;
  line->round = survey->round;
  line->geometry = cor_geometry_ref (geometry);
  g_hash_table_replace (survey->lines, g_strdup (route->item.id), line);
  return geometry;
}

CorGeometry *const *
cor_survey_update (CorSurvey *survey, const CorScenario *scenario)
{
  guint n;
  const CorItem *const *routes = cor_scenario_items (scenario, COR_ITEM_ROUTE, &n);
  CorGeometry **geometries = g_new0 (CorGeometry *, n + 1);

  update_stations (survey, scenario);
  for (guint i = 0; i < n; i++)
    geometries[i] = update_route (survey, scenario, (const CorRoute *) routes[i]);
  drop_geometries (survey);
  survey->geometries = geometries;
  survey->n_geometries = n;
  return (CorGeometry *const *) survey->geometries;
}
