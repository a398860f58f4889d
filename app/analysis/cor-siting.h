/* cor-siting.h: which of some candidate stations to build.
 *
 * Most duties served comes first; among equals the least cost, or the least detour. Small problems
 * are solved exactly by integer programming: each duty takes the best set of stations that is
 * built (M. S. Daskin, Network and Discrete Location, 1995, chapter 6, with sets in place of single
 * facilities). A duty does with a set what it says for just that set, also where fewer stations would
 * have been better by the aim. Larger ones by greedy choice, from nothing up and from everything down, and exchange
 * of single stations until none helps (M. B. Teitz and P. Bart, Operations Research 16, 1968).
 * Nothing is known of the duties but what a function says for a set of open stations.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-error.h"

G_BEGIN_DECLS

/**
 * CorSitingAim: what is least among choices that serve as many duties.
 * @COR_SITING_COST: what all together pay: trucks without the fees that stations take in, and stations
 * @COR_SITING_CARRIERS: what the owners of the trucks pay, fees included, whoever builds the stations
 * @COR_SITING_DETOUR: the km driven only to reach energy
 */
typedef enum
{
  COR_SITING_COST,
  COR_SITING_CARRIERS,
  COR_SITING_DETOUR,
} CorSitingAim;

/** CorSitingMethod: how a choice was found; %COR_SITING_BEST takes the exact one where it can. */
typedef enum
{
  COR_SITING_BEST,
  COR_SITING_EXACT,
  COR_SITING_GREEDY,
} CorSitingMethod;

/**
 * CorSitingDuty: a duty with some candidates open: whether it can be done; what it costs a year, and
 * the km of detour in a year, both for all its trucks. What is not served counts nothing.
 */
typedef struct
{
  gboolean served;
  double yuan_per_year;
  double detour_km;
} CorSitingDuty;

/**
 * CorSitingCandidate:
 * @cost_yuan: to build it, against the budget
 * @yuan_per_year: to own and run it, part of the cost
 * @group: candidates of one group exclude each other (a site that charges or swaps, in one size or
 *   another, the largest last); -1 for none
 */
typedef struct
{
  double cost_yuan;
  double yuan_per_year;
  int group;
} CorSitingCandidate;

/**
 * CorSitingFunc:
 * @open: one flag a candidate
 * @out: (array): one a duty
 */
typedef void (*CorSitingFunc) (const gboolean *open, CorSitingDuty *out, gpointer data);

/** CorSitingProgressFunc: @done from 0 to 1; FALSE to stop. Called from the thread that solves. */
typedef gboolean (*CorSitingProgressFunc) (double done, gpointer data);

/**
 * CorSitingProblem:
 * @concerns: n_duties rows of n_candidates flags: whether a candidate can matter to a duty
 * @count_most: most stations to build; 0 for any number
 * @budget_yuan: most to spend; NaN for any
 * @aim: what comes second after the number of duties served
 * @evaluate, @data: what duties do with a set of open candidates
 * @progress, @progress_data: (nullable)
 */
typedef struct
{
  guint n_candidates, n_duties;
  const CorSitingCandidate *candidates;
  const gboolean *concerns;
  guint count_most;
  double budget_yuan;
  CorSitingAim aim;
  CorSitingFunc evaluate;
  gpointer data;
  CorSitingProgressFunc progress;
  gpointer progress_data;
} CorSitingProblem;

/** CorSitingValue: all duties and open stations together. */
typedef struct
{
  guint served;
  double yuan_per_year;
  double detour_km;
} CorSitingValue;

/**
 * CorSiting: a choice.
 * @open: (array): one flag a candidate
 * @order: (array): the @n_open candidates, the one that gains most first
 * @after: (array): with the first of them, the first two, and so on
 * @before: with none
 * @value: with all of them
 * @method: which one found it; @evaluations: sets that were asked for
 */
typedef struct
{
  gboolean *open;
  guint *order;
  CorSitingValue *after;
  guint n_open;
  CorSitingValue before;
  CorSitingValue value;
  CorSitingMethod method;
  guint evaluations;
} CorSiting;

/** The exact method takes at most so many candidates, and sets of them that concern one duty. */
#define COR_SITING_EXACT_CANDIDATES 60
#define COR_SITING_EXACT_SETS 1500

/**
 * cor_siting_solve:
 * @siting: (out): free with cor_siting_clear()
 *
 * Errors: %COR_ERROR_TOO_LARGE where %COR_SITING_EXACT was asked for and there are too many
 * candidates; %COR_ERROR_NO_SOLUTION where it was stopped.
 */
gboolean cor_siting_solve (const CorSitingProblem *problem,
                           CorSitingMethod method,
                           CorSiting *siting,
                           GError **error);

/**
 * cor_siting_better: whether @a is better than @b by the aim, and where they are as good in that, by
 * cost; small differences count nothing.
 */
gboolean cor_siting_better (CorSitingAim aim, const CorSitingValue *a, const CorSitingValue *b);

/** cor_siting_clear: frees what @siting owns. */
void cor_siting_clear (CorSiting *siting);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CorSiting, cor_siting_clear)

G_END_DECLS
