/* cor-chart-spread.c: what the draws of a Monte Carlo give: a fan over years, or boxes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-chart-rows.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The five numbers at the fan's end. */
enum
{
  EDGES = 5
};

static void
draw_fan_labels (CorPlot *plot, const CorChartSeries *series)
{
  CorCanvas *canvas = plot->canvas;
  const CorChartPoint *last = cor_series_point (series, series->points->len - 1);
  const double values[EDGES] = { last->far_low, last->low, last->y, last->high, last->far_high };
  static const double priorities[EDGES] = { 3, 1, 5, 1, 4 };
  /* Translators: percentiles of the draws; P95 is exceeded by 1 in 20. */
  const char *names[EDGES] = { _ ("P5"), _ ("P25"), _ ("median"), _ ("P75"), _ ("P95") };
  CorLabel labels[EDGES];
  double line = cor_canvas_line (canvas, COR_TEXT_LABEL);
  for (guint i = 0; i < EDGES; i++)
    labels[i] = (CorLabel){ .want = cor_plot_py (plot, values[i]),
                            .size = line,
                            .priority = priorities[i] };
  cor_labels_spread (labels, EDGES, plot->area.y - line / 2,
                     plot->area.y + plot->area.height + line / 2);
  double x = plot->area.x + plot->area.width + 6 * canvas->u;
  for (guint i = 0; i < EDGES; i++)
    {
      if (isnan (labels[i].at))
        continue;
      g_autofree char *value = cor_canvas_value (canvas, &canvas->chart->y, values[i]);
      g_autofree char *text = g_strdup_printf ("%s %s", names[i], value);
      gboolean main = i == 2;
      cor_canvas_text_cut (canvas, main ? COR_TEXT_STRONG : COR_TEXT_TICK,
                           main ? cor_series_role (series) : COR_ROLE_SECONDARY, text,
                           (CorAnchor){ x, labels[i].at, 0, 0.5 }, canvas->width - x);
    }
}

static void
draw_fan (CorCanvas *canvas)
{
  const CorChartSeries *series = cor_chart_series_at (canvas->chart, 0);
  CorPlot plot;
  double top = cor_canvas_heading (canvas), bottom = cor_canvas_footing (canvas);
  cor_plot_range (&plot, canvas, TRUE);
  plot.end_labels = canvas->width > 200 * canvas->u ? 84 * canvas->u : 0;
  cor_plot_frame (&plot, top, bottom);
  cor_plot_zone (&plot, plot.y0, 0, COR_ROLE_BETTER, 0.07);
  for (guint s = 0; s < canvas->chart->series->len; s++)
    {
      cor_plot_band (&plot, s, TRUE, 0.16);
      cor_plot_band (&plot, s, FALSE, 0.26);
      cor_plot_line (&plot, s);
    }
  if (plot.end_labels > 0 && series->points->len > 0)
    draw_fan_labels (&plot, series);
  cor_plot_x_ticks (&plot);
}

void
cor_chart_draw_spread (CorCanvas *canvas)
{
  const CorChartSeries *series = cor_chart_series_at (canvas->chart, 0);
  if (series->points->len > 0 && cor_series_point (series, 0)->label != NULL)
    cor_chart_draw_boxes (canvas);
  else
    draw_fan (canvas);
}
