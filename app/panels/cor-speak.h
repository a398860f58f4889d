/* cor-speak.h: names of controls for a screen reader.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * cor_speak:
 *
 * Gives @control a name for a screen reader. A drop-down and a menu button are made of a button
 * inside, which takes the focus: it gets the name as well.
 */
void cor_speak (GtkWidget *control, const char *name);

/** cor_speak_row: the same for what stands in a line of a list view, up to that line. */
void cor_speak_row (GtkWidget *content, const char *name);

G_END_DECLS
