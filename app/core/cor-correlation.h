/* cor-correlation.h: which uncertain figures move together.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-param.h"

G_BEGIN_DECLS

/**
 * CorCorrelation: two parameters that are not drawn independently of each other.
 * @rho: correlation of the two normal variables that the draws are made from, -1 to 1 (Gaussian
 *   copula; Nelsen, An Introduction to Copulas, 2006, section 2.3); the rank correlation of the draws
 *   is 6/pi asin (rho/2)
 * @reason, @reason_zh: why; @source: who says so. Owned.
 */
typedef struct
{
  CorParamId a, b;
  double rho;
  CorParamStatus status;
  char *reason;
  char *reason_zh;
  char *source;
} CorCorrelation;

/** cor_correlation_clear: frees what it owns. */
void cor_correlation_clear (CorCorrelation *correlation);

/**
 * cor_correlation_triangle:
 * @matrix: (inout): @n by @n by rows, symmetric with ones on the diagonal; becomes the lower
 *   triangle L with L times its transpose = matrix (Cholesky; Golub and Van Loan, Matrix
 *   Computations, 2013, section 4.2), zeros above. Where one variable follows from others its
 *   column is zero.
 *
 * Returns: %FALSE where the matrix is not positive semidefinite: no draws have these correlations
 */
gboolean cor_correlation_triangle (double *matrix, guint n);

/**
 * cor_correlation_check:
 * @list: the @n of them
 *
 * Returns: @n where they hold together; else the last one without which the others do, or the last
 */
guint cor_correlation_check (const CorCorrelation *list, guint n);

/**
 * cor_param_layer_set_correlations:
 * @correlations: (transfer full): array of #CorCorrelation
 *
 * For who makes the layer, before anyone else has it.
 */
void cor_param_layer_set_correlations (CorParamLayer *layer, GArray *correlations);

/** cor_param_layer_correlations: those stated in the layer, @n of them; owned by the layer. */
const CorCorrelation *cor_param_layer_correlations (const CorParamLayer *layer, guint *n);

G_END_DECLS
