/* cor-trace-json.h: where figures come from, as JSON.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-json-writer.h"
#include "cor-results-table.h"
#include "cor-trace.h"

G_BEGIN_DECLS

/**
 * cor_results_row_card: the card of a number of the results table, or of those that JSON adds to a row.
 *
 * Returns: FALSE where @column is none of them
 */
gboolean cor_results_row_card (const CorResultsRow *row, const char *column, CorTraceKey *key);

/** cor_trace_write_ids: an object that names the card of each figure of @row. */
void cor_trace_write_ids (CorJsonWriter *writer, const CorResultsRow *row);

/**
 * cor_trace_write_cards:
 *
 * An object with a card for every figure of the model year shown, and for all that they are made of: title,
 * formula, the formula with figures, value, unit, and the inputs with value, unit, year, region, status,
 * source and place; an input that is computed itself names its own card. Names as in cor_trace_id():
 * "cost_part/DUTY/TRUCK/PART", "cash/DUTY/TRUCK/PART/YEAR", "cumulative/DUTY/TRUCK/YEAR",
 * "stop_kwh/DUTY/TRUCK/STOP", "mean_wait/STATION". Parts of the cost that are 0 in a year have none. An
 * input of another model year names that year instead of a card: it is a card of the evaluation of that year.
 */
void cor_trace_write_cards (CorJsonWriter *writer, const CorResults *results);

G_END_DECLS
