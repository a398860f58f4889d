/* test-edit-names.c: names follow what they are made of, until somebody gives one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "edit-fixture.h"

static const char *
name_of (CorScenario *s, CorItemKind kind, const char *id)
{
  return cor_scenario_find (s, kind, id)->name;
}

/* A route called after its ends follows their names, letter by letter and back; one that was given a
 * name of its own keeps it. */
static void
test_names_follow (void)
{
  g_autofree char *id = NULL;
  g_autoptr (CorScenario) s = corridor (&id);
  const CorRoute *route = (const CorRoute *) cor_scenario_find (s, COR_ITEM_ROUTE, id);
  g_autofree char *origin = g_strdup (route->origin), *port = g_strdup (name_of (s, COR_ITEM_SITE, origin));
  g_autofree char *yard = g_strdup (name_of (s, COR_ITEM_SITE, route->destination));
  g_autofree char *first = g_strdup_printf ("Yantian – %s", yard), *again = g_strdup_printf ("%s – %s", port, yard);
  guint n;
  const CorItem *const *duties;

  for (guint i = 0; i <= strlen ("Yantian"); i++)
    {
      g_autofree char *typed = g_strndup ("Yantian", i);

      step (&s, cor_edit_string (s, COR_ITEM_SITE, origin, "name", typed, NULL));
    }
  duties = cor_scenario_items (s, COR_ITEM_DUTY, &n);
  g_assert_cmpstr (name_of (s, COR_ITEM_ROUTE, id), ==, first);
  g_assert_cmpstr (duties[0]->name, ==, first);
  step (&s, cor_edit_string (s, COR_ITEM_SITE, origin, "name", port, NULL));
  g_assert_cmpstr (name_of (s, COR_ITEM_ROUTE, id), ==, again);
  step (&s, cor_edit_string (s, COR_ITEM_ROUTE, id, "name", "Morning run", NULL));
  step (&s, cor_edit_string (s, COR_ITEM_SITE, origin, "name", "Yantian", NULL));
  g_assert_cmpstr (name_of (s, COR_ITEM_ROUTE, id), ==, "Morning run");
  duties = cor_scenario_items (s, COR_ITEM_DUTY, &n);
  g_assert_cmpstr (duties[0]->name, ==, first);
}

/* A route called after its ends, and its duty, are called after another end once it has one. */
static void
test_name_follows_end (void)
{
  g_autofree char *id = NULL, *other = NULL;
  g_autoptr (CorScenario) s = corridor (&id);
  const CorRoute *route = (const CorRoute *) cor_scenario_find (s, COR_ITEM_ROUTE, id);
  g_autofree char *origin = g_strdup (name_of (s, COR_ITEM_SITE, route->origin)), *expected = g_strconcat (origin, " – Nansha Port", NULL);
  g_autofree char *zh = NULL;
  guint n;

  step (&s, cor_edit_add_place (s, COR_ITEM_SITE, COR_SITE_PORT, (CorLonLat){ 113.69, 22.61 }, "Nansha Port", "南沙港", &other));
  zh = g_strconcat (cor_item_label (cor_scenario_find (s, COR_ITEM_SITE, route->origin), TRUE), "—南沙港", NULL);
  step (&s, cor_edit_string (s, COR_ITEM_ROUTE, id, "destination", other, NULL));
  g_assert_cmpstr (name_of (s, COR_ITEM_ROUTE, id), ==, expected);
  g_assert_cmpstr (cor_scenario_find (s, COR_ITEM_ROUTE, id)->name_zh, ==, zh);
  g_assert_cmpstr (cor_scenario_items (s, COR_ITEM_DUTY, &n)[0]->name, ==, expected);
  step (&s, cor_edit_string (s, COR_ITEM_ROUTE, id, "name", "Morning run", NULL));
  step (&s, cor_edit_string (s, COR_ITEM_ROUTE, id, "origin", other, NULL));
  g_assert_cmpstr (name_of (s, COR_ITEM_ROUTE, id), ==, "Morning run");
}

/* One end with a Chinese name is enough for a Chinese name of the route; the other stands as it is called. */
static void
test_route_half_chinese (void)
{
  g_autoptr (CorScenario) s = cor_scenario_new (NULL);
  g_autofree char *a = NULL, *b = NULL, *id = NULL;

  step (&s, cor_edit_add_place (s, COR_ITEM_SITE, COR_SITE_PORT, (CorLonLat){ 114.27, 22.57 }, "Yantian Port", "盐田港", &a));
  step (&s, cor_edit_add_place (s, COR_ITEM_SITE, COR_SITE_YARD, (CorLonLat){ 113.97, 22.97 }, "Yard 7", NULL, &b));
  step (&s, cor_edit_add_route (s, a, b, &id));
  g_assert_cmpstr (cor_scenario_find (s, COR_ITEM_ROUTE, id)->name_zh, ==, "盐田港—Yard 7");
  step (&s, cor_edit_string (s, COR_ITEM_SITE, b, "name_zh", "七号堆场", NULL));
  g_assert_cmpstr (cor_scenario_find (s, COR_ITEM_ROUTE, id)->name_zh, ==, "盐田港—七号堆场");
}

/* A station called after its kind is called after the new one. */
static void
test_station_name_follows (void)
{
  g_autoptr (CorScenario) s = cor_scenario_new (NULL);
  g_autofree char *plain = NULL, *second = NULL, *near = NULL, *own = NULL;
  const CorLonLat at = { 114.27, 22.57 };
  char **ids[] = { &plain, &second, &near, &own };
  const char *names[] = { NULL, NULL, "Humen swap", "Old Wang's swap yard" };
  const char *expected[] = { "Charging station", "Charging station 2", "Humen charging", "Old Wang's swap yard" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    step (&s, cor_edit_add_place (s, COR_ITEM_STATION, COR_STATION_SWAP, at, names[i],
                                  i == 2 ? "虎门换电站" : NULL, ids[i]));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      step (&s, cor_edit_number (s, COR_ITEM_STATION, *ids[i], "kind", COR_STATION_CHARGING, NULL));
      g_assert_cmpstr (name_of (s, COR_ITEM_STATION, *ids[i]), ==, expected[i]);
    }
  g_assert_cmpstr (cor_scenario_find (s, COR_ITEM_STATION, near)->name_zh, ==, "虎门充电站");
  step (&s, cor_edit_number (s, COR_ITEM_STATION, near, "kind", COR_STATION_SWAP, NULL));
  g_assert_cmpstr (name_of (s, COR_ITEM_STATION, near), ==, "Humen swap");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit-names/names-follow", test_names_follow);
  g_test_add_func ("/edit-names/name-follows-end", test_name_follows_end);
  g_test_add_func ("/edit-names/route-half-chinese", test_route_half_chinese);
  g_test_add_func ("/edit-names/station-name-follows", test_station_name_follows);
  return g_test_run ();
}
