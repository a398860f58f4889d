/* cor-trace-bought.c: electricity that one truck buys a year by place, and the hours that it loses for it, traced.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-trace-plan.h"

#include <glib/gi18n-lib.h>

/* By the shares of a study, which is split between night and fast charging. */
static void
bought_in_study (CorTracer *t, double kwh, CorTraceWay way)
{
  double km = t->in->use.transport_km + t->in->use.detour_km, c = t->in->use.kwh_per_km;
  double eta = cor_or (t->in->at[0][COR_PARAM_CHARGING_EFFICIENCY], 1), fast = t->in->at[0][COR_PARAM_FAST_KM] / t->in->at[0][COR_PARAM_DAILY_KM];

  cor_tracer_add_first_km (t, "d");
  cor_tracer_add_own (t, "c", _ ("Energy use"), c, "kWh/km", COR_TRACE_TRUCK_ENERGY, 0);
  if (way == COR_TRACE_WAY_SWAP)
    {
      cor_tracer_formula (t, kwh > 0 ? "d · c" : "0");
      cor_tracer_numbers (t, kwh > 0 ? "# · #" : "0", km, c);
      return;
    }
  cor_tracer_add_parameter (t, "η", COR_PARAM_CHARGING_EFFICIENCY, cor_tracer_model_year (t));
  fast = cor_or (MIN (1, fast), 0);
  if (t->truck->powertrain == COR_POWERTRAIN_BET_SWAP || isnan (t->in->at[0][COR_PARAM_FAST_KM] / t->in->at[0][COR_PARAM_DAILY_KM]))
    {
      cor_tracer_formula (t, kwh > 0 ? "d · c ÷ η" : "0");
      cor_tracer_numbers (t, kwh > 0 ? "# · # ÷ #" : "0", km, c, eta);
      return;
    }
  cor_tracer_formula (t, way == COR_TRACE_WAY_PLUG ? "d · c ÷ η · s" : "d · c ÷ η · (1 − s)");
  cor_tracer_numbers (t, way == COR_TRACE_WAY_PLUG ? "# · # ÷ # · #" : "# · # ÷ # · (1 − #)", km, c, eta, fast);
  cor_tracer_add_own (t, "s", _ ("Share of the electricity that is bought on the way"), fast, "1", COR_TRACE_FAST_SHARE, 0);
}

/* What is bought a year at one kind of place, by the plan or by the shares of the study: by the meter, or swapped, by
 * what the batteries hold. */
static void
bought_at (CorTracer *t, const char *title, double kwh, const char *label, CorTraceWay way)
{
  double days = cor_trace_plan_days (t->duty->route), a_day;

  if (!cor_tco_electric (t->in) || !(kwh >= 0))
    return;
  cor_tracer_head (t, cor_tracer_title (t, title), "e · D", kwh, _ ("kWh a year"));
  if (isnan (days) || isnan (t->use->depot_kwh))
    bought_in_study (t, kwh, way);
  else if (cor_trace_plan_of (t) != NULL)
    cor_tracer_add_bought (t, way);
  else
    {
      a_day = days > 0 ? kwh / days : 0;
      cor_tracer_numbers (t, "# · #", a_day, days);
      cor_tracer_add_planned (t, "e", label, a_day, "kWh");
      cor_tracer_add_trips (t);
    }
  if (way != COR_TRACE_WAY_SWAP && !isnan (days))
    cor_tracer_add_parameter (t, "η", COR_PARAM_CHARGING_EFFICIENCY, cor_tracer_model_year (t));
}

void
cor_trace_depot_kwh (CorTracer *t)
{
  if (cor_tracer_cost (t))
    bought_at (t, _ ("Bought at the depot and while loading"), t->in->use.depot_kwh, _ ("At depot and sites, a day"), COR_TRACE_WAY_DEPOT);
}

void
cor_trace_station_kwh (CorTracer *t)
{
  if (cor_tracer_cost (t))
    bought_at (t, _ ("Charged at stations"), t->in->use.station_kwh, _ ("At plugs of stations, a day"), COR_TRACE_WAY_PLUG);
}

void
cor_trace_swap_kwh (CorTracer *t)
{
  if (cor_tracer_cost (t))
    bought_at (t, _ ("Swapped at stations"), t->in->use.swap_kwh, _ ("In swapped batteries, a day"), COR_TRACE_WAY_SWAP);
}

/* One of the three sorts of hours lost. */
static void
add_lost (CorTracer *t, const char *symbol, const char *label, double value, CorTraceQuantity quantity)
{
  if (cor_trace_plan_of (t) != NULL)
    cor_tracer_add_own (t, symbol, label, value, _ ("h a year"), quantity, 0);
  else
    cor_tracer_add_planned (t, symbol, label, value, _ ("h a year"));
}

void
cor_trace_lost_hours (CorTracer *t)
{
  const CorUse *use;

  if (!cor_tracer_cost (t))
    return;
  use = &t->in->use;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Hours lost for energy")), "h = h<sub>C</sub> + h<sub>W</sub> + h<sub>E</sub>",
                   use->energy_hours + use->wait_hours + use->detour_hours, _ ("h a year"));
  cor_tracer_numbers (t, "# + # + #", use->energy_hours, use->wait_hours, use->detour_hours);
  add_lost (t, "h<sub>C</sub>", _ ("Charging and swapping, rest and loading left out"), use->energy_hours, COR_TRACE_CHARGING_HOURS);
  add_lost (t, "h<sub>W</sub>", _ ("Waiting"), use->wait_hours, COR_TRACE_WAIT_HOURS);
  add_lost (t, "h<sub>E</sub>", _ ("Detours"), use->detour_hours, COR_TRACE_DETOUR_HOURS);
}
