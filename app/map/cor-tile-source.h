/* cor-tile-source.h: the base map as a source of tiles for the map widget.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-map-roads.h"
#include "cor-map-style.h"
#include "cor-tile-archive.h"

#include <shumate/shumate.h>

#define COR_TYPE_TILE_SOURCE (cor_tile_source_get_type ())
G_DECLARE_FINAL_TYPE (CorTileSource, cor_tile_source, COR, TILE_SOURCE, ShumateMapSource)

/**
 * cor_tile_source_new:
 * @archive: (nullable): the map file; bare ground without one
 * @roads: (nullable): roads to draw on top
 * @style: colours
 * @scale: pixels of a texture for each logical pixel, 1 to 4; need not be whole
 *
 * Tiles are painted in worker threads. The widget keeps tiles by the source's id, so every source
 * has an id of its own: a new look is a new source.
 *
 * Returns: (transfer full): the source
 */
CorTileSource *cor_tile_source_new (
    CorTileArchive *archive, CorMapRoads *roads, const CorMapStyle *style, double scale);

/**
 * cor_tile_source_set_shown_in:
 * @self: the source
 * @widget: (nullable): what shows the tiles; not kept alive
 *
 * Tiles come in the form that the renderer of the widget's window draws fastest: a texture, or where it
 * draws with cairo a picture of cairo's own. Without this they are textures.
 */
void cor_tile_source_set_shown_in (CorTileSource *self, GtkWidget *widget);
