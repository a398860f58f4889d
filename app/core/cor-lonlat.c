/* cor-lonlat.c: distance between two places, and the place between them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-lonlat.h"

#include <math.h>

/* Mean radius of the earth in metres, R1 of the IUGG (Moritz, Geodetic Reference System 1980). */
#define EARTH_RADIUS_M 6371008.8

double
cor_lonlat_distance (CorLonLat a, CorLonLat b)
{
  const double rad = G_PI / 180.0;
  double sin_lat = sin ((b.lat - a.lat) * rad / 2.0);
  double sin_lon = sin ((b.lon - a.lon) * rad / 2.0);
  double h = sin_lat * sin_lat + cos (a.lat * rad) * cos (b.lat * rad) * sin_lon * sin_lon;

  return 2.0 * EARTH_RADIUS_M * asin (sqrt (MIN (h, 1.0)));
}

CorLonLat
cor_lonlat_mix (CorLonLat a, CorLonLat b, double t)
{
  return (CorLonLat){ a.lon + (b.lon - a.lon) * t, a.lat + (b.lat - a.lat) * t };
}
