/* cor-survey.c: routes on the network, routed only where something changed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-survey-private.h"

#include "cor-evaluate.h"
#include "cor-parallel.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Fewer routes than these are not worth a thread. */
#define LEAST_ROUTES 4

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

static const char *
site_name (const CorScenario *scenario, const char *id)
{
  const CorItem *site = cor_scenario_find (scenario, COR_ITEM_SITE, id);

  return site != NULL ? cor_item_label (site, g_str_has_prefix (g_get_language_names ()[0], "zh")) : "";
}

/* Why no way was found, with the names of places instead of numbers; @places as laid, perhaps the way back. */
static char *
explain (CorSurvey *survey, const CorScenario *scenario, const CorRoute *route, GArray *places, const CorVehicle *vehicle)
{
  const char *from = site_name (scenario, route->origin), *to = site_name (scenario, route->destination);

  for (guint i = 0; i < places->len; i++)
    {
      CorLonLat at = g_array_index (places, CorLonLat, i);
      const CorSite *origin = (const CorSite *) cor_scenario_find (scenario, COR_ITEM_SITE, route->origin);
      const CorSite *end = (const CorSite *) cor_scenario_find (scenario, COR_ITEM_SITE, route->destination);
      const char *name = _ ("A point on the way");
      CorSnap snap;

      if (cor_network_snap (survey->network, at, vehicle, &snap, NULL))
        continue;
      if (origin != NULL && origin->lon == at.lon && origin->lat == at.lat)
        name = from;
      else if (end != NULL && end->lon == at.lon && end->lat == at.lat)
        name = to;
      return g_strdup_printf (_ ("%s lies more than %.0f km from every road that this truck may use: move it, or draw "
                                 "the line by hand"),
                              name, COR_SNAP_LIMIT_M / 1000);
    }
  return g_strdup_printf (_ ("no road that this truck may use leads from %s to %s: one of them may lie on an island, or its "
                             "roads be closed to trucks of this size"),
                          from, to);
}

static CorPath *
lay (CorSurvey *survey, const CorScenario *scenario, const CorRoute *route, GArray *places, const CorVehicle *vehicle,
     char **problem)
{
  CorPath *path;

  if (route->line != NULL && route->line->len >= 2)
    return cor_path_new_by_hand ((const CorLonLat *) (void *) route->line->data, route->line->len, 50 / 3.6);
  path = cor_network_route (survey->network, (const CorLonLat *) (void *) places->data, places->len, vehicle, NULL);
  if (path == NULL && *problem == NULL)
    *problem = explain (survey, scenario, route, places, vehicle);
  return path;
}

static CorGeometry *
lay_route (CorSurvey *survey, const CorScenario *scenario, const CorRoute *route, GArray *places, const CorVehicle *vehicle)
{
  g_autoptr (GArray) back_places = g_array_copy (places);
  CorPath *out = NULL, *back = NULL;
  char *problem = NULL;

  if (places->len < 2)
    return cor_geometry_new (NULL, NULL, NULL, NULL, NULL);
  out = lay (survey, scenario, route, places, vehicle, &problem);
  reverse (back_places);
  if (route->round_trip && out != NULL)
    back = lay (survey, scenario, route, back_places, vehicle, &problem);
  if (problem != NULL)
    g_clear_pointer (&out, cor_path_unref);
  return cor_geometry_new (out, back, cor_survey_accesses (survey, out, vehicle),
                           cor_survey_accesses (survey, back, vehicle), problem);
}

static gboolean
route_laid_alike (const CorRoute *a, const CorRoute *b)
{
  return a == b || (a->round_trip == b->round_trip && a->line == NULL && b->line == NULL);
}

/* The same geometry; where it is none, why not with the names that the places have now. */
static CorGeometry *
keep (CorSurvey *survey, const CorScenario *scenario, const CorSurveyLine *line, const CorVehicle *vehicle, CorGeometry *before)
{
  if (before->problem == NULL)
    return cor_geometry_ref (before);
  return cor_geometry_new (NULL, NULL, NULL, NULL, explain (survey, scenario, line->route, line->places, vehicle));
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
    line->geometry = lay_route (survey, scenario, route, line->places, vehicle);
  else if (before->geometry->problem == NULL && before->round != survey->round)
    line->geometry = cor_survey_lay_stations (survey, before->geometry, vehicle, survey->round - before->round);
  else
    line->geometry = keep (survey, scenario, line, vehicle, before->geometry);
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

  cor_survey_update_stations (survey, scenario);
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
