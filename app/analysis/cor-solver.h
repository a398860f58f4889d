/* cor-solver.h: at what value of one lever a truck breaks even, and which lever does most.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-evaluate.h"

G_BEGIN_DECLS

/** CorLeverId: one value for each row of cor-lever-table.def. */
typedef enum
{
#define COR_LEVER(ENUM, id, unit, label, present, apply) COR_LEVER_##ENUM,
#include "cor-lever-table.def"
#undef COR_LEVER
  COR_N_LEVERS
} CorLeverId;

/** CorLeverInfo: a row of the table; @label is marked for translation, not translated. */
typedef struct
{
  const char *id;
  const char *unit;
  const char *label;
} CorLeverInfo;

/** cor_lever_is_instrument: whether the lever is the amount of an instrument, not a price or a distance. */
gboolean cor_lever_is_instrument (CorLeverId lever);

/**
 * CorLeverMove: what one lever does alone.
 * @from: its value now; @to: moved to the better end of its range, or by a fifth where it has none
 * @parity_year: with the lever there, 0 for none
 * @gap_yuan: cost above diesel in the model year shown, with the lever there
 */
typedef struct
{
  CorLeverId lever;
  double from;
  double to;
  int parity_year;
  double gap_yuan;
} CorLeverMove;

/** CorSolver: one truck on one duty against its diesel; for one thread at a time. */
typedef struct _CorSolver CorSolver;

/** cor_lever_info: the row of @lever. */
const CorLeverInfo *cor_lever_info (CorLeverId lever);

/** cor_lever_from_id: finds a lever by its id; FALSE where there is none. */
gboolean cor_lever_from_id (const char *id, CorLeverId *out);

/**
 * cor_solver_new:
 * @duty, @truck: of @results, which must outlive the solver
 *
 * The operation (km, energy, stops) stays as planned; distance scales all of it.
 *
 * Returns: (transfer full): or %NULL with %COR_ERROR_MISSING where there is no diesel truck, or
 * %COR_ERROR_NO_SOLUTION where the duty cannot be done
 */
CorSolver *cor_solver_new (const CorResults *results,
                           const CorDutyResult *duty,
                           const CorAlternative *truck,
                           GError **error);
void cor_solver_free (CorSolver *solver);

/** cor_solver_gap: yuan above diesel of a truck of @model_year with @lever at @value. */
double cor_solver_gap (CorSolver *solver, CorLeverId lever, double value, int model_year);

/** cor_solver_parity: the parity year with @lever at @value, 0 for none. */
int cor_solver_parity (CorSolver *solver, CorLeverId lever, double value);

/** cor_solver_parity_at: the parity year with @n different levers at their @values, 0 for none. */
int cor_solver_parity_at (CorSolver *solver, const CorLeverId *levers, const double *values, guint n);

/**
 * cor_solver_instrument: the id of the instrument in force in @model_year whose amount @lever moves.
 *
 * Returns: (nullable): %NULL where the lever is no instrument, or is one more on top of those in force
 */
const char *cor_solver_instrument (CorSolver *solver, CorLeverId lever, int model_year);

/**
 * cor_solver_case:
 * @model_year: that which @values are of; in the others the levers are moved by as much
 *
 * Returns: (transfer full): results with the two trucks as cor_solver_gap() has them in @model_year, and in every year
 *   as cor_solver_parity_at() has them where it is the one shown; for their cards
 */
CorResults *cor_solver_case (CorSolver *solver, int model_year, const CorLeverId *levers, const double *values, guint n);

/** cor_solver_results: (transfer none): those that the solver is of; cor_solver_truck: which duty and truck of them. */
const CorResults *cor_solver_results (const CorSolver *solver);
void cor_solver_truck (const CorSolver *solver, guint *duty, int *truck);

/** cor_solver_years: the model years that are looked at, and the one shown. */
void cor_solver_years (const CorSolver *solver, int *first, int *last, int *shown);

/** cor_solver_present: the lever's value now in @model_year, and the range that is searched. */
void cor_solver_present (CorSolver *solver,
                         CorLeverId lever,
                         int model_year,
                         double *now,
                         double *lowest,
                         double *highest);

/**
 * cor_solver_break_even: the value of @lever at which a truck of @model_year costs as much as the
 * diesel, the one nearest to the present value where there are several. With it the truck costs a hair less, so that it
 * is at parity where the value is put into force.
 *
 * Returns: FALSE with %COR_ERROR_NO_SOLUTION where none in the range does, saying how near it gets,
 * or that the whole range is at parity
 */
gboolean cor_solver_break_even (CorSolver *solver,
                                CorLeverId lever,
                                int model_year,
                                double *value,
                                GError **error);

/**
 * cor_solver_rank: each lever alone, the one that brings parity earliest first, and among equals
 * the one that leaves the smallest gap.
 */
void cor_solver_rank (CorSolver *solver, CorLeverMove moves[COR_N_LEVERS]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorSolver, cor_solver_free)

G_END_DECLS
