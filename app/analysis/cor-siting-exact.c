/* cor-siting-exact.c: stations by integer programming (GLPK).
 *
 * Variables: a candidate is built or not; a duty is done with one of the sets of candidates that
 * concern it, or not at all. A set asks for all its candidates, and for none of the others that make a
 * difference to the duty. With the candidates whole numbers, those of the sets then are so by
 * themselves. First the most duties, then, with as many served, the least cost or detour, then the
 * least cost.
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
  guint64 bits;
  double metric;
  double yuan;
} Choice;

typedef struct
{
  CorSitingSolver *solver;
  GArray *choices;
  guint *concerned; /* candidates of the duty at hand */
  guint n_concerned;
  gboolean *open;
  double n_sets; /* of the duty at hand, and how many were looked at */
  double n_seen;
} Builder;

#define BIT(i) (G_GUINT64_CONSTANT (1) << (i))

static void
fill_concerned (Builder *builder, guint duty)
{
  const CorSitingProblem *problem = builder->solver->problem;

  builder->n_concerned = 0;
  for (guint c = 0; c < problem->n_candidates; c++)
    if (problem->concerns[(gsize) duty * problem->n_candidates + c])
      builder->concerned[builder->n_concerned++] = c;
}

/* How many of the candidates that concern a duty are of @candidate's group; 0 where it is not the
 * first of them. */
static guint
group_members (const CorSitingProblem *problem, const gboolean *concerns, guint candidate)
{
  int group = problem->candidates[candidate].group;
  guint members = 1;

  for (guint other = 0; other < problem->n_candidates && group >= 0; other++)
    if (other != candidate && concerns[other] && problem->candidates[other].group == group)
      {
        if (other < candidate)
          return 0;
        members++;
      }
  return concerns[candidate] ? members : 0;
}

double
cor_siting_n_sets (const CorSitingProblem *problem, guint duty)
{
  const gboolean *concerns = problem->concerns + (gsize) duty * problem->n_candidates;
  guint most = problem->count_most > 0 ? MIN (problem->count_most, problem->n_candidates) : problem->n_candidates;
  g_autofree double *sets = g_new0 (double, most + 1); /* by how many candidates are in them */
  double sum = 0.0;

  sets[0] = 1.0;
  for (guint c = 0; c < problem->n_candidates; c++)
    {
      guint members = group_members (problem, concerns, c);

      for (guint k = most; k > 0; k--)
        sets[k] += members * sets[k - 1];
    }
  for (guint k = 0; k <= most; k++)
    sum += sets[k];
  return sum;
}

static const CorSitingDuty *
duty_with (Builder *builder, guint duty, guint64 bits)
{
  for (guint c = 0; c < builder->solver->problem->n_candidates; c++)
    builder->open[c] = FALSE;
  for (guint i = 0; i < builder->n_concerned; i++)
    if (bits & BIT (i))
      builder->open[builder->concerned[i]] = TRUE;
  return cor_siting_duty (builder->solver, duty, builder->open);
}

/* Keeps a set with which the duty can be done. */
static void
add_set (Builder *builder, guint duty, guint64 bits)
{
  const CorSitingProblem *problem = builder->solver->problem;
  const CorSitingDuty *with = duty_with (builder, duty, bits);
  Choice choice = { duty, bits, cor_siting_metric (problem->aim, with->yuan_per_year, with->detour_km), with->yuan_per_year };

  if (with->served)
    g_array_append_val (builder->choices, choice);
  builder->n_seen++;
  cor_siting_report (builder->solver, 0.8 * (duty + builder->n_seen / builder->n_sets) / problem->n_duties);
}

/* Whether a candidate of the same group is in the set already. */
static gboolean
group_taken (const Builder *builder, guint64 bits, guint candidate)
{
  const CorSitingCandidate *candidates = builder->solver->problem->candidates;
  int group = candidates[builder->concerned[candidate]].group;

  for (guint i = 0; i < candidate && group >= 0; i++)
    if ((bits & BIT (i)) && candidates[builder->concerned[i]].group == group)
      return TRUE;
  return FALSE;
}

/* All sets that go on from @bits with candidates from @next. */
static void
add_sets (Builder *builder, guint duty, guint64 bits, guint next, guint left)
{
  add_set (builder, duty, bits);
  for (guint i = next; i < builder->n_concerned && left > 0 && !builder->solver->stopped; i++)
    if (!group_taken (builder, bits, i))
      add_sets (builder, duty, bits | BIT (i), i + 1, left - 1);
}

static gboolean
add_choices (Builder *builder, guint duty)
{
  const CorSitingProblem *problem = builder->solver->problem;

  fill_concerned (builder, duty);
  builder->n_sets = cor_siting_n_sets (problem, duty);
  builder->n_seen = 0;
  add_sets (builder, duty, 0, 0, problem->count_most > 0 ? problem->count_most : builder->n_concerned);
  return !builder->solver->stopped;
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

/* The choices of a duty that have a candidate are taken only with it, those without it only without. */
static void
add_candidate_rows (glp_prob *program, Builder *builder, guint from, guint to, guint k)
{
  int first = (int) builder->solver->problem->n_candidates + 1;
  int candidate = (int) builder->concerned[k] + 1;
  g_autofree int *with = g_new (int, to - from + 2), *without = g_new (int, to - from + 2);
  g_autofree double *with_factors = g_new (double, to - from + 2), *without_factors = g_new (double, to - from + 2);
  int n_with = 0, n_without = 0;

  for (guint i = from; i < to; i++)
    if (g_array_index (builder->choices, Choice, i).bits & BIT (k))
      {
        with[++n_with] = first + (int) i;
        with_factors[n_with] = 1.0;
      }
    else
      {
        without[++n_without] = first + (int) i;
        without_factors[n_without] = 1.0;
      }
  with[++n_with] = without[++n_without] = candidate;
  with_factors[n_with] = -1.0;
  without_factors[n_without] = 1.0;
  add_row (program, n_with, with, with_factors, 0.0);
  add_row (program, n_without, without, without_factors, 1.0);
}

/* Each duty takes at most one choice, and that of the candidates that are built. */
static void
add_choice_rows (glp_prob *program, Builder *builder)
{
  int first = (int) builder->solver->problem->n_candidates + 1;
  g_autofree int *columns = g_new (int, builder->choices->len + 1);
  g_autofree double *ones = g_new (double, builder->choices->len + 1);
  guint i = 0;

  while (i < builder->choices->len)
    {
      guint from = i, duty = g_array_index (builder->choices, Choice, i).duty;
      int n = 0;

      fill_concerned (builder, duty);
      for (; i < builder->choices->len && g_array_index (builder->choices, Choice, i).duty == duty; i++)
        {
          columns[++n] = first + (int) i;
          ones[n] = 1.0;
        }
      add_row (program, n, columns, ones, 1.0);
      for (guint k = 0; k < builder->n_concerned; k++)
        add_candidate_rows (program, builder, from, i, k);
    }
}

/* Asked now and then while the program is being solved. */
static void
watch (glp_tree *tree, void *info)
{
  CorSitingSolver *solver = info;

  if (!cor_siting_report (solver, solver->done))
    glp_ios_terminate (tree);
}

static gboolean
run (glp_prob *program, CorSitingSolver *solver)
{
  glp_iocp options;

  glp_init_iocp (&options);
  options.presolve = GLP_ON;
  options.msg_lev = GLP_MSG_OFF;
  options.mip_gap = 0.0;
  options.cb_func = watch;
  options.cb_info = solver;
  return glp_intopt (program, &options) == 0 && glp_mip_status (program) == GLP_OPT;
}

/* What is made least: a factor for each choice, and for each candidate. */
typedef enum
{
  STAGE_SERVED,
  STAGE_AIM,
  STAGE_COST,
} Stage;

static double
choice_factor (Stage stage, const Choice *choice)
{
  return stage == STAGE_SERVED ? -1.0 : stage == STAGE_AIM ? choice->metric : choice->yuan;
}

static double
candidate_factor (Stage stage, const CorSitingProblem *problem, guint candidate)
{
  if (stage == STAGE_SERVED || (stage == STAGE_AIM && problem->aim == COR_SITING_DETOUR))
    return 0.0;
  return problem->candidates[candidate].yuan_per_year;
}

/* Makes a stage's sum least, and holds it there for the stages that follow. */
static gboolean
run_stage (glp_prob *program, Builder *builder, Stage stage)
{
  const CorSitingProblem *problem = builder->solver->problem;
  int n = (int) (problem->n_candidates + builder->choices->len);
  g_autofree int *columns = g_new (int, n + 1);
  g_autofree double *factors = g_new (double, n + 1);

  for (int i = 0; i < n; i++)
    {
      guint index = (guint) i;

      columns[i + 1] = i + 1;
      factors[i + 1] = index < problem->n_candidates
                         ? candidate_factor (stage, problem, index)
                         : choice_factor (stage, &g_array_index (builder->choices, Choice, index - problem->n_candidates));
      glp_set_obj_coef (program, i + 1, factors[i + 1]);
    }
  if (!run (program, builder->solver))
    return FALSE;
  add_row (program, n, columns, factors, glp_mip_obj_val (program) + (stage == STAGE_SERVED ? 1e-6 : COR_SITING_SAME / 2));
  return TRUE;
}

/* As many duties as can be; then, with as many, the least of what comes second, and of that the
 * cheapest. */
static gboolean
solve (glp_prob *program, Builder *builder)
{
  glp_set_obj_dir (program, GLP_MIN);
  return run_stage (program, builder, STAGE_SERVED) && run_stage (program, builder, STAGE_AIM)
         && (builder->solver->problem->aim != COR_SITING_DETOUR || run_stage (program, builder, STAGE_COST));
}

gboolean
cor_siting_exact (CorSitingSolver *solver, gboolean *open)
{
  const CorSitingProblem *problem = solver->problem;
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  g_autofree guint *concerned = g_new (guint, MAX (problem->n_candidates, 1));
  g_autofree gboolean *scratch = g_new0 (gboolean, MAX (problem->n_candidates, 1));
  Builder builder = { .solver = solver, .choices = choices, .concerned = concerned, .open = scratch };
  glp_prob *program;
  gboolean done;

  if (problem->n_candidates == 0)
    return TRUE;
  for (guint d = 0; d < problem->n_duties; d++)
    if (!add_choices (&builder, d))
      return FALSE;
  program = glp_create_prob ();
  glp_add_cols (program, (int) (problem->n_candidates + choices->len));
  for (guint i = 1; i <= problem->n_candidates; i++)
    glp_set_col_kind (program, (int) i, GLP_BV);
  for (guint i = 0; i < choices->len; i++)
    glp_set_col_bnds (program, (int) (problem->n_candidates + i) + 1, GLP_DB, 0.0, 1.0);
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
