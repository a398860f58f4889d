/* cor-break-even-apply.h: a lever's value as an edit of the scenario.
 *
 * The solver moves all prices of a kind by the same, or the amount of an instrument in force, or adds one; the
 * edit does just that wherever such a price stands: in the parameters with their years, at stations, in tariffs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-solver.h"

G_BEGIN_DECLS

/** cor_break_even_can_apply: whether the lever is an edit. */
gboolean cor_break_even_can_apply (CorLeverId lever);

/**
 * CorBreakEvenMove: a lever moved to the value found.
 * @now: what the solver has for its value today; prices that move in proportion become @value where it is 0
 * @model_year: a new instrument is in force from this year on, for the years of ownership
 * @instrument: id of the instrument in force whose amount the lever is; %NULL for a new one. Not owned.
 */
typedef struct
{
  CorLeverId lever;
  double value;
  double now;
  int model_year;
  const char *instrument;
} CorBreakEvenMove;

/**
 * cor_break_even_apply: the scenario with the lever moved.
 * @table: the parameters of the truck
 *
 * Returns: (transfer full): or %NULL with %COR_ERROR_NO_SOLUTION where the lever is no edit (the distance a
 * year), with %COR_ERROR_RANGE where a price would fall below zero
 */
CorScenario *cor_break_even_apply (CorScenario *scenario,
                                   const CorParamTable *table,
                                   const CorBreakEvenMove *move,
                                   GError **error);

/** cor_break_even_moves: (transfer full): in words, what that edit changes and what it leaves. */
char *cor_break_even_moves (const CorScenario *scenario, const CorParamTable *table, const CorBreakEvenMove *move);

G_END_DECLS
