/* test-cities.c: emissions by city: nothing lost, nothing twice, places where they are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-attribution.h"
#include "cor-scenario-reader.h"
#include "scenario-fixture.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

static CorCities *
areas (void)
{
  g_autoptr (GError) error = NULL;
  CorCities *cities = cor_cities_load_default (&error);

  g_assert_no_error (error);
  return cities;
}

static const char jinan_areas[]
  = "{\"type\":\"FeatureCollection\",\"features\":["
    "{\"type\":\"Feature\",\"properties\":{\"name\":\"Suzhou\",\"name_zh\":\"苏州\"},\"geometry\":{\"type\":\"Polygon\","
    "\"coordinates\":[[[120,30.8],[121,30.8],[121,31.8],[120,31.8],[120,30.8]]]}},"
    "{\"type\":\"Feature\",\"properties\":{\"name\":\"Shanghai\",\"name_zh\":\"上海\"},\"geometry\":{\"type\":\"Polygon\","
    "\"coordinates\":[[[121,30.8],[122,30.8],[122,31.8],[121,31.8],[121,30.8]]]}}]}";

/* One way along a parallel: 0.4 degrees in Suzhou, 0.6 in Shanghai. */
static const char jinan_scenario[]
  = "{\"format\":\"corridor-scenario\",\"version\":1,\"scenario\":{\"id\":\"jinan\",\"convention\":\"carrier-2024\"},"
    "\"sites\":[{\"id\":\"a\",\"lon\":120.6,\"lat\":31.3},{\"id\":\"b\",\"lon\":121.6,\"lat\":31.3}],"
    "\"routes\":[{\"id\":\"r\",\"origin\":\"a\",\"destination\":\"b\",\"line\":[[120.6,31.3],[121.6,31.3]],"
    "\"round_trip\":false,\"trips_per_day\":1,\"days_per_year\":300,\"payload_out_t\":20}],"
    "\"trucks\":[{\"id\":\"d\",\"type\":\"tractor_trailer\",\"powertrain\":\"diesel\"},"
    "{\"id\":\"e\",\"type\":\"tractor_trailer\",\"powertrain\":\"bet\"}],"
    "\"duties\":[{\"id\":\"1\",\"route\":\"r\",\"truck\":\"e\",\"diesel\":\"d\",\"trucks\":3,\"region\":\"Shanghai\","
    "\"plate_city\":\"Jinan\"}]}";

static CorCities *
areas_of (const char *text)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "corridor-test-jinan.geojson", NULL);
  g_autoptr (GError) error = NULL;
  CorCities *cities;

  g_assert_true (g_file_set_contents (path, text, -1, &error));
  cities = cor_cities_load (path, &error);
  g_assert_no_error (error);
  g_unlink (path);
  return cities;
}

/*
 * Truck-carbon report, example of the two ways to attribute: a truck with a Jinan plate emits 10 t
 * driving through Shanghai and Suzhou. Operating: the 10 t are split between those two by the track,
 * here 6 to 4, and Jinan has none; registration: Jinan has all 10 t.
 */
static void
test_jinan (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorEngine) engine = cor_engine_new_default (&error);
  g_autoptr (CorCities) cities = areas_of (jinan_areas);
  g_autoptr (GBytes) bytes = g_bytes_new_static (jinan_scenario, sizeof jinan_scenario - 1);
  g_autoptr (CorScenario) scenario = cor_scenario_from_bytes (bytes, &error);
  g_autoptr (CorResults) results = NULL;
  g_autoptr (CorAttribution) by_city = NULL;
  double per_10t;

  g_assert_no_error (error);
  results = cor_engine_evaluate (engine, scenario);
  by_city = cor_attribution_new (results, cities);
  g_assert_cmpuint (by_city->n_rows, ==, 3);
  g_assert_cmpfloat (by_city->total.diesel_wtw_t, >, 0);
  per_10t = 10 / by_city->total.diesel_wtw_t;
  g_assert_cmpstr (by_city->rows[0].name, ==, "Suzhou");
  g_assert_cmpfloat_with_epsilon (by_city->rows[0].operating.diesel_wtw_t * per_10t, 4, 0.005);
  g_assert_cmpfloat_with_epsilon (by_city->rows[1].operating.diesel_wtw_t * per_10t, 6, 0.005);
  g_assert_cmpstr (by_city->rows[2].name, ==, "Jinan");
  g_assert_cmpint (by_city->rows[2].kind, ==, COR_CITY_PLATE);
  g_assert_cmpfloat (by_city->rows[2].operating.diesel_wtw_t, ==, 0);
  g_assert_cmpfloat_with_epsilon (by_city->rows[2].registration.diesel_wtw_t * per_10t, 10, 1e-9);
  g_assert_cmpfloat (by_city->rows[0].registration.diesel_wtw_t + by_city->rows[1].registration.diesel_wtw_t, ==, 0);
  g_assert_cmpfloat (cor_city_row_share (&by_city->rows[1]), >, 0);
}

/* A plate that nobody gives, and a route off the map, have rows of their own. */
static void
test_remainders (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorEngine) engine = cor_engine_new_default (&error);
  g_autoptr (CorCities) cities = areas ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (jinan_scenario, sizeof jinan_scenario - 1);
  g_autoptr (CorScenario) scenario = cor_scenario_from_bytes (bytes, &error);
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);
  g_autoptr (CorAttribution) by_city = cor_attribution_new (results, cities);
  const CorCityRow *outside = NULL;

  for (guint i = 0; i < by_city->n_rows; i++)
    if (by_city->rows[i].kind == COR_CITY_OUTSIDE)
      outside = &by_city->rows[i];
  g_assert_nonnull (outside);
  g_assert_cmpfloat_with_epsilon (outside->operating.wtw_t, by_city->total.wtw_t, 1e-9);
}

/* Every place of the bundled scenarios that names its city lies in that city's area. */
static void
test_places (void)
{
  static const char *const names[] = { "eastern-port", "shenzhen-hongkong", "shenzhen-pilot" };
  g_autoptr (CorCities) cities = areas ();
  guint checked = 0;

  for (guint k = 0; k < G_N_ELEMENTS (names); k++)
    {
      g_autoptr (CorScenario) scenario = fixture_load (names[k]);
      guint n;
      const CorItem *const *sites = cor_scenario_items (scenario, COR_ITEM_SITE, &n);

      for (guint i = 0; i < n; i++)
        {
          const CorSite *site = (const CorSite *) sites[i];
          guint city = cor_cities_find (cities, (CorLonLat) { site->lon, site->lat });

          if (site->city == NULL)
            continue;
          g_assert_cmpstr (cor_cities_name (cities, city, FALSE), ==, site->city);
          checked++;
        }
    }
  g_assert_cmpuint (checked, >, 10);
}

/* A line cut by the areas keeps its length, to 0.01 %. */
static void
test_nothing_lost (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorEngine) engine = cor_engine_new_default (&error);
  g_autoptr (CorCities) cities = areas ();
  g_autoptr (CorScenario) scenario = fixture_load ("eastern-port");
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);
  g_autoptr (CorAttribution) attribution = cor_attribution_new (results, cities);
  const CorTotals *totals = &results->totals[results->year];
  double operating = 0, registration = 0, diesel = 0, diesel_registered = 0, direct = 0, km = 0;

  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorPath *path = results->duties[i].geometry->out;
      g_autofree double *metres = g_new0 (double, cor_cities_count (cities) + 1);
      double sum = 0;

      cor_cities_cut (cities, path, metres);
      for (guint c = 0; c <= cor_cities_count (cities); c++)
        {
          g_assert_cmpfloat (metres[c], >=, 0);
          sum += metres[c];
        }
      g_assert_cmpfloat_with_epsilon (sum, path->length_m, 1e-4 * path->length_m);
    }
  for (guint i = 0; i < attribution->n_rows; i++)
    {
      operating += attribution->rows[i].operating.wtw_t;
      registration += attribution->rows[i].registration.wtw_t;
      diesel += attribution->rows[i].operating.diesel_wtw_t;
      diesel_registered += attribution->rows[i].registration.diesel_wtw_t;
      km += attribution->rows[i].operating.km;
      direct += attribution->rows[i].operating.diesel_direct_t;
      g_assert_nonnull (attribution->rows[i].name);
    }
  g_assert_cmpfloat_with_epsilon (operating, totals->wtw_kg / 1000, 1e-4 * operating);
  g_assert_cmpfloat_with_epsilon (registration, operating, 1e-4 * operating);
  g_assert_cmpfloat_with_epsilon (diesel, totals->diesel_wtw_kg / 1000, 1e-4 * diesel);
  g_assert_cmpfloat_with_epsilon (diesel_registered, diesel, 1e-4 * diesel);
  g_assert_cmpfloat_with_epsilon (direct, totals->diesel_direct_kg / 1000, 1e-4 * direct);
  g_assert_cmpfloat_with_epsilon (km, totals->driven_km, 1e-4 * km);
  g_assert_cmpfloat_with_epsilon (attribution->total.wtw_t, operating, 1e-4 * operating);
  g_assert_cmpfloat (attribution->rows[cor_cities_find (cities, (CorLonLat) { 114.06, 22.6 })].operating.wtw_t, >, 0);
}

/* Areas that overlap do not count a km twice, and what is wrong in a file is named. */
static void
test_user_areas (void)
{
  static const char *const text
    = "{\"type\":\"FeatureCollection\",\"features\":["
      "{\"type\":\"Feature\",\"properties\":{\"name\":\"A\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
      "[[[113,22],[114,22],[114,23],[113,23],[113,22]]]}},"
      "{\"type\":\"Feature\",\"properties\":{\"name\":\"B\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
      "[[[113.5,22],[114.5,22],[114.5,23],[113.5,23],[113.5,22]]]}}]}";
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "corridor-test-areas.geojson", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorCities) cities = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, &error));
  cities = cor_cities_load (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (cor_cities_count (cities), ==, 2);
  g_assert_cmpuint (cor_cities_find (cities, (CorLonLat) { 113.7, 22.5 }), ==, 0);
  g_assert_cmpuint (cor_cities_find (cities, (CorLonLat) { 110, 22.5 }), ==, 2);
  g_assert_true (g_file_set_contents (path, strstr (text, "{\"type\":\"Feature\""), -1, &error));
  g_assert_null (cor_cities_load (path, &error));
  g_assert_nonnull (error);
  g_unlink (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cities/jinan", test_jinan);
  g_test_add_func ("/cities/remainders", test_remainders);
  g_test_add_func ("/cities/places", test_places);
  g_test_add_func ("/cities/nothing-lost", test_nothing_lost);
  g_test_add_func ("/cities/user-areas", test_user_areas);
  return g_test_run ();
}
