/* plan-days.h: random days for the tests of the charging plan, and the best of all plans there are for one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plan-fixture.h"

G_BEGIN_DECLS

/** brute_best: the least that a day of one leg costs, over whole kWh, every station or none, every charge, and where prices are
 * by the hour every whole minute at which power may begin; @first to @last: kWh to start with that are tried. It is counted
 * from a day without stops, whose rests are taken anyway. Where the figures of a day are whole, the best plan is among these. */
double brute_best (const Day *day, int first, int last);

/** brute_best_below: the same where a day costs less than @most, and infinity where none does: found sooner. */
double brute_best_below (const Day *day, int first, int last, double most);

/** random_day: of one leg, 1 kWh a km, with stations at whole km in order. */
void random_day (Day *day, GRand *rand, guint n_stations, int km);

/** set_rest: a rest of some minutes after a part of the way. */
void set_rest (Day *day, GRand *rand);

/** rest_day: a random day on which a rest falls due on the way, whole minutes all of it: the battery charges at one speed, so
 * that what the rest gives is a whole number of kWh. */
void rest_day (Day *day, GRand *rand, guint n_stations);

/** sell_by: hours that a station sells by, with a fee; none where they turn out to be the same all day. */
void sell_by (Day *day, guint station, CorPriceDay *hours, const double *yuan_per_kwh, double fee);

/** random_hours: prices that change a few times while the truck is under way from 8 h, at most stations; @hours: one for each. */
void random_hours (Day *day, GRand *rand, CorPriceDay *hours);

/** assert_same_plan: to the last bit; member by member, as what lies between them is nobody's. */
void assert_same_plan (const CorPlan *a, const CorPlan *b);

G_END_DECLS
