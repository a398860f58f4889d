/* cor-chart.h: what can be done with a chart: draw it, point at it, tell it, save it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A chart is series of points on two axes with marks on top. Its kind decides how that is
 * drawn; the same data is drawn on screen, written to PNG, SVG, PDF and CSV, and told to a
 * screen reader. No GTK here.
 */
#pragma once

#include "cor-chart-data.h"

#include <cairo.h>

G_BEGIN_DECLS

/* What is under the pointer. `text` is owned, `id` borrowed from the chart. */
typedef struct
{
  int series, point, mark; /* -1 where it is none of them */
  const char *id;          /* the object's id, or NULL */
  guint card;              /* where the figure comes from, for cor_chart_card(); 0 for none */
  char *text;              /* for a tooltip: "Two swap stations, 2031: −14 k yuan" */
} CorChartHit;

/* Draws the chart into the rectangle 0, 0, w, h of `cr`'s user space, in units of one pixel
 * (or one point on paper). */
void cor_chart_draw (const CorChart *chart, cairo_t *cr, double w, double h,
                     const CorChartTheme *theme);

/* Finds what was drawn at x, y with the same w, h and theme. FALSE, and `out` cleared, where
 * there is nothing. Free with cor_chart_hit_clear(). */
gboolean cor_chart_hit (const CorChart *chart, double w, double h, const CorChartTheme *theme,
                        double x, double y, CorChartHit *out);

/* The n-th thing that can be pointed at, from 0 on, and its middle; FALSE, and `out` cleared, beyond
 * the last. For going through a chart with the keys. */
gboolean cor_chart_hit_nth (const CorChart *chart, double w, double h, const CorChartTheme *theme,
                            guint n, double *x, double *y, CorChartHit *out);
void cor_chart_hit_clear (CorChartHit *hit);

/* One or two sentences for a screen reader: what the chart shows and what follows from it.
 * `language` as in cor-format.h. Owned by the caller. */
char *cor_chart_describe (const CorChart *chart, const char *language);

/* The data as CSV: one header line, one line a point, dot decimals, the same in every
 * locale; NaN is empty. Owned by the caller. */
char *cor_chart_to_csv (const CorChart *chart);

/* The first x whose y is at or below zero in a COR_CHART_GAP series: the parity year. NaN
 * where it is not reached. */
double cor_chart_parity_year (const CorChartSeries *series);

/* The first x after that at which y is above zero again; NaN where parity lasts. */
double cor_chart_parity_lost (const CorChartSeries *series);

/* The x at which a line begins whose first points have no value; NaN where it begins with the first. */
double cor_chart_first_year (const CorChartSeries *series);

/* The first x at which `series` is at or below `reference` in a COR_CHART_CUMULATIVE: the
 * payback year. NaN where it is not reached. */
double cor_chart_payback_year (const CorChartSeries *reference, const CorChartSeries *series);

G_END_DECLS
