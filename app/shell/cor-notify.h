/* cor-notify.h: tells the desktop when long work is done, where that was asked for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * cor_notify_done:
 * @window: in which the work was
 * @title: what is done; @body: (nullable): how it went
 *
 * Sends a notification when the preferences say so and nobody looks at a window of the program. A click
 * on it brings the window to the front.
 *
 * Returns: whether one was sent
 */
gboolean cor_notify_done (GtkWindow *window, const char *title, const char *body);

G_END_DECLS
