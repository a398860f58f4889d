/* cor-session.h: keeps the results of a document current.
 *
 * An edit goes one way: document, snapshot, evaluation in a worker, results. At most one
 * evaluation runs and one state waits; of those that come meanwhile only the newest is kept, and
 * every result that is newer than the one shown is shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-document.h"
#include "cor-factor.h"
#include "cor-selection.h"

G_BEGIN_DECLS

/**
 * CorSessionEngine: what evaluates a scenario.
 * @evaluate: called from worker threads, never twice at once by a session, though others may call it
 *   meanwhile; gives a counted value, or %NULL once it is cancelled.
 * @ref, @unref: of that value, from any thread.
 * @data: handed to @evaluate; must outlive the session's last evaluation.
 * @data_ref, @data_unref: keep @data; both %NULL where it is static.
 * @defaults, @factors: (nullable): the parameters and emission factors that come with the program;
 *   live as long as @data.
 */
typedef struct
{
  gpointer (*evaluate) (gpointer data, CorScenario *scenario, GCancellable *cancellable);
  gpointer (*ref) (gpointer results);
  void (*unref) (gpointer results);
  gpointer data;
  gpointer (*data_ref) (gpointer data);
  void (*data_unref) (gpointer data);
  CorParamLayer *defaults;
  CorFactorSet *factors;
} CorSessionEngine;

#define COR_TYPE_SESSION (cor_session_get_type ())
/**
 * CorSession:
 *
 * Properties: "computing".
 * Signals: "results-changed" when results came or went, "baseline-changed" when another baseline
 * was pinned.
 */
G_DECLARE_FINAL_TYPE (CorSession, cor_session, COR, SESSION, GObject)

/** cor_session_new: with a new document and selection; @engine is copied. */
CorSession *cor_session_new (const CorSessionEngine *engine);

/**
 * cor_session_refresh: evaluates the same state again, because what it is evaluated with changed; so is
 * the baseline, of the state that was pinned.
 */
void cor_session_refresh (CorSession *self);

/** cor_session_show_again: the results are told of once more: how they are written has changed. */
void cor_session_show_again (CorSession *self);

/**
 * cor_session_get_round, cor_session_get_results_round: how often it was refreshed, and the round that the
 * newest results are of; results of an earlier round hold no more.
 */
guint cor_session_get_round (CorSession *self);
guint cor_session_get_results_round (CorSession *self);

/** cor_session_get_document, cor_session_get_selection: (transfer none). */
CorDocument *cor_session_get_document (CorSession *self);
CorSelection *cor_session_get_selection (CorSession *self);

/** cor_session_get_engine: (transfer none): what it evaluates with. */
const CorSessionEngine *cor_session_get_engine (CorSession *self);

/** cor_session_get_defaults: (transfer none) (nullable): the parameters that come with the program. */
CorParamLayer *cor_session_get_defaults (CorSession *self);

/** cor_session_get_factors: (transfer none) (nullable): the emission factors that come with it. */
CorFactorSet *cor_session_get_factors (CorSession *self);

/** cor_session_open: another scenario in the document, as cor_document_reset(); the old results go.
 */
void cor_session_open (CorSession *self, CorScenario *scenario, GFile *file);

/** cor_session_load: the same with what @file holds; on an error everything stays as it is. */
gboolean cor_session_load (CorSession *self, GFile *file, GError **error);

/**
 * CorSessionView: how a file is to be seen.
 * @variant: (nullable): the variant shown
 * @pinned: (nullable): the state that was pinned, where it is another than what the pinned variant is by now
 * @pinned_variant: (nullable): of which variant it is
 */
typedef struct
{
  const char *variant;
  CorScenario *pinned;
  const char *pinned_variant;
} CorSessionView;

/** cor_session_load_view: cor_session_load(), seen like that; what the file does not hold is left out. */
gboolean cor_session_load_view (CorSession *self, GFile *file, const CorSessionView *view, GError **error);

/** cor_session_get_results: (transfer none) (nullable): the newest results. */
gconstpointer cor_session_get_results (CorSession *self);

/** cor_session_get_results_scenario: (transfer none) (nullable): the state they belong to. */
CorScenario *cor_session_get_results_scenario (CorSession *self);

/** cor_session_get_computing: whether the results are older than the document. */
gboolean cor_session_get_computing (CorSession *self);

/**
 * cor_session_pin: makes the newest results the baseline that changes are shown against; which
 * variant they are of is noted in the scenario, as an edit. Before, the baseline is the base.
 *
 * While the pinned variant (or the base) is shown, the baseline is the state that was pinned; while
 * another one is shown, it follows what the pinned one becomes.
 */
void cor_session_pin (CorSession *self);

/** cor_session_get_baseline: (transfer none) (nullable). */
gconstpointer cor_session_get_baseline (CorSession *self);

/** cor_session_get_baseline_scenario: (transfer none) (nullable): the state pinned. */
CorScenario *cor_session_get_baseline_scenario (CorSession *self);

/** cor_session_get_pinned_variant: (nullable): the variant that the scenario names as pinned; %NULL for the base. */
const char *cor_session_get_pinned_variant (CorSession *self);

/** cor_session_get_pinned: (transfer none) (nullable): the state that was pinned, where the pinned variant was
 * edited since. */
CorScenario *cor_session_get_pinned (CorSession *self);

/**
 * cor_session_get_parameter: the value that a parameter has in the document, for the scenario, a
 * truck or a duty, in the model year shown; with where it comes from. For the scenario it is that of its trucks where they
 * are all of one type. What @out points to lives as
 * long as the scenario. FALSE where there is no value.
 * @own: (out) (optional): whether the layer of that very item gives it
 */
gboolean cor_session_get_parameter (CorSession *self,
                                    CorItemKind kind,
                                    const char *id,
                                    CorParamId parameter,
                                    CorParamValue *out,
                                    gboolean *own);

G_END_DECLS
