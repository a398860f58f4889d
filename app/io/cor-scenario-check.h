/* cor-scenario-check.h: whether a scenario makes sense, beyond being readable.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-factor.h"
#include "cor-scenario.h"

G_BEGIN_DECLS

/**
 * CorCheckContext: what a scenario may refer to beyond itself.
 * @defaults: (nullable): parameters with their regions, truck types and conventions
 * @factors: (nullable): emission factors
 * What is %NULL is not looked at.
 */
typedef struct
{
  CorParamLayer *defaults;
  CorFactorSet *factors;
} CorCheckContext;

/**
 * cor_scenario_check:
 * @faults: of cor_faults_new(); each fault is added with its path
 *
 * Looks for ids that name nothing, routes without ends, duties without route or truck, years in the
 * wrong order, entries that hold for the same, policies of no known kind, and variants whose
 * changes cannot be made.
 */
void cor_scenario_check (const CorScenario *scenario, const CorCheckContext *context, GPtrArray *faults);

/**
 * cor_scenario_check_bytes: the same for the text of a file; faults of the text itself too, and
 * each with its line. No fault: the file is sound.
 */
void cor_scenario_check_bytes (GBytes *bytes, const CorCheckContext *context, GPtrArray *faults);

G_END_DECLS
