/* cor-trace-rests.h: which figures rest on something assumed.
 *
 * A figure rests on something assumed where an input of it is estimated or assumed, or an input of one of its inputs
 * and so on: a sum does where any part of it does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-trace.h"

G_BEGIN_DECLS

/** CorTraceRests: a walk down from figures, which remembers where it has been; of one thread at a time. */
typedef struct _CorTraceRests CorTraceRests;

/** cor_trace_rests_new: @zh: names of the scenario in Chinese. */
CorTraceRests *cor_trace_rests_new (gboolean zh);

void cor_trace_rests_free (CorTraceRests *walk);

/**
 * cor_trace_rests_on:
 * @results: those that @key is of; kept
 *
 * Returns: (transfer none) (nullable): the first figure beneath that of @key, itself included, which has an input that is
 *   estimated or assumed; %NULL where there is none, or no figure
 */
CorTrace *cor_trace_rests_on (CorTraceRests *walk, const CorResults *results, const CorTraceKey *key);

/** cor_trace_rests_on_trace: the same for a figure that no key names; @trace is kept. */
CorTrace *cor_trace_rests_on_trace (CorTraceRests *walk, const CorResults *results, CorTrace *trace);

/** cor_trace_rests: whether the figure of @key rests on something assumed; FALSE where there is none. */
gboolean cor_trace_rests (const CorResults *results, const CorTraceKey *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorTraceRests, cor_trace_rests_free)

G_END_DECLS
