/* cor-monte-carlo.c: draws over the uncertain figures, quantiles and variance shares.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-monte-carlo.h"

#include "cor-copula.h"
#include "cor-parallel.h"

#include <glib/gi18n-lib.h>
#include <gsl/gsl_qrng.h>
#include <gsl/gsl_rng.h>
#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics.h>
#include <math.h>
#include <string.h>

/* Draws are worked out in so many parts, each with so many draws or more. */
#define MOST_PARTS 16
#define LEAST_OF_PART 256

/* The draws: a row of factor values each, with what came of it. */
typedef struct
{
  guint n;
  guint k;
  double *values;
  double *gap;
  double *parity;
  double *by_year; /* NULL: not asked for */
  guint n_years;
  CorCopula *copula;
} Draws;

double
cor_triangular (double low, double mode, double high, double u)
{
  double split = (mode - low) / (high - low);

  if (u < split)
    return low + sqrt (u * (high - low) * (mode - low));
  return high - sqrt ((1 - u) * (high - low) * (high - mode));
}

/* The factors' values of all draws, unless it is cancelled. */
static void
draw_values (const CorFactorRange *factors, Draws *draws, guint32 seed, GCancellable *cancellable)
{
  double shift[COR_MONTE_CARLO_DIMENSIONS], point[COR_MONTE_CARLO_DIMENSIONS];
  gsl_rng *rng = gsl_rng_alloc (gsl_rng_mt19937);
  gsl_qrng *sobol = gsl_qrng_alloc (gsl_qrng_sobol, MAX (draws->k, 1));

  gsl_rng_set (rng, seed);
  for (guint j = 0; j < draws->k; j++)
    shift[j] = gsl_rng_uniform (rng);
  for (guint i = 0; i < draws->n && !(i % 1024 == 0 && g_cancellable_is_cancelled (cancellable)); i++)
    {
      gsl_qrng_get (sobol, point);
      for (guint j = 0; j < draws->k; j++)
        point[j] = point[j] + shift[j] < 1 ? point[j] + shift[j] : point[j] + shift[j] - 1;
      cor_copula_apply (draws->copula, point);
      for (guint j = 0; j < draws->k; j++)
        draws->values[(gsize) i * draws->k + j]
          = cor_triangular (factors[j].low, factors[j].base, factors[j].high, point[j]);
    }
  gsl_rng_free (rng);
  gsl_qrng_free (sobol);
}

/* Draws being worked out, part by part on any thread. */
typedef struct
{
  const CorGap *gap;
  Draws *draws;
  guint n_parts;
  GCancellable *cancellable;
} Working;

/* What comes of the draws of a part. */
static void
work_part (guint part, gpointer data)
{
  const Working *working = data;
  Draws *draws = working->draws;
  guint n_factors, first = (guint) ((guint64) draws->n * part / working->n_parts);
  guint end = (guint) ((guint64) draws->n * (part + 1) / working->n_parts);
  g_autoptr (CorGap) gap = cor_gap_copy (working->gap);
  const CorFactorRange *factors = cor_gap_factors (gap, &n_factors);
  g_autofree double *all = g_new (double, MAX (n_factors, 1));

  for (guint j = 0; j < n_factors; j++)
    all[j] = factors[j].base;
  for (guint i = first; i < end; i++)
    {
      int parity;

      if ((i - first) % 64 == 0 && g_cancellable_is_cancelled (working->cancellable))
        return;
      memcpy (all, draws->values + (gsize) i * draws->k, draws->k * sizeof *all);
      draws->gap[i] = cor_gap_evaluate_years (gap, all, &parity,
                                              draws->by_year ? draws->by_year + (gsize) i * draws->n_years : NULL);
      draws->parity[i] = parity;
    }
}

static gboolean
draw (const CorGap *gap, Draws *draws, guint32 seed, GCancellable *cancellable, GError **error)
{
  Working working = { gap, draws, CLAMP (draws->n / LEAST_OF_PART, 1, MOST_PARTS), cancellable };
  guint n_factors;

  draw_values (cor_gap_factors (gap, &n_factors), draws, seed, cancellable);
  cor_parallel_for (working.n_parts, 2, work_part, &working);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

double
cor_quantile_share (CorQuantile quantile)
{
  static const double shares[COR_N_QUANTILES] = { 0.05, 0.25, 0.50, 0.75, 0.95 };

  return shares[quantile];
}

double
cor_quantile_value (const CorQuantiles *quantiles, CorQuantile quantile)
{
  const double values[COR_N_QUANTILES] = { quantiles->p05, quantiles->p25, quantiles->p50, quantiles->p75, quantiles->p95 };

  return values[quantile];
}

/* Between the two values that a quantile lies between by its rank, as gsl_stats_quantile_from_sorted_data() has it. */
static CorQuantiles
quantiles (const double *values, guint n)
{
  g_autofree double *sorted = g_memdup2 (values, n * sizeof (double));
  double *of[COR_N_QUANTILES];
  CorQuantiles q = { NAN, NAN, NAN, NAN, NAN, n, { 0 }, { 0 } };

  of[COR_QUANTILE_5] = &q.p05;
  of[COR_QUANTILE_25] = &q.p25;
  of[COR_QUANTILE_50] = &q.p50;
  of[COR_QUANTILE_75] = &q.p75;
  of[COR_QUANTILE_95] = &q.p95;
  gsl_sort (sorted, 1, n);
  for (guint i = 0; i < COR_N_QUANTILES && n > 0; i++)
    {
      guint at = (guint) (cor_quantile_share (i) * (n - 1));

      *of[i] = gsl_stats_quantile_from_sorted_data (sorted, 1, n, cor_quantile_share (i));
      q.below[i] = sorted[at];
      q.above[i] = sorted[MIN (at + 1, n - 1)];
    }
  return q;
}

/*
 * Squared multiple correlation of the gap with the @m factors @of: with C their correlations among
 * each other, L its triangle and r theirs with the gap, r' C^-1 r is the squared length of L^-1 r
 * (Anderson, An Introduction to Multivariate Statistical Analysis, 2003, section 2.5). Spreads and covariances stand in
 * @out.
 */
static double
group_share (const Draws *draws, const guint *of, guint m, CorMonteCarlo *out)
{
  g_autofree double *c = g_new (double, m * m), *w = g_new (double, m);
  double share = 0;

  for (guint i = 0; i < m; i++)
    for (guint j = 0; j < m; j++)
      c[i * m + j] = i == j ? 1
                            : gsl_stats_correlation (draws->values + of[i], draws->k, draws->values + of[j], draws->k,
                                                     draws->n);
  if (!cor_correlation_triangle (c, m))
    return 0;
  for (guint i = 0; i < m; i++)
    {
      w[i] = out->covariance[of[i]] / (out->spread[of[i]] * out->gap_spread);
      for (guint j = 0; j < i; j++)
        w[i] -= c[i * m + j] * w[j];
      w[i] = c[i * m + i] > 0 ? w[i] / c[i * m + i] : 0;
      out->part[of[i]] = w[i];
      share += w[i] * w[i];
    }
  return isnan (share) ? 0 : share;
}

/*
 * Groups are drawn independently of each other, so the squared correlation with the gap is the
 * share of its variance that a straight line through a factor explains (Saltelli et al., Global
 * Sensitivity Analysis, 2008, section 1.2.5); of a group, that of a plane through its factors.
 */
static void
variance_shares (const Draws *draws, CorMonteCarlo *out)
{
  double middle = gsl_stats_mean (draws->gap, 1, draws->n);
  guint of[COR_MONTE_CARLO_DIMENSIONS];

  out->gap_spread = gsl_stats_sd_m (draws->gap, 1, draws->n, middle);
  for (guint j = 0; j < draws->k; j++)
    {
      const double *values = draws->values + j;
      double mean = gsl_stats_mean (values, draws->k, draws->n);

      out->spread[j] = gsl_stats_sd_m (values, draws->k, draws->n, mean);
      out->covariance[j] = gsl_stats_covariance_m (values, draws->k, draws->gap, 1, draws->n, mean, middle);
    }
  for (guint j = 0; j < draws->k; j++)
    {
      guint m = 0;

      for (guint i = j; i < draws->k; i++)
        if (out->group[i] == j)
          of[m++] = i;
      out->share[j] = m > 0 ? group_share (draws, of, m, out) : 0;
      out->explained += out->share[j];
    }
}

static void
parity_figures (const Draws *draws, CorMonteCarlo *out)
{
  g_autofree double *years = g_new (double, draws->n);

  for (guint i = 0; i < draws->n; i++)
    years[i] = draws->parity[i] > 0 ? draws->parity[i] : out->first_year + out->n_years;
  out->parity = quantiles (years, draws->n);
  for (guint y = 0; y < out->n_years; y++)
    {
      guint hits = 0;

      for (guint i = 0; i < draws->n; i++)
        hits += years[i] <= out->first_year + y;
      out->cheaper[y] = (double) hits / draws->n;
    }
}

/* Of the draws that can be done: the spread of the gap and what moves it. They are moved to the front. */
static void
gap_figures (Draws *draws, CorMonteCarlo *out)
{
  guint all = draws->n, n = 0;

  for (guint i = 0; i < all; i++)
    if (!isnan (draws->gap[i]))
      {
        memmove (draws->values + (gsize) n * draws->k, draws->values + (gsize) i * draws->k, draws->k * sizeof (double));
        draws->gap[n++] = draws->gap[i];
      }
  out->undone = (double) (all - n) / all;
  out->gap = quantiles (draws->gap, n);
  draws->n = n;
  if (n > 2 * draws->k)
    variance_shares (draws, out);
  draws->n = all;
}

static void
draws_clear (Draws *draws)
{
  g_free (draws->values);
  g_free (draws->gap);
  g_free (draws->parity);
  g_free (draws->by_year);
  cor_copula_free (draws->copula);
}

/* Spread of the gap by model year, of the draws in which there is one. */
static void
year_figures (const Draws *draws, CorMonteCarlo *out)
{
  g_autofree double *values = g_new (double, draws->n);

  out->years = g_new (CorQuantiles, out->n_years);
  for (guint y = 0; y < out->n_years; y++)
    {
      guint n = 0;

      for (guint i = 0; i < draws->n; i++)
        if (!isnan (draws->by_year[(gsize) i * draws->n_years + y]))
          values[n++] = draws->by_year[(gsize) i * draws->n_years + y];
      out->years[y] = quantiles (values, n);
    }
}

static CorMonteCarlo *
monte_carlo_new (CorGap *gap, guint n, guint32 seed, gboolean years, GCancellable *cancellable, GError **error)
{
  CorMonteCarlo *out;
  guint n_factors, n_stated;
  const CorFactorRange *factors = cor_gap_factors (gap, &n_factors);
  const CorCorrelation *stated = cor_gap_correlations (gap, &n_stated);
  Draws draws = { .n = n };

  if (n < 20 || n > 1000000)
    {
      g_set_error (error, COR_ERROR, COR_ERROR_RANGE, _ ("%u draws; it takes at least 20 and at most 1,000,000"), n);
      return NULL;
    }
  draws.k = MIN (n_factors, COR_MONTE_CARLO_DIMENSIONS);
  draws.copula = cor_copula_new (factors, draws.k, stated, n_stated);
  draws.values = g_new (double, (gsize) n * MAX (draws.k, 1));
  draws.gap = g_new (double, n);
  draws.parity = g_new (double, n);
  cor_gap_first_year (gap, &draws.n_years);
  draws.by_year = years ? g_new (double, (gsize) n * draws.n_years) : NULL;
  if (!draw (gap, &draws, seed, cancellable, error))
    {
      draws_clear (&draws);
      return NULL;
    }
  out = g_new0 (CorMonteCarlo, 1);
  out->n_draws = n;
  out->seed = seed;
  out->n_factors = draws.k;
  out->first_year = cor_gap_first_year (gap, &out->n_years);
  out->cheaper = g_new0 (double, out->n_years);
  out->share = g_new0 (double, MAX (draws.k, 1));
  out->part = g_new0 (double, MAX (draws.k, 1));
  out->covariance = g_new0 (double, MAX (draws.k, 1));
  out->spread = g_new0 (double, MAX (draws.k, 1));
  out->group = g_memdup2 (cor_copula_groups (draws.copula), MAX (draws.k, 1) * sizeof (guint));
  parity_figures (&draws, out);
  gap_figures (&draws, out);
  if (years)
    year_figures (&draws, out);
  draws_clear (&draws);
  return out;
}

CorMonteCarlo *
cor_monte_carlo_new (CorGap *gap, guint n, guint32 seed, GCancellable *cancellable, GError **error)
{
  return monte_carlo_new (gap, n, seed, FALSE, cancellable, error);
}

CorMonteCarlo *
cor_monte_carlo_new_years (CorGap *gap, guint n, guint32 seed, GCancellable *cancellable, GError **error)
{
  return monte_carlo_new (gap, n, seed, TRUE, cancellable, error);
}

void
cor_monte_carlo_free (CorMonteCarlo *result)
{
  g_free (result->cheaper);
  g_free (result->share);
  g_free (result->part);
  g_free (result->covariance);
  g_free (result->spread);
  g_free (result->group);
  g_free (result->years);
  g_free (result);
}
