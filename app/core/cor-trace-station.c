/* cor-trace-station.c: what happens at a station, and what it costs, traced.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-trace-sum.h"

#include <glib/gi18n-lib.h>

static const char *
simulation (void)
{
  return _ ("Simulated days of all trucks at the stations, early and late by chance, first come first served");
}

/* A sum over the stops of all duties at the station. */
static void
sum_stops (CorTracer *t, const char *title, const char *formula, double value, const char *unit, CorTraceQuantity quantity, gboolean by_year)
{
  g_autoptr (CorTraceSum) terms = cor_trace_sum_new ();

  cor_tracer_head (t, cor_tracer_title (t, title), formula, value, unit);
  for (guint i = 0; i < t->results->n_duties; i++)
    {
      const CorDutyResult *duty = &t->results->duties[i];
      int index = duty->n_alternatives > 0 ? duty->counted[t->year] : -1;
      const CorAlternative *truck = index < 0 ? NULL : duty->alternatives[index];
      double trips = duty->route != NULL ? duty->route->trips_per_day : 0, eta;
      double n = duty->duty->trucks * trips / MAX (1, lround (trips));

      if (truck == NULL || truck->plan == NULL || !truck->plan->feasible)
        continue;
      eta = cor_or (cor_param_table_value (truck->table, COR_PARAM_CHARGING_EFFICIENCY, cor_tracer_model_year (t)), 1);
      for (guint k = 0; k < truck->plan->n_stops; k++)
        {
          const CorPlanStop *stop = &truck->plan->stops[k];
          CorTraceKey child = { .quantity = quantity == COR_TRACE_STATION_DETOURS ? COR_TRACE_STOP_DETOUR : COR_TRACE_STOP_KWH,
                                .duty = i, .truck = index, .index = k };
          double days = by_year ? duty->route->days_per_year : 1;

          if (stop->station != (int) t->key.index || (quantity == COR_TRACE_STATION_SWAPS && stop->kind != COR_STOP_SWAP))
            continue;
          if (quantity == COR_TRACE_STATION_DETOURS)
            cor_trace_sum_add (terms, n, stop->detour_m / 1000, "d",
                               g_strdup_printf (_ ("%s: %g times a day"), cor_tracer_duty_label (t, duty), n), _ ("km a stop"), child);
          else if (quantity == COR_TRACE_STATION_SOLD && stop->kind == COR_STOP_SWAP)
            cor_trace_sum_add (terms, n * days, stop->kwh, "e",
                               g_strdup_printf (_ ("%s: %g times a day"), cor_tracer_duty_label (t, duty), n), _ ("kWh a stop"), child);
          else if (quantity == COR_TRACE_STATION_DAY || quantity == COR_TRACE_STATION_YEAR || quantity == COR_TRACE_STATION_SOLD)
            cor_trace_sum_add (terms, n * days / eta, stop->kwh, "e",
                               g_strdup_printf (_ ("%s: %g times a day"), cor_tracer_duty_label (t, duty), n), _ ("kWh a stop"), child);
          else
            cor_trace_sum_add_entry (terms, n / duty->duty->trucks, duty->duty->trucks, "n", cor_tracer_duty_label (t, duty), _ ("trucks"),
                                     &duty->duty->item);
        }
    }
  cor_tracer_add_sum (t, terms, unit);
  if (t->out->inputs->len == 0)
    {
      cor_tracer_numbers (t, "#", 0.0);
      cor_tracer_add_result (t, "", _ ("Trucks that stop here"), 0, "", _ ("Charging plan: the cheapest day over state of charge, found exactly"));
    }
}

void
cor_trace_station_visits (CorTracer *t)
{
  sum_stops (t, _ ("Visits a day"), _ ("Σ trucks of each stop"), t->traffic->visits_per_day, "", COR_TRACE_STATION_VISITS, FALSE);
}

void
cor_trace_station_swaps (CorTracer *t)
{
  sum_stops (t, _ ("Swaps a day"), _ ("Σ trucks of each swap"), t->traffic->swaps_per_day, "", COR_TRACE_STATION_SWAPS, FALSE);
}

void
cor_trace_station_day (CorTracer *t)
{
  sum_stops (t, _ ("Energy a day"), "Σ n · e ÷ η", t->traffic->energy_kwh_per_day, "kWh", COR_TRACE_STATION_DAY, FALSE);
}

void
cor_trace_station_year (CorTracer *t)
{
  sum_stops (t, _ ("Energy a year"), "Σ n · D · e ÷ η", t->traffic->energy_kwh_per_year, "kWh", COR_TRACE_STATION_YEAR, TRUE);
}

/* Who swaps pays for what the battery holds, who plugs in for what the plug gives. */
void
cor_trace_station_sold (CorTracer *t)
{
  gboolean swaps_alone = t->traffic->swaps_per_day > 0 && t->traffic->swaps_per_day >= t->traffic->visits_per_day;

  sum_stops (t, _ ("Energy sold a year"), swaps_alone ? "Σ n · D · e" : "Σ n · D · e ÷ η", t->traffic->sold_kwh_per_year, "kWh",
             COR_TRACE_STATION_SOLD, TRUE);
}

void
cor_trace_station_detours (CorTracer *t)
{
  sum_stops (t, _ ("Detours a day of all trucks"), "Σ n · d", t->traffic->detour_km_per_day, "km", COR_TRACE_STATION_DETOURS, FALSE);
}

/* The size of the station, as the simulation takes it. */
static void
add_size (CorTracer *t)
{
  CorStationDays days;
  g_autofree CorStationSpec *specs = cor_evaluate_station_specs (t->results, &days);
  const CorStationSpec *spec = &specs[t->key.index];
  const CorItem *item = &t->station->item;

  if (spec->plugs > 0)
    {
      cor_tracer_add_scenario (t, "", _ ("Plugs"), spec->plugs, "", item);
      cor_tracer_add_scenario (t, "", _ ("Power of a plug"), spec->power_kw, "kW", item);
    }
  if (spec->bays > 0)
    {
      cor_tracer_add_scenario (t, "", _ ("Swap bays"), spec->bays, "", item);
      cor_tracer_add_scenario (t, "", _ ("Batteries in stock"), spec->batteries, "", item);
      cor_tracer_add_parameter (t, "", COR_PARAM_STOCK_CHARGE, cor_tracer_model_year (t));
    }
  cor_tracer_add_scenario (t, "", _ ("Open hours"), spec->open_h, "h", item);
  cor_tracer_add_own (t, "", _ ("Visits a day"), t->traffic->visits_per_day, "", COR_TRACE_STATION_VISITS, t->key.index);
  cor_tracer_add_own (t, "", _ ("Energy a day"), t->traffic->energy_kwh_per_day, "kWh", COR_TRACE_STATION_DAY, t->key.index);
  cor_tracer_add_parameter (t, "", COR_PARAM_HEADWAY, cor_tracer_model_year (t));
  cor_tracer_add_parameter (t, "", COR_PARAM_SPREAD, cor_tracer_model_year (t));
}

/* A figure of the simulated days. */
static void
simulated (CorTracer *t, const char *title, const char *formula, double value, const char *unit)
{
  if (isnan (value))
    return;
  cor_tracer_head (t, cor_tracer_title (t, title), formula, value, unit);
  cor_tracer_numbers (t, "#", value);
  cor_tracer_add_result (t, "", title, value, unit, simulation ());
  add_size (t);
}

void
cor_trace_station_wait (CorTracer *t)
{
  const CorStationResult *s = t->traffic;
  double plugs = s->visits_per_day - s->swaps_per_day;

  if (isnan (s->mean_wait_min) || !(s->visits_per_day > 0))
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Mean wait")), _ ("(visits at plugs · wait + swaps · wait) ÷ visits"), s->mean_wait_min, "min");
  cor_tracer_numbers (t, "(# · # + # · #) ÷ #", plugs, s->plug_wait_min, s->swaps_per_day, s->swap_wait_min, s->visits_per_day);
  cor_tracer_add_result (t, "", _ ("Mean wait at the plugs"), s->plug_wait_min, "min", simulation ());
  cor_tracer_add_result (t, "", _ ("Mean wait for a swap"), s->swap_wait_min, "min", simulation ());
  cor_tracer_add_own (t, "", _ ("Swaps a day"), s->swaps_per_day, "", COR_TRACE_STATION_SWAPS, t->key.index);
  add_size (t);
}

void
cor_trace_station_p95 (CorTracer *t)
{
  simulated (t, _ ("Wait of which 95 in 100 are shorter"), _ ("95th percentile over all visits of the simulated days"), t->traffic->p95_wait_min, "min");
}

void
cor_trace_station_peak (CorTracer *t)
{
  simulated (t, _ ("Peak power"), _ ("highest mean power of a quarter of an hour on any simulated day"), t->traffic->peak_kw, "kW");
}

void
cor_trace_station_use (CorTracer *t)
{
  simulated (t, _ ("In use"), _ ("hours of plugs (else bays) in use ÷ hours they are open"), t->traffic->utilisation, "1");
}

void
cor_trace_station_stock (CorTracer *t)
{
  simulated (t, _ ("Fewest full batteries"), _ ("fewest full batteries at any moment of the simulated days"), t->traffic->lowest_stock, "");
}

/* Plugs by power, bays, and the batteries in stock, where no price of the whole is given. */
void
cor_trace_station_capital (CorTracer *t)
{
  CorStationDays days;
  g_autofree CorStationSpec *specs = cor_evaluate_station_specs (t->results, &days);
  const CorStationSpec *spec = &specs[t->key.index];
  int year = cor_tracer_model_year (t);
  double hardware, installation, bay, stock, rest;

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
  rest = t->traffic->capital_yuan - spec->plugs * spec->power_kw * (hardware + installation) - spec->bays * bay;
  g_free (t->out->formula);
  t->out->formula = g_strdup ("K = n · P · (h + i) + m · b + s · B · w");
  cor_tracer_numbers (t, "# · # · (# + #) + # · # + # · # · #", spec->plugs, spec->power_kw, hardware, installation, spec->bays, bay, spec->batteries,
                      spec->batteries * stock > 0 ? rest / (spec->batteries * stock) : 0, stock);
  add_size (t);
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
add_waivers (CorTracer *t, CorPowertrain powertrain, double waived)
{
  const CorResults *results = t->results;
  CorPolicyTerm terms[COR_POLICY_TERMS_MAX];
  const char *ids[COR_POLICY_TERMS_MAX];
  guint n = cor_evaluate_terms (results->scenario, results->defaults, NULL, cor_scenario_head (results->scenario)->region, terms, ids);

  for (guint i = 0; i < n; i++)
    if (terms[i].kind == COR_POLICY_DEMAND_CHARGE_WAIVER && cor_policy_term_on (&terms[i], powertrain, cor_tracer_model_year (t)))
      cor_tracer_add_scenario (t, "w", _ ("Share waived by instruments in force"), waived, "1", cor_scenario_find (results->scenario, COR_ITEM_POLICY, ids[i]));
}

void
cor_trace_station_demand (CorTracer *t)
{
  int year = cor_tracer_model_year (t);
  CorPowertrain powertrain = t->station->station_kind == COR_STATION_SWAP ? COR_POWERTRAIN_BET_SWAP : COR_POWERTRAIN_BET;
  CorStationDemand demand;
  double row[COR_N_PARAMS];

  cor_evaluate_common_row (t->results, row);
  demand = cor_evaluate_station_demand (t->results, t->station, row, cor_evaluate_demand_waived (t->results, powertrain));
  cor_tracer_head (t, cor_tracer_title (t, _ ("Demand charge a year")), demand.waived > 0 ? "D = n · m · b · (1 − w) · k" : "D = n · m · b · k",
                   t->traffic->demand_yuan_per_year, _ ("yuan a year"));
  if (demand.own)
    cor_tracer_add_result (t, "m", _ ("Demand charge of the station's tariff, mean of the months"), demand.yuan_per_kw_month, "yuan/kW/month", _ ("Tariff of the station, month by month"));
  else
    {
      cor_tracer_add_parameter (t, "m", COR_PARAM_DEMAND_MAX, year);
      cor_tracer_add_parameter (t, "n", COR_PARAM_DEMAND_MONTHS, year);
    }
  cor_tracer_add_parameter (t, "b", COR_PARAM_DEMAND_MAX_BILLED, year);
  cor_tracer_add_own (t, "k", _ ("Peak power"), t->traffic->peak_kw, "kW", COR_TRACE_STATION_PEAK, t->key.index);
  if (demand.waived > 0)
    {
      add_waivers (t, powertrain, demand.waived);
      cor_tracer_numbers (t, "# · # · # · (1 − #) · #", demand.months, demand.yuan_per_kw_month, demand.billed, demand.waived, t->traffic->peak_kw);
    }
  else
    cor_tracer_numbers (t, "# · # · # · #", demand.months, demand.yuan_per_kw_month, demand.billed, t->traffic->peak_kw);
}

/* The annuity in numbers, and its parameters. */
static void
add_annuity (CorTracer *t, double *rate, double *years)
{
  *rate = cor_or (cor_tracer_add_parameter (t, "r", COR_PARAM_STATION_RETURN, cor_tracer_model_year (t)), 0);
  *years = fmax (1, cor_or (cor_tracer_add_parameter (t, "n", COR_PARAM_STATION_LIFE, cor_tracer_model_year (t)), 1));
}

void
cor_trace_station_cost (CorTracer *t)
{
  const CorStationResult *s = t->traffic;
  double rate, years;

  cor_tracer_head (t, cor_tracer_title (t, _ ("Cost of the station a year")), "K · r ÷ (1 − (1 + r)<sup>−n</sup>) + R + D", s->yuan_per_year, _ ("yuan a year"));
  cor_tracer_add_own (t, "K", _ ("Cost to build"), s->capital_yuan, "yuan", COR_TRACE_STATION_CAPITAL, t->key.index);
  add_annuity (t, &rate, &years);
  cor_tracer_add_own (t, "R", _ ("Running cost a year"), s->running_yuan_per_year, _ ("yuan a year"), COR_TRACE_STATION_RUNNING, t->key.index);
  cor_tracer_add_own (t, "D", _ ("Demand charge a year"), s->demand_yuan_per_year, _ ("yuan a year"), COR_TRACE_STATION_DEMAND, t->key.index);
  if (rate > 0)
    cor_tracer_numbers (t, "# · # ÷ (1 − (1 + #)^(#)) + # + #", s->capital_yuan, rate, rate, -years, s->running_yuan_per_year, s->demand_yuan_per_year);
  else
    cor_tracer_numbers (t, "# ÷ # + # + #", s->capital_yuan, years, s->running_yuan_per_year, s->demand_yuan_per_year);
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
  cor_tracer_head (t, cor_tracer_title (t, _ ("Return a year")), _ ("q with K · q ÷ (1 − (1 + q)<sup>−n</sup>) = F · E − R − D"), s->return_rate, "1");
  cor_tracer_add_own (t, "K", _ ("Cost to build"), s->capital_yuan, "yuan", COR_TRACE_STATION_CAPITAL, t->key.index);
  years = fmax (1, cor_or (cor_tracer_add_parameter (t, "n", COR_PARAM_STATION_LIFE, cor_tracer_model_year (t)), 1));
  cor_tracer_add_own (t, "F", _ ("Service fee"), s->fee_yuan_per_kwh, "yuan/kWh", COR_TRACE_STATION_FEE, t->key.index);
  cor_tracer_add_own (t, "E", _ ("Energy sold a year"), s->sold_kwh_per_year, "kWh", COR_TRACE_STATION_SOLD, t->key.index);
  cor_tracer_add_own (t, "R", _ ("Running cost a year"), s->running_yuan_per_year, _ ("yuan a year"), COR_TRACE_STATION_RUNNING, t->key.index);
  cor_tracer_add_own (t, "D", _ ("Demand charge a year"), s->demand_yuan_per_year, _ ("yuan a year"), COR_TRACE_STATION_DEMAND, t->key.index);
  cor_tracer_numbers (t, "# · # ÷ (1 − (1 + #)^(#)) = # · # − # − #", s->capital_yuan, s->return_rate, s->return_rate, -years, s->fee_yuan_per_kwh,
                      s->sold_kwh_per_year, s->running_yuan_per_year, s->demand_yuan_per_year);
}

void
cor_trace_station_power (CorTracer *t)
{
  const guint slots = COR_STATION_SLOTS / 24;
  double kw = 0;

  if (t->key.place >= 24)
    return;
  for (guint i = 0; i < slots; i++)
    kw += t->traffic->power_kw[t->key.place * slots + i] / slots;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Mean power in an hour of the day")), "Σ e<sub>h</sub> ÷ 1 h", kw, "kW");
  cor_tracer_numbers (t, "#", kw);
  cor_tracer_add_result (t, "", _ ("Energy that trucks take in that hour"), kw, "kWh", _ ("Charging plans of all trucks and the queue, over the simulated days"));
  cor_tracer_add_own (t, "", _ ("Energy a day"), t->traffic->energy_kwh_per_day, _ ("kWh a day"), COR_TRACE_STATION_DAY, t->key.index);
}
