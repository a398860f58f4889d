/* cor-map-desk.h: setting texts on the map so that none lies over another.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-map-boxes.h"
#include "cor-map-scene-private.h"

#include <pango/pangocairo.h>

/* Pixels by which a label moves out when it finds no place beside its thing. */
#define COR_MAP_DESK_RING 22.0

/* Where texts are set, and what lies there already. */
typedef struct
{
  CorMapScene *scene;
  cairo_t *cr;
  const CorMapFrame *frame;
  gboolean dark;
  const CorMapSceneState *state;
  CorMapBoxes *taken; /* icons and lines */
  CorMapBoxes *texts; /* letters placed so far */
  GHashTable *chosen; /* as cor_map_chosen_new() gives it */
} CorMapDesk;

/* (transfer full): a text in one line, and its size in pixels. */
PangoLayout *cor_map_desk_text (
    CorMapDesk *d, const char *text, double size, PangoWeight weight, double *width, double *height);

void cor_map_desk_show (CorMapDesk *d, PangoLayout *layout, double x, double y, guint32 rgb);

/* A box with rounded corners and a faint shadow. */
void cor_map_desk_fill_box (
    CorMapDesk *d, double x, double y, double width, double height, double radius, guint32 rgb, double alpha);

/* The best place around a point for a box: eight directions, on up to @n_rings rings, near ones and
 * sides preferred. Returns the cost: square pixels of what is covered, letters counting more. */
double cor_map_desk_place (CorMapDesk *d,
                           double x,
                           double y,
                           double width,
                           double height,
                           double away,
                           int n_rings,
                           double *best_x,
                           double *best_y);

/* A box of letters is placed: no other is to lie over it. */
void cor_map_desk_take (CorMapDesk *d, double x, double y, double width, double height);

/* Icons are not to be written over, and lines only where there is no other place. */
void cor_map_desk_take_marks (CorMapDesk *d);

/* What a drag does, beside the thing that is dragged or selected. */
void cor_map_desk_paint_bubble (CorMapDesk *d, const CorMapBubble *bubble);
