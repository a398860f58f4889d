/* test-plan-stops.c: why a stop is made, waiting on purpose, and searches that are cut short.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plan-days.h"

#define NEAR(a, b, tolerance) g_assert_cmpfloat (fabs ((a) - (b)), <=, (tolerance))

/* 95 kWh on a battery of 100 that keeps 20: 15 are to be taken, and without them it would go down
 * to 5. With no reserve the same stop is made only since it is cheaper than the night. */
static void
test_needed (void)
{
  for (guint kept = 0; kept < 2; kept++)
    {
      Day day;
      g_auto (CorPlan) plan = { 0 };

      day_init (&day);
      day.in.soc_min = kept ? 0.1 : 0.0;
      day.in.reserve = kept ? 0.1 : 0.0;
      day_add_leg (&day, 95, 95);
      day_add_station (&day, 100, kept ? 2.0 : 0.1);
      day_add_access (&day, 0, 0, 60, 0);
      cor_plan_solve (&day.in, &plan);
      NEAR (plan.floor_soc, kept ? 0.2 : 0.0, 1e-12);
      g_assert_cmpuint (plan.n_stops, ==, 2);
      g_assert_cmpint (plan.stops[0].station, ==, 0);
      g_assert_cmpint (plan.stops[0].needed, ==, kept);
      g_assert_false (plan.stops[1].needed);
      if (kept)
        NEAR (plan.stops[0].kwh, 15.0, 1e-4);
    }
}

/* The way off the line counts: 10 kWh there and back are not driven by who passes by, so that 97
 * kWh are just enough then, but 5 more on the line are not. */
static void
test_needed_way_off (void)
{
  for (guint more = 0; more < 2; more++)
    {
      Day day;
      g_auto (CorPlan) plan = { 0 };
      double kwh = more ? 102.0 : 97.0;

      day_init (&day);
      day_add_leg (&day, 95, kwh)->detour_kwh_per_km = 1.0;
      day_add_station (&day, 100, 0.01);
      day_add_access (&day, 0, 0, 30, 5);
      day.in.depot_yuan_per_kwh = 3.0;
      cor_plan_solve (&day.in, &plan);
      g_assert_true (plan.feasible);
      g_assert_cmpint (plan.stops[0].station, ==, 0);
      g_assert_cmpint (plan.stops[0].needed, ==, more);
    }
}

/* An hour of loading from 9:15, 20 kWh that are needed and take 20 minutes; power is dear until
 * 9:45 and again from 10:05 on. The truck waits at the bay for half an hour with the plug in, at no
 * cost of time. */
static void
test_waits_at_bay (void)
{
  Day day;
  CorPriceDay hours;
  double prices[COR_TARIFF_SLOTS];
  CorPlanLeg *leg;
  g_auto (CorPlan) plan = { 0 };

  day_init (&day);
  day.in.first_departure_h = 8.25;
  leg = day_add_leg (&day, 60, 60);
  leg->dwell_min = 60.0;
  leg->plug_kw = 60.0;
  for (guint slot = 0; slot < COR_TARIFF_SLOTS; slot++)
    prices[slot] = slot == 19 ? 1.5 : 3.0;
  g_assert_true (cor_price_day_set (&hours, prices));
  leg->plug_hours = &hours;
  leg->plug_yuan_per_kwh = 3.0;
  day_add_leg (&day, 60, 60);
  cor_plan_solve (&day.in, &plan);
  g_assert_cmpint (plan.stops[0].kind, ==, COR_STOP_SITE);
  NEAR (plan.stops[0].arrive_h, 9.25, 1e-9);
  NEAR (plan.site_kwh, 20.0, 1e-4);
  /* All 20 minutes between 9:30 and 10:00, whenever they begin. */
  g_assert_cmpfloat (plan.stops[0].power_h, >=, 9.5 - 1e-6);
  g_assert_cmpfloat (plan.stops[0].power_h + plan.stops[0].charge_min / 60.0, <=, 10.0 + 1e-6);
  NEAR (plan.site_yuan, 30.0, 1e-3);
  NEAR (plan.energy_s, 0.0, 1e-9);
}

/* A rest due in the second run counts the way back from a stop of the first: 70 km and 10 back make
 * 80 minutes; loading for half an hour is a rest, so that the next 2 hours are 120 and no rest
 * falls due in them. */
static void
test_way_back_before_run (void)
{
  for (guint due = 0; due < 2; due++)
    {
      Day day;
      g_auto (CorPlan) plan = { 0 };

      day_init (&day);
      day.in.rest_min = 20.0;
      /* At the wheel until loading: 10 to the station, 10 there, and 10 back with 60 on: 90 minutes
       * in all. */
      day.in.rest_after_h = due ? 89.0 / 60.0 : 91.0 / 60.0;
      day.in.stop_min = 0.0;
      day_add_leg (&day, 70, 70)->dwell_min = 30.0;
      day_add_leg (&day, 80, 80);
      day.legs[0].detour_kwh_per_km = 1.0;
      day_add_station (&day, 600, 1.0);
      day.in.curve.limit_kw[0] = 600.0;
      day_add_access (&day, 0, 0, 60, 10);
      day.in.depot_kw = 600.0;
      cor_plan_solve (&day.in, &plan);
      g_assert_true (plan.feasible);
      g_assert_cmpint (plan.stops[0].station, ==, 0);
      /* 70 kWh at 600 kW are 7 minutes, 20 the detour; the rest is 20 more, of which the stop
       * takes 7. */
      NEAR (plan.energy_s / 60.0, due ? 40.0 : 27.0, 0.01);
    }
}

/* A search with more steps loses no day that one with fewer finds. */
static void
test_steps (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (60);
  guint found = 0;

  for (guint i = 0; i < 12; i++)
    {
      g_autofree Day *day = g_new (Day, 1);
      gboolean feasible = FALSE;

      rest_day (day, rand, i % 2 == 0 ? 40 : 120);
      for (double steps = 60.0; steps < 20000.0; steps *= 1.12)
        {
          guint left = (guint)steps;
          g_auto (CorPlan) plan = { 0 };

          day->in.steps_left = &left;
          day->in.silent = TRUE;
          cor_plan_solve (&day->in, &plan);
          g_assert_true (plan.feasible || !feasible);
          feasible = plan.feasible;
        }
      found += feasible;
    }
  g_assert_cmpuint (found, >, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-stops/needed", test_needed);
  g_test_add_func ("/plan-stops/needed-way-off", test_needed_way_off);
  g_test_add_func ("/plan-stops/waits-at-bay", test_waits_at_bay);
  g_test_add_func ("/plan-stops/way-back-before-run", test_way_back_before_run);
  g_test_add_func ("/plan-stops/steps", test_steps);
  return g_test_run ();
}
