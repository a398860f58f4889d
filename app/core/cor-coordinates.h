/* cor-coordinates.h: reads a place typed as coordinates, in the forms people use.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

/**
 * CorCoordinateOrder:
 * @COR_COORDINATE_ORDER_SAID: hemispheres say which number is which
 * @COR_COORDINATE_ORDER_SURE: one number can only be a longitude
 * @COR_COORDINATE_ORDER_ASSUMED: both could be either; the first was taken for the latitude
 */
typedef enum
{
  COR_COORDINATE_ORDER_SAID,
  COR_COORDINATE_ORDER_SURE,
  COR_COORDINATE_ORDER_ASSUMED,
} CorCoordinateOrder;

/**
 * cor_coordinates_parse:
 * @text: "22.5431, 114.0579", "114.0579 22.5431", "22°32′35″N 114°3′28″E", "N22 32.6 E114 3.5",
 *   "北纬22.54 东经114.06", "geo:22.5,114.0", or part of a map's address such as "@22.5,114.0,12z"
 * @lon: (out): degrees
 * @lat: (out): degrees
 * @order: (out): how it is known which is which
 *
 * Returns: whether @text is a place on the earth
 */
gboolean cor_coordinates_parse (const char *text, double *lon, double *lat, CorCoordinateOrder *order);
