/* cor-look.h: light or dark, and the font where nobody chose one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** cor_look_follow: the program looks as the preferences say, from now on; @app: as long as it lives. */
void cor_look_follow (GApplication *app);

G_END_DECLS
