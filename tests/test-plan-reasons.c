/* test-plan-reasons.c: why a day cannot be done, what would help, and how long that is looked for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-plan-private.h"
#include "plan-fixture.h"

#include <string.h>

#define NEAR(a, b, tolerance) g_assert_cmpfloat (fabs ((a) - (b)), <=, (tolerance))

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
  g_assert_cmpstr (text, ==, "Too long for Depot 7: 18.5\xc2\xa0m, at most 17.0\xc2\xa0m can enter");
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
      g_assert_true ((strstr (fix, "in up to 55\xc2\xa0minutes each time") != NULL) == (i == 0));
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
  g_assert_cmpstr (text, ==, "38\xc2\xa0km short between A and B at 20\xc2\xa0t and 5\xc2\xa0°C");
  g_assert_cmpfloat (plan.reason.fix_battery_kwh, >=, 138.0);
  g_assert_cmpfloat (plan.reason.fix_battery_kwh, <=, 141.0);
  g_assert_cmpfloat (plan.reason.fix_power_kw, ==, 60.0);
  g_assert_cmpfloat (plan.reason.fix_within_m, >=, 8000.0);
  fix = cor_reason_fix_text (&plan.reason);
  g_assert_nonnull (strstr (fix, "A station of at least 60\xc2\xa0kW"));
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

/* The steps of all searches for a day and its remedies are counted together: they end where none are left, and the reason
 * says so. */
static void
test_steps (void)
{
  guint many = COR_PLAN_STEPS_MOST, few;
  Day day;
  g_auto (CorPlan) whole = { 0 }, cut = { 0 };
  g_autofree char *all = NULL, *text = NULL;

  day_init (&day);
  day.in.explain = TRUE;
  day.in.day_max_h = 4.0;
  day_add_leg (&day, 150, 150);
  for (guint i = 0; i < 20; i++)
    {
      day_add_station (&day, 20, 1.0);
      day_add_access (&day, 0, i, 7 * i, 1);
    }
  day.in.steps_left = &many;
  cor_plan_solve (&day.in, &whole);
  g_assert_false (whole.feasible);
  g_assert_false (whole.reason.cut);
  few = (COR_PLAN_STEPS_MOST - many) / 2;
  g_assert_cmpuint (few, >, 10);
  day.in.steps_left = &few;
  cor_plan_solve (&day.in, &cut);
  g_assert_false (cut.feasible);
  g_assert_true (cut.reason.cut);
  g_assert_cmpuint (few, ==, 0);
  all = cor_reason_fix_text (&whole.reason);
  text = cor_reason_fix_text (&cut.reason);
  g_assert_null (strstr (all, "not searched to the end"));
  g_assert_nonnull (strstr (text, "not searched to the end"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/length", test_length);
  g_test_add_func ("/plan/unhitch-fix", test_unhitch_fix);
  g_test_add_func ("/plan/range-reason", test_range_reason);
  g_test_add_func ("/plan/trips-reason", test_trips_reason);
  g_test_add_func ("/plan/night-reason", test_night_reason);
  g_test_add_func ("/plan/hopeless", test_hopeless);
  g_test_add_func ("/plan/day-reason", test_day_reason);
  g_test_add_func ("/plan/dense-infeasible", test_dense_infeasible);
  g_test_add_func ("/plan/steps", test_steps);
  return g_test_run ();
}
