/* cor-map-scene.c: what lies on the map, as plain display data: routes, stations, sites, detours.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-scene.h"

#include "cor-map-lanes.h"
#include "cor-mercator.h"

#include <string.h>

/* So many routes abreast are drawn at full width; with more all lines get thinner, down to a least share. */
#define FULL_WEIGHT_ABREAST 5.0
#define LEAST_WEIGHT 0.6

struct _CorMapScene
{
  GArray *routes;
  GArray *stations;
  GArray *sites;
  GArray *detours;
  GStringChunk *strings;
  GPtrArray *blocks; /* what the arrays of points live in */
  GPtrArray *lanes;  /* (nullable): float arrays, one for each route */
  double weight;     /* valid with lanes */
  GArray *planes;    /* (nullable): CorMapPlane, one for each route */
  CorMapReach *reach; /* (nullable) */
  double buffer_m;
  const char *buffer_label;
};

CorMapScene *
cor_map_scene_new (void)
{
  CorMapScene *self = g_atomic_rc_box_new0 (CorMapScene);

  self->routes = g_array_new (FALSE, FALSE, sizeof (CorMapRoute));
  self->stations = g_array_new (FALSE, FALSE, sizeof (CorMapStation));
  self->sites = g_array_new (FALSE, FALSE, sizeof (CorMapSite));
  self->detours = g_array_new (FALSE, FALSE, sizeof (CorMapDetour));
  self->strings = g_string_chunk_new (4096);
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  return self;
}

CorMapScene *
cor_map_scene_ref (CorMapScene *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
scene_clear (gpointer data)
{
  CorMapScene *self = data;

  g_array_unref (self->routes);
  g_array_unref (self->stations);
  g_array_unref (self->sites);
  g_array_unref (self->detours);
  g_string_chunk_free (self->strings);
  g_ptr_array_unref (self->blocks);
  g_clear_pointer (&self->lanes, g_ptr_array_unref);
  g_clear_pointer (&self->planes, g_array_unref);
  g_clear_pointer (&self->reach, cor_map_reach_unref);
}

void
cor_map_scene_unref (CorMapScene *self)
{
  g_atomic_rc_box_release_full (self, scene_clear);
}

static const char *
keep_text (CorMapScene *self, const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (self->strings, text) : NULL;
}

static gpointer
keep_block (CorMapScene *self, gconstpointer data, gsize size)
{
  gpointer block = g_memdup2 (data, size);

  if (block != NULL)
    g_ptr_array_add (self->blocks, block);
  return block;
}

void
cor_map_scene_add_route (CorMapScene *self, const CorMapRoute *route)
{
  CorMapRoute copy = *route;

  if (route->n_points < 2)
    return;
  copy.id = keep_text (self, route->id);
  copy.label = keep_text (self, route->label);
  copy.badge = keep_text (self, route->badge);
  copy.lon_lat = keep_block (self, route->lon_lat, sizeof (double) * 2 * route->n_points);
  copy.tints = keep_block (self, route->tints, route->tints != NULL ? route->n_points - 1 : 0);
  g_array_append_val (self->routes, copy);
  g_clear_pointer (&self->lanes, g_ptr_array_unref);
  g_clear_pointer (&self->planes, g_array_unref);
}

void
cor_map_scene_add_station (CorMapScene *self, const CorMapStation *station)
{
  CorMapStation copy = *station;

  copy.id = keep_text (self, station->id);
  copy.label = keep_text (self, station->label);
  g_array_append_val (self->stations, copy);
}

void
cor_map_scene_add_site (CorMapScene *self, const CorMapSite *site)
{
  CorMapSite copy = *site;

  copy.id = keep_text (self, site->id);
  copy.label = keep_text (self, site->label);
  g_array_append_val (self->sites, copy);
}

void
cor_map_scene_add_detour (CorMapScene *self, const CorMapDetour *detour)
{
  CorMapDetour copy = *detour;

  if (detour->n_points < 2)
    return;
  copy.label = keep_text (self, detour->label);
  copy.lon_lat = keep_block (self, detour->lon_lat, sizeof (double) * 2 * detour->n_points);
  g_array_append_val (self->detours, copy);
}

CorMapReach *
cor_map_reach_new (GArray *lon_lat, GArray *pieces, double lon, double lat, char *label)
{
  CorMapReach *self = g_atomic_rc_box_new0 (CorMapReach);

  *self = (CorMapReach){ lon_lat, pieces, lon, lat, label };
  return self;
}

static void
reach_clear (gpointer data)
{
  CorMapReach *self = data;

  g_array_unref (self->lon_lat);
  g_array_unref (self->pieces);
  g_free (self->label);
}

void
cor_map_reach_unref (CorMapReach *self)
{
  g_atomic_rc_box_release_full (self, reach_clear);
}

void
cor_map_scene_set_reach (CorMapScene *self, CorMapReach *reach)
{
  if (reach != NULL)
    g_atomic_rc_box_acquire (reach);
  g_clear_pointer (&self->reach, cor_map_reach_unref);
  self->reach = reach;
}

const CorMapReach *
cor_map_scene_get_reach (const CorMapScene *self)
{
  return self->reach;
}

void
cor_map_scene_set_buffer (CorMapScene *self, double metres, const char *label)
{
  self->buffer_m = MAX (metres, 0.0);
  self->buffer_label = keep_text (self, label);
}

double
cor_map_scene_get_buffer (const CorMapScene *self, const char **label)
{
  if (label != NULL)
    *label = self->buffer_label;
  return self->buffer_m;
}

const CorMapRoute *
cor_map_scene_get_routes (const CorMapScene *self, guint *n)
{
  *n = self->routes->len;
  return (const CorMapRoute *) (gpointer) self->routes->data;
}

const CorMapStation *
cor_map_scene_get_stations (const CorMapScene *self, guint *n)
{
  *n = self->stations->len;
  return (const CorMapStation *) (gpointer) self->stations->data;
}

const CorMapSite *
cor_map_scene_get_sites (const CorMapScene *self, guint *n)
{
  *n = self->sites->len;
  return (const CorMapSite *) (gpointer) self->sites->data;
}

const CorMapDetour *
cor_map_scene_get_detours (const CorMapScene *self, guint *n)
{
  *n = self->detours->len;
  return (const CorMapDetour *) (gpointer) self->detours->data;
}

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

static gboolean
is_same_line (const CorMapRoute *a, const CorMapRoute *b)
{
  return a->n_points == b->n_points && a->tint == b->tint && a->dashed == b->dashed
         && memcmp (a->lon_lat, b->lon_lat, sizeof (double) * 2 * a->n_points) == 0 && (a->tints == NULL) == (b->tints == NULL)
         && (a->tints == NULL || memcmp (a->tints, b->tints, a->n_points - 1) == 0);
}

gboolean
cor_map_scene_take_lines (CorMapScene *self, const CorMapScene *before)
{
  if (self == before)
    return TRUE;
  if (self->routes->len != before->routes->len || self->reach != before->reach || self->buffer_m != before->buffer_m
      || g_strcmp0 (self->buffer_label, before->buffer_label) != 0)
    return FALSE;
  for (guint i = 0; i < self->routes->len; i++)
    if (!is_same_line (&g_array_index (self->routes, CorMapRoute, i), &g_array_index (before->routes, CorMapRoute, i)))
      return FALSE;
  if (self->lanes == NULL && before->lanes != NULL)
    {
      self->lanes = g_ptr_array_ref (before->lanes);
      self->weight = before->weight;
    }
  if (self->planes == NULL && before->planes != NULL)
    self->planes = g_array_ref (before->planes);
  return TRUE;
}

static void
extend (double bounds[4], double lon, double lat)
{
  bounds[0] = MIN (bounds[0], lon);
  bounds[1] = MIN (bounds[1], lat);
  bounds[2] = MAX (bounds[2], lon);
  bounds[3] = MAX (bounds[3], lat);
}

gboolean
cor_map_scene_get_route_bounds (const CorMapScene *self, double bounds[4])
{
  bounds[0] = bounds[1] = G_MAXDOUBLE;
  bounds[2] = bounds[3] = -G_MAXDOUBLE;
  for (guint i = 0; i < self->routes->len; i++)
    {
      const CorMapRoute *route = &g_array_index (self->routes, CorMapRoute, i);

      for (guint k = 0; k < route->n_points; k++)
        extend (bounds, route->lon_lat[2 * k], route->lon_lat[2 * k + 1]);
    }
  return bounds[0] <= bounds[2];
}

gboolean
cor_map_scene_get_bounds (const CorMapScene *self, double bounds[4])
{
  cor_map_scene_get_route_bounds (self, bounds);
  for (guint i = 0; i < self->stations->len; i++)
    extend (bounds, g_array_index (self->stations, CorMapStation, i).lon,
            g_array_index (self->stations, CorMapStation, i).lat);
  for (guint i = 0; i < self->sites->len; i++)
    extend (bounds, g_array_index (self->sites, CorMapSite, i).lon, g_array_index (self->sites, CorMapSite, i).lat);
  return bounds[0] <= bounds[2];
}
