/* cor-evaluate-operation.c: one truck's working day on a duty: energy along the line and the plan.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-results-private.h"

#include <math.h>
#include <string.h>

/* Room for a day: the points and the scaled accesses of both ways, and the legs. */
typedef struct
{
  CorEnergyPoint *points[2];
  guint n_points[2];
  CorAccess *accesses[2];
  guint n_accesses[2];
  CorPriceDay hours[2]; /* of power at the site at the end of the way */
  CorPlanLeg *legs;
  guint n_legs;
} Day;

static double
given_or (double value, double otherwise)
{
  return isnan (value) ? otherwise : value;
}

static const CorPath *
way (const CorGeometry *geometry, guint direction)
{
  return direction == 0 ? geometry->out : geometry->back;
}

static double
payload (const CorRoute *route, guint direction)
{
  return direction == 0 ? route->payload_out_t : route->payload_back_t;
}

/* A given length replaces that of the line; everything along the line stretches with it. */
static double
stretch (const CorRoute *route, const CorPath *path)
{
  return isnan (route->distance_km) ? 1 : route->distance_km * 1000 / path->length_m;
}

static double
temperature (const CorDutyContext *context)
{
  return isnan (context->head->temperature_c) ? 20 : context->head->temperature_c;
}

static guint
n_ways (const CorGeometry *geometry)
{
  return geometry->out == NULL ? 0 : geometry->back == NULL ? 1 : 2;
}

/* The vehicle with its measured consumption laid over the round trip; FALSE without a figure. */
static gboolean
vehicle_fill (const CorDutyContext *context, const CorTruck *truck, const double *row, CorVehicleEnergy *vehicle)
{
  const CorParamInfo *missing = cor_vehicle_energy_fill (row, truck->powertrain, vehicle);
  CorEnergyUse trip = { 0 };

  if (missing != NULL && isnan (vehicle->measured_per_km))
    return FALSE;
  for (guint i = 0; i < n_ways (context->geometry); i++)
    {
      CorEnergyUse use = cor_energy_path (vehicle, way (context->geometry, i), payload (context->route, i),
                                          temperature (context));

      cor_energy_use_add (&trip, &use);
    }
  cor_vehicle_energy_apply_measured (vehicle, &trip);
  return TRUE;
}

static double
trip_units_per_km (const CorDutyContext *context, const CorVehicleEnergy *vehicle)
{
  CorEnergyUse trip = { 0 };

  for (guint i = 0; i < n_ways (context->geometry); i++)
    {
      CorEnergyUse use = cor_energy_path (vehicle, way (context->geometry, i), payload (context->route, i),
                                          temperature (context));

      cor_energy_use_add (&trip, &use);
    }
  return cor_energy_use_per_km (&trip);
}

static CorAccess
scaled_access (const CorAccess *access, double factor)
{
  CorAccess copy = *access;

  copy.leave_m *= factor;
  copy.rejoin_m *= factor;
  if (factor != 1)
    copy.detour_m = MAX (0, copy.leave_m + copy.out_m + copy.back_m - copy.rejoin_m);
  return copy;
}

CorAccess
cor_evaluate_access (const CorRoute *route, const CorPath *path, const CorAccess *access)
{
  return scaled_access (access, stretch (route, path));
}

static CorAccess *
scaled_accesses (const GArray *accesses, double factor, guint *n)
{
  CorAccess *copy = g_memdup2 (accesses->data, accesses->len * sizeof (CorAccess));

  *n = accesses->len;
  for (guint i = 0; i < *n && factor != 1; i++)
    copy[i] = scaled_access (&copy[i], factor);
  return copy;
}

static void
day_fill_ways (const CorDutyContext *context, const CorVehicleEnergy *vehicle, Day *day)
{
  for (guint i = 0; i < n_ways (context->geometry); i++)
    {
      const CorPath *path = way (context->geometry, i);
      const GArray *accesses = i == 0 ? context->geometry->accesses_out : context->geometry->accesses_back;
      double factor = stretch (context->route, path);

      day->n_points[i] = path->n_segments + 1;
      day->points[i] = g_new0 (CorEnergyPoint, day->n_points[i]);
      cor_energy_profile (vehicle, path, payload (context->route, i), temperature (context), factor, day->points[i]);
      day->accesses[i] = scaled_accesses (accesses, factor, &day->n_accesses[i]);
    }
}

/* Charging at a site's own bay while the truck stands there. @hours: (nullable): what it costs by the hour. */
static void
leg_set_site (const CorDutyContext *context, const char *site_id, const double *row, double price, const CorPriceDay *hours,
              CorPlanLeg *leg)
{
  const CorSite *site
    = (const CorSite *) cor_scenario_find (context->evaluation->scenario, COR_ITEM_SITE, site_id);

  if (site != NULL && site->plugs > 0 && site->plug_kw > 0)
    leg->plug_kw = site->plug_kw;
  leg->plug_yuan_per_kwh = cor_evaluate_site_yuan (context, site_id, row, price);
  leg->plug_hours = hours;
}

static void
day_fill_legs (const CorDutyContext *context, const CorVehicleEnergy *vehicle, guint trips, const double *row, Day *day)
{
  const CorScenario *scenario = context->evaluation->scenario;
  const CorRoute *route = context->route;
  guint ways = n_ways (context->geometry);
  double price = given_or (row[COR_PARAM_DEPOT_PRICE], 0);
  int ends[2] = { cor_scenario_index (scenario, COR_ITEM_SITE, route->origin),
                  cor_scenario_index (scenario, COR_ITEM_SITE, route->destination) };
  const char *sites[2] = { route->destination, route->origin };
  gboolean differ[2];

  for (guint i = 0; i < 2; i++)
    differ[i] = cor_evaluate_site_hours (context, sites[i], &day->hours[i]);
  day->n_legs = trips * ways;
  day->legs = g_new0 (CorPlanLeg, day->n_legs);
  for (guint i = 0; i < day->n_legs; i++)
    {
      CorPlanLeg *leg = &day->legs[i];
      guint direction = i % ways;

      leg->points = day->points[direction];
      leg->n_points = day->n_points[direction];
      leg->accesses = day->accesses[direction];
      leg->n_accesses = day->n_accesses[direction];
      leg->detour_kwh_per_km
        = leg->points[leg->n_points - 1].units / (leg->points[leg->n_points - 1].at_m / 1000);
      leg->dwell_min = direction == 0 ? route->unloading_min : route->loading_min;
      leg->payload_t = payload (route, direction);
      leg->from = ends[direction];
      leg->to = ends[1 - direction];
      leg->trip = i / ways;
      leg_set_site (context, sites[direction], row, price, differ[direction] ? &day->hours[direction] : NULL, leg);
    }
}

static void
day_clear (Day *day)
{
  for (guint i = 0; i < 2; i++)
    {
      g_free (day->points[i]);
      g_free (day->accesses[i]);
    }
  g_free (day->legs);
}

static void
input_set_truck (const CorTruck *truck, const double *row, CorPlanInput *input)
{
  input->battery_kwh = row[COR_PARAM_BATTERY];
  input->soc_min = row[COR_PARAM_SOC_MIN];
  input->soc_max = row[COR_PARAM_SOC_MAX];
  input->reserve = row[COR_PARAM_RESERVE];
  input->charging_efficiency = row[COR_PARAM_CHARGING_EFFICIENCY];
  cor_charge_curve_fill (&input->curve, input->battery_kwh, input->soc_max, row[COR_PARAM_CHARGE_POWER],
                         row[COR_PARAM_TAPER_FROM], row[COR_PARAM_TAPER_TO]);
  input->can_plug = TRUE;
  input->can_swap = truck->powertrain == COR_POWERTRAIN_BET_SWAP;
  input->swap_type = truck->swap_type;
  input->length_m = truck->length_m;
  input->height_m = truck->height_m;
}

static void
input_set_day (const CorDutyContext *context, const double *row, const Day *day, guint trips, CorPlanInput *input)
{
  input->legs = day->legs;
  input->n_legs = day->n_legs;
  input->stations = context->stations;
  input->n_stations = context->n_stations;
  input->least_plug_yuan_per_kwh = context->least_plug_yuan_per_kwh;
  input->least_swap_yuan_per_kwh = context->least_swap_yuan_per_kwh;
  input->unhitch_min = row[COR_PARAM_UNHITCH_TIME];
  input->stop_min = row[COR_PARAM_STOP_TIME];
  input->depot_kw = given_or (row[COR_PARAM_DEPOT_POWER], 0);
  input->depot_yuan_per_kwh = cor_evaluate_depot_yuan (context, row);
  input->period_h = 24;
  input->day_max_h = row[COR_PARAM_WORKING_DAY];
  input->first_departure_h = context->route->first_departure_h;
  input->n_trips = trips;
  input->temperature_c = temperature (context);
  input->yuan_per_h = given_or (row[COR_PARAM_PLAN_TIME], 0);
  input->yuan_per_km = given_or (row[COR_PARAM_PLAN_DETOUR], 0);
  input->rest_min = given_or (row[COR_PARAM_REST], 0);
  input->rest_after_h = given_or (row[COR_PARAM_REST_AFTER], 0);
}

/* Whether the day of @last was asked for with the same truck and the same figures. */
static gboolean
same_day (const CorOperation *last, const CorOperation *now)
{
  return last != NULL && last->planned && last->year == now->year && memcmp (&last->vehicle, &now->vehicle, sizeof now->vehicle) == 0
         && memcmp (&last->input, &now->input, sizeof now->input) == 0 && last->enough_kwh == now->enough_kwh;
}

/* What a battery gives between charges when it is replaced at the latest, all but the reserve used; 0 where that is not known. */
static double
worn_kwh (const double *row)
{
  return given_or (row[COR_PARAM_BATTERY_END_HEALTH], 0) * row[COR_PARAM_BATTERY] * (1 - given_or (row[COR_PARAM_RESERVE], 0));
}

/* What the day takes between charges. */
static void
set_leg (const CorPlanInput *input, CorOperation *out)
{
  if (out->plan.feasible)
    out->worn = cor_plan_least_leg (input, &out->plan, out->enough_kwh, &out->leg_kwh);
}

static void
plan_day (const CorDutyContext *context,
          const CorTruck *truck,
          const double *row,
          const CorOperation *last,
          const CorPlanBrief *like,
          CorOperation *out)
{
  guint trips = MAX (1, (guint) lround (context->route->trips_per_day));
  Day day = { 0 };

  input_set_truck (truck, row, &out->input);
  input_set_day (context, row, &day, trips, &out->input);
  out->planned = TRUE;
  out->year = context->years != NULL && context->years->n > 0 ? context->year : 0;
  out->enough_kwh = worn_kwh (row);
  if (same_day (last, out))
    {
      cor_plan_copy (&last->plan, &out->plan);
      cor_plan_brief_copy (&last->brief, &out->brief);
      out->leg_kwh = last->leg_kwh;
      out->worn = last->worn;
    }
  else
    {
      CorPlanInput input = out->input;

      input.stopped = context->evaluation->stopped;
      day_fill_ways (context, &out->vehicle, &day);
      day_fill_legs (context, &out->vehicle, trips, row, &day);
      input.legs = day.legs;
      input.n_legs = day.n_legs;
      cor_plan_solve_brief (&input, like, &out->plan, &out->brief);
      cor_evaluate_reprice (context, row, &out->plan);
      set_leg (&input, out);
    }
  day_clear (&day);
}

gboolean
cor_evaluate_plan_holds (const CorDutyContext *context,
                         const CorTruck *truck,
                         const double *row,
                         const CorPlanBrief *brief,
                         const CorStationChanges *changes)
{
  CorVehicleEnergy vehicle;
  CorPlanInput input = brief->input;
  Day day = { 0 };
  gboolean holds;

  if (!vehicle_fill (context, truck, row, &vehicle))
    return FALSE;
  day_fill_ways (context, &vehicle, &day);
  day_fill_legs (context, &vehicle, input.n_trips, row, &day);
  input.legs = day.legs;
  input.n_legs = day.n_legs;
  input.stations = context->stations;
  input.n_stations = context->n_stations;
  holds = cor_plan_holds (&input, brief, changes->ways, changes->n_ways);
  day_clear (&day);
  return holds;
}

void
cor_operation_clear (CorOperation *operation)
{
  cor_plan_clear (&operation->plan);
  cor_plan_brief_clear (&operation->brief);
}

void
cor_evaluate_operation (const CorDutyContext *context,
                        const CorTruck *truck,
                        const double *row,
                        const CorOperation *last,
                        const CorPlanBrief *like,
                        gboolean explain,
                        CorOperation *out)
{
  gboolean electric = truck->powertrain == COR_POWERTRAIN_BET || truck->powertrain == COR_POWERTRAIN_BET_SWAP;

  memset (out, 0, sizeof *out);
  out->input.explain = explain;
  out->input.silent = !explain;
  out->units_per_km = NAN;
  if (!vehicle_fill (context, truck, row, &out->vehicle))
    return;
  out->measured = !isnan (out->vehicle.measured_per_km);
  out->units_per_km = out->measured ? out->vehicle.measured_per_km : NAN;
  if (cor_evaluate_overload (context, truck, row, &out->vehicle, &out->overload) || context->geometry->out == NULL)
    return;
  out->units_per_km = trip_units_per_km (context, &out->vehicle);
  if (electric && !isnan (context->route->trips_per_day) && isfinite (row[COR_PARAM_BATTERY]))
    plan_day (context, truck, row, last, like, out);
}
