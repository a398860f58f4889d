/* cor-map-content.c: a scenario and its results as what lies on the map.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-content.h"

#include "cor-format.h"
#include "cor-item-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Area of the disc that says who can enter, as a share of the largest. */
#define ACCESS_DISC 0.06

static const CorSite *
site_of (const CorMapContent *content, const char *id)
{
  return (const CorSite *)cor_scenario_find (content->scenario, COR_ITEM_SITE, id);
}

/* From the id of each route with duties to the first of them. */
static GHashTable *
duties_by_route (const CorResults *results)
{
  GHashTable *duties = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; results != NULL && i < results->n_duties; i++)
    {
      const char *route = results->duties[i].duty->route;

      if (route != NULL && !g_hash_table_contains (duties, route))
        g_hash_table_insert (duties, (gpointer)route, (gpointer)&results->duties[i]);
    }
  return duties;
}

static void
add_point (GArray *line, double lon, double lat)
{
  g_array_append_val (line, lon);
  g_array_append_val (line, lat);
}

/* Without a duty nothing is laid on the roads: then straight over the vias, or as drawn. */
static void
straight_line (const CorMapContent *content, const CorRoute *route, GArray *line)
{
  const CorSite *from = site_of (content, route->origin),
                *to = site_of (content, route->destination);

  if (from != NULL)
    add_point (line, from->lon, from->lat);
  for (guint i = 0; route->line != NULL && i < route->line->len; i++)
    add_point (line, g_array_index (route->line, CorLonLat, i).lon,
               g_array_index (route->line, CorLonLat, i).lat);
  for (guint i = 0; route->vias != NULL && i < route->vias->len; i++)
    {
      const CorVia *via = &g_array_index (route->vias, CorVia, i);
      const CorSite *site = via->site != NULL ? site_of (content, via->site) : NULL;

      if (via->site == NULL || site != NULL)
        add_point (line, site ? site->lon : via->lon, site ? site->lat : via->lat);
    }
  if (to != NULL)
    add_point (line, to->lon, to->lat);
}

/* State of charge over the metres of the way out, ways off it left out. */
static double
charge_at (const CorPlan *plan, double at_m)
{
  double along = 0, before_m = 0, soc = plan->n_points > 0 ? plan->points[0].soc : NAN;

  for (guint i = 1; i < plan->n_points && plan->points[i].leg == 0; i++)
    {
      double piece = plan->points[i].day_m - plan->points[i - 1].day_m;

      if (plan->points[i].detour)
        {
          soc = plan->points[i].soc;
          continue;
        }
      before_m = along;
      along += piece;
      if (along >= at_m && along > before_m)
        {
          double t = (at_m - before_m) / (along - before_m);

          return plan->points[i - 1].soc + t * (plan->points[i].soc - plan->points[i - 1].soc);
        }
      soc = plan->points[i].soc;
    }
  return soc;
}

static guint8 *
charge_tints (const CorPath *path, const CorPlan *plan)
{
  guint8 *tints = g_new0 (guint8, path->n_shape);

  for (guint i = 0; i + 1 < path->n_shape; i++)
    tints[i] = (guint8)cor_map_tint_for_charge (
        charge_at (plan, (path->shape_m[i] + path->shape_m[i + 1]) / 2));
  return tints;
}

static CorMapTint
parity_tint (const CorParity *parity)
{
  if (parity->state == COR_PARITY_IMPOSSIBLE)
    return COR_MAP_TINT_IMPOSSIBLE;
  if (parity->state == COR_PARITY_UNKNOWN)
    return COR_MAP_TINT_ACCENT;
  return cor_map_tint_for_parity (parity->state == COR_PARITY_REACHED ? parity->year : 0);
}

static double
detour_share (const CorMapContent *content, const CorDutyResult *duty)
{
  const CorAlternative *shown = duty != NULL ? cor_duty_result_shown (duty) : NULL;

  return shown != NULL ? cor_outcome_detour_share (&shown->outcomes[content->results->year]) : NAN;
}

/* What the truck emits well to wheel as a share of what the diesel one does; NaN without either. */
static double
emission_share (const CorMapContent *content, const CorDutyResult *duty)
{
  const CorAlternative *shown = duty != NULL ? cor_duty_result_shown (duty) : NULL;
  guint year = content->results != NULL ? content->results->year : 0;

  if (shown == NULL || duty->diesel == NULL || !(duty->diesel->outcomes[year].wtw_kg > 0))
    return NAN;
  return shown->outcomes[year].wtw_kg / duty->diesel->outcomes[year].wtw_kg;
}

/* What the colour of the route is, and what is written on its badge. Badge: transfer full. */
static char *
dress (const CorMapContent *content,
       const CorDutyResult *duty,
       const CorParity *parity,
       CorMapRoute *out)
{
  gboolean impossible = parity->state == COR_PARITY_IMPOSSIBLE;

  out->tint = parity_tint (parity);
  out->dashed = impossible || parity->state == COR_PARITY_NOT_REACHED;
  if (!impossible && g_str_equal (content->colour, "load"))
    {
      out->dashed = FALSE;
      out->tint = COR_MAP_TINT_PARITY_NONE;
      return NULL;
    }
  if (!impossible && g_str_equal (content->colour, "detour")
      && !isnan (detour_share (content, duty)))
    {
      out->dashed = FALSE;
      out->tint = cor_map_tint_for_detour (detour_share (content, duty));
      return cor_format_percent (detour_share (content, duty), 1, NULL);
    }
  if (!impossible && g_str_equal (content->colour, "emissions")
      && !isnan (emission_share (content, duty)))
    {
      out->dashed = FALSE;
      out->tint = cor_map_tint_for_emissions (emission_share (content, duty));
      return cor_format_percent (emission_share (content, duty), 0, NULL);
    }
  if (!impossible && g_str_equal (content->colour, "charge"))
    {
      out->dashed = FALSE;
      out->tint = COR_MAP_TINT_ELECTRIC;
      return NULL;
    }
  return parity->state == COR_PARITY_UNKNOWN ? NULL : cor_parity_text (parity);
}

static void
add_route (const CorMapContent *content, const CorRoute *route, const CorDutyResult *duty, CorMapScene *scene)
{
  const CorAlternative *shown = duty != NULL ? cor_duty_result_shown (duty) : NULL;
  const CorPath *path = duty != NULL && duty->geometry != NULL ? duty->geometry->out : NULL;
  const CorSite *to = site_of (content, route->destination);
  CorParity parity = cor_item_parity (duty != NULL ? content->results : NULL, COR_ITEM_ROUTE, route->item.id);
  g_autoptr (GArray) line = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree guint8 *tints = NULL;
  g_autofree char *badge = NULL;
  CorMapRoute out = { .id = route->item.id };

  if (path != NULL)
    for (guint i = 0; i < path->n_shape; i++)
      add_point (line, path->shape[i].lon, path->shape[i].lat);
  else
    straight_line (content, route, line);
  badge = dress (content, duty, &parity, &out);
  if (g_str_equal (content->colour, "charge") && path != NULL && shown != NULL
      && shown->plan != NULL && shown->plan->feasible)
    out.tints = tints = charge_tints (path, shown->plan);
  out.lon_lat = (const double *)(gpointer)line->data;
  out.n_points = line->len / 2;
  out.label = to != NULL ? cor_item_label (&to->item, content->zh) : NULL;
  out.badge = badge;
  cor_map_scene_add_route (scene, &out);
}

static CorMapStationKind
station_kind (CorStationKind kind)
{
  static const CorMapStationKind kinds[] = {
    [COR_STATION_CHARGING] = COR_MAP_STATION_CHARGING,
    [COR_STATION_SWAP] = COR_MAP_STATION_SWAP,
    [COR_STATION_BOTH] = COR_MAP_STATION_BOTH,
    [COR_STATION_HYDROGEN] = COR_MAP_STATION_HYDROGEN,
  };

  return kinds[kind];
}

/* The longest truck that works a duty; NaN where no length is known. */
static double
longest_truck (const CorScenario *scenario)
{
  const CorItem *const *duties;
  double longest = NAN;
  guint n;

  duties = cor_scenario_items (scenario, COR_ITEM_DUTY, &n);
  for (guint i = 0; i < n; i++)
    {
      const CorItem *truck
          = cor_scenario_find (scenario, COR_ITEM_TRUCK, ((const CorDuty *)duties[i])->truck);

      if (truck != NULL)
        longest = fmax (longest, ((const CorTruck *)truck)->length_m);
    }
  return longest;
}

/* The most energy that a station gives a day, kWh; 0 where that is not shown. */
static double
most_energy (const CorMapContent *content)
{
  double most = 0;

  if (!g_str_equal (content->colour, "load") || content->results == NULL)
    return 0;
  for (guint i = 0; content->results->stations != NULL && i < content->results->n_stations; i++)
    most = fmax (most, content->results->stations[i].energy_kwh_per_day);
  return most;
}

/* Energy and load of a station, as a disc behind it. */
static void
add_load (const CorMapContent *content, double most_kwh, CorMapStation *out)
{
  int index = most_kwh > 0 ? cor_scenario_index (content->results->scenario, COR_ITEM_STATION, out->id) : -1;

  if (index < 0)
    return;
  out->amount = content->results->stations[index].energy_kwh_per_day / most_kwh;
  out->load = cor_map_tint_for_load (content->results->stations[index].utilisation);
}

/* Whether the longest truck can enter, as a small disc. */
static void
add_access (CorMapStation *out)
{
  out->amount = ACCESS_DISC;
  out->load = out->closed ? COR_MAP_TINT_IMPOSSIBLE : COR_MAP_TINT_BETTER;
}

static void
add_stations (const CorMapContent *content, CorMapScene *scene)
{
  double longest = longest_truck (content->scenario), most_kwh = most_energy (content);
  const CorItem *const *items;
  guint n;

  items = cor_scenario_items (content->scenario, COR_ITEM_STATION, &n);
  for (guint i = 0; i < n; i++)
    {
      const CorStation *station = (const CorStation *)items[i];
      CorMapStation out
          = { .id = station->item.id,
              .kind = station_kind (station->station_kind),
              .planned = station->status == COR_STATION_CANDIDATE,
              .closed = station->status == COR_STATION_CLOSED || station->max_length_m < longest,
              .lon = station->lon,
              .lat = station->lat,
              .label = cor_item_label (&station->item, content->zh) };

      if (g_strcmp0 (content->stations, "access") == 0)
        add_access (&out);
      else
        add_load (content, most_kwh, &out);
      cor_map_scene_add_station (scene, &out);
    }
}

/* The most comparisons of a station with a piece of line that are made while the map is drawn. */
#define MOST_COMPARISONS 2e6

/* Metres to a line that is cut into straight pieces, on a plane at the place. */
static double
distance_to_line (CorLonLat at, const CorMapRoute *route)
{
  double per_lat = 111195.08, per_lon = per_lat * cos (at.lat * G_PI / 180), least = INFINITY;

  for (guint i = 0; i + 1 < route->n_points; i++)
    {
      double ax = (route->lon_lat[2 * i] - at.lon) * per_lon;
      double ay = (route->lon_lat[2 * i + 1] - at.lat) * per_lat;
      double dx = (route->lon_lat[2 * i + 2] - at.lon) * per_lon - ax;
      double dy = (route->lon_lat[2 * i + 3] - at.lat) * per_lat - ay;
      double square = dx * dx + dy * dy;
      double t = square > 0 ? CLAMP (-(ax * dx + ay * dy) / square, 0, 1) : 0;

      least = fmin (least, hypot (ax + t * dx, ay + t * dy));
    }
  return least;
}

/* How many stations lie within the strip; -1 where counting would take too long. */
static int
count_near (const CorMapContent *content, const CorMapScene *scene)
{
  guint n_routes, n_stations, n_points = 0;
  const CorMapRoute *routes = cor_map_scene_get_routes (scene, &n_routes);
  const CorMapStation *stations = cor_map_scene_get_stations (scene, &n_stations);
  int near = 0;

  for (guint i = 0; i < n_routes; i++)
    n_points += routes[i].n_points;
  if ((double)n_points * n_stations > MOST_COMPARISONS)
    return -1;
  for (guint s = 0; s < n_stations; s++)
    for (guint i = 0; i < n_routes; i++)
      if (distance_to_line ((CorLonLat){ stations[s].lon, stations[s].lat }, &routes[i])
          <= content->buffer_m)
        {
          near++;
          break;
        }
  return near;
}

static void
add_buffer (const CorMapContent *content, CorMapScene *scene)
{
  g_autofree char *km = cor_format_quantity (COR_QUANTITY_KM, content->buffer_m / 1000, NULL);
  g_autofree char *label = NULL;
  int near;

  if (content->buffer_m <= 0)
    return;
  near = count_near (content, scene);
  if (near < 0)
    label = g_strdup_printf (_ ("within %s of a route"), km);
  else
    label = g_strdup_printf (ngettext ("within %s of a route: %d station", "within %s of a route: %d stations", near),
                             km, near);
  cor_map_scene_set_buffer (scene, content->buffer_m, label);
}

/* The sites whose names the ends of routes say already. */
static GHashTable *
labelled_sites (const CorScenario *scenario)
{
  GHashTable *sites = g_hash_table_new (g_str_hash, g_str_equal);
  const CorItem *const *routes;
  guint n;

  routes = cor_scenario_items (scenario, COR_ITEM_ROUTE, &n);
  for (guint i = 0; i < n; i++)
    if (((const CorRoute *)routes[i])->destination != NULL)
      g_hash_table_add (sites, ((const CorRoute *)routes[i])->destination);
  return sites;
}

static void
add_sites (const CorMapContent *content, CorMapScene *scene)
{
  static const CorMapSiteKind kinds[] = {
    [COR_SITE_PORT] = COR_MAP_SITE_PORT,           [COR_SITE_YARD] = COR_MAP_SITE_WAREHOUSE,
    [COR_SITE_WAREHOUSE] = COR_MAP_SITE_WAREHOUSE, [COR_SITE_MARKET] = COR_MAP_SITE_MARKET,
    [COR_SITE_QUARRY] = COR_MAP_SITE_QUARRY,       [COR_SITE_BORDER] = COR_MAP_SITE_BORDER,
    [COR_SITE_DEPOT] = COR_MAP_SITE_DEPOT,         [COR_SITE_OTHER] = COR_MAP_SITE_OTHER,
  };
  g_autoptr (GHashTable) labelled = labelled_sites (content->scenario);
  const CorItem *const *items;
  guint n;

  items = cor_scenario_items (content->scenario, COR_ITEM_SITE, &n);
  for (guint i = 0; i < n; i++)
    {
      const CorSite *site = (const CorSite *)items[i];
      CorMapSite out = {
        .id = site->item.id, .kind = kinds[site->site_kind], .lon = site->lon, .lat = site->lat
      };

      if (!g_hash_table_contains (labelled, site->item.id))
        out.label = cor_item_label (&site->item, content->zh);
      cor_map_scene_add_site (scene, &out);
    }
}

/* Where a stop leaves the way: legs go out and back by turns. */
static gboolean
leave_point (const CorDutyResult *duty, const CorPlanStop *stop, CorLonLat *out)
{
  const CorGeometry *geometry = duty->geometry;
  gboolean back = geometry != NULL && geometry->back != NULL && stop->leg % 2 == 1;
  const CorPath *path = geometry == NULL ? NULL : back ? geometry->back : geometry->out;

  if (path == NULL)
    return FALSE;
  *out = cor_path_locate (path, stop->at_m);
  return TRUE;
}

/* The road to the station of a stop, or straight there; where the station has moved since, the road
 * leads to where it is now. */
static GArray *
detour_line (const CorDutyResult *duty, const CorPlanStop *stop, CorLonLat was, CorLonLat is)
{
  GArray *line = g_array_new (FALSE, FALSE, sizeof (double));
  gboolean back = duty->geometry != NULL && duty->geometry->back != NULL && stop->leg == 1;
  CorLonLat leave;

  for (guint i = 0; duty->detours != NULL && i < duty->detours->len; i++)
    {
      const CorDetourLine *road = &g_array_index (duty->detours, CorDetourLine, i);

      if (road->station != (guint)stop->station || road->back != back)
        continue;
      for (guint p = 0; p < road->shape->len; p++)
        {
          CorLonLat at = g_array_index (road->shape, CorLonLat, p);
          gboolean there = at.lon == was.lon && at.lat == was.lat;

          add_point (line, there ? is.lon : at.lon, there ? is.lat : at.lat);
        }
      return line;
    }
  if (leave_point (duty, stop, &leave))
    {
      add_point (line, leave.lon, leave.lat);
      add_point (line, is.lon, is.lat);
    }
  return line;
}

/* The ways off the routes to the stations that the plans use, on the first trip of the day. */
static void
add_detours (const CorMapContent *content, const CorDutyResult *duty, CorMapScene *scene)
{
  const CorAlternative *shown = cor_duty_result_shown (duty);
  const CorItem *const *stations;
  guint n;

  stations = cor_scenario_items (content->results->scenario, COR_ITEM_STATION, &n);
  for (guint i = 0; shown != NULL && shown->plan != NULL && i < shown->plan->n_stops; i++)
    {
      const CorPlanStop *stop = &shown->plan->stops[i];
      const CorStation *was, *station;
      g_autofree char *label = NULL;
      g_autoptr (GArray) line = NULL;

      if (stop->station < 0 || (guint)stop->station >= n || stop->leg > 1)
        continue;
      was = (const CorStation *)stations[stop->station];
      station = (const CorStation *)cor_scenario_find (content->scenario, COR_ITEM_STATION,
                                                       was->item.id);
      if (station == NULL)
        continue;
      if (content->selected_kind == COR_ITEM_STATION
          && g_strcmp0 (content->selected, station->item.id) == 0)
        label = cor_format_change (COR_QUANTITY_KM, stop->detour_m / 1000, NULL);
      line = detour_line (duty, stop, (CorLonLat){ was->lon, was->lat },
                          (CorLonLat){ station->lon, station->lat });
      cor_map_scene_add_detour (scene,
                                &(CorMapDetour){ .lon_lat = (const double *)(gpointer)line->data,
                                                 .n_points = line->len / 2,
                                                 .label = label,
                                                 .tint = COR_MAP_TINT_SWAP });
    }
}

CorMapScene *
cor_map_content_build (const CorMapContent *content)
{
  g_autoptr (GHashTable) duties = duties_by_route (content->results);
  CorMapScene *scene = cor_map_scene_new ();
  const CorItem *const *routes;
  guint n;

  routes = cor_scenario_items (content->scenario, COR_ITEM_ROUTE, &n);
  for (guint i = 0; i < n; i++)
    add_route (content, (const CorRoute *)routes[i], g_hash_table_lookup (duties, routes[i]->id), scene);
  for (guint i = 0; content->results != NULL && i < content->results->n_duties; i++)
    add_detours (content, &content->results->duties[i], scene);
  add_sites (content, scene);
  add_stations (content, scene);
  add_buffer (content, scene);
  cor_map_scene_set_reach (scene, content->reach);
  return scene;
}
