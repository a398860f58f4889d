/* cor-chart-describe.c: the sentence a screen reader says for a chart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-chart-plot.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const char *
series_name (const CorChartSeries *series)
{
  /* Translators: a line of a chart that has no name of its own. */
  return series->name ? series->name : _ ("This scenario");
}

static char *
y_text (const CorChart *chart, double value, const char *language)
{
  return chart->y.is_change ? cor_format_change (chart->y.quantity, value, language)
                            : cor_format_quantity (chart->y.quantity, value, language);
}

static void
describe_gap (const CorChart *chart, const char *language, GPtrArray *says)
{
  for (guint s = 0; s < chart->series->len; s++)
    {
      const CorChartSeries *series = cor_chart_series_at (chart, s);
      double year = cor_chart_parity_year (series);
      if (series->points->len == 0)
        continue;
      if (isnan (year))
        g_ptr_array_add (says, g_strdup_printf (_ ("%s: parity not reached."),
                                                series_name (series)));
      else
        g_ptr_array_add (says, g_strdup_printf (_ ("%s: parity in %.0f."), series_name (series),
                                                year));
    }
}

static double
points_sum (const CorChartSeries *series)
{
  double sum = 0;
  for (guint i = 0; i < series->points->len; i++)
    {
      double y = cor_series_point (series, i)->y;
      sum += isfinite (y) ? y : 0;
    }
  return sum;
}

/* The point with the largest |y|, or NULL. */
static const CorChartPoint *
largest_point (const CorChartSeries *series)
{
  const CorChartPoint *largest = NULL;
  for (guint i = 0; i < series->points->len; i++)
    {
      const CorChartPoint *point = cor_series_point (series, i);
      if (isfinite (point->y) && (largest == NULL || fabs (point->y) > fabs (largest->y)))
        largest = point;
    }
  return largest;
}

/* Columns and bars: their sums, and what weighs most. */
static void
describe_sums (const CorChart *chart, const char *language, GPtrArray *says)
{
  for (guint s = 0; s < chart->series->len; s++)
    {
      const CorChartSeries *series = cor_chart_series_at (chart, s);
      const CorChartPoint *largest = largest_point (series);
      if (largest == NULL)
        continue;
      g_autofree char *sum = y_text (chart, points_sum (series), language);
      g_autofree char *part = y_text (chart, largest->y, language);
      g_ptr_array_add (says,
                       /* Translators: column, its sum, its largest part, that part's amount. */
                       g_strdup_printf (_ ("%s: %s, most of it %s with %s."), series_name (series),
                                        sum, largest->label ? largest->label : "", part));
    }
}

static void
describe_stages (const CorChart *chart, const char *language, GPtrArray *says)
{
  describe_sums (chart, language, says);
  if (chart->series->len < 2)
    return;
  double change = points_sum (cor_chart_series_at (chart, 1))
                  - points_sum (cor_chart_series_at (chart, 0));
  g_autofree char *text = cor_format_change (chart->y.quantity, change, language);
  /* Translators: the change of emissions, as in "−460 t". */
  g_ptr_array_add (says, g_strdup_printf (_ ("Difference: %s."), text));
}

static void
describe_charge (const CorChart *chart, const char *language, GPtrArray *says)
{
  const CorChartSeries *series = cor_chart_series_at (chart, 0);
  double lowest = INFINITY, last = NAN;
  guint stops = 0;
  for (guint i = 0; i < series->points->len; i++)
    {
      double y = cor_series_point (series, i)->y;
      lowest = isfinite (y) ? MIN (lowest, y) : lowest;
      last = isfinite (y) ? y : last;
    }
  for (guint m = 0; m < chart->marks->len; m++)
    {
      const CorChartMark *mark = &g_array_index (chart->marks, CorChartMark, m);
      stops += mark->kind == COR_MARK_STOP;
      if (mark->kind == COR_MARK_FAILURE)
        g_ptr_array_add (says, g_strdup_printf (_ ("Cannot be served: %s."),
                                                mark->label ? mark->label : ""));
    }
  g_autofree char *low_text = y_text (chart, lowest, language);
  g_autofree char *last_text = y_text (chart, last, language);
  g_autofree char *stop_text
      = g_strdup_printf (ngettext ("%u stop", "%u stops", stops), stops);
  /* Translators: "2 stops, lowest charge 33 %, 68 % on arrival." */
  g_ptr_array_add (says, g_strdup_printf (_ ("%s, lowest charge %s, %s on arrival."), stop_text,
                                          low_text, last_text));
}

char *
cor_chart_describe (const CorChart *chart, const char *language)
{
  g_return_val_if_fail (chart != NULL, NULL);
  g_autoptr (GPtrArray) says = g_ptr_array_new_with_free_func (g_free);
  if (chart->title != NULL)
    g_ptr_array_add (says, g_strconcat (chart->title, ".", NULL));
  if (cor_chart_is_empty (chart))
    g_ptr_array_add (says, g_strdup (chart->empty ? chart->empty : _ ("Nothing to show yet")));
  else
    switch (chart->kind)
      {
      case COR_CHART_GAP:
        describe_gap (chart, language, says);
        break;
      case COR_CHART_CHARGE:
        describe_charge (chart, language, says);
        break;
      case COR_CHART_STAGES:
        describe_stages (chart, language, says);
        break;
      default:
        describe_sums (chart, language, says);
        break;
      }
  if (chart->note != NULL)
    g_ptr_array_add (says, g_strdup (chart->note));
  g_ptr_array_add (says, NULL);
  return g_strjoinv (" ", (char **) says->pdata);
}
