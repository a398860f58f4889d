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

void
cor_map_view_update_tiles (CorMapView *self)
{
  g_autoptr (CorTileSource) source = NULL;
  ShumateMapLayer *old = self->tiles;

  self->tile_scale = texture_scale (self);
  source = cor_tile_source_new (self->archive, self->roads, cor_map_style_get (self->dark), self->tile_scale);
  if (old == NULL)
    shumate_viewport_set_reference_map_source (get_viewport (self), SHUMATE_MAP_SOURCE (source));
  self->tiles = shumate_map_layer_new (SHUMATE_MAP_SOURCE (source), get_viewport (self));
  shumate_map_insert_layer_behind (self->map, SHUMATE_LAYER (self->tiles), SHUMATE_LAYER (self->names));
  if (old != NULL)
    retire_tiles (self, old);
}

static gboolean
on_zoom_settled (gpointer data)
{
  CorMapView *self = data;

  self->settle_source = 0;
  if (fabs (texture_scale (self) / self->tile_scale - 1.0) > SCALE_TOLERANCE)
    cor_map_view_update_tiles (self);
  return G_SOURCE_REMOVE;
}

void
cor_map_view_zoomed (CorMapView *self)
{
  g_clear_handle_id (&self->settle_source, g_source_remove);
  self->settle_source = g_timeout_add (SETTLE_MS, on_zoom_settled, self);
}
