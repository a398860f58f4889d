/* cor-label-layer.h: the map layer that writes place names.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-map-frame.h"
#include "cor-map-scene.h"
#include "cor-map-style.h"
#include "cor-places.h"

#include <shumate/shumate.h>

#define COR_TYPE_LABEL_LAYER (cor_label_layer_get_type ())
G_DECLARE_FINAL_TYPE (CorLabelLayer, cor_label_layer, COR, LABEL_LAYER, ShumateLayer)

/** cor_label_layer_new: (transfer floating): a layer without names, for @viewport. */
CorLabelLayer *cor_label_layer_new (ShumateViewport *viewport);

/**
 * cor_label_layer_set:
 * @places: (nullable): the places to name
 * @style: colours
 * @chinese: whether to write Chinese names
 */
void cor_label_layer_set (CorLabelLayer *self, CorPlaces *places, const CorMapStyle *style, gboolean chinese);

/** cor_label_layer_set_obstacles: (nullable): what the names give way to; keeps a reference. */
void cor_label_layer_set_obstacles (CorLabelLayer *self, CorMapScene *scene);

/** cor_label_layer_set_taken: (element-type cairo_rectangle_int_t): where labels lie above it; keeps a reference. */
void cor_label_layer_set_taken (CorLabelLayer *self, GArray *boxes);

/** cor_map_text_scale: how much larger letters are to be than usual, as the desktop says; 1 to %COR_MAP_TEXT_SCALE_MAX. */
double cor_map_text_scale (GtkWidget *widget);

/* Larger letters would leave no room for the map. */
#define COR_MAP_TEXT_SCALE_MAX 2.0

/**
 * cor_map_frame_from_viewport:
 * @viewport: what the widget shows
 * @width: width of the widget in pixels
 * @height: height of the widget in pixels
 *
 * Fills @self with what a layer of that size shows.
 */
void cor_map_frame_from_viewport (CorMapFrame *self, ShumateViewport *viewport, double width, double height);
