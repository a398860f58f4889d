/* test-edit.c: what an edit changes, and what it leaves alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "edit-fixture.h"

#include "cor-variants.h"

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

/* Several at once are what each for itself comes to, in the same order, also where one thing needs two of them. */
static void
test_all_at_once (void)
{
  static const char *const sites[] = { "site", "site-2", "site-3", NULL };
  g_autofree char *route = NULL, *third = NULL;
  g_autoptr (CorScenario) s = corridor (&route);
  g_autoptr (CorScenario) at_once = NULL, copied = NULL;
  CorScenario *each, *copies;
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  guint more, sum = 0;

  step (&s, cor_edit_add_place (s, COR_ITEM_SITE, COR_SITE_DEPOT, (CorLonLat){ 114, 22.8 }, NULL, NULL, &third));
  each = cor_scenario_ref (s);
  copies = cor_scenario_ref (s);
  for (guint i = 0; sites[i] != NULL; i++)
    {
      g_autofree char *copy = NULL;
      guint also;

      step (&copies, cor_edit_duplicate (copies, COR_ITEM_SITE, sites[i], &copy));
      step (&each, cor_edit_remove (each, COR_ITEM_SITE, sites[i], &also));
      sum += also;
    }
  at_once = cor_edit_remove_all (s, COR_ITEM_SITE, sites, &more);
  copied = cor_edit_duplicate_all (s, COR_ITEM_SITE, sites, ids);
  g_assert_true (cor_scenario_equal (at_once, each));
  g_assert_true (cor_scenario_equal (copied, copies));
  g_assert_cmpuint (more, ==, sum);
  g_assert_cmpuint (more, ==, 2);
  g_assert_cmpuint (ids->len, ==, 3);
  g_assert_cmpuint (count (copied, COR_ITEM_SITE), ==, 6);
  cor_scenario_unref (each);
  cor_scenario_unref (copies);
}

static const CorDuty *
duty_of (CorScenario *s, const char *id)
{
  return (const CorDuty *)cor_scenario_find (s, COR_ITEM_DUTY, id);
}

/* Another duty does what none does yet: a route that nobody works, or another truck on the route asked for. */
static void
test_add_duty (void)
{
  g_autofree char *first = NULL, *back = NULL, *idle = NULL, *beside = NULL, *again = NULL, *truck = NULL;
  g_autoptr (CorScenario) s = corridor (&first);
  const CorRoute *route = (const CorRoute *)cor_scenario_find (s, COR_ITEM_ROUTE, first);
  g_autofree char *origin = g_strdup (route->origin), *destination = g_strdup (route->destination);
  CorScenario *bare;
  guint n;

  step (&s, cor_edit_add_truck (s, COR_POWERTRAIN_BET, &truck));
  step (&s, cor_edit_add_route (s, destination, origin, &back));
  /* The way back loses its duty; the one there has one. */
  bare = cor_edit_remove (s, COR_ITEM_DUTY, cor_scenario_items (s, COR_ITEM_DUTY, &n)[1]->id, NULL);
  step (&s, bare);
  step (&s, cor_edit_add_duty (s, NULL, &idle, NULL));
  g_assert_cmpstr (duty_of (s, idle)->route, ==, back);
  /* Asked for the route there: the truck that does not run on it yet. */
  step (&s, cor_edit_add_duty (s, first, &beside, NULL));
  g_assert_cmpstr (duty_of (s, beside)->route, ==, first);
  g_assert_cmpstr (duty_of (s, beside)->truck, ==, truck);
  g_assert_nonnull (duty_of (s, beside)->diesel);
  /* All of them run: one more of the first, as asked. */
  step (&s, cor_edit_add_duty (s, first, &again, NULL));
  g_assert_cmpstr (duty_of (s, again)->route, ==, first);
  g_assert_cmpstr (duty_of (s, again)->truck, ==, duty_of (s, idle)->truck);
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
  g_assert_null (cor_edit_add_duty (s, NULL, &id, &error));
  g_assert_error (error, COR_ERROR, COR_ERROR_MISSING);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/route", test_route);
  g_test_add_func ("/edit/remove-cascades", test_remove_cascades);
  g_test_add_func ("/edit/remove-from-lists", test_remove_from_lists);
  g_test_add_func ("/edit/all-at-once", test_all_at_once);
  g_test_add_func ("/edit/duplicate", test_duplicate);
  g_test_add_func ("/edit/add-duty", test_add_duty);
  g_test_add_func ("/edit/missing", test_missing);
  return g_test_run ();
}
