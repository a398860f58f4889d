/* cor-session-work.c: evaluates the newest state of the document, then the baseline, in a thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-session-private.h"

#include "cor-variant.h"
#include "cor-variants.h"

/* Longer than this old work does not run when something newer waits, ms. */
#define OLD_MS 2000

/* States of a series, as while something is dragged, are evaluated this far apart at least, ms, and where that takes
 * long half of the time at most: what works on it is missing in the frames. But no longer than that. */
#define PACE_MS 50
#define PACE_MOST_MS 200

/* What a worker is given. The session is held weakly: a task may be let go in its thread, and the
 * session must not be finalized there. */
typedef struct
{
  GWeakRef session;
  CorSessionEngine engine;
  CorScenario *scenario;
  char *variant;
  gboolean baseline; /* the state is the baseline's, not the one shown */
  guint generation;
  guint round;
  guint pins;
} Work;

static void
start (CorSession *self, CorScenario *scenario, const char *variant, gboolean baseline);

static void
work_free (Work *work)
{
  g_weak_ref_clear (&work->session);
  cor_scenario_unref (work->scenario);
  g_free (work->variant);
  if (work->engine.data_unref != NULL)
    work->engine.data_unref (work->engine.data);
  g_free (work);
}

const char *
cor_session_get_pinned_variant (CorSession *self)
{
  CorScenario *base;
  const char *id;

  g_return_val_if_fail (COR_IS_SESSION (self), NULL);

  base = cor_document_get_base (self->document);
  id = cor_scenario_head (base)->baseline;
  return cor_scenario_find (base, COR_ITEM_VARIANT, id) != NULL ? id : NULL;
}

/* Whether two states differ in nothing that is evaluated. */
static gboolean
same_state (CorScenario *a, CorScenario *b)
{
  g_autoptr (GArray) changes = cor_variant_difference (a, b);

  return changes->len == 0;
}

/* The state pinned before the file was opened, where that is of the variant pinned now; else NULL. */
static CorScenario *
pinned_before (CorSession *self, const char *variant)
{
  return g_strcmp0 (self->pinned.variant, variant) == 0 ? self->pinned.scenario : NULL;
}

CorScenario *
cor_session_get_pinned (CorSession *self)
{
  const char *variant;
  CorScenario *pinned;
  g_autoptr (CorScenario) now = NULL;

  g_return_val_if_fail (COR_IS_SESSION (self), NULL);

  variant = cor_session_get_pinned_variant (self);
  pinned = pinned_before (self, variant);
  if (pinned == NULL && g_strcmp0 (self->baseline.variant, variant) == 0)
    pinned = self->baseline.scenario;
  now = cor_variants_state (cor_document_get_base (self->document), variant, NULL);
  return pinned != NULL && !same_state (pinned, now) ? pinned : NULL;
}

/* Keeps the baseline what is pinned: while its own variant is shown the state that was pinned, so
 * that edits can be seen against it; while another one is, what the pinned variant is by now. */
static void
settle_baseline (CorSession *self)
{
  const char *pinned = cor_session_get_pinned_variant (self);
  gboolean same = self->baseline.results != NULL && g_strcmp0 (self->baseline.variant, pinned) == 0;
  g_autoptr (CorScenario) state = NULL;

  if (g_strcmp0 (cor_document_get_variant (self->document), pinned) == 0)
    {
      if (!same && pinned_before (self, pinned) != NULL)
        start (self, self->pinned.scenario, pinned, TRUE);
      else if (!same)
        cor_session_pin_shown (self);
      else if (self->baseline.round != self->round)
        start (self, self->baseline.scenario, pinned, TRUE);
      return;
    }
  state = cor_variants_state (cor_document_get_base (self->document), pinned, NULL);
  if (!same || self->baseline.round != self->round || !same_state (state, self->baseline.scenario))
    start (self, state, pinned, TRUE);
}

/* Whether something newer waits for what runs: the state of the document comes before the baseline's. */
static gboolean
work_is_old (CorSession *self)
{
  const CorScenario *state = cor_document_get_scenario (self->document);

  return self->wanted != NULL ? self->wanted != state : self->shown.scenario != state;
}

/* How much longer old work may run, ms: until then its results show on the way, as while something is dragged. */
static guint
time_left (CorSession *self)
{
  gint64 run = (g_get_monotonic_time () - self->since) / 1000;

  return (guint) (OLD_MS - MIN (run, OLD_MS));
}

/* The timer goes with the work that it is to end. */
static gboolean
stop_old (gpointer data)
{
  CorSession *self = data;

  self->hurry = 0;
  if (work_is_old (self))
    g_cancellable_cancel (self->running);
  return G_SOURCE_REMOVE;
}

static gboolean
pause_is_over (gpointer data)
{
  CorSession *self = data;

  self->pause = 0;
  cor_session_go_on (self);
  return G_SOURCE_REMOVE;
}

/* How much longer the next state waits, ms. The first of a series does not, nor of a document: 0 is long ago. */
static guint
pause_left (CorSession *self)
{
  gint64 run = (g_get_monotonic_time () - self->since) / 1000, pace = CLAMP (2 * self->took, PACE_MS, PACE_MOST_MS);

  return run < pace ? (guint)(pace - run) : 0;
}

void
cor_session_go_on (CorSession *self)
{
  gboolean old = self->shown.round != self->round || self->shown.scenario != cor_document_get_scenario (self->document);
  guint left;

  if (self->running != NULL)
    {
      if (work_is_old (self) && self->hurry == 0)
        self->hurry = g_timeout_add (time_left (self), stop_old, self);
      cor_session_set_computing (self, TRUE);
      return;
    }
  left = old ? pause_left (self) : 0;
  if (left == 0)
    g_clear_handle_id (&self->pause, g_source_remove);
  else if (self->pause == 0)
    self->pause = g_timeout_add (left, pause_is_over, self);
  if (!old)
    settle_baseline (self);
  else if (left == 0)
    start (self, cor_document_get_scenario (self->document), cor_document_get_variant (self->document), FALSE);
  cor_session_set_computing (self, self->running != NULL || self->pause != 0);
}

/* Whether what was worked out is still asked for: not where another document is open, nor a baseline where
 * another was pinned meanwhile. */
static gboolean
is_wanted (CorSession *self, const Work *work)
{
  if (work->generation != self->generation)
    return FALSE;
  return !work->baseline || (work->pins == self->pins && g_strcmp0 (work->variant, cor_session_get_pinned_variant (self)) == 0);
}

static void
evaluated (GObject *source, GAsyncResult *result, gpointer data)
{
  Work *work = g_task_get_task_data (G_TASK (result));
  gpointer results = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (CorSession) self = g_weak_ref_get (&work->session);

  if (results != NULL && (self == NULL || !is_wanted (self, work)))
    work->engine.unref (g_steal_pointer (&results));
  if (self == NULL)
    return;
  g_clear_object (&self->running);
  self->took = (guint)((g_get_monotonic_time () - self->since) / 1000);
  g_clear_handle_id (&self->hurry, g_source_remove);
  if (results != NULL)
    cor_session_take (self, work->baseline,
                      &(CorSessionOutcome){ work->scenario, results, work->variant, work->round });
  cor_session_go_on (self);
}

static void
evaluate_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  gpointer results = work->engine.evaluate (work->engine.data, work->scenario, cancellable);

  g_task_return_pointer (task, results, work->engine.unref);
}

static void
start (CorSession *self, CorScenario *scenario, const char *variant, gboolean baseline)
{
  g_autoptr (GTask) task = NULL;
  Work *work;

  self->running = g_cancellable_new ();
  self->wanted = baseline ? NULL : scenario;
  self->since = g_get_monotonic_time ();
  work = g_new0 (Work, 1);
  g_weak_ref_init (&work->session, self);
  work->engine = self->engine;
  if (work->engine.data_ref != NULL)
    work->engine.data_ref (work->engine.data);
  work->scenario = cor_scenario_ref (scenario);
  work->variant = g_strdup (variant);
  work->baseline = baseline;
  work->generation = self->generation;
  work->round = self->round;
  work->pins = self->pins;
  task = g_task_new (NULL, self->running, evaluated, NULL);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, work, (GDestroyNotify)work_free);
  g_task_run_in_thread (task, evaluate_in_thread);
}
