/* test-plan.c: charging plans: cases worked by hand, brute force, properties, reasons.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-plan-private.h"
#include "plan-fixture.h"

#include <string.h>

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

static void
test_length (void)
{
  Day day;
  CorPlanStation *station;
  g_auto (CorPlan) plan = { 0 };
  g_autofree char *text = NULL;

  day_init (&day);
  day.in.length_m = 18.5;
  day_add_leg (&day, 150, 150);
  station = day_add_station (&day, 100, 1.0);
  station->max_length_m = 17.0;
  day_add_access (&day, 0, 0, 60, 1);
  cor_plan_solve (&day.in, &plan);
  g_assert_false (plan.feasible);
  g_assert_cmpint (plan.reason.code, ==, COR_REASON_LENGTH);
  g_assert_cmpint (plan.reason.station, ==, 0);
  text = cor_reason_text (&plan.reason, NULL, NULL, "Depot 7");
  g_assert_cmpstr (text, ==, "Too long for Depot 7: 18.5 m, at most 17.0 m can enter");
  cor_plan_clear (&plan);

  day.in.unhitch_min = 20.0;
  cor_plan_solve (&day.in, &plan);
  g_assert_true (plan.feasible);
  g_assert_true (plan.stops[0].unhitched);
  NEAR (plan.stops[0].minutes, 20.0 + 0.52 * 60.0, 1e-4);
}

/* Driving 150 min, 1 km to the plug and back 2 min, 52 kWh at 100 kW 31.2 min: of a day of four hours 56.8 min
 * are left to unhitch, so 55 in steps of five; of one of 180 minutes none are. */
static void
test_unhitch_fix (void)
{
  for (guint i = 0; i < 2; i++)
    {
      Day day;
      CorPlanStation *station;
      g_auto (CorPlan) plan = { 0 };
      g_autofree char *fix = NULL;

      day_init (&day);
      day.in.explain = TRUE;
      day.in.length_m = 18.5;
      day.in.day_max_h = i == 0 ? 4.0 : 3.0;
      day_add_leg (&day, 150, 150);
      station = day_add_station (&day, 100, 1.0);
      station->max_length_m = 17.0;
      day_add_access (&day, 0, 0, 60, 1);
      cor_plan_solve (&day.in, &plan);
      g_assert_false (plan.feasible);
      g_assert_cmpint (plan.reason.code, ==, COR_REASON_LENGTH);
      g_assert_cmpfloat (plan.reason.fix_unhitch_min, ==, i == 0 ? 55.0 : 0.0);
      fix = cor_reason_fix_text (&plan.reason);
      g_assert_true ((strstr (fix, "in up to 55 minutes each time") != NULL) == (i == 0));
      cor_plan_clear (&plan);
      day.in.unhitch_min = 55.0;
      cor_plan_solve (&day.in, &plan);
      g_assert_true (plan.feasible == (i == 0));
      g_assert_cmpfloat (plan.reason.fix_unhitch_min, ==, 0.0);
    }
}

static void
test_range_reason (void)
{
  Day day;
  g_auto (CorPlan) plan = { 0 };
  g_autofree char *text = NULL;
  g_autofree char *fix = NULL;

  day_init (&day);
  day.in.explain = TRUE;
  day.in.depot_kw = 20.0;
  day_add_leg (&day, 138, 138);
  cor_plan_solve (&day.in, &plan);
  g_assert_false (plan.feasible);
  g_assert_cmpint (plan.reason.code, ==, COR_REASON_RANGE);
  NEAR (plan.reason.short_m, 38000.0, 1.0);
  NEAR (plan.reason.at_m, 100000.0, 1.0);
  text = cor_reason_text (&plan.reason, "A", "B", NULL);
  g_assert_cmpstr (text, ==, "38 km short between A and B at 20 t and 5 °C");
  g_assert_cmpfloat (plan.reason.fix_battery_kwh, >=, 138.0);
  g_assert_cmpfloat (plan.reason.fix_battery_kwh, <=, 141.0);
  g_assert_cmpfloat (plan.reason.fix_power_kw, ==, 60.0);
  g_assert_cmpfloat (plan.reason.fix_within_m, >=, 8000.0);
  fix = cor_reason_fix_text (&plan.reason);
  g_assert_nonnull (strstr (fix, "A station of at least 60 kW"));
}

/* Three trips of 40 kWh: the third is one too many, and one without energy is none too many. */
static void
test_trips_reason (void)
{
  Day day;
  g_auto (CorPlan) plan = { 0 };

  day_init (&day);
  day.in.explain = TRUE;
  day.in.n_trips = 3;
  for (guint i = 0; i < 3; i++)
    day_add_leg (&day, 40, 40)->trip = i;
  cor_plan_solve (&day.in, &plan);
  g_assert_false (plan.feasible);
  g_assert_cmpuint (plan.reason.fix_trips, ==, 2);
  g_assert_cmpint (plan.reason.leg, ==, 2);
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

/* The night gives 20 kWh, and nothing else does: a day of 60 kWh can be driven once. */
static void
test_night_reason (void)
{
  Day day;
  g_auto (CorPlan) plan = { 0 };

  day_init (&day);
  day.in.depot_kw = 20.0 / 23.0;
  day_add_leg (&day, 60, 60);
  cor_plan_solve (&day.in, &plan);
  g_assert_false (plan.feasible);
  g_assert_cmpint (plan.reason.code, ==, COR_REASON_NIGHT);
  NEAR (plan.reason.limit, 20.0, 1e-9);
  NEAR (plan.reason.actual, 60.0, 1e-9);
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

/* A day that is too long without any stop is not looked for among stations, and nobody has to be told why. */
static void
test_hopeless (void)
{
  Day day;
  CorPlanGraph graph;
  CorPlanFound found = { 0 };
  g_auto (CorPlan) plan = { 0 }, silent = { 0 };

  day_init (&day);
  day.in.day_max_h = 2.0;
  day_add_leg (&day, 150, 90);
  day_add_station (&day, 100, 1.0);
  day_add_access (&day, 0, 0, 30, 0);
  cor_plan_graph_init (&graph, &day.in, 0, NULL, NULL);
  g_assert_false (isfinite (cor_plan_search_day (&graph, &found)));
  g_assert_cmpuint (found.n_labels, ==, 0);
  g_assert_false (cor_plan_can_be_done (&graph));
  cor_plan_graph_clear (&graph);
  cor_plan_solve (&day.in, &plan);
  g_assert_cmpint (plan.reason.code, ==, COR_REASON_DAY);
  day.in.silent = TRUE;
  cor_plan_solve (&day.in, &silent);
  g_assert_false (silent.feasible);
  g_assert_cmpint (silent.reason.code, ==, COR_REASON_NONE);
  day.in.day_max_h = plan.reason.actual + 0.01;
  cor_plan_solve (&day.in, &silent);
  g_assert_true (silent.feasible);
}

static void
test_day_reason (void)
{
  Day day;
  g_auto (CorPlan) plan = { 0 };

  day_init (&day);
  day.in.day_max_h = 2.0;
  day_add_leg (&day, 150, 90);
  cor_plan_solve (&day.in, &plan);
  g_assert_false (plan.feasible);
  g_assert_cmpint (plan.reason.code, ==, COR_REASON_DAY);
  NEAR (plan.reason.actual, 2.5, 1e-9);
  NEAR (plan.reason.limit, 2.0, 1e-9);
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

/* Brute force: whole kWh, every station or none, every level. Case figures are whole, so that the
 * best plan is among them. */
typedef struct
{
  const Day *day;
  int start; /* kWh in the morning; without a plug at the depot, in the evening too */
  double best;
} Brute;

/* Minutes of rest on a drive of so many minutes, minute by minute; @driven: at the wheel since the last rest. */
static int
brute_rest (const CorPlanInput *in, int minutes, int *driven)
{
  int rest = 0;

  for (int i = 0; i < minutes && in->rest_min > 0.0; i++)
    {
      if (*driven == (int) lround (60.0 * in->rest_after_h))
        {
          rest += (int) in->rest_min;
          *driven = 0;
        }
      ++*driven;
    }
  return rest;
}

static double
brute_charge_h (const Day *day, double kw, int from, int to)
{
  double hours = 0.0;

  for (int level = from; level < to; level++)
    {
      guint step = 0;

      while (step + 1 < day->in.curve.n && day->in.curve.to_kwh[step] <= level)
        step++;
      hours += 1.0 / MIN (kw, day->in.curve.limit_kw[step]);
    }
  return hours;
}

/* All ways to go on from a place, with what is in the battery, the yuan so far, and the minutes since the last rest; a
 * kilometre takes a minute. */
static void
brute_from (Brute *brute, guint index, int at_km, int kwh, double yuan, int driven)
{
  const CorPlanLeg *leg = &brute->day->legs[0];
  const CorPlanInput *in = &brute->day->in;
  int left = (int) (leg->points[1].at_m / 1000.0) - at_km;
  int end = kwh - left;
  int then = driven;
  double all;

  if (yuan >= brute->best)
    return;
  all = yuan + brute_rest (in, left, &then) * in->yuan_per_h / 60.0
        + (in->depot_kw > 0.0 ? (brute->start - end) * in->depot_yuan_per_kwh : 0.0);
  if (end >= (in->depot_kw > 0.0 ? 0 : brute->start))
    brute->best = MIN (brute->best, all);
  for (guint a = index; a < leg->n_accesses; a++)
    {
      const CorAccess *access = &leg->accesses[a];
      const CorPlanStation *station = &in->stations[access->station_index];
      int off = (int) (access->out_m / 1000.0);
      int there = (int) (access->leave_m / 1000.0);
      int arrive = kwh - (there - at_km) - off;
      int since = driven;
      int rest = brute_rest (in, there - at_km + off, &since);

      for (int level = arrive; arrive >= 0 && level <= (int) in->battery_kwh; level++)
        {
          double pause = 60.0 * brute_charge_h (brute->day, station->power_kw, arrive, level) + station->wait_min + in->stop_min;
          double paid = yuan + (level - arrive) * station->price_yuan_per_kwh + 2.0 * off * in->yuan_per_km;
          gboolean rests = in->rest_min > 0.0 && pause > in->rest_min - 1e-6;

          /* Off at once, and after the driver's rest. */
          for (int stays = 0; stays <= (in->rest_min > 0.0 && !rests); stays++)
            {
              int next = stays || rests ? 0 : since;
              double minutes = (stays ? in->rest_min : pause) + rest + 2.0 * off + brute_rest (in, off, &next);

              brute_from (brute, a + 1, there, level - off, paid + minutes * in->yuan_per_h / 60.0, next);
            }
        }
    }
}

/* The best day, counted from one without stops, whose rests are taken anyway. */
static double
brute_best (const Day *day, int first, int last)
{
  Brute brute = { day, first, INFINITY };
  int driven = 0;

  for (; brute.start <= last; brute.start++)
    brute_from (&brute, 0, 0, brute.start, 0.0, 0);
  return brute.best
         - brute_rest (&day->in, (int) (day->legs[0].points[1].at_m / 1000.0), &driven) * day->in.yuan_per_h / 60.0;
}

/* A random day of one leg, 1 kWh a km, with stations at whole km in order. */
static void
random_day (Day *day, GRand *rand, guint n_stations, int km)
{
  static const double powers[] = { 20, 50, 100 };
  int at = 0;

  day_init (day);
  day->in.battery_kwh = 20.0;
  day->in.stop_min = g_rand_int_range (rand, 0, 10);
  day->in.depot_yuan_per_kwh = g_rand_int_range (rand, 2, 12) / 10.0;
  day->in.curve = (CorChargeCurve){ .n = 3, .to_kwh = { 14, 17, 20 }, .limit_kw = { 60, 30, 10 } };
  day_add_leg (day, km, km);
  for (guint i = 0; i < n_stations; i++)
    {
      double kw, yuan;

      at = g_rand_int_range (rand, at, MAX (at + 1, km * (int) (i + 1) / (int) n_stations));
      kw = powers[g_rand_int_range (rand, 0, 3)];
      yuan = g_rand_int_range (rand, 5, 25) / 10.0;
      day_add_station (day, kw, yuan);
      day->stations[i].wait_min = g_rand_int_range (rand, 0, 3) * 4.0;
      day_add_access (day, 0, i, at, g_rand_int_range (rand, 0, 3));
    }
}

/* A rest of some minutes after a part of the way. */
static void
set_rest (Day *day, GRand *rand)
{
  day->in.rest_min = g_rand_int_range (rand, 3, 8) * 2.0;
  day->in.rest_after_h = g_rand_int_range (rand, 8, 30) / 60.0;
}

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

/* A rest falls due on the way, whole minutes all of it: where the battery charges at one speed, what the rest gives is
 * a whole number of kWh, and the best plan is among those tried. */
static void
rest_day (Day *day, GRand *rand, guint n_stations)
{
  random_day (day, rand, n_stations, g_rand_int_range (rand, 15, 70));
  set_rest (day, rand);
  day->in.stop_min = g_rand_int_range (rand, 0, 4) * 2.0;
  day->in.curve = (CorChargeCurve){ .n = 1, .to_kwh = { 20 }, .limit_kw = { 60 } };
  for (guint i = 0; i < n_stations; i++)
    day->stations[i].power_kw = day->stations[i].power_kw > 60.0 ? 60.0 : 30.0;
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

/* One station more is no dearer where the night does not refill, up to so many stations that every morning at
 * which the cost turns is looked at; beyond 24 they used to be sampled. */
static void
test_many_mornings (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint i = 0; i < 120; i++)
    {
      g_autofree Day *day = g_new (Day, 1);
      g_auto (CorPlan) less = { 0 };
      g_auto (CorPlan) all = { 0 };

      random_day (day, rand, 30, g_rand_int_range (rand, 20, 60));
      day->in.depot_kw = g_rand_int_range (rand, 0, 3) * 0.5;
      day->legs[0].n_accesses--;
      cor_plan_solve (&day->in, &less);
      day->legs[0].n_accesses++;
      cor_plan_solve (&day->in, &all);
      if (!less.feasible)
        continue;
      g_assert_true (all.feasible);
      g_assert_cmpfloat (all.objective_yuan, <=, less.objective_yuan + 1e-4);
    }
}

/* With many stations, the narrowed search finds what a search among all of them finds. */
static void
test_narrow (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (31);

  for (guint i = 0; i < 60; i++)
    {
      Day day;
      CorPlanGraph graph;
      CorPlanFound narrow = { 0 };
      CorPlanFound all = { 0 };
      g_auto (CorPlan) plan = { 0 };

      random_day (&day, rand, 60, g_rand_int_range (rand, 30, 70));
      if (i % 2 == 1)
        set_rest (&day, rand);
      cor_plan_graph_init (&graph, &day.in, 0, NULL, NULL);
      cor_plan_search_day (&graph, &narrow);
      cor_plan_search (&graph, graph.high_kwh, INFINITY, &all);
      g_assert_true (isfinite (all.cost));
      NEAR (narrow.cost, all.cost, 1e-5);
      cor_plan_solve (&day.in, &plan);
      /* Rests of the day without stops are none of what energy costs. */
      NEAR (plan.spare_yuan, all.cost - day.in.yuan_per_h * graph.rest_s / 3600.0, 1e-5);
      g_free (narrow.labels);
      g_free (all.labels);
      cor_plan_graph_clear (&graph);
    }
}

/* Whether a plan could be another one with the ways to a station that there are now. */
static gboolean
concerned (const CorPlanBrief *brief, const Day *day, guint station)
{
  CorPlanChange changes[FIXTURE_LEGS];
  CorPlanConcern concern;
  guint n = 0;

  for (guint l = 0; l < day->in.n_legs; l++)
    for (guint a = 0; a < day->legs[l].n_accesses; a++)
      if (day->accesses[l][a].station_index == station)
        changes[n++] = (CorPlanChange){ &day->stations[station], day->accesses[l][a], l };
  concern = cor_plan_brief_concern (brief, changes, n, day->in.least_plug_yuan_per_kwh,
                                    day->in.least_swap_yuan_per_kwh);
  /* The closer look never finds what the first one rules out. */
  g_assert_true (concern >= COR_CONCERN_SEEMS || brief->direct || cor_plan_holds (&day->in, brief, changes, n));
  return concern == COR_CONCERN_SOLVE
         || (concern == COR_CONCERN_SEEMS && !cor_plan_holds (&day->in, brief, changes, n));
}

/* To the last bit; member by member, as what lies between them is nobody's. */
static void
assert_same_stop (const CorPlanStop *a, const CorPlanStop *b)
{
  const double one[] = { a->at_m, a->day_m, a->arrive_h, a->soc_in, a->soc_out, a->kwh, a->yuan, a->minutes, a->charge_min, a->stay_min,
                         a->wait_min, a->detour_m, a->detour_s };
  const double other[] = { b->at_m, b->day_m, b->arrive_h, b->soc_in, b->soc_out, b->kwh, b->yuan, b->minutes, b->charge_min, b->stay_min,
                           b->wait_min, b->detour_m, b->detour_s };

  g_assert_cmpint (a->kind, ==, b->kind);
  g_assert_cmpuint (a->leg, ==, b->leg);
  g_assert_cmpint (a->station, ==, b->station);
  g_assert_cmpint (a->unhitched, ==, b->unhitched);
  g_assert_cmpint (a->rests, ==, b->rests);
  for (guint i = 0; i < G_N_ELEMENTS (one); i++)
    g_assert_cmpfloat (one[i], ==, other[i]);
}

static void
assert_same_plan (const CorPlan *a, const CorPlan *b)
{
  g_assert_cmpint (a->feasible, ==, b->feasible);
  g_assert_cmpuint (a->n_stops, ==, b->n_stops);
  for (guint i = 0; i < a->n_stops; i++)
    assert_same_stop (&a->stops[i], &b->stops[i]);
  g_assert_cmpmem (a->points, a->n_points * sizeof *a->points, b->points, b->n_points * sizeof *b->points);
  g_assert_cmpfloat (a->objective_yuan, ==, b->objective_yuan);
  g_assert_cmpfloat (a->spare_yuan, ==, b->spare_yuan);
  g_assert_cmpfloat (a->energy_s, ==, b->energy_s);
}

/* One station more, or a larger battery, never makes a day worse or impossible. */
static void
test_more_is_not_worse (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  guint untouched = 0;

  for (guint i = 0; i < 300; i++)
    {
      Day day;
      g_auto (CorPlan) less = { 0 };
      g_auto (CorPlan) all = { 0 };
      g_auto (CorPlan) large = { 0 };
      CorPlanBrief brief;

      random_day (&day, rand, 6, g_rand_int_range (rand, 20, 100));
      if (i % 3 == 0)
        set_rest (&day, rand);
      if (i % 2 == 1)
        day.in.depot_kw = g_rand_int_range (rand, 0, 3) * 0.5;
      day.legs[0].n_accesses--;
      cor_plan_solve_brief (&day.in, NULL, &less, &brief);
      day.legs[0].n_accesses++;
      cor_plan_solve (&day.in, &all);
      g_assert_true (all.feasible || !less.feasible);
      if (less.feasible)
        g_assert_cmpfloat (all.objective_yuan, <=, less.objective_yuan + 1e-4);
      if (less.feasible && !concerned (&brief, &day, 5))
        {
          assert_same_plan (&all, &less);
          untouched++;
        }
      cor_plan_brief_clear (&brief);
      day.in.battery_kwh *= 1.25;
      for (guint c = 0; c < day.in.curve.n; c++)
        day.in.curve.to_kwh[c] *= 1.25;
      cor_plan_solve (&day.in, &large);
      g_assert_true (large.feasible || !all.feasible);
    }
  g_assert_cmpuint (untouched, >, 5);
}

/* A station on the line needs no detour, whatever stands beside it. */
static void
test_on_the_line (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint i = 0; i < 100; i++)
    {
      Day day;
      g_auto (CorPlan) plan = { 0 };

      random_day (&day, rand, 5, 36);
      day_add_station (&day, 100, 0.1);
      day_add_access (&day, 0, 5, 18, 0);
      cor_plan_solve (&day.in, &plan);
      g_assert_true (plan.feasible);
      NEAR (plan.detour_m, 0.0, 0.0);
    }
}

/* Energy, money, metres and minutes of the stops add up to the totals, and the points follow. */
static void
test_sums (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (21);

  for (guint i = 0; i < 200; i++)
    {
      Day day;
      g_auto (CorPlan) plan = { 0 };
      double kwh = 0.0, yuan = 0.0, detour_m = 0.0;

      random_day (&day, rand, 6, g_rand_int_range (rand, 20, 80));
      if (i % 2 == 1)
        set_rest (&day, rand);
      cor_plan_solve (&day.in, &plan);
      if (!plan.feasible)
        continue;
      for (guint s = 0; s < plan.n_stops; s++)
        {
          kwh += plan.stops[s].kwh;
          yuan += plan.stops[s].yuan;
          detour_m += plan.stops[s].detour_m;
        }
      NEAR (kwh, plan.kwh, 1e-6);
      NEAR (kwh, day.points[0][1].units + detour_m / 1000.0, 1e-6);
      NEAR (yuan, plan.station_yuan + plan.site_yuan + plan.depot_yuan, 1e-6);
      NEAR (detour_m, plan.detour_m, 1e-6);
      NEAR (plan.points[plan.n_points - 1].day_m, plan.drive_m, 1e-6);
      NEAR (plan.points[plan.n_points - 1].soc, plan.end_soc, 1e-9);
      for (guint p = 1; p < plan.n_points; p++)
        {
          g_assert_cmpfloat (plan.points[p].day_m, >=, plan.points[p - 1].day_m);
          g_assert_cmpfloat (plan.points[p].soc, >=, -1e-6);
          g_assert_cmpfloat (plan.points[p].soc, <=, 1.0 + 1e-9);
        }
    }
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
  for (double from = 0; from < 190; from += 7)
    for (double to = from; to <= 190; to += 7)
      {
        double hours = cor_charge_curve_hours (&curve, 150.0, from, to);

        NEAR (cor_charge_curve_level (&curve, 150.0, from, hours), to, 1e-9);
      }
}

/* A day that runs out of charge among 130 stations: told and explained without looking at every way of
 * stopping at them. */
static void
test_dense_infeasible (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (17);
  g_autofree Day *day = g_new (Day, 1);
  g_auto (CorPlan) plan = { 0 };
  CorPlanGraph graph;
  CorPlanFound found = { 0 };

  day_init (day);
  day->in.explain = TRUE;
  for (guint l = 0; l < 4; l++)
    day_add_leg (day, 200, l == 3 ? 500 : 240)->trip = l / 2;
  day->in.n_trips = 2;
  for (guint i = 0; i < 130; i++)
    {
      double at = g_rand_double_range (rand, 0, 60);

      day_add_station (day, 120, 1.2);
      for (guint l = 0; l < 4; l++)
        day_add_access (day, l, i, l % 2 == 0 ? at : 200 - at, g_rand_double_range (rand, 0, 3));
    }
  cor_plan_graph_init (&graph, &day->in, 0, NULL, NULL);
  g_assert_false (isfinite (cor_plan_search_day (&graph, &found)));
  g_assert_cmpuint (found.n_labels, <, 10000);
  g_free (found.labels);
  cor_plan_graph_clear (&graph);
  cor_plan_solve (&day->in, &plan);
  g_assert_false (plan.feasible);
  g_assert_cmpint (plan.reason.code, ==, COR_REASON_RANGE);
  g_assert_cmpfloat (plan.reason.short_m, >, 0);
  cor_plan_clear (&plan);

  /* Enough charge, too little time: all ways of stopping are in question, up to a limit. */
  for (guint l = 0; l < 4; l++)
    day->points[l][1].units = 60;
  day->in.day_max_h = 14.5;
  cor_plan_graph_init (&graph, &day->in, 0, NULL, NULL);
  found = (CorPlanFound){ 0 };
  g_assert_false (isfinite (cor_plan_search_day (&graph, &found)));
  g_assert_cmpuint (found.n_labels, <=, COR_LABELS_MAX);
  g_free (found.labels);
  cor_plan_graph_clear (&graph);
  cor_plan_solve (&day->in, &plan);
  g_assert_cmpint (plan.reason.code, ==, COR_REASON_DAY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/curve", test_curve);
  g_test_add_func ("/plan/no-stop", test_no_stop);
  g_test_add_func ("/plan/one-stop", test_one_stop);
  g_test_add_func ("/plan/swap", test_swap);
  g_test_add_func ("/plan/site", test_site);
  g_test_add_func ("/plan/site-in-full", test_site_in_full);
  g_test_add_func ("/plan/hours", test_hours);
  g_test_add_func ("/plan/length", test_length);
  g_test_add_func ("/plan/unhitch-fix", test_unhitch_fix);
  g_test_add_func ("/plan/range-reason", test_range_reason);
  g_test_add_func ("/plan/trips-reason", test_trips_reason);
  g_test_add_func ("/plan/stops-per-trip", test_stops_per_trip);
  g_test_add_func ("/plan/night-reason", test_night_reason);
  g_test_add_func ("/plan/no-depot", test_no_depot);
  g_test_add_func ("/plan/day-reason", test_day_reason);
  g_test_add_func ("/plan/hopeless", test_hopeless);
  g_test_add_func ("/plan/rest", test_rest);
  g_test_add_func ("/plan/rest-chooses", test_rest_chooses);
  g_test_add_func ("/plan/brute-force", test_brute);
  g_test_add_func ("/plan/brute-force-rest", test_brute_rest);
  g_test_add_func ("/plan/brute-force-rest-curve", test_brute_rest_curve);
  g_test_add_func ("/plan/brute-force-morning", test_brute_morning);
  g_test_add_func ("/plan/morning", test_morning);
  g_test_add_func ("/plan/many-mornings", test_many_mornings);
  g_test_add_func ("/plan/narrow", test_narrow);
  g_test_add_func ("/plan/more-is-not-worse", test_more_is_not_worse);
  g_test_add_func ("/plan/on-the-line", test_on_the_line);
  g_test_add_func ("/plan/sums", test_sums);
  g_test_add_func ("/plan/dense-infeasible", test_dense_infeasible);
  return g_test_run ();
}
