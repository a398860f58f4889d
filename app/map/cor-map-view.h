/* cor-map-view.h: the map widget: base map, names, scale, attribution, zoom buttons, keyboard.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-map-frame.h"
#include "cor-map-roads.h"
#include "cor-map-scene.h"
#include "cor-places.h"
#include "cor-tile-archive.h"

#include <adwaita.h>
#include <shumate/shumate.h>

#define COR_TYPE_MAP_VIEW (cor_map_view_get_type ())

/**
 * CorMapView:
 *
 * Arrow keys move the map, + and - change the zoom, as do the wheel and the buttons. Double clicks
 * are left to whoever shows objects on the map.
 */
G_DECLARE_FINAL_TYPE (CorMapView, cor_map_view, COR, MAP_VIEW, AdwBin)

/** cor_map_view_new: (transfer floating): a map without a base. */
GtkWidget *cor_map_view_new (void);

/**
 * cor_map_view_set_base:
 * @archive: (nullable): the map file
 * @roads: (nullable): roads to draw on it
 * @places: (nullable): names to write on it
 *
 * Sets what lies below everything else. Keeps references.
 */
void cor_map_view_set_base (CorMapView *self, CorTileArchive *archive, CorMapRoads *roads, CorPlaces *places);

/**
 * cor_map_view_set_online:
 * @url_template: (nullable): https address with {z}, {x} and {y} of pictures of 256 pixels; %NULL for
 *   none
 * @attribution: (nullable): whom to name for them
 *
 * Sets tiles from the net instead of the base. They are fetched in the background, and kept on disk
 * up to a limit.
 */
void cor_map_view_set_online (CorMapView *self, const char *url_template, const char *attribution);

/**
 * cor_map_view_set_note:
 * @note: (nullable): shown after the map file's attribution, such as whose roads are drawn
 */
void cor_map_view_set_note (CorMapView *self, const char *note);

/** cor_map_view_set_dark: whether the surrounding is dark; the view does not look by itself. */
void cor_map_view_set_dark (CorMapView *self, gboolean dark);

/** cor_map_view_get_dark: whether the dark look is shown. */
gboolean cor_map_view_get_dark (CorMapView *self);

/** cor_map_view_set_chinese: whether names are Chinese; until called, by the user's language. */
void cor_map_view_set_chinese (CorMapView *self, gboolean chinese);

/**
 * cor_map_view_fit:
 * @west: degrees
 * @south: degrees
 * @east: degrees
 * @north: degrees
 *
 * Shows the whole box beside the controls, with a margin, at the next frame at which the widget has
 * a size.
 */
void cor_map_view_fit (CorMapView *self, double west, double south, double east, double north);

/**
 * cor_map_view_fit_places:
 * @lon_lat: longitudes and latitudes by turns, degrees
 * @n: number of places
 *
 * Shows all of the places, none behind a control, at the next frame at which the widget has a size;
 * again after each change of the size, until the map is moved.
 */
void cor_map_view_fit_places (CorMapView *self, const double *lon_lat, guint n);

/** cor_map_view_center_on: puts a place in the middle; @zoom below 0 leaves the zoom as it is. A fit not yet done is given up. */
void cor_map_view_center_on (CorMapView *self, double lon, double lat, double zoom);

/** cor_map_view_get_frame: (out): what the map shows at this moment, in widget pixels. */
void cor_map_view_get_frame (CorMapView *self, CorMapFrame *frame);

/** cor_map_view_set_obstacles: (nullable): what place names give way to; keeps a reference. */
void cor_map_view_set_obstacles (CorMapView *self, CorMapScene *scene);

/** cor_map_view_set_taken: (element-type cairo_rectangle_int_t): where labels cover the map; names keep clear of them. */
void cor_map_view_set_taken (CorMapView *self, GArray *boxes);

/** cor_map_view_get_map: (transfer none): the libshumate widget, for layers and gestures. */
ShumateMap *cor_map_view_get_map (CorMapView *self);

/**
 * cor_map_view_get_covered:
 *
 * Returns: (transfer full) (element-type cairo_rectangle_int_t): where visible controls float, in
 *   map pixels: the view's own, and those of overlays around it
 */
GArray *cor_map_view_get_covered (CorMapView *self);

/**
 * cor_map_view_get_click:
 *
 * The gesture that claims double clicks: group own gestures on the map with it, or they never see
 * the second press.
 *
 * Returns: (transfer none): the gesture
 */
GtkGesture *cor_map_view_get_click (CorMapView *self);

/**
 * cor_map_view_add_overlay:
 * @child: (transfer floating): a control or legend that floats above the map; place it by its
 *   alignment and margins
 */
void cor_map_view_add_overlay (CorMapView *self, GtkWidget *child);
