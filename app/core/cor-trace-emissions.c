/* cor-trace-emissions.c: emissions and transport activity of one truck, traced.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-trace-private.h"

#include "cor-emissions.h"

#include <glib/gi18n-lib.h>

gboolean
cor_tracer_green_counts (const CorFactorChoice *choice)
{
  return choice->green_share > 0 && choice->green != NULL && choice->grid->scope == COR_SCOPE_LIFE_CYCLE;
}

/* The electricity factor less its green share; the name of the factor in the formula is @symbol. */
void
cor_tracer_add_electricity (CorTracer *t, const CorFactorChoice *choice, const char *symbol)
{
  const CorHead *head = cor_scenario_head (t->results->scenario);
  int year = cor_tracer_model_year (t);

  cor_tracer_add_factor (t, symbol, choice->grid, cor_factor_total (choice->grid, year), "kg CO₂e/kWh");
  cor_tracer_add_scenario (t, "g", _ ("Green power share"), choice->green_share, "1", &head->item);
  if (cor_tracer_green_counts (choice))
    cor_tracer_add_factor (t, "w", choice->green, cor_factor_total (choice->green, year), "kg CO₂e/kWh");
}

static void
electric_emissions (CorTracer *t, const CorFactorChoice *choice, char *title)
{
  int year = cor_tracer_model_year (t);
  double grid = cor_factor_total (choice->grid, year), g = choice->green_share;
  gboolean green = cor_tracer_green_counts (choice);

  cor_tracer_head (t, title, green ? "E = Q · (f · (1 − g) + w · g)" : "E = Q · f · (1 − g)", t->outcome->wtw_kg, _ ("kg CO₂e a year"));
  if (green)
    cor_tracer_numbers (t, "# · (# · (1 − #) + # · #)", t->outcome->energy, grid, g, cor_factor_total (choice->green, year), g);
  else
    cor_tracer_numbers (t, "# · # · (1 − #)", t->outcome->energy, grid, g);
  cor_tracer_add_own (t, "Q", _ ("Electricity bought"), t->outcome->energy, _ ("kWh a year"), COR_TRACE_TRUCK_BOUGHT, 0);
  cor_tracer_add_electricity (t, choice, "f");
}

static void
hydrogen_emissions (CorTracer *t, const CorFactorChoice *choice, char *title)
{
  int year = cor_tracer_model_year (t);
  const CorFactor *factor = choice->hydrogen;
  double green = cor_tracer_green_counts (choice) ? cor_factor_total (choice->green, year) : 0;

  cor_tracer_head (t, title, factor->grid_kwh_per_unit > 0 ? "E = Q · (f + k · (f<sub>g</sub> · (1 − g) + w · g))" : "E = Q · f", t->outcome->wtw_kg,
                   _ ("kg CO₂e a year"));
  cor_tracer_add_own (t, "Q", _ ("Hydrogen bought"), t->outcome->energy, _ ("kg a year"), COR_TRACE_TRUCK_BOUGHT, 0);
  cor_tracer_add_factor (t, "f", factor, cor_factor_total (factor, year), "kg CO₂e/kg");
  if (!(factor->grid_kwh_per_unit > 0))
    {
      cor_tracer_numbers (t, "# · #", t->outcome->energy, cor_factor_total (factor, year));
      return;
    }
  cor_tracer_numbers (t, "# · (# + # · (# · (1 − #) + # · #))", t->outcome->energy, cor_factor_total (factor, year), factor->grid_kwh_per_unit,
                      cor_factor_total (choice->grid, year), choice->green_share, green, choice->green_share);
  cor_tracer_add_factor (t, "k", factor, factor->grid_kwh_per_unit, "kWh/kg");
  cor_tracer_add_electricity (t, choice, "f<sub>g</sub>");
}

void
cor_trace_truck_emissions (CorTracer *t)
{
  char *title;
  CorFactorChoice choice;
  double f;

  if (isnan (t->outcome->wtw_kg))
    return;
  title = cor_tracer_title (t, _ ("Emissions, well to wheel"));
  cor_factor_choice_init (t->results, &choice);
  if (t->truck->powertrain == COR_POWERTRAIN_FCET)
    hydrogen_emissions (t, &choice, title);
  else if (t->truck->powertrain != COR_POWERTRAIN_DIESEL)
    electric_emissions (t, &choice, title);
  else
    {
      f = cor_factor_total (choice.diesel, cor_tracer_model_year (t));
      cor_tracer_head (t, title, "E = Q · f", t->outcome->wtw_kg, _ ("kg CO₂e a year"));
      cor_tracer_numbers (t, "# · #", t->outcome->energy, f);
      cor_tracer_add_own (t, "Q", _ ("Diesel bought"), t->outcome->energy, _ ("L a year"), COR_TRACE_TRUCK_BOUGHT, 0);
      cor_tracer_add_factor (t, "f", choice.diesel, f, "kg CO₂e/L");
    }
}

/* What leaves the truck itself: of diesel the part that is burnt, of all others nothing. */
void
cor_trace_truck_direct (CorTracer *t)
{
  CorFactorChoice choice;
  double f;

  if (isnan (t->outcome->direct_kg))
    return;
  cor_factor_choice_init (t->results, &choice);
  f = t->outcome->energy > 0 ? t->outcome->direct_kg / t->outcome->energy : 0;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Emissions from the truck itself")), "Q · f<sub>t</sub>", t->outcome->direct_kg, _ ("kg CO₂e a year"));
  cor_tracer_numbers (t, "# · #", t->outcome->energy, f);
  cor_tracer_add_own (t, "Q", _ ("Energy bought"), t->outcome->energy, _ ("units a year"), COR_TRACE_TRUCK_BOUGHT, 0);
  cor_tracer_add_factor (t, "f<sub>t</sub>", cor_factor_choice_main (&choice, t->truck->powertrain), f, _ ("kg CO₂e a unit"));
}

/* What the supply of the energy emits: all but what leaves the truck. */
void
cor_trace_truck_supply (CorTracer *t)
{
  if (isnan (t->outcome->wtw_kg))
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Emissions of energy supply, well to tank")), "E − E<sub>t</sub>",
                   t->outcome->wtw_kg - t->outcome->direct_kg, _ ("kg CO₂e a year"));
  cor_tracer_numbers (t, "# − #", t->outcome->wtw_kg, t->outcome->direct_kg);
  cor_tracer_add_own (t, "E", _ ("Emissions, well to wheel"), t->outcome->wtw_kg, _ ("kg CO₂e a year"), COR_TRACE_TRUCK_EMISSIONS, 0);
  cor_tracer_add_own (t, "E<sub>t</sub>", _ ("Emissions from the truck itself"), t->outcome->direct_kg, _ ("kg CO₂e a year"), COR_TRACE_TRUCK_DIRECT, 0);
}

void
cor_trace_truck_detour_emissions (CorTracer *t)
{
  double share = cor_outcome_detour_share (t->outcome);

  if (isnan (t->outcome->detour_kg))
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Emissions of energy detours")), "E · s", t->outcome->detour_kg, _ ("kg CO₂e a year"));
  cor_tracer_numbers (t, "# · #", t->outcome->wtw_kg, share);
  cor_tracer_add_own (t, "E", _ ("Emissions, well to wheel"), t->outcome->wtw_kg, _ ("kg CO₂e a year"), COR_TRACE_TRUCK_EMISSIONS, 0);
  cor_tracer_add_own (t, "s", _ ("Detour share"), share, "1", COR_TRACE_TRUCK_DETOUR_SHARE, 0);
}

void
cor_trace_truck_intensity (CorTracer *t)
{
  if (!(t->outcome->tkm > 0) || isnan (t->outcome->wtw_kg))
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Emissions by transport activity")), "E · 1000 ÷ A", t->outcome->wtw_kg * 1000 / t->outcome->tkm, "g/tkm");
  cor_tracer_numbers (t, "# · 1000 ÷ #", t->outcome->wtw_kg, t->outcome->tkm);
  cor_tracer_add_own (t, "E", _ ("Emissions, well to wheel"), t->outcome->wtw_kg, _ ("kg CO₂e a year"), COR_TRACE_TRUCK_EMISSIONS, 0);
  cor_tracer_add_own (t, "A", _ ("Transport activity"), t->outcome->tkm, _ ("tkm a year"), COR_TRACE_TRUCK_TKM, 0);
}

/* Activity counts transport km only: a detour makes the intensity worse, not the activity larger. */
void
cor_trace_truck_tkm (CorTracer *t)
{
  double load;

  if (!(t->outcome->tkm > 0) || t->duty->route == NULL)
    return;
  load = t->outcome->tkm / t->outcome->transport_km;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Transport activity")), "A = d · m", t->outcome->tkm, _ ("tkm a year"));
  cor_tracer_numbers (t, "# · #", t->outcome->transport_km, load);
  cor_tracer_add_own (t, "d", _ ("Transport km"), t->outcome->transport_km, _ ("km a year"), COR_TRACE_TRUCK_TRANSPORT_KM, 0);
  cor_tracer_add_own (t, "m", _ ("Mean load over the transport km, by the distance that activity counts on"), load, "t", COR_TRACE_MEAN_LOAD, 0);
}

/* A distance of the route as it is given, measured on the roads, or as the crow flies. */
static void
add_distance (CorTracer *t, const char *symbol, const char *label, double km, gboolean crow)
{
  const CorRoute *route = t->duty->route;

  if (crow)
    cor_tracer_add_found (t, symbol, label, km, "km", COR_TRACE_BY_ROADS, _ ("Great-circle distance between both ends"));
  else if (!isnan (route->distance_km))
    cor_tracer_add_scenario (t, symbol, label, km, "km", &route->item);
  else
    cor_tracer_add_found (t, symbol, label, km, "km", COR_TRACE_BY_ROADS, _ ("The road network in use: the way that costs least time and toll and fits the truck"));
}

/* ISO 14083: payload times the shortest feasible or the great-circle distance; here by the km that are driven with it. */
void
cor_trace_mean_load (CorTracer *t)
{
  const CorRoute *route = t->duty->route;
  const CorGeometry *geometry = t->duty->geometry;
  gboolean crow = cor_scenario_head (t->results->scenario)->activity == COR_ACTIVITY_GCD, placed;
  double loads[2] = { route->payload_out_t, route->round_trip ? route->payload_back_t : 0 }, way[2] = { NAN, NAN }, load, counted;

  if (!(t->outcome->tkm > 0))
    return;
  load = t->outcome->tkm / t->outcome->transport_km;
  placed = !isnan (route->distance_km) || geometry->out != NULL;
  if (!isnan (route->distance_km))
    way[0] = way[1] = route->distance_km;
  else if (placed)
    {
      way[0] = geometry->out->length_m / 1000;
      way[1] = geometry->back != NULL ? geometry->back->length_m / 1000 : 0;
    }
  way[1] = route->round_trip || isnan (route->distance_km) ? way[1] : 0;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Mean load over the transport km")), route->round_trip ? "(L<sub>1</sub> + L<sub>2</sub>) ÷ 2" : "L<sub>1</sub>", load, "t");
  cor_tracer_add_scenario (t, "L<sub>1</sub>", _ ("Payload out"), loads[0], "t", &route->item);
  if (route->round_trip)
    cor_tracer_add_scenario (t, "L<sub>2</sub>", _ ("Payload back"), loads[1], "t", &route->item);
  if (!placed)
    {
      cor_tracer_numbers (t, route->round_trip ? "(# + #) ÷ 2" : "#", loads[0], loads[1]);
      return;
    }
  add_distance (t, "d<sub>1</sub>", _ ("Distance out"), way[0], FALSE);
  if (way[1] > 0)
    add_distance (t, "d<sub>2</sub>", _ ("Distance back"), way[1], FALSE);
  cor_tracer_formula (t, crow ? "(L<sub>1</sub> + L<sub>2</sub>) · d<sub>0</sub> ÷ (d<sub>1</sub> + d<sub>2</sub>)"
                              : "(L<sub>1</sub> · d<sub>1</sub> + L<sub>2</sub> · d<sub>2</sub>) ÷ (d<sub>1</sub> + d<sub>2</sub>)");
  if (!crow)
    {
      cor_tracer_numbers (t, "(# · # + # · #) ÷ (# + #)", loads[0], way[0], loads[1], way[1], way[0], way[1]);
      return;
    }
  counted = load * (way[0] + way[1]) / (loads[0] + loads[1]);
  add_distance (t, "d<sub>0</sub>", _ ("Distance that activity counts on"), counted, TRUE);
  cor_tracer_numbers (t, "(# + #) · # ÷ (# + #)", loads[0], loads[1], counted, way[0], way[1]);
}

static void
exhaust (CorTracer *t, const char *title, double value, CorParamId limit)
{
  int year = cor_tracer_model_year (t);
  double shaft, g;

  if (isnan (value))
    return;
  if (t->truck->powertrain != COR_POWERTRAIN_DIESEL)
    {
      cor_tracer_head (t, cor_tracer_title (t, title), "0", value, _ ("kg a year"));
      cor_tracer_numbers (t, "#", value);
      cor_tracer_add_found (t, "", _ ("Fuel burnt in an engine"), 0, _ ("L a year"), COR_TRACE_BY_NONE, _ ("A truck without an engine has no exhaust"));
      return;
    }
  limit += t->truck->truck->emission_standard;
  shaft = cor_param_table_value (t->truck->table, COR_PARAM_SHAFT_ENERGY, year);
  g = cor_param_table_value (t->truck->table, limit, year);
  cor_tracer_head (t, cor_tracer_title (t, title), "Q · w · g ÷ 1000", value, _ ("kg a year"));
  cor_tracer_numbers (t, "# · # · # ÷ 1000", t->outcome->energy, shaft, g);
  cor_tracer_add_own (t, "Q", _ ("Diesel bought"), t->outcome->energy, _ ("L a year"), COR_TRACE_TRUCK_BOUGHT, 0);
  cor_tracer_add_parameter (t, "w", COR_PARAM_SHAFT_ENERGY, year);
  cor_tracer_add_parameter (t, "g", limit, year);
}

void
cor_trace_truck_nox (CorTracer *t)
{
  exhaust (t, _ ("NOx from the exhaust"), t->outcome->nox_kg, COR_PARAM_NOX_CHINA_III);
}

void
cor_trace_truck_pm (CorTracer *t)
{
  exhaust (t, _ ("Particles from the exhaust"), t->outcome->pm_kg, COR_PARAM_PM_CHINA_III);
}

/* The part of a year of making something: @mass of it times its factor, by km of a life. */
static void
making (CorTracer *t, char *title, const char *formula, double value)
{
  cor_tracer_head (t, title, formula, value, _ ("kg CO₂e a year"));
  cor_tracer_add_own (t, "d", _ ("Driven km"), cor_outcome_driven_km (t->outcome), _ ("km a year"), COR_TRACE_TRUCK_KM, 0);
  cor_tracer_add_parameter (t, "L", COR_PARAM_MAKING_LIFE, cor_tracer_model_year (t));
}

void
cor_trace_truck_making (CorTracer *t)
{
  int year = cor_tracer_model_year (t);
  double kerb, trailer, f;

  if (isnan (t->outcome->vehicle_making_kg))
    return;
  making (t, cor_tracer_title (t, _ ("Making of the vehicle")), "(m + m<sub>t</sub>) · f · d ÷ L", t->outcome->vehicle_making_kg);
  kerb = cor_tracer_add_parameter (t, "m", COR_PARAM_KERB_MASS, year);
  trailer = cor_or (cor_tracer_add_parameter (t, "m<sub>t</sub>", COR_PARAM_TRAILER_MASS, year), 0);
  f = cor_tracer_add_parameter (t, "f", COR_PARAM_VEHICLE_MAKING, year);
  cor_tracer_numbers (t, "(# + #) · # · # ÷ #", kerb, trailer, f, cor_outcome_driven_km (t->outcome),
                      cor_param_table_value (t->truck->table, COR_PARAM_MAKING_LIFE, year));
}

void
cor_trace_truck_battery_making (CorTracer *t)
{
  int year = cor_tracer_model_year (t);
  double kwh, f;

  if (!(t->outcome->battery_making_kg > 0))
    return;
  making (t, cor_tracer_title (t, _ ("Making of the battery")), "B · f · d ÷ L", t->outcome->battery_making_kg);
  kwh = cor_tracer_add_parameter (t, "B", COR_PARAM_BATTERY, year);
  f = cor_tracer_add_parameter (t, "f", COR_PARAM_BATTERY_MAKING, year);
  cor_tracer_numbers (t, "# · # · # ÷ #", kwh, f, cor_outcome_driven_km (t->outcome),
                      cor_param_table_value (t->truck->table, COR_PARAM_MAKING_LIFE, year));
}
