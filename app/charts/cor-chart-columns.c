/* cor-chart-columns.c: columns over hours of the day, and stacked over years.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-chart-plot.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static gboolean
is_line (const CorChartSeries *series)
{
  return series->style == COR_STYLE_LINE;
}

/* Pixels from one column to the next. */
static double
column_step (const CorPlot *plot)
{
  return plot->area.width / MAX (1, plot->x1 - plot->x0);
}

static void
draw_column (CorPlot *plot, guint s, guint i, double from, double to, double alpha)
{
  CorCanvas *canvas = plot->canvas;
  const CorChartSeries *series = cor_chart_series_at (canvas->chart, s);
  const CorChartPoint *point = cor_series_point (series, i);
  double step = column_step (plot), width = MAX (step * 0.8, step - 8 * canvas->u);
  double a = cor_plot_py (plot, from), b = cor_plot_py (plot, to);
  CorBox box = { cor_plot_px (plot, point->x) - width / 2, MIN (a, b), width, fabs (a - b) };
  if (!isfinite (box.x + box.y + box.height))
    return;
  cairo_rectangle (canvas->cr, box.x, box.y, box.width, box.height);
  cor_canvas_color (canvas, COR_ROLE_GROUND, 1); /* no grid shines through */
  cairo_fill_preserve (canvas->cr);
  cor_canvas_color (canvas, series->role, alpha * cor_canvas_emphasis (canvas, series->id));
  cairo_fill (canvas->cr);
  box.height = MAX (box.height, 2 * canvas->u);
  cor_canvas_region (canvas, box, (int)s, (int)i, -1);
}

/* The hour with the most, or -1. */
static int
busiest (const CorChartSeries *series)
{
  int best = -1;
  for (guint i = 0; i < series->points->len; i++)
    {
      double y = cor_series_point (series, i)->y;
      if (y > 0 && (best < 0 || y > cor_series_point (series, (guint)best)->y))
        best = (int)i;
    }
  return best;
}

/* "busiest 10–11 h" at the top right. */
static void
draw_busiest (CorPlot *plot, const CorChartSeries *series, double y)
{
  CorCanvas *canvas = plot->canvas;
  int index = busiest (series);
  if (index < 0)
    return;
  int hour = (int)lround (cor_series_point (series, (guint)index)->x);
  /* Translators: the busiest hour of the day, from and to. */
  g_autofree char *text = g_strdup_printf (_ ("busiest %d–%d h"), hour, hour + 1);
  cor_canvas_text (canvas, COR_TEXT_UNIT, COR_ROLE_SECONDARY, text,
                   (CorAnchor){ canvas->width, y, 1, 0 });
}

static void
frame_day (CorPlot *plot, double top, double bottom)
{
  CorCanvas *canvas = plot->canvas;
  double u = canvas->u, line = cor_canvas_line (canvas, COR_TEXT_TICK);
  if (bottom - top > 7 * line)
    {
      cor_plot_frame (plot, top, bottom);
      return;
    }
  /* A strip in an inspector: columns and hours alone. */
  double foot = bottom - top > 2.2 * line ? line + 2 * u : 0;
  plot->area = (CorBox){ 0, top, canvas->width, MAX (1, bottom - top - foot) };
  cor_canvas_color (canvas, COR_ROLE_GRID, 1);
  cairo_set_line_width (canvas->cr, 1 * u);
  cairo_move_to (canvas->cr, 0, bottom - foot);
  cairo_line_to (canvas->cr, canvas->width, bottom - foot);
  cairo_stroke (canvas->cr);
}

void
cor_chart_draw_day (CorCanvas *canvas)
{
  const CorChart *chart = canvas->chart;
  const CorChartSeries *series = cor_chart_series_at (chart, 0);
  CorPlot plot;
  double top = cor_canvas_heading (canvas), bottom = cor_canvas_footing (canvas);
  cor_plot_range (&plot, canvas, TRUE);
  for (guint m = 0; m < chart->marks->len; m++)
    if (g_array_index (chart->marks, CorChartMark, m).kind == COR_MARK_LIMIT)
      cor_plot_include (&plot, g_array_index (chart->marks, CorChartMark, m).y * 1.08);
  /* Between the middles of hours; the ticks below stand at their beginnings. */
  plot.x0 -= 0.5;
  plot.x1 += 0.5;
  frame_day (&plot, top, bottom);
  int best = busiest (series);
  for (guint i = 0; i < series->points->len; i++)
    {
      const CorChartPoint *point = cor_series_point (series, i);
      double step = column_step (&plot), x = cor_plot_px (&plot, point->x) - step / 2;
      /* The hour answers over the whole height: low columns are hard to aim at. */
      if (isfinite (point->y))
        cor_canvas_region (canvas, (CorBox){ x, plot.area.y, step, plot.area.height }, 0, (int)i,
                           -1);
      draw_column (&plot, 0, i, 0, point->y, (int)i == best ? 1 : 0.5);
    }
  for (guint s = 1; s < chart->series->len; s++)
    cor_plot_line (&plot, s);
  draw_busiest (&plot, series, 0);
  for (guint m = 0; m < chart->marks->len; m++)
    if (g_array_index (chart->marks, CorChartMark, m).kind == COR_MARK_LIMIT)
      cor_plot_limit (&plot, m);
  plot.x0 += 0.5;
  plot.x1 += 0.5;
  cor_plot_x_ticks (&plot);
}

/* Where the next part of a column starts: costs up from zero, income down. */
static double
stack_base (const CorChart *chart, guint s, double x, double y)
{
  double base = 0;
  for (guint below = 0; below < s; below++)
    {
      const CorChartSeries *series = cor_chart_series_at (chart, below);
      for (guint i = 0; i < series->points->len && !is_line (series); i++)
        {
          const CorChartPoint *point = cor_series_point (series, i);
          if (point->x == x && isfinite (point->y) && (point->y < 0) == (y < 0))
            base += point->y;
        }
    }
  return base;
}

static void
draw_stacks (CorPlot *plot, gboolean measure)
{
  const CorChart *chart = plot->canvas->chart;
  for (guint s = 0; s < chart->series->len; s++)
    {
      const CorChartSeries *series = cor_chart_series_at (chart, s);
      for (guint i = 0; i < series->points->len && !is_line (series); i++)
        {
          const CorChartPoint *point = cor_series_point (series, i);
          if (!isfinite (point->y))
            continue;
          double base = stack_base (chart, s, point->x, point->y);
          if (measure)
            cor_plot_include (plot, base + point->y);
          else
            draw_column (plot, s, i, base, base + point->y, 1);
        }
    }
}

/* The parts are named at the right, where the last column has them. */
static void
name_parts (CorPlot *plot)
{
  CorCanvas *canvas = plot->canvas;
  const CorChart *chart = canvas->chart;
  guint count = chart->series->len;
  double line = cor_canvas_line (canvas, COR_TEXT_LABEL);
  g_autofree CorLabel *labels = g_new0 (CorLabel, count);
  for (guint s = 0; s < count; s++)
    {
      const CorChartSeries *series = cor_chart_series_at (chart, s);
      const CorChartPoint *best = NULL;
      for (guint i = 0; i < series->points->len; i++)
        {
          const CorChartPoint *point = cor_series_point (series, i);
          if (isfinite (point->y) && (point->y != 0 || best == NULL))
            best = point;
        }
      labels[s] = (CorLabel){ .want = NAN, .size = line, .priority = best ? fabs (best->y) : 0 };
      if (best == NULL || series->name == NULL)
        continue;
      double base = is_line (series) ? best->y / 2 : stack_base (chart, s, best->x, best->y);
      labels[s].want = cor_plot_py (plot, base + best->y / 2);
    }
  cor_labels_spread (labels, count, plot->area.y - line / 2,
                     plot->area.y + plot->area.height + line / 2);
  double x = plot->area.x + plot->area.width + 6 * canvas->u, u = canvas->u;
  for (guint s = 0; s < count && plot->end_labels > 0; s++)
    {
      const CorChartSeries *series = cor_chart_series_at (chart, s);
      if (isnan (labels[s].at))
        continue;
      cairo_rectangle (canvas->cr, x, labels[s].at - (is_line (series) ? 1 : 4) * u, 8 * u,
                       (is_line (series) ? 2 : 8) * u);
      cor_canvas_color (canvas, series->role, 1);
      cairo_fill (canvas->cr);
      cor_canvas_text_cut (canvas, COR_TEXT_LABEL, COR_ROLE_TEXT, series->name,
                           (CorAnchor){ x + 12 * u, labels[s].at, 0, 0.5 },
                           canvas->width - x - 12 * u);
    }
}

void
cor_chart_draw_cash (CorCanvas *canvas)
{
  const CorChart *chart = canvas->chart;
  CorPlot plot;
  double top = cor_canvas_heading (canvas), bottom = cor_canvas_footing (canvas);
  cor_plot_range (&plot, canvas, TRUE);
  draw_stacks (&plot, TRUE);
  plot.y1 += plot.y1 > 0 ? (plot.y1 - plot.y0) * 0.04 : 0;
  plot.x0 -= 0.5;
  plot.x1 += 0.5;
  cor_plot_reserve_end_labels (&plot);
  plot.end_labels += plot.end_labels > 0 ? 14 * canvas->u : 0;
  cor_plot_frame (&plot, top, bottom);
  draw_stacks (&plot, FALSE);
  for (guint s = 0; s < chart->series->len; s++)
    if (is_line (cor_chart_series_at (chart, s)))
      cor_plot_line (&plot, s);
  name_parts (&plot);
  cor_plot_x_ticks (&plot);
}
