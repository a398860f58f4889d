/* cor-vector-geometry.h: the command stream of a vector tile feature, as parts of points.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-vector-tile.h"

/**
 * cor_vector_geometry_decode:
 * @commands: the feature's geometry field
 * @n_commands: number of integers in it
 * @type: the feature's type; not %COR_GEOMETRY_UNKNOWN
 * @version: version of the layer: version 1 allows ClosePath after a line and rings of any direction
 * @strict: whether a doubled point or a polygon that starts with an inner ring, which common writers
 *   produce and which draw all the same, is a fault
 * @points: (element-type CorTilePoint): the points are appended here
 * @ends: (element-type guint): for each part the number of this feature's points so far
 * @fatal: (out): whether the fault makes the rest of the tile doubtful
 * @error: %COR_TILE_ERROR_GEOMETRY
 *
 * Memory grows with what is there, never with a count that a command claims.
 * Source: Mapbox Vector Tile Specification 2.1, section 4.3.
 *
 * Returns: whether the geometry is sound
 */
gboolean cor_vector_geometry_decode (const guint32 *commands,
                                     gsize n_commands,
                                     CorGeometryType type,
                                     guint version,
                                     gboolean strict,
                                     GArray *points,
                                     GArray *ends,
                                     gboolean *fatal,
                                     GError **error);
