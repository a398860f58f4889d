/* test-city-names.c: cities by the names that the reader knows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-city-names.h"
#include "cor-data-dir.h"
#include "cor-scenario-file.h"

static void
test_names (void)
{
  g_assert_cmpstr (cor_city_name ("Shenzhen", TRUE), ==, "深圳");
  g_assert_cmpstr (cor_city_name ("Shenzhen", FALSE), ==, "Shenzhen");
  g_assert_cmpstr (cor_city_name ("深圳市", FALSE), ==, "Shenzhen");
  g_assert_cmpstr (cor_city_name ("深圳市", TRUE), ==, "深圳");
  g_assert_cmpstr (cor_city_name ("HONG KONG", TRUE), ==, "香港");
  g_assert_cmpstr (cor_city_name ("香港特别行政区", FALSE), ==, "Hong Kong");
  g_assert_cmpstr (cor_city_name ("盐田区", FALSE), ==, "Yantian");
  g_assert_null (cor_city_name (NULL, TRUE));
}

/* What is not known stays as it was typed. */
static void
test_unknown (void)
{
  static const char *const texts[] = { "", " ", "Nowhere-upon-Sea", "市", "区", "a,b", "深圳市南山区粤海街道" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (gboolean zh = FALSE; zh <= TRUE; zh++)
      g_assert_true (cor_city_name (texts[i], zh) == texts[i]);
}

/* The places of the scenarios that come with the program have Chinese names. */
static void
test_bundled (gconstpointer name)
{
  g_autofree char *path = cor_data_file ("scenarios", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorScenarioFile) file = cor_scenario_file_load (path, &error);
  guint seen = 0;

  g_assert_no_error (error);
  for (int kind = COR_ITEM_SITE; kind <= COR_ITEM_STATION; kind++)
    {
      guint n;
      const CorItem *const *items = cor_scenario_items (cor_scenario_file_scenario (file), kind, &n);

      for (guint i = 0; i < n; i++)
        {
          const char *city = kind == COR_ITEM_SITE ? ((const CorSite *) items[i])->city : ((const CorStation *) items[i])->city;

          if (city == NULL)
            continue;
          g_assert_cmpstr (cor_city_name (city, TRUE), !=, city);
          g_assert_cmpstr (cor_city_name (cor_city_name (city, TRUE), FALSE), ==, city);
          seen++;
        }
    }
  g_assert_cmpuint (seen, >, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/city-names/names", test_names);
  g_test_add_func ("/city-names/unknown", test_unknown);
  g_test_add_data_func ("/city-names/eastern-port", "eastern-port.corridor", test_bundled);
  g_test_add_data_func ("/city-names/shenzhen-hongkong", "shenzhen-hongkong.corridor", test_bundled);
  g_test_add_data_func ("/city-names/shenzhen-pilot", "shenzhen-pilot.corridor", test_bundled);
  return g_test_run ();
}
