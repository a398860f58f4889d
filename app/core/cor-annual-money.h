/* cor-annual-money.h: who pays what for the stations: trucks, stations, and all together.
 *
 * A service fee goes from a truck's owner to a station's: it is a cost of one and an income of the
 * other, and no cost of both together (transfers, as in A. E. Boardman et al., Cost-Benefit Analysis,
 * 5th edition, 2018, chapter 3). All together pay for trucks, energy, drivers and roads, and to build
 * and run the stations.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-results.h"

G_BEGIN_DECLS

/**
 * CorAnnualMoney: yuan a year of all trucks of a duty, as equal payments over its ownership that are worth its
 * discounted cost (equivalent annual cost; R. A. Brealey et al., Principles of Corporate Finance, 10th edition, 2011,
 * chapter 6), so that they can be added to what stations cost a year.
 * @carrier: what their owner pays: the cost of ownership, service and swap fees included
 * @fees: of it the service and swap fees paid to stations
 */
typedef struct
{
  double carrier;
  double fees;
} CorAnnualMoney;

/**
 * cor_annual_money: what the assigned truck of a duty pays in the model year shown; zeros where the
 * duty cannot be done.
 */
CorAnnualMoney cor_annual_money (const CorResults *results, const CorDutyResult *duty);

/**
 * cor_annual_use_share: yuan a year of what stations pay for being used that falls to the trucks of a duty: of the demand
 * charge by the energy they take at each, of what swapped batteries lose by their swaps; the shares of all duties together
 * are all of it.
 */
double cor_annual_use_share (const CorResults *results, const CorDutyResult *duty);

/**
 * cor_annual_worth_years: the years that a yuan in each year of ownership comes to today, the sum of its discount
 * factors: a total over it is the equal yearly payment worth as much, as a station's annuity is.
 */
double cor_annual_worth_years (const CorTco *tco);

/** cor_annual_fee: yuan/kWh that a truck pays for service at a station, by plug or swap; 0 where neither it nor a parameter says. */
double cor_annual_fee (const CorResults *results, const CorAlternative *truck, const CorStation *station, gboolean swap);

/** cor_annual_fee_share: of what a truck's day pays at stations, the share that is service fee, 0 to 1. */
double cor_annual_fee_share (const CorResults *results, const CorAlternative *truck);

/** cor_annual_station_keep: yuan a year to pay a station back and run it, without demand charge and losses, which come with its use. */
double cor_annual_station_keep (const CorStationResult *station);

/** cor_annual_demand_charge: yuan a year that all stations pay for their highest power. */
double cor_annual_demand_charge (const CorResults *results);

/** cor_annual_losses: yuan a year that all stations pay for what swapped batteries lose while they are charged. */
double cor_annual_losses (const CorResults *results);

G_END_DECLS
