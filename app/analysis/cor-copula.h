/* cor-copula.h: independent uniform draws made to move together where correlations are stated.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-gap.h"

G_BEGIN_DECLS

/** CorCopula: which of the factors move together, and how; for one thread at a time. */
typedef struct _CorCopula CorCopula;

/**
 * cor_copula_new:
 * @factors: the @n of them that are drawn
 * @stated: the @n_stated correlations, which hold together (cor_correlation_check())
 *
 * A parameter that each truck reads for itself is the electric truck's in a correlation. Those of
 * parameters that are not drawn, and those of 0, count for nothing.
 *
 * Returns: (transfer full):
 */
CorCopula *
cor_copula_new (const CorFactorRange *factors, guint n, const CorCorrelation *stated, guint n_stated);
void cor_copula_free (CorCopula *copula);

/**
 * cor_copula_apply:
 * @u: (inout): uniforms from 0 to 1, one for each factor, independent; then with the correlations
 *
 * Gaussian copula: to normals, times the triangle of their correlations, back to uniforms (Iman and
 * Davenport 1982; Nelsen, An Introduction to Copulas, 2006, section 2.3). Factors without a
 * correlation, and the first of each that move together, keep their number to the last bit.
 */
void cor_copula_apply (CorCopula *copula, double *u);

/** cor_copula_groups: for each factor the first of those that it moves together with, itself where none. */
const guint *cor_copula_groups (const CorCopula *copula);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorCopula, cor_copula_free)

G_END_DECLS
