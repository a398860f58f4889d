/* cor-map-roads-network.c: the roads of a network as those of a base map.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-roads-network.h"

static CorMapRoadClass
map_class (CorRoadClass road)
{
  switch (road)
    {
    case COR_ROAD_MOTORWAY:
      return COR_MAP_ROAD_MOTORWAY;
    case COR_ROAD_TRUNK:
      return COR_MAP_ROAD_TRUNK;
    case COR_ROAD_PRIMARY:
      return COR_MAP_ROAD_PRIMARY;
    default:
      return COR_MAP_ROAD_MINOR;
    }
}

CorMapRoads *
cor_map_roads_new_network (CorNetwork *network, GCancellable *cancellable)
{
  CorMapRoads *roads = cor_map_roads_new ();
  guint n = 0;

  if (network != NULL)
    cor_network_size (network, NULL, &n, NULL);
  for (guint i = 0; i < n && !g_cancellable_is_cancelled (cancellable); i++)
    {
      CorRoadClass road;
      g_autoptr (GArray) points = NULL;

      if (!cor_network_edge_on_map (network, i))
        continue;
      points = cor_network_edge_shape (network, i, &road);
      cor_map_roads_add (roads, map_class (road), (const double *) (gpointer) points->data, points->len);
    }
  return roads;
}
