/* cor-map-scene.c: what lies on the map, as plain display data: routes, stations, sites, detours.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-scene-private.h"

typedef struct
{
  gpointer owner;
  GDestroyNotify unref;
} Kept;

static void
kept_clear (gpointer data)
{
  Kept *kept = data;

  kept->unref (kept->owner);
}

static CorMapStore *
store_new (void)
{
  CorMapStore *store = g_atomic_rc_box_new0 (CorMapStore);

  store->strings = g_string_chunk_new (4096);
  store->blocks = g_ptr_array_new_with_free_func (g_free);
  store->kept = g_array_new (FALSE, FALSE, sizeof (Kept));
  g_array_set_clear_func (store->kept, kept_clear);
  return store;
}

static void
store_clear (gpointer data)
{
  CorMapStore *store = data;

  g_string_chunk_free (store->strings);
  g_ptr_array_unref (store->blocks);
  g_array_unref (store->kept);
}

static void
store_unref (CorMapStore *store)
{
  g_atomic_rc_box_release_full (store, store_clear);
}

CorMapScene *
cor_map_scene_new (void)
{
  CorMapScene *self = g_atomic_rc_box_new0 (CorMapScene);

  self->routes = g_array_new (FALSE, FALSE, sizeof (CorMapRoute));
  self->stations = g_array_new (FALSE, FALSE, sizeof (CorMapStation));
  self->sites = g_array_new (FALSE, FALSE, sizeof (CorMapSite));
  self->detours = g_array_new (FALSE, FALSE, sizeof (CorMapDetour));
  self->store = store_new ();
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
  store_unref (self->store);
  g_clear_pointer (&self->lent, store_unref);
  g_clear_pointer (&self->lanes, g_ptr_array_unref);
  g_clear_pointer (&self->planes, g_array_unref);
  g_clear_pointer (&self->reach, cor_map_reach_unref);
}

void
cor_map_scene_unref (CorMapScene *self)
{
  g_atomic_rc_box_release_full (self, scene_clear);
}

void
cor_map_scene_keep (CorMapScene *self, gpointer owner, GDestroyNotify unref)
{
  Kept kept = { owner, unref };

  g_array_append_val (self->store->kept, kept);
}

void
cor_map_scene_set_origin (CorMapScene *self, gpointer origin, GDestroyNotify free_func)
{
  self->origin = origin;
  cor_map_scene_keep (self, origin, free_func);
}

gconstpointer
cor_map_scene_get_origin (const CorMapScene *self)
{
  return self->origin;
}

void
cor_map_scene_take_routes (CorMapScene *self, const CorMapScene *before)
{
  g_array_unref (self->routes);
  g_array_unref (self->sites);
  self->routes = g_array_ref (before->routes);
  self->sites = g_array_ref (before->sites);
  self->lent = g_atomic_rc_box_acquire (before->lent != NULL ? before->lent : before->store);
}

const char *
cor_map_scene_text (CorMapScene *self, const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (self->store->strings, text) : NULL;
}

static gpointer
keep_block (CorMapScene *self, gconstpointer data, gsize size)
{
  gpointer block = g_memdup2 (data, size);

  if (block != NULL)
    g_ptr_array_add (self->store->blocks, block);
  return block;
}

void
cor_map_scene_put_route (CorMapScene *self, const CorMapRoute *route)
{
  if (route->n_points < 2)
    return;
  g_array_append_vals (self->routes, route, 1);
  g_clear_pointer (&self->lanes, g_ptr_array_unref);
  g_clear_pointer (&self->planes, g_array_unref);
}

void
cor_map_scene_put_station (CorMapScene *self, const CorMapStation *station)
{
  g_array_append_vals (self->stations, station, 1);
}

void
cor_map_scene_put_site (CorMapScene *self, const CorMapSite *site)
{
  g_array_append_vals (self->sites, site, 1);
}

void
cor_map_scene_add_route (CorMapScene *self, const CorMapRoute *route)
{
  CorMapRoute copy = *route;

  if (route->n_points < 2)
    return;
  copy.id = cor_map_scene_text (self, route->id);
  copy.label = cor_map_scene_text (self, route->label);
  copy.badge = cor_map_scene_text (self, route->badge);
  copy.lon_lat = keep_block (self, route->lon_lat, sizeof (double) * 2 * route->n_points);
  copy.tints = keep_block (self, route->tints, route->tints != NULL ? route->n_points - 1 : 0);
  copy.off_road = keep_block (self, route->off_road, route->off_road != NULL ? route->n_points - 1 : 0);
  cor_map_scene_put_route (self, &copy);
}

void
cor_map_scene_add_station (CorMapScene *self, const CorMapStation *station)
{
  CorMapStation copy = *station;

  copy.id = cor_map_scene_text (self, station->id);
  copy.label = cor_map_scene_text (self, station->label);
  cor_map_scene_put_station (self, &copy);
}

void
cor_map_scene_add_site (CorMapScene *self, const CorMapSite *site)
{
  CorMapSite copy = *site;

  copy.id = cor_map_scene_text (self, site->id);
  copy.label = cor_map_scene_text (self, site->label);
  cor_map_scene_put_site (self, &copy);
}

void
cor_map_scene_add_detour (CorMapScene *self, const CorMapDetour *detour)
{
  CorMapDetour copy = *detour;

  if (detour->n_points < 2)
    return;
  copy.label = cor_map_scene_text (self, detour->label);
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
  self->buffer_label = cor_map_scene_text (self, label);
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
