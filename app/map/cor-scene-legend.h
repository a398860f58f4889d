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
  COR_SCENE_SIGN_DOTTED,
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
#define COR_SCENE_MOST_SIGNS 16

/** cor_scene_legend_signs: the signs that are on the map and no others; returns how many. */
guint cor_scene_legend_signs (CorMapScene *scene, CorSceneSign signs[COR_SCENE_MOST_SIGNS]);

/** cor_scene_legend_paint_sign: around @x, @y, so large. */
void cor_scene_legend_paint_sign (cairo_t *cr, const CorSceneSign *sign, double x, double y, double size, gboolean dark);

/** cor_scene_legend_colours: those of the scale that whole lines on the map have, with what they mean; returns how many. */
guint cor_scene_legend_colours (CorMapScene *scene, CorMapColours colours, CorMapTint tints[COR_MAP_MAX_STEPS],
                                const char *captions[COR_MAP_MAX_STEPS]);

/** CorSceneKey: which signs are explained: all, or those of layers that were switched on for a while. */
typedef enum
{
  COR_SCENE_KEY_ALL,
  COR_SCENE_KEY_LAYERS,
} CorSceneKey;

/** cor_scene_legend_about: what the colours say, in a few words: "share of the diesel truck's emissions". */
const char *cor_scene_legend_about (CorMapColours colours);

/** COR_SCENE_SCALE_HEIGHT: height in pixels of the scale of colours with its captions. */
#define COR_SCENE_SCALE_HEIGHT 24.0

/** cor_scene_legend_paint_scale: @x, @y: left and upper edge, pixels. */
void cor_scene_legend_paint_scale (cairo_t *cr, CorMapColours colours, double x, double y, gboolean dark);

/** cor_scene_legend_signs_height: height in pixels of the signs of @scene; 0 where there is none. */
double cor_scene_legend_signs_height (CorMapScene *scene, CorSceneKey key);

/** cor_scene_legend_paint_signs: the signs that are on the map and no others, in rows; place as above. */
void
cor_scene_legend_paint_signs (cairo_t *cr, CorMapScene *scene, CorSceneKey key, double x, double y, gboolean dark);

/** cor_scene_legend_is_layer: whether a sign belongs to a layer that was switched on: discs, strip, reach. */
gboolean cor_scene_legend_is_layer (const CorSceneSign *sign);
