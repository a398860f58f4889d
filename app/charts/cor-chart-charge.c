/* cor-chart-charge.c: the state of charge along a route, out and back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-chart-plot.h"

#include <math.h>

static const CorChartMark *
mark_at (const CorCanvas *canvas, guint index)
{
  return &g_array_index (canvas->chart->marks, CorChartMark, index);
}

/* The reserve: a red band up to its level, named in it. */
static void
draw_reserve (CorPlot *plot, guint index)
{
  const CorChartMark *mark = mark_at (plot->canvas, index);
  cor_plot_zone (plot, 0, mark->y, COR_ROLE_IMPOSSIBLE, 0.12);
}

static void
draw_reserve_label (CorPlot *plot, guint index)
{
  CorCanvas *canvas = plot->canvas;
  const CorChartMark *mark = mark_at (canvas, index);
  double y = (cor_plot_py (plot, 0) + cor_plot_py (plot, mark->y)) / 2;
  cor_canvas_text_cut (canvas, COR_TEXT_TICK, COR_ROLE_IMPOSSIBLE, mark->label,
                       (CorAnchor){ plot->area.x + 5 * canvas->u, y, 0, 0.5 },
                       plot->area.width * 0.6);
}

/* A stretch along x: a detour, or one that cannot be served. */
static void
draw_stretch (CorPlot *plot, guint index, double alpha)
{
  CorCanvas *canvas = plot->canvas;
  const CorChartMark *mark = mark_at (canvas, index);
  double a = cor_plot_px (plot, mark->x), b = cor_plot_px (plot, mark->x2);
  if (!isfinite (a) || !isfinite (b))
    return;
  CorBox box = { MIN (a, b), plot->area.y, MAX (fabs (b - a), 1), plot->area.height };
  cor_canvas_color (canvas, mark->role, alpha);
  cairo_rectangle (canvas->cr, box.x, box.y, box.width, box.height);
  cairo_fill (canvas->cr);
  cor_canvas_region (canvas, box, -1, -1, (int)index);
}

static void
draw_place (CorPlot *plot, guint index)
{
  CorCanvas *canvas = plot->canvas;
  const CorChartMark *mark = mark_at (canvas, index);
  double x = cor_plot_px (plot, mark->x);
  if (mark->x <= plot->x0 || mark->x >= plot->x1)
    return;
  cor_canvas_color (canvas, COR_ROLE_BASELINE, 1);
  cairo_set_line_width (canvas->cr, 1 * canvas->u);
  cor_canvas_dashes (canvas, 2, 3);
  cairo_move_to (canvas->cr, x, plot->area.y);
  cairo_line_to (canvas->cr, x, plot->area.y + plot->area.height);
  cairo_stroke (canvas->cr);
  cairo_set_dash (canvas->cr, NULL, 0, 0);
}

/* The ends first, then what fits between them. */
static void
draw_place_labels (CorPlot *plot)
{
  CorCanvas *canvas = plot->canvas;
  double y = plot->area.y - 2 * canvas->u, line = cor_canvas_line (canvas, COR_TEXT_TICK);
  for (int pass = 0; pass < 2; pass++)
    for (guint m = 0; m < canvas->chart->marks->len; m++)
      {
        const CorChartMark *mark = mark_at (canvas, m);
        gboolean first = mark->x <= plot->x0, last = mark->x >= plot->x1;
        if (mark->kind != COR_MARK_PLACE || (pass == 0) != (first || last))
          continue;
        double x = cor_plot_px (plot, mark->x);
        double width = pass == 0 ? plot->area.width * 0.45
                                 : cor_canvas_room (canvas, x, y - line, line);
        cor_canvas_text_cut (canvas, COR_TEXT_TICK, COR_ROLE_SECONDARY, mark->label,
                             (CorAnchor){ x, y, first ? 0 : (last ? 1 : 0.5), 1 }, width);
      }
}

/* The jump at a station: a thick line up, its icon at the foot. */
static void
draw_stop (CorPlot *plot, guint index)
{
  CorCanvas *canvas = plot->canvas;
  const CorChartMark *mark = mark_at (canvas, index);
  double x = cor_plot_px (plot, mark->x);
  double from = cor_plot_py (plot, mark->y), to = cor_plot_py (plot, mark->y2);
  double side = 14 * canvas->u, alpha = cor_canvas_emphasis (canvas, mark->id);
  if (!isfinite (x + from + to))
    return;
  cor_canvas_color (canvas, mark->role, alpha);
  cairo_set_line_width (canvas->cr, 3 * canvas->u);
  cairo_move_to (canvas->cr, x, from);
  cairo_line_to (canvas->cr, x, to);
  cairo_stroke (canvas->cr);
  cor_canvas_ink (canvas, x, from, x, to);
  if (plot->area.height > 30 * canvas->u)
    cor_canvas_icon (canvas, mark->role, x, from);
  CorBox foot = { x - side / 2, from - side / 2, side, side };
  CorBox line = { x - 3 * canvas->u, MIN (from, to), 6 * canvas->u, fabs (to - from) };
  cor_canvas_region (canvas, line, -1, -1, (int)index);
  cor_canvas_region (canvas, foot, -1, -1, (int)index);
}

/* "57 → 95 %" beside the icon. */
static void
draw_stop_label (CorPlot *plot, guint index)
{
  CorCanvas *canvas = plot->canvas;
  const CorChartMark *mark = mark_at (canvas, index);
  double u = canvas->u, x = cor_plot_px (plot, mark->x), y = cor_plot_py (plot, mark->y);
  if (!isfinite (mark->y) || !isfinite (mark->y2) || plot->area.height < 50 * u)
    return;
  g_autofree char *from = cor_format_number (mark->y * 100, 0);
  g_autofree char *to = cor_format_percent (mark->y2, 0, canvas->theme->language);
  g_autofree char *text = g_strdup_printf ("%s" COR_NBSP "→" COR_NBSP "%s", from, to);
  const CorAnchor places[] = {
    { x + 11 * u, y, 0, 0.5 },       { x - 11 * u, y, 1, 0.5 },
    { x, y + 9 * u, 0.5, 0 },        { x + 11 * u, y - 12 * u, 0, 1 },
    { x + 11 * u, y + 6 * u, 0, 0 }, { x - 5 * u, y + 9 * u, 1, 0 },
  };
  cor_canvas_text_best (canvas, COR_TEXT_STRONG, COR_ROLE_TEXT, text, places, G_N_ELEMENTS (places),
                        COR_ANY_INK);
}

static gboolean
is_inside (const CorCanvas *canvas, CorMarkKind kind, double x)
{
  for (guint m = 0; m < canvas->chart->marks->len; m++)
    {
      const CorChartMark *mark = mark_at (canvas, m);
      if (mark->kind == kind && x >= mark->x && x <= mark->x2)
        return TRUE;
    }
  return FALSE;
}

/* One piece of the line, dressed by the stretch it lies in. */
static void
draw_piece (CorPlot *plot, const CorChartPoint *a, const CorChartPoint *b, CorRole role)
{
  CorCanvas *canvas = plot->canvas;
  cairo_t *cr = canvas->cr;
  double middle = (a->x + b->x) / 2;
  double x0 = cor_plot_px (plot, a->x), y0 = cor_plot_py (plot, a->y);
  double x1 = cor_plot_px (plot, b->x), y1 = cor_plot_py (plot, b->y);
  gboolean failed = is_inside (canvas, COR_MARK_FAILURE, middle);
  gboolean detour = !failed && is_inside (canvas, COR_MARK_DETOUR, middle);
  if (a->x == b->x && b->y > a->y)
    return; /* the jump is drawn by its stop */
  cairo_set_line_width (cr, 2 * canvas->u);
  cor_canvas_dashes (canvas, failed ? 4 : detour ? 2.5 : 0, failed ? 3 : 2);
  cor_canvas_color (canvas, failed ? COR_ROLE_IMPOSSIBLE : detour ? COR_ROLE_SWAP : role, 1);
  cairo_move_to (cr, x0, y0);
  cairo_line_to (cr, x1, y1);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cor_canvas_ink (canvas, x0, y0, x1, y1);
}

static void
fill_under (CorPlot *plot, const CorChartSeries *series)
{
  cairo_t *cr = plot->canvas->cr;
  double floor_y = cor_plot_py (plot, 0);
  cor_canvas_color (plot->canvas, series->role, 0.1);
  for (guint i = 1; i < series->points->len; i++)
    {
      const CorChartPoint *a = cor_series_point (series, i - 1);
      const CorChartPoint *b = cor_series_point (series, i);
      if (!isfinite (a->y + b->y + a->x + b->x) || a->x == b->x)
        continue;
      double x0 = cor_plot_px (plot, a->x), x1 = cor_plot_px (plot, b->x);
      cairo_move_to (cr, x0, floor_y);
      cairo_line_to (cr, x0, cor_plot_py (plot, MAX (a->y, 0)));
      cairo_line_to (cr, x1, cor_plot_py (plot, MAX (b->y, 0)));
      cairo_line_to (cr, x1, floor_y);
      cairo_close_path (cr);
    }
  cairo_fill (cr);
}

static void
draw_line (CorPlot *plot, guint index)
{
  CorCanvas *canvas = plot->canvas;
  const CorChartSeries *series = cor_chart_series_at (canvas->chart, index);
  fill_under (plot, series);
  for (guint i = 0; i < series->points->len; i++)
    {
      const CorChartPoint *point = cor_series_point (series, i);
      if (!isfinite (point->x + point->y))
        continue;
      const CorChartPoint *last = i > 0 ? cor_series_point (series, i - 1) : NULL;
      if (last != NULL && isfinite (last->x + last->y))
        draw_piece (plot, last, point, series->role);
      cor_canvas_region (canvas,
                         (CorBox){ cor_plot_px (plot, point->x), cor_plot_py (plot, point->y) },
                         (int)index, (int)i, -1);
    }
}

/* The charge on arrival, at the line's end. */
static void
draw_arrival (CorPlot *plot, const CorChartSeries *series)
{
  CorCanvas *canvas = plot->canvas;
  if (series->points->len == 0)
    return;
  const CorChartPoint *point = cor_series_point (series, series->points->len - 1);
  if (!isfinite (point->x + point->y) || point->y < 0)
    return;
  double x = cor_plot_px (plot, point->x), y = cor_plot_py (plot, point->y), gap = 4 * canvas->u;
  g_autofree char *text = cor_format_percent (point->y, 0, canvas->theme->language);
  const CorAnchor places[]
      = { { x, y + gap, 1, 0 }, { x, y - gap, 1, 1 }, { x - 4 * gap, y, 1, 0.5 } };
  CorRole role
      = is_inside (canvas, COR_MARK_FAILURE, point->x) ? COR_ROLE_IMPOSSIBLE : COR_ROLE_TEXT;
  cor_canvas_text_best (canvas, COR_TEXT_STRONG, role, text, places, G_N_ELEMENTS (places),
                        COR_ANY_INK);
}

/* Where the reserve ends, or the plot. */
static double
reserve_y (const CorPlot *plot)
{
  double y = cor_plot_py (plot, 0);
  for (guint m = 0; m < plot->canvas->chart->marks->len; m++)
    {
      const CorChartMark *mark = mark_at (plot->canvas, m);
      if (mark->kind == COR_MARK_LIMIT && isfinite (mark->y))
        y = MIN (y, cor_plot_py (plot, mark->y));
    }
  return y;
}

/* Words on a stretch: what the detour adds, why the route fails. */
static void
draw_stretch_label (CorPlot *plot, guint index)
{
  CorCanvas *canvas = plot->canvas;
  const CorChartMark *mark = mark_at (canvas, index);
  double u = canvas->u;
  double a = cor_plot_px (plot, mark->x), b = cor_plot_px (plot, mark->x2);
  double middle = (a + b) / 2, high = plot->area.y + 3 * u;
  double low = plot->area.y + plot->area.height - 3 * u;
  if (mark->label == NULL || !isfinite (middle))
    return;
  double width, right = plot->area.x + plot->area.width;
  CorTextStyle style = mark->kind == COR_MARK_FAILURE ? COR_TEXT_STRONG : COR_TEXT_TICK;
  cor_canvas_measure (canvas, style, mark->label, &width, NULL);
  double x
      = CLAMP (middle, plot->area.x + width / 2, MAX (plot->area.x + width / 2, right - width / 2));
  gboolean failed = mark->kind == COR_MARK_FAILURE;
  const CorAnchor top = { x, high, 0.5, 0 }, middle_place = { x, (low + high) / 2, 0.5, 0.5 };
  const CorAnchor above = { x, reserve_y (plot) - 2 * u, 0.5, 1 }, bottom = { x, low, 0.5, 1 };
  const CorAnchor places[]
      = { failed ? top : above, failed ? above : bottom, failed ? bottom : top, middle_place };
  cor_canvas_text_best (canvas, style, mark->role, mark->label, places, G_N_ELEMENTS (places),
                        failed ? COR_ANY_INK : 1);
}

static void
draw_marks (CorPlot *plot, CorMarkKind kind, void (*draw) (CorPlot *plot, guint index))
{
  for (guint m = 0; m < plot->canvas->chart->marks->len; m++)
    if (mark_at (plot->canvas, m)->kind == kind)
      draw (plot, m);
}

static void
draw_detour (CorPlot *plot, guint index)
{
  draw_stretch (plot, index, 0.12);
}

static void
draw_failure (CorPlot *plot, guint index)
{
  draw_stretch (plot, index, 0.1);
}

/* The km axis may end behind the last point: a route that fails goes on. */
static void
widen_to_marks (CorPlot *plot)
{
  for (guint m = 0; m < plot->canvas->chart->marks->len; m++)
    {
      const CorChartMark *mark = mark_at (plot->canvas, m);
      if (mark->kind == COR_MARK_LIMIT || mark->kind == COR_MARK_OWN)
        continue;
      plot->x1 = isfinite (mark->x) ? MAX (plot->x1, mark->x) : plot->x1;
      plot->x1 = isfinite (mark->x2) ? MAX (plot->x1, mark->x2) : plot->x1;
    }
}

void
cor_chart_draw_charge (CorCanvas *canvas)
{
  const CorChart *chart = canvas->chart;
  CorPlot plot;
  double top = cor_canvas_heading (canvas), bottom = cor_canvas_footing (canvas);
  double line = cor_canvas_line (canvas, COR_TEXT_TICK);
  gboolean roomy = bottom - top > 6 * line;
  cor_plot_range (&plot, canvas, TRUE);
  plot.y1 = 1;
  plot.y0 = MIN (plot.y0, 0);
  widen_to_marks (&plot);
  cor_plot_frame (&plot, top + (roomy ? line * 0.75 : 0), bottom);
  draw_marks (&plot, COR_MARK_LIMIT, draw_reserve);
  draw_marks (&plot, COR_MARK_DETOUR, draw_detour);
  draw_marks (&plot, COR_MARK_FAILURE, draw_failure);
  draw_marks (&plot, COR_MARK_PLACE, draw_place);
  for (guint s = 0; s < chart->series->len; s++)
    draw_line (&plot, s);
  draw_marks (&plot, COR_MARK_STOP, draw_stop);
  if (roomy)
    draw_place_labels (&plot);
  draw_marks (&plot, COR_MARK_FAILURE, draw_stretch_label);
  draw_marks (&plot, COR_MARK_LIMIT, draw_reserve_label);
  draw_marks (&plot, COR_MARK_STOP, draw_stop_label);
  if (chart->series->len > 0)
    draw_arrival (&plot, cor_chart_series_at (chart, 0));
  draw_marks (&plot, COR_MARK_DETOUR, draw_stretch_label);
  cor_plot_x_ticks (&plot);
}
