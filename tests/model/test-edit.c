/* test-edit.c: what an edit changes, and what it leaves alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-edit.h"

#include <math.h>

/* A replaced state is let go; the new one is what counts. */
static void
step (CorScenario **scenario, CorScenario *next)
{
  g_assert_nonnull (next);
  cor_scenario_unref (*scenario);
  *scenario = next;
}

/* Two sites, a route with a duty, a diesel and an electric truck. */
static CorScenario *
corridor (char **route)
{
  CorScenario *s = cor_scenario_new (NULL);
  g_autofree char *a = NULL, *b = NULL, *diesel = NULL, *electric = NULL;

  step (&s, cor_edit_add_place (s, COR_ITEM_SITE, COR_SITE_PORT, (CorLonLat){ 114.27, 22.57 }, NULL,
                                NULL, &a));
  step (&s, cor_edit_add_place (s, COR_ITEM_SITE, COR_SITE_YARD, (CorLonLat){ 113.97, 22.97 }, NULL,
                                NULL, &b));
  step (&s, cor_edit_add_truck (s, COR_POWERTRAIN_DIESEL, &diesel));
  step (&s, cor_edit_add_truck (s, COR_POWERTRAIN_BET_SWAP, &electric));
  step (&s, cor_edit_add_route (s, a, b, route));
  return s;
}

static guint
count (CorScenario *s, CorItemKind kind)
{
  guint n;

  cor_scenario_items (s, kind, &n);
  return n;
}

static void
test_route (void)
{
  g_autofree char *id = NULL;
  g_autoptr (CorScenario) s = corridor (&id);
  const CorDuty *duty;
  guint n;

  g_assert_cmpuint (count (s, COR_ITEM_DUTY), ==, 1);
  duty = (const CorDuty *)cor_scenario_items (s, COR_ITEM_DUTY, &n)[0];
  g_assert_cmpstr (duty->route, ==, id);
  g_assert_cmpstr (duty->truck, ==, "truck-2");
  g_assert_cmpstr (duty->diesel, ==, "truck");
}

static void
test_remove_cascades (void)
{
  g_autofree char *route = NULL;
  g_autoptr (CorScenario) s = corridor (&route);
  g_autoptr (CorScenario) without_site = NULL;
  g_autoptr (CorScenario) without_diesel = NULL;
  guint more, n;

  without_site = cor_edit_remove (s, COR_ITEM_SITE, "site-2", &more);
  g_assert_cmpuint (more, ==, 2);
  g_assert_cmpuint (count (without_site, COR_ITEM_SITE), ==, 1);
  g_assert_cmpuint (count (without_site, COR_ITEM_ROUTE), ==, 0);
  g_assert_cmpuint (count (without_site, COR_ITEM_DUTY), ==, 0);
  g_assert_cmpuint (count (without_site, COR_ITEM_TRUCK), ==, 2);

  without_diesel = cor_edit_remove (s, COR_ITEM_TRUCK, "truck", &more);
  g_assert_cmpuint (more, ==, 0);
  g_assert_cmpuint (count (without_diesel, COR_ITEM_DUTY), ==, 1);
  g_assert_null (
      ((const CorDuty *)cor_scenario_items (without_diesel, COR_ITEM_DUTY, &n)[0])->diesel);
}

static void
test_remove_from_lists (void)
{
  g_autofree char *route = NULL;
  g_autoptr (CorScenario) s = corridor (&route);
  g_autoptr (GArray) vias = cor_vias_new ();
  CorVia one = { g_strdup ("site-3"), 0, 0 }, free_point = { NULL, 114, 22.7 };
  g_autofree char *site = NULL;
  const CorRoute *after;

  step (&s, cor_edit_add_place (s, COR_ITEM_SITE, COR_SITE_DEPOT, (CorLonLat){ 114, 22.8 }, NULL,
                                NULL, &site));
  g_assert_cmpstr (site, ==, "site-3");
  g_array_append_val (vias, one);
  g_array_append_val (vias, free_point);
  step (&s, cor_edit_boxed (s, COR_ITEM_ROUTE, route, "vias", vias, NULL));
  step (&s, cor_edit_remove (s, COR_ITEM_SITE, "site-3", NULL));
  after = (const CorRoute *)cor_scenario_find (s, COR_ITEM_ROUTE, route);
  g_assert_nonnull (after);
  g_assert_cmpuint (after->vias->len, ==, 1);
  g_assert_null (g_array_index (after->vias, CorVia, 0).site);
}

static void
test_duplicate (void)
{
  g_autofree char *route = NULL, *copy = NULL;
  g_autoptr (CorScenario) s = corridor (&route);
  g_autoptr (CorScenario) next = cor_edit_duplicate (s, COR_ITEM_SITE, "site", &copy);
  const CorSite *old = (const CorSite *)cor_scenario_find (next, COR_ITEM_SITE, "site");
  const CorSite *new = (const CorSite *)cor_scenario_find (next, COR_ITEM_SITE, copy);

  g_assert_nonnull (new);
  g_assert_cmpstr (new->item.name, !=, old->item.name);
  g_assert_cmpfloat (new->lat, <, old->lat);
  g_assert_cmpint (new->site_kind, ==, old->site_kind);
}

static void
test_parameter (void)
{
  g_autoptr (CorScenario) s = cor_scenario_new (NULL);
  g_autoptr (CorScenario) first = cor_scenario_ref (s);
  g_autoptr (GError) error = NULL;
  const CorParameter *entries;
  guint n;

  step (&s, cor_edit_parameter (s, COR_ITEM_HEAD, NULL, COR_PARAM_DIESEL_PRICE, 7.1, NULL));
  step (&s, cor_edit_parameter (s, COR_ITEM_HEAD, NULL, COR_PARAM_DEPOT_PRICE, 0.5, NULL));
  step (&s, cor_edit_parameter (s, COR_ITEM_HEAD, NULL, COR_PARAM_DIESEL_PRICE, 7.4, NULL));
  entries = cor_param_layer_entries (cor_scenario_head (s)->parameters, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (entries[1].id, ==, COR_PARAM_DIESEL_PRICE);
  g_assert_cmpfloat (entries[1].value, ==, 7.4);
  g_assert_cmpint (entries[1].status, ==, COR_STATUS_ASSUMED);
  g_assert_nonnull (entries[1].source);

  g_assert_null (cor_edit_parameter (s, COR_ITEM_HEAD, NULL, COR_PARAM_DIESEL_PRICE, -1, &error));
  g_assert_error (error, COR_ERROR, COR_ERROR_RANGE);

  step (&s, cor_edit_parameter (s, COR_ITEM_HEAD, NULL, COR_PARAM_DIESEL_PRICE, NAN, NULL));
  step (&s, cor_edit_parameter (s, COR_ITEM_HEAD, NULL, COR_PARAM_DEPOT_PRICE, NAN, NULL));
  g_assert_true (cor_scenario_equal (s, first));
}

/* A figure by year: between the years along a line, one year an entry, back to none without points. */
static void
test_series (void)
{
  g_autoptr (CorScenario) first = cor_scenario_new (NULL);
  CorScenario *s = cor_scenario_ref (first);
  g_autoptr (GArray) points = cor_schedule_new ();
  g_autoptr (GArray) read = NULL;
  g_autoptr (GError) error = NULL;
  CorParamLayer *layers[1];
  CorParamContext context = { .powertrain = -1 };
  g_autoptr (CorParamTable) table = NULL;

  g_array_append_vals (points, (CorPolicyPoint[]){ { 2025, 7 }, { 2030, 8 } }, 2);
  step (&s, cor_edit_parameter (s, COR_ITEM_HEAD, NULL, COR_PARAM_DIESEL_PRICE, 6.5, NULL));
  step (&s, cor_edit_series (s, COR_ITEM_HEAD, NULL, COR_PARAM_DIESEL_PRICE, points, NULL));
  layers[0] = cor_scenario_head (s)->parameters;
  table = cor_param_table_new (layers, 1, &context);
  g_assert_cmpfloat (cor_param_table_value (table, COR_PARAM_DIESEL_PRICE, 2020), ==, 7);
  g_assert_cmpfloat_with_epsilon (cor_param_table_value (table, COR_PARAM_DIESEL_PRICE, 2027), 7.4, 1e-12);
  g_assert_cmpfloat (cor_param_table_value (table, COR_PARAM_DIESEL_PRICE, 2034), ==, 8);
  read = cor_edit_get_series (s, COR_ITEM_HEAD, NULL, COR_PARAM_DIESEL_PRICE);
  g_assert_cmpuint (read->len, ==, 2);
  g_assert_cmpfloat (g_array_index (read, CorPolicyPoint, 1).y, ==, 8);

  g_array_index (points, CorPolicyPoint, 1).y = -1;
  g_assert_null (cor_edit_series (s, COR_ITEM_HEAD, NULL, COR_PARAM_DIESEL_PRICE, points, &error));
  g_assert_error (error, COR_ERROR, COR_ERROR_RANGE);
  g_array_set_size (points, 0);
  step (&s, cor_edit_series (s, COR_ITEM_HEAD, NULL, COR_PARAM_DIESEL_PRICE, points, NULL));
  g_assert_true (cor_scenario_equal (s, first));
  cor_scenario_unref (s);
}

static void
test_missing (void)
{
  g_autoptr (CorScenario) s = cor_scenario_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  g_assert_null (cor_edit_number (s, COR_ITEM_SITE, "gone", "plugs", 2, &error));
  g_assert_error (error, COR_ERROR, COR_ERROR_REFERENCE);
  g_clear_error (&error);
  g_assert_null (cor_edit_add_duty (s, &id, &error));
  g_assert_error (error, COR_ERROR, COR_ERROR_MISSING);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/route", test_route);
  g_test_add_func ("/edit/remove-cascades", test_remove_cascades);
  g_test_add_func ("/edit/remove-from-lists", test_remove_from_lists);
  g_test_add_func ("/edit/duplicate", test_duplicate);
  g_test_add_func ("/edit/parameter", test_parameter);
  g_test_add_func ("/edit/series", test_series);
  g_test_add_func ("/edit/missing", test_missing);
  return g_test_run ();
}
