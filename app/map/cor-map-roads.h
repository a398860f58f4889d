/* cor-map-roads.h: road lines for the base map, handed over by whoever owns the road network.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-map-style.h"

/**
 * CorMapRoads:
 *
 * A set of road lines. Reference counted; once filled it is only read, from several threads at once.
 */
typedef struct _CorMapRoads CorMapRoads;

/** cor_map_roads_new: (transfer full): an empty set. */
CorMapRoads *cor_map_roads_new (void);

CorMapRoads *cor_map_roads_ref (CorMapRoads *self);
void cor_map_roads_unref (CorMapRoads *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorMapRoads, cor_map_roads_unref)

/**
 * cor_map_roads_add:
 * @road: class of the road
 * @lon_lat: longitudes and latitudes by turns, degrees, 2 × @n_points values
 * @n_points: number of points; a line of fewer than two is left out
 *
 * Adds a line. To be called before the set is given to anybody else.
 */
void cor_map_roads_add (CorMapRoads *self, CorMapRoadClass road, const double *lon_lat, gsize n_points);

/** cor_map_roads_get_n_lines: number of lines. */
guint cor_map_roads_get_n_lines (const CorMapRoads *self);

/**
 * cor_map_roads_paint:
 * @cr: where one pixel of the map at @zoom is one unit
 * @style: colours
 * @zoom: zoom level, which may lie between two whole ones
 * @left: left edge in pixels of the world map at @zoom; becomes x = 0
 * @top: upper edge; becomes y = 0
 * @width: width in pixels
 * @height: height in pixels
 *
 * Draws the roads that touch the rectangle: all casings first, then the fills, the widest on top.
 */
void cor_map_roads_paint (const CorMapRoads *self,
                          cairo_t *cr,
                          const CorMapStyle *style,
                          double zoom,
                          double left,
                          double top,
                          double width,
                          double height);
