/* cor-evaluate-emissions.c: greenhouse gases of a duty by the factors in use.
 *
 * ISO 14083:2023: well to wheel = energy provision + operation; emissions of detours and of empty
 * running count, the transport activity does not grow by them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-results-private.h"

#include <math.h>

/* kg CO2e per kWh of grid power with the green share contracted. */
static double
grid_factor (const CorDutyContext *context, int year)
{
  const CorFactor *grid = context->results->grid;
  const CorFactor *green
    = cor_factor_set_find (context->evaluation->factors, COR_FACTOR_GRID, "wind-2023-life-cycle");
  double share = context->head->green_share;
  double green_total = grid->scope == COR_SCOPE_LIFE_CYCLE && green != NULL ? green->total : 0;

  return cor_factor_total (grid, year) * (1 - share) + green_total * share;
}

void
cor_evaluate_emissions (const CorDutyContext *context,
                        CorPowertrain powertrain,
                        double charging_efficiency,
                        CorOutcome *outcome)
{
  const CorResults *results = context->results;
  double km = cor_outcome_driven_km (outcome);
  int year = outcome->model_year;
  double units;

  switch (powertrain)
    {
    case COR_POWERTRAIN_DIESEL:
      units = km * outcome->l_per_100km / 100;
      outcome->wtw_kg = units * cor_factor_total (results->diesel, year);
      outcome->direct_kg = units * results->diesel->direct;
      break;
    case COR_POWERTRAIN_FCET:
      units = km * outcome->kgh2_per_100km / 100;
      outcome->wtw_kg = units
                        * (cor_factor_total (results->hydrogen, year)
                           + results->hydrogen->grid_kwh_per_unit * grid_factor (context, year));
      outcome->direct_kg = 0;
      break;
    default:
      units = km * outcome->kwh_per_km / (isnan (charging_efficiency) ? 1 : charging_efficiency);
      outcome->wtw_kg = units * grid_factor (context, year);
      outcome->direct_kg = 0;
    }
  outcome->detour_kg = outcome->wtw_kg * cor_outcome_detour_share (outcome);
}
