/* test-session-baseline.c: the baseline of a session, and what is compared with it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "session-fixture.h"

/* What it is evaluated with changed: results and baseline are both of what it is now. */
static void
test_refresh (void)
{
  static Engine engine;
  g_autoptr (CorSession) session = session_for (&engine);

  set_temperature (session, 5);
  settle (session);
  cor_session_pin (session);
  set_temperature (session, -3);
  settle (session);
  engine.more = 100;
  cor_session_refresh (session);
  g_assert_cmpuint (cor_session_get_results_round (session), <, cor_session_get_round (session));
  settle (session);
  g_assert_cmpuint (cor_session_get_results_round (session), ==, cor_session_get_round (session));
  g_assert_cmpfloat (*(const double *)cor_session_get_results (session), ==, 97);
  g_assert_cmpfloat (*(const double *)cor_session_get_baseline (session), ==, 105);
  g_assert_cmpint (engine.evaluations, ==, 4);
}

/* What any baseline seen must be. */
typedef struct
{
  double wanted;
  guint seen;
} Baseline;

static void
hold_next (Engine *engine)
{
  hold (engine, TRUE);
}

static void
baseline_seen (CorSession *session, Baseline *baseline)
{
  baseline->seen++;
  g_assert_cmpfloat (*(const double *)cor_session_get_baseline (session), ==, baseline->wanted);
}

/* Has the baseline worked out anew and held back while @change is done; the only baseline seen since is @wanted. */
static void
change_meanwhile (CorSession *session, Engine *engine, void (*change) (CorSession *), double wanted)
{
  Baseline baseline = { wanted, 0 };
  gulong holding = g_signal_connect_swapped (session, "results-changed", G_CALLBACK (hold_next), engine);

  engine->more += 100;
  cor_session_refresh (session);
  while (cor_session_get_results_round (session) < cor_session_get_round (session))
    g_main_context_iteration (NULL, TRUE);
  wait_for (engine, &engine->running, 1);
  g_signal_handler_disconnect (session, holding);
  g_signal_connect (session, "baseline-changed", G_CALLBACK (baseline_seen), &baseline);
  change (session);
  hold (engine, FALSE);
  settle (session);
  g_assert_cmpuint (baseline.seen, >, 0);
  g_assert_cmpfloat (*(const double *)cor_session_get_baseline (session), ==, wanted);
  g_signal_handlers_disconnect_by_data (session, &baseline);
}

static void
undo (CorSession *session)
{
  cor_document_undo (cor_session_get_document (session));
}

/* A baseline that is worked out when another is pinned, or its pinning undone, is not shown. */
static void
test_pinned_meanwhile (void)
{
  static Engine own, others;
  g_autoptr (CorSession) session = session_for (&own), other = session_for (&others);
  g_autoptr (CorScenario) empty = cor_scenario_new (NULL);
  CorDocument *document = cor_session_get_document (other);
  g_autofree char *id = NULL;

  /* A newer state of the same. */
  set_temperature (session, 5);
  settle (session);
  cor_session_pin (session);
  set_temperature (session, -3);
  settle (session);
  change_meanwhile (session, &own, cor_session_pin, 97);

  /* A variant in place of the base, and the base again. */
  cor_session_open (other, empty, NULL);
  set_temperature (other, 3);
  cor_document_apply (document, cor_edit_add_variant (cor_document_get_base (document), "One", &id), "", NULL);
  cor_document_set_variant (document, id);
  set_temperature (other, 7);
  settle (other);
  change_meanwhile (other, &others, cor_session_pin, 107);
  cor_document_set_variant (document, NULL);
  settle (other);
  change_meanwhile (other, &others, undo, 203);
}

/* What is compared in a state that is no more is not worked out to its end, nor what nobody compares any more. */
static void
test_comparison_stops (void)
{
  static Engine engine;
  g_autoptr (CorSession) session = session_for (&engine);
  CorDocument *document = cor_session_get_document (session);
  g_autoptr (CorScenario) empty = cor_scenario_new (NULL);
  g_autofree char *id = NULL;
  CorComparison *comparison;

  engine.stoppable = TRUE;
  cor_session_open (session, empty, NULL);
  cor_document_apply (document, cor_edit_add_variant (empty, "One", &id), "", NULL);
  settle (session);
  hold (&engine, TRUE);
  comparison = cor_comparison_new (session);
  wait_for (&engine, &engine.running, 1);
  set_temperature (session, 5);
  wait_for (&engine, &engine.stopped, 1);
  hold (&engine, FALSE);
  settle (session);
  while (cor_comparison_get_computing (comparison))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpfloat (*(const double *)cor_comparison_find (comparison, id)->results, ==, 5);
  g_object_unref (comparison);

  hold (&engine, TRUE);
  comparison = cor_comparison_new (session);
  wait_for (&engine, &engine.running, 1);
  g_assert_finalize_object (comparison);
  wait_for (&engine, &engine.stopped, 2);
}

static void
seen (guint *times)
{
  (*times)++;
}

static void
wait_until_compared (CorSession *session, CorComparison *comparison)
{
  settle (session);
  while (cor_comparison_get_computing (comparison))
    g_main_context_iteration (NULL, TRUE);
}

/* What was worked out for a state, or with an engine, that is no more is not shown for what is there now. */
static void
test_comparison_of_old_work (void)
{
  static Engine engine;
  g_autoptr (CorSession) session = session_for (&engine);
  g_autoptr (CorComparison) comparison = NULL;
  g_autoptr (CorScenario) empty = cor_scenario_new (NULL);
  g_autofree char *id = NULL;
  guint changes = 0;

  cor_session_open (session, empty, NULL);
  cor_document_apply (cor_session_get_document (session), cor_edit_add_variant (empty, "One", &id), "", NULL);
  set_temperature (session, 3);
  settle (session);
  hold (&engine, TRUE);
  comparison = cor_comparison_new (session);
  wait_for (&engine, &engine.running, 1);
  g_signal_connect_swapped (comparison, "changed", G_CALLBACK (seen), &changes);
  set_temperature (session, 5);
  while (changes == 0)
    g_main_context_iteration (NULL, TRUE);
  hold (&engine, FALSE);
  wait_until_compared (session, comparison);
  g_assert_cmpfloat (*(const double *)cor_comparison_find (comparison, id)->results, ==, 5);

  set_temperature (session, 8);
  settle (session);
  hold (&engine, TRUE);
  wait_for (&engine, &engine.running, 1);
  engine.more = 100;
  cor_session_refresh (session);
  hold (&engine, FALSE);
  wait_until_compared (session, comparison);
  g_assert_cmpfloat (*(const double *)cor_comparison_find (comparison, id)->results, ==, 108);
}

/* What is compared waits while the session works: what is shown comes first. */
static void
test_comparison_waits (void)
{
  static Engine engine;
  g_autoptr (CorSession) session = session_for (&engine);
  g_autoptr (CorComparison) comparison = NULL;
  g_autoptr (CorScenario) empty = cor_scenario_new (NULL);
  g_autofree char *id = NULL;

  cor_session_open (session, empty, NULL);
  cor_document_apply (cor_session_get_document (session), cor_edit_add_variant (empty, "One", &id), "", NULL);
  settle (session);
  hold (&engine, TRUE);
  set_temperature (session, 5);
  wait_for (&engine, &engine.running, 1);
  comparison = cor_comparison_new (session);
  g_usleep (G_USEC_PER_SEC / 5);
  hold (&engine, FALSE);
  wait_until_compared (session, comparison);
  g_assert_cmpint (engine.most_running, ==, 1);
  g_assert_cmpfloat (*(const double *)cor_comparison_find (comparison, id)->results, ==, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/refresh", test_refresh);
  g_test_add_func ("/session/pinned-meanwhile", test_pinned_meanwhile);
  g_test_add_func ("/session/comparison-stops", test_comparison_stops);
  g_test_add_func ("/session/comparison-of-old-work", test_comparison_of_old_work);
  g_test_add_func ("/session/comparison-waits", test_comparison_waits);
  return g_test_run ();
}
