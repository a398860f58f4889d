/* cor-map-pane-private.h: the map pane's inside, for its own files alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-map-legend.h"
#include "cor-map-pane.h"
#include "cor-object-layer.h"
#include "cor-results.h"

G_BEGIN_DECLS

/** CorMapDrag: what is being dragged, and how things were when it began. */
typedef struct
{
  char *key; /* merge key of the step; NULL while nothing is dragged */
  CorItemKind kind;
  char *id;
  CorLonLat from;
  CorResults *before;
  GArray *vias;  /* of the route, when a line is pulled */
  guint via;     /* which of them is pulled */
} CorMapDrag;

struct _CorMapPane
{
  AdwBin parent_instance;

  CorSession *session;
  CorNetwork *network;
  CorPlaces *places; /* or NULL */
  CorObjectLayer *layer;
  char *tool;
  char *colour;
  guint scene_source;
  CorMapDrag drag;
  gboolean has_origin; /* the route tool has had its first click */
  char *origin;        /* a site, or NULL for a new one at @origin_place */
  CorLonLat origin_place;
  CorLonLat menu_place;
  GtkPopover *menu;

  CorMapView *view;
  CorMapLegend *legend;
  GtkLabel *hint;
  GtkWidget *tools;
  GtkWidget *steps;
};

/** cor_map_pane_connect_drags: dragging of places and lines. */
void cor_map_pane_connect_drags (CorMapPane *self);

/** cor_map_pane_connect_clicks: selecting, placing, drawing, keys and the context menu. */
void cor_map_pane_connect_clicks (CorMapPane *self);

/** cor_map_pane_forget_origin: the route tool starts over. */
void cor_map_pane_forget_origin (CorMapPane *self);

/** cor_map_pane_show_bubble: what the drag does so far; hidden while nothing is dragged. */
void cor_map_pane_show_bubble (CorMapPane *self);

/** cor_map_pane_scenario: the state of the document. */
CorScenario *cor_map_pane_scenario (CorMapPane *self);

G_END_DECLS
