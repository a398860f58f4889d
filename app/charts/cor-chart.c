/* cor-chart.c: a chart as plain data; drawing and pointing at it by kind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-chart-plot.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
clear_point (gpointer data)
{
  CorChartPoint *point = data;
  g_free (point->label);
  g_free (point->note);
  g_free (point->id);
}

static void
clear_mark (gpointer data)
{
  CorChartMark *mark = data;
  g_free (mark->label);
  g_free (mark->id);
}

static void
free_series (gpointer data)
{
  CorChartSeries *series = data;
  g_free (series->id);
  g_free (series->name);
  g_array_unref (series->points);
  g_free (series);
}

/* What the axes of each kind measure unless the caller says otherwise. */
static const struct
{
  CorQuantity x, y;
  gboolean y_is_change;
  void (*draw) (CorCanvas *canvas);
} kinds[] = {
  [COR_CHART_GAP] = { COR_QUANTITY_YEAR, COR_QUANTITY_MONEY, TRUE, cor_chart_draw_gap },
  [COR_CHART_PARTS] = { COR_QUANTITY_NUMBER, COR_QUANTITY_MONEY, FALSE, cor_chart_draw_parts },
  [COR_CHART_CHARGE] = { COR_QUANTITY_KM, COR_QUANTITY_SHARE, FALSE, cor_chart_draw_charge },
  [COR_CHART_STAGES] = { COR_QUANTITY_NUMBER, COR_QUANTITY_TONNES, FALSE, cor_chart_draw_stages },
  [COR_CHART_WATERFALL]
  = { COR_QUANTITY_NUMBER, COR_QUANTITY_MONEY, TRUE, cor_chart_draw_waterfall },
  [COR_CHART_CUMULATIVE]
  = { COR_QUANTITY_YEAR, COR_QUANTITY_MONEY, FALSE, cor_chart_draw_cumulative },
  [COR_CHART_HEAT] = { COR_QUANTITY_NUMBER, COR_QUANTITY_NUMBER, FALSE, cor_chart_draw_heat },
  [COR_CHART_TORNADO] = { COR_QUANTITY_NUMBER, COR_QUANTITY_MONEY, TRUE, cor_chart_draw_tornado },
  [COR_CHART_SPREAD] = { COR_QUANTITY_YEAR, COR_QUANTITY_MONEY, TRUE, cor_chart_draw_spread },
  [COR_CHART_DAY] = { COR_QUANTITY_HOUR, COR_QUANTITY_NUMBER, FALSE, cor_chart_draw_day },
  [COR_CHART_MONTHS] = { COR_QUANTITY_MONTH, COR_QUANTITY_NUMBER, FALSE, cor_chart_draw_months },
  [COR_CHART_CASH] = { COR_QUANTITY_YEAR, COR_QUANTITY_MONEY, FALSE, cor_chart_draw_cash },
};

CorChart *
cor_chart_new (CorChartKind kind, const char *title, const char *unit)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kinds), NULL);
  CorChart *chart = g_new0 (CorChart, 1);
  chart->kind = kind;
  chart->title = g_strdup (title);
  chart->unit = g_strdup (unit);
  chart->x.quantity = kinds[kind].x;
  chart->y.quantity = kinds[kind].y;
  chart->y.is_change = kinds[kind].y_is_change;
  chart->series = g_ptr_array_new_with_free_func (free_series);
  chart->marks = g_array_new (FALSE, TRUE, sizeof (CorChartMark));
  g_array_set_clear_func (chart->marks, clear_mark);
  return chart;
}

void
cor_chart_free (CorChart *chart)
{
  if (chart == NULL)
    return;
  g_free (chart->title);
  g_free (chart->unit);
  g_free (chart->note);
  g_free (chart->empty);
  g_free (chart->highlight);
  g_free (chart->x.name);
  g_free (chart->y.name);
  g_ptr_array_unref (chart->series);
  g_array_unref (chart->marks);
  g_free (chart);
}

CorChartSeries *
cor_chart_add_series (CorChart *chart, const char *id, const char *name, CorRole role,
                      CorSeriesStyle style)
{
  g_return_val_if_fail (chart != NULL, NULL);
  CorChartSeries *series = g_new0 (CorChartSeries, 1);
  series->id = g_strdup (id);
  series->name = g_strdup (name);
  series->role = role;
  series->style = style;
  series->value = NAN;
  series->points = g_array_new (FALSE, TRUE, sizeof (CorChartPoint));
  g_array_set_clear_func (series->points, clear_point);
  g_ptr_array_add (chart->series, series);
  return series;
}

CorChartPoint *
cor_chart_series_add (CorChartSeries *series, double x, double y)
{
  g_return_val_if_fail (series != NULL, NULL);
  CorChartPoint point = { .x = x, .y = y, .low = NAN, .high = NAN, .far_low = NAN,
                          .far_high = NAN, .role = series->role };
  g_array_append_val (series->points, point);
  return &g_array_index (series->points, CorChartPoint, series->points->len - 1);
}

CorChartPoint *
cor_chart_series_add_part (CorChartSeries *series, const char *label, CorRole role, double y)
{
  g_return_val_if_fail (series != NULL, NULL);
  CorChartPoint *point = cor_chart_series_add (series, series->points->len, y);
  point->label = g_strdup (label);
  point->role = role;
  return point;
}

CorChartMark *
cor_chart_add_mark (CorChart *chart, CorMarkKind kind, double x, double y, CorRole role,
                    const char *label)
{
  g_return_val_if_fail (chart != NULL, NULL);
  CorChartMark mark = { .kind = kind, .x = x, .y = y, .x2 = NAN, .y2 = NAN, .role = role,
                        .label = g_strdup (label) };
  g_array_append_val (chart->marks, mark);
  return &g_array_index (chart->marks, CorChartMark, chart->marks->len - 1);
}

static gboolean
has_value (const CorChartPoint *point)
{
  return isfinite (point->y) || (isfinite (point->low) && isfinite (point->high));
}

gboolean
cor_chart_is_empty (const CorChart *chart)
{
  for (guint s = 0; s < chart->series->len; s++)
    {
      const CorChartSeries *series = cor_chart_series_at (chart, s);
      /* A heat map of cells that never reach parity is an answer, not an absence. */
      if (chart->kind == COR_CHART_HEAT && series->points->len > 0)
        return FALSE;
      for (guint i = 0; i < series->points->len; i++)
        if (has_value (cor_series_point (series, i)))
          return FALSE;
    }
  return TRUE;
}

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

/* A heading and a quiet sentence in the middle. */
static void
draw_empty (CorCanvas *canvas)
{
  const CorChart *chart = canvas->chart;
  double top = cor_canvas_heading (canvas);
  const char *text = chart->empty ? chart->empty : _ ("Nothing to show yet");
  cor_canvas_text_cut (canvas, COR_TEXT_TICK, COR_ROLE_SECONDARY, text,
                       (CorAnchor){ canvas->width / 2, (top + canvas->height) / 2, 0.5, 0.5 },
                       canvas->width);
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
    kinds[chart->kind].draw (canvas);
  cairo_restore (canvas->cr);
}

void
cor_chart_draw (const CorChart *chart, cairo_t *cr, double w, double h,
                const CorChartTheme *theme)
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

gboolean
cor_chart_hit (const CorChart *chart, double w, double h, const CorChartTheme *theme, double x,
               double y, CorChartHit *out)
{
  g_return_val_if_fail (chart != NULL && theme != NULL && out != NULL, FALSE);
  *out = (CorChartHit){ -1, -1, -1, NULL, NULL };
  if (w < 1 || h < 1 || cor_chart_is_empty (chart))
    return FALSE;
  /* Nothing is painted: one pixel, clipped away. */
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (surface);
  cairo_rectangle (cr, 0, 0, 0, 0);
  cairo_clip (cr);
  CorCanvas canvas;
  cor_canvas_init (&canvas, chart, cr, w, h, theme);
  canvas.quiet = TRUE;
  cor_chart_walk (&canvas);
  const CorRegion *region = find_region (&canvas, x, y);
  if (region != NULL)
    cor_chart_hit_fill (out, &canvas, region);
  gboolean found = region != NULL;
  cor_canvas_clear (&canvas);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return found;
}

void
cor_chart_hit_clear (CorChartHit *hit)
{
  g_clear_pointer (&hit->text, g_free);
  *hit = (CorChartHit){ -1, -1, -1, NULL, NULL };
}
