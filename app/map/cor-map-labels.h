/* cor-map-labels.h: names on the base map, placed so that none covers another.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-map-frame.h"
#include "cor-map-style.h"
#include "cor-places.h"

/**
 * CorMapLabels:
 *
 * Sets names in one language and one style, and keeps what it has set. For one thread.
 */
typedef struct _CorMapLabels CorMapLabels;

/**
 * cor_map_labels_new:
 * @places: the places to name; keeps a reference
 * @style: colours
 * @chinese: names in Chinese, where there is one, instead of English
 * @vector: draw outlines each time, for paper, rather than pictures that are made once, for the screen
 *
 * Returns: (transfer full): the labels
 */
CorMapLabels *cor_map_labels_new (CorPlaces *places, const CorMapStyle *style, gboolean chinese, gboolean vector);

void cor_map_labels_free (CorMapLabels *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorMapLabels, cor_map_labels_free)

/**
 * cor_map_labels_paint:
 * @cr: painted where @frame's upper left corner is (0, 0)
 * @frame: what the picture shows
 * @keep_free: (nullable) (element-type cairo_rectangle_int_t): where no name may lie, in pixels
 *
 * Paints the names that belong on the picture at its zoom; the widely known ones take their place
 * first, and a name that would touch one already there is left out. On paper names at the edge are moved in whole.
 *
 * Returns: how many names were painted
 */
guint cor_map_labels_paint (CorMapLabels *self, cairo_t *cr, const CorMapFrame *frame, const GArray *keep_free);
