/* test-cities.c: emissions by city: nothing lost, nothing twice, places where they are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-attribution.h"
#include "cor-data-dir.h"
#include "cor-engine.h"
#include "cor-scenario-file.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

static CorScenario *
load (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".corridor", NULL);
  g_autofree char *path = cor_data_file ("scenarios", file, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorScenarioFile) loaded = cor_scenario_file_load (path, &error);

  g_assert_no_error (error);
  return cor_scenario_ref (cor_scenario_file_scenario (loaded));
}

static CorCities *
areas (void)
{
  g_autoptr (GError) error = NULL;
  CorCities *cities = cor_cities_load_default (&error);

  g_assert_no_error (error);
  return cities;
}

/*
 * Truck-carbon report, example of the two ways to attribute: a truck with a Jinan plate emits 10 t
 * driving through Shanghai and Suzhou. Operating: the 10 t are split by the track, here 60 to 40.
 */
static void
test_jinan (void)
{
  const double km[] = { 60, 40, 0 };
  double t[3];

  cor_attribute (10, km, 3, t);
  g_assert_cmpfloat_with_epsilon (t[0], 6, 1e-12);
  g_assert_cmpfloat_with_epsilon (t[1], 4, 1e-12);
  g_assert_cmpfloat (t[2], ==, 0);
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
      g_autoptr (CorScenario) scenario = load (names[k]);
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
  g_autoptr (CorScenario) scenario = load ("eastern-port");
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);
  g_autoptr (CorAttribution) attribution = cor_attribution_new (results, cities);
  const CorTotals *totals = &results->totals[results->year];
  double operating = 0, registration = 0, diesel = 0, km = 0;

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
      operating += attribution->rows[i].operating_t;
      registration += attribution->rows[i].registration_t;
      diesel += attribution->rows[i].diesel_operating_t;
      km += attribution->rows[i].operating_km;
    }
  g_assert_cmpfloat_with_epsilon (operating, totals->wtw_kg / 1000, 1e-4 * operating);
  g_assert_cmpfloat_with_epsilon (registration, operating, 1e-4 * operating);
  g_assert_cmpfloat_with_epsilon (diesel, totals->diesel_wtw_kg / 1000, 1e-4 * diesel);
  g_assert_cmpfloat_with_epsilon (km, totals->driven_km, 1e-4 * km);
  g_assert_cmpfloat (attribution->rows[cor_cities_find (cities, (CorLonLat) { 114.06, 22.6 })].operating_t, >, 0);
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
  g_test_add_func ("/cities/places", test_places);
  g_test_add_func ("/cities/nothing-lost", test_nothing_lost);
  g_test_add_func ("/cities/user-areas", test_user_areas);
  return g_test_run ();
}
