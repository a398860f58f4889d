/* card-check.h: a card is complete, and its figure follows from its numbers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-trace.h"

G_BEGIN_DECLS

/** CardCount: how many cards were looked at, how many say their figure to one per cent, and inputs without a card by how
 * they come about. */
typedef struct
{
  const CorResults *results;
  GHashTable *values; /* of the cards looked at, by their names */
  guint cards, sharp;
  guint leaves[COR_N_TRACE_METHODS];
} CardCount;

gboolean card_is_near (double a, double b);

/** card_check_trace: fails the test where the card is not complete or its numbers give another figure. */
void card_check_trace (CardCount *count, const CorTrace *trace);

/** card_check: the same for the card of that key, where there is one. */
void card_check (CardCount *count, CorTraceKey key);

/** card_check_quantity: all cards that a figure of the quantity of @key can have, of its duty, truck and row. */
void card_check_quantity (CardCount *count, CorTraceKey key);

/** card_check_all: all cards of the results. @name: what is tried, for the log. */
void card_check_all (CorResults *results, const char *name);

G_END_DECLS
