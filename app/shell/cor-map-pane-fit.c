/* cor-map-pane-fit.c: what part of the world the map of a window shows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-pane-private.h"

#include "cor-edit.h"

#include <math.h>

/* As many points of the routes' lines say where they run. */
#define LINE_POINTS 400

/* Zoom at which a single place is looked at. */
#define PLACE_ZOOM 12.0

typedef struct
{
  double west, south, east, north;
  guint n;
} Box;

static void
box_add (Box *box, double lon, double lat)
{
  box->west = box->n ? MIN (box->west, lon) : lon;
  box->east = box->n ? MAX (box->east, lon) : lon;
  box->south = box->n ? MIN (box->south, lat) : lat;
  box->north = box->n ? MAX (box->north, lat) : lat;
  box->n++;
}

static void
add_place (GArray *places, double lon, double lat)
{
  g_array_append_val (places, lon);
  g_array_append_val (places, lat);
}

/* The stations; of too many the corners of the box around them. */
static void
add_stations (CorScenario *scenario, GArray *places)
{
  guint n;
  const CorItem *const *items = cor_scenario_items (scenario, COR_ITEM_STATION, &n);
  Box box = { 0 };

  for (guint i = 0; i < n; i++)
    {
      const CorStation *station = (const CorStation *)items[i];

      box_add (&box, station->lon, station->lat);
      if (n <= LINE_POINTS)
        add_place (places, station->lon, station->lat);
    }
  if (n <= LINE_POINTS)
    return;
  add_place (places, box.west, box.south);
  add_place (places, box.west, box.north);
  add_place (places, box.east, box.south);
  add_place (places, box.east, box.north);
}

/* The points of the lines furthest west, east, south and north, and as many between as say where they run. */
static void
add_lines (const CorMapRoute *routes, guint n, GArray *places)
{
  const double *west = NULL, *east = NULL, *south = NULL, *north = NULL;
  guint points = 0, step;

  for (guint i = 0; i < n; i++)
    points += routes[i].n_points;
  step = points / LINE_POINTS + 1;
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < routes[i].n_points; k++)
      {
        const double *at = routes[i].lon_lat + 2 * k;

        west = west == NULL || at[0] < west[0] ? at : west;
        east = east == NULL || at[0] > east[0] ? at : east;
        south = south == NULL || at[1] < south[1] ? at : south;
        north = north == NULL || at[1] > north[1] ? at : north;
        if (k % step == 0)
          add_place (places, at[0], at[1]);
      }
  if (points == 0)
    return;
  add_place (places, west[0], west[1]);
  add_place (places, east[0], east[1]);
  add_place (places, south[0], south[1]);
  add_place (places, north[0], north[1]);
}

/* Longitudes and latitudes by turns: the sites, or the stations where there are not two sites, and the lines of the routes. */
static GArray *
places_of_all (CorMapPane *self)
{
  CorScenario *scenario = cor_map_pane_scenario (self);
  CorMapScene *scene = cor_object_layer_get_scene (self->layer);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (double));
  const CorItem *const *items;
  const CorMapRoute *routes;
  guint n;

  items = cor_scenario_items (scenario, COR_ITEM_SITE, &n);
  for (guint i = 0; i < n; i++)
    add_place (places, ((const CorSite *)items[i])->lon, ((const CorSite *)items[i])->lat);
  if (n < 2)
    add_stations (scenario, places);
  routes = scene != NULL ? cor_map_scene_get_routes (scene, &n) : NULL;
  if (routes != NULL)
    add_lines (routes, n, places);
  return places;
}

/* Where a scenario without anything on the map begins: where it says, or else where its roads are. */
static void
fit_region (CorMapPane *self)
{
  /* The corners of the delta, and the cities in it that nothing is to cover: Shenzhen, Guangzhou. */
  static const double delta[] = { 112.8, 22.1, 112.8, 23.3, 114.7, 22.1, 114.7, 23.3, 114.06, 22.54, 113.26, 23.13 };
  const CorHead *head = cor_scenario_head (cor_map_pane_scenario (self));
  CorLonLat low, high;
  gboolean within;

  cor_network_bounds (self->network, &low, &high);
  within = head->lon >= low.lon && head->lon <= high.lon && head->lat >= low.lat && head->lat <= high.lat;
  if (within || (cor_network_indicative (self->network) && !isnan (head->lon) && !isnan (head->lat)))
    cor_map_view_center_on (self->view, head->lon, head->lat, isnan (head->zoom) ? 9 : head->zoom);
  else if (cor_network_indicative (self->network))
    cor_map_view_fit_places (self->view, delta, G_N_ELEMENTS (delta) / 2);
  else
    cor_map_view_fit (self->view, low.lon, low.lat, high.lon, high.lat);
}

void
cor_map_pane_fit (CorMapPane *self)
{
  g_autoptr (GArray) places = NULL;

  g_return_if_fail (COR_IS_MAP_PANE (self));

  places = places_of_all (self);
  if (places->len > 2)
    cor_map_view_fit_places (self->view, (const double *) (void *) places->data, places->len / 2);
  else if (places->len == 2)
    cor_map_view_center_on (self->view, g_array_index (places, double, 0), g_array_index (places, double, 1), 11);
  else
    fit_region (self);
}

gboolean
cor_map_pane_is_empty (CorMapPane *self)
{
  static const CorItemKind kinds[] = { COR_ITEM_ROUTE, COR_ITEM_SITE, COR_ITEM_STATION };
  gboolean empty = TRUE;
  guint n;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      cor_scenario_items (cor_map_pane_scenario (self), kinds[i], &n);
      empty = empty && n == 0;
    }
  return empty;
}

void
cor_map_pane_fit_empty (CorMapPane *self)
{
  g_return_if_fail (COR_IS_MAP_PANE (self));

  if (cor_map_pane_is_empty (self))
    fit_region (self);
}

static void
add_route_to_box (CorMapPane *self, const char *id, Box *box)
{
  CorMapScene *scene = cor_object_layer_get_scene (self->layer);
  const CorMapRoute *routes;
  guint n = 0;

  routes = scene != NULL ? cor_map_scene_get_routes (scene, &n) : NULL;
  for (guint i = 0; i < n; i++)
    for (guint k = 0; g_strcmp0 (routes[i].id, id) == 0 && k < routes[i].n_points; k++)
      box_add (box, routes[i].lon_lat[2 * k], routes[i].lon_lat[2 * k + 1]);
}

void
cor_map_pane_show_route (CorMapPane *self, const char *id)
{
  g_free (self->drawn);
  self->drawn = g_strdup (id);
}

static gboolean
is_in_sight (const CorMapFrame *frame, const CorMapRoute *route)
{
  for (guint i = 0; i < route->n_points; i++)
    {
      double x, y;

      cor_map_frame_project (frame, route->lon_lat[2 * i], route->lon_lat[2 * i + 1], &x, &y);
      if (x < 0 || y < 0 || x > frame->width || y > frame->height)
        return FALSE;
    }
  return TRUE;
}

void
cor_map_pane_show_drawn (CorMapPane *self)
{
  const CorResults *results = cor_session_get_results (self->session);
  CorMapScene *scene = cor_object_layer_get_scene (self->layer);
  const CorMapRoute *routes;
  CorMapFrame frame;
  guint n;

  if (self->drawn == NULL || results == NULL || cor_scenario_find (results->scenario, COR_ITEM_ROUTE, self->drawn) == NULL)
    return;
  cor_map_view_get_frame (self->view, &frame);
  routes = cor_map_scene_get_routes (scene, &n);
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (routes[i].id, self->drawn) == 0 && !is_in_sight (&frame, &routes[i]))
      {
        g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (double));

        add_lines (&routes[i], 1, places);
        cor_map_view_fit_places (self->view, (const double *) (void *) places->data, places->len / 2);
      }
  g_clear_pointer (&self->drawn, g_free);
}

/* Around all that is selected; of a duty around its route. */
static Box
selection_box (CorMapPane *self)
{
  CorSelection *selection = cor_session_get_selection (self->session);
  CorItemKind kind = cor_selection_get_kind (selection);
  const char *const *ids = cor_selection_get_ids (selection);
  Box box = { 0 };

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const CorItem *item = cor_edit_item (cor_map_pane_scenario (self), kind, ids[i]);
      CorLonLat at;

      if (item == NULL)
        continue;
      if (kind == COR_ITEM_ROUTE || kind == COR_ITEM_DUTY)
        add_route_to_box (self, kind == COR_ITEM_ROUTE ? ids[i] : ((const CorDuty *)item)->route,
                          &box);
      if (kind != COR_ITEM_SITE && kind != COR_ITEM_STATION)
        continue;
      at = cor_map_pane_place_of (item);
      box_add (&box, at.lon, at.lat);
    }
  return box;
}

void
cor_map_pane_fit_selected (CorMapPane *self)
{
  Box box;

  g_return_if_fail (COR_IS_MAP_PANE (self));

  box = selection_box (self);
  if (box.n == 1)
    cor_map_view_center_on (self->view, box.west, box.south, PLACE_ZOOM);
  else if (box.n > 1)
    cor_map_view_fit (self->view, box.west, box.south, box.east, box.north);
}

void
cor_map_pane_show_selected (CorMapPane *self)
{
  Box box;

  g_return_if_fail (COR_IS_MAP_PANE (self));

  box = selection_box (self);
  if (box.n == 1)
    cor_map_view_center_on (self->view, box.west, box.south, -1);
  else
    cor_map_pane_fit_selected (self);
}
