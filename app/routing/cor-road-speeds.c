/* cor-road-speeds.c: the speeds of trucks, taken from the parameters.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-road-speeds.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define KM_H_PER_M_S 3.6

static const char *const nicks[COR_N_ROAD_CLASSES] = {
  "motorway", "trunk", "primary", "secondary", "tertiary", "local", "ferry", "access",
};

static const CorParamId ids[COR_N_ROAD_CLASSES] = {
  COR_PARAM_SPEED_MOTORWAY, COR_PARAM_SPEED_TRUNK,    COR_PARAM_SPEED_PRIMARY,
  COR_PARAM_SPEED_SECONDARY, COR_PARAM_SPEED_TERTIARY, COR_PARAM_SPEED_LOCAL,
  COR_PARAM_SPEED_FERRY,    COR_PARAM_SPEED_ACCESS,
};

gboolean
cor_road_class_from_nick (const char *nick, CorRoadClass *road_class)
{
  for (guint i = 0; i < COR_N_ROAD_CLASSES; i++)
    if (g_str_equal (nick, nicks[i]))
      {
        *road_class = i;
        return TRUE;
      }
  return FALSE;
}

gboolean
cor_road_speeds_from_params (const CorParamTable *params, int year, CorRoadSpeeds *speeds,
                             GError **error)
{
  for (guint i = 0; i < COR_N_ROAD_CLASSES; i++)
    {
      double km_h = cor_param_table_value (params, ids[i], year);

      if (!(km_h > 0.0))
        {
          g_set_error (error, COR_ERROR, COR_ERROR_MISSING,
                       _("the parameter %s is missing, routes cannot be found without it"),
                       cor_param_info (ids[i])->id);
          return FALSE;
        }
      speeds->m_s[i] = km_h / KM_H_PER_M_S;
    }
  speeds->distance_weight_s_per_m
      = cor_param_table_value (params, COR_PARAM_DISTANCE_WEIGHT, year) / 1000.0;
  if (isnan (speeds->distance_weight_s_per_m))
    speeds->distance_weight_s_per_m = 0.0;
  return TRUE;
}
