/* cor-chart-plot.h: two axes and what is drawn between them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Private to the charts.
 */
#pragma once

#include "cor-chart-canvas.h"
#include "cor-ticks.h"

G_BEGIN_DECLS

/* A frame: set the ranges, then call cor_plot_frame(). */
typedef struct
{
  CorCanvas *canvas;
  CorBox area;           /* between the axes, in pixels */
  double x0, x1, y0, y1; /* the data's range */
  double end_labels;     /* pixels kept free on the right for them */
  CorTicks y_ticks;
} CorPlot;

/* Sets the ranges from all series; y is padded a little and includes zero if asked to. */
void cor_plot_range (CorPlot *plot, CorCanvas *canvas, gboolean zero);

/* Widens y to include `value` where it is finite. */
void cor_plot_include (CorPlot *plot, double value);

/* Sizes the area between `top` and `bottom` and draws grid, zero line and tick labels. */
void cor_plot_frame (CorPlot *plot, double top, double bottom);

/* A tick's text, with as many digits as tell the ticks apart. The unit stands where
 * `with_unit` is set: on one tick of an axis. Owned by the caller. */
char *cor_plot_tick_text (const CorCanvas *canvas, const CorChartAxis *axis, const CorTicks *ticks,
                          double value, gboolean with_unit);

/* Labels along the x axis: by its quantity. */
void cor_plot_x_ticks (CorPlot *plot);

/* Data to pixels. */
double cor_plot_px (const CorPlot *plot, double x);
double cor_plot_py (const CorPlot *plot, double y);

/* Measures the names of all series and keeps room for them on the right. */
void cor_plot_reserve_end_labels (CorPlot *plot);

/* Names the lines at their ends, moved apart where they would overlap. */
void cor_plot_end_labels (CorPlot *plot);

/* Draws a series as a line with gaps at NaN and notes its points for hit testing. */
void cor_plot_line (CorPlot *plot, guint index);

/* Fills between low and high of a series: `far` takes the outer spread. */
void cor_plot_band (CorPlot *plot, guint index, gboolean far, double alpha);

/* Fills a horizontal zone between two values of y. */
void cor_plot_zone (CorPlot *plot, double from, double to, CorRole role, double alpha);

/* A level across the plot, dashed, named at its right. */
void cor_plot_limit (CorPlot *plot, guint mark);

/* A dotted line from a point down to the x axis. */
void cor_plot_drop (CorPlot *plot, double x, double y, CorRole role);

/* A ring on the ground's colour around a point. */
void cor_plot_ring (CorPlot *plot, double x, double y, CorRole role, double radius);

/* The colour role of a line: baselines are grey, the scenario at hand is the accent. */
CorRole cor_series_role (const CorChartSeries *series);

/* The walk over a chart that drawing and pointing share. */
void cor_chart_walk (CorCanvas *canvas);

/* Fills a hit from the region under the pointer. */
void cor_chart_hit_fill (CorChartHit *hit, const CorCanvas *canvas, const CorRegion *region);

/* Each kind of chart draws into the canvas. */
void cor_chart_draw_gap (CorCanvas *canvas);
void cor_chart_draw_parts (CorCanvas *canvas);
void cor_chart_draw_charge (CorCanvas *canvas);
void cor_chart_draw_stages (CorCanvas *canvas);
void cor_chart_draw_waterfall (CorCanvas *canvas);
void cor_chart_draw_cumulative (CorCanvas *canvas);
void cor_chart_draw_heat (CorCanvas *canvas);
void cor_chart_draw_tornado (CorCanvas *canvas);
void cor_chart_draw_spread (CorCanvas *canvas);
void cor_chart_draw_day (CorCanvas *canvas);
void cor_chart_draw_months (CorCanvas *canvas);
void cor_chart_draw_bars (CorCanvas *canvas);
void cor_chart_draw_cash (CorCanvas *canvas);

/* Shorthands for the data. */
static inline CorChartSeries *
cor_chart_series_at (const CorChart *chart, guint index)
{
  return (CorChartSeries *) chart->series->pdata[index];
}

static inline CorChartPoint *
cor_series_point (const CorChartSeries *series, guint index)
{
  return &g_array_index (series->points, CorChartPoint, index);
}

G_END_DECLS
