/* cor-chart-view.h: a chart on screen: tooltips, a spoken summary, copy and save.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-chart-file.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COR_TYPE_CHART_VIEW (cor_chart_view_get_type ())
/**
 * CorChartView:
 *
 * Signals: "picked" (const char *id): the thing of that id was clicked; "asked" (int series, int point): where
 * that figure comes from, -1 for the chart as a whole: from the menu, or by a click on what has no id.
 */
G_DECLARE_FINAL_TYPE (CorChartView, cor_chart_view, COR, CHART_VIEW, GtkWidget)

GtkWidget *cor_chart_view_new (void);

/** cor_chart_view_set_chart: @chart: (transfer full) (nullable): what is drawn from now on. */
void cor_chart_view_set_chart (CorChartView *self, CorChart *chart);

/** cor_chart_view_set_explains: whether the menu offers to say where a figure comes from; at first it does not. */
void cor_chart_view_set_explains (CorChartView *self, gboolean explains);


G_END_DECLS
