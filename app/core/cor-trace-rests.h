/* cor-trace-rests.h: which figures rest on something assumed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-trace.h"

G_BEGIN_DECLS

/**
 * cor_trace_rests:
 *
 * A figure rests on something assumed where an input of it is estimated or assumed, or an input of one of its inputs
 * and so on: a sum does where any part of it does.
 *
 * Returns: whether the figure of @key does; FALSE where there is none
 */
gboolean cor_trace_rests (const CorResults *results, const CorTraceKey *key);

G_END_DECLS
