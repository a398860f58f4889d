/* cor-trace-cash-use.c: energy, tolls, upkeep, time and payload in one year, traced.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-trace-cash-private.h"

#include "cor-energy.h"

#include <glib/gi18n-lib.h>

#define MONTHS 12

void
cor_trace_cash_fuel (const CorTraceCell *c)
{
  const CorUse *use = &c->in->use;
  gboolean diesel = use->powertrain == COR_POWERTRAIN_DIESEL;
  double per_100km = diesel ? use->l_per_100km : use->kgh2_per_100km, km = use->transport_km + use->detour_km;
  double price = c->in->fade[c->y] > 0 && per_100km > 0
                   ? c->t->tco->part[COR_TCO_FUEL][c->y] / (km * c->in->net / 100 * c->in->fade[c->y] * per_100km) : 0;

  cor_trace_cell_formula (c, "d · f<sub>y</sub> · c ÷ 100 · p<sub>y</sub> · u");
  cor_tracer_numbers (c->t, "# · # · # ÷ 100 · # · #", km, c->in->fade[c->y], per_100km, price, c->in->net);
  cor_tracer_add_first_km (c->t, "d");
  cor_trace_cell_add_use_left (c);
  cor_tracer_add_own (c->t, "c", _ ("Energy use"), per_100km, diesel ? "L/100km" : "kg/100km", COR_TRACE_TRUCK_ENERGY, 0);
  cor_tracer_add_own (c->t, "p<sub>y</sub>", _ ("Price of the year"), price, diesel ? "yuan/L" : "yuan/kg", COR_TRACE_FUEL_PRICE, c->y);
  cor_trace_cell_add_net (c);
}

void
cor_trace_cash_depot_energy (const CorTraceCell *c)
{
  cor_trace_cell_formula (c, "Q<sub>N</sub> · f<sub>y</sub> · p<sub>y</sub> · u");
  cor_tracer_numbers (c->t, "# · # · # · #", c->in->use.depot_kwh, c->in->fade[c->y], c->in->night[c->y], c->in->net);
  cor_tracer_add_own (c->t, "Q<sub>N</sub>", _ ("Bought at the depot and while loading"), c->in->use.depot_kwh, _ ("kWh a year"), COR_TRACE_DEPOT_KWH, 0);
  cor_trace_cell_add_use_left (c);
  cor_tracer_add_own (c->t, "p<sub>y</sub>", _ ("Price at the depot, without demand charge"), c->in->night[c->y], "yuan/kWh", COR_TRACE_DEPOT_PRICE, c->y);
  cor_trace_cell_add_net (c);
}

void
cor_trace_cash_station_energy (const CorTraceCell *c)
{
  const CorUse *use = &c->in->use;
  double plug = use->station_kwh > 0 ? c->in->fast[c->y] : 0, swap = use->swap_kwh > 0 ? c->in->swap[c->y] : 0;

  cor_trace_cell_formula (c, "(Q<sub>C</sub> · p<sub>C</sub> + Q<sub>S</sub> · p<sub>S</sub>) · f<sub>y</sub> · u");
  cor_tracer_numbers (c->t, "(# · # + # · #) · # · #", use->station_kwh, plug, use->swap_kwh, swap, c->in->fade[c->y], c->in->net);
  if (use->station_kwh > 0)
    {
      cor_tracer_add_own (c->t, "Q<sub>C</sub>", _ ("Charged at stations"), use->station_kwh, _ ("kWh a year"), COR_TRACE_STATION_KWH, 0);
      cor_tracer_add_own (c->t, "p<sub>C</sub>", _ ("Price at stations with fee"), plug, "yuan/kWh", COR_TRACE_STATION_PRICE, c->y);
    }
  if (use->swap_kwh > 0)
    {
      cor_tracer_add_own (c->t, "Q<sub>S</sub>", _ ("Swapped at stations"), use->swap_kwh, _ ("kWh a year"), COR_TRACE_SWAP_KWH, 0);
      cor_tracer_add_own (c->t, "p<sub>S</sub>", _ ("Price of swapping with fee"), swap, "yuan/kWh", COR_TRACE_SWAP_PRICE, c->y);
    }
  cor_trace_cell_add_use_left (c);
  cor_trace_cell_add_net (c);
}

void
cor_trace_cash_demand (const CorTraceCell *c)
{
  const CorUse *use = &c->in->use;
  const double *p = c->in->prices[c->y];
  gboolean billed = !(c->in->demand_night[c->y] > 0) && !isnan (use->depot_peak_kw);
  double peak = billed ? use->depot_peak_kw : 0, month = cor_or (p[COR_PARAM_DEMAND_MAX], 0), share = cor_or (p[COR_PARAM_DEMAND_MAX_BILLED], 1);
  double months = cor_or (p[COR_PARAM_DEMAND_MONTHS], MONTHS);
  gboolean own = !isnan (use->demand_yuan_per_kw);
  int year = cor_trace_cell_year (c);

  cor_trace_cell_formula (c, "((Q<sub>N</sub> · δ<sub>N</sub> + Q<sub>C</sub> · δ<sub>C</sub>) · f<sub>y</sub> + n · k · m · b) · u");
  cor_tracer_numbers (c->t, "((# · # + # · #) · # + # · # · # · #) · #", use->depot_kwh, c->in->demand_night[c->y], use->station_kwh,
                      c->in->demand_fast[c->y], c->in->fade[c->y], own ? MONTHS : months, peak, own ? use->demand_yuan_per_kw / MONTHS : month, share, c->in->net);
  if (billed)
    cor_tracer_add_own (c->t, "k", _ ("Billed peak power"), peak, "kW", COR_TRACE_PEAK, 0);
  if (own)
    cor_tracer_add_own (c->t, "m", _ ("Demand charge of the depot's tariff, mean of the months"), use->demand_yuan_per_kw / MONTHS, "yuan/kW/month", COR_TRACE_DEPOT_KW_PRICE, 0);
  else
    {
      cor_tracer_add_parameter (c->t, "m", COR_PARAM_DEMAND_MAX, year);
      cor_tracer_add_parameter (c->t, "n", COR_PARAM_DEMAND_MONTHS, year);
    }
  cor_tracer_add_parameter (c->t, "b", COR_PARAM_DEMAND_MAX_BILLED, year);
  cor_tracer_add_own (c->t, "Q<sub>N</sub>", _ ("Bought at the depot and while loading"), use->depot_kwh, _ ("kWh a year"), COR_TRACE_DEPOT_KWH, 0);
  cor_tracer_add_own (c->t, "Q<sub>C</sub>", _ ("Charged at stations"), use->station_kwh, _ ("kWh a year"), COR_TRACE_STATION_KWH, 0);
  if (c->in->demand_night[c->y] > 0 || c->in->demand_fast[c->y] > 0)
    {
      cor_tracer_add_own (c->t, "δ<sub>N</sub>", _ ("Demand charge in a kWh at night"), c->in->demand_night[c->y], "yuan/kWh", COR_TRACE_NIGHT_DEMAND, c->y);
      cor_tracer_add_own (c->t, "δ<sub>C</sub>", _ ("Demand charge in a kWh of fast charging"), c->in->demand_fast[c->y], "yuan/kWh", COR_TRACE_FAST_DEMAND, c->y);
    }
  cor_trace_cell_add_use_left (c);
  cor_trace_cell_add_net (c);
}

void
cor_trace_cash_toll (const CorTraceCell *c)
{
  double km = cor_tco_tolled_km (c->in);

  cor_trace_cell_formula (c, "d<sub>T</sub> · f<sub>y</sub> · t<sub>y</sub>");
  cor_tracer_numbers (c->t, "# · # · #", km, c->in->fade[c->y], cor_or (c->p[COR_PARAM_TOLL], 0));
  cor_tracer_add_own (c->t, "d<sub>T</sub>", _ ("Tolled km"), km, _ ("km a year"), COR_TRACE_TOLLED_KM, 0);
  cor_trace_cell_add_use_left (c);
  cor_tracer_add_parameter (c->t, "t<sub>y</sub>", COR_PARAM_TOLL, cor_trace_cell_year (c));
}

void
cor_trace_cash_maintenance (const CorTraceCell *c)
{
  double km = c->in->use.transport_km + c->in->use.detour_km;

  cor_trace_cell_formula (c, "(m<sub>y</sub> · d · f<sub>y</sub> + M<sub>y</sub>) · u");
  cor_tracer_numbers (c->t, "(# · # · # + #) · #", cor_or (c->p[COR_PARAM_MAINTENANCE], 0), km, c->in->fade[c->y], cor_or (c->p[COR_PARAM_MAINTENANCE_FIXED], 0),
                      c->in->net);
  cor_tracer_add_parameter (c->t, "m<sub>y</sub>", COR_PARAM_MAINTENANCE, cor_trace_cell_year (c));
  cor_tracer_add_first_km (c->t, "d");
  cor_trace_cell_add_use_left (c);
  cor_tracer_add_parameter (c->t, "M<sub>y</sub>", COR_PARAM_MAINTENANCE_FIXED, cor_trace_cell_year (c));
  cor_trace_cell_add_net (c);
}

void
cor_trace_cash_use_tax (const CorTraceCell *c)
{
  double kg = cor_or (cor_energy_kerb_kg (c->in->at[0], c->in->use.powertrain), cor_or (c->in->at[0][COR_PARAM_KERB_MASS], 0));

  cor_trace_cell_formula (c, "m ÷ 1000 · τ<sub>y</sub>");
  cor_tracer_numbers (c->t, "# ÷ 1000 · #", kg, cor_or (c->p[COR_PARAM_USE_TAX], 0));
  cor_tracer_add_own (c->t, "m", _ ("Kerb mass"), kg, "kg", COR_TRACE_KERB, 0);
  cor_tracer_add_parameter (c->t, "τ<sub>y</sub>", COR_PARAM_USE_TAX, cor_trace_cell_year (c));
}

void
cor_trace_cash_insurance (const CorTraceCell *c)
{
  cor_trace_cell_formula (c, "F<sub>y</sub> + s<sub>y</sub> · (P + W)");
  cor_tracer_numbers (c->t, "# + # · (# + #)", cor_or (c->p[COR_PARAM_FIXED_COST], 0), cor_or (c->p[COR_PARAM_INSURANCE], 0), c->in->vehicle, c->in->battery);
  cor_tracer_add_parameter (c->t, "F<sub>y</sub>", COR_PARAM_FIXED_COST, cor_trace_cell_year (c));
  cor_tracer_add_parameter (c->t, "s<sub>y</sub>", COR_PARAM_INSURANCE, cor_trace_cell_year (c));
  cor_trace_cell_add_prices (c);
}

void
cor_trace_cash_driver_time (const CorTraceCell *c)
{
  const CorUse *use = &c->in->use;
  double hours = use->energy_hours + use->wait_hours + use->detour_hours;

  cor_trace_cell_formula (c, "h · f<sub>y</sub> · w<sub>y</sub> · s");
  cor_tracer_numbers (c->t, "# · # · # · #", hours, c->in->fade[c->y], cor_or (c->p[COR_PARAM_DRIVER_COST], 0), cor_or (c->p[COR_PARAM_DRIVER_TIME], 1));
  cor_tracer_add_own (c->t, "h", _ ("Hours lost for energy"), hours, _ ("h a year"), COR_TRACE_LOST_HOURS, 0);
  cor_trace_cell_add_use_left (c);
  cor_tracer_add_parameter (c->t, "w<sub>y</sub>", COR_PARAM_DRIVER_COST, cor_trace_cell_year (c));
  cor_tracer_add_parameter (c->t, "s", COR_PARAM_DRIVER_TIME, cor_trace_cell_year (c));
}

void
cor_trace_cash_payload (const CorTraceCell *c)
{
  const double *p = c->in->at[0];
  const CorUse *use = &c->in->use;
  int year = cor_tracer_model_year (c->t);

  cor_trace_cell_formula (c, "s<sub>R</sub> · ΔL · d · ρ · f<sub>y</sub> + s<sub>T</sub> · ΔL ÷ L · C<sub>y</sub>");
  cor_tracer_numbers (c->t, "# · # · # · # · # + # · # ÷ # · #", cor_or (p[COR_PARAM_PAYLOAD_REVENUE], 0), use->payload_lost_t, use->transport_km,
                      cor_or (p[COR_PARAM_FREIGHT_RATE], 0), c->in->fade[c->y], cor_or (p[COR_PARAM_PAYLOAD_TRUCKS], 0), use->payload_lost_t,
                      use->payload_t > 0 ? use->payload_t : 1, cor_tco_truck_cost (c->t->tco, FALSE, c->y));
  cor_tracer_add_parameter (c->t, "s<sub>R</sub>", COR_PARAM_PAYLOAD_REVENUE, year);
  cor_tracer_add_parameter (c->t, "s<sub>T</sub>", COR_PARAM_PAYLOAD_TRUCKS, year);
  cor_tracer_add_own (c->t, "ΔL", _ ("Payload lost to the battery's mass"), use->payload_lost_t, "t", COR_TRACE_TRUCK_PAYLOAD_LOST, 0);
  cor_tracer_add_first_transport_km (c->t, "d");
  cor_tracer_add_parameter (c->t, "ρ", COR_PARAM_FREIGHT_RATE, year);
  cor_trace_cell_add_use_left (c);
  cor_tracer_add_scenario (c->t, "L", _ ("Payload, mean of the ways"), use->payload_t, "t", &c->t->duty->route->item);
  cor_tracer_add_own (c->t, "C<sub>y</sub>", _ ("Running costs of the year"), cor_tco_truck_cost (c->t->tco, FALSE, c->y), "yuan", COR_TRACE_RUNNING_COST, c->y);
}

void
cor_trace_cash_payload_capital (const CorTraceCell *c)
{
  const CorUse *use = &c->in->use;
  double cost = cor_tco_truck_cost (c->t->tco, TRUE, c->y);

  cor_trace_cell_formula (c, "s<sub>T</sub> · ΔL ÷ L · K<sub>y</sub>");
  cor_tracer_numbers (c->t, "# · # ÷ # · #", cor_or (c->in->at[0][COR_PARAM_PAYLOAD_TRUCKS], 0), use->payload_lost_t,
                      use->payload_t > 0 ? use->payload_t : 1, cost);
  cor_tracer_add_parameter (c->t, "s<sub>T</sub>", COR_PARAM_PAYLOAD_TRUCKS, cor_tracer_model_year (c->t));
  cor_tracer_add_own (c->t, "ΔL", _ ("Payload lost to the battery's mass"), use->payload_lost_t, "t", COR_TRACE_TRUCK_PAYLOAD_LOST, 0);
  cor_tracer_add_scenario (c->t, "L", _ ("Payload, mean of the ways"), use->payload_t, "t", &c->t->duty->route->item);
  cor_tracer_add_own (c->t, "K<sub>y</sub>", _ ("Truck, battery, interest and resale"), cost, "yuan", COR_TRACE_CAPITAL_COST, c->y);
}

void
cor_trace_cash_policy (const CorTraceCell *c)
{
  cor_trace_cell_formula (c, _ ("Σ what each policy adds or takes away"));
  for (guint i = 0; i < c->t->tco->n_terms; i++)
    {
      double sum = 0;

      if (c->t->tco->term[i][c->y] == 0)
        continue;
      for (guint y = 0; y <= c->t->tco->n_years; y++)
        sum += c->t->tco->term[i][y];
      cor_tracer_add_term (c->t, 1, c->t->tco->term[i][c->y]);
      cor_tracer_add_own (c->t, "", cor_tracer_policy_label (c->t, i), sum, _ ("yuan in all years"), COR_TRACE_POLICY, i);
    }
}

