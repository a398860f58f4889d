/* test-plan-hours.c: charging plans where a kWh costs more at one hour than at another.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plan-days.h"

#define NEAR(a, b, tolerance) g_assert_cmpfloat (fabs ((a) - (b)), <=, (tolerance))
#define STATIONS              6

/* One price, and another from an hour to an hour. */
static void
sell_but (Day *day,
          guint station,
          CorPriceDay *hours,
          double yuan,
          double from_h,
          double to_h,
          double other)
{
  double prices[COR_TARIFF_SLOTS];

  for (guint slot = 0; slot < COR_TARIFF_SLOTS; slot++)
    prices[slot] = slot >= from_h * COR_TARIFF_SLOTS_PER_H && slot < to_h * COR_TARIFF_SLOTS_PER_H
                       ? other
                       : yuan;
  sell_by (day, station, hours, prices, 0.0);
}

/* 150 kWh on a battery of 100: 50 to be bought in half an hour, at 9 h or at 10 h. The first
 * station is the cheaper one in the mean of the day, the second at 10 h. */
static void
test_prefers_hour (void)
{
  Day day;
  CorPriceDay hours[2];
  g_auto (CorPlan) mean = { 0 }, plan = { 0 };

  day_init (&day);
  day_add_leg (&day, 150, 150);
  day_add_station (&day, 100, 1.0);
  day_add_station (&day, 100, 1.2);
  day_add_access (&day, 0, 0, 60, 0);
  day_add_access (&day, 0, 1, 95, 0);
  cor_plan_solve (&day.in, &mean);
  g_assert_cmpint (mean.stops[0].station, ==, 0);
  sell_but (&day, 0, &hours[0], 0.9, 8.0, 11.0, 1.7);
  sell_but (&day, 1, &hours[1], 1.3, 9.5, 12.0, 0.5);
  cor_plan_solve (&day.in, &plan);
  g_assert_cmpuint (plan.n_stops, ==, 2);
  g_assert_cmpint (plan.stops[0].station, ==, 1);
  NEAR (plan.stops[0].power_h, 8.0 + 95.0 / 60.0, 1e-9);
  NEAR (plan.stops[0].yuan, 25.0, 1e-4);
  NEAR (plan.objective_yuan, 100.0 + 25.0 + 30.0, 1e-3);
}

/* At 9:48 a kWh still costs 2 yuan, from 10 on 1: 12 minutes of a driver at 60 yuan an hour are 12
 * yuan, and save 20 for 20 kWh. At 120 yuan an hour they would cost 24. */
static void
test_stays_on (void)
{
  for (guint dear = 0; dear < 2; dear++)
    {
      Day day;
      CorPriceDay hours;
      g_auto (CorPlan) plan = { 0 };

      day_init (&day);
      day.in.yuan_per_h = dear ? 120.0 : 60.0;
      day_add_leg (&day, 150, 150);
      day_add_station (&day, 100, 1.0);
      day_add_access (&day, 0, 0, 100, 0);
      day.in.first_departure_h = 9.8 - 100.0 / 60.0;
      sell_but (&day, 0, &hours, 1.0, 8.0, 10.0, 2.0);
      cor_plan_solve (&day.in, &plan);
      NEAR (plan.stops[0].stay_min, dear ? 0.0 : 12.0, 1e-6);
      NEAR (plan.stops[0].power_h, dear ? 9.8 : 10.0, 1e-9);
      NEAR (plan.stops[0].charge_min, 30.0, 1e-4);
      NEAR (plan.stops[0].yuan, dear ? 70.0 : 50.0, 1e-3);
      NEAR (plan.energy_s, 60.0 * (dear ? 30.0 : 42.0), 1e-2);
    }
}

/* A rest of half an hour is due anyway: the 20 minutes of power that are needed are those before
 * the price rises, or after it falls. */
static void
test_rest_in_cheap_minutes (void)
{
  for (guint late = 0; late < 2; late++)
    {
      Day day;
      CorPriceDay hours;
      g_auto (CorPlan) plan = { 0 };

      day_init (&day);
      day.in.rest_min = 30.0;
      day.in.rest_after_h = 3.0;
      day_add_leg (&day, 240, 120);
      day.in.first_departure_h = 8.0 - (late ? 10.0 : 20.0) / 60.0;
      day_add_station (&day, 60, 1.0);
      day_add_access (&day, 0, 0, 150, 0);
      sell_but (&day, 0, &hours, late ? 2.0 : 1.0, 10.5, 14.0, late ? 1.0 : 2.0);
      cor_plan_solve (&day.in, &plan);
      g_assert_true (plan.stops[0].rests);
      NEAR (plan.stops[0].stay_min, 10.0, 1e-4);
      NEAR (plan.stops[0].minutes, 30.0, 1e-4);
      NEAR (plan.stops[0].power_h, late ? 10.5 : 10.5 - 20.0 / 60.0, 1e-6);
      NEAR (plan.stops[0].yuan, 20.0, 1e-4);
      NEAR (plan.energy_s, 0.0, 1e-2);
    }
}

/* What random days by the hour were like; @cheaper, @dearer: plans than the best that brute force
 * finds. */
typedef struct
{
  guint feasible, stayed, cheaper, dearer;
} Tally;

/* Random days against brute force. @slow: some stations of half the power; @bends: the battery
 * slows down. */
static Tally
against_brute (guint seed,
               guint n_days,
               guint n_stations,
               gboolean rests,
               gboolean slow,
               gboolean bends)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  Tally tally = { 0 };

  for (guint i = 0; i < n_days; i++)
    {
      Day day;
      CorPriceDay hours[STATIONS];
      double best;
      g_auto (CorPlan) plan = { 0 };

      rest_day (&day, rand, n_stations);
      if (!rests)
        day.in.rest_min = 0.0;
      if (bends)
        day.in.curve
            = (CorChargeCurve){ .n = 3, .to_kwh = { 14, 17, 20 }, .limit_kw = { 60, 30, 10 } };
      for (guint k = 0; k < n_stations && !slow; k++)
        day.stations[k].power_kw = 60.0;
      random_hours (&day, rand, hours);
      cor_plan_solve (&day.in, &plan);
      best = brute_best_below (&day, 20, 20, plan.feasible ? plan.objective_yuan + 1.0 : INFINITY);
      if (!plan.feasible)
        {
          g_assert_true (isinf (best));
          continue;
        }
      tally.feasible++;
      for (guint s = 0; s < plan.n_stops; s++)
        tally.stayed += plan.stops[s].stay_min > 0.0;
      tally.cheaper += plan.objective_yuan < best - 1e-4;
      tally.dearer += plan.objective_yuan > best + 1e-4;
    }
  return tally;
}

/* How many days of a kind are tried; with CORRIDOR_PLAN_DAYS set, so many. */
static guint
days (guint n)
{
  const char *asked = g_getenv ("CORRIDOR_PLAN_DAYS");

  return asked != NULL ? (guint)g_ascii_strtoull (asked, NULL, 10) : n;
}

/* All whole minutes and kWh: the plan is the best of all. */
static void
test_brute (void)
{
  guint stayed = 0, feasible = 0;

  for (guint n = 1; n <= 4; n++)
    {
      Tally tally = against_brute (10 + n, days (40), n, FALSE, FALSE, FALSE);

      g_test_message ("%u stations: %u days, %u stays, %u cheaper, %u dearer", n, tally.feasible,
                      tally.stayed, tally.cheaper, tally.dearer);
      g_assert_cmpuint (tally.dearer, ==, 0);
      g_assert_cmpuint (tally.cheaper, ==, 0);
      stayed += tally.stayed;
      feasible += tally.feasible;
    }
  g_assert_cmpuint (feasible, >, 40);
  g_assert_cmpuint (stayed, >, 0);
}

/* Where stations differ in power, or the battery slows down, the best may lie between whole
 * minutes. */
static void
test_brute_between (void)
{
  for (guint kind = 0; kind < 2; kind++)
    {
      Tally tally = against_brute (20 + kind, days (20), 3, FALSE, kind == 0, kind == 1);

      g_test_message ("kind %u: %u days, %u stays, %u cheaper, %u dearer", kind, tally.feasible,
                      tally.stayed, tally.cheaper, tally.dearer);
      g_assert_cmpuint (tally.dearer, ==, 0);
      g_assert_cmpuint (tally.feasible, >, 5);
    }
}

static void
test_brute_rest (void)
{
  guint stayed = 0;

  for (guint n = 1; n <= 2; n++)
    {
      Tally tally = against_brute (30 + n, days (40), n, TRUE, FALSE, FALSE);

      g_test_message ("%u stations: %u days, %u stays, %u cheaper, %u dearer", n, tally.feasible,
                      tally.stayed, tally.cheaper, tally.dearer);
      g_assert_cmpuint (tally.dearer, ==, 0);
      stayed += tally.stayed;
    }
  g_assert_cmpuint (stayed, >, 0);
}

/* A tariff with the same price all day is that price, to the last bit; one that differs only at
 * night, in hours that no truck sees, comes to the same. */
static void
test_same_all_day (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (40);

  for (guint i = 0; i < 100; i++)
    {
      Day day;
      CorPriceDay hours[STATIONS];
      g_auto (CorPlan) plain = { 0 }, flat = { 0 }, night = { 0 };

      rest_day (&day, rand, STATIONS);
      day.in.day_max_h = 12.0;
      cor_plan_solve (&day.in, &plain);
      for (guint k = 0; k < STATIONS; k++)
        sell_but (&day, k, &hours[k], day.stations[k].price_yuan_per_kwh, 0.0, 24.0,
                  day.stations[k].price_yuan_per_kwh);
      cor_plan_solve (&day.in, &flat);
      assert_same_plan (&plain, &flat);
      for (guint k = 0; k < STATIONS; k++)
        sell_but (&day, k, &hours[k], day.stations[k].price_yuan_per_kwh, 21.0, 23.0,
                  0.9 * day.stations[k].price_yuan_per_kwh);
      cor_plan_solve (&day.in, &night);
      g_assert_cmpint (plain.feasible, ==, night.feasible);
      NEAR (plain.objective_yuan, night.objective_yuan, 1e-4);
    }
}

/* A cheaper hour, a station more, or driver's time at less, never makes a day dearer. */
static void
test_more_is_not_worse (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (41);
  guint cheaper = 0;

  for (guint i = 0; i < 100; i++)
    {
      Day day;
      CorPriceDay hours[STATIONS];
      double prices[COR_TARIFF_SLOTS];
      g_auto (CorPlan) less = { 0 }, all = { 0 }, plan = { 0 }, large = { 0 };
      guint station = (guint)g_rand_int_range (rand, 0, STATIONS),
            slot = (guint)g_rand_int_range (rand, 16, 22);

      rest_day (&day, rand, STATIONS);
      random_hours (&day, rand, hours);
      day.legs[0].n_accesses--;
      cor_plan_solve (&day.in, &less);
      day.legs[0].n_accesses++;
      cor_plan_solve (&day.in, &all);
      g_assert_true (all.feasible || !less.feasible);
      if (less.feasible)
        g_assert_cmpfloat (all.objective_yuan, <=, less.objective_yuan + 1e-4);
      for (guint k = 0; k < COR_TARIFF_SLOTS; k++)
        prices[k] = day.stations[station].hours != NULL ? hours[station].yuan_per_kwh[k]
                                                        : day.stations[station].price_yuan_per_kwh;
      prices[slot] *= 0.5;
      sell_by (&day, station, &hours[station], prices, day.stations[station].fee_yuan_per_kwh);
      cor_plan_solve (&day.in, &plan);
      g_assert_cmpint (plan.feasible, ==, all.feasible);
      g_assert_cmpfloat (plan.objective_yuan, <=, all.objective_yuan + 1e-4);
      cheaper += plan.objective_yuan < all.objective_yuan - 0.01;
      day.in.battery_kwh *= 1.25;
      day.in.curve.to_kwh[0] *= 1.25;
      cor_plan_solve (&day.in, &large);
      g_assert_true (large.feasible || !plan.feasible);
    }
  g_assert_cmpuint (cheaper, >, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-hours/prefers-hour", test_prefers_hour);
  g_test_add_func ("/plan-hours/stays-on", test_stays_on);
  g_test_add_func ("/plan-hours/rest-in-cheap-minutes", test_rest_in_cheap_minutes);
  g_test_add_func ("/plan-hours/brute-force", test_brute);
  g_test_add_func ("/plan-hours/brute-force-between", test_brute_between);
  g_test_add_func ("/plan-hours/brute-force-rest", test_brute_rest);
  g_test_add_func ("/plan-hours/same-all-day", test_same_all_day);
  g_test_add_func ("/plan-hours/more-is-not-worse", test_more_is_not_worse);
  return g_test_run ();
}
