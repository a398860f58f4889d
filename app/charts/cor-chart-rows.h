/* cor-chart-rows.h: named rows over one value axis: tornado, boxes, steps.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Private to the charts.
 */
#pragma once

#include "cor-chart-plot.h"

G_BEGIN_DECLS

/* The points of one series as rows. Set canvas and series; free `order` in the end. */
typedef struct
{
  CorCanvas *canvas;
  const CorChartSeries *series;
  guint *order; /* indices of the points, from the top */
  guint count;
  double x0, x1; /* the value axis' range */
  CorBox area;   /* of the bars, in pixels */
  double row;    /* height of one */
  gboolean all;  /* no row may be left out: they get thinner instead */
  double margin; /* kept free on both sides of the bars for amounts */
} CorRows;

/* Keeps the rows that have a value, the widest first if `sort`, and finds the axis' range. */
void cor_rows_collect (CorRows *rows, gboolean sort);

/* Sizes the rows between `top` and `bottom`; leaves out the last where not all fit. */
void cor_rows_layout (CorRows *rows, double top, double bottom);

/* Draws the value axis below the rows and its grid. */
void cor_rows_axis (CorRows *rows);

/* Draws a row's label, and its note where two lines fit. */
void cor_rows_label (CorRows *rows, guint row);

/* Draws a line down all rows at a value. */
void cor_rows_level (CorRows *rows, double value, CorRole role, double width);

/* A value in pixels; the middle of a row. */
double cor_rows_px (const CorRows *rows, double value);
double cor_rows_middle (const CorRows *rows, guint row);

/* Draws the points of the first series as rows of box and whiskers. */
void cor_chart_draw_boxes (CorCanvas *canvas);

G_END_DECLS
