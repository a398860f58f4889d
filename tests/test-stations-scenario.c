/* test-stations-scenario.c: the stations of the bundled corridor against sums worked from the plans.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-barred.h"
#include "cor-stations-table.h"
#include "cor-trace.h"
#include "cor-variant.h"
#include "scenario-fixture.h"

#include <math.h>
#include <string.h>

static CorResults *
evaluate (const char *name)
{
  g_autoptr (CorEngine) engine = fixture_engine ();

  return fixture_results (engine, name);
}

static double
parameter (const CorAlternative *truck, const CorResults *results, CorParamId id)
{
  return cor_param_table_value (truck->table, id, results->first_year + (int) results->year);
}

/* Trucks that come a working day: a day of three round trips counts as three tenths of one of thirty. */
static double
trucks_of (const CorDutyResult *duty)
{
  double trips = duty->route->trips_per_day;

  return duty->duty->trucks * trips / MAX (1, lround (trips));
}

/* What is paid for a kWh taken in at a stop: by the meter, except of swaps. */
static double
paid_kwh (const CorPlanStop *stop, double efficiency)
{
  return stop->kind == COR_STOP_SWAP ? stop->kwh : stop->kwh / efficiency;
}

/* What the trucks take in is what stations, sites and depots give, less the losses of charging; what they pay for is
 * that at the meter, in swaps that in the battery, and what the stations take from the grid is all that was lost too. */
static void
test_energy (void)
{
  g_autoptr (CorResults) results = evaluate ("eastern-port");
  double at_stations = 0, by_plans = 0;

  for (guint i = 0; i < results->n_stations; i++)
    at_stations += results->stations[i].energy_kwh_per_day;
  for (guint d = 0; d < results->n_duties; d++)
    {
      const CorDutyResult *duty = &results->duties[d];
      const CorAlternative *truck = duty->alternatives[duty->assigned];
      double efficiency = parameter (truck, results, COR_PARAM_CHARGING_EFFICIENCY), taken = 0, paid = 0;

      if (truck->plan == NULL || !truck->plan->feasible)
        continue;
      for (guint i = 0; i < truck->plan->n_stops; i++)
        {
          const CorPlanStop *stop = &truck->plan->stops[i];

          taken += stop->kwh;
          paid += paid_kwh (stop, efficiency);
          by_plans += stop->station >= 0 ? stop->kwh / efficiency * trucks_of (duty) : 0;
        }
      g_assert_cmpfloat_with_epsilon (truck->plan->kwh, taken, 0.01);
      g_assert_cmpfloat_with_epsilon (truck->plan->station_kwh + truck->plan->site_kwh + truck->plan->depot_kwh, paid, 0.01);
    }
  g_assert_cmpfloat (at_stations, >, 1000);
  g_assert_cmpfloat_with_epsilon (at_stations, by_plans, 1e-6 * by_plans);
}

/* The swaps at Shatian by hand: the truck pays the station's 0.65 yuan and its fee for each kWh it receives; the
 * station buys 1 / 0.92 kWh for it, 0.65 yuan of which the truck has paid, and keeps the fee less 0.0565 yuan for the loss.
 * The grid's money comes out once. */
static void
test_swap_books (void)
{
  g_autoptr (CorResults) results = evaluate ("eastern-port");
  double trucks_yuan = 0, kwh = 0;
  guint n, station = 0;
  const CorItem *const *items = cor_scenario_items (results->scenario, COR_ITEM_STATION, &n);
  const CorStationResult *result;

  while (station < n && !g_str_equal (items[station]->id, "shatian-swap"))
    station++;
  g_assert_cmpuint (station, <, n);
  result = &results->stations[station];
  for (guint d = 0; d < results->n_duties; d++)
    {
      const CorDutyResult *duty = &results->duties[d];
      const CorPlan *plan = duty->alternatives[duty->assigned]->plan;

      for (guint i = 0; plan != NULL && i < plan->n_stops; i++)
        if (plan->stops[i].station == (int) station)
          {
            kwh += plan->stops[i].kwh * trucks_of (duty) * duty->route->days_per_year;
            trucks_yuan += plan->stops[i].yuan * trucks_of (duty) * duty->route->days_per_year;
          }
    }
  g_assert_cmpfloat (kwh, >, 1e5);
  g_assert_cmpfloat_with_epsilon (trucks_yuan, (0.65 + result->fee_yuan_per_kwh) * kwh, 1);
  g_assert_cmpfloat_with_epsilon (result->lost_yuan_per_year, 0.65 * (1 / 0.92 - 1) * kwh, 1);
  g_assert_cmpfloat_with_epsilon (trucks_yuan - result->fee_yuan_per_kwh * kwh + result->lost_yuan_per_year,
                                  0.65 * result->energy_kwh_per_year, 1);
}

/* Queues that plans reckon with, and those of the simulated days: where both are steady, the mean of the duties' waits,
 * by their visits, is the mean wait of the station within the limit, and swaps alone have theirs. */
static void
check_waits (const CorResults *results)
{
  guint waited = 0;

  g_assert_true (results->stations_steady);
  for (guint s = 0; s < results->n_stations; s++)
    {
      const CorStationResult *station = &results->stations[s];
      double visits = 0, minutes = 0;

      for (guint d = 0; d < results->n_duties; d++)
        {
          const CorPlan *plan = results->duties[d].alternatives[results->duties[d].assigned]->plan;

          for (guint i = 0; plan != NULL && i < plan->n_stops; i++)
            if (plan->stops[i].station == (int) s)
              {
                visits += trucks_of (&results->duties[d]);
                minutes += trucks_of (&results->duties[d]) * plan->stops[i].wait_min;
              }
        }
      if (!(visits > 0))
        continue;
      g_assert_cmpfloat_with_epsilon (visits, station->visits_per_day, 1e-9);
      g_assert_cmpfloat_with_epsilon (minutes / visits, station->mean_wait_min, COR_STATIONS_STEADY_MIN);
      waited += station->mean_wait_min > 5;
    }
  g_assert_cmpuint (waited, >=, 1);
}

static void
test_waits (void)
{
  g_autoptr (CorEngine) engine = fixture_engine ();
  g_autoptr (CorResults) results = fixture_results (engine, "eastern-port");
  g_autoptr (CorScenario) scenario = fixture_load ("eastern-port");
  CorItem *swap = cor_item_copy (cor_scenario_find (scenario, COR_ITEM_STATION, "shatian-swap"));
  g_autoptr (CorScenario) fewer = NULL;
  g_autoptr (CorResults) longer = NULL;

  check_waits (results);
  ((CorStation *) swap)->batteries = 4;
  fewer = cor_scenario_with_item (scenario, swap);
  longer = cor_engine_evaluate (engine, fewer);
  check_waits (longer);
}

/* The visits of a station added up from the plans. */
typedef struct
{
  double visits, kwh, kwh_year, sold, busy_h, detour_km;
} Sum;

static Sum
add_up (const CorResults *results, int station)
{
  Sum sum = { 0 };

  for (guint d = 0; d < results->n_duties; d++)
    {
      const CorDutyResult *duty = &results->duties[d];
      const CorAlternative *truck = duty->alternatives[duty->assigned];

      for (guint i = 0; truck->plan != NULL && truck->plan->feasible && i < truck->plan->n_stops; i++)
        {
          const CorPlanStop *stop = &truck->plan->stops[i];
          double kwh = stop->kwh / parameter (truck, results, COR_PARAM_CHARGING_EFFICIENCY);

          if (stop->station != station)
            continue;
          sum.visits += trucks_of (duty);
          sum.kwh += trucks_of (duty) * kwh;
          sum.kwh_year += trucks_of (duty) * kwh * duty->route->days_per_year;
          sum.sold += trucks_of (duty) * paid_kwh (stop, parameter (truck, results, COR_PARAM_CHARGING_EFFICIENCY))
                      * duty->route->days_per_year;
          sum.busy_h += trucks_of (duty) * stop->minutes / 60;
          sum.detour_km += trucks_of (duty) * stop->detour_m / 1000;
        }
    }
  return sum;
}

/* Use, energy, detours and money of each station that is visited, worked from plans and parameters. */
static void
test_stations (void)
{
  g_autoptr (CorResults) results = evaluate ("eastern-port");
  guint n, seen = 0;
  const CorItem *const *items = cor_scenario_items (results->scenario, COR_ITEM_STATION, &n);
  const CorAlternative *any = results->duties[0].alternatives[0];
  double life = parameter (any, results, COR_PARAM_STATION_LIFE), lost = 0, rate = parameter (any, results, COR_PARAM_STATION_RETURN);

  for (guint i = 0; i < n; i++)
    {
      const CorStation *station = (const CorStation *) items[i];
      const CorStationResult *result = &results->stations[i];
      Sum sum = add_up (results, (int) i);
      double annuity = rate / (1 - pow (1 + rate, -life)), owed;

      if (!(sum.visits > 0))
        {
          g_assert_cmpfloat (result->visits_per_day, ==, 0);
          continue;
        }
      seen++;
      g_assert_cmpfloat_with_epsilon (result->visits_per_day, sum.visits, 1e-9);
      g_assert_cmpfloat_with_epsilon (result->energy_kwh_per_day, sum.kwh, 1e-6);
      g_assert_cmpfloat_with_epsilon (result->energy_kwh_per_year, sum.kwh_year, 1e-3);
      g_assert_cmpfloat_with_epsilon (result->detour_km_per_day, sum.detour_km, 1e-6);
      g_assert_cmpfloat_with_epsilon (result->lost_yuan_per_year,
                                      (sum.kwh_year - sum.sold)
                                        * (isnan (station->energy_price_yuan_per_kwh)
                                             ? parameter (any, results, COR_PARAM_STATION_PRICE)
                                             : station->energy_price_yuan_per_kwh), 1e-3);
      lost += result->lost_yuan_per_year;
      owed = result->capital_yuan * annuity + result->running_yuan_per_year + result->demand_yuan_per_year
             + result->lost_yuan_per_year;
      g_assert_cmpfloat_with_epsilon (result->breakeven_fee_yuan_per_kwh, owed / sum.sold, 1e-6);
      if (station->station_kind != COR_STATION_CHARGING)
        continue;
      g_assert_cmpfloat_with_epsilon (result->utilisation, sum.busy_h / (24 * station->plugs), 0.02 * result->utilisation);
      g_assert_cmpfloat_with_epsilon (result->capital_yuan,
                                      station->plugs * station->power_kw
                                        * (parameter (any, results, COR_PARAM_STATION_HARDWARE)
                                           + parameter (any, results, COR_PARAM_STATION_INSTALLATION)), 1);
      g_assert_cmpfloat (result->peak_kw, <=, station->plugs * station->power_kw * 1.001);
      g_assert_cmpfloat_with_epsilon (result->demand_yuan_per_year,
                                      12 * parameter (any, results, COR_PARAM_DEMAND_MAX) * result->peak_kw
                                        * parameter (any, results, COR_PARAM_DEMAND_MAX_BILLED), 1e-3);
    }
  g_assert_cmpuint (seen, >=, 4);
  g_assert_cmpfloat (lost, >, 0);
}

/* Puts a value into a station of a copy of the scenario. */
static CorScenario *
with_station (CorScenario *scenario, const char *id, void (*change) (CorStation *station))
{
  guint n;
  const CorItem *const *items = cor_scenario_items (scenario, COR_ITEM_STATION, &n);
  GPtrArray *stations = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_item_unref);

  for (guint i = 0; i < n; i++)
    {
      CorItem *copy = cor_item_copy (items[i]);

      if (g_str_equal (copy->id, id))
        change ((CorStation *) copy);
      g_ptr_array_add (stations, copy);
    }
  return cor_scenario_with_items (scenario, COR_ITEM_STATION, stations);
}

static void
make_low (CorStation *station)
{
  station->max_height_m = 3.5;
}

static void
make_weak (CorStation *station)
{
  station->power_kw = 100;
}

/* Trucks leave at 6 and pass Shatian, some 100 km on, between 7 and 12. */
static void
make_nightly (CorStation *station)
{
  station->open_from_h = 20;
  station->open_to_h = 5;
}

static void
make_other (CorStation *station)
{
  g_free (station->swap_type);
  station->swap_type = g_strdup ("another");
}

/* From 18 h to 6 h. */
static void
make_late (CorStation *station)
{
  station->open_from_h = 18;
  station->open_to_h = 6;
}

/* What a swap station costs to build, by hand: its bays, and in stock the largest battery that any truck swaps; and
 * the fee of its kind, where neither says one itself. */
static void
test_kinds (void)
{
  g_autoptr (CorEngine) engine = fixture_engine ();
  g_autoptr (CorScenario) plain = fixture_load ("eastern-port");
  g_autoptr (CorScenario) plugs = cor_scenario_set_parameter (plain, COR_PARAM_SERVICE_FEE, 0.3, "test", NULL);
  g_autoptr (CorScenario) both = cor_scenario_set_parameter (plugs, COR_PARAM_SWAP_FEE, 0.9, "test", NULL);
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, both);
  guint n, swaps = 0;
  const CorItem *const *items = cor_scenario_items (both, COR_ITEM_STATION, &n);
  const CorAlternative *any = results->duties[0].alternatives[0];

  for (guint i = 0; i < n; i++)
    {
      const CorStation *station = (const CorStation *) items[i];
      gboolean swap = station->station_kind == COR_STATION_SWAP;

      g_assert_true (isnan (station->service_fee_yuan_per_kwh));
      g_assert_cmpfloat (results->stations[i].fee_yuan_per_kwh, ==, swap ? 0.9 : 0.3);
      if (!swap || !isnan (station->cost_yuan))
        continue;
      /* The swap truck has 282 kWh. */
      g_assert_cmpfloat_with_epsilon (results->stations[i].capital_yuan,
                                      station->bays * parameter (any, results, COR_PARAM_SWAP_STATION_COST)
                                        + station->batteries * 282 * parameter (any, results, COR_PARAM_STOCK_COST), 1);
      swaps++;
    }
  g_assert_cmpuint (swaps, >, 0);
}

static void
make_both (CorStation *station)
{
  station->station_kind = COR_STATION_BOTH;
}

/* Plugs at 0.9 yuan and swaps at 0.3 in one station: what comes in is each kWh sold at its own fee, as trucks pay it, and the
 * card says so. */
static void
test_both_fees (void)
{
  g_autoptr (CorEngine) engine = fixture_engine ();
  g_autoptr (CorScenario) plain = fixture_load ("eastern-port");
  g_autoptr (CorScenario) plugs = cor_scenario_set_parameter (plain, COR_PARAM_SERVICE_FEE, 0.9, "test", NULL);
  g_autoptr (CorScenario) fees = cor_scenario_set_parameter (plugs, COR_PARAM_SWAP_FEE, 0.3, "test", NULL);
  g_autoptr (CorScenario) both = NULL;
  g_autoptr (CorResults) results = NULL;
  guint n, mixed = 0;

  cor_scenario_items (fees, COR_ITEM_STATION, &n);
  both = cor_scenario_ref (fees);
  for (guint i = 0; i < n; i++)
    {
      CorScenario *next = with_station (both, cor_scenario_items (both, COR_ITEM_STATION, &n)[i]->id, make_both);

      cor_scenario_unref (both);
      both = next;
    }
  results = cor_engine_evaluate (engine, both);
  for (guint i = 0; i < n; i++)
    {
      const CorStationResult *result = &results->stations[i];
      const CorTraceKey key = { .quantity = COR_TRACE_STATION_FEE, .index = i };
      g_autoptr (CorTrace) card = cor_trace_new (results, &key, FALSE);
      double sold[2] = { 0, 0 };

      for (guint d = 0; d < results->n_duties; d++)
        {
          const CorDutyResult *duty = &results->duties[d];
          const CorAlternative *truck = duty->alternatives[duty->assigned];

          for (guint s = 0; truck->plan != NULL && truck->plan->feasible && s < truck->plan->n_stops; s++)
            if (truck->plan->stops[s].station == (int) i)
              sold[truck->plan->stops[s].kind == COR_STOP_SWAP]
                += trucks_of (duty) * duty->route->days_per_year
                   * paid_kwh (&truck->plan->stops[s], parameter (truck, results, COR_PARAM_CHARGING_EFFICIENCY));
        }
      g_assert_cmpfloat_with_epsilon (result->swapped_kwh_per_year, sold[1], 1);
      g_assert_cmpfloat_with_epsilon (result->fee_yuan_per_kwh * result->sold_kwh_per_year, 0.9 * sold[0] + 0.3 * sold[1], 1);
      g_assert_cmpfloat (card->value, ==, result->fee_yuan_per_kwh);
      g_assert_cmpuint (card->inputs->len, ==, sold[1] > 0 ? 4 : 1);
      mixed += sold[1] > 0;
    }
  g_assert_cmpuint (mixed, >, 0);
}

/* Twelve hours over midnight are half of a day: the same visits fill twice the share of it. */
static void
test_over_midnight (void)
{
  g_autoptr (CorEngine) engine = fixture_engine ();
  g_autoptr (CorScenario) plain = fixture_load ("eastern-port");
  g_autoptr (CorScenario) late = with_station (plain, "shatian-charging", make_late);
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, late);
  int index = cor_scenario_index (late, COR_ITEM_STATION, "shatian-charging");
  const CorStationResult *result = &results->stations[index];
  const CorStation *station = (const CorStation *) cor_scenario_find (late, COR_ITEM_STATION, "shatian-charging");
  Sum sum = add_up (results, index);

  g_assert_cmpfloat (sum.visits, >, 0);
  g_assert_cmpfloat_with_epsilon (result->utilisation, sum.busy_h / (12 * station->plugs), 0.02 * result->utilisation);
}

static CorBarred
barred_at (CorResults *results, const char *duty, const char *station, char **text)
{
  g_autoptr (GArray) found = cor_barred_find (results, cor_results_duty (results, duty));
  int index = cor_scenario_index (results->scenario, COR_ITEM_STATION, station);
  CorBarred none = { .station = G_MAXUINT };

  *text = NULL;
  for (guint i = 0; i < found->len; i++)
    if ((int) g_array_index (found, CorBarred, i).station == index)
      {
        none = g_array_index (found, CorBarred, i);
        *text = cor_barred_text (results, cor_results_duty (results, duty), &none);
      }
  return none;
}

/* Each rule that keeps a truck from a station near its route is named, with by how much: the truck is 17.1
 * m long and 4 m high and takes 240 kW. */
static void
test_barred (void)
{
  static const struct
  {
    const char *duty, *station;
    void (*change) (CorStation *station);
    CorBarredBy by;
    const char *words;
  } cases[] = {
    { "humen", "changan-charging", NULL, COR_BARRED_LENGTH, "0.1 m too long" },
    { "humen", "shatian-charging", make_low, COR_BARRED_HEIGHT, "at most 3.50 m" },
    { "humen", "shatian-charging", make_weak, COR_BARRED_POWER, "slow: 100 kW a plug, the truck can take 240 kW" },
    { "huangpu", "shatian-charging", make_nightly, COR_BARRED_HOURS, "too late" },
    { "huangpu", "shatian-swap", make_other, COR_BARRED_SYSTEM, "another" },
  };
  g_autoptr (CorEngine) engine = fixture_engine ();
  g_autoptr (CorScenario) scenario = fixture_load ("eastern-port");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CorScenario) changed
        = cases[i].change != NULL ? with_station (scenario, cases[i].station, cases[i].change) : cor_scenario_ref (scenario);
      g_autoptr (CorResults) results = cor_engine_evaluate (engine, changed);
      g_autofree char *text = NULL;
      CorBarred barred = barred_at (results, cases[i].duty, cases[i].station, &text);
      GString *csv = cor_stations_table_csv (results);

      g_assert_nonnull (text);
      g_test_message ("%s", text);
      g_assert_cmpint (barred.by, ==, cases[i].by);
      g_assert_nonnull (strstr (text, cases[i].words));
      g_assert_nonnull (strstr (csv->str, cases[i].words));
      g_string_free (csv, TRUE);
    }
}

/* What a truck stops at is never said to be barred, but at most to be slow. */
static void
test_not_barred (void)
{
  g_autoptr (CorResults) results = evaluate ("eastern-port");

  for (guint d = 0; d < results->n_duties; d++)
    {
      const CorDutyResult *duty = &results->duties[d];
      const CorAlternative *shown = cor_duty_result_shown (duty);
      g_autoptr (GArray) found = cor_barred_find (results, duty);

      for (guint s = 0; shown->plan != NULL && s < shown->plan->n_stops; s++)
        for (guint i = 0; i < found->len; i++)
          g_assert_true ((int) g_array_index (found, CorBarred, i).station != shown->plan->stops[s].station
                         || g_array_index (found, CorBarred, i).by == COR_BARRED_POWER);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stations-scenario/energy", test_energy);
  g_test_add_func ("/stations-scenario/swap-books", test_swap_books);
  g_test_add_func ("/stations-scenario/waits", test_waits);
  g_test_add_func ("/stations-scenario/stations", test_stations);
  g_test_add_func ("/stations-scenario/kinds", test_kinds);
  g_test_add_func ("/stations-scenario/both-fees", test_both_fees);
  g_test_add_func ("/stations-scenario/over-midnight", test_over_midnight);
  g_test_add_func ("/stations-scenario/barred", test_barred);
  g_test_add_func ("/stations-scenario/not-barred", test_not_barred);
  return g_test_run ();
}
