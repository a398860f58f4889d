/* cor-trace-station-money.c: what a station costs and earns, traced.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-annual-money.h"
#include "cor-trace-private.h"

#include <glib/gi18n-lib.h>

/* The largest battery of a truck that swaps, as the stock has them; 0 where none swaps. */
static double
add_stock_battery (CorTracer *t)
{
  double most = 0;
  CorParamValue value, largest = { 0 };

  for (guint i = 0; i < t->results->n_duties; i++)
    for (guint a = 0; a < t->results->duties[i].n_alternatives; a++)
      {
        const CorAlternative *truck = t->results->duties[i].alternatives[a];

        if (truck->powertrain != COR_POWERTRAIN_BET_SWAP || !cor_param_table_get (truck->table, COR_PARAM_BATTERY, cor_tracer_model_year (t), &value)
            || !(value.value > most))
          continue;
        most = value.value;
        largest = value;
      }
  if (most > 0)
    cor_tracer_add_entry (t, "B", _ ("Largest battery of a truck that swaps"), most, COR_PARAM_BATTERY, largest.from);
  return most;
}

/* Plugs by power, bays, and the batteries in stock, where no price of the whole is given. */
void
cor_trace_station_capital (CorTracer *t)
{
  CorStationDays days;
  g_autofree CorStationSpec *specs = cor_evaluate_station_specs (t->results, &days);
  const CorStationSpec *spec = &specs[t->key.index];
  int year = cor_tracer_model_year (t);
  double hardware, installation, bay, stock, battery;

  cor_tracer_head (t, cor_tracer_title (t, _ ("Cost to build")), "K", t->traffic->capital_yuan, "yuan");
  if (!isnan (t->station->cost_yuan))
    {
      cor_tracer_numbers (t, "#", t->station->cost_yuan);
      cor_tracer_add_scenario (t, "K", _ ("Cost to build, as given"), t->station->cost_yuan, "yuan", &t->station->item);
      return;
    }
  hardware = cor_or (cor_tracer_add_parameter (t, "h", COR_PARAM_STATION_HARDWARE, year), 0);
  installation = cor_or (cor_tracer_add_parameter (t, "i", COR_PARAM_STATION_INSTALLATION, year), 0);
  bay = cor_or (cor_tracer_add_parameter (t, "b", COR_PARAM_SWAP_STATION_COST, year), 0);
  stock = cor_or (cor_tracer_add_parameter (t, "w", COR_PARAM_STOCK_COST, year), 0);
  battery = add_stock_battery (t);
  cor_tracer_formula (t, "K = n · P · (h + i) + m · b + s · B · w");
  cor_tracer_numbers (t, "# · # · (# + #) + # · # + # · # · #", spec->plugs, spec->power_kw, hardware, installation, spec->bays, bay, spec->batteries,
                      battery, stock);
  cor_tracer_add_station_size (t);
}

void
cor_trace_station_running (CorTracer *t)
{
  int year = cor_tracer_model_year (t);
  double share, land;

  cor_tracer_head (t, cor_tracer_title (t, _ ("Running cost a year")), "R = K · s + L", t->traffic->running_yuan_per_year, _ ("yuan a year"));
  cor_tracer_add_own (t, "K", _ ("Cost to build"), t->traffic->capital_yuan, "yuan", COR_TRACE_STATION_CAPITAL, t->key.index);
  share = cor_or (cor_tracer_add_parameter (t, "s", COR_PARAM_STATION_RUNNING, year), 0);
  land = cor_or (cor_tracer_add_parameter (t, "L", COR_PARAM_STATION_LAND, year), 0);
  cor_tracer_numbers (t, "# · # + #", t->traffic->capital_yuan, share, land);
}

/* What waives a share of the charge: the instruments in force for trucks that come to the station. */
static void
add_waivers (CorTracer *t)
{
  CorDemandWaiver waivers[COR_POLICY_TERMS_MAX];
  double swapped = cor_station_swapped (t->traffic);
  guint n = cor_evaluate_demand_waivers (t->results, swapped, waivers);

  for (guint i = 0; i < n; i++)
    cor_tracer_add_scenario (t, "w", n > 1 ? _ ("Share waived by one of the instruments in force") : _ ("Share waived by instruments in force"),
                             waivers[i].share, "1", cor_scenario_find (t->results->scenario, COR_ITEM_POLICY, waivers[i].id));
  if (n > 0 && swapped > 0 && swapped < 1)
    cor_tracer_add_own (t, "", _ ("Of its energy in swapped batteries, for which waivers for trucks that swap count"), swapped, "1",
                        COR_TRACE_STATION_SWAPPED_SHARE, t->key.index);
}

/* The charge by months, share billed and peak, and what of it is waived. */
static CorStationDemand
add_charge (CorTracer *t)
{
  int year = cor_tracer_model_year (t);
  CorStationDemand demand;
  double row[COR_N_PARAMS];

  cor_evaluate_common_row (t->results, row);
  demand = cor_evaluate_station_demand (t->results, t->station, row);
  if (demand.own)
    cor_tracer_add_own (t, "m", _ ("Demand charge of the station's tariff, mean of the months"), demand.yuan_per_kw_month, "yuan/kW/month",
                        COR_TRACE_STATION_KW_PRICE, t->key.index);
  else
    {
      cor_tracer_add_parameter (t, "m", COR_PARAM_DEMAND_MAX, year);
      cor_tracer_add_parameter (t, "n", COR_PARAM_DEMAND_MONTHS, year);
    }
  cor_tracer_add_parameter (t, "b", COR_PARAM_DEMAND_MAX_BILLED, year);
  cor_tracer_add_own (t, "k", _ ("Peak power"), t->traffic->peak_kw, "kW", COR_TRACE_STATION_PEAK, t->key.index);
  add_waivers (t);
  return demand;
}

void
cor_trace_station_demand (CorTracer *t)
{
  double waived = cor_evaluate_demand_waived (t->results, cor_station_swapped (t->traffic));
  double kw = t->traffic->peak_kw;
  CorStationDemand demand;

  cor_tracer_head (t, cor_tracer_title (t, _ ("Demand charge a year")), waived > 0 ? "D = n · m · b · (1 − w) · k" : "D = n · m · b · k",
                   t->traffic->demand_yuan_per_year, _ ("yuan a year"));
  demand = add_charge (t);
  if (waived > 0)
    cor_tracer_numbers (t, "# · # · # · (1 − #) · #", demand.months, demand.yuan_per_kw_month, demand.billed, waived, kw);
  else
    cor_tracer_numbers (t, "# · # · # · #", demand.months, demand.yuan_per_kw_month, demand.billed, kw);
}

void
cor_trace_station_waived (CorTracer *t)
{
  CorStationDemand demand;

  cor_tracer_head (t, cor_tracer_title (t, _ ("Demand charge that instruments waive a year")), "n · m · b · w · k", t->traffic->waived_yuan_per_year,
                   _ ("yuan a year"));
  demand = add_charge (t);
  cor_tracer_numbers (t, "# · # · # · # · #", demand.months, demand.yuan_per_kw_month, demand.billed,
                      cor_evaluate_demand_waived (t->results, cor_station_swapped (t->traffic)), t->traffic->peak_kw);
}

/* The annuity in numbers, and its parameters. */
static void
add_annuity (CorTracer *t, double *rate, double *years)
{
  *rate = cor_or (cor_tracer_add_parameter (t, "r", COR_PARAM_STATION_RETURN, cor_tracer_model_year (t)), 0);
  *years = fmax (1, cor_or (cor_tracer_add_parameter (t, "n", COR_PARAM_STATION_LIFE, cor_tracer_model_year (t)), 1));
}

/* What a kWh costs the station: by its tariff, its own price or that of the scenario. */
static void
add_power_price (CorTracer *t, double price)
{
  const CorStation *station = t->station;
  const CorItem *tariff = cor_scenario_find (t->results->scenario, COR_ITEM_TARIFF, station->tariff);

  if (tariff != NULL)
    cor_tracer_add_own (t, "p", _ ("Price of power, mean of the open hours"), price, "yuan/kWh", COR_TRACE_STATION_POWER_PRICE, t->key.index);
  else if (!isnan (station->energy_price_yuan_per_kwh))
    cor_tracer_add_scenario (t, "p", _ ("Price of power, as given"), price, "yuan/kWh", &station->item);
  else
    cor_tracer_add_parameter (t, "p", COR_PARAM_STATION_PRICE, cor_tracer_model_year (t));
}

/* Batteries are paid for by what they hold; what charging them loses is the station's. */
void
cor_trace_station_lost (CorTracer *t)
{
  const CorStationResult *s = t->traffic;
  CorStationDays days;
  g_autofree CorStationSpec *specs = cor_evaluate_station_specs (t->results, &days);
  double price = specs[t->key.index].power_yuan_per_kwh;

  cor_tracer_head (t, cor_tracer_title (t, _ ("Losses of charging batteries a year")), "V = (Q − E) · p", s->lost_yuan_per_year, _ ("yuan a year"));
  cor_tracer_numbers (t, "(# − #) · #", s->energy_kwh_per_year, s->sold_kwh_per_year, price);
  cor_tracer_add_own (t, "Q", _ ("Energy a year"), s->energy_kwh_per_year, "kWh", COR_TRACE_STATION_YEAR, t->key.index);
  cor_tracer_add_own (t, "E", _ ("Energy sold a year"), s->sold_kwh_per_year, "kWh", COR_TRACE_STATION_SOLD, t->key.index);
  add_power_price (t, price);
}

/* What a year costs beside the capital. */
static void
add_yearly (CorTracer *t)
{
  const CorStationResult *s = t->traffic;

  cor_tracer_add_own (t, "R", _ ("Running cost a year"), s->running_yuan_per_year, _ ("yuan a year"), COR_TRACE_STATION_RUNNING, t->key.index);
  cor_tracer_add_own (t, "D", _ ("Demand charge a year"), s->demand_yuan_per_year, _ ("yuan a year"), COR_TRACE_STATION_DEMAND, t->key.index);
  cor_tracer_add_own (t, "V", _ ("Losses of charging batteries a year"), s->lost_yuan_per_year, _ ("yuan a year"), COR_TRACE_STATION_LOST, t->key.index);
}

/* What a station costs whether it is used or not. */
void
cor_trace_station_keep (CorTracer *t)
{
  const CorStationResult *s = t->traffic;
  double rate, years;

  cor_tracer_head (t, cor_tracer_title (t, _ ("Owning and running the station a year")), "K · r ÷ (1 − (1 + r)<sup>−n</sup>) + R",
                   cor_annual_station_keep (s), _ ("yuan a year"));
  cor_tracer_add_own (t, "K", _ ("Cost to build"), s->capital_yuan, "yuan", COR_TRACE_STATION_CAPITAL, t->key.index);
  add_annuity (t, &rate, &years);
  cor_tracer_add_own (t, "R", _ ("Running cost a year"), s->running_yuan_per_year, _ ("yuan a year"), COR_TRACE_STATION_RUNNING, t->key.index);
  if (rate > 0)
    cor_tracer_numbers (t, "# · # ÷ (1 − (1 + #)^(#)) + #", s->capital_yuan, rate, rate, -years, s->running_yuan_per_year);
  else
    cor_tracer_numbers (t, "# ÷ # + #", s->capital_yuan, years, s->running_yuan_per_year);
}

void
cor_trace_station_cost (CorTracer *t)
{
  const CorStationResult *s = t->traffic;
  double rate, years;

  cor_tracer_head (t, cor_tracer_title (t, _ ("Cost of the station a year")), "K · r ÷ (1 − (1 + r)<sup>−n</sup>) + R + D + V", s->yuan_per_year, _ ("yuan a year"));
  cor_tracer_add_own (t, "K", _ ("Cost to build"), s->capital_yuan, "yuan", COR_TRACE_STATION_CAPITAL, t->key.index);
  add_annuity (t, &rate, &years);
  add_yearly (t);
  if (rate > 0)
    cor_tracer_numbers (t, "# · # ÷ (1 − (1 + #)^(#)) + # + # + #", s->capital_yuan, rate, rate, -years, s->running_yuan_per_year,
                        s->demand_yuan_per_year, s->lost_yuan_per_year);
  else
    cor_tracer_numbers (t, "# ÷ # + # + # + #", s->capital_yuan, years, s->running_yuan_per_year, s->demand_yuan_per_year, s->lost_yuan_per_year);
}

/* The fees of plugs and of swaps, by what is sold of each. */
static void
mean_of_fees (CorTracer *t)
{
  int year = cor_tracer_model_year (t);
  double sold = t->traffic->sold_kwh_per_year, swapped = t->traffic->swapped_kwh_per_year, plug, swap;

  cor_tracer_formula (t, "F = (f · (E − E<sub>s</sub>) + f<sub>s</sub> · E<sub>s</sub>) ÷ E");
  plug = cor_or (cor_tracer_add_parameter (t, "f", COR_PARAM_SERVICE_FEE, year), 0);
  swap = cor_or (cor_tracer_add_parameter (t, "f<sub>s</sub>", COR_PARAM_SWAP_FEE, year), 0);
  cor_tracer_numbers (t, "(# · (# − #) + # · #) ÷ #", plug, sold, swapped, swap, swapped, sold);
  cor_tracer_add_own (t, "E", _ ("Energy sold a year"), sold, "kWh", COR_TRACE_STATION_SOLD, t->key.index);
  cor_tracer_add_own (t, "E<sub>s</sub>", _ ("Energy in swapped batteries a year"), swapped, "kWh", COR_TRACE_STATION_SWAPPED, t->key.index);
}

void
cor_trace_station_fee (CorTracer *t)
{
  gboolean plugs = t->station->station_kind == COR_STATION_CHARGING || t->station->station_kind == COR_STATION_BOTH;
  double fee = t->traffic->fee_yuan_per_kwh;

  if (isnan (fee))
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Service fee")), "F", fee, "yuan/kWh");
  cor_tracer_numbers (t, "#", fee);
  if (!isnan (t->station->service_fee_yuan_per_kwh))
    cor_tracer_add_scenario (t, "F", _ ("Service fee, as given"), fee, "yuan/kWh", &t->station->item);
  else if (plugs && t->traffic->swapped_kwh_per_year > 0)
    mean_of_fees (t);
  else
    cor_tracer_add_parameter (t, "F", plugs ? COR_PARAM_SERVICE_FEE : COR_PARAM_SWAP_FEE, cor_tracer_model_year (t));
}

void
cor_trace_station_breakeven (CorTracer *t)
{
  const CorStationResult *s = t->traffic;

  if (isnan (s->breakeven_fee_yuan_per_kwh))
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Fee that pays it back")), "C ÷ E", s->breakeven_fee_yuan_per_kwh, "yuan/kWh");
  cor_tracer_numbers (t, "# ÷ #", s->yuan_per_year, s->sold_kwh_per_year);
  cor_tracer_add_own (t, "C", _ ("Cost of the station a year"), s->yuan_per_year, _ ("yuan a year"), COR_TRACE_STATION_COST, t->key.index);
  cor_tracer_add_own (t, "E", _ ("Energy sold a year"), s->sold_kwh_per_year, "kWh", COR_TRACE_STATION_SOLD, t->key.index);
}

/* The rate has no closed form: it is the one at which both sides are equal. */
void
cor_trace_station_return (CorTracer *t)
{
  const CorStationResult *s = t->traffic;
  double years;

  if (isnan (s->return_rate))
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Return a year")), _ ("q with K · q ÷ (1 − (1 + q)<sup>−n</sup>) = F · E − R − D − V"), s->return_rate, "1");
  cor_tracer_add_own (t, "K", _ ("Cost to build"), s->capital_yuan, "yuan", COR_TRACE_STATION_CAPITAL, t->key.index);
  years = fmax (1, cor_or (cor_tracer_add_parameter (t, "n", COR_PARAM_STATION_LIFE, cor_tracer_model_year (t)), 1));
  cor_tracer_add_own (t, "F", _ ("Service fee"), s->fee_yuan_per_kwh, "yuan/kWh", COR_TRACE_STATION_FEE, t->key.index);
  cor_tracer_add_own (t, "E", _ ("Energy sold a year"), s->sold_kwh_per_year, "kWh", COR_TRACE_STATION_SOLD, t->key.index);
  add_yearly (t);
  cor_tracer_numbers (t, "# · # ÷ (1 − (1 + #)^(#)) = # · # − # − # − #", s->capital_yuan, s->return_rate, s->return_rate, -years, s->fee_yuan_per_kwh,
                      s->sold_kwh_per_year, s->running_yuan_per_year, s->demand_yuan_per_year, s->lost_yuan_per_year);
}
