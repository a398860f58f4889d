/* cor-siting-greedy.c: stations by greedy choice and exchange.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-siting-private.h"

#include <math.h>
#include <string.h>

/* With more candidates than this, starting from everything and exchanging pairs take too long. */
#define MANY_CANDIDATES 40

/* One change of a set: a candidate to open and one to close; n_candidates for none. */
typedef struct
{
  guint in, out;
} Move;

static void
apply (gboolean *open, guint n, Move move)
{
  if (move.in < n)
    open[move.in] = !open[move.in];
  if (move.out < n)
    open[move.out] = !open[move.out];
}

/* Gain for the money: only where there is a budget, and never between unequal numbers served. */
static gboolean
better_for_cost (const CorSitingProblem *problem, const CorSitingValue *now, const CorSitingValue *a, double cost_a,
                 const CorSitingValue *b, double cost_b)
{
  double gain_a, gain_b;

  if (a->served != b->served)
    return (a->served - (double) now->served) / MAX (cost_a, 1.0) > (b->served - (double) now->served) / MAX (cost_b, 1.0);
  gain_a = cor_siting_metric (problem->aim, now->yuan_per_year - a->yuan_per_year, now->detour_km - a->detour_km);
  gain_b = cor_siting_metric (problem->aim, now->yuan_per_year - b->yuan_per_year, now->detour_km - b->detour_km);
  return gain_a / MAX (cost_a, 1.0) > gain_b / MAX (cost_b, 1.0);
}

/* Adds what gains most, by itself or for its money, until nothing gains or fits. */
static void
add_greedily (CorSitingSolver *solver, gboolean by_cost, gboolean *open)
{
  const CorSitingProblem *problem = solver->problem;
  guint n = problem->n_candidates;
  CorSitingValue now = cor_siting_value (solver, open);
  guint best;

  do
    {
      CorSitingValue best_value = now;

      best = n;
      for (guint c = 0; c < n && cor_siting_report (solver, solver->done + 0.1 / (n * 10.0)); c++)
        {
          CorSitingValue value;

          if (open[c])
            continue;
          open[c] = TRUE;
          if (cor_siting_allowed (problem, open) && (value = cor_siting_value (solver, open), TRUE)
              && cor_siting_better (problem->aim, &value, &now)
              && (best == n
                  || (by_cost ? better_for_cost (problem, &now, &value, problem->candidates[c].cost_yuan, &best_value,
                                                 problem->candidates[best].cost_yuan)
                              : cor_siting_better (problem->aim, &value, &best_value))))
            {
              best = c;
              best_value = value;
            }
          open[c] = FALSE;
        }
      if (best < n)
        open[best] = TRUE;
      now = best_value;
    }
  while (best < n && !solver->stopped);
}

/* Takes away what is missed least, until the rest is allowed, and on while that is better. */
static void
drop_greedily (CorSitingSolver *solver, gboolean *open)
{
  const CorSitingProblem *problem = solver->problem;
  guint n = problem->n_candidates;
  CorSitingValue now = cor_siting_value (solver, open);

  for (;;)
    {
      gboolean allowed = cor_siting_allowed (problem, open);
      CorSitingValue best_value = { 0 };
      guint best = n;

      for (guint c = 0; c < n && cor_siting_report (solver, solver->done + 0.1 / (n * 10.0)); c++)
        {
          CorSitingValue value;

          if (!open[c])
            continue;
          open[c] = FALSE;
          value = cor_siting_value (solver, open);
          open[c] = TRUE;
          if (best == n || cor_siting_better (problem->aim, &value, &best_value))
            {
              best = c;
              best_value = value;
            }
        }
      if (best == n || solver->stopped || (allowed && !cor_siting_better (problem->aim, &best_value, &now)))
        return;
      open[best] = FALSE;
      now = best_value;
    }
}

/* Exchanges, adds or closes single stations as long as that is better. */
static void
exchange (CorSitingSolver *solver, gboolean *open)
{
  const CorSitingProblem *problem = solver->problem;
  guint n = problem->n_candidates;
  CorSitingValue now = cor_siting_value (solver, open);
  gboolean found = TRUE;

  while (found && !solver->stopped)
    {
      found = FALSE;
      for (guint in = 0; in <= n && !found && cor_siting_report (solver, solver->done + 0.05 / (n + 1.0)); in++)
        for (guint out = 0; out <= n && !found; out++)
          {
            Move move = { in, out };
            CorSitingValue value;

            if ((in == n && out == n) || in == out || (in < n && open[in]) || (out < n && !open[out]))
              continue;
            apply (open, n, move);
            if (cor_siting_allowed (problem, open) && (value = cor_siting_value (solver, open), TRUE)
                && cor_siting_better (problem->aim, &value, &now))
              {
                now = value;
                found = TRUE;
              }
            else
              apply (open, n, move);
          }
    }
}

/* All that can be open together: of each group its last. */
static void
open_largest (const CorSitingProblem *problem, gboolean *open)
{
  for (guint c = 0; c < problem->n_candidates; c++)
    {
      open[c] = TRUE;
      for (guint later = c + 1; later < problem->n_candidates && problem->candidates[c].group >= 0; later++)
        if (problem->candidates[later].group == problem->candidates[c].group)
          open[c] = FALSE;
    }
}

static void
keep_better (CorSitingSolver *solver, const gboolean *other, gboolean *open)
{
  CorSitingValue ours = cor_siting_value (solver, open);
  CorSitingValue theirs = cor_siting_value (solver, other);

  if (cor_siting_better (solver->problem->aim, &theirs, &ours))
    memcpy (open, other, solver->problem->n_candidates * sizeof *open);
}

/* Once more from each single candidate: what a first choice that looks best can hide. */
static void
start_with_each (CorSitingSolver *solver, gboolean *other, gboolean *open)
{
  const CorSitingProblem *problem = solver->problem;

  for (guint first = 0; first < problem->n_candidates && !solver->stopped; first++)
    {
      memset (other, 0, problem->n_candidates * sizeof *other);
      other[first] = TRUE;
      if (!cor_siting_allowed (problem, other))
        continue;
      add_greedily (solver, FALSE, other);
      exchange (solver, other);
      keep_better (solver, other, open);
    }
}

void
cor_siting_greedy (CorSitingSolver *solver, gboolean *open)
{
  const CorSitingProblem *problem = solver->problem;
  guint n = problem->n_candidates;
  g_autofree gboolean *other = g_new0 (gboolean, MAX (n, 1));

  add_greedily (solver, FALSE, open);
  exchange (solver, open);
  if (!isnan (problem->budget_yuan) && !solver->stopped)
    {
      add_greedily (solver, TRUE, other);
      exchange (solver, other);
      keep_better (solver, other, open);
    }
  if (n <= MANY_CANDIDATES && !solver->stopped)
    {
      open_largest (problem, other);
      drop_greedily (solver, other);
      exchange (solver, other);
      keep_better (solver, other, open);
      start_with_each (solver, other, open);
    }
  cor_siting_report (solver, 1.0);
}
