/* cor-map-style.c: the colours of the base map, light and dark, the same on screen and on paper.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-style.h"

#include <math.h>

static const CorMapStyle light = {
  .dark = FALSE,
  .land = 0xf5f3ee,
  .sea = 0xc9dcea,
  .green = 0xe9ede0,
  .road = { 0xffffff, 0xffffff, 0xffffff, 0xfcfbf9 },
  .casing = 0xdccfb8,
  .city = 0x55555a,
  .place = 0x7b7b80,
  .water_name = 0x5f86a6,
  .halo = 0xfbfaf7,
};

static const CorMapStyle dark = {
  .dark = TRUE,
  .land = 0x2b2d31,
  .sea = 0x18222d,
  .green = 0x2b322f,
  .road = { 0x4c4e53, 0x46484d, 0x404247, 0x393b40 },
  .casing = 0x232529,
  .city = 0xc6c6ca,
  .place = 0x98989d,
  .water_name = 0x5d7f9e,
  .halo = 0x1f2124,
};

/* Width in pixels at zoom 9 and 12, and the lowest zoom at which the class is drawn. */
static const struct
{
  double at_9, at_12, min_zoom;
} road_widths[COR_MAP_ROAD_N_CLASSES] = {
  [COR_MAP_ROAD_MOTORWAY] = { 1.5, 3.8, 6.0 },
  [COR_MAP_ROAD_TRUNK] = { 1.1, 3.0, 7.5 },
  [COR_MAP_ROAD_PRIMARY] = { 0.8, 2.4, 8.5 },
  [COR_MAP_ROAD_MINOR] = { 0.4, 1.4, 10.5 },
};

const CorMapStyle *
cor_map_style_get (gboolean want_dark)
{
  return want_dark ? &dark : &light;
}

double
cor_map_style_road_width (CorMapRoadClass road, double zoom)
{
  double growth;

  if (road >= COR_MAP_ROAD_N_CLASSES || zoom < road_widths[road].min_zoom)
    return 0.0;
  growth = pow (road_widths[road].at_12 / road_widths[road].at_9, (zoom - 9.0) / 3.0);
  return road_widths[road].at_9 * growth;
}

void
cor_map_set_colour (cairo_t *cr, guint32 rgb, double alpha)
{
  cairo_set_source_rgba (cr, (rgb >> 16 & 0xff) / 255.0, (rgb >> 8 & 0xff) / 255.0, (rgb & 0xff) / 255.0, alpha);
}
