/* cor-energy.c: energy a truck needs on a road, from road load or as measured.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-energy.h"

#include <math.h>

/* Standard acceleration of free fall, m/s², exact (3rd CGPM, 1901). */
#define GRAVITY 9.80665
#define KM_H_PER_M_S 3.6

/* Zero of the Celsius scale and the temperature that air density is given for, K. */
#define KELVIN 273.15
#define AIR_KELVIN (KELVIN + 15.0)
#define JOULE_PER_KWH 3.6e6

static const CorParamId road_load_params[] = {
  COR_PARAM_KERB_MASS,        COR_PARAM_DRAG_AREA,        COR_PARAM_ROLLING,
  COR_PARAM_ROTATING,         COR_PARAM_AIR_DENSITY,      COR_PARAM_BRAKING_MOTORWAY,
  COR_PARAM_BRAKING_TRUNK,    COR_PARAM_BRAKING_PRIMARY,  COR_PARAM_BRAKING_SECONDARY,
  COR_PARAM_BRAKING_LOCAL,    COR_PARAM_DRIVE_EFFICIENCY, COR_PARAM_AUXILIARIES,
};

static const CorParamId electric_params[] = {
  COR_PARAM_DIESEL_DRIVE_MASS, COR_PARAM_ELECTRIC_DRIVE_MASS, COR_PARAM_BATTERY,
  COR_PARAM_BATTERY_DENSITY,   COR_PARAM_REGENERATION,
};

static const CorParamId battery_params[] = {
  COR_PARAM_BATTERY_EFFICIENCY, COR_PARAM_COLD, COR_PARAM_COLD_LOSS, COR_PARAM_MILD_FROM,
  COR_PARAM_MILD_TO,            COR_PARAM_HOT,  COR_PARAM_HOT_LOSS,
};

static const CorParamId fuel_cell_params[] = {
  COR_PARAM_FUEL_CELL_POWER,    COR_PARAM_FUEL_CELL_DENSITY,    COR_PARAM_HYDROGEN_TANK,
  COR_PARAM_HYDROGEN_TANK_MASS, COR_PARAM_FUEL_CELL_EFFICIENCY, COR_PARAM_HYDROGEN_ENERGY,
};

static const CorParamId diesel_params[] = { COR_PARAM_ENGINE_EFFICIENCY, COR_PARAM_DIESEL_ENERGY };

static const CorParamInfo *
first_missing (const double *params, const CorParamId *ids, guint n)
{
  for (guint i = 0; i < n; i++)
    if (isnan (params[ids[i]]))
      return cor_param_info (ids[i]);
  return NULL;
}

#define MISSING(list) first_missing (params, list, G_N_ELEMENTS (list))

static gboolean
runs_on_battery (CorPowertrain powertrain)
{
  return powertrain == COR_POWERTRAIN_BET || powertrain == COR_POWERTRAIN_BET_SWAP;
}

static const CorParamInfo *
vehicle_missing (const double *params, CorPowertrain powertrain)
{
  const CorParamInfo *missing = MISSING (road_load_params);

  if (missing == NULL && powertrain == COR_POWERTRAIN_DIESEL)
    missing = MISSING (diesel_params);
  if (missing == NULL && powertrain != COR_POWERTRAIN_DIESEL)
    missing = MISSING (electric_params);
  if (missing == NULL && runs_on_battery (powertrain))
    missing = MISSING (battery_params);
  if (missing == NULL && powertrain == COR_POWERTRAIN_FCET)
    missing = MISSING (fuel_cell_params);
  return missing;
}

static double
or_zero (double value)
{
  return isnan (value) ? 0.0 : value;
}

double
cor_energy_kerb_kg (const double *params, CorPowertrain powertrain)
{
  double mass = params[COR_PARAM_KERB_MASS];

  if (powertrain == COR_POWERTRAIN_DIESEL)
    return mass;
  mass += params[COR_PARAM_ELECTRIC_DRIVE_MASS] - params[COR_PARAM_DIESEL_DRIVE_MASS];
  mass += params[COR_PARAM_BATTERY] * 1000.0 / params[COR_PARAM_BATTERY_DENSITY];
  if (powertrain == COR_POWERTRAIN_FCET)
    mass += params[COR_PARAM_FUEL_CELL_POWER] * 1000.0 / params[COR_PARAM_FUEL_CELL_DENSITY]
            + params[COR_PARAM_HYDROGEN_TANK] * params[COR_PARAM_HYDROGEN_TANK_MASS];
  return mass;
}

static double
empty_mass (const double *params, CorPowertrain powertrain)
{
  return cor_energy_kerb_kg (params, powertrain) + or_zero (params[COR_PARAM_TRAILER_MASS]);
}

static double
measured_per_km (const double *params, CorPowertrain powertrain)
{
  switch (powertrain)
    {
    case COR_POWERTRAIN_DIESEL:
      return params[COR_PARAM_DIESEL_USE] / 100.0;
    case COR_POWERTRAIN_FCET:
      return params[COR_PARAM_HYDROGEN_USE] / 100.0;
    default:
      return params[COR_PARAM_ENERGY_USE];
    }
}

static void
fill_roads (const double *params, CorVehicleEnergy *out)
{
  out->braked[COR_ROAD_MOTORWAY] = params[COR_PARAM_BRAKING_MOTORWAY];
  out->braked[COR_ROAD_TRUNK] = params[COR_PARAM_BRAKING_TRUNK];
  out->braked[COR_ROAD_PRIMARY] = params[COR_PARAM_BRAKING_PRIMARY];
  out->braked[COR_ROAD_SECONDARY] = params[COR_PARAM_BRAKING_SECONDARY];
  out->braked[COR_ROAD_TERTIARY] = params[COR_PARAM_BRAKING_LOCAL];
  out->braked[COR_ROAD_LOCAL] = params[COR_PARAM_BRAKING_LOCAL];
  out->braked[COR_ROAD_ACCESS] = params[COR_PARAM_BRAKING_LOCAL];
}

static void
fill_source (const double *params, CorVehicleEnergy *out)
{
  out->battery_efficiency = 1.0;
  out->source_efficiency = 1.0;
  out->energy_per_unit_kwh = 1.0;
  if (out->powertrain == COR_POWERTRAIN_DIESEL)
    {
      out->source_efficiency = params[COR_PARAM_ENGINE_EFFICIENCY];
      out->energy_per_unit_kwh = params[COR_PARAM_DIESEL_ENERGY];
      return;
    }
  out->regeneration_share = params[COR_PARAM_REGENERATION];
  if (out->powertrain == COR_POWERTRAIN_FCET)
    {
      out->source_efficiency = params[COR_PARAM_FUEL_CELL_EFFICIENCY];
      out->energy_per_unit_kwh = params[COR_PARAM_HYDROGEN_ENERGY];
      return;
    }
  out->battery_efficiency = params[COR_PARAM_BATTERY_EFFICIENCY];
  out->cold_c = params[COR_PARAM_COLD];
  out->cold_share = params[COR_PARAM_COLD_LOSS];
  out->mild_from_c = params[COR_PARAM_MILD_FROM];
  out->mild_to_c = params[COR_PARAM_MILD_TO];
  out->hot_c = params[COR_PARAM_HOT];
  out->hot_share = params[COR_PARAM_HOT_LOSS];
}

const CorParamInfo *
cor_vehicle_energy_fill (const double *params, CorPowertrain powertrain, CorVehicleEnergy *out)
{
  const CorParamInfo *missing;

  g_return_val_if_fail (powertrain < COR_N_POWERTRAINS, NULL);

  *out = (CorVehicleEnergy){ .powertrain = powertrain, .scale = 1.0 };
  out->measured_per_km = measured_per_km (params, powertrain);
  out->mean_speed_m_s = params[COR_PARAM_MEAN_SPEED] / KM_H_PER_M_S;
  missing = vehicle_missing (params, powertrain);
  if (missing != NULL)
    {
      out->flat = TRUE;
      return isnan (out->measured_per_km) ? missing : NULL;
    }
  out->empty_kg = empty_mass (params, powertrain);
  if (!isnan (params[COR_PARAM_GROSS_MASS]))
    out->payload_max_t = MAX (0.0, (params[COR_PARAM_GROSS_MASS] - out->empty_kg) / 1000.0);
  out->cda_m2 = params[COR_PARAM_DRAG_AREA];
  out->crr = params[COR_PARAM_ROLLING];
  out->rotating_share = params[COR_PARAM_ROTATING];
  out->air_density_kg_per_m3 = params[COR_PARAM_AIR_DENSITY];
  out->drive_efficiency = params[COR_PARAM_DRIVE_EFFICIENCY];
  out->auxiliary_w = params[COR_PARAM_AUXILIARIES] * 1000.0;
  if (!isnan (params[COR_PARAM_PRACTICE]))
    out->scale = params[COR_PARAM_PRACTICE];
  fill_roads (params, out);
  fill_source (params, out);
  return NULL;
}

double
cor_vehicle_energy_thermal (const CorVehicleEnergy *vehicle, double temperature_c)
{
  double loss = 0.0;

  if (!runs_on_battery (vehicle->powertrain) || vehicle->flat)
    return 1.0;
  if (temperature_c < vehicle->mild_from_c && vehicle->mild_from_c > vehicle->cold_c)
    loss = vehicle->cold_share
           * MIN (1.0, (vehicle->mild_from_c - temperature_c) / (vehicle->mild_from_c - vehicle->cold_c));
  else if (temperature_c > vehicle->mild_to_c && vehicle->hot_c > vehicle->mild_to_c)
    loss = vehicle->hot_share
           * MIN (1.0, (temperature_c - vehicle->mild_to_c) / (vehicle->hot_c - vehicle->mild_to_c));
  return 1.0 / (1.0 - loss);
}

/* What battery, engine or fuel cell takes in for work at the wheels, in units. */
static double
intake (const CorVehicleEnergy *vehicle, double drive_kwh, double braked_kwh, double seconds)
{
  double auxiliary_kwh = vehicle->auxiliary_w * seconds / JOULE_PER_KWH;
  double bus_kwh = drive_kwh / vehicle->drive_efficiency + auxiliary_kwh;
  double net_kwh = bus_kwh / vehicle->battery_efficiency - vehicle->regeneration_share * braked_kwh;

  if (!runs_on_battery (vehicle->powertrain))
    net_kwh = MAX (net_kwh, 0.0);
  return net_kwh / (vehicle->source_efficiency * vehicle->energy_per_unit_kwh);
}

/* What speeds on the path are multiplied with to give the mean that was measured; 1 where none was. */
static double
pace (const CorVehicleEnergy *vehicle, const CorPath *path)
{
  double length_m = 0.0, duration_s = 0.0;

  if (!(vehicle->mean_speed_m_s > 0.0))
    return 1.0;
  for (guint i = 0; i < path->n_segments; i++)
    {
      const CorPathSegment *segment = &path->segments[i];

      if (segment->road_class == COR_ROAD_FERRY)
        continue;
      length_m += segment->length_m;
      duration_s += segment->length_m / segment->speed_m_s;
    }
  return length_m > 0.0 ? vehicle->mean_speed_m_s * duration_s / length_m : 1.0;
}

/* cor_energy_segment with what is the same for all segments worked out. */
static CorEnergyUse
segment_use (const CorVehicleEnergy *vehicle,
             const CorPathSegment *segment,
             double mass_kg,
             double air_density,
             double thermal,
             double speed_factor)
{
  double speed = segment->road_class == COR_ROAD_FERRY ? segment->speed_m_s : segment->speed_m_s * speed_factor;
  CorEnergyUse use = { .length_m = segment->length_m, .duration_s = segment->length_m / speed };
  double slope, steady_n, drive_n;

  use.method = isnan (vehicle->measured_per_km) ? COR_ENERGY_ROAD_LOAD : COR_ENERGY_MEASURED;
  if (segment->road_class == COR_ROAD_FERRY)
    return use;
  if (vehicle->flat)
    {
      use.units = vehicle->measured_per_km * segment->length_m / 1000.0;
      return use;
    }
  slope = 1.0 / sqrt (1.0 + segment->grade * segment->grade);
  steady_n = mass_kg * GRAVITY * slope * (vehicle->crr + segment->grade)
             + 0.5 * air_density * vehicle->cda_m2 * speed * speed;
  /* What is driven beyond the steady load is braked away again; downhill the slope drives first. */
  drive_n = MAX (0.0, steady_n + mass_kg * (1.0 + vehicle->rotating_share)
                                     * vehicle->braked[segment->road_class]);
  use.wheel_kwh = drive_n * segment->length_m / JOULE_PER_KWH;
  use.braked_kwh = (drive_n - steady_n) * segment->length_m / JOULE_PER_KWH;
  use.units = intake (vehicle, use.wheel_kwh, use.braked_kwh, use.duration_s) * thermal * vehicle->scale;
  return use;
}

static double
air_density (const CorVehicleEnergy *vehicle, double temperature_c)
{
  return vehicle->air_density_kg_per_m3 * AIR_KELVIN / (KELVIN + temperature_c);
}

CorEnergyUse
cor_energy_segment (const CorVehicleEnergy *vehicle,
                    const CorPathSegment *segment,
                    double payload_t,
                    double temperature_c)
{
  return segment_use (vehicle, segment, vehicle->empty_kg + payload_t * 1000.0,
                      air_density (vehicle, temperature_c),
                      cor_vehicle_energy_thermal (vehicle, temperature_c), 1.0);
}

CorEnergyUse
cor_energy_path (const CorVehicleEnergy *vehicle,
                 const CorPath *path,
                 double payload_t,
                 double temperature_c)
{
  double mass_kg = vehicle->empty_kg + payload_t * 1000.0;
  double density = air_density (vehicle, temperature_c);
  double thermal = cor_vehicle_energy_thermal (vehicle, temperature_c);
  double speed_factor = pace (vehicle, path);
  CorEnergyUse sum = { 0 };

  for (guint i = 0; i < path->n_segments; i++)
    {
      CorEnergyUse use = segment_use (vehicle, &path->segments[i], mass_kg, density, thermal, speed_factor);

      cor_energy_use_add (&sum, &use);
    }
  return sum;
}

void
cor_energy_profile (const CorVehicleEnergy *vehicle,
                    const CorPath *path,
                    double payload_t,
                    double temperature_c,
                    double stretch,
                    CorEnergyPoint *out)
{
  double mass_kg = vehicle->empty_kg + payload_t * 1000.0;
  double density = air_density (vehicle, temperature_c);
  double thermal = cor_vehicle_energy_thermal (vehicle, temperature_c);
  double speed_factor = pace (vehicle, path);

  out[0] = (CorEnergyPoint){ 0 };
  for (guint i = 0; i < path->n_segments; i++)
    {
      CorEnergyUse use = segment_use (vehicle, &path->segments[i], mass_kg, density, thermal, speed_factor);

      out[i + 1].at_m = out[i].at_m + use.length_m * stretch;
      out[i + 1].at_s = out[i].at_s + use.duration_s * stretch;
      out[i + 1].units = out[i].units + use.units * stretch;
    }
}

void
cor_vehicle_energy_apply_measured (CorVehicleEnergy *vehicle, const CorEnergyUse *road_load)
{
  if (isnan (vehicle->measured_per_km) || vehicle->flat || !(road_load->units > 0.0))
    return;
  vehicle->scale *= vehicle->measured_per_km / cor_energy_use_per_km (road_load);
}

void
cor_energy_use_add (CorEnergyUse *sum, const CorEnergyUse *more)
{
  sum->units += more->units;
  sum->wheel_kwh += more->wheel_kwh;
  sum->braked_kwh += more->braked_kwh;
  sum->length_m += more->length_m;
  sum->duration_s += more->duration_s;
  sum->method = more->method;
}

double
cor_energy_use_per_km (const CorEnergyUse *use)
{
  return use->length_m > 0.0 ? use->units * 1000.0 / use->length_m : 0.0;
}
