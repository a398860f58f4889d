/* cor-road-speeds.h: how fast trucks drive on each class of road, and what distance weighs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-param.h"
#include "cor-path.h"

G_BEGIN_DECLS

/**
 * CorRoadSpeeds:
 * @m_s: what a loaded truck averages on each class, m/s
 * @distance_weight_s_per_m: seconds that a carrier would drive longer to save a metre
 *
 * What decides which way the router takes. The values, with their sources, stand in
 * data/parameters/roads.json.
 */
typedef struct
{
  double m_s[COR_N_ROAD_CLASSES];
  double distance_weight_s_per_m;
} CorRoadSpeeds;

/**
 * cor_road_speeds_from_params:
 * @params: the parameters that apply
 * @year: of the values
 *
 * Returns: %FALSE with %COR_ERROR_MISSING where a class has no speed
 */
gboolean cor_road_speeds_from_params (const CorParamTable *params,
                                      int year,
                                      CorRoadSpeeds *speeds,
                                      GError **error);

/** cor_road_class_from_nick: finds a class by its word in files, "motorway", "trunk" and so on; %FALSE where there is none. */
gboolean cor_road_class_from_nick (const char *nick,
                                   CorRoadClass *road_class);

G_END_DECLS
