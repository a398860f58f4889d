/* cor-grid-fixture.c: an extract of as many roads as are wanted: a grid of streets.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-grid-fixture.h"

/* Between two junctions: three nodes, 0.001 degrees apart. */
#define BETWEEN 3

char *
fixture_grid (guint side)
{
  GString *xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<osm version=\"0.6\">\n");
  guint length = (side - 1) * (BETWEEN + 1) + 1;

  for (guint way = 0; way < 2; way++)
    for (guint i = 0; i < side; i++)
      for (guint k = 0; k < length; k++)
        {
          guint along = k, across = i * (BETWEEN + 1);

          /* A junction is written with the streets that run east alone. */
          if (way == 1 && along % (BETWEEN + 1) == 0)
            continue;
          g_string_append_printf (xml, "<node id=\"%u\" lat=\"%.3f\" lon=\"%.3f\"/>\n", fixture_grid_id (side, way, i, k),
                                  0.001 * (way == 0 ? across : along), 0.001 * (way == 0 ? along : across));
        }
  for (guint way = 0; way < 2; way++)
    for (guint i = 0; i < side; i++)
      {
        g_string_append_printf (xml, "<way id=\"%u\">", 1 + way * side + i);
        for (guint k = 0; k < length; k++)
          g_string_append_printf (xml, "<nd ref=\"%u\"/>", fixture_grid_id (side, way, i, k));
        g_string_append (xml, "<tag k=\"highway\" v=\"primary\"/></way>\n");
      }
  g_string_append (xml, "</osm>\n");
  return g_string_free (xml, FALSE);
}

guint
fixture_grid_id (guint side, guint way, guint street, guint k)
{
  guint length = (side - 1) * (BETWEEN + 1) + 1;

  if (way == 1 && k % (BETWEEN + 1) == 0)
    return fixture_grid_id (side, 0, k / (BETWEEN + 1), street * (BETWEEN + 1));
  return 1 + (way * side + street) * length + k;
}
