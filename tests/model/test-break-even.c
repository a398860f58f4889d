/* test-break-even.c: a value that the solver found, taken over, closes the gap that it was found for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-break-even-apply.h"
#include "cor-edit.h"
#include "../scenario-fixture.h"
#include "../sanitized.h"

#include <math.h>
#include <string.h>

/* What may be left of a gap: roots are closed in on; with other prices of energy days are planned anew, which
 * the solver leaves out. */
#define SHARE_LEFT 0.001
#define SHARE_LEFT_PLANNED 0.05
#define YUAN_LEFT 50

static CorEngine *engine;

static double
gap (const CorResults *results, const char *duty)
{
  const CorDutyResult *found = cor_results_duty (results, duty);
  const CorAlternative *truck = cor_duty_result_shown (found);

  return truck->outcomes[results->year].tco_yuan - found->diesel->outcomes[results->year].tco_yuan;
}

/* Applies each lever with a solution to each duty; counts what was applied, by lever. */
static void
check (CorScenario *scenario, guint *applied)
{
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);
  int year = results->first_year + (int) results->year;

  for (guint i = 0; i < results->n_duties; i += sanitized_step (3))
    {
      const CorDutyResult *duty = &results->duties[i];
      const CorAlternative *truck = cor_duty_result_shown (duty);
      g_autoptr (CorSolver) solver = truck ? cor_solver_new (results, duty, truck, NULL) : NULL;

      for (guint lever = 0; solver != NULL && lever < COR_N_LEVERS; lever++)
        {
          const char *id = duty->duty->item.id;
          gboolean plans = lever == COR_LEVER_ELECTRICITY || lever == COR_LEVER_SERVICE_FEE;
          CorBreakEvenMove move = { lever, NAN, NAN, year, cor_solver_instrument (solver, lever, year) };
          double lowest, highest, left;
          g_autoptr (GError) error = NULL;
          g_autoptr (CorScenario) next = NULL;
          g_autoptr (CorResults) after = NULL;
          g_autofree char *moves = NULL;

          cor_solver_present (solver, lever, year, &move.now, &lowest, &highest);
          if (!cor_solver_break_even (solver, lever, year, &move.value, NULL))
            continue;
          moves = cor_break_even_moves (scenario, truck->table, &move);
          g_assert_cmpstr (moves, !=, "");
          next = cor_break_even_apply (scenario, truck->table, &move, &error);
          if (next == NULL)
            {
              g_assert_true (lever == COR_LEVER_ANNUAL_KM || g_error_matches (error, COR_ERROR, COR_ERROR_RANGE));
              continue;
            }
          after = cor_engine_evaluate (engine, next);
          left = gap (after, id);
          g_test_message ("%s, %s of %g: gap %.0f, then %.0f", id, cor_lever_info (lever)->id, move.value, gap (results, id), left);
          if (!plans)
            g_assert_cmpfloat (left, <=, 0);
          g_assert_cmpfloat (fabs (left), <=,
                             (plans ? SHARE_LEFT_PLANNED : SHARE_LEFT) * fabs (gap (results, id)) + YUAN_LEFT);
          applied[lever]++;
        }
    }
}

static void
test_bundled (void)
{
  static const char *const names[] = { "eastern-port", "icct-2021", "shenzhen-hongkong" };
  guint applied[COR_N_LEVERS] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (CorScenario) scenario = fixture_load (names[i]);

      check (scenario, applied);
    }
  for (guint lever = 0; lever < COR_N_LEVERS; lever++)
    if (lever != COR_LEVER_ANNUAL_KM)
      g_assert_cmpuint (applied[lever], >, 0);
}

/* The scenario with every third station on a price of its own, every third on a tariff. */
static CorScenario *
with_own_prices (CorScenario *plain)
{
  g_autoptr (CorScenario) named = NULL;
  CorTariffSheet *sheet = (CorTariffSheet *) cor_item_new (COR_ITEM_TARIFF, "power");
  GPtrArray *stations = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_item_unref);
  CorTariffSeason season;
  guint n;
  const CorItem *const *items;

  cor_tariff_season_init (&season);
  season.yuan_per_kwh[COR_TARIFF_FLAT] = 0.9;
  season.yuan_per_kwh[COR_TARIFF_VALLEY] = 0.5;
  cor_tariff_add_stretch (&season, COR_TARIFF_VALLEY, 0, 8);
  sheet->seasons = cor_seasons_new ();
  g_array_append_val (sheet->seasons, season);
  named = cor_scenario_with_item (plain, &sheet->item);
  items = cor_scenario_items (named, COR_ITEM_STATION, &n);
  for (guint i = 0; i < n; i++)
    {
      CorStation *copy = (CorStation *) cor_item_copy (items[i]);

      if (i % 3 == 0)
        {
          copy->energy_price_yuan_per_kwh = 0.95;
          copy->service_fee_yuan_per_kwh = 0.5;
        }
      else if (i % 3 == 1)
        copy->tariff = g_strdup ("power");
      g_ptr_array_add (stations, copy);
    }
  return cor_scenario_with_items (named, COR_ITEM_STATION, stations);
}

/* The same, and the tariff's level rises by year: what is taken over still closes the gap. */
static void
test_moving_tariff (void)
{
  g_autoptr (CorScenario) plain = fixture_load ("eastern-port");
  g_autoptr (CorScenario) own = with_own_prices (plain);
  CorTariffSheet *sheet = (CorTariffSheet *) cor_item_copy (cor_scenario_find (own, COR_ITEM_TARIFF, "power"));
  CorPolicyPoint ends[] = { { 2024, 1 }, { 2034, 1.3 } };
  guint applied[COR_N_LEVERS] = { 0 };
  g_autoptr (CorScenario) scenario = NULL;

  sheet->price_level = cor_schedule_new ();
  g_array_append_vals (sheet->price_level, ends, G_N_ELEMENTS (ends));
  scenario = cor_scenario_with_item (own, &sheet->item);
  check (scenario, applied);
  g_assert_cmpuint (applied[COR_LEVER_ELECTRICITY], >, 0);
}

/* Prices that stations and tariffs carry themselves move with the others. */
static void
test_own_prices (void)
{
  g_autoptr (CorScenario) plain = fixture_load ("eastern-port");
  g_autoptr (CorScenario) scenario = with_own_prices (plain);
  guint applied[COR_N_LEVERS] = { 0 };

  check (scenario, applied);
  g_assert_cmpuint (applied[COR_LEVER_ELECTRICITY], >, 0);
}

/* A price that would have to fall below zero is said, and nothing changes. */
static void
test_below_zero (void)
{
  g_autoptr (CorScenario) scenario = fixture_load ("eastern-port");
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);
  const CorAlternative *truck = cor_duty_result_shown (&results->duties[0]);
  g_autoptr (GError) error = NULL;
  const CorBreakEvenMove below = { COR_LEVER_ELECTRICITY, 0.2, 1.2, 2027, NULL };
  const CorBreakEvenMove distance = { COR_LEVER_ANNUAL_KM, 1e5, 5e4, 2027, NULL };

  g_assert_null (cor_break_even_apply (scenario, truck->table, &below, &error));
  g_assert_error (error, COR_ERROR, COR_ERROR_RANGE);
  g_clear_error (&error);
  g_assert_null (cor_break_even_apply (scenario, truck->table, &distance, &error));
  g_assert_error (error, COR_ERROR, COR_ERROR_NO_SOLUTION);
}

/* Nothing is in proportion to a price of 0: it becomes the value found, as a number and in words. */
static void
test_from_nothing (void)
{
  g_autoptr (CorScenario) plain = fixture_load ("eastern-port");
  g_autoptr (GError) error = NULL;
  g_autoptr (CorScenario) free = cor_edit_parameter (plain, COR_ITEM_HEAD, NULL, COR_PARAM_DIESEL_PRICE, 0, &error);
  g_autoptr (CorResults) before = cor_engine_evaluate (engine, free);
  const CorBreakEvenMove move = { COR_LEVER_DIESEL_PRICE, 6.5, 0, 2027, NULL };
  g_autofree char *words = cor_break_even_moves (free, before->duties[0].diesel->table, &move);
  g_autoptr (CorScenario) next = cor_break_even_apply (free, before->duties[0].diesel->table, &move, &error);
  g_autoptr (CorResults) after = NULL;

  g_assert_no_error (error);
  after = cor_engine_evaluate (engine, next);
  for (int year = 2025; year < 2030; year++)
    g_assert_cmpfloat (cor_param_table_value (after->duties[0].diesel->table, COR_PARAM_DIESEL_PRICE, year), ==, 6.5);
  g_assert_nonnull (strstr (words, "6.50 yuan/L"));
}

/* A price path keeps its shape: all its years move by the same. */
static void
test_path (void)
{
  g_autoptr (CorScenario) plain = fixture_load ("eastern-port");
  g_autoptr (GArray) points = cor_schedule_new (), moved = NULL;
  CorPolicyPoint a = { 2024, 7.0 }, b = { 2030, 8.4 };
  const CorBreakEvenMove move = { COR_LEVER_DIESEL_PRICE, 8.8, 8.0, 2027, NULL };
  g_autoptr (CorScenario) scenario = NULL, next = NULL;
  g_autoptr (CorResults) results = NULL;
  g_autoptr (GError) error = NULL;

  g_array_append_val (points, a);
  g_array_append_val (points, b);
  scenario = cor_edit_series (plain, COR_ITEM_HEAD, NULL, COR_PARAM_DIESEL_PRICE, points, &error);
  g_assert_no_error (error);
  results = cor_engine_evaluate (engine, scenario);
  next = cor_break_even_apply (scenario, cor_duty_result_shown (&results->duties[0])->table, &move, &error);
  g_assert_no_error (error);
  moved = cor_edit_get_series (next, COR_ITEM_HEAD, NULL, COR_PARAM_DIESEL_PRICE);
  g_assert_cmpuint (moved->len, ==, 2);
  g_assert_cmpfloat_with_epsilon (g_array_index (moved, CorPolicyPoint, 0).y, 7.7, 1e-9);
  g_assert_cmpfloat_with_epsilon (g_array_index (moved, CorPolicyPoint, 1).y, 9.24, 1e-9);
}

/* The scenario with its toll relief and its purchase grant in force, the relief cut to @share. */
static CorScenario *
with_relief (double share)
{
  g_autoptr (CorScenario) plain = fixture_load ("eastern-port");
  g_autoptr (CorScenario) relieved = cor_edit_number (plain, COR_ITEM_POLICY, "toll_relief", "on", TRUE, NULL);
  g_autoptr (CorScenario) cut = cor_edit_number (relieved, COR_ITEM_POLICY, "toll_relief", "amount", share, NULL);

  return cor_edit_number (cut, COR_ITEM_POLICY, "purchase_grant", "on", TRUE, NULL);
}

/*
 * An instrument in force is what its lever moves. The relief is a share of the tolls, so its worth
 * is a straight line: two scenarios give the line, and where it meets zero is the value by hand.
 */
static void
test_in_force (void)
{
  g_autoptr (CorScenario) scenario = with_relief (0.4), without = with_relief (0);
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);
  g_autoptr (CorResults) bare = cor_engine_evaluate (engine, without);
  const CorDutyResult *duty = cor_results_duty (results, "pinghu-shuttle");
  int year = results->first_year + (int) results->year;
  g_autoptr (CorSolver) solver = cor_solver_new (results, duty, cor_duty_result_shown (duty), NULL);
  double now, lowest, highest, value, a = gap (bare, "pinghu-shuttle"), b = gap (results, "pinghu-shuttle");
  double by_hand = 0.4 * a / (a - b);

  g_assert_cmpfloat (b, <, a);
  g_assert_cmpstr (cor_solver_instrument (solver, COR_LEVER_TOLL_RELIEF, year), ==, "toll_relief");
  g_assert_cmpstr (cor_solver_instrument (solver, COR_LEVER_GRANT, year), ==, "purchase_grant");
  g_assert_null (cor_solver_instrument (solver, COR_LEVER_ROAD_CHARGE, year));
  g_assert_null (cor_solver_instrument (solver, COR_LEVER_DIESEL_PRICE, year));
  cor_solver_present (solver, COR_LEVER_TOLL_RELIEF, year, &now, &lowest, &highest);
  g_assert_cmpfloat_with_epsilon (now, 0.4, 1e-12);
  g_assert_cmpfloat_with_epsilon (cor_solver_gap (solver, COR_LEVER_TOLL_RELIEF, 0, year), a, 0.01);
  g_assert_cmpfloat_with_epsilon (cor_solver_gap (solver, COR_LEVER_TOLL_RELIEF, now, year), b, 0.01);
  g_assert_true (cor_solver_break_even (solver, COR_LEVER_TOLL_RELIEF, year, &value, NULL));
  g_assert_cmpfloat_with_epsilon (value, by_hand, 1e-6);
}

/* Taking the value over changes that instrument and adds none. */
static void
test_in_force_applied (void)
{
  g_autoptr (CorScenario) scenario = with_relief (0.4), next = NULL;
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario), after = NULL;
  const CorDutyResult *duty = cor_results_duty (results, "pinghu-shuttle");
  const CorAlternative *truck = cor_duty_result_shown (duty);
  g_autoptr (CorSolver) solver = cor_solver_new (results, duty, truck, NULL);
  int year = results->first_year + (int) results->year;
  CorBreakEvenMove move = { COR_LEVER_TOLL_RELIEF, NAN, 0.4, year, "toll_relief" };
  g_autoptr (GError) error = NULL;
  guint before, n;

  g_assert_true (cor_solver_break_even (solver, move.lever, year, &move.value, NULL));
  next = cor_break_even_apply (scenario, truck->table, &move, &error);
  g_assert_no_error (error);
  cor_scenario_items (scenario, COR_ITEM_POLICY, &before);
  cor_scenario_items (next, COR_ITEM_POLICY, &n);
  g_assert_cmpuint (n, ==, before);
  after = cor_engine_evaluate (engine, next);
  g_assert_cmpfloat (fabs (gap (after, "pinghu-shuttle")), <, YUAN_LEFT + 0.01);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  engine = fixture_engine ();
  g_test_add_func ("/break-even/bundled", test_bundled);
  g_test_add_func ("/break-even/own-prices", test_own_prices);
  g_test_add_func ("/break-even/moving-tariff", test_moving_tariff);
  g_test_add_func ("/break-even/below-zero", test_below_zero);
  g_test_add_func ("/break-even/from-nothing", test_from_nothing);
  g_test_add_func ("/break-even/path", test_path);
  g_test_add_func ("/break-even/in-force", test_in_force);
  g_test_add_func ("/break-even/in-force-applied", test_in_force_applied);
  return fixture_run (engine);
}
