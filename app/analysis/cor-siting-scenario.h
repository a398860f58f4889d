/* cor-siting-scenario.h: which candidate stations of a scenario to build.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-engine.h"
#include "cor-siting.h"

G_BEGIN_DECLS

/**
 * CorSitingRank: a station to build, the one that gains most first.
 * @station: id; owned by the scenario asked about
 * @detour_share, @served: of the whole scenario with this and the ranks before; share NaN where no
 *   duty has a plan
 * @yuan_per_year: what all served duties cost a year, stations so far included
 * @gains: whether it is part of the choice; stations after it do no harm and no good today
 */
typedef struct
{
  const CorStation *station;
  double detour_share;
  guint served;
  double yuan_per_year;
  gboolean gains;
} CorSitingRank;

/**
 * CorSitingPlan: the answer.
 * @ranks: array of #CorSitingRank; up to the number asked for, those that gain first
 * @before: detour share and duties served with no candidate built, in the same form
 * @scenario: with the chosen candidates planned, to take over or drop
 * @method: how it was found
 */
typedef struct
{
  GArray *ranks;
  CorSitingRank before;
  CorScenario *scenario;
  CorSitingMethod method;
} CorSitingPlan;

/**
 * cor_siting_scenario:
 * @scenario: its stations of status candidate are chosen from; candidates at one place (within 100 m)
 *   exclude each other, so that one can charge and the other swap
 * @count: most stations; 0 for any number
 * @budget_yuan: NaN for any; where a candidate has no cost, its plugs, bays and stock are priced
 * @progress: (nullable)
 *
 * Duties count with the truck they are assigned, all trucks of a duty together, in the model year
 * shown, with the queues that follow.
 *
 * Errors: %COR_ERROR_MISSING where there is no candidate; those of cor_siting_solve().
 *
 * Returns: (transfer full): free with cor_siting_plan_free()
 */
CorSitingPlan *cor_siting_scenario (CorEngine *engine,
                                    CorScenario *scenario,
                                    guint count,
                                    double budget_yuan,
                                    CorSitingAim aim,
                                    CorSitingMethod method,
                                    CorSitingProgressFunc progress,
                                    gpointer progress_data,
                                    GError **error);

/** cor_siting_plan_free: frees the answer; %NULL is allowed. */
void cor_siting_plan_free (CorSitingPlan *plan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorSitingPlan, cor_siting_plan_free)

G_END_DECLS
