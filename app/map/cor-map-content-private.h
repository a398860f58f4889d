/* cor-map-content-private.h: the parts that build what lies on the map.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-map-content.h"

G_BEGIN_DECLS

/** cor_map_content_add_point: to a line of double, longitudes and latitudes by turns. */
static inline void
cor_map_content_add_point (GArray *line, double lon, double lat)
{
  const double point[] = { lon, lat };

  g_array_append_vals (line, point, 2);
}

/** cor_map_content_charge: (transfer full): the #CorMapTint of each piece of the way out, by the charge there. */
guint8 *cor_map_content_charge (const CorPath *path, const CorPlan *plan);

/** cor_map_content_off_road: (transfer full) (nullable): for each piece whether it follows no road; %NULL where all do. */
guint8 *cor_map_content_off_road (const CorPath *path);

/** cor_map_content_add_stations: each with its sign, and the disc behind it. */
void cor_map_content_add_stations (const CorMapContent *content, CorMapScene *scene);

/** cor_map_content_add_buffer: the strip along the routes, and how many stations lie in it. */
void cor_map_content_add_buffer (const CorMapContent *content, CorMapScene *scene);

/** cor_map_content_add_detours: the ways off the route to the stations of the plan, on the first trip of the day. */
void cor_map_content_add_detours (const CorMapContent *content, const CorDutyResult *duty, CorMapScene *scene);

G_END_DECLS
