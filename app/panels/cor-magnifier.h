/* cor-magnifier.h: shows a widget larger than it is, for those who sit at the back of a room.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COR_TYPE_MAGNIFIER (cor_magnifier_get_type ())
G_DECLARE_FINAL_TYPE (CorMagnifier, cor_magnifier, COR, MAGNIFIER, GtkWidget)

/** cor_magnifier_new: @child: (transfer floating): keeps working as it does at its own size. */
GtkWidget *
cor_magnifier_new (GtkWidget *child);

/** cor_magnifier_set_factor: 1 shows the child as it is; from 1 to 8. */
void
cor_magnifier_set_factor (CorMagnifier *self, double factor);


G_END_DECLS
