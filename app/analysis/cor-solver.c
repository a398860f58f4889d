/* cor-solver.c: break-even of one lever, and the levers in order of what they do.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-gap.h"
#include "cor-solver-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A value found closes the gap by so much more than all of it, so that it still does where it is put into force, yuan. */
#define SURELY_YUAN 1e-4

void
cor_solver_add_term (CorSolverSide *side, CorPolicyKind kind, double amount)
{
  g_return_if_fail (side->n_terms < COR_POLICY_TERMS_MAX);

  cor_policy_term_init (&side->terms[side->n_terms], kind);
  side->terms[side->n_terms++].amount = amount;
}

int
cor_solver_own_term (const CorSolver *solver, const CorSolverSide *side, CorPolicyKind kind)
{
  CorPowertrain powertrain = side->alternative->truck->powertrain;

  for (guint i = 0; i < side->n_own; i++)
    if (side->own[i].kind == kind && side->own[i].n_path == 0 && side->own[i].n_tiers == 0
        && !isnan (side->own[i].amount) && cor_policy_term_on (&side->own[i], powertrain, solver->asked))
      return (int) i;
  return -1;
}

gboolean
cor_solver_evaluate (CorSolver *solver, CorSolverSide *side, int year)
{
  if (!cor_tco_prepare (solver->inputs, side->grid, year, &side->use, side->alternative->truck->battery_deal,
                        side->terms, side->n_terms, NULL))
    return FALSE;
  cor_tco_evaluate (solver->inputs, &solver->tco);
  return TRUE;
}

static void
side_init (const CorResults *results,
           const CorDutyResult *duty,
           CorSolverSide *side,
           const CorAlternative *alternative)
{
  int last = results->first_year + (int) results->n_years - 1;
  const char *region = duty->duty->region;

  if (region == NULL)
    region = cor_scenario_head (results->scenario)->region;
  side->alternative = alternative;
  side->base = cor_tco_grid_new (alternative->table, results->first_year, last + (int) alternative->tco->n_years);
  side->grid = cor_tco_grid_copy (side->base);
  side->n_own = cor_evaluate_terms (results->scenario, results->defaults, alternative->truck->truck_type, region,
                                    side->own, side->ids);
  side->n_own = MIN (side->n_own, COR_POLICY_TERMS_MAX - 2);
}

/* The truck of @year as it is, no lever moved. */
static gboolean
side_reset (const CorSolver *solver, CorSolverSide *side, int year)
{
  int index = year - solver->results->first_year;

  if (index < 0 || index >= (int) solver->results->n_years || !side->alternative->outcomes[index].feasible)
    return FALSE;
  cor_tco_grid_assign (side->grid, side->base);
  side->use = side->alternative->uses[index];
  memcpy (side->terms, side->own, side->n_own * sizeof *side->terms);
  side->n_terms = side->n_own;
  return TRUE;
}

static gboolean
reset (CorSolver *solver, int year)
{
  return side_reset (solver, &solver->electric, year) && side_reset (solver, &solver->diesel, year);
}

CorSolver *
cor_solver_new (const CorResults *results,
                const CorDutyResult *duty,
                const CorAlternative *truck,
                GError **error)
{
  CorSolver *solver;

  if (!cor_gap_is_possible (duty, truck, error))
    return NULL;
  solver = g_new0 (CorSolver, 1);
  solver->results = results;
  solver->duty = duty;
  solver->inputs = cor_tco_inputs_new ();
  side_init (results, duty, &solver->electric, truck);
  side_init (results, duty, &solver->diesel, duty->diesel);
  return solver;
}

void
cor_solver_free (CorSolver *solver)
{
  cor_tco_grid_free (solver->electric.base);
  cor_tco_grid_free (solver->electric.grid);
  cor_tco_grid_free (solver->diesel.base);
  cor_tco_grid_free (solver->diesel.grid);
  g_free (solver->inputs);
  g_free (solver);
}

static void
present (CorSolver *solver, CorLeverId lever, int year, CorLeverRange *range)
{
  *range = (CorLeverRange){ NAN, NAN, NAN, NAN, NAN };
  if (reset (solver, year))
    cor_lever_funcs[lever].present (solver, year, range);
}

void
cor_solver_present (CorSolver *solver,
                    CorLeverId lever,
                    int model_year,
                    double *now,
                    double *lowest,
                    double *highest)
{
  CorLeverRange range;

  solver->asked = model_year;
  present (solver, lever, model_year, &range);
  *now = range.now;
  *lowest = range.lowest;
  *highest = range.highest;
}

/* Both trucks of @model_year with each of @n levers at its value. */
static gboolean
set (CorSolver *solver, const CorLeverId *levers, const double *values, guint n, int model_year)
{
  for (guint i = 0; i < n; i++)
    if (isnan (values[i]))
      return FALSE;
  if (!reset (solver, model_year))
    return FALSE;
  for (guint i = 0; i < n; i++)
    cor_lever_funcs[levers[i]].apply (solver, model_year, values[i]);
  return TRUE;
}

/* The gap in @model_year with each of @n levers at its value. */
static double
gap_at (CorSolver *solver, const CorLeverId *levers, const double *values, guint n, int model_year)
{
  double electric;

  if (!set (solver, levers, values, n, model_year) || !cor_solver_evaluate (solver, &solver->electric, model_year))
    return NAN;
  electric = solver->tco.total;
  if (!cor_solver_evaluate (solver, &solver->diesel, model_year))
    return NAN;
  return electric - solver->tco.total;
}

double
cor_solver_gap (CorSolver *solver, CorLeverId lever, double value, int model_year)
{
  solver->asked = model_year;
  return gap_at (solver, &lever, &value, 1, model_year);
}

/* What the lever is in another model year when it is moved by as much in this one. */
static double
value_in_year (CorSolver *solver, CorLeverId lever, double value, int shown, int year)
{
  CorLeverRange here, there;

  present (solver, lever, shown, &here);
  present (solver, lever, year, &there);
  return here.now > 0 ? there.now * value / here.now : value;
}

static int
shown_year (const CorSolver *solver)
{
  return solver->results->first_year + (int) solver->results->year;
}

/* What each lever is in @year when it is at its value in @asked. */
static void
values_in_year (CorSolver *solver, const CorLeverId *levers, const double *values, guint n, int asked, int year, double *there)
{
  solver->asked = asked;
  for (guint k = 0; k < n; k++)
    there[k] = value_in_year (solver, levers[k], values[k], asked, year);
}

gboolean
cor_solver_set (CorSolver *solver, const CorLeverId *levers, const double *values, guint n, int asked, int model_year)
{
  double there[COR_N_LEVERS];

  g_return_val_if_fail (n <= COR_N_LEVERS, FALSE);

  values_in_year (solver, levers, values, n, asked, model_year, there);
  return set (solver, levers, there, n, model_year);
}

int
cor_solver_parity_at (CorSolver *solver, const CorLeverId *levers, const double *values, guint n)
{
  double there[COR_N_LEVERS];

  g_return_val_if_fail (n <= COR_N_LEVERS, 0);

  for (guint i = 0; i < solver->results->n_years; i++)
    {
      int year = solver->results->first_year + (int) i;

      values_in_year (solver, levers, values, n, shown_year (solver), year, there);
      if (gap_at (solver, levers, there, n, year) <= 0)
        return year;
    }
  return 0;
}

int
cor_solver_parity (CorSolver *solver, CorLeverId lever, double value)
{
  return cor_solver_parity_at (solver, &lever, &value, 1);
}

void
cor_solver_years (const CorSolver *solver, int *first, int *last, int *shown)
{
  *first = solver->results->first_year;
  *last = solver->results->first_year + (int) solver->results->n_years - 1;
  *shown = shown_year (solver);
}

/* Whether the truck costs more than diesel, or not surely less. */
static gboolean
has_gap (double gap)
{
  return gap > -SURELY_YUAN;
}

/* Between @a and @b, at one of which there is a gap (@gap_at_a: at @a) and at the other none: the last value without one. */
static double
close_in (CorSolver *solver, CorLeverId lever, int year, double a, double b, gboolean gap_at_a)
{
  for (int i = 0; i < COR_SOLVER_HALVINGS; i++)
    {
      double middle = (a + b) / 2;

      if (has_gap (cor_solver_gap (solver, lever, middle, year)) == gap_at_a)
        a = middle;
      else
        b = middle;
    }
  return gap_at_a ? b : a;
}

static gboolean
no_solution (GError **error, CorLeverId lever, int year, const CorLeverRange *range, double nearest, gboolean below)
{
  const CorLeverInfo *info = cor_lever_info (lever);
  gboolean share = g_str_equal (info->unit, "1");
  double scale = share ? 100 : 1;
  g_autofree char *unit = share ? g_strdup (" %") : g_strconcat (" ", info->unit, NULL);

  if (isnan (range->now))
    g_set_error (error, COR_ERROR, COR_ERROR_NO_SOLUTION, _ ("%s means nothing to this duty"), _ (info->label));
  else if (below)
    g_set_error (error, COR_ERROR, COR_ERROR_NO_SOLUTION,
                 _ ("Model year %d is at parity with %s anywhere between %g and %g%s: %.0f yuan or more below diesel"),
                 year, _ (info->label), range->lowest * scale, range->highest * scale, unit, nearest);
  else
    g_set_error (error, COR_ERROR, COR_ERROR_NO_SOLUTION,
                 _ ("%s alone does not bring model year %d to parity between %g and %g%s: the gap stays at "
                    "%.0f yuan or more"),
                 _ (info->label), year, range->lowest * scale, range->highest * scale, unit, nearest);
  return FALSE;
}

gboolean
cor_solver_break_even (CorSolver *solver,
                       CorLeverId lever,
                       int model_year,
                       double *value,
                       GError **error)
{
  CorLeverRange range;
  double before = NAN, gap_before = NAN, nearest = INFINITY;
  gboolean found = FALSE;

  solver->asked = model_year;
  present (solver, lever, model_year, &range);
  for (int i = 0; i <= COR_SOLVER_STEPS && !isnan (range.now); i++)
    {
      double at = range.lowest + (range.highest - range.lowest) * i / COR_SOLVER_STEPS;
      double gap = cor_solver_gap (solver, lever, at, model_year);

      if (i > 0 && has_gap (gap) != has_gap (gap_before) && !isnan (gap) && !isnan (gap_before))
        {
          double root = close_in (solver, lever, model_year, before, at, has_gap (gap_before));

          if (!found || fabs (root - range.now) < fabs (*value - range.now))
            *value = root;
          found = TRUE;
        }
      if (fabs (gap) < nearest)
        nearest = fabs (gap);
      before = at;
      gap_before = gap;
    }
  return found ? TRUE : no_solution (error, lever, model_year, &range, nearest, gap_before <= 0);
}

static int
compare_moves (const void *a, const void *b)
{
  const CorLeverMove *x = a, *y = b;
  int year_x = x->parity_year ? x->parity_year : G_MAXINT;
  int year_y = y->parity_year ? y->parity_year : G_MAXINT;
  double gap_x = isnan (x->gap_yuan) ? INFINITY : x->gap_yuan;
  double gap_y = isnan (y->gap_yuan) ? INFINITY : y->gap_yuan;

  if (year_x != year_y)
    return year_x < year_y ? -1 : 1;
  if (gap_x != gap_y)
    return gap_x < gap_y ? -1 : 1;
  return (int) x->lever - (int) y->lever;
}

void
cor_solver_rank (CorSolver *solver, CorLeverMove moves[COR_N_LEVERS])
{
  int year = shown_year (solver);

  for (guint i = 0; i < COR_N_LEVERS; i++)
    {
      CorLeverMove *move = &moves[i];
      CorLeverRange range;
      double low, high;

      solver->asked = year;
      present (solver, i, year, &range);
      low = cor_solver_gap (solver, i, range.reach_low, year);
      high = cor_solver_gap (solver, i, range.reach_high, year);
      move->lever = i;
      move->from = range.now;
      move->to = isnan (range.now) ? NAN : low < high ? range.reach_low : range.reach_high;
      move->gap_yuan = isnan (range.now) ? NAN : MIN (low, high);
      move->parity_year = isnan (range.now) ? 0 : cor_solver_parity (solver, i, move->to);
    }
  qsort (moves, COR_N_LEVERS, sizeof *moves, compare_moves);
}
