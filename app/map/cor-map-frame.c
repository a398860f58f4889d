/* cor-map-frame.c: which part of the world a picture shows, and where a place lies on it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-frame.h"

#include "cor-mercator.h"

#include <math.h>

#define FIT_MIN_ZOOM 2.0
#define FIT_MAX_ZOOM 14.0

void
cor_map_frame_init (CorMapFrame *self, double lon, double lat, double zoom, double width, double height)
{
  double size = COR_TILE_SIZE * exp2 (zoom);

  self->text_scale = 0.0;
  self->zoom = zoom;
  self->width = width;
  self->height = height;
  self->left = cor_mercator_x (lon) * size - width / 2.0;
  self->top = cor_mercator_y (lat) * size - height / 2.0;
}

void
cor_map_frame_fit (
    CorMapFrame *self, double west, double south, double east, double north, double width, double height, double margin)
{
  double dx = MAX (cor_mercator_x (east) - cor_mercator_x (west), 1e-9);
  double dy = MAX (cor_mercator_y (south) - cor_mercator_y (north), 1e-9);
  double pixels = MIN (MAX (width - 2.0 * margin, 16.0) / dx, MAX (height - 2.0 * margin, 16.0) / dy);
  double zoom = CLAMP (log2 (pixels / COR_TILE_SIZE), FIT_MIN_ZOOM, FIT_MAX_ZOOM);
  double lat = cor_mercator_lat ((cor_mercator_y (south) + cor_mercator_y (north)) / 2.0);

  cor_map_frame_init (self, (west + east) / 2.0, lat, zoom, width, height);
}

void
cor_map_frame_project (const CorMapFrame *self, double lon, double lat, double *x, double *y)
{
  double size = COR_TILE_SIZE * exp2 (self->zoom);

  *x = cor_mercator_x (lon) * size - self->left;
  *y = cor_mercator_y (lat) * size - self->top;
}

void
cor_map_frame_unproject (const CorMapFrame *self, double x, double y, double *lon, double *lat)
{
  double size = COR_TILE_SIZE * exp2 (self->zoom);

  *lon = cor_mercator_lon ((x + self->left) / size);
  *lat = cor_mercator_lat ((y + self->top) / size);
}
