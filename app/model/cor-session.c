/* cor-session.c: keeps the results of a document current.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-session.h"

#include "cor-edit.h"
#include "cor-variant.h"
#include "cor-variants.h"

#include <glib/gi18n-lib.h>

/* Results, the state they belong to, the variant whose state it is and the round they are of; all
 * %NULL without results. */
typedef struct
{
  CorScenario *scenario;
  gpointer results;
  char *variant;
  guint round;
} Outcome;

/* Longer than this old work does not run when something newer waits, ms. */
#define OLD_MS 2000

struct _CorSession
{
  GObject parent_instance;

  CorSessionEngine engine;
  CorDocument *document;
  CorSelection *selection;
  Outcome shown;
  Outcome baseline;
  GCancellable *running; /* what runs, to be stopped where it is wanted no more; NULL for nothing */
  const CorScenario *wanted; /* the state that it is for, kept by the work; NULL where that is the baseline's */
  gint64 since;          /* when it began, monotonic microseconds */
  guint hurry;           /* until it is stopped for something newer */
  gboolean computing;
  guint round;      /* how often what it is evaluated with changed */
  gboolean held;    /* the document is being replaced */
  guint generation; /* counts cor_session_open(); work of an older one is dropped */
};

enum
{
  PROP_COMPUTING = 1,
  N_PROPS
};

enum
{
  RESULTS_CHANGED,
  BASELINE_CHANGED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CorSession, cor_session, G_TYPE_OBJECT)

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
} Work;

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

static void
outcome_clear (CorSession *self, Outcome *outcome)
{
  g_clear_pointer (&outcome->scenario, cor_scenario_unref);
  g_clear_pointer (&outcome->variant, g_free);
  if (outcome->results != NULL)
    self->engine.unref (g_steal_pointer (&outcome->results));
}

static void
outcome_set (CorSession *self, Outcome *outcome, CorScenario *scenario, gpointer results, const char *variant, guint round)
{
  Outcome new = { cor_scenario_ref (scenario), results, g_strdup (variant), round };

  outcome_clear (self, outcome);
  *outcome = new;
}

static void
start (CorSession *self, CorScenario *scenario, const char *variant, gboolean baseline);

static void
set_computing (CorSession *self, gboolean computing)
{
  if (self->computing == computing)
    return;
  self->computing = computing;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COMPUTING]);
}

/* The variant that is pinned as the baseline in the document; NULL for the base. */
static const char *
pinned_variant (CorSession *self)
{
  CorScenario *base = cor_document_get_base (self->document);
  const char *id = cor_scenario_head (base)->baseline;

  return cor_scenario_find (base, COR_ITEM_VARIANT, id) != NULL ? id : NULL;
}

static void
pin_shown (CorSession *self)
{
  outcome_set (self, &self->baseline, self->shown.scenario, self->engine.ref (self->shown.results),
               self->shown.variant, self->shown.round);
  g_signal_emit (self, signals[BASELINE_CHANGED], 0);
}

/* Whether two states differ in nothing that is evaluated. */
static gboolean
same_state (CorScenario *a, CorScenario *b)
{
  g_autoptr (GArray) changes = cor_variant_difference (a, b);

  return changes->len == 0;
}

/* Keeps the baseline what is pinned: while its own variant is shown the state that was pinned, so
 * that edits can be seen against it; while another one is, what the pinned variant is by now. */
static void
settle_baseline (CorSession *self)
{
  const char *pinned = pinned_variant (self);
  gboolean same = self->baseline.results != NULL && g_strcmp0 (self->baseline.variant, pinned) == 0;
  g_autoptr (CorScenario) state = NULL;

  if (g_strcmp0 (cor_document_get_variant (self->document), pinned) == 0)
    {
      if (!same)
        pin_shown (self);
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

static gboolean
stop_old (gpointer data)
{
  CorSession *self = data;

  self->hurry = 0;
  if (self->running != NULL && work_is_old (self))
    g_cancellable_cancel (self->running);
  return G_SOURCE_REMOVE;
}

/* Evaluates the newest state, then the baseline, unless something runs: then that goes on with it
 * when it is done. */
static void
go_on (CorSession *self)
{
  if (self->running != NULL)
    {
      if (work_is_old (self) && self->hurry == 0)
        self->hurry = g_timeout_add (time_left (self), stop_old, self);
      set_computing (self, TRUE);
      return;
    }
  if (self->shown.round != self->round || self->shown.scenario != cor_document_get_scenario (self->document))
    start (self, cor_document_get_scenario (self->document), cor_document_get_variant (self->document), FALSE);
  else
    settle_baseline (self);
  set_computing (self, self->running != NULL);
}

static void
take (CorSession *self, const Work *work, gpointer results)
{
  outcome_set (self, work->baseline ? &self->baseline : &self->shown, work->scenario, results, work->variant, work->round);
  g_signal_emit (self, signals[work->baseline ? BASELINE_CHANGED : RESULTS_CHANGED], 0);
}

static void
evaluated (GObject *source, GAsyncResult *result, gpointer data)
{
  Work *work = g_task_get_task_data (G_TASK (result));
  gpointer results = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (CorSession) self = g_weak_ref_get (&work->session);

  if (results != NULL && (self == NULL || work->generation != self->generation))
    work->engine.unref (results);
  if (self == NULL)
    return;
  g_clear_object (&self->running);
  g_clear_handle_id (&self->hurry, g_source_remove);
  if (results != NULL && work->generation == self->generation)
    take (self, work, results);
  go_on (self);
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
  task = g_task_new (NULL, self->running, evaluated, NULL);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, work, (GDestroyNotify)work_free);
  g_task_run_in_thread (task, evaluate_in_thread);
}

static void
document_changed (CorSession *self)
{
  if (self->held)
    return;
  cor_selection_keep (self->selection, cor_document_get_scenario (self->document));
  go_on (self);
}

static void
cor_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_COMPUTING:
      g_value_set_boolean (value, COR_SESSION (object)->computing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cor_session_finalize (GObject *object)
{
  CorSession *self = COR_SESSION (object);

  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  g_clear_handle_id (&self->hurry, g_source_remove);
  outcome_clear (self, &self->shown);
  outcome_clear (self, &self->baseline);
  g_clear_object (&self->document);
  g_clear_object (&self->selection);
  if (self->engine.data_unref != NULL)
    self->engine.data_unref (self->engine.data);
  G_OBJECT_CLASS (cor_session_parent_class)->finalize (object);
}

static void
cor_session_class_init (CorSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cor_session_get_property;
  object_class->finalize = cor_session_finalize;
  props[PROP_COMPUTING] = g_param_spec_boolean ("computing", NULL, NULL, FALSE,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[RESULTS_CHANGED] = g_signal_new ("results-changed", COR_TYPE_SESSION, G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[BASELINE_CHANGED] = g_signal_new ("baseline-changed", COR_TYPE_SESSION, G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cor_session_init (CorSession *self)
{
  self->document = cor_document_new ();
  self->selection = cor_selection_new ();
  g_signal_connect_object (self->document, "changed", G_CALLBACK (document_changed), self,
                           G_CONNECT_SWAPPED);
}

CorSession *
cor_session_new (const CorSessionEngine *engine)
{
  CorSession *self = g_object_new (COR_TYPE_SESSION, NULL);

  self->engine = *engine;
  if (self->engine.data_ref != NULL)
    self->engine.data_ref (self->engine.data);
  return self;
}

void
cor_session_refresh (CorSession *self)
{
  g_return_if_fail (COR_IS_SESSION (self));

  self->round++;
  go_on (self);
}

void
cor_session_show_again (CorSession *self)
{
  g_return_if_fail (COR_IS_SESSION (self));

  g_signal_emit (self, signals[BASELINE_CHANGED], 0);
  g_signal_emit (self, signals[RESULTS_CHANGED], 0);
}

guint
cor_session_get_round (CorSession *self)
{
  g_return_val_if_fail (COR_IS_SESSION (self), 0);

  return self->round;
}

guint
cor_session_get_results_round (CorSession *self)
{
  g_return_val_if_fail (COR_IS_SESSION (self), 0);

  return self->shown.round;
}

CorDocument *
cor_session_get_document (CorSession *self)
{
  g_return_val_if_fail (COR_IS_SESSION (self), NULL);

  return self->document;
}

CorSelection *
cor_session_get_selection (CorSession *self)
{
  g_return_val_if_fail (COR_IS_SESSION (self), NULL);

  return self->selection;
}

CorParamLayer *
cor_session_get_defaults (CorSession *self)
{
  g_return_val_if_fail (COR_IS_SESSION (self), NULL);

  return self->engine.defaults;
}

CorFactorSet *
cor_session_get_factors (CorSession *self)
{
  g_return_val_if_fail (COR_IS_SESSION (self), NULL);

  return self->engine.factors;
}

/* Lets go of the results and of work under way, once the document holds another scenario. */
static void
start_over (CorSession *self)
{
  self->generation++;
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  outcome_clear (self, &self->shown);
  outcome_clear (self, &self->baseline);
  cor_selection_clear (self->selection);
  g_signal_emit (self, signals[BASELINE_CHANGED], 0);
  g_signal_emit (self, signals[RESULTS_CHANGED], 0);
  self->held = FALSE;
  go_on (self);
}

void
cor_session_open (CorSession *self, CorScenario *scenario, GFile *file)
{
  g_return_if_fail (COR_IS_SESSION (self));

  self->held = TRUE;
  cor_document_reset (self->document, scenario, file);
  start_over (self);
}

gboolean
cor_session_load (CorSession *self, GFile *file, GError **error)
{
  gboolean loaded;

  g_return_val_if_fail (COR_IS_SESSION (self), FALSE);

  self->held = TRUE;
  loaded = cor_document_load (self->document, file, error);
  if (loaded)
    start_over (self);
  self->held = FALSE;
  return loaded;
}

gconstpointer
cor_session_get_results (CorSession *self)
{
  g_return_val_if_fail (COR_IS_SESSION (self), NULL);

  return self->shown.results;
}

CorScenario *
cor_session_get_results_scenario (CorSession *self)
{
  g_return_val_if_fail (COR_IS_SESSION (self), NULL);

  return self->shown.scenario;
}

gboolean
cor_session_get_computing (CorSession *self)
{
  g_return_val_if_fail (COR_IS_SESSION (self), FALSE);

  return self->computing;
}

void
cor_session_pin (CorSession *self)
{
  CorScenario *scenario;

  g_return_if_fail (COR_IS_SESSION (self));

  if (self->shown.results == NULL)
    return;
  scenario = cor_document_get_scenario (self->document);
  pin_shown (self);
  cor_document_apply (self->document,
                      cor_edit_string (scenario, COR_ITEM_HEAD, NULL, "baseline", self->shown.variant, NULL),
                      _ ("Pin as baseline"), NULL);
}

const CorSessionEngine *
cor_session_get_engine (CorSession *self)
{
  g_return_val_if_fail (COR_IS_SESSION (self), NULL);

  return &self->engine;
}

gconstpointer
cor_session_get_baseline (CorSession *self)
{
  g_return_val_if_fail (COR_IS_SESSION (self), NULL);

  return self->baseline.results;
}

CorScenario *
cor_session_get_baseline_scenario (CorSession *self)
{
  g_return_val_if_fail (COR_IS_SESSION (self), NULL);

  return self->baseline.scenario;
}

/* The layers for an item from the defaults up to its own, and what is asked for. */
static guint
layers_for (CorSession *self,
            CorItemKind kind,
            const char *id,
            CorParamLayer **layers,
            CorParamContext *context)
{
  CorScenario *scenario = cor_document_get_scenario (self->document);
  const CorHead *head = cor_scenario_head (scenario);
  const CorDuty *duty = NULL;
  const CorTruck *truck = NULL;
  guint n = 0;

  if (kind == COR_ITEM_DUTY)
    duty = (const CorDuty *)cor_scenario_find (scenario, COR_ITEM_DUTY, id);
  if (kind == COR_ITEM_DUTY || kind == COR_ITEM_TRUCK)
    truck = (const CorTruck *)cor_scenario_find (scenario, COR_ITEM_TRUCK,
                                                 duty != NULL ? duty->truck : id);
  layers[n++] = self->engine.defaults;
  layers[n++] = head->parameters;
  layers[n++] = truck != NULL ? truck->parameters : NULL;
  layers[n++] = duty != NULL ? duty->parameters : NULL;
  context->truck_type = truck != NULL ? truck->truck_type : NULL;
  context->powertrain = truck != NULL ? truck->powertrain : -1;
  context->region = duty != NULL && duty->region != NULL ? duty->region : head->region;
  context->convention = head->convention;
  return n;
}

gboolean
cor_session_get_parameter (CorSession *self,
                           CorItemKind kind,
                           const char *id,
                           CorParamId parameter,
                           CorParamValue *out,
                           gboolean *own)
{
  CorParamLayer *all[4], *layers[4];
  CorParamContext context;
  g_autoptr (CorParamTable) table = NULL;
  guint n_all, n = 0, top = 0;
  int year;

  g_return_val_if_fail (COR_IS_SESSION (self), FALSE);

  if (self->engine.defaults == NULL)
    return FALSE;
  n_all = layers_for (self, kind, id, all, &context);
  for (guint i = 0; i < n_all; i++)
    if (all[i] != NULL)
      {
        top = i;
        layers[n++] = all[i];
      }
  table = cor_param_table_new (layers, n, &context);
  year = cor_scenario_head (cor_document_get_scenario (self->document))->model_year;
  if (!cor_param_table_get (table, parameter, year, out))
    return FALSE;
  if (own != NULL)
    *own = out->layer == n - 1
           && top
                  == (kind == COR_ITEM_DUTY    ? 3u
                      : kind == COR_ITEM_TRUCK ? 2u
                                               : 1u);
  return TRUE;
}
