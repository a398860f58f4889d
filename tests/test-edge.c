/* test-edge.c: a truck whose battery is just large enough: what is proposed does, and how sure it is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-monte-carlo.h"
#include "cor-variant.h"
#include "sanitized.h"
#include "scenario-fixture.h"

#include <math.h>

#define SMALL_KWH 150
#define DRAWS 400

static CorEngine *engine;
static CorScenario *sample;
static CorScenario *bare; /* the sample without stations */

static CorResults *
with_battery (double kwh)
{
  g_autoptr (CorScenario) scenario = cor_scenario_set_parameter (bare, COR_PARAM_BATTERY, kwh, "test", NULL);

  return cor_engine_evaluate (engine, scenario);
}

/* The battery that would do, with its own mass: with it the day can be done, and with 6 % less it cannot. */
static void
test_battery_does (void)
{
  g_autoptr (CorResults) small = with_battery (SMALL_KWH);
  guint looked_at = 0;

  for (guint d = 0; d < small->n_duties; d++)
    for (guint a = 0; a < small->duties[d].n_alternatives; a++)
      {
        const CorAlternative *truck = small->duties[d].alternatives[a];
        g_autoptr (CorResults) larger = NULL, less = NULL;

        if (truck->plan == NULL || truck->plan->feasible || truck->plan->reason.fix_battery_kwh <= 0)
          continue;
        larger = with_battery (truck->plan->reason.fix_battery_kwh);
        less = with_battery (truck->plan->reason.fix_battery_kwh * 0.94);
        g_assert_true (larger->duties[d].alternatives[a]->outcomes[larger->year].feasible);
        g_assert_false (less->duties[d].alternatives[a]->outcomes[less->year].feasible);
        looked_at++;
      }
  g_assert_cmpuint (looked_at, >, 1);
}

/* The first truck that is helped by a battery, with that battery; its index among the duties and alternatives. */
static CorResults *
just_enough (guint *duty, guint *truck)
{
  g_autoptr (CorResults) small = with_battery (SMALL_KWH);

  for (guint d = 0; d < small->n_duties; d++)
    for (guint a = 0; a < small->duties[d].n_alternatives; a++)
      {
        const CorPlan *plan = small->duties[d].alternatives[a]->plan;

        if (plan == NULL || plan->feasible || plan->reason.fix_battery_kwh <= 0)
          continue;
        *duty = d;
        *truck = a;
        return with_battery (plan->reason.fix_battery_kwh);
      }
  g_assert_not_reached ();
}

/* At each end of each range the day can be done exactly where the scenario with that value says so. */
static void
test_ends (void)
{
  guint d, a, n, undone = 0;
  g_autoptr (CorResults) results = just_enough (&d, &a);
  int gap_year = results->first_year + (int) results->year;
  g_autoptr (CorGap) gap = cor_gap_new (results, &results->duties[d], results->duties[d].alternatives[a], NULL);
  const CorFactorRange *factors = cor_gap_factors (gap, &n);
  g_autofree double *values = g_new (double, n);

  for (guint i = 0; i < n; i++)
    values[i] = factors[i].base;
  g_assert_cmpfloat_with_epsilon (cor_gap_evaluate_years (gap, values, NULL, NULL), cor_gap_base (gap), 0.01);
  for (guint i = 0; i < n; i++)
    for (guint high = 0; high < 2; high++)
      {
        double at = high ? factors[i].high : factors[i].low, end = high ? factors[i].gap_high : factors[i].gap_low, found;
        int parity;

        values[i] = at;
        found = cor_gap_evaluate_years (gap, values, &parity, NULL);
        g_assert_cmpint (isnan (found), ==, isnan (end));
        if (isnan (end))
          g_assert_cmpint (parity, !=, gap_year);
        else
          g_assert_cmpfloat_with_epsilon (found, end, 1);
        values[i] = factors[i].base;
        if (isnan (end) && factors[i].electric && undone++ < 4)
          {
            g_autoptr (CorScenario) moved
              = cor_scenario_set_parameter (results->scenario, factors[i].id, at, "test", NULL);
            g_autoptr (CorResults) there = cor_engine_evaluate (engine, moved);

            g_assert_false (there->duties[d].alternatives[a]->outcomes[there->year].feasible);
          }
      }
  g_assert_cmpuint (undone, >, 2);
}

/* Draws in which the day cannot be done are told apart; the others spread around the gap at the base, and as many are
 * cheaper as have a gap of none or less. */
static void
test_draws (void)
{
  guint d, a;
  g_autoptr (CorResults) results = just_enough (&d, &a);
  g_autoptr (CorGap) gap = cor_gap_new (results, &results->duties[d], results->duties[d].alternatives[a], NULL);
  g_autoptr (CorMonteCarlo) drawn = cor_monte_carlo_new_years (gap, DRAWS, 5, NULL, NULL);
  double diesel = results->duties[d].diesel->outcomes[results->year].tco_yuan;

  g_assert_cmpfloat (drawn->undone, >, 0.2);
  g_assert_cmpfloat (drawn->undone, <, 1);
  g_assert_cmpfloat (drawn->gap.p05, <, drawn->gap.p95);
  g_assert_cmpfloat (fabs (drawn->gap.p50 - cor_gap_base (gap)), <, 0.2 * diesel);
  g_assert_cmpfloat (drawn->explained, >, 0.5);
  g_assert_cmpfloat (drawn->explained, <, 1.2);
  g_assert_cmpfloat_with_epsilon (drawn->years[results->year].p50, drawn->gap.p50, 1);
}

/* The same with another model year shown. */
static CorResults *
shown_in (const CorResults *results, int year)
{
  g_autoptr (CorScenario) other = NULL;
  CorHead *head = (CorHead *) cor_item_copy (&cor_scenario_head (results->scenario)->item);

  head->model_year = year;
  other = cor_scenario_with_head (results->scenario, &head->item);
  return cor_engine_evaluate (engine, other);
}

/* What the draws say of a model year hardly depends on which one is shown: the spread of its gap, and the chance that the
 * truck is cheaper by then. Ranges are those of the year shown, and what is read between their ends is, too. */
static void
check_years (const CorResults *results, guint d, guint a, double part)
{
  g_autoptr (CorGap) gap = cor_gap_new (results, &results->duties[d], results->duties[d].alternatives[a], NULL);
  g_autoptr (CorMonteCarlo) drawn = cor_monte_carlo_new_years (gap, DRAWS, 5, NULL, NULL);
  guint looked_at = 0;

  for (guint y = 0; y < drawn->n_years; y += sanitized_step (4))
    {
      g_autoptr (CorResults) other = shown_in (results, drawn->first_year + (int) y);
      const CorAlternative *truck = other->duties[d].alternatives[a];
      g_autoptr (CorGap) of_other = NULL;
      g_autoptr (CorMonteCarlo) there = NULL;
      double spread;

      if (y == results->year || truck->tco == NULL)
        continue;
      of_other = cor_gap_new (other, &other->duties[d], truck, NULL);
      there = cor_monte_carlo_new_years (of_other, DRAWS, 5, NULL, NULL);
      spread = there->gap.p95 - there->gap.p05;
      g_assert_cmpfloat (fabs (drawn->years[y].p50 - there->gap.p50), <, part * spread);
      g_assert_cmpfloat (fabs (drawn->years[y].p05 - there->gap.p05), <, part * spread);
      g_assert_cmpfloat (fabs (drawn->years[y].p95 - there->gap.p95), <, part * spread);
      g_assert_cmpfloat (fabs (drawn->cheaper[y] - there->cheaper[y]), <, part);
      looked_at++;
    }
  g_assert_cmpuint (looked_at, >, is_sanitized () ? 1 : 3);
}

/* A day that just cannot be done in many draws of the year shown, and can in later years. */
static void
test_years_apart (void)
{
  guint d, a;
  g_autoptr (CorResults) results = just_enough (&d, &a);

  check_years (results, d, a, 0.15);
}

/* A truck that buys next to nothing under way in the year shown, and much more in the years before. */
static void
test_years_few_stops (void)
{
  guint looked_at = 0;

  for (double kwh = 150; kwh < 420 && looked_at < (is_sanitized () ? 1 : 2); kwh += 10)
    {
      g_autoptr (CorScenario) scenario = cor_scenario_set_parameter (sample, COR_PARAM_BATTERY, kwh, "test", NULL);
      g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);

      for (guint d = 0; d < results->n_duties; d++)
        for (guint a = 0; a < results->duties[d].n_alternatives; a++)
          {
            const CorUse *use = &results->duties[d].alternatives[a]->uses[results->year];

            if (results->duties[d].alternatives[a]->tco == NULL || !(use->station_kwh > 0) || use->station_kwh > 0.06 * use->depot_kwh)
              continue;
            check_years (results, d, a, 0.12);
            looked_at++;
          }
    }
  g_assert_cmpuint (looked_at, >, 0);
}

/* A duty registered elsewhere pays what stations ask where they are: at the base of every factor the gap is that of the
 * evaluation, whichever region the truck's own parameters are of. */
static void
test_elsewhere (void)
{
  guint bought = 0;

  for (guint d = 0; d < 11; d++)
    {
      guint n, n_factors;
      CorDuty *duty = (CorDuty *) cor_item_copy (cor_scenario_items (sample, COR_ITEM_DUTY, &n)[d]);
      g_autoptr (CorScenario) moved = NULL;
      g_autoptr (CorResults) results = NULL;
      g_autoptr (CorGap) gap = NULL;
      g_autofree double *values = NULL;
      const CorAlternative *truck;
      const CorFactorRange *factors;

      g_free (duty->region);
      duty->region = g_strdup ("Beijing");
      moved = cor_scenario_with_item (sample, &duty->item);
      results = cor_engine_evaluate (engine, moved);
      truck = cor_duty_result_shown (&results->duties[d]);
      if (truck == NULL || truck->tco == NULL)
        continue;
      bought += truck->uses[results->year].station_kwh > 0;
      gap = cor_gap_new (results, &results->duties[d], truck, NULL);
      factors = cor_gap_factors (gap, &n_factors);
      values = g_new (double, n_factors);
      for (guint i = 0; i < n_factors; i++)
        values[i] = factors[i].base;
      g_assert_cmpfloat_with_epsilon (cor_gap_evaluate_years (gap, values, NULL, NULL), cor_gap_base (gap), 0.01);
    }
  g_assert_cmpuint (bought, >, 2);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  engine = fixture_engine ();
  sample = fixture_load ("eastern-port");
  bare = cor_scenario_with_items (sample, COR_ITEM_STATION, g_ptr_array_new ());
  g_test_add_func ("/edge/battery-does", test_battery_does);
  g_test_add_func ("/edge/ends", test_ends);
  g_test_add_func ("/edge/draws", test_draws);
  g_test_add_func ("/edge/elsewhere", test_elsewhere);
  g_test_add_func ("/edge/years/apart", test_years_apart);
  g_test_add_func ("/edge/years/few-stops", test_years_few_stops);
  status = fixture_run (engine);
  cor_scenario_unref (bare);
  cor_scenario_unref (sample);
  return status;
}
