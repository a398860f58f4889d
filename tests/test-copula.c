/* test-copula.c: values drawn together: groups, none, their variance.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "draws-fixture.h"

/* Factors of which only the parameter counts, each read by the electric truck. */
static void
plain_factors (CorFactorRange *factors, const CorParamId *ids, guint n)
{
  for (guint i = 0; i < n; i++)
    factors[i] = (CorFactorRange){ .id = ids[i], .electric = TRUE };
}

static const CorParamId four[] = { COR_PARAM_DEPOT_PRICE, COR_PARAM_STATION_PRICE, COR_PARAM_LOAN_RATE, COR_PARAM_DISCOUNT };

#define COPULA_DRAWS 10000

/* Column @j of the draws after the copula: random uniforms of the test's own. */
static double *
copula_draws (CorCopula *copula, double *before)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  double *u = g_new (double, COPULA_DRAWS * G_N_ELEMENTS (four));

  for (guint i = 0; i < COPULA_DRAWS * G_N_ELEMENTS (four); i++)
    u[i] = before[i] = g_rand_double (rand);
  for (guint i = 0; i < COPULA_DRAWS; i++)
    cor_copula_apply (copula, u + i * G_N_ELEMENTS (four));
  return u;
}

static const double *sorting;

static int
compare_at (const void *a, const void *b)
{
  double x = sorting[*(const guint *) a], y = sorting[*(const guint *) b];

  return x < y ? -1 : x > y;
}

/* The rank of each number of a column, 0 to n - 1. */
static double *
ranks (const double *u, guint column)
{
  g_autofree double *values = g_new (double, COPULA_DRAWS);
  g_autofree guint *order = g_new (guint, COPULA_DRAWS);
  double *rank = g_new (double, COPULA_DRAWS);

  for (guint i = 0; i < COPULA_DRAWS; i++)
    {
      values[i] = u[i * G_N_ELEMENTS (four) + column];
      order[i] = i;
    }
  sorting = values;
  qsort (order, COPULA_DRAWS, sizeof (guint), compare_at);
  for (guint i = 0; i < COPULA_DRAWS; i++)
    rank[order[i]] = i;
  return rank;
}

/* Spearman's: 1 - 6 sum d^2 / (n (n^2 - 1)). */
static double
rank_correlation (const double *u, guint a, guint b)
{
  g_autofree double *x = ranks (u, a), *y = ranks (u, b);
  double n = COPULA_DRAWS, sum = 0;

  for (guint i = 0; i < COPULA_DRAWS; i++)
    sum += (x[i] - y[i]) * (x[i] - y[i]);
  return 1 - 6 * sum / (n * (n * n - 1));
}

/*
 * Rank correlation of a bivariate normal: 6/pi asin (rho/2) (Pearson 1907), over 10,000 draws within
 * four standard errors of 1/sqrt (n); each alone stays uniform; what is not correlated stays as it was.
 */
static void
test_copula (void)
{
  static const double rhos[] = { -1, -0.9, -0.5, 0.3, 0.8, 1 };

  for (guint r = 0; r < G_N_ELEMENTS (rhos); r++)
    {
      const CorCorrelation stated[] = { { COR_PARAM_STATION_PRICE, COR_PARAM_DEPOT_PRICE, .rho = rhos[r] } };
      CorFactorRange factors[G_N_ELEMENTS (four)];
      g_autoptr (CorCopula) copula = NULL;
      g_autofree double *before = g_new (double, COPULA_DRAWS * G_N_ELEMENTS (four)), *u = NULL, *rank = NULL;

      plain_factors (factors, four, G_N_ELEMENTS (four));
      copula = cor_copula_new (factors, G_N_ELEMENTS (four), stated, 1);
      g_assert_cmpuint (cor_copula_groups (copula)[1], ==, 0);
      g_assert_cmpuint (cor_copula_groups (copula)[3], ==, 3);
      u = copula_draws (copula, before);
      g_assert_cmpfloat_with_epsilon (rank_correlation (u, 0, 1), 6 / G_PI * asin (rhos[r] / 2), 0.04);
      g_assert_cmpfloat_with_epsilon (rank_correlation (u, 0, 2), 0, 0.04);
      rank = ranks (u, 1);
      for (guint i = 0; i < COPULA_DRAWS; i++)
        {
          const double *now = u + i * G_N_ELEMENTS (four), *was = before + i * G_N_ELEMENTS (four);

          g_assert_true (now[0] == was[0] && now[2] == was[2] && now[3] == was[3]);
          /* Kolmogorov's distance, 1.95 / sqrt (n) at one in a thousand. */
          g_assert_cmpfloat_with_epsilon (now[1], rank[i] / COPULA_DRAWS, 0.02);
        }
    }
}

/* Two pairs that a third correlation joins are one group: none of the four can move alone. */
static void
test_copula_groups (void)
{
  const CorCorrelation stated[] = { { COR_PARAM_DEPOT_PRICE, COR_PARAM_STATION_PRICE, .rho = 0.5 },
                                    { COR_PARAM_LOAN_RATE, COR_PARAM_DISCOUNT, .rho = 0.5 },
                                    { COR_PARAM_STATION_PRICE, COR_PARAM_DISCOUNT, .rho = 0.3 } };
  CorFactorRange factors[G_N_ELEMENTS (four)];

  plain_factors (factors, four, G_N_ELEMENTS (four));
  for (guint n = 2; n <= G_N_ELEMENTS (stated); n++)
    {
      g_autoptr (CorCopula) copula = cor_copula_new (factors, G_N_ELEMENTS (four), stated, n);
      const guint *groups = cor_copula_groups (copula);

      g_assert_cmpuint (groups[0], ==, groups[1]);
      g_assert_cmpuint (groups[2], ==, groups[3]);
      g_assert_true ((groups[1] == groups[2]) == (n == 3));
    }
}

/* Without correlations, and with those of 0 or of figures that are not drawn, nothing moves. */
static void
test_copula_none (void)
{
  const CorCorrelation stated[] = { { COR_PARAM_STATION_PRICE, COR_PARAM_DEPOT_PRICE, .rho = 0 },
                                    { COR_PARAM_STATION_PRICE, COR_PARAM_DIESEL_PRICE, .rho = 0.9 } };
  CorFactorRange factors[G_N_ELEMENTS (four)];

  plain_factors (factors, four, G_N_ELEMENTS (four));
  for (guint n = 0; n <= G_N_ELEMENTS (stated); n += 2)
    {
      g_autoptr (CorCopula) copula = cor_copula_new (factors, G_N_ELEMENTS (four), stated, n);
      g_autofree double *before = g_new (double, COPULA_DRAWS * G_N_ELEMENTS (four));
      g_autofree double *u = copula_draws (copula, before);

      g_assert_cmpmem (u, COPULA_DRAWS * G_N_ELEMENTS (four) * sizeof (double), before,
                       COPULA_DRAWS * G_N_ELEMENTS (four) * sizeof (double));
    }
}

/* The standard normal of which @u is the chance to be below, by halving: another way than the program's. */
static double
normal_of (double u)
{
  double low = -9, high = 9;

  while (high - low > 1e-9)
    {
      double middle = (low + high) / 2;

      if (erfc (-middle / G_SQRT2) / 2 < u)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/*
 * Three that hang on each other, 0.8, 0.5 and 0.6: the variance of 2 x + 3 y - z of the normals is by
 * hand 4 + 9 + 1 + 2 (6 * 0.8 - 2 * 0.5 - 3 * 0.6) = 18; tolerance: four standard errors, each
 * 18 sqrt (2 / n).
 */
static void
test_copula_variance (void)
{
  const CorCorrelation stated[] = { { COR_PARAM_DEPOT_PRICE, COR_PARAM_STATION_PRICE, .rho = 0.8 },
                                    { COR_PARAM_LOAN_RATE, COR_PARAM_DEPOT_PRICE, .rho = 0.5 },
                                    { COR_PARAM_STATION_PRICE, COR_PARAM_LOAN_RATE, .rho = 0.6 } };
  CorFactorRange factors[G_N_ELEMENTS (four)];
  g_autoptr (CorCopula) copula = NULL;
  g_autofree double *before = g_new (double, COPULA_DRAWS * G_N_ELEMENTS (four)), *u = NULL;
  double sum = 0, squares = 0, n = COPULA_DRAWS;

  plain_factors (factors, four, G_N_ELEMENTS (four));
  copula = cor_copula_new (factors, G_N_ELEMENTS (four), stated, G_N_ELEMENTS (stated));
  g_assert_cmpuint (cor_copula_groups (copula)[2], ==, 0);
  u = copula_draws (copula, before);
  for (guint i = 0; i < COPULA_DRAWS; i++)
    {
      const double *row = u + i * G_N_ELEMENTS (four);
      double value = 2 * normal_of (row[0]) + 3 * normal_of (row[1]) - normal_of (row[2]);

      sum += value;
      squares += value * value;
    }
  g_assert_cmpfloat_with_epsilon (squares / n - sum * sum / n / n, 18, 4 * 18 * sqrt (2 / n));
}

/* The draws of one duty with two uncertain figures, correlated by @rho. */
static CorMonteCarlo *
drawn_with (CorParamId a, CorParamId b, double rho, double *spread)
{
  g_autoptr (CorParamLayer) layer = exact_but_two (cor_engine_defaults (engine), a, b);
  g_autoptr (CorScenario) bare = without_figures ();
  g_autoptr (CorEngine) own = NULL;
  g_autoptr (CorResults) found = NULL;
  g_autoptr (CorGap) gap = NULL;
  g_autoptr (GError) error = NULL;
  GArray *stated = g_array_new (FALSE, TRUE, sizeof (CorCorrelation));
  CorCorrelation pair = { a, b, .rho = rho };
  CorMonteCarlo *drawn;
  guint n;

  g_array_append_val (stated, pair);
  cor_param_layer_set_correlations (layer, stated);
  own = cor_engine_new (layer, cor_engine_factors (engine), cor_engine_network (engine));
  found = cor_engine_evaluate (own, bare);
  gap = cor_gap_new (found, &found->duties[1], cor_duty_result_shown (&found->duties[1]), &error);
  g_assert_no_error (error);
  cor_gap_factors (gap, &n);
  g_assert_cmpuint (n, ==, 2);
  drawn = cor_monte_carlo_new (gap, 4096, 5, NULL, &error);
  g_assert_no_error (error);
  *spread = drawn->gap.p95 - drawn->gap.p05;
  return drawn;
}

/*
 * A dear battery widens the gap, dear diesel narrows it: moving together they cancel, moving against
 * each other they add up. What the battery sells for narrows it as diesel does: the other way round.
 * The shares of both together are one, and all there is.
 */
static void
test_together (void)
{
  static const struct
  {
    CorParamId a, b;
    int sign;
  } pairs[] = { { COR_PARAM_BATTERY_PRICE, COR_PARAM_DIESEL_PRICE, -1 },
                { COR_PARAM_BATTERY_RESIDUAL, COR_PARAM_DIESEL_PRICE, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      double with, without, against;
      g_autoptr (CorMonteCarlo) up = drawn_with (pairs[i].a, pairs[i].b, 0.8, &with);
      g_autoptr (CorMonteCarlo) none = drawn_with (pairs[i].a, pairs[i].b, 0, &without);
      g_autoptr (CorMonteCarlo) down = drawn_with (pairs[i].a, pairs[i].b, -0.8, &against);

      g_assert_cmpfloat (pairs[i].sign * (with - without), >, 0.1 * without);
      g_assert_cmpfloat (pairs[i].sign * (without - against), >, 0.1 * without);
      g_assert_cmpfloat_with_epsilon (up->explained, 1, 0.01);
      g_assert_cmpfloat (up->share[0], ==, up->explained);
      g_assert_cmpfloat (up->share[1], ==, 0);
      g_assert_cmpuint (up->group[1], ==, 0);
      g_assert_cmpfloat_with_epsilon (none->share[0] + none->share[1], 1, 0.01);
      g_assert_cmpfloat (none->share[1], >, 0.02);
      g_assert_cmpuint (none->group[1], ==, 1);
      g_assert_cmpfloat_with_epsilon (down->explained, 1, 0.01);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  engine = fixture_engine ();
  scenario = fixture_load ("eastern-port");
  results = cor_engine_evaluate (engine, scenario);
  g_test_add_func ("/uncertainty/copula", test_copula);
  g_test_add_func ("/uncertainty/copula-groups", test_copula_groups);
  g_test_add_func ("/uncertainty/copula-none", test_copula_none);
  g_test_add_func ("/uncertainty/copula-variance", test_copula_variance);
  g_test_add_func ("/uncertainty/together", test_together);
  return fixture_run_on (engine, scenario, results);
}
