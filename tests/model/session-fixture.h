/* session-fixture.h: an engine for the tests of sessions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

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

static inline gpointer
evaluate (gpointer data, CorScenario *scenario, GCancellable *cancellable)
{
  Engine *engine = data;
  gboolean stopped = FALSE;
  double *result, more;

  g_mutex_lock (&engine->mutex);
  more = engine->more;
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
  *result = cor_scenario_head (scenario)->temperature_c + more;
  return result;
}

static inline void
hold (Engine *engine, gboolean held)
{
  g_mutex_lock (&engine->mutex);
  engine->held = held;
  g_cond_broadcast (&engine->cond);
  g_mutex_unlock (&engine->mutex);
}

static inline gpointer
use (gpointer data)
{
  g_atomic_int_inc (&((Engine *)data)->users);
  return data;
}

static inline void
let_go (gpointer data)
{
  g_atomic_int_add (&((Engine *)data)->users, -1);
}

static inline CorSession *
session_for (Engine *engine)
{
  CorSessionEngine class = {
    evaluate, g_rc_box_acquire, g_rc_box_release, engine, use, let_go, NULL
  };

  return cor_session_new (&class);
}

static inline void
set_temperature (CorSession *session, double celsius)
{
  CorDocument *document = cor_session_get_document (session);
  CorScenario *now = cor_document_get_scenario (document);

  cor_document_apply (document,
                      cor_edit_number (now, COR_ITEM_HEAD, NULL, "temperature_c", celsius, NULL),
                      "", NULL);
}

static inline int
look (Engine *engine, const int *counter)
{
  int n;

  g_mutex_lock (&engine->mutex);
  n = *counter;
  g_mutex_unlock (&engine->mutex);
  return n;
}

/* What a thread does has so long on a busy machine, ms. */
#define AT_ONCE_MS 60000

/* Until a counter of the engine is so high, ms apart: nothing wakes the main loop where a worker only counts. */
static inline void
wait_for (Engine *engine, const int *counter, int least)
{
  for (guint i = 0; i < AT_ONCE_MS; i++)
    {
      if (look (engine, counter) >= least)
        return;
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_not_reached ();
}

static inline void
settle (CorSession *session)
{
  while (cor_session_get_computing (session))
    g_main_context_iteration (NULL, TRUE);
}
