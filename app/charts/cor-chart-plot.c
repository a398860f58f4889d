/* cor-chart-plot.c: two axes and what is drawn between them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-chart-plot.h"

#include <glib/gi18n-lib.h>
#include <math.h>

double
cor_plot_px (const CorPlot *plot, double x)
{
  double span = plot->x1 - plot->x0;
  double share = span > 0 ? (x - plot->x0) / span : 0.5;
  return plot->area.x + share * plot->area.width;
}

double
cor_plot_py (const CorPlot *plot, double y)
{
  double span = plot->y1 - plot->y0;
  double share = span > 0 ? (y - plot->y0) / span : 0.5;
  return plot->area.y + (1 - share) * plot->area.height;
}

static void
widen (double *low, double *high, double value)
{
  if (!isfinite (value))
    return;
  *low = MIN (*low, value);
  *high = MAX (*high, value);
}

void
cor_plot_include (CorPlot *plot, double value)
{
  widen (&plot->y0, &plot->y1, value);
}

void
cor_plot_range (CorPlot *plot, CorCanvas *canvas, gboolean zero)
{
  const CorChart *chart = canvas->chart;
  *plot = (CorPlot){
    .canvas = canvas, .x0 = INFINITY, .x1 = -INFINITY, .y0 = INFINITY, .y1 = -INFINITY
  };
  for (guint s = 0; s < chart->series->len; s++)
    {
      const CorChartSeries *series = cor_chart_series_at (chart, s);
      for (guint i = 0; i < series->points->len; i++)
        {
          const CorChartPoint *point = cor_series_point (series, i);
          const double values[]
              = { point->y, point->low, point->high, point->far_low, point->far_high };
          widen (&plot->x0, &plot->x1, point->x);
          for (guint v = 0; v < G_N_ELEMENTS (values); v++)
            cor_plot_include (plot, values[v]);
        }
    }
  if (zero)
    cor_plot_include (plot, 0);
  double pad = (plot->y1 - plot->y0) * 0.05;
  if (!(pad > 0))
    pad = plot->y0 != 0 ? fabs (plot->y0) * 0.1 : 1;
  plot->y0 -= plot->y0 == 0 ? 0 : pad;
  plot->y1 += plot->y1 == 0 ? 0 : pad;
}

char *
cor_plot_tick_text (const CorCanvas *canvas,
                    const CorChartAxis *axis,
                    const CorTicks *ticks,
                    double value,
                    gboolean with_unit)
{
  const char *language = canvas->theme->language;
  double divisor = axis->quantity == COR_QUANTITY_MONEY   ? canvas->money.divisor
                   : axis->quantity == COR_QUANTITY_SHARE ? 0.01
                                                          : 1;
  int decimals = value == 0 ? 0 : cor_ticks_decimals (ticks, divisor);
  if (axis->quantity == COR_QUANTITY_YEAR)
    return g_strdup_printf ("%.0f", value);
  if (axis->quantity == COR_QUANTITY_HOUR)
    return g_strdup_printf ("%.0f:00", value);
  if (with_unit && axis->quantity == COR_QUANTITY_SHARE)
    return cor_format_percent (value, decimals, language);
  if (with_unit
      && (axis->quantity == COR_QUANTITY_KM || axis->quantity == COR_QUANTITY_ENERGY
          || axis->quantity == COR_QUANTITY_POWER))
    {
      const char *unit = axis->quantity == COR_QUANTITY_KM       ? C_ ("unit", "km")
                         : axis->quantity == COR_QUANTITY_ENERGY ? "kWh"
                                                                 : "kW";
      g_autofree char *number = cor_format_number (value, decimals);
      return g_strconcat (number, COR_NBSP, unit, NULL);
    }
  return axis->is_change ? cor_format_signed (value / divisor, decimals)
                         : cor_format_number (value / divisor, decimals);
}

static void
draw_grid_line (CorPlot *plot, double y, gboolean zero)
{
  CorCanvas *canvas = plot->canvas;
  cairo_t *cr = canvas->cr;
  double line = zero ? 1.25 * canvas->u : 1 * canvas->u;
  cor_canvas_color (canvas, zero ? COR_ROLE_BASELINE : COR_ROLE_GRID, 1);
  cairo_set_line_width (cr, line);
  double at = round (cor_plot_py (plot, y)) + 0.5;
  cairo_move_to (cr, plot->area.x, at);
  cairo_line_to (cr, plot->area.x + plot->area.width, at);
  cairo_stroke (cr);
}

/* Texts of the y ticks, and the room they take. */
static char **
y_tick_texts (CorPlot *plot, double *room)
{
  CorCanvas *canvas = plot->canvas;
  char **texts = g_new0 (char *, plot->y_ticks.count + 1);
  *room = 0;
  for (guint i = 0; i < plot->y_ticks.count; i++)
    {
      double width;
      texts[i]
          = cor_plot_tick_text (canvas, &canvas->chart->y, &plot->y_ticks,
                                cor_ticks_at (&plot->y_ticks, i), i + 1 == plot->y_ticks.count);
      cor_canvas_measure (canvas, COR_TEXT_TICK, texts[i], &width, NULL);
      *room = MAX (*room, width);
    }
  return texts;
}

void
cor_plot_frame (CorPlot *plot, double top, double bottom)
{
  CorCanvas *canvas = plot->canvas;
  double u = canvas->u;
  double line = cor_canvas_line (canvas, COR_TEXT_TICK);
  gboolean x_labels = bottom - top > 3.5 * line;
  CorBox area = { 0, top + line / 2, canvas->width, 0 };
  area.height = MAX (1, bottom - area.y - (x_labels ? line + 6 * u : line / 2));
  plot->y_ticks
      = cor_ticks_inside (plot->y0, plot->y1, (guint)CLAMP (area.height / (30 * u), 2, 6));
  double room;
  g_auto (GStrv) texts = y_tick_texts (plot, &room);
  gboolean y_labels = room < canvas->width * 0.4;
  area.x = y_labels ? room + 6 * u : 0;
  area.width = MAX (1, canvas->width - area.x - MAX (plot->end_labels, 4 * u));
  plot->area = area;
  for (guint i = 0; i < plot->y_ticks.count; i++)
    {
      double value = cor_ticks_at (&plot->y_ticks, i);
      draw_grid_line (plot, value, value == 0);
      if (y_labels)
        cor_canvas_text (canvas, COR_TEXT_TICK, COR_ROLE_SECONDARY, texts[i],
                         (CorAnchor){ area.x - 6 * u, cor_plot_py (plot, value), 1, 0.5 });
    }
}

/* Whole years from the first on, so that the first and often the last are named. */
static CorTicks
year_ticks (double from, double to, guint most, int unit)
{
  static const int steps[] = { 1, 2, 5, 10, 20, 50, 100 };
  CorTicks ticks = { from, 0, 1 };
  for (guint i = 0; i < G_N_ELEMENTS (steps) && to > from; i++)
    {
      double step = (double)steps[i] * unit;
      guint count = (guint)floor ((to - from) / step + 1e-9) + 1;
      ticks = (CorTicks){ from, step, count };
      if (count <= most)
        break;
    }
  return ticks;
}

static CorTicks
hour_ticks (double from, double to, guint most)
{
  double step = most >= 9 ? 3 : most >= 5 ? 6 : 12;
  guint count = (guint)floor ((to - from) / step + 1e-9) + 1;
  return (CorTicks){ from, step, count };
}

static CorTicks
x_ticks (CorPlot *plot)
{
  const CorChartAxis *axis = &plot->canvas->chart->x;
  double u = plot->canvas->u;
  guint most = (guint)CLAMP (plot->area.width / (46 * u), 2, 12);
  switch (axis->quantity)
    {
    case COR_QUANTITY_YEAR:
      return year_ticks (ceil (plot->x0 - 1e-9), plot->x1, most, 1);
    case COR_QUANTITY_HOUR:
      return hour_ticks (ceil (plot->x0 - 1e-9), plot->x1, most);
    case COR_QUANTITY_MONTH:
      {
        double january = ceil (plot->x0 / 12 - 1e-9) * 12;
        return january <= plot->x1 ? year_ticks (january, plot->x1, most, 12)
                                   : (CorTicks){ plot->x0, 0, 1 };
      }
    default:
      return cor_ticks_inside (plot->x0, plot->x1, (guint)CLAMP (most, 2, 6));
    }
}

void
cor_plot_x_ticks (CorPlot *plot)
{
  CorCanvas *canvas = plot->canvas;
  const CorChartAxis *axis = &canvas->chart->x;
  CorTicks ticks = x_ticks (plot);
  double y = plot->area.y + plot->area.height + 6 * canvas->u;
  for (guint i = 0; i < ticks.count; i++)
    {
      double value = cor_ticks_at (&ticks, i);
      g_autofree char *text
          = axis->quantity == COR_QUANTITY_MONTH
                ? (ticks.step > 0 ? g_strdup_printf ("%d", (int)lround (value) / 12)
                                  : cor_format_month ((int)lround (value), canvas->theme->language))
                : cor_plot_tick_text (canvas, axis, &ticks, value, i == 0);
      double width;
      cor_canvas_measure (canvas, COR_TEXT_TICK, text, &width, NULL);
      double x = CLAMP (cor_plot_px (plot, value), width / 2,
                        MAX (width / 2, canvas->width - width / 2));
      cor_canvas_text (canvas, COR_TEXT_TICK, COR_ROLE_SECONDARY, text,
                       (CorAnchor){ x, y, 0.5, 0 });
    }
}

void
cor_plot_zone (CorPlot *plot, double from, double to, CorRole role, double alpha)
{
  double a = cor_plot_py (plot, CLAMP (from, plot->y0, plot->y1));
  double b = cor_plot_py (plot, CLAMP (to, plot->y0, plot->y1));
  cor_canvas_color (plot->canvas, role, alpha);
  cairo_rectangle (plot->canvas->cr, plot->area.x, MIN (a, b), plot->area.width, fabs (b - a));
  cairo_fill (plot->canvas->cr);
}

void
cor_plot_ring (CorPlot *plot, double x, double y, CorRole role, double radius)
{
  cairo_t *cr = plot->canvas->cr;
  cairo_new_path (cr);
  cairo_arc (cr, cor_plot_px (plot, x), cor_plot_py (plot, y), radius, 0, 2 * G_PI);
  cor_canvas_color (plot->canvas, COR_ROLE_GROUND, 1);
  cairo_fill_preserve (cr);
  cor_canvas_color (plot->canvas, role, 1);
  cairo_set_line_width (cr, radius * 0.4);
  cairo_stroke (cr);
}

void
cor_plot_drop (CorPlot *plot, double x, double y, CorRole role)
{
  CorCanvas *canvas = plot->canvas;
  double px = cor_plot_px (plot, x);
  cor_canvas_color (canvas, role, 1);
  cairo_set_line_width (canvas->cr, 1 * canvas->u);
  cor_canvas_dashes (canvas, 1.5, 2.5);
  cairo_move_to (canvas->cr, px, cor_plot_py (plot, y));
  cairo_line_to (canvas->cr, px, plot->area.y + plot->area.height);
  cairo_stroke (canvas->cr);
  cairo_set_dash (canvas->cr, NULL, 0, 0);
}

void
cor_plot_limit (CorPlot *plot, guint index)
{
  CorCanvas *canvas = plot->canvas;
  const CorChartMark *mark = &g_array_index (canvas->chart->marks, CorChartMark, index);
  double y = cor_plot_py (plot, mark->y), right = plot->area.x + plot->area.width;
  if (!isfinite (y))
    return;
  cor_canvas_color (canvas, mark->role, 1);
  cairo_set_line_width (canvas->cr, 1 * canvas->u);
  cor_canvas_dashes (canvas, 4, 3);
  cairo_move_to (canvas->cr, plot->area.x, y);
  cairo_line_to (canvas->cr, right, y);
  cairo_stroke (canvas->cr);
  cairo_set_dash (canvas->cr, NULL, 0, 0);
  const CorAnchor places[] = { { right, y - 2 * canvas->u, 1, 1 },
                               { plot->area.x + 4 * canvas->u, y - 2 * canvas->u, 0, 1 },
                               { right, y + 2 * canvas->u, 1, 0 } };
  if (mark->label != NULL)
    cor_canvas_text_best (canvas, COR_TEXT_TICK, mark->role, mark->label, places,
                          G_N_ELEMENTS (places), COR_ANY_INK);
}
