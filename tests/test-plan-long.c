/* test-plan-long.c: charging plans of days so long that minutes decide whether they can be done at all.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plan-days.h"
#include "sanitized.h"

#define WAYS 8
#define KM 400.0

/* A truck of 282 kWh on 400 km each way past eight stations; the night at the depot gives @depot_kw. */
static void
long_day (Day *day, GRand *rand, double depot_kw)
{
  static const double powers[] = { 60, 120, 180, 240, 360 };

  day_init (day);
  day->in.battery_kwh = 282.0;
  day->in.soc_min = 0.2;
  day->in.soc_max = 0.95;
  day->in.stop_min = 8.0;
  day->in.depot_kw = depot_kw;
  day->in.rest_min = 20.0;
  day->in.rest_after_h = 4.0;
  cor_charge_curve_fill (&day->in.curve, 282.0, 0.95, 300.0, 0.8, 0.3);
  day_add_leg (day, KM, 1.4 * KM)->dwell_min = 45.0;
  day_add_leg (day, KM, 1.1 * KM)->dwell_min = 45.0;
  for (guint i = 0; i < WAYS; i++)
    {
      double at_km = KM * (i + g_rand_double (rand)) / WAYS, off_km = g_rand_double_range (rand, 0.2, 8.0);

      day_add_station (day, powers[g_rand_int_range (rand, 0, G_N_ELEMENTS (powers))], g_rand_double_range (rand, 0.9, 1.6))->wait_min
        = g_rand_double_range (rand, 0.0, 10.0);
      day_add_access (day, 0, i, at_km, off_km);
      day_add_access (day, 1, i, KM - at_km, off_km);
    }
}

/* A gate that opens for a minute at a station out of reach makes the search watch the clock from the start; what it finds is the
 * same. Days kept of 60, on some of which a cheaper day than the best would end too late, reach the night with too little, or
 * have to begin with less than a full charge. */
static void
test_clock (void)
{
  static const gboolean kept[] = { [0] = TRUE, [1] = TRUE, [6] = TRUE, [24] = TRUE, [31] = TRUE, [36] = TRUE, [42] = TRUE };
  g_autoptr (GRand) rand = g_rand_new_with_seed (80);

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      Day day;
      CorPlanStation *closed;
      g_auto (CorPlan) plan = { 0 }, watched = { 0 };

      long_day (&day, rand, 120.0);
      if (!kept[i])
        continue;
      cor_plan_solve (&day.in, &plan);
      closed = day_add_station (&day, 60.0, 2.0);
      closed->open_from_h = 3.0;
      closed->open_to_h = 3.0 + 1.0 / 60.0;
      day_add_access (&day, 0, WAYS, KM, 300.0);
      cor_plan_solve (&day.in, &watched);
      g_assert_true (plan.feasible);
      g_assert_true (watched.feasible);
      g_assert_cmpfloat_with_epsilon (plan.objective_yuan, watched.objective_yuan, 1e-4);
    }
}

/* What a kWh costs at which hour does not decide whether a day can be done, be the night long enough to refill or not. Days kept
 * of 240 on which a search for the cheapest hours ran out of work before it found one. */
static void
test_hour_is_no_matter (void)
{
  static const double depots_kw[] = { 10.0, 20.0, 120.0 };
  static const gboolean kept[] = { [25] = TRUE, [27] = TRUE, [40] = TRUE, [41] = TRUE, [44] = TRUE };
  g_autoptr (GRand) rand = g_rand_new_with_seed (81);
  /* A sanitizer has seen all of a search on the shortest of them. */
  guint first = is_sanitized () ? G_N_ELEMENTS (kept) - 1 : 0;

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      Day day;
      CorPriceDay hours[WAYS];
      g_auto (CorPlan) flat = { 0 }, plan = { 0 };

      long_day (&day, rand, depots_kw[i % G_N_ELEMENTS (depots_kw)]);
      if (kept[i] && i >= first)
        cor_plan_solve (&day.in, &flat);
      random_hours (&day, rand, hours);
      if (!kept[i] || i < first)
        continue;
      cor_plan_solve (&day.in, &plan);
      g_assert_true (flat.feasible);
      g_assert_true (plan.feasible);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-long/clock", test_clock);
  g_test_add_func ("/plan-long/hour-is-no-matter", test_hour_is_no_matter);
  return g_test_run ();
}
