/* cor-tco-build.c: the truck's price from its components, electricity's from the tariff.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-tariff.h"
#include "cor-tco-private.h"

#define HOURS_PER_YEAR 8760
#define MONTHS 12

/*
 * Retail price of the parts that make a truck zero-emission: direct cost times one plus the share
 * of indirect cost (development, overhead, profit), on the glider, which is the diesel truck
 * without its powertrain (ICCT 2021, tables 7 to 9).
 */
static gboolean
build_vehicle (CorTcoInputs *in, GError **error)
{
  const double *p = in->at[0];
  double drive, storage, indirect = cor_or (p[COR_PARAM_STORAGE_INDIRECT], 0);

  if (isnan (p[COR_PARAM_DIESEL_TRUCK_PRICE]))
    return cor_tco_missing (error, COR_PARAM_TRUCK_PRICE);
  in->vehicle = p[COR_PARAM_DIESEL_TRUCK_PRICE];
  in->drive = in->vehicle * cor_or (p[COR_PARAM_DIESEL_POWERTRAIN], 0);
  if (in->use.powertrain == COR_POWERTRAIN_DIESEL)
    return TRUE;
  if (isnan (p[COR_PARAM_DIESEL_POWERTRAIN]))
    return cor_tco_missing (error, COR_PARAM_DIESEL_POWERTRAIN);
  if (isnan (p[COR_PARAM_MOTOR]))
    return cor_tco_missing (error, COR_PARAM_MOTOR);
  drive = p[COR_PARAM_MOTOR]
            * (cor_or (p[COR_PARAM_ELECTRIC_DRIVE_COST], 0)
               + cor_or (p[COR_PARAM_POWER_ELECTRONICS_COST], 0) + cor_or (p[COR_PARAM_THERMAL_COST], 0))
          + cor_or (p[COR_PARAM_ONBOARD_CHARGER] * p[COR_PARAM_ONBOARD_CHARGER_COST], 0);
  storage = 0;
  if (in->use.powertrain == COR_POWERTRAIN_FCET)
    {
      in->stack_direct = cor_or (p[COR_PARAM_FUEL_CELL_POWER] * p[COR_PARAM_FUEL_CELL_COST], 0);
      storage = in->stack_direct + cor_or (p[COR_PARAM_HYDROGEN_TANK] * p[COR_PARAM_TANK_COST], 0);
    }
  in->stack = in->stack_direct * (1 + indirect);
  in->vehicle *= 1 - p[COR_PARAM_DIESEL_POWERTRAIN];
  in->drive = drive * (1 + cor_or (p[COR_PARAM_DRIVE_INDIRECT], 0))
              + (storage - in->stack_direct) * (1 + indirect);
  in->vehicle += in->drive + in->stack;
  return TRUE;
}

gboolean
cor_tco_build_price (CorTcoInputs *in, GError **error)
{
  const double *p = in->at[0];
  double price = p[COR_PARAM_BATTERY_PRICE];
  double kwh = cor_or (p[COR_PARAM_BATTERY], 0);

  in->drive = in->stack = in->stack_direct = in->battery = in->battery_base = 0;
  in->vehicle = p[COR_PARAM_TRUCK_PRICE];
  if (isnan (in->vehicle) && !build_vehicle (in, error))
    return FALSE;
  in->vehicle += cor_or (p[COR_PARAM_TRAILER_PRICE], 0);
  if (in->use.powertrain == COR_POWERTRAIN_DIESEL || kwh <= 0)
    return TRUE;
  in->battery_base = kwh * price;
  if (isnan (price))
    {
      in->battery_base = kwh * p[COR_PARAM_BATTERY_COST];
      price = p[COR_PARAM_BATTERY_COST] * (1 + cor_or (p[COR_PARAM_STORAGE_INDIRECT], 0));
    }
  if (isnan (price))
    return cor_tco_missing (error, COR_PARAM_BATTERY_PRICE);
  in->battery = kwh * price;
  return TRUE;
}

/*
 * Yuan per kWh of a charger's capital: hardware and installation spread evenly over the station's
 * life at the return it asks (annuity), over the kWh it gives at its utilisation (ICCT 2021,
 * table 19).
 */
static double
capital_per_kwh (const double *p)
{
  double life = cor_or (p[COR_PARAM_STATION_LIFE], 1);
  double rate = cor_or (p[COR_PARAM_STATION_RETURN], 0);
  double annuity = rate > 0 ? rate / (1 - pow (1 + rate, -life)) : 1 / life;

  return annuity / (cor_or (p[COR_PARAM_STATION_UTILISATION], 1) * HOURS_PER_YEAR);
}

/* Mean tariff of one season around the clock, from prices and hours of the periods. */
static double
season_mean (double super_h, double peak_h, double valley_h, double super, double peak, double flat, double valley)
{
  return (super_h * super + peak_h * peak + valley_h * valley + (24 - super_h - peak_h - valley_h) * flat) / 24;
}

/* The same of the summer, whose figures are the year's where it has none of its own, weighted in by its days. */
static void
add_summer (const double *p, double share, double in_valley, double *day, double *night)
{
  double flat = cor_or (p[COR_PARAM_SUMMER_FLAT], p[COR_PARAM_TARIFF_FLAT]);
  double valley = cor_or (p[COR_PARAM_SUMMER_VALLEY], p[COR_PARAM_TARIFF_VALLEY]);
  double summer = season_mean (
    cor_or (cor_or (p[COR_PARAM_SUMMER_HOURS_SUPER_PEAK], p[COR_PARAM_HOURS_SUPER_PEAK]), 0),
    cor_or (cor_or (p[COR_PARAM_SUMMER_HOURS_PEAK], p[COR_PARAM_HOURS_PEAK]), 0),
    cor_or (cor_or (p[COR_PARAM_SUMMER_HOURS_VALLEY], p[COR_PARAM_HOURS_VALLEY]), 0),
    cor_or (cor_or (p[COR_PARAM_SUMMER_SUPER_PEAK], p[COR_PARAM_TARIFF_SUPER_PEAK]), 0),
    cor_or (cor_or (p[COR_PARAM_SUMMER_PEAK], p[COR_PARAM_TARIFF_PEAK]), 0), flat, valley);

  *day += share * (summer - *day);
  *night += share * (in_valley * valley + (1 - in_valley) * flat - *night);
}

/* Renewable power at its own price (table 17). */
void
cor_tco_mean_tariffs (const double *p, double *day, double *night)
{
  double in_valley = cor_or (p[COR_PARAM_NIGHT_VALLEY], 1);
  double green = cor_or (p[COR_PARAM_GREEN_POWER], 0);
  guint16 summer = cor_tariff_summer (p);

  *day = season_mean (cor_or (p[COR_PARAM_HOURS_SUPER_PEAK], 0), cor_or (p[COR_PARAM_HOURS_PEAK], 0),
                      cor_or (p[COR_PARAM_HOURS_VALLEY], 0), cor_or (p[COR_PARAM_TARIFF_SUPER_PEAK], 0),
                      cor_or (p[COR_PARAM_TARIFF_PEAK], 0), p[COR_PARAM_TARIFF_FLAT], p[COR_PARAM_TARIFF_VALLEY]);
  *night = in_valley * p[COR_PARAM_TARIFF_VALLEY] + (1 - in_valley) * p[COR_PARAM_TARIFF_FLAT];
  if (summer != 0)
    add_summer (p, cor_tariff_share (summer), in_valley, day, night);
  if (green > 0)
    {
      *day += green * (p[COR_PARAM_TARIFF_GREEN] - *day);
      *night += green * (p[COR_PARAM_TARIFF_GREEN] - *night);
    }
}

/*
 * What a station asks for a kWh: energy with its demand charge is a given share of running cost,
 * the capital comes on top (ICCT 2021, table 19 and the text before it). The demand charge itself
 * is kept apart: @night and @fast hold the rest.
 */
static void
build_year (CorTcoInputs *in, guint y, double capital)
{
  const double *p = in->prices[y];
  double night_share = cor_or (p[COR_PARAM_NIGHT_ENERGY_SHARE], 1);
  double fast_share = cor_or (p[COR_PARAM_FAST_ENERGY_SHARE], 1);
  double months = cor_or (p[COR_PARAM_DEMAND_MONTHS], MONTHS) / MONTHS;
  double per_kw, billed, day, night;

  cor_tco_mean_tariffs (p, &day, &night);
  night = cor_or (in->use.depot_tariff_yuan_per_kwh, night);
  billed = cor_or (p[COR_PARAM_DEMAND_TRANSFORMER] * p[COR_PARAM_DEMAND_TRANSFORMER_BILLED], 0)
           + cor_or (p[COR_PARAM_DEMAND_MAX] * p[COR_PARAM_DEMAND_MAX_BILLED], 0);
  billed *= months;
  in->demand_night[y] = cor_or (billed / p[COR_PARAM_DEMAND_HOURS_NIGHT], 0);
  in->demand_fast[y] = cor_or (billed / p[COR_PARAM_DEMAND_HOURS_FAST], 0);
  per_kw = cor_or (p[COR_PARAM_STATION_HARDWARE], 0) + cor_or (p[COR_PARAM_STATION_INSTALLATION], 0);
  in->night[y] = (night + in->demand_night[y]) / night_share - in->demand_night[y] + per_kw * capital;
  in->fast[y] = (day + in->demand_fast[y]) / fast_share - in->demand_fast[y] + per_kw * capital;
}

/* The kWh bought, split between depot and road by the parameters where no plan gives them. */
static gboolean
split_energy (CorTcoInputs *in, GError **error)
{
  const double *p = in->at[0];
  CorUse *use = &in->use;
  double received, kwh, fast;

  if (!isnan (use->depot_kwh) || !isnan (use->station_kwh) || !isnan (use->swap_kwh))
    {
      use->depot_kwh = cor_or (use->depot_kwh, 0);
      use->station_kwh = cor_or (use->station_kwh, 0);
      use->swap_kwh = cor_or (use->swap_kwh, 0);
      return TRUE;
    }
  if (isnan (use->kwh_per_km))
    return cor_tco_missing (error, COR_PARAM_ENERGY_USE);
  received = use->kwh_per_km * (use->transport_km + use->detour_km);
  kwh = received / cor_or (p[COR_PARAM_CHARGING_EFFICIENCY], 1);
  fast = cor_or (MIN (1, p[COR_PARAM_FAST_KM] / p[COR_PARAM_DAILY_KM]), 0);
  use->swap_kwh = use->station_kwh = use->depot_kwh = 0;
  if (use->powertrain == COR_POWERTRAIN_BET_SWAP)
    use->swap_kwh = received;
  else
    {
      use->station_kwh = kwh * fast;
      use->depot_kwh = kwh * (1 - fast);
    }
  return TRUE;
}

/* Power at the station's price, or as the tariff has it around the clock, and the fee on it. */
static double
swap_price (const double *p)
{
  double day, night;

  cor_tco_mean_tariffs (p, &day, &night);
  return cor_or (p[COR_PARAM_STATION_PRICE], day) + p[COR_PARAM_SWAP_FEE];
}

/* Prices of the use move on as its path says, unless the convention holds them as at purchase. */
static void
follow_path (CorTcoInputs *in, guint y)
{
  const CorPricePath *path = in->use.path;

  if (path == NULL || in->at[0][COR_PARAM_PRICES_FROZEN] >= 0.5)
    return;
  if (!isnan (in->use.depot_yuan_per_kwh))
    in->night[y] += path->depot[y];
  if (!isnan (in->use.station_yuan_per_kwh))
    in->fast[y] += path->station[y];
  if (!isnan (in->use.swap_yuan_per_kwh))
    in->swap[y] += path->swap[y];
}

/* Prices that the use or the parameters give outright stand; the tariff serves where none is. */
static gboolean
choose_prices (CorTcoInputs *in, guint y, GError **error)
{
  const double *p = in->prices[y];
  double fee = cor_or (p[COR_PARAM_SERVICE_FEE], 0);

  if (!isnan (in->use.depot_yuan_per_kwh) || !isnan (p[COR_PARAM_DEPOT_PRICE]))
    {
      in->night[y] = cor_or (in->use.depot_yuan_per_kwh, p[COR_PARAM_DEPOT_PRICE]);
      in->demand_night[y] = 0;
    }
  if (!isnan (in->use.station_yuan_per_kwh) || !isnan (p[COR_PARAM_STATION_PRICE]))
    {
      in->fast[y] = cor_or (in->use.station_yuan_per_kwh, p[COR_PARAM_STATION_PRICE] + fee);
      in->demand_fast[y] = 0;
    }
  in->swap[y] = NAN;
  if (in->use.swap_kwh > 0)
    in->swap[y] = isnan (in->use.swap_yuan_per_kwh) ? swap_price (p) : in->use.swap_yuan_per_kwh;
  follow_path (in, y);
  if (in->use.depot_kwh > 0 && isnan (in->night[y]))
    return cor_tco_missing (error, COR_PARAM_DEPOT_PRICE);
  if (in->use.station_kwh > 0 && isnan (in->fast[y]))
    return cor_tco_missing (error, COR_PARAM_STATION_PRICE);
  if (in->use.swap_kwh > 0 && isnan (in->swap[y]))
    return cor_tco_missing (error, COR_PARAM_SWAP_FEE);
  return TRUE;
}

gboolean
cor_tco_build_electricity (CorTcoInputs *in, GError **error)
{
  double capital;

  if (!cor_tco_electric (in))
    {
      in->use.depot_kwh = in->use.station_kwh = in->use.swap_kwh = 0;
      return TRUE;
    }
  if (!split_energy (in, error))
    return FALSE;
  capital = capital_per_kwh (in->at[0]);
  for (guint y = 1; y <= in->n_years; y++)
    {
      build_year (in, y, capital);
      if (!choose_prices (in, y, error))
        return FALSE;
    }
  return TRUE;
}
