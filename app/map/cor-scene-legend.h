/* cor-scene-legend.h: what colours and signs on the map mean, painted alike on screen and on paper.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-map-scene.h"

#include <cairo.h>

/** COR_SCENE_LEGEND_WIDTH: width of a legend in pixels. */
#define COR_SCENE_LEGEND_WIDTH 324.0

/** cor_scene_legend_get_height: (nullable): height in pixels of the legend of @scene. */
double cor_scene_legend_get_height (CorMapScene *scene);

/**
 * cor_scene_legend_paint:
 * @scene: (nullable): what lies on the map
 * @colours: what the routes' colours say
 * @x: left edge, pixels
 * @y: upper edge, pixels
 *
 * Paints the scale of colours and, below it, the signs that are on the map and no others.
 */
void cor_scene_legend_paint (
    cairo_t *cr, CorMapScene *scene, CorMapColours colours, double x, double y, gboolean dark);
