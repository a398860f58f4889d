/* cor-levers-policy.c: instruments as levers: the one in force, or one more.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-solver-private.h"

#include <math.h>

/* The side that a policy lever is on, and its kind; NULL for the other levers. */
static CorSolverSide *
policy_side (CorSolver *solver, CorLeverId lever, CorPolicyKind *kind)
{
  *kind = COR_N_POLICY_KINDS;
  if (lever == COR_LEVER_GRANT)
    *kind = COR_POLICY_PURCHASE_GRANT;
  else if (lever == COR_LEVER_TOLL_RELIEF)
    *kind = COR_POLICY_TOLL_RELIEF;
  else if (lever == COR_LEVER_CARBON_PRICE)
    *kind = COR_POLICY_CARBON_TAX;
  else if (lever == COR_LEVER_ROAD_CHARGE)
    *kind = COR_POLICY_GHG_ROAD_CHARGE;
  if (*kind == COR_N_POLICY_KINDS)
    return NULL;
  return *kind == COR_POLICY_PURCHASE_GRANT || *kind == COR_POLICY_TOLL_RELIEF ? &solver->electric
                                                                               : &solver->diesel;
}

/* A policy moves from what the instrument in force gives, or from nothing. */
void
cor_lever_policy_range (CorSolver *solver,
                        CorLeverId lever,
                        double highest,
                        double reach,
                        CorLeverRange *range)
{
  CorPolicyKind kind;
  const CorSolverSide *side = policy_side (solver, lever, &kind);
  int own;

  g_return_if_fail (side != NULL);

  own = cor_solver_own_term (solver, side, kind);
  range->now = own < 0 ? 0 : side->own[own].amount;
  range->lowest = range->reach_low = 0;
  range->highest = MAX (highest, range->now);
  range->reach_high = MAX (reach, range->now);
}

void
cor_lever_policy_apply (CorSolver *solver, CorLeverId lever, double value)
{
  CorPolicyKind kind;
  CorSolverSide *side = policy_side (solver, lever, &kind);
  int own;

  g_return_if_fail (side != NULL);

  own = cor_solver_own_term (solver, side, kind);
  if (own < 0)
    cor_solver_add_term (side, kind, value);
  else
    side->terms[own].amount = value;
}

gboolean
cor_lever_is_instrument (CorLeverId lever)
{
  return lever == COR_LEVER_GRANT || lever == COR_LEVER_TOLL_RELIEF
         || lever == COR_LEVER_CARBON_PRICE || lever == COR_LEVER_ROAD_CHARGE;
}

const char *
cor_solver_instrument (CorSolver *solver, CorLeverId lever, int model_year)
{
  CorPolicyKind kind;
  const CorSolverSide *side = policy_side (solver, lever, &kind);
  int own;

  solver->asked = model_year;
  own = side != NULL ? cor_solver_own_term (solver, side, kind) : -1;
  return own < 0 ? NULL : side->ids[own];
}
