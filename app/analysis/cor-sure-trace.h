/* cor-sure-trace.h: the cards of a tornado's bars and of a fan of draws.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-monte-carlo.h"
#include "cor-trace.h"

G_BEGIN_DECLS

/**
 * cor_gap_factor_trace: (transfer full): how far a factor of cor_gap_factors() moves the gap between the ends of its
 * range: the gap at both, each with the card of its own case, and the range with its source. %NULL where the duty
 * cannot be done at one of them.
 */
CorTrace *cor_gap_factor_trace (CorGap *gap, guint factor, gboolean zh);

/**
 * cor_monte_carlo_trace: (transfer full): the median of the gap of the model year of index @year: what was drawn, from
 * which ranges and sources, what moves together, how many draws from which seed. %NULL without draws of that year.
 */
CorTrace *cor_monte_carlo_trace (const CorGap *gap, const CorMonteCarlo *drawn, guint year, gboolean zh);

G_END_DECLS
