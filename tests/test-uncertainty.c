/* test-uncertainty.c: tornado and Monte Carlo against an independent computation.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-copula.h"
#include "cor-heat-map.h"
#include "cor-monte-carlo.h"
#include "scenario-fixture.h"

#include <math.h>

static CorEngine *engine;
static CorScenario *scenario;
static CorResults *results;

static CorGap *
gap_of (const CorDutyResult *duty)
{
  g_autoptr (GError) error = NULL;
  CorGap *gap = cor_gap_new (results, duty, cor_duty_result_shown (duty), &error);

  g_assert_no_error (error);
  return gap;
}

static double *
base_values (const CorGap *gap)
{
  guint n;
  const CorFactorRange *factors = cor_gap_factors (gap, &n);
  double *values = g_new (double, n);

  for (guint i = 0; i < n; i++)
    values[i] = factors[i].base;
  return values;
}

/* At the base of every factor gap and parity year are those of the evaluation. */
static void
test_base (void)
{
  guint looked_at = 0;

  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorDutyResult *duty = &results->duties[i];
      const CorAlternative *truck = cor_duty_result_shown (duty);
      const CorOutcome *outcome = &truck->outcomes[results->year];

      if (!outcome->feasible)
        continue;
      {
        g_autoptr (CorGap) gap = gap_of (duty);
        g_autofree double *values = base_values (gap);
        double expected = outcome->tco_yuan - duty->diesel->outcomes[results->year].tco_yuan;
        int parity;

        g_assert_cmpfloat_with_epsilon (cor_gap_base (gap), expected, 0.01);
        g_assert_cmpfloat_with_epsilon (cor_gap_evaluate_years (gap, values, &parity, NULL), expected, 0.01);
        g_assert_cmpint (parity, ==, truck->parity_year);
      }
      looked_at++;
    }
  g_assert_cmpuint (looked_at, >, 3);
}

/* The tornado's ends are those of the function with one factor moved; bars fall in length. */
static void
test_tornado (void)
{
  g_autoptr (CorGap) gap = gap_of (&results->duties[0]);
  guint n;
  const CorFactorRange *factors = cor_gap_factors (gap, &n);

  g_assert_cmpuint (n, >, 10);
  for (guint i = 0; i < n; i++)
    {
      g_autofree double *values = base_values (gap);

      if (isnan (factors[i].gap_low) || isnan (factors[i].gap_high))
        continue;
      values[i] = factors[i].low;
      g_assert_cmpfloat_with_epsilon (cor_gap_evaluate_years (gap, values, NULL, NULL), factors[i].gap_low,
                                      1 + 1e-3 * fabs (factors[i].gap_low));
      if (i > 0 && !isnan (factors[i - 1].gap_low) && !isnan (factors[i - 1].gap_high))
        g_assert_cmpfloat (fabs (factors[i].gap_high - factors[i].gap_low), <=,
                           fabs (factors[i - 1].gap_high - factors[i - 1].gap_low));
    }
}

/* The duties with a battery that just does, of what is wide open to more: an end of what it takes cannot be driven. */
static CorResults *
just_done (void)
{
  g_autoptr (CorScenario) now = cor_scenario_ref (scenario);

  for (guint i = 0; i < results->n_duties; i++)
    {
      CorDuty *duty = (CorDuty *) cor_item_copy (&results->duties[i].duty->item);
      GArray *entries = g_array_new (FALSE, TRUE, sizeof (CorParameter));
      CorParameter use = { .id = COR_PARAM_ENERGY_USE, .powertrain = (int) cor_duty_result_shown (&results->duties[i])->powertrain,
                           .low = 1, .value = 1.5, .high = 9, .source = g_strdup ("Test"),
                           .status = COR_STATUS_ASSUMED };
      CorScenario *next;

      g_array_append_val (entries, use);
      duty->parameters = cor_param_layer_new (entries, NULL);
      next = cor_scenario_with_item (now, &duty->item);
      cor_scenario_unref (now);
      now = next;
    }
  return cor_engine_evaluate (engine, now);
}

/* The factor of the diesel price, NULL where nobody asks how sure it is. */
static const CorFactorRange *
diesel_price (const CorGap *gap)
{
  guint n;
  const CorFactorRange *factors = cor_gap_factors (gap, &n);

  for (guint i = 0; i < n; i++)
    if (factors[i].id == COR_PARAM_DIESEL_PRICE)
      return &factors[i];
  return NULL;
}

/* A diesel price that the user entered stays uncertain: by the shares of the one it replaces. */
static void
test_typed_price (void)
{
  g_autoptr (CorScenario) typed = cor_scenario_ref (scenario);
  g_autoptr (CorResults) done = NULL;
  guint looked_at = 0;

  for (guint i = 0; i < results->n_duties; i++)
    {
      CorDuty *duty = (CorDuty *) cor_item_copy (&results->duties[i].duty->item);
      GArray *entries = g_array_new (FALSE, TRUE, sizeof (CorParameter));
      CorParameter own = { .id = COR_PARAM_DIESEL_PRICE, .powertrain = -1, .value = 8.5, .low = 8.5, .high = 8.5, .status = COR_STATUS_ASSUMED };
      CorScenario *next;

      g_array_append_val (entries, own);
      g_clear_pointer (&duty->parameters, cor_param_layer_unref);
      duty->parameters = cor_param_layer_new (entries, NULL);
      next = cor_scenario_with_item (typed, &duty->item);
      cor_scenario_unref (typed);
      typed = next;
    }
  done = cor_engine_evaluate (engine, typed);
  for (guint i = 0; i < done->n_duties; i++)
    {
      const CorDutyResult *before = &results->duties[i], *after = &done->duties[i];
      g_autoptr (CorGap) was = NULL, now = NULL;
      const CorFactorRange *replaced, *moved;

      if (!cor_duty_result_shown (before)->outcomes[results->year].feasible || !cor_duty_result_shown (after)->outcomes[done->year].feasible)
        continue;
      was = gap_of (before);
      now = cor_gap_new (done, after, cor_duty_result_shown (after), NULL);
      replaced = diesel_price (was);
      moved = diesel_price (now);
      if (replaced == NULL || moved == NULL)
        g_error ("the diesel price is not asked how sure it is");
      g_assert_cmpfloat (moved->base, ==, 8.5);
      g_assert_cmpfloat_with_epsilon (moved->low / 8.5, replaced->low / replaced->base, 1e-9);
      g_assert_cmpfloat_with_epsilon (moved->high / 8.5, replaced->high / replaced->base, 1e-9);
      g_assert_cmpint (moved->from->status, ==, COR_STATUS_ASSUMED);
      g_assert_true (moved->range_from == replaced->from);
      looked_at++;
    }
  g_assert_cmpuint (looked_at, >, 0);
}

/* What is a figure of one truck alone does not move the other, also where an end of it cannot be driven. */
static void
test_ends_not_driven (void)
{
  g_autoptr (CorResults) done = just_done ();
  guint not_driven = 0;

  for (guint i = 0; i < done->n_duties; i++)
    {
      const CorDutyResult *duty = &done->duties[i];
      g_autoptr (CorGap) gap = cor_duty_result_shown (duty)->outcomes[done->year].feasible ? cor_gap_new (done, duty, cor_duty_result_shown (duty), NULL) : NULL;
      guint n = 0;
      const CorFactorRange *factors = gap != NULL ? cor_gap_factors (gap, &n) : NULL;

      for (guint k = 0; k < n; k++)
        {
          g_assert_true (factors[k].electric || !factors[k].moves[0]);
          g_assert_true (factors[k].diesel || !factors[k].moves[1]);
          not_driven += isnan (factors[k].gap_low) || isnan (factors[k].gap_high);
        }
    }
  g_assert_cmpuint (not_driven, >, 0);
}

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
  g_autoptr (CorMonteCarlo) sobol = cor_monte_carlo_new (gap, 4000, 7, NULL, &error);
  guint n, draws = 4000;
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
  spread = sobol->gap.p75 - sobol->gap.p25;
  g_assert_cmpfloat_with_epsilon (sobol->gap.p50, gaps[draws / 2], 0.08 * spread);
  g_assert_cmpfloat_with_epsilon (sobol->gap.p05, gaps[draws / 20], 0.15 * spread);
  g_assert_cmpfloat_with_epsilon (sobol->gap.p95, gaps[draws * 19 / 20], 0.15 * spread);
  g_assert_cmpfloat (sobol->explained, >, 0.7);
  g_assert_cmpfloat (sobol->explained, <, 1.1);
}

/* The same seed gives the same figures, another one not; chances rise with the years. */
static void
test_seed (void)
{
  g_autoptr (CorGap) gap = gap_of (&results->duties[0]);
  g_autoptr (CorMonteCarlo) a = cor_monte_carlo_new (gap, 500, 3, NULL, NULL);
  g_autoptr (CorMonteCarlo) b = cor_monte_carlo_new (gap, 500, 3, NULL, NULL);
  g_autoptr (CorMonteCarlo) c = cor_monte_carlo_new (gap, 500, 4, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpfloat (a->gap.p50, ==, b->gap.p50);
  g_assert_cmpfloat (a->gap.p05, !=, c->gap.p05);
  for (guint i = 1; i < a->n_years; i++)
    g_assert_cmpfloat (a->cheaper[i], >=, a->cheaper[i - 1]);
  g_assert_null (cor_monte_carlo_new (gap, 3, 1, NULL, &error));
  g_assert_error (error, COR_ERROR, COR_ERROR_RANGE);
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

/* A copy of the layer in which every figure is exact but one, or two; no correlations. */
static CorParamLayer *
exact_but_two (CorParamLayer *layer, CorParamId id, CorParamId other)
{
  GArray *copies = g_array_new (FALSE, TRUE, sizeof (CorParameter));
  guint n;
  const CorParameter *entries = cor_param_layer_entries (layer, &n);

  for (guint i = 0; i < n; i++)
    {
      CorParameter copy;

      cor_parameter_copy (&entries[i], &copy);
      if (copy.id != id && copy.id != other)
        copy.low = copy.high = copy.value;
      g_array_append_val (copies, copy);
    }
  return cor_param_layer_new (copies, NULL);
}

static CorParamLayer *
exact_but (CorParamLayer *layer, CorParamId id)
{
  return exact_but_two (layer, id, id);
}

/* The scenario with every figure of its own taken away. */
static CorScenario *
without_figures (void)
{
  CorScenario *bare = cor_scenario_ref (scenario);
  static const CorItemKind kinds[] = { COR_ITEM_TRUCK, COR_ITEM_DUTY };
  CorItem *head = cor_item_copy (&cor_scenario_head (bare)->item);
  CorScenario *next;

  cor_item_set_boxed (head, cor_item_field (COR_ITEM_HEAD, "parameters"), NULL);
  next = cor_scenario_with_head (bare, head);
  cor_scenario_unref (bare);
  bare = next;
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      guint n;
      const CorItem *const *items = cor_scenario_items (bare, kinds[k], &n);

      for (guint i = 0; i < n; i++)
        {
          const CorField *field = cor_item_field (kinds[k], "parameters");
          CorParamLayer *own = (CorParamLayer *) cor_item_boxed (items[i], field);
          g_autoptr (CorParamLayer) exact = own ? exact_but (own, COR_N_PARAMS) : NULL;
          CorItem *copy = cor_item_copy (items[i]);

          cor_item_set_boxed (copy, field, exact);
          next = cor_scenario_with_item (bare, copy);
          cor_scenario_unref (bare);
          bare = next;
          items = cor_scenario_items (bare, kinds[k], &n);
        }
    }
  return bare;
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

/* The heat map: dearer diesel never brings parity later, a dearer battery never earlier; the duty's own
 * point is the evaluation's parity year; a cell is what the solver says of the two levers. */
static void
test_heat_map (void)
{
  const CorDutyResult *duty = &results->duties[2];
  const CorAlternative *truck = cor_duty_result_shown (duty);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorSolver) solver = cor_solver_new (results, duty, truck, &error);
  g_autoptr (CorHeatMap) map
    = cor_heat_map_new (solver, COR_LEVER_DIESEL_PRICE, COR_LEVER_BATTERY_PRICE, 8, NULL, &error);
  guint different = 0;

  g_assert_no_error (error);
  g_assert_cmpint (map->now_parity, ==, truck->parity_year);
  g_assert_cmpuint (map->n[0], >, 3);
  g_assert_cmpuint (map->n[1], >, 3);
  g_assert_cmpfloat (map->steps[0][0], <=, map->now[0]);
  g_assert_cmpfloat (map->steps[0][map->n[0] - 1], >=, map->now[0]);
  for (guint row = 0; row < map->n[1]; row++)
    for (guint column = 0; column < map->n[0]; column++)
      {
        int year = map->parity[row * map->n[0] + column], here = year > 0 ? year : 9999;

        if (column > 0)
          {
            int left = map->parity[row * map->n[0] + column - 1];

            g_assert_cmpint (here, <=, left > 0 ? left : 9999);
            different += here != (left > 0 ? left : 9999);
          }
        if (row > 0)
          {
            int below = map->parity[(row - 1) * map->n[0] + column];

            g_assert_cmpint (here, >=, below > 0 ? below : 9999);
          }
      }
  g_assert_cmpuint (different, >, 0);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  engine = fixture_engine ();
  scenario = fixture_load ("eastern-port");
  results = cor_engine_evaluate (engine, scenario);
  g_test_add_func ("/uncertainty/base", test_base);
  g_test_add_func ("/uncertainty/tornado", test_tornado);
  g_test_add_func ("/uncertainty/typed-price", test_typed_price);
  g_test_add_func ("/uncertainty/ends-not-driven", test_ends_not_driven);
  g_test_add_func ("/uncertainty/plain-draws", test_against_plain_draws);
  g_test_add_func ("/uncertainty/seed", test_seed);
  g_test_add_func ("/uncertainty/no-trace", test_no_trace);
  g_test_add_func ("/uncertainty/straight-line", test_straight_line);
  g_test_add_func ("/uncertainty/copula", test_copula);
  g_test_add_func ("/uncertainty/copula-groups", test_copula_groups);
  g_test_add_func ("/uncertainty/copula-none", test_copula_none);
  g_test_add_func ("/uncertainty/copula-variance", test_copula_variance);
  g_test_add_func ("/uncertainty/together", test_together);
  g_test_add_func ("/uncertainty/heat-map", test_heat_map);
  g_test_add_func ("/uncertainty/triangular", test_triangular);
  status = g_test_run ();
  cor_results_unref (results);
  cor_scenario_unref (scenario);
  cor_engine_unref (engine);
  return status;
}
