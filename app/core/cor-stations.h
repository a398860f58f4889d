/* cor-stations.h: what the trucks of all duties together do to the stations.
 *
 * The plans of all duties say when trucks come and how much they take. Here they meet: a day is
 * simulated many times with trucks early and late by chance, the same chance each time the program
 * runs. Who comes first is served first (M/G/c-like queue without a closed formula; method as in
 * A. M. Law, Simulation Modeling and Analysis, chapter 1). Nothing but the given visits comes to a
 * station: other customers have to be given as visits too.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CorVisit: trucks of one duty at one station at one stop of their day.
 * @station: index of the station
 * @swap: a battery swap; else a plug
 * @arrive_h: hour of the day of the first truck
 * @minutes: at the plug or in the bay, queue not included; it charges in @charge_min of them, and in the last
 * @after_min it only stays on
 * @kwh: taken from the grid for one truck, charging losses included (for a swap: to refill the battery left)
 * @loss_kwh: of that what a swapped battery loses while it is charged: trucks pay for what they receive, the station
 * for the rest
 * @trucks: how many come a working day, fractions allowed
 * @days_per_year: working days
 * @detour_km: driven more by one truck for this stop
 */
typedef struct
{
  guint station;
  gboolean swap;
  double arrive_h;
  double minutes, charge_min;
  double kwh;
  double trucks;
  double days_per_year;
  double detour_km;
  double after_min;
  double loss_kwh;
} CorVisit;

/**
 * CorStationSpec: a station as it is built and paid for.
 * @plugs, @power_kw: plugs and the power of each; 0 for none
 * @bays, @batteries, @stock_kw: swap bays, batteries in stock, power to recharge each; 0 for none
 * @charging_efficiency: into a battery of the stock per kWh bought
 * @open_h: hours a day
 * @capital_yuan: to build it, stock included
 * @running_yuan_per_year: upkeep, staff, land
 * @demand_yuan_per_kw_year: for the highest power of the year, before what is waived
 * @waived, @swap_waived: shares of the demand charge that the public forgoes, of what plugs and of what swaps cause: each
 * causes of it what it has of the energy
 * @power_yuan_per_kwh: what it pays for what is lost while batteries of the stock are charged; what is sold is paid by
 * who buys it, and passes through
 * @rate, @years: over which @capital_yuan is paid back
 * @fee_yuan_per_kwh, @swap_fee_yuan_per_kwh: service fee taken at plugs, and for swaps, where these are both; NaN where
 * not known
 * @seed: of the chance at this station; from its id, so that other stations do not change it
 */
typedef struct
{
  double plugs, power_kw;
  double bays, batteries, stock_kw;
  double charging_efficiency;
  double open_h;
  double capital_yuan;
  double running_yuan_per_year;
  double demand_yuan_per_kw_year;
  double waived, swap_waived;
  double power_yuan_per_kwh;
  double rate, years;
  double fee_yuan_per_kwh, swap_fee_yuan_per_kwh;
  guint32 seed;
} CorStationSpec;

/**
 * CorStationDays: how days are simulated.
 * @days: how many
 * @headway_min: minutes between two trucks of one duty
 * @spread_min: most that a truck is early or late, minutes; every value alike
 */
typedef struct
{
  guint days;
  double headway_min;
  double spread_min;
} CorStationDays;

/** COR_STATION_SLOTS: quarters of an hour in a day; power is billed as their mean. */
#define COR_STATION_SLOTS 96

/**
 * CorStationResult: a station on a day on which all duties run. NaN where nobody comes.
 * @visits_per_day: of them @swaps_per_day swaps
 * @energy_kwh_per_day, @energy_kwh_per_year: taken from the grid; of it @sold_kwh_per_year is paid for, and of
 *   that @swapped_kwh_per_year in swapped batteries
 * @mean_wait_min, @p95_wait_min: of all visits; @plug_wait_min, @swap_wait_min: means of each, 0
 *   where nobody comes
 * @peak_kw: highest mean power of a quarter of an hour on any simulated day
 * @utilisation: share of the plugs' (else bays') open hours in use
 * @lowest_stock: fewest full batteries at any moment; NaN without swaps
 * @arrivals: visits by hour of the day; @power_kw: mean power by quarter of an hour
 * @detour_km_per_day: driven by all trucks for their stops here
 * @capital_yuan: to build it; @yuan_per_year: to pay it back and run it: the annuity,
 *   @running_yuan_per_year, the demand charge @demand_yuan_per_year and, for what is taken from the grid and not sold,
 *   @lost_yuan_per_year; @waived_yuan_per_year: demand charge that it would pay if no instrument waived it
 * @fee_yuan_per_kwh: service fee that it takes, mean of what is sold; NaN where not known
 * @breakeven_fee_yuan_per_kwh: service fee that pays the station back
 * @return_rate: a year, at the fee that it takes; NaN where it never pays
 * @fingerprint: of all that the result was made from
 */
typedef struct
{
  double visits_per_day, swaps_per_day;
  double energy_kwh_per_day, energy_kwh_per_year, sold_kwh_per_year, swapped_kwh_per_year;
  double mean_wait_min, p95_wait_min;
  double plug_wait_min, swap_wait_min;
  double peak_kw;
  double utilisation;
  double lowest_stock;
  double arrivals[24];
  double power_kw[COR_STATION_SLOTS];
  double detour_km_per_day;
  double capital_yuan;
  double yuan_per_year;
  double running_yuan_per_year, demand_yuan_per_year, lost_yuan_per_year;
  double waived_yuan_per_year;
  double fee_yuan_per_kwh;
  double breakeven_fee_yuan_per_kwh;
  double return_rate;
  guint64 fingerprint;
} CorStationResult;

/** CorStationWait: expected minutes in the queue of a station, as plans take them. */
typedef struct
{
  double plug_min;
  double swap_min;
} CorStationWait;

/**
 * cor_stations_simulate:
 * @visits: in any order; the result does not depend on it
 * @previous: (nullable) (array): earlier results of as many stations; what is the same for a station
 * is taken over
 * @out: (array): one result a station
 *
 * Simulates the days of all stations. Deterministic; pure.
 */
void cor_stations_simulate (const CorStationSpec *specs,
                            guint n_stations,
                            const CorVisit *visits,
                            guint n_visits,
                            const CorStationDays *days,
                            const CorStationResult *previous,
                            CorStationResult *out);

/**
 * CorStationsPlanFunc: plans all duties with @waits.
 *
 * Returns: (transfer full): array of #CorVisit
 */
typedef GArray *(*CorStationsPlanFunc) (const CorStationWait *waits, gpointer data);

/** The most rounds of planning and simulating, and the difference of two waits that counts as none, min. */
#define COR_STATIONS_ROUNDS 12
#define COR_STATIONS_STEADY_MIN 0.5

/**
 * cor_stations_settle:
 * @waits: (inout) (array): first guess, then the waits that the last plans were made with
 * @previous: (nullable): as for cor_stations_simulate()
 * @rounds: (out) (optional): how many it took
 *
 * Plans and simulates in turn until no mean wait of a station in use differs by
 * %COR_STATIONS_STEADY_MIN from the one that the plans were made with. The first round's waits are taken over whole,
 * those of each later one to a smaller share (method of successive averages), so that trucks do not all run from one
 * station to the next and back.
 *
 * Returns: whether it became steady within %COR_STATIONS_ROUNDS: each mean of @out is then within
 * %COR_STATIONS_STEADY_MIN of @waits; the results stand either way
 */
gboolean cor_stations_settle (const CorStationSpec *specs,
                              guint n_stations,
                              const CorStationDays *days,
                              CorStationsPlanFunc plan,
                              gpointer data,
                              CorStationWait *waits,
                              const CorStationResult *previous,
                              CorStationResult *out,
                              guint *rounds);

/** cor_station_swapped: share of the energy taken from the grid that swapped batteries take, losses included; 0 without any. */
double cor_station_swapped (const CorStationResult *result);

/**
 * cor_station_annuity: share of a capital to be paid each year, at the year's end, to pay it back
 * over @years at @rate: r / (1 - (1 + r)^-n); 1 / n at rate 0.
 */
double cor_station_annuity (double rate, double years);

G_END_DECLS
