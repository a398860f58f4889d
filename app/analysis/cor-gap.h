/* cor-gap.h: the cost gap of one truck to diesel as a function of the uncertain figures.
 *
 * What tornado and Monte Carlo stand on. A factor is one entry of the parameters with a low and a
 * high; where the electric and the diesel truck read the same entry, both move together.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-correlation.h"
#include "cor-evaluate.h"

G_BEGIN_DECLS

/**
 * CorFactorRange:
 * @name: as --set takes it: the parameter's id, behind the powertrain and a dot where only that
 * truck reads the entry; owned
 * @electric, @diesel: which of the two trucks reads it
 * @low, @base, @high: in the parameter's unit, in the model year shown
 * @from: the entry, for its status and source; @range_from: that which the range follows from
 * @gap_low, @gap_high: yuan of cost gap with the factor at low and at high, all others at base; NaN
 * where the duty cannot be done then
 */
typedef struct
{
  char *name;
  CorParamId id;
  gboolean electric, diesel;
  double low, base, high;
  const CorParameter *from, *range_from;
  double gap_low, gap_high;
} CorFactorRange;

/** CorGap: the function, ready to be asked; for one thread at a time. */
typedef struct _CorGap CorGap;

/**
 * cor_gap_is_possible: whether there is a gap between @truck and the diesel truck of @duty; else %COR_ERROR_MISSING where
 * there is no diesel truck, or %COR_ERROR_NO_SOLUTION where the duty cannot be done.
 */
gboolean cor_gap_is_possible (const CorDutyResult *duty, const CorAlternative *truck, GError **error);

/**
 * cor_gap_new:
 * @duty, @truck: of @results, which must outlive the gap
 *
 * Returns: (transfer full): or %NULL with %COR_ERROR_MISSING where there is no diesel truck, or
 * %COR_ERROR_NO_SOLUTION where the duty cannot be done
 */
CorGap *cor_gap_new (const CorResults *results,
                     const CorDutyResult *duty,
                     const CorAlternative *truck,
                     GError **error);
void cor_gap_free (CorGap *gap);

/** cor_gap_copy: (transfer full): the same function for another thread. */
CorGap *cor_gap_copy (const CorGap *gap);

/**
 * cor_gap_case:
 * @factor: of cor_gap_factors(); @high: at the high end of its range, else at the low
 *
 * Returns: (transfer full): results in which the two trucks are as cor_gap_factors() has them there, for their
 *   cards; or %NULL where the duty cannot be done then
 */
CorResults *cor_gap_case (CorGap *gap, guint factor, gboolean high);

/** cor_gap_results: (transfer none): those that the gap is of. */
const CorResults *cor_gap_results (const CorGap *gap);

/** cor_gap_base: yuan at the base of every factor. */
double cor_gap_base (const CorGap *gap);

/** cor_gap_factors: @n factors, those that move the gap most first. */
const CorFactorRange *cor_gap_factors (const CorGap *gap, guint *n);

/** cor_gap_correlations: those stated with the parameters, @n of them, whether or not of its factors. */
const CorCorrelation *cor_gap_correlations (const CorGap *gap, guint *n);

/** cor_gap_first_year: the first of the @n_years model years that parity is looked for in. */
int cor_gap_first_year (const CorGap *gap, guint *n_years);

/**
 * cor_gap_evaluate_years:
 * @values: one for each factor, in its unit
 * @parity_year: (out) (nullable): first model year without a gap, 0 for none
 * @by_year: (nullable): filled with the gap in each model year, NaN where there is none; taken only with @parity_year
 *
 * The gap in yuan in the model year shown, NaN where a truck cannot do its day in it. Both trucks' days are planned and their
 * money is computed with the values, in each model year: queues at stations stay as they are, and so does what is avoided
 * against diesel.
 */
double cor_gap_evaluate_years (CorGap *gap, const double *values, int *parity_year, double *by_year);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorGap, cor_gap_free)

G_END_DECLS
