/* cor-chart-tornado.c: what each parameter moves between its low and its high value.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-chart-rows.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* One side of a bar: from the base to the value at one bound; ↓ and ↑ say which bound. */
static void
draw_side (CorRows *rows, guint row, double base, double value, gboolean at_high)
{
  CorCanvas *canvas = rows->canvas;
  guint index = rows->order[row];
  const CorChartPoint *point = cor_series_point (rows->series, index);
  double u = canvas->u, a = cor_rows_px (rows, base), b = cor_rows_px (rows, value);
  double height = MIN (rows->row * 0.62, 20 * u), y = cor_rows_middle (rows, row);
  if (!isfinite (a + b))
    return;
  CorBox box = { MIN (a, b), y - height / 2, fabs (b - a), height };
  CorRole role = value <= base ? COR_ROLE_POLICY : COR_ROLE_WORSE;
  cairo_rectangle (canvas->cr, box.x, box.y, box.width, box.height);
  cor_canvas_color (canvas, role,
                    cor_canvas_emphasis (canvas, point->id) * (at_high ? 0.95 : 0.55));
  cairo_fill (canvas->cr);
  cor_canvas_region (canvas, (CorBox){ box.x, y - rows->row / 2, box.width, rows->row }, 0,
                     (int)index, -1);
  if (rows->margin < 20 * u)
    return;
  g_autofree char *amount = cor_canvas_value (canvas, &canvas->chart->y, value);
  g_autofree char *text = g_strconcat (at_high ? "↑" : "↓", COR_NBSP, amount, NULL);
  gboolean left = b < a || (b == a && !at_high);
  cor_canvas_text (canvas, COR_TEXT_TICK, COR_ROLE_TEXT, text,
                   (CorAnchor){ b + (left ? -4 : 4) * u, y, left ? 1 : 0, 0.5 });
}

void
cor_chart_draw_tornado (CorCanvas *canvas)
{
  CorRows rows = { .canvas = canvas, .series = cor_chart_series_at (canvas->chart, 0) };
  double top = cor_canvas_heading (canvas), bottom = cor_canvas_footing (canvas);
  double line = cor_canvas_line (canvas, COR_TEXT_TICK);
  gboolean legend = bottom - top > 8 * line && canvas->width > 260 * canvas->u;
  cor_rows_collect (&rows, TRUE);
  cor_rows_layout (&rows, top, bottom - (legend ? line + 4 * canvas->u : 0));
  cor_rows_axis (&rows);
  double base = NAN;
  for (guint r = 0; r < rows.count; r++)
    {
      const CorChartPoint *point = cor_series_point (rows.series, rows.order[r]);
      base = isfinite (point->y) ? point->y : (point->low + point->high) / 2;
      draw_side (&rows, r, base, point->low, FALSE);
      draw_side (&rows, r, base, point->high, TRUE);
      cor_rows_label (&rows, r);
    }
  cor_rows_level (&rows, base, COR_ROLE_TEXT, 1.25);
  if (legend)
    cor_canvas_text_cut (
        canvas, COR_TEXT_TICK, COR_ROLE_SECONDARY, _ ("↓ at the low value, ↑ at the high value"),
        (CorAnchor){ 0, rows.area.y + rows.area.height + line + 8 * canvas->u, 0, 0 },
        canvas->width);
  g_free (rows.order);
}
