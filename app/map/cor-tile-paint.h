/* cor-tile-paint.h: one tile of the base map, painted with cairo.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-map-roads.h"
#include "cor-map-style.h"
#include "cor-tile-archive.h"

/**
 * cor_tile_paint:
 * @archive: the map file
 * @roads: (nullable): roads to draw on top
 * @style: colours
 * @cr: painted from (0, 0) to (256, 256), and half a pixel beyond
 * @z: zoom level; beyond the file's last one the parent tile is enlarged
 * @x: column, 0 in the west
 * @y: row, 0 in the north
 * @error: the codes of #CorTileError
 *
 * Paints a tile; where the file has none, or on an error, bare ground. Neighbours may overlap by
 * half a pixel, so that no seam shows. Safe to call from several threads at once.
 *
 * Returns: whether all went well
 */
gboolean cor_tile_paint (CorTileArchive *archive,
                         const CorMapRoads *roads,
                         const CorMapStyle *style,
                         cairo_t *cr,
                         int z,
                         int x,
                         int y,
                         GError **error);
