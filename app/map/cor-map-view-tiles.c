/* cor-map-view-tiles.c: the map widget's base: tiles that are sharp at every zoom.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-view-private.h"

#include "cor-tile-source.h"

#include <math.h>

/* How long the zoom rests before tiles are painted anew for it, how long the old ones stay below
 * them, and how far a texture's scale may be off before that is worth it. */
#define SETTLE_MS 180
#define OLD_TILES_MS 500
#define SCALE_TOLERANCE 0.03

/* Edge of a tile from the net, pixels, and the zoom beyond which they are enlarged. */
#define COR_ONLINE_TILE_SIZE 256
#define MAX_ONLINE_ZOOM 18

static ShumateViewport *
get_viewport (CorMapView *self)
{
  return shumate_map_get_viewport (self->map);
}

/* Pixels of a texture for each logical pixel of its tile, so that it is drawn one to one: between
 * two whole zooms the widget enlarges the tiles of the lower one. */
static double
texture_scale (CorMapView *self)
{
  double zoom = shumate_viewport_get_zoom_level (get_viewport (self));

  return gtk_widget_get_scale_factor (GTK_WIDGET (self)) * exp2 (zoom - floor (zoom));
}

static gboolean
on_old_tiles_covered (gpointer data)
{
  CorMapView *self = data;

  self->old_tiles_source = 0;
  if (self->old_tiles != NULL)
    shumate_map_remove_layer (self->map, SHUMATE_LAYER (self->old_tiles));
  self->old_tiles = NULL;
  return G_SOURCE_REMOVE;
}

/* The tiles shown so far stay below until the new ones cover them. */
static void
retire_tiles (CorMapView *self, ShumateMapLayer *old)
{
  if (self->old_tiles_source != 0)
    {
      g_clear_handle_id (&self->old_tiles_source, g_source_remove);
      on_old_tiles_covered (self);
    }
  self->old_tiles = old;
  self->old_tiles_source = g_timeout_add (OLD_TILES_MS, on_old_tiles_covered, self);
}

/* Tiles from the net; the widget's library fetches them and keeps them on disk by this name. */
static ShumateMapSource *
online_source (CorMapView *self)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, self->online, -1);
  g_autofree char *id = g_strdup_printf ("corridor-online-%.16s", sum);

  return SHUMATE_MAP_SOURCE (shumate_raster_renderer_new_full_from_url (id, "", self->online_attribution, NULL, 0,
                                                                        MAX_ONLINE_ZOOM, COR_ONLINE_TILE_SIZE,
                                                                        SHUMATE_MAP_PROJECTION_MERCATOR, self->online));
}

/* Tiles that are painted from the map file. */
static ShumateMapSource *
own_source (CorMapView *self)
{
  CorTileSource *source = cor_tile_source_new (self->archive, self->roads, cor_map_style_get (self->dark), self->tile_scale);

  cor_tile_source_set_shown_in (source, GTK_WIDGET (self->map));
  return SHUMATE_MAP_SOURCE (source);
}

void
cor_map_view_update_tiles (CorMapView *self)
{
  g_autoptr (ShumateMapSource) source = NULL;
  ShumateMapLayer *old = self->tiles;

  self->tile_scale = texture_scale (self);
  source = self->online != NULL ? online_source (self) : own_source (self);
  if (old == NULL)
    shumate_viewport_set_reference_map_source (get_viewport (self), source);
  self->tiles = shumate_map_layer_new (source, get_viewport (self));
  shumate_map_insert_layer_behind (self->map, SHUMATE_LAYER (self->tiles), SHUMATE_LAYER (self->names));
  if (old != NULL)
    retire_tiles (self, old);
}

static gboolean
on_zoom_settled (gpointer data)
{
  CorMapView *self = data;

  self->settle_source = 0;
  if (self->online == NULL && fabs (texture_scale (self) / self->tile_scale - 1.0) > SCALE_TOLERANCE)
    cor_map_view_update_tiles (self);
  return G_SOURCE_REMOVE;
}

void
cor_map_view_zoomed (CorMapView *self)
{
  g_clear_handle_id (&self->settle_source, g_source_remove);
  self->settle_source = g_timeout_add (SETTLE_MS, on_zoom_settled, self);
}
