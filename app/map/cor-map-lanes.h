/* cor-map-lanes.h: routes on the same road, laid side by side in an order that does not cross.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-map-scene.h"

/**
 * cor_map_lanes_assign:
 * @routes: the routes
 * @n_routes: number of them
 *
 * Two routes share a road where two points in a row are the same in both, in either direction. On
 * a shared road the one that will turn off to the left lies left of the other.
 *
 * Returns: (transfer full) (element-type float): an array of n_points - 1 lanes for each route, as
 *   cor_map_scene_get_lanes() describes
 */
GPtrArray *cor_map_lanes_assign (const CorMapRoute *routes, guint n_routes);
