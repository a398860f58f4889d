/* cor-report-cost.c: what it costs: parts, policies, cash flow.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-report-parts.h"

#include "cor-chart-money.h"
#include "cor-chart-results.h"
#include "cor-format.h"
#include "cor-report.h"
#include "cor-report-table.h"
#include "cor-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MONEY_DECIMALS 0

/* Heights of charts, the least of that of cost parts, and what charts leave free below them. */
#define PARTS_CHART 190.0
#define LEAST_CHART 130.0
#define POLICY_CHART 170.0

/* Cash flow by year and its sum, side by side. */
#define CASH_CHARTS 170.0
#define AROUND 20.0

/* Whole yuan: tables are for adding up. */
static char *
yuan (double value)
{
  return fabs (value) < 0.5 ? g_strdup ("0") : cor_format_number (value, MONEY_DECIMALS);
}

static void
add_part_rows (const CorFacts *facts, CorTable *table)
{
  const CorTotals *totals = &facts->results->totals[facts->results->year];
  double n = totals->trucks;

  for (guint i = 0; i < COR_N_TCO_PARTS; i++)
    {
      double diesel = totals->diesel_part_yuan[i] / n, own = totals->part_yuan[i] / n;

      if (fabs (diesel) < 0.5 && fabs (own) < 0.5)
        continue;
      cor_table_add (table, g_strdup (_ (cor_tco_part_info (i)->label)), g_strdup (cor_tco_group_name (cor_tco_part_info (i)->group)),
                     yuan (diesel), yuan (own), cor_format_signed (own - diesel, 0));
    }
  cor_table_add_total (table, g_strdup (_ ("Cost of ownership")), NULL, yuan (totals->diesel_tco_yuan / n), yuan (totals->tco_yuan / n),
                       cor_format_signed ((totals->tco_yuan - totals->diesel_tco_yuan) / n, 0));
  cor_table_mark_key (table, 2, &(CorTraceKey){ .quantity = COR_TRACE_DIESEL_TCO });
  cor_table_mark_key (table, 3, &(CorTraceKey){ .quantity = COR_TRACE_TCO });
  cor_table_mark_key (table, 4, &(CorTraceKey){ .quantity = COR_TRACE_GAP });
}


static CorTraceKey
instrument_key (const CorFacts *facts, const CorPolicy *policy)
{
  return (CorTraceKey){ .quantity = COR_TRACE_INSTRUMENT_GAP,
                        .index = (guint) cor_scenario_index (facts->results->scenario, COR_ITEM_POLICY, policy->item.id) };
}

static CorChart *
policy_chart (const CorFacts *facts)
{
  guint n = facts->policies->len;
  g_autofree CorChartStep *steps = g_new0 (CorChartStep, n + 1);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  double rest = facts->gap - facts->bare_gap;

  for (guint i = 0; i < n; i++)
    {
      const CorPolicyFact *fact = &g_array_index (facts->policies, CorPolicyFact, i);
      char *note = cor_facts_policy_amount (facts, fact->policy);

      g_ptr_array_add (notes, note);
      steps[i] = (CorChartStep){ instrument_key (facts, fact->policy), cor_item_label (&fact->policy->item, facts->zh), note, fact->policy->item.id,
                                 fact->gap_yuan / facts->counted_trucks };
      rest -= fact->gap_yuan;
    }
  if (fabs (rest) > 0.5 * facts->counted_trucks)
    steps[n++] = (CorChartStep){ (CorTraceKey){ .quantity = COR_TRACE_POLICY_REST }, _ ("on running costs"), NULL, NULL, rest / facts->counted_trucks };
  return cor_chart_from_steps (facts->results, facts->bare_gap / facts->counted_trucks, steps, n, _ ("What each policy moves"));
}

CorChart *
cor_report_policy_chart (const CorResults *results, gboolean zh)
{
  CorFacts facts;
  CorChart *chart;

  cor_facts_init (&facts, results, zh);
  if (facts.counted_trucks > 0 && facts.policies->len > 0)
    chart = policy_chart (&facts);
  else
    {
      chart = cor_chart_new (COR_CHART_WATERFALL, _ ("What each policy moves"), NULL);
      chart->empty = g_strdup (_ ("No policy is on"));
    }
  cor_facts_clear (&facts);
  return chart;
}

static double
slot_sum (const CorTco *tco, guint slot, gboolean discounted)
{
  double sum = 0;

  for (guint i = 0; i < COR_N_TCO_PARTS; i++)
    sum += discounted ? cor_tco_discounted (tco, i, slot) : tco->part[i][slot];
  return sum;
}

static double
group_sum (const CorTco *tco, CorTcoGroup group, guint slot)
{
  double sum = 0;

  for (guint i = 0; i < COR_N_TCO_PARTS; i++)
    if (cor_tco_part_info (i)->group == group)
      sum += tco->part[i][slot];
  return sum;
}

static char *
slot_name (const CorFacts *facts, guint slot)
{
  return slot == 0 ? g_strdup (_ ("Purchase")) : g_strdup_printf ("%d", facts->model_year + (int) slot - 1);
}

/* The sums of a group over the years, and those of all. */
static void
mark_cash_sums (CorTable *table, CorTraceKey truck)
{
  for (guint g = 0; g < COR_N_TCO_GROUPS; g++)
    {
      truck.quantity = COR_TRACE_TRUCK_GROUP;
      truck.part = cor_trace_group_part (g);
      cor_table_mark_key (table, g + 1, &truck);
    }
  truck.quantity = COR_TRACE_TRUCK_TCO;
  truck.part = 0;
  cor_table_mark_key (table, COR_N_TCO_GROUPS + 1, &truck);
  cor_table_mark_key (table, COR_N_TCO_GROUPS + 2, &truck);
}

/* One row a year; each row and each column adds up. */
static void
cash_rows (const CorFacts *facts, CorTable *table, const CorAlternative *truck)
{
  const CorTco *tco = truck->tco;
  double total[COR_N_TCO_GROUPS + 2] = { 0 };

  for (guint slot = 0; slot <= tco->n_years; slot++)
    {
      double group[COR_N_TCO_GROUPS], nominal = slot_sum (tco, slot, FALSE), discounted = slot_sum (tco, slot, TRUE);

      for (guint g = 0; g < COR_N_TCO_GROUPS; g++)
        total[g] += group[g] = group_sum (tco, g, slot);
      total[COR_N_TCO_GROUPS] += nominal;
      total[COR_N_TCO_GROUPS + 1] += discounted;
      cor_table_add (table, slot_name (facts, slot), yuan (group[0]), yuan (group[1]), yuan (group[2]), yuan (group[3]), yuan (group[4]),
                     yuan (group[5]), yuan (group[6]), yuan (nominal), yuan (discounted));
    }
  cor_table_add_total (table, g_strdup (_ ("Sum")), yuan (total[0]), yuan (total[1]), yuan (total[2]), yuan (total[3]), yuan (total[4]),
                       yuan (total[5]), yuan (total[6]), yuan (total[7]), yuan (total[8]));
  mark_cash_sums (table, cor_facts_truck_key (facts, facts->hardest, truck));
}

static void
cash_table (CorSheet *sheet, const CorFacts *facts, const CorAlternative *truck, const CorAlternative *diesel)
{
  const CorColumn columns[] = {
    { _ ("Year"), 10, FALSE },
    { cor_tco_group_name (COR_TCO_GROUP_TRUCK), 11, TRUE },
    { cor_tco_group_name (COR_TCO_GROUP_ENERGY), 11, TRUE },
    { cor_tco_group_name (COR_TCO_GROUP_TOLLS), 11, TRUE },
    { cor_tco_group_name (COR_TCO_GROUP_UPKEEP), 11, TRUE },
    { cor_tco_group_name (COR_TCO_GROUP_INSURANCE), 11, TRUE },
    { cor_tco_group_name (COR_TCO_GROUP_TIME), 11, TRUE },
    { cor_tco_group_name (COR_TCO_GROUP_POLICY), 11, TRUE },
    { _ ("All, nominal"), 12, TRUE },
    { _ ("All, discounted"), 12, TRUE },
  };
  CorTable *table = cor_table_new (sheet, columns, G_N_ELEMENTS (columns), FALSE);

  cor_table_add_heading (table, cor_units_money (_ ("Zero-emission truck, yuan")));
  cash_rows (facts, table, truck);
  if (diesel != NULL)
    {
      cor_table_add_heading (table, cor_units_money (_ ("Diesel truck, yuan")));
      cash_rows (facts, table, diesel);
    }
  cor_table_draw (table);
}

static void
cash_flow (CorSheet *sheet, const CorFacts *facts)
{
  const CorDutyResult *duty = facts->hardest;
  const CorAlternative *truck = duty != NULL ? cor_facts_challenger (facts->results, duty) : NULL;
  g_autofree char *title = NULL;
  const CorAlternative *diesel;
  CorTraceKey key;

  if (truck == NULL || truck->tco == NULL)
    return;
  diesel = duty->diesel != NULL && duty->diesel->tco != NULL ? duty->diesel : NULL;
  title = g_strdup_printf (_ ("Cash flow of one truck: %s"), cor_facts_duty_name (facts, duty));
  /* The charts stand together; their table follows, truck by truck. */
  cor_sheet_need (sheet, CASH_CHARTS + 30);
  cor_sheet_subhead (sheet, title);
  key = cor_facts_truck_key (facts, duty, truck);
  cor_sheet_charts (sheet, cor_chart_from_cash (facts->results, key, _ ("Cash flow by year")), cor_chart_from_cumulative (facts->results, key),
                    CASH_CHARTS);
  cash_table (sheet, facts, truck, diesel);
}

/* Cost parts as a chart, beside or above what policies move, and as a table. */
static void
cost_parts (CorSheet *sheet, const CorFacts *facts)
{
  const CorColumn columns[] = {
    { cor_units_money (_ ("Part, yuan a truck, discounted")), 40, FALSE }, { _ ("Group"), 24, FALSE },    { _ ("Diesel"), 14, TRUE },
    { _ ("Zero-emission"), 14, TRUE },                   { _ ("Difference"), 14, TRUE },
  };
  CorTable *table = cor_table_new (sheet, columns, G_N_ELEMENTS (columns), FALSE);
  gboolean moved = facts->policies->len > 0 && fabs (facts->gap - facts->bare_gap) >= 0.5 * facts->counted_trucks;
  /* Many steps need the whole width for their names. */
  gboolean beside = moved && facts->policies->len <= 2;
  double below, room;

  add_part_rows (facts, table);
  below = cor_table_height (table) + (moved && !beside ? POLICY_CHART : 0);
  room = COR_SHEET_BOTTOM - sheet->y - below - AROUND;
  /* The chart gives way so that the table's tail does not stand on a page of its own. */
  cor_sheet_charts (sheet, cor_chart_from_parts (facts->results, NULL), beside ? policy_chart (facts) : NULL,
                    room >= LEAST_CHART && room < PARTS_CHART ? room : PARTS_CHART);
  if (moved && !beside)
    cor_sheet_charts (sheet, policy_chart (facts), NULL, POLICY_CHART);
  cor_table_draw (table);
}

void
cor_report_cost (CorSheet *sheet, const CorFacts *facts)
{
  cor_sheet_section (sheet, _ ("What it costs"), NULL);
  if (facts->counted_trucks > 0)
    {
      cor_sheet_text (sheet, COR_INK_BODY,
                      _ ("Mean of all trucks compared, over their ownership, in yuan of constant value, discounted to the day of "
                         "purchase. Parts add up to the total."));
      cost_parts (sheet, facts);
    }
  else
    cor_sheet_text (sheet, COR_INK_BODY, _ ("No duty can be compared with diesel."));
  cash_flow (sheet, facts);
}
