/* cor-about.h: who and what Corridor is made of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** cor_about_show: the About window with the credits of data and libraries. */
void cor_about_show (GtkWindow *parent);

G_END_DECLS
