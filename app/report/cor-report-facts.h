/* cor-report-facts.h: what the report says beyond the results: sums of policies, thresholds, names.
 *
 * Private to the report. Money is discounted yuan of all trucks over their ownership in the model
 * year shown, unless it says otherwise.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-policy-facts.h"
#include "cor-trace.h"

G_BEGIN_DECLS

/**
 * CorFacts:
 * @policies: #CorPolicyFact, those that are on
 * @bare_parity: corridor parity year without any policy, 0 for not reached
 * @bare_gap: gap without any policy; @gap: with those that are on
 * @trucks: in all duties; @counted_trucks: in those compared
 * @shortest_km, @longest_km: one way
 * @last_year: the last model year
 * @hardest: the duty shown in detail, the most stops under way; %NULL without any
 */
typedef struct
{
  const CorResults *results;
  gboolean zh;
  GArray *policies;
  int bare_parity;
  double bare_gap, gap;
  double trucks, counted_trucks;
  double shortest_km, longest_km;
  int model_year, last_year;
  const CorDutyResult *hardest;
} CorFacts;

/** cor_facts_init: free what it holds with cor_facts_clear(). */
void cor_facts_init (CorFacts *facts, const CorResults *results, gboolean zh);
void cor_facts_clear (CorFacts *facts);

/** cor_facts_challenger: the truck that stands against diesel in the year shown, or %NULL. */
const CorAlternative *cor_facts_challenger (const CorResults *results, const CorDutyResult *duty);

/** cor_facts_truck_key: names figures of a truck of @duty, -1 its diesel truck; the quantity is left to the caller. */
CorTraceKey cor_facts_truck_key (const CorFacts *facts, const CorDutyResult *duty, const CorAlternative *truck);

/**
 * cor_facts_off_road: (transfer full) (nullable): how much of the way out follows no road, as a sentence that names
 * the duty; %NULL where all of it does, and where the distance is given.
 */
char *cor_facts_off_road (const CorFacts *facts, const CorDutyResult *duty);

/** cor_facts_duty_km: one way, km; NaN where not known. */
double cor_facts_duty_km (const CorDutyResult *duty);

/** cor_facts_duty_name: of the duty, or of its route where it has none. */
const char *cor_facts_duty_name (const CorFacts *facts, const CorDutyResult *duty);

/** cor_facts_place: name of a site by its id; "" where there is none. */
const char *cor_facts_place (const CorFacts *facts, const char *site);

/** cor_facts_region: name of a region by its id; "everywhere" for %NULL. */
const char *cor_facts_region (const CorFacts *facts, const char *region);

/** cor_facts_powertrain: "electric", "fuel-cell" or "zero-emission", as the trucks that count are. */
const char *cor_facts_powertrain (const CorFacts *facts);

/** cor_facts_join: (transfer full): "a, b and c". */
char *cor_facts_join (char **words);

/** CorMeasures: which measures cor_facts_measures() names. */
typedef enum
{
  COR_MEASURES_ALL,
  COR_MEASURES_POLICIES,
  COR_MEASURES_STATIONS,
} CorMeasures;

/**
 * cor_facts_measures: (transfer full): of stations that are planned and stopped at, and policies on that do anything,
 * those that @which asks for, joined, as inside a sentence; "" for none.
 */
char *cor_facts_measures (const CorFacts *facts, CorMeasures which);

/** cor_facts_policy_amount: (transfer full): amount with its unit in the model year shown. */
char *cor_facts_policy_amount (const CorFacts *facts, const CorPolicy *policy);

/** cor_facts_relief_share: toll relief, 0 to 1, that alone closes what is left of the gap; NaN for none. */
double cor_facts_relief_share (const CorFacts *facts);

/** cor_facts_fuel_rise: share by which diesel has to be dearer for parity in the year shown; NaN. */
double cor_facts_fuel_rise (const CorFacts *facts);

/**
 * cor_facts_saved_with: t CO2e a year avoided with another grid factor; NaN where trucks count that
 * do not run on grid power.
 */
double cor_facts_saved_with (const CorFacts *facts, const CorFactor *grid);

G_END_DECLS
