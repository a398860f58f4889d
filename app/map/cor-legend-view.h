/* cor-legend-view.h: the legend on the map, with the choice of what the routes' colours say.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-map-legend.h"

#include <gtk/gtk.h>

#define COR_TYPE_LEGEND_VIEW (cor_legend_view_get_type ())

/** CorLegendView: property "colours" (int, a #CorMapColours), which the buttons change. */
G_DECLARE_FINAL_TYPE (CorLegendView, cor_legend_view, COR, LEGEND_VIEW, GtkBox)

/** cor_legend_view_new: (transfer floating): place it with cor_map_view_add_overlay(). */
GtkWidget *cor_legend_view_new (void);

/** cor_legend_view_set_scene: (nullable): what lies on the map; keeps a reference. */
void cor_legend_view_set_scene (CorLegendView *self, CorMapScene *scene);

/** cor_legend_view_set_dark: the look of the colours. */
void cor_legend_view_set_dark (CorLegendView *self, gboolean dark);
