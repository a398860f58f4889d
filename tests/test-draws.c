/* test-draws.c: draws of many values at once: against plain draws, drawn together, and by hand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "draws-fixture.h"
#include "sanitized.h"

static int
compare (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/*
 * Quantiles against plain random draws of the same function: another generator, another way to the
 * triangular distribution (sum of two uniforms has the same shape only when it is symmetric, so
 * draws are accepted and refused under the triangle). Tolerance: four standard errors of a median.
 */
static void
test_against_plain_draws (void)
{
  g_autoptr (CorGap) gap = gap_of (&results->duties[0]);
  g_autoptr (GError) error = NULL;
  guint n, draws = 4000 / sanitized_step (4);
  g_autoptr (CorMonteCarlo) sobol = cor_monte_carlo_new (gap, draws, 7, NULL, &error);
  const CorFactorRange *factors = cor_gap_factors (gap, &n);
  g_autofree double *values = base_values (gap), *gaps = g_new (double, draws);
  double spread;

  g_assert_no_error (error);
  for (guint i = 0; i < draws; i++)
    {
      for (guint j = 0; j < MIN (n, COR_MONTE_CARLO_DIMENSIONS); j++)
        {
          const CorFactorRange *f = &factors[j];
          double x, height;

          do
            {
              x = g_test_rand_double_range (f->low, f->high);
              height = x < f->base ? (x - f->low) / (f->base - f->low) : (f->high - x) / (f->high - f->base);
            }
          while (g_test_rand_double () > height);
          values[j] = x;
        }
      gaps[i] = cor_gap_evaluate_years (gap, values, NULL, NULL);
    }
  qsort (gaps, draws, sizeof (double), compare);
  spread = (sobol->gap.p75 - sobol->gap.p25) * sqrt (sanitized_step (4));
  g_assert_cmpfloat_with_epsilon (sobol->gap.p50, gaps[draws / 2], 0.08 * spread);
  g_assert_cmpfloat_with_epsilon (sobol->gap.p05, gaps[draws / 20], 0.15 * spread);
  g_assert_cmpfloat_with_epsilon (sobol->gap.p95, gaps[draws * 19 / 20], 0.15 * spread);
  g_assert_cmpfloat (sobol->explained, >, 0.7);
  g_assert_cmpfloat (sobol->explained, <, 1.1);
}

/* What was drawn before leaves no trace: the same values give the same gap, to the last bit. */
static void
test_no_trace (void)
{
  g_autoptr (CorGap) fresh = gap_of (&results->duties[0]);
  g_autoptr (CorGap) used = gap_of (&results->duties[0]);
  g_autofree double *values = base_values (used);
  g_autofree double *base = base_values (used);
  guint n;
  const CorFactorRange *factors = cor_gap_factors (used, &n);

  for (guint round = 0; round < 20; round++)
    {
      int parity, again;
      double gap;

      for (guint i = 0; i < n; i++)
        values[i] = (i + round) % 3 == 0 ? factors[i].low : (i + round) % 3 == 1 ? factors[i].high : factors[i].base;
      gap = cor_gap_evaluate_years (used, values, &parity, NULL);
      g_assert_cmpfloat (cor_gap_evaluate_years (used, base, &again, NULL), ==, cor_gap_base (fresh));
      g_assert_cmpfloat (cor_gap_evaluate_years (used, values, &again, NULL), ==, gap);
      g_assert_cmpint (again, ==, parity);
      if (round == 7)
        {
          g_autoptr (CorGap) copy = cor_gap_copy (fresh);

          g_assert_cmpfloat (cor_gap_evaluate_years (fresh, values, NULL, NULL), ==, gap);
          g_assert_cmpfloat (cor_gap_evaluate_years (copy, values, NULL, NULL), ==, gap);
        }
      /* A value outside its range has no gap, and the next draw does not know of it. */
      values[round % n] = -1e9 * fabs (factors[round % n].base);
      g_assert_true (isnan (cor_gap_evaluate_years (used, values, NULL, NULL)));
    }
}

/* Known values of the triangular distribution 0, 1, 4: F(1) = 1/4, median 4 - sqrt(6). */
static void
test_triangular (void)
{
  g_assert_cmpfloat_with_epsilon (cor_triangular (0, 1, 4, 0.25), 1, 1e-12);
  g_assert_cmpfloat_with_epsilon (cor_triangular (0, 1, 4, 0.5), 4 - sqrt (6), 1e-12);
  g_assert_cmpfloat_with_epsilon (cor_triangular (0, 1, 4, 0), 0, 1e-12);
  g_assert_cmpfloat_with_epsilon (cor_triangular (0, 0, 1, 0.75), 0.5, 1e-12);
}

/*
 * One uncertain figure, the diesel price, in which the gap is a straight line: then the quantiles of
 * the gap are those of the triangular distribution, by hand, and all of the variance is its own.
 */
static void
test_straight_line (void)
{
  g_autoptr (CorParamLayer) layer = exact_but (cor_engine_defaults (engine), COR_PARAM_DIESEL_PRICE);
  g_autoptr (CorScenario) bare = without_figures ();
  g_autoptr (CorEngine) exact = cor_engine_new (layer, cor_engine_factors (engine), cor_engine_network (engine));
  g_autoptr (CorResults) found = cor_engine_evaluate (exact, bare);
  const CorDutyResult *duty = &found->duties[1];
  g_autoptr (GError) error = NULL;
  g_autoptr (CorGap) gap = cor_gap_new (found, duty, cor_duty_result_shown (duty), &error);
  g_autoptr (CorMonteCarlo) drawn = NULL;
  const CorFactorRange *factor;
  const struct
  {
    double u;
    gsize at;
  } rows[] = { { 0.05, G_STRUCT_OFFSET (CorQuantiles, p05) }, { 0.25, G_STRUCT_OFFSET (CorQuantiles, p25) },
               { 0.5, G_STRUCT_OFFSET (CorQuantiles, p50) },  { 0.75, G_STRUCT_OFFSET (CorQuantiles, p75) },
               { 0.95, G_STRUCT_OFFSET (CorQuantiles, p95) } };
  double slope;
  guint n;

  g_assert_no_error (error);
  factor = cor_gap_factors (gap, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (factor->id, ==, COR_PARAM_DIESEL_PRICE);
  slope = (factor->gap_high - factor->gap_low) / (factor->high - factor->low);
  g_assert_cmpfloat_with_epsilon (cor_gap_base (gap), factor->gap_low + slope * (factor->base - factor->low), 1);
  drawn = cor_monte_carlo_new_years (gap, 4096, 5, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      /* A dearer litre narrows the gap: the low quantiles of the gap are the high ones of the price. */
      double price = cor_triangular (factor->low, factor->base, factor->high, slope < 0 ? 1 - rows[i].u : rows[i].u);
      double expected = factor->gap_low + slope * (price - factor->low);

      g_assert_cmpfloat_with_epsilon (G_STRUCT_MEMBER (double, &drawn->gap, rows[i].at), expected,
                                      0.003 * fabs (factor->gap_high - factor->gap_low));
    }
  g_assert_cmpfloat_with_epsilon (drawn->explained, 1, 1e-6);
  g_assert_cmpfloat_with_epsilon (drawn->years[found->year].p50, drawn->gap.p50, 0.01);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  engine = fixture_engine ();
  scenario = fixture_load ("eastern-port");
  results = cor_engine_evaluate (engine, scenario);
  g_test_add_func ("/uncertainty/plain-draws", test_against_plain_draws);
  g_test_add_func ("/uncertainty/no-trace", test_no_trace);
  g_test_add_func ("/uncertainty/straight-line", test_straight_line);
  g_test_add_func ("/uncertainty/triangular", test_triangular);
  return fixture_run_on (engine, scenario, results);
}
