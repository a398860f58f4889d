/* cor-session.c: keeps the results of a document current.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-session-private.h"

#include "cor-edit.h"

#include <glib/gi18n-lib.h>

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

static void
outcome_clear (CorSession *self, CorSessionOutcome *outcome)
{
  g_clear_pointer (&outcome->scenario, cor_scenario_unref);
  g_clear_pointer (&outcome->variant, g_free);
  if (outcome->results != NULL)
    self->engine.unref (g_steal_pointer (&outcome->results));
}

static void
outcome_set (CorSession *self, CorSessionOutcome *outcome, CorScenario *scenario, gpointer results, const char *variant, guint round)
{
  CorSessionOutcome new = { cor_scenario_ref (scenario), results, g_strdup (variant), round };

  outcome_clear (self, outcome);
  *outcome = new;
}

void
cor_session_set_computing (CorSession *self, gboolean computing)
{
  if (self->computing == computing)
    return;
  self->computing = computing;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COMPUTING]);
}

void
cor_session_pin_shown (CorSession *self)
{
  self->pins++;
  outcome_clear (self, &self->pinned);
  outcome_set (self, &self->baseline, self->shown.scenario, self->engine.ref (self->shown.results),
               self->shown.variant, self->shown.round);
  g_signal_emit (self, signals[BASELINE_CHANGED], 0);
}

void
cor_session_take (CorSession *self, gboolean baseline, const CorSessionOutcome *outcome)
{
  if (baseline)
    outcome_clear (self, &self->pinned);
  outcome_set (self, baseline ? &self->baseline : &self->shown, outcome->scenario, outcome->results, outcome->variant,
               outcome->round);
  g_signal_emit (self, signals[baseline ? BASELINE_CHANGED : RESULTS_CHANGED], 0);
}

/* What runs is wanted no more, and results so far go. */
static void
stop (CorSession *self)
{
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_handle_id (&self->hurry, g_source_remove);
  g_clear_handle_id (&self->pause, g_source_remove);
  self->since = 0;
  outcome_clear (self, &self->shown);
  outcome_clear (self, &self->baseline);
  outcome_clear (self, &self->pinned);
}

static void
document_changed (CorSession *self)
{
  if (self->held)
    return;
  cor_selection_keep (self->selection, cor_document_get_scenario (self->document));
  cor_session_go_on (self);
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

  stop (self);
  g_clear_object (&self->running);
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
  cor_session_go_on (self);
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

/* Lets go of the results and of work under way, once the document holds another scenario; which is seen as @view says
 * (nullable). */
static void
start_over (CorSession *self, const CorSessionView *view)
{
  self->generation++;
  stop (self);
  if (view != NULL)
    cor_document_set_variant (self->document, view->variant);
  if (view != NULL && view->pinned != NULL)
    outcome_set (self, &self->pinned, view->pinned, NULL, view->pinned_variant, 0);
  cor_selection_clear (self->selection);
  g_signal_emit (self, signals[BASELINE_CHANGED], 0);
  g_signal_emit (self, signals[RESULTS_CHANGED], 0);
  self->held = FALSE;
  cor_session_go_on (self);
}

void
cor_session_open (CorSession *self, CorScenario *scenario, GFile *file)
{
  g_return_if_fail (COR_IS_SESSION (self));

  self->held = TRUE;
  cor_document_reset (self->document, scenario, file);
  start_over (self, NULL);
}

gboolean
cor_session_load (CorSession *self, GFile *file, GError **error)
{
  return cor_session_load_view (self, file, NULL, error);
}

gboolean
cor_session_load_view (CorSession *self, GFile *file, const CorSessionView *view, GError **error)
{
  gboolean loaded;

  g_return_val_if_fail (COR_IS_SESSION (self), FALSE);

  self->held = TRUE;
  loaded = cor_document_load (self->document, file, error);
  if (loaded)
    start_over (self, view);
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
  cor_session_pin_shown (self);
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
