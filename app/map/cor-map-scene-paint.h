/* cor-map-scene-paint.h: routes, stations, sites and detours, painted alike on screen and on paper.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-map-frame.h"
#include "cor-map-scene.h"
#include "cor-map-stamps.h"
#include "cor-map-style.h"

/** CorMapMark: a thing that is marked, by what it is and its id. */
typedef struct
{
  CorMapObjectKind kind;
  const char *id;
} CorMapMark;

/**
 * CorMapBubbleRow:
 * @what: the quantity
 * @before: its value before
 * @after: its value now
 * @tint: colour of @after, usually %COR_MAP_TINT_BETTER or %COR_MAP_TINT_COSTLIER
 */
typedef struct
{
  const char *what;
  const char *before;
  const char *after;
  CorMapTint tint;
} CorMapBubbleRow;

/**
 * CorMapBubble:
 * @title: set bold
 * @note: (nullable): beside the title
 * @rows: what changes
 * @n_rows: number of them
 *
 * What a drag does, beside the thing that is dragged.
 */
typedef struct
{
  const char *title;
  const char *note;
  const CorMapBubbleRow *rows;
  guint n_rows;
} CorMapBubble;

/**
 * CorMapSceneState:
 * @selected: (array length=n_selected): what is selected: larger, with a glow
 * @n_selected: number of them
 * @hovered: what the pointer is on
 * @dragged: what is being dragged: drawn at @drag_lon, @drag_lat, an outline where it lay
 * @drag_lon: degrees
 * @drag_lat: degrees
 * @covered: (nullable) (element-type cairo_rectangle_int_t): where controls float over the map
 * @bubble: (nullable): shown beside @dragged, or beside the first selected thing
 * @stamps: (nullable): icons drawn before, of who draws again and again on the same kind of surface
 *
 * What changes from frame to frame while the scene stays.
 */
typedef struct
{
  const CorMapMark *selected;
  guint n_selected;
  CorMapMark hovered;
  CorMapMark dragged;
  double drag_lon;
  double drag_lat;
  const GArray *covered;
  const CorMapBubble *bubble;
  CorMapStamps *stamps;
} CorMapSceneState;

/** cor_map_scene_paint_lines: paints the routes, side by side where they share a road, with what lies below them. */
void cor_map_scene_paint_lines (CorMapScene *scene, cairo_t *cr, const CorMapFrame *frame, gboolean dark);

/** cor_map_scene_paint_emphasis: paints the selected and hovered routes again, to stand out above the others. */
void cor_map_scene_paint_emphasis (
    CorMapScene *scene, cairo_t *cr, const CorMapFrame *frame, gboolean dark, const CorMapSceneState *state);

/** cor_map_scene_paint_marks: paints detours, stations and sites, to go above the lines. */
void cor_map_scene_paint_marks (
    CorMapScene *scene, cairo_t *cr, const CorMapFrame *frame, gboolean dark, const CorMapSceneState *state);

/**
 * cor_map_scene_paint_texts:
 * @boxes: (nullable) (element-type cairo_rectangle_int_t): gets where letters lie, for cor_map_labels_paint()
 *
 * Paints labels, badges and the bubble, to go on top of all.
 */
void cor_map_scene_paint_texts (CorMapScene *scene, cairo_t *cr, const CorMapFrame *frame, gboolean dark,
                                const CorMapSceneState *state, GArray *boxes);

/**
 * cor_map_scene_paint:
 * @state: (nullable): %NULL for paper
 *
 * Paints all of these.
 */
void cor_map_scene_paint (
    CorMapScene *scene, cairo_t *cr, const CorMapFrame *frame, gboolean dark, const CorMapSceneState *state);

/**
 * cor_map_scene_keep_free:
 *
 * Returns: (transfer full) (element-type cairo_rectangle_int_t): where icons and lines lie, for
 *   cor_map_labels_paint(); a large scene gives none, because nobody reads names below it
 */
GArray *cor_map_scene_keep_free (CorMapScene *scene, const CorMapFrame *frame);

/**
 * cor_map_scene_hit:
 * @x: pixels
 * @y: pixels
 * @mark: (out): what lies there, the topmost; its id belongs to @scene
 * @lon: (out) (optional): where on it, degrees: the middle of an icon, the nearest point of a line
 * @lat: (out) (optional): degrees
 *
 * Returns: whether anything lies there
 */
gboolean cor_map_scene_hit (
    CorMapScene *scene, const CorMapFrame *frame, double x, double y, CorMapMark *mark, double *lon, double *lat);

/** cor_map_scene_icon_size: edge of a station's icon in pixels at a zoom level. */
double cor_map_scene_icon_size (double zoom);
