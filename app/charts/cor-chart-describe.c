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
      double lost = cor_chart_parity_lost (series), first = cor_chart_first_year (series);
      if (!isnan (first))
        g_ptr_array_add (says, g_strdup_printf (_ ("%s: not possible before %.0f."), series_name (series), first));
      if (isnan (year))
        g_ptr_array_add (says,
                         g_strdup_printf (_ ("%s: parity not reached."), series_name (series)));
      else if (!isnan (lost))
        g_ptr_array_add (says, g_strdup_printf (_ ("%s: parity in %.0f, lost again in %.0f."),
                                                series_name (series), year, lost));
      else
        g_ptr_array_add (says,
                         g_strdup_printf (_ ("%s: parity in %.0f."), series_name (series), year));
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
  const CorChartSeries *reference = cor_chart_series_at (chart, 0);
  describe_sums (chart, language, says);
  for (guint s = 1; s < chart->series->len; s++)
    {
      const CorChartSeries *series = cor_chart_series_at (chart, s);
      double change = points_sum (series) - points_sum (reference);
      g_autofree char *text = cor_format_change (chart->y.quantity, change, language);
      /* Translators: a fleet, the one it is compared with, the change as in "−460 t". */
      g_ptr_array_add (says, g_strdup_printf (_ ("%s against %s: %s."), series_name (series),
                                              series_name (reference), text));
    }
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
        g_ptr_array_add (
            says, g_strdup_printf (_ ("Cannot be served: %s."), mark->label ? mark->label : ""));
    }
  g_autofree char *low_text = y_text (chart, lowest, language);
  g_autofree char *last_text = y_text (chart, last, language);
  g_autofree char *stop_text = g_strdup_printf (ngettext ("%u stop", "%u stops", stops), stops);
  /* Translators: "2 stops, lowest charge 33 %, 68 % on arrival." */
  g_ptr_array_add (says, g_strdup_printf (_ ("%s, lowest charge %s, %s on arrival."), stop_text,
                                          low_text, last_text));
}

static void
describe_waterfall (const CorChart *chart, const char *language, GPtrArray *says)
{
  const CorChartSeries *series = cor_chart_series_at (chart, 0);
  for (guint i = 0; i < series->points->len; i++)
    {
      const CorChartPoint *point = cor_series_point (series, i);
      g_autofree char *text = y_text (chart, point->y, language);
      gboolean last = i + 1 == series->points->len;
      g_ptr_array_add (says, g_strdup_printf ("%s: %s%s", point->label ? point->label : "", text,
                                              last ? "." : ";"));
    }
}

static void
describe_cumulative (const CorChart *chart, const char *language, GPtrArray *says)
{
  for (guint s = 1; s < chart->series->len; s++)
    {
      const CorChartSeries *series = cor_chart_series_at (chart, s);
      double year = cor_chart_payback_year (cor_chart_series_at (chart, 0), series);
      const char *name = series_name (series);
      char *says_it = isnan (year) ? g_strdup_printf (_ ("%s: does not pay back in these years."), name)
                      : year < 1   ? g_strdup_printf (_ ("%s: cheaper from the first day."), name)
                                   : g_strdup_printf (_ ("%s: pays back in year %.0f."), name, year);

      g_ptr_array_add (says, says_it);
    }
}

static void
describe_heat (const CorChart *chart, const char *language, GPtrArray *says)
{
  double first = INFINITY;
  guint reached = 0, cells = 0;
  for (guint s = 0; s < chart->series->len; s++)
    {
      const CorChartSeries *series = cor_chart_series_at (chart, s);
      for (guint i = 0; i < series->points->len; i++, cells++)
        {
          double year = cor_series_point (series, i)->y;
          reached += isfinite (year) ? 1 : 0;
          first = isfinite (year) ? MIN (first, year) : first;
        }
    }
  g_ptr_array_add (says, reached > 0
                             ? g_strdup_printf (_ ("Parity is reached in %u of %u combinations, "
                                                   "in %.0f at the earliest."),
                                                reached, cells, first)
                             : g_strdup (_ ("Parity is reached in none of the combinations.")));
  for (guint m = 0; m < chart->marks->len; m++)
    {
      const CorChartMark *mark = &g_array_index (chart->marks, CorChartMark, m);
      if (mark->kind == COR_MARK_OWN && mark->label != NULL)
        g_ptr_array_add (says, g_strconcat (mark->label, ".", NULL));
    }
}

static void
describe_bars (const CorChart *chart, const char *language, GPtrArray *says)
{
  for (guint k = 0; k < chart->series->len; k++)
    {
      const CorChartSeries *series = cor_chart_series_at (chart, k);
      const CorChartPoint *largest = NULL;
      for (guint i = 0; i < series->points->len; i++)
        {
          const CorChartPoint *point = cor_series_point (series, i);
          if (isfinite (point->y) && (largest == NULL || point->y > largest->y))
            largest = point;
        }
      if (largest == NULL)
        continue;
      g_autofree char *amount = y_text (chart, largest->y, language);
      /* Translators: what the bars count, the thing with most of it, how much that is. */
      g_ptr_array_add (says, g_strdup_printf (_ ("%s: most at %s, %s."), series->name ? series->name : "",
                                              largest->label ? largest->label : "", amount));
    }
}

static void
describe_tornado (const CorChart *chart, const char *language, GPtrArray *says)
{
  const CorChartSeries *series = cor_chart_series_at (chart, 0);
  const CorChartPoint *widest = NULL;
  for (guint i = 0; i < series->points->len; i++)
    {
      const CorChartPoint *point = cor_series_point (series, i);
      if (isfinite (point->high - point->low)
          && (widest == NULL
              || fabs (point->high - point->low) > fabs (widest->high - widest->low)))
        widest = point;
    }
  if (widest == NULL)
    return;
  g_autofree char *low = y_text (chart, widest->low, language);
  g_autofree char *high = y_text (chart, widest->high, language);
  /* Translators: parameter, result at its low value, result at its high value. */
  g_ptr_array_add (says,
                   g_strdup_printf (_ ("%s weighs most: %s at its low, %s at its high value."),
                                    widest->label ? widest->label : "", low, high));
}

static void
describe_spread (const CorChart *chart, const char *language, GPtrArray *says)
{
  const CorChartSeries *series = cor_chart_series_at (chart, 0);
  if (series->points->len == 0)
    return;
  gboolean boxes = cor_series_point (series, 0)->label != NULL;
  for (guint i = boxes ? 0 : series->points->len - 1; i < series->points->len; i++)
    {
      const CorChartPoint *point = cor_series_point (series, i);
      g_autofree char *at = point->label
                                ? g_strdup (point->label)
                                : cor_format_quantity (chart->x.quantity, point->x, language);
      g_autofree char *middle = y_text (chart, point->y, language);
      g_autofree char *low = y_text (chart, point->far_low, language);
      g_autofree char *high = y_text (chart, point->far_high, language);
      /* Translators: place or year, median, 5th and 95th percentile. */
      g_ptr_array_add (says, g_strdup_printf (_ ("%s: median %s, 9 of 10 draws from %s to %s."), at,
                                              middle, low, high));
    }
}

/* Columns over the day: the hour with the most. */
static void
describe_day (const CorChart *chart, const char *language, GPtrArray *says)
{
  const CorChartPoint *most = largest_point (cor_chart_series_at (chart, 0));
  if (most == NULL)
    return;
  int hour = (int)CLAMP (most->x, 0, 24);
  g_autofree char *text = y_text (chart, most->y, language);
  g_ptr_array_add (says, g_strdup_printf (_ ("Most from %d to %d h: %s."), hour, hour + 1, text));
}

/* The last measured and the last forecast value of each line. */
static void
describe_months (const CorChart *chart, const char *language, GPtrArray *says)
{
  for (guint s = 0; s < chart->series->len; s++)
    {
      const CorChartSeries *series = cor_chart_series_at (chart, s);
      for (guint i = 0; i < series->points->len; i++)
        {
          const CorChartPoint *point = cor_series_point (series, i);
          gboolean last = i + 1 == series->points->len;
          gboolean turn
              = !last && !isfinite (point->low) && isfinite (cor_series_point (series, i + 1)->low);
          if (!isfinite (point->y) || (!last && !turn))
            continue;
          g_autofree char *value = y_text (chart, point->y, language);
          g_autofree char *month = cor_format_quantity (chart->x.quantity, point->x, language);
          g_ptr_array_add (says, isfinite (point->low)
                                     ? g_strdup_printf (_ ("%s, forecast for %s: %s."),
                                                        series_name (series), month, value)
                                     : g_strdup_printf (_ ("%s in %s: %s."), series_name (series),
                                                        month, value));
        }
    }
}

/* The sum over all years. */
static void
describe_cash (const CorChart *chart, const char *language, GPtrArray *says)
{
  for (guint s = 0; s < chart->series->len; s++)
    {
      const CorChartSeries *series = cor_chart_series_at (chart, s);
      g_autofree char *sum = y_text (chart, points_sum (series), language);
      g_ptr_array_add (says,
                       g_strdup_printf (_ ("%s: %s over all years."), series_name (series), sum));
    }
}

static void (*const describers[]) (const CorChart *chart, const char *language, GPtrArray *says) = {
  [COR_CHART_GAP] = describe_gap,
  [COR_CHART_PARTS] = describe_sums,
  [COR_CHART_CHARGE] = describe_charge,
  [COR_CHART_STAGES] = describe_stages,
  [COR_CHART_WATERFALL] = describe_waterfall,
  [COR_CHART_CUMULATIVE] = describe_cumulative,
  [COR_CHART_HEAT] = describe_heat,
  [COR_CHART_TORNADO] = describe_tornado,
  [COR_CHART_SPREAD] = describe_spread,
  [COR_CHART_DAY] = describe_day,
  [COR_CHART_MONTHS] = describe_months,
  [COR_CHART_BARS] = describe_bars,
  [COR_CHART_CASH] = describe_cash,
};

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
    describers[chart->kind](chart, language, says);
  if (chart->note != NULL)
    g_ptr_array_add (says, g_strdup (chart->note));
  g_ptr_array_add (says, NULL);
  return g_strjoinv (" ", (char **)says->pdata);
}
