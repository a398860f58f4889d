/* cor-energy.h: energy a truck needs on a road, from road load or as measured.
 *
 * Sources: road load as in T. D. Gillespie, Fundamentals of Vehicle Dynamics, SAE 1992, chapter 4;
 * that what is braked away is what speeding up cost beyond the road load follows from the energy
 * balance of a trip. Figures stand in data/parameters/energy.json.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-param.h"
#include "cor-path.h"

G_BEGIN_DECLS

/** CorEnergyMethod: where a consumption comes from. */
typedef enum
{
  COR_ENERGY_ROAD_LOAD,
  COR_ENERGY_MEASURED,
} CorEnergyMethod;

/**
 * CorVehicleEnergy:
 * @empty_kg: kerb mass with battery or tank, and trailer
 * @payload_max_t: gross weight less @empty_kg; 0 where the gross weight is not known
 * @cda_m2: drag coefficient times frontal area
 * @crr: rolling resistance coefficient
 * @rotating_share: mass that turning parts add when speed changes, share of the whole mass
 * @air_density_kg_per_m3: at 15 °C and sea level
 * @braked: work braked away in traffic on level road, J per metre and kg, which is m/s², by road class
 * @drive_efficiency: from the battery's terminals (or the engine's shaft) to the wheel
 * @battery_efficiency: of discharging the battery; 1 without
 * @regeneration_share: share of what is braked that comes back into the battery; 0 for diesel
 * @source_efficiency: from fuel or hydrogen to shaft or bus; 1 for a battery
 * @energy_per_unit_kwh: kWh in one unit of what the truck takes in: 1 (kWh), kWh per litre or kg
 * @auxiliary_w: steady load of steering, air, cabin
 * @cold_share, @hot_share: range lost at @cold_c and at @hot_c; nothing between @mild_from_c and
 * @mild_to_c, linear between, held outside
 * @measured_per_km: units per km as measured, NaN for none
 * @mean_speed_m_s: mean speed on the way as measured, to which the speeds of the roads are scaled; NaN or 0 for none
 * @scale: factor on the road load: what trucks take in practice, or what makes a trip give
 * @measured_per_km
 * @flat: figures for a road load are missing, so that each km takes @measured_per_km
 *
 * A truck as the road feels it. Units of intake: kWh at the battery, L of diesel, kg of hydrogen.
 */
typedef struct
{
  CorPowertrain powertrain;
  double empty_kg;
  double payload_max_t;
  double cda_m2;
  double crr;
  double rotating_share;
  double air_density_kg_per_m3;
  double braked[COR_N_ROAD_CLASSES];
  double drive_efficiency;
  double battery_efficiency;
  double regeneration_share;
  double source_efficiency;
  double energy_per_unit_kwh;
  double auxiliary_w;
  double cold_share, cold_c, mild_from_c;
  double hot_share, hot_c, mild_to_c;
  double measured_per_km;
  double mean_speed_m_s;
  double scale;
  gboolean flat;
} CorVehicleEnergy;

/**
 * CorEnergyUse: energy over some length of road.
 * @units: taken from battery or tank: kWh, L or kg
 * @wheel_kwh: work of the wheels that drive, before braking gives any back
 * @braked_kwh: work taken out at the wheels by braking
 * @length_m, @duration_s: metres and seconds at the wheel
 * @method: which was used
 */
typedef struct
{
  double units;
  double wheel_kwh;
  double braked_kwh;
  double length_m;
  double duration_s;
  CorEnergyMethod method;
} CorEnergyUse;

/**
 * CorEnergyPoint: running totals at a place on a path: metres, seconds, units taken from battery or
 * tank. Totals of units may fall where a truck rolls downhill.
 */
typedef struct
{
  double at_m;
  double at_s;
  double units;
} CorEnergyPoint;

/**
 * cor_vehicle_energy_fill:
 * @params: values of cor_param_table_fill() for the truck's context and model year
 * @powertrain: what moves it
 * @out: (out): the vehicle
 *
 * The mass of a battery or fuel-cell truck is the diesel's less its engine and gearbox plus electric
 * drive plus battery, stack and tank of their sizes. A measured consumption is taken from
 * energy_use_kwh_per_km, diesel_use_l_per_100km or hydrogen_use_kg_per_100km.
 *
 * Returns: %NULL, or the first parameter (as cor_param_info()) that road load needs and @params
 * lacks. With a measured consumption that is no fault: every km then takes the same.
 */
const CorParamInfo *
cor_vehicle_energy_fill (const double *params, CorPowertrain powertrain, CorVehicleEnergy *out);

/**
 * cor_energy_kerb_kg: mass of the empty truck without trailer: the diesel truck's, with engine and
 * gearbox out and motor, battery, stack and tank in (ICCT 2021, table 5). NaN where figures miss.
 */
double cor_energy_kerb_kg (const double *params, CorPowertrain powertrain);

/** cor_vehicle_energy_thermal: factor (1 or more) on a battery truck's consumption at @temperature_c. */
double cor_vehicle_energy_thermal (const CorVehicleEnergy *vehicle, double temperature_c);

/**
 * cor_energy_segment:
 * @payload_t: tonnes on board
 * @temperature_c: ambient; cold air is also denser
 *
 * Energy over one piece of road. @vehicle->scale applies.
 */
CorEnergyUse cor_energy_segment (const CorVehicleEnergy *vehicle,
                                 const CorPathSegment *segment,
                                 double payload_t,
                                 double temperature_c);

/** cor_energy_path: the sum of cor_energy_segment() over a path. */
CorEnergyUse cor_energy_path (const CorVehicleEnergy *vehicle,
                              const CorPath *path,
                              double payload_t,
                              double temperature_c);

/**
 * cor_energy_profile:
 * @stretch: factor on all lengths and times, for a measured length on a drawn line; else 1
 * @out: (out) (array): room for n_segments + 1 points; the first is at 0
 *
 * Running totals along a path, one point at each end of a segment.
 */
void cor_energy_profile (const CorVehicleEnergy *vehicle,
                         const CorPath *path,
                         double payload_t,
                         double temperature_c,
                         double stretch,
                         CorEnergyPoint *out);

/**
 * cor_vehicle_energy_apply_measured:
 * @road_load: what a whole round trip takes by road load, both ways summed, from the same @vehicle
 *
 * A measured consumption is a mean over the duty, empty way included. It is laid along the line in
 * the shape of the road load: sets @vehicle->scale so that the trip's mean is the measured one. Does
 * nothing where nothing was measured. A measured value holds as it is: no temperature comes on top.
 */
void cor_vehicle_energy_apply_measured (CorVehicleEnergy *vehicle, const CorEnergyUse *road_load);

/** cor_energy_use_add: adds @more to @sum. */
void cor_energy_use_add (CorEnergyUse *sum, const CorEnergyUse *more);

/** cor_energy_use_per_km: units per km, 0 over no length. */
double cor_energy_use_per_km (const CorEnergyUse *use);

G_END_DECLS
