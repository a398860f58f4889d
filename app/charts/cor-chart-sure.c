/* cor-chart-sure.c: how sure a result is: the fan of draws, and the parity year over two levers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-chart-cards.h"
#include "cor-chart-money.h"
#include "cor-draws-trace.h"
#include "cor-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

CorChart *
cor_chart_from_years (const CorGap *gap, const CorMonteCarlo *drawn, const char *title)
{
  CorChart *chart = cor_chart_new (COR_CHART_SPREAD, title, _ ("TCO gap to diesel, {money} a truck"));
  CorChartSeries *series
    = cor_chart_add_series (chart, NULL, _ ("draws"), COR_ROLE_ACCENT, COR_STYLE_STRONG);
  g_autoptr (CorDrawsCards) cards = cor_draws_cards_new (gap, drawn, cor_format_is_chinese (NULL));

  chart->x.quantity = COR_QUANTITY_YEAR;
  for (guint i = 0; drawn->years != NULL && i < drawn->n_years; i++)
    {
      const CorQuantiles *q = &drawn->years[i];
      CorChartPoint *point;

      if (isnan (q->p50))
        continue;
      point = cor_chart_series_add (series, drawn->first_year + (int)i, q->p50);
      point->low = q->p25;
      point->high = q->p75;
      point->far_low = q->p05;
      point->far_high = q->p95;
      cor_chart_point_explain_by (chart, point, cor_gap_results (gap), cor_draws_card_year (cards, i));
    }
  return chart;
}

/* The lever's name with its unit, and by what its values are divided to be short. */
static char *
lever_name (CorLeverId lever, double largest, double *divisor)
{
  const CorLeverInfo *info = cor_lever_info (lever);
  gboolean zh = cor_format_is_chinese (NULL);

  *divisor = 1;
  if (strcmp (info->unit, "1") == 0)
    {
      *divisor = 0.01;
      return g_strdup_printf ("%s, %%", _ (info->label));
    }
  if (largest >= 20000)
    *divisor = zh ? 1e4 : 1e3;
  /* Chinese counts in ten thousands, so that no translation of "thousand" fits. */
  if (*divisor > 1 && zh)
    return g_strdup_printf ("%s，万%s", _ (info->label), cor_unit_text (info->unit));
  if (*divisor > 1)
    /* Translators: a lever, and its unit in thousands. */
    return g_strdup_printf (_ ("%s, thousand %s"), _ (info->label), cor_unit_text (info->unit));
  return g_strdup_printf ("%s, %s", _ (info->label), cor_unit_text (info->unit));
}

static char *
own_label (const CorHeatMap *map, const double *divisors)
{
  g_autofree char *x = cor_format_significant (map->now[0] / divisors[0], 3);
  g_autofree char *y = cor_format_significant (map->now[1] / divisors[1], 3);
  g_autofree char *year = cor_format_year (map->now_parity, 0, map->last_year);

  /* Translators: where a duty stands: values of two levers, and its parity year. */
  return g_strdup_printf (_ ("this duty: %s and %s, parity %s"), x, y, year);
}

CorChart *
cor_chart_from_heat (const CorHeatMap *map, const char *title)
{
  CorChart *chart = cor_chart_new (COR_CHART_HEAT, title, NULL);
  double divisors[2];
  g_autofree char *own = NULL;

  chart->x.name = lever_name (map->levers[0], map->steps[0][map->n[0] - 1], &divisors[0]);
  chart->y.name = lever_name (map->levers[1], map->steps[1][map->n[1] - 1], &divisors[1]);
  for (guint row = 0; row < map->n[1]; row++)
    {
      CorChartSeries *series = cor_chart_add_series (chart, NULL, NULL, COR_ROLE_ACCENT, COR_STYLE_THIN);

      series->value = map->steps[1][row] / divisors[1];
      for (guint column = 0; column < map->n[0]; column++)
        {
          int year = map->parity[row * map->n[0] + column];
          const double values[] = { map->steps[0][column], map->steps[1][row] };
          CorChartPoint *point = cor_chart_series_add (series, map->steps[0][column] / divisors[0], year > 0 ? year : NAN);

          cor_chart_point_explain_moved (chart, point, map->results, map->key, map->levers, values, G_N_ELEMENTS (values));
        }
    }
  own = own_label (map, divisors);
  cor_chart_mark_explain (chart,
                          cor_chart_add_mark (chart, COR_MARK_OWN, map->now[0] / divisors[0], map->now[1] / divisors[1], COR_ROLE_TEXT, own),
                          map->results, map->key);
  return chart;
}

char *
cor_chart_cheaper_short (const CorMonteCarlo *drawn, int model_year)
{
  guint at = (guint)CLAMP (model_year - drawn->first_year, 0, (int)drawn->n_years - 1);
  g_autofree char *share = cor_format_chance (drawn->cheaper[at], NULL);

  /* Translators: a model year, and how likely it is. */
  return g_strdup_printf (_ ("Chance that electric is cheaper by %d: %s"), drawn->first_year + (int)at, share);
}
