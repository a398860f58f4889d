/* cor-siting-window.h: where to build: asks for a choice of stations, shows it, takes it over.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-engine.h"
#include "cor-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define COR_TYPE_SITING_WINDOW (cor_siting_window_get_type ())
/**
 * CorSitingWindow: the choice is made in a thread. What it finds stands in the document as one step
 * that has not ended: taken over it is one step of undo, dropped it was never there.
 */
G_DECLARE_FINAL_TYPE (CorSitingWindow, cor_siting_window, COR, SITING_WINDOW, AdwWindow)

/**
 * cor_siting_window_new:
 * @parent: (nullable): the window it belongs to
 * @engine: whose data and network are used
 *
 * Returns: (transfer none): the window, to be presented; owned by GTK
 */
GtkWidget *cor_siting_window_new (GtkWindow *parent, CorSession *session, CorEngine *engine);

/** cor_siting_window_get_running: whether a choice is being made. */
gboolean cor_siting_window_get_running (CorSitingWindow *self);

G_END_DECLS
