/* demo-roads.h: road lines for the pictures to look at.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-map-roads.h"

#include <string.h>

/* Reads the road lines of a hand-written network file: enough of the form for a picture. */
static inline CorMapRoads *
demo_load_roads (const char *path)
{
  static const char *const classes[] = { "motorway", "trunk", "primary" };
  CorMapRoads *roads = cor_map_roads_new ();
  g_autoptr (GHashTable) nodes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  CorMapRoadClass road = COR_MAP_ROAD_MINOR;

  g_file_get_contents (path, &text, NULL, NULL);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);
      g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (double));

      if (g_strcmp0 (words[0], "node") == 0)
        g_hash_table_insert (nodes, g_strdup (words[1]), g_strdup (words[2]));
      else if (g_strcmp0 (words[0], "road") == 0)
        for (guint c = 0; c < G_N_ELEMENTS (classes); c++)
          road = g_str_equal (words[1], classes[c]) ? (CorMapRoadClass) c : road;
      if (!g_str_has_prefix (lines[i], "  "))
        continue;
      for (guint w = 0; words[w] != NULL; w++)
        {
          const char *place = g_hash_table_lookup (nodes, words[w]);
          double lon, lat;

          place = place != NULL ? place : words[w];
          if (strchr (place, ',') == NULL)
            continue;
          lon = g_ascii_strtod (place, NULL);
          lat = g_ascii_strtod (strchr (place, ',') + 1, NULL);
          g_array_append_val (points, lon);
          g_array_append_val (points, lat);
        }
      cor_map_roads_add (roads, road, (const double *) (gpointer) points->data, points->len / 2);
    }
  return roads;
}
