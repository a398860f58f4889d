/* test-map-draw.c: drawing by way of points and by hand, many things at once, measuring, the keyboard.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-driver.h"

#include "cor-edit.h"
#include "cor-map-pane.h"
#include "cor-map-search.h"

#include <glib/gi18n.h>
#include <math.h>

static CorMapPane *
pane (UiFixture *f)
{
  return COR_MAP_PANE (ui_find (GTK_WIDGET (f->window), COR_TYPE_MAP_PANE, NULL, NULL));
}

static CorObjectLayer *
layer (UiFixture *f)
{
  return cor_map_pane_get_layer (pane (f));
}

static CorSelection *
selection (UiFixture *f)
{
  return cor_session_get_selection (f->session);
}

static void
click (UiFixture *f, double lon, double lat, GdkModifierType state)
{
  g_signal_emit_by_name (layer (f), "place-clicked", lon, lat, COR_MAP_OBJECT_NONE, NULL, 1, state);
  ui_wait (10);
}

static gboolean
has_label (GtkWidget *widget, gconstpointer text)
{
  return gtk_widget_get_mapped (widget)
         && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL;
}

static gboolean
shows (UiFixture *f, const char *text)
{
  return ui_find (GTK_WIDGET (pane (f)), GTK_TYPE_LABEL, has_label, text) != NULL;
}

static gboolean
press (UiFixture *f, guint key, GdkModifierType state)
{
  GtkWidget *map = ui_find (GTK_WIDGET (pane (f)), SHUMATE_TYPE_MAP, NULL, NULL);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (pane (f)));
  gboolean taken = FALSE;

  gtk_widget_grab_focus (map);
  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !taken; i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &taken);
    }
  ui_wait (20);
  return taken;
}

static const CorRoute *
route_drawn (UiFixture *f)
{
  g_assert_cmpint (cor_selection_get_kind (selection (f)), ==, COR_ITEM_ROUTE);
  return (const CorRoute *)cor_scenario_find (ui_scenario (f), COR_ITEM_ROUTE,
                                              cor_selection_get_id (selection (f)));
}

/* Shift and click: the route goes by way of these points, in their order; a site stays a site. */
static void
test_by_way_of (UiFixture *f, gconstpointer data)
{
  const CorRoute *route;

  g_object_set (pane (f), "tool", "route", NULL);
  click (f, 114.272, 22.578, 0);
  click (f, 114.35, 22.95, GDK_SHIFT_MASK);
  click (f, 113.9, 22.9, GDK_SHIFT_MASK);
  g_assert_true (press (f, GDK_KEY_BackSpace, 0));
  click (f, 114.25, 23.05, GDK_SHIFT_MASK);
  ui_wait (100);
  click (f, 113.6, 23.0, 0);
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
  GtkWidget *button = ui_find (GTK_WIDGET (pane (f)), GTK_TYPE_TOGGLE_BUTTON, ui_has_name, "by-hand");
  const CorRoute *route;
  const CorSite *site;
  g_autofree char *id = NULL;
  CorLonLat *line;

  g_object_set (pane (f), "tool", "route", NULL);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  click (f, 114.272, 22.578, 0);
  click (f, 114.4, 22.4, GDK_SHIFT_MASK);
  click (f, 114.6, 22.3, 0);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), FALSE);
  route = route_drawn (f);
  id = g_strdup (route->item.id);
  g_assert_cmpuint (route->line->len, ==, 3);
  g_assert_true (route->vias == NULL || route->vias->len == 0);
  line = (CorLonLat *)(gpointer)route->line->data;
  site = (const CorSite *)cor_scenario_find (ui_scenario (f), COR_ITEM_SITE, "yantian-port");
  g_assert_cmpfloat (line[0].lon, ==, site->lon);
  g_assert_cmpfloat (line[1].lat, ==, 22.4);

  g_signal_emit_by_name (layer (f), "route-dragged", id, COR_MAP_PHASE_BEGIN, 114.5, 22.35);
  g_signal_emit_by_name (layer (f), "route-dragged", id, COR_MAP_PHASE_UPDATE, 114.5, 22.2);
  g_signal_emit_by_name (layer (f), "route-dragged", id, COR_MAP_PHASE_END, 114.5, 22.2);
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

  cor_selection_set (selection (f), COR_ITEM_ROUTE, "yantian-nansha");
  gtk_widget_activate_action (GTK_WIDGET (pane (f)), "map.reverse", NULL);
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
  return g_strv_length ((char **)cor_selection_get_ids (selection (f)));
}

/* A box takes all stations in it; they are nudged, dragged, copied and deleted together, each one step. */
static void
test_many (UiFixture *f, gconstpointer data)
{
  g_autoptr (CorScenario) before = cor_scenario_ref (ui_scenario (f));
  guint n, after, chosen;
  const CorStation *first, *moved;
  g_autofree char *id = NULL;

  g_signal_emit_by_name (layer (f), "box-selected", 113.5, 22.4, 114.0, 23.0);
  chosen = n_selected (f);
  g_assert_cmpuint (chosen, >, 2);
  g_assert_cmpint (cor_selection_get_kind (selection (f)), ==, COR_ITEM_STATION);
  id = g_strdup (cor_selection_get_ids (selection (f))[1]);
  first = (const CorStation *)cor_scenario_find (before, COR_ITEM_STATION, id);

  g_assert_true (press (f, GDK_KEY_Up, 0));
  moved = (const CorStation *)cor_scenario_find (ui_scenario (f), COR_ITEM_STATION, id);
  /* 100 m in degrees of latitude: 100 / 111195 */
  g_assert_cmpfloat_with_epsilon (moved->lat - first->lat, 0.000899, 0.000005);
  ui_activate (f, "undo", NULL);
  g_assert_true (ui_scenario (f) == before);

  g_signal_emit_by_name (layer (f), "object-dragged", COR_MAP_OBJECT_STATION, id, COR_MAP_PHASE_BEGIN,
                         first->lon, first->lat);
  g_signal_emit_by_name (layer (f), "object-dragged", COR_MAP_OBJECT_STATION, id, COR_MAP_PHASE_UPDATE,
                         first->lon + 0.1, first->lat);
  g_signal_emit_by_name (layer (f), "object-dragged", COR_MAP_OBJECT_STATION, id, COR_MAP_PHASE_END,
                         first->lon + 0.1, first->lat);
  g_assert_cmpuint (n_selected (f), ==, chosen);
  for (guint i = 0; i < chosen; i++)
    {
      const char *each = cor_selection_get_ids (selection (f))[i];

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

  g_object_set (pane (f), "tool", "measure", NULL);
  click (f, 113.0, 22.0, 0);
  /* one degree of latitude: 111.2 km */
  click (f, 113.0, 23.0, 0);
  ui_until (shows (f, length));
  g_assert_true (shows (f, length));
  g_signal_emit_by_name (layer (f), "place-clicked", 113.0, 23.0, COR_MAP_OBJECT_NONE, NULL, 2, 0);
  ui_wait (300);
  g_assert_true (shows (f, length));
  g_assert_true (press (f, GDK_KEY_Escape, 0));
  g_assert_true (press (f, GDK_KEY_Escape, 0));
  g_object_get (pane (f), "tool", &tool, NULL);
  g_assert_cmpstr (tool, ==, "select");
  g_assert_true (ui_scenario (f) == before);
}

/* Tab comes to everything in view once, Enter selects, and past the last the focus leaves. */
static void
test_walk (UiFixture *f, gconstpointer data)
{
  guint n_sites, n_stations, n_routes, steps = 0;

  cor_selection_clear (selection (f));
  /* The map has its things in view once it has its size. */
  for (guint i = 0; i < 200 && !press (f, GDK_KEY_Tab, 0); i++)
    ui_wait (20);
  g_assert_true (press (f, GDK_KEY_Return, 0));
  g_assert_nonnull (cor_selection_get_id (selection (f)));
  for (steps = 1; press (f, GDK_KEY_Tab, 0); steps++)
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
  GtkPopover *menu = GTK_POPOVER (gtk_widget_get_last_child (GTK_WIDGET (pane (f))));
  g_autofree char *walked = NULL;
  GdkRectangle at, middle;

  cor_selection_clear (selection (f));
  g_assert_false (press (f, GDK_KEY_F10, 0));
  g_assert_true (press (f, GDK_KEY_Menu, 0));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (menu)));
  g_assert_true (gtk_popover_get_pointing_to (menu, &middle));
  gtk_popover_popdown (menu);

  cor_selection_set (selection (f), COR_ITEM_SITE, "yantian-port");
  g_assert_true (press (f, GDK_KEY_F10, GDK_SHIFT_MASK));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (menu)));
  g_assert_true (gtk_popover_get_pointing_to (menu, &at));
  g_assert_cmpint (at.x, >, middle.x);
  g_assert_cmpstr (cor_selection_get_id (selection (f)), ==, "yantian-port");
  gtk_popover_popdown (menu);

  g_assert_true (press (f, GDK_KEY_Tab, 0));
  g_assert_true (press (f, GDK_KEY_Menu, 0));
  walked = g_strdup (cor_selection_get_id (selection (f)));
  g_assert_cmpstr (walked, !=, "yantian-port");
  gtk_popover_popdown (menu);
  ui_wait (300);
  g_assert_true (SHUMATE_IS_MAP (gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (pane (f))))));
  cor_selection_set (selection (f), COR_ITEM_SITE, "yantian-port");
  g_assert_true (press (f, GDK_KEY_Tab, 0));
  press (f, GDK_KEY_Delete, 0);
  g_assert_nonnull (cor_scenario_find (ui_scenario (f), COR_ITEM_SITE, "yantian-port"));
  ui_activate (f, "undo", NULL);
}

/* Answers stand in the list as "name"; Enter takes the first, which the map then marks. */
static char *
search (UiFixture *f, const char *text)
{
  CorMapSearch *box = COR_MAP_SEARCH (ui_find (GTK_WIDGET (pane (f)), COR_TYPE_MAP_SEARCH, NULL, NULL));
  GtkListBox *list = GTK_LIST_BOX (ui_find (GTK_WIDGET (box), GTK_TYPE_LIST_BOX, NULL, NULL));
  GtkWidget *label;
  char *first;

  ui_activate (f, "find-on-map", NULL);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (box)));
  gtk_editable_set_text (cor_map_search_get_entry (box), text);
  ui_wait (150);
  if (gtk_list_box_get_selected_row (list) == NULL)
    return NULL;
  label = ui_find (GTK_WIDGET (gtk_list_box_get_selected_row (list)), GTK_TYPE_LABEL, NULL, NULL);
  first = g_strdup (gtk_label_get_label (GTK_LABEL (label)));
  g_signal_emit_by_name (cor_map_search_get_entry (box), "activate");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (box)));
  ui_wait (100);
  return first;
}

static void
assert_centre (UiFixture *f, double lon, double lat)
{
  ShumateMap *map = SHUMATE_MAP (ui_find (GTK_WIDGET (pane (f)), SHUMATE_TYPE_MAP, NULL, NULL));
  ShumateLocation *at = SHUMATE_LOCATION (shumate_map_get_viewport (map));

  g_assert_cmpfloat_with_epsilon (shumate_location_get_longitude (at), lon, 1e-4);
  g_assert_cmpfloat_with_epsilon (shumate_location_get_latitude (at), lat, 1e-4);
}

/* A station by its Chinese name, its initials and in English; a town; coordinates; nothing. */
static void
test_search (UiFixture *f, gconstpointer data)
{
  static const char *const spellings[] = { "盐田港", "yantiangang", "ytg", "YANTIAN PORT" };
  g_autofree char *town = NULL, *point = NULL, *nothing = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      g_autofree char *name = search (f, spellings[i]);

      g_assert_nonnull (name);
      g_assert_cmpint (cor_selection_get_kind (selection (f)), ==, COR_ITEM_SITE);
      g_assert_cmpstr (cor_selection_get_id (selection (f)), ==, "yantian-port");
      cor_selection_clear (selection (f));
    }
  town = search (f, "qingyuan");
  g_assert_nonnull (town);
  /* the place table has Qingyuan at 113.0510, 23.6850 */
  assert_centre (f, 113.051, 23.685);
  point = search (f, "22°32'35.16\"N 114°3'28.44\"E");
  g_assert_nonnull (point);
  assert_centre (f, 114.0579, 22.5431);
  nothing = search (f, "qqqqqqq");
  g_assert_null (nothing);
}

/* The title of the first answer, none of which is chosen yet, and whether the note says that these are only near. */
static const char *
nearest (UiFixture *f, const char *text)
{
  CorMapSearch *box = COR_MAP_SEARCH (ui_find (GTK_WIDGET (pane (f)), COR_TYPE_MAP_SEARCH, NULL, NULL));
  GtkListBox *list = GTK_LIST_BOX (ui_find (GTK_WIDGET (box), GTK_TYPE_LIST_BOX, NULL, NULL));
  GtkWidget *note = ui_find (GTK_WIDGET (box), GTK_TYPE_LABEL, ui_has_name, "search-note");
  GtkListBoxRow *row;

  ui_activate (f, "find-on-map", NULL);
  gtk_editable_set_text (cor_map_search_get_entry (box), text);
  ui_wait (150);
  g_assert_null (gtk_list_box_get_selected_row (list));
  row = gtk_list_box_get_row_at_index (list, 0);
  g_assert_cmpint (gtk_widget_get_visible (note), ==, row != NULL);
  if (row == NULL)
    return NULL;
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (note)), text));
  return gtk_label_get_label (GTK_LABEL (ui_find (GTK_WIDGET (row), GTK_TYPE_LABEL, NULL, NULL)));
}

/* Words that are found nowhere as a whole lead to what has the longest of them; a slip at the end to its beginning. */
static void
test_search_near (UiFixture *f, gconstpointer data)
{
  gboolean zh = g_str_equal (_ ("Site"), "场站");

  g_assert_cmpstr (nearest (f, "Qingyuan Logistics Yard"), ==, zh ? "清远" : "Qingyuan");
  g_assert_cmpstr (nearest (f, "Qingyuann"), ==, zh ? "清远" : "Qingyuan");
  g_assert_cmpstr (nearest (f, "清远货场"), ==, zh ? "清远" : "Qingyuan");
  g_assert_null (nearest (f, "qqqqqqq xxxxx"));
}

/* The reach from a place: roads with colours, none further than the usable energy can take it. */
static void
test_reach (UiFixture *f, gconstpointer data)
{
  const CorMapReach *reach = NULL;
  CorMapScene *scene;

  g_signal_emit_by_name (layer (f), "context-menu", COR_MAP_OBJECT_NONE, NULL, 100.0, 100.0, 113.9, 22.7);
  gtk_widget_activate_action (GTK_WIDGET (pane (f)), "map.reach", "s", "");
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_last_child (GTK_WIDGET (pane (f)))));
  for (guint i = 0; i < 300 && reach == NULL; i++)
    {
      ui_wait (20);
      scene = cor_object_layer_get_scene (layer (f));
      reach = scene != NULL ? cor_map_scene_get_reach (scene) : NULL;
    }
  g_assert_nonnull (reach);
  g_assert_cmpuint (reach->pieces->len, >, 20);
  g_assert_nonnull (reach->label);
  /* the smallest truck of the scenario: 141 kWh at 0.9 kWh/km or more, so less than 160 km, 1.6 degrees */
  for (guint i = 0; i + 1 < reach->lon_lat->len; i += 2)
    {
      g_assert_cmpfloat (fabs (g_array_index (reach->lon_lat, double, i) - 113.9), <, 1.6);
      g_assert_cmpfloat (fabs (g_array_index (reach->lon_lat, double, i + 1) - 22.7), <, 1.5);
    }
  gtk_widget_activate_action (GTK_WIDGET (pane (f)), "map.hide-reach", NULL);
  ui_until (cor_map_scene_get_reach (cor_object_layer_get_scene (layer (f))) == NULL);
  g_assert_null (cor_map_scene_get_reach (cor_object_layer_get_scene (layer (f))));
}

/* Discs below stations, and the strip along the routes, are in the scene and so in the legend. */
static void
test_layers (UiFixture *f, gconstpointer data)
{
  const CorMapStation *stations;
  CorMapScene *scene;
  guint n, closed = 0;
  const char *label;

  g_object_set (pane (f), "stations", "access", NULL);
  ui_wait (100);
  stations = cor_map_scene_get_stations (cor_object_layer_get_scene (layer (f)), &n);
  for (guint k = 0; k < n; k++)
    {
      g_assert_cmpfloat (stations[k].amount, >, 0);
      g_assert_true (stations[k].closed == (stations[k].load == COR_MAP_TINT_IMPOSSIBLE));
      closed += stations[k].closed;
    }
  g_assert_true (closed > 0 && closed < n);
  g_object_set (pane (f), "stations", "kind", "buffer", 5.0, NULL);
  ui_wait (100);
  scene = cor_object_layer_get_scene (layer (f));
  g_assert_cmpfloat (cor_map_scene_get_stations (scene, &n)[0].amount, ==, 0);
  g_assert_cmpfloat (cor_map_scene_get_buffer (scene, &label), ==, 5000);
  g_assert_nonnull (label);
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
  GtkWidget *steps = ui_find (GTK_WIDGET (pane (f)), GTK_TYPE_BOX, has_class, "cor-steps");
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
  ADD ("/ui/map-draw/search", test_search);
  ADD ("/ui/map-draw/search-near", test_search_near);
  ADD ("/ui/map-draw/reach", test_reach);
  ADD ("/ui/map-draw/layers", test_layers);
  ADD ("/ui/map-draw/steps", test_steps);
  return g_test_run ();
}
