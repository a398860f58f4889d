/* cor-solver-private.h: the two trucks that a lever moves.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-solver.h"

G_BEGIN_DECLS

/* Steps of a range at whose ends the gap is looked at, and how often the one where it changes sides is halved. */
#define COR_SOLVER_STEPS 160
#define COR_SOLVER_HALVINGS 60

/*
 * One truck as it is (@base and @own, in @alternative; @ids names the policies of @own) and as a
 * lever leaves it (the rest).
 */
typedef struct
{
  const CorAlternative *alternative;
  CorTcoGrid *base;
  CorTcoGrid *grid;
  CorUse use;
  CorPolicyTerm own[COR_POLICY_TERMS_MAX];
  const char *ids[COR_POLICY_TERMS_MAX];
  guint n_own;
  CorPolicyTerm terms[COR_POLICY_TERMS_MAX];
  guint n_terms;
} CorSolverSide;

/* @asked: the model year in question; an instrument in force in it is the one that a lever moves. */
struct _CorSolver
{
  const CorResults *results;
  const CorDutyResult *duty;
  CorSolverSide electric;
  CorSolverSide diesel;
  int asked;
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

/* Both trucks of @year as they are, then each of @n levers at its value of the year @asked moved by as much; FALSE where
 * one cannot do the duty or a lever means nothing. */
gboolean cor_solver_set (CorSolver *solver, const CorLeverId *levers, const double *values, guint n, int asked, int model_year);

/* Evaluates @side for @year into the solver's tco; FALSE where it cannot be. */
gboolean cor_solver_evaluate (CorSolver *solver, CorSolverSide *side, int year);

/* Adds a policy to @side. */
void cor_solver_add_term (CorSolverSide *side, CorPolicyKind kind, double amount);

/*
 * The instrument of @kind on @side that a lever moves: one in force in the year asked with a single
 * amount, neither in steps nor by years; -1 where there is none, and the lever is one more on top.
 */
int cor_solver_own_term (const CorSolver *solver, const CorSolverSide *side, CorPolicyKind kind);

/*
 * The range of the instrument that @lever is: from 0 to @highest, one may think of @reach; now what
 * the one in force gives, or 0.
 */
void cor_lever_policy_range (CorSolver *solver, CorLeverId lever, double highest, double reach, CorLeverRange *range);

/* The instrument in force gets @value for its amount, or one of that amount comes on top. */
void cor_lever_policy_apply (CorSolver *solver, CorLeverId lever, double value);

G_END_DECLS
