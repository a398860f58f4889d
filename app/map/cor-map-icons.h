/* cor-map-icons.h: the signs of stations and sites, as shapes on any cairo surface.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-map-scene.h"

#include <cairo.h>

/**
 * cor_map_icon_paint_station:
 * @x: middle, pixels
 * @y: middle, pixels
 * @size: edge or diameter, pixels; below 10 only the shape is drawn
 * @state: filled, an outline, or a dashed outline
 * @closed: struck through
 */
void cor_map_icon_paint_station (cairo_t *cr,
                                 double x,
                                 double y,
                                 double size,
                                 CorMapStationKind kind,
                                 CorMapStationState state,
                                 gboolean closed,
                                 gboolean dark);

/** cor_map_icon_paint_site: as cor_map_icon_paint_station(); a round dark icon, white in the dark. */
void cor_map_icon_paint_site (cairo_t *cr, double x, double y, double size, CorMapSiteKind kind, gboolean dark);

/** COR_MAP_ICON_CHOSEN_REACH: pixels from its middle that a selected icon takes with its glow, the plain one @size wide. */
#define COR_MAP_ICON_CHOSEN_REACH(size) (MAX (size, 17.0) * 0.875 + 8.0)

/** cor_map_icon_paint_chosen_station: as it is while selected, larger and with a glow; @size: edge of the plain one. */
void cor_map_icon_paint_chosen_station (cairo_t *cr, double x, double y, double size, const CorMapStation *s, gboolean dark);

/** cor_map_icon_paint_chosen_site: likewise. */
void cor_map_icon_paint_chosen_site (cairo_t *cr, double x, double y, double size, CorMapSiteKind kind, gboolean dark);

/** cor_map_icon_trace_station: adds the station's outline to the path, @grow pixels larger on each side. */
void cor_map_icon_trace_station (cairo_t *cr, double x, double y, double size, CorMapStationKind kind, double grow);

/** cor_map_icon_trace_box: adds a rectangle with rounded corners to the path. */
void cor_map_icon_trace_box (cairo_t *cr, double x, double y, double width, double height, double radius);
