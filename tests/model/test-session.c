/* test-session.c: results follow the document: newest wins, one evaluation at a time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-comparison.h"
#include "cor-edit.h"
#include "cor-session.h"
#include "cor-variants.h"

/* An engine whose result is the scenario's temperature; it can be held back. Those of the tests are static: a worker
 * may let go of its engine after the test. */
typedef struct
{
  GMutex mutex;
  GCond cond;
  gboolean held, stoppable;
  int running, most_running, evaluations, stopped;
  int users; /* atomic */
  double more; /* what its results are higher by */
} Engine;

static gpointer
evaluate (gpointer data, CorScenario *scenario, GCancellable *cancellable)
{
  Engine *engine = data;
  gboolean stopped = FALSE;
  double *result;

  g_mutex_lock (&engine->mutex);
  engine->running++;
  engine->most_running = MAX (engine->most_running, engine->running);
  while (engine->held && !stopped)
    {
      g_cond_wait_until (&engine->cond, &engine->mutex, g_get_monotonic_time () + 5000);
      stopped = engine->stoppable && g_cancellable_is_cancelled (cancellable);
    }
  engine->running--;
  engine->evaluations++;
  engine->stopped += stopped;
  g_mutex_unlock (&engine->mutex);
  if (stopped)
    return NULL;
  result = g_rc_box_new (double);
  *result = cor_scenario_head (scenario)->temperature_c + engine->more;
  return result;
}

static void
hold (Engine *engine, gboolean held)
{
  g_mutex_lock (&engine->mutex);
  engine->held = held;
  g_cond_broadcast (&engine->cond);
  g_mutex_unlock (&engine->mutex);
}

static gpointer
use (gpointer data)
{
  g_atomic_int_inc (&((Engine *)data)->users);
  return data;
}

static void
let_go (gpointer data)
{
  g_atomic_int_add (&((Engine *)data)->users, -1);
}

static CorSession *
session_for (Engine *engine)
{
  CorSessionEngine class = {
    evaluate, g_rc_box_acquire, g_rc_box_release, engine, use, let_go, NULL
  };

  return cor_session_new (&class);
}

static void
count (guint *counter)
{
  (*counter)++;
}

static void
set_temperature (CorSession *session, double celsius)
{
  CorDocument *document = cor_session_get_document (session);
  CorScenario *now = cor_document_get_scenario (document);

  cor_document_apply (document,
                      cor_edit_number (now, COR_ITEM_HEAD, NULL, "temperature_c", celsius, NULL),
                      "", NULL);
}

static void
settle (CorSession *session)
{
  while (cor_session_get_computing (session))
    g_main_context_iteration (NULL, TRUE);
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

static int
n_stopped (Engine *engine)
{
  int n;

  g_mutex_lock (&engine->mutex);
  n = engine->stopped;
  g_mutex_unlock (&engine->mutex);
  return n;
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
  while (n_stopped (&engine) == 0)
    g_main_context_iteration (NULL, TRUE);
  cor_session_open (session, other, NULL);
  while (n_stopped (&engine) == 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (cor_session_get_results (session));
  hold (&engine, FALSE);
  settle (session);
  g_assert_true (cor_session_get_results_scenario (session) == other);
  g_assert_cmpint (engine.most_running, ==, 1);
}

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

static void
wait_for (Engine *engine, const int *counter, int least)
{
  for (guint i = 0; i < 1000; i++)
    {
      gboolean there;

      g_mutex_lock (&engine->mutex);
      there = *counter >= least;
      g_mutex_unlock (&engine->mutex);
      if (there)
        return;
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_not_reached ();
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/follows", test_follows);
  g_test_add_func ("/session/newest-wins", test_newest_wins);
  g_test_add_func ("/session/open-drops-old-work", test_open_drops_old_work);
  g_test_add_func ("/session/old-work-is-stopped", test_old_work_is_stopped);
  g_test_add_func ("/session/refresh", test_refresh);
  g_test_add_func ("/session/pinned-meanwhile", test_pinned_meanwhile);
  g_test_add_func ("/session/freed-while-busy", test_freed_while_busy);
  g_test_add_func ("/session/comparison-stops", test_comparison_stops);
  return g_test_run ();
}
