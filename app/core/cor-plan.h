/* cor-plan.h: where, when and how much a truck charges or swaps over a working day.
 *
 * A day is a row of legs driven one after another: to the first load, out, back, out, back, home.
 * The plan is the cheapest by the caller's weights for time and detour km plus the price of energy,
 * found by a label-setting search over place, state of charge, time and driving since the last rest. A day
 * repeats: it starts with the charge that the night before can restore. The plan is exactly the best where
 * the night refills the battery and minutes do not decide; else it is the best of the mornings and charges tried. Where a kWh
 * costs more at one hour than at another, it is the best of the charges and minutes tried with up to 16 ways to stations in the day: those at
 * which the cost turns at a stop, and then, at the stops of the best few days found, all of them together, ever finer. A day
 * that stops elsewhere can be a little cheaper still. With more ways, stops are chosen at the price of about the hour, then by
 * the minute, and then among all ways that a cheaper day could take, as far as milliseconds allow: the plan says by how much
 * it is above the best at most, 0 where that search came to its end and found none.
 *
 * The method is that of resource-constrained shortest paths (M. Desrochers and F. Soumis, INFOR 26,
 * 1988); that on a fixed line it suffices to fill to a bend of the charging curve or to what the
 * next stop needs is the argument of S. Khuller et al., ACM Trans. Algorithms 7(3), 2011.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-charge-curve.h"
#include "cor-energy.h"
#include "cor-price-day.h"
#include "cor-reason.h"

G_BEGIN_DECLS

/** CorStopKind: where energy comes from. */
typedef enum
{
  COR_STOP_PLUG,
  COR_STOP_SWAP,
  COR_STOP_SITE,
  COR_STOP_DEPOT,
} CorStopKind;

/**
 * CorPlanStation: a station as a plan sees it.
 * @power_kw: power of a plug; 0 where there is none
 * @swap_min: minutes of a swap; NaN where there is none or the stock is empty
 * @price_yuan_per_kwh: with service fee, per kWh at the plug's meter; where @hours say more, their mean
 * @swap_price_yuan_per_kwh: with swap fee, per kWh that the battery taken holds more than the one left: what is lost
 * while it is charged is the station's
 * @hours: (nullable): what power costs at the plugs by the hour, with @fee_yuan_per_kwh on top, in place of
 * @price_yuan_per_kwh; borrowed
 * @wait_min, @swap_wait_min: expected minutes in the queue
 * @open_from_h, @open_to_h: hours of the day; NaN or equal for day and night; may pass midnight
 * @max_length_m, @max_height_m: of a vehicle that can enter; NaN for no limit
 * @swap_type: battery system, %NULL for every one; borrowed
 */
typedef struct
{
  double power_kw;
  double swap_min;
  double price_yuan_per_kwh;
  double swap_price_yuan_per_kwh;
  const CorPriceDay *hours;
  double fee_yuan_per_kwh;
  double wait_min;
  double swap_wait_min;
  double open_from_h, open_to_h;
  double max_length_m, max_height_m;
  const char *swap_type;
} CorPlanStation;

/**
 * CorPlanLeg: one drive and what follows it.
 * @points: running totals from cor_energy_profile(); borrowed
 * @accesses: ways to stations off this leg; metres count along this leg as in @points, their index is
 * into #CorPlanInput stations; borrowed
 * @detour_kwh_per_km: what the ways to stations take
 * @dwell_min: minutes at the end for loading or unloading
 * @plug_kw: power at the truck's bay meanwhile, 0 for none; @plug_yuan_per_kwh its price, or by the hour @plug_hours,
 * borrowed, %NULL for none
 * @payload_t: load on the leg
 * @from, @to: the caller's indices of the places, for reasons; -1 for none
 * @trip: which trip of the day it belongs to, from 0
 */
typedef struct
{
  const CorEnergyPoint *points;
  guint n_points;
  const CorAccess *accesses;
  guint n_accesses;
  double detour_kwh_per_km;
  double dwell_min;
  double plug_kw;
  double plug_yuan_per_kwh;
  const CorPriceDay *plug_hours;
  double payload_t;
  int from, to;
  guint trip;
} CorPlanLeg;

/** COR_PLAN_STEPS_MOST: steps of all searches for one day together, those for what would help an impossible one included: arrivals
 * at stops that are looked at, and stops in a search. Of 2,400 random days among 130 stations 30,000 were too few for
 * four, 200,000 for none. */
#define COR_PLAN_STEPS_MOST 300000

/**
 * CorPlanInput: a duty's day for one truck. Plain, borrowed, never changed.
 * @battery_kwh: size; @soc_min, @soc_max: window used; @reserve: share kept above @soc_min
 * @charging_efficiency: into the battery per kWh bought at a plug, bay or depot
 * @curve: how the truck charges
 * @can_plug: whether it has a socket for stations, sites and depot
 * @can_swap, @swap_type: whether its battery can be swapped, and its system
 * @length_m, @height_m: of the vehicle; NaN where not known, which fits everywhere
 * @unhitch_min: minutes to leave the trailer outside and take it again; NaN where it is not done
 * @stop_min: minutes to park, plug in and pay, in addition to charging
 * @depot_kw: power of the truck's plug at night; 0 for none; @depot_yuan_per_kwh its price
 * @period_h: after how many hours the day repeats, 24 as a rule
 * @day_max_h: longest working day; NaN for @period_h
 * @first_departure_h: hour of the day of the first leg's start
 * @n_trips: trips in the day
 * @temperature_c: for reasons only; the legs' energy holds it already
 * @yuan_per_h, @yuan_per_km: weight of time and of detour km in the choice of stops
 * @rest_min, @rest_after_h: rest that falls due after so many hours at the wheel; 0 for none. A pause for loading, or
 * a stop, that is as long or stays on until it is, is a rest
 * @explain: work out what would fix an impossible day
 * @silent: not even why it is one, which takes as long as many plans do
 * @steps_left: (nullable): counted down by all searches for the day, which end where it is 0; %NULL for as many as
 * %COR_PLAN_STEPS_MOST
 * @stopped: (nullable): once it is not 0 no search goes on, and the plan is not to be used; read atomically
 * @least_plug_yuan_per_kwh, @least_swap_yuan_per_kwh: no station, within reach or not, sells a kWh by its meter, or by what
 * a battery holds, for less; 0 where that is not known. Plans are then the same whatever far stations do.
 */
typedef struct
{
  const CorPlanLeg *legs;
  guint n_legs;
  const CorPlanStation *stations;
  guint n_stations;
  double battery_kwh;
  double soc_min, soc_max;
  double reserve;
  double charging_efficiency;
  CorChargeCurve curve;
  gboolean can_plug;
  gboolean can_swap;
  const char *swap_type;
  double length_m, height_m;
  double unhitch_min;
  double stop_min;
  double depot_kw;
  double depot_yuan_per_kwh;
  double period_h;
  double day_max_h;
  double first_departure_h;
  guint n_trips;
  double temperature_c;
  double yuan_per_h;
  double yuan_per_km;
  double rest_min;
  double rest_after_h;
  gboolean explain;
  gboolean silent;
  guint *steps_left;
  const int *stopped;
  double least_plug_yuan_per_kwh;
  double least_swap_yuan_per_kwh;
} CorPlanInput;

/**
 * CorPlanStop:
 * @station: index into the input's stations; -1 at a site or the depot
 * @at_m: metres along @leg where the truck leaves it; @day_m: metres driven that day until the stop
 * @arrive_h: hour of the day, may pass 24
 * @soc_in, @soc_out: shares of the battery
 * @kwh: into the battery; @yuan: for what was bought
 * @minutes: charging or swapping with @stop_min and unhitching, of them @charge_min with power on in one go from @power_h,
 * an hour of the day like @arrive_h, until @until_h, and @stay_min only to complete the driver's rest or for a cheaper hour,
 * at a bay before loading begins;
 * @wait_min: queue and closed gate. A night as cor_plan_solve() leaves it is charged at once at full power; in the results of a
 * scenario as it is paid for: over the cheapest hours of the season with most days, as slowly as they allow, perhaps with
 * pauses between @power_h and @until_h
 * @detour_m, @detour_s: driven more than without the stop
 * @rests: the driver's rest is taken in it, which would be taken elsewhere otherwise
 * @needed: who passed by at this stop, and made all others as they are, would fall below @floor_soc of the plan before the next
 */
typedef struct
{
  CorStopKind kind;
  guint leg;
  int station;
  double at_m;
  double day_m;
  double arrive_h;
  double soc_in, soc_out;
  double kwh;
  double yuan;
  double minutes, charge_min, stay_min;
  double power_h, until_h;
  double wait_min;
  double detour_m;
  double detour_s;
  gboolean unhitched;
  gboolean rests;
  gboolean needed;
} CorPlanStop;

/** CorSocPoint: state of charge after @day_m metres of the day; @detour: on the way off and back. */
typedef struct
{
  double day_m;
  double soc;
  guint leg;
  gboolean detour;
} CorSocPoint;

/**
 * CorPlan: a solved day; totals are for one truck and one day.
 * @feasible: else @reason says why, and the totals are 0
 * @stops, @points: owned; stops at stations and sites in order, the depot last
 * @drive_m: all driven; @detour_m: only to reach energy
 * @drive_s, @dwell_s: at the wheel, at sites
 * @energy_s: time that energy costs: ways off, queue, charging outside dwell, waits before loading, less rest it covers; not below 0
 * @day_s: from first departure to the end
 * @kwh: taken from the battery
 * @station_kwh, @site_kwh, @depot_kwh: paid for: at plugs by the meter, before charging losses, in swaps what the batteries
 * hold more; with *_yuan what they cost
 * @stops_per_trip: stops at stations per trip
 * @start_soc, @end_soc, @lowest_soc: shares; @floor_soc: the one that is never gone below, the reserve included
 * @objective_yuan: what was made least: energy, @energy_s and detour by their weights
 * @gap_yuan: with very many ways to stations and prices by the hour: how much dearer the plan is at most than the best of
 * all; 0 where none is cheaper of the charges and minutes tried, NaN where that is not known since the night does not refill
 * the battery. 0 with few ways or without prices by the hour
 * @spare_yuan: how much of it is more than the energy at @least_yuan_per_kwh of the battery, the
 * lowest price at hand: what a better station could save at most
 */
typedef struct
{
  gboolean feasible;
  CorReason reason;
  CorPlanStop *stops;
  guint n_stops;
  CorSocPoint *points;
  guint n_points;
  double drive_m, detour_m;
  double drive_s, dwell_s, energy_s, day_s;
  double kwh;
  double station_kwh, site_kwh, depot_kwh;
  double station_yuan, site_yuan, depot_yuan;
  double stops_per_trip;
  double start_soc, end_soc, lowest_soc, floor_soc;
  double objective_yuan;
  double gap_yuan;
  double spare_yuan;
  double least_yuan_per_kwh;
} CorPlan;

#define COR_PLAN_CELLS 16
#define COR_CELL_LINES 4

/** CorPlanLine: what taking k kWh at a stop costs at least: @stop_yuan + k * @yuan_per_kwh; no stop where infinite. */
typedef struct
{
  float stop_yuan;
  float yuan_per_kwh;
} CorPlanLine;

/**
 * CorPlanWay: where on a leg energy goes, and what stops there cost: on @COR_PLAN_CELLS stretches of equal length,
 * the lowest and the highest running total from the leg's start, kWh; the least that a stop costs which leaves
 * the line there, the lowest of a few @lines in the order in which they are lowest as k grows; and the
 * highest running total with which such a stop is back on the line.
 */
typedef struct
{
  double length_m;
  double detour_kwh_per_km;
  float low_kwh[COR_PLAN_CELLS], high_kwh[COR_PLAN_CELLS], back_kwh[COR_PLAN_CELLS];
  CorPlanLine lines[COR_PLAN_CELLS][COR_CELL_LINES];
} CorPlanWay;

/** CorPlanPass: a leg of the day: which of the ways it drives, and the kWh of the day before it. */
typedef struct
{
  guint way;
  double start_kwh;
} CorPlanPass;

/**
 * CorPlanBrief: what tells of a solved day whether a station that changes could change it.
 * @input: the day's, without its legs and stations
 * @feasible: whether there is a plan
 * @direct: no stop was looked at, since none could pay
 * @shaky: a station in reach may matter whatever it costs: there is no plan, the charge in the
 * morning depends on them, or a kWh costs more at one hour than at another
 * @cost_yuan: what was made least, less the energy at @least_yuan_per_kwh, with the rests that no stop takes the place of
 * @need_kwh: least to be taken under way; @total_kwh: of the line; @rest_s: rests where no stop is made
 * @passes, @ways: the day's legs, where energy goes on them and what stops there cost, owned; legs driven
 * again share theirs
 * @used: indices of the stations stopped at, owned
 */
typedef struct
{
  CorPlanInput input;
  gboolean feasible;
  gboolean direct;
  gboolean shaky;
  double cost_yuan;
  double least_yuan_per_kwh;
  double need_kwh, total_kwh, rest_s;
  CorPlanPass *passes;
  CorPlanWay *ways;
  guint n_passes, n_ways;
  guint *used;
  guint n_used;
} CorPlanBrief;

/**
 * CorPlanConcern: what a change is to a solved day: nothing; nothing to the plan, but the brief has to take
 * note of it (cor_plan_brief_note()), since later changes are judged by it; it seems so from the brief, and
 * cor_plan_holds() may tell otherwise; or the day is to be solved again.
 */
typedef enum
{
  COR_CONCERN_NONE,
  COR_CONCERN_NOTE,
  COR_CONCERN_SEEMS,
  COR_CONCERN_SOLVE,
} CorPlanConcern;

/**
 * CorPlanChange: a changed station and a way to it, as they are now.
 * @way: which of the brief's ways it leaves: the first leg of the day has 0, the next that is not driven
 * like an earlier one 1, and so on
 */
typedef struct
{
  const CorPlanStation *station;
  CorAccess access;
  guint way;
} CorPlanChange;

/**
 * cor_plan_solve:
 * @plan: (out): cleared by the caller with cor_plan_clear()
 *
 * The best day, or why there is none; %COR_REASON_NO_FIGURE where a number of the truck is NaN. A
 * station without a price takes no part. Pure; any number of threads may solve at once.
 */
void cor_plan_solve (const CorPlanInput *input, CorPlan *plan);

/**
 * cor_plan_solve_brief: the same, and keeps what cor_plan_brief_concern() asks for.
 * @like: (nullable): of a similar day with the same list of stations; where stops at the same stations do,
 * the search ends sooner, with the same plan
 * @brief: (out): cleared by the caller with cor_plan_brief_clear()
 */
void cor_plan_solve_brief (const CorPlanInput *input, const CorPlanBrief *like, CorPlan *plan, CorPlanBrief *brief);

/** cor_plan_hardest_leg: the hardest stretch of @plan between two charges, kWh at the battery. */
double cor_plan_hardest_leg (const CorPlan *plan, double battery_kwh);

/**
 * cor_plan_least_leg:
 * @plan: of @input, feasible
 * @enough_kwh: less is not asked for
 * @leg_kwh: (out): the energy, kWh at the battery, that has to be there between two charges for the day to be done:
 * the hardest stretch of @plan, or less where the day can be done with other stops, to a hundredth of the battery;
 * @enough_kwh at least
 *
 * Returns: whether that is more than @enough_kwh to begin with: any station in reach may matter then
 */
gboolean cor_plan_least_leg (const CorPlanInput *input, const CorPlan *plan, double enough_kwh, double *leg_kwh);

/** cor_plan_clear: frees what @plan owns and zeroes it. */
void cor_plan_clear (CorPlan *plan);

/** cor_plan_copy: a deep copy of @plan into @out. */
void cor_plan_copy (const CorPlan *plan, CorPlan *out);

/** cor_plan_brief_clear: frees what @brief owns and zeroes it. */
void cor_plan_brief_clear (CorPlanBrief *brief);

/** cor_plan_brief_copy: a deep copy of @brief into @out. */
void cor_plan_brief_copy (const CorPlanBrief *brief, CorPlanBrief *out);

/**
 * cor_plan_brief_concern:
 * @changes: ways to stations that are new or changed, as they are now
 * @least_plug_yuan_per_kwh, @least_swap_yuan_per_kwh: as in #CorPlanInput, after the change
 *
 * Whether the plan could be another one with @changes: a stop at one of them, with whatever stops are
 * needed beside it, might cost no more than the plan does. A station that the plan stops at and that
 * changes or goes away concerns it always; that is for the caller to see from @used, and so is for a
 * shaky plan any way that is gone. Where the answer is neither %COR_CONCERN_SEEMS nor %COR_CONCERN_SOLVE, solving
 * the day with the changed stations gives the same plan to the last bit.
 */
CorPlanConcern cor_plan_brief_concern (const CorPlanBrief *brief,
                                       const CorPlanChange *changes,
                                       guint n_changes,
                                       double least_plug_yuan_per_kwh,
                                       double least_swap_yuan_per_kwh);

/**
 * cor_plan_holds:
 * @input: the day with the stations as they are now
 * @brief: of its plan with the stations as they were, which is not shaky, and which stops at none of @changes
 *
 * Whether no day that stops at one of @changes could take the place of the plan, stop by stop of all that are in
 * reach; looked at for less than solving the day takes. Then solving it gives the same plan to the last bit.
 */
gboolean cor_plan_holds (const CorPlanInput *input,
                         const CorPlanBrief *brief,
                         const CorPlanChange *changes,
                         guint n_changes);

/** cor_plan_brief_note: takes note of changes that do not concern the plan. */
void cor_plan_brief_note (CorPlanBrief *brief, const CorPlanChange *changes, guint n_changes);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CorPlan, cor_plan_clear)

G_END_DECLS
