/* cor-evaluate.c: a whole scenario evaluated, taking over what a change did not touch.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-parallel.h"
#include "cor-results-private.h"

#include <math.h>
#include <string.h>

/* Fewer duties than these are not worth a thread. */
#define LEAST_DUTIES 4

void
cor_evaluate_add_truck (const CorScenario *scenario, const CorDuty *duty, double *length_m, double *height_m)
{
  const CorTruck *truck = (const CorTruck *) cor_scenario_find (scenario, COR_ITEM_TRUCK, duty->truck);

  if (truck == NULL)
    return;
  *length_m = fmax (*length_m, truck->length_m);
  *height_m = fmax (*height_m, truck->height_m);
}

/* A price that nobody gives counts nothing in the choice of stops; the cost then says it is missing. */
static double
or_param (double given, double otherwise)
{
  return !isnan (given) ? given : isnan (otherwise) ? 0 : otherwise;
}

/* Those that are not there have neither plug nor swap. The hours of their tariffs lie behind them, by tariff. */
CorPlanStation *
cor_evaluate_stations (const CorScenario *scenario, const double *row, int year, const CorStationWait *waits, guint *n)
{
  const CorItem *const *items = cor_scenario_items (scenario, COR_ITEM_STATION, n);
  guint n_tariffs;
  const CorItem *const *tariffs = cor_scenario_items (scenario, COR_ITEM_TARIFF, &n_tariffs);
  CorPlanStation *stations = g_malloc0 (MAX (*n, 1) * sizeof (CorPlanStation) + n_tariffs * sizeof (CorPriceDay));
  CorPriceDay *hours = (CorPriceDay *) (gpointer) (stations + MAX (*n, 1));
  g_autofree gboolean *differ = g_new (gboolean, MAX (n_tariffs, 1));

  for (guint i = 0; i < n_tariffs; i++)
    differ[i] = cor_evaluate_hours (scenario, tariffs[i]->id, year, &hours[i]);
  for (guint i = 0; i < *n; i++)
    {
      const CorStation *from = (const CorStation *) items[i];
      CorPlanStation *to = &stations[i];
      gboolean there = from->status == COR_STATION_EXISTING || from->status == COR_STATION_PLANNED;
      gboolean plugs = from->station_kind == COR_STATION_CHARGING || from->station_kind == COR_STATION_BOTH;
      gboolean swaps = from->station_kind == COR_STATION_SWAP || from->station_kind == COR_STATION_BOTH;
      double power = or_param (cor_evaluate_station_power (scenario, from, row, year), NAN);

      to->power_kw = there && plugs && !(from->plugs < 1) ? or_param (from->power_kw, row[COR_PARAM_STATION_POWER]) : 0;
      to->swap_min = there && swaps && !(from->batteries < 1) ? or_param (from->swap_min, row[COR_PARAM_SWAP_TIME]) : NAN;
      int tariff = cor_scenario_index (scenario, COR_ITEM_TARIFF, from->tariff);

      to->fee_yuan_per_kwh = or_param (from->service_fee_yuan_per_kwh, row[COR_PARAM_SERVICE_FEE]);
      to->price_yuan_per_kwh = power + to->fee_yuan_per_kwh;
      to->hours = tariff >= 0 && differ[tariff] ? &hours[tariff] : NULL;
      to->swap_price_yuan_per_kwh = power + or_param (from->service_fee_yuan_per_kwh, row[COR_PARAM_SWAP_FEE]);
      to->open_from_h = from->open_from_h;
      to->open_to_h = from->open_to_h;
      to->max_length_m = from->max_length_m;
      to->max_height_m = from->max_height_m;
      to->swap_type = from->swap_type;
      to->wait_min = waits ? waits[i].plug_min : 0;
      to->swap_wait_min = waits ? waits[i].swap_min : 0;
    }
  return stations;
}

/* At any hour. */
static double
least_price (const CorPlanStation *station)
{
  if (station->hours == NULL)
    return station->price_yuan_per_kwh;
  return station->fee_yuan_per_kwh + cor_price_day_least (station->hours, 0, COR_TARIFF_HOURS);
}

void
cor_evaluate_least_prices (const CorPlanStation *stations, guint n, double *plug_yuan_per_kwh, double *swap_yuan_per_kwh)
{
  *plug_yuan_per_kwh = *swap_yuan_per_kwh = INFINITY;
  for (guint i = 0; i < n; i++)
    {
      const CorPlanStation *station = &stations[i];

      if (station->power_kw > 0)
        *plug_yuan_per_kwh = fmin (*plug_yuan_per_kwh, least_price (station));
      if (!isnan (station->swap_min))
        *swap_yuan_per_kwh = fmin (*swap_yuan_per_kwh, station->swap_price_yuan_per_kwh);
    }
}

/* What no station in use goes below. */
static void
set_least_prices (CorDutyContext *context)
{
  cor_evaluate_least_prices (context->stations, context->n_stations, &context->least_plug_yuan_per_kwh,
                             &context->least_swap_yuan_per_kwh);
}

CorParamTable *
cor_evaluate_common_table (const CorResults *results)
{
  const CorHead *head = cor_scenario_head (results->scenario);
  CorParamLayer *layers[2] = { results->defaults, head->parameters };
  CorParamContext context = { .powertrain = -1, .region = head->region, .convention = head->convention };

  return cor_param_table_new (layers, head->parameters ? 2 : 1, &context);
}

void
cor_evaluate_common_row (const CorResults *results, double *row)
{
  g_autoptr (CorParamTable) table = cor_evaluate_common_table (results);

  cor_param_table_fill (table, results->first_year + (int) results->year, row);
}

/* The diesel truck that a duty is compared with: the one it names, else one of its truck's type. */
static const CorTruck *
diesel_truck (const CorScenario *scenario, const CorDuty *duty, const CorTruck *assigned)
{
  guint n;
  const CorItem *const *trucks = cor_scenario_items (scenario, COR_ITEM_TRUCK, &n);

  if (duty->diesel != NULL)
    return (const CorTruck *) cor_scenario_find (scenario, COR_ITEM_TRUCK, duty->diesel);
  for (guint i = 0; i < n && assigned != NULL; i++)
    {
      const CorTruck *truck = (const CorTruck *) trucks[i];

      if (truck->powertrain == COR_POWERTRAIN_DIESEL && g_strcmp0 (truck->truck_type, assigned->truck_type) == 0)
        return truck;
    }
  return NULL;
}

/* What a truck came to before, against each of what there is to take it over from. */
typedef const CorDutyResult *Before[COR_N_AGAIN];

static guint
count_kept (const CorDutyContext *context, const CorKept *kept)
{
  guint n = 0;

  for (guint i = 0; kept->from != NULL && i < context->results->n_years; i++)
    n += kept->years[i];
  return n;
}

static CorAlternative *
truck_result (const CorDutyContext *context, const Before before, const CorTruck *truck)
{
  CorKept kept[COR_N_AGAIN];
  guint best = 0;

  for (guint i = 0; i < COR_N_AGAIN; i++)
    {
      kept[i].from = NULL;
      if (before[i] != NULL && cor_again_truck (context, &context->again[i], before[i], truck, &kept[i]))
        return cor_alternative_ref ((CorAlternative *) kept[i].from);
      if (i > 0 && count_kept (context, &kept[i]) > count_kept (context, &kept[best]))
        best = i;
    }
  return cor_evaluate_truck (context, truck, kept[best].from != NULL ? &kept[best] : NULL);
}

static void
add_alternative (CorDutyResult *out, const CorDutyContext *context, const Before before, const char *id)
{
  const CorTruck *truck = (const CorTruck *) cor_scenario_find (context->evaluation->scenario, COR_ITEM_TRUCK, id);

  if (truck == NULL)
    return;
  for (guint i = 0; i < out->n_alternatives; i++)
    if (out->alternatives[i]->truck == truck)
      return;
  out->alternatives = g_renew (CorAlternative *, out->alternatives, out->n_alternatives + 1);
  if (out->diesel != NULL && out->diesel->truck == truck)
    out->alternatives[out->n_alternatives++] = cor_alternative_ref (out->diesel);
  else
    out->alternatives[out->n_alternatives++] = truck_result (context, before, truck);
}

static void
evaluate_duty (CorDutyContext *context, CorDutyResult *out)
{
  const CorScenario *scenario = context->evaluation->scenario;
  const CorDuty *duty = context->duty;
  const CorTruck *assigned = (const CorTruck *) cor_scenario_find (scenario, COR_ITEM_TRUCK, duty->truck);
  const CorTruck *diesel = diesel_truck (scenario, duty, assigned);
  Before before;

  out->duty = duty;
  out->route = context->route;
  out->geometry = cor_geometry_ref (context->geometry);
  out->counted = g_new0 (int, context->results->n_years);
  if (context->route == NULL)
    return;
  for (guint i = 0; i < COR_N_AGAIN; i++)
    before[i] = cor_again_duty (context, &context->again[i]);
  context->diesel = NULL;
  if (diesel != NULL)
    context->diesel = out->diesel = truck_result (context, before, diesel);
  add_alternative (out, context, before, duty->truck);
  for (guint i = 0; duty->alternatives != NULL && duty->alternatives[i] != NULL; i++)
    add_alternative (out, context, before, duty->alternatives[i]);
}

static CorResults *
results_new (const CorEvaluation *evaluation)
{
  const CorHead *head = cor_scenario_head (evaluation->scenario);
  CorResults *results = g_new0 (CorResults, 1);

  g_atomic_ref_count_init (&results->refs);
  results->scenario = cor_scenario_ref (evaluation->scenario);
  results->defaults = cor_param_layer_ref (evaluation->defaults);
  results->factors = cor_factor_set_ref (evaluation->factors);
  results->grid = cor_factor_set_find (evaluation->factors, COR_FACTOR_GRID, head->grid_factor);
  results->diesel = cor_factor_set_find (evaluation->factors, COR_FACTOR_DIESEL, head->diesel_factor);
  results->hydrogen = cor_factor_set_find (evaluation->factors, COR_FACTOR_HYDROGEN, head->hydrogen_factor);
  if (results->grid == NULL)
    results->grid = cor_factor_set_find (evaluation->factors, COR_FACTOR_GRID, NULL);
  if (results->diesel == NULL)
    results->diesel = cor_factor_set_find (evaluation->factors, COR_FACTOR_DIESEL, NULL);
  if (results->hydrogen == NULL)
    results->hydrogen = cor_factor_set_find (evaluation->factors, COR_FACTOR_HYDROGEN, NULL);
  results->first_year = head->first_model_year;
  results->n_years = (guint) CLAMP (head->last_model_year - head->first_model_year + 1, 1, COR_YEARS_MAX);
  results->year = (guint) CLAMP (head->model_year - head->first_model_year, 0, (int) results->n_years - 1);
  return results;
}

/* What the duties share while they are evaluated, any of them on any thread. */
typedef struct
{
  const CorDutyContext *context;
  CorResults *results;
  const CorItem *const *duties;
  CorGeometry *nowhere;
  guint *asking; /* places of the duties that ask what no earlier one does */
  guint n_asking;
} Work;

static void
evaluate_part (guint part, gpointer data)
{
  const Work *work = data;
  guint index = work->asking[part];
  CorDutyContext context = *work->context;
  const CorScenario *scenario = context.evaluation->scenario;
  int route;

  context.duty = (const CorDuty *) work->duties[index];
  context.region = context.duty->region ? context.duty->region : context.head->region;
  route = cor_scenario_index (scenario, COR_ITEM_ROUTE, context.duty->route);
  context.route = (const CorRoute *) cor_scenario_find (scenario, COR_ITEM_ROUTE, context.duty->route);
  context.geometry = route < 0 ? work->nowhere : context.evaluation->geometries[route];
  evaluate_duty (&context, &work->results->duties[index]);
}

/* Every question once, on all processors, and the answer to all who ask it. */
static void
evaluate_duties (Work *work)
{
  CorResults *results = work->results;
  g_autofree guint *first = cor_evaluate_alike (results->scenario);
  g_autofree guint *asking = work->asking = g_new (guint, MAX (results->n_duties, 1));

  for (guint i = 0; i < results->n_duties; i++)
    if (first[i] == i)
      asking[work->n_asking++] = i;
  cor_parallel_for (work->n_asking, LEAST_DUTIES, evaluate_part, work);
  for (guint i = 0; i < results->n_duties; i++)
    if (first[i] != i)
      cor_evaluate_take_answer (&results->duties[first[i]], (const CorDuty *) work->duties[i], results->n_years,
                                &results->duties[i]);
}

CorResults *
cor_evaluate (const CorEvaluation *evaluation)
{
  CorResults *results = results_new (evaluation);
  const CorHead *head = cor_scenario_head (evaluation->scenario);
  const CorItem *const *duties = cor_scenario_items (evaluation->scenario, COR_ITEM_DUTY, &results->n_duties);
  g_autoptr (CorGeometry) nowhere = cor_geometry_new (NULL, NULL, NULL, NULL, NULL);
  double row[COR_N_PARAMS];
  CorDutyContext context = { .evaluation = evaluation, .results = results, .head = head };
  CorYears years;
  g_autofree CorPlanStation *stations = NULL;
  CorAgain again[COR_N_AGAIN];
  Work work;

  cor_evaluate_common_row (results, row);
  context.year = results->first_year + (int) results->year;
  context.stations = stations
    = cor_evaluate_stations (evaluation->scenario, row, context.year, evaluation->waits, &context.n_stations);
  cor_years_begin (&years, evaluation, results);
  context.years = &years;
  results->prices_move = years.n > 0;
  set_least_prices (&context);
  results->n_stations = context.n_stations;
  results->waits = g_new0 (CorStationWait, MAX (results->n_stations, 1));
  if (evaluation->waits != NULL && results->n_stations > 0)
    memcpy (results->waits, evaluation->waits, results->n_stations * sizeof (CorStationWait));
  results->duties = g_new0 (CorDutyResult, MAX (results->n_duties, 1));
  cor_again_begin (&again[0], evaluation, evaluation->previous, results, stations, row);
  cor_again_begin (&again[1], evaluation, evaluation->round, results, stations, row);
  context.again = again;
  work = (Work){ .context = &context, .results = results, .duties = duties, .nowhere = nowhere };
  evaluate_duties (&work);
  for (guint i = 0; i < COR_N_AGAIN; i++)
    cor_again_end (&again[i]);
  cor_years_clear (&years);
  cor_evaluate_totals (results);
  return results;
}

double *
cor_evaluate_station_rows (const CorResults *results)
{
  g_autoptr (CorParamTable) table = cor_evaluate_common_table (results);
  double *rows = g_new (double, MAX (results->n_years, 1) * COR_N_PARAMS);

  for (guint i = 0; i < results->n_years; i++)
    cor_param_table_fill (table, results->first_year + (int) i, rows + i * COR_N_PARAMS);
  return rows;
}

gboolean
cor_evaluate_duty_use (const CorResults *results,
                       const CorDutyResult *duty,
                       const CorTruck *truck,
                       guint year,
                       const double *row,
                       const double *station_row,
                       CorUse *use)
{
  CorEvaluation evaluation = { .scenario = results->scenario,
                               .defaults = results->defaults,
                               .factors = results->factors };
  CorDutyContext context = { .evaluation = &evaluation,
                             .results = results,
                             .head = cor_scenario_head (results->scenario),
                             .duty = duty->duty,
                             .route = duty->route,
                             .geometry = duty->geometry,
                             .year = results->first_year + (int) year };
  g_autofree CorPlanStation *stations
    = cor_evaluate_stations (results->scenario, station_row, context.year, results->waits, &context.n_stations);
  CorOperation operation;
  gboolean feasible;

  context.stations = stations;
  set_least_prices (&context);
  cor_evaluate_operation (&context, truck, row, NULL, NULL, FALSE, &operation);
  feasible = operation.overload.code == COR_REASON_NONE && (!operation.planned || operation.plan.feasible);
  if (feasible)
    cor_evaluate_use (&context, truck->powertrain, row, &operation, use);
  cor_operation_clear (&operation);
  return feasible;
}
