/* cor-change-trace.h: the card of what a figure differs by from the same figure of another state of the scenario.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-trace.h"

G_BEGIN_DECLS

/**
 * cor_change_trace: (transfer full) (nullable): the figure of @key in @results less that of @base_key in @base, each with
 * its own card. A parity year that is not reached counts as the year after the last. %NULL where one of the two has no card.
 */
CorTrace *cor_change_trace (const CorResults *results, const CorTraceKey *key, const CorResults *base, const CorTraceKey *base_key, gboolean zh);

G_END_DECLS
