/* cor-heights.h: heights of the ground from a folder of SRTM tiles.
 *
 * Tiles as NASA's Shuttle Radar Topography Mission gives them: one degree each, named after their
 * south-west corner (N22E113.hgt), rows from north to south of big-endian 16-bit metres, -32768 for
 * none; 1201 or 3601 samples a side, those on the edges in both neighbours (USGS, SRTM Topography,
 * 2015).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-network.h"

G_BEGIN_DECLS

/** CorHeights: a folder of tiles, opened as they are needed; for one thread. */
typedef struct _CorHeights CorHeights;

/**
 * cor_heights_open:
 * @folder: where the .hgt files are
 *
 * Errors: %G_FILE_ERROR where there is no such folder, %COR_ROUTING_ERROR_EMPTY where no tile is in it.
 */
CorHeights *cor_heights_open (const char *folder, GError **error);
void cor_heights_free (CorHeights *heights);

/**
 * cor_heights_at: metres above sea level, between the four samples around @place (bilinear); NaN where
 * there is no tile or no sample.
 */
double cor_heights_at (CorHeights *heights, CorLonLat place);

/**
 * cor_heights_smooth_at: the mean of the heights around @place, weighted by distance, so that a
 * sample's error of some metres makes no slope. A plane stays what it is.
 */
double cor_heights_smooth_at (CorHeights *heights, CorLonLat place);

/** cor_heights_fault: (nullable): what is wrong with a tile that was met; %NULL where none is. */
const GError *cor_heights_fault (const CorHeights *heights);

/** cor_heights_missing: (transfer none): file names of tiles that were asked for and are not there. */
GPtrArray *cor_heights_missing (CorHeights *heights);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorHeights, cor_heights_free)

G_END_DECLS
