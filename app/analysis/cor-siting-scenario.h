/* cor-siting-scenario.h: which candidate stations of a scenario to build.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-engine.h"
#include "cor-siting.h"

G_BEGIN_DECLS

/**
 * CorSitingRequest: what is asked for.
 * @count: most stations to build; 0 for any number
 * @budget_yuan: NaN for any; where a candidate has no cost, its plugs, bays and stock are priced
 * @aim, @method: as for cor_siting_solve()
 * @as_given: kinds and sizes as the scenario has them; else they are chosen too
 */
typedef struct
{
  guint count;
  double budget_yuan;
  CorSitingAim aim;
  CorSitingMethod method;
  gboolean as_given;
} CorSitingRequest;

/**
 * CorSitingRank: a station to build, the one that gains most first.
 * @station: as it is built; owned by the plan
 * @cost_yuan: to build it
 * @detour_share, @served: of the whole scenario with this and the ranks before; share NaN where no
 *   duty has a plan
 * @detour_km: a year, of all trucks of the duties served
 * @yuan_per_year: what all together pay a year for the duties served: @carriers_yuan less @fees_yuan
 *   plus @stations_yuan, @demand_yuan and @lost_yuan
 * @carriers_yuan: what the owners of the trucks pay a year, fees included
 * @fees_yuan: of it what stations take in; who builds a station earns it
 * @stations_yuan: to pay back and run the stations built so far, a year
 * @demand_yuan: what all stations, those that stand already too, pay for their highest power a year; @lost_yuan: and for what swapped
 *   batteries lose while they are charged
 * @results: of the scenario with this and the ranks before, for their cards
 * @gains: whether it is part of the choice; stations after it do no harm and no good today
 */
typedef struct
{
  const CorStation *station;
  double cost_yuan;
  double detour_share;
  double detour_km;
  guint served;
  double yuan_per_year;
  double carriers_yuan, fees_yuan, stations_yuan, demand_yuan, lost_yuan;
  CorResults *results;
  gboolean gains;
} CorSitingRank;

/**
 * CorSitingPlan: the answer.
 * @ranks: array of #CorSitingRank; up to the number asked for, those that gain first
 * @before: with no candidate built, in the same form, its station %NULL
 * @n_duties: how many there are to be served
 * @scenario: with the chosen candidates planned, to take over or drop
 * @method: how it was found; @evaluations: how many sets were looked at
 */
typedef struct
{
  GArray *ranks;
  CorSitingRank before;
  guint n_duties;
  CorScenario *scenario;
  CorSitingMethod method;
  guint evaluations;
} CorSitingPlan;

/**
 * cor_siting_scenario:
 * @engine: its data and network; what it remembers stays as it is
 * @scenario: its stations of status candidate are chosen from (cor_siting_options_new()); those at one
 *   place exclude each other
 * @progress: (nullable)
 *
 * Duties count with the truck they are assigned, all trucks of a duty together, in the model year
 * shown, with the queues that follow. By %COR_SITING_COST a duty counts without the service fees it
 * pays, since the stations that take them count with what they cost; stations that stand already have
 * been paid for. The demand charge of a station is laid on the duties that charge there by their energy, its
 * losses by their swaps (cor_annual_use_share()). With up to 64 sets of candidates in all each duty is looked at with each
 * of them, and the sum is that charge; with more, a duty's share, as its wait in the queue, is that of the
 * first set looked at which has the same of its own candidates. By %COR_SITING_CARRIERS it counts with fees, and stations cost nothing.
 *
 * Errors: %COR_ERROR_MISSING where there is no candidate; those of cor_siting_solve().
 *
 * Returns: (transfer full): free with cor_siting_plan_free()
 */
CorSitingPlan *cor_siting_scenario (CorEngine *engine,
                                    CorScenario *scenario,
                                    const CorSitingRequest *request,
                                    CorSitingProgressFunc progress,
                                    gpointer progress_data,
                                    GError **error);

/** cor_siting_plan_free: frees the answer; %NULL is allowed. */
void cor_siting_plan_free (CorSitingPlan *plan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorSitingPlan, cor_siting_plan_free)

G_END_DECLS
