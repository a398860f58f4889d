/* cor-crs.c: the coordinate systems of Chinese maps, to and from WGS 84.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-crs.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Krasovsky 1940: semi-major axis in metres and squared eccentricity. */
#define AXIS 6378245.0
#define ECCENTRICITY2 0.00669342162296594323

#define BD_ANGLE (G_PI * 3000.0 / 180.0)
#define BD_LON 0.0065
#define BD_LAT 0.006

/* The inverse stops when a step is below this, degrees: 1e-5 mm. */
#define STEP 1e-12
#define MAX_STEPS 30

const CorEnumValue cor_crs_values[] = {
  { COR_CRS_WGS84, "wgs84", N_ ("WGS 84 (GPS)") },
  { COR_CRS_GCJ02, "gcj02", N_ ("GCJ-02 (Amap, Tencent)") },
  { COR_CRS_BD09, "bd09", N_ ("BD-09 (Baidu)") },
  { 0, NULL, NULL },
};

gboolean
cor_crs_shifts (CorLonLat place)
{
  return place.lon >= 72.004 && place.lon <= 137.8347 && place.lat >= 0.8293 && place.lat <= 55.8271;
}

/* The three waves that both shifts share, in @x, and the slow ones of each. */
static double
waves (double x, double a, double b)
{
  return (20 * sin (6 * x * G_PI) + 20 * sin (2 * x * G_PI)) * 2 / 3
         + (20 * sin (a * G_PI) + 40 * sin (a / 3 * G_PI)) * 2 / 3 + b;
}

/* Metres north and east that a place is moved, by the polynomials with waves of GCJ-02. */
static void
shift_metres (double x, double y, double *north, double *east)
{
  double root = sqrt (fabs (x));
  double slow_north = (160 * sin (y / 12 * G_PI) + 320 * sin (y * G_PI / 30)) * 2 / 3;
  double slow_east = (150 * sin (x / 12 * G_PI) + 300 * sin (x / 30 * G_PI)) * 2 / 3;

  *north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + waves (x, y, slow_north);
  *east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + waves (x, x, slow_east);
}

static CorLonLat
gcj_from_wgs (CorLonLat place)
{
  double phi = place.lat / 180 * G_PI;
  double w2 = 1 - ECCENTRICITY2 * sin (phi) * sin (phi);
  double north, east;

  if (!cor_crs_shifts (place))
    return place;
  shift_metres (place.lon - 105, place.lat - 35, &north, &east);
  place.lat += north * 180 / (AXIS * (1 - ECCENTRICITY2) / (w2 * sqrt (w2)) * G_PI);
  place.lon += east * 180 / (AXIS / sqrt (w2) * cos (phi) * G_PI);
  return place;
}

static CorLonLat
bd_from_gcj (CorLonLat place)
{
  double radius, angle;

  if (!cor_crs_shifts (place))
    return place;
  radius = hypot (place.lon, place.lat) + 0.00002 * sin (place.lat * BD_ANGLE);
  angle = atan2 (place.lat, place.lon) + 0.000003 * cos (place.lon * BD_ANGLE);
  return (CorLonLat){ radius * cos (angle) + BD_LON, radius * sin (angle) + BD_LAT };
}

static CorLonLat
forward (CorLonLat place, CorCrs to)
{
  if (to == COR_CRS_WGS84)
    return place;
  place = gcj_from_wgs (place);
  return to == COR_CRS_BD09 ? bd_from_gcj (place) : place;
}

/* Fixed-point iteration: the shift changes slowly with the place, so each step gains two digits. */
static CorLonLat
backward (CorLonLat wanted, CorCrs from)
{
  CorLonLat guess = wanted;

  if (from == COR_CRS_WGS84)
    return wanted;
  for (guint i = 0; i < MAX_STEPS; i++)
    {
      CorLonLat there = forward (guess, from);
      double lon = wanted.lon - there.lon, lat = wanted.lat - there.lat;

      guess.lon += lon;
      guess.lat += lat;
      if (fabs (lon) < STEP && fabs (lat) < STEP)
        break;
    }
  return guess;
}

CorLonLat
cor_crs_convert (CorLonLat place, CorCrs from, CorCrs to)
{
  return from == to ? place : forward (backward (place, from), to);
}
