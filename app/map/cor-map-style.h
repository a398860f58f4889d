/* cor-map-style.h: the colours of the base map, light and dark, the same on screen and on paper.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>
#include <glib.h>

/** COR_MAP_FONT: families for all writing on the map, the first one present is taken. */
#define COR_MAP_FONT "Inter, Cantarell, Noto Sans, Noto Sans CJK SC, Sans"

/**
 * CorMapRoadClass:
 *
 * The classes of road that the base map tells apart, the widest first.
 */
typedef enum
{
  COR_MAP_ROAD_MOTORWAY,
  COR_MAP_ROAD_TRUNK,
  COR_MAP_ROAD_PRIMARY,
  COR_MAP_ROAD_MINOR,
  COR_MAP_ROAD_N_CLASSES,
} CorMapRoadClass;

/**
 * CorMapStyle:
 * @dark: whether for a dark surrounding
 * @land: ground
 * @sea: sea, lakes and rivers
 * @green: woods and parks
 * @road: fill of roads by class
 * @casing: edge of roads
 * @city: names of cities
 * @place: names of smaller places
 * @water_name: names of waters
 * @halo: outline of names
 *
 * Colours as 0xRRGGBB.
 */
typedef struct
{
  gboolean dark;
  guint32 land;
  guint32 sea;
  guint32 green;
  guint32 road[COR_MAP_ROAD_N_CLASSES];
  guint32 casing;
  guint32 city;
  guint32 place;
  guint32 water_name;
  guint32 halo;
} CorMapStyle;

/** cor_map_style_get: (transfer none): the style for a light or a dark surrounding. */
const CorMapStyle *cor_map_style_get (gboolean dark);

/**
 * cor_map_style_road_width:
 * @road: class of road
 * @zoom: zoom level
 *
 * Returns: width of the fill in pixels; 0 where such roads are not drawn at this zoom
 */
double cor_map_style_road_width (CorMapRoadClass road, double zoom);

/**
 * cor_map_set_colour:
 * @rgb: 0xRRGGBB
 * @alpha: 0 (nothing) to 1 (opaque)
 *
 * Sets the source of @cr.
 */
void cor_map_set_colour (cairo_t *cr, guint32 rgb, double alpha);
