/* cor-results-private.h: how results are put together; for cor-evaluate*.c and cor-results.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-evaluate.h"

G_BEGIN_DECLS

/* COR_YEARS_MAX: most model years of a scenario. */
#define COR_YEARS_MAX 60

/* COR_WAYS_MAX: more ways than these to stations that became better are not looked at one by one. */
#define COR_WAYS_MAX 64

/* CorStationChanges: what is not as it was about the stations along a route. @changed: by place then, whether a
 * station is another now, or the way to it; @ways: there are now to stations better than they were; @gone
 * where there was one to any that changed; @many where there are too many to tell. */
typedef struct
{
  guint8 *changed;
  CorPlanChange ways[COR_WAYS_MAX];
  guint n_ways;
  gboolean gone;
  gboolean many;
} CorStationChanges;

/* CorAgain: what changed since the earlier results, by route. @now_of, @then_of: places of stations in the other
 * list, -1 for none; @shifted where they are not the same; @others: by place now, whether the station itself
 * is another, and @other_places, where it is. */
typedef struct
{
  const CorResults *previous;
  gboolean possible;
  CorStationChanges **by_route;
  guint n_routes;
  int *now_of, *then_of;
  gboolean shifted;
  guint8 *others;
  guint *other_places;
  guint n_others;
  const CorPlanStation *stations_now;
  CorPlanStation *stations_then;
} CorAgain;

/* CorKept: of an earlier result @from, NULL for none, the years that still hold, and what of the stations' changes
 * they are to take note of; @same where all hold and none has anything to note. */
typedef struct
{
  const CorAgain *again;
  const CorAlternative *from;
  const CorStationChanges *changes;
  gboolean years[COR_YEARS_MAX];
  gboolean same;
} CorKept;

/* CorYearStations: the stations at the prices of a year; no plug and no swap station sells below the least. */
typedef struct
{
  CorPlanStation *stations;
  double least_plug_yuan_per_kwh, least_swap_yuan_per_kwh;
} CorYearStations;

/* CorYears: the stations in each calendar year from the first model year to the last that a truck is owned in,
 * where prices move with the year; none of them, @n 0, where they do not. */
typedef struct
{
  int first_year;
  guint n;
  guint n_stations;
  CorYearStations *at;
} CorYears;

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
  double least_plug_yuan_per_kwh, least_swap_yuan_per_kwh;
  int year; /* that prices are read in */
  const CorYears *years;
  const CorAgain *again; /* against earlier results, and against the round before */
} CorDutyContext;

#define COR_N_AGAIN 2

/* The electric truck whose cost stands against diesel in @year: -1 where none can do the duty:
 * cor-evaluate-totals.c. */
int cor_results_challenger (const CorResults *results, const CorDutyResult *duty, guint year);

/* (transfer full) (array): every station as it is built and paid for, and the days that are simulated:
 * cor-stations-evaluate.c. */
CorStationSpec *cor_evaluate_station_specs (const CorResults *results, CorStationDays *days);

/* What a kW of a station's highest power costs: cor-stations-demand.c.
 *
 * @own: the charge is of the station's own tariff, the mean of its months; else of the parameters
 * @months, @yuan_per_kw_month: as printed; @billed: the share of it that is billed at all
 * (demand_max_billed_share), as at a depot, before what instruments waive */
typedef struct
{
  gboolean own;
  double months, yuan_per_kw_month;
  double billed;
} CorStationDemand;

/* CorDemandWaiver: an instrument, its id borrowed from the scenario, and the share of the charge that it waives. */
typedef struct
{
  const char *id;
  double share;
} CorDemandWaiver;

/* What instruments in force in the model year shown waive at a station, %COR_POLICY_TERMS_MAX of them at most. @swapped:
 * share of its energy in swapped batteries, for which those count that are for trucks that swap; for the rest, those for
 * trucks that charge. Where together they ask for more than all of it, each has its part. */
guint cor_evaluate_demand_waivers (const CorResults *results, double swapped, CorDemandWaiver *waivers);

/* Adds what is waived at the stations to the public money of the model year shown. */
void cor_evaluate_count_waived (CorResults *results);

/* The public cost of the model year shown, from its totals. */
void cor_evaluate_public (CorResults *results);

/* The share of the charge that they waive together, 0 to 1. */
double cor_evaluate_demand_waived (const CorResults *results, double swapped);

/* @row: the parameters of no truck in particular. */
CorStationDemand cor_evaluate_station_demand (const CorResults *results, const CorStation *station, const double *row);

/* (transfer full) (array): for each duty the first in the list that asks the same of one truck, itself as a rule:
 * cor-evaluate-alike.c. */
guint *cor_evaluate_alike (const CorScenario *scenario);

/* The result of @duty, which asks what another does whose result is there. */
void cor_evaluate_take_answer (const CorDutyResult *from, const CorDuty *duty, guint n_years, CorDutyResult *out);

CorAlternative *cor_alternative_ref (CorAlternative *alternative);
void cor_alternative_unref (CorAlternative *alternative);

/* What the cost says of an outcome. */
void cor_outcome_set_tco (CorOutcome *outcome, const CorTco *tco);

/* cor_outcome_bought: the energy bought in a year; @efficiency of charging, NaN for none. */
double cor_outcome_bought (const CorOutcome *outcome, CorPowertrain powertrain, double efficiency);

/* Which stations changed since the earlier results, with the parameters @row of no truck in particular:
 * cor-evaluate-changes.c. */
void
cor_again_begin (CorAgain *again,
                 const CorEvaluation *evaluation,
                 const CorResults *previous,
                 const CorResults *results,
                 const CorPlanStation *stations,
                 const double *row);
void cor_again_end (CorAgain *again);

/* The earlier result of the duty, where all but stations and trucks is the same; or NULL. */
const CorDutyResult *cor_again_duty (const CorDutyContext *context, const CorAgain *again);

/* What of the earlier result of @truck holds, into @kept; TRUE where it may stand as it is. */
gboolean cor_again_truck (const CorDutyContext *context,
                          const CorAgain *again,
                          const CorDutyResult *before,
                          const CorTruck *truck,
                          CorKept *kept);

/* Takes a year that was kept over into a new result. */
void cor_again_take_year (const CorDutyContext *context, const CorKept *kept, guint year, CorAlternative *out);

/* Everything about one truck on the duty, the years in @kept taken over: cor-evaluate-truck.c. */
CorAlternative *cor_evaluate_truck (const CorDutyContext *context, const CorTruck *truck, const CorKept *kept);

/* Whether no day of @truck that stops at a station with a way in @changes could take the place of the plan that
 * @brief tells of, looked at more closely than cor_plan_brief_concern() does. */
gboolean cor_evaluate_plan_holds (const CorDutyContext *context,
                                  const CorTruck *truck,
                                  const double *row,
                                  const CorPlanBrief *brief,
                                  const CorStationChanges *changes);

/* A way to a station along the line as long as the route says. */
CorAccess cor_evaluate_access (const CorRoute *route, const CorPath *path, const CorAccess *access);

/* CorOperation: one truck's energy and day in one model year: cor-evaluate-operation.c. */
typedef struct
{
  gboolean measured;
  gboolean planned;
  int year; /* whose prices the day is planned at; 0 where they are the same in all */
  double units_per_km;
  CorVehicleEnergy vehicle;
  CorReason overload; /* why it cannot carry anything; nothing is planned then */
  CorPlanInput input; /* without its legs */
  CorPlan plan;
  CorPlanBrief brief;
  double enough_kwh; /* what a worn battery gives between charges */
  double leg_kwh;    /* what the day takes between charges */
  gboolean worn;     /* the day was looked at with a smaller battery: any station in reach may matter */
} CorOperation;

/* Frees what an operation owns. */
void cor_operation_clear (CorOperation *operation);

/* The day of @truck with the parameters @row of a model year; cleared with cor_operation_clear(). @last: (nullable): that of another year, whose plan is taken where nothing differs.
 * @like: (nullable): of a similar day, see cor_plan_solve_brief().
 * @explain: say why a day cannot be done, which takes long. */
void cor_evaluate_operation (const CorDutyContext *context,
                             const CorTruck *truck,
                             const double *row,
                             const CorOperation *last,
                             const CorPlanBrief *like,
                             gboolean explain,
                             CorOperation *out);

/* Whether the truck, empty, is as heavy as it may be in the context's year, instruments that raise its legal mass included, or heavier, so that it cannot carry the route's load at all; a load
 * of which a part has to be left behind is no such fault: the part is priced. @reason: (out): cor-evaluate-use.c */
gboolean cor_evaluate_overload (const CorDutyContext *context, const CorTruck *truck, const double *row, const CorVehicleEnergy *vehicle,
                                CorReason *reason);

/* What @operation is to the cost in a year: cor-evaluate-use.c. */
void cor_evaluate_use (const CorDutyContext *context,
                       CorPowertrain powertrain,
                       const double *row,
                       const CorOperation *operation,
                       CorUse *use);

/* Electricity by season and hour, where the scenario names tariffs: cor-evaluate-tariff.c.
 *
 * What power costs by the hour under a tariff in a year; FALSE where that is the same at all hours, or not known. */
gboolean cor_evaluate_hours (const CorScenario *scenario, const char *id, int year, CorPriceDay *hours);

/* The same under the tariff of a site, or the scenario's. */
gboolean cor_evaluate_site_hours (const CorDutyContext *context, const char *site, CorPriceDay *hours);

/* The mean price over the hours in question, yuan per kWh: of power at a station, its fee apart, NaN where none is
 * known; of the depot; of a site, @otherwise where it has no tariff. */
double cor_evaluate_station_power (const CorScenario *scenario, const CorStation *station, const double *row, int year);
double cor_evaluate_depot_yuan (const CorDutyContext *context, const double *row);
double cor_evaluate_site_yuan (const CorDutyContext *context, const char *site, const double *row, double otherwise);

/* A quarter of an hour: over so long the highest demand is billed. */
#define COR_BILLED_HOURS 0.25

/* The highest power, kW, that the night after @plan's day takes at the depot, as slowly as it costs no more: of each season,
 * their mean by what a kW is charged in their months. */
double cor_evaluate_depot_kw (const CorDutyContext *context, const double *row, const CorPlan *plan);

/* Puts the price of their hours and seasons on the nights of a solved day, and the hours. */
void cor_evaluate_reprice (const CorDutyContext *context, const double *row, CorPlan *plan);

/* Price and demand charge of depot and sites from such a day; leaves @use where no tariff is named there. */
void cor_evaluate_use_tariff (const CorDutyContext *context, const double *row, const CorPlan *plan, CorUse *use);

/* Prices that move with the year: cor-evaluate-years.c.
 *
 * The stations of all years, with the parameters of no truck in particular; cleared with cor_years_clear(). */
void cor_years_begin (CorYears *years, const CorEvaluation *evaluation, const CorResults *results);
void cor_years_clear (CorYears *years);

/* @context with the stations and the prices of model year @index. */
CorDutyContext cor_years_context (const CorDutyContext *context, guint index);

/* How what @plan buys moves on in the years after; @table has the truck's parameters. */
void cor_years_path (const CorDutyContext *context, const CorParamTable *table, const double *row, const CorPlan *plan,
                     CorPricePath *path);

/* Mean load over a trip in t, empty way included. */
double cor_evaluate_mean_payload (const CorRoute *route);

/* The stations as plans see them, by the parameters @row and tariffs of @year, with @waits or none; @n of them,
 * free with g_free(). */
CorPlanStation *
cor_evaluate_stations (const CorScenario *scenario, const double *row, int year, const CorStationWait *waits, guint *n);

/* The least prices among stations in use. */
void cor_evaluate_least_prices (const CorPlanStation *stations, guint n, double *plug_yuan_per_kwh, double *swap_yuan_per_kwh);

/* The parameters of no truck in particular, in the region of the scenario. */
CorParamTable *cor_evaluate_common_table (const CorResults *results);

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
