/* cor-solver-case.c: the two trucks with levers moved, for the cards of what a lever does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-case.h"
#include "cor-solver-private.h"

#include <glib/gi18n-lib.h>

static CorMove
move_of (CorSolver *solver, int model_year, CorLeverId lever, double value)
{
  const CorLeverInfo *info = cor_lever_info (lever);
  const char *region = solver->duty->duty->region;
  double lowest, highest;
  CorMove move = { .label = g_strdup (_ (info->label)),
                   .to = value,
                   .unit = g_strdup (info->unit),
                   .year = model_year,
                   .region = g_strdup (region != NULL ? region : cor_scenario_head (solver->results->scenario)->region),
                   .status = COR_STATUS_ASSUMED,
                   .source = g_strdup (_ ("Set for this figure only, to see what it would do")),
                   .place = g_strdup (_ ("in other model years moved by as much")),
                   .scales = lever == COR_LEVER_ANNUAL_KM };

  cor_solver_present (solver, lever, model_year, &move.from, &lowest, &highest);
  return move;
}

static void
set_side (CorResults *out, const CorSolverSide *side, guint duty, int truck, guint year, gboolean set)
{
  cor_case_set_truck (out, duty, truck, year, set ? side->grid : NULL, &side->use, side->terms, side->n_terms);
}

const CorResults *
cor_solver_results (const CorSolver *solver)
{
  return solver->results;
}

void
cor_solver_truck (const CorSolver *solver, guint *duty, int *truck)
{
  *duty = (guint) (solver->duty - solver->results->duties);
  *truck = 0;
  while ((guint) *truck + 1 < solver->duty->n_alternatives && solver->duty->alternatives[*truck] != solver->electric.alternative)
    ++*truck;
}

CorResults *
cor_solver_case (CorSolver *solver, int model_year, const CorLeverId *levers, const double *values, guint n)
{
  CorResults *out = cor_case_new (solver->results);
  guint duty;
  int truck;

  cor_solver_truck (solver, &duty, &truck);
  for (guint i = 0; i < n; i++)
    cor_case_add_move (out, move_of (solver, model_year, levers[i], values[i]));
  for (guint year = 0; year < solver->results->n_years; year++)
    {
      gboolean set = cor_solver_set (solver, levers, values, n, model_year, solver->results->first_year + (int) year);

      set_side (out, &solver->electric, duty, truck, year, set);
      set_side (out, &solver->diesel, duty, -1, year, set);
    }
  cor_case_finish (out);
  return out;
}
