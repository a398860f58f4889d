/* test-stations-scenario.c: the stations of the bundled corridor against sums worked from the plans.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-data-dir.h"
#include "cor-engine.h"
#include "cor-scenario-file.h"

#include <math.h>
#include <string.h>

static CorResults *
evaluate (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = cor_data_file ("scenarios", name, NULL);
  g_autoptr (CorScenarioFile) file = cor_scenario_file_load (path, &error);
  g_autoptr (CorEngine) engine = cor_engine_new_default (&error);

  g_assert_no_error (error);
  return cor_engine_evaluate (engine, cor_scenario_file_scenario (file));
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

/* What the trucks take in is what stations, sites and depots give, less the losses of charging; and
 * what the stations give is what the plans say was bought there. */
static void
test_energy (void)
{
  g_autoptr (CorResults) results = evaluate ("eastern-port.corridor");
  double at_stations = 0, by_plans = 0;

  for (guint i = 0; i < results->n_stations; i++)
    at_stations += results->stations[i].energy_kwh_per_day;
  for (guint d = 0; d < results->n_duties; d++)
    {
      const CorDutyResult *duty = &results->duties[d];
      const CorAlternative *truck = duty->alternatives[duty->assigned];
      double efficiency = parameter (truck, results, COR_PARAM_CHARGING_EFFICIENCY);

      if (truck->plan == NULL || !truck->plan->feasible)
        continue;
      by_plans += truck->plan->station_kwh * trucks_of (duty);
      g_assert_cmpfloat_with_epsilon (
        truck->plan->kwh, efficiency * (truck->plan->station_kwh + truck->plan->site_kwh + truck->plan->depot_kwh), 0.01);
    }
  g_assert_cmpfloat (at_stations, >, 1000);
  g_assert_cmpfloat_with_epsilon (at_stations, by_plans, 1e-6 * by_plans);
}

/* The visits of a station added up from the plans. */
typedef struct
{
  double visits, kwh, kwh_year, busy_h, detour_km;
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
  g_autoptr (CorResults) results = evaluate ("eastern-port.corridor");
  guint n, seen = 0;
  const CorItem *const *items = cor_scenario_items (results->scenario, COR_ITEM_STATION, &n);
  const CorAlternative *any = results->duties[0].alternatives[0];
  double life = parameter (any, results, COR_PARAM_STATION_LIFE), rate = parameter (any, results, COR_PARAM_STATION_RETURN);

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
      owed = result->capital_yuan * annuity + result->running_yuan_per_year + result->demand_yuan_per_year;
      g_assert_cmpfloat_with_epsilon (result->breakeven_fee_yuan_per_kwh, owed / sum.kwh_year, 1e-6);
      if (station->station_kind != COR_STATION_CHARGING)
        continue;
      g_assert_cmpfloat_with_epsilon (result->utilisation, sum.busy_h / (24 * station->plugs), 0.02 * result->utilisation);
      g_assert_cmpfloat_with_epsilon (result->capital_yuan,
                                      station->plugs * station->power_kw
                                        * (parameter (any, results, COR_PARAM_STATION_HARDWARE)
                                           + parameter (any, results, COR_PARAM_STATION_INSTALLATION)), 1);
      g_assert_cmpfloat (result->peak_kw, <=, station->plugs * station->power_kw * 1.001);
      g_assert_cmpfloat_with_epsilon (result->demand_yuan_per_year,
                                      12 * parameter (any, results, COR_PARAM_DEMAND_MAX) * result->peak_kw, 1e-3);
    }
  g_assert_cmpuint (seen, >=, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stations-scenario/energy", test_energy);
  g_test_add_func ("/stations-scenario/stations", test_stations);
  return g_test_run ();
}
