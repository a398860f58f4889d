/* cor-siting-options.h: what may be built where a candidate station is: charging or swap, and how big.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-engine.h"
#include "cor-siting.h"

G_BEGIN_DECLS

/**
 * CorSitingOption: one way to build at a candidate.
 * @index: of the candidate among the stations of the scenario
 * @given: as the scenario has it
 * @station: as it would stand, status planned; owned
 */
typedef struct
{
  guint index;
  gboolean given;
  CorStation *station;
} CorSitingOption;

/** CorSitingOptions: all ways for all candidates, the smaller first; @candidates goes with @options. */
typedef struct
{
  GArray *options;
  CorSitingCandidate *candidates;
} CorSitingOptions;

/**
 * cor_siting_options_new:
 * @as_given: only the kind and size that the scenario has
 *
 * Kinds are those that a truck of the scenario's duties can use; a candidate with another one of
 * another kind beside it (within 100 m) keeps its own. Sizes are a quarter, a half, once and twice
 * the plugs, or a half, once and twice the batteries in stock. A cost that the scenario gives is
 * carried over in proportion to what plugs, bays and stock cost by the parameters.
 *
 * Returns: (transfer full): without options where there is no candidate
 */
CorSitingOptions *cor_siting_options_new (CorEngine *engine, CorScenario *scenario, gboolean as_given);
void cor_siting_options_free (CorSitingOptions *options);

/** cor_siting_options_scenario: (transfer full): @scenario with the @open options planned. */
CorScenario *cor_siting_options_scenario (const CorSitingOptions *options, const CorScenario *scenario, const gboolean *open);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorSitingOptions, cor_siting_options_free)

G_END_DECLS
