/* cor-preferences.h: the preferences window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** cor_preferences_show: language and look; changes hold at once where they can. */
void cor_preferences_show (GtkWindow *parent);

G_END_DECLS
