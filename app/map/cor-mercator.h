/* cor-mercator.h: spherical Web Mercator, between degrees and map pixels.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

/** COR_TILE_SIZE: edge of a map tile in logical pixels. */
#define COR_TILE_SIZE 256

/** COR_MERCATOR_MAX_LATITUDE: where the square world map ends, in degrees. */
#define COR_MERCATOR_MAX_LATITUDE 85.0511287798066

/**
 * cor_mercator_x:
 * @lon: longitude in degrees
 *
 * Returns: the place on the unit world square, 0 at 180° W, 1 at 180° E
 */
double cor_mercator_x (double lon);

/**
 * cor_mercator_y:
 * @lat: latitude in degrees; clamped to ±%COR_MERCATOR_MAX_LATITUDE
 *
 * y = (1 - asinh (tan lat) / π) / 2; source: EPSG Guidance Note 7-2, method 1024, on the unit
 * square with y to the south.
 *
 * Returns: the place on the unit world square, 0 in the north, 1 in the south
 */
double cor_mercator_y (double lat);

/**
 * cor_mercator_lon:
 * @x: place on the unit world square
 *
 * Returns: longitude in degrees
 */
double cor_mercator_lon (double x);

/**
 * cor_mercator_lat:
 * @y: place on the unit world square
 *
 * Returns: latitude in degrees
 */
double cor_mercator_lat (double y);

/**
 * cor_mercator_metres_per_pixel:
 * @lat: latitude in degrees
 * @zoom: zoom level, may lie between two whole ones
 *
 * Returns: length on the ground of one pixel, in metres, on a sphere of 6,378,137 m
 */
double cor_mercator_metres_per_pixel (double lat, double zoom);
