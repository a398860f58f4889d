/* cor-chart-waterfall.c: from the base gap over each policy to what is left.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-chart-rows.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Where a step starts and ends, in yuan. */
typedef struct
{
  double from, to;
} Step;

static Step *
accumulate (const CorChartSeries *series)
{
  Step *steps = g_new0 (Step, MAX (1, series->points->len));
  double level = 0;
  for (guint i = 0; i < series->points->len; i++)
    {
      const CorChartPoint *point = cor_series_point (series, i);
      double y = isfinite (point->y) ? point->y : 0;
      steps[i] = point->total ? (Step){ 0, y } : (Step){ level, level + y };
      level = steps[i].to;
    }
  return steps;
}

/* Steps down are better, steps up cost more; totals have a colour of their own. */
static CorRole
step_role (const CorChartPoint *point)
{
  if (point->total)
    return point->role;
  return point->y <= 0 ? COR_ROLE_POLICY : COR_ROLE_WORSE;
}

static double
slot (const CorPlot *plot, guint count)
{
  return plot->area.width / count;
}

static void
draw_step (CorPlot *plot, const CorChartSeries *series, const Step *steps, guint index)
{
  CorCanvas *canvas = plot->canvas;
  cairo_t *cr = canvas->cr;
  const CorChartPoint *point = cor_series_point (series, index);
  double u = canvas->u, width = slot (plot, series->points->len);
  double a = cor_plot_py (plot, steps[index].from), b = cor_plot_py (plot, steps[index].to);
  CorBox box = { plot->area.x + width * (index + 0.16), MIN (a, b), width * 0.68, fabs (a - b) };
  CorRole role = step_role (point);
  cor_canvas_rounded (canvas, box, 2 * u);
  cor_canvas_color (canvas, role, cor_canvas_emphasis (canvas, point->id));
  cairo_fill (cr);
  if (index + 1 < series->points->len)
    {
      cor_canvas_color (canvas, COR_ROLE_SECONDARY, 1);
      cairo_set_line_width (cr, 1 * u);
      cor_canvas_dashes (canvas, 1.5, 2);
      cairo_move_to (cr, box.x + box.width, b);
      cairo_line_to (cr, box.x + width, b);
      cairo_stroke (cr);
      cairo_set_dash (cr, NULL, 0, 0);
    }
  /* All of its slot with the name below: a step of nothing has to be found by the pointer too. */
  CorBox reach = { plot->area.x + width * index, plot->area.y, width, canvas->height - plot->area.y };
  cor_canvas_region (canvas, reach, 0, (int)index, -1);
}

static void
draw_amount (CorPlot *plot, const CorChartSeries *series, const Step *steps, guint index)
{
  CorCanvas *canvas = plot->canvas;
  const CorChartPoint *point = cor_series_point (series, index);
  double u = canvas->u, width = slot (plot, series->points->len), text_width, text_height;
  double a = cor_plot_py (plot, steps[index].from), b = cor_plot_py (plot, steps[index].to);
  double x = plot->area.x + width * (index + 0.5);
  if (!isfinite (point->y))
    return;
  g_autofree char *text = cor_format_money_in (point->y, &canvas->money, TRUE);
  cor_canvas_measure (canvas, COR_TEXT_STRONG, text, &text_width, &text_height);
  if (fabs (a - b) >= text_height && width * 0.68 >= text_width)
    cor_canvas_text_on (canvas, COR_TEXT_STRONG, step_role (point), text,
                        (CorAnchor){ x, (a + b) / 2, 0.5, 0.5 });
  else
    {
      const CorAnchor places[]
          = { { x, MIN (a, b) - 2 * u, 0.5, 1 }, { x, MAX (a, b) + 2 * u, 0.5, 0 } };
      cor_canvas_text_best (canvas, COR_TEXT_STRONG, step_role (point), text, places,
                            G_N_ELEMENTS (places), COR_ANY_INK);
    }
}

static void
draw_step_name (CorPlot *plot, const CorChartSeries *series, guint index)
{
  CorCanvas *canvas = plot->canvas;
  const CorChartPoint *point = cor_series_point (series, index);
  double width = slot (plot, series->points->len), u = canvas->u;
  double x = plot->area.x + width * (index + 0.5);
  double y = plot->area.y + plot->area.height + 6 * u;
  double used = cor_canvas_text_wrap (canvas, COR_TEXT_LABEL, COR_ROLE_TEXT, point->label, x, y,
                                      width - 3 * u, 2);
  if (used > 0)
    cor_canvas_text_wrap (canvas, COR_TEXT_TICK, COR_ROLE_SECONDARY, point->note, x, y + used,
                          width - 3 * u, 1);
}

static void
draw_columns (CorCanvas *canvas,
              const CorChartSeries *series,
              const Step *steps,
              double top,
              double bottom)
{
  CorPlot plot;
  double line = cor_canvas_line (canvas, COR_TEXT_TICK);
  cor_plot_range (&plot, canvas, TRUE);
  plot.y0 = plot.y1 = 0;
  for (guint i = 0; i < series->points->len; i++)
    cor_plot_include (&plot, steps[i].to);
  double pad = (plot.y1 - plot.y0) * 0.06;
  plot.y0 -= plot.y0 < 0 ? pad : 0;
  plot.y1 += pad > 0 ? pad : 1;
  cor_plot_frame (&plot, top, bottom - (bottom - top > 8 * line ? 2 * line : 0));
  cor_plot_zone (&plot, plot.y0, 0, COR_ROLE_BETTER, 0.07);
  for (guint i = 0; i < series->points->len; i++)
    draw_step (&plot, series, steps, i);
  for (guint i = 0; i < series->points->len; i++)
    draw_amount (&plot, series, steps, i);
  for (guint i = 0; i < series->points->len; i++)
    draw_step_name (&plot, series, i);
  double floor_y = plot.area.y + plot.area.height;
  if (floor_y - cor_plot_py (&plot, 0) > 1.5 * line)
    cor_canvas_text (canvas, COR_TEXT_STRONG, COR_ROLE_BETTER, _ ("cheaper than diesel"),
                     (CorAnchor){ plot.area.x + 6 * canvas->u, floor_y - 4 * canvas->u, 0, 1 });
}

/* A step lying down, its amount behind its end. */
static void
draw_row (CorRows *rows, const Step *steps, guint row)
{
  CorCanvas *canvas = rows->canvas;
  guint index = rows->order[row];
  const CorChartPoint *point = cor_series_point (rows->series, index);
  double u = canvas->u, y = cor_rows_middle (rows, row), height = MIN (rows->row * 0.66, 20 * u);
  double a = cor_rows_px (rows, steps[index].from), b = cor_rows_px (rows, steps[index].to);
  if (!isfinite (a + b))
    return;
  CorBox box = { MIN (a, b), y - height / 2, fabs (b - a), height };
  cor_canvas_rounded (canvas, box, 2 * u);
  cor_canvas_color (canvas, step_role (point), cor_canvas_emphasis (canvas, point->id));
  cairo_fill (canvas->cr);
  cor_canvas_region (canvas, (CorBox){ 0, y - rows->row / 2, canvas->width, rows->row }, 0, (int)index, -1);
  g_autofree char *text = cor_format_money_in (point->y, &canvas->money, TRUE);
  const CorAnchor places[]
      = { { box.x + box.width + 4 * u, y, 0, 0.5 }, { box.x - 4 * u, y, 1, 0.5 } };
  gboolean left = b < a;
  if (!cor_canvas_text_halo (canvas, COR_TEXT_STRONG, COR_ROLE_TEXT, text, places[left]))
    cor_canvas_text_halo (canvas, COR_TEXT_STRONG, COR_ROLE_TEXT, text, places[!left]);
}

/* Many steps, or long names: rows instead of columns. */
static void
draw_rows (CorCanvas *canvas,
           const CorChartSeries *series,
           const Step *steps,
           double top,
           double bottom)
{
  CorRows rows = { .canvas = canvas, .series = series, .all = TRUE };
  cor_rows_collect (&rows, FALSE);
  rows.x0 = MIN (rows.x0, 0);
  rows.x1 = MAX (rows.x1, 0);
  for (guint i = 0; i < series->points->len; i++)
    {
      rows.x0 = MIN (rows.x0, steps[i].to);
      rows.x1 = MAX (rows.x1, steps[i].to);
    }
  cor_rows_layout (&rows, top, bottom);
  cor_rows_axis (&rows);
  for (guint r = 0; r < rows.count; r++)
    {
      draw_row (&rows, steps, r);
      cor_rows_label (&rows, r);
    }
  g_free (rows.order);
}

/* Whether each name's longest word fits under its column. */
static gboolean
names_fit (CorCanvas *canvas, const CorChartSeries *series)
{
  double room = (canvas->width - 40 * canvas->u) / MAX (1, series->points->len) - 3 * canvas->u;
  for (guint i = 0; i < series->points->len; i++)
    {
      const char *label = cor_series_point (series, i)->label;
      g_auto (GStrv) words = g_strsplit (label ? label : "", " ", -1);
      for (guint w = 0; words[w] != NULL; w++)
        {
          double width;
          cor_canvas_measure (canvas, COR_TEXT_LABEL, words[w], &width, NULL);
          /* A word without spaces in Chinese may break once. */
          if (width > ((guchar)words[w][0] < 0x80 ? room : room * 2))
            return FALSE;
        }
    }
  return TRUE;
}

void
cor_chart_draw_waterfall (CorCanvas *canvas)
{
  const CorChartSeries *series = cor_chart_series_at (canvas->chart, 0);
  double top = cor_canvas_heading (canvas), bottom = cor_canvas_footing (canvas);
  g_autofree Step *steps = accumulate (series);
  if (names_fit (canvas, series))
    draw_columns (canvas, series, steps, top, bottom);
  else
    draw_rows (canvas, series, steps, top, bottom);
}
