/* cor-evaluate-emissions.c: emissions and transport activity of a duty by the factors in use.
 *
 * ISO 14083:2023: well to wheel = energy provision + operation; emissions of detours and of empty
 * running count, the transport activity does not grow by them. Exhaust: the limit of the standard in
 * g per kWh of engine work (GB 17691) x work per litre x litres. Making: mass or kWh x its factor, spread
 * over the distance of a life; it stands beside well to wheel, never in it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-emissions.h"
#include "cor-results-private.h"

#include <math.h>

static double
or_else (double value, double otherwise)
{
  return isnan (value) ? otherwise : value;
}

double
cor_outcome_bought (const CorOutcome *outcome, CorPowertrain powertrain, double efficiency)
{
  double km = cor_outcome_driven_km (outcome);

  if (powertrain == COR_POWERTRAIN_DIESEL)
    return km * outcome->l_per_100km / 100;
  if (powertrain == COR_POWERTRAIN_FCET)
    return km * outcome->kgh2_per_100km / 100;
  return km * outcome->kwh_per_km / or_else (efficiency, 1);
}

/* Between origin and destination as the crow flies, km; NaN where one of them is not known. */
static double
great_circle_km (const CorDutyContext *context)
{
  const CorPath *out = context->geometry->out;
  const CorScenario *scenario = context->evaluation->scenario;
  const CorSite *from = (const CorSite *) cor_scenario_find (scenario, COR_ITEM_SITE, context->route->origin);
  const CorSite *to = (const CorSite *) cor_scenario_find (scenario, COR_ITEM_SITE, context->route->destination);

  if (from != NULL && to != NULL)
    return cor_lonlat_distance ((CorLonLat) { from->lon, from->lat }, (CorLonLat) { to->lon, to->lat }) / 1000;
  if (out == NULL)
    return NAN;
  return cor_lonlat_distance (out->shape[0], out->shape[out->n_shape - 1]) / 1000;
}

/* The distances that activity is counted on, there and back, km. */
static void
activity_km (const CorDutyContext *context, double *out, double *back)
{
  const CorRoute *route = context->route;
  const CorGeometry *geometry = context->geometry;

  if (context->head->activity == COR_ACTIVITY_GCD)
    *out = *back = great_circle_km (context);
  else if (!isnan (route->distance_km))
    *out = *back = route->distance_km;
  else
    {
      *out = geometry->out ? geometry->out->length_m / 1000 : NAN;
      *back = geometry->back ? geometry->back->length_m / 1000 : *out;
    }
}

/* A year's tkm; where only the km of a year are known they are taken for the distance carried. */
static double
activity (const CorDutyContext *context, const CorOutcome *outcome)
{
  const CorRoute *route = context->route;
  double trip_km = cor_evaluate_trip_km (context), out, back, per_trip;

  if (isnan (trip_km))
    {
      double payload = cor_evaluate_mean_payload (route);

      return payload > 0 && context->head->activity == COR_ACTIVITY_SFD ? outcome->transport_km * payload : NAN;
    }
  activity_km (context, &out, &back);
  per_trip = route->payload_out_t * out + (route->round_trip ? route->payload_back_t * back : 0);
  return per_trip > 0 ? outcome->transport_km / trip_km * per_trip : NAN;
}

static void
set_exhaust (const CorTruck *truck, const double *row, CorOutcome *outcome)
{
  double work_kwh = outcome->energy * row[COR_PARAM_SHAFT_ENERGY];

  outcome->nox_kg = outcome->pm_kg = 0;
  if (truck->powertrain != COR_POWERTRAIN_DIESEL)
    return;
  outcome->nox_kg = work_kwh * row[COR_PARAM_NOX_CHINA_III + truck->emission_standard] / 1000;
  outcome->pm_kg = work_kwh * row[COR_PARAM_PM_CHINA_III + truck->emission_standard] / 1000;
}

static void
set_making (const CorTruck *truck, const double *row, CorOutcome *outcome)
{
  double lives = cor_outcome_driven_km (outcome) / row[COR_PARAM_MAKING_LIFE];
  double mass_kg = row[COR_PARAM_KERB_MASS] + or_else (row[COR_PARAM_TRAILER_MASS], 0);
  gboolean battery = truck->powertrain == COR_POWERTRAIN_BET || truck->powertrain == COR_POWERTRAIN_BET_SWAP;

  outcome->vehicle_making_kg = mass_kg * row[COR_PARAM_VEHICLE_MAKING] * lives;
  outcome->battery_making_kg
    = battery ? row[COR_PARAM_BATTERY] * row[COR_PARAM_BATTERY_MAKING] * lives : 0;
}

void
cor_evaluate_emissions (const CorDutyContext *context, const CorTruck *truck, const double *row, CorOutcome *outcome)
{
  CorFactorChoice choice;
  CorEmission emission;

  cor_factor_choice_init (context->results, &choice);
  outcome->energy = cor_outcome_bought (outcome, truck->powertrain, row[COR_PARAM_CHARGING_EFFICIENCY]);
  emission = cor_emission_of (&choice, truck->powertrain, outcome->energy, outcome->model_year);
  outcome->wtw_kg = emission.wtw_kg;
  outcome->direct_kg = emission.ttw_kg;
  outcome->detour_kg = outcome->wtw_kg * cor_outcome_detour_share (outcome);
  outcome->tkm = activity (context, outcome);
  set_exhaust (truck, row, outcome);
  set_making (truck, row, outcome);
}
