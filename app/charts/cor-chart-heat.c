/* cor-chart-heat.c: the parity year over two levers, and where the scenario stands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-chart-plot.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  CorCanvas *canvas;
  CorBox area;
  guint rows, columns;
  double legend; /* y of the line below the map, or NaN */
} Heat;

static double
cell_width (const Heat *heat)
{
  return heat->area.width / MAX (1, heat->columns);
}

static double
cell_height (const Heat *heat)
{
  return heat->area.height / MAX (1, heat->rows);
}

/* The first series is the lowest row. */
static CorBox
cell_box (const Heat *heat, guint row, guint column)
{
  double w = cell_width (heat), h = cell_height (heat);
  return (CorBox){ heat->area.x + column * w, heat->area.y + (heat->rows - 1 - row) * h, w, h };
}

/* Digits after the point that write a step exactly, up to four. */
static int
step_decimals (double step)
{
  int decimals = 0;
  for (double scaled = fabs (step); decimals < 4; decimals++, scaled *= 10)
    if (fabs (scaled - round (scaled)) < 1e-6)
      break;
  return decimals;
}

/* A lever's value with as many digits as the step to its neighbour needs. */
static char *
lever_text (const CorCanvas *canvas, const CorChartAxis *axis, double value, double neighbour)
{
  if (axis->quantity != COR_QUANTITY_NUMBER)
    return cor_canvas_value (canvas, axis, value);
  int decimals = value == neighbour ? step_decimals (value) : step_decimals (value - neighbour);
  return cor_format_number (value, decimals);
}

static char *
row_text (const CorCanvas *canvas, guint row)
{
  const CorChart *chart = canvas->chart;
  const CorChartSeries *series = cor_chart_series_at (chart, row);
  guint other = row > 0 ? row - 1 : MIN (row + 1, chart->series->len - 1);
  return series->name ? g_strdup (series->name)
                      : lever_text (canvas, &chart->y, series->value,
                                    cor_chart_series_at (chart, other)->value);
}

static void
layout_heat (Heat *heat, double top, double bottom)
{
  CorCanvas *canvas = heat->canvas;
  const CorChart *chart = canvas->chart;
  double u = canvas->u, line = cor_canvas_line (canvas, COR_TEXT_TICK), side = 0;
  for (guint r = 0; r < heat->rows; r++)
    {
      double width;
      g_autofree char *text = row_text (canvas, r);
      cor_canvas_measure (canvas, COR_TEXT_TICK, text, &width, NULL);
      side = MAX (side, width);
      heat->columns = MAX (heat->columns, cor_chart_series_at (chart, r)->points->len);
    }
  gboolean roomy = bottom - top > 8 * line;
  double head = roomy && chart->y.name ? line + 2 * u : 0;
  double foot = (bottom - top > 4 * line ? line + 4 * u : 0) + (roomy && chart->x.name ? line : 0);
  heat->legend = NAN;
  if (bottom - top > 12 * line)
    {
      heat->legend = bottom - line / 2;
      foot += line + 8 * u;
    }
  side = side < canvas->width * 0.35 ? side + 6 * u : 0;
  heat->area = (CorBox){ side, top + head, MAX (1, canvas->width - side),
                         MAX (1, bottom - top - head - foot) };
}

/* "’27", or the caller's own text; a dash where parity is not reached. */
static char *
cell_text (const CorChartPoint *point, double width, double u)
{
  if (point->note != NULL)
    return g_strdup (point->note);
  if (!isfinite (point->y))
    return g_strdup (COR_EN_DASH);
  if (width > 52 * u)
    return g_strdup_printf ("%.0f", point->y);
  return g_strdup_printf ("’%02.0f", fmod (fabs (point->y), 100));
}

static void
draw_cell (Heat *heat, guint row, guint column)
{
  CorCanvas *canvas = heat->canvas;
  const CorChartPoint *point = cor_series_point (cor_chart_series_at (canvas->chart, row), column);
  CorRole role = cor_role_for_parity (point->y);
  CorBox box = cell_box (heat, row, column);
  double gap = MIN (0.75 * canvas->u, box.width / 8), alpha = isfinite (point->y) ? 1 : 0.45;
  CorBox inner
      = { box.x + gap, box.y + gap, MAX (0, box.width - 2 * gap), MAX (0, box.height - 2 * gap) };
  cor_canvas_rounded (canvas, inner, 2 * canvas->u);
  cor_canvas_color (canvas, role, alpha);
  cairo_fill (canvas->cr);
  cor_canvas_region (canvas, box, (int)row, (int)column, -1);
}

static void
draw_cell_text (Heat *heat, guint row, guint column)
{
  CorCanvas *canvas = heat->canvas;
  const CorChartPoint *point = cor_series_point (cor_chart_series_at (canvas->chart, row), column);
  CorBox box = cell_box (heat, row, column);
  g_autofree char *text = cell_text (point, box.width, canvas->u);
  double width, height;
  cor_canvas_measure (canvas, COR_TEXT_STRONG, text, &width, &height);
  if (width + 4 * canvas->u > box.width || height * 0.8 > box.height)
    return;
  /* In the middle, or to a side where the ring of the scenario lies there. */
  static const double shares[] = { 0.5, 0, 1 };
  double gap = 2.5 * canvas->u, y = box.y + box.height / 2;
  gboolean drawn = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (shares) && !drawn; i++)
    {
      CorAnchor at = { box.x + gap + shares[i] * (box.width - 2 * gap), y, shares[i], 0.5 };
      if (isfinite (point->y))
        drawn = cor_canvas_text_on (canvas, COR_TEXT_STRONG, cor_role_for_parity (point->y), text,
                                    at);
      else
        drawn = cor_canvas_text (canvas, COR_TEXT_STRONG, COR_ROLE_TEXT, text, at);
    }
}

/* A cell by its place, and what it says. */
typedef struct
{
  guint row, column;
  double year;
} Cell;

static int
compare_cells (gconstpointer a, gconstpointer b)
{
  double left = ((const Cell *)a)->year, right = ((const Cell *)b)->year;
  return left < right ? -1 : left > right;
}

/* Cells that say the same come after one another: their text is shaped once. */
static void
draw_cell_texts (Heat *heat)
{
  CorCanvas *canvas = heat->canvas;
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  for (guint r = 0; r < heat->rows; r++)
    {
      const CorChartSeries *series = cor_chart_series_at (canvas->chart, r);
      for (guint c = 0; c < series->points->len; c++)
        {
          double year = cor_series_point (series, c)->y;
          Cell cell = { r, c, isfinite (year) ? year : INFINITY };
          g_array_append_val (cells, cell);
        }
    }
  g_array_sort (cells, compare_cells);
  for (guint i = 0; i < cells->len && !canvas->quiet; i++)
    {
      const Cell *cell = &g_array_index (cells, Cell, i);
      draw_cell_text (heat, cell->row, cell->column);
    }
}

/* Names of rows and columns, thinned out where there is no room. */
static void
draw_lever_ticks (Heat *heat)
{
  CorCanvas *canvas = heat->canvas;
  const CorChart *chart = canvas->chart;
  double u = canvas->u, bottom = heat->area.y + heat->area.height;
  for (guint r = 0; r < heat->rows && heat->area.x > 0; r++)
    {
      CorBox box = cell_box (heat, r, 0);
      g_autofree char *text = row_text (canvas, r);
      cor_canvas_text (canvas, COR_TEXT_TICK, COR_ROLE_SECONDARY, text,
                       (CorAnchor){ box.x - 6 * u, box.y + box.height / 2, 1, 0.5 });
    }
  const CorChartSeries *first = cor_chart_series_at (chart, 0);
  for (guint c = 0; c < first->points->len; c++)
    {
      CorBox box = cell_box (heat, 0, c);
      const CorChartPoint *point = cor_series_point (first, c);
      guint other = c > 0 ? c - 1 : MIN (c + 1, first->points->len - 1);
      g_autofree char *text = point->label ? g_strdup (point->label)
                                           : lever_text (canvas, &chart->x, point->x,
                                                         cor_series_point (first, other)->x);
      cor_canvas_text (canvas, COR_TEXT_TICK, COR_ROLE_SECONDARY, text,
                       (CorAnchor){ box.x + box.width / 2, bottom + 3 * u, 0.5, 0 });
    }
  double line = cor_canvas_line (canvas, COR_TEXT_TICK);
  cor_canvas_text_cut (
      canvas, COR_TEXT_TICK, COR_ROLE_SECONDARY, chart->x.name,
      (CorAnchor){ heat->area.x + heat->area.width / 2, bottom + line + 4 * u, 0.5, 0 },
      heat->area.width);
  if (chart->y.name != NULL && heat->area.y > line)
    cor_canvas_text_cut (canvas, COR_TEXT_TICK, COR_ROLE_SECONDARY, chart->y.name,
                         (CorAnchor){ 0, heat->area.y - 4 * u, 0, 1 }, canvas->width);
}

/* Where `value` lies among ascending or descending steps, in cells from the first centre. */
static double
place_among (const double *steps, guint count, double value)
{
  for (guint i = 1; i < count; i++)
    {
      double t = (value - steps[i - 1]) / (steps[i] - steps[i - 1]);
      gboolean first = i == 1, last = i + 1 == count;
      if ((t >= 0 || first) && (t <= 1 || last))
        return CLAMP (i - 1 + t, -0.5, count - 0.5);
    }
  return 0;
}

static void
draw_ring (CorCanvas *canvas, double x, double y)
{
  cairo_t *cr = canvas->cr;
  double u = canvas->u;
  cairo_new_path (cr);
  cairo_arc (cr, x, y, 5.5 * u, 0, 2 * G_PI);
  cor_canvas_color (canvas, COR_ROLE_GROUND, 1);
  cairo_set_line_width (cr, 5 * u);
  cairo_stroke_preserve (cr);
  cor_canvas_color (canvas, COR_ROLE_TEXT, 1);
  cairo_set_line_width (cr, 2.2 * u);
  cairo_stroke (cr);
}

static void
draw_own (Heat *heat, guint index)
{
  CorCanvas *canvas = heat->canvas;
  const CorChart *chart = canvas->chart;
  const CorChartMark *mark = &g_array_index (chart->marks, CorChartMark, index);
  const CorChartSeries *first = cor_chart_series_at (chart, 0);
  g_autofree double *across = g_new0 (double, heat->columns + 1);
  g_autofree double *up = g_new0 (double, heat->rows + 1);
  for (guint c = 0; c < first->points->len; c++)
    across[c] = cor_series_point (first, c)->x;
  for (guint r = 0; r < heat->rows; r++)
    up[r] = cor_chart_series_at (chart, r)->value;
  double column = place_among (across, first->points->len, mark->x);
  double row = place_among (up, heat->rows, mark->y);
  double x = heat->area.x + (column + 0.5) * cell_width (heat);
  double y = heat->area.y + heat->area.height - (row + 0.5) * cell_height (heat);
  if (!isfinite (x + y))
    return;
  double r = 6 * canvas->u;
  draw_ring (canvas, x, y);
  cor_canvas_reserve (canvas, (CorBox){ x - r, y - r, 2 * r, 2 * r });
  cor_canvas_region (canvas, (CorBox){ x - r, y - r, 2 * r, 2 * r }, -1, -1, (int)index);
}

/* What the ring and the grey cells mean. */
static void
draw_legend (Heat *heat)
{
  CorCanvas *canvas = heat->canvas;
  const CorChart *chart = canvas->chart;
  double u = canvas->u, y = heat->legend, right = canvas->width, width;
  if (isnan (y))
    return;
  gboolean never = FALSE;
  for (guint r = 0; r < heat->rows; r++)
    for (guint c = 0; c < cor_chart_series_at (chart, r)->points->len; c++)
      never |= !isfinite (cor_series_point (cor_chart_series_at (chart, r), c)->y);
  if (never)
    {
      const char *text = _ ("not reached");
      cor_canvas_measure (canvas, COR_TEXT_TICK, text, &width, NULL);
      cor_canvas_text (canvas, COR_TEXT_TICK, COR_ROLE_SECONDARY, text,
                       (CorAnchor){ right, y, 1, 0.5 });
      right -= width + 16 * u;
      cor_canvas_rounded (canvas, (CorBox){ right, y - 5 * u, 10 * u, 10 * u }, 2 * u);
      cor_canvas_color (canvas, COR_ROLE_PARITY_NEVER, 0.45);
      cairo_fill (canvas->cr);
    }
  for (guint m = 0; m < chart->marks->len; m++)
    {
      const CorChartMark *mark = &g_array_index (chart->marks, CorChartMark, m);
      if (mark->kind != COR_MARK_OWN || mark->label == NULL)
        continue;
      draw_ring (canvas, 8 * u, y);
      cor_canvas_text_cut (canvas, COR_TEXT_TICK, COR_ROLE_SECONDARY, mark->label,
                           (CorAnchor){ 20 * u, y, 0, 0.5 }, right - 28 * u);
      break;
    }
}

void
cor_chart_draw_heat (CorCanvas *canvas)
{
  const CorChart *chart = canvas->chart;
  Heat heat = { .canvas = canvas, .rows = chart->series->len };
  double top = cor_canvas_heading (canvas), bottom = cor_canvas_footing (canvas);
  layout_heat (&heat, top, bottom);
  for (guint r = 0; r < heat.rows; r++)
    for (guint c = 0; c < cor_chart_series_at (chart, r)->points->len; c++)
      draw_cell (&heat, r, c);
  for (guint m = 0; m < chart->marks->len; m++)
    if (g_array_index (chart->marks, CorChartMark, m).kind == COR_MARK_OWN)
      draw_own (&heat, m);
  draw_cell_texts (&heat);
  draw_lever_ticks (&heat);
  draw_legend (&heat);
}
