/* cor-keys.h: the keys of the program and the window that lists them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** COR_KEYS_RESOURCE: the window that lists the keys. */
#define COR_KEYS_RESOURCE "/io/github/corridor_planner/Corridor/shortcuts.ui"

/** cor_keys_set: gives the actions of @app and its windows their keys. */
void cor_keys_set (GtkApplication *app);

/** cor_keys_show: opens the list of keys above @window; it is made when first asked for. */
void cor_keys_show (GtkApplicationWindow *window);

G_END_DECLS
