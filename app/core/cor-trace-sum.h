/* cor-trace-sum.h: a sum with many terms, as a card lists it: the ten largest, and the others as a card of their own;
 * all of them where no key names the figure.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-trace-private.h"

G_BEGIN_DECLS

/* Terms that one card lists; a last one alone is listed too, rather than as "1 more". */
#define COR_TRACE_SUM_ROWS 10

/* CorTraceSum: the terms of a sum, put together before they are written. */
typedef struct _CorTraceSum CorTraceSum;

CorTraceSum *cor_trace_sum_new (void);
void cor_trace_sum_free (CorTraceSum *sum);

/* The figure of a truck that such a sum is over, where it is one of its outcome. */
double cor_trace_outcome_figure (const CorOutcome *of, CorTraceQuantity quantity);

/* Adds @factor times @value, which is the figure of @child; takes @label over. */
void cor_trace_sum_add (CorTraceSum *sum, double factor, double value, const char *symbol, char *label, const char *unit, CorTraceKey child);

/* Adds @factor times @value, which the scenario says of @item. */
void cor_trace_sum_add_entry (CorTraceSum *sum, double factor, double value, const char *symbol, const char *label, const char *unit, const CorItem *item);

/*
 * Writes the terms from the place of the key on, the largest first where they are more than one card lists; the
 * others together are an input with a card of the same key at a later place. A card at a later place is the sum
 * of those others, in @unit, and nothing else: FALSE, and the caller has nothing to add.
 */
gboolean cor_tracer_add_sum (CorTracer *t, CorTraceSum *sum, const char *unit);

/* Adds what instruments waive at stations, or what that of the card waives of it; what was added. */
double cor_tracer_add_waived (CorTracer *t, CorTraceSum *terms);
double cor_tracer_add_waived_by_instrument (CorTracer *t, CorTraceSum *terms);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorTraceSum, cor_trace_sum_free)

G_END_DECLS
