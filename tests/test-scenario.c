/* test-scenario.c: items and scenarios: presets, sharing, equality, ranges.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-scenario.h"

#include <math.h>
#include <string.h>

static void
test_presets (void)
{
  for (int kind = 0; kind < COR_N_ITEM_KINDS; kind++)
    {
      g_autoptr (CorItem) item = cor_item_new (kind, "a");
      g_autoptr (CorItem) copy = cor_item_copy (item);
      const CorField *fields;
      guint n;

      g_assert_true (cor_item_equal (item, copy));
      fields = cor_item_fields (kind, &n);
      for (guint i = 0; i < n; i++)
        for (guint j = 0; j < i; j++)
          {
            g_assert_cmpstr (fields[i].key, !=, fields[j].key);
            g_assert_cmpuint (fields[i].offset, !=, fields[j].offset);
          }
    }
}

static void
test_range (void)
{
  g_autoptr (CorItem) item = cor_item_new (COR_ITEM_SITE, "a");
  g_autoptr (GError) error = NULL;
  const CorField *lat = cor_item_field (COR_ITEM_SITE, "lat");

  g_assert_true (cor_item_set_number (item, lat, 22.5, &error));
  g_assert_false (cor_item_set_number (item, lat, 122.5, &error));
  g_assert_error (error, COR_ERROR, COR_ERROR_RANGE);
  g_assert_nonnull (strstr (error->message, "lat"));
  g_assert_cmpfloat (((CorSite *) item)->lat, ==, 22.5);
}

static void
test_sharing (void)
{
  g_autoptr (CorScenario) empty = cor_scenario_new (NULL);
  g_autoptr (CorScenario) one = cor_scenario_with_item (empty, cor_item_new (COR_ITEM_SITE, "a"));
  g_autoptr (CorScenario) two = cor_scenario_with_item (one, cor_item_new (COR_ITEM_STATION, "s"));
  g_autoptr (CorScenario) moved = NULL;
  g_autoptr (CorScenario) back = NULL;
  g_autofree char *id = cor_scenario_free_id (two, COR_ITEM_SITE, "a");
  CorItem *site = cor_item_copy (cor_scenario_find (two, COR_ITEM_SITE, "a"));

  g_assert_cmpstr (id, ==, "a-2");
  g_assert_true (cor_scenario_find (one, COR_ITEM_SITE, "a") == cor_scenario_find (two, COR_ITEM_SITE, "a"));
  g_assert_true (cor_scenario_list (one, COR_ITEM_SITE) == cor_scenario_list (two, COR_ITEM_SITE));
  cor_item_set_number (site, cor_item_field (COR_ITEM_SITE, "lon"), 114, NULL);
  moved = cor_scenario_with_item (two, site);
  g_assert_false (cor_scenario_equal (two, moved));
  g_assert_true (isnan (((const CorSite *) cor_scenario_find (two, COR_ITEM_SITE, "a"))->lon));
  g_assert_cmpfloat (((const CorSite *) cor_scenario_find (moved, COR_ITEM_SITE, "a"))->lon, ==, 114);
  back = cor_scenario_without (two, COR_ITEM_STATION, "s");
  g_assert_true (cor_scenario_equal (back, one));
  g_assert_null (cor_scenario_find (back, COR_ITEM_STATION, "s"));
}

/* A scenario without a name is called after its first route, not by an id that nobody gave it. */
static void
test_title (void)
{
  CorItem *route = cor_item_new (COR_ITEM_ROUTE, "r");
  g_autoptr (CorScenario) bare = cor_scenario_new (cor_item_new (COR_ITEM_HEAD, "scenario"));
  g_autoptr (CorScenario) drawn = NULL, named = NULL;
  CorItem *head = cor_item_new (COR_ITEM_HEAD, "scenario");

  g_assert_cmpstr (cor_scenario_title (bare, FALSE), ==, "scenario");
  route->name = g_strdup ("Yantian – Huizhou");
  drawn = cor_scenario_with_item (bare, route);
  g_assert_cmpstr (cor_scenario_title (drawn, FALSE), ==, "Yantian – Huizhou");
  head->name = g_strdup ("Eastern port corridor");
  named = cor_scenario_with_head (drawn, head);
  g_assert_cmpstr (cor_scenario_title (named, TRUE), ==, "Eastern port corridor");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scenario/presets", test_presets);
  g_test_add_func ("/scenario/range", test_range);
  g_test_add_func ("/scenario/sharing", test_sharing);
  g_test_add_func ("/scenario/title", test_title);
  return g_test_run ();
}
