/* cor-chart-rows.c: named rows over one value axis: tornado, boxes, steps.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-chart-rows.h"

#include <math.h>

double
cor_rows_px (const CorRows *rows, double value)
{
  double span = rows->x1 - rows->x0;
  double share = span > 0 ? (value - rows->x0) / span : 0.5;
  return rows->area.x + share * rows->area.width;
}

double
cor_rows_middle (const CorRows *rows, guint row)
{
  return rows->area.y + (row + 0.5) * rows->row;
}

/* How much a row moves: a bar that has one end only comes first, one without any is none. */
static double
swing (const CorChartPoint *point)
{
  double size = fabs (point->high - point->low);
  if (isfinite (size))
    return size;
  return isfinite (point->low) || isfinite (point->high) ? INFINITY : -1;
}

static int
compare_swings (gconstpointer a, gconstpointer b, gpointer data)
{
  const CorChartSeries *series = data;
  double left = swing (cor_series_point (series, *(const guint *)a));
  double right = swing (cor_series_point (series, *(const guint *)b));
  if (left != right)
    return left > right ? -1 : 1;
  return *(const guint *)a < *(const guint *)b ? -1 : 1;
}

static void
include (CorRows *rows, double value)
{
  if (!isfinite (value))
    return;
  rows->x0 = MIN (rows->x0, value);
  rows->x1 = MAX (rows->x1, value);
}

void
cor_rows_collect (CorRows *rows, gboolean sort)
{
  guint count = rows->series->points->len;
  rows->order = g_new0 (guint, MAX (1, count));
  rows->x0 = INFINITY;
  rows->x1 = -INFINITY;
  for (guint i = 0; i < count; i++)
    {
      const CorChartPoint *point = cor_series_point (rows->series, i);
      if (!isfinite (point->y) && swing (point) < 0)
        continue;
      rows->order[rows->count++] = i;
      include (rows, point->y);
      include (rows, point->low);
      include (rows, point->high);
      include (rows, point->far_low);
      include (rows, point->far_high);
    }
  if (sort)
    g_qsort_with_data (rows->order, (gint)rows->count, sizeof (guint), compare_swings,
                       (gpointer)rows->series);
  if (!(rows->x1 > rows->x0))
    {
      double room = rows->x0 != 0 ? fabs (rows->x0) * 0.1 : 1;
      rows->x0 -= room;
      rows->x1 += room;
    }
}

/* What the amounts beside the bars need: the widest of both bounds, with its arrow. */
static double
amounts_width (const CorRows *rows)
{
  CorCanvas *canvas = rows->canvas;
  double most = 0;

  for (guint r = 0; r < rows->count; r++)
    {
      const CorChartPoint *point = cor_series_point (rows->series, rows->order[r]);
      const double values[] = { point->low, point->high };

      for (guint i = 0; i < G_N_ELEMENTS (values); i++)
        {
          g_autofree char *amount = isfinite (values[i]) ? cor_canvas_value (canvas, &canvas->chart->y, values[i]) : g_strdup ("");
          g_autofree char *text = g_strconcat ("↓", COR_NBSP, amount, NULL);
          double width;

          cor_canvas_measure (canvas, COR_TEXT_TICK, text, &width, NULL);
          most = MAX (most, width);
        }
    }
  return most + 8 * canvas->u;
}

void
cor_rows_layout (CorRows *rows, double top, double bottom)
{
  CorCanvas *canvas = rows->canvas;
  double u = canvas->u, line = cor_canvas_line (canvas, COR_TEXT_TICK), label = 0;
  double axis = bottom - top > 4 * line ? line + 6 * u : 0;
  double room = MAX (1, bottom - top - axis);
  if (!rows->all)
    rows->count = MIN (rows->count, MAX (1, (guint)(room / (1.2 * line))));
  rows->row = MIN (room / MAX (1, rows->count), 54 * u);
  gboolean notes = rows->row > 2.2 * line;
  for (guint r = 0; r < rows->count; r++)
    {
      const CorChartPoint *point = cor_series_point (rows->series, rows->order[r]);
      double width = 0, note = 0;
      if (point->label != NULL)
        cor_canvas_measure (canvas, COR_TEXT_LABEL, point->label, &width, NULL);
      if (point->note != NULL && notes)
        cor_canvas_measure (canvas, COR_TEXT_TICK, point->note, &note, NULL);
      label = MAX (label, MAX (width, note));
    }
  label = MIN (label + 8 * u, canvas->width * 0.42);
  rows->margin = canvas->width >= 240 * u ? MIN (amounts_width (rows), canvas->width * 0.2) : 4 * u;
  rows->area
      = (CorBox){ label + rows->margin, top, MAX (1, canvas->width - label - 2 * rows->margin),
                  rows->row * rows->count };
}

void
cor_rows_label (CorRows *rows, guint row)
{
  CorCanvas *canvas = rows->canvas;
  const CorChartPoint *point = cor_series_point (rows->series, rows->order[row]);
  double y = cor_rows_middle (rows, row), line = cor_canvas_line (canvas, COR_TEXT_TICK);
  double width = rows->area.x - rows->margin - 8 * canvas->u;
  gboolean two = point->note != NULL && rows->row > 2.2 * line;
  cor_canvas_text_cut (canvas, COR_TEXT_LABEL, COR_ROLE_TEXT, point->label,
                       (CorAnchor){ 0, y, 0, two ? 1 : 0.5 }, width);
  if (point->assumed && point->label != NULL)
    {
      double text_width, text_height;

      cor_canvas_measure (canvas, COR_TEXT_LABEL, point->label, &text_width, &text_height);
      cor_canvas_underline (canvas, 0, y + (two ? 0 : text_height / 2), MIN (text_width, width));
    }
  if (two)
    cor_canvas_text_cut (canvas, COR_TEXT_TICK, COR_ROLE_SECONDARY, point->note,
                         (CorAnchor){ 0, y, 0, 0 }, width);
}

void
cor_rows_level (CorRows *rows, double value, CorRole role, double width)
{
  CorCanvas *canvas = rows->canvas;
  double x = cor_rows_px (rows, value);
  if (!isfinite (x) || value < rows->x0 || value > rows->x1)
    return;
  cor_canvas_color (canvas, role, 1);
  cairo_set_line_width (canvas->cr, width * canvas->u);
  cairo_move_to (canvas->cr, x, rows->area.y);
  cairo_line_to (canvas->cr, x, rows->area.y + rows->area.height);
  cairo_stroke (canvas->cr);
}

void
cor_rows_axis (CorRows *rows)
{
  CorCanvas *canvas = rows->canvas;
  const CorChartAxis *axis = &canvas->chart->y;
  double u = canvas->u, y = rows->area.y + rows->area.height + 4 * u;
  CorTicks ticks
      = cor_ticks_inside (rows->x0, rows->x1, (guint)CLAMP (rows->area.width / (54 * u), 2, 6));
  for (guint i = 0; i < ticks.count; i++)
    {
      double value = cor_ticks_at (&ticks, i);
      g_autofree char *text = cor_plot_tick_text (canvas, axis, &ticks, value, FALSE);
      cor_rows_level (rows, value, value == 0 ? COR_ROLE_BASELINE : COR_ROLE_GRID, 1);
      cor_canvas_text (canvas, COR_TEXT_TICK, COR_ROLE_SECONDARY, text,
                       (CorAnchor){ cor_rows_px (rows, value), y, 0.5, 0 });
    }
}
