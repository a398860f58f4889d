/* test-plan-brute.c: charging plans against all days there are, one by one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plan-days.h"

#define NEAR(a, b, tolerance) g_assert_cmpfloat (fabs ((a) - (b)), <=, (tolerance))

static void
test_brute (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  guint feasible = 0;

  for (guint i = 0; i < 300; i++)
    {
      Day day;
      double best;
      g_auto (CorPlan) plan = { 0 };

      random_day (&day, rand, 4, g_rand_int_range (rand, 15, 60));
      cor_plan_solve (&day.in, &plan);
      best = brute_best (&day, 20, 20);
      g_assert_cmpint (plan.feasible, ==, isfinite (best));
      if (!plan.feasible)
        continue;
      feasible++;
      NEAR (plan.objective_yuan, best, 1e-4);
    }
  g_assert_cmpuint (feasible, >, 100);
}

static void
test_brute_rest (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);
  guint feasible = 0, rested = 0;

  for (guint i = 0; i < 1000; i++)
    {
      Day day;
      double best;
      g_auto (CorPlan) plan = { 0 };

      rest_day (&day, rand, 4);
      cor_plan_solve (&day.in, &plan);
      best = brute_best (&day, 20, 20);
      g_assert_cmpint (plan.feasible, ==, isfinite (best));
      if (!plan.feasible)
        continue;
      feasible++;
      for (guint s = 0; s < plan.n_stops; s++)
        rested += plan.stops[s].rests;
      NEAR (plan.objective_yuan, best, 1e-4);
    }
  g_assert_cmpuint (feasible, >, 500);
  g_assert_cmpuint (rested, >, 500);
}

/* With a curve that falls, what a rest gives is no whole number of kWh: no day tried is cheaper than the plan. */
static void
test_brute_rest_curve (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (10);
  guint close = 0;

  for (guint i = 0; i < 500; i++)
    {
      Day day;
      double best;
      g_auto (CorPlan) plan = { 0 };

      rest_day (&day, rand, 4);
      day.in.curve = (CorChargeCurve){ .n = 3, .to_kwh = { 14, 17, 20 }, .limit_kw = { 60, 30, 10 } };
      cor_plan_solve (&day.in, &plan);
      best = brute_best (&day, 20, 20);
      g_assert_cmpint (plan.feasible, ==, isfinite (best));
      if (!plan.feasible)
        continue;
      g_assert_cmpfloat (plan.objective_yuan, <=, best + 1e-4);
      close += plan.objective_yuan > best - 1.0;
    }
  g_assert_cmpuint (close, >, 200);
}

/* Without a plug at the depot, the morning is part of what is to be found: every whole kWh, by brute force. */
static void
test_brute_morning (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  guint feasible = 0;

  for (guint i = 0; i < 60; i++)
    {
      Day day;
      double best;
      g_auto (CorPlan) plan = { 0 };

      random_day (&day, rand, 3, g_rand_int_range (rand, 15, 50));
      day.in.depot_kw = 0.0;
      cor_plan_solve (&day.in, &plan);
      best = brute_best (&day, 0, 20);
      g_assert_cmpint (plan.feasible, ==, isfinite (best));
      if (!plan.feasible)
        continue;
      feasible++;
      NEAR (plan.objective_yuan, best, 1e-4);
    }
  g_assert_cmpuint (feasible, >, 20);
}

/* Kept from a random day: with the last station in reach, other mornings used to be tried, and the day cost
 * 100.1 yuan instead of 87.9. */
static void
test_morning (void)
{
  static const struct { double at_km, off_km, kw, yuan_per_kwh, wait_min; } stations[]
    = { { 3, 0, 100, 2.2, 8 }, { 4, 2, 100, 1.2, 4 }, { 8, 0, 50, 1.6, 4 },
        { 9, 1, 100, 0.5, 8 }, { 9, 2, 50, 0.8, 8 }, { 21, 0, 20, 2.4, 8 } };
  Day day;
  g_auto (CorPlan) plan = { 0 };

  day_init (&day);
  day.in.battery_kwh = 20.0;
  day.in.stop_min = 2.0;
  day.in.depot_kw = 0.0;
  day.in.curve = (CorChargeCurve){ .n = 3, .to_kwh = { 14, 17, 20 }, .limit_kw = { 60, 30, 10 } };
  day_add_leg (&day, 24, 24);
  for (guint i = 0; i < G_N_ELEMENTS (stations); i++)
    {
      day_add_station (&day, stations[i].kw, stations[i].yuan_per_kwh)->wait_min = stations[i].wait_min;
      day_add_access (&day, 0, i, stations[i].at_km, stations[i].off_km);
    }
  cor_plan_solve (&day.in, &plan);
  g_assert_true (plan.feasible);
  NEAR (plan.objective_yuan, brute_best (&day, 0, 20), 1e-4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/brute-force", test_brute);
  g_test_add_func ("/plan/brute-force-rest", test_brute_rest);
  g_test_add_func ("/plan/brute-force-rest-curve", test_brute_rest_curve);
  g_test_add_func ("/plan/brute-force-morning", test_brute_morning);
  g_test_add_func ("/plan/morning", test_morning);
  return g_test_run ();
}
