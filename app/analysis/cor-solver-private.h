/* cor-solver-private.h: the two trucks that a lever moves.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-solver.h"

G_BEGIN_DECLS

/* One truck as it is (@base, in @alternative) and as a lever leaves it (the rest). */
typedef struct
{
  const CorAlternative *alternative;
  CorTcoGrid *base;
  CorTcoGrid *grid;
  CorUse use;
  CorPolicyTerm terms[COR_POLICY_TERMS_MAX];
  guint n_terms;
  guint n_own_terms;
} CorSolverSide;

struct _CorSolver
{
  const CorResults *results;
  CorSolverSide electric;
  CorSolverSide diesel;
  CorTcoInputs *inputs;
  CorTco tco;
};

/*
 * A lever now, in what range a break-even is searched, and how far one may think of moving it.
 * @now is NaN where the lever means nothing to this duty.
 */
typedef struct
{
  double now;
  double lowest;
  double highest;
  double reach_low;
  double reach_high;
} CorLeverRange;

typedef struct
{
  void (*present) (CorSolver *solver, int year, CorLeverRange *range);
  void (*apply) (CorSolver *solver, int year, double value);
} CorLeverFuncs;

extern const CorLeverFuncs cor_lever_funcs[COR_N_LEVERS];

/* Evaluates @side for @year into the solver's tco; FALSE where it cannot be. */
gboolean cor_solver_evaluate (CorSolver *solver, CorSolverSide *side, int year);

/* Adds a policy to @side. */
void cor_solver_add_term (CorSolverSide *side, CorPolicyKind kind, double amount);

G_END_DECLS
