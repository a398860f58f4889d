/* cor-tile-picture.h: a tile as the renderer that draws with cairo wants it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>
#include <gdk/gdk.h>

#define COR_TYPE_TILE_PICTURE (cor_tile_picture_get_type ())
G_DECLARE_FINAL_TYPE (CorTilePicture, cor_tile_picture, COR, TILE_PICTURE, GObject)

/**
 * cor_tile_picture_new:
 * @surface: (transfer full): an opaque image, %CAIRO_FORMAT_ARGB32, that nobody draws on any more
 *
 * A #GdkPaintable that hands @surface itself to cairo. Of a texture GTK makes a converted copy for
 * each frame it is drawn in, and scales it by a filter that costs several times as much; both were
 * most of what a frame of zooming took. Renderers with a graphics card want a texture.
 *
 * May be made in any thread.
 *
 * Returns: (transfer full): the picture
 */
CorTilePicture *cor_tile_picture_new (cairo_surface_t *surface);
