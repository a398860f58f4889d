/* test-siting.c: choosing stations: against every possible choice, and the two ways against each
 * other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-siting.h"

#include <math.h>
#include <string.h>

#define CANDIDATES 8
#define DUTIES 10

/* Made-up duties: each is served once any one of some pairs (or single ones) of candidates is open,
 * and each open candidate that concerns it may make it cheaper; where @tempted, it takes the last open
 * one, be it the better or not. */
typedef struct
{
  gboolean concerns[DUTIES * CANDIDATES];
  guint needs[DUTIES][3];
  double base[DUTIES];
  double saves[DUTIES][CANDIDATES];
  CorSitingCandidate candidates[CANDIDATES];
  gboolean tempted;
  guint asked;
} World;

static guint
bits_of (const gboolean *open)
{
  guint bits = 0;

  for (guint c = 0; c < CANDIDATES; c++)
    bits |= open[c] ? 1u << c : 0;
  return bits;
}

static void
evaluate (const gboolean *open, CorSitingDuty *out, gpointer data)
{
  World *world = data;
  guint bits = bits_of (open);

  world->asked++;
  for (guint d = 0; d < DUTIES; d++)
    {
      double best = 0.0;

      out[d] = (CorSitingDuty){ 0 };
      for (guint k = 0; k < 3; k++)
        out[d].served |= (world->needs[d][k] & ~bits) == 0;
      for (guint c = 0; c < CANDIDATES; c++)
        if (open[c] && world->concerns[d * CANDIDATES + c])
          best = world->tempted ? world->saves[d][c] : MAX (best, world->saves[d][c]);
      out[d].yuan_per_year = world->base[d] - best;
      out[d].detour_km = out[d].yuan_per_year / 7.0;
    }
}

static void
make_world (World *world, GRand *rand)
{
  memset (world, 0, sizeof *world);
  for (guint c = 0; c < CANDIDATES; c++)
    world->candidates[c] = (CorSitingCandidate){ g_rand_int_range (rand, 1, 6) * 1e6,
                                                 g_rand_int_range (rand, 1, 20) * 1000.0, c < 4 ? (int) c / 2 : -1 };
  for (guint d = 0; d < DUTIES; d++)
    {
      world->base[d] = g_rand_int_range (rand, 100, 200) * 1000.0;
      for (guint k = 0; k < 3; k++)
        {
          world->needs[d][k] = 1u << g_rand_int_range (rand, 0, CANDIDATES);
          if (g_rand_boolean (rand))
            world->needs[d][k] |= 1u << g_rand_int_range (rand, 0, CANDIDATES);
        }
      if (d % 4 == 0)
        world->needs[d][0] = 0;
      for (guint c = 0; c < CANDIDATES; c++)
        {
          guint needed = world->needs[d][0] | world->needs[d][1] | world->needs[d][2];
          gboolean near = g_rand_int_range (rand, 0, 3) == 0;

          world->concerns[d * CANDIDATES + c] = near || (needed & (1u << c)) != 0;
          world->saves[d][c] = g_rand_int_range (rand, 0, 30) * 1000.0;
        }
    }
}

static CorSitingProblem
problem_of (World *world, guint round)
{
  CorSitingProblem problem = { .n_candidates = CANDIDATES, .n_duties = DUTIES, .candidates = world->candidates,
                               .concerns = world->concerns, .budget_yuan = NAN, .evaluate = evaluate,
                               .data = world };

  problem.aim = round % 2 ? COR_SITING_DETOUR : COR_SITING_COST;
  if (round % 3 == 0)
    problem.budget_yuan = (3 + round % 10) * 1e6;
  else
    problem.count_most = 1 + round % 5;
  return problem;
}

static gboolean
allowed (const CorSitingProblem *problem, guint bits)
{
  double cost = 0.0;

  for (guint c = 0; c < CANDIDATES; c++)
    cost += bits & (1u << c) ? problem->candidates[c].cost_yuan : 0.0;
  return (bits & 3) != 3 && (bits & 12) != 12
         && (problem->count_most == 0 || (guint) __builtin_popcount (bits) <= problem->count_most)
         && (isnan (problem->budget_yuan) || cost <= problem->budget_yuan);
}

static CorSitingValue
value_of (const CorSitingProblem *problem, guint bits)
{
  gboolean open[CANDIDATES];
  CorSitingDuty duties[DUTIES];
  CorSitingValue value = { 0 };

  for (guint c = 0; c < CANDIDATES; c++)
    {
      open[c] = (bits & (1u << c)) != 0;
      value.yuan_per_year += open[c] ? problem->candidates[c].yuan_per_year : 0.0;
    }
  evaluate (open, duties, problem->data);
  for (guint d = 0; d < DUTIES; d++)
    if (duties[d].served)
      {
        value.served++;
        value.yuan_per_year += duties[d].yuan_per_year;
        value.detour_km += duties[d].detour_km;
      }
  return value;
}

/* The best of all 256 choices. */
static CorSitingValue
best_of_all (const CorSitingProblem *problem)
{
  CorSitingValue best = value_of (problem, 0);

  for (guint bits = 1; bits < 1u << CANDIDATES; bits++)
    {
      CorSitingValue value = value_of (problem, bits);

      if (allowed (problem, bits) && cor_siting_better (problem->aim, &value, &best))
        best = value;
    }
  return best;
}

static void
test_exact (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (17);
  guint agree = 0;

  for (guint round = 0; round < 60; round++)
    {
      World world;
      CorSitingProblem problem;
      CorSitingValue best;
      g_auto (CorSiting) exact = { 0 };
      g_auto (CorSiting) greedy = { 0 };
      g_autoptr (GError) error = NULL;

      make_world (&world, rand);
      world.tempted = round % 4 == 3;
      problem = problem_of (&world, round);
      best = best_of_all (&problem);
      g_assert_true (cor_siting_solve (&problem, COR_SITING_EXACT, &exact, &error));
      g_assert_no_error (error);
      g_assert_true (allowed (&problem, bits_of (exact.open)));
      g_assert_false (cor_siting_better (problem.aim, &best, &exact.value));
      g_assert_false (cor_siting_better (problem.aim, &exact.value, &best));
      g_assert_true (cor_siting_solve (&problem, COR_SITING_GREEDY, &greedy, &error));
      g_assert_true (allowed (&problem, bits_of (greedy.open)));
      g_assert_false (cor_siting_better (problem.aim, &greedy.value, &exact.value));
      agree += !cor_siting_better (problem.aim, &exact.value, &greedy.value);
    }
  g_test_message ("greedy with exchange as good as the exact choice in %u of 60", agree);
  g_assert_cmpuint (agree, >=, 58);
}

/* Ranks are the chosen ones, and the last rank is the whole choice. */
static void
test_order (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (23);
  World world;
  CorSitingProblem problem;
  g_auto (CorSiting) siting = { 0 };

  make_world (&world, rand);
  problem = problem_of (&world, 4);
  g_assert_true (cor_siting_solve (&problem, COR_SITING_BEST, &siting, NULL));
  g_assert_cmpint (siting.method, ==, COR_SITING_EXACT);
  g_assert_cmpuint (siting.n_open, ==, (guint) __builtin_popcount (bits_of (siting.open)));
  for (guint i = 0; i < siting.n_open; i++)
    g_assert_true (siting.open[siting.order[i]]);
  g_assert_cmpuint (siting.after[siting.n_open - 1].served, ==, siting.value.served);
  g_assert_cmpuint (siting.before.served, <=, siting.value.served);
}

static gboolean
stop_late (double done, gpointer data)
{
  guint *calls = data;

  g_assert_cmpfloat (done, >=, 0.0);
  g_assert_cmpfloat (done, <=, 1.0);
  return ++*calls < 3;
}

static void
test_stop (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (29);
  guint calls = 0;
  World world;
  CorSitingProblem problem;
  CorSiting siting;
  g_autoptr (GError) error = NULL;

  make_world (&world, rand);
  problem = problem_of (&world, 1);
  problem.progress = stop_late;
  problem.progress_data = &calls;
  g_assert_false (cor_siting_solve (&problem, COR_SITING_GREEDY, &siting, &error));
  g_assert_error (error, COR_ERROR, COR_ERROR_NO_SOLUTION);
  g_assert_null (siting.open);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/siting/exact", test_exact);
  g_test_add_func ("/siting/order", test_order);
  g_test_add_func ("/siting/stop", test_stop);
  return g_test_run ();
}
