/* cor-trace-energy.c: what a truck takes on a km, traced: as given, or from road load.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-energy.h"
#include "cor-trace-plan.h"

#include <glib/gi18n-lib.h>

/* By km: @wheel, @braked in kWh at the wheels, @hours; @factor on all: of heat and cold, of practice. */
typedef struct
{
  CorVehicleEnergy vehicle;
  double wheel, braked, hours;
  double thermal, practice;
} RoadLoad;

static void
add_day (CorTracer *t, double share)
{
  cor_tracer_add_found (t, "k", _ ("The day against the mean over the route"), share, "", COR_TRACE_BY_SEARCH, cor_trace_plan_source (t));
}

static void
given_energy (CorTracer *t, double value)
{
  gboolean electric = (COR_POLICY_BIT (t->truck->powertrain) & COR_POLICY_ELECTRIC) != 0;
  CorParamId id = t->truck->powertrain == COR_POWERTRAIN_DIESEL ? COR_PARAM_DIESEL_USE : electric ? COR_PARAM_ENERGY_USE : COR_PARAM_HYDROGEN_USE;
  double given = cor_tracer_add_parameter (t, "c", id, cor_tracer_model_year (t));

  if (fabs (given - value) < 1e-9 * value)
    {
      cor_tracer_numbers (t, "#", given);
      return;
    }
  cor_tracer_formula (t, "c · k");
  cor_tracer_numbers (t, "# · #", given, value / given);
  add_day (t, value / given);
}

/* The work over the route there and back; FALSE where the route or a figure is not known. */
static gboolean
road_load (const CorTracer *t, RoadLoad *out)
{
  const CorGeometry *geometry = t->duty->geometry;
  const CorRoute *route = t->duty->route;
  const CorHead *head = cor_scenario_head (t->results->scenario);
  const CorPath *ways[] = { geometry != NULL ? geometry->out : NULL, geometry != NULL ? geometry->back : NULL };
  double row[COR_N_PARAMS], celsius = isnan (head->temperature_c) ? 20 : head->temperature_c, km;
  CorEnergyUse trip = { 0 };

  cor_param_table_fill (t->truck->table, cor_tracer_model_year (t), row);
  if (ways[0] == NULL || t->results->base != NULL || cor_vehicle_energy_fill (row, t->truck->powertrain, &out->vehicle) != NULL || out->vehicle.flat)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (ways) && ways[i] != NULL; i++)
    {
      CorEnergyUse use = cor_energy_path (&out->vehicle, ways[i], i == 0 ? route->payload_out_t : route->payload_back_t, celsius);

      cor_energy_use_add (&trip, &use);
    }
  km = trip.length_m / 1000;
  out->wheel = trip.wheel_kwh / km;
  out->braked = trip.braked_kwh / km;
  out->hours = trip.duration_s / 3600 / km;
  out->thermal = cor_vehicle_energy_thermal (&out->vehicle, celsius);
  out->practice = out->vehicle.scale;
  return TRUE;
}

/* What the work of the wheels follows from. */
static void
add_road_load (CorTracer *t)
{
  static const CorParamId ids[] = { COR_PARAM_KERB_MASS, COR_PARAM_TRAILER_MASS, COR_PARAM_BATTERY, COR_PARAM_BATTERY_DENSITY, COR_PARAM_DRAG_AREA,
                                    COR_PARAM_ROLLING,   COR_PARAM_COLD_LOSS,    COR_PARAM_HOT_LOSS };
  const CorRoute *route = t->duty->route;

  cor_tracer_add_parameters (t, ids, G_N_ELEMENTS (ids));
  cor_tracer_add_scenario (t, "", _ ("Payload out"), route->payload_out_t, "t", &route->item);
  cor_tracer_add_scenario (t, "", _ ("Payload back"), route->payload_back_t, "t", &route->item);
}

/* The efficiencies, and of a fuel the energy in a unit of it and how many are told, 100 km of them. */
static void
add_drive (CorTracer *t, const RoadLoad *load)
{
  const char *road = _ ("The way piece by piece: rolling, air, slope, and speeding up that is braked away again (Gillespie 1992)");
  CorPowertrain powertrain = t->truck->powertrain;
  int year = cor_tracer_model_year (t);

  cor_tracer_add_found (t, "W", _ ("Work of the wheels that drive"), load->wheel, "kWh/km", COR_TRACE_BY_ROADS, road);
  cor_tracer_add_parameter (t, "η<sub>D</sub>", COR_PARAM_DRIVE_EFFICIENCY, year);
  cor_tracer_add_parameter (t, "P", COR_PARAM_AUXILIARIES, year);
  cor_tracer_add_found (t, "t", _ ("Driving time"), load->hours, "h/km", COR_TRACE_BY_ROADS, road);
  if (load->vehicle.battery_efficiency != 1)
    cor_tracer_add_parameter (t, "η<sub>B</sub>", COR_PARAM_BATTERY_EFFICIENCY, year);
  if (load->vehicle.regeneration_share > 0)
    {
      cor_tracer_add_parameter (t, "ρ", COR_PARAM_REGENERATION, year);
      cor_tracer_add_found (t, "B", _ ("Braked at the wheels"), load->braked, "kWh/km", COR_TRACE_BY_ROADS, road);
    }
  if (powertrain == COR_POWERTRAIN_DIESEL || powertrain == COR_POWERTRAIN_FCET)
    {
      gboolean diesel = powertrain == COR_POWERTRAIN_DIESEL;

      cor_tracer_add_parameter (t, "η<sub>S</sub>", diesel ? COR_PARAM_ENGINE_EFFICIENCY : COR_PARAM_FUEL_CELL_EFFICIENCY, year);
      cor_tracer_add_parameter (t, "H", diesel ? COR_PARAM_DIESEL_ENERGY : COR_PARAM_HYDROGEN_ENERGY, year);
    }
}

/*
 * Work of the wheels and auxiliaries, less what braking gives back, by the efficiencies; times what heat and cold add, what
 * trucks take in practice, and the day with its detours and, of a fuel, slopes that give none back.
 */
static void
calculated_energy (CorTracer *t, const RoadLoad *load, double value)
{
  const CorVehicleEnergy *v = &load->vehicle;
  gboolean fuel = t->truck->powertrain == COR_POWERTRAIN_DIESEL || t->truck->powertrain == COR_POWERTRAIN_FCET;
  double net = (load->wheel / v->drive_efficiency + v->auxiliary_w / 1000 * load->hours) / v->battery_efficiency - v->regeneration_share * load->braked;
  double units = net / (v->source_efficiency * v->energy_per_unit_kwh) * (fuel ? 100 : 1), k = value / (units * load->thermal * load->practice);

  gboolean day = fabs (k - 1) > 1e-9;
  g_autofree char *formula = g_strconcat (!fuel            ? "((W ÷ η<sub>D</sub> + P · t) ÷ η<sub>B</sub> − ρ · B) ÷ (1 − l) · s"
                                          : v->regeneration_share > 0 ? "100 · (W ÷ η<sub>D</sub> + P · t − ρ · B) ÷ (η<sub>S</sub> · H) · s"
                                                                      : "100 · (W ÷ η<sub>D</sub> + P · t) ÷ (η<sub>S</sub> · H) · s",
                                          day ? " · k" : NULL, NULL);

  cor_tracer_formula (t, formula);
  if (!fuel)
    cor_tracer_numbers (t, day ? "((# ÷ # + # · #) ÷ # − # · #) ÷ (1 − #) · # · #" : "((# ÷ # + # · #) ÷ # − # · #) ÷ (1 − #) · #", load->wheel,
                        v->drive_efficiency, v->auxiliary_w / 1000, load->hours, v->battery_efficiency, v->regeneration_share, load->braked,
                        1 - 1 / load->thermal, load->practice, k);
  else if (v->regeneration_share > 0)
    cor_tracer_numbers (t, day ? "100 · (# ÷ # + # · # − # · #) ÷ (# · #) · # · #" : "100 · (# ÷ # + # · # − # · #) ÷ (# · #) · #", load->wheel,
                        v->drive_efficiency, v->auxiliary_w / 1000, load->hours, v->regeneration_share, load->braked, v->source_efficiency,
                        v->energy_per_unit_kwh, load->practice, k);
  else
    cor_tracer_numbers (t, day ? "100 · (# ÷ # + # · #) ÷ (# · #) · # · #" : "100 · (# ÷ # + # · #) ÷ (# · #) · #", load->wheel, v->drive_efficiency,
                        v->auxiliary_w / 1000, load->hours, v->source_efficiency, v->energy_per_unit_kwh, load->practice, k);
  add_drive (t, load);
  if (!fuel)
    cor_tracer_add_found (t, "l", _ ("Range lost to heat or cold"), 1 - 1 / load->thermal, "1", COR_TRACE_BY_ENTRY,
                          _ ("Read off the losses below at the temperature of this scenario"));
  cor_tracer_add_parameter (t, "s", COR_PARAM_PRACTICE, cor_tracer_model_year (t));
  if (day)
    add_day (t, k);
  add_road_load (t);
}

void
cor_trace_truck_energy (CorTracer *t)
{
  const char *unit;
  double value = cor_tracer_consumption (t, &unit);
  RoadLoad load;

  if (isnan (value))
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Energy use")), "c", value, unit);
  cor_tracer_numbers (t, "#", value);
  if (t->outcome->measured)
    given_energy (t, value);
  else if (road_load (t, &load))
    calculated_energy (t, &load, value);
  else
    {
      cor_tracer_formula (t, _ ("calculated: rolling + air + grade + braking + auxiliaries, over the route"));
      add_road_load (t);
    }
}
