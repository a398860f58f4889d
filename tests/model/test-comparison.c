/* test-comparison.c: what is compared follows the document, and nothing that is gone is worked out or shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "session-fixture.h"

static void
seen (guint *times)
{
  (*times)++;
}

/* Until the comparison has followed the document once more. */
static void
wait_until_seen (guint *times)
{
  *times = 0;
  while (*times == 0)
    g_main_context_iteration (NULL, TRUE);
}

static double
result_of (CorComparison *comparison, const char *id)
{
  return *(const double *)cor_comparison_find (comparison, id)->results;
}

static void
wait_until_compared (CorSession *session, CorComparison *comparison)
{
  settle (session);
  while (cor_comparison_get_computing (comparison))
    g_main_context_iteration (NULL, TRUE);
}

/* A document of a base and a variant, worked out. */
static CorSession *
session_with_variant (Engine *engine, char **id)
{
  CorSession *session = session_for (engine);
  g_autoptr (CorScenario) empty = cor_scenario_new (NULL);

  cor_session_open (session, empty, NULL);
  cor_document_apply (cor_session_get_document (session), cor_edit_add_variant (empty, "One", id), "", NULL);
  settle (session);
  return session;
}

/* What is compared in a state that is no more is not worked out to its end, nor what nobody compares any more. */
static void
test_stops (void)
{
  static Engine engine = { .stoppable = TRUE };
  g_autofree char *id = NULL;
  g_autoptr (CorSession) session = session_with_variant (&engine, &id);
  CorComparison *comparison;

  hold (&engine, TRUE);
  comparison = cor_comparison_new (session);
  wait_for (&engine, &engine.running, 1);
  set_temperature (session, 5);
  wait_for (&engine, &engine.stopped, 1);
  hold (&engine, FALSE);
  wait_until_compared (session, comparison);
  g_assert_cmpfloat (result_of (comparison, id), ==, 5);
  g_object_unref (comparison);

  hold (&engine, TRUE);
  comparison = cor_comparison_new (session);
  wait_for (&engine, &engine.running, 1);
  g_assert_finalize_object (comparison);
  wait_for (&engine, &engine.stopped, 2);
}

/* Only what was worked out for 5 degrees is shown. */
static void
only_of_five (CorComparison *comparison)
{
  for (guint i = 0; i < cor_comparison_get_n_columns (comparison); i++)
    {
      const double *results = cor_comparison_get_column (comparison, i)->results;

      g_assert_true (results == NULL || *results == 5 || i == 0);
    }
}

/* What was worked out for a state, or with an engine, that is no more is not shown for what is there now. */
static void
test_of_old_work (void)
{
  static Engine engine;
  g_autofree char *id = NULL;
  g_autoptr (CorSession) session = session_with_variant (&engine, &id);
  g_autoptr (CorComparison) comparison = NULL;
  guint changes = 0;
  gulong checking;

  set_temperature (session, 3);
  settle (session);
  hold (&engine, TRUE);
  comparison = cor_comparison_new (session);
  wait_for (&engine, &engine.running, 1);
  g_signal_connect_swapped (comparison, "changed", G_CALLBACK (seen), &changes);
  set_temperature (session, 5);
  wait_until_seen (&changes);
  hold (&engine, FALSE);
  checking = g_signal_connect (comparison, "changed", G_CALLBACK (only_of_five), NULL);
  wait_until_compared (session, comparison);
  g_assert_cmpfloat (result_of (comparison, id), ==, 5);
  g_signal_handler_disconnect (comparison, checking);

  set_temperature (session, 8);
  settle (session);
  hold (&engine, TRUE);
  wait_for (&engine, &engine.running, 1);
  engine.more = 100;
  cor_session_refresh (session);
  hold (&engine, FALSE);
  wait_until_compared (session, comparison);
  g_assert_cmpfloat (result_of (comparison, id), ==, 108);
}

/* What is compared waits while the session works: what is shown comes first. */
static void
test_waits (void)
{
  static Engine engine;
  g_autofree char *id = NULL;
  g_autoptr (CorSession) session = session_with_variant (&engine, &id);
  g_autoptr (CorComparison) comparison = NULL;

  hold (&engine, TRUE);
  set_temperature (session, 5);
  wait_for (&engine, &engine.running, 1);
  comparison = cor_comparison_new (session);
  g_usleep (G_USEC_PER_SEC / 5);
  hold (&engine, FALSE);
  wait_until_compared (session, comparison);
  g_assert_cmpint (engine.most_running, ==, 1);
  g_assert_cmpfloat (result_of (comparison, id), ==, 5);
}

/* A variant that is deleted is not worked out to its end, nor one that is evaluated with something else by now. */
static void
test_stops_for_the_gone (void)
{
  static Engine deleting = { .stoppable = TRUE }, refreshing = { .stoppable = TRUE };
  g_autofree char *gone = NULL, *id = NULL;
  g_autoptr (CorSession) session = session_with_variant (&deleting, &gone);
  g_autoptr (CorSession) other = session_with_variant (&refreshing, &id);
  g_autoptr (CorComparison) comparison = NULL, refreshed = NULL;
  CorDocument *document = cor_session_get_document (session);

  hold (&deleting, TRUE);
  comparison = cor_comparison_new (session);
  wait_for (&deleting, &deleting.running, 1);
  cor_document_apply (document, cor_edit_remove (cor_document_get_base (document), COR_ITEM_VARIANT, gone, NULL), "", NULL);
  wait_for (&deleting, &deleting.stopped, 1);
  hold (&deleting, FALSE);
  wait_until_compared (session, comparison);
  g_assert_cmpuint (cor_comparison_get_n_columns (comparison), ==, 1);

  set_temperature (other, 3);
  settle (other);
  hold (&refreshing, TRUE);
  refreshed = cor_comparison_new (other);
  wait_for (&refreshing, &refreshing.running, 1);
  refreshing.more = 100;
  cor_session_refresh (other);
  wait_for (&refreshing, &refreshing.stopped, 1);
  hold (&refreshing, FALSE);
  wait_until_compared (other, refreshed);
  g_assert_cmpfloat (result_of (refreshed, id), ==, 103);
}

/* What is not worked out yet is not called current, however often the document is followed meanwhile. */
static void
test_current (void)
{
  static Engine engine;
  g_autofree char *id = NULL;
  g_autoptr (CorSession) session = session_with_variant (&engine, &id);
  g_autoptr (CorComparison) comparison = cor_comparison_new (session);
  guint changes;

  wait_until_compared (session, comparison);
  g_assert_true (cor_comparison_find (comparison, NULL)->current);
  g_assert_true (cor_comparison_find (comparison, id)->current);
  g_signal_connect_swapped (comparison, "changed", G_CALLBACK (seen), &changes);

  hold (&engine, TRUE);
  for (guint edit = 0; edit < 2; edit++)
    {
      if (edit == 0)
        set_temperature (session, 9);
      else
        cor_session_refresh (session);
      for (guint i = 0; i < 2; i++)
        {
          g_object_notify (G_OBJECT (session), "computing");
          wait_until_seen (&changes);
          g_assert_false (cor_comparison_find (comparison, NULL)->current);
          g_assert_false (cor_comparison_find (comparison, id)->current);
          g_assert_true (cor_comparison_get_computing (comparison));
        }
      hold (&engine, FALSE);
      wait_until_compared (session, comparison);
      g_assert_cmpfloat (result_of (comparison, NULL), ==, 9);
      g_assert_cmpfloat (result_of (comparison, id), ==, 9);
      g_object_notify (G_OBJECT (session), "computing");
      wait_until_seen (&changes);
      g_assert_true (cor_comparison_find (comparison, id)->current);
      hold (&engine, TRUE);
    }
  hold (&engine, FALSE);
}

/* One column at a time, once; and nothing goes off for a comparison that is gone. */
static void
test_one_at_a_time (void)
{
  static Engine engine;
  g_autofree char *id = NULL;
  g_autoptr (CorSession) session = session_with_variant (&engine, &id);
  CorComparison *comparison;
  int evaluations = engine.evaluations;
  guint changes;

  hold (&engine, TRUE);
  comparison = cor_comparison_new (session);
  wait_for (&engine, &engine.running, 1);
  g_signal_connect_swapped (comparison, "changed", G_CALLBACK (seen), &changes);
  g_object_notify (G_OBJECT (session), "computing");
  wait_until_seen (&changes);
  hold (&engine, FALSE);
  wait_until_compared (session, comparison);
  g_assert_cmpint (engine.evaluations, ==, evaluations + 1);
  g_assert_cmpint (engine.most_running, ==, 1);

  g_object_notify (G_OBJECT (session), "computing");
  g_object_notify (G_OBJECT (session), "computing");
  g_assert_nonnull (g_main_context_find_source_by_user_data (NULL, comparison));
  g_assert_finalize_object (comparison);
  g_assert_null (g_main_context_find_source_by_user_data (NULL, comparison));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/comparison/stops", test_stops);
  g_test_add_func ("/comparison/stops-for-the-gone", test_stops_for_the_gone);
  g_test_add_func ("/comparison/current", test_current);
  g_test_add_func ("/comparison/one-at-a-time", test_one_at_a_time);
  g_test_add_func ("/comparison/of-old-work", test_of_old_work);
  g_test_add_func ("/comparison/waits", test_waits);
  return g_test_run ();
}
