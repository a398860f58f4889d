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
      g_autofree char *label = cor_gap_factor_label (&factors[i]);
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

/* The first factor of a parameter that is drawn and moves with others; FALSE where there is none. */
static gboolean
moves_along (const CorGap *gap, const CorMonteCarlo *drawn, CorParamId id, guint *at)
{
  guint n;
  const CorFactorRange *factors = cor_gap_factors (gap, &n);

  for (*at = 0; *at < drawn->n_factors; (*at)++)
    for (guint j = 0; factors[*at].id == id && j < drawn->n_factors; j++)
      if (*at != j && drawn->group[*at] == drawn->group[j])
        return TRUE;
  return FALSE;
}

static char *
linked (CorSureLink link, gpointer data, CorSureFigure figure, guint index, char *text)
{
  return link != NULL ? link (data, figure, index, text) : text;
}

/* Two parameters, how much they move together and why; @markup: all but @rho, which is taken over, is escaped. */
static char *
pair_text (const CorCorrelation *pair, char *rho, gboolean markup)
{
  gboolean zh = cor_format_is_chinese (NULL);
  const char *status = cor_enum_name (cor_param_status_values, pair->status), *reason = zh ? pair->reason_zh : pair->reason;
  g_autofree char *figure = rho;
  g_autofree char *names = g_strdup_printf ("%s – %s", _ (cor_param_info (pair->a)->label), _ (cor_param_info (pair->b)->label));
  g_autofree char *why = g_strdup_printf (zh ? "%s：%s" : "%s: %s", status, reason);
  g_autofree char *first = markup ? g_markup_escape_text (names, -1) : g_strdup (names);
  g_autofree char *last = markup ? g_markup_escape_text (why, -1) : g_strdup (why);

  return g_strdup_printf (zh ? "%s（%s，%s）" : "%s (%s, %s)", first, figure, last);
}

char *
cor_chart_together (const CorGap *gap, const CorMonteCarlo *drawn, CorSureLink link, gpointer data)
{
  g_autoptr (GString) pairs = g_string_new (NULL);
  gboolean zh = cor_format_is_chinese (NULL);
  guint n, at, other;
  const CorCorrelation *stated = cor_gap_correlations (gap, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = NULL;
      char *rho;

      if (stated[i].rho == 0 || !moves_along (gap, drawn, stated[i].b, &other) || !moves_along (gap, drawn, stated[i].a, &at))
        continue;
      rho = linked (link, data, COR_SURE_RHO, at, cor_format_number (stated[i].rho, 2));
      text = pair_text (&stated[i], rho, link != NULL);
      g_string_append_printf (pairs, "%s%s", pairs->len > 0 ? (zh ? "；" : "; ") : "", text);
    }
  /* Translators: pairs of parameters, with their correlation, its status and the reason. */
  return pairs->len > 0 ? g_strdup_printf (_ ("Moves together: %s"), pairs->str) : NULL;
}

/* That some draws cannot be done, which goes on from another sentence; nothing where all can. */
static char *
undone_text (const CorMonteCarlo *drawn, int model_year, CorSureLink link, gpointer data)
{
  g_autofree char *undone = NULL, *more = NULL;

  if (drawn->undone <= 0)
    return g_strdup ("");
  undone = linked (link, data, COR_SURE_UNDONE, 0, cor_format_chance (drawn->undone, NULL));
  /* Translators: a share of the draws, and a model year. */
  more = g_strdup_printf (_ ("In %s of the draws the truck of %d cannot do its day; the gap is that of the others."), undone,
                          model_year);
  return g_strconcat (cor_format_is_chinese (NULL) ? "" : " ", more, NULL);
}

char *
cor_chart_cheaper_sentence (const CorMonteCarlo *drawn, int model_year, CorSureLink link, gpointer data)
{
  guint at = (guint) CLAMP (model_year - drawn->first_year, 0, (int) drawn->n_years - 1), last = drawn->n_years - 1;
  CorMoneyUnit unit = cor_money_unit (fmax (fabs (drawn->gap.p05), fabs (drawn->gap.p95)), NULL);
  g_autofree char *draws = cor_format_number (drawn->n_draws, 0);
  g_autofree char *now = NULL, *late = NULL, *low = NULL, *high = NULL, *sentence = NULL, *more = NULL;

  if (drawn->undone >= 1)
    /* Translators: how many draws. */
    return g_strdup_printf (_ ("With all ranges drawn at once (%s draws), the truck can do its day in none of them."), draws);
  now = linked (link, data, COR_SURE_CHANCE, at, cor_format_chance (drawn->cheaper[at], NULL));
  late = linked (link, data, COR_SURE_CHANCE, last, cor_format_chance (drawn->cheaper[last], NULL));
  low = linked (link, data, COR_SURE_GAP, COR_QUANTILE_5, cor_format_money_as (drawn->gap.p05, &unit, TRUE));
  high = linked (link, data, COR_SURE_GAP, COR_QUANTILE_95, cor_format_money_as (drawn->gap.p95, &unit, TRUE));
  sentence = g_strdup_printf (_ ("With all ranges drawn at once (%s draws), the truck costs no more than diesel by %d with a "
                                 "probability of %s, by %d with %s. In nine of ten draws the gap of %d lies between %s and %s."),
                              draws, drawn->first_year + (int) at, now, drawn->first_year + (int) last, late, model_year, low, high);
  more = undone_text (drawn, model_year, link, data);
  return g_strconcat (sentence, more, NULL);
}
