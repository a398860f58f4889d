/* cor-map-frame-around.c: a picture of places that nothing covers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-frame.h"

#include "cor-mercator.h"

#include <math.h>

/* How finely zoom and position are tried. */
#define ZOOM_STEP 0.1
#define PLACE_STEP 8.0

/* So much smaller than the box alone asks for may a picture become to get out of what covers it. */
#define MOST_SMALLER 2.5

typedef struct
{
  const cairo_rectangle_int_t *covered;
  guint n_covered;
  double width, height, margin;
} Room;

/* Places in pixels from the corner of the box around them, and the size of that box. */
typedef struct
{
  double *xy;
  guint n;
  double width, height;
} Cloud;

static gboolean
is_free (const Room *room, double x, double y)
{
  double around = room->margin / 2.0;

  for (guint i = 0; i < room->n_covered; i++)
    {
      const cairo_rectangle_int_t *c = &room->covered[i];

      if (x > c->x - around && x < c->x + c->width + around && y > c->y - around && y < c->y + c->height + around)
        return FALSE;
    }
  return TRUE;
}

static gboolean
all_free (const Room *room, const Cloud *cloud, double scale, double left, double top)
{
  for (guint i = 0; i < cloud->n; i++)
    if (!is_free (room, left + cloud->xy[2 * i] * scale, top + cloud->xy[2 * i + 1] * scale))
      return FALSE;
  return TRUE;
}

/* The corner of the box nearest to where it lies in the middle, so that nothing is covered. */
static gboolean
find_corner (const Room *room, const Cloud *cloud, double scale, double *left, double *top)
{
  double free_x = (room->width - cloud->width * scale) / 2.0, free_y = (room->height - cloud->height * scale) / 2.0;
  int across = (int) ((free_x - room->margin) / PLACE_STEP), down = (int) ((free_y - room->margin) / PLACE_STEP);
  double nearest = INFINITY;

  for (int i = -across; i <= across; i++)
    for (int k = -down; k <= down; k++)
      {
        double away = hypot (i, k), x = free_x + i * PLACE_STEP, y = free_y + k * PLACE_STEP;

        if (away >= nearest || !all_free (room, cloud, scale, x, y))
          continue;
        nearest = away;
        *left = x;
        *top = y;
      }
  return isfinite (nearest);
}

void
cor_map_frame_fit_around (CorMapFrame *self,
                          const double *lon_lat,
                          guint n,
                          const cairo_rectangle_int_t *covered,
                          guint n_covered,
                          double width,
                          double height,
                          double margin)
{
  const Room room = { covered, n_covered, width, height, margin };
  double west = INFINITY, east = -INFINITY, south = INFINITY, north = -INFINITY, size, left = 0, top = 0;
  g_autofree double *xy = g_new (double, 2 * n);
  Cloud cloud = { xy, n, 0, 0 };

  g_return_if_fail (n > 0);

  for (guint i = 0; i < n; i++)
    {
      west = MIN (west, lon_lat[2 * i]);
      east = MAX (east, lon_lat[2 * i]);
      south = MIN (south, lon_lat[2 * i + 1]);
      north = MAX (north, lon_lat[2 * i + 1]);
    }
  cor_map_frame_fit (self, west, south, east, north, width, height, margin);
  size = COR_TILE_SIZE * exp2 (self->zoom);
  for (guint i = 0; i < n; i++)
    {
      xy[2 * i] = (cor_mercator_x (lon_lat[2 * i]) - cor_mercator_x (west)) * size;
      xy[2 * i + 1] = (cor_mercator_y (lon_lat[2 * i + 1]) - cor_mercator_y (north)) * size;
    }
  cloud.width = (cor_mercator_x (east) - cor_mercator_x (west)) * size;
  cloud.height = (cor_mercator_y (south) - cor_mercator_y (north)) * size;
  for (double smaller = 0; smaller <= MOST_SMALLER; smaller += ZOOM_STEP)
    {
      double scale = exp2 (-smaller);

      if (!find_corner (&room, &cloud, scale, &left, &top))
        continue;
      self->zoom -= smaller;
      self->left = cor_mercator_x (west) * size * scale - left;
      self->top = cor_mercator_y (north) * size * scale - top;
      return;
    }
}
