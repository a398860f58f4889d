/* test-emissions.c: well to wheel, activity, factors, exhaust and making by hand and by properties.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-emission-rows.h"
#include "scenario-fixture.h"

#include <math.h>

static CorEngine *engine;

/* The scenario with other settings of the head. */
static CorResults *
evaluate_with (CorScenario *scenario, int activity, double green_share, const char *grid)
{
  CorHead *head = (CorHead *) cor_item_copy (&cor_scenario_head (scenario)->item);
  g_autoptr (CorScenario) changed = NULL;

  head->activity = activity;
  head->green_share = green_share;
  if (grid != NULL)
    cor_item_set_string (&head->item, cor_item_field (COR_ITEM_HEAD, "grid_factor"), grid);
  changed = cor_scenario_with_head (scenario, &head->item);
  return cor_engine_evaluate (engine, changed);
}

static void
assert_near (double a, double b)
{
  g_assert_cmpfloat_with_epsilon (a, b, 1e-9 * (fabs (a) + fabs (b)) + 1e-12);
}

/*
 * One kWh, litre and kg by the factors' own figures: diesel EN 16258 3.24 and 2.67 kg/L; grid Guangdong
 * 2021 0.4715, half of it green: 0.23575; life cycle 0.6205 with a quarter of wind at 0.0336; hydrogen
 * from the grid 55 kWh/kg.
 */
static void
test_factors (void)
{
  g_autoptr (CorScenario) scenario = fixture_load ("eastern-port");
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);
  g_autofree char *label = NULL;
  CorFactorChoice choice;
  CorEmission e;

  cor_factor_choice_init (results, &choice);
  g_assert_true (cor_factor_choice_set (&choice, results->factors, COR_FACTOR_DIESEL, "en16258-wtw"));
  e = cor_emission_of (&choice, COR_POWERTRAIN_DIESEL, 100, 2027);
  assert_near (e.wtw_kg, 324);
  assert_near (e.ttw_kg, 267);
  assert_near (e.wtt_kg, 57);
  g_assert_true (cor_factor_choice_set (&choice, results->factors, COR_FACTOR_GRID, "guangdong-2021-generation"));
  choice.green_share = 0.5;
  e = cor_emission_of (&choice, COR_POWERTRAIN_BET, 1000, 2027);
  assert_near (e.wtw_kg, 235.75);
  assert_near (e.ttw_kg, 0);
  g_assert_true (cor_factor_choice_set (&choice, results->factors, COR_FACTOR_GRID, "china-2023-life-cycle"));
  choice.green_share = 0.25;
  assert_near (cor_emission_of (&choice, COR_POWERTRAIN_BET_SWAP, 1, 2027).wtw_kg, 0.75 * 0.6205 + 0.25 * 0.0336);
  g_assert_true (cor_factor_choice_set (&choice, results->factors, COR_FACTOR_HYDROGEN, "hydrogen-grid"));
  assert_near (cor_emission_of (&choice, COR_POWERTRAIN_FCET, 1, 2027).wtw_kg, 55 * (0.75 * 0.6205 + 0.25 * 0.0336));
  label = cor_factor_label (choice.hydrogen, 2027, FALSE);
  g_assert_true (g_str_has_suffix (label, " + 55 kWh/kg"));
  g_assert_false (cor_factor_choice_set (&choice, results->factors, COR_FACTOR_GRID, "en16258-wtw"));
}

/* What another choice of factors gives is what an evaluation with it gives; green share and all. */
static void
test_other_choice (void)
{
  static const char *const names[] = { "eastern-port", "icct-2021" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (CorScenario) scenario = fixture_load (names[i]);
      g_autoptr (CorResults) results = evaluate_with (scenario, COR_ACTIVITY_SFD, 0.3, NULL);
      g_autoptr (CorResults) other = evaluate_with (scenario, COR_ACTIVITY_SFD, 0.3, "china-2023-life-cycle");
      const CorTotals *expected = &other->totals[other->year];
      CorFactorChoice choice;
      CorEmissionTotals totals;

      cor_factor_choice_init (results, &choice);
      g_assert_true (cor_factor_choice_set (&choice, results->factors, COR_FACTOR_GRID, "china-2023-life-cycle"));
      totals = cor_emission_totals (results, &choice, results->year);
      g_assert_cmpfloat (expected->wtw_kg, >, 0);
      assert_near (totals.counted.wtw_kg, expected->wtw_kg);
      assert_near (totals.diesel.wtw_kg, expected->diesel_wtw_kg);
      assert_near (totals.counted.ttw_kg, expected->direct_kg);
      assert_near (totals.counted.wtt_kg + totals.counted.ttw_kg, totals.counted.wtw_kg);
    }
}

/*
 * Activity: payload x distance of each way; a great circle is no longer than the road, emissions are the
 * same whatever activity is counted on, and a detour adds to emissions alone (ISO 14083:2023).
 */
static void
test_activity (void)
{
  g_autoptr (CorScenario) scenario = fixture_load ("eastern-port");
  g_autoptr (CorResults) sfd = evaluate_with (scenario, COR_ACTIVITY_SFD, 0, NULL);
  g_autoptr (CorResults) gcd = evaluate_with (scenario, COR_ACTIVITY_GCD, 0, NULL);

  for (guint i = 0; i < sfd->n_duties; i++)
    {
      const CorDutyResult *duty = &sfd->duties[i];
      const CorOutcome *a = &duty->alternatives[duty->assigned]->outcomes[sfd->year];
      const CorOutcome *b = &gcd->duties[i].alternatives[duty->assigned]->outcomes[gcd->year];
      const CorRoute *route = duty->route;
      const CorPath *out = duty->geometry->out, *back = duty->geometry->back;
      double trips = route->trips_per_day * route->days_per_year;
      double circle = cor_lonlat_distance (out->shape[0], out->shape[out->n_shape - 1]) / 1000;

      if (!a->feasible)
        continue;
      assert_near (a->tkm, trips * (route->payload_out_t * out->length_m + route->payload_back_t * back->length_m) / 1000);
      g_assert_cmpfloat_with_epsilon (b->tkm, trips * (route->payload_out_t + route->payload_back_t) * circle, 1e-6 * b->tkm);
      g_assert_cmpfloat (b->tkm, <, a->tkm);
      assert_near (a->wtw_kg, b->wtw_kg);
      assert_near (a->detour_kg, a->wtw_kg * a->detour_km / (a->detour_km + a->transport_km));
      assert_near (a->energy, (a->transport_km + a->detour_km) * a->kwh_per_km
                                / cor_param_table_value (duty->alternatives[duty->assigned]->table, COR_PARAM_CHARGING_EFFICIENCY, a->model_year));
    }
}

/* The trial with its lines' places taken away: what is known is the km of a year. */
static CorScenario *
without_places (void)
{
  CorScenario *scenario = fixture_load ("shenzhen-pilot");
  guint n;
  const CorItem *const *routes = cor_scenario_items (scenario, COR_ITEM_ROUTE, &n);
  GPtrArray *bare = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_item_unref);
  CorScenario *changed;

  for (guint i = 0; i < n; i++)
    {
      CorItem *route = cor_item_copy (routes[i]);

      cor_item_set_string (route, cor_item_field (COR_ITEM_ROUTE, "origin"), NULL);
      cor_item_set_string (route, cor_item_field (COR_ITEM_ROUTE, "destination"), NULL);
      g_ptr_array_add (bare, route);
    }
  changed = cor_scenario_with_items (scenario, COR_ITEM_ROUTE, bare);
  cor_scenario_unref (scenario);
  return changed;
}

/* Where only the km of a year are known, activity is those km with the payload; on a great circle there is none to tell. */
static void
test_activity_of_a_year (void)
{
  g_autoptr (CorScenario) scenario = without_places ();
  g_autoptr (CorResults) sfd = evaluate_with (scenario, COR_ACTIVITY_SFD, 0, NULL);
  g_autoptr (CorResults) gcd = evaluate_with (scenario, COR_ACTIVITY_GCD, 0, NULL);
  guint seen = 0;

  for (guint i = 0; i < sfd->n_duties; i++)
    {
      const CorDutyResult *duty = &sfd->duties[i];
      const CorOutcome *a = &duty->alternatives[duty->assigned]->outcomes[sfd->year];
      const CorOutcome *b = &gcd->duties[i].alternatives[duty->assigned]->outcomes[gcd->year];

      if (!a->feasible || !(duty->route->payload_out_t > 0))
        continue;
      seen++;
      assert_near (a->tkm, a->transport_km * duty->route->payload_out_t);
      g_assert_true (isnan (b->tkm));
      assert_near (a->wtw_kg, b->wtw_kg);
    }
  g_assert_cmpuint (seen, >, 0);
}

/* Between two years of a path a factor goes along a straight line; outside it stays. */
static void
test_path (void)
{
  CorFactorPoint points[] = { { 2020, 0.8 }, { 2024, 0.6 }, { 2030, 0.3 } };
  CorFactor factor = { .total = 9, .path = points, .n_path = 3 };

  assert_near (cor_factor_total (&factor, 2010), 0.8);
  assert_near (cor_factor_total (&factor, 2020), 0.8);
  assert_near (cor_factor_total (&factor, 2021), 0.75);
  assert_near (cor_factor_total (&factor, 2024), 0.6);
  assert_near (cor_factor_total (&factor, 2028), 0.4);
  assert_near (cor_factor_total (&factor, 2040), 0.3);
}

/* Exhaust of China VI by hand: litres x 3.77 kWh/L x 0.46 and 0.01 g/kWh (GB 17691-2018, WHTC); V: 2.0. */
static void
test_exhaust (void)
{
  g_autoptr (CorScenario) scenario = fixture_load ("eastern-port");
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);
  const CorDutyResult *duty = &results->duties[0];
  const CorOutcome *diesel = &duty->diesel->outcomes[results->year];
  double litres = diesel->transport_km * diesel->l_per_100km / 100;
  CorItem *older = cor_item_copy (&duty->diesel->truck->item);
  g_autoptr (CorScenario) changed = NULL;
  g_autoptr (CorResults) again = NULL;

  assert_near (diesel->nox_kg, litres * 3.77 * 0.46 / 1000);
  assert_near (diesel->pm_kg, litres * 3.77 * 0.01 / 1000);
  g_assert_cmpfloat (duty->alternatives[duty->assigned]->outcomes[results->year].nox_kg, ==, 0);
  ((CorTruck *) older)->emission_standard = COR_STANDARD_CHINA_V;
  changed = cor_scenario_with_item (scenario, older);
  again = cor_engine_evaluate (engine, changed);
  assert_near (again->duties[0].diesel->outcomes[again->year].nox_kg, litres * 3.77 * 2.0 / 1000);
  assert_near (again->duties[0].diesel->outcomes[again->year].pm_kg, litres * 3.77 * 0.03 / 1000);
}

/* Making by hand: 83.5 kg/kWh and 4.5 kg/kg over 700,000 km; never in well to wheel. */
static void
test_making (void)
{
  g_autoptr (CorScenario) scenario = fixture_load ("eastern-port");
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);
  const CorAlternative *truck = results->duties[0].alternatives[results->duties[0].assigned];
  const CorOutcome *outcome = &truck->outcomes[results->year];
  double battery = cor_param_table_value (truck->table, COR_PARAM_BATTERY, outcome->model_year);
  double mass = cor_param_table_value (truck->table, COR_PARAM_KERB_MASS, outcome->model_year)
                + cor_param_table_value (truck->table, COR_PARAM_TRAILER_MASS, outcome->model_year);

  assert_near (outcome->battery_making_kg, battery * 83.5 * cor_outcome_driven_km (outcome) / 700000);
  assert_near (outcome->vehicle_making_kg, mass * 4.5 * cor_outcome_driven_km (outcome) / 700000);
  g_assert_cmpfloat (results->duties[0].diesel->outcomes[results->year].battery_making_kg, ==, 0);
}

/* The km of all trucks that count, from the duties themselves. */
static double
driven_km (const CorResults *results)
{
  double km = 0;

  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorAlternative *truck = cor_duty_result_compared (results, &results->duties[i], results->year);

      if (truck != NULL)
        km += results->duties[i].duty->trucks * cor_outcome_driven_km (&truck->outcomes[results->year]);
    }
  return km;
}

/* Rows of every sort add up to the totals of the scenario. */
static void
test_rows (void)
{
  static const char *const names[] = { "eastern-port", "shenzhen-hongkong", "shenzhen-pilot" };

  for (guint k = 0; k < G_N_ELEMENTS (names); k++)
    {
      g_autoptr (CorScenario) scenario = fixture_load (names[k]);
      g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);
      const CorTotals *totals = &results->totals[results->year];
      CorFactorChoice choice;

      cor_factor_choice_init (results, &choice);
      for (int by = COR_EMISSION_BY_DUTY; by <= COR_EMISSION_BY_SCENARIO; by++)
        {
          g_autoptr (GArray) rows = cor_emission_rows (results, &choice, by);
          double wtw = 0, wtt = 0, ttw = 0, diesel = 0, detour = 0, nox = 0, pm = 0, making = 0, km = 0;

          for (guint i = 0; i < rows->len; i++)
            {
              const CorEmissionRow *row = &g_array_index (rows, CorEmissionRow, i);

              if (row->reference)
                diesel += row->emission.wtw_kg;
              else
                {
                  wtw += row->emission.wtw_kg;
                  wtt += row->emission.wtt_kg;
                  ttw += row->emission.ttw_kg;
                  detour += row->detour_kg;
                  nox += row->nox_kg;
                  pm += row->pm_kg;
                  making += row->making_kg;
                  km += row->km;
                }
            }
          assert_near (wtw, totals->wtw_kg);
          assert_near (ttw, totals->direct_kg);
          assert_near (wtt + ttw, wtw);
          assert_near (detour, totals->detour_kg);
          assert_near (nox, totals->nox_kg);
          assert_near (pm, totals->pm_kg);
          assert_near (making, totals->making_kg);
          if (by != COR_EMISSION_BY_STATION)
            assert_near (km, driven_km (results));
          if (by != COR_EMISSION_BY_TRUCK && by != COR_EMISSION_BY_STATION)
            assert_near (diesel, totals->diesel_wtw_kg);
        }
    }
}

/* By duty: trips are trucks x a day x days, km are transport and detours of all trucks, tkm those of the outcome. */
static void
test_rows_by_duty (void)
{
  g_autoptr (CorScenario) scenario = fixture_load ("eastern-port");
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);
  g_autoptr (GArray) rows = NULL;
  CorFactorChoice choice;
  guint seen = 0;

  cor_factor_choice_init (results, &choice);
  rows = cor_emission_rows (results, &choice, COR_EMISSION_BY_DUTY);
  for (guint i = 0; i < rows->len; i++)
    {
      const CorEmissionRow *row = &g_array_index (rows, CorEmissionRow, i);
      const CorDutyResult *duty = cor_results_duty (results, row->item->id);
      const CorAlternative *truck = row->reference ? duty->diesel : cor_duty_result_compared (results, duty, results->year);
      const CorOutcome *outcome = &truck->outcomes[results->year];
      double n = duty->duty->trucks;

      assert_near (row->trucks, n);
      assert_near (row->trips, n * duty->route->trips_per_day * duty->route->days_per_year);
      assert_near (row->km, n * (outcome->transport_km + outcome->detour_km));
      assert_near (row->tkm, n * outcome->tkm);
      assert_near (row->emission.wtw_kg, n * outcome->wtw_kg);
      seen++;
    }
  g_assert_cmpuint (seen, >, 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  engine = fixture_engine ();
  g_test_add_func ("/emissions/factors", test_factors);
  g_test_add_func ("/emissions/other-choice", test_other_choice);
  g_test_add_func ("/emissions/activity", test_activity);
  g_test_add_func ("/emissions/activity-of-a-year", test_activity_of_a_year);
  g_test_add_func ("/emissions/path", test_path);
  g_test_add_func ("/emissions/exhaust", test_exhaust);
  g_test_add_func ("/emissions/making", test_making);
  g_test_add_func ("/emissions/rows", test_rows);
  g_test_add_func ("/emissions/rows-by-duty", test_rows_by_duty);
  return fixture_run (engine);
}
