/* cor-map-content-stations.c: the stations of a scenario as they lie on the map, and the strip along the routes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-content-private.h"

#include "cor-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Area of the disc that says who can enter, as a share of the largest. */
#define ACCESS_DISC 0.06

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

static CorMapStationState
station_state (CorStationStatus status)
{
  return status == COR_STATION_PLANNED     ? COR_MAP_STATION_PLANNED
         : status == COR_STATION_CANDIDATE ? COR_MAP_STATION_CANDIDATE
                                           : COR_MAP_STATION_BUILT;
}

/* Whether trucks may be sent there. */
static gboolean
counts (const CorStation *station)
{
  return station->status == COR_STATION_EXISTING || station->status == COR_STATION_PLANNED;
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

void
cor_map_content_add_stations (const CorMapContent *content, CorMapScene *scene)
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
              .state = station_state (station->status),
              .closed = station->status == COR_STATION_CLOSED || station->max_length_m < longest,
              .lon = station->lon,
              .lat = station->lat,
              .label = cor_item_label (&station->item, content->zh) };

      if (content->only_used && !counts (station))
        continue;
      if (g_strcmp0 (content->stations, "access") == 0)
        add_access (&out);
      else
        add_load (content, most_kwh, &out);
      cor_map_scene_put_station (scene, &out);
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

void
cor_map_content_add_buffer (const CorMapContent *content, CorMapScene *scene)
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
