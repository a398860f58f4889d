/* cor-chart-boxes.c: the draws of a Monte Carlo as boxes with whiskers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-chart-rows.h"

#include <math.h>

/* A line from end to end, with a small stop at both. */
static void
draw_whiskers (CorCanvas *canvas, double from, double to, double y, double stop)
{
  cairo_t *cr = canvas->cr;
  cairo_move_to (cr, from, y);
  cairo_line_to (cr, to, y);
  cairo_move_to (cr, from, y - stop);
  cairo_line_to (cr, from, y + stop);
  cairo_move_to (cr, to, y - stop);
  cairo_line_to (cr, to, y + stop);
  cairo_stroke (cr);
}

static void
draw_half (CorCanvas *canvas, CorRole role, const CorBox *box)
{
  cairo_rectangle (canvas->cr, box->x, box->y, box->width, box->height);
  cor_canvas_color (canvas, COR_ROLE_GROUND, 1);
  cairo_fill_preserve (canvas->cr);
  cor_canvas_color (canvas, role, 0.35);
  cairo_fill_preserve (canvas->cr);
  cor_canvas_color (canvas, role, 1);
  cairo_stroke (canvas->cr);
}

static void
draw_box (CorRows *rows, guint row)
{
  CorCanvas *canvas = rows->canvas;
  guint index = rows->order[row];
  const CorChartPoint *point = cor_series_point (rows->series, index);
  double u = canvas->u, y = cor_rows_middle (rows, row), height = MIN (rows->row * 0.55, 18 * u);
  double from = cor_rows_px (rows, point->far_low), to = cor_rows_px (rows, point->far_high);
  double a = cor_rows_px (rows, point->low), b = cor_rows_px (rows, point->high);
  double middle = cor_rows_px (rows, point->y);
  cor_canvas_color (canvas, point->role, 1);
  cairo_set_line_width (canvas->cr, 1.25 * u);
  if (isfinite (from + to))
    draw_whiskers (canvas, from, to, y, height / 4);
  if (isfinite (a + b))
    draw_half (canvas, point->role, &(CorBox){ MIN (a, b), y - height / 2, fabs (b - a), height });
  cor_canvas_region (canvas,
                     (CorBox){ rows->area.x, y - rows->row / 2, rows->area.width, rows->row }, 0,
                     (int)index, -1);
  if (!isfinite (middle))
    return;
  cairo_set_line_width (canvas->cr, 2.5 * u);
  cairo_move_to (canvas->cr, middle, y - height / 2);
  cairo_line_to (canvas->cr, middle, y + height / 2);
  cairo_stroke (canvas->cr);
  double edge = isfinite (to) ? MAX (from, to) : isfinite (b) ? MAX (a, b) : middle;
  g_autofree char *text = cor_canvas_value (canvas, &canvas->chart->y, point->y);
  if (rows->margin > 20 * u)
    cor_canvas_text_halo (canvas, COR_TEXT_STRONG, COR_ROLE_TEXT, text,
                          (CorAnchor){ edge + 5 * u, y, 0, 0.5 });
}

void
cor_chart_draw_boxes (CorCanvas *canvas)
{
  CorRows rows = { .canvas = canvas, .series = cor_chart_series_at (canvas->chart, 0) };
  double top = cor_canvas_heading (canvas), bottom = cor_canvas_footing (canvas);
  cor_rows_collect (&rows, FALSE);
  cor_rows_layout (&rows, top, bottom);
  cor_rows_axis (&rows);
  for (guint r = 0; r < rows.count; r++)
    {
      draw_box (&rows, r);
      cor_rows_label (&rows, r);
    }
  g_free (rows.order);
}
