/* cor-sure-trace.h: the cards of a tornado's bars.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-gap.h"
#include "cor-trace.h"

G_BEGIN_DECLS

/**
 * cor_gap_factor_trace: (transfer full): how far a factor of cor_gap_factors() moves the gap between the ends of its
 * range: the gap at both, each with the card of its own case, and the range with its source. %NULL where the duty
 * cannot be done at one of them.
 */
CorTrace *cor_gap_factor_trace (CorGap *gap, guint factor, gboolean zh);

/** cor_gap_factor_label: (transfer full): the parameter, with its truck where only that one reads it. */
char *cor_gap_factor_label (const CorFactorRange *factor);

G_END_DECLS
