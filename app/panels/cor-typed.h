/* cor-typed.h: what is typed and not yet confirmed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * cor_typed_take: what is being typed in @window, or in one above it, counts from now on, as if the entry had been left; the
 * focus and the place in the text stay. Asked for before something is saved, replaced or closed.
 */
void cor_typed_take (GtkWindow *window);

G_END_DECLS
