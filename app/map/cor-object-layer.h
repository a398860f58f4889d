/* cor-object-layer.h: the map layer that shows a scene and lets people work on it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-map-scene-paint.h"
#include "cor-map-view.h"

#define COR_TYPE_OBJECT_LAYER (cor_object_layer_get_type ())

/**
 * CorObjectLayer:
 *
 * Owns the pointer above its map: what is clicked, hovered and dragged comes out as signals; what
 * they mean is up to the caller, who answers with a new scene.
 */
G_DECLARE_FINAL_TYPE (CorObjectLayer, cor_object_layer, COR, OBJECT_LAYER, ShumateLayer)

/**
 * CorMapTool:
 * @COR_MAP_TOOL_SELECT: clicks select, drags move
 * @COR_MAP_TOOL_PLACE: every click gives a place; nothing can be dragged but the map
 */
typedef enum
{
  COR_MAP_TOOL_SELECT,
  COR_MAP_TOOL_PLACE,
} CorMapTool;

/** CorMapPhase: where in a drag a signal stands. */
typedef enum
{
  COR_MAP_PHASE_BEGIN,
  COR_MAP_PHASE_UPDATE,
  COR_MAP_PHASE_END,
  COR_MAP_PHASE_CANCEL,
} CorMapPhase;

/** cor_object_layer_new: (transfer none): a layer on top of @view, which owns it. */
CorObjectLayer *cor_object_layer_new (CorMapView *view);

/** cor_object_layer_set_scene: (nullable): what to show; keeps a reference. */
void cor_object_layer_set_scene (CorObjectLayer *self, CorMapScene *scene);

/** cor_object_layer_get_scene: (transfer none) (nullable): what is shown. */
CorMapScene *cor_object_layer_get_scene (CorObjectLayer *self);

/** cor_object_layer_set_dark: the look; follows cor_map_view_set_dark() only when told. */
void cor_object_layer_set_dark (CorObjectLayer *self, gboolean dark);

/**
 * cor_object_layer_set_selected:
 * @marks: (array length=n): copied
 * @n: number of them, 0 for nothing
 */
void cor_object_layer_set_selected (CorObjectLayer *self, const CorMapMark *marks, guint n);

/** cor_object_layer_set_hovered: lights a thing up, as when a list row is hovered; %NULL for none. */
void cor_object_layer_set_hovered (CorObjectLayer *self, const CorMapMark *mark);

/** cor_object_layer_set_bubble: (nullable): copied; shown beside what is dragged or selected. */
void cor_object_layer_set_bubble (CorObjectLayer *self, const CorMapBubble *bubble);

/**
 * cor_object_layer_set_band:
 * @lon_lat: (nullable): longitudes and latitudes by turns, degrees; copied
 * @n_points: number of points, 0 for none
 *
 * A dashed line under construction, such as a route that has no end yet.
 */
void cor_object_layer_set_band (CorObjectLayer *self, const double *lon_lat, guint n_points);

/**
 * cor_object_layer_set_guide:
 * @lon_lat: (nullable): longitudes and latitudes by turns, degrees; copied
 * @n_points: number of points, 0 for none
 * @text: (nullable): written at its last point
 *
 * A thin dotted line that helps to see: from a place to its road, or what is measured.
 */
void cor_object_layer_set_guide (CorObjectLayer *self, const double *lon_lat, guint n_points, const char *text);

/**
 * cor_object_layer_set_found:
 * @place: (nullable): longitude and latitude in degrees of a place that was looked up
 * @text: (nullable): its name
 */
void cor_object_layer_set_found (CorObjectLayer *self, const double *place, const char *text);

/** cor_object_layer_has_found: whether such a place is marked. */
gboolean cor_object_layer_has_found (CorObjectLayer *self);

/** cor_object_layer_set_tool: what a click means. */
void cor_object_layer_set_tool (CorObjectLayer *self, CorMapTool tool);

/** cor_object_layer_get_tool: what a click means. */
CorMapTool cor_object_layer_get_tool (CorObjectLayer *self);

/** cor_object_layer_cancel: ends a drag as Escape does; whether there was one. */
gboolean cor_object_layer_cancel (CorObjectLayer *self);

/* Signals, all with ids as strings and places in degrees:
 *
 * object-clicked (CorMapObjectKind kind, char *id, int n_press, GdkModifierType state)
 * object-dragged (CorMapObjectKind kind, char *id, CorMapPhase phase, double lon, double lat)
 * route-dragged (char *id, CorMapPhase phase, double lon, double lat): a point of a line is pulled
 * background-clicked (double lon, double lat, GdkModifierType state)
 * place-clicked (double lon, double lat, CorMapObjectKind kind, char *id, int n_press,
 *   GdkModifierType state): with %COR_MAP_TOOL_PLACE; kind and id say what lay there, or 0 and %NULL
 * place-moved (double lon, double lat): the pointer moved with %COR_MAP_TOOL_PLACE
 * object-hovered (CorMapObjectKind kind, char *id): 0 and %NULL when nothing is
 * box-selected (double west, double south, double east, double north): Shift and drag
 * context-menu (CorMapObjectKind kind, char *id, double x, double y, double lon, double lat): x and
 *   y in the map's widget
 */
