/* test-cards-draws.c: every figure of How Sure It Is has a card, with the figure that the draws themselves give.
 *
 * The draws are made anew here from GSL's sequence, and counted, sorted and correlated by hand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "card-check.h"
#include "cor-draws-trace.h"
#include "draws-fixture.h"
#include "sanitized.h"

#include <gsl/gsl_qrng.h>
#include <gsl/gsl_rng.h>

#define N    400
#define SEED 7

/* @x: the factors' values by draw; @gap, @parity: what comes of each. */
typedef struct
{
  CorGap *gap_of;
  guint k;
  double *x;
  double gap[N];
  int parity[N];
} Hand;

/* The draws as cor_monte_carlo_new() says that it makes them. */
static Hand *
hand_new (const CorDutyResult *duty)
{
  Hand *hand = g_new0 (Hand, 1);
  guint n_stated, n;
  double u[COR_MONTE_CARLO_DIMENSIONS], shift[COR_MONTE_CARLO_DIMENSIONS];
  g_autoptr (CorCopula) copula = NULL;
  gsl_rng *rng = gsl_rng_alloc (gsl_rng_mt19937);
  gsl_qrng *sobol;

  hand->gap_of = gap_of (duty);
  const CorCorrelation *stated = cor_gap_correlations (hand->gap_of, &n_stated);
  const CorFactorRange *factors = cor_gap_factors (hand->gap_of, &n);
  g_autofree double *all = base_values (hand->gap_of);

  hand->k = MIN (n, COR_MONTE_CARLO_DIMENSIONS);
  hand->x = g_new (double, N * hand->k);
  copula = cor_copula_new (factors, hand->k, stated, n_stated);
  sobol = gsl_qrng_alloc (gsl_qrng_sobol, hand->k);
  gsl_rng_set (rng, SEED);
  for (guint j = 0; j < hand->k; j++)
    shift[j] = gsl_rng_uniform (rng);
  for (guint i = 0; i < N; i++)
    {
      gsl_qrng_get (sobol, u);
      for (guint j = 0; j < hand->k; j++)
        u[j] = fmod (u[j] + shift[j], 1);
      cor_copula_apply (copula, u);
      for (guint j = 0; j < hand->k; j++)
        all[j] = hand->x[i * hand->k + j] = cor_triangular (factors[j].low, factors[j].base, factors[j].high, u[j]);
      hand->gap[i] = cor_gap_evaluate_years (hand->gap_of, all, &hand->parity[i], NULL);
    }
  gsl_rng_free (rng);
  gsl_qrng_free (sobol);
  return hand;
}

static void
hand_free (Hand *hand)
{
  cor_gap_free (hand->gap_of);
  g_free (hand->x);
  g_free (hand);
}

/* Sum of the products of what two columns differ from their means by. */
static double
products (const double *a, guint a_step, const double *b, guint b_step)
{
  double mean_a = 0, mean_b = 0, sum = 0;

  for (guint i = 0; i < N; i++)
    {
      mean_a += a[i * a_step] / N;
      mean_b += b[i * b_step] / N;
    }
  for (guint i = 0; i < N; i++)
    sum += (a[i * a_step] - mean_a) * (b[i * b_step] - mean_b);
  return sum;
}

static double
correlation (const double *a, guint a_step, const double *b, guint b_step)
{
  return products (a, a_step, b, b_step) / sqrt (products (a, a_step, a, a_step) * products (b, b_step, b, b_step));
}

static void
check_value (CardCount *count, CorTrace *trace, double value)
{
  g_assert_nonnull (trace);
  g_assert_cmpfloat_with_epsilon (trace->value, value, 1e-6 * fmax (1, fabs (value)));
  card_check_trace (count, trace);
  cor_trace_unref (trace);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
check_chances (CardCount *count, CorDrawsCards *cards, const Hand *hand, const CorMonteCarlo *drawn)
{
  for (guint y = 0; y < drawn->n_years; y++)
    {
      guint hits = 0;

      for (guint i = 0; i < N; i++)
        hits += hand->parity[i] > 0 && hand->parity[i] <= drawn->first_year + (int) y;
      check_value (count, cor_draws_card_chance (cards, y), hits / (double) N);
    }
}

/* Hyndman and Fan 1996, definition 7: the rank is 1 + q (n − 1). */
static void
check_quantiles (CardCount *count, CorDrawsCards *cards, const Hand *hand)
{
  static const double shares[] = { 0.05, 0.25, 0.5, 0.75, 0.95 };
  double sorted[N];
  guint n = 0;

  for (guint i = 0; i < N; i++)
    if (!isnan (hand->gap[i]))
      sorted[n++] = hand->gap[i];
  qsort (sorted, n, sizeof *sorted, compare);
  for (guint q = 0; q < G_N_ELEMENTS (shares); q++)
    {
      double rank = shares[q] * (n - 1), below = sorted[(guint) rank], above = sorted[MIN ((guint) rank + 1, n - 1)];

      check_value (count, cor_draws_card_gap (cards, q), below + (rank - floor (rank)) * (above - below));
    }
  check_value (count, cor_draws_card_undone (cards), (N - n) / (double) N);
}

/* What no other moves together with: the squared correlation. Two that do: that of a plane, from the three correlations. */
static void
check_shares (CardCount *count, CorDrawsCards *cards, const Hand *hand, const CorMonteCarlo *drawn, guint *pairs)
{
  guint k = hand->k;

  for (guint j = 0; j < k; j++)
    {
      guint members[COR_MONTE_CARLO_DIMENSIONS], m = 0;
      double a = correlation (hand->x + j, k, hand->gap, 1);

      for (guint i = 0; i < k; i++)
        if (drawn->group[i] == j)
          members[m++] = i;
      if (m == 1)
        check_value (count, cor_draws_card_share (cards, j), a * a);
      if (m != 2)
        continue;
      double b = correlation (hand->x + members[1], k, hand->gap, 1), c = correlation (hand->x + j, k, hand->x + members[1], k);

      check_value (count, cor_draws_card_share (cards, j), (a * a + b * b - 2 * a * b * c) / (1 - c * c));
      (*pairs)++;
    }
  check_value (count, cor_draws_card_explained (cards), drawn->explained);
}

/* Each parameter leads to its range, its source and what it moves together with. */
static void
check_factors (CardCount *count, CorDrawsCards *cards, const Hand *hand, const CorMonteCarlo *drawn)
{
  guint n;
  const CorFactorRange *factors = cor_gap_factors (hand->gap_of, &n);

  for (guint j = 0; j < hand->k; j++)
    {
      g_autoptr (CorTrace) card = cor_draws_card_factor (cards, j);
      double ends[] = { factors[j].low, factors[j].base, factors[j].high };
      gboolean alone = drawn->group[j] == j;

      for (guint i = j + 1; i < hand->k; i++)
        alone = alone && drawn->group[i] != j;
      for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
        g_assert_cmpfloat (g_array_index (card->inputs, CorTraceInput, i).value, ==, ends[i]);
      if (alone)
        g_assert_cmpuint (card->inputs->len, ==, 3);
      else
        g_assert_cmpuint (card->inputs->len, >, 3);
      check_value (count, g_steal_pointer (&card), (ends[0] + ends[1] + ends[2]) / 3);
    }
}

/* The chance leads to the number of draws, the seed, the gap and every parameter that is drawn. */
static void
check_inputs (CorDrawsCards *cards, const Hand *hand, guint year)
{
  g_autoptr (CorTrace) card = cor_draws_card_chance (cards, year);
  guint parameters = 0, gaps = 0, draws = 0, seeds = 0;

  for (guint i = 0; i < card->inputs->len; i++)
    {
      const CorTraceInput *input = &g_array_index (card->inputs, CorTraceInput, i);

      parameters += input->card != NULL;
      gaps += input->computed && input->card == NULL && input->child.quantity == COR_TRACE_TRUCK_GAP;
      draws += input->method == COR_TRACE_BY_SETTING && input->value == N;
      seeds += input->method == COR_TRACE_BY_SETTING && input->value == SEED;
    }
  g_assert_cmpuint (parameters, ==, hand->k);
  g_assert_cmpuint (gaps, ==, 1);
  g_assert_cmpuint (draws, ==, 1);
  g_assert_cmpuint (seeds, ==, 1);
}

static void
test_draws (void)
{
  guint pairs = 0, done = 0;

  for (guint d = 0; d < results->n_duties; d += sanitized_step (4))
    {
      const CorDutyResult *duty = &results->duties[d];
      g_autoptr (CorMonteCarlo) drawn = NULL;
      g_autoptr (CorDrawsCards) cards = NULL;
      CardCount count = { .results = results };
      Hand *hand;

      if (!cor_duty_result_shown (duty)->outcomes[results->year].feasible)
        continue;
      count.values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      hand = hand_new (duty);
      drawn = cor_monte_carlo_new_years (hand->gap_of, N, SEED, NULL, NULL);
      cards = cor_draws_cards_new (hand->gap_of, drawn, FALSE);
      check_chances (&count, cards, hand, drawn);
      check_quantiles (&count, cards, hand);
      check_shares (&count, cards, hand, drawn, &pairs);
      check_factors (&count, cards, hand, drawn);
      check_inputs (cards, hand, results->year);
      for (guint y = 0; y < drawn->n_years; y++)
        check_value (&count, cor_draws_card_year (cards, y), drawn->years[y].p50);
      g_assert_cmpuint (count.cards, >, 100);
      g_hash_table_unref (count.values);
      hand_free (hand);
      done++;
    }
  g_assert_cmpuint (done, >, is_sanitized () ? 0 : 3);
  g_assert_cmpuint (pairs, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  engine = fixture_engine ();
  scenario = fixture_load ("eastern-port");
  results = cor_engine_evaluate (engine, scenario);
  g_test_add_func ("/cards/draws", test_draws);
  return fixture_run_on (engine, scenario, results);
}
