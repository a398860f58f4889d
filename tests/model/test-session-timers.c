/* test-session-timers.c: when the session begins and gives up, by the timers that it sets and not by waiting for them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "session-fixture.h"

/* As app/model/cor-session-work.c has them, microseconds: what waits ends work that has run so long; states of a series
 * begin so far apart at least, and at most. */
#define OLD_US       (2000 * 1000)
#define PACE_US      (50 * 1000)
#define PACE_MOST_US (200 * 1000)
/* Timers count whole milliseconds, and the time run is cut to one. */
#define MS 1000

/* A session at rest with a state worked out, and the moments between which the next one began to run, held back. */
typedef struct
{
  Engine *engine;
  CorSession *session;
  gint64 earliest, latest;
} Case;

static Case
case_running (Engine *engine)
{
  Case c = { engine, session_for (engine), 0, 0 };

  hold (engine, TRUE);
  c.earliest = g_get_monotonic_time ();
  set_temperature (c.session, 5);
  c.latest = g_get_monotonic_time ();
  wait_for (engine, &engine->running, 1);
  return c;
}

static GSource *
timer_of (CorSession *session)
{
  return g_main_context_find_source_by_user_data (NULL, session);
}

/* What is not wanted any more has two seconds from its beginning, not from when something newer came. */
static void
test_hurry (void)
{
  static Engine engine = { .stoppable = TRUE };
  Case c = case_running (&engine);
  gint64 ready;

  g_usleep (300 * MS);
  g_assert_null (timer_of (c.session));
  set_temperature (c.session, 7);
  g_assert_nonnull (timer_of (c.session));
  ready = g_source_get_ready_time (timer_of (c.session));
  g_assert_cmpint (ready, >=, c.earliest + OLD_US - MS);
  g_assert_cmpint (ready, <=, c.latest + OLD_US + MS);
  hold (&engine, FALSE);
  settle (c.session);
  g_assert_null (timer_of (c.session));
  g_assert_finalize_object (c.session);
}

/* Undone meanwhile, it is wanted again, and the timer that has been set does not end it. */
static void
test_hurry_undone (void)
{
  static Engine engine = { .stoppable = TRUE };
  Case c = case_running (&engine);

  set_temperature (c.session, 7);
  cor_document_undo (cor_session_get_document (c.session));
  g_source_set_ready_time (timer_of (c.session), 0);
  while (timer_of (c.session) != NULL)
    g_main_context_iteration (NULL, FALSE);
  hold (&engine, FALSE);
  settle (c.session);
  g_assert_cmpint (engine.stopped, ==, 0);
  g_assert_cmpint (engine.evaluations, ==, 1);
  g_assert_cmpfloat (*(const double *)cor_session_get_results (c.session), ==, 5);
  g_assert_finalize_object (c.session);
}

static void
hold_next (Engine *engine)
{
  hold (engine, TRUE);
}

/* The baseline's work is old as soon as the state shown is another than the document's, and not before. */
static void
test_hurry_of_baseline (void)
{
  static Engine engine = { .stoppable = TRUE };
  g_autoptr (CorSession) session = session_for (&engine);
  gulong holding;

  set_temperature (session, 5);
  settle (session);
  cor_session_pin (session);
  set_temperature (session, -3);
  settle (session);
  holding = g_signal_connect_swapped (session, "results-changed", G_CALLBACK (hold_next), &engine);
  cor_session_refresh (session);
  while (cor_session_get_results_round (session) < cor_session_get_round (session))
    g_main_context_iteration (NULL, TRUE);
  wait_for (&engine, &engine.running, 1);
  g_signal_handler_disconnect (session, holding);
  g_assert_null (timer_of (session));
  cor_session_refresh (session);
  g_assert_null (timer_of (session));

  set_temperature (session, 9);
  g_assert_nonnull (timer_of (session));
  g_source_set_ready_time (timer_of (session), 0);
  wait_for (&engine, &engine.stopped, 1);
  hold (&engine, FALSE);
  settle (session);
  g_assert_cmpfloat (*(const double *)cor_session_get_results (session), ==, 9);
  g_assert_cmpfloat (*(const double *)cor_session_get_baseline (session), ==, 5);
}

/* Runs a state that takes @work_us, then makes another edit, whose pause ends @pause_us after that state began. */
static void
check_pause (gint64 work_us, gint64 pause_us)
{
  Engine *engine = g_new0 (Engine, 1);
  Case c = case_running (engine);
  GSource *pause;
  gint64 ready;

  g_usleep ((gulong)work_us);
  hold (engine, FALSE);
  settle (c.session);
  set_temperature (c.session, 7);
  g_assert_true (cor_session_get_computing (c.session));
  pause = timer_of (c.session);
  /* On a busy machine the time may be over by now. */
  if (g_get_monotonic_time () < c.earliest + pause_us - MS)
    g_assert_nonnull (pause);
  if (pause != NULL)
    {
      ready = g_source_get_ready_time (pause);
      g_assert_cmpint (ready, >=, c.earliest + pause_us - MS);
      g_assert_cmpint (ready, <=, c.latest + PACE_MOST_US + MS);
    }
  /* More of the series does not make more of the pause. */
  set_temperature (c.session, 8);
  set_temperature (c.session, 9);
  settle (c.session);
  g_assert_null (timer_of (c.session));
  g_assert_cmpfloat (*(const double *)cor_session_get_results (c.session), ==, 9);
  g_assert_finalize_object (c.session);
  while (g_atomic_int_get (&engine->users) > 0)
    g_main_context_iteration (NULL, FALSE);
  g_free (engine);
}

/* Half of the time, where that takes long, but never more than a fifth of a second from beginning to beginning. */
static void
test_pause (void)
{
  check_pause (0, PACE_US);
  check_pause (60 * MS, 120 * MS);
  check_pause (150 * MS, PACE_MOST_US);
}

/* A state that comes when the pause is over begins, whether its timer went off or not; one that is undone before has
 * nothing to begin. */
static void
test_pause_ends (void)
{
  static Engine engine;
  CorSession *session = session_for (&engine);

  set_temperature (session, 5);
  settle (session);
  set_temperature (session, 7);
  cor_document_undo (cor_session_get_document (session));
  g_assert_false (cor_session_get_computing (session));
  g_assert_null (timer_of (session));

  set_temperature (session, 8);
  g_usleep (PACE_MOST_US);
  hold (&engine, TRUE);
  set_temperature (session, 9);
  g_assert_null (timer_of (session));
  for (guint i = 0; look (&engine, &engine.running) == 0 && i < AT_ONCE_MS; i++)
    g_usleep (MS);
  g_assert_cmpint (look (&engine, &engine.running), ==, 1);
  hold (&engine, FALSE);
  settle (session);
  g_assert_cmpfloat (*(const double *)cor_session_get_results (session), ==, 9);
  g_assert_finalize_object (session);
}

/* What another document leaves running has no time left. */
static void
test_open (void)
{
  static Engine engine;
  Case c = case_running (&engine);
  g_autoptr (CorScenario) other = cor_scenario_new (NULL);

  cor_session_open (c.session, other, NULL);
  g_assert_nonnull (timer_of (c.session));
  g_assert_cmpint (g_source_get_ready_time (timer_of (c.session)), <=, g_get_monotonic_time () + MS);
  hold (&engine, FALSE);
  settle (c.session);
  g_assert_finalize_object (c.session);
}

/* Nothing goes off for a session that is gone, however many states waited. */
static void
test_freed (void)
{
  static Engine running, resting;
  Case c = case_running (&running);
  CorSession *other = session_for (&resting);

  set_temperature (c.session, 7);
  set_temperature (c.session, 8);
  g_assert_finalize_object (c.session);
  g_assert_null (timer_of (c.session));
  hold (&running, FALSE);

  set_temperature (other, 1);
  settle (other);
  set_temperature (other, 2);
  set_temperature (other, 3);
  g_assert_finalize_object (other);
  g_assert_null (timer_of (other));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session-timers/hurry", test_hurry);
  g_test_add_func ("/session-timers/hurry-undone", test_hurry_undone);
  g_test_add_func ("/session-timers/hurry-of-baseline", test_hurry_of_baseline);
  g_test_add_func ("/session-timers/pause", test_pause);
  g_test_add_func ("/session-timers/pause-ends", test_pause_ends);
  g_test_add_func ("/session-timers/open", test_open);
  g_test_add_func ("/session-timers/freed", test_freed);
  return g_test_run ();
}
