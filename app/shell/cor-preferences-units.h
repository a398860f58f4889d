/* cor-preferences-units.h: the page of the preferences with the units.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** cor_preferences_units_group: (transfer floating): the units to read and type in. */
GtkWidget *cor_preferences_units_group (void);

G_END_DECLS
