/* test-map-draw.c: drawing by way of points and by hand, many things at once, measuring, the keyboard.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-driver.h"

#include "cor-edit.h"
#include "cor-map-pane-private.h"

#include <glib/gi18n.h>
#include <math.h>

static gboolean
has_label (GtkWidget *widget, gconstpointer text)
{
  return gtk_widget_get_mapped (widget)
         && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL;
}

static gboolean
shows (UiFixture *f, const char *text)
{
  return ui_find (GTK_WIDGET (map_pane (f)), GTK_TYPE_LABEL, has_label, text) != NULL;
}

static const CorRoute *
route_drawn (UiFixture *f)
{
  g_assert_cmpint (cor_selection_get_kind (map_selection (f)), ==, COR_ITEM_ROUTE);
  return (const CorRoute *)cor_scenario_find (ui_scenario (f), COR_ITEM_ROUTE,
                                              cor_selection_get_id (map_selection (f)));
}

/* Shift and click: the route goes by way of these points, in their order; a site stays a site. */
static void
test_by_way_of (UiFixture *f, gconstpointer data)
{
  const CorRoute *route;

  g_object_set (map_pane (f), "tool", "route", NULL);
  map_click (f, 114.272, 22.578, 0);
  map_click (f, 114.35, 22.95, GDK_SHIFT_MASK);
  map_click (f, 113.9, 22.9, GDK_SHIFT_MASK);
  g_assert_true (map_press (f, GDK_KEY_BackSpace, 0));
  map_click (f, 114.25, 23.05, GDK_SHIFT_MASK);
  ui_wait (100);
  map_click (f, 113.6, 23.0, 0);
  route = route_drawn (f);
  g_assert_cmpstr (route->origin, ==, "yantian-port");
  g_assert_cmpuint (route->vias->len, ==, 2);
  g_assert_cmpfloat (g_array_index (route->vias, CorVia, 0).lon, ==, 114.35);
  g_assert_cmpfloat (g_array_index (route->vias, CorVia, 1).lon, ==, 114.25);
  g_assert_null (route->line);
}

/* By hand: a line with the ends at the sites, which follows them; a pull makes a bend. */
static void
test_by_hand (UiFixture *f, gconstpointer data)
{
  GtkWidget *button = ui_find (GTK_WIDGET (map_pane (f)), GTK_TYPE_TOGGLE_BUTTON, ui_has_name, "by-hand");
  const CorRoute *route;
  const CorSite *site;
  g_autofree char *id = NULL;
  CorLonLat *line;

  g_object_set (map_pane (f), "tool", "route", NULL);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  map_click (f, 114.272, 22.578, 0);
  map_click (f, 114.4, 22.4, GDK_SHIFT_MASK);
  map_click (f, 114.6, 22.3, 0);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), FALSE);
  route = route_drawn (f);
  id = g_strdup (route->item.id);
  g_assert_cmpuint (route->line->len, ==, 3);
  g_assert_true (route->vias == NULL || route->vias->len == 0);
  line = (CorLonLat *)(gpointer)route->line->data;
  site = (const CorSite *)cor_scenario_find (ui_scenario (f), COR_ITEM_SITE, "yantian-port");
  g_assert_cmpfloat (line[0].lon, ==, site->lon);
  g_assert_cmpfloat (line[1].lat, ==, 22.4);

  g_signal_emit_by_name (map_layer (f), "route-dragged", id, COR_MAP_PHASE_BEGIN, 114.5, 22.35);
  g_signal_emit_by_name (map_layer (f), "route-dragged", id, COR_MAP_PHASE_UPDATE, 114.5, 22.2);
  g_signal_emit_by_name (map_layer (f), "route-dragged", id, COR_MAP_PHASE_END, 114.5, 22.2);
  route = (const CorRoute *)cor_scenario_find (ui_scenario (f), COR_ITEM_ROUTE, id);
  g_assert_cmpuint (route->line->len, ==, 4);
  g_assert_cmpfloat (g_array_index (route->line, CorLonLat, 2).lat, ==, 22.2);

  cor_document_apply (
      cor_session_get_document (f->session),
      cor_edit_place (ui_scenario (f), COR_ITEM_SITE, "yantian-port", (CorLonLat){ 114.3, 22.6 }, NULL),
      "", NULL);
  route = (const CorRoute *)cor_scenario_find (ui_scenario (f), COR_ITEM_ROUTE, id);
  g_assert_cmpfloat (g_array_index (route->line, CorLonLat, 0).lon, ==, 114.3);
}

/* Reversed twice is what it was; once, the ends and the points on the way are the other way round. */
static void
test_reverse (UiFixture *f, gconstpointer data)
{
  const CorRoute *before
      = (const CorRoute *)cor_scenario_find (ui_scenario (f), COR_ITEM_ROUTE, "yantian-nansha");
  g_autofree char *origin = g_strdup (before->origin), *destination = g_strdup (before->destination);
  const CorRoute *after;

  cor_selection_set (map_selection (f), COR_ITEM_ROUTE, "yantian-nansha");
  gtk_widget_activate_action (GTK_WIDGET (map_pane (f)), "map.reverse", NULL);
  after = (const CorRoute *)cor_scenario_find (ui_scenario (f), COR_ITEM_ROUTE, "yantian-nansha");
  g_assert_cmpstr (after->origin, ==, destination);
  g_assert_cmpstr (after->destination, ==, origin);
  ui_activate (f, "undo", NULL);
  after = (const CorRoute *)cor_scenario_find (ui_scenario (f), COR_ITEM_ROUTE, "yantian-nansha");
  g_assert_cmpstr (after->origin, ==, origin);
}

static guint
n_selected (UiFixture *f)
{
  return g_strv_length ((char **)cor_selection_get_ids (map_selection (f)));
}

/* A box takes all stations in it; they are nudged, dragged, copied and deleted together, each one step. */
static void
test_many (UiFixture *f, gconstpointer data)
{
  g_autoptr (CorScenario) before = cor_scenario_ref (ui_scenario (f));
  guint n, after, chosen;
  const CorStation *first, *moved;
  g_autofree char *id = NULL;

  g_signal_emit_by_name (map_layer (f), "box-selected", 113.5, 22.4, 114.0, 23.0);
  chosen = n_selected (f);
  g_assert_cmpuint (chosen, >, 2);
  g_assert_cmpint (cor_selection_get_kind (map_selection (f)), ==, COR_ITEM_STATION);
  id = g_strdup (cor_selection_get_ids (map_selection (f))[1]);
  first = (const CorStation *)cor_scenario_find (before, COR_ITEM_STATION, id);

  g_assert_true (map_press (f, GDK_KEY_Up, 0));
  moved = (const CorStation *)cor_scenario_find (ui_scenario (f), COR_ITEM_STATION, id);
  /* 100 m in degrees of latitude: 100 / 111195 */
  g_assert_cmpfloat_with_epsilon (moved->lat - first->lat, 0.000899, 0.000005);
  ui_activate (f, "undo", NULL);
  g_assert_true (ui_scenario (f) == before);

  g_signal_emit_by_name (map_layer (f), "object-dragged", COR_MAP_OBJECT_STATION, id, COR_MAP_PHASE_BEGIN,
                         first->lon, first->lat);
  g_signal_emit_by_name (map_layer (f), "object-dragged", COR_MAP_OBJECT_STATION, id, COR_MAP_PHASE_UPDATE,
                         first->lon + 0.1, first->lat);
  g_signal_emit_by_name (map_layer (f), "object-dragged", COR_MAP_OBJECT_STATION, id, COR_MAP_PHASE_END,
                         first->lon + 0.1, first->lat);
  g_assert_cmpuint (n_selected (f), ==, chosen);
  for (guint i = 0; i < chosen; i++)
    {
      const char *each = cor_selection_get_ids (map_selection (f))[i];

      first = (const CorStation *)cor_scenario_find (before, COR_ITEM_STATION, each);
      moved = (const CorStation *)cor_scenario_find (ui_scenario (f), COR_ITEM_STATION, each);
      g_assert_cmpfloat_with_epsilon (moved->lon - first->lon, 0.1, 1e-9);
    }
  ui_activate (f, "undo", NULL);
  g_assert_true (ui_scenario (f) == before);

  ui_activate (f, "duplicate", NULL);
  cor_scenario_items (before, COR_ITEM_STATION, &n);
  cor_scenario_items (ui_scenario (f), COR_ITEM_STATION, &after);
  g_assert_cmpuint (after, ==, n + chosen);
  g_assert_cmpuint (n_selected (f), ==, chosen);
  ui_activate (f, "delete", NULL);
  cor_scenario_items (ui_scenario (f), COR_ITEM_STATION, &after);
  g_assert_cmpuint (after, ==, n);
  ui_activate (f, "undo", NULL);
  ui_activate (f, "undo", NULL);
  g_assert_true (ui_scenario (f) == before);
}

/* Measuring changes nothing, and says both lengths. */
static void
test_measure (UiFixture *f, gconstpointer data)
{
  g_autoptr (CorScenario) before = cor_scenario_ref (ui_scenario (f));
  g_autofree char *tool = NULL, *length = g_strconcat ("111\u00a0", C_ ("unit", "km"), NULL);

  g_object_set (map_pane (f), "tool", "measure", NULL);
  map_click (f, 113.0, 22.0, 0);
  /* one degree of latitude: 111.2 km */
  map_click (f, 113.0, 23.0, 0);
  ui_until (shows (f, length));
  g_assert_true (shows (f, length));
  g_signal_emit_by_name (map_layer (f), "place-clicked", 113.0, 23.0, COR_MAP_OBJECT_NONE, NULL, 2, 0);
  ui_wait (300);
  g_assert_true (shows (f, length));
  g_assert_true (map_press (f, GDK_KEY_Escape, 0));
  g_assert_true (map_press (f, GDK_KEY_Escape, 0));
  g_object_get (map_pane (f), "tool", &tool, NULL);
  g_assert_cmpstr (tool, ==, "select");
  g_assert_true (ui_scenario (f) == before);
}

/* Tab comes to everything in view once, Enter selects, and past the last the focus leaves. */
static void
test_walk (UiFixture *f, gconstpointer data)
{
  guint n_sites, n_stations, n_routes, steps = 0;

  cor_selection_clear (map_selection (f));
  /* The map has its things in view once it has its size. */
  for (guint i = 0; i < 200 && !map_press (f, GDK_KEY_Tab, 0); i++)
    ui_wait (20);
  g_assert_true (map_press (f, GDK_KEY_Return, 0));
  g_assert_nonnull (cor_selection_get_id (map_selection (f)));
  for (steps = 1; map_press (f, GDK_KEY_Tab, 0); steps++)
    g_assert_cmpuint (steps, <, 500);
  cor_scenario_items (ui_scenario (f), COR_ITEM_SITE, &n_sites);
  cor_scenario_items (ui_scenario (f), COR_ITEM_STATION, &n_stations);
  cor_scenario_items (ui_scenario (f), COR_ITEM_ROUTE, &n_routes);
  g_assert_cmpuint (steps, >, n_routes);
  g_assert_cmpuint (steps, <=, n_sites + n_stations + n_routes);
}

/* The menu keys open the menu of what is selected, or of what Tab has come to; Delete takes that too. */
static void
test_menu_key (UiFixture *f, gconstpointer data)
{
  GtkPopover *menu = GTK_POPOVER (gtk_widget_get_last_child (GTK_WIDGET (map_pane (f))));
  g_autofree char *walked = NULL;
  GdkRectangle at, middle;

  cor_selection_clear (map_selection (f));
  g_assert_false (map_press (f, GDK_KEY_F10, 0));
  g_assert_true (map_press (f, GDK_KEY_Menu, 0));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (menu)));
  g_assert_true (gtk_popover_get_pointing_to (menu, &middle));
  gtk_popover_popdown (menu);

  cor_selection_set (map_selection (f), COR_ITEM_SITE, "yantian-port");
  g_assert_true (map_press (f, GDK_KEY_F10, GDK_SHIFT_MASK));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (menu)));
  g_assert_true (gtk_popover_get_pointing_to (menu, &at));
  g_assert_cmpint (at.x, >, middle.x);
  g_assert_cmpstr (cor_selection_get_id (map_selection (f)), ==, "yantian-port");
  gtk_popover_popdown (menu);

  g_assert_true (map_press (f, GDK_KEY_Tab, 0));
  g_assert_true (map_press (f, GDK_KEY_Menu, 0));
  walked = g_strdup (cor_selection_get_id (map_selection (f)));
  g_assert_cmpstr (walked, !=, "yantian-port");
  gtk_popover_popdown (menu);
  ui_wait (300);
  g_assert_true (SHUMATE_IS_MAP (gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (map_pane (f))))));
  cor_selection_set (map_selection (f), COR_ITEM_SITE, "yantian-port");
  g_assert_true (map_press (f, GDK_KEY_Tab, 0));
  map_press (f, GDK_KEY_Delete, 0);
  g_assert_nonnull (cor_scenario_find (ui_scenario (f), COR_ITEM_SITE, "yantian-port"));
  ui_activate (f, "undo", NULL);
}

/* Opens the menu of the place in the middle of the map; whether it has that action. */
static gboolean
menu_has (UiFixture *f, const char *action)
{
  GtkPopoverMenu *menu = GTK_POPOVER_MENU (gtk_widget_get_last_child (GTK_WIDGET (map_pane (f))));
  g_autoptr (GMenuModel) first = NULL;
  gboolean has = FALSE;

  g_assert_true (map_press (f, GDK_KEY_Menu, 0));
  first = g_menu_model_get_item_link (gtk_popover_menu_get_menu_model (menu), 0, G_MENU_LINK_SECTION);
  for (int i = 0; i < g_menu_model_get_n_items (first); i++)
    {
      g_autofree char *name = NULL;

      if (g_menu_model_get_item_attribute (first, i, G_MENU_ATTRIBUTE_ACTION, "s", &name))
        has |= g_str_equal (name, action);
    }
  gtk_popover_popdown (GTK_POPOVER (menu));
  return has;
}

/* A route from menu to menu: its end is offered once it has begun, and ends it there. */
static void
test_route_to (UiFixture *f, gconstpointer data)
{
  GtkWidget *pane = GTK_WIDGET (map_pane (f));
  guint before, after;

  cor_scenario_items (ui_scenario (f), COR_ITEM_ROUTE, &before);
  cor_selection_clear (map_selection (f));
  cor_map_view_center_on (map_pane (f)->view, 114.05, 22.54, 12);
  ui_wait (50);
  g_assert_false (menu_has (f, "map.route-to"));
  gtk_widget_activate_action (pane, "map.route-from", "s", "");
  cor_map_view_center_on (map_pane (f)->view, 114.12, 22.60, 12);
  ui_wait (50);
  g_assert_true (menu_has (f, "map.route-to"));
  gtk_widget_activate_action (pane, "map.route-to", NULL);
  cor_scenario_items (ui_scenario (f), COR_ITEM_ROUTE, &after);
  g_assert_cmpuint (after, ==, before + 1);
  ui_activate (f, "undo", NULL);
}

#define ADD(path, func) g_test_add (path, UiFixture, NULL, ui_open, func, ui_close)

static gboolean
has_class (GtkWidget *widget, gconstpointer name)
{
  return gtk_widget_has_css_class (widget, name);
}

/* An empty map says how to begin; a list of stations that was imported is not covered by it. */
static void
test_steps (UiFixture *f, gconstpointer data)
{
  GtkWidget *steps = ui_find (GTK_WIDGET (map_pane (f)), GTK_TYPE_BOX, has_class, "cor-steps");
  g_autoptr (CorScenario) empty = cor_edit_starter ("Shenzhen", "carrier-2024");
  g_autofree char *id = NULL;

  g_assert_false (gtk_widget_get_visible (steps));
  cor_session_open (f->session, empty, NULL);
  ui_settle (f);
  ui_wait (100);
  g_assert_true (gtk_widget_get_visible (steps));
  cor_document_apply (cor_session_get_document (f->session),
                      cor_edit_add_place (empty, COR_ITEM_STATION, COR_STATION_CHARGING, (CorLonLat){ 114.1, 22.6 }, NULL, NULL, &id), "", NULL);
  ui_settle (f);
  ui_wait (100);
  g_assert_false (gtk_widget_get_visible (steps));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/ui/map-draw/by-way-of", test_by_way_of);
  ADD ("/ui/map-draw/by-hand", test_by_hand);
  ADD ("/ui/map-draw/reverse", test_reverse);
  ADD ("/ui/map-draw/many", test_many);
  ADD ("/ui/map-draw/measure", test_measure);
  ADD ("/ui/map-draw/walk", test_walk);
  ADD ("/ui/map-draw/menu-key", test_menu_key);
  ADD ("/ui/map-draw/route-to", test_route_to);
  ADD ("/ui/map-draw/steps", test_steps);
  return g_test_run ();
}
