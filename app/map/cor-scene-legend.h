/* cor-scene-legend.h: what colours and signs on the map mean, painted alike on screen and on paper.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-map-scene.h"

#include <cairo.h>

/** COR_SCENE_LEGEND_WIDTH: width of a legend in pixels. */
#define COR_SCENE_LEGEND_WIDTH 324.0

/** CorSceneSignKind: how a sign of the key is drawn. */
typedef enum
{
  COR_SCENE_SIGN_STATION,
  COR_SCENE_SIGN_DETOUR,
  COR_SCENE_SIGN_DISC,
  COR_SCENE_SIGN_DASHED,
  COR_SCENE_SIGN_BUFFER,
  COR_SCENE_SIGN_REACH,
} CorSceneSignKind;

/**
 * CorSceneSign: a sign of the key.
 * @station, @state, @closed: of %COR_SCENE_SIGN_STATION
 * @tint: of all others
 * @text: what it means, in the user's language; owned by the scene or static
 */
typedef struct
{
  CorSceneSignKind kind;
  CorMapStationKind station;
  CorMapStationState state;
  gboolean closed;
  CorMapTint tint;
  const char *text;
} CorSceneSign;

/** COR_SCENE_MOST_SIGNS: no scene has more signs. */
#define COR_SCENE_MOST_SIGNS 14

/** cor_scene_legend_signs: the signs that are on the map and no others; returns how many. */
guint cor_scene_legend_signs (CorMapScene *scene, CorSceneSign signs[COR_SCENE_MOST_SIGNS]);

/** cor_scene_legend_paint_sign: around @x, @y, so large. */
void cor_scene_legend_paint_sign (cairo_t *cr, const CorSceneSign *sign, double x, double y, double size, gboolean dark);

/** cor_scene_legend_colours: those of the scale that whole lines on the map have, with what they mean; returns how many. */
guint cor_scene_legend_colours (CorMapScene *scene, CorMapColours colours, CorMapTint tints[COR_MAP_MAX_STEPS],
                                const char *captions[COR_MAP_MAX_STEPS]);

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
