/* cor-solver-trace.h: the card of the value at which a truck breaks even.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-solver.h"
#include "cor-trace.h"

G_BEGIN_DECLS

/**
 * cor_solver_break_even_trace: (transfer full):
 * @value: what cor_solver_break_even() found for @lever and @model_year
 *
 * Returns: how it was found and in what range, the cost of both trucks and their gap with the lever there, as proof,
 *   and what the lever is now; costs and gaps with the cards of their own cases
 */
CorTrace *cor_solver_break_even_trace (CorSolver *solver, CorLeverId lever, int model_year, double value, gboolean zh);

G_END_DECLS
