/* cor-engine.h: parameters, factors and road network together, and scenarios evaluated on them.
 *
 * The one door to the calculation for the window and the command line. It remembers the last
 * evaluation, so that an edit costs only what it touched; the answer is the same as without.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-evaluate.h"
#include "cor-network.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** CorEngine: counted; may be asked from several threads, one at a time gets its answer. */
typedef struct _CorEngine CorEngine;

/**
 * cor_engine_new:
 * @defaults: parameters that come with the program
 * @factors: emission factors
 * @network: the road network; referenced
 */
CorEngine *cor_engine_new (CorParamLayer *defaults, CorFactorSet *factors, CorNetwork *network);

/** cor_engine_new_default: from the files that come with the program. */
CorEngine *cor_engine_new_default (GError **error);
CorEngine *cor_engine_ref (CorEngine *engine);
void cor_engine_unref (CorEngine *engine);

CorParamLayer *cor_engine_defaults (const CorEngine *engine);
CorFactorSet *cor_engine_factors (const CorEngine *engine);

/** cor_engine_network: (transfer none): the network of scenarios that name none. */
CorNetwork *cor_engine_network (const CorEngine *engine);

/**
 * cor_engine_network_for:
 * @name: (nullable): the road network that a scenario names
 * @missing: (out) (optional): whether it is not on this computer or cannot be read, so that the one
 *   that comes with the program stands in for it
 *
 * Returns: (transfer full): the network that a scenario with that name is evaluated on; read when it
 *   is asked for first, which takes about a second for a province: not for the main thread
 */
CorNetwork *cor_engine_network_for (CorEngine *engine, const char *name, gboolean *missing);

/** cor_engine_reload_network: the network of that name was built anew; does not wait for an evaluation. */
void cor_engine_reload_network (CorEngine *engine, const char *name);

/** cor_engine_evaluate: (transfer full): the results, on the network that the scenario names; blocks as
 * long as it takes. */
CorResults *cor_engine_evaluate (CorEngine *engine, CorScenario *scenario);

/** cor_engine_evaluate_until: the same, until @cancellable (nullable) is cancelled: then %NULL. */
CorResults *cor_engine_evaluate_until (CorEngine *engine, CorScenario *scenario, GCancellable *cancellable);

/** cor_engine_forget: the next evaluation starts from nothing. */
void cor_engine_forget (CorEngine *engine);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorEngine, cor_engine_unref)

G_END_DECLS
