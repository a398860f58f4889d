/* cor-evaluate-truck.c: one truck on one duty over the model years: day, use, cost, emissions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-results-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MAX_LAYERS 4

/* A truck's evaluation under way. */
typedef struct
{
  const CorDutyContext *context;
  CorAlternative *out;
  CorTcoGrid *grid;
  CorTcoInputs *inputs;
  CorTco tco;
  CorPolicyTerm terms[COR_POLICY_TERMS_MAX];
  guint n_terms;
  double row[COR_N_PARAMS];
} Work;

static gboolean
is_electric (CorPowertrain powertrain)
{
  return powertrain == COR_POWERTRAIN_BET || powertrain == COR_POWERTRAIN_BET_SWAP;
}

static CorParamTable *
table_new (const CorDutyContext *context, const CorTruck *truck)
{
  CorParamLayer *layers[MAX_LAYERS] = { context->evaluation->defaults };
  CorParamContext param_context = { .truck_type = truck->truck_type,
                                    .powertrain = truck->powertrain,
                                    .region = context->region,
                                    .convention = context->head->convention };
  guint n = 1;

  if (context->head->parameters != NULL)
    layers[n++] = context->head->parameters;
  if (truck->parameters != NULL)
    layers[n++] = truck->parameters;
  if (context->duty->parameters != NULL)
    layers[n++] = context->duty->parameters;
  return cor_param_table_new (layers, n, &param_context);
}

/* Round trips a year of one truck; NaN where the route says nothing of trips. */
static double
trips_a_year (const CorRoute *route)
{
  return route->trips_per_day * route->days_per_year;
}

/* Both ways of one trip, km; NaN off the map without a given distance. */
static double
trip_km (const CorDutyContext *context)
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

/* Mean load over the trip, empty way included. */
static double
mean_payload_t (const CorRoute *route)
{
  return route->round_trip ? (route->payload_out_t + route->payload_back_t) / 2 : route->payload_out_t;
}

static double
loaded_payload_t (const CorRoute *route)
{
  if (!route->round_trip || route->payload_back_t <= 0)
    return route->payload_out_t;
  return route->payload_out_t <= 0 ? route->payload_back_t : mean_payload_t (route);
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
  use->wait_hours = wait_h;
  use->detour_hours = detour_h;
  use->energy_hours = MAX (0, plan->energy_s / 3600 * days - wait_h - detour_h);
}

static void
use_fill (Work *work, const CorOperation *operation, CorUse *use)
{
  const CorDutyContext *context = work->context;
  CorPowertrain powertrain = work->out->powertrain;
  double trips = trips_a_year (context->route);

  cor_use_init (use, powertrain);
  if (!isnan (trips))
    use->transport_km = trips * trip_km (context);
  use->toll_share = toll_share (context);
  use->payload_t = loaded_payload_t (context->route);
  if (operation->payload_max_t > 0)
    use->payload_lost_t = MAX (0, use->payload_t - operation->payload_max_t);
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
  use_add_plan (&operation->plan, trips / MAX (1, lround (context->route->trips_per_day)),
                work->row[COR_PARAM_CHARGING_EFFICIENCY], use);
}

static void
outcome_init (CorOutcome *outcome, int model_year)
{
  outcome->model_year = model_year;
  outcome->kwh_per_km = outcome->l_per_100km = outcome->kgh2_per_100km = NAN;
  outcome->transport_km = outcome->detour_km = NAN;
  outcome->stops_per_trip = outcome->energy_h_per_trip = NAN;
  outcome->tco_yuan = outcome->tco_yuan_per_km = NAN;
  outcome->wtw_kg = outcome->direct_kg = outcome->detour_kg = outcome->tkm = NAN;
}

/* The first problem met is the one that is told. */
static void
note_problem (CorAlternative *out, char *problem, char *remedy)
{
  if (out->problem == NULL)
    {
      out->problem = problem;
      out->remedy = remedy;
      return;
    }
  g_free (problem);
  g_free (remedy);
}

static const char *
place_name (const CorScenario *scenario, CorItemKind kind, int index)
{
  guint n;
  const CorItem *const *items = cor_scenario_items (scenario, kind, &n);
  gboolean zh = g_str_has_prefix (g_get_language_names ()[0], "zh");

  return index >= 0 && (guint) index < n ? cor_item_label (items[index], zh) : NULL;
}

static void
note_reason (const Work *work, const CorReason *reason)
{
  const CorScenario *scenario = work->context->evaluation->scenario;
  char *problem = cor_reason_text (reason, place_name (scenario, COR_ITEM_SITE, reason->from),
                                   place_name (scenario, COR_ITEM_SITE, reason->to),
                                   place_name (scenario, COR_ITEM_STATION, reason->station));

  note_problem (work->out, problem, cor_reason_fix_text (reason));
}

static void
outcome_set_use (Work *work, const CorOperation *operation, const CorUse *use, CorOutcome *outcome)
{
  guint trips = MAX (1, lround (work->context->route->trips_per_day));

  outcome->measured = operation->measured;
  outcome->kwh_per_km = use->kwh_per_km;
  outcome->l_per_100km = use->l_per_100km;
  outcome->kgh2_per_100km = use->kgh2_per_100km;
  outcome->transport_km = use->transport_km;
  outcome->detour_km = use->detour_km;
  if (operation->planned)
    {
      outcome->stops_per_trip = operation->plan.stops_per_trip;
      outcome->energy_h_per_trip = operation->plan.energy_s / 3600 / trips;
    }
}

static void
outcome_set_tco (const Work *work, CorOutcome *outcome)
{
  const CorTco *tco = &work->tco;

  outcome->tco_yuan = tco->total;
  outcome->tco_yuan_per_km = tco->total_per_km;
  outcome->ownership_years = tco->n_years;
  outcome->money = cor_tco_public_total (tco);
  memcpy (outcome->part_yuan, tco->part_total, sizeof outcome->part_yuan);
  if (isnan (outcome->transport_km))
    outcome->transport_km = tco->driven_km / tco->n_years;
}

static gboolean
evaluate_cost (Work *work, const CorUse *use, CorOutcome *outcome)
{
  g_autoptr (GError) error = NULL;

  if (!cor_tco_prepare (work->inputs, work->grid, outcome->model_year, use, work->out->truck->battery_deal,
                        work->terms, work->n_terms, &error))
    {
      note_problem (work->out, g_strdup (error->message), NULL);
      return FALSE;
    }
  cor_tco_evaluate (work->inputs, &work->tco);
  outcome_set_tco (work, outcome);
  return TRUE;
}

/* Keeps the plan and the cash flow of the year on screen. */
static void
keep_shown (Work *work, CorOperation *operation, gboolean costed)
{
  if (operation->planned)
    {
      work->out->plan = g_memdup2 (&operation->plan, sizeof operation->plan);
      memset (&operation->plan, 0, sizeof operation->plan);
    }
  if (costed)
    work->out->tco = g_memdup2 (&work->tco, sizeof work->tco);
}

static void
evaluate_year (Work *work, CorOutcome *outcome, gboolean shown)
{
  const CorDutyContext *context = work->context;
  CorOperation operation;
  CorUse use;
  gboolean costed = FALSE;

  cor_param_table_fill (work->out->table, outcome->model_year, work->row);
  cor_evaluate_operation (context, work->out->truck, work->row, &operation);
  if (operation.planned && !operation.plan.feasible)
    {
      if (shown)
        note_reason (work, &operation.plan.reason);
    }
  else
    {
      use_fill (work, &operation, &use);
      outcome_set_use (work, &operation, &use, outcome);
      costed = evaluate_cost (work, &use, outcome);
      outcome->feasible = costed;
      outcome->tkm = outcome->transport_km * mean_payload_t (context->route);
      cor_evaluate_emissions (context, work->out->powertrain, work->row[COR_PARAM_CHARGING_EFFICIENCY], outcome);
    }
  if (shown)
    keep_shown (work, &operation, costed);
  cor_plan_clear (&operation.plan);
}

CorAlternative *
cor_evaluate_truck (const CorDutyContext *context, const CorTruck *truck)
{
  const CorResults *results = context->results;
  CorAlternative *out = g_new0 (CorAlternative, 1);
  Work work = { .context = context, .out = out };

  g_atomic_ref_count_init (&out->refs);
  out->truck = (const CorTruck *) cor_item_ref (&truck->item);
  out->powertrain = truck->powertrain;
  out->table = table_new (context, truck);
  out->outcomes = g_new0 (CorOutcome, results->n_years);
  work.grid = cor_tco_grid_new (out->table, results->first_year,
                                results->first_year + (int) results->n_years + COR_TCO_YEARS_MAX);
  work.inputs = cor_tco_inputs_new ();
  work.n_terms = cor_evaluate_terms (context->evaluation->scenario, context->evaluation->defaults, truck->truck_type,
                                     context->region, work.terms, NULL);
  if (context->geometry->problem != NULL)
    note_problem (out, g_strdup (context->geometry->problem), NULL);
  for (guint i = 0; i < results->n_years; i++)
    {
      outcome_init (&out->outcomes[i], results->first_year + (int) i);
      if (context->geometry->problem == NULL)
        evaluate_year (&work, &out->outcomes[i], i == results->year);
    }
  cor_tco_grid_free (work.grid);
  g_free (work.inputs);
  return out;
}
