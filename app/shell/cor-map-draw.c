/* cor-map-draw.c: drawing routes, along the roads or by hand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-pane-private.h"

#include "cor-edit.h"
#include "cor-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

void
cor_map_pane_back_to_select (CorMapPane *self)
{
  g_object_set (self, "tool", "select", NULL);
}

static void
point_clear (gpointer data)
{
  g_free (((CorMapPoint *)data)->site);
}

GArray *
cor_map_points_new (void)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (CorMapPoint));

  g_array_set_clear_func (points, point_clear);
  return points;
}

void
cor_map_pane_forget_points (CorMapPane *self)
{
  if (self->points != NULL)
    g_array_set_size (self->points, 0);
  self->measured = FALSE;
  cor_map_pane_stop_live (self);
  if (self->layer != NULL)
    {
      cor_object_layer_set_band (self->layer, NULL, 0);
      cor_object_layer_set_guide (self->layer, NULL, 0, NULL);
    }
}

/* The site of that id, or a new one there in @scenario (replaced). Returns its id. */
static char *
site_at (CorMapPane *self, CorScenario **scenario, const char *id, CorLonLat at)
{
  CorScenario *next;
  char *made = NULL;

  if (id != NULL)
    return g_strdup (id);
  next = cor_map_pane_add_named (self, *scenario, COR_ITEM_SITE, COR_SITE_OTHER, at, &made);
  cor_scenario_unref (*scenario);
  *scenario = next;
  return made;
}

/* The points between the ends: as a line of its own where it is drawn by hand, else as vias. */
static CorScenario *
with_points (CorMapPane *self, CorScenario *scenario, const char *id)
{
  const CorRoute *route = (const CorRoute *)cor_scenario_find (scenario, COR_ITEM_ROUTE, id);
  g_autoptr (GArray) vias = cor_vias_new ();
  g_autoptr (GArray) line = cor_points_new ();
  const CorItem *from = cor_scenario_find (scenario, COR_ITEM_SITE, route->origin);
  const CorItem *to = cor_scenario_find (scenario, COR_ITEM_SITE, route->destination);
  CorLonLat ends[2] = { cor_map_pane_place_of (from), cor_map_pane_place_of (to) };

  g_array_append_val (line, ends[0]);
  for (guint i = 1; i < self->points->len; i++)
    {
      const CorMapPoint *point = &g_array_index (self->points, CorMapPoint, i);
      CorVia via = { g_strdup (point->site), point->at.lon, point->at.lat };

      g_array_append_val (vias, via);
      g_array_append_val (line, point->at);
    }
  g_array_append_val (line, ends[1]);
  if (self->by_hand)
    return cor_edit_boxed (scenario, COR_ITEM_ROUTE, id, "line", line, NULL);
  if (vias->len > 0)
    return cor_edit_boxed (scenario, COR_ITEM_ROUTE, id, "vias", vias, NULL);
  return cor_scenario_ref (scenario);
}

/* The duty of a new route takes the truck that is selected, where that is none on diesel. Takes over @scenario. */
static CorScenario *
with_truck (CorMapPane *self, CorScenario *scenario, const char *route)
{
  CorSelection *selection = cor_session_get_selection (self->session);
  const char *id = cor_selection_get_kind (selection) == COR_ITEM_TRUCK ? cor_selection_get_id (selection) : NULL;
  const CorTruck *truck
      = id != NULL ? (const CorTruck *)cor_scenario_find (scenario, COR_ITEM_TRUCK, id) : NULL;
  const CorItem *const *duties;
  guint n;

  duties = cor_scenario_items (scenario, COR_ITEM_DUTY, &n);
  for (guint i = 0; truck != NULL && truck->powertrain != COR_POWERTRAIN_DIESEL && i < n; i++)
    if (g_strcmp0 (((const CorDuty *)duties[i])->route, route) == 0)
      {
        CorScenario *next = cor_edit_string (scenario, COR_ITEM_DUTY, duties[i]->id, "truck", id, NULL);

        cor_scenario_unref (scenario);
        return next;
      }
  return scenario;
}

/* The truck that works the route. */
static const char *
truck_on (const CorScenario *scenario, const char *route)
{
  guint n;
  const CorItem *const *duties = cor_scenario_items (scenario, COR_ITEM_DUTY, &n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (((const CorDuty *)duties[i])->route, route) == 0)
      return ((const CorDuty *)duties[i])->truck;
  return NULL;
}

/* A new route carries what its type of truck typically does, and says that this is assumed. Takes over @scenario. */
static CorScenario *
with_payload (CorMapPane *self, CorScenario *scenario, const char *route, char **text)
{
  g_autoptr (CorScenario) before = scenario;
  g_autoptr (CorScenario) loaded = NULL;
  const char *truck = truck_on (scenario, route);
  g_autofree char *tonnes = NULL;
  CorParamValue payload;

  if (truck == NULL
      || !cor_session_get_parameter (self->session, COR_ITEM_TRUCK, truck, COR_PARAM_TYPICAL_PAYLOAD, &payload, NULL))
    return g_steal_pointer (&before);
  loaded = cor_edit_number (scenario, COR_ITEM_ROUTE, route, "payload_out_t", payload.value, NULL);
  tonnes = cor_format_quantity (COR_QUANTITY_TONNES, payload.value, NULL);
  *text = g_strdup_printf (_ ("Payload assumed: %s out, empty back; type your own beside “Payload out”"), tonnes);
  return cor_edit_string (loaded, COR_ITEM_ROUTE, route, "source", cor_edit_assumed_payload (), NULL);
}

/* Both ends are known: the route, its duty and what sites it lacks are one step. @note: (nullable): told then. */
static void
finish_route (CorMapPane *self, const char *destination, CorLonLat at, const char *note)
{
  const CorMapPoint *first = &g_array_index (self->points, CorMapPoint, 0);
  g_autoptr (CorScenario) scenario = cor_scenario_ref (cor_map_pane_scenario (self));
  g_autofree char *from = site_at (self, &scenario, first->site, first->at);
  g_autofree char *to = site_at (self, &scenario, destination, at);
  g_autoptr (CorScenario) with_route = NULL;
  g_autofree char *id = NULL, *assumed = NULL;
  gboolean by_hand = self->by_hand;
  CorScenario *next;

  if (g_str_equal (from, to))
    return;
  with_route = cor_edit_add_route (scenario, from, to, &id);
  next = with_payload (self, with_truck (self, with_points (self, with_route, id), id), id, &assumed);
  cor_document_apply (cor_session_get_document (self->session), next, _ ("Add a route"), NULL);
  cor_selection_set (cor_session_get_selection (self->session), COR_ITEM_ROUTE, id);
  cor_object_layer_set_found (self->layer, NULL, NULL);
  cor_map_pane_back_to_select (self);
  cor_map_pane_show_route (self, id);
  if (by_hand)
    cor_map_pane_tell (self, _ ("This route follows no road: its length is that of the line, tolls "
                                "and speed limits are not known"));
  else if (note != NULL || assumed != NULL)
    cor_map_pane_tell (self, note != NULL ? note : assumed);
}

/* The site whose icon is nearest to a click that just missed it; NULL where none is near. */
static const char *
near_site (CorMapPane *self, CorLonLat at)
{
  guint n;
  const CorItem *const *sites
      = cor_scenario_items (cor_map_pane_scenario (self), COR_ITEM_SITE, &n);
  const char *nearest = NULL;
  double least = COR_MAP_SNAP_PX, x, y;
  CorMapFrame frame;

  cor_map_view_get_frame (self->view, &frame);
  cor_map_frame_project (&frame, at.lon, at.lat, &x, &y);
  for (guint i = 0; i < n; i++)
    {
      const CorSite *site = (const CorSite *)sites[i];
      double site_x, site_y, away;

      cor_map_frame_project (&frame, site->lon, site->lat, &site_x, &site_y);
      away = hypot (site_x - x, site_y - y);
      if (away < least)
        {
          least = away;
          nearest = site->item.id;
        }
    }
  return nearest;
}

void
cor_map_pane_route_point (CorMapPane *self, const char *site, CorLonLat at, gboolean by_way_of)
{
  CorScenario *scenario = cor_map_pane_scenario (self);
  CorMapPoint point = { NULL, at };
  g_autofree char *text = NULL;

  /* The keyboard may have come to one that is gone by now. */
  if (site == NULL || cor_scenario_find (scenario, COR_ITEM_SITE, site) == NULL)
    site = near_site (self, at);
  if (site != NULL)
    point.at = cor_map_pane_place_of (cor_scenario_find (scenario, COR_ITEM_SITE, site));
  if (!cor_map_pane_has_road (self, point.at, &text))
    cor_map_pane_tell (self, text);
  else if (self->points->len > 0 && !by_way_of)
    finish_route (self, site, point.at, text);
  else
    {
      point.site = g_strdup (site);
      g_array_append_val (self->points, point);
      cor_map_pane_show_live (self, point.at);
      if (text != NULL)
        cor_map_pane_tell (self, text);
    }
}

void
cor_map_pane_route_from (CorMapPane *self, const char *site, CorLonLat at)
{
  g_object_set (self, "tool", "route", NULL);
  cor_map_pane_route_point (self, site, at, FALSE);
}

static void
place_clicked (CorMapPane *self,
               double lon,
               double lat,
               CorMapObjectKind kind,
               const char *id,
               int n_press,
               GdkModifierType state)
{
  const CorItem *site = kind == COR_MAP_OBJECT_SITE
                            ? cor_edit_item (cor_map_pane_scenario (self), COR_ITEM_SITE, id)
                            : NULL;
  CorLonLat at = { lon, lat };

  if (g_str_equal (self->tool, "measure"))
    cor_map_pane_measure_click (self, at, n_press);
  else if (n_press > 1)
    return;
  else if (g_str_equal (self->tool, "route"))
    cor_map_pane_route_point (self, site != NULL ? id : NULL, at, (state & GDK_SHIFT_MASK) != 0);
  else
    cor_map_pane_put_tool (self, at);
}

static void
place_moved (CorMapPane *self, double lon, double lat)
{
  CorLonLat at = { lon, lat };

  if (g_str_equal (self->tool, "route") || g_str_equal (self->tool, "measure"))
    cor_map_pane_show_live (self, at);
  else
    cor_map_pane_show_road (self, at);
}

gboolean
cor_map_pane_take_point (CorMapPane *self, const char *site)
{
  const CorItem *item = site != NULL ? cor_scenario_find (cor_map_pane_scenario (self), COR_ITEM_SITE, site) : NULL;
  CorLonLat at = item != NULL ? cor_map_pane_place_of (item) : self->pointer;

  if (item == NULL && self->points->len == 0)
    return FALSE;
  if (g_str_equal (self->tool, "measure"))
    {
      if (!self->measured)
        cor_map_pane_measure_click (self, at, 1);
      cor_map_pane_measure_click (self, at, 2);
    }
  else
    cor_map_pane_route_point (self, site, at, FALSE);
  return TRUE;
}

gboolean
cor_map_pane_take_back (CorMapPane *self)
{
  if (self->points->len == 0)
    return FALSE;
  self->measured = FALSE;
  g_array_set_size (self->points, self->points->len - 1);
  if (self->points->len == 0)
    cor_map_pane_forget_points (self);
  cor_map_pane_show_hint (self);
  return TRUE;
}

/* A site that was clicked on may be undone or deleted before the route is whole: the place stays. At once, as the next
 * new site may get its id. */
static void
forget_gone_sites (CorMapPane *self)
{
  for (guint i = 0; i < self->points->len; i++)
    {
      CorMapPoint *point = &g_array_index (self->points, CorMapPoint, i);

      if (point->site != NULL && cor_scenario_find (cor_map_pane_scenario (self), COR_ITEM_SITE, point->site) == NULL)
        g_clear_pointer (&point->site, g_free);
    }
}

void
cor_map_pane_connect_drawing (CorMapPane *self)
{
  self->points = cor_map_points_new ();
  g_signal_connect_object (cor_session_get_document (self->session), "changed", G_CALLBACK (forget_gone_sites), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->layer, "place-clicked", G_CALLBACK (place_clicked), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->layer, "place-moved", G_CALLBACK (place_moved), self,
                           G_CONNECT_SWAPPED);
}
