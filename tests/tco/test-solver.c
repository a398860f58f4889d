/* test-solver.c: break-even values are ones, and where there is none it is said.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-solver.h"
#include "cor-variant.h"
#include "../scenario-fixture.h"

#include <math.h>
#include <string.h>

static CorEngine *engine;

static CorSolver *
solver_for (const CorResults *results, guint duty)
{
  g_autoptr (GError) error = NULL;
  CorSolver *solver = cor_solver_new (results, &results->duties[duty],
                                      cor_duty_result_shown (&results->duties[duty]), &error);

  g_assert_no_error (error);
  return solver;
}

/* With the lever where the solver says, the gap is nothing; and unmoved it is the evaluation's. */
static void
test_break_even (void)
{
  const char *const names[] = { "icct-2021", "eastern-port", "shenzhen-hongkong" };
  guint solved = 0;

  for (guint k = 0; k < G_N_ELEMENTS (names); k++)
    {
      g_autoptr (CorResults) results = fixture_results (engine, names[k]);
      int year = results->first_year + (int) results->year;

      for (guint d = 0; d < results->n_duties; d++)
        {
          const CorDutyResult *duty = &results->duties[d];
          const CorAlternative *truck = cor_duty_result_shown (duty);
          g_autoptr (CorSolver) solver = NULL;
          double gap;

          if (truck == NULL || truck->tco == NULL || duty->diesel == NULL || duty->diesel->tco == NULL)
            continue;
          solver = solver_for (results, d);
          gap = truck->tco->total - duty->diesel->tco->total;
          for (guint i = 0; i < COR_N_LEVERS; i++)
            {
              double now, lowest, highest, value;

              cor_solver_present (solver, i, year, &now, &lowest, &highest);
              if (!isnan (now))
                g_assert_cmpfloat_with_epsilon (cor_solver_gap (solver, i, now, year), gap, 0.5);
              if (!cor_solver_break_even (solver, i, year, &value, NULL))
                continue;
              solved++;
              g_assert_cmpfloat (value, >=, lowest);
              g_assert_cmpfloat (value, <=, highest);
              g_assert_cmpfloat_with_epsilon (cor_solver_gap (solver, i, value, year), 0, 1);
            }
        }
    }
  g_assert_cmpuint (solved, >, 20);
}

/* A grant of the gap closes the gap: the one lever whose answer is known beforehand. */
static void
test_grant_is_the_gap (void)
{
  g_autoptr (CorResults) results = fixture_results (engine, "icct-2021");
  g_autoptr (CorSolver) solver = solver_for (results, 0);
  const CorDutyResult *duty = &results->duties[0];
  double gap = cor_duty_result_shown (duty)->tco->total - duty->diesel->tco->total;
  g_autoptr (GError) error = NULL;
  double value;

  g_assert_cmpfloat (gap, >, 0);
  g_assert_true (cor_solver_break_even (solver, COR_LEVER_GRANT, results->first_year + (int) results->year, &value,
                                        &error));
  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (value, gap, 1);
}

static void
test_no_solution (void)
{
  g_autoptr (CorResults) results = fixture_results (engine, "icct-2021");
  g_autoptr (CorSolver) solver = solver_for (results, 0);
  g_autoptr (GError) error = NULL;
  double value;

  g_assert_false (cor_solver_break_even (solver, COR_LEVER_TOLL_RELIEF, 2020, &value, &error));
  g_assert_error (error, COR_ERROR, COR_ERROR_NO_SOLUTION);
  g_assert_nonnull (strstr (error->message, "2020"));
}

/* The order is by year and gap; each of the moves does what its row says. */
static void
test_rank (void)
{
  g_autoptr (CorResults) results = fixture_results (engine, "icct-2021");
  g_autoptr (CorSolver) solver = solver_for (results, 0);
  CorLeverMove moves[COR_N_LEVERS];

  cor_solver_rank (solver, moves);
  for (guint i = 0; i < COR_N_LEVERS; i++)
    {
      g_test_message ("%s from %g to %g: %d, gap %.0f", cor_lever_info (moves[i].lever)->id, moves[i].from,
                      moves[i].to, moves[i].parity_year, moves[i].gap_yuan);
      if (!isnan (moves[i].from))
        g_assert_cmpint (cor_solver_parity (solver, moves[i].lever, moves[i].to), ==, moves[i].parity_year);
      if (i > 0 && moves[i].parity_year > 0)
        g_assert_cmpint (moves[i - 1].parity_year, <=, moves[i].parity_year);
    }
  g_assert_cmpint (moves[0].parity_year, >, 0);
}

/* The sample with the electricity price that many yuan higher at depots and stations, and VAT reclaimed or not. */
static CorResults *
with_prices (double more, double reclaimed)
{
  g_autoptr (CorScenario) plain = fixture_load ("eastern-port");
  g_autoptr (CorScenario) vat = cor_scenario_set_parameter (plain, COR_PARAM_VAT_RECOVERED, reclaimed, "test", NULL);
  g_autoptr (CorScenario) depot = cor_scenario_set_parameter (vat, COR_PARAM_DEPOT_PRICE, 0.7 + more, "test", NULL);
  g_autoptr (CorScenario) both = cor_scenario_set_parameter (depot, COR_PARAM_STATION_PRICE, 0.8 + more, "test", NULL);

  return cor_engine_evaluate (engine, both);
}

/* A mean price of electricity that much higher is all prices that much higher, as they are paid: VAT that is reclaimed is
 * taken off both. */
static void
test_electricity_is_the_price (void)
{
  const double reclaimed[] = { 0, 1 };
  guint seen = 0;

  for (guint k = 0; k < G_N_ELEMENTS (reclaimed); k++)
    {
      g_autoptr (CorResults) before = with_prices (0, reclaimed[k]), after = with_prices (0.1, reclaimed[k]);
      int year = before->first_year + (int) before->year;

      for (guint d = 0; d < before->n_duties; d++)
        {
          const CorAlternative *truck = cor_duty_result_shown (&before->duties[d]);
          const CorAlternative *dearer = cor_duty_result_shown (&after->duties[d]);
          g_autoptr (CorSolver) solver = NULL;
          double now, lowest, highest;

          if (truck->powertrain != COR_POWERTRAIN_BET || !truck->outcomes[before->year].feasible)
            continue;
          seen++;
          solver = solver_for (before, d);
          cor_solver_present (solver, COR_LEVER_ELECTRICITY, year, &now, &lowest, &highest);
          g_test_message ("%s, now %g", before->duties[d].duty->item.id, now);
          g_assert_cmpfloat_with_epsilon (cor_solver_gap (solver, COR_LEVER_ELECTRICITY, now + 0.1, year),
                                          dearer->tco->total - after->duties[d].diesel->tco->total, 1);
        }
    }
  g_assert_cmpuint (seen, >, 10);
}

/* A service fee is offered where energy is bought at plugs of stations. */
static void
test_fee_where_it_is_paid (void)
{
  g_autoptr (CorResults) results = fixture_results (engine, "eastern-port");
  int year = results->first_year + (int) results->year;
  guint paid = 0, unpaid = 0;

  for (guint d = 0; d < results->n_duties; d++)
    {
      const CorAlternative *truck = cor_duty_result_shown (&results->duties[d]);
      g_autoptr (CorSolver) solver = NULL;
      double now, lowest, highest;

      if (truck->powertrain != COR_POWERTRAIN_BET || truck->plan == NULL || !truck->plan->feasible)
        continue;
      solver = solver_for (results, d);
      cor_solver_present (solver, COR_LEVER_SERVICE_FEE, year, &now, &lowest, &highest);
      g_assert_cmpint (isnan (now), ==, !(truck->plan->station_kwh > 0));
      paid += !isnan (now);
      unpaid += isnan (now);
    }
  g_assert_cmpuint (paid, >, 0);
  g_assert_cmpuint (unpaid, >, 0);
}

static void
test_table (void)
{
  for (guint i = 0; i < COR_N_LEVERS; i++)
    {
      CorLeverId found;

      g_assert_true (cor_lever_from_id (cor_lever_info (i)->id, &found));
      g_assert_cmpuint (found, ==, i);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  engine = fixture_engine ();
  g_test_add_func ("/solver/break-even", test_break_even);
  g_test_add_func ("/solver/grant-is-the-gap", test_grant_is_the_gap);
  g_test_add_func ("/solver/no-solution", test_no_solution);
  g_test_add_func ("/solver/rank", test_rank);
  g_test_add_func ("/solver/electricity-is-the-price", test_electricity_is_the_price);
  g_test_add_func ("/solver/fee-where-it-is-paid", test_fee_where_it_is_paid);
  g_test_add_func ("/solver/table", test_table);
  return fixture_run (engine);
}
