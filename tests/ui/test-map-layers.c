/* test-map-layers.c: what the map shows beside the things themselves: all of it in sight, the line under construction, reach, strip.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-driver.h"

#include "cor-edit.h"
#include "cor-format.h"
#include "cor-map-pane-private.h"
#include "cor-object-layer-private.h"
#include "cor-range.h"

#include <glib/gi18n.h>
#include <math.h>

/* Whether the map shows the first @n of @points. */
static gboolean
are_inside (UiFixture *f, const CorLonLat *points, guint n)
{
  CorMapFrame frame;
  gboolean inside = TRUE;

  cor_map_view_get_frame (map_pane (f)->view, &frame);
  for (guint i = 0; i < n; i++)
    {
      double x, y;

      cor_map_frame_project (&frame, points[i].lon, points[i].lat, &x, &y);
      inside &= x > 0 && x < frame.width && y > 0 && y < frame.height;
    }
  return inside;
}

/* Asks for @fit until the map shows the points: routes are laid beside the window, and may not be there at once. */
static void
show (UiFixture *f, void (*fit) (CorMapPane *pane), const CorLonLat *points, guint n)
{
  for (guint i = 0; i < 40 && !are_inside (f, points, n); i++)
    {
      fit (map_pane (f));
      ui_wait (300);
    }
  g_assert_true (are_inside (f, points, n));
}

/* Showing all shows the lines too, where one runs outside of the sites; showing what is selected, all of that. */
static void
test_fit (UiFixture *f, gconstpointer data)
{
  static const CorLonLat points[] = { { 114.272, 22.578 }, { 115.9, 24.3 }, { 113.6, 22.6 } };
  g_autoptr (GArray) line = cor_points_new ();

  g_array_append_vals (line, points, G_N_ELEMENTS (points));
  cor_document_apply (cor_session_get_document (f->session),
                      cor_edit_boxed (ui_scenario (f), COR_ITEM_ROUTE, "yantian-nansha", "line", line, NULL), "", NULL);
  ui_settle (f);
  ui_wait (100);
  cor_map_view_center_on (map_pane (f)->view, 110, 20, 12);
  show (f, cor_map_pane_fit, points, 2);
  cor_map_view_center_on (map_pane (f)->view, 110, 20, 12);
  cor_selection_set (map_selection (f), COR_ITEM_ROUTE, "yantian-nansha");
  show (f, cor_map_pane_fit_selected, points, 2);
}

static double
away_from_road (UiFixture *f, CorLonLat at)
{
  CorSnap snap;

  g_assert_true (cor_network_snap (map_pane (f)->network, at, NULL, &snap, NULL));
  return snap.away_m;
}

/* The line under construction goes along the roads, all the way to the pointer's road. */
static void
test_line_follows (UiFixture *f, gconstpointer data)
{
  const CorLonLat *band;
  CorSnap snap;
  guint n;

  g_object_set (map_pane (f), "tool", "route", NULL);
  map_click (f, 114.272, 22.578, 0);
  g_signal_emit_by_name (map_layer (f), "place-moved", 114.25, 23.05);
  ui_until (map_layer (f)->band->len > 40);
  band = (const CorLonLat *)(gpointer)map_layer (f)->band->data;
  n = map_layer (f)->band->len / 2;
  g_assert_cmpuint (n, >, 20);
  for (guint i = 1; i + 1 < n; i++)
    g_assert_cmpfloat (away_from_road (f, band[i]), <, 1);
  g_assert_true (cor_network_snap (map_pane (f)->network, (CorLonLat){ 114.25, 23.05 }, NULL, &snap, NULL));
  g_assert_cmpfloat (fmin (cor_lonlat_distance (band[n - 1], snap.on_road), cor_lonlat_distance (band[n - 1], snap.place)), <, 50);
}

/* A line that is given up while a worker lays it does not come back. */
static void
test_line_given_up (UiFixture *f, gconstpointer data)
{
  g_object_set (map_pane (f), "tool", "route", NULL);
  map_click (f, 114.272, 22.578, 0);
  ui_until (!map_pane (f)->live_busy);
  g_signal_emit_by_name (map_layer (f), "place-moved", 114.25, 23.05);
  g_assert_true (map_pane (f)->live_busy);
  g_object_set (map_pane (f), "tool", "select", NULL);
  ui_until (!map_pane (f)->live_busy);
  ui_wait (50);
  g_assert_false (map_pane (f)->live_busy);
  g_assert_cmpuint (map_layer (f)->band->len, ==, 0);
  g_assert_false (gtk_widget_get_visible (map_hint (f)));
}

/* How far the first truck with a battery comes. */
static void
find_range (UiFixture *f, CorRange *range, double row[COR_N_PARAMS])
{
  const CorResults *results = cor_session_get_results (f->session);

  for (guint i = 0; i < results->n_duties; i++)
    if (cor_range_of (results, &results->duties[i], cor_network_speeds (map_pane (f)->network), range))
      {
        const CorAlternative *truck = cor_duty_result_shown (&results->duties[i]);

        cor_param_table_fill (truck->table, truck->outcomes[results->year].model_year, row);
        return;
      }
  g_assert_not_reached ();
}

/* The reach is used up where what is left is the floor of the battery and the reserve; its colours go down to that. */
static void
test_reach (UiFixture *f, gconstpointer data)
{
  double row[COR_N_PARAMS], start, end;
  gboolean has_start = FALSE, has_end = FALSE;
  CorRange range;

  ui_settle (f);
  cor_selection_clear (map_selection (f));
  find_range (f, &range, row);
  start = cor_range_charge (&range, 0);
  end = cor_range_charge (&range, range.usable_kwh);
  g_assert_cmpfloat_with_epsilon (start, row[COR_PARAM_SOC_MAX], 1e-9);
  g_assert_cmpfloat_with_epsilon (end, row[COR_PARAM_SOC_MIN] + row[COR_PARAM_RESERVE], 1e-9);
  g_assert_cmpfloat (row[COR_PARAM_RESERVE], >, 0);
  cor_map_pane_show_reach (map_pane (f), (CorLonLat){ 113.9, 22.7 });
  ui_until (map_pane (f)->reach != NULL);
  g_assert_nonnull (map_pane (f)->reach);
  for (guint i = 0; i < map_pane (f)->reach->pieces->len; i++)
    {
      CorMapTint tint = g_array_index (map_pane (f)->reach->pieces, CorMapReachPiece, i).tint;

      has_start = has_start || tint == cor_map_tint_for_charge (start);
      has_end = has_end || tint == cor_map_tint_for_charge (end + 0.02);
    }
  g_assert_true (has_start && has_end);
}

/* Metres from a place to a line, by steps of at most 25 m along it. */
static double
steps_to (CorLonLat at, const CorMapRoute *route)
{
  double least = INFINITY;

  for (guint i = 0; i + 1 < route->n_points; i++)
    {
      CorLonLat a = { route->lon_lat[2 * i], route->lon_lat[2 * i + 1] };
      CorLonLat b = { route->lon_lat[2 * i + 2], route->lon_lat[2 * i + 3] };
      guint n = (guint)(cor_lonlat_distance (a, b) / 25) + 1;

      for (guint k = 0; k <= n; k++)
        least = fmin (least, cor_lonlat_distance (at, (CorLonLat){ a.lon + (b.lon - a.lon) * k / n, a.lat + (b.lat - a.lat) * k / n }));
    }
  return least;
}

/* The legend of the strip along the routes counts the stations in it, and no others. */
static void
test_strip (UiFixture *f, gconstpointer data)
{
  g_autofree char *km = cor_format_quantity (COR_QUANTITY_KM, 5, NULL), *expected = NULL;
  const CorMapStation *stations;
  const CorMapRoute *routes;
  CorMapScene *scene;
  const char *label = NULL;
  guint n_stations, n_routes;
  int near = 0;

  ui_settle (f);
  g_object_set (map_pane (f), "buffer", 5.0, NULL);
  ui_wait (100);
  scene = cor_object_layer_get_scene (map_layer (f));
  routes = cor_map_scene_get_routes (scene, &n_routes);
  stations = cor_map_scene_get_stations (scene, &n_stations);
  for (guint i = 0; i < n_stations; i++)
    {
      double least = INFINITY;

      for (guint k = 0; k < n_routes; k++)
        least = fmin (least, steps_to ((CorLonLat){ stations[i].lon, stations[i].lat }, &routes[k]));
      g_assert_cmpfloat (fabs (least - 5000), >, 50);
      near += least < 5000;
    }
  g_assert_true (near > 0 && near < (int)n_stations);
  expected = g_strdup_printf (ngettext ("within %s of a route: %d station", "within %s of a route: %d stations", near), km, near);
  g_assert_cmpfloat (cor_map_scene_get_buffer (scene, &label), ==, 5000);
  g_assert_cmpstr (label, ==, expected);
}

/* The reach from a place: roads with colours, none further than the usable energy can take it. */
static void
test_reach_menu (UiFixture *f, gconstpointer data)
{
  const CorMapReach *reach = NULL;
  CorMapScene *scene;

  g_signal_emit_by_name (map_layer (f), "context-menu", COR_MAP_OBJECT_NONE, NULL, 100.0, 100.0, 113.9, 22.7);
  gtk_widget_activate_action (GTK_WIDGET (map_pane (f)), "map.reach", "s", "");
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_last_child (GTK_WIDGET (map_pane (f)))));
  ui_until ((scene = cor_object_layer_get_scene (map_layer (f))) != NULL && (reach = cor_map_scene_get_reach (scene)) != NULL);
  g_assert_nonnull (reach);
  g_assert_cmpuint (reach->pieces->len, >, 20);
  g_assert_nonnull (reach->label);
  /* the smallest truck of the scenario: 141 kWh at 0.9 kWh/km or more, so less than 160 km, 1.6 degrees */
  for (guint i = 0; i + 1 < reach->lon_lat->len; i += 2)
    {
      g_assert_cmpfloat (fabs (g_array_index (reach->lon_lat, double, i) - 113.9), <, 1.6);
      g_assert_cmpfloat (fabs (g_array_index (reach->lon_lat, double, i + 1) - 22.7), <, 1.5);
    }
  gtk_widget_activate_action (GTK_WIDGET (map_pane (f)), "map.hide-reach", NULL);
  ui_until (cor_map_scene_get_reach (cor_object_layer_get_scene (map_layer (f))) == NULL);
  g_assert_null (cor_map_scene_get_reach (cor_object_layer_get_scene (map_layer (f))));
}

/* Discs below stations, and the strip along the routes, are in the scene and so in the legend. */
static void
test_layers (UiFixture *f, gconstpointer data)
{
  const CorMapStation *stations;
  CorMapScene *scene;
  guint n, closed = 0;
  const char *label;

  g_object_set (map_pane (f), "stations", "access", NULL);
  ui_wait (100);
  stations = cor_map_scene_get_stations (cor_object_layer_get_scene (map_layer (f)), &n);
  for (guint k = 0; k < n; k++)
    {
      g_assert_cmpfloat (stations[k].amount, >, 0);
      g_assert_true (stations[k].closed == (stations[k].load == COR_MAP_TINT_IMPOSSIBLE));
      closed += stations[k].closed;
    }
  g_assert_true (closed > 0 && closed < n);
  g_object_set (map_pane (f), "stations", "kind", "buffer", 5.0, NULL);
  ui_wait (100);
  scene = cor_object_layer_get_scene (map_layer (f));
  g_assert_cmpfloat (cor_map_scene_get_stations (scene, &n)[0].amount, ==, 0);
  g_assert_cmpfloat (cor_map_scene_get_buffer (scene, &label), ==, 5000);
  g_assert_nonnull (label);
}

#define ADD(name, func) g_test_add ("/ui/map-layers/" name, UiFixture, NULL, ui_open, func, ui_close)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("fit", test_fit);
  ADD ("line-follows", test_line_follows);
  ADD ("line-given-up", test_line_given_up);
  ADD ("reach", test_reach);
  ADD ("reach-from-menu", test_reach_menu);
  ADD ("strip", test_strip);
  ADD ("layers", test_layers);
  return g_test_run ();
}
