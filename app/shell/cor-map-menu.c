/* cor-map-menu.c: the menus of what lies on the map, and of the map where nothing lies.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-pane-private.h"

#include "cor-edit.h"
#include "cor-item-menu.h"

#include <glib/gi18n-lib.h>

static const CorRoute *
selected_route (CorMapPane *self)
{
  CorSelection *selection = cor_session_get_selection (self->session);

  if (cor_selection_get_kind (selection) != COR_ITEM_ROUTE)
    return NULL;
  return (const CorRoute *)cor_edit_item (cor_map_pane_scenario (self), COR_ITEM_ROUTE,
                                          cor_selection_get_id (selection));
}

static void
place_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorMapPane *self = data;

  cor_map_pane_put (self, g_variant_get_string (parameter, NULL), self->menu_place);
}

static void
route_from_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorMapPane *self = data;
  const char *site = g_variant_get_string (parameter, NULL);

  cor_map_pane_route_from (self, *site != '\0' ? site : NULL, self->menu_place);
}

/* Ends the route that is being drawn. */
static void
route_to_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorMapPane *self = data;

  cor_map_pane_route_point (self, NULL, self->menu_place, FALSE);
}

/* Where an action begins: at what is selected, or where the menu was opened. */
static CorLonLat
place_of_action (CorMapPane *self, GVariant *parameter)
{
  CorSelection *selection = cor_session_get_selection (self->session);
  CorItemKind kind = cor_selection_get_kind (selection);
  const CorItem *item = NULL;

  if (g_str_equal (g_variant_get_string (parameter, NULL), "selected")
      && (kind == COR_ITEM_SITE || kind == COR_ITEM_STATION))
    item = cor_edit_item (cor_map_pane_scenario (self), kind, cor_selection_get_id (selection));
  return item != NULL ? cor_map_pane_place_of (item) : self->menu_place;
}

static void
measure_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorMapPane *self = data;
  CorLonLat from = place_of_action (self, parameter);

  g_object_set (self, "tool", "measure", NULL);
  cor_map_pane_measure_click (self, from, 1);
}

static void
reverse_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorMapPane *self = data;
  const CorRoute *route = selected_route (self);

  if (route != NULL)
    cor_document_apply (cor_session_get_document (self->session),
                        cor_edit_reverse (cor_map_pane_scenario (self), route->item.id, NULL),
                        _ ("Reverse the route"), NULL);
}

/* Gives the route back to the roads: its line or its points on the way go. */
static void
follow_roads_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorMapPane *self = data;
  const CorRoute *route = selected_route (self);

  if (route != NULL)
    cor_document_apply (cor_session_get_document (self->session),
                        cor_edit_boxed (cor_map_pane_scenario (self), COR_ITEM_ROUTE,
                                        route->item.id, route->line != NULL ? "line" : "vias", NULL,
                                        NULL),
                        _ ("Follow the roads"), NULL);
}

static void
copy_place_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorMapPane *self = data;
  char lat[G_ASCII_DTOSTR_BUF_SIZE], lon[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *text = NULL;

  g_ascii_formatd (lat, sizeof lat, "%.6f", self->menu_place.lat);
  g_ascii_formatd (lon, sizeof lon, "%.6f", self->menu_place.lon);
  text = g_strdup_printf ("%s, %s", lat, lon);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
zoom_to_selected_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  cor_map_pane_fit_selected (data);
}

static void
reach_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorMapPane *self = data;

  cor_map_pane_show_reach (self, place_of_action (self, parameter));
}

static void
hide_reach_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  cor_map_pane_hide_reach (data);
}

static void
find_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  cor_map_pane_find (data);
}

static void
append_to (GMenu *menu, const char *label, const char *action, const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

static void
append_reach (GMenu *menu)
{
  g_autoptr (GMenuItem) hide = g_menu_item_new (_ ("_Hide the Reach"), "map.hide-reach");

  append_to (menu, _ ("Reach of a _Truck from Here"), "map.reach", "");
  g_menu_item_set_attribute (hide, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, hide);
}

static void
add_section (GMenu *menu, GMenu *section)
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}

static void
fill_for_place (CorMapPane *self, GMenu *menu)
{
  GMenu *add = g_menu_new (), *look = g_menu_new ();

  if (g_str_equal (self->tool, "route") && self->points->len > 0)
    g_menu_append (add, _ ("Ro_ute to Here"), "map.route-to");
  g_menu_append (add, _ ("Place a _Swap Station Here"), "map.place::swap");
  g_menu_append (add, _ ("Place a _Charging Station Here"), "map.place::charging");
  g_menu_append (add, _ ("Place a S_ite Here"), "map.place::site");
  append_to (add, _ ("_Route from Here"), "map.route-from", "");
  add_section (menu, add);
  append_to (look, _ ("_Measure from Here"), "map.measure", "");
  append_reach (look);
  g_menu_append (look, _ ("C_opy Coordinates"), "map.copy-place");
  g_menu_append (look, _ ("Show _Everything"), "win.fit");
  add_section (menu, look);
}

void
cor_map_pane_open_menu (CorMapPane *self,
                        CorMapObjectKind kind,
                        const char *id,
                        double x,
                        double y,
                        double lon,
                        double lat)
{
  CorSelection *selection = cor_session_get_selection (self->session);
  g_autoptr (GMenuModel) menu = NULL;

  self->menu_place = (CorLonLat){ lon, lat };
  if (kind != COR_MAP_OBJECT_NONE && id != NULL)
    {
      CorItemKind item = cor_map_pane_item_kind (kind);

      if (!cor_selection_contains (selection, item, id))
        cor_selection_set (selection, item, id);
      menu = cor_item_menu_new (self->session);
    }
  else
    {
      menu = G_MENU_MODEL (g_menu_new ());
      fill_for_place (self, G_MENU (menu));
    }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), menu);
  gtk_popover_set_pointing_to (self->menu, &(GdkRectangle){ (int)x, (int)y, 1, 1 });
  gtk_popover_popup (self->menu);
}

/* The keyboard goes on where it was. */
static void
menu_closed (CorMapPane *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (cor_map_view_get_map (self->view)));
}

static void
stations_changed (GSimpleAction *action, GVariant *value, gpointer self)
{
  g_object_set (self, "stations", g_variant_get_string (value, NULL), NULL);
}

static void
station_kind_changed (GSimpleAction *action, GVariant *value, gpointer self)
{
  g_object_set (self, "station-kind", g_variant_get_string (value, NULL), NULL);
}

static void
place_station_activated (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  g_object_set (self, "station-kind", g_variant_get_string (parameter, NULL), "tool", "station", NULL);
}

/* The action's state is the property. A GPropertyAction would hold the pane, which holds its actions. */
static void
follow_stations (CorMapPane *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "stations");

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (self->stations));
}

static void
follow_station_kind (CorMapPane *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "station-kind");

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (cor_map_pane_station_kind (self)));
}

void
cor_map_pane_connect_menu (CorMapPane *self)
{
  const GActionEntry entries[] = {
    { "place", place_activated, "s", NULL, NULL, { 0 } },
    { "route-from", route_from_activated, "s", NULL, NULL, { 0 } },
    { "route-to", route_to_activated, NULL, NULL, NULL, { 0 } },
    { "measure", measure_activated, "s", NULL, NULL, { 0 } },
    { "reverse", reverse_activated, NULL, NULL, NULL, { 0 } },
    { "follow-roads", follow_roads_activated, NULL, NULL, NULL, { 0 } },
    { "copy-place", copy_place_activated, NULL, NULL, NULL, { 0 } },
    { "reach", reach_activated, "s", NULL, NULL, { 0 } },
    { "hide-reach", hide_reach_activated, NULL, NULL, NULL, { 0 } },
    { "find", find_activated, NULL, NULL, NULL, { 0 } },
    { "zoom-to-selected", zoom_to_selected_activated, NULL, NULL, NULL, { 0 } },
    { "place-station", place_station_activated, "s", NULL, NULL, { 0 } },
    { "station-kind", NULL, "s", "'charging'", station_kind_changed, { 0 } },
    { "stations", NULL, "s", "'kind'", stations_changed, { 0 } },
  };
  GSimpleActionGroup *group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "map", G_ACTION_GROUP (group));
  self->actions = group;
  g_signal_connect (self, "notify::stations", G_CALLBACK (follow_stations), NULL);
  g_signal_connect (self, "notify::station-kind", G_CALLBACK (follow_station_kind), NULL);
  g_object_bind_property (self, "has-reach", g_action_map_lookup_action (G_ACTION_MAP (group), "hide-reach"), "enabled",
                          G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->layer, "context-menu", G_CALLBACK (cor_map_pane_open_menu), self,
                           G_CONNECT_SWAPPED);
  self->menu = GTK_POPOVER (gtk_popover_menu_new_from_model (NULL));
  gtk_popover_set_has_arrow (self->menu, FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self->menu), GTK_ALIGN_START);
  gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self));
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (menu_closed), self, G_CONNECT_SWAPPED);
}

GActionGroup *
cor_map_pane_get_actions (CorMapPane *self)
{
  g_return_val_if_fail (COR_IS_MAP_PANE (self), NULL);

  return G_ACTION_GROUP (self->actions);
}
