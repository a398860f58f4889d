/* cor-chart-stages.c: emissions by stage, fleet against fleet, and the difference between them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-chart-plot.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  CorCanvas *canvas;
  double top, row;        /* pixels: first row, height of each */
  double head, bar, foot; /* parts of a row */
  double largest;         /* the longest bar, in the axis' unit */
} Stages;

static double
fleet_total (const CorChartSeries *series)
{
  double sum = 0;
  for (guint i = 0; i < series->points->len; i++)
    {
      const CorChartPoint *point = cor_series_point (series, i);
      sum += isfinite (point->y) ? MAX (point->y, 0) : 0;
    }
  return sum;
}

static double
bar_width (const Stages *stages, double value)
{
  return stages->largest > 0 ? value / stages->largest * stages->canvas->width : 0;
}

static void
layout_stages (Stages *stages, double top, double bottom)
{
  CorCanvas *canvas = stages->canvas;
  guint rows = MAX (1, canvas->chart->series->len);
  double u = canvas->u, line = cor_canvas_line (canvas, COR_TEXT_TICK);
  double room = (bottom - top) / rows;
  stages->top = top;
  stages->head = room > 2.3 * line + 3 * u ? line + 3 * u : 0;
  stages->foot = room > 3.4 * line ? line + 3 * u : 0;
  double gap = room > 4.5 * line ? 8 * u : 2 * u;
  stages->bar = CLAMP (room - stages->head - stages->foot - gap, 4 * u, 52 * u);
  stages->row = MIN (room, stages->head + stages->bar + stages->foot + 4 * gap);
}

/* "fuel supply 265" under each stage, moved apart along the bar. */
static void
draw_stage_names (Stages *stages, const CorChartSeries *series, double y)
{
  CorCanvas *canvas = stages->canvas;
  guint count = series->points->len;
  g_autofree CorLabel *labels = g_new0 (CorLabel, count);
  g_auto (GStrv) texts = g_new0 (char *, count + 1);
  double x = 0, gap = 10 * canvas->u;
  for (guint i = 0; i < count; i++)
    {
      const CorChartPoint *point = cor_series_point (series, i);
      double value = isfinite (point->y) ? MAX (point->y, 0) : 0, width;
      g_autofree char *amount = cor_canvas_value (canvas, &canvas->chart->y, point->y);
      texts[i] = g_strdup_printf ("%s %s", point->label ? point->label : "", amount);
      cor_canvas_measure (canvas, COR_TEXT_TICK, texts[i], &width, NULL);
      /* The first hangs on the bar's start, the others on their stage's end. */
      double length = bar_width (stages, value);
      double want = i == 0 ? x + width / 2 : x + length - width / 2;
      labels[i]
          = (CorLabel){ .want = value > 0 ? want : NAN, .size = width + gap, .priority = value };
      x += length;
    }
  cor_labels_spread (labels, count, -gap / 2, canvas->width + gap / 2);
  for (guint i = 0; i < count; i++)
    {
      CorRole role = cor_series_point (series, i)->role;
      gboolean dull = role == COR_ROLE_DIESEL || role == COR_ROLE_DIESEL_SUPPLY;
      if (!isnan (labels[i].at))
        cor_canvas_text (canvas, COR_TEXT_TICK, dull ? COR_ROLE_SECONDARY : role, texts[i],
                         (CorAnchor){ labels[i].at, y, 0.5, 0 });
    }
}

static void
draw_bar (Stages *stages, guint index, double y)
{
  CorCanvas *canvas = stages->canvas;
  const CorChartSeries *series = cor_chart_series_at (canvas->chart, index);
  double x = 0;
  for (guint i = 0; i < series->points->len; i++)
    {
      const CorChartPoint *point = cor_series_point (series, i);
      double width = bar_width (stages, isfinite (point->y) ? MAX (point->y, 0) : 0);
      double seam = width > 3 * canvas->u && i + 1 < series->points->len ? 1 * canvas->u : 0;
      cairo_rectangle (canvas->cr, x, y, MAX (0, width - seam), stages->bar);
      cor_canvas_color (canvas, point->role, cor_canvas_emphasis (canvas, series->id));
      cairo_fill (canvas->cr);
      if (width > 0)
        cor_canvas_region (canvas, (CorBox){ x, y, width, stages->bar }, (int)index, (int)i, -1);
      x += width;
    }
}

/* Whether the amount of a difference fits in its box; one above the reference's lies over the bar. */
static gboolean
stands_in_box (const Stages *stages, double own, double reference, const char *text)
{
  double width;
  cor_canvas_measure (stages->canvas, COR_TEXT_STRONG, text, &width, NULL);
  return own < reference && width + 8 * stages->canvas->u <= bar_width (stages, reference) - bar_width (stages, own);
}

/* A dashed box from the fleet's end to the reference's: what is saved, or added. The amount
 * stands in it where it fits, else in the row's head, left of the total. */
static void
draw_difference (Stages *stages, double own, double reference, const char *text, double y, double head_end)
{
  CorCanvas *canvas = stages->canvas;
  double a = bar_width (stages, MIN (own, reference)), b = bar_width (stages, MAX (own, reference));
  double u = canvas->u, change = own - reference;
  CorRole role = change < 0 ? COR_ROLE_BETTER : COR_ROLE_IMPOSSIBLE;
  CorBox box = { a + 1.5 * u, y + 0.5 * u, b - a - 2 * u, stages->bar - u };
  if (box.width >= 3 * u)
    {
      cor_canvas_rounded (canvas, box, 3 * u);
      cor_canvas_color (canvas, change < 0 ? role : COR_ROLE_GROUND, change < 0 ? 0.1 : 0.35);
      cairo_fill_preserve (canvas->cr);
      cor_canvas_color (canvas, role, 1);
      cairo_set_line_width (canvas->cr, 1 * u);
      cor_canvas_dashes (canvas, 3, 2);
      cairo_stroke (canvas->cr);
      cairo_set_dash (canvas->cr, NULL, 0, 0);
    }
  double middle = y + stages->bar / 2;
  if (stands_in_box (stages, own, reference, text))
    cor_canvas_text (canvas, COR_TEXT_STRONG, role, text,
                     (CorAnchor){ (a + b) / 2, middle, 0.5, 0.5 });
  else
    cor_canvas_text (canvas, COR_TEXT_STRONG, role, text,
                     (CorAnchor){ head_end, y - stages->head, 1, 0 });
}

/* In rows too low for words of their own: name and total in the longest stage of the bar. */
static void
draw_inside (Stages *stages, const CorChartSeries *series, double y)
{
  CorCanvas *canvas = stages->canvas;
  double x = 0, from = 0, length = -1, u = canvas->u, middle = y + stages->bar / 2, width;
  CorRole fill = COR_ROLE_GROUND;
  g_autofree char *total = cor_format_quantity (canvas->chart->y.quantity, fleet_total (series), canvas->theme->language);
  for (guint i = 0; i < series->points->len; i++)
    {
      const CorChartPoint *point = cor_series_point (series, i);
      double stage = bar_width (stages, isfinite (point->y) ? MAX (point->y, 0) : 0);
      if (stage > length)
        {
          from = x;
          length = stage;
          fill = point->role;
        }
      x += stage;
    }
  cor_canvas_measure (canvas, COR_TEXT_LABEL, total, &width, NULL);
  if (stages->bar < 0.8 * cor_canvas_line (canvas, COR_TEXT_LABEL)
      || !cor_canvas_text_on (canvas, COR_TEXT_LABEL, fill, total, (CorAnchor){ from + length - 5 * u, middle, 1, 0.5 }))
    return;
  cor_canvas_text_cut_on (canvas, COR_TEXT_LABEL, fill, series->name, (CorAnchor){ from + 5 * u, middle, 0, 0.5 },
                          length - width - 20 * u);
}

static void
draw_fleet (Stages *stages, guint index)
{
  CorCanvas *canvas = stages->canvas;
  const CorChartSeries *series = cor_chart_series_at (canvas->chart, index);
  double own = fleet_total (series);
  double reference = fleet_total (cor_chart_series_at (canvas->chart, 0));
  double y = stages->top + index * stages->row, u = canvas->u;
  double head_end = canvas->width;
  g_autofree char *change = index > 0 && reference > 0 && own != reference
                              ? cor_format_change (canvas->chart->y.quantity, own - reference, canvas->theme->language)
                              : NULL;
  draw_bar (stages, index, y + stages->head);
  if (stages->head > 0)
    {
      double width, name, amount = 0, end = MAX (bar_width (stages, own), 0);
      g_autofree char *total
          = cor_format_quantity (canvas->chart->y.quantity, own, canvas->theme->language);
      cor_canvas_measure (canvas, COR_TEXT_STRONG, total, &width, NULL);
      cor_canvas_measure (canvas, COR_TEXT_STRONG, series->name ? series->name : "", &name, NULL);
      if (change != NULL && !stands_in_box (stages, own, reference, change))
        {
          cor_canvas_measure (canvas, COR_TEXT_STRONG, change, &amount, NULL);
          amount += 8 * u;
        }
      /* At the bar's end, or further right where name and change before it take more. */
      double at = MIN (MAX (end, name + amount + width + 9 * u), canvas->width);
      cor_canvas_text (canvas, COR_TEXT_STRONG, COR_ROLE_TEXT, total, (CorAnchor){ at, y, 1, 0 });
      head_end = at - width - 8 * u;
      cor_canvas_text_cut (canvas, COR_TEXT_STRONG, COR_ROLE_TEXT, series->name,
                           (CorAnchor){ 0, y, 0, 0 }, MAX (0, head_end - amount));
    }
  else
    draw_inside (stages, series, y);
  if (change != NULL)
    draw_difference (stages, own, reference, change, y + stages->head, head_end);
  if (stages->foot > 0)
    draw_stage_names (stages, series, y + stages->head + stages->bar + 3 * u);
}

void
cor_chart_draw_stages (CorCanvas *canvas)
{
  Stages stages = { .canvas = canvas };
  double top = cor_canvas_heading (canvas), bottom = cor_canvas_footing (canvas);
  for (guint s = 0; s < canvas->chart->series->len; s++)
    stages.largest = MAX (stages.largest, fleet_total (cor_chart_series_at (canvas->chart, s)));
  layout_stages (&stages, top, bottom);
  for (guint s = 0; s < canvas->chart->series->len; s++)
    draw_fleet (&stages, s);
}
