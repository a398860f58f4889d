/* cor-map-view-private.h: what the parts of the map widget share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-label-layer.h"
#include "cor-map-view.h"

struct _CorMapView
{
  AdwBin parent_instance;

  GtkOverlay *overlay;
  ShumateMap *map;
  ShumateMapLayer *tiles;
  ShumateMapLayer *old_tiles;
  guint old_tiles_source;
  guint settle_source;
  double tile_scale;
  CorLabelLayer *names;
  GtkGesture *click;
  GtkLabel *attribution;
  GtkLabel *coordinates;
  double pointer[2]; /* where it is while they are shown */
  GtkDrawingArea *scale;
  double scale_shown[2]; /* its length in pixels, and in metres */

  CorTileArchive *archive;
  CorMapRoads *roads;
  CorPlaces *places;
  char *note;
  char *online; /* address of tiles from the net, or NULL */
  char *online_attribution;
  gboolean dark;
  gboolean chinese;

  gboolean fit_pending;
  guint fit_waits; /* frames, at most */
  GArray *fit;      /* of double: longitudes and latitudes by turns, of what was asked for */
  double fitted[5]; /* longitude, latitude and zoom that showed it in a map so wide and high */
};

/* Zoom buttons, notes of place and source, keys and pointer; once, when the map is there. */
void cor_map_view_add_controls (CorMapView *self);

/* Paints the tiles anew, for another base, look or zoom. */
void cor_map_view_update_tiles (CorMapView *self);

/* The zoom has changed: tiles are painted anew once it rests. */
void cor_map_view_zoomed (CorMapView *self);

/* The map is about to have another size: what was fitted is fitted again, unless the map was moved since, or it is nearly the same size. */
void cor_map_view_resized (CorMapView *self, int width, int height);

/* The scale, above the attribution; once. */
void cor_map_view_add_scale (CorMapView *self);

/* Where the coordinates stand, for the overlay's "get-child-position". */
gboolean cor_map_view_place_coordinates (GtkOverlay *overlay, GtkWidget *child, GdkRectangle *at, CorMapView *self);
