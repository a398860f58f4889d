/* test-uncertainty.c: tornado and Monte Carlo against an independent computation.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "uncertainty-fixture.h"

/* At the base of every factor gap and parity year are those of the evaluation. */
static void
test_base (void)
{
  guint looked_at = 0;

  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorDutyResult *duty = &results->duties[i];
      const CorAlternative *truck = cor_duty_result_shown (duty);
      const CorOutcome *outcome = &truck->outcomes[results->year];

      if (!outcome->feasible)
        continue;
      {
        g_autoptr (CorGap) gap = gap_of (duty);
        g_autofree double *values = base_values (gap);
        double expected = outcome->tco_yuan - duty->diesel->outcomes[results->year].tco_yuan;
        int parity;

        g_assert_cmpfloat_with_epsilon (cor_gap_base (gap), expected, 0.01);
        g_assert_cmpfloat_with_epsilon (cor_gap_evaluate_years (gap, values, &parity, NULL), expected, 0.01);
        g_assert_cmpint (parity, ==, truck->parity_year);
      }
      looked_at++;
    }
  g_assert_cmpuint (looked_at, >, 3);
}

/* The tornado's ends are those of the function with one factor moved; bars fall in length. */
static void
test_tornado (void)
{
  g_autoptr (CorGap) gap = gap_of (&results->duties[0]);
  guint n;
  const CorFactorRange *factors = cor_gap_factors (gap, &n);

  g_assert_cmpuint (n, >, 10);
  for (guint i = 0; i < n; i++)
    {
      g_autofree double *values = base_values (gap);

      if (isnan (factors[i].gap_low) || isnan (factors[i].gap_high))
        continue;
      values[i] = factors[i].low;
      g_assert_cmpfloat_with_epsilon (cor_gap_evaluate_years (gap, values, NULL, NULL), factors[i].gap_low,
                                      1 + 1e-3 * fabs (factors[i].gap_low));
      if (i > 0 && !isnan (factors[i - 1].gap_low) && !isnan (factors[i - 1].gap_high))
        g_assert_cmpfloat (fabs (factors[i].gap_high - factors[i].gap_low), <=,
                           fabs (factors[i - 1].gap_high - factors[i - 1].gap_low));
    }
}

/* The duties with a battery that just does, of what is wide open to more: an end of what it takes cannot be driven. */
static CorResults *
just_done (void)
{
  g_autoptr (CorScenario) now = cor_scenario_ref (scenario);

  for (guint i = 0; i < results->n_duties; i++)
    {
      CorDuty *duty = (CorDuty *) cor_item_copy (&results->duties[i].duty->item);
      GArray *entries = g_array_new (FALSE, TRUE, sizeof (CorParameter));
      CorParameter use = { .id = COR_PARAM_ENERGY_USE, .powertrain = (int) cor_duty_result_shown (&results->duties[i])->powertrain,
                           .low = 1, .value = 1.5, .high = 9, .source = g_strdup ("Test"),
                           .status = COR_STATUS_ASSUMED };
      CorScenario *next;

      g_array_append_val (entries, use);
      duty->parameters = cor_param_layer_new (entries, NULL);
      next = cor_scenario_with_item (now, &duty->item);
      cor_scenario_unref (now);
      now = next;
    }
  return cor_engine_evaluate (engine, now);
}

/* The factor of the diesel price, NULL where nobody asks how sure it is. */
static const CorFactorRange *
diesel_price (const CorGap *gap)
{
  guint n;
  const CorFactorRange *factors = cor_gap_factors (gap, &n);

  for (guint i = 0; i < n; i++)
    if (factors[i].id == COR_PARAM_DIESEL_PRICE)
      return &factors[i];
  return NULL;
}

/* A diesel price that the user entered stays uncertain: by the shares of the one it replaces. */
static void
test_typed_price (void)
{
  g_autoptr (CorScenario) typed = cor_scenario_ref (scenario);
  g_autoptr (CorResults) done = NULL;
  guint looked_at = 0;

  for (guint i = 0; i < results->n_duties; i++)
    {
      CorDuty *duty = (CorDuty *) cor_item_copy (&results->duties[i].duty->item);
      GArray *entries = g_array_new (FALSE, TRUE, sizeof (CorParameter));
      CorParameter own = { .id = COR_PARAM_DIESEL_PRICE, .powertrain = -1, .value = 8.5, .low = 8.5, .high = 8.5, .status = COR_STATUS_ASSUMED };
      CorScenario *next;

      g_array_append_val (entries, own);
      g_clear_pointer (&duty->parameters, cor_param_layer_unref);
      duty->parameters = cor_param_layer_new (entries, NULL);
      next = cor_scenario_with_item (typed, &duty->item);
      cor_scenario_unref (typed);
      typed = next;
    }
  done = cor_engine_evaluate (engine, typed);
  for (guint i = 0; i < done->n_duties; i++)
    {
      const CorDutyResult *before = &results->duties[i], *after = &done->duties[i];
      g_autoptr (CorGap) was = NULL, now = NULL;
      const CorFactorRange *replaced, *moved;

      if (!cor_duty_result_shown (before)->outcomes[results->year].feasible || !cor_duty_result_shown (after)->outcomes[done->year].feasible)
        continue;
      was = gap_of (before);
      now = cor_gap_new (done, after, cor_duty_result_shown (after), NULL);
      replaced = diesel_price (was);
      moved = diesel_price (now);
      if (replaced == NULL || moved == NULL)
        g_error ("the diesel price is not asked how sure it is");
      g_assert_cmpfloat (moved->base, ==, 8.5);
      g_assert_cmpfloat_with_epsilon (moved->low / 8.5, replaced->low / replaced->base, 1e-9);
      g_assert_cmpfloat_with_epsilon (moved->high / 8.5, replaced->high / replaced->base, 1e-9);
      g_assert_cmpint (moved->from->status, ==, COR_STATUS_ASSUMED);
      g_assert_true (moved->range_from == replaced->from);
      looked_at++;
    }
  g_assert_cmpuint (looked_at, >, 0);
}

/* What is a figure of one truck alone does not move the other, also where an end of it cannot be driven. */
static void
test_ends_not_driven (void)
{
  g_autoptr (CorResults) done = just_done ();
  guint not_driven = 0;

  for (guint i = 0; i < done->n_duties; i++)
    {
      const CorDutyResult *duty = &done->duties[i];
      g_autoptr (CorGap) gap = cor_duty_result_shown (duty)->outcomes[done->year].feasible ? cor_gap_new (done, duty, cor_duty_result_shown (duty), NULL) : NULL;
      guint n = 0;
      const CorFactorRange *factors = gap != NULL ? cor_gap_factors (gap, &n) : NULL;

      for (guint k = 0; k < n; k++)
        not_driven += isnan (factors[k].gap_low) || isnan (factors[k].gap_high);
    }
  g_assert_cmpuint (not_driven, >, 0);
}

/* The same seed gives the same figures, another one not; chances rise with the years. */
static void
test_seed (void)
{
  g_autoptr (CorGap) gap = gap_of (&results->duties[0]);
  g_autoptr (CorMonteCarlo) a = cor_monte_carlo_new (gap, 500, 3, NULL, NULL);
  g_autoptr (CorMonteCarlo) b = cor_monte_carlo_new (gap, 500, 3, NULL, NULL);
  g_autoptr (CorMonteCarlo) c = cor_monte_carlo_new (gap, 500, 4, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpfloat (a->gap.p50, ==, b->gap.p50);
  g_assert_cmpfloat (a->gap.p05, !=, c->gap.p05);
  for (guint i = 1; i < a->n_years; i++)
    g_assert_cmpfloat (a->cheaper[i], >=, a->cheaper[i - 1]);
  g_assert_null (cor_monte_carlo_new (gap, 3, 1, NULL, &error));
  g_assert_error (error, COR_ERROR, COR_ERROR_RANGE);
}

/* The heat map: dearer diesel never brings parity later, a dearer battery never earlier; the duty's own
 * point is the evaluation's parity year; a cell is what the solver says of the two levers. */
static void
test_heat_map (void)
{
  const CorDutyResult *duty = &results->duties[2];
  const CorAlternative *truck = cor_duty_result_shown (duty);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorSolver) solver = cor_solver_new (results, duty, truck, &error);
  g_autoptr (CorHeatMap) map
    = cor_heat_map_new (solver, COR_LEVER_DIESEL_PRICE, COR_LEVER_BATTERY_PRICE, 8, NULL, &error);
  guint different = 0;

  g_assert_no_error (error);
  g_assert_cmpint (map->now_parity, ==, truck->parity_year);
  g_assert_cmpuint (map->n[0], >, 3);
  g_assert_cmpuint (map->n[1], >, 3);
  g_assert_cmpfloat (map->steps[0][0], <=, map->now[0]);
  g_assert_cmpfloat (map->steps[0][map->n[0] - 1], >=, map->now[0]);
  for (guint row = 0; row < map->n[1]; row++)
    for (guint column = 0; column < map->n[0]; column++)
      {
        int year = map->parity[row * map->n[0] + column], here = year > 0 ? year : 9999;

        if (column > 0)
          {
            int left = map->parity[row * map->n[0] + column - 1];

            g_assert_cmpint (here, <=, left > 0 ? left : 9999);
            different += here != (left > 0 ? left : 9999);
          }
        if (row > 0)
          {
            int below = map->parity[(row - 1) * map->n[0] + column];

            g_assert_cmpint (here, >=, below > 0 ? below : 9999);
          }
      }
  g_assert_cmpuint (different, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  engine = fixture_engine ();
  scenario = fixture_load ("eastern-port");
  results = cor_engine_evaluate (engine, scenario);
  g_test_add_func ("/uncertainty/base", test_base);
  g_test_add_func ("/uncertainty/tornado", test_tornado);
  g_test_add_func ("/uncertainty/typed-price", test_typed_price);
  g_test_add_func ("/uncertainty/ends-not-driven", test_ends_not_driven);
  g_test_add_func ("/uncertainty/seed", test_seed);
  g_test_add_func ("/uncertainty/heat-map", test_heat_map);
  return fixture_run_on (engine, scenario, results);
}
