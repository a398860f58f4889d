/* cor-chart.c: what can be done with a chart: draw it and point at it, by its kind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-chart-plot.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void (*const drawers[]) (CorCanvas *canvas) = {
  [COR_CHART_GAP] = cor_chart_draw_gap,
  [COR_CHART_PARTS] = cor_chart_draw_parts,
  [COR_CHART_CHARGE] = cor_chart_draw_charge,
  [COR_CHART_STAGES] = cor_chart_draw_stages,
  [COR_CHART_WATERFALL] = cor_chart_draw_waterfall,
  [COR_CHART_CUMULATIVE] = cor_chart_draw_cumulative,
  [COR_CHART_HEAT] = cor_chart_draw_heat,
  [COR_CHART_TORNADO] = cor_chart_draw_tornado,
  [COR_CHART_SPREAD] = cor_chart_draw_spread,
  [COR_CHART_DAY] = cor_chart_draw_day,
  [COR_CHART_MONTHS] = cor_chart_draw_months,
  [COR_CHART_BARS] = cor_chart_draw_bars,
  [COR_CHART_CASH] = cor_chart_draw_cash,
};

/* The largest amount that is written: of points, or of a column's sum. */
static double
largest_amount (const CorChart *chart)
{
  double largest = 0;
  for (guint s = 0; s < chart->series->len; s++)
    {
      const CorChartSeries *series = cor_chart_series_at (chart, s);
      double sum = 0;
      for (guint i = 0; i < series->points->len; i++)
        {
          const CorChartPoint *point = cor_series_point (series, i);
          const double values[]
              = { point->y, point->low, point->high, point->far_low, point->far_high };
          for (guint v = 0; v < G_N_ELEMENTS (values); v++)
            if (isfinite (values[v]))
              largest = MAX (largest, fabs (values[v]));
          sum += isfinite (point->y) ? point->y : 0;
        }
      if (chart->kind == COR_CHART_PARTS)
        largest = MAX (largest, fabs (sum));
    }
  return largest;
}

/* A heading and a quiet sentence in the middle, broken into lines: it may give a reason. */
static void
draw_empty (CorCanvas *canvas)
{
  const CorChart *chart = canvas->chart;
  const char *text = chart->empty ? chart->empty : _ ("Nothing to show yet");
  double top = cor_canvas_heading (canvas), line = cor_canvas_line (canvas, COR_TEXT_TICK);
  double width = canvas->width * 0.86, full;
  cor_canvas_measure (canvas, COR_TEXT_TICK, text, &full, NULL);
  int lines = (int) CLAMP (ceil (full * 1.15 / width), 1, MAX (1, (canvas->height - top) / line));
  cor_canvas_text_wrap (canvas, COR_TEXT_TICK, COR_ROLE_SECONDARY, text, canvas->width / 2,
                        (top + canvas->height - lines * line) / 2, width, lines);
}

void
cor_chart_walk (CorCanvas *canvas)
{
  const CorChart *chart = canvas->chart;
  cairo_save (canvas->cr);
  if (canvas->theme->paint_ground)
    {
      cor_canvas_color (canvas, COR_ROLE_GROUND, 1);
      cairo_rectangle (canvas->cr, 0, 0, canvas->width, canvas->height);
      cairo_fill (canvas->cr);
    }
  canvas->money = cor_money_unit (largest_amount (chart), canvas->theme->language);
  if (cor_chart_is_empty (chart))
    draw_empty (canvas);
  else
    drawers[chart->kind](canvas);
  cairo_restore (canvas->cr);
}

void
cor_chart_draw (const CorChart *chart, cairo_t *cr, double w, double h, const CorChartTheme *theme)
{
  g_return_if_fail (chart != NULL && cr != NULL && theme != NULL);
  if (w < 1 || h < 1)
    return;
  CorCanvas canvas;
  cor_canvas_init (&canvas, chart, cr, w, h, theme);
  cor_chart_walk (&canvas);
  cor_canvas_clear (&canvas);
}

/* How far the pointer is from a region: 0 inside a box. */
static double
distance_to (const CorRegion *region, double x, double y)
{
  double dx = MAX (0, MAX (region->box.x - x, x - region->box.x - region->box.width));
  double dy = MAX (0, MAX (region->box.y - y, y - region->box.y - region->box.height));
  return hypot (dx, dy);
}

/* The topmost box under the pointer, or the nearest point within reach. A point beats a
 * box, because it is the smaller thing to aim at. */
static const CorRegion *
find_region (const CorCanvas *canvas, double x, double y)
{
  double reach = 12 * canvas->u;
  const CorRegion *found = NULL;
  for (guint i = 0; i < canvas->regions->len; i++)
    {
      const CorRegion *region = &g_array_index (canvas->regions, CorRegion, i);
      gboolean is_point = region->box.width <= 0 && region->box.height <= 0;
      double distance = distance_to (region, x, y);
      if (is_point && distance <= reach)
        {
          found = region;
          reach = distance;
        }
      else if (!is_point && distance <= 0 && reach >= 12 * canvas->u)
        found = region;
    }
  return found;
}

typedef const CorRegion *(*FindRegion) (const CorCanvas *canvas, const double *where);

static const CorRegion *
region_at (const CorCanvas *canvas, const double *where)
{
  return find_region (canvas, where[0], where[1]);
}

static const CorRegion *
region_nth (const CorCanvas *canvas, const double *where)
{
  guint n = (guint) where[0];

  return n < canvas->regions->len ? &g_array_index (canvas->regions, CorRegion, n) : NULL;
}

/* Walks the chart without painting: one pixel, clipped away. @middle: (nullable) (out). */
static gboolean
look_for (const CorChart *chart,
          double w,
          double h,
          const CorChartTheme *theme,
          FindRegion find,
          const double *where,
          double *middle,
          CorChartHit *out)
{
  *out = (CorChartHit){ .series = -1, .point = -1, .mark = -1 };
  if (w < 1 || h < 1 || cor_chart_is_empty (chart))
    return FALSE;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (surface);
  cairo_rectangle (cr, 0, 0, 0, 0);
  cairo_clip (cr);
  CorCanvas canvas;
  cor_canvas_init (&canvas, chart, cr, w, h, theme);
  canvas.quiet = TRUE;
  cor_chart_walk (&canvas);
  const CorRegion *region = find (&canvas, where);
  if (region != NULL)
    cor_chart_hit_fill (out, &canvas, region);
  if (region != NULL && middle != NULL)
    {
      middle[0] = region->box.x + region->box.width / 2;
      middle[1] = region->box.y + region->box.height / 2;
    }
  gboolean found = region != NULL;
  cor_canvas_clear (&canvas);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return found;
}

gboolean
cor_chart_hit (const CorChart *chart,
               double w,
               double h,
               const CorChartTheme *theme,
               double x,
               double y,
               CorChartHit *out)
{
  const double where[] = { x, y };

  g_return_val_if_fail (chart != NULL && theme != NULL && out != NULL, FALSE);
  return look_for (chart, w, h, theme, region_at, where, NULL, out);
}

gboolean
cor_chart_hit_nth (const CorChart *chart,
                   double w,
                   double h,
                   const CorChartTheme *theme,
                   guint n,
                   double *x,
                   double *y,
                   CorChartHit *out)
{
  const double where[] = { n };
  double middle[2] = { 0, 0 };

  g_return_val_if_fail (chart != NULL && theme != NULL && out != NULL, FALSE);
  if (!look_for (chart, w, h, theme, region_nth, where, middle, out))
    return FALSE;
  *x = middle[0];
  *y = middle[1];
  return TRUE;
}

void
cor_chart_hit_clear (CorChartHit *hit)
{
  g_clear_pointer (&hit->text, g_free);
  *hit = (CorChartHit){ .series = -1, .point = -1, .mark = -1 };
}
