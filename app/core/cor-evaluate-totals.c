/* cor-evaluate-totals.c: sums over the duties, model year by model year, and the four numbers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-results-private.h"

#include <math.h>

/* The cheapest electric alternative of a year by index, or -1. */
static int
cheapest (const CorDutyResult *duty, guint year)
{
  int best = -1;

  for (guint i = 0; i < duty->n_alternatives; i++)
    {
      const CorOutcome *outcome = &duty->alternatives[i]->outcomes[year];

      if (duty->alternatives[i]->powertrain != COR_POWERTRAIN_DIESEL && outcome->feasible
          && (best < 0 || outcome->tco_yuan < duty->alternatives[best]->outcomes[year].tco_yuan))
        best = (int) i;
    }
  return best;
}

int
cor_results_challenger (const CorResults *results, const CorDutyResult *duty, guint year)
{
  if (cor_scenario_head (results->scenario)->adoption == COR_ADOPTION_CHEAPEST)
    return cheapest (duty, year);
  if (duty->n_alternatives == 0 || duty->alternatives[duty->assigned]->powertrain == COR_POWERTRAIN_DIESEL
      || !duty->alternatives[duty->assigned]->outcomes[year].feasible)
    return -1;
  return (int) duty->assigned;
}

const CorAlternative *
cor_duty_result_challenger (const CorResults *results, const CorDutyResult *duty, guint year)
{
  int index = cor_results_challenger (results, duty, year);

  return index < 0 || duty->diesel == NULL || !duty->diesel->outcomes[year].feasible ? NULL : duty->alternatives[index];
}

const CorAlternative *
cor_duty_result_compared (const CorResults *results, const CorDutyResult *duty, guint year)
{
  if (cor_results_challenger (results, duty, year) < 0 || duty->diesel == NULL || !duty->diesel->outcomes[year].feasible)
    return NULL;
  return duty->counted[year] < 0 ? duty->diesel : duty->alternatives[duty->counted[year]];
}

static void
duty_count (const CorResults *results, CorDutyResult *duty)
{
  gboolean cheapest_wins = cor_scenario_head (results->scenario)->adoption == COR_ADOPTION_CHEAPEST;

  for (guint year = 0; year < results->n_years; year++)
    {
      int index = cor_results_challenger (results, duty, year);

      if (index >= 0 && cheapest_wins && duty->diesel != NULL
          && duty->diesel->outcomes[year].tco_yuan < duty->alternatives[index]->outcomes[year].tco_yuan)
        index = -1;
      duty->counted[year] = index;
    }
}

static double
known (double value)
{
  return isnan (value) ? 0 : value;
}

static void
totals_add (CorTotals *totals,
            double n,
            const CorOutcome *truck,
            const CorOutcome *diesel,
            const CorOutcome *counted)
{

  totals->trucks += n;
  totals->tco_yuan += n * truck->tco_yuan;
  totals->diesel_tco_yuan += n * diesel->tco_yuan;
  for (guint i = 0; i < COR_N_TCO_PARTS; i++)
    {
      totals->part_yuan[i] += n * truck->part_yuan[i];
      totals->diesel_part_yuan[i] += n * diesel->part_yuan[i];
    }
  totals->driven_km += n * cor_outcome_driven_km (counted);
  totals->detour_km += n * known (counted->detour_km);
  totals->wtw_kg += n * counted->wtw_kg;
  totals->direct_kg += n * counted->direct_kg;
  totals->detour_kg += n * known (counted->detour_kg);
  totals->diesel_wtw_kg += n * diesel->wtw_kg;
  totals->diesel_direct_kg += n * diesel->direct_kg;
  totals->nox_kg += n * counted->nox_kg;
  totals->diesel_nox_kg += n * diesel->nox_kg;
  totals->pm_kg += n * counted->pm_kg;
  totals->diesel_pm_kg += n * diesel->pm_kg;
  totals->making_kg += n * (counted->vehicle_making_kg + counted->battery_making_kg);
  totals->diesel_making_kg += n * (diesel->vehicle_making_kg + diesel->battery_making_kg);
  totals->tkm += n * known (counted->tkm);
  totals->paid_yuan_per_year += n * counted->money.paid / counted->ownership_years;
  totals->forgone_yuan_per_year += n * counted->money.forgone / counted->ownership_years;
}

static void
totals_fill (CorResults *results, guint year)
{
  CorTotals *totals = &results->totals[year];

  totals->model_year = results->first_year + (int) year;
  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorDutyResult *duty = &results->duties[i];
      int index = cor_results_challenger (results, duty, year);
      const CorOutcome *diesel, *truck;

      if (index < 0 || duty->diesel == NULL || !duty->diesel->outcomes[year].feasible)
        continue;
      diesel = &duty->diesel->outcomes[year];
      truck = &duty->alternatives[index]->outcomes[year];
      totals_add (totals, duty->duty->trucks, truck, diesel, duty->counted[year] < 0 ? diesel : truck);
    }
  totals->public_yuan_per_year = totals->paid_yuan_per_year + totals->forgone_yuan_per_year;
}

static void
alternative_finish (const CorResults *results, const CorDutyResult *duty, CorAlternative *alternative)
{
  g_autofree double *truck = g_new (double, results->n_years);
  g_autofree double *diesel = g_new (double, results->n_years);

  /* One that was taken over is finished, and others may be reading it. */
  if (alternative->finished || duty->diesel == NULL || alternative->powertrain == COR_POWERTRAIN_DIESEL)
    return;
  alternative->finished = TRUE;
  for (guint year = 0; year < results->n_years; year++)
    {
      truck[year] = alternative->outcomes[year].tco_yuan;
      diesel[year] = duty->diesel->outcomes[year].tco_yuan;
    }
  cor_parity_spells (truck, diesel, results->n_years, results->first_year, &alternative->parity);
  alternative->parity_year = alternative->parity.n > 0 ? alternative->parity.at[0].first : 0;
  if (alternative->tco == NULL || duty->diesel->tco == NULL)
    return;
  alternative->payback_year = cor_payback_year (alternative->tco, duty->diesel->tco);
  alternative->cheaper_at_once = cor_payback_at_once (alternative->tco, duty->diesel->tco);
}

static void
count_duties (CorResults *results)
{
  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorDutyResult *duty = &results->duties[i];
      int index = cor_results_challenger (results, duty, results->year);

      if (index < 0)
        continue;
      results->feasible++;
      if (duty->diesel != NULL && duty->diesel->outcomes[results->year].feasible)
        results->comparable++;
    }
}

/* The corridor's parity: over the duties that count in the year shown. */
static void
corridor_parity (CorResults *results)
{
  g_autofree double *truck = g_new (double, results->n_years);
  g_autofree double *diesel = g_new (double, results->n_years);

  for (guint year = 0; year < results->n_years; year++)
    {
      gboolean any = results->totals[year].trucks > 0;

      truck[year] = any ? results->totals[year].tco_yuan : NAN;
      diesel[year] = any ? results->totals[year].diesel_tco_yuan : NAN;
    }
  cor_parity_spells (truck, diesel, results->n_years, results->first_year, &results->parity);
  results->parity_year = results->parity.n > 0 ? results->parity.at[0].first : 0;
}

/* Detours count for every duty with a plan, with or without a diesel truck beside it. */
static double
detour_share (const CorResults *results)
{
  double detour = 0, driven = 0;

  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorDutyResult *duty = &results->duties[i];
      int index = cor_results_challenger (results, duty, results->year);
      const CorOutcome *outcome;

      if (index < 0)
        continue;
      outcome = &duty->alternatives[index]->outcomes[results->year];
      if (isnan (outcome->detour_km))
        continue;
      detour += duty->duty->trucks * outcome->detour_km;
      driven += duty->duty->trucks * cor_outcome_driven_km (outcome);
    }
  return driven > 0 ? detour / driven : NAN;
}

void
cor_evaluate_public (CorResults *results)
{
  const CorTotals *shown = &results->totals[results->year];

  results->public_yuan_per_year = shown->trucks > 0 ? shown->public_yuan_per_year : NAN;
  results->public_yuan_per_t = results->saved_t > 0 && shown->public_yuan_per_year > 0
                                 ? shown->public_yuan_per_year / results->saved_t
                                 : NAN;
}

void
cor_evaluate_totals (CorResults *results)
{
  const CorTotals *shown;

  results->totals = g_new0 (CorTotals, results->n_years);
  for (guint i = 0; i < results->n_duties; i++)
    {
      CorDutyResult *duty = &results->duties[i];

      for (guint j = 0; j < duty->n_alternatives; j++)
        alternative_finish (results, duty, duty->alternatives[j]);
      duty_count (results, duty);
    }
  for (guint year = 0; year < results->n_years; year++)
    totals_fill (results, year);
  count_duties (results);
  shown = &results->totals[results->year];
  corridor_parity (results);
  results->detour_share = detour_share (results);
  results->saved_t = shown->trucks > 0 ? (shown->diesel_wtw_kg - shown->wtw_kg) / 1000 : NAN;
  cor_evaluate_public (results);
  results->scopes_agree = cor_factor_scopes_agree (results->grid, results->diesel);
}
