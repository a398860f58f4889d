/* cor-chart-text.c: a chart in words: tooltips, the spoken summary, CSV.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-chart-plot.h"

#include "cor-csv.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A value of an axis with its unit, whatever the chart's common unit is. */
static char *
full_value (const CorChartAxis *axis, double value, const char *language)
{
  return axis->is_change ? cor_format_change (axis->quantity, value, language)
                         : cor_format_quantity (axis->quantity, value, language);
}

/* "low – high" where a point has a spread. */
static char *
spread_text (const CorChart *chart, double low, double high, const char *language)
{
  g_autofree char *from = full_value (&chart->y, low, language);
  g_autofree char *to = full_value (&chart->y, high, language);
  return g_strdup_printf ("%s " COR_EN_DASH " %s", from, to);
}

/* The label with its line breaks taken out. */
static char *
one_line (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  return g_strjoinv (" ", lines);
}

/* Where a point stands: its label, or its x in words. */
static char *
point_place (const CorChart *chart, const CorChartPoint *point, const char *language)
{
  if (point->label != NULL)
    return one_line (point->label);
  int whole = (int)CLAMP (point->x, -1e6, 1e6);
  if (chart->kind == COR_CHART_DAY)
    return g_strdup_printf ("%02d:00" COR_EN_DASH "%02d:00", whole, whole + 1);
  if (chart->kind == COR_CHART_CUMULATIVE)
    /* Translators: a year of ownership, counted from the purchase. */
    return g_strdup_printf (_ ("year %d"), whole);
  return full_value (&chart->x, point->x, language);
}

/* The levers of a heat map's cell: "thousand km a year 60, yuan/kWh 0.9". */
static char *
cell_place (const CorChart *chart,
            const CorChartSeries *series,
            const CorChartPoint *point,
            const char *language)
{
  g_autofree char *across = full_value (&chart->x, point->x, language);
  g_autofree char *up = full_value (&chart->y, series->value, language);
  return g_strdup_printf ("%s %s, %s %s", chart->x.name ? chart->x.name : "x", across,
                          chart->y.name ? chart->y.name : "y", series->name ? series->name : up);
}

/* The value of a point: its y, or its spread, or both. */
static char *
point_value (const CorChart *chart, const CorChartPoint *point, const char *language)
{
  if (chart->kind == COR_CHART_HEAT)
    return isfinite (point->y) ? g_strdup_printf (_ ("parity %.0f"), point->y)
                               : g_strdup (_ ("not reached"));
  double low = isfinite (point->low) ? point->low : point->far_low;
  double high = isfinite (point->high) ? point->high : point->far_high;
  gboolean spread = isfinite (low) && isfinite (high);
  if (!spread)
    return full_value (&chart->y, point->y, language);
  g_autofree char *range = spread_text (chart, low, high, language);
  if (!isfinite (point->y) || chart->kind == COR_CHART_TORNADO)
    return g_steal_pointer (&range);
  g_autofree char *value = full_value (&chart->y, point->y, language);
  return g_strdup_printf ("%s (%s)", value, range);
}

static char *
mark_text (const CorChart *chart, const CorChartMark *mark, const char *language)
{
  GString *text = g_string_new (mark->label ? mark->label : "");
  if (mark->kind == COR_MARK_STOP)
    {
      g_autofree char *from = full_value (&chart->y, mark->y, language);
      g_autofree char *to = full_value (&chart->y, mark->y2, language);
      g_string_append_printf (text, "%s%s → %s", text->len > 0 ? ": " : "", from, to);
    }
  return g_string_free (text, FALSE);
}

void
cor_chart_hit_fill (CorChartHit *hit, const CorCanvas *canvas, const CorRegion *region)
{
  const CorChart *chart = canvas->chart;
  const char *language = canvas->theme->language;
  *hit = (CorChartHit){ .series = region->series, .point = region->point, .mark = region->mark };
  if (region->mark >= 0)
    {
      const CorChartMark *mark = &g_array_index (chart->marks, CorChartMark, region->mark);
      hit->id = mark->id;
      hit->card = mark->card;
      hit->text = mark_text (chart, mark, language);
      return;
    }
  const CorChartSeries *series = cor_chart_series_at (chart, (guint)region->series);
  hit->id = series->id;
  gboolean named = series->name != NULL && chart->kind != COR_CHART_HEAT;
  GString *text = g_string_new (named ? series->name : "");
  if (region->point >= 0)
    {
      const CorChartPoint *point = cor_series_point (series, (guint)region->point);
      g_autofree char *at = chart->kind == COR_CHART_HEAT
                                ? cell_place (chart, series, point, language)
                                : point_place (chart, point, language);
      g_autofree char *value = point_value (chart, point, language);
      hit->card = point->card;
      if (point->id != NULL)
        hit->id = point->id;
      g_autofree char *told = cor_format_told (at, value);
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", told);
      if (point->origin != NULL)
        g_string_append_printf (text, "\n%s", point->origin);
    }
  hit->text = g_string_free (text, FALSE);
}

char *
cor_chart_to_csv (const CorChart *chart)
{
  g_return_val_if_fail (chart != NULL, NULL);
  GString *csv = g_string_new ("series,label,x,y,low,high,far_low,far_high\n");
  for (guint s = 0; s < chart->series->len; s++)
    {
      const CorChartSeries *series = cor_chart_series_at (chart, s);
      for (guint i = 0; i < series->points->len; i++)
        {
          const CorChartPoint *point = cor_series_point (series, i);
          const double numbers[] = { point->x, point->y, point->low, point->high, point->far_low, point->far_high };
          if (series->name == NULL && isfinite (series->value))
            cor_csv_number (csv, series->value);
          else
            cor_csv_text (csv, series->name ? series->name : series->id);
          cor_csv_text (csv, point->label);
          for (guint n = 0; n < G_N_ELEMENTS (numbers); n++)
            cor_csv_number (csv, numbers[n]);
          cor_csv_end_row (csv);
        }
    }
  return g_string_free (csv, FALSE);
}
