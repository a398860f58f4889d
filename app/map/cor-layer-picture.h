/* cor-layer-picture.h: what a map layer draws, as pictures of square pieces of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

/**
 * CorLayerPicture: what a layer showed last.
 *
 * Each layer changes with every frame while the map moves. Drawn on a picture at once, it costs half of
 * what recording it and drawing from the record does. While something is dragged on a map that rests,
 * most of the picture stays as it was: only the pieces that differ are put on the screen again.
 */
typedef struct _CorLayerPicture CorLayerPicture;

/** cor_layer_picture_new: (transfer full): of nothing so far. */
CorLayerPicture *cor_layer_picture_new (void);
void cor_layer_picture_free (CorLayerPicture *self);

/**
 * cor_layer_picture_begin:
 *
 * Returns: (transfer full): for an empty picture of the widget's size, as fine as the screen
 */
cairo_t *cor_layer_picture_begin (CorLayerPicture *self, GtkWidget *widget);

/** cor_layer_picture_end: puts what was drawn on the screen; takes @cr over. */
void cor_layer_picture_end (CorLayerPicture *self, cairo_t *cr, GtkSnapshot *snapshot);

/** cor_layer_picture_again: what it showed last, where nothing has changed; %FALSE if the widget has another size. */
gboolean cor_layer_picture_again (CorLayerPicture *self, GtkWidget *widget, GtkSnapshot *snapshot);

/** cor_layer_picture_get_renewed: how many pieces the last drawing changed. */
guint cor_layer_picture_get_renewed (const CorLayerPicture *self);
