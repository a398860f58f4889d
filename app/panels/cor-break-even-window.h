/* cor-break-even-window.h: at what value of one lever a duty's truck reaches parity.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define COR_TYPE_BREAK_EVEN_WINDOW (cor_break_even_window_get_type ())
G_DECLARE_FINAL_TYPE (CorBreakEvenWindow, cor_break_even_window, COR, BREAK_EVEN_WINDOW, AdwWindow)

/**
 * cor_break_even_window_new:
 * @parent: (nullable): the window it belongs to
 * @session: follows its results; Apply edits its document
 * @duty_id: (nullable): the duty to begin with
 *
 * Returns: (transfer none): the window, to be presented; owned by GTK
 */
GtkWidget *cor_break_even_window_new (GtkWindow *parent, CorSession *session, const char *duty_id);

G_END_DECLS
