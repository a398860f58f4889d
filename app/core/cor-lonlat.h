/* cor-lonlat.h: a place on the earth in WGS 84, longitude first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CorLonLat:
 * @lon: degrees east, -180 to 180
 * @lat: degrees north, -90 to 90
 *
 * A place in WGS 84. Plain value, copied freely.
 */
typedef struct
{
  double lon;
  double lat;
} CorLonLat;

/**
 * cor_lonlat_distance:
 *
 * Great-circle distance between two places in metres on a sphere of the earth's mean radius
 * (haversine formula, R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68, 1984).
 * Differs from the ellipsoid by at most 0.5 %.
 */
double cor_lonlat_distance (CorLonLat a,
                            CorLonLat b);

/**
 * cor_lonlat_mix:
 *
 * The place at share @t (0 to 1) of the straight line in degrees from @a to @b; meant for the
 * short pieces of a road.
 */
CorLonLat cor_lonlat_mix (CorLonLat a,
                          CorLonLat b,
                          double t);

G_END_DECLS
