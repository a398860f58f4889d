/* cor-layer-picture.h: what a map layer draws, as one picture.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

/**
 * cor_layer_picture_begin:
 *
 * Each layer changes with every frame while the map moves. Drawn on a picture at once, it costs half of
 * what recording it and drawing from the record does.
 *
 * Returns: (transfer full): for a picture of the widget's size, as fine as the screen
 */
cairo_t *cor_layer_picture_begin (GtkWidget *widget);

/** cor_layer_picture_end: puts the picture on the screen; takes @cr over. */
void cor_layer_picture_end (cairo_t *cr, GtkWidget *widget, GtkSnapshot *snapshot);
