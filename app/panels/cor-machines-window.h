/* cor-machines-window.h: the machines of a site: edited on the left, what follows on the right.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define COR_TYPE_MACHINES_WINDOW (cor_machines_window_get_type ())
G_DECLARE_FINAL_TYPE (CorMachinesWindow, cor_machines_window, COR, MACHINES_WINDOW, AdwWindow)

/**
 * cor_machines_window_new:
 * @parent: (nullable): the window it belongs to
 * @session: its document is edited; follows its results
 * @site: (nullable): the site to begin with
 *
 * Returns: (transfer none): the window, to be presented; owned by GTK
 */
GtkWidget *cor_machines_window_new (GtkWindow *parent, CorSession *session, const char *site);

G_END_DECLS
