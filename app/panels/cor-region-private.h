/* cor-region-private.h: the inside of the region window, for cor-region-*.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-area-map.h"
#include "cor-attribution.h"
#include "cor-chart-view.h"
#include "cor-city-table.h"
#include "cor-column-menu.h"
#include "cor-data-table.h"
#include "cor-region-window.h"

G_BEGIN_DECLS

struct _CorRegionWindow
{
  AdwWindow parent_instance;

  CorSession *session;
  CorCities *cities;
  char *areas_path; /* what @cities were read from; NULL for the bundled ones */
  CorCityTable *months;
  char *months_path;
  gboolean filling;

  AdwViewStack *stack;
  GtkLabel *factors;
  AdwBin *factor_bin;

  AdwBin *rows_bin;
  GtkDropDown *by;
  CorColumnMenu *columns;
  CorDataTable *rows;

  AdwBin *cities_bin;
  AdwBin *city_map_bin;
  CorChartView *city_chart;
  GtkLabel *city_note;
  CorDataTable *city_table;
  CorAreaMap *city_map;

  GtkStack *months_stack;
  GtkDropDown *city;
  GtkDropDown *standard;
  CorChartView *month_chart;
  GtkLabel *forecast_note;
  AdwBin *month_map_bin;
  CorAreaMap *month_map;
  GtkScale *month;
  GtkLabel *month_label;
};

/* Each makes a page, and fills it from the results, the areas and the table there are. */
void cor_region_init_rows (CorRegionWindow *self);
void cor_region_fill_rows (CorRegionWindow *self, const CorResults *results);
void cor_region_init_cities (CorRegionWindow *self);
void cor_region_fill_cities (CorRegionWindow *self, const CorResults *results);
void cor_region_init_months (CorRegionWindow *self);
void cor_region_fill_months (CorRegionWindow *self, const CorResults *results);

/* The names of the table's cities anew in their menu. */
void cor_region_list_cities (CorRegionWindow *self);

G_END_DECLS
