/* cor-gap-private.h: the two trucks of a gap, and how their operation moves.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-gap.h"

G_BEGIN_DECLS

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
  double *station_rows; /* what stations go by in each model year */
  double base;
};

/* The operation of a truck with one factor at @value in the model year of that index; FALSE where it cannot do its day. */
gboolean cor_gap_side_use (CorGap *gap, guint side, const CorFactorRange *factor, double value, guint year, CorUse *use);

/* The operation of a truck with one factor at @value in the year shown, its grid with it; FALSE where the duty cannot be
 * done. The caller assigns the grid back. */
gboolean cor_gap_side_move (CorGap *gap, guint side, const CorFactorRange *factor, double value, CorUse *use);

/* The model year shown. */
int cor_gap_shown_year (const CorGap *gap);

G_END_DECLS
