/* cor-stations-evaluate.c: the duties of a scenario at its stations.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-results-private.h"

#include <math.h>
#include <string.h>

/* Days that are simulated; the mean wait of a busy station then varies by a few per cent. */
#define DAYS 30

static double
given_or (double value, double otherwise)
{
  return !isnan (value) ? value : isnan (otherwise) ? 0 : otherwise;
}

/* The alternative of a duty that counts in the year shown; NULL for the diesel truck or none. */
static const CorAlternative *
counted (const CorResults *results, const CorDutyResult *duty)
{
  int index = duty->n_alternatives > 0 ? duty->counted[results->year] : -1;

  return index < 0 ? NULL : duty->alternatives[index];
}

static double
value_of (const CorResults *results, const CorAlternative *alternative, CorParamId id)
{
  return cor_param_table_value (alternative->table, id, results->first_year + (int) results->year);
}

static void
add_visits (const CorResults *results, const CorDutyResult *duty, const CorAlternative *alternative, GArray *visits)
{
  const CorPlan *plan = alternative->plan;
  double efficiency = value_of (results, alternative, COR_PARAM_CHARGING_EFFICIENCY);
  double trips = duty->route->trips_per_day;

  for (guint i = 0; i < plan->n_stops; i++)
    {
      const CorPlanStop *stop = &plan->stops[i];
      CorVisit visit = { .station = (guint) stop->station,
                         .swap = stop->kind == COR_STOP_SWAP,
                         .arrive_h = stop->arrive_h,
                         .minutes = stop->minutes,
                         .charge_min = stop->charge_min,
                         .after_min = fmax (0, (stop->arrive_h - stop->power_h) * 60 + stop->wait_min + stop->minutes - stop->charge_min),
                         .kwh = stop->kwh / efficiency,
                         .loss_kwh = stop->kind == COR_STOP_SWAP ? stop->kwh / efficiency - stop->kwh : 0,
                         .trucks = duty->duty->trucks * trips / MAX (1, lround (trips)),
                         .days_per_year = duty->route->days_per_year,
                         .detour_km = stop->detour_m / 1000 };

      if (stop->station >= 0)
        g_array_append_val (visits, visit);
    }
}

static GArray *
all_visits (const CorResults *results)
{
  GArray *visits = g_array_new (FALSE, FALSE, sizeof (CorVisit));

  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorDutyResult *duty = &results->duties[i];
      const CorAlternative *alternative = counted (results, duty);

      if (alternative != NULL && alternative->plan != NULL && alternative->plan->feasible)
        add_visits (results, duty, alternative, visits);
    }
  return visits;
}

/* Size of the batteries that swap stations keep: the largest of the trucks that swap. */
static double
stock_kwh (const CorResults *results)
{
  double most = 0;

  for (guint i = 0; i < results->n_duties; i++)
    for (guint a = 0; a < results->duties[i].n_alternatives; a++)
      {
        const CorAlternative *alternative = results->duties[i].alternatives[a];

        if (alternative->powertrain == COR_POWERTRAIN_BET_SWAP)
          most = fmax (most, value_of (results, alternative, COR_PARAM_BATTERY));
      }
  return most;
}

static double
open_hours (const CorStation *station)
{
  double hours = station->open_to_h - station->open_from_h;

  if (isnan (hours) || hours == 0)
    return 24;
  return hours < 0 ? hours + 24 : hours;
}

/* What it costs to build, where the scenario does not say. */
static double
capital (const CorStationSpec *spec, const double *row, double battery_kwh)
{
  double per_kw = given_or (row[COR_PARAM_STATION_HARDWARE], 0) + given_or (row[COR_PARAM_STATION_INSTALLATION], 0);

  return spec->plugs * spec->power_kw * per_kw + spec->bays * given_or (row[COR_PARAM_SWAP_STATION_COST], 0)
         + spec->batteries * battery_kwh * given_or (row[COR_PARAM_STOCK_COST], 0);
}

static CorStationSpec
make_spec (const CorResults *results, const CorStation *station, const double *row, double battery_kwh,
           const double *waived)
{
  gboolean plugs = station->station_kind == COR_STATION_CHARGING || station->station_kind == COR_STATION_BOTH;
  gboolean swaps = station->station_kind == COR_STATION_SWAP || station->station_kind == COR_STATION_BOTH;
  CorStationDemand demand = cor_evaluate_station_demand (results, station, row);
  int year = results->first_year + (int) results->year;
  CorStationSpec spec = { .open_h = open_hours (station), .seed = g_str_hash (station->item.id) };

  if (plugs)
    {
      spec.plugs = given_or (station->plugs, row[COR_PARAM_STATION_PLUGS]);
      spec.power_kw = given_or (station->power_kw, row[COR_PARAM_STATION_POWER]);
    }
  if (swaps)
    {
      spec.bays = given_or (station->bays, row[COR_PARAM_STATION_BAYS]);
      spec.batteries = given_or (station->batteries, row[COR_PARAM_STATION_BATTERIES]);
      spec.stock_kw = given_or (row[COR_PARAM_STOCK_CHARGE], 1);
    }
  spec.charging_efficiency = given_or (row[COR_PARAM_CHARGING_EFFICIENCY], 1);
  spec.capital_yuan = given_or (station->cost_yuan, capital (&spec, row, battery_kwh));
  spec.running_yuan_per_year = spec.capital_yuan * given_or (row[COR_PARAM_STATION_RUNNING], 0)
                               + given_or (row[COR_PARAM_STATION_LAND], 0);
  spec.demand_yuan_per_kw_year = demand.months * demand.yuan_per_kw_month * demand.billed;
  spec.waived = waived[0];
  spec.swap_waived = waived[1];
  spec.power_yuan_per_kwh = given_or (cor_evaluate_station_power (results->scenario, station, row, year), 0);
  spec.rate = given_or (row[COR_PARAM_STATION_RETURN], 0);
  spec.years = fmax (1, given_or (row[COR_PARAM_STATION_LIFE], 1));
  spec.fee_yuan_per_kwh = given_or (station->service_fee_yuan_per_kwh,
                                    row[plugs ? COR_PARAM_SERVICE_FEE : COR_PARAM_SWAP_FEE]);
  spec.swap_fee_yuan_per_kwh = given_or (station->service_fee_yuan_per_kwh, row[COR_PARAM_SWAP_FEE]);
  return spec;
}

/* What rounds of planning share: the results of each so far, and those that an earlier scenario came to, whose rounds
 * went through nearly the same waits. */
typedef struct
{
  CorEvaluation evaluation;
  const CorResults *earlier;
  GPtrArray *results;
  gboolean begun;
} Rounds;

static CorResults *
last_round (const Rounds *rounds)
{
  return rounds->results->len > 0 ? g_ptr_array_index (rounds->results, rounds->results->len - 1) : NULL;
}

/* The same round of the earlier scenario. */
static const CorResults *
earlier_round (const Rounds *rounds)
{
  const CorResults *earlier = rounds->earlier;
  guint round = rounds->results->len;

  if (earlier == NULL || round > earlier->n_rounds)
    return NULL;
  return round < earlier->n_rounds ? earlier->rounds[round] : earlier;
}

static CorResults *
plan_round (Rounds *rounds, const CorStationWait *waits)
{
  CorResults *results;

  rounds->evaluation.waits = waits;
  rounds->evaluation.previous = earlier_round (rounds);
  rounds->evaluation.round = last_round (rounds);
  results = cor_evaluate (&rounds->evaluation);
  g_ptr_array_add (rounds->results, results);
  return results;
}

/* Plans all duties anew with other waits; what they do not touch is taken over. */
static GArray *
plan_again (const CorStationWait *waits, gpointer data)
{
  Rounds *rounds = data;

  /* The first, without waits, is there. */
  if (rounds->begun)
    plan_round (rounds, waits);
  rounds->begun = TRUE;
  return all_visits (last_round (rounds));
}

CorStationSpec *
cor_evaluate_station_specs (const CorResults *results, CorStationDays *days)
{
  guint n;
  const CorItem *const *items = cor_scenario_items (results->scenario, COR_ITEM_STATION, &n);
  CorStationSpec *specs = g_new0 (CorStationSpec, MAX (n, 1));
  double battery_kwh = stock_kwh (results);
  double waived[2] = { cor_evaluate_demand_waived (results, 0), cor_evaluate_demand_waived (results, 1) };
  double row[COR_N_PARAMS];

  cor_evaluate_common_row (results, row);
  for (guint i = 0; i < n; i++)
    specs[i] = make_spec (results, (const CorStation *) items[i], row, battery_kwh, waived);
  *days = (CorStationDays){ DAYS, given_or (row[COR_PARAM_HEADWAY], 0), given_or (row[COR_PARAM_SPREAD], 0) };
  return specs;
}

/* The last round's results, with the rounds before it. */
static CorResults *
take_results (Rounds *rounds)
{
  CorResults *results = g_ptr_array_steal_index (rounds->results, rounds->results->len - 1);
  gsize n;

  results->rounds = (CorResults **) g_ptr_array_steal (rounds->results, &n);
  results->n_rounds = (guint) n;
  g_ptr_array_unref (rounds->results);
  return results;
}

CorResults *
cor_evaluate_settled (const CorEvaluation *evaluation)
{
  Rounds rounds = { .evaluation = *evaluation, .earlier = evaluation->previous };
  g_autofree CorStationSpec *specs = NULL;
  g_autofree CorStationWait *waits = NULL;
  CorStationResult *stations;
  const CorStationResult *previous;
  CorResults *results;
  CorStationDays days;
  guint n;
  gboolean steady = TRUE;

  cor_scenario_items (evaluation->scenario, COR_ITEM_STATION, &n);
  rounds.results = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_results_unref);
  waits = g_new0 (CorStationWait, MAX (n, 1));
  results = plan_round (&rounds, waits);
  previous = evaluation->previous && evaluation->previous->n_stations == n ? evaluation->previous->stations : NULL;
  specs = cor_evaluate_station_specs (results, &days);
  stations = g_new0 (CorStationResult, MAX (n, 1));
  if (results->n_duties <= COR_SETTLED_DUTIES)
    steady = cor_stations_settle (specs, n, &days, plan_again, &rounds, waits, previous, stations, NULL);
  else
    {
      g_autoptr (GArray) visits = all_visits (results);

      cor_stations_simulate (specs, n, (const CorVisit *) (gconstpointer) visits->data, visits->len, &days,
                             previous, stations);
    }
  results = take_results (&rounds);
  results->stations = stations;
  results->stations_steady = steady;
  cor_evaluate_count_waived (results);
  return results;
}
