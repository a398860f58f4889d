/* cor-policy-facts.c: what each instrument in force does, summed over duties.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-policy-facts.h"

#include "cor-policy-private.h"
#include "cor-results-private.h"

static CorPolicyFact *
fact_of (GArray *facts, const CorScenario *scenario, const char *id, CorPolicyKind kind)
{
  CorPolicyFact fact = { .kind = kind };

  for (guint i = 0; i < facts->len; i++)
    if (g_strcmp0 (g_array_index (facts, CorPolicyFact, i).policy->item.id, id) == 0)
      return &g_array_index (facts, CorPolicyFact, i);
  fact.policy = (const CorPolicy *) cor_scenario_find (scenario, COR_ITEM_POLICY, id);
  g_array_append_val (facts, fact);
  return &g_array_index (facts, CorPolicyFact, facts->len - 1);
}

/* Adds what the instruments do to the trucks of a duty; @sign -1 for the diesel trucks they stand against. */
static void
add_terms (GArray *facts, const CorResults *results, const CorDutyResult *duty, const CorAlternative *truck, double sign)
{
  const char *region = duty->duty->region ? duty->duty->region : cor_scenario_head (results->scenario)->region;
  CorPolicyTerm terms[COR_POLICY_TERMS_MAX];
  const char *ids[COR_POLICY_TERMS_MAX];
  guint n = cor_evaluate_terms (results->scenario, results->defaults, truck->truck->truck_type, region, terms, ids);

  for (guint i = 0; i < n; i++)
    {
      CorPolicyFact *fact = fact_of (facts, results->scenario, ids[i], terms[i].kind);

      for (guint slot = 0; truck->tco != NULL && i < truck->tco->n_terms && slot <= truck->tco->n_years; slot++)
        {
          CorPublicMoney money = cor_tco_public (truck->tco, i, slot);
          double yearly = duty->duty->trucks / truck->tco->n_years;

          fact->gap_yuan += sign * duty->duty->trucks * truck->tco->term[i][slot] * truck->tco->discount[0][slot];
          if (sign > 0)
            {
              fact->paid += yearly * money.paid;
              fact->forgone += yearly * money.forgone;
            }
          fact->raised += yearly * money.raised;
        }
    }
}

/* Adds what the instruments waive at the stations. */
static void
add_stations (GArray *facts, const CorResults *results)
{
  for (guint i = 0; results->stations != NULL && i < results->n_stations; i++)
    {
      double yuan = results->stations[i].waived_yuan_per_year, swapped = cor_station_swapped (&results->stations[i]);
      double all = yuan > 0 ? cor_evaluate_demand_waived (results, swapped) : 0;
      CorDemandWaiver waivers[COR_POLICY_TERMS_MAX];
      guint n_waivers = yuan > 0 ? cor_evaluate_demand_waivers (results, swapped, waivers) : 0;

      for (guint w = 0; w < n_waivers; w++)
        fact_of (facts, results->scenario, waivers[w].id, COR_POLICY_DEMAND_CHARGE_WAIVER)->forgone += yuan * waivers[w].share / all;
    }
}

GArray *
cor_policy_facts (const CorResults *results)
{
  GArray *facts = g_array_new (FALSE, TRUE, sizeof (CorPolicyFact));

  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorDutyResult *duty = &results->duties[i];
      const CorAlternative *truck = cor_duty_result_challenger (results, duty, results->year);

      if (truck == NULL)
        continue;
      add_terms (facts, results, duty, truck, 1);
      add_terms (facts, results, duty, duty->diesel, -1);
    }
  add_stations (facts, results);
  return facts;
}
