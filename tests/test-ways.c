/* test-ways.c: a round trip whose way back is another and longer than the way out.
 *
 * The network that comes with the program is as long back as out, so that nothing on it tells the two
 * ways apart; here every road is driven one way only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-attribution.h"
#include "cor-engine.h"
#include "cor-factor-reader.h"
#include "cor-param-reader.h"
#include "cor-scenario-reader.h"

#include <glib/gstdio.h>
#include <string.h>

/* Out along a parallel on a toll motorway; back in the south on a free trunk road. */
static const char network_text[] = "corridor-network 1\nname ways\ntitle-en Ways\ntitle-zh 路\nattribution nobody\n"
                                   "node a 121.3,31.3\nnode b 121.6,31.3\n"
                                   "road motorway toll oneway | | 去 | Out\n  a b\n"
                                   "road trunk oneway | | 回 | Back\n  b 121.6,31.0 121.3,31.0 a\n";

static const char areas_text[]
  = "{\"type\":\"FeatureCollection\",\"features\":["
    "{\"type\":\"Feature\",\"properties\":{\"name\":\"North\"},\"geometry\":{\"type\":\"Polygon\","
    "\"coordinates\":[[[120,31.1],[122,31.1],[122,32],[120,32],[120,31.1]]]}},"
    "{\"type\":\"Feature\",\"properties\":{\"name\":\"South\"},\"geometry\":{\"type\":\"Polygon\","
    "\"coordinates\":[[[120,30],[122,30],[122,31.1],[120,31.1],[120,30]]]}}]}";

static const char scenario_text[]
  = "{\"format\":\"corridor-scenario\",\"version\":1,\"scenario\":{\"id\":\"ways\",\"convention\":\"carrier-2024\",\"activity_distance\":\"%s\"},"
    "\"sites\":[{\"id\":\"a\",\"lon\":121.3,\"lat\":31.3},{\"id\":\"b\",\"lon\":121.6,\"lat\":31.3}],"
    "\"routes\":[{\"id\":\"r\",\"origin\":\"a\",\"destination\":\"b\",\"round_trip\":true,\"trips_per_day\":1,"
    "\"days_per_year\":300,\"payload_out_t\":20,\"payload_back_t\":5}],"
    "\"trucks\":[{\"id\":\"d\",\"type\":\"tractor_trailer\",\"powertrain\":\"diesel\"},"
    "{\"id\":\"e\",\"type\":\"tractor_trailer\",\"powertrain\":\"bet\"}],"
    "\"duties\":[{\"id\":\"1\",\"route\":\"r\",\"truck\":\"e\",\"diesel\":\"d\",\"trucks\":2,\"region\":\"Shanghai\"}]}";

/* 0.3 degrees on the parallels of the two ways and 0.3 on the meridians, km, by the great circle's formula on
 * the program's sphere; a line keeps to it within a metre in a kilometre. */
static double
degrees_km (double from_lon, double from_lat, double to_lon, double to_lat)
{
  return cor_lonlat_distance ((CorLonLat) { from_lon, from_lat }, (CorLonLat) { to_lon, to_lat }) / 1000;
}

static double
out_km (void)
{
  return degrees_km (121.3, 31.3, 121.6, 31.3);
}

static double
back_km (void)
{
  return 2 * degrees_km (121.3, 31.3, 121.3, 31.0) + degrees_km (121.3, 31.0, 121.6, 31.0);
}

static char *
written (const char *name, const char *text)
{
  char *path = g_build_filename (g_get_tmp_dir (), name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static CorEngine *
one_way_engine (void)
{
  g_autofree char *path = written ("corridor-test-ways.txt", network_text);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorParamTable) table = NULL;
  CorParamContext context = { .powertrain = -1 };
  g_autoptr (CorParamLayer) defaults = cor_param_reader_load_default (&error);
  g_autoptr (CorFactorSet) factors = cor_factor_reader_load_default (NULL);
  CorRoadSpeeds speeds;
  CorNetwork *network;
  CorEngine *engine;

  g_assert_no_error (error);
  table = cor_param_table_new (&defaults, 1, &context);
  g_assert_true (cor_road_speeds_from_params (table, 2024, &speeds, &error));
  network = cor_network_load (path, &speeds, &error);
  g_assert_no_error (error);
  g_remove (path);
  engine = cor_engine_new (defaults, factors, network);
  cor_network_unref (network);
  return engine;
}

static CorResults *
results_of (CorEngine *engine, const char *activity)
{
  g_auto (GStrv) parts = g_strsplit (scenario_text, "%s", 2);
  g_autofree char *text = g_strconcat (parts[0], activity, parts[1], NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (CorScenario) scenario = cor_scenario_from_bytes (bytes, &error);
  CorResults *results;

  g_assert_no_error (error);
  results = cor_engine_evaluate (engine, scenario);
  g_assert_nonnull (results->duties[0].geometry->back);
  return results;
}

/* By hand: 20 t out and 5 t back, each on its own way, 300 times; km of both; the toll road is the way out. */
static void
test_activity (void)
{
  g_autoptr (CorEngine) engine = one_way_engine ();
  g_autoptr (CorResults) results = results_of (engine, "sfd"), circle = results_of (engine, "gcd");
  const CorOutcome *diesel = &results->duties[0].diesel->outcomes[results->year];
  const CorOutcome *beside = &circle->duties[0].diesel->outcomes[circle->year];
  const CorGeometry *geometry = results->duties[0].geometry;

  g_assert_cmpfloat (back_km (), >, 1.8 * out_km ());
  g_assert_cmpfloat_with_epsilon (geometry->out->tolled_m, geometry->out->length_m, 1);
  g_assert_cmpfloat (geometry->back->tolled_m, ==, 0);
  g_assert_cmpfloat_with_epsilon (diesel->transport_km, 300 * (out_km () + back_km ()), 1e-3 * diesel->transport_km);
  g_assert_cmpfloat_with_epsilon (diesel->tkm, 300 * (20 * out_km () + 5 * back_km ()), 1e-3 * diesel->tkm);
  g_assert_cmpfloat_with_epsilon (beside->tkm, 300 * (20 + 5) * out_km (), 1e-3 * beside->tkm);
  g_assert_cmpfloat_with_epsilon (beside->wtw_kg, diesel->wtw_kg, 1e-9 * diesel->wtw_kg);
}

/* By hand: North has the way out and 0.2 degrees of each end of the way back, South the rest of it. */
static void
test_cities (void)
{
  g_autofree char *path = written ("corridor-test-ways.geojson", areas_text);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorCities) cities = cor_cities_load (path, &error);
  g_autoptr (CorEngine) engine = one_way_engine ();
  g_autoptr (CorResults) results = results_of (engine, "sfd");
  g_autoptr (CorAttribution) by_city = cor_attribution_new (results, cities);
  double north = out_km () + 2 * degrees_km (121.3, 31.3, 121.3, 31.1), all = out_km () + back_km ();

  g_assert_no_error (error);
  g_remove (path);
  g_assert_cmpfloat (by_city->total.diesel_wtw_t, >, 0);
  g_assert_cmpfloat_with_epsilon (by_city->rows[0].operating.diesel_wtw_t / by_city->total.diesel_wtw_t, north / all, 1e-3);
  g_assert_cmpfloat_with_epsilon (by_city->rows[1].operating.diesel_wtw_t / by_city->total.diesel_wtw_t, 1 - north / all, 1e-3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ways/activity", test_activity);
  g_test_add_func ("/ways/cities", test_cities);
  return g_test_run ();
}
