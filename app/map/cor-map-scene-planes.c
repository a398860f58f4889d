/* cor-map-scene-planes.c: where the lines of a scene run: lanes beside each other, points on the plane.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-lanes.h"
#include "cor-map-scene-private.h"
#include "cor-mercator.h"

#include <string.h>

/* So many routes abreast are drawn at full width; with more all lines get thinner, down to a least share. */
#define FULL_WEIGHT_ABREAST 5.0
#define LEAST_WEIGHT 0.6

static void
assign_lanes (CorMapScene *self)
{
  float outermost = 0.0f;

  if (self->lanes != NULL)
    return;
  self->lanes = cor_map_lanes_assign ((const CorMapRoute *) (gpointer) self->routes->data, self->routes->len);
  for (guint i = 0; i < self->routes->len; i++)
    {
      const float *lanes = g_ptr_array_index (self->lanes, i);

      for (guint k = 0; k + 1 < g_array_index (self->routes, CorMapRoute, i).n_points; k++)
        outermost = MAX (outermost, ABS (lanes[k]));
    }
  self->weight = CLAMP (FULL_WEIGHT_ABREAST / (2.0 * outermost + 1.0), LEAST_WEIGHT, 1.0);
}

const float *
cor_map_scene_get_lanes (CorMapScene *self, guint route)
{
  g_return_val_if_fail (route < self->routes->len, NULL);

  assign_lanes (self);
  return g_ptr_array_index (self->lanes, route);
}

double
cor_map_scene_get_weight (CorMapScene *self)
{
  assign_lanes (self);
  return self->weight;
}

static void
plane_clear (gpointer data)
{
  g_free (((CorMapPlane *) data)->xy);
}

static void
lay_plane (const CorMapRoute *route, CorMapPlane *plane)
{
  *plane = (CorMapPlane){ 1.0, 1.0, 0.0, 0.0, g_new (double, 2 * route->n_points) };
  for (guint i = 0; i < route->n_points; i++)
    {
      double x = cor_mercator_x (route->lon_lat[2 * i]), y = cor_mercator_y (route->lon_lat[2 * i + 1]);

      plane->xy[2 * i] = x;
      plane->xy[2 * i + 1] = y;
      plane->left = MIN (plane->left, x);
      plane->right = MAX (plane->right, x);
      plane->top = MIN (plane->top, y);
      plane->bottom = MAX (plane->bottom, y);
    }
}

const CorMapPlane *
cor_map_scene_get_plane (CorMapScene *self, guint route)
{
  g_return_val_if_fail (route < self->routes->len, NULL);

  if (self->planes == NULL)
    {
      self->planes = g_array_sized_new (FALSE, TRUE, sizeof (CorMapPlane), self->routes->len);
      g_array_set_clear_func (self->planes, plane_clear);
      g_array_set_size (self->planes, self->routes->len);
      for (guint i = 0; i < self->routes->len; i++)
        lay_plane (&g_array_index (self->routes, CorMapRoute, i), &g_array_index (self->planes, CorMapPlane, i));
    }
  return &g_array_index (self->planes, CorMapPlane, route);
}

/* Whether they lie on the same points, which results of the same route share. */
static gboolean
is_same_line (const CorMapRoute *a, const CorMapRoute *b)
{
  return a->n_points == b->n_points
         && (a->lon_lat == b->lon_lat || memcmp (a->lon_lat, b->lon_lat, sizeof (double) * 2 * a->n_points) == 0);
}

/* Of what is said of each piece, or is not. */
static gboolean
is_same_each (const guint8 *a, const guint8 *b, gsize n)
{
  return a == b || (a != NULL && b != NULL && memcmp (a, b, n) == 0);
}

/* Of two that lie on the same points. */
static gboolean
is_same_look (const CorMapRoute *a, const CorMapRoute *b)
{
  return a->tint == b->tint && a->dashed == b->dashed && is_same_each (a->tints, b->tints, a->n_points - 1)
         && is_same_each (a->off_road, b->off_road, a->n_points - 1);
}

gboolean
cor_map_scene_take_lines (CorMapScene *self, const CorMapScene *before)
{
  gboolean same = self->reach == before->reach && self->buffer_m == before->buffer_m
                  && g_strcmp0 (self->buffer_label, before->buffer_label) == 0;

  if (self == before)
    return TRUE;
  if (self->routes->len != before->routes->len)
    return FALSE;
  for (guint i = 0; i < self->routes->len && self->routes != before->routes; i++)
    {
      const CorMapRoute *a = &g_array_index (self->routes, CorMapRoute, i), *b = &g_array_index (before->routes, CorMapRoute, i);

      if (!is_same_line (a, b))
        return FALSE;
      same = same && is_same_look (a, b);
    }
  if (self->lanes == NULL && before->lanes != NULL)
    {
      self->lanes = g_ptr_array_ref (before->lanes);
      self->weight = before->weight;
    }
  if (self->planes == NULL && before->planes != NULL)
    self->planes = g_array_ref (before->planes);
  return same;
}
