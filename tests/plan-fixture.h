/* plan-fixture.h: small days for the tests of the charging plan.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-plan.h"

#include <math.h>

#define FIXTURE_LEGS 8
#define FIXTURE_STATIONS 160

/* A day that owns all it points at. */
typedef struct
{
  CorPlanInput in;
  CorPlanLeg legs[FIXTURE_LEGS];
  CorEnergyPoint points[FIXTURE_LEGS][2];
  CorAccess accesses[FIXTURE_LEGS][FIXTURE_STATIONS];
  CorPlanStation stations[FIXTURE_STATIONS];
} Day;

/* A truck of 100 kWh, all of it usable, that charges at up to 100 kW and starts at 8. */
static inline void
day_init (Day *day)
{
  *day = (Day){ 0 };
  day->in = (CorPlanInput){
    .legs = day->legs, .stations = day->stations, .battery_kwh = 100.0, .soc_min = 0.0, .soc_max = 1.0,
    .charging_efficiency = 1.0, .can_plug = TRUE, .length_m = NAN, .height_m = NAN, .unhitch_min = NAN,
    .depot_kw = 100.0, .depot_yuan_per_kwh = 1.0, .period_h = 24.0, .day_max_h = NAN,
    .first_departure_h = 8.0, .n_trips = 1, .temperature_c = 5.0, .yuan_per_h = 60.0, .yuan_per_km = 1.0,
  };
  day->in.least_plug_yuan_per_kwh = day->in.least_swap_yuan_per_kwh = INFINITY;
  cor_charge_curve_fill (&day->in.curve, 100.0, 1.0, 100.0, 1.0, 1.0);
}

/* A leg of @km at 60 km/h that takes @kwh. */
static inline CorPlanLeg *
day_add_leg (Day *day, double km, double kwh)
{
  guint l = day->in.n_legs++;
  CorPlanLeg *leg = &day->legs[l];

  day->points[l][0] = (CorEnergyPoint){ 0 };
  day->points[l][1] = (CorEnergyPoint){ km * 1000.0, km * 60.0, kwh };
  *leg = (CorPlanLeg){ .points = day->points[l], .n_points = 2, .accesses = day->accesses[l],
                       .detour_kwh_per_km = 1.0, .payload_t = 20.0, .from = (int) l, .to = (int) l + 1 };
  return leg;
}

/* An open charging station without queue. */
static inline CorPlanStation *
day_add_station (Day *day, double kw, double yuan_per_kwh)
{
  CorPlanStation *station = &day->stations[day->in.n_stations++];

  *station = (CorPlanStation){ .power_kw = kw, .swap_min = NAN, .price_yuan_per_kwh = yuan_per_kwh,
                               .swap_price_yuan_per_kwh = yuan_per_kwh, .open_from_h = NAN,
                               .open_to_h = NAN, .max_length_m = NAN, .max_height_m = NAN };
  day->in.least_plug_yuan_per_kwh = MIN (day->in.least_plug_yuan_per_kwh, yuan_per_kwh);
  day->in.least_swap_yuan_per_kwh = MIN (day->in.least_swap_yuan_per_kwh, yuan_per_kwh);
  return station;
}

/* A way to a station @off_km beside the leg at @at_km, driven at 60 km/h. */
static inline void
day_add_access (Day *day, guint leg, guint station, double at_km, double off_km)
{
  CorPlanLeg *l = &day->legs[leg];

  day->accesses[leg][l->n_accesses++] = (CorAccess){
    .station_index = station, .leave_m = at_km * 1000.0, .rejoin_m = at_km * 1000.0,
    .out_m = off_km * 1000.0, .back_m = off_km * 1000.0, .out_s = off_km * 60.0, .back_s = off_km * 60.0,
    .detour_m = 2000.0 * off_km, .detour_s = 120.0 * off_km };
}
