/* test-session-baseline.c: the baseline of a session.
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/refresh", test_refresh);
  g_test_add_func ("/session/pinned-meanwhile", test_pinned_meanwhile);
  return g_test_run ();
}
