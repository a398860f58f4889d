/* cor-monte-carlo.h: how sure the cost gap and the parity year are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-gap.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** COR_MONTE_CARLO_DIMENSIONS: factors drawn at most: GSL's Sobol sequence has 40 dimensions. */
#define COR_MONTE_CARLO_DIMENSIONS 40

/** COR_DRAWS_SHOWN, COR_DRAWS_SEED: the draws of windows and proposals, so that both tell the same. */
#define COR_DRAWS_SHOWN 3000
#define COR_DRAWS_SEED 1

/** CorQuantile: those that are told. */
typedef enum
{
  COR_QUANTILE_5,
  COR_QUANTILE_25,
  COR_QUANTILE_50,
  COR_QUANTILE_75,
  COR_QUANTILE_95,
  COR_N_QUANTILES
} CorQuantile;

/**
 * CorQuantiles: p05 to p95 of a quantity.
 * @n: values that they are found in
 * @below, @above: of each quantile the two of these between which it lies, next to each other in order of size
 */
typedef struct
{
  double p05, p25, p50, p75, p95;
  guint n;
  double below[COR_N_QUANTILES], above[COR_N_QUANTILES];
} CorQuantiles;

/**
 * CorMonteCarlo:
 * @seed: of the random shift
 * @undone: share of the draws in which the day cannot be done in the model year shown; other years are looked at by
 *   themselves
 * @gap: yuan in the model year shown, of the draws that can be done; NaN where none can
 * @parity: model year; a draw without parity counts as the year after the last
 * @years, @cheaper: probability that the truck costs no more than diesel by that model year
 * @share: variance share of each factor, in the order of cor_gap_factors(): squared correlation. What
 *   moves together has one share, the squared multiple correlation of all of it, which stands at
 *   the first; the others have 0: whose part is whose cannot be told
 * @explained: their sum, the share a linear model explains
 * @part: correlation of the gap with each factor; of those that move together with what of it those before it do not
 *   tell: the squares of a group's add up to its share
 * @covariance, @spread, @gap_spread: what the correlations of single factors are made of: covariance with the gap, and
 *   standard deviations, in the factor's unit and yuan
 * @group: for each factor the first of those that it moves together with, itself where none
 * @years: (nullable): the gap in yuan by model year; only from cor_monte_carlo_new_years()
 */
typedef struct
{
  guint n_draws;
  guint32 seed;
  guint n_factors;
  double undone;
  CorQuantiles gap;
  CorQuantiles parity;
  int first_year;
  guint n_years;
  double *cheaper;
  double *share;
  double *part;
  double *covariance;
  double *spread;
  double gap_spread;
  guint *group;
  double explained;
  CorQuantiles *years;
} CorMonteCarlo;

/**
 * cor_monte_carlo_new:
 * @draws: at least 20
 * @seed: of the random shift of the sequence; the same seed gives the same draws
 *
 * Draws from a Sobol sequence with a random shift (Cranley and Patterson 1976); each factor has a
 * triangular distribution from its low over its base to its high. Factors are independent but for
 * cor_gap_correlations(), which cor_copula_apply() brings in.
 *
 * Returns: (transfer full): or %NULL with %G_IO_ERROR_CANCELLED, or %COR_ERROR_RANGE for too few draws
 */
CorMonteCarlo *cor_monte_carlo_new (CorGap *gap, guint draws, guint32 seed, GCancellable *cancellable, GError **error);

/** cor_monte_carlo_new_years: the same, with the gap of every model year, which takes longer. */
CorMonteCarlo *
cor_monte_carlo_new_years (CorGap *gap, guint draws, guint32 seed, GCancellable *cancellable, GError **error);
void cor_monte_carlo_free (CorMonteCarlo *result);

/** cor_quantile_share: 0.05 to 0.95. */
double cor_quantile_share (CorQuantile quantile);

/** cor_quantile_value: that one of @quantiles. */
double cor_quantile_value (const CorQuantiles *quantiles, CorQuantile quantile);

/** cor_triangular: the value at quantile @u (0 to 1) of a triangular distribution. */
double cor_triangular (double low, double mode, double high, double u);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorMonteCarlo, cor_monte_carlo_free)

G_END_DECLS
