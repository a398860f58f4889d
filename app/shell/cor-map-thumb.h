/* cor-map-thumb.h: a small still map of a scenario and its results.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-map-base.h"
#include "cor-results.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COR_TYPE_MAP_THUMB (cor_map_thumb_get_type ())
/** CorMapThumb: routes coloured by parity year, stations and sites on the base map. */
G_DECLARE_FINAL_TYPE (CorMapThumb, cor_map_thumb, COR, MAP_THUMB, GtkWidget)

/** cor_map_thumb_new: @base outlives it. */
GtkWidget *cor_map_thumb_new (const CorMapBase *base);

/**
 * cor_map_thumb_show:
 * @results: (nullable): what is shown; nothing for %NULL
 * @box: (nullable) (array fixed-size=4): the part of the world, west, south, east, north, degrees;
 * %NULL for all there is in it
 */
void cor_map_thumb_show (CorMapThumb *self, CorResults *results, const double *box);

/** cor_map_thumb_bounds: the part of the world that the routes of @results take up; FALSE without any. */
gboolean cor_map_thumb_bounds (const CorResults *results, double box[4]);

G_END_DECLS
