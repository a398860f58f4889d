/* test-map-place.c: the kind of station that is placed, what the search finds as points of a tool, what is in sight afterwards.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-driver.h"

#include "cor-edit.h"
#include "cor-map-pane-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* A new scenario, with nothing on its map. */
static void
open_starter (UiFixture *f)
{
  g_autoptr (CorScenario) empty = cor_edit_starter ("Shenzhen", "carrier-2024");

  cor_session_open (f->session, empty, NULL);
  cor_map_pane_fit (map_pane (f));
  ui_settle (f);
  ui_wait (200);
}

static void
take (UiFixture *f, const char *text)
{
  ui_activate (f, "find-on-map", NULL);
  gtk_editable_set_text (cor_map_search_get_entry (map_pane (f)->search), text);
  ui_wait (150);
  g_signal_emit_by_name (cor_map_search_get_entry (map_pane (f)->search), "activate");
  ui_wait (50);
}

static GtkToggleButton *
toggle (UiFixture *f, const char *name)
{
  return GTK_TOGGLE_BUTTON (ui_find (GTK_WIDGET (map_pane (f)), GTK_TYPE_TOGGLE_BUTTON, ui_has_name, name));
}

static const CorStation *
place_station (UiFixture *f, double lon, double lat)
{
  ui_activate (f, "tool", "station");
  map_click (f, lon, lat, 0);
  g_assert_cmpint (cor_selection_get_kind (map_selection (f)), ==, COR_ITEM_STATION);
  return (const CorStation *) cor_scenario_find (ui_scenario (f), COR_ITEM_STATION, cor_selection_get_id (map_selection (f)));
}

/* Charging at first; the kind chosen last stays chosen, and the button of the tool is on for both. */
static void
test_kind_stays (UiFixture *f, gconstpointer data)
{
  open_starter (f);
  g_assert_cmpint (place_station (f, 114.1, 22.7)->station_kind, ==, COR_STATION_CHARGING);
  ui_activate (f, "tool", "station");
  g_assert_true (gtk_toggle_button_get_active (toggle (f, "tool-station")));
  g_assert_true (gtk_toggle_button_get_active (toggle (f, "place-charging")));
  gtk_widget_activate_action (GTK_WIDGET (map_pane (f)), "map.station-kind", "s", "swap");
  g_assert_true (map_hint_has (f, _ ("Click where the swap station goes, or search for the place")));
  g_assert_true (gtk_toggle_button_get_active (toggle (f, "tool-station")));
  g_assert_true (gtk_toggle_button_get_active (toggle (f, "place-swap")));
  map_click (f, 114.2, 22.7, 0);
  g_assert_cmpint (place_station (f, 114.1, 22.75)->station_kind, ==, COR_STATION_SWAP);
  ui_activate (f, "tool", "route");
  g_assert_cmpint (place_station (f, 114.0, 22.75)->station_kind, ==, COR_STATION_SWAP);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "map.place-station", "s", "charging");
  map_click (f, 114.0, 22.8, 0);
  g_assert_cmpint (place_station (f, 114.1, 22.8)->station_kind, ==, COR_STATION_CHARGING);
}

/* Until somebody chooses it is what the trucks at work can use: swap where all of them swap. */
static void
test_kind_of_trucks (UiFixture *f, gconstpointer data)
{
  g_autoptr (CorScenario) next = cor_scenario_ref (ui_scenario (f));
  const CorItem *const *duties;
  guint n;

  g_assert_cmpstr (cor_map_pane_station_kind (map_pane (f)), ==, "charging");
  duties = cor_scenario_items (ui_scenario (f), COR_ITEM_DUTY, &n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CorScenario) before = g_steal_pointer (&next);

      next = cor_edit_string (before, COR_ITEM_DUTY, duties[i]->id, "truck", "swap-6x4-282", NULL);
    }
  cor_document_apply (cor_session_get_document (f->session), cor_scenario_ref (next), "", NULL);
  g_assert_cmpint (place_station (f, 114.1, 22.7)->station_kind, ==, COR_STATION_SWAP);
  ui_settle (f);
}

/* What the search finds is the origin, then the destination; the hint says so, and the mark of what was found goes. */
static void
test_found_route (UiFixture *f, gconstpointer data)
{
  const CorSite *from, *to;
  const CorRoute *route;

  open_starter (f);
  ui_activate (f, "tool", "route");
  g_assert_true (map_hint_has (f, _ ("Click the origin, or search for it")));
  take (f, "Dongguan");
  g_assert_cmpuint (map_pane (f)->points->len, ==, 1);
  g_assert_true (cor_object_layer_has_found (map_layer (f)));
  take (f, "Huizhou");
  g_assert_cmpint (cor_selection_get_kind (map_selection (f)), ==, COR_ITEM_ROUTE);
  route = (const CorRoute *) cor_scenario_find (ui_scenario (f), COR_ITEM_ROUTE, cor_selection_get_id (map_selection (f)));
  from = (const CorSite *) cor_scenario_find (ui_scenario (f), COR_ITEM_SITE, route->origin);
  to = (const CorSite *) cor_scenario_find (ui_scenario (f), COR_ITEM_SITE, route->destination);
  g_assert_cmpstr (from->item.name, ==, "Dongguan");
  g_assert_cmpstr (to->item.name, ==, "Huizhou");
  g_assert_false (cor_object_layer_has_found (map_layer (f)));
  ui_settle (f);
}

/* A site of the scenario that is found is itself the end, and does not become another; a place at sea is refused as a click is. */
static void
test_found_site (UiFixture *f, gconstpointer data)
{
  guint before, after;

  cor_scenario_items (ui_scenario (f), COR_ITEM_SITE, &before);
  ui_activate (f, "tool", "route");
  take (f, "21.6, 114.9");
  g_assert_cmpuint (map_pane (f)->points->len, ==, 0);
  g_assert_true (map_pane (f)->tell_source != 0);
  take (f, "ytg");
  g_assert_cmpuint (map_pane (f)->points->len, ==, 1);
  g_assert_cmpstr (g_array_index (map_pane (f)->points, CorMapPoint, 0).site, ==, "yantian-port");
  g_object_set (map_pane (f), "tool", "site", NULL);
  take (f, "23.05, 114.25");
  cor_scenario_items (ui_scenario (f), COR_ITEM_SITE, &after);
  g_assert_cmpuint (after, ==, before + 1);
  g_assert_cmpint (cor_selection_get_kind (map_selection (f)), ==, COR_ITEM_SITE);
  ui_activate (f, "tool", "station");
  take (f, "22.95, 114.25");
  g_assert_cmpint (cor_selection_get_kind (map_selection (f)), ==, COR_ITEM_STATION);
  ui_settle (f);
}

/* Where a route starts it has no length yet; a little way off it has. While something is looked for the hint is not in the way. */
static void
test_only_begun (UiFixture *f, gconstpointer data)
{
  const char *km = C_ ("unit", "km");

  g_object_set (map_pane (f), "tool", "route", NULL);
  map_click (f, 114.272, 22.578, 0);
  g_signal_emit_by_name (map_layer (f), "place-moved", 114.2721, 22.578);
  ui_wait (300);
  g_assert_true (gtk_widget_get_visible (map_hint (f)));
  g_assert_false (map_hint_has (f, km));
  g_signal_emit_by_name (map_layer (f), "place-moved", 114.1, 22.7);
  ui_until (map_hint_has (f, km));
  g_assert_true (map_hint_has (f, km));
  ui_activate (f, "find-on-map", NULL);
  g_assert_false (gtk_widget_get_visible (map_hint (f)));
  g_signal_emit_by_name (cor_map_search_get_entry (map_pane (f)->search), "stop-search");
  g_assert_true (gtk_widget_get_visible (map_hint (f)));
}

static gboolean
is_on_map (UiFixture *f, double lon, double lat)
{
  CorMapFrame frame;
  double x, y;

  cor_map_view_get_frame (map_pane (f)->view, &frame);
  cor_map_frame_project (&frame, lon, lat, &x, &y);
  return x > 0 && y > 0 && x < frame.width && y < frame.height;
}

/* Draws from Yantian Port to Dongguan. */
static void
draw (UiFixture *f)
{
  ui_activate (f, "tool", "route");
  map_click (f, 114.272, 22.578, 0);
  map_click (f, 113.75, 23.02, 0);
  ui_settle (f);
  ui_wait (200);
}

/* A route that ends outside the map is brought into sight; one that is in sight moves nothing. */
static void
test_route_in_sight (UiFixture *f, gconstpointer data)
{
  CorMapFrame before, after;

  cor_map_view_center_on (map_pane (f)->view, 114.272, 22.578, 12);
  ui_wait (100);
  g_assert_false (is_on_map (f, 113.75, 23.02));
  draw (f);
  ui_until (is_on_map (f, 113.75, 23.02));
  g_assert_true (is_on_map (f, 113.75, 23.02) && is_on_map (f, 114.272, 22.578));
  ui_activate (f, "undo", NULL);
  ui_settle (f);
  cor_map_view_center_on (map_pane (f)->view, 114.0, 22.8, 9);
  ui_wait (100);
  cor_map_view_get_frame (map_pane (f)->view, &before);
  draw (f);
  cor_map_view_get_frame (map_pane (f)->view, &after);
  g_assert_cmpfloat (before.zoom, ==, after.zoom);
  g_assert_cmpfloat_with_epsilon (before.left, after.left, 1.0);
}

/* Whether Shenzhen, at 114.06 E 22.54 N, is to be seen beside the card of the steps. */
static gboolean
sees_shenzhen (UiFixture *f)
{
  graphene_point_t at;
  graphene_rect_t box;
  CorMapFrame frame;
  double x, y;

  cor_map_view_get_frame (map_pane (f)->view, &frame);
  cor_map_frame_project (&frame, 114.06, 22.54, &x, &y);
  at = GRAPHENE_POINT_INIT ((float) x, (float) y);
  return is_on_map (f, 114.06, 22.54)
         && gtk_widget_compute_bounds (map_pane (f)->steps, GTK_WIDGET (cor_map_view_get_map (map_pane (f)->view)), &box)
         && !graphene_rect_contains_point (&box, &at);
}

/* How to begin stands in the corner of the signs, of which there are none yet: the middle of the map is free, in a narrow window too. */
static void
test_steps (UiFixture *f, gconstpointer data)
{
  GtkWidget *steps = map_pane (f)->steps;
  graphene_rect_t box;

  ui_make_narrow (f, 360);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (f->window)), <=, 360);
  open_starter (f);
  ui_until (gtk_widget_get_mapped (steps) && gtk_widget_get_width (steps) > 0);
  ui_wait (300);
  g_assert_true (sees_shenzhen (f));
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1280, 800);
  ui_until (gtk_widget_get_width (GTK_WIDGET (f->window)) > 1000);
  ui_wait (500);
  g_assert_true (sees_shenzhen (f));
  g_assert_true (gtk_widget_compute_bounds (steps, GTK_WIDGET (map_pane (f)), &box));
  g_assert_cmpfloat (box.origin.x + box.size.width, <, 0.4 * gtk_widget_get_width (GTK_WIDGET (map_pane (f))));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (map_pane (f)->legend)));
  place_station (f, 114.1, 22.7);
  ui_until (gtk_widget_get_visible (GTK_WIDGET (map_pane (f)->legend)));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (map_pane (f)->legend)));
  g_assert_false (gtk_widget_get_visible (steps));
  ui_settle (f);
}

#define ADD(name, func) g_test_add ("/ui/map-place/" name, UiFixture, NULL, ui_open, func, ui_close)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("kind-stays", test_kind_stays);
  ADD ("kind-of-trucks", test_kind_of_trucks);
  ADD ("found-route", test_found_route);
  ADD ("found-site", test_found_site);
  ADD ("only-begun", test_only_begun);
  ADD ("route-in-sight", test_route_in_sight);
  ADD ("steps", test_steps);
  return g_test_run ();
}
