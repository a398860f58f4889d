/* cor-annual-money.c: what trucks pay, and how much of it are fees that stations take in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-annual-money.h"

#include <math.h>

double
cor_annual_fee (const CorResults *results, const CorAlternative *truck, const CorStation *station, gboolean swap)
{
  double fee = station->service_fee_yuan_per_kwh;

  if (isnan (fee))
    fee = cor_param_table_value (truck->table, swap ? COR_PARAM_SWAP_FEE : COR_PARAM_SERVICE_FEE,
                                 results->first_year + (int) results->year);
  return isnan (fee) ? 0 : fee;
}

double
cor_annual_fee_share (const CorResults *results, const CorAlternative *truck)
{
  double efficiency
    = cor_param_table_value (truck->table, COR_PARAM_CHARGING_EFFICIENCY, results->first_year + (int) results->year);
  const CorItem *const *stations;
  double fees = 0, paid = 0;
  guint n;

  stations = cor_scenario_items (results->scenario, COR_ITEM_STATION, &n);
  for (guint i = 0; truck->plan != NULL && i < truck->plan->n_stops; i++)
    {
      const CorPlanStop *stop = &truck->plan->stops[i];
      gboolean swap = stop->kind == COR_STOP_SWAP;

      if (stop->station < 0 || (guint) stop->station >= n)
        continue;
      fees += cor_annual_fee (results, truck, (const CorStation *) stations[stop->station], swap)
              * (swap ? stop->kwh : stop->kwh / efficiency);
      paid += stop->yuan;
    }
  return paid > 0 ? fmin (1, fees / paid) : 0;
}

double
cor_annual_worth_years (const CorTco *tco)
{
  double years = 0;

  for (guint y = 1; y <= tco->n_years; y++)
    years += tco->discount[0][y];
  return years;
}

CorAnnualMoney
cor_annual_money (const CorResults *results, const CorDutyResult *duty)
{
  CorAnnualMoney money = { 0 };
  const CorAlternative *truck;
  const CorOutcome *outcome;
  double a_year;

  if (duty->n_alternatives == 0)
    return money;
  truck = duty->alternatives[duty->assigned];
  outcome = &truck->outcomes[results->year];
  if (!outcome->feasible || !isfinite (outcome->tco_yuan) || truck->tco == NULL)
    return money;
  a_year = duty->duty->trucks / cor_annual_worth_years (truck->tco);
  money.carrier = outcome->tco_yuan * a_year;
  money.fees = outcome->part_yuan[COR_TCO_STATION_ENERGY] * a_year * cor_annual_fee_share (results, truck);
  return money;
}

/* What a duty's trucks take from the grid at a station in a year, kWh, as cor_stations_simulate() adds it up, and of it what
 * swapped batteries lose. */
static double
bought_kwh (const CorResults *results, const CorDutyResult *duty, const CorAlternative *truck, guint station, double *lost_kwh)
{
  double efficiency
    = cor_param_table_value (truck->table, COR_PARAM_CHARGING_EFFICIENCY, results->first_year + (int) results->year);
  double trips = duty->route->trips_per_day;
  double times = duty->duty->trucks * trips / MAX (1, lround (trips)) * duty->route->days_per_year, kwh = 0;

  *lost_kwh = 0;
  for (guint i = 0; i < truck->plan->n_stops; i++)
    {
      const CorPlanStop *stop = &truck->plan->stops[i];

      if (stop->station != (int) station)
        continue;
      kwh += stop->kwh / efficiency * times;
      if (stop->kind == COR_STOP_SWAP)
        *lost_kwh += (stop->kwh / efficiency - stop->kwh) * times;
    }
  return kwh;
}

double
cor_annual_use_share (const CorResults *results, const CorDutyResult *duty)
{
  int counted = duty->n_alternatives > 0 ? duty->counted[results->year] : -1;
  const CorAlternative *truck = counted < 0 ? NULL : duty->alternatives[counted];
  double yuan = 0;

  if (truck == NULL || truck->plan == NULL || !truck->plan->feasible)
    return 0;
  for (guint i = 0; i < results->n_stations && results->stations != NULL; i++)
    {
      const CorStationResult *station = &results->stations[i];
      double lost = station->energy_kwh_per_year - station->sold_kwh_per_year, lost_here, kwh;

      if (!(station->energy_kwh_per_year > 0))
        continue;
      kwh = bought_kwh (results, duty, truck, i, &lost_here);
      yuan += station->demand_yuan_per_year * kwh / station->energy_kwh_per_year;
      if (lost > 0)
        yuan += station->lost_yuan_per_year * lost_here / lost;
    }
  return yuan;
}

double
cor_annual_station_keep (const CorStationResult *station)
{
  return station->yuan_per_year - station->demand_yuan_per_year - station->lost_yuan_per_year;
}

double
cor_annual_demand_charge (const CorResults *results)
{
  double yuan = 0;

  for (guint i = 0; i < results->n_stations && results->stations != NULL; i++)
    if (results->stations[i].energy_kwh_per_year > 0)
      yuan += results->stations[i].demand_yuan_per_year;
  return yuan;
}

double
cor_annual_losses (const CorResults *results)
{
  double yuan = 0;

  for (guint i = 0; i < results->n_stations && results->stations != NULL; i++)
    yuan += results->stations[i].lost_yuan_per_year;
  return yuan;
}
