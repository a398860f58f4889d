/* test-variants.c: variants of an open scenario: edits kept as changes, compared, undone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-comparison.h"
#include "cor-edit.h"
#include "cor-scenario-writer.h"
#include "cor-variant.h"
#include "cor-variants.h"

#include <math.h>

/* The result is the number of plugs of the first station, and what @data points to. */
static gpointer
evaluate (gpointer data, CorScenario *scenario, GCancellable *cancellable)
{
  const CorItem *item = cor_scenario_find (scenario, COR_ITEM_STATION, "station");
  double *result = g_rc_box_new (double);

  *result = item != NULL ? ((const CorStation *)item)->plugs + *(const double *)data : -1;
  return result;
}

typedef struct
{
  CorSession *session;
  CorDocument *document;
  double more; /* what all results are higher by */
} Fixture;

static void
apply (Fixture *f, CorScenario *next)
{
  g_assert_nonnull (next);
  cor_document_apply (f->document, next, "Edit", NULL);
}

static CorScenario *
now (Fixture *f)
{
  return cor_document_get_scenario (f->document);
}

static void
set_plugs (Fixture *f, double plugs)
{
  apply (f, cor_edit_number (now (f), COR_ITEM_STATION, "station", "plugs", plugs, NULL));
}

static double
plugs (CorScenario *scenario)
{
  const CorItem *item = cor_scenario_find (scenario, COR_ITEM_STATION, "station");

  return item != NULL ? ((const CorStation *)item)->plugs : NAN;
}

static guint
n_changes (Fixture *f, const char *id)
{
  const CorItem *item = cor_scenario_find (cor_document_get_base (f->document), COR_ITEM_VARIANT, id);

  return ((const CorVariant *)item)->changes != NULL ? ((const CorVariant *)item)->changes->len : 0;
}

static void
settle (Fixture *f)
{
  while (cor_session_get_computing (f->session))
    g_main_context_iteration (NULL, TRUE);
}

static char *
new_variant (Fixture *f, const char *name)
{
  char *id;

  apply (f, cor_edit_add_variant (now (f), name, &id));
  g_assert_true (cor_document_set_variant (f->document, id));
  return id;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  CorSessionEngine engine = { evaluate, g_rc_box_acquire, g_rc_box_release, &f->more, NULL, NULL, NULL, NULL };
  g_autoptr (CorScenario) empty = cor_scenario_new (NULL);
  g_autoptr (CorScenario) placed = NULL;
  g_autoptr (CorScenario) scenario = NULL;
  g_autofree char *id = NULL, *truck = NULL;

  f->session = cor_session_new (&engine);
  f->document = cor_session_get_document (f->session);
  placed = cor_edit_add_place (empty, COR_ITEM_STATION, COR_STATION_SWAP, (CorLonLat){ 113.7, 22.8 }, NULL, NULL, &id);
  scenario = cor_edit_add_truck (placed, COR_POWERTRAIN_BET, &truck);
  cor_session_open (f->session, scenario, NULL);
  set_plugs (f, 4);
  settle (f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  settle (f);
  g_assert_finalize_object (f->session);
}

/* What is edited while a variant is active is a change of that variant and of nothing else. */
static void
test_records (Fixture *f, gconstpointer data)
{
  g_autofree char *id = new_variant (f, "More plugs");
  const CorChange *change;

  g_assert_cmpstr (cor_document_get_variant (f->document), ==, id);
  set_plugs (f, 9);
  g_assert_cmpfloat (plugs (now (f)), ==, 9);
  g_assert_cmpfloat (plugs (cor_document_get_base (f->document)), ==, 4);
  change = cor_variants_change (cor_document_get_base (f->document), id, "stations/station/plugs");
  g_assert_nonnull (change);
  g_assert_cmpstr (change->value, ==, "9");
  set_plugs (f, 4);
  g_assert_cmpuint (n_changes (f, id), ==, 0);
  set_plugs (f, 7);
  g_assert_true (cor_document_set_variant (f->document, NULL));
  g_assert_cmpfloat (plugs (now (f)), ==, 4);
  g_assert_true (cor_document_set_variant (f->document, id));
  g_assert_cmpfloat (plugs (now (f)), ==, 7);
  g_assert_false (cor_document_set_variant (f->document, "no-such"));
}

/* Undo leads to the state and to the variant that the edit was made in. */
static void
test_undo (Fixture *f, gconstpointer data)
{
  g_autofree char *id = new_variant (f, "More plugs");

  set_plugs (f, 9);
  cor_document_set_variant (f->document, NULL);
  cor_document_undo (f->document);
  g_assert_cmpstr (cor_document_get_variant (f->document), ==, id);
  g_assert_cmpfloat (plugs (now (f)), ==, 4);
  g_assert_cmpuint (n_changes (f, id), ==, 0);
  cor_document_redo (f->document);
  g_assert_null (cor_document_get_variant (f->document));
  g_assert_cmpuint (n_changes (f, id), ==, 1);
  cor_document_undo (f->document);
  cor_document_undo (f->document);
  g_assert_null (cor_scenario_find (now (f), COR_ITEM_VARIANT, id));
  g_assert_null (cor_document_get_variant (f->document));
}

/* An edit of the base shows in the variants too, but where they differ themselves. */
static void
test_base_edits (Fixture *f, gconstpointer data)
{
  g_autofree char *id = new_variant (f, "More plugs");

  set_plugs (f, 9);
  cor_document_set_variant (f->document, NULL);
  set_plugs (f, 5);
  apply (f, cor_edit_number (now (f), COR_ITEM_STATION, "station", "power_kw", 480, NULL));
  cor_document_set_variant (f->document, id);
  g_assert_cmpfloat (plugs (now (f)), ==, 9);
  g_assert_cmpfloat (((const CorStation *)cor_scenario_find (now (f), COR_ITEM_STATION, "station"))->power_kw, ==, 480);
}

/* The years and the name are the scenario's, whichever variant is active. */
static void
test_shared (Fixture *f, gconstpointer data)
{
  g_autofree char *id = new_variant (f, "Later");

  apply (f, cor_edit_number (now (f), COR_ITEM_HEAD, NULL, "model_year", 2030, NULL));
  apply (f, cor_edit_string (now (f), COR_ITEM_HEAD, NULL, "name", "Renamed", NULL));
  apply (f, cor_edit_number (now (f), COR_ITEM_HEAD, NULL, "temperature_c", -7, NULL));
  g_assert_cmpuint (n_changes (f, id), ==, 1);
  g_assert_cmpint (cor_scenario_head (cor_document_get_base (f->document))->model_year, ==, 2030);
  g_assert_cmpstr (cor_scenario_head (cor_document_get_base (f->document))->item.name, ==, "Renamed");
  g_assert_cmpint (cor_scenario_head (now (f))->model_year, ==, 2030);
}

/* Things put in and taken out, parameters of the scenario and of a truck: found again from a file. */
static void
test_found_again (Fixture *f, gconstpointer data)
{
  g_autofree char *id = new_variant (f, "Everything"), *station = NULL, *truck = NULL;
  g_autoptr (CorScenario) again = NULL;
  g_autoptr (GBytes) a = NULL, b = NULL;
  const CorItem *const *trucks;
  guint n;

  trucks = cor_scenario_items (now (f), COR_ITEM_TRUCK, &n);
  truck = g_strdup (trucks[0]->id);
  apply (f, cor_edit_add_place (now (f), COR_ITEM_STATION, COR_STATION_CHARGING, (CorLonLat){ 114, 23 }, NULL, NULL, &station));
  apply (f, cor_edit_parameter (now (f), COR_ITEM_HEAD, NULL, COR_PARAM_DIESEL_PRICE, 8, NULL));
  apply (f, cor_edit_parameter (now (f), COR_ITEM_HEAD, NULL, COR_PARAM_DISCOUNT, 0.05, NULL));
  apply (f, cor_edit_parameter (now (f), COR_ITEM_TRUCK, truck, COR_PARAM_BATTERY, 500, NULL));
  apply (f, cor_edit_remove (now (f), COR_ITEM_STATION, "station", NULL));
  g_assert_cmpuint (n_changes (f, id), ==, 5);
  again = cor_variant_apply (cor_document_get_base (f->document), id, NULL);
  g_assert_nonnull (again);
  a = cor_scenario_to_bytes (again);
  b = cor_scenario_to_bytes (now (f));
  g_assert_true (g_bytes_equal (a, b));
}

/* A parameter that a variant sets for everything stays set so, until it is edited itself. */
static void
test_parameter_for_all (Fixture *f, gconstpointer data)
{
  g_autofree char *id = new_variant (f, "Dear diesel");
  g_autoptr (GArray) changes = cor_changes_new ();
  CorChange change = { g_strdup ("parameters/diesel_price_yuan_per_l"), g_strdup ("9") };
  CorScenario *base;

  g_array_append_val (changes, change);
  apply (f, cor_edit_boxed (now (f), COR_ITEM_VARIANT, id, "changes", changes, NULL));
  set_plugs (f, 6);
  base = cor_document_get_base (f->document);
  g_assert_nonnull (cor_variants_change (base, id, "parameters/diesel_price_yuan_per_l"));
  g_assert_cmpuint (n_changes (f, id), ==, 2);
  apply (f, cor_edit_parameter (now (f), COR_ITEM_HEAD, NULL, COR_PARAM_DIESEL_PRICE, 7, NULL));
  base = cor_document_get_base (f->document);
  g_assert_null (cor_variants_change (base, id, "parameters/diesel_price_yuan_per_l"));
  g_assert_nonnull (cor_variants_change (base, id, "scenario/parameters/diesel_price_yuan_per_l"));
}

static void
test_copy_and_drop (Fixture *f, gconstpointer data)
{
  g_autofree char *one = new_variant (f, "One"), *two = NULL;
  g_autoptr (GError) error = NULL;

  set_plugs (f, 9);
  apply (f, cor_edit_number (now (f), COR_ITEM_HEAD, NULL, "temperature_c", -7, NULL));
  two = new_variant (f, "One");
  g_assert_cmpstr (cor_scenario_find (now (f), COR_ITEM_VARIANT, two)->name, ==, "One 2");
  set_plugs (f, 2);
  apply (f, cor_edit_copy_change (now (f), one, "stations/station/plugs", two, &error));
  g_assert_cmpfloat (plugs (now (f)), ==, 9);
  g_assert_cmpuint (n_changes (f, two), ==, 1);
  g_assert_null (cor_edit_copy_change (now (f), one, "stations/none/plugs", two, &error));
  g_assert_error (error, COR_ERROR, COR_ERROR_REFERENCE);
  apply (f, cor_edit_drop_change (now (f), two, "stations/station/plugs"));
  g_assert_cmpfloat (plugs (now (f)), ==, 4);
  cor_document_undo (f->document);
  g_assert_cmpfloat (plugs (now (f)), ==, 9);
}

/* What the base loses, variants no longer change; a new thing of the base is not one of a variant. */
static void
test_prune (Fixture *f, gconstpointer data)
{
  g_autofree char *id = new_variant (f, "One"), *here = NULL, *there = NULL;

  set_plugs (f, 9);
  apply (f, cor_edit_add_place (now (f), COR_ITEM_STATION, COR_STATION_SWAP, (CorLonLat){ 114, 23 }, NULL, NULL, &there));
  cor_document_set_variant (f->document, NULL);
  apply (f, cor_edit_add_place (now (f), COR_ITEM_STATION, COR_STATION_SWAP, (CorLonLat){ 115, 23 }, NULL, NULL, &here));
  g_assert_cmpstr (here, !=, there);
  apply (f, cor_edit_remove (now (f), COR_ITEM_STATION, "station", NULL));
  g_assert_cmpuint (n_changes (f, id), ==, 1);
  cor_document_undo (f->document);
  g_assert_cmpuint (n_changes (f, id), ==, 2);
}

/* The baseline: the base as it was opened; the base as it is once a variant is looked at; what is
 * pinned; and back, each as a step that can be undone. */
static void
test_baseline (Fixture *f, gconstpointer data)
{
  g_autofree char *id = NULL;

  cor_session_pin (f->session);
  set_plugs (f, 5);
  settle (f);
  g_assert_cmpfloat (*(const double *)cor_session_get_baseline (f->session), ==, 4);
  id = new_variant (f, "One");
  set_plugs (f, 9);
  settle (f);
  g_assert_cmpfloat (*(const double *)cor_session_get_results (f->session), ==, 9);
  g_assert_cmpfloat (*(const double *)cor_session_get_baseline (f->session), ==, 5);
  cor_session_pin (f->session);
  settle (f);
  g_assert_cmpstr (cor_scenario_head (cor_document_get_base (f->document))->baseline, ==, id);
  g_assert_cmpuint (n_changes (f, id), ==, 1);
  set_plugs (f, 11);
  settle (f);
  g_assert_cmpfloat (*(const double *)cor_session_get_baseline (f->session), ==, 9);
  cor_document_set_variant (f->document, NULL);
  settle (f);
  g_assert_cmpfloat (*(const double *)cor_session_get_results (f->session), ==, 5);
  g_assert_cmpfloat (*(const double *)cor_session_get_baseline (f->session), ==, 11);
  cor_document_undo (f->document);
  cor_document_undo (f->document);
  settle (f);
  g_assert_null (cor_scenario_head (cor_document_get_base (f->document))->baseline);
  g_assert_cmpfloat (*(const double *)cor_session_get_baseline (f->session), ==, 5);
}

/* A variant that is deleted while it is active leaves the base. */
static void
test_delete (Fixture *f, gconstpointer data)
{
  g_autofree char *id = new_variant (f, "One");

  set_plugs (f, 9);
  cor_session_pin (f->session);
  apply (f, cor_edit_remove (now (f), COR_ITEM_VARIANT, id, NULL));
  g_assert_null (cor_document_get_variant (f->document));
  g_assert_null (cor_scenario_head (now (f))->baseline);
  g_assert_cmpfloat (plugs (now (f)), ==, 4);
  cor_document_undo (f->document);
  g_assert_cmpstr (cor_document_get_variant (f->document), ==, id);
  g_assert_cmpfloat (plugs (now (f)), ==, 9);
}

static void
wait_for (CorComparison *comparison)
{
  while (cor_comparison_get_computing (comparison))
    g_main_context_iteration (NULL, TRUE);
}

static double
result_of (CorComparison *comparison, const char *id)
{
  return *(const double *)cor_comparison_find (comparison, id)->results;
}

/* Every column is of what it is evaluated with now. */
static void
test_comparison_refresh (Fixture *f, gconstpointer data)
{
  g_autofree char *one = new_variant (f, "One");
  g_autoptr (CorComparison) comparison = NULL;

  set_plugs (f, 9);
  comparison = cor_comparison_new (f->session);
  wait_for (comparison);
  f->more = 100;
  cor_session_refresh (f->session);
  settle (f);
  wait_for (comparison);
  g_assert_cmpfloat (result_of (comparison, one), ==, 109);
  g_assert_cmpfloat (result_of (comparison, NULL), ==, 104);
}

/* Every column follows the document; those that an edit leaves alone are not evaluated anew. */
static void
test_comparison (Fixture *f, gconstpointer data)
{
  g_autofree char *one = new_variant (f, "One"), *two = NULL;
  CorComparison *comparison;
  gconstpointer before;

  set_plugs (f, 9);
  two = new_variant (f, "Two");
  set_plugs (f, 11);
  comparison = cor_comparison_new (f->session);
  wait_for (comparison);
  g_assert_cmpuint (cor_comparison_get_n_columns (comparison), ==, 3);
  g_assert_cmpfloat (result_of (comparison, NULL), ==, 4);
  g_assert_cmpfloat (result_of (comparison, one), ==, 9);
  g_assert_cmpfloat (result_of (comparison, two), ==, 11);
  before = cor_comparison_find (comparison, one)->results;
  set_plugs (f, 12);
  settle (f);
  wait_for (comparison);
  g_assert_cmpfloat (result_of (comparison, two), ==, 12);
  g_assert_true (cor_comparison_find (comparison, one)->results == before);
  apply (f, cor_edit_remove (now (f), COR_ITEM_VARIANT, one, NULL));
  settle (f);
  wait_for (comparison);
  g_assert_cmpuint (cor_comparison_get_n_columns (comparison), ==, 2);
  g_assert_finalize_object (comparison);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/variants/records", test_records },       { "/variants/undo", test_undo },
    { "/variants/base-edits", test_base_edits }, { "/variants/shared", test_shared },
    { "/variants/found-again", test_found_again }, { "/variants/parameter-for-all", test_parameter_for_all },
    { "/variants/copy-and-drop", test_copy_and_drop }, { "/variants/prune", test_prune },
    { "/variants/baseline", test_baseline },     { "/variants/delete", test_delete },
    { "/variants/comparison", test_comparison },
    { "/variants/comparison-refresh", test_comparison_refresh },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
