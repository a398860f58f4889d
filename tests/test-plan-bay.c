/* test-plan-bay.c: charging plans that charge while the truck is loaded, at a price that changes with the hour.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plan-days.h"

#define NEAR(a, b, tolerance) g_assert_cmpfloat (fabs ((a) - (b)), <=, (tolerance))

/* 75 km and kWh to a plug where the truck is loaded, from 8 h on unless told otherwise. */
static CorPlanLeg *
bay_day (Day *day, double dwell_min, double kw)
{
  CorPlanLeg *leg;

  day_init (day);
  leg = day_add_leg (day, 75, 75);
  leg->dwell_min = dwell_min;
  leg->plug_kw = kw;
  return leg;
}

/* One price before an hour, and another from then on. */
static void
sell_from (CorPlanLeg *leg, CorPriceDay *hours, double before, double hour, double then)
{
  double prices[COR_TARIFF_SLOTS];

  for (guint slot = 0; slot < COR_TARIFF_SLOTS; slot++)
    prices[slot] = slot < hour * COR_TARIFF_SLOTS_PER_H ? before : then;
  g_assert_true (cor_price_day_set (hours, prices));
  leg->plug_hours = hours;
  leg->plug_yuan_per_kwh = before;
}

/* An hour of unloading from 9:15 to 10:15, 30 kWh to be had in half an hour of it: that when power is cheap. */
static void
test_cheap_minutes (void)
{
  Day day;
  CorPriceDay hours;
  double prices[COR_TARIFF_SLOTS];
  CorPlanLeg *leg = bay_day (&day, 60, 60);
  g_auto (CorPlan) plan = { 0 };

  for (guint slot = 0; slot < COR_TARIFF_SLOTS; slot++)
    prices[slot] = slot == 4 ? 0.1 : slot == 19 ? 0.8 : 1.6;
  g_assert_true (cor_price_day_set (&hours, prices));
  leg->plug_hours = &hours;
  leg->plug_yuan_per_kwh = 1.6;
  day.in.day_max_h = 10.0;
  day_add_leg (&day, 45, 45);
  cor_plan_solve (&day.in, &plan);
  g_assert_cmpint (plan.stops[0].kind, ==, COR_STOP_SITE);
  /* Cheaper than the night for as long as it lasts. */
  NEAR (plan.site_kwh, 30.0, 1e-4);
  NEAR (plan.stops[0].power_h, 9.5, 1e-9);
  NEAR (plan.site_yuan, 24.0, 1e-4);
  NEAR (plan.energy_s, 0.0, 1e-9);
  /* The depot asks 1.0; what the bay asks at 2 h is out of reach for a truck that works from 8 to 18 h. */
  NEAR (plan.least_yuan_per_kwh, 0.8, 1e-9);
}

/* Half an hour of loading from 9:15, 50 kWh to be had in it and all of them needed: at 9:15 for 1.6 yuan each, from 10 on for
 * 0.4. Later by a minute a truck gets 1.67 kWh more of the cheap ones, 2 yuan: worth a driver at 60 yuan an hour, not one at
 * 150. */
static void
test_waits (void)
{
  for (guint dear = 0; dear < 2; dear++)
    {
      Day day;
      CorPriceDay hours;
      CorPlanLeg *leg = bay_day (&day, 30, 100);
      g_auto (CorPlan) plan = { 0 };

      day.in.yuan_per_h = dear ? 150.0 : 60.0;
      sell_from (leg, &hours, 1.6, 10.0, 0.4);
      day_add_leg (&day, 75, 75);
      cor_plan_solve (&day.in, &plan);
      g_assert_cmpint (plan.stops[0].kind, ==, COR_STOP_SITE);
      NEAR (plan.stops[0].stay_min, dear ? 0.0 : 45.0, 1e-4);
      NEAR (plan.stops[0].power_h, dear ? 9.25 : 10.0, 1e-6);
      NEAR (plan.site_kwh, 50.0, 1e-4);
      NEAR (plan.site_yuan, dear ? 80.0 : 20.0, 1e-3);
      NEAR (plan.energy_s, dear ? 0.0 : 2700.0, 1e-2);
      NEAR (plan.day_s, 3600.0 * (dear ? 3.0 : 3.75), 1e-2);
      NEAR (plan.objective_yuan, 100.0 + (dear ? 80.0 : 45.0 + 20.0), 1e-2);
    }
}

/* An hour of loading from 9:15, of which 20 minutes of power are needed: from 10:30 on for 0.4 yuan a kWh in place of 3.6, so
 * that it pays to begin loading 35 minutes later and to have the power at its end, and no more. */
static void
test_end_of_loading (void)
{
  Day day;
  CorPriceDay hours;
  CorPlanLeg *leg = bay_day (&day, 60, 60);
  g_auto (CorPlan) plan = { 0 };

  day.in.depot_yuan_per_kwh = 0.1;
  sell_from (leg, &hours, 3.6, 10.5, 0.4);
  day_add_leg (&day, 45, 45);
  cor_plan_solve (&day.in, &plan);
  NEAR (plan.stops[0].stay_min, 35.0, 1e-4);
  NEAR (plan.stops[0].power_h, 10.5, 1e-6);
  NEAR (plan.site_kwh, 20.0, 1e-4);
  NEAR (plan.objective_yuan, 10.0 + 8.0 + 35.0, 1e-2);
}

/* The price falls when the truck has been there for half an hour: that and half an hour of loading are the hour's rest that
 * would fall due on the way back, so that the day is shorter by the half hour that the driver does not rest there. With a third
 * leg after half an hour of loading, which is no rest, one falls due on that in any case. */
static void
test_wait_is_rest (gconstpointer third)
{
  Day day;
  CorPriceDay hours;
  CorPlanLeg *leg = bay_day (&day, 30, 100);
  g_auto (CorPlan) plan = { 0 };

  day.in.rest_min = 60.0;
  day.in.rest_after_h = 2.0;
  day.in.first_departure_h = 7.75;
  sell_from (leg, &hours, 1.6, 9.5, 0.4);
  day_add_leg (&day, 75, third ? 40 : 75)->dwell_min = third ? 30.0 : 0.0;
  if (third)
    day_add_leg (&day, 75, 35);
  cor_plan_solve (&day.in, &plan);
  NEAR (plan.stops[0].stay_min, 30.0, 1e-4);
  NEAR (plan.site_yuan, 20.0, 1e-3);
  NEAR (plan.energy_s, third ? 1800.0 : 0.0, 1e-2);
  NEAR (plan.day_s, 3600.0 * (third ? 3.0 * 1.25 + 1.0 + 1.0 + 0.5 : 3.5), 1e-2);
  NEAR (plan.objective_yuan, 100.0 + 20.0 + 30.0 - (third ? 0.0 : 60.0), 1e-2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-bay/cheap-minutes", test_cheap_minutes);
  g_test_add_func ("/plan-bay/waits", test_waits);
  g_test_add_func ("/plan-bay/end-of-loading", test_end_of_loading);
  g_test_add_data_func ("/plan-bay/wait-is-rest", NULL, test_wait_is_rest);
  g_test_add_data_func ("/plan-bay/wait-is-rest-for-a-while", "third leg", test_wait_is_rest);
  return g_test_run ();
}
