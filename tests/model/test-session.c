/* test-session.c: results follow the document: newest wins, one evaluation at a time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "session-fixture.h"

static void
count (guint *counter)
{
  (*counter)++;
}

static void
test_follows (void)
{
  static Engine engine;
  g_autoptr (CorSession) session = session_for (&engine);
  g_autoptr (CorScenario) empty = cor_scenario_new (NULL);
  guint results = 0, baselines = 0;

  g_signal_connect_swapped (session, "results-changed", G_CALLBACK (count), &results);
  g_signal_connect_swapped (session, "baseline-changed", G_CALLBACK (count), &baselines);
  g_assert_null (cor_session_get_results (session));
  cor_session_open (session, empty, NULL);
  g_assert_cmpuint (results, ==, 1);
  settle (session);
  g_assert_cmpuint (results, ==, 2);
  g_assert_cmpuint (baselines, ==, 2);

  set_temperature (session, 5);
  settle (session);
  set_temperature (session, 5);
  g_assert_false (cor_session_get_computing (session));
  g_assert_cmpuint (results, ==, 3);
  g_assert_cmpuint (baselines, ==, 2);
  g_assert_cmpfloat (*(const double *)cor_session_get_results (session), ==, 5);

  cor_session_pin (session);
  g_assert_cmpuint (baselines, ==, 3);
  set_temperature (session, -3);
  settle (session);
  g_assert_cmpfloat (*(const double *)cor_session_get_baseline (session), ==, 5);
  g_assert_cmpint (engine.evaluations, ==, 3);
}

static void
test_newest_wins (void)
{
  static Engine engine;
  g_autoptr (CorSession) session = session_for (&engine);
  guint results = 0;

  hold (&engine, TRUE);
  for (int i = 0; i < 50; i++)
    set_temperature (session, i);
  g_signal_connect_swapped (session, "results-changed", G_CALLBACK (count), &results);
  hold (&engine, FALSE);
  settle (session);
  /* The first and the last state; those between came and went while it waited. */
  g_assert_cmpint (engine.evaluations, ==, 2);
  g_assert_cmpint (engine.most_running, ==, 1);
  g_assert_cmpuint (results, ==, 2);
  g_assert_cmpfloat (*(const double *)cor_session_get_results (session), ==, 49);
  g_assert_true (cor_session_get_results_scenario (session)
                 == cor_document_get_scenario (cor_session_get_document (session)));
}

static void
test_open_drops_old_work (void)
{
  static Engine engine;
  g_autoptr (CorSession) session = session_for (&engine);
  g_autoptr (CorScenario) other = cor_scenario_new (NULL);
  guint results = 0;

  hold (&engine, TRUE);
  set_temperature (session, 30);
  cor_session_open (session, other, NULL);
  g_signal_connect_swapped (session, "results-changed", G_CALLBACK (count), &results);
  hold (&engine, FALSE);
  settle (session);
  g_assert_cmpuint (results, ==, 1);
  g_assert_true (cor_session_get_results_scenario (session) == other);
  g_assert_true (cor_session_get_baseline_scenario (session) == other);
}

static void
test_freed_while_busy (void)
{
  static Engine engine;
  CorSession *session = session_for (&engine);

  hold (&engine, TRUE);
  set_temperature (session, 30);
  g_assert_finalize_object (session);
  g_assert_cmpint (g_atomic_int_get (&engine.users), ==, 1);
  hold (&engine, FALSE);
  while (g_atomic_int_get (&engine.users) > 0)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_cmpint (engine.evaluations, ==, 1);
}

/* After an edit the next state of a series waits a little; another document does not. */
static void
test_open_begins_at_once (void)
{
  static Engine engine;
  g_autoptr (CorSession) session = session_for (&engine);
  g_autoptr (CorScenario) other = cor_scenario_new (NULL);

  set_temperature (session, 5);
  settle (session);
  hold (&engine, TRUE);
  cor_session_open (session, other, NULL);
  for (guint i = 0; look (&engine, &engine.running) == 0 && i < AT_ONCE_MS; i++)
    g_usleep (1000);
  g_assert_cmpint (look (&engine, &engine.running), ==, 1);
  hold (&engine, FALSE);
  settle (session);
}

/* What takes long is stopped when something newer waits for it, or nothing. */
static void
test_old_work_is_stopped (void)
{
  static Engine engine = { .stoppable = TRUE };
  g_autoptr (CorSession) session = session_for (&engine);
  g_autoptr (CorScenario) other = cor_scenario_new (NULL);

  hold (&engine, TRUE);
  set_temperature (session, 5);
  set_temperature (session, 7);
  /* Stopped is not yet handed over: only once the next one runs is there something to stop. */
  wait_for (&engine, &engine.stopped, 1);
  wait_for (&engine, &engine.running, 1);
  /* At once: no timer goes off here. */
  cor_session_open (session, other, NULL);
  for (guint i = 0; look (&engine, &engine.stopped) == 1 && i < AT_ONCE_MS; i++)
    g_usleep (1000);
  g_assert_cmpint (look (&engine, &engine.stopped), ==, 2);
  g_assert_null (cor_session_get_results (session));
  hold (&engine, FALSE);
  settle (session);
  g_assert_true (cor_session_get_results_scenario (session) == other);
  g_assert_cmpint (engine.most_running, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/follows", test_follows);
  g_test_add_func ("/session/newest-wins", test_newest_wins);
  g_test_add_func ("/session/open-drops-old-work", test_open_drops_old_work);
  g_test_add_func ("/session/open-begins-at-once", test_open_begins_at_once);
  g_test_add_func ("/session/old-work-is-stopped", test_old_work_is_stopped);
  g_test_add_func ("/session/freed-while-busy", test_freed_while_busy);
  return g_test_run ();
}
