/* test-plan.c: charging plans worked out by hand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plan-fixture.h"

#define NEAR(a, b, tolerance) g_assert_cmpfloat (fabs ((a) - (b)), <=, (tolerance))

static void
test_no_stop (void)
{
  Day day;
  g_auto (CorPlan) plan = { 0 };

  day_init (&day);
  day_add_leg (&day, 40, 40);
  day_add_leg (&day, 40, 30);
  day_add_station (&day, 100, 2.0);
  day_add_access (&day, 0, 0, 20, 0);
  cor_plan_solve (&day.in, &plan);
  g_assert_true (plan.feasible);
  g_assert_cmpuint (plan.n_stops, ==, 1);
  g_assert_cmpint (plan.stops[0].kind, ==, COR_STOP_DEPOT);
  NEAR (plan.depot_kwh, 70.0, 1e-9);
  NEAR (plan.depot_yuan, 70.0, 1e-9);
  NEAR (plan.end_soc, 0.3, 1e-9);
  NEAR (plan.drive_m, 80000.0, 1e-6);
  NEAR (plan.detour_m, 0.0, 0.0);
  NEAR (plan.energy_s, 0.0, 0.0);
  NEAR (plan.day_s, 4800.0, 1e-9);
}

/* 150 kWh on a battery of 100: 50 kWh under way, 30 minutes at 100 kW, 5 to plug in, 4 km to get
 * there that take 4 kWh and 4 minutes. */
static void
test_one_stop (void)
{
  Day day;
  g_auto (CorPlan) plan = { 0 };

  day_init (&day);
  day.in.stop_min = 5.0;
  day_add_leg (&day, 75, 75);
  day_add_leg (&day, 75, 75);
  day_add_station (&day, 100, 2.0);
  day_add_access (&day, 1, 0, 10, 2);
  cor_plan_solve (&day.in, &plan);
  g_assert_true (plan.feasible);
  g_assert_cmpuint (plan.n_stops, ==, 2);
  NEAR (plan.stops[0].kwh, 54.0, 1e-5);
  NEAR (plan.stops[0].soc_in, 0.13, 1e-9);
  NEAR (plan.stops[0].soc_out, 0.67, 1e-7);
  NEAR (plan.stops[0].minutes, 5.0 + 0.54 * 60.0, 1e-5);
  NEAR (plan.stops[0].arrive_h, 8.0 + 87.0 / 60.0, 1e-9);
  NEAR (plan.detour_m, 4000.0, 1e-9);
  NEAR (plan.drive_m, 154000.0, 1e-6);
  NEAR (plan.energy_s, 60.0 * (5.0 + 32.4 + 4.0), 1e-3);
  NEAR (plan.station_yuan, 108.0, 1e-5);
  NEAR (plan.depot_kwh, 100.0, 1e-5);
  NEAR (plan.kwh, 154.0, 1e-5);
  NEAR (plan.objective_yuan, 100.0 + 108.0 + 41.4 + 4.0, 1e-4);
  NEAR (plan.stops_per_trip, 1.0, 0.0);
}

/* A swap fills the battery in its time whatever the price of that time elsewhere. */
static void
test_swap (void)
{
  Day day;
  CorPlanStation *station;
  g_auto (CorPlan) plan = { 0 };

  day_init (&day);
  day_add_leg (&day, 75, 75);
  day_add_leg (&day, 75, 75);
  day_add_station (&day, 50, 1.5);
  station = day_add_station (&day, 0, 1.5);
  station->swap_min = 5.0;
  station->swap_type = "a";
  day_add_access (&day, 1, 0, 0, 0);
  day_add_access (&day, 1, 1, 0, 0);
  cor_plan_solve (&day.in, &plan);
  g_assert_cmpint (plan.stops[0].kind, ==, COR_STOP_PLUG);
  cor_plan_clear (&plan);

  day.in.can_swap = TRUE;
  day.in.swap_type = "b";
  cor_plan_solve (&day.in, &plan);
  g_assert_cmpint (plan.stops[0].kind, ==, COR_STOP_PLUG);
  cor_plan_clear (&plan);

  day.in.swap_type = "a";
  cor_plan_solve (&day.in, &plan);
  g_assert_cmpint (plan.stops[0].kind, ==, COR_STOP_SWAP);
  NEAR (plan.stops[0].kwh, 75.0, 1e-9);
  NEAR (plan.stops[0].soc_out, 1.0, 1e-9);
  NEAR (plan.energy_s, 300.0, 1e-9);
  cor_plan_clear (&plan);

  /* 75 kWh more in the battery are paid for, whatever the station lost while it charged them; the night by its meter. */
  day.in.charging_efficiency = 0.8;
  cor_plan_solve (&day.in, &plan);
  NEAR (plan.stops[0].yuan, 75.0 * 1.5, 1e-9);
  NEAR (plan.station_kwh, 75.0, 1e-9);
  NEAR (plan.depot_kwh, 75.0 / 0.8, 1e-9);
  NEAR (plan.kwh, 150.0, 1e-9);
  NEAR (plan.objective_yuan, 75.0 * 1.5 + 75.0 / 0.8 + 60.0 * 300 / 3600, 1e-6);
}

/* A station without a price is no station, wherever in the list it stands: the cheap one before it still saves money
 * on a day that needs no stop. */
static void
test_without_price (void)
{
  Day day;
  g_auto (CorPlan) plan = { 0 };

  day_init (&day);
  day_add_leg (&day, 80, 80);
  day_add_station (&day, 100, 0.1);
  day_add_station (&day, 100, NAN);
  day.in.yuan_per_h = 1;
  day.in.least_plug_yuan_per_kwh = 0.1;
  day_add_access (&day, 0, 0, 40, 0);
  day_add_access (&day, 0, 1, 40, 0);
  cor_plan_solve (&day.in, &plan);
  g_assert_true (plan.feasible);
  g_assert_cmpuint (plan.n_stops, >, 0);
  g_assert_cmpint (plan.stops[0].station, ==, 0);
}

/* While the truck is loaded, charging takes no time of the driver. */
static void
test_site (void)
{
  Day day;
  CorPlanLeg *leg;
  g_auto (CorPlan) plan = { 0 };

  day_init (&day);
  leg = day_add_leg (&day, 75, 75);
  leg->dwell_min = 60.0;
  leg->plug_kw = 50.0;
  leg->plug_yuan_per_kwh = 1.2;
  day_add_leg (&day, 75, 75);
  cor_plan_solve (&day.in, &plan);
  g_assert_true (plan.feasible);
  g_assert_cmpint (plan.stops[0].kind, ==, COR_STOP_SITE);
  NEAR (plan.site_kwh, 50.0, 1e-5);
  NEAR (plan.energy_s, 0.0, 1e-9);
  NEAR (plan.end_soc, 0.0, 1e-7);
  cor_plan_clear (&plan);
  /* What is bought is more than what comes into the battery. */
  leg->dwell_min = 120.0;
  day.in.charging_efficiency = 0.8;
  cor_plan_solve (&day.in, &plan);
  g_assert_true (plan.feasible);
  NEAR (plan.site_kwh, 50.0 / 0.8, 1e-5);
  NEAR (plan.site_yuan, 1.2 * 50.0 / 0.8, 1e-5);
  cor_plan_clear (&plan);
  leg->dwell_min = 60.0;
  day.in.charging_efficiency = 1.0;
  leg->plug_kw = 49.0;
  cor_plan_solve (&day.in, &plan);
  g_assert_false (plan.feasible);
  g_assert_cmpint (plan.reason.code, ==, COR_REASON_RANGE);
  NEAR (plan.reason.short_m, 1000.0, 1.0);
}

/* 25 kWh are to be had while loading, 50 are short: the other 25, and no more, come from the dear station before. */
static void
test_site_in_full (void)
{
  Day day;
  CorPlanLeg *leg;
  g_auto (CorPlan) plan = { 0 };

  day_init (&day);
  leg = day_add_leg (&day, 75, 75);
  leg->dwell_min = 30.0;
  leg->plug_kw = 50.0;
  leg->plug_yuan_per_kwh = 1.2;
  day_add_leg (&day, 75, 75);
  day_add_station (&day, 100, 2.0);
  day_add_access (&day, 0, 0, 60, 0);
  cor_plan_solve (&day.in, &plan);
  g_assert_true (plan.feasible);
  NEAR (plan.station_kwh, 25.0, 1e-5);
  NEAR (plan.site_kwh, 25.0, 1e-5);
  NEAR (plan.end_soc, 0.0, 1e-7);
}

/* A station that opens at noon is waited for, and the wait is counted. */
static void
test_hours (void)
{
  Day day;
  CorPlanStation *station;
  g_auto (CorPlan) plan = { 0 };

  day_init (&day);
  day_add_leg (&day, 150, 150);
  station = day_add_station (&day, 100, 1.0);
  station->open_from_h = 12.0;
  station->open_to_h = 6.0;
  day_add_access (&day, 0, 0, 60, 0);
  cor_plan_solve (&day.in, &plan);
  g_assert_true (plan.feasible);
  NEAR (plan.stops[0].arrive_h, 9.0, 1e-9);
  NEAR (plan.stops[0].wait_min, 180.0, 1e-6);
  station->open_from_h = 22.0;
  station->open_to_h = 10.0;
  cor_plan_clear (&plan);
  cor_plan_solve (&day.in, &plan);
  NEAR (plan.stops[0].wait_min, 0.0, 1e-6);
}

/* One stop in a day of two trips is half a stop a trip. */
static void
test_stops_per_trip (void)
{
  Day day;
  g_auto (CorPlan) plan = { 0 };

  day_init (&day);
  day.in.n_trips = 2;
  for (guint i = 0; i < 2; i++)
    day_add_leg (&day, 60, 60)->trip = i;
  day_add_station (&day, 100.0, 1.0);
  day_add_access (&day, 0, 0, 30, 0);
  cor_plan_solve (&day.in, &plan);
  g_assert_true (plan.feasible);
  NEAR (plan.stops_per_trip, 0.5, 1e-12);
}

/* No plug at home: the day must end with what it starts with, so it starts with less than all. */
static void
test_no_depot (void)
{
  Day day;
  g_auto (CorPlan) plan = { 0 };

  day_init (&day);
  day.in.depot_kw = 0.0;
  day_add_leg (&day, 60, 60);
  day_add_station (&day, 100, 1.0);
  day_add_access (&day, 0, 0, 30, 0);
  cor_plan_solve (&day.in, &plan);
  g_assert_true (plan.feasible);
  NEAR (plan.start_soc, plan.end_soc, 1e-6);
  NEAR (plan.station_kwh, 60.0, 1e-4);
}

/* Six hours at the wheel: a rest after four anyway, so that 20 minutes of charging cost nothing; who charges for 18
 * stays on for two. */
static void
test_rest (void)
{
  Day day;
  g_auto (CorPlan) plan = { 0 };

  day_init (&day);
  day.in.rest_min = 20.0;
  day.in.rest_after_h = 4.0;
  day_add_leg (&day, 360, 130);
  day_add_station (&day, 100, 1.0);
  day_add_access (&day, 0, 0, 200, 0);
  cor_plan_solve (&day.in, &plan);
  g_assert_true (plan.feasible);
  NEAR (plan.stops[0].charge_min, 18.0, 1e-4);
  NEAR (plan.stops[0].stay_min, 2.0, 1e-4);
  NEAR (plan.stops[0].minutes, 20.0, 1e-4);
  NEAR (plan.energy_s, 0.0, 1e-2);
  NEAR (plan.day_s, 380.0 * 60.0, 1e-2);
  g_assert_true (plan.stops[0].rests);
  cor_plan_clear (&plan);
  day.points[0][1].units = 140.0;
  cor_plan_solve (&day.in, &plan);
  NEAR (plan.stops[0].minutes, 24.0, 1e-4);
  NEAR (plan.energy_s, 4.0 * 60.0, 1e-2);
  g_assert_true (plan.stops[0].rests);
}

/* 500 minutes at the wheel, two rests, 50 kWh short: half an hour at either of two chargers, and five minutes to plug in. The one after 250 minutes
 * costs 10 yuan less, but a rest was due ten minutes before, and another one will be; the one after 235 minutes is one
 * of the two: 20 minutes saved, 20 yuan. */
static void
test_rest_chooses (void)
{
  Day day;
  g_auto (CorPlan) plan = { 0 };

  day_init (&day);
  day.in.stop_min = 5.0;
  day_add_leg (&day, 500, 150);
  day_add_station (&day, 100, 1.0);
  day_add_station (&day, 100, 1.2);
  day_add_access (&day, 0, 0, 250, 0);
  day_add_access (&day, 0, 1, 235, 0);
  cor_plan_solve (&day.in, &plan);
  g_assert_cmpint (plan.stops[0].station, ==, 0);
  NEAR (plan.objective_yuan, 100.0 + 50.0 + 35.0, 1e-3);
  cor_plan_clear (&plan);
  day.in.rest_min = 20.0;
  day.in.rest_after_h = 4.0;
  cor_plan_solve (&day.in, &plan);
  g_assert_cmpint (plan.stops[0].station, ==, 1);
  g_assert_true (plan.stops[0].rests);
  NEAR (plan.energy_s, 900.0, 1e-2);
  NEAR (plan.day_s, 60.0 * (500.0 + 40.0 + 15.0), 1e-2);
  NEAR (plan.objective_yuan, 100.0 + 60.0 + 15.0, 1e-3);
}

/* Hours to charge and level after those hours undo each other, on every step of the curve. */
static void
test_curve (void)
{
  CorChargeCurve curve;

  cor_charge_curve_fill (&curve, 200.0, 0.95, 240.0, 0.8, 0.25);
  g_assert_cmpuint (curve.n, ==, 4);
  NEAR (curve.to_kwh[3], 190.0, 1e-9);
  NEAR (cor_charge_curve_hours (&curve, 1000.0, 40.0, 160.0), 0.5, 1e-12);
  /* At the end of a step the next one holds; the plug is the least of both. */
  for (guint i = 0; i < curve.n; i++)
    {
      NEAR (cor_charge_curve_power (&curve, 1000.0, curve.to_kwh[i] - 1e-9), curve.limit_kw[i], 1e-12);
      NEAR (cor_charge_curve_power (&curve, 1000.0, curve.to_kwh[i]), curve.limit_kw[MIN (i + 1, curve.n - 1)], 1e-12);
      NEAR (cor_charge_curve_power (&curve, 20.0, curve.to_kwh[i]), MIN (20.0, curve.limit_kw[MIN (i + 1, curve.n - 1)]), 1e-12);
    }
  for (double from = 0; from < 190; from += 7)
    for (double to = from; to <= 190; to += 7)
      {
        double hours = cor_charge_curve_hours (&curve, 150.0, from, to);

        NEAR (cor_charge_curve_level (&curve, 150.0, from, hours), to, 1e-9);
      }
}

/* Legs of 300, 300 and 200 minutes with half an hour of loading between them: a rest after four hours of the first two, and
 * nothing carried over, for loading is one. Loading for ten minutes is none: 800 minutes at the wheel, three rests. A stop on
 * the first leg leaves the later ones theirs; what the search made least is what the day is written to cost. */
static void
test_rest_runs (void)
{
  for (guint i = 0; i < 3; i++)
    {
      Day day;
      g_auto (CorPlan) plan = { 0 };

      day_init (&day);
      day.in.rest_min = 20.0;
      day.in.rest_after_h = 4.0;
      for (guint l = 0; l < 3; l++)
        day_add_leg (&day, l == 2 ? 200 : 300, i < 2 ? 20 : 45)->dwell_min = l == 2 ? 0.0 : i == 1 ? 10.0 : 30.0;
      day_add_station (&day, 100, 1.0);
      day_add_access (&day, 0, 0, 250, 2);
      cor_plan_solve (&day.in, &plan);
      g_assert_true (plan.feasible);
      g_assert_cmpuint (plan.n_stops, ==, i < 2 ? 1 : 2);
      if (i < 2)
        NEAR (plan.day_s, 60.0 * (800.0 + (i == 0 ? 60.0 + 2 * 20.0 : 20.0 + 3 * 20.0)), 1e-3);
      /* Energy of detours is part of what a stop costs, that of the line is not. */
      NEAR (plan.spare_yuan, plan.objective_yuan - plan.least_yuan_per_kwh * (i < 2 ? 60.0 : 135.0), 1e-3);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/no-stop", test_no_stop);
  g_test_add_func ("/plan/one-stop", test_one_stop);
  g_test_add_func ("/plan/swap", test_swap);
  g_test_add_func ("/plan/without-price", test_without_price);
  g_test_add_func ("/plan/site", test_site);
  g_test_add_func ("/plan/site-in-full", test_site_in_full);
  g_test_add_func ("/plan/hours", test_hours);
  g_test_add_func ("/plan/stops-per-trip", test_stops_per_trip);
  g_test_add_func ("/plan/no-depot", test_no_depot);
  g_test_add_func ("/plan/rest", test_rest);
  g_test_add_func ("/plan/rest-chooses", test_rest_chooses);
  g_test_add_func ("/plan/curve", test_curve);
  g_test_add_func ("/plan/rest-runs", test_rest_runs);
  return g_test_run ();
}
