/* cor-evaluate-use.c: what a duty's operation is to the cost: km, energy bought, hours, payload.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-policy-private.h"
#include "cor-results-private.h"
#include "cor-tariff.h"

#include <math.h>

#define KG_PER_T 1000

static gboolean
is_electric (CorPowertrain powertrain)
{
  return powertrain == COR_POWERTRAIN_BET || powertrain == COR_POWERTRAIN_BET_SWAP;
}

/* Round trips a year of one truck; NaN where the route says nothing of trips. */
static double
trips_a_year (const CorRoute *route)
{
  return route->trips_per_day * route->days_per_year;
}

double
cor_evaluate_trip_km (const CorDutyContext *context)
{
  const CorRoute *route = context->route;
  const CorGeometry *geometry = context->geometry;

  if (!isnan (route->distance_km))
    return route->distance_km * (route->round_trip ? 2 : 1);
  if (geometry->out == NULL)
    return NAN;
  return (geometry->out->length_m + (geometry->back ? geometry->back->length_m : 0)) / 1000;
}

static double
toll_share (const CorDutyContext *context)
{
  const CorGeometry *geometry = context->geometry;
  double tolled, length;

  if (!isnan (context->route->tolled_share))
    return context->route->tolled_share;
  if (geometry->out == NULL)
    return NAN;
  tolled = geometry->out->tolled_m + (geometry->back ? geometry->back->tolled_m : 0);
  length = geometry->out->length_m + (geometry->back ? geometry->back->length_m : 0);
  return tolled / length;
}

double
cor_evaluate_mean_payload (const CorRoute *route)
{
  return route->round_trip ? (route->payload_out_t + route->payload_back_t) / 2 : route->payload_out_t;
}

/* Tonnes by which instruments in force raise the legal mass of the truck. */
static double
allowance_t (const CorDutyContext *context, const CorTruck *truck)
{
  const char *region = context->duty->region ? context->duty->region : context->head->region;
  CorPolicyTerm terms[COR_POLICY_TERMS_MAX];
  guint n = cor_evaluate_terms (context->evaluation->scenario, context->evaluation->defaults, truck->truck_type, region, terms, NULL);
  double sum = 0;

  for (guint i = 0; i < n; i++)
    if (terms[i].kind == COR_POLICY_PAYLOAD_ALLOWANCE && cor_policy_term_on (&terms[i], truck->powertrain, context->year))
      sum += cor_or (cor_policy_amount (&terms[i], context->year, NAN), 0);
  return sum;
}

static gboolean
is_over (double empty_t, double gross_t, double load_t)
{
  return gross_t - empty_t <= 0 && (gross_t < empty_t || load_t > 0);
}

gboolean
cor_evaluate_overload (const CorDutyContext *context, const CorTruck *truck, const double *row, const CorVehicleEnergy *vehicle,
                       CorReason *reason)
{
  const CorRoute *route = context->route;
  double gross_t = row[COR_PARAM_GROSS_MASS] / KG_PER_T, empty_t = vehicle->empty_kg / KG_PER_T;
  double load_t = MAX (route->payload_out_t, route->round_trip ? route->payload_back_t : 0);
  double most_kwh;

  if (!(vehicle->empty_kg > 0) || !is_over (empty_t, gross_t, load_t))
    return FALSE;
  gross_t += allowance_t (context, truck);
  if (!is_over (empty_t, gross_t, load_t))
    return FALSE;
  most_kwh = row[COR_PARAM_BATTERY] - (empty_t + load_t - gross_t) * row[COR_PARAM_BATTERY_DENSITY];
  *reason = (CorReason){ .code = COR_REASON_PAYLOAD, .leg = -1, .from = -1, .to = -1, .station = -1, .limit = gross_t,
                         .actual = empty_t, .payload_t = load_t, .fix_battery_kwh = most_kwh >= 1 ? floor (most_kwh) : 0 };
  return TRUE;
}

/* Of the mean load, what is above the legal mass on either way. An instrument gives back so many tonnes of it: where the
 * empty truck alone is above that mass, what it is above counts as lost with the load. */
static double
payload_lost_t (const CorRoute *route, const double *row, const CorVehicleEnergy *vehicle)
{
  double max_t = (row[COR_PARAM_GROSS_MASS] - vehicle->empty_kg) / KG_PER_T;
  double out = MAX (0, route->payload_out_t - max_t);
  double back = MAX (0, route->payload_back_t - max_t);

  if (!(vehicle->empty_kg > 0) || isnan (max_t))
    return 0;
  return route->round_trip ? (out + back) / 2 : out;
}

/* What the day's stops and the depot come to in a year of @days such days. */
static void
use_add_plan (const CorPlan *plan, double days, double charging_efficiency, CorUse *use)
{
  double wait_h = 0, detour_h = 0, plug_yuan = 0, swap_yuan = 0;

  use->station_kwh = use->swap_kwh = 0;
  for (guint i = 0; i < plan->n_stops; i++)
    {
      const CorPlanStop *stop = &plan->stops[i];

      if (stop->kind == COR_STOP_PLUG)
        {
          use->station_kwh += stop->kwh / charging_efficiency * days;
          plug_yuan += stop->yuan * days;
        }
      else if (stop->kind == COR_STOP_SWAP)
        {
          use->swap_kwh += stop->kwh * days;
          swap_yuan += stop->yuan * days;
        }
      if (stop->station >= 0)
        {
          wait_h += stop->wait_min / 60 * days;
          detour_h += stop->detour_s / 3600 * days;
        }
    }
  use->detour_km = plan->detour_m / 1000 * days;
  use->depot_kwh = (plan->depot_kwh + plan->site_kwh) * days;
  if (use->station_kwh > 0)
    use->station_yuan_per_kwh = plug_yuan / use->station_kwh;
  if (use->swap_kwh > 0)
    use->swap_yuan_per_kwh = swap_yuan / use->swap_kwh;
  use->wait_hours = MAX (0, wait_h);
  use->detour_hours = MAX (0, detour_h);
  use->energy_hours = MAX (0, plan->energy_s / 3600 * days - wait_h - detour_h);
}

/*
 * The depot charges in the cheapest hours between the day's end and the next departure; the tariff
 * serves only where no price is given.
 */
static double
depot_tariff (const CorRoute *route, const double *row, const CorPlan *plan)
{
  double back_h = route->first_departure_h + plan->day_s / 3600;
  CorTariff tariff;

  if (!isnan (row[COR_PARAM_DEPOT_PRICE]) || plan->depot_kwh <= 0 || !cor_tariff_fill (&tariff, row))
    return NAN;
  return cor_tariff_cheapest (&tariff, back_h, MAX (back_h, route->first_departure_h + COR_TARIFF_HOURS),
                              plan->depot_kwh, row[COR_PARAM_DEPOT_POWER]);
}

/* What the truck's charging at the depot adds to the billed demand, where it charges there at all. */
static double
depot_peak (const CorDutyContext *context, const double *row, const CorPlan *plan)
{
  return plan->depot_kwh > 0 ? cor_evaluate_depot_kw (context, row, plan) : NAN;
}

/* What charging while loading adds to the billed demand of the sites at both ends: a truck's highest
 * mean power there, and no more than its share of the plugs, which trucks take in turn. */
static double
site_peak (const CorDutyContext *context, const CorPlan *plan, double charging_efficiency)
{
  gboolean round_trip = context->geometry->back != NULL;
  double peak[2] = { 0, 0 };

  for (guint i = 0; i < plan->n_stops; i++)
    {
      const CorPlanStop *stop = &plan->stops[i];
      gboolean back = round_trip && stop->leg % 2 == 1;
      const char *id = back ? context->route->origin : context->route->destination;
      const CorSite *site
        = (const CorSite *) cor_scenario_find (context->evaluation->scenario, COR_ITEM_SITE, id);
      double kw;

      if (stop->kind != COR_STOP_SITE || site == NULL)
        continue;
      kw = stop->kwh / charging_efficiency / MAX (COR_BILLED_HOURS, stop->charge_min / 60);
      peak[back] = MAX (peak[back], MIN (kw, site->plugs * site->plug_kw / MAX (1, context->duty->trucks)));
    }
  return peak[0] + peak[1];
}

/* What a truck adds to the billed demand of depot and sites; NaN where it charges at neither. */
static double
billed_peak (const CorDutyContext *context, const double *row, const CorPlan *plan)
{
  double depot = depot_peak (context, row, plan);
  double sites = site_peak (context, plan, row[COR_PARAM_CHARGING_EFFICIENCY]);

  return sites > 0 ? sites + (isnan (depot) ? 0 : depot) : depot;
}

void
cor_evaluate_use (const CorDutyContext *context,
                  CorPowertrain powertrain,
                  const double *row,
                  const CorOperation *operation,
                  CorUse *use)
{
  double trips = trips_a_year (context->route);

  cor_use_init (use, powertrain);
  if (!isnan (trips))
    use->transport_km = trips * cor_evaluate_trip_km (context);
  use->toll_share = toll_share (context);
  use->payload_t = cor_evaluate_mean_payload (context->route);
  use->payload_lost_t = payload_lost_t (context->route, row, &operation->vehicle);
  if (is_electric (powertrain))
    use->kwh_per_km = operation->units_per_km;
  else if (powertrain == COR_POWERTRAIN_DIESEL)
    use->l_per_100km = operation->units_per_km * 100;
  else
    use->kgh2_per_100km = operation->units_per_km * 100;
  use->detour_km = isnan (trips) ? NAN : 0;
  if (!operation->planned)
    return;
  use->kwh_per_km = operation->plan.kwh / (operation->plan.drive_m / 1000);
  cor_evaluate_use_tariff (context, row, &operation->plan, use);
  use->depot_tariff_yuan_per_kwh = depot_tariff (context->route, row, &operation->plan);
  use->depot_peak_kw = billed_peak (context, row, &operation->plan);
  use->leg_kwh = operation->leg_kwh;
  use_add_plan (&operation->plan, trips / MAX (1, lround (context->route->trips_per_day)),
                row[COR_PARAM_CHARGING_EFFICIENCY], use);
}
