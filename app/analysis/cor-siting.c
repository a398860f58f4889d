/* cor-siting.c: which stations to build: what is known, what is better, in which order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-siting-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

double
cor_siting_metric (CorSitingAim aim, double yuan_per_year, double detour_km)
{
  return aim == COR_SITING_DETOUR ? detour_km : yuan_per_year;
}

gboolean
cor_siting_better (CorSitingAim aim, const CorSitingValue *a, const CorSitingValue *b)
{
  double ours = cor_siting_metric (aim, a->yuan_per_year, a->detour_km);
  double theirs = cor_siting_metric (aim, b->yuan_per_year, b->detour_km);

  if (a->served != b->served)
    return a->served > b->served;
  if (fabs (ours - theirs) > COR_SITING_SAME)
    return ours < theirs;
  return a->yuan_per_year < b->yuan_per_year - COR_SITING_SAME;
}

/* The open candidates that concern a duty, as text; what two sets have in common for it. */
static char *
key_of (const CorSitingProblem *problem, guint duty, const gboolean *open)
{
  const gboolean *concerns = problem->concerns + (gsize) duty * problem->n_candidates;
  char *key = g_malloc (problem->n_candidates + 1);

  for (guint c = 0; c < problem->n_candidates; c++)
    key[c] = concerns[c] && open[c] ? '1' : '0';
  key[problem->n_candidates] = '\0';
  return key;
}

/* Asks for a set, and keeps what it says of every duty. */
static void
ask (CorSitingSolver *solver, const gboolean *open)
{
  const CorSitingProblem *problem = solver->problem;

  solver->evaluations++;
  problem->evaluate (open, solver->duties, problem->data);
  for (guint d = 0; d < problem->n_duties; d++)
    {
      g_autofree char *key = key_of (problem, d, open);

      if (!g_hash_table_contains (solver->known[d], key))
        g_hash_table_insert (solver->known[d], g_steal_pointer (&key),
                             g_memdup2 (&solver->duties[d], sizeof (CorSitingDuty)));
    }
}

const CorSitingDuty *
cor_siting_duty (CorSitingSolver *solver, guint duty, const gboolean *open)
{
  g_autofree char *key = key_of (solver->problem, duty, open);
  const CorSitingDuty *known = g_hash_table_lookup (solver->known[duty], key);

  if (known != NULL)
    return known;
  ask (solver, open);
  return g_hash_table_lookup (solver->known[duty], key);
}

CorSitingValue
cor_siting_value (CorSitingSolver *solver, const gboolean *open)
{
  const CorSitingProblem *problem = solver->problem;
  CorSitingValue value = { 0 };

  for (guint d = 0; d < problem->n_duties; d++)
    {
      const CorSitingDuty *duty = cor_siting_duty (solver, d, open);

      if (!duty->served)
        continue;
      value.served++;
      value.yuan_per_year += duty->yuan_per_year;
      value.detour_km += duty->detour_km;
    }
  for (guint c = 0; c < problem->n_candidates; c++)
    if (open[c])
      value.yuan_per_year += problem->candidates[c].yuan_per_year;
  return value;
}

gboolean
cor_siting_allowed (const CorSitingProblem *problem, const gboolean *open)
{
  double cost = 0.0;
  guint n = 0;

  for (guint c = 0; c < problem->n_candidates; c++)
    {
      if (!open[c])
        continue;
      n++;
      cost += problem->candidates[c].cost_yuan;
      for (guint other = 0; other < c && problem->candidates[c].group >= 0; other++)
        if (open[other] && problem->candidates[other].group == problem->candidates[c].group)
          return FALSE;
    }
  return (problem->count_most == 0 || n <= problem->count_most)
         && (isnan (problem->budget_yuan) || cost <= problem->budget_yuan + COR_SITING_SAME);
}

gboolean
cor_siting_report (CorSitingSolver *solver, double done)
{
  solver->done = MAX (solver->done, MIN (done, 1.0));
  if (!solver->stopped && solver->problem->progress != NULL)
    solver->stopped = !solver->problem->progress (solver->done, solver->problem->progress_data);
  return !solver->stopped;
}

static gboolean
fits_exact (const CorSitingProblem *problem)
{
  if (problem->n_candidates > COR_SITING_EXACT_CANDIDATES)
    return FALSE;
  for (guint d = 0; d < problem->n_duties; d++)
    if (cor_siting_n_sets (problem, d) > COR_SITING_EXACT_SETS)
      return FALSE;
  return TRUE;
}

/* Puts the chosen ones in order: each time the one that gains most. */
static void
fill_order (CorSitingSolver *solver, CorSiting *siting)
{
  const CorSitingProblem *problem = solver->problem;
  g_autofree gboolean *open = g_new0 (gboolean, problem->n_candidates);

  siting->before = cor_siting_value (solver, open);
  for (guint c = 0; c < problem->n_candidates; c++)
    siting->n_open += siting->open[c];
  siting->order = g_new (guint, MAX (siting->n_open, 1));
  siting->after = g_new (CorSitingValue, MAX (siting->n_open, 1));
  for (guint i = 0; i < siting->n_open; i++)
    {
      guint best = problem->n_candidates;
      CorSitingValue best_value = { 0 };

      for (guint c = 0; c < problem->n_candidates; c++)
        {
          CorSitingValue value;

          if (!siting->open[c] || open[c])
            continue;
          open[c] = TRUE;
          value = cor_siting_value (solver, open);
          open[c] = FALSE;
          if (best < problem->n_candidates && !cor_siting_better (problem->aim, &value, &best_value))
            continue;
          best = c;
          best_value = value;
        }
      open[best] = TRUE;
      siting->order[i] = best;
      siting->after[i] = best_value;
    }
  siting->value = siting->n_open > 0 ? siting->after[siting->n_open - 1] : siting->before;
}

static void
solver_clear (CorSitingSolver *solver)
{
  for (guint d = 0; d < solver->problem->n_duties; d++)
    g_hash_table_unref (solver->known[d]);
  g_free (solver->known);
  g_free (solver->duties);
}

static void
solver_init (CorSitingSolver *solver, const CorSitingProblem *problem)
{
  *solver = (CorSitingSolver){ .problem = problem };
  solver->known = g_new (GHashTable *, MAX (problem->n_duties, 1));
  solver->duties = g_new0 (CorSitingDuty, MAX (problem->n_duties, 1));
  for (guint d = 0; d < problem->n_duties; d++)
    solver->known[d] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

gboolean
cor_siting_solve (const CorSitingProblem *problem, CorSitingMethod method, CorSiting *siting, GError **error)
{
  gboolean exact = fits_exact (problem);
  CorSitingSolver solver;

  *siting = (CorSiting){ 0 };
  if (method == COR_SITING_EXACT && !exact)
    {
      g_set_error (error, COR_ERROR, COR_ERROR_TOO_LARGE,
                   _ ("%u candidates and sizes are too many for an exact choice: at most %u, and %u combinations of them for one duty"),
                   problem->n_candidates, COR_SITING_EXACT_CANDIDATES, COR_SITING_EXACT_SETS);
      return FALSE;
    }
  solver_init (&solver, problem);
  siting->open = g_new0 (gboolean, MAX (problem->n_candidates, 1));
  siting->method = COR_SITING_GREEDY;
  if (method != COR_SITING_GREEDY && exact && cor_siting_exact (&solver, siting->open))
    siting->method = COR_SITING_EXACT;
  else if (!solver.stopped)
    cor_siting_greedy (&solver, siting->open);
  if (!solver.stopped)
    fill_order (&solver, siting);
  siting->evaluations = solver.evaluations;
  solver_clear (&solver);
  if (!solver.stopped)
    return TRUE;
  g_set_error_literal (error, COR_ERROR, COR_ERROR_NO_SOLUTION, _ ("The choice of stations was stopped"));
  cor_siting_clear (siting);
  return FALSE;
}

void
cor_siting_clear (CorSiting *siting)
{
  g_free (siting->open);
  g_free (siting->order);
  g_free (siting->after);
  memset (siting, 0, sizeof *siting);
}
