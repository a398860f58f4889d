/* test-plan-worn.c: how much of its energy a battery may lose before the day cannot be done with it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plan-fixture.h"

/* A hundredth of the battery of 100 kWh, as its search tells sizes apart. */
#define STEP_KWH 1.0

/* 80 kWh along 80 km, with a plug of @kw beside the line at its middle; none with 0. */
static double
least_leg (double kw, double enough_kwh, gboolean *matters)
{
  Day day;
  CorPlan plan = { 0 };
  CorPlanBrief brief = { 0 };
  double leg_kwh;

  day_init (&day);
  day_add_leg (&day, 80, 80);
  if (kw > 0)
    {
      day_add_station (&day, kw, 1.0);
      day_add_access (&day, 0, 0, 40, 0);
    }
  cor_plan_solve_brief (&day.in, NULL, &plan, &brief);
  g_assert_true (plan.feasible);
  g_assert_cmpfloat_with_epsilon (cor_plan_hardest_leg (&plan, 100), 80, 1e-6);
  *matters = cor_plan_least_leg (&day.in, &plan, enough_kwh, &leg_kwh);
  cor_plan_clear (&plan);
  cor_plan_brief_clear (&brief);
  return leg_kwh;
}

/* Without a station all of the line has to be in the battery. */
static void
test_alone (void)
{
  gboolean matters;

  g_assert_cmpfloat_with_epsilon (least_leg (0, 50, &matters), 80, 1e-6);
  g_assert_true (matters);
}

/* With one at the middle half of it does, or what is enough anyway. */
static void
test_with_station (void)
{
  gboolean matters;
  double least = least_leg (100, 10, &matters);

  g_assert_cmpfloat (least, >=, 40 - 1e-6);
  g_assert_cmpfloat (least, <=, 40 + STEP_KWH);
  g_assert_true (matters);
  g_assert_cmpfloat_with_epsilon (least_leg (100, 60, &matters), 60, 1e-6);
  g_assert_true (matters);
}

/* A battery that has enough for the line when it is worn out is asked for no less. */
static void
test_enough (void)
{
  gboolean matters;

  g_assert_cmpfloat_with_epsilon (least_leg (100, 85, &matters), 85, 1e-6);
  g_assert_false (matters);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/worn/alone", test_alone);
  g_test_add_func ("/plan/worn/with-station", test_with_station);
  g_test_add_func ("/plan/worn/enough", test_enough);
  return g_test_run ();
}
