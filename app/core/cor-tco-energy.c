/* cor-tco-energy.c: fuel and electricity.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-tco-private.h"

#define MONTHS 12

/* Litres of diesel or kg of hydrogen times the price of each calendar year. */
void
cor_tco_fuel (const CorTcoInputs *in, CorTco *before, double *row)
{
  CorPowertrain powertrain = in->use.powertrain;
  double km = (in->use.transport_km + in->use.detour_km) * in->net / 100;

  row[0] = 0;
  for (guint y = 1; y <= in->n_years; y++)
    {
      const double *p = in->prices[y];
      double price = 0, use = 0;

      if (powertrain == COR_POWERTRAIN_DIESEL)
        {
          use = in->use.l_per_100km;
          price = p[COR_PARAM_DIESEL_PRICE];
        }
      else if (powertrain == COR_POWERTRAIN_FCET)
        {
          double green = cor_or (p[COR_PARAM_GREEN_HYDROGEN], 0);

          use = in->use.kgh2_per_100km;
          price = p[COR_PARAM_HYDROGEN_PRICE];
          if (green > 0)
            price += green * (p[COR_PARAM_HYDROGEN_GREEN_PRICE] - price);
        }
      row[y] = km * in->fade[y] * use * price;
    }
}

void
cor_tco_depot_energy (const CorTcoInputs *in, CorTco *before, double *row)
{
  row[0] = 0;
  for (guint y = 1; y <= in->n_years; y++)
    row[y] = in->use.depot_kwh > 0 ? in->use.depot_kwh * in->fade[y] * in->night[y] * in->net : 0;
}

void
cor_tco_station_energy (const CorTcoInputs *in, CorTco *before, double *row)
{
  row[0] = 0;
  for (guint y = 1; y <= in->n_years; y++)
    {
      double plug = in->use.station_kwh > 0 ? in->use.station_kwh * in->fast[y] : 0;
      double swap = in->use.swap_kwh > 0 ? in->use.swap_kwh * in->swap[y] : 0;

      row[y] = (plug + swap) * in->fade[y] * in->net;
    }
}

/*
 * The demand charge: in prices built from the tariff by the kWh; at a depot whose price has none in
 * it by what the truck adds to the billed peak, in each month that it is taken: as the depot's own tariff
 * prints it, else by the parameters, and of that the share that is billed.
 */
void
cor_tco_demand (const CorTcoInputs *in, CorTco *before, double *row)
{
  row[0] = 0;
  for (guint y = 1; y <= in->n_years; y++)
    {
      const double *p = in->prices[y];
      double yuan_per_kw = p[COR_PARAM_DEMAND_MAX] * cor_or (p[COR_PARAM_DEMAND_MONTHS], MONTHS);
      double peak = in->use.depot_peak_kw * cor_or (in->use.demand_yuan_per_kw, yuan_per_kw)
                    * cor_or (p[COR_PARAM_DEMAND_MAX_BILLED], 1);
      double kwh = 0;

      if (in->demand_night[y] > 0)
        peak = 0;
      if (cor_tco_electric (in))
        kwh = in->use.depot_kwh * in->demand_night[y] + in->use.station_kwh * in->demand_fast[y];
      row[y] = (kwh * in->fade[y] + cor_or (peak, 0)) * in->net;
    }
}
