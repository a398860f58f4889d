/* cor-map-boxes.h: boxes on a picture, and how much of a place they take.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/** CorMapBoxes: boxes by the cells of a grid that they lie in, so that a look at one place passes near ones alone. */
typedef struct _CorMapBoxes CorMapBoxes;

/** cor_map_boxes_new: (transfer full): none, on a picture of @width by @height pixels; boxes may reach beyond it. */
CorMapBoxes *cor_map_boxes_new (double width, double height);
void cor_map_boxes_free (CorMapBoxes *self);

/** cor_map_boxes_add: one more, in pixels. */
void cor_map_boxes_add (CorMapBoxes *self, const cairo_rectangle_t *box);

/** cor_map_boxes_overlap: square pixels of @box that boxes cover, each counted for itself. */
double cor_map_boxes_overlap (const CorMapBoxes *self, const cairo_rectangle_t *box);

/** cor_map_boxes_all: (transfer none) (element-type cairo_rectangle_t): in the order in which they came. */
const GArray *cor_map_boxes_all (const CorMapBoxes *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorMapBoxes, cor_map_boxes_free)

G_END_DECLS
