/* cor-map-paint.h: a whole picture of the base map, for paper and for pictures on disk.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-map-frame.h"
#include "cor-map-roads.h"
#include "cor-map-style.h"
#include "cor-places.h"
#include "cor-tile-archive.h"

/**
 * cor_map_paint:
 * @cr: painted from (0, 0) to the frame's width and height, one unit a pixel
 * @frame: what to show
 * @archive: the map file
 * @roads: (nullable): roads to draw on top
 * @style: colours
 * @error: the first fault of a tile, if any; the others are painted all the same
 *
 * Paints ground, water and roads. Names come with cor_map_labels_paint(), after what the caller
 * draws above the roads.
 *
 * Returns: whether all tiles could be read
 */
gboolean cor_map_paint (cairo_t *cr,
                        const CorMapFrame *frame,
                        CorTileArchive *archive,
                        const CorMapRoads *roads,
                        const CorMapStyle *style,
                        GError **error);

/** COR_MAP_SCALE_MAX: the longest scale bar, pixels. */
#define COR_MAP_SCALE_MAX 120.0

/** cor_map_scale_length: how long the scale bar is, pixels, and how far that is in the middle of the picture: @metres (out). */
double cor_map_scale_length (const CorMapFrame *frame, double *metres);

/**
 * cor_map_paint_scale:
 * @cr: where to paint
 * @frame: what the picture shows
 * @style: colours
 * @right: right end of the bar, pixels
 * @bottom: lower edge, pixels
 *
 * Paints a scale bar of a round number of metres or kilometres, at most %COR_MAP_SCALE_MAX pixels long.
 */
void cor_map_paint_scale (
    cairo_t *cr, const CorMapFrame *frame, const CorMapStyle *style, double right, double bottom);
