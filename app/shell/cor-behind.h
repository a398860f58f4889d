/* cor-behind.h: work that gives way to the window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cor_behind_run: calls @func on a thread that gets a processor after those of the window do, and so are the
 * threads that it starts; returns when it has ended. Not for the main thread.
 *
 * Returns: what @func returned
 */
gpointer cor_behind_run (GThreadFunc func, gpointer data);

G_END_DECLS
