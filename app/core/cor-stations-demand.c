/* cor-stations-demand.c: what a station's highest power costs, and what of it is waived.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-policy-private.h"
#include "cor-results-private.h"

#define MONTHS 12

guint
cor_evaluate_demand_waivers (const CorResults *results, double swapped, CorDemandWaiver *waivers)
{
  static const CorPowertrain powertrains[2] = { COR_POWERTRAIN_BET, COR_POWERTRAIN_BET_SWAP };
  const double parts[2] = { 1 - swapped, swapped };
  const char *region = cor_scenario_head (results->scenario)->region;
  int year = results->first_year + (int) results->year;
  CorPolicyTerm terms[COR_POLICY_TERMS_MAX];
  const char *ids[COR_POLICY_TERMS_MAX];
  double shares[2][COR_POLICY_TERMS_MAX], all[2] = { 0, 0 };
  guint n = cor_evaluate_terms (results->scenario, results->defaults, NULL, region, terms, ids), found = 0;

  for (guint p = 0; p < 2; p++)
    for (guint i = 0; i < n; i++)
      {
        gboolean on = terms[i].kind == COR_POLICY_DEMAND_CHARGE_WAIVER && cor_policy_term_on (&terms[i], powertrains[p], year);

        shares[p][i] = on ? MAX (0, cor_policy_amount (&terms[i], year, 1)) : 0;
        all[p] += shares[p][i];
      }
  for (guint i = 0; i < n; i++)
    {
      double share = 0;

      for (guint p = 0; p < 2; p++)
        share += parts[p] * shares[p][i] / MAX (1, all[p]);
      if (share > 0)
        waivers[found++] = (CorDemandWaiver){ ids[i], share };
    }
  return found;
}

double
cor_evaluate_demand_waived (const CorResults *results, double swapped)
{
  CorDemandWaiver waivers[COR_POLICY_TERMS_MAX];
  guint n = cor_evaluate_demand_waivers (results, swapped, waivers);
  double waived = 0;

  for (guint i = 0; i < n; i++)
    waived += waivers[i].share;
  return MIN (1, waived);
}

void
cor_evaluate_count_waived (CorResults *results)
{
  CorTotals *totals = &results->totals[results->year];

  for (guint i = 0; i < results->n_stations; i++)
    totals->stations_yuan_per_year += results->stations[i].waived_yuan_per_year;
  totals->forgone_yuan_per_year += totals->stations_yuan_per_year;
  totals->public_yuan_per_year += totals->stations_yuan_per_year;
  cor_evaluate_public (results);
}

CorStationDemand
cor_evaluate_station_demand (const CorResults *results, const CorStation *station, const double *row)
{
  int year = results->first_year + (int) results->year;
  CorStationDemand demand = { .months = cor_or (row[COR_PARAM_DEMAND_MONTHS], MONTHS),
                              .yuan_per_kw_month = cor_or (row[COR_PARAM_DEMAND_MAX], 0),
                              .billed = cor_or (row[COR_PARAM_DEMAND_MAX_BILLED], 1) };
  CorTariff tariff;

  if (cor_evaluate_tariff (results->scenario, station->tariff, year, &tariff) && !isnan (tariff.demand_yuan_per_kw_year))
    {
      demand.own = TRUE;
      demand.months = MONTHS;
      demand.yuan_per_kw_month = tariff.demand_yuan_per_kw_year / MONTHS;
    }
  return demand;
}
