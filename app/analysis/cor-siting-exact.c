/* cor-siting-exact.c: stations by integer programming (GLPK).
 *
 * Variables: a candidate is built or not; a duty is done with one of the sets of candidates that
 * concern it, or not at all. A set asks for all its candidates. First the most duties, then, with
 * as many served, the least cost or detour.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-siting-private.h"

#include <glpk.h>
#include <math.h>

/* A duty done with the candidates in @bits (of those that concern it, in order). */
typedef struct
{
  guint duty;
  guint bits;
  double metric;
} Choice;

typedef struct
{
  CorSitingSolver *solver;
  GArray *choices;
  guint *concerned; /* candidates of the duty at hand */
  guint n_concerned;
} Builder;

static void
fill_concerned (Builder *builder, guint duty)
{
  const CorSitingProblem *problem = builder->solver->problem;

  builder->n_concerned = 0;
  for (guint c = 0; c < problem->n_candidates; c++)
    if (problem->concerns[(gsize) duty * problem->n_candidates + c])
      builder->concerned[builder->n_concerned++] = c;
}

static const CorSitingDuty *
duty_with (Builder *builder, guint duty, guint bits, gboolean *open)
{
  for (guint c = 0; c < builder->solver->problem->n_candidates; c++)
    open[c] = FALSE;
  for (guint i = 0; i < builder->n_concerned; i++)
    if (bits & (1u << i))
      open[builder->concerned[i]] = TRUE;
  return cor_siting_duty (builder->solver, duty, open);
}

/* All sets of candidates that do more for a duty than any set with one of them less. */
static gboolean
add_choices (Builder *builder, guint duty)
{
  const CorSitingProblem *problem = builder->solver->problem;
  g_autofree gboolean *open = g_new0 (gboolean, problem->n_candidates);

  fill_concerned (builder, duty);
  for (guint bits = 0; bits < (1u << builder->n_concerned); bits++)
    {
      CorSitingDuty with = *duty_with (builder, duty, bits, open);
      double metric = cor_siting_metric (problem->aim, with.yuan_per_year, with.detour_km);
      gboolean useful = with.served;
      Choice choice = { duty, bits, metric };

      for (guint i = 0; i < builder->n_concerned && useful; i++)
        if (bits & (1u << i))
          {
            const CorSitingDuty *without = duty_with (builder, duty, bits & ~(1u << i), open);

            useful = !without->served
                     || metric < cor_siting_metric (problem->aim, without->yuan_per_year, without->detour_km) - 1e-9;
          }
      if (useful)
        g_array_append_val (builder->choices, choice);
      if (builder->solver->stopped)
        return FALSE;
    }
  return cor_siting_report (builder->solver, 0.8 * (duty + 1) / problem->n_duties);
}

/* One row: sum of the given columns with the given factors at most @most. */
static void
add_row (glp_prob *program, int n, const int *columns, const double *factors, double most)
{
  int row = glp_add_rows (program, 1);

  glp_set_row_bnds (program, row, GLP_UP, 0.0, most);
  glp_set_mat_row (program, row, n, columns, factors);
}

/* Number, budget and groups of the candidates, which are columns 1 to n. */
static void
add_limits (glp_prob *program, const CorSitingProblem *problem)
{
  int n = (int) problem->n_candidates;
  g_autofree int *columns = g_new (int, n + 1);
  g_autofree double *ones = g_new (double, n + 1);
  g_autofree double *costs = g_new (double, n + 1);

  for (int c = 0; c < n; c++)
    {
      columns[c + 1] = c + 1;
      ones[c + 1] = 1.0;
      costs[c + 1] = problem->candidates[c].cost_yuan;
    }
  if (problem->count_most > 0)
    add_row (program, n, columns, ones, problem->count_most);
  if (!isnan (problem->budget_yuan))
    add_row (program, n, columns, costs, problem->budget_yuan + 1e-3);
  for (int a = 0; a < n; a++)
    for (int b = 0; b < a; b++)
      if (problem->candidates[a].group >= 0 && problem->candidates[a].group == problem->candidates[b].group)
        {
          int pair[] = { 0, a + 1, b + 1 };

          add_row (program, 2, pair, ones, 1.0);
        }
}

/* Each choice asks for its candidates; each duty takes at most one choice. */
static void
add_choice_rows (glp_prob *program, Builder *builder)
{
  const CorSitingProblem *problem = builder->solver->problem;
  int first = (int) problem->n_candidates + 1;
  g_autofree int *columns = g_new (int, builder->choices->len + 1);
  g_autofree double *ones = g_new (double, builder->choices->len + 1);
  guint i = 0;

  while (i < builder->choices->len)
    {
      guint duty = g_array_index (builder->choices, Choice, i).duty;
      int n = 0;

      fill_concerned (builder, duty);
      for (; i < builder->choices->len && g_array_index (builder->choices, Choice, i).duty == duty; i++)
        {
          columns[++n] = first + (int) i;
          ones[n] = 1.0;
          for (guint k = 0; k < builder->n_concerned; k++)
            if (g_array_index (builder->choices, Choice, i).bits & (1u << k))
              {
                int pair[] = { 0, first + (int) i, (int) builder->concerned[k] + 1 };
                double signs[] = { 0.0, 1.0, -1.0 };

                add_row (program, 2, pair, signs, 0.0);
              }
        }
      add_row (program, n, columns, ones, 1.0);
    }
}

static gboolean
run (glp_prob *program)
{
  glp_iocp options;

  glp_init_iocp (&options);
  options.presolve = GLP_ON;
  options.msg_lev = GLP_MSG_OFF;
  options.mip_gap = 0.0;
  return glp_intopt (program, &options) == 0 && glp_mip_status (program) == GLP_OPT;
}

/* As many duties as can be; then, with as many, the least of what comes second. */
static gboolean
solve (glp_prob *program, Builder *builder)
{
  const CorSitingProblem *problem = builder->solver->problem;
  int first = (int) problem->n_candidates + 1;
  g_autofree int *columns = g_new (int, builder->choices->len + 1);
  g_autofree double *minus = g_new (double, builder->choices->len + 1);
  double served;

  glp_set_obj_dir (program, GLP_MIN);
  for (guint i = 0; i < builder->choices->len; i++)
    {
      columns[i + 1] = first + (int) i;
      minus[i + 1] = -1.0;
      glp_set_obj_coef (program, first + (int) i, -1.0);
    }
  if (!run (program))
    return FALSE;
  served = -glp_mip_obj_val (program);
  if (builder->choices->len > 0)
    add_row (program, (int) builder->choices->len, columns, minus, -rint (served));
  for (guint i = 0; i < builder->choices->len; i++)
    glp_set_obj_coef (program, first + (int) i, g_array_index (builder->choices, Choice, i).metric);
  /* A station that serves nobody is not built: among equals fewer are better. */
  for (guint c = 0; c < problem->n_candidates; c++)
    glp_set_obj_coef (program, (int) c + 1,
                      problem->aim == COR_SITING_COST ? problem->candidates[c].yuan_per_year : 1e-3);
  return run (program);
}

gboolean
cor_siting_exact (CorSitingSolver *solver, gboolean *open)
{
  const CorSitingProblem *problem = solver->problem;
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  g_autofree guint *concerned = g_new (guint, MAX (problem->n_candidates, 1));
  Builder builder = { solver, choices, concerned, 0 };
  glp_prob *program;
  gboolean done;

  if (problem->n_candidates == 0)
    return TRUE;
  for (guint d = 0; d < problem->n_duties; d++)
    if (!add_choices (&builder, d))
      return FALSE;
  program = glp_create_prob ();
  glp_add_cols (program, (int) (problem->n_candidates + choices->len));
  for (guint i = 1; i <= problem->n_candidates + choices->len; i++)
    glp_set_col_kind (program, (int) i, GLP_BV);
  add_limits (program, problem);
  add_choice_rows (program, &builder);
  done = solve (program, &builder);
  for (guint c = 0; c < problem->n_candidates && done; c++)
    open[c] = glp_mip_col_val (program, (int) c + 1) > 0.5;
  glp_delete_prob (program);
  glp_free_env ();
  cor_siting_report (solver, 1.0);
  return done;
}
