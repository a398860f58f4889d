/* cor-chart-months.c: a monthly series, and its forecast with a band.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-chart-plot.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static gboolean
is_forecast (const CorChartPoint *point)
{
  return isfinite (point->low) && isfinite (point->high);
}

/* The measured part solid, the forecast dashed. */
static void
draw_line (CorPlot *plot, guint index)
{
  CorCanvas *canvas = plot->canvas;
  cairo_t *cr = canvas->cr;
  const CorChartSeries *series = cor_chart_series_at (canvas->chart, index);
  cairo_set_line_width (cr, (series->style == COR_STYLE_STRONG ? 2.25 : 1.5) * canvas->u);
  cor_canvas_color (canvas, cor_series_role (series), cor_canvas_emphasis (canvas, series->id));
  for (int pass = 0; pass < 2; pass++)
    {
      double last_x = NAN, last_y = NAN;
      cor_canvas_dashes (canvas, pass == 1 ? 3.5 : 0, 2.5);
      for (guint i = 0; i < series->points->len; i++)
        {
          const CorChartPoint *point = cor_series_point (series, i);
          double x = cor_plot_px (plot, point->x), y = cor_plot_py (plot, point->y);
          if (!isfinite (x + y))
            x = y = NAN;
          if (isfinite (last_x + x) && is_forecast (point) == (pass == 1))
            {
              cairo_move_to (cr, last_x, last_y);
              cairo_line_to (cr, x, y);
              cor_canvas_ink (canvas, last_x, last_y, x, y);
            }
          if (pass == 1 && isfinite (x))
            cor_canvas_region (canvas, (CorBox){ x, y, 0, 0 }, (int)index, (int)i, -1);
          last_x = x;
          last_y = y;
        }
      cairo_stroke (cr);
    }
  cairo_set_dash (cr, NULL, 0, 0);
}

/* A dotted line where the measured part ends, and the word. */
static void
draw_forecast_start (CorPlot *plot, const CorChartSeries *series)
{
  CorCanvas *canvas = plot->canvas;
  for (guint i = 1; i < series->points->len; i++)
    {
      const CorChartPoint *point = cor_series_point (series, i);
      if (!is_forecast (point) || !isfinite (cor_series_point (series, i - 1)->y))
        continue;
      double x = cor_series_point (series, i - 1)->x, u = canvas->u;
      cor_plot_drop (plot, x, plot->y1, COR_ROLE_BASELINE);
      double px = cor_plot_px (plot, x) + 5 * u, low = plot->area.y + plot->area.height - 3 * u;
      const CorAnchor places[] = { { px, plot->area.y, 0, 0 }, { px, low, 0, 1 } };
      cor_canvas_text_best (canvas, COR_TEXT_TICK, COR_ROLE_SECONDARY, _ ("forecast"), places,
                            G_N_ELEMENTS (places), COR_ANY_INK);
      return;
    }
}

void
cor_chart_draw_months (CorCanvas *canvas)
{
  const CorChart *chart = canvas->chart;
  CorPlot plot;
  double top = cor_canvas_heading (canvas), bottom = cor_canvas_footing (canvas);
  cor_plot_range (&plot, canvas, FALSE);
  /* An axis from zero, unless the data is far from it. */
  if (plot.y0 > 0 && plot.y0 < plot.y1 / 2)
    plot.y0 = 0;
  cor_plot_reserve_end_labels (&plot);
  cor_plot_frame (&plot, top, bottom);
  for (guint s = 0; s < chart->series->len; s++)
    {
      cor_plot_band (&plot, s, TRUE, 0.12);
      cor_plot_band (&plot, s, FALSE, 0.22);
    }
  for (guint s = 0; s < chart->series->len; s++)
    draw_line (&plot, s);
  cor_plot_end_labels (&plot);
  draw_forecast_start (&plot, cor_chart_series_at (chart, 0));
  for (guint m = 0; m < chart->marks->len; m++)
    if (g_array_index (chart->marks, CorChartMark, m).kind == COR_MARK_LIMIT)
      cor_plot_limit (&plot, m);
  cor_plot_x_ticks (&plot);
}
