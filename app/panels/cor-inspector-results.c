/* cor-inspector-results.c: the cards that say what a thing does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-figures.h"
#include "cor-inspector-results.h"

#include "cor-headline-text.h"
#include "cor-item-text.h"
#include "cor-policy-facts.h"
#include "cor-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
build_truck (GtkBox *box, const CorResults *results, const CorItem *item)
{
  GtkListBox *card = NULL;

  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorDutyResult *duty = &results->duties[i];
      CorParity parity;

      if (g_strcmp0 (duty->duty->truck, item->id) != 0)
        continue;
      if (card == NULL)
        card = cor_inspector_add_card (box, _ ("Duties"), _ ("parity"));
      parity = cor_item_parity (results, COR_ITEM_DUTY, duty->duty->item.id);
      cor_figures_add (card, cor_item_label (&duty->duty->item, cor_format_is_chinese (NULL)),
                       cor_parity_full_text (&parity));
      cor_figures_explain_duty (card, results, duty, COR_TRACE_TRUCK_PARITY, FALSE);
    }
}

/* What an instrument, or all of a package together, does. */
static CorPolicyFact
policy_fact (const CorResults *results, const CorPolicy *policy, gboolean *any)
{
  g_autoptr (GArray) facts = cor_policy_facts (results);
  CorPolicyFact sum = { .policy = policy };

  *any = FALSE;
  for (guint i = 0; i < facts->len; i++)
    {
      const CorPolicyFact *fact = &g_array_index (facts, CorPolicyFact, i);

      if (fact->policy != policy
          && (policy->members == NULL || !g_strv_contains ((const char *const *) policy->members, fact->policy->item.id)))
        continue;
      sum.gap_yuan += fact->gap_yuan;
      sum.paid += fact->paid;
      sum.forgone += fact->forgone;
      sum.raised += fact->raised;
      *any |= fact->gap_yuan != 0;
    }
  return sum;
}

/* A sum of money a year, where there is any. */
static void
add_yearly (GtkListBox *card,
            const CorResults *results,
            CorTraceKey key,
            const char *name,
            double yuan,
            const CorMoneyUnit *money)
{
  if (fabs (yuan) < 0.5)
    return;
  cor_figures_add (card, name, cor_format_money_as (yuan, money, FALSE));
  cor_figures_explain (card, results, key);
}

static void
build_policy (GtkBox *box, const CorResults *results, const CorItem *item)
{
  const CorPolicy *policy = (const CorPolicy *) item;
  double trucks = results->totals[results->year].trucks;
  gboolean any;
  CorPolicyFact fact = policy_fact (results, policy, &any);
  const double yuan[] = { fact.gap_yuan / trucks, fact.paid, fact.forgone, fact.raised };
  const struct
  {
    CorTraceQuantity quantity;
    const char *name;
  } yearly[] = { { COR_TRACE_INSTRUMENT_PAID, _ ("Public money paid a year") },
                 { COR_TRACE_INSTRUMENT_FORGONE, _ ("Public money forgone a year") },
                 { COR_TRACE_INSTRUMENT_RAISED, _ ("Public money raised a year") } };
  CorMoneyUnit money = cor_money_unit_for (yuan, G_N_ELEMENTS (yuan), NULL);
  CorTraceKey key = { .quantity = COR_TRACE_INSTRUMENT_GAP,
                      .index = (guint) MAX (cor_scenario_index (results->scenario, COR_ITEM_POLICY, item->id), 0) };
  g_autofree char *year = NULL;
  GtkListBox *card;

  if (!policy->on || !(trucks > 0))
    return;
  year = g_strdup_printf (_ ("trucks of %d"), results->first_year + (int) results->year);
  card = cor_inspector_add_card (box, _ ("What it does"), year);
  if (!any)
    {
      cor_figures_add (card, _ ("No truck that is counted gets or pays anything"), g_strdup (""));
      return;
    }
  cor_figures_add (card, _ ("Cost gap to diesel, a truck"), cor_format_money_as (fact.gap_yuan / trucks, &money, TRUE));
  cor_figures_explain (card, results, key);
  for (guint i = 0; i < G_N_ELEMENTS (yearly); i++)
    {
      key.quantity = yearly[i].quantity;
      add_yearly (card, results, key, yearly[i].name, yuan[i + 1], &money);
    }
  if (!(results->saved_t > 0 && fact.paid + fact.forgone > 0))
    return;
  cor_figures_add (card, _ ("Public cost of a tonne avoided, average"),
                   cor_figures_with_unit ((fact.paid + fact.forgone) / results->saved_t, 0, cor_unit_text ("yuan/tCO2e")));
  key.quantity = COR_TRACE_INSTRUMENT_TONNE;
  cor_figures_explain (card, results, key);
}

static void
build_scenario (GtkBox *box, const CorResults *results)
{
  const CorTotals *totals = &results->totals[results->year];
  GtkListBox *card = cor_inspector_add_card (box, _ ("All duties"), NULL);

  cor_figures_add (card, _ ("Duties that can be done"),
                   g_strdup_printf (_ ("%u of %u"), results->feasible, results->n_duties));
  cor_figures_explain (card, results, (CorTraceKey){ .quantity = COR_TRACE_DUTIES_DONE });
  cor_figures_add (card, _ ("Trucks"), cor_format_number (totals->trucks, 0));
  cor_figures_explain (card, results, (CorTraceKey){ .quantity = COR_TRACE_TRUCKS });
  cor_figures_add (card, _ ("Driven a year"), cor_figures_quantity (COR_QUANTITY_KM, totals->driven_km));
  cor_figures_explain (card, results, (CorTraceKey){ .quantity = COR_TRACE_KM });
  if (totals->tkm > 0)
    {
      cor_figures_add (card, _ ("Emissions, well to wheel"),
                       cor_figures_with_unit (totals->wtw_kg * 1000 / totals->tkm, 3, "g/tkm"));
      cor_figures_explain (card, results, (CorTraceKey){ .quantity = COR_TRACE_INTENSITY });
    }
  cor_figures_add_factor (card, results, COR_POWERTRAIN_BET);
  cor_figures_add_factor (card, results, COR_POWERTRAIN_DIESEL);
  cor_figures_add (card, _ ("Public money paid a year"), cor_format_money (totals->paid_yuan_per_year, NULL));
  cor_figures_explain (card, results, (CorTraceKey){ .quantity = COR_TRACE_PAID_YEAR });
  cor_figures_add (card, _ ("Public money forgone a year"),
                   cor_format_money (totals->forgone_yuan_per_year, NULL));
  cor_figures_explain (card, results, (CorTraceKey){ .quantity = COR_TRACE_FORGONE_YEAR });
  if (totals->stations_yuan_per_year >= 0.5)
    {
      cor_figures_add (card, _ ("Of it waived at stations"), cor_format_money (totals->stations_yuan_per_year, NULL));
      cor_figures_explain (card, results, (CorTraceKey){ .quantity = COR_TRACE_WAIVED_YEAR });
    }
}

void
cor_inspector_build_results (GtkBox *box,
                             CorSession *session,
                             const CorResults *results,
                             const CorItem *item)
{
  const CorDutyResult *duty;

  switch (item->kind)
    {
    case COR_ITEM_HEAD:
      build_scenario (box, results);
      break;
    case COR_ITEM_POLICY:
      build_policy (box, results, item);
      break;
    case COR_ITEM_ROUTE:
      cor_inspector_build_route (box, session, results, item);
      break;
    case COR_ITEM_STATION:
      cor_inspector_build_station (box, results, item);
      break;
    case COR_ITEM_TRUCK:
      build_truck (box, results, item);
      break;
    case COR_ITEM_DUTY:
      duty = cor_results_duty (results, item->id);
      if (duty != NULL)
        cor_inspector_build_duty (box, session, results, duty, _ ("What it comes to"));
      break;
    default:
      break;
    }
}
