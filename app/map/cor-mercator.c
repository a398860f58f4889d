/* cor-mercator.c: spherical Web Mercator, between degrees and map pixels.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-mercator.h"

#include <math.h>

/* Semi-major axis of WGS 84, m: exact by definition. */
#define EARTH_RADIUS_M 6378137.0

double
cor_mercator_x (double lon)
{
  return (lon + 180.0) / 360.0;
}

double
cor_mercator_y (double lat)
{
  double phi = CLAMP (lat, -COR_MERCATOR_MAX_LATITUDE, COR_MERCATOR_MAX_LATITUDE) * G_PI / 180.0;

  return (1.0 - asinh (tan (phi)) / G_PI) / 2.0;
}

double
cor_mercator_lon (double x)
{
  return x * 360.0 - 180.0;
}

double
cor_mercator_lat (double y)
{
  return atan (sinh (G_PI * (1.0 - 2.0 * y))) * 180.0 / G_PI;
}

double
cor_mercator_metres_per_pixel (double lat, double zoom)
{
  return 2.0 * G_PI * EARTH_RADIUS_M * cos (lat * G_PI / 180.0) / (COR_TILE_SIZE * exp2 (zoom));
}
