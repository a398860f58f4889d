/* test-plan-properties.c: what holds of every charging plan.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-plan-private.h"
#include "plan-days.h"

#define NEAR(a, b, tolerance) g_assert_cmpfloat (fabs ((a) - (b)), <=, (tolerance))

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/many-mornings", test_many_mornings);
  g_test_add_func ("/plan/narrow", test_narrow);
  g_test_add_func ("/plan/more-is-not-worse", test_more_is_not_worse);
  g_test_add_func ("/plan/on-the-line", test_on_the_line);
  g_test_add_func ("/plan/sums", test_sums);
  return g_test_run ();
}
