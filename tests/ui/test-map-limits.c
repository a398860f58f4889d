/* test-map-limits.c: where the map draws the line: how near a click means a thing, how far is far, what a box holds.
 *
 * Each limit is tried from both sides.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-driver.h"

#include "cor-edit.h"
#include "cor-map-pane-private.h"
#include "cor-object-layer-private.h"

#include <glib/gi18n.h>
#include <math.h>

#define ESTUARY ((CorLonLat){ 113.78, 22.40 })

static double
away_from_road (UiFixture *f, CorLonLat at)
{
  CorSnap snap;

  g_assert_true (cor_network_snap (map_pane (f)->network, at, NULL, &snap, NULL));
  return snap.away_m;
}

/* A place so far from any road, metres; between one out in the estuary and its road. */
static CorLonLat
place_away (UiFixture *f, double away_m)
{
  CorLonLat far = ESTUARY, near;
  CorSnap snap;

  g_assert_true (cor_network_snap (map_pane (f)->network, far, NULL, &snap, NULL));
  g_assert_cmpfloat (snap.away_m, >, away_m);
  near = snap.on_road;
  for (guint i = 0; i < 50; i++)
    {
      CorLonLat middle = { (near.lon + far.lon) / 2, (near.lat + far.lat) / 2 };

      if (away_from_road (f, middle) > away_m)
        far = middle;
      else
        near = middle;
    }
  g_assert_cmpfloat_with_epsilon (away_from_road (f, far), away_m, 1);
  return far;
}

/* From 2 km on a place is told to be far from a road: sites, stations and the points of a route. */
static void
test_far (UiFixture *f, gconstpointer data)
{
  static const char *const tools[] = { "site", "station" };
  static const double kms[] = { 1.95, 2.05 };
  const char *live = _ ("Click the destination, or search for it · Shift and click: by way of · Backspace: one back");

  for (guint k = 0; k < G_N_ELEMENTS (kms); k++)
    {
      CorLonLat at = place_away (f, 1000 * kms[k]);

      for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
        {
          g_object_set (map_pane (f), "tool", tools[i], NULL);
          map_click (f, at.lon, at.lat, 0);
          ui_wait (50);
          g_assert_cmpint (gtk_widget_get_visible (map_hint (f)), ==, k == 1);
          ui_activate (f, "undo", NULL);
          ui_wait (20);
        }
      g_object_set (map_pane (f), "tool", "route", NULL);
      map_click (f, at.lon, at.lat, 0);
      g_assert_cmpint (map_pane (f)->tell_source != 0, ==, k == 1);
      if (k == 0)
        {
          g_signal_emit_by_name (map_layer (f), "place-moved", 114.25, 23.05);
          ui_until (map_hint_has (f, live));
          g_assert_true (map_hint_has (f, live));
        }
      g_object_set (map_pane (f), "tool", "select", NULL);
    }
  ui_settle (f);
}

/* What was told stands for some seconds, though the pointer moves on. */
static void
test_told (UiFixture *f, gconstpointer data)
{
  CorLonLat at = place_away (f, 3000);
  const char *km = C_ ("unit", "km");
  gint64 told;

  g_object_set (map_pane (f), "tool", "site", NULL);
  told = g_get_monotonic_time ();
  map_click (f, at.lon, at.lat, 0);
  g_assert_true (map_hint_has (f, km));
  ui_until (!map_hint_has (f, km));
  g_assert_false (map_hint_has (f, km));
  g_assert_cmpint (g_get_monotonic_time () - told, >, 2500 * 1000);
  ui_activate (f, "undo", NULL);
  ui_settle (f);
}

/* The way to the road is written beside the line from 60 m on. */
static void
test_way_is_written (UiFixture *f, gconstpointer data)
{
  CorLonLat near = place_away (f, 50), away = place_away (f, 70);

  g_object_set (map_pane (f), "tool", "site", NULL);
  g_signal_emit_by_name (map_layer (f), "place-moved", near.lon, near.lat);
  g_assert_true (map_layer (f)->guide->len > 0);
  g_assert_null (map_layer (f)->guide_text);
  g_signal_emit_by_name (map_layer (f), "place-moved", away.lon, away.lat);
  g_assert_nonnull (map_layer (f)->guide_text);
}

/* A place so many pixels to the west of another. */
static CorLonLat
pixels_west (UiFixture *f, CorLonLat of, double pixels)
{
  CorMapFrame frame;
  CorLonLat at;
  double x, y;

  cor_map_view_get_frame (map_pane (f)->view, &frame);
  cor_map_frame_project (&frame, of.lon, of.lat, &x, &y);
  cor_map_frame_unproject (&frame, x - pixels, y, &at.lon, &at.lat);
  return at;
}

static CorLonLat
place_of (UiFixture *f, CorItemKind kind, const char *id)
{
  return cor_map_pane_place_of (cor_scenario_find (ui_scenario (f), kind, id));
}

/* A click within 18 pixels of a site begins the route there; one beside that makes a site. */
static void
test_near_site (UiFixture *f, gconstpointer data)
{
  static const double pixels[] = { 16.5, 19.5 };
  CorLonLat port = place_of (f, COR_ITEM_SITE, "yantian-port");

  cor_map_view_center_on (map_pane (f)->view, port.lon, port.lat, 12);
  ui_wait (100);
  for (guint i = 0; i < G_N_ELEMENTS (pixels); i++)
    {
      CorLonLat at = pixels_west (f, port, pixels[i]);
      const CorRoute *route;

      g_object_set (map_pane (f), "tool", "route", NULL);
      map_click (f, at.lon, at.lat, 0);
      map_click (f, 113.6, 23.0, 0);
      route = (const CorRoute *)cor_scenario_find (ui_scenario (f), COR_ITEM_ROUTE, cor_selection_get_id (map_selection (f)));
      g_assert_cmpint (g_str_equal (route->origin, "yantian-port"), ==, i == 0);
      ui_activate (f, "undo", NULL);
      ui_wait (20);
    }
  ui_settle (f);
}

/* Pulls the line at so many pixels from a point that it goes by way of; how many it goes by way of then. */
static guint
pull_beside (UiFixture *f, CorLonLat via, double pixels)
{
  CorLonLat at = pixels_west (f, via, pixels);
  const CorRoute *route;
  guint n;

  g_signal_emit_by_name (map_layer (f), "route-dragged", "yantian-nansha", COR_MAP_PHASE_BEGIN, at.lon, at.lat);
  g_signal_emit_by_name (map_layer (f), "route-dragged", "yantian-nansha", COR_MAP_PHASE_UPDATE, at.lon, at.lat + 0.01);
  g_signal_emit_by_name (map_layer (f), "route-dragged", "yantian-nansha", COR_MAP_PHASE_END, at.lon, at.lat + 0.01);
  route = (const CorRoute *)cor_scenario_find (ui_scenario (f), COR_ITEM_ROUTE, "yantian-nansha");
  n = route->vias->len;
  ui_activate (f, "undo", NULL);
  ui_settle (f);
  return n;
}

/* Within 14 pixels of such a point a pull moves it; beside that it makes another one. */
static void
test_grab (UiFixture *f, gconstpointer data)
{
  g_autoptr (GArray) vias = cor_vias_new ();
  CorVia via = { NULL, 114.0, 22.75 };

  g_array_append_val (vias, via);
  cor_document_apply (cor_session_get_document (f->session),
                      cor_edit_boxed (ui_scenario (f), COR_ITEM_ROUTE, "yantian-nansha", "vias", vias, NULL), "", NULL);
  ui_settle (f);
  g_assert_cmpuint (pull_beside (f, (CorLonLat){ 114.0, 22.75 }, 12.5), ==, 1);
  g_assert_cmpuint (pull_beside (f, (CorLonLat){ 114.0, 22.75 }, 15.5), ==, 2);
}

/* The hint can be looked through from 24 pixels on. */
static void
test_hint_fades (UiFixture *f, gconstpointer data)
{
  graphene_rect_t box;
  float x, y;

  g_object_set (map_pane (f), "tool", "measure", NULL);
  ui_until (gtk_widget_get_mapped (map_hint (f)) && gtk_widget_get_width (map_hint (f)) > 0);
  g_assert_true (gtk_widget_compute_bounds (map_hint (f), GTK_WIDGET (map_pane (f)), &box));
  x = box.origin.x + box.size.width / 2;
  y = box.origin.y + box.size.height;
  map_point_at (f, x, y + 22);
  g_assert_true (gtk_widget_has_css_class (map_hint (f), "cor-near"));
  map_point_at (f, x, y + 26);
  g_assert_false (gtk_widget_has_css_class (map_hint (f), "cor-near"));
}

/* With Shift an arrow key moves a place by a kilometre instead of 100 m, east as far as north. */
static void
test_nudge (UiFixture *f, gconstpointer data)
{
  CorLonLat before = place_of (f, COR_ITEM_SITE, "yantian-port"), after;

  cor_selection_set (map_selection (f), COR_ITEM_SITE, "yantian-port");
  g_assert_true (map_press (f, GDK_KEY_Right, 0));
  after = place_of (f, COR_ITEM_SITE, "yantian-port");
  g_assert_cmpfloat_with_epsilon (cor_lonlat_distance (before, after), 100, 0.5);
  g_assert_cmpfloat (after.lon, >, before.lon);
  before = after;
  g_assert_true (map_press (f, GDK_KEY_Right, GDK_SHIFT_MASK));
  after = place_of (f, COR_ITEM_SITE, "yantian-port");
  g_assert_cmpfloat_with_epsilon (cor_lonlat_distance (before, after), 1000, 5);
  before = after;
  g_assert_true (map_press (f, GDK_KEY_Down, GDK_SHIFT_MASK));
  after = place_of (f, COR_ITEM_SITE, "yantian-port");
  g_assert_cmpfloat_with_epsilon (cor_lonlat_distance (before, after), 1000, 5);
  g_assert_cmpfloat (after.lat, <, before.lat);
  ui_activate (f, "undo", NULL);
  ui_settle (f);
}

/* A box keeps to the kind that is selected; of a route it has to hold both ends. */
static void
test_box (UiFixture *f, gconstpointer data)
{
  CorLonLat port = place_of (f, COR_ITEM_SITE, "yantian-port");
  guint n;

  cor_scenario_items (ui_scenario (f), COR_ITEM_ROUTE, &n);
  cor_selection_set (map_selection (f), COR_ITEM_ROUTE, "yantian-nansha");
  g_signal_emit_by_name (map_layer (f), "box-selected", 112.0, 21.0, 116.0, 25.0);
  g_assert_cmpint (cor_selection_get_kind (map_selection (f)), ==, COR_ITEM_ROUTE);
  g_assert_cmpuint (g_strv_length ((char **)cor_selection_get_ids (map_selection (f))), ==, n);
  /* All routes begin there, and none ends there. */
  g_signal_emit_by_name (map_layer (f), "box-selected", port.lon - 0.01, port.lat - 0.01, port.lon + 0.01, port.lat + 0.01);
  g_assert_cmpint (cor_selection_get_kind (map_selection (f)), !=, COR_ITEM_ROUTE);
}

/* The gesture that sees every press on the map first. */
static GtkGesture *
drag_gesture (UiFixture *f)
{
  GtkWidget *map = GTK_WIDGET (cor_map_view_get_map (map_pane (f)->view));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (map);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller)
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        return GTK_GESTURE (controller);
    }
  g_assert_not_reached ();
}

/* A press that trembles by less than four pixels moves nothing, one that goes further does. */
static void
test_tremble (UiFixture *f, gconstpointer data)
{
  g_autoptr (CorScenario) before = cor_scenario_ref (ui_scenario (f));
  CorLonLat port = place_of (f, COR_ITEM_SITE, "yantian-port");
  CorMapFrame frame;
  double x, y;

  cor_map_view_center_on (map_pane (f)->view, port.lon, port.lat, 12);
  ui_wait (100);
  cor_map_view_get_frame (map_pane (f)->view, &frame);
  cor_map_frame_project (&frame, port.lon, port.lat, &x, &y);
  g_signal_emit_by_name (drag_gesture (f), "drag-begin", x, y);
  g_signal_emit_by_name (drag_gesture (f), "drag-update", 2.0, 3.0);
  g_assert_true (ui_scenario (f) == before);
  g_signal_emit_by_name (drag_gesture (f), "drag-update", 3.0, 4.0);
  g_assert_false (ui_scenario (f) == before);
  g_signal_emit_by_name (drag_gesture (f), "drag-end", 3.0, 4.0);
  ui_activate (f, "undo", NULL);
  ui_settle (f);
}

/* A new place is called after a town or port within 8 km, the nearest one. */
static void
test_named_after (UiFixture *f, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261122);
  const CorPlaces *places = map_pane (f)->places;
  guint some = 0, none = 0;

  for (guint i = 0; i < 500; i++)
    {
      CorLonLat at = { g_rand_double_range (rand, 112.5, 115.5), g_rand_double_range (rand, 21.8, 24.0) };
      const CorPlace *near = cor_map_place_near (places, at);
      double least = INFINITY;

      for (guint k = 0; k < cor_places_get_n (places); k++)
        {
          const CorPlace *place = cor_places_get (places, k);

          if (place->kind <= COR_PLACE_AIRPORT)
            least = fmin (least, cor_lonlat_distance (at, (CorLonLat){ place->lon, place->lat }));
        }
      g_assert_cmpint (near != NULL, ==, least < 8000);
      if (near != NULL)
        g_assert_cmpfloat (cor_lonlat_distance (at, (CorLonLat){ near->lon, near->lat }), ==, least);
      some += near != NULL;
      none += near == NULL;
    }
  g_assert_true (some > 20 && none > 20);
}

#define ADD(name, func) g_test_add ("/ui/map-limits/" name, UiFixture, NULL, ui_open, func, ui_close)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("far", test_far);
  ADD ("told", test_told);
  ADD ("way-is-written", test_way_is_written);
  ADD ("near-site", test_near_site);
  ADD ("grab", test_grab);
  ADD ("hint-fades", test_hint_fades);
  ADD ("nudge", test_nudge);
  ADD ("box", test_box);
  ADD ("tremble", test_tremble);
  ADD ("named-after", test_named_after);
  return g_test_run ();
}
