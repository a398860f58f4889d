/* cor-trace-json.h: where figures come from, as JSON.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-json-writer.h"
#include "cor-results.h"

G_BEGIN_DECLS

/**
 * cor_trace_write_cards:
 *
 * An object with a card for each of the four headline figures and for every figure that one of them is
 * made of: title, formula, the formula with figures, value, unit, and the inputs with value, unit, year,
 * region, status, source and place; an input that is computed itself names its own card.
 */
void cor_trace_write_cards (CorJsonWriter *writer, const CorResults *results);

G_END_DECLS
