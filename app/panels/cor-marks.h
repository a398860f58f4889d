/* cor-marks.h: finds out beside the main thread which figures on screen rest on something assumed.
 *
 * What is asked for together is answered together, one walk at a time; what a widget asks for replaces what it asked
 * for before.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-trace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** CorMark: a figure that is shown: that of @key, or @trace where no key names it. */
typedef struct
{
  CorResults *results;
  CorTraceKey key;
  CorTrace *trace;
} CorMark;

/**
 * CorMarksTell:
 * @on: (array length=n): for each figure asked for what it rests on, see cor_trace_rests_on(); %NULL for nothing
 *
 * Told in the main thread.
 */
typedef void (*CorMarksTell) (GtkWidget *widget, CorTrace *const *on, guint n);

/** cor_marks_ask: @marks: copied, what they point to is kept; with @n of 0 nothing is told any more. */
void cor_marks_ask (GtkWidget *widget, const CorMark *marks, guint n, CorMarksTell tell);

G_END_DECLS
