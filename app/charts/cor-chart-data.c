/* cor-chart-data.c: a chart as plain data: series of points on two axes, and marks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-chart-plot.h"

#include <math.h>

static void
clear_point (gpointer data)
{
  CorChartPoint *point = data;
  g_free (point->label);
  g_free (point->note);
  g_free (point->origin);
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
} axes[] = {
  [COR_CHART_GAP] = { COR_QUANTITY_YEAR, COR_QUANTITY_MONEY, TRUE },
  [COR_CHART_PARTS] = { COR_QUANTITY_NUMBER, COR_QUANTITY_MONEY, FALSE },
  [COR_CHART_CHARGE] = { COR_QUANTITY_KM, COR_QUANTITY_SHARE, FALSE },
  [COR_CHART_STAGES] = { COR_QUANTITY_NUMBER, COR_QUANTITY_TONNES, FALSE },
  [COR_CHART_WATERFALL] = { COR_QUANTITY_NUMBER, COR_QUANTITY_MONEY, TRUE },
  [COR_CHART_CUMULATIVE] = { COR_QUANTITY_YEAR, COR_QUANTITY_MONEY, FALSE },
  [COR_CHART_HEAT] = { COR_QUANTITY_NUMBER, COR_QUANTITY_NUMBER, FALSE },
  [COR_CHART_TORNADO] = { COR_QUANTITY_NUMBER, COR_QUANTITY_MONEY, TRUE },
  [COR_CHART_SPREAD] = { COR_QUANTITY_YEAR, COR_QUANTITY_MONEY, TRUE },
  [COR_CHART_DAY] = { COR_QUANTITY_HOUR, COR_QUANTITY_NUMBER, FALSE },
  [COR_CHART_MONTHS] = { COR_QUANTITY_MONTH, COR_QUANTITY_NUMBER, FALSE },
  [COR_CHART_BARS] = { COR_QUANTITY_NUMBER, COR_QUANTITY_TONNES, FALSE },
  [COR_CHART_CASH] = { COR_QUANTITY_YEAR, COR_QUANTITY_MONEY, FALSE },
};

CorChart *
cor_chart_new (CorChartKind kind, const char *title, const char *unit)
{
  g_return_val_if_fail ((guint)kind < G_N_ELEMENTS (axes), NULL);
  CorChart *chart = g_new0 (CorChart, 1);
  chart->kind = kind;
  chart->title = g_strdup (title);
  chart->unit = g_strdup (unit);
  chart->x.quantity = axes[kind].x;
  chart->y.quantity = axes[kind].y;
  chart->y.is_change = axes[kind].y_is_change;
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
  if (chart->free_cards != NULL)
    chart->free_cards (chart->cards);
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
cor_chart_add_series (CorChart *chart,
                      const char *id,
                      const char *name,
                      CorRole role,
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
  CorChartPoint point = {
    .x = x, .y = y, .low = NAN, .high = NAN, .far_low = NAN, .far_high = NAN, .role = series->role
  };
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
cor_chart_add_mark (CorChart *chart,
                    CorMarkKind kind,
                    double x,
                    double y,
                    CorRole role,
                    const char *label)
{
  g_return_val_if_fail (chart != NULL, NULL);
  CorChartMark mark = {
    .kind = kind, .x = x, .y = y, .x2 = NAN, .y2 = NAN, .role = role, .label = g_strdup (label)
  };
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
