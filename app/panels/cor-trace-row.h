/* cor-trace-row.h: an input of a card, as a row of its list.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-trace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** cor_trace_value_text: (transfer full): a value with its unit; years without grouping, shares in per cent. */
char *cor_trace_value_text (double value, const char *unit);

/** cor_trace_row_new: (transfer none): symbol, name, origin, value and status; to be activated where it has a card. */
GtkWidget *cor_trace_row_new (const CorTraceInput *input);

G_END_DECLS
