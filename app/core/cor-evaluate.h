/* cor-evaluate.h: a whole scenario evaluated: duties, trucks, model years, totals.
 *
 * Pure: reads immutable values, gives immutable results; any number may run at once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-results.h"

G_BEGIN_DECLS

/**
 * CorEvaluation: what an evaluation needs.
 * @defaults: the parameters that come with the program
 * @geometries: one for each route of the scenario, in its order
 * @previous: (nullable): earlier results; what no change touched is taken over from them
 * @round: (nullable): the same for other results, of this very scenario with other waits
 * @waits: (nullable): expected queues, one for each station of the scenario; %NULL for none
 * @stopped: (nullable): once it is not 0 it soon ends, with results that are not to be used; read atomically
 */
typedef struct
{
  CorScenario *scenario;
  CorParamLayer *defaults;
  CorFactorSet *factors;
  CorGeometry *const *geometries;
  const CorResults *previous;
  const CorResults *round;
  const CorStationWait *waits;
  const int *stopped;
} CorEvaluation;

/**
 * cor_evaluate: evaluates everything. Never fails: a duty that cannot be done, or lacks a figure,
 * says so in its result.
 *
 * Returns: (transfer full)
 */
CorResults *cor_evaluate (const CorEvaluation *evaluation);

/** COR_SETTLED_DUTIES: in scenarios with more duties, plans do not react to the queues. */
#define COR_SETTLED_DUTIES 200

/**
 * cor_evaluate_settled: the same with the stations: all trucks meet there, and the plans are made with
 * the queues that follow from them, until steady (cor_stations_settle()). @evaluation->waits must be
 * %NULL.
 */
CorResults *cor_evaluate_settled (const CorEvaluation *evaluation);

/**
 * cor_evaluate_terms: the policies of @scenario that are on for trucks of that type in that region.
 * @out: room for %COR_POLICY_TERMS_MAX; @ids: the same room, ids owned by the scenario, or %NULL
 *
 * A package that is on puts its members on. Kinds that the program does not know are left out.
 *
 * Returns: how many
 */
guint cor_evaluate_terms (const CorScenario *scenario,
                          const CorParamLayer *regions,
                          const char *truck_type,
                          const char *region,
                          CorPolicyTerm *out,
                          const char **ids);

/** cor_evaluate_station_rows: (transfer full): the parameters that stations go by in each model year, row by row: those of the
 * scenario's region, of no truck and no duty. */
double *cor_evaluate_station_rows (const CorResults *results);

/**
 * cor_evaluate_duty_use: the use of @truck on @duty with other parameters; for sensitivity.
 * @year: of the model years, from 0
 * @row: cor_param_table_fill() of the truck's table in that model year, changed at will
 * @station_row: the year's of cor_evaluate_station_rows(), changed likewise
 *
 * Returns: FALSE where the duty cannot be done with them
 */
gboolean cor_evaluate_duty_use (const CorResults *results,
                                const CorDutyResult *duty,
                                const CorTruck *truck,
                                guint year,
                                const double *row,
                                const double *station_row,
                                CorUse *use);

/** cor_evaluate_tariff: the tariff of that id at its level of @year, ready for sums; FALSE where there is none or
 * it is not sound. */
gboolean cor_evaluate_tariff (const CorScenario *scenario, const char *id, int year, CorTariff *tariff);

/** cor_tariff_level: what a tariff's prices of a kWh are multiplied by in @year; 1 where it says nothing. */
double cor_tariff_level (const CorTariffSheet *sheet, int year);

/**
 * cor_stop_tariff: the id of the tariff that charging at a stop is paid by: the station's, or that of the depot
 * or site, which may be the scenario's; %NULL where a price or the parameters serve. Swapped batteries were
 * charged at all hours, at the tariff's mean: no tariff of the stop.
 */
const char *cor_stop_tariff (const CorScenario *scenario, const CorDuty *duty, const CorRoute *route, const CorPlanStop *stop);

/**
 * cor_evaluate_add_truck: makes length and height no less than those of the truck of @duty, for its way on
 * the network.
 */
void cor_evaluate_add_truck (const CorScenario *scenario, const CorDuty *duty, double *length_m, double *height_m);

G_END_DECLS
