/* cor-chart-assumed.c: figures that rest on something assumed are underlined with dashes, and a line says so.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-chart-plot.h"

#include <glib/gi18n-lib.h>

/* A chart of fewer lines of text than these has no room to say what the dashes mean. */
#define LEAST_LINES 16

gboolean
cor_canvas_has_assumed (const CorCanvas *canvas)
{
  for (guint s = 0; s < canvas->chart->series->len; s++)
    {
      const CorChartSeries *series = cor_chart_series_at (canvas->chart, s);

      for (guint i = 0; i < series->points->len; i++)
        if (cor_series_point (series, i)->assumed)
          return TRUE;
    }
  return FALSE;
}

gboolean
cor_canvas_names_assumed (const CorCanvas *canvas)
{
  return canvas->chart->kind == COR_CHART_TORNADO;
}

void
cor_canvas_underline (CorCanvas *canvas, double x, double y, double width)
{
  cairo_t *cr = canvas->cr;

  cor_canvas_color (canvas, COR_ROLE_WORSE, 1);
  cairo_set_line_width (cr, 1 * canvas->u);
  cor_canvas_dashes (canvas, 3, 2);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + width, y);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

double
cor_canvas_assumed_legend (CorCanvas *canvas, double bottom)
{
  double line = cor_canvas_line (canvas, COR_TEXT_TICK), sample = COR_CANVAS_DASHES * canvas->u;

  if (!cor_canvas_has_assumed (canvas) || canvas->height < LEAST_LINES * line)
    return bottom;
  cor_canvas_underline (canvas, 0, bottom - line * 0.3, sample);
  cor_canvas_text_cut (canvas, COR_TEXT_TICK, COR_ROLE_SECONDARY, _ ("rests on something assumed"), (CorAnchor){ sample + 5 * canvas->u, bottom, 0, 1 },
                       canvas->width - sample);
  return bottom - line - 4 * canvas->u;
}
