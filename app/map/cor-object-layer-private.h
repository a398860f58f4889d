/* cor-object-layer-private.h: what the layer's drawing and its handling of the pointer share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-layer-picture.h"
#include "cor-object-layer.h"

typedef enum
{
  COR_SIGNAL_OBJECT_CLICKED,
  COR_SIGNAL_OBJECT_DRAGGED,
  COR_SIGNAL_ROUTE_DRAGGED,
  COR_SIGNAL_BACKGROUND_CLICKED,
  COR_SIGNAL_PLACE_CLICKED,
  COR_SIGNAL_PLACE_MOVED,
  COR_SIGNAL_OBJECT_HOVERED,
  COR_SIGNAL_BOX_SELECTED,
  COR_SIGNAL_CONTEXT_MENU,
  COR_N_SIGNALS,
} CorObjectSignal;

extern guint cor_object_signals[COR_N_SIGNALS];

/* What the pointer is doing between press and release. */
typedef enum
{
  COR_DRAG_NONE,
  COR_DRAG_PRESSED, /* on a thing, and not yet moved */
  COR_DRAG_OBJECT,
  COR_DRAG_ROUTE,
  COR_DRAG_BOX,
} CorDragMode;

struct _CorObjectLayer
{
  ShumateLayer parent_instance;

  CorMapView *view; /* the layer lives inside of it */
  CorMapScene *scene;
  gboolean dark;
  CorMapTool tool;

  GArray *selected; /* CorMapMark, ids owned */
  CorMapMark hovered; /* id owned */
  GArray *band;     /* double */
  GArray *guide;    /* double */
  char *guide_text;
  gboolean has_found;
  double found_lon, found_lat;
  char *found_text;
  CorMapBubble bubble;
  CorMapBubbleRow *bubble_rows;
  gboolean has_bubble;

  CorDragMode mode;
  CorMapMark pressed; /* id owned */
  double press_x, press_y;
  double grab_x, grab_y; /* from the pointer to the middle of the thing */
  double drag_lon, drag_lat;
  double box_x, box_y;   /* the corner opposite to the press */

  GArray *text_boxes;      /* cairo_rectangle_int_t: where its labels lie, or NULL */
  guint tell_source;       /* the names below are about to be told of them */

  CorLayerPicture *picture;
  CorMapStamps *stamps;
  cairo_surface_t *lines;  /* the routes, kept while only the map or a mark moves */
  CorMapFrame lines_frame; /* what it shows */
  guint lines_kept;        /* the round it is from */
  guint lines_round;       /* counts changes of the lines or the look */
  gboolean drawing;        /* a worker makes the next picture */
};

/* The pointer: gestures on the map that serve the layer. */
void cor_object_layer_add_gestures (CorObjectLayer *self);

/* Asks for a new picture; with routes, also of what is kept. */
void cor_object_layer_redraw (CorObjectLayer *self, gboolean routes);

/* The routes, from the picture that is kept of them. */
void cor_object_layer_paint_lines (CorObjectLayer *self, cairo_t *cr, const CorMapFrame *frame);

/* What helps while working: below the texts, and on top of all. */
void cor_object_layer_paint_aids (CorObjectLayer *self, cairo_t *cr, const CorMapFrame *frame);
/* Adds where tags lie to where controls cover the map, so that labels keep clear of them. */
void cor_object_layer_cover_tags (CorObjectLayer *self, const CorMapFrame *frame, GArray *covered);
void cor_object_layer_paint_aid_texts (CorObjectLayer *self, cairo_t *cr, const CorMapFrame *frame);

void cor_map_mark_set (CorMapMark *mark, CorMapObjectKind kind, const char *id);
