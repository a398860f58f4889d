/* cor-network-window.h: which road network a scenario is calculated on, and building one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-engine.h"
#include "cor-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define COR_TYPE_NETWORK_WINDOW (cor_network_window_get_type ())
/**
 * CorNetworkWindow:
 *
 * Signal "built": a network of that name was built or built anew.
 */
G_DECLARE_FINAL_TYPE (CorNetworkWindow, cor_network_window, COR, NETWORK_WINDOW, AdwWindow)

/**
 * cor_network_window_new:
 * @parent: the window it belongs to
 * @session: whose scenario uses the network that is chosen
 * @engine: that evaluates it
 *
 * Returns: (transfer none): the window, to be presented; owned by GTK
 */
GtkWidget *cor_network_window_new (GtkWindow *parent, CorSession *session, CorEngine *engine);

/** cor_network_window_build: builds a network of an extract in the background. */
void cor_network_window_build (CorNetworkWindow *self, GFile *extract);

/** cor_network_window_get_busy: whether it still builds. */
gboolean cor_network_window_get_busy (CorNetworkWindow *self);

G_END_DECLS
