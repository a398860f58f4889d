/* cor-chart-bars.c: things in rows, with a bar for each way of counting them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-chart-plot.h"

#include <math.h>

/* Where rows and bars stand, pixels. */
typedef struct
{
  CorCanvas *canvas;
  double top, row, bar;
  double left, right; /* where bars begin and may end */
  double largest;
  guint rows;
} Bars;

static double
label_width (const Bars *bars)
{
  const CorChartSeries *first = cor_chart_series_at (bars->canvas->chart, 0);
  double most = 0;
  for (guint i = 0; i < first->points->len; i++)
    {
      const CorChartPoint *point = cor_series_point (first, i);
      double width = 0;
      cor_canvas_measure (bars->canvas, COR_TEXT_TICK, point->label ? point->label : "", &width, NULL);
      most = MAX (most, width);
    }
  return MIN (most, bars->canvas->width * 0.35);
}

static void
draw_legend (const Bars *bars, double y)
{
  CorCanvas *canvas = bars->canvas;
  double x = bars->left, u = canvas->u, line = cor_canvas_line (canvas, COR_TEXT_TICK);
  for (guint k = 0; k < canvas->chart->series->len; k++)
    {
      const CorChartSeries *series = cor_chart_series_at (canvas->chart, k);
      double width = 0;
      cairo_rectangle (canvas->cr, x, y + line / 2 - 4 * u, 8 * u, 8 * u);
      cor_canvas_color (canvas, cor_series_role (series), 1);
      cairo_fill (canvas->cr);
      cor_canvas_measure (canvas, COR_TEXT_TICK, series->name ? series->name : "", &width, NULL);
      cor_canvas_text (canvas, COR_TEXT_TICK, COR_ROLE_TEXT, series->name ? series->name : "",
                       (CorAnchor){ x + 12 * u, y, 0, 0 });
      x += width + 28 * u;
    }
}

static void
draw_bar (const Bars *bars, guint index, guint row)
{
  CorCanvas *canvas = bars->canvas;
  const CorChartSeries *series = cor_chart_series_at (canvas->chart, index);
  const CorChartPoint *point = cor_series_point (series, row);
  double u = canvas->u, y = bars->top + row * bars->row + index * bars->bar;
  if (!isfinite (point->y))
    return;
  double width = bars->largest > 0 ? MAX (point->y, 0) / bars->largest * (bars->right - bars->left) : 0;
  g_autofree char *amount = cor_canvas_value (canvas, &canvas->chart->y, point->y);
  cairo_rectangle (canvas->cr, bars->left, y, MAX (width, u), bars->bar - 1.5 * u);
  cor_canvas_color (canvas, cor_series_role (series), cor_canvas_emphasis (canvas, point->id));
  cairo_fill (canvas->cr);
  cor_canvas_region (canvas, (CorBox){ bars->left, y, bars->right - bars->left, bars->bar }, (int)index, (int)row, -1);
  if (bars->bar >= 0.75 * cor_canvas_line (canvas, COR_TEXT_TICK))
    cor_canvas_text (canvas, COR_TEXT_TICK, COR_ROLE_TEXT, amount,
                     (CorAnchor){ bars->left + width + 5 * u, y + bars->bar / 2, 0, 0.5 });
}

static void
find_largest (Bars *bars)
{
  const CorChart *chart = bars->canvas->chart;
  for (guint k = 0; k < chart->series->len; k++)
    {
      const CorChartSeries *series = cor_chart_series_at (chart, k);
      bars->rows = k == 0 ? series->points->len : MIN (bars->rows, series->points->len);
      for (guint i = 0; i < series->points->len; i++)
        bars->largest = fmax (bars->largest, cor_series_point (series, i)->y);
    }
}

void
cor_chart_draw_bars (CorCanvas *canvas)
{
  Bars bars = { .canvas = canvas };
  double top = cor_canvas_heading (canvas), bottom = cor_canvas_footing (canvas);
  double u = canvas->u, line = cor_canvas_line (canvas, COR_TEXT_TICK);
  find_largest (&bars);
  bars.left = label_width (&bars) + 8 * u;
  bars.right = canvas->width - 64 * u;
  draw_legend (&bars, top);
  bars.top = top + line + 8 * u;
  bars.row = MIN ((bottom - bars.top) / MAX (1, bars.rows), 2.6 * line * canvas->chart->series->len);
  bars.bar = MAX (2 * u, (bars.row - 5 * u) / canvas->chart->series->len);
  for (guint row = 0; row < bars.rows; row++)
    {
      const CorChartPoint *point = cor_series_point (cor_chart_series_at (canvas->chart, 0), row);
      double middle = bars.top + row * bars.row + (bars.row - 5 * u) / 2;
      cor_canvas_text_cut (canvas, COR_TEXT_TICK, COR_ROLE_TEXT, point->label ? point->label : "",
                           (CorAnchor){ bars.left - 8 * u, middle, 1, 0.5 }, bars.left - 8 * u);
      for (guint k = 0; k < canvas->chart->series->len; k++)
        draw_bar (&bars, k, row);
    }
}
