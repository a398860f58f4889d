/* cor-gap-private.h: the two trucks of a gap, and how their operation moves.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-gap.h"

G_BEGIN_DECLS

/* Figures of an operation that move. */
#define COR_USE_FIRST G_STRUCT_OFFSET (CorUse, transport_km)
#define COR_USE_COUNT ((sizeof (CorUse) - COR_USE_FIRST) / sizeof (double))

/* One of the two trucks: 0 electric, 1 diesel. */
typedef struct
{
  const CorAlternative *alternative;
  CorTcoGrid *base;
  CorTcoGrid *grid;
  CorUse use;
  CorPolicyTerm terms[COR_POLICY_TERMS_MAX];
  guint n_terms;
  CorParamScale *of_factor;
  CorParamScale scales[COR_N_PARAMS];
  guint n_scales;
  gboolean may_fail; /* somewhere in the ranges its day cannot be done: each draw is planned */
} CorGapSide;

struct _CorGap
{
  const CorResults *results;
  const CorDutyResult *duty;
  CorGapSide sides[2];
  CorTcoInputs *inputs;
  CorTco tco;
  GArray *factors;
  gboolean *touched; /* of the factors: ever set to other than the base */
  double base;
};

/* Makes of an operation what it adds to @base, 0 where either is not known. FALSE where it is the same. */
gboolean cor_gap_use_less (CorUse *use, const CorUse *base);

/* Moves every figure of @use by what the factor at @value does to it, read linearly. */
void cor_gap_use_move (CorUse *use, const CorFactorRange *factor, guint side, double value);

/* Many small moves may not take a figure below nothing, or a share above one. */
void cor_gap_use_bound (CorUse *use);

/* By what each figure of the operation moved; 1 where it is 0 or not known. */
void cor_gap_use_ratios (const CorUse *base, const CorUse *moved, double ratios[COR_USE_COUNT]);

/* The operation of another model year moves in the same proportion as that of the year shown. */
void cor_gap_use_of_year (const CorUse *year_use, const double ratios[COR_USE_COUNT], CorUse *out);

/* The operation of a truck with one factor at @value in the year shown, its grid with it; FALSE where the duty cannot be
 * done. The caller assigns the grid back. */
gboolean cor_gap_side_move (CorGap *gap, guint side, const CorFactorRange *factor, double value, CorUse *use);

/* The model year shown. */
int cor_gap_shown_year (const CorGap *gap);

G_END_DECLS
