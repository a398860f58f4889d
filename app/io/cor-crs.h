/* cor-crs.h: the coordinate systems of Chinese maps, to and from WGS 84.
 *
 * GCJ-02 is what map services in mainland China give; BD-09 is Baidu's on top of it. Both shift a
 * place by some hundred metres, and only inside mainland China. There is no published definition;
 * the constants are those that independent open implementations share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-enums.h"
#include "cor-lonlat.h"

G_BEGIN_DECLS

/** CorCrs: which system a pair of degrees is in. */
typedef enum
{
  COR_CRS_WGS84,
  COR_CRS_GCJ02,
  COR_CRS_BD09,
} CorCrs;

/** cor_crs_values: nicks "wgs84", "gcj02", "bd09" and names. */
extern const CorEnumValue cor_crs_values[];

/**
 * cor_crs_shifts:
 *
 * Whether the shifted systems shift this place at all: inside the box that the map services use,
 * which holds Hong Kong, Macao and Taiwan too, though maps there are in WGS 84.
 */
gboolean cor_crs_shifts (CorLonLat place);

/**
 * cor_crs_convert:
 *
 * The same place in another system. Forward as the map services do it; back by iteration, so that
 * there and back gives the place again within 1e-9 degrees.
 */
CorLonLat cor_crs_convert (CorLonLat place, CorCrs from, CorCrs to);

G_END_DECLS
