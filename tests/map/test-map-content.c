/* test-map-content.c: what a scenario and its results become on the map: words, colours, signs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-data-dir.h"
#include "cor-engine.h"
#include "cor-format.h"
#include "cor-map-content.h"
#include "cor-map-scene-paint.h"
#include "cor-parity-text.h"
#include "cor-scenario-file.h"
#include "cor-scene-legend.h"

#include <locale.h>

static CorEngine *engine;

static CorScenario *
load (const char *name)
{
  g_autofree char *path = cor_data_file ("scenarios", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorScenarioFile) file = cor_scenario_file_load (path, &error);

  g_assert_no_error (error);
  return cor_scenario_ref (cor_scenario_file_scenario (file));
}

static CorMapScene *
build (const CorResults *results, const char *colour, gboolean only_used)
{
  return cor_map_content_build (&(CorMapContent){ .scenario = results->scenario,
                                                  .results = results,
                                                  .colour = colour,
                                                  .stations = "kind",
                                                  .selected_kind = COR_ITEM_HEAD,
                                                  .only_used = only_used });
}

static const CorMapStation *
station_of (CorMapScene *scene, const char *id)
{
  guint n;
  const CorMapStation *stations = cor_map_scene_get_stations (scene, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (stations[i].id, id))
      return &stations[i];
  return NULL;
}

static const CorMapRoute *
route_of (CorMapScene *scene, const char *id)
{
  guint n;
  const CorMapRoute *routes = cor_map_scene_get_routes (scene, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (routes[i].id, id))
      return &routes[i];
  return NULL;
}

static gboolean
has_sign (CorMapScene *scene, const char *text)
{
  CorSceneSign signs[COR_SCENE_MOST_SIGNS];
  guint n = cor_scene_legend_signs (scene, signs);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (signs[i].text, text))
      return TRUE;
  return FALSE;
}

/* The scenario with a site or station moved a little, in a scene that may take over what it can. */
static CorMapScene *
build_moved (const CorResults *results, CorItemKind kind, const CorMapScene *before)
{
  guint n;
  const CorItem *const *items = cor_scenario_items (results->scenario, kind, &n);
  CorItem *moved = cor_item_copy (items[0]);
  g_autoptr (CorScenario) next = NULL;

  g_assert_true (cor_item_set_number (moved, cor_item_field (kind, "lon"), 113.5, NULL));
  next = cor_scenario_with_item (results->scenario, moved);
  return cor_map_content_build (&(CorMapContent){
      .scenario = next, .results = results, .colour = "parity", .selected_kind = COR_ITEM_HEAD, .before = before });
}

/* While a station is dragged the routes are taken over, and are what they would be if made anew; not so with a site,
 * another colour or other results. The scene they were made for may go. */
static void
test_taken_over (void)
{
  g_autoptr (CorScenario) scenario = load ("eastern-port.corridor");
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);
  CorMapScene *first = build (results, "parity", FALSE);
  g_autoptr (CorMapScene) station = build_moved (results, COR_ITEM_STATION, first), again = NULL;
  g_autoptr (CorMapScene) anew = build_moved (results, COR_ITEM_STATION, NULL);
  g_autoptr (CorMapScene) site = build_moved (results, COR_ITEM_SITE, first);
  guint n, n_anew, n_sites;
  const CorMapRoute *routes = cor_map_scene_get_routes (station, &n), *others = cor_map_scene_get_routes (anew, &n_anew);

  g_assert_true (routes == cor_map_scene_get_routes (first, &n));
  g_assert_true (routes != cor_map_scene_get_routes (site, &n));
  cor_map_scene_unref (first);
  again = build_moved (results, COR_ITEM_STATION, station);
  g_assert_true (routes == cor_map_scene_get_routes (again, &n));
  g_assert_cmpuint (n, ==, n_anew);
  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpstr (routes[i].id, ==, others[i].id);
      g_assert_cmpstr (routes[i].label, ==, others[i].label);
      g_assert_cmpstr (routes[i].badge, ==, others[i].badge);
      g_assert_cmpuint (routes[i].n_points, ==, others[i].n_points);
      g_assert_cmpint (routes[i].tint, ==, others[i].tint);
      g_assert_cmpint (routes[i].dashed, ==, others[i].dashed);
      g_assert_cmpmem (routes[i].lon_lat, 16 * routes[i].n_points, others[i].lon_lat, 16 * others[i].n_points);
    }
  cor_map_scene_get_sites (again, &n_sites);
  g_assert_cmpuint (n_sites, >, 0);
  g_assert_cmpfloat (cor_map_scene_get_stations (station, &n)[0].lon, ==, 113.5);
}

/* A copy of the scenario whose station of index @i is in that state. */
static CorScenario *
with_state (CorScenario *scenario, guint i, CorStationStatus status)
{
  guint n;
  const CorItem *const *stations = cor_scenario_items (scenario, COR_ITEM_STATION, &n);
  CorItem *copy = cor_item_copy (stations[i]);

  ((CorStation *) copy)->status = status;
  return cor_scenario_with_item (scenario, copy);
}

/* Each state of a station has its sign and its word; paper leaves out those that trucks cannot use. */
static void
test_states (void)
{
  g_autoptr (CorScenario) scenario = load ("eastern-port.corridor");
  guint n;
  const CorItem *const *stations = cor_scenario_items (scenario, COR_ITEM_STATION, &n);
  static const struct
  {
    CorStationStatus status;
    CorMapStationState state;
    const char *sign;
    gboolean on_paper;
  } cases[] = {
    { COR_STATION_EXISTING, COR_MAP_STATION_BUILT, NULL, TRUE },
    { COR_STATION_PLANNED, COR_MAP_STATION_PLANNED, "planned", TRUE },
    { COR_STATION_CANDIDATE, COR_MAP_STATION_CANDIDATE, "candidate", FALSE },
    { COR_STATION_CLOSED, COR_MAP_STATION_BUILT, "closed, or to long trailers", FALSE },
  };

  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CorScenario) changed = with_state (scenario, 0, cases[i].status);
      g_autoptr (CorResults) results = cor_engine_evaluate (engine, changed);
      g_autoptr (CorMapScene) screen = build (results, "parity", FALSE), paper = build (results, "parity", TRUE);
      const CorMapStation *on_screen = station_of (screen, stations[0]->id), *on_paper = station_of (paper, stations[0]->id);

      g_assert_nonnull (on_screen);
      g_assert_cmpint (on_screen->state, ==, cases[i].state);
      g_assert_true (on_screen->closed || cases[i].status != COR_STATION_CLOSED);
      g_assert_true ((on_paper != NULL) == cases[i].on_paper);
      g_assert_true (cases[i].sign == NULL || on_screen->closed != (cases[i].status != COR_STATION_CLOSED)
                     || has_sign (screen, cases[i].sign));
      if (on_paper != NULL)
        g_assert_cmpint (on_paper->state, ==, on_screen->state);
    }
}

/* The badge says what the list says; screen and paper say the same of every route of a duty. */
static void
test_badges (gconstpointer name)
{
  g_autoptr (CorScenario) scenario = load (name);
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);
  g_autoptr (CorMapScene) screen = build (results, "parity", FALSE), paper = build (results, "parity", TRUE);
  guint seen = 0, n;
  const CorMapRoute *on_paper = cor_map_scene_get_routes (paper, &n);

  for (guint i = 0; i < n; i++)
    {
      const CorMapRoute *on_screen = route_of (screen, on_paper[i].id);

      if (on_screen == NULL)
        g_error ("%s is on paper alone", on_paper[i].id);
      g_assert_cmpstr (on_screen->badge, ==, on_paper[i].badge);
      g_assert_cmpint (on_screen->tint, ==, on_paper[i].tint);
      g_assert_cmpint (on_screen->dashed, ==, on_paper[i].dashed);
      g_assert_cmpstr (on_screen->label, ==, on_paper[i].label);
    }
  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorMapRoute *route = results->duties[i].duty->route ? route_of (paper, results->duties[i].duty->route) : NULL;
      CorParity parity = cor_duty_parity (results, &results->duties[i]);
      g_autofree char *text = cor_parity_text (&parity);

      seen += route != NULL && g_strcmp0 (route->badge, text) == 0;
    }
  g_assert_true (n == 0 || seen > 0);
}

/* Without stations a duty cannot be driven: its route is dashed, red, and says so; and the key explains it. */
static void
test_impossible (void)
{
  g_autoptr (CorScenario) scenario = load ("eastern-port.corridor");
  g_autoptr (CorScenario) bare = cor_scenario_with_items (scenario, COR_ITEM_STATION, g_ptr_array_new ());
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, bare);
  guint seen = 0;

  g_assert_cmpuint (results->feasible, <, results->n_duties);
  for (guint paper = 0; paper < 2; paper++)
    {
      g_autoptr (CorMapScene) scene = build (results, "parity", paper == 1);

      g_assert_true (has_sign (scene, "not possible"));
      for (guint i = 0; i < results->n_duties; i++)
        {
          CorParity parity = cor_duty_parity (results, &results->duties[i]);
          const CorMapRoute *route = route_of (scene, results->duties[i].duty->route);

          if (parity.state != COR_PARITY_IMPOSSIBLE)
            continue;
          seen++;
          g_assert_cmpstr (route->badge, ==, "not possible");
          g_assert_cmpint (route->tint, ==, COR_MAP_TINT_IMPOSSIBLE);
          g_assert_true (route->dashed);
        }
    }
  g_assert_cmpuint (seen, >, 1);
}

/* Parity that is there in the first model year says that it may have been there before. */
static void
test_first_year (void)
{
  CorParity parity = { COR_PARITY_REACHED, 2024, 2024, 2034, { 1, { { 2024, 2034 } }, 0 } };
  g_autofree char *first = cor_parity_text (&parity);
  g_autofree char *later = NULL;

  g_assert_cmpstr (first, ==, "≤" COR_NBSP "2024");
  parity.first = 2022;
  later = cor_parity_text (&parity);
  g_assert_cmpstr (later, ==, "2024");
}

/* The sample with a port in the estuary, far from any road. */
static CorScenario *
with_port_at_sea (CorScenario *scenario)
{
  CorSite *site = (CorSite *)cor_item_copy (cor_scenario_find (scenario, COR_ITEM_SITE, "nansha-port"));

  site->lon = 113.78;
  site->lat = 22.40;
  return cor_scenario_with_item (scenario, &site->item);
}

/* Pixels of the line that are drawn in its colour. */
static guint
inked (const CorMapRoute *route)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 400, 300);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (CorMapScene) scene = cor_map_scene_new ();
  guint32 rgb = cor_map_tint_rgb (route->tint, FALSE);
  CorMapFrame frame;
  guint n = 0;

  cor_map_frame_init (&frame, 113.5, 22.7, 10.0, 400, 300);
  cor_map_scene_add_route (scene, route);
  cor_map_scene_paint_lines (scene, cr, &frame, FALSE);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < 300; y++)
    for (int x = 0; x < 400; x++)
      n += (*(const guint32 *)(gpointer)(cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) + 4 * x)
            & 0xffffff) == rgb;
  cairo_surface_destroy (surface);
  return n;
}

/* The straight piece between a port and its road is marked, as long as it is, and the key says so; it is dotted. */
static void
test_off_road (void)
{
  static const double line[] = { 113.3, 22.7, 113.5, 22.7, 113.7, 22.7 };
  static const guint8 off[] = { 0, 1 };
  g_autoptr (CorScenario) sample = load ("eastern-port.corridor");
  g_autoptr (CorScenario) scenario = with_port_at_sea (sample);
  g_autoptr (CorResults) before = cor_engine_evaluate (engine, sample);
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);
  g_autoptr (CorMapScene) plain = build (before, "parity", FALSE);
  g_autoptr (CorMapScene) scene = build (results, "parity", FALSE);
  const CorMapRoute *route = route_of (scene, "yantian-nansha"), *was = route_of (plain, "yantian-nansha");
  CorMapRoute drawn = { .id = "r", .lon_lat = line, .n_points = 3, .tint = COR_MAP_TINT_PARITY_2027 };
  double off_m = 0;
  guint solid;
  CorSnap snap;

  g_assert_true (cor_network_snap (cor_engine_network (engine), (CorLonLat){ 113.78, 22.40 }, NULL, &snap, NULL));
  g_assert_cmpfloat (snap.away_m, >, 5000);
  g_assert_true (route != NULL && was != NULL);
  g_assert_nonnull (route->off_road);
  for (guint i = 0; i + 1 < route->n_points; i++)
    if (route->off_road[i])
      off_m += cor_lonlat_distance (((const CorLonLat *)(gconstpointer)route->lon_lat)[i],
                                    ((const CorLonLat *)(gconstpointer)route->lon_lat)[i + 1]);
  g_assert_cmpfloat_with_epsilon (off_m / snap.away_m, 1, 0.01);
  g_assert_true (route->off_road[route->n_points - 2] && !route->off_road[route->n_points / 2]);
  g_assert_true (has_sign (scene, "straight, off the roads"));
  g_assert_false (has_sign (plain, "straight, off the roads"));
  g_assert_null (was->off_road);

  solid = inked (&drawn);
  drawn.off_road = off;
  g_assert_cmpuint (inked (&drawn), <, 0.85 * solid);
  g_assert_cmpuint (inked (&drawn), >, 0.5 * solid);
}

/* The strip reaches as far to each side of a route as it says: 111.195 km are a degree of latitude. */
static void
test_strip_width (void)
{
  static const double line[] = { 113.0, 22.7, 114.0, 22.7 };
  static const double kms[] = { 3.7, 4.3, -3.7, -4.3 };
  CorMapRoute route = { .id = "r", .lon_lat = line, .n_points = 2, .tint = COR_MAP_TINT_PARITY_2027 };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 400, 300);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (CorMapScene) scene = cor_map_scene_new ();
  CorMapFrame frame;

  cor_map_frame_init (&frame, 113.5, 22.7, 10.0, 400, 300);
  cor_map_scene_add_route (scene, &route);
  cor_map_scene_set_buffer (scene, 4000, "within 4 km");
  cor_map_scene_paint_lines (scene, cr, &frame, FALSE);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (guint i = 0; i < G_N_ELEMENTS (kms); i++)
    {
      const guint32 *row;
      double x, y;

      cor_map_frame_project (&frame, 113.5, 22.7 + kms[i] / 111.195, &x, &y);
      row = (const guint32 *)(gpointer)(cairo_image_surface_get_data (surface)
                                        + (gsize)y * (gsize)cairo_image_surface_get_stride (surface));
      g_assert_cmpint ((row[(int)x] >> 24) > 0, ==, i % 2 == 0);
    }
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int result;

  g_setenv ("LANGUAGE", "en", TRUE);
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  engine = cor_engine_new_default (&error);
  g_assert_no_error (error);
  g_test_add_func ("/map-content/taken-over", test_taken_over);
  g_test_add_func ("/map-content/states", test_states);
  g_test_add_data_func ("/map-content/badges/eastern-port", "eastern-port.corridor", test_badges);
  g_test_add_data_func ("/map-content/badges/shenzhen-hongkong", "shenzhen-hongkong.corridor", test_badges);
  g_test_add_data_func ("/map-content/badges/icct-2021", "icct-2021.corridor", test_badges);
  g_test_add_func ("/map-content/impossible", test_impossible);
  g_test_add_func ("/map-content/first-year", test_first_year);
  g_test_add_func ("/map-content/off-road", test_off_road);
  g_test_add_func ("/map-content/strip-width", test_strip_width);
  result = g_test_run ();
  cor_engine_unref (engine);
  return result;
}
