/* cor-raster-tile.h: a picture tile (PNG, JPEG, WebP) of a map file, painted with cairo.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-tile-error.h"

#include <cairo.h>

/**
 * cor_raster_tile_paint:
 * @bytes: an encoded picture
 * @cr: painted from (0, 0) to (256, 256)
 * @z: zoom level of the tile to paint
 * @x: its column
 * @y: its row
 * @found_z: zoom level of the picture: that of the tile itself or of an ancestor
 * @error: %COR_TILE_ERROR_FORMAT or %COR_TILE_ERROR_TOO_LARGE
 *
 * Paints the part of the picture that the tile covers.
 *
 * Returns: whether the picture could be read
 */
gboolean cor_raster_tile_paint (GBytes *bytes, cairo_t *cr, int z, int x, int y, int found_z, GError **error);
