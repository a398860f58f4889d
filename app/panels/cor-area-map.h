/* cor-area-map.h: a small map of areas, filled by value, with the lines of routes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-cities.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define COR_TYPE_AREA_MAP (cor_area_map_get_type ())
G_DECLARE_FINAL_TYPE (CorAreaMap, cor_area_map, COR, AREA_MAP, GtkWidget)

GtkWidget *cor_area_map_new (void);

/** cor_area_map_set_areas: which areas; values and lines go. */
void cor_area_map_set_areas (CorAreaMap *self, CorCities *cities);

/**
 * cor_area_map_set_values:
 * @values: (array): one for each area; NaN is drawn empty
 * @most: the value of the strongest colour, so that colours stay the same from month to month
 * @unit: what follows an amount, translated
 */
void cor_area_map_set_values (CorAreaMap *self, const double *values, double most, const char *unit);

/** cor_area_map_find: the area at a place of the widget, or -1. */
int cor_area_map_find (CorAreaMap *self, double x, double y);

/** cor_area_map_set_lines: (transfer full): #CorPath drawn over the areas. */
void cor_area_map_set_lines (CorAreaMap *self, GPtrArray *paths);

G_END_DECLS
