/* cor-break-even-apply.h: a lever's value as an edit of the scenario.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-solver.h"

G_BEGIN_DECLS

/**
 * cor_break_even_apply: the scenario with @lever at @value.
 * @now: its value today, for prices that are moved in proportion
 * @model_year: a policy is put in force from this year on, for the years of ownership
 * @table: the parameters of the truck
 *
 * Returns: (transfer full): or %NULL where the lever is no edit (the distance a year)
 */
CorScenario *cor_break_even_apply (CorScenario *scenario,
                                   const CorParamTable *table,
                                   CorLeverId lever,
                                   double value,
                                   double now,
                                   int model_year);

/** cor_break_even_can_apply: whether the lever is an edit. */
gboolean cor_break_even_can_apply (CorLeverId lever);

G_END_DECLS
