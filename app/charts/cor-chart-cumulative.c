/* cor-chart-cumulative.c: cumulative cost over the years of ownership, and when it pays back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-chart-plot.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static gboolean
is_below (const CorChartSeries *reference, const CorChartSeries *series, guint i)
{
  return cor_series_point (series, i)->y <= cor_series_point (reference, i)->y;
}

/* The first point of `series` at or below `reference`, or -1; both have the same x. A smaller down
 * payment alone, with more paid a year later, is no payback. */
static int
payback_index (const CorChartSeries *reference, const CorChartSeries *series)
{
  guint count = MIN (reference->points->len, series->points->len);
  guint first = count > 1 && !is_below (reference, series, 1) ? 1 : 0;
  for (guint i = first; i < count; i++)
    if (is_below (reference, series, i))
      return (int)i;
  return -1;
}

double
cor_chart_payback_year (const CorChartSeries *reference, const CorChartSeries *series)
{
  int index = payback_index (reference, series);
  return index < 0 ? NAN : cor_series_point (series, (guint)index)->x;
}

/* Where the lines cross between two points: 0 at the first, 1 at the second, else outside. */
static double
crossing (double gap0, double gap1)
{
  return gap0 == gap1 ? -1 : gap0 / (gap0 - gap1);
}

static void
fill_piece (CorPlot *plot, const double x[2], const double a[2], const double b[2])
{
  cairo_t *cr = plot->canvas->cr;
  double worse = (b[0] - a[0]) + (b[1] - a[1]);
  cor_canvas_color (plot->canvas, worse > 0 ? COR_ROLE_WORSE : COR_ROLE_BETTER, 0.12);
  cairo_move_to (cr, cor_plot_px (plot, x[0]), cor_plot_py (plot, a[0]));
  cairo_line_to (cr, cor_plot_px (plot, x[1]), cor_plot_py (plot, a[1]));
  cairo_line_to (cr, cor_plot_px (plot, x[1]), cor_plot_py (plot, b[1]));
  cairo_line_to (cr, cor_plot_px (plot, x[0]), cor_plot_py (plot, b[0]));
  cairo_close_path (cr);
  cairo_fill (cr);
}

/* Shades between the lines: amber while electric is dearer, green once it is cheaper. */
static void
fill_between (CorPlot *plot, const CorChartSeries *reference, const CorChartSeries *series)
{
  guint count = MIN (reference->points->len, series->points->len);
  for (guint i = 1; i < count; i++)
    {
      const CorChartPoint *a0 = cor_series_point (reference, i - 1);
      const CorChartPoint *a1 = cor_series_point (reference, i);
      const CorChartPoint *b0 = cor_series_point (series, i - 1);
      const CorChartPoint *b1 = cor_series_point (series, i);
      if (!isfinite (a0->y + a1->y + b0->y + b1->y))
        continue;
      double t = crossing (b0->y - a0->y, b1->y - a1->y);
      double middle = t > 0 && t < 1 ? t : 1;
      double x = a0->x + middle * (a1->x - a0->x);
      double a = a0->y + middle * (a1->y - a0->y), b = b0->y + middle * (b1->y - b0->y);
      fill_piece (plot, (double[]){ a0->x, x }, (double[]){ a0->y, a }, (double[]){ b0->y, b });
      if (middle < 1)
        fill_piece (plot, (double[]){ x, a1->x }, (double[]){ a, a1->y }, (double[]){ b, b1->y });
    }
}

static void
draw_payback (CorPlot *plot, const CorChartSeries *reference, const CorChartSeries *series)
{
  CorCanvas *canvas = plot->canvas;
  int index = payback_index (reference, series);
  if (index < 0)
    return;
  const CorChartPoint *b1 = cor_series_point (series, (guint)index);
  double x = b1->x, y = b1->y, u = canvas->u;
  if (index > 0)
    {
      const CorChartPoint *a0 = cor_series_point (reference, (guint)index - 1);
      const CorChartPoint *b0 = cor_series_point (series, (guint)index - 1);
      double a1 = cor_series_point (reference, (guint)index)->y;
      double t = crossing (b0->y - a0->y, b1->y - a1);
      if (t >= 0 && t <= 1)
        {
          x = b0->x + t * (b1->x - b0->x);
          y = b0->y + t * (b1->y - b0->y);
        }
    }
  cor_plot_drop (plot, x, y, cor_series_role (series));
  cor_plot_ring (plot, x, y, cor_series_role (series), 4 * u);
  g_autofree char *text = index == 0 ? g_strdup (_ ("cheaper from the first day"))
                                     : g_strdup_printf (_ ("pays back in year %.0f"), b1->x);
  double px = cor_plot_px (plot, x), py = cor_plot_py (plot, y), gap = 6 * u;
  double low = plot->area.y + plot->area.height - 4 * u;
  const CorAnchor places[] = { { px + gap, low, 0, 1 },
                               { px - gap, low, 1, 1 },
                               { px + gap, py + gap, 0, 0 },
                               { px - gap, py - gap, 1, 1 },
                               { px, plot->area.y, 0.5, 0 } };
  cor_canvas_text_best (canvas, COR_TEXT_STRONG, cor_series_role (series), text, places,
                        G_N_ELEMENTS (places), COR_ANY_INK);
}

void
cor_chart_draw_cumulative (CorCanvas *canvas)
{
  const CorChart *chart = canvas->chart;
  CorPlot plot;
  double top = cor_canvas_heading (canvas), bottom = cor_canvas_footing (canvas);
  const CorChartSeries *reference = cor_chart_series_at (chart, 0);
  cor_plot_range (&plot, canvas, TRUE);
  cor_plot_reserve_end_labels (&plot);
  cor_plot_frame (&plot, top, bottom);
  for (guint s = 1; s < chart->series->len; s++)
    if (cor_chart_series_at (chart, s)->style == COR_STYLE_STRONG)
      fill_between (&plot, reference, cor_chart_series_at (chart, s));
  for (guint s = 0; s < chart->series->len; s++)
    cor_plot_line (&plot, s);
  for (guint s = 1; s < chart->series->len; s++)
    if (cor_chart_series_at (chart, s)->style == COR_STYLE_STRONG)
      draw_payback (&plot, reference, cor_chart_series_at (chart, s));
  cor_plot_end_labels (&plot);
  cor_plot_x_ticks (&plot);
}
