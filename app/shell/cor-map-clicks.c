/* cor-map-clicks.c: selecting, placing and drawing on the map, its keys and its menu.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-pane-private.h"

#include "cor-edit.h"
#include "cor-format.h"
#include "cor-item-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* How far an arrow key moves a place, metres; ten times as far with Shift. */
#define NUDGE_M 100.0

/* A new place is called after one that is no further away. */
#define NAME_WITHIN_M 8000.0

/* How far beside a site a click still means it, pixels. */
#define SNAP_PX 18.0

/* Metres of a degree of latitude: the mean radius of the earth, 6371.0088 km, times pi / 180. */
#define METRES_PER_DEGREE 111195.08

static CorItemKind
item_kind (CorMapObjectKind kind)
{
  switch (kind)
    {
    case COR_MAP_OBJECT_SITE:
      return COR_ITEM_SITE;
    case COR_MAP_OBJECT_STATION:
      return COR_ITEM_STATION;
    case COR_MAP_OBJECT_ROUTE:
      return COR_ITEM_ROUTE;
    default:
      return COR_ITEM_HEAD;
    }
}

static void
object_clicked (CorMapPane *self,
                CorMapObjectKind kind,
                const char *id,
                int n_press,
                GdkModifierType state)
{
  CorSelection *selection = cor_session_get_selection (self->session);

  if (state & GDK_CONTROL_MASK)
    cor_selection_toggle (selection, item_kind (kind), id);
  else
    cor_selection_set (selection, item_kind (kind), id);
  if (n_press == 2)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.inspect", NULL);
}

static void
background_clicked (CorMapPane *self, double lon, double lat, GdkModifierType state)
{
  if (!(state & GDK_CONTROL_MASK))
    cor_selection_clear (cor_session_get_selection (self->session));
}

static void
back_to_select (CorMapPane *self)
{
  g_object_set (self, "tool", "select", NULL);
}

/* The name of the town or place nearest to @at; NULL where none is near. */
static const CorPlace *
nearest_place (CorMapPane *self, CorLonLat at)
{
  const CorPlace *nearest = NULL;
  double least = NAME_WITHIN_M;

  for (guint i = 0; self->places != NULL && i < cor_places_get_n (self->places); i++)
    {
      const CorPlace *place = cor_places_get (self->places, i);
      double away = cor_lonlat_distance (at, (CorLonLat){ place->lon, place->lat });

      if (away >= least || place->kind > COR_PLACE_AIRPORT)
        continue;
      least = away;
      nearest = place;
    }
  return nearest;
}

/* Adds a place named after where it is: "Humen", "Humen, swap station". */
static CorScenario *
add_named (CorMapPane *self,
           CorScenario *scenario,
           CorItemKind kind,
           int which,
           CorLonLat at,
           char **id)
{
  const CorPlace *near = nearest_place (self, at);
  g_autofree char *name = NULL, *name_zh = NULL;

  if (near != NULL && kind == COR_ITEM_SITE)
    {
      name = g_strdup (near->name_en);
      name_zh = g_strdup (near->name_zh);
    }
  else if (near != NULL && near->name_en != NULL)
    {
      name = g_strdup_printf ("%s %s", near->name_en,
                              which == COR_STATION_SWAP ? "swap" : "charging");
      if (near->name_zh != NULL)
        name_zh = g_strdup_printf ("%s%s", near->name_zh,
                                   which == COR_STATION_SWAP ? "换电站" : "充电站");
    }
  return cor_edit_add_place (scenario, kind, which, at, name, name_zh, id);
}

/* Places what the tool says, selects it, and is done. */
static void
place (CorMapPane *self, const char *tool, CorLonLat at)
{
  CorScenario *scenario = cor_map_pane_scenario (self);
  CorItemKind kind = g_str_equal (tool, "site") ? COR_ITEM_SITE : COR_ITEM_STATION;
  int which = kind == COR_ITEM_SITE            ? COR_SITE_OTHER
              : g_str_equal (tool, "charging") ? COR_STATION_CHARGING
                                               : COR_STATION_SWAP;
  g_autofree char *id = NULL;
  CorScenario *next = add_named (self, scenario, kind, which, at, &id);

  cor_document_apply (cor_session_get_document (self->session), next,
                      kind == COR_ITEM_SITE ? _ ("Add a site") : _ ("Add a station"), NULL);
  cor_selection_set (cor_session_get_selection (self->session), kind, id);
  back_to_select (self);
}

void
cor_map_pane_forget_origin (CorMapPane *self)
{
  self->has_origin = FALSE;
  g_clear_pointer (&self->origin, g_free);
  if (self->layer != NULL)
    cor_object_layer_set_band (self->layer, NULL, 0);
}

/* The site of that id, or a new one there in @scenario (replaced). Returns its id. */
static char *
site_at (CorMapPane *self, CorScenario **scenario, const char *id, CorLonLat at)
{
  CorScenario *next;
  char *made = NULL;

  if (id != NULL)
    return g_strdup (id);
  next = add_named (self, *scenario, COR_ITEM_SITE, COR_SITE_OTHER, at, &made);
  cor_scenario_unref (*scenario);
  *scenario = next;
  return made;
}

/* Both ends are known: the route, its duty and what sites it lacks are one step. */
static void
finish_route (CorMapPane *self, const char *destination, CorLonLat at)
{
  g_autoptr (CorScenario) scenario = cor_scenario_ref (cor_map_pane_scenario (self));
  g_autofree char *from = site_at (self, &scenario, self->origin, self->origin_place);
  g_autofree char *to = site_at (self, &scenario, destination, at);
  g_autofree char *id = NULL;

  if (g_str_equal (from, to))
    return;
  cor_document_apply (cor_session_get_document (self->session),
                      cor_edit_add_route (scenario, from, to, &id), _ ("Add a route"), NULL);
  cor_selection_set (cor_session_get_selection (self->session), COR_ITEM_ROUTE, id);
  back_to_select (self);
}

/* The site whose icon is nearest to a click that just missed it; NULL where none is near. */
static const char *
near_site (CorMapPane *self, CorLonLat at)
{
  guint n;
  const CorItem *const *sites = cor_scenario_items (cor_map_pane_scenario (self), COR_ITEM_SITE, &n);
  const char *nearest = NULL;
  double least = SNAP_PX, x, y;
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

static void
route_clicked (CorMapPane *self, const char *site, CorLonLat at)
{
  if (site == NULL)
    site = near_site (self, at);
  if (self->has_origin)
    {
      finish_route (self, site, at);
      return;
    }
  self->has_origin = TRUE;
  self->origin = g_strdup (site);
  self->origin_place = at;
  gtk_label_set_label (self->hint, _ ("Now click the destination"));
}

static void
place_clicked (CorMapPane *self,
               double lon,
               double lat,
               CorMapObjectKind kind,
               const char *id,
               int n_press)
{
  const CorItem *site = kind == COR_MAP_OBJECT_SITE
                            ? cor_edit_item (cor_map_pane_scenario (self), COR_ITEM_SITE, id)
                            : NULL;
  CorLonLat at = { lon, lat };

  if (n_press > 1)
    return;
  if (site != NULL)
    at = (CorLonLat){ ((const CorSite *)site)->lon, ((const CorSite *)site)->lat };
  if (g_str_equal (self->tool, "route"))
    route_clicked (self, site != NULL ? id : NULL, at);
  else
    place (self, self->tool, at);
}

/* The line that the route would take, along the roads where there is a way. */
static void
place_moved (CorMapPane *self, double lon, double lat)
{
  CorLonLat ends[2] = { self->origin_place, { lon, lat } };
  g_autoptr (CorPath) path = NULL;

  if (!self->has_origin)
    return;
  path = cor_network_route (self->network, ends, 2, NULL, NULL);
  if (path != NULL)
    cor_object_layer_set_band (self->layer, (const double *)path->shape, path->n_shape);
  else
    cor_object_layer_set_band (self->layer, (const double *)ends, 2);
}

/* A thing's name, and its number. */
static char *
hover_text (CorMapPane *self, CorMapObjectKind kind, const char *id)
{
  const CorItem *item = cor_edit_item (cor_map_pane_scenario (self), item_kind (kind), id);
  const CorResults *results = cor_session_get_results (self->session);
  gboolean zh = cor_format_is_chinese (NULL);
  g_autofree char *subtitle = NULL;

  if (item == NULL)
    return NULL;
  if (item->kind == COR_ITEM_ROUTE)
    {
      CorParity parity = cor_item_parity (results, COR_ITEM_ROUTE, id);
      g_autofree char *year = cor_parity_text (&parity);

      return g_strdup_printf (_ ("%s\nParity: %s"), cor_item_label (item, zh), year);
    }
  subtitle = cor_item_subtitle (cor_map_pane_scenario (self), item, zh);
  return g_strdup_printf ("%s\n%s", cor_item_label (item, zh), subtitle);
}

static void
object_hovered (CorMapPane *self, CorMapObjectKind kind, const char *id)
{
  g_autofree char *text
      = kind != COR_MAP_OBJECT_NONE && id != NULL ? hover_text (self, kind, id) : NULL;

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->view), text);
}

static void
box_selected (CorMapPane *self, double west, double south, double east, double north)
{
  CorSelection *selection = cor_session_get_selection (self->session);
  const CorItem *const *stations;
  gboolean first = TRUE;
  guint n;

  stations = cor_scenario_items (cor_map_pane_scenario (self), COR_ITEM_STATION, &n);
  for (guint i = 0; i < n; i++)
    {
      const CorStation *station = (const CorStation *)stations[i];

      if (station->lon < west || station->lon > east || station->lat < south
          || station->lat > north)
        continue;
      if (first)
        cor_selection_set (selection, COR_ITEM_STATION, station->item.id);
      else if (!cor_selection_contains (selection, COR_ITEM_STATION, station->item.id))
        cor_selection_toggle (selection, COR_ITEM_STATION, station->item.id);
      first = FALSE;
    }
}

static void
context_menu (CorMapPane *self,
              CorMapObjectKind kind,
              const char *id,
              double x,
              double y,
              double lon,
              double lat)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  self->menu_place = (CorLonLat){ lon, lat };
  if (kind != COR_MAP_OBJECT_NONE && id != NULL)
    {
      cor_selection_set (cor_session_get_selection (self->session), item_kind (kind), id);
      g_menu_append (menu, _ ("_Properties"), "win.inspect");
      if (kind == COR_MAP_OBJECT_ROUTE)
        g_menu_append (menu, _ ("C_harging Plan"), "win.plan");
      g_menu_append (menu, _ ("D_uplicate"), "win.duplicate");
      g_menu_append (menu, _ ("_Delete"), "win.delete");
    }
  else
    {
      g_menu_append (menu, _ ("Place a _Swap Station Here"), "map.place::station");
      g_menu_append (menu, _ ("Place a _Charging Station Here"), "map.place::charging");
      g_menu_append (menu, _ ("Place a S_ite Here"), "map.place::site");
      g_menu_append (menu, _ ("_Route from Here"), "map.route-from");
    }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), G_MENU_MODEL (menu));
  gtk_popover_set_pointing_to (self->menu, &(GdkRectangle){ (int)x, (int)y, 1, 1 });
  gtk_popover_popup (self->menu);
}

static void
place_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorMapPane *self = data;

  place (self, g_variant_get_string (parameter, NULL), self->menu_place);
}

static void
route_from_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorMapPane *self = data;

  g_object_set (self, "tool", "route", NULL);
  route_clicked (self, NULL, self->menu_place);
}

/* Moves the selected place by a step of that many metres east and north. */
static gboolean
nudge (CorMapPane *self, double east_m, double north_m)
{
  CorSelection *selection = cor_session_get_selection (self->session);
  CorItemKind kind = cor_selection_get_kind (selection);
  const char *id = cor_selection_get_id (selection);
  const CorItem *item = id != NULL ? cor_edit_item (cor_map_pane_scenario (self), kind, id) : NULL;
  g_autofree char *key = NULL, *label = NULL;
  CorLonLat at;

  if (item == NULL || (kind != COR_ITEM_SITE && kind != COR_ITEM_STATION))
    return FALSE;
  at = kind == COR_ITEM_SITE
           ? (CorLonLat){ ((const CorSite *)item)->lon, ((const CorSite *)item)->lat }
           : (CorLonLat){ ((const CorStation *)item)->lon, ((const CorStation *)item)->lat };
  at.lat += north_m / METRES_PER_DEGREE;
  at.lon += east_m / (METRES_PER_DEGREE * cos (at.lat * G_PI / 180));
  key = g_strdup_printf ("nudge/%d/%s", kind, id);
  label = g_strdup_printf (_ ("Move “%s”"), cor_item_label (item, cor_format_is_chinese (NULL)));
  cor_document_apply (cor_session_get_document (self->session),
                      cor_edit_place (cor_map_pane_scenario (self), kind, id, at, NULL), label,
                      key);
  return TRUE;
}

static gboolean
key_pressed (CorMapPane *self, guint keyval, guint keycode, GdkModifierType state)
{
  double step = state & GDK_SHIFT_MASK ? 10 * NUDGE_M : NUDGE_M;

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Left:
      return nudge (self, -step, 0);
    case GDK_KEY_Right:
      return nudge (self, step, 0);
    case GDK_KEY_Up:
      return nudge (self, 0, step);
    case GDK_KEY_Down:
      return nudge (self, 0, -step);
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      return gtk_widget_activate_action (GTK_WIDGET (self), "win.delete", NULL);
    case GDK_KEY_Escape:
      if (cor_object_layer_cancel (self->layer))
        return TRUE;
      if (g_str_equal (self->tool, "select"))
        cor_selection_clear (cor_session_get_selection (self->session));
      else
        back_to_select (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
connect (CorMapPane *self, const char *signal, GCallback callback)
{
  g_signal_connect_object (self->layer, signal, callback, self, G_CONNECT_SWAPPED);
}

void
cor_map_pane_connect_clicks (CorMapPane *self)
{
  const GActionEntry entries[] = {
    { "place", place_activated, "s", NULL, NULL, { 0 } },
    { "route-from", route_from_activated, NULL, NULL, NULL, { 0 } },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  connect (self, "object-clicked", G_CALLBACK (object_clicked));
  connect (self, "background-clicked", G_CALLBACK (background_clicked));
  connect (self, "place-clicked", G_CALLBACK (place_clicked));
  connect (self, "place-moved", G_CALLBACK (place_moved));
  connect (self, "object-hovered", G_CALLBACK (object_hovered));
  connect (self, "box-selected", G_CALLBACK (box_selected));
  connect (self, "context-menu", G_CALLBACK (context_menu));
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "map", G_ACTION_GROUP (group));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  self->menu = GTK_POPOVER (gtk_popover_menu_new_from_model (NULL));
  gtk_popover_set_has_arrow (self->menu, FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self->menu), GTK_ALIGN_START);
  gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self));
}
