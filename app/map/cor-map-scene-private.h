/* cor-map-scene-private.h: what the parts of the scene and of its painting share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-map-scene-paint.h"

/* What the texts and points of a scene live in; counted, so that another scene may have its routes. */
typedef struct
{
  GStringChunk *strings;
  GPtrArray *blocks; /* arrays of points */
  GArray *kept;      /* what others live in */
} CorMapStore;

struct _CorMapScene
{
  GArray *routes;
  GArray *stations;
  GArray *sites;
  GArray *detours;
  CorMapStore *store;
  CorMapStore *lent; /* (nullable): of the scene whose routes these are */
  GPtrArray *lanes;  /* (nullable): float arrays, one for each route */
  double weight;     /* valid with lanes */
  GArray *planes;    /* (nullable): CorMapPlane, one for each route */
  CorMapReach *reach; /* (nullable) */
  double buffer_m;
  const char *buffer_label;
  gpointer origin; /* (nullable) */
};

/* Whether a mark names that thing. */
gboolean cor_map_is_mark (const CorMapMark *mark, CorMapObjectKind kind, const char *id);

/* (transfer full): what is selected, to be asked for each thing of a frame; of the state's own marks. */
GHashTable *cor_map_chosen_new (const CorMapSceneState *state);

/* Whether that thing is selected. */
gboolean cor_map_is_chosen (GHashTable *chosen, CorMapObjectKind kind, const char *id);

/* What lies below the routes. */
void cor_map_scene_paint_layers (CorMapScene *scene, cairo_t *cr, const CorMapFrame *frame, gboolean dark);
