/* cor-map-line.h: a route's line in pixels, in its lane, for drawing and for hitting it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-map-frame.h"
#include "cor-map-scene.h"

/** COR_MAP_LINE_WIDTH: width of a route's line in pixels. */
#define COR_MAP_LINE_WIDTH 4.4

/**
 * CorMapLinePoint:
 * @x: pixels
 * @y: pixels
 * @piece: index of the route's piece that leads on from here
 */
typedef struct
{
  double x;
  double y;
  guint piece;
} CorMapLinePoint;

/**
 * cor_map_line_trace:
 * @route: index of a route of @scene
 * @weight: cor_map_scene_get_weight() of @scene
 * @frame: what the picture shows
 * @line: (element-type CorMapLinePoint): emptied, then filled
 *
 * Leaves points out that lie closer together than the eye tells apart. A route wholly outside of
 * the frame gives an empty line.
 */
void cor_map_line_trace (CorMapScene *scene, guint route, double weight, const CorMapFrame *frame, GArray *line);

/**
 * cor_map_line_distance:
 * @line: (element-type CorMapLinePoint): a line
 * @nearest: (out): its point nearest to (@x, @y)
 *
 * Returns: the distance in pixels, infinite for an empty line
 */
double cor_map_line_distance (const GArray *line, double x, double y, CorMapLinePoint *nearest);
