/* cor-chart-lines.c: lines, bands and the names at their ends.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-chart-plot.h"

#include <math.h>

CorRole
cor_series_role (const CorChartSeries *series)
{
  return series->style == COR_STYLE_BASELINE ? COR_ROLE_BASELINE : series->role;
}

static void
set_line_style (CorCanvas *canvas, const CorChartSeries *series)
{
  double width = series->style == COR_STYLE_STRONG ? 2.5 : 1.5;
  gboolean lit
      = canvas->highlight != NULL && g_strcmp0 (canvas->highlight, series->id) == 0;
  cairo_set_line_width (canvas->cr, (lit ? MAX (width, 2) + 0.5 : width) * canvas->u);
  cairo_set_line_join (canvas->cr, CAIRO_LINE_JOIN_ROUND);
  cor_canvas_dashes (canvas, series->style == COR_STYLE_BASELINE ? 4 : 0, 3);
  cor_canvas_color (canvas, cor_series_role (series), cor_canvas_emphasis (canvas, series->id));
}

static gboolean
is_drawn (const CorChartSeries *series, gint64 index)
{
  if (index < 0 || index >= series->points->len)
    return FALSE;
  const CorChartPoint *point = cor_series_point (series, (guint)index);
  return isfinite (point->x) && isfinite (point->y);
}

/* A point between two gaps would be invisible as a line: it gets a dot. So do the points of
 * a line among columns. */
static void
draw_dots (CorPlot *plot, const CorChartSeries *series)
{
  cairo_t *cr = plot->canvas->cr;
  cairo_set_dash (cr, NULL, 0, 0);
  for (guint i = 0; i < series->points->len; i++)
    {
      const CorChartPoint *point = cor_series_point (series, i);
      gboolean alone = !is_drawn (series, (gint64)i - 1) && !is_drawn (series, (gint64)i + 1);
      if (!is_drawn (series, i) || (!alone && series->style != COR_STYLE_LINE))
        continue;
      cairo_new_path (cr);
      cairo_arc (cr, cor_plot_px (plot, point->x), cor_plot_py (plot, point->y),
                 2.5 * plot->canvas->u, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

void
cor_plot_line (CorPlot *plot, guint index)
{
  CorCanvas *canvas = plot->canvas;
  const CorChartSeries *series = cor_chart_series_at (canvas->chart, index);
  double last_x = NAN, last_y = NAN;
  cairo_new_path (canvas->cr);
  for (guint i = 0; i < series->points->len; i++)
    {
      const CorChartPoint *point = cor_series_point (series, i);
      double x = NAN, y = NAN;
      if (is_drawn (series, i))
        {
          x = cor_plot_px (plot, point->x);
          y = cor_plot_py (plot, point->y);
          if (isnan (last_x))
            cairo_move_to (canvas->cr, x, y);
          else
            cairo_line_to (canvas->cr, x, y);
          cor_canvas_ink (canvas, last_x, last_y, x, y);
          cor_canvas_region (canvas, (CorBox){ x, y, 0, 0 }, (int)index, (int)i, -1);
        }
      last_x = x;
      last_y = y;
    }
  set_line_style (canvas, series);
  cairo_stroke (canvas->cr);
  draw_dots (plot, series);
  cairo_set_dash (canvas->cr, NULL, 0, 0);
}

/* Traces one edge of a run of points; returns the first index after it. */
static guint
trace_edge (CorPlot *plot, const CorChartSeries *series, guint from, gboolean far)
{
  guint end = from;
  for (; end < series->points->len; end++)
    {
      const CorChartPoint *point = cor_series_point (series, end);
      double high = far ? point->far_high : point->high;
      if (!isfinite (high) || !isfinite (far ? point->far_low : point->low))
        break;
      cairo_line_to (plot->canvas->cr, cor_plot_px (plot, point->x), cor_plot_py (plot, high));
    }
  for (guint i = end; i > from; i--)
    {
      const CorChartPoint *point = cor_series_point (series, i - 1);
      double low = far ? point->far_low : point->low;
      cairo_line_to (plot->canvas->cr, cor_plot_px (plot, point->x), cor_plot_py (plot, low));
    }
  cairo_close_path (plot->canvas->cr);
  return end;
}

void
cor_plot_band (CorPlot *plot, guint index, gboolean far, double alpha)
{
  CorCanvas *canvas = plot->canvas;
  const CorChartSeries *series = cor_chart_series_at (canvas->chart, index);
  cairo_new_path (canvas->cr);
  for (guint i = 0; i < series->points->len; i++)
    {
      const CorChartPoint *point = cor_series_point (series, i);
      if (isfinite (far ? point->far_low : point->low)
          && isfinite (far ? point->far_high : point->high))
        i = trace_edge (plot, series, i, far);
    }
  cor_canvas_color (canvas, cor_series_role (series), alpha);
  cairo_fill (canvas->cr);
}

void
cor_plot_reserve_end_labels (CorPlot *plot)
{
  CorCanvas *canvas = plot->canvas;
  double widest = 0;
  for (guint s = 0; s < canvas->chart->series->len; s++)
    {
      const CorChartSeries *series = cor_chart_series_at (canvas->chart, s);
      double width = 0;
      if (series->name != NULL)
        cor_canvas_measure (canvas, COR_TEXT_STRONG, series->name, &width, NULL);
      widest = MAX (widest, width);
    }
  double room = MIN (widest + 8 * canvas->u, canvas->width * 0.42);
  if (canvas->width < 150 * canvas->u)
    return; /* a thumbnail: the lines themselves need the room */
  plot->end_labels = room >= 40 * canvas->u || (widest > 0 && room >= widest) ? room : 0;
}

/* The last point of a series that has a value, or NULL. */
static const CorChartPoint *
last_point (const CorChartSeries *series)
{
  for (guint i = series->points->len; i > 0; i--)
    if (is_drawn (series, (gint64)i - 1))
      return cor_series_point (series, i - 1);
  return NULL;
}

void
cor_plot_end_labels (CorPlot *plot)
{
  CorCanvas *canvas = plot->canvas;
  guint count = canvas->chart->series->len;
  double u = canvas->u, line = cor_canvas_line (canvas, COR_TEXT_LABEL);
  if (plot->end_labels <= 0)
    return;
  g_autofree CorLabel *labels = g_new0 (CorLabel, count);
  for (guint s = 0; s < count; s++)
    {
      const CorChartSeries *series = cor_chart_series_at (canvas->chart, s);
      const CorChartPoint *last = last_point (series);
      labels[s].want = last && series->name ? cor_plot_py (plot, last->y) : NAN;
      labels[s].size = line;
      labels[s].priority = series->style == COR_STYLE_STRONG ? 1e6 : (double)(count - s);
    }
  cor_labels_spread (labels, count, plot->area.y - line / 2,
                     plot->area.y + plot->area.height + line / 2);
  double x = plot->area.x + plot->area.width + 6 * u;
  for (guint s = 0; s < count; s++)
    {
      const CorChartSeries *series = cor_chart_series_at (canvas->chart, s);
      if (isnan (labels[s].at))
        continue;
      gboolean faded = cor_canvas_emphasis (canvas, series->id) < 1;
      gboolean bold = canvas->highlight ? !faded : series->style == COR_STYLE_STRONG;
      CorTextStyle style = bold ? COR_TEXT_STRONG : COR_TEXT_LABEL;
      gboolean quiet = faded || series->style == COR_STYLE_BASELINE;
      CorRole role = quiet ? COR_ROLE_SECONDARY : series->role;
      cor_canvas_text_cut (canvas, style, role, series->name,
                           (CorAnchor){ x, labels[s].at, 0, 0.5 }, canvas->width - x);
    }
}
