/* cor-stations-money.c: what a station must take, or earns.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-stations-private.h"

#include <math.h>

/* Rates between which a return is looked for, a year. */
#define LOWEST_RATE (-0.5)
#define HIGHEST_RATE 5.0

double
cor_station_annuity (double rate, double years)
{
  if (fabs (rate) < 1e-9)
    return 1.0 / years;
  return rate / (1.0 - pow (1.0 + rate, -years));
}

/* The rate at which equal yearly payments pay a capital back. */
static double
find_rate (double capital, double yearly, double years)
{
  double low = LOWEST_RATE;
  double high = HIGHEST_RATE;

  if (!(capital > 0.0) || yearly <= capital * cor_station_annuity (low, years))
    return NAN;
  for (guint i = 0; i < 60; i++)
    {
      double middle = 0.5 * (low + high);

      if (capital * cor_station_annuity (middle, years) < yearly)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/* Mean of a kWh sold; where nothing is, that of the plugs. */
static double
mean_fee (const CorStationSpec *spec, const CorStationResult *result)
{
  double swapped = result->sold_kwh_per_year > 0.0 ? result->swapped_kwh_per_year / result->sold_kwh_per_year : 0.0;

  return spec->fee_yuan_per_kwh + swapped * (spec->swap_fee_yuan_per_kwh - spec->fee_yuan_per_kwh);
}

double
cor_station_swapped (const CorStationResult *result)
{
  double lost = result->energy_kwh_per_year - result->sold_kwh_per_year;

  return result->energy_kwh_per_year > 0.0 ? (result->swapped_kwh_per_year + lost) / result->energy_kwh_per_year : 0.0;
}

void
cor_station_money (const CorStationSpec *spec, CorStationResult *result)
{
  double swapped = cor_station_swapped (result);
  double waived = (1.0 - swapped) * spec->waived + swapped * spec->swap_waived;
  double costs;

  result->capital_yuan = spec->capital_yuan;
  result->running_yuan_per_year = spec->running_yuan_per_year;
  result->demand_yuan_per_year = spec->demand_yuan_per_kw_year * (1.0 - waived) * result->peak_kw;
  result->waived_yuan_per_year = spec->demand_yuan_per_kw_year * waived * result->peak_kw;
  result->fee_yuan_per_kwh = mean_fee (spec, result);
  result->lost_yuan_per_year
    = spec->power_yuan_per_kwh * MAX (0.0, result->energy_kwh_per_year - result->sold_kwh_per_year);
  costs = result->running_yuan_per_year + result->demand_yuan_per_year + result->lost_yuan_per_year;
  result->yuan_per_year = spec->capital_yuan * cor_station_annuity (spec->rate, spec->years) + costs;
  result->breakeven_fee_yuan_per_kwh = NAN;
  result->return_rate = NAN;
  if (!(result->sold_kwh_per_year > 0.0))
    return;
  result->breakeven_fee_yuan_per_kwh = result->yuan_per_year / result->sold_kwh_per_year;
  result->return_rate = find_rate (spec->capital_yuan, result->fee_yuan_per_kwh * result->sold_kwh_per_year - costs,
                                   spec->years);
}
