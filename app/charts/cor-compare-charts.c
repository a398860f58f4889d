/* cor-compare-charts.c: charts of several variants of a scenario in one frame.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-compare-table.h"

#include "cor-chart-results-private.h"

#include <glib/gi18n-lib.h>

/* Lines that are neither the baseline nor the bold one, told apart by colour and by their names. */
static const CorRole line_roles[]
    = { COR_ROLE_ELECTRIC, COR_ROLE_SWAP,        COR_ROLE_DIESEL,      COR_ROLE_BETTER,
        COR_ROLE_WORSE,    COR_ROLE_PARITY_2034, COR_ROLE_PARITY_2026, COR_ROLE_PARITY_2030 };

static gboolean
has_trucks (const CorResults *results)
{
  return results != NULL && results->n_years > 0 && results->totals[results->year].trucks > 0;
}

static void
add_line (CorChart *chart,
          const CorResults *results,
          const char *id,
          const char *name,
          CorRole role,
          CorSeriesStyle style)
{
  CorChartSeries *series = cor_chart_add_series (chart, id, name, role, style);

  cor_chart_add_totals (chart, series, results);
}

CorChart *
cor_compare_chart_gap (const CorResults *const *results,
                       const char *const *names,
                       const char *const *ids,
                       guint n,
                       guint baseline,
                       guint strong)
{
  CorChart *chart = cor_chart_new (COR_CHART_GAP, _ ("TCO gap to diesel"), _ ("{money} a truck"));
  guint n_other = 0;

  chart->empty = g_strdup (_ ("No duty can be compared with diesel"));
  for (guint i = 0; i < n; i++)
    {
      gboolean is_base = i == baseline && i != strong;
      CorRole role = is_base ? COR_ROLE_BASELINE : COR_ROLE_ACCENT;

      if (!has_trucks (results[i]))
        continue;
      if (i != strong && !is_base)
        role = line_roles[n_other++ % G_N_ELEMENTS (line_roles)];
      add_line (chart, results[i], ids[i], names[i], role,
                is_base ? COR_STYLE_BASELINE : i == strong ? COR_STYLE_STRONG : COR_STYLE_THIN);
    }
  return chart;
}

/* The first variant with trucks, or NULL. */
static const CorResults *
first_with_trucks (const CorResults *const *results, guint n)
{
  for (guint i = 0; i < n; i++)
    if (has_trucks (results[i]))
      return results[i];
  return NULL;
}

CorChart *
cor_compare_chart_parts (const CorResults *const *results, const char *const *names, guint n)
{
  const CorResults *first = first_with_trucks (results, n);
  g_autofree char *title
      = first != NULL ? g_strdup_printf (_ ("Cost parts, %d"), first->first_year + (int)first->year)
                      : g_strdup (_ ("Cost parts"));
  CorChart *chart = cor_chart_new (COR_CHART_PARTS, title, _ ("{money} a truck"));
  const CorTotals *totals = first != NULL ? &first->totals[first->year] : NULL;

  chart->empty = g_strdup (_ ("No duty can be compared with diesel"));
  if (totals == NULL)
    return chart;
  cor_chart_add_parts (chart, "diesel", _ ("diesel"), totals->diesel_part_yuan, totals->trucks, first,
                       (CorTraceKey){ .quantity = COR_TRACE_FLEET_GROUP, .truck = -1 });
  for (guint i = 0; i < n; i++)
    if (has_trucks (results[i]))
      {
        totals = &results[i]->totals[results[i]->year];
        cor_chart_add_parts (chart, names[i], names[i], totals->part_yuan, totals->trucks, results[i],
                             (CorTraceKey){ .quantity = COR_TRACE_FLEET_GROUP });
      }
  return chart;
}

CorChart *
cor_compare_chart_stages (const CorResults *const *results, const char *const *names, guint n)
{
  CorChart *chart
      = cor_chart_new (COR_CHART_STAGES, _ ("Well to wheel by stage"), _ ("t CO₂e a year"));
  const CorResults *first = first_with_trucks (results, n);

  chart->empty = g_strdup (_ ("No duty can be compared with diesel"));
  if (first == NULL)
    return chart;
  cor_chart_add_diesel_stages (chart, first);
  for (guint i = 0; i < n; i++)
    if (has_trucks (results[i]))
      cor_chart_add_stages (chart, names[i], names[i], results[i], COR_STYLE_THIN);
  return chart;
}
