/* cor-preferences-map.h: the choice of the base map in the preferences.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** cor_preferences_map_group: (transfer floating): an AdwPreferencesGroup. */
GtkWidget *cor_preferences_map_group (void);

G_END_DECLS
