/* cor-chart-money.c: charts of money over the years, of what policies do, and of what moves the gap.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-chart-money.h"

#include "cor-chart-cards.h"
#include "cor-chart-results.h"
#include "cor-data-text.h"
#include "cor-sure-trace.h"
#include "cor-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static double
group_in_slot (const CorTco *tco, CorTcoGroup group, guint slot)
{
  double sum = 0;

  for (guint i = 0; i < COR_N_TCO_PARTS; i++)
    if (cor_tco_part_info (i)->group == group)
      sum += tco->part[i][slot];
  return sum;
}

static gboolean
group_has_any (const CorTco *tco, CorTcoGroup group)
{
  for (guint slot = 0; slot <= tco->n_years; slot++)
    if (fabs (group_in_slot (tco, group, slot)) >= 0.5)
      return TRUE;
  return FALSE;
}

static const CorAlternative *
truck_of (const CorResults *results, CorTraceKey key)
{
  const CorDutyResult *duty = &results->duties[key.duty];

  return key.truck < 0 ? duty->diesel : duty->alternatives[key.truck];
}

CorChart *
cor_chart_from_cash (const CorResults *results, CorTraceKey key, const char *title)
{
  const CorAlternative *truck = truck_of (results, key);
  const CorTco *tco = truck != NULL ? truck->tco : NULL;
  CorChart *chart = cor_chart_new (COR_CHART_CASH, title, _ ("{money} a truck, by year of ownership"));
  CorChartSeries *sum;

  chart->empty = g_strdup (_ ("No cost to show"));
  chart->x.quantity = COR_QUANTITY_NUMBER;
  key.quantity = COR_TRACE_CASH_GROUP;
  for (guint group = 0; tco != NULL && group < COR_N_TCO_GROUPS; group++)
    {
      CorChartSeries *series;

      if (!group_has_any (tco, group))
        continue;
      series = cor_chart_add_series (chart, NULL, cor_tco_group_name (group), cor_chart_group_role (group), COR_STYLE_THIN);
      key.part = cor_trace_group_part (group);
      for (key.index = 0; key.index <= tco->n_years; key.index++)
        cor_chart_point_explain (chart, cor_chart_series_add (series, key.index, group_in_slot (tco, group, key.index)), results, key);
    }
  if (tco == NULL)
    return chart;
  sum = cor_chart_add_series (chart, NULL, _ ("sum"), COR_ROLE_TEXT, COR_STYLE_LINE);
  key.quantity = COR_TRACE_CASH_YEAR;
  key.part = 0;
  for (key.index = 0; key.index <= tco->n_years; key.index++)
    cor_chart_point_explain (chart,
                             cor_chart_series_add (sum, key.index,
                                                   tco->cumulative[key.index] - (key.index > 0 ? tco->cumulative[key.index - 1] : 0)),
                             results, key);
  return chart;
}

static void
add_cumulative (CorChart *chart, const CorResults *results, CorTraceKey key, const char *name, CorRole role, CorSeriesStyle style)
{
  const CorAlternative *truck = truck_of (results, key);
  CorChartSeries *series;

  if (truck == NULL || truck->tco == NULL)
    return;
  series = cor_chart_add_series (chart, NULL, name, role, style);
  key.quantity = COR_TRACE_CUMULATIVE;
  for (key.index = 0; key.index <= truck->tco->n_years; key.index++)
    cor_chart_point_explain (chart, cor_chart_series_add (series, key.index, truck->tco->cumulative[key.index]), results, key);
}

CorChart *
cor_chart_from_cumulative (const CorResults *results, CorTraceKey key)
{
  CorChart *chart
    = cor_chart_new (COR_CHART_CUMULATIVE, _ ("Cumulative cost"), _ ("{money} a truck, by year of ownership"));
  CorTraceKey diesel = { .duty = key.duty, .truck = -1 };

  chart->empty = g_strdup (_ ("No cost to show"));
  add_cumulative (chart, results, diesel, _ ("diesel"), COR_ROLE_DIESEL, COR_STYLE_THIN);
  add_cumulative (chart, results, key, _ ("zero-emission"), COR_ROLE_ACCENT, COR_STYLE_STRONG);
  return chart;
}

CorChart *
cor_chart_from_steps (const CorResults *results, double from, const CorChartStep *steps, guint n, const char *title)
{
  CorChart *chart = cor_chart_new (COR_CHART_WATERFALL, title, _ ("TCO gap to diesel, {money} a truck"));
  CorChartSeries *series = cor_chart_add_series (chart, NULL, NULL, COR_ROLE_ACCENT, COR_STYLE_THIN);
  double left = from;
  CorChartPoint *point = cor_chart_series_add_part (series, _ ("No policy"), COR_ROLE_DIESEL, from);

  point->total = TRUE;
  cor_chart_point_explain (chart, point, results, (CorTraceKey){ .quantity = COR_TRACE_BARE_GAP });
  for (guint i = 0; i < n; i++)
    {
      point = cor_chart_series_add_part (series, steps[i].label, COR_ROLE_ACCENT, steps[i].yuan);
      point->note = g_strdup (steps[i].note);
      point->id = g_strdup (steps[i].id);
      cor_chart_point_explain (chart, point, results, steps[i].key);
      left += steps[i].yuan;
    }
  point = cor_chart_series_add_part (series, _ ("All policies on"), COR_ROLE_ACCENT, left);
  point->total = TRUE;
  cor_chart_point_explain (chart, point, results, (CorTraceKey){ .quantity = COR_TRACE_GAP_TRUCK });
  return chart;
}

/* "Price of diesel", with the powertrain where only that truck reads it. */
char *
cor_chart_factor_label (const CorFactorRange *factor)
{
  const char *label = _ (cor_param_info (factor->id)->label);

  if (factor->electric && factor->diesel)
    return g_strdup (label);
  /* Translators: a parameter, and the truck that it is of. */
  return g_strdup_printf (_ ("%s (%s)"), label, factor->diesel ? _ ("diesel") : _ ("zero-emission"));
}

static char *
range_note (const CorFactorRange *factor)
{
  const char *own = cor_param_info (factor->id)->unit;
  gboolean share = g_str_equal (own, "1");
  double step;
  const char *unit = cor_units_shown (cor_unit_text (own), factor->high, &step);
  g_autofree char *low = share ? cor_format_percent (factor->low, -1, NULL) : cor_format_significant (factor->low * step, 3);
  g_autofree char *high = share ? cor_format_percent (factor->high, -1, NULL) : cor_format_significant (factor->high * step, 3);
  const char *undone = isnan (factor->gap_low) ? _ ("not possible at the low value")
                       : isnan (factor->gap_high) ? _ ("not possible at the high value")
                                                  : NULL;

  return g_strdup_printf ("%s – %s%s%s%s%s", low, high, share ? "" : " ", share ? "" : unit, undone ? " · " : "", undone ? undone : "");
}

/* Status and source of a factor's range; what is assumed its card tells. */
static char *
origin_text (const CorParameter *from)
{
  if (from->status == COR_STATUS_ASSUMED)
    return NULL;
  return cor_format_told (cor_enum_name (cor_param_status_values, (int) from->status),
                          from->source != NULL ? cor_data_text (from->source) : _ ("Own entry in this scenario"));
}

CorChart *
cor_chart_from_tornado (CorGap *gap, guint most, const char *title)
{
  CorChart *chart = cor_chart_new (COR_CHART_TORNADO, title, _ ("TCO gap to diesel, {money} a truck"));
  CorChartSeries *series = cor_chart_add_series (chart, NULL, NULL, COR_ROLE_ACCENT, COR_STYLE_THIN);
  guint n;
  const CorFactorRange *factors = cor_gap_factors (gap, &n);

  chart->empty = g_strdup (_ ("No parameter has a range"));
  for (guint i = 0; i < n && i < most; i++)
    {
      g_autofree char *label = cor_chart_factor_label (&factors[i]);
      CorChartPoint *point;

      if (isnan (factors[i].gap_low) && isnan (factors[i].gap_high))
        continue;
      point = cor_chart_series_add_part (series, label, COR_ROLE_ACCENT, cor_gap_base (gap));
      point->note = range_note (&factors[i]);
      point->low = factors[i].gap_low;
      point->high = factors[i].gap_high;
      point->id = g_strdup (factors[i].name);
      point->assumed = factors[i].from->status == COR_STATUS_ASSUMED;
      point->origin = origin_text (factors[i].from);
      cor_chart_point_explain_by (chart, point, cor_gap_results (gap), cor_gap_factor_trace (gap, i, cor_format_is_chinese (NULL)));
    }
  return chart;
}

char *
cor_chart_share_label (const CorGap *gap, const CorMonteCarlo *drawn, guint at)
{
  GString *label = g_string_new (NULL);
  guint n;
  const CorFactorRange *factors = cor_gap_factors (gap, &n);

  for (guint i = at; i < drawn->n_factors; i++)
    if (drawn->group[i] == at)
      {
        g_autofree char *name = cor_chart_factor_label (&factors[i]);

        g_string_append_printf (label, "%s%s", label->len > 0 ? " + " : "", name);
      }
  return g_string_free (label, FALSE);
}

/* Whether a parameter is drawn, and moves with others. */
static gboolean
moves_along (const CorGap *gap, const CorMonteCarlo *drawn, CorParamId id)
{
  guint n;
  const CorFactorRange *factors = cor_gap_factors (gap, &n);

  for (guint i = 0; i < drawn->n_factors; i++)
    for (guint j = 0; factors[i].id == id && j < drawn->n_factors; j++)
      if (i != j && drawn->group[i] == drawn->group[j])
        return TRUE;
  return FALSE;
}

char *
cor_chart_together (const CorGap *gap, const CorMonteCarlo *drawn)
{
  g_autoptr (GString) pairs = g_string_new (NULL);
  gboolean zh = cor_format_is_chinese (NULL);
  guint n;
  const CorCorrelation *stated = cor_gap_correlations (gap, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *rho = cor_format_number (stated[i].rho, 2);

      if (stated[i].rho == 0 || !moves_along (gap, drawn, stated[i].a) || !moves_along (gap, drawn, stated[i].b))
        continue;
      g_string_append_printf (pairs, zh ? "%s%s – %s（%s，%s：%s）" : "%s%s – %s (%s, %s: %s)",
                              pairs->len > 0 ? (zh ? "；" : "; ") : "", _ (cor_param_info (stated[i].a)->label),
                              _ (cor_param_info (stated[i].b)->label), rho,
                              cor_enum_name (cor_param_status_values, stated[i].status),
                              zh ? stated[i].reason_zh : stated[i].reason);
    }
  /* Translators: pairs of parameters, with their correlation, its status and the reason. */
  return pairs->len > 0 ? g_strdup_printf (_ ("Moves together: %s"), pairs->str) : NULL;
}

char *
cor_chart_cheaper_sentence (const CorMonteCarlo *drawn, int model_year)
{
  guint at = (guint) CLAMP (model_year - drawn->first_year, 0, (int) drawn->n_years - 1);
  g_autofree char *now = cor_format_percent (drawn->cheaper[at], 0, NULL);
  g_autofree char *late = cor_format_percent (drawn->cheaper[drawn->n_years - 1], 0, NULL);
  CorMoneyUnit unit = cor_money_unit (fmax (fabs (drawn->gap.p05), fabs (drawn->gap.p95)), NULL);
  g_autofree char *low = cor_format_money_as (drawn->gap.p05, &unit, TRUE);
  g_autofree char *high = cor_format_money_as (drawn->gap.p95, &unit, TRUE);
  g_autofree char *draws = cor_format_number (drawn->n_draws, 0);
  g_autofree char *undone = cor_format_percent (drawn->undone, 0, NULL);
  g_autofree char *sentence = NULL;

  if (drawn->undone >= 1)
    /* Translators: how many draws. */
    return g_strdup_printf (_ ("With all ranges drawn at once (%s draws), the truck can do its day in none of them."), draws);
  sentence = g_strdup_printf (_ ("With all ranges drawn at once (%s draws), the truck costs no more than diesel by %d with a "
                                 "probability of %s, by %d with %s. In nine of ten draws the gap of %d lies between %s and %s."),
                              draws, drawn->first_year + (int) at, now, drawn->first_year + (int) drawn->n_years - 1, late,
                              model_year, low, high);
  if (drawn->undone > 0)
    {
      /* Translators: %s is a share of the draws. */
      g_autofree char *more = g_strdup_printf (_ ("In %s of the draws the truck cannot do its day; these count as not "
                                                  "cheaper, and the gap is that of the others."),
                                               undone);

      return g_strconcat (sentence, cor_format_is_chinese (NULL) ? "" : " ", more, NULL);
    }
  return g_steal_pointer (&sentence);
}
