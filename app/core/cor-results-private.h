/* cor-results-private.h: how results are put together; for cor-evaluate*.c and cor-results.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-evaluate.h"

G_BEGIN_DECLS

/* CorChangedStations: indices of stations that changed; @many where they are too many to tell. */
typedef struct
{
  guint index[16];
  guint n;
  gboolean many;
  gboolean known;
} CorChangedStations;

/* CorAgain: what changed since the earlier results: for all routes, and by route. */
typedef struct
{
  gboolean possible;
  CorChangedStations all;
  CorChangedStations *by_route;
} CorAgain;

/* CorDutyContext: what all trucks of one duty share while it is evaluated. */
typedef struct
{
  const CorEvaluation *evaluation;
  const CorResults *results;
  const CorHead *head;
  const CorDuty *duty;
  const CorRoute *route;
  CorGeometry *geometry;
  const char *region;
  const CorAlternative *diesel;
  const CorPlanStation *stations;
  guint n_stations;
  CorAgain *again;
} CorDutyContext;

CorAlternative *cor_alternative_ref (CorAlternative *alternative);
void cor_alternative_unref (CorAlternative *alternative);

/* What of the earlier results still holds: cor-evaluate-again.c. */
void cor_again_begin (CorAgain *again, const CorEvaluation *evaluation, const CorResults *results);
void cor_again_end (CorAgain *again);

/* The earlier result of the duty, where all but stations and trucks is the same; or NULL. */
const CorDutyResult *cor_again_duty (const CorDutyContext *context);

/* The earlier result of @truck with a reference, where it still holds; or NULL. */
CorAlternative *
cor_again_truck (const CorDutyContext *context, const CorDutyResult *before, const CorTruck *truck);

/* Remembers of a plan what tells whether a station concerns it. */
void cor_again_note (CorStopBrief *brief, const CorPlan *plan, const double *row);

/* Everything about one truck on the duty: cor-evaluate-truck.c. */
CorAlternative *cor_evaluate_truck (const CorDutyContext *context, const CorTruck *truck);

/* CorOperation: one truck's energy and day in one model year: cor-evaluate-operation.c. */
typedef struct
{
  gboolean measured;
  gboolean planned;
  double units_per_km;
  double payload_max_t;
  CorVehicleEnergy vehicle;
  CorPlanInput input; /* without its legs */
  CorPlan plan;
} CorOperation;

/* The day of @truck with the parameters @row of a model year; its plan is cleared with
 * cor_plan_clear(). @last: (nullable): that of another year, whose plan is taken where nothing differs.
 * @explain: say why a day cannot be done, which takes long. */
void cor_evaluate_operation (const CorDutyContext *context,
                             const CorTruck *truck,
                             const double *row,
                             const CorOperation *last,
                             gboolean explain,
                             CorOperation *out);

/* What @operation is to the cost in a year: cor-evaluate-use.c. */
void cor_evaluate_use (const CorDutyContext *context,
                       CorPowertrain powertrain,
                       const double *row,
                       const CorOperation *operation,
                       CorUse *use);

/* Mean load over a trip in t, empty way included. */
double cor_evaluate_mean_payload (const CorRoute *route);

/* The stations as plans see them, by the parameters @row, with @waits or none; @n of them, free
 * with g_free(). */
CorPlanStation *
cor_evaluate_stations (const CorScenario *scenario, const double *row, const CorStationWait *waits, guint *n);

/* Parameters of no truck in particular, in the region of the scenario, for the year shown. */
void cor_evaluate_common_row (const CorResults *results, double *row);

/* Emissions of an outcome whose km and energy are known: cor-evaluate-emissions.c. */
void cor_evaluate_emissions (const CorDutyContext *context,
                             const CorTruck *truck,
                             const double *row,
                             CorOutcome *outcome);

/* Both ways of one trip, km; NaN off the map without a given distance. */
double cor_evaluate_trip_km (const CorDutyContext *context);

/* Sums over the duties and the headline numbers: cor-evaluate-totals.c. */
void cor_evaluate_totals (CorResults *results);

G_END_DECLS
