/* cor-trace-operation.c: km, energy, stops and hours of one truck, traced.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-trace-plan.h"

#include <glib/gi18n-lib.h>

static gboolean
is_electric (const CorTracer *t)
{
  return (COR_POLICY_BIT (t->truck->powertrain) & COR_POLICY_ELECTRIC) != 0;
}

double
cor_tracer_consumption (const CorTracer *t, const char **unit)
{
  switch (t->truck->powertrain)
    {
    case COR_POWERTRAIN_DIESEL:
      *unit = "L/100km";
      return t->outcome->l_per_100km;
    case COR_POWERTRAIN_FCET:
      *unit = "kg/100km";
      return t->outcome->kgh2_per_100km;
    default:
      *unit = "kWh/km";
      return t->outcome->kwh_per_km;
    }
}

double
cor_trace_plan_days (const CorRoute *route)
{
  return route->trips_per_day * route->days_per_year / MAX (1, lround (route->trips_per_day));
}

gboolean
cor_trace_route_is_of_study (const CorRoute *route)
{
  return isnan (route->trips_per_day * route->days_per_year);
}

static gboolean
is_of_study (const CorTracer *t)
{
  return isnan (t->use->transport_km) || cor_trace_route_is_of_study (t->duty->route);
}

void
cor_tracer_add_first_km (CorTracer *t, const char *symbol)
{
  if (is_of_study (t))
    cor_tracer_add_parameter (t, symbol, COR_PARAM_ANNUAL_KM, cor_tracer_model_year (t));
  else
    cor_tracer_add_own (t, symbol, _ ("Driven km of the first year"), cor_outcome_driven_km (t->outcome), _ ("km a year"), COR_TRACE_TRUCK_KM, 0);
}

void
cor_tracer_add_first_transport_km (CorTracer *t, const char *symbol)
{
  if (is_of_study (t))
    cor_tracer_add_parameter (t, symbol, COR_PARAM_ANNUAL_KM, cor_tracer_model_year (t));
  else
    cor_tracer_add_own (t, symbol, _ ("Transport km of the first year"), t->use->transport_km, _ ("km a year"), COR_TRACE_TRUCK_TRANSPORT_KM, 0);
}

void
cor_tracer_add_planned (CorTracer *t, const char *symbol, const char *label, double value, const char *unit)
{
  gboolean none = value == 0 && t->truck->plan == NULL;

  cor_tracer_add_found (t, symbol, label, value, unit, none ? COR_TRACE_BY_NONE : COR_TRACE_BY_SEARCH,
                        none ? _ ("No day of this truck is planned") : cor_trace_plan_source (t));
}

/* Trips and working days, from which km of a year follow. */
void
cor_tracer_add_trips (CorTracer *t)
{
  const CorRoute *route = t->duty->route;

  cor_tracer_add_scenario (t, "n", _ ("Trips a day and truck"), route->trips_per_day, "", &route->item);
  cor_tracer_add_scenario (t, "D", _ ("Days a year"), route->days_per_year, "", &route->item);
}

void
cor_trace_truck_km (CorTracer *t)
{
  double detour = cor_or (t->outcome->detour_km, 0);

  if (isnan (t->outcome->transport_km))
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Driven km")), "d + d<sub>E</sub>", cor_outcome_driven_km (t->outcome), _ ("km a year"));
  cor_tracer_numbers (t, "# + #", t->outcome->transport_km, detour);
  cor_tracer_add_own (t, "d", _ ("Transport km"), t->outcome->transport_km, _ ("km a year"), COR_TRACE_TRUCK_TRANSPORT_KM, 0);
  if (!isnan (t->outcome->detour_km))
    cor_tracer_add_own (t, "d<sub>E</sub>", _ ("Energy detours"), detour, _ ("km a year"), COR_TRACE_TRUCK_DETOUR, 0);
}

/* By trips on the route; else the distance a year that the study gives, as it falls with age. */
void
cor_trace_truck_transport_km (CorTracer *t)
{
  const CorRoute *route = t->duty->route;
  const CorGeometry *geometry = t->duty->geometry;
  double km = t->outcome->transport_km, trips, years = t->outcome->ownership_years;

  if (isnan (km))
    return;
  trips = route->trips_per_day * route->days_per_year;
  if (isnan (trips))
    {
      double first = cor_or (t->use->transport_km, cor_param_table_value (t->truck->table, COR_PARAM_ANNUAL_KM, cor_tracer_model_year (t)));

      cor_tracer_head (t, cor_tracer_title (t, _ ("Transport km")), "d = d<sub>1</sub> · Σ f<sub>y</sub> ÷ N", km, _ ("km a year"));
      cor_tracer_numbers (t, "# · # ÷ #", first, km * years / first, years);
      cor_tracer_add_parameter (t, "d<sub>1</sub>", COR_PARAM_ANNUAL_KM, cor_tracer_model_year (t));
      if (cor_tracer_cost (t))
        cor_tracer_add_own (t, "f<sub>y</sub>", _ ("Use left in the last year"), t->in->fade[t->in->n_years], "", COR_TRACE_USE_LEFT, t->in->n_years);
      cor_tracer_add_own (t, "N", _ ("Years of ownership"), years, "", COR_TRACE_TRUCK_OWNERSHIP, 0);
      return;
    }
  cor_tracer_head (t, cor_tracer_title (t, _ ("Transport km")), "d = n · D · ℓ", km, _ ("km a year"));
  cor_tracer_numbers (t, "# · # · #", route->trips_per_day, route->days_per_year, km / trips);
  cor_tracer_add_trips (t);
  if (!isnan (route->distance_km))
    cor_tracer_add_scenario (t, "ℓ", route->round_trip ? _ ("Distance there and back, as given one way") : _ ("Distance one way, as given"),
                             km / trips, "km", &route->item);
  else
    cor_tracer_add_found (t, "ℓ", geometry->back != NULL ? _ ("Length of the way there and back") : _ ("Length of the way there"), km / trips, "km",
                          COR_TRACE_BY_ROADS, _ ("The road network in use: the way that costs least time and toll and fits the truck"));
}

void
cor_trace_truck_detour (CorTracer *t)
{
  const CorPlan *plan = t->year == t->results->year ? t->truck->plan : NULL;
  const CorRoute *route = t->duty->route;
  double days = cor_trace_plan_days (route);

  if (isnan (t->outcome->detour_km))
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Energy detours")), "d<sub>E</sub> = Σ [d(O,s) + d(s,D) − d(O,D)] · D", t->outcome->detour_km,
                   _ ("km a year"));
  if (isnan (days) || days <= 0)
    cor_tracer_numbers (t, "#", t->outcome->detour_km);
  else
    cor_tracer_numbers (t, "# · #", t->outcome->detour_km / days, days);
  for (guint i = 0; plan != NULL && i < plan->n_stops; i++)
    {
      guint n;
      const CorItem *const *stations = cor_scenario_items (t->results->scenario, COR_ITEM_STATION, &n);
      int at = plan->stops[i].station;

      if (at >= 0 && (guint) at < n)
        cor_tracer_add_own (t, "", cor_item_label (stations[at], t->zh), plan->stops[i].detour_m / 1000, _ ("km a stop"), COR_TRACE_STOP_DETOUR, i);
    }
  if (plan == NULL)
    cor_tracer_add_planned (t, "", _ ("Detours a day"), days > 0 ? t->outcome->detour_km / days : 0, "km");
  if (!isnan (days))
    cor_tracer_add_trips (t);
}

void
cor_trace_truck_detour_share (CorTracer *t)
{
  double share = cor_outcome_detour_share (t->outcome);

  if (isnan (share))
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Detour share")), "d<sub>E</sub> ÷ (d + d<sub>E</sub>)", share, "1");
  cor_tracer_numbers (t, "# ÷ #", t->outcome->detour_km, cor_outcome_driven_km (t->outcome));
  cor_tracer_add_own (t, "d<sub>E</sub>", _ ("Energy detours"), t->outcome->detour_km, _ ("km a year"), COR_TRACE_TRUCK_DETOUR, 0);
  cor_tracer_add_own (t, "d + d<sub>E</sub>", _ ("Driven km"), cor_outcome_driven_km (t->outcome), _ ("km a year"), COR_TRACE_TRUCK_KM, 0);
}

void
cor_trace_truck_bought (CorTracer *t)
{
  gboolean electric = is_electric (t);
  double km = cor_outcome_driven_km (t->outcome), eta, use;
  const char *unit;

  if (isnan (t->outcome->energy))
    return;
  use = cor_tracer_consumption (t, &unit);
  cor_tracer_head (t, cor_tracer_title (t, _ ("Energy bought")),
                   electric ? "Q = (d + d<sub>E</sub>) · c ÷ η" : "Q = (d + d<sub>E</sub>) · c ÷ 100", t->outcome->energy,
                   electric                                          ? _ ("kWh a year")
                   : t->truck->powertrain == COR_POWERTRAIN_DIESEL ? _ ("L a year")
                                                                     : _ ("kg a year"));
  cor_tracer_add_own (t, "d + d<sub>E</sub>", _ ("Driven km"), km, _ ("km a year"), COR_TRACE_TRUCK_KM, 0);
  cor_tracer_add_own (t, "c", _ ("Energy use"), use, unit, COR_TRACE_TRUCK_ENERGY, 0);
  eta = electric ? cor_tracer_add_parameter (t, "η", COR_PARAM_CHARGING_EFFICIENCY, cor_tracer_model_year (t)) : 100;
  cor_tracer_numbers (t, "# · # ÷ #", km, use, cor_or (eta, 1));
}

double
cor_tracer_add_whole_trips (CorTracer *t)
{
  double trips = MAX (1, lround (t->duty->route->trips_per_day));

  cor_tracer_add_found (t, "z", _ ("Whole trips of the plan"), trips, "", COR_TRACE_BY_SETTING, _ ("A day is planned with the trips a day made whole, at least one"));
  return trips;
}

/* Stops and time come from the plan of the day. */
static void
add_plan (CorTracer *t)
{
  static const CorParamId ids[] = { COR_PARAM_BATTERY, COR_PARAM_SOC_MIN, COR_PARAM_SOC_MAX, COR_PARAM_RESERVE, COR_PARAM_DEPOT_POWER,
                                    COR_PARAM_PLAN_TIME, COR_PARAM_PLAN_DETOUR };

  cor_tracer_add_parameters (t, ids, G_N_ELEMENTS (ids));
  cor_tracer_add_whole_trips (t);
  cor_tracer_add_scenario (t, "n", _ ("Trips a day and truck"), t->duty->route->trips_per_day, "", &t->duty->route->item);
}

void
cor_trace_truck_stops (CorTracer *t)
{
  double trips = MAX (1, lround (t->duty->route->trips_per_day)), value = t->outcome->stops_per_trip;

  if (isnan (value))
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Stops for energy a trip")), "S ÷ z", value, "");
  cor_tracer_numbers (t, "# ÷ #", value * trips, trips);
  cor_tracer_add_planned (t, "S", _ ("Stops of the day"), value * trips, "");
  add_plan (t);
}

void
cor_trace_truck_hours (CorTracer *t)
{
  double trips = MAX (1, lround (t->duty->route->trips_per_day)), value = t->outcome->energy_h_per_trip;

  if (isnan (value))
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Time for energy a trip")),
                   "L ÷ 60 ÷ z", value, "h");
  cor_tracer_numbers (t, "# ÷ 60 ÷ #", value * trips * 60, trips);
  if (cor_trace_plan_of (t) != NULL)
    cor_tracer_add_own (t, "L", _ ("Time lost to energy"), value * trips * 60, "min", COR_TRACE_DAY_LOST, 0);
  else
    cor_tracer_add_planned (t, "L", _ ("Time lost to energy"), value * trips * 60, "min");
  add_plan (t);
}

void
cor_trace_peak (CorTracer *t)
{
  if (isnan (t->use->depot_peak_kw))
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Billed peak power")), "Σ p<sub>m</sub> · P<sub>m</sub> ÷ Σ p<sub>m</sub>", t->use->depot_peak_kw, "kW");
  cor_tracer_numbers (t, "#", t->use->depot_peak_kw);
  cor_tracer_add_parameter (t, "", COR_PARAM_DEPOT_POWER, cor_tracer_model_year (t));
  cor_tracer_add_found (t, "P<sub>m</sub>", _ ("Highest mean power of a quarter of an hour of a month, mean of the months by what they charge for a kW"), t->use->depot_peak_kw, "kW", COR_TRACE_BY_SEARCH,
                        _ ("Charging plan; at the depot over all hours of the cheapest price, as slowly as they allow"));
}

void
cor_trace_tolled_km (CorTracer *t)
{
  const CorRoute *route = t->duty->route;
  const CorUse *use;

  if (!cor_tracer_cost (t))
    return;
  use = &t->in->use;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Tolled km")), "d · t + d<sub>E</sub> · t<sub>E</sub>", cor_tco_tolled_km (t->in), _ ("km a year"));
  cor_tracer_numbers (t, "# · # + # · #", use->transport_km, use->toll_share, use->detour_km, use->detour_toll_share);
  cor_tracer_add_first_transport_km (t, "d");
  if (!isnan (route->tolled_share))
    cor_tracer_add_scenario (t, "t", _ ("Tolled share of the distance"), use->toll_share, "1", &route->item);
  else if (!isnan (t->use->toll_share))
    cor_tracer_add_found (t, "t", _ ("Tolled share of the distance"), use->toll_share, "1", COR_TRACE_BY_ROADS, _ ("The road network in use: length of tolled roads"));
  else
    cor_tracer_add_parameter (t, "t", COR_PARAM_TOLLED, cor_tracer_model_year (t));
  if (!isnan (t->outcome->detour_km))
    cor_tracer_add_own (t, "d<sub>E</sub>", _ ("Energy detours"), use->detour_km, _ ("km a year"), COR_TRACE_TRUCK_DETOUR, 0);
  else
    cor_tracer_add_planned (t, "d<sub>E</sub>", _ ("Energy detours"), use->detour_km, _ ("km a year"));
  if (use->detour_km > 0)
    cor_tracer_add_found (t, "t<sub>E</sub>", _ ("Tolled share of detours"), use->detour_toll_share, "1", COR_TRACE_BY_ROADS, _ ("The road network in use: length of tolled roads"));
}
