/* cor-map-roads-network.h: the roads of a network as those of a base map.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-map-roads.h"
#include "cor-network.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * cor_map_roads_new_network:
 * @network: (nullable): the roads; %NULL for none
 *
 * Returns: (transfer full): what of it belongs on a map; not whole where @cancellable was
 */
CorMapRoads *cor_map_roads_new_network (CorNetwork *network, GCancellable *cancellable);

G_END_DECLS
