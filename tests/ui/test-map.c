/* test-map.c: working on the map: drag, give up, place, draw, reroute.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-driver.h"

#include "cor-apply.h"
#include "cor-edit.h"
#include "cor-format.h"
#include "cor-object-layer-private.h"

#include <math.h>
#include <string.h>

static const CorStation *
first_station (UiFixture *f)
{
  guint n;

  return (const CorStation *)cor_scenario_items (ui_scenario (f), COR_ITEM_STATION, &n)[0];
}

static void
drag (UiFixture *f, const char *id, CorMapPhase phase, double lon, double lat)
{
  g_signal_emit_by_name (map_layer (f), "object-dragged", COR_MAP_OBJECT_STATION, id, phase, lon, lat);
  ui_wait (10);
}

/* Whether the lines on the map are those along the roads, which come with the first results. */
static gboolean
lines_are_there (UiFixture *f)
{
  CorMapScene *scene = cor_object_layer_get_scene (map_layer (f));
  guint n = 0;
  const CorMapRoute *routes = scene != NULL ? cor_map_scene_get_routes (scene, &n) : NULL;

  return n > 0 && routes[n - 1].n_points > 10;
}

/* Everything lies on the map: a route for each route, a station for each station. */
static void
test_scene (UiFixture *f, gconstpointer data)
{
  CorMapScene *scene;
  guint shown, n;
  const CorMapRoute *routes;

  ui_until (lines_are_there (f));
  scene = cor_object_layer_get_scene (map_layer (f));
  g_assert_nonnull (scene);
  routes = cor_map_scene_get_routes (scene, &shown);
  cor_scenario_items (ui_scenario (f), COR_ITEM_ROUTE, &n);
  g_assert_cmpuint (shown, ==, n);
  for (guint i = 0; i < shown; i++)
    g_assert_cmpuint (routes[i].n_points, >, 10);
  cor_map_scene_get_stations (scene, &shown);
  cor_scenario_items (ui_scenario (f), COR_ITEM_STATION, &n);
  g_assert_cmpuint (shown, ==, n);
}

/* A drag is live, and one step; it selects what it moves. */
static void
test_drag (UiFixture *f, gconstpointer data)
{
  g_autoptr (CorScenario) before = cor_scenario_ref (ui_scenario (f));
  g_autofree char *id = g_strdup (first_station (f)->item.id);
  double lon = first_station (f)->lon, lat = first_station (f)->lat;

  drag (f, id, COR_MAP_PHASE_BEGIN, lon, lat);
  for (int i = 1; i <= 10; i++)
    drag (f, id, COR_MAP_PHASE_UPDATE, lon - i * 0.02, lat + i * 0.01);
  g_assert_cmpfloat_with_epsilon (first_station (f)->lon, lon - 0.2, 1e-9);
  ui_settle (f);
  g_assert_true (cor_session_get_results_scenario (f->session) == ui_scenario (f));
  drag (f, id, COR_MAP_PHASE_END, lon - 0.2, lat + 0.1);
  g_assert_true (
      cor_selection_contains (cor_session_get_selection (f->session), COR_ITEM_STATION, id));
  ui_activate (f, "undo", NULL);
  g_assert_true (ui_scenario (f) == before);
  g_assert_false (cor_document_can_undo (cor_session_get_document (f->session)));
}

static void
test_drag_given_up (UiFixture *f, gconstpointer data)
{
  g_autoptr (CorScenario) before = cor_scenario_ref (ui_scenario (f));
  g_autofree char *id = g_strdup (first_station (f)->item.id);
  double lon = first_station (f)->lon, lat = first_station (f)->lat;

  drag (f, id, COR_MAP_PHASE_BEGIN, lon, lat);
  drag (f, id, COR_MAP_PHASE_UPDATE, lon + 0.1, lat);
  g_assert_false (ui_scenario (f) == before);
  drag (f, id, COR_MAP_PHASE_CANCEL, lon, lat);
  g_assert_true (ui_scenario (f) == before);
  g_assert_false (cor_document_can_redo (cor_session_get_document (f->session)));
}

/* So long after an entry was typed into, ms, what follows is a step of its own. */
#define TYPED_MS 1500

/* What was typed just before it ends no drag. */
static void
test_drag_after_typing (UiFixture *f, gconstpointer data)
{
  g_autofree char *id = g_strdup (first_station (f)->item.id);
  double lon = first_station (f)->lon, lat = first_station (f)->lat;
  g_autoptr (CorScenario) typed
    = cor_edit_parameter (ui_scenario (f), COR_ITEM_HEAD, NULL, COR_PARAM_DIESEL_PRICE, 6.5, NULL);

  g_assert_true (cor_apply (f->session, GTK_WIDGET (map_pane (f)), cor_scenario_ref (typed), NULL, "Diesel", "diesel"));
  drag (f, id, COR_MAP_PHASE_BEGIN, lon, lat);
  drag (f, id, COR_MAP_PHASE_UPDATE, lon + 0.1, lat);
  ui_wait (TYPED_MS + 200);
  drag (f, id, COR_MAP_PHASE_UPDATE, lon + 0.2, lat);
  drag (f, id, COR_MAP_PHASE_CANCEL, lon, lat);
  g_assert_true (ui_scenario (f) == typed);
}

static void
click (UiFixture *f, double lon, double lat, CorMapObjectKind kind, const char *id)
{
  g_signal_emit_by_name (map_layer (f), "place-clicked", lon, lat, kind, id, 1, 0);
  ui_wait (10);
}

/* A station is placed, named after where it is, selected; then the tool is to select again. */
static void
test_place (UiFixture *f, gconstpointer data)
{
  CorSelection *selection = cor_session_get_selection (f->session);
  const CorStation *station;
  g_autofree char *tool = NULL;

  g_object_set (map_pane (f), "tool", "station", "station-kind", "swap", NULL);
  g_assert_cmpint (cor_object_layer_get_tool (map_layer (f)), ==, COR_MAP_TOOL_PLACE);
  click (f, 113.67, 22.82, COR_MAP_OBJECT_NONE, NULL);
  g_assert_cmpint (cor_selection_get_kind (selection), ==, COR_ITEM_STATION);
  station = (const CorStation *)cor_scenario_find (ui_scenario (f), COR_ITEM_STATION,
                                                   cor_selection_get_id (selection));
  g_assert_cmpint (station->station_kind, ==, COR_STATION_SWAP);
  g_assert_cmpint (station->status, ==, COR_STATION_PLANNED);
  g_assert_nonnull (station->item.name);
  g_object_get (map_pane (f), "tool", &tool, NULL);
  g_assert_cmpstr (tool, ==, "select");
}

/* Far out at sea a route can neither begin nor end; a site that is moved there makes its routes impossible, with
 * its name in the reason and no coordinates. */
static void
test_sea (UiFixture *f, gconstpointer data)
{
  g_autoptr (CorScenario) before = cor_scenario_ref (ui_scenario (f));
  const CorResults *results;
  const CorRoute *route;
  const CorItem *site;
  guint n, seen = 0;

  g_object_set (map_pane (f), "tool", "route", NULL);
  click (f, 115.6, 20.9, COR_MAP_OBJECT_NONE, NULL);
  click (f, 115.7, 20.8, COR_MAP_OBJECT_NONE, NULL);
  g_assert_true (ui_scenario (f) == before);
  g_object_set (map_pane (f), "tool", "select", NULL);
  route = (const CorRoute *)cor_scenario_items (before, COR_ITEM_ROUTE, &n)[0];
  site = cor_scenario_find (before, COR_ITEM_SITE, route->destination);
  cor_document_apply (cor_session_get_document (f->session),
                      cor_edit_place (ui_scenario (f), COR_ITEM_SITE, site->id, (CorLonLat){ 115.6, 20.9 }, NULL),
                      "Move", NULL);
  ui_settle (f);
  results = cor_session_get_results (f->session);
  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorGeometry *geometry = results->duties[i].geometry;

      if (g_strcmp0 (results->duties[i].duty->route, route->item.id) != 0)
        continue;
      g_assert_nonnull (geometry->problem);
      g_test_message ("%s", geometry->problem);
      g_assert_nonnull (strstr (geometry->problem,
                                cor_item_label (site, g_str_has_prefix (g_get_language_names ()[0], "zh"))));
      g_assert_null (strstr (geometry->problem, "115."));
      seen++;
    }
  g_assert_cmpuint (seen, >, 0);
}

/* A route from a site to a new place: line, site, duty and results, in one step. */
static void
test_draw (UiFixture *f, gconstpointer data)
{
  g_autoptr (CorScenario) before = cor_scenario_ref (ui_scenario (f));
  CorSelection *selection = cor_session_get_selection (f->session);
  const CorRoute *route;
  guint n, m;

  g_object_set (map_pane (f), "tool", "route", NULL);
  click (f, 114.272, 22.578, COR_MAP_OBJECT_NONE, NULL); /* just beside the port's icon */
  g_signal_emit_by_name (map_layer (f), "place-moved", 114.0, 22.9);
  click (f, 114.2, 23.2, COR_MAP_OBJECT_NONE, NULL);
  ui_settle (f);
  g_assert_cmpint (cor_selection_get_kind (selection), ==, COR_ITEM_ROUTE);
  route = (const CorRoute *)cor_scenario_find (ui_scenario (f), COR_ITEM_ROUTE,
                                               cor_selection_get_id (selection));
  g_assert_cmpstr (route->origin, ==, "yantian-port");
  /* It starts with a load, and says that this is assumed. */
  g_assert_cmpfloat (route->payload_out_t, >, 0);
  g_assert_nonnull (route->item.source);
  {
    g_autoptr (CorScenario) typed = cor_edit_number (ui_scenario (f), COR_ITEM_ROUTE, route->item.id, "payload_out_t", 22, NULL);

    g_assert_null (cor_scenario_find (typed, COR_ITEM_ROUTE, route->item.id)->source);
  }
  cor_scenario_items (before, COR_ITEM_SITE, &n);
  cor_scenario_items (ui_scenario (f), COR_ITEM_SITE, &m);
  g_assert_cmpuint (m, ==, n + 1);
  cor_scenario_items (before, COR_ITEM_DUTY, &n);
  cor_scenario_items (ui_scenario (f), COR_ITEM_DUTY, &m);
  g_assert_cmpuint (m, ==, n + 1);
  ui_activate (f, "undo", NULL);
  g_assert_true (ui_scenario (f) == before);
}

/* Pulling a line makes a via, and the line gets longer; pulling it again moves that via. */
static void
test_reroute (UiFixture *f, gconstpointer data)
{
  const char *id = "yantian-nansha";
  const CorResults *results = cor_session_get_results (f->session);
  double before = NAN, after = NAN;
  const CorRoute *route;

  cor_document_apply (cor_session_get_document (f->session),
                      cor_edit_boxed (ui_scenario (f), COR_ITEM_ROUTE, id, "vias", NULL, NULL), "",
                      NULL);
  ui_settle (f);
  results = cor_session_get_results (f->session);
  for (guint i = 0; i < results->n_duties; i++)
    if (g_str_equal (results->duties[i].duty->route, id))
      before = results->duties[i].geometry->out->length_m;
  g_signal_emit_by_name (map_layer (f), "route-dragged", id, COR_MAP_PHASE_BEGIN, 113.9, 22.7);
  g_signal_emit_by_name (map_layer (f), "route-dragged", id, COR_MAP_PHASE_UPDATE, 113.95, 22.95);
  g_signal_emit_by_name (map_layer (f), "route-dragged", id, COR_MAP_PHASE_END, 113.95, 22.95);
  ui_settle (f);
  route = (const CorRoute *)cor_scenario_find (ui_scenario (f), COR_ITEM_ROUTE, id);
  g_assert_cmpuint (route->vias->len, ==, 1);
  results = cor_session_get_results (f->session);
  for (guint i = 0; i < results->n_duties; i++)
    if (g_str_equal (results->duties[i].duty->route, id))
      after = results->duties[i].geometry->out->length_m;
  g_assert_cmpfloat (after, >, before);
  g_signal_emit_by_name (map_layer (f), "route-dragged", id, COR_MAP_PHASE_BEGIN, 113.95, 22.95);
  g_signal_emit_by_name (map_layer (f), "route-dragged", id, COR_MAP_PHASE_UPDATE, 113.96, 22.94);
  g_signal_emit_by_name (map_layer (f), "route-dragged", id, COR_MAP_PHASE_END, 113.96, 22.94);
  route = (const CorRoute *)cor_scenario_find (ui_scenario (f), COR_ITEM_ROUTE, id);
  g_assert_cmpuint (route->vias->len, ==, 1);
}

/* Whether a line leads from a road to that place, and says how long it is. */
static gboolean
access_shown (UiFixture *f, CorLonLat place)
{
  const CorObjectLayer *shown = map_layer (f);
  const double *line = (const double *)(gpointer)shown->guide->data;
  g_autofree char *km = NULL;

  if (shown->guide->len != 4)
    return FALSE;
  km = cor_format_quantity (COR_QUANTITY_KM, cor_lonlat_distance ((CorLonLat){ line[0], line[1] }, place) / 1000, NULL);
  return line[2] == place.lon && line[3] == place.lat && strstr (shown->guide_text, km) != NULL;
}

/* A place off the road shows the way to it that is counted: while it is placed, and while it alone is selected. */
static void
test_access (UiFixture *f, gconstpointer data)
{
  const CorLonLat far = { 113.2, 22.3 };
  CorSelection *selection = cor_session_get_selection (f->session);
  guint n;
  const CorItem *route = cor_scenario_items (ui_scenario (f), COR_ITEM_ROUTE, &n)[0];
  g_autofree char *id = g_strdup (route->id);

  g_object_set (map_pane (f), "tool", "site", NULL);
  g_signal_emit_by_name (map_layer (f), "place-moved", far.lon, far.lat);
  g_assert_true (access_shown (f, far));
  g_signal_emit_by_name (map_layer (f), "place-clicked", far.lon, far.lat, COR_MAP_OBJECT_NONE, NULL, 1, 0);
  ui_settle (f);
  ui_until (access_shown (f, far));
  g_assert_cmpint (cor_selection_get_kind (selection), ==, COR_ITEM_SITE);
  g_assert_true (access_shown (f, far));
  cor_selection_set (selection, COR_ITEM_ROUTE, id);
  ui_until (map_layer (f)->guide->len == 0);
  g_assert_cmpuint (map_layer (f)->guide->len, ==, 0);
  cor_selection_set (selection, COR_ITEM_STATION, first_station (f)->item.id);
  ui_until (map_layer (f)->guide->len == 4);
  g_assert_cmpuint (map_layer (f)->guide->len, ==, 4);
}

/* Whether a route is coloured by piece. */
static gboolean
has_pieces (UiFixture *f)
{
  const CorMapRoute *routes;
  guint n;

  routes = cor_map_scene_get_routes (cor_object_layer_get_scene (map_layer (f)), &n);
  for (guint i = 0; i < n; i++)
    if (routes[i].tints != NULL)
      return TRUE;
  return FALSE;
}

/* Each colouring draws without a word, and colours by piece where charge is shown. */
static void
test_colour (UiFixture *f, gconstpointer data)
{
  const char *colours[] = { "detour", "charge", "emissions", "parity" };

  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    {
      gboolean by_piece = g_str_equal (colours[i], "charge");

      g_action_group_change_action_state (G_ACTION_GROUP (f->window), "colour",
                                          g_variant_new_string (colours[i]));
      ui_wait (100);
      ui_until (has_pieces (f) == by_piece);
      g_assert_true (has_pieces (f) == by_piece);
    }
}

#define ADD(path, func) g_test_add (path, UiFixture, NULL, ui_open, func, ui_close)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/map/scene", test_scene);
  ADD ("/map/drag", test_drag);
  ADD ("/map/drag-given-up", test_drag_given_up);
  ADD ("/map/drag-after-typing", test_drag_after_typing);
  ADD ("/map/place", test_place);
  ADD ("/map/draw", test_draw);
  ADD ("/map/sea", test_sea);
  ADD ("/map/reroute", test_reroute);
  ADD ("/map/access", test_access);
  ADD ("/map/colour", test_colour);
  return g_test_run ();
}
