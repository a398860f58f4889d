/* cor-trace-window.h: a figure answers for itself: formula, numbers, inputs, sources.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-trace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define COR_TYPE_TRACE_WINDOW (cor_trace_window_get_type ())
G_DECLARE_FINAL_TYPE (CorTraceWindow, cor_trace_window, COR, TRACE_WINDOW, AdwWindow)

/**
 * cor_trace_window_new:
 * @parent: (nullable): the window it belongs to
 * @results: what the figure is of; kept as long as the window stands
 * @key: the figure; each computed input leads on to its own
 *
 * Returns: (transfer none): the window, to be presented; owned by GTK
 */
GtkWidget *cor_trace_window_new (GtkWindow *parent, CorResults *results, const CorTraceKey *key);

/** cor_trace_window_new_for: the same for a figure that no key names; @trace: (transfer none): its card. */
GtkWidget *cor_trace_window_new_for (GtkWindow *parent, CorResults *results, CorTrace *trace);

/** cor_trace_window_update: the same figure in newer results; closes where it is no more. */
void cor_trace_window_update (CorTraceWindow *self, CorResults *results);

/** cor_trace_window_get_figure: what the figure shown is called. */
const char *cor_trace_window_get_figure (CorTraceWindow *self);

G_END_DECLS
