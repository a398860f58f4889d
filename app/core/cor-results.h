/* cor-results.h: what an evaluation of a scenario says; immutable once made.
 *
 * Figures are for one truck and one year unless they say otherwise. NaN means that a figure does
 * not apply or cannot be known; it is shown as a dash and left empty in tables, never 0.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-factor.h"
#include "cor-geometry.h"
#include "cor-plan.h"
#include "cor-scenario.h"
#include "cor-stations.h"
#include "cor-tco.h"

G_BEGIN_DECLS

/**
 * CorOutcome: one truck on one duty, bought in one model year.
 * @feasible: whether the duty can be done; else only the reason in the alternative and what needs
 *   no plan are set
 * @measured: whether the energy use was given (measured or published) rather than from road load
 * @kwh_per_km: at the battery; @l_per_100km, @kgh2_per_100km: at the tank; over all driven km
 * @transport_km, @detour_km: a year; @detour_km NaN where no plan could be made
 * @stops_per_trip, @energy_h_per_trip: for energy under way, on one round trip
 * @tco_yuan: over the ownership, in the scenario's convention; the sum of @part_yuan
 * @money: of the public purse over the ownership, undiscounted
 * @wtw_kg: CO2e a year by the factor in use; of it @direct_kg from the truck itself and @detour_kg
 *   for the energy detours
 * @energy: bought a year, detours and charging losses included: kWh at the meter, L, or kg of hydrogen
 * @tkm: transport activity a year, payload x the distance that the scenario counts activity on
 * @nox_kg, @pm_kg: from the exhaust a year; 0 without an engine
 * @vehicle_making_kg, @battery_making_kg: CO2e of making them, the part of a year by km driven; outside
 *   well to wheel
 */
typedef struct
{
  int model_year;
  gboolean feasible;
  gboolean measured;
  double kwh_per_km, l_per_100km, kgh2_per_100km;
  double transport_km, detour_km;
  double stops_per_trip, energy_h_per_trip;
  double tco_yuan, tco_yuan_per_km;
  double part_yuan[COR_N_TCO_PARTS];
  guint ownership_years;
  CorPublicMoney money;
  double wtw_kg, direct_kg, detour_kg;
  double energy;
  double tkm;
  double nox_kg, pm_kg;
  double vehicle_making_kg, battery_making_kg;
} CorOutcome;

/**
 * CorYearBrief: of the plan of a model year, what tells whether a change concerns it; only where one was
 * @planned. @worn: other stops would do for a worn battery, so that any station in reach may matter.
 */
typedef struct
{
  gboolean planned;
  gboolean worn;
  CorPlanBrief plan;
} CorYearBrief;

/**
 * CorMovedCost: in a case, what the cost of a truck of a model year follows from; @grid is %NULL where it is as in the
 * results that the case comes from.
 */
typedef struct
{
  CorTcoGrid *grid;
  CorPolicyTerm *terms;
  guint n_terms;
} CorMovedCost;

/**
 * CorAlternative: one truck on one duty, over the model years.
 * @truck, @powertrain: which; the truck is referenced
 * @table: the parameters that apply, for showing where a figure comes from
 * @outcomes: one for each model year of the results
 * @uses: the operation behind each outcome; only set where the outcome is feasible
 * @paths: how the prices of each of @uses move on through the ownership; %NULL where they stay
 * @plan: the charging plan of the model year shown; %NULL where there is none to make
 * @tco: cash flow of the model year shown; %NULL where it cannot be computed
 * @briefs: one for each model year, for computing anew only what a change concerns
 * @finished: what follows is set, from the costs
 * @problem: why there is no cost or no plan, as a sentence; %NULL where all is well
 * @remedy: what would help, as a sentence, or %NULL
 * @parity_year: 0 for not reached by the last model year; @parity: all spells of it
 * @payback_year: 0 for not reached; @cheaper_at_once: from the day of purchase on
 * @moved: (nullable): in a case (cor-case.h), one for each model year
 */
typedef struct
{
  gatomicrefcount refs;
  const CorTruck *truck;
  CorPowertrain powertrain;
  CorParamTable *table;
  CorOutcome *outcomes;
  CorUse *uses;
  CorPricePath *paths;
  CorPlan *plan;
  CorTco *tco;
  CorYearBrief *briefs;
  guint n_briefs;
  gboolean finished;
  char *problem;
  char *remedy;
  int parity_year;
  CorParitySpells parity;
  guint payback_year;
  gboolean cheaper_at_once;
  CorMovedCost *moved;
  guint n_moved;
} CorAlternative;

/** CorDetourLine: the road off the way there (or @back) to a station and on; @shape: #CorLonLat, counted. */
typedef struct
{
  guint station;
  gboolean back;
  GArray *shape;
} CorDetourLine;

/**
 * CorDutyResult: one duty: its diesel truck and every other truck compared with it.
 * @assigned: index of the duty's own truck in @alternatives
 * @counted: by model year, the index of the one that counts in the totals; -1 for the diesel truck
 * @diesel: %NULL where the duty names none
 * @detours: (nullable): #CorDetourLine for the stops of the first trip, to be drawn
 */
typedef struct
{
  const CorDuty *duty;
  const CorRoute *route;
  CorGeometry *geometry;
  CorAlternative *diesel;
  CorAlternative **alternatives;
  guint n_alternatives;
  guint assigned;
  int *counted;
  GArray *detours;
} CorDutyResult;

/**
 * CorTotals: the scenario in one model year, over all feasible duties with their trucks.
 * @parts: yuan by part, electric and diesel
 * @forgone_yuan_per_year: of it @stations_yuan_per_year is demand charge that instruments waive at stations, in the model year
 *   shown, for which alone there are stations
 * @nox_kg, @pm_kg: of the diesel trucks that still count, @making_kg: of vehicles and batteries, NaN
 *   where a figure is missing
 */
typedef struct
{
  int model_year;
  double trucks;
  double tco_yuan, diesel_tco_yuan;
  double part_yuan[COR_N_TCO_PARTS], diesel_part_yuan[COR_N_TCO_PARTS];
  double driven_km, detour_km;
  double wtw_kg, direct_kg, detour_kg;
  double diesel_wtw_kg, diesel_direct_kg;
  double nox_kg, diesel_nox_kg, pm_kg, diesel_pm_kg;
  double making_kg, diesel_making_kg;
  double tkm;
  double public_yuan_per_year, paid_yuan_per_year, forgone_yuan_per_year;
  double stations_yuan_per_year;
} CorTotals;

/**
 * CorResults: counted; share freely between threads.
 * @defaults: the parameters that come with the program, with the regions
 * @year: index of the model year shown, in @totals and in outcomes
 * @parity_year: corridor parity year, 0 for not reached; @parity: all spells of it
 * @feasible, @comparable: duties that can be done, and that have a diesel truck to compare with
 * @detour_share: NaN where no duty has a plan
 * @saved_t: t CO2e a year avoided against diesel (below 0: more emitted)
 * @public_yuan_per_t: average public cost; NaN where nothing is avoided or no policy is on
 * @scopes_agree: whether the factors in use may be compared
 * @prices_move: whether stations or tariffs cost something else from year to year
 * @waits: the queues that plans were made with, one for each station of the scenario
 * @stations: what the duties that count do to each station; only from cor_evaluate_settled()
 * @stations_steady: whether plans and queues agree
 * @base: (nullable): of a case (cor-case.h), the results that it comes from; @moves: #CorMove, what it has otherwise
 * @rounds: results with the waits of the rounds before, in which these were found; @n_rounds of them, owned
 */
typedef struct _CorResults CorResults;
struct _CorResults
{
  gatomicrefcount refs;
  CorScenario *scenario;
  CorParamLayer *defaults;
  CorFactorSet *factors;
  const CorFactor *grid, *diesel, *hydrogen;
  int first_year;
  guint n_years;
  guint year;
  CorDutyResult *duties;
  guint n_duties;
  CorTotals *totals;
  int parity_year;
  CorParitySpells parity;
  guint feasible, comparable;
  double detour_share;
  double saved_t;
  double public_yuan_per_year;
  double public_yuan_per_t;
  gboolean scopes_agree;
  gboolean prices_move;
  CorStationWait *waits;
  CorStationResult *stations;
  guint n_stations;
  gboolean stations_steady;
  CorResults *base;
  GArray *moves;
  CorResults **rounds;
  guint n_rounds;
};

/** cor_results_ref, cor_results_unref: counted, from any thread. */
CorResults *cor_results_ref (CorResults *results);
void cor_results_unref (CorResults *results);

/** cor_results_duty: the result of the duty of that id, or %NULL. */
const CorDutyResult *cor_results_duty (const CorResults *results, const char *duty_id);

/** cor_results_plans_by_hour: whether prices by the hour have a part in the plans, none of which is then claimed to be the
 * cheapest there can be: the scenario has tariffs. */
gboolean cor_results_plans_by_hour (const CorResults *results);

/** cor_duty_result_shown: the duty's assigned truck, or the first alternative; %NULL without any. */
const CorAlternative *cor_duty_result_shown (const CorDutyResult *duty);

/**
 * cor_duty_result_challenger: the truck whose cost stands against the diesel truck's in the totals of the
 * model year of index @year; %NULL for a duty that the totals leave out.
 */
const CorAlternative *
cor_duty_result_challenger (const CorResults *results, const CorDutyResult *duty, guint year);

/**
 * cor_duty_result_compared: the truck that counts in the totals of the model year of index @year: the
 * diesel truck where it is the cheapest and that decides; %NULL for a duty that the totals leave out.
 */
const CorAlternative *
cor_duty_result_compared (const CorResults *results, const CorDutyResult *duty, guint year);

/** cor_outcome_driven_km: transport and detour km; a detour not known counts as 0. */
double cor_outcome_driven_km (const CorOutcome *outcome);

/** cor_outcome_detour_share: of the driven km; NaN where not known. */
double cor_outcome_detour_share (const CorOutcome *outcome);

/** cor_outcome_public_yuan: paid and forgone over the ownership. */
double cor_outcome_public_yuan (const CorOutcome *outcome);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorResults, cor_results_unref)

G_END_DECLS
