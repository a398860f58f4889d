/* cor-report-facts.c: what the report says beyond the results: sums of policies, thresholds, names.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-report-facts.h"

#include "cor-emissions.h"

#include "cor-chart-results.h"

#include <glib/gi18n-lib.h>
#include <math.h>

const CorAlternative *
cor_facts_challenger (const CorResults *results, const CorDutyResult *duty)
{
  const CorAlternative *best = NULL;

  if (cor_scenario_head (results->scenario)->adoption == COR_ADOPTION_ASSIGNED)
    {
      best = duty->n_alternatives > 0 ? duty->alternatives[duty->assigned] : NULL;
      return best != NULL && best->powertrain != COR_POWERTRAIN_DIESEL && best->outcomes[results->year].feasible ? best
                                                                                                                 : NULL;
    }
  for (guint i = 0; i < duty->n_alternatives; i++)
    {
      const CorAlternative *one = duty->alternatives[i];

      if (one->powertrain != COR_POWERTRAIN_DIESEL && one->outcomes[results->year].feasible
          && (best == NULL || one->outcomes[results->year].tco_yuan < best->outcomes[results->year].tco_yuan))
        best = one;
    }
  return best;
}

CorTraceKey
cor_facts_truck_key (const CorFacts *facts, const CorDutyResult *duty, const CorAlternative *truck)
{
  CorTraceKey key = { .duty = (guint) (duty - facts->results->duties), .truck = -1 };

  for (guint i = 0; i < duty->n_alternatives && truck != duty->diesel; i++)
    if (duty->alternatives[i] == truck)
      key.truck = (int) i;
  return key;
}

/* Tolerates nothing: the same comparison as with policies, their part taken out. */
static int
bare_parity (const CorResults *results)
{
  g_autofree double *truck = g_new (double, results->n_years);
  g_autofree double *diesel = g_new (double, results->n_years);

  for (guint i = 0; i < results->n_years; i++)
    {
      const CorTotals *totals = &results->totals[i];
      gboolean any = totals->trucks > 0;

      truck[i] = any ? totals->tco_yuan - totals->part_yuan[COR_TCO_POLICY] : NAN;
      diesel[i] = any ? totals->diesel_tco_yuan - totals->diesel_part_yuan[COR_TCO_POLICY] : NAN;
    }
  return cor_parity_year (truck, diesel, results->n_years, results->first_year);
}

static void
add_lengths (CorFacts *facts)
{
  for (guint i = 0; i < facts->results->n_duties; i++)
    {
      double km = cor_facts_duty_km (&facts->results->duties[i]);

      facts->trucks += facts->results->duties[i].duty->trucks;
      facts->shortest_km = fmin (facts->shortest_km, km);
      facts->longest_km = fmax (facts->longest_km, km);
    }
}

void
cor_facts_init (CorFacts *facts, const CorResults *results, gboolean zh)
{
  const CorTotals *totals = &results->totals[results->year];

  *facts = (CorFacts) { .results = results, .zh = zh };
  facts->policies = cor_policy_facts (results);
  facts->model_year = results->first_year + (int) results->year;
  facts->last_year = results->first_year + (int) results->n_years - 1;
  facts->hardest = cor_chart_results_duty (results);
  facts->counted_trucks = totals->trucks;
  facts->gap = totals->tco_yuan - totals->diesel_tco_yuan;
  facts->bare_gap = facts->gap - totals->part_yuan[COR_TCO_POLICY] + totals->diesel_part_yuan[COR_TCO_POLICY];
  facts->bare_parity = bare_parity (results);
  facts->shortest_km = facts->longest_km = NAN;
  add_lengths (facts);
}

void
cor_facts_clear (CorFacts *facts)
{
  g_clear_pointer (&facts->policies, g_array_unref);
}

double
cor_facts_relief_share (const CorFacts *facts)
{
  double toll = facts->results->totals[facts->results->year].part_yuan[COR_TCO_TOLL];

  for (guint i = 0; i < facts->policies->len; i++)
    if (g_array_index (facts->policies, CorPolicyFact, i).kind == COR_POLICY_TOLL_RELIEF)
      toll += g_array_index (facts->policies, CorPolicyFact, i).gap_yuan;
  return facts->gap > 0 && facts->gap <= toll ? facts->gap / toll : NAN;
}

double
cor_facts_fuel_rise (const CorFacts *facts)
{
  double fuel = facts->results->totals[facts->results->year].diesel_part_yuan[COR_TCO_FUEL];

  return facts->gap > 0 && fuel > 0 ? facts->gap / fuel : NAN;
}

double
cor_facts_saved_with (const CorFacts *facts, const CorFactor *grid)
{
  const CorResults *results = facts->results;
  CorFactorChoice choice;
  CorEmissionTotals totals;

  if (!(results->totals[results->year].trucks > 0))
    return NAN;
  cor_factor_choice_init (results, &choice);
  choice.grid = grid;
  totals = cor_emission_totals (results, &choice, results->year);
  return (totals.diesel.wtw_kg - totals.counted.wtw_kg) / 1000;
}
