/* cor-range.h: how far a battery truck comes, by kind of road.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-network.h"
#include "cor-results.h"

G_BEGIN_DECLS

/**
 * CorRange:
 * @usable_kwh: from the highest state of charge down to the reserve
 * @full_share: state of charge that it begins with, 0 to 1
 * @battery_kwh: size
 * @kwh_per_m: consumption on each class of road, at the speed of trucks there
 * @payload_t: load, tonnes
 * @temperature_c: of the surroundings
 *
 * One truck with one load on one day.
 */
typedef struct
{
  double usable_kwh;
  double full_share;
  double battery_kwh;
  double kwh_per_m[COR_N_ROAD_CLASSES];
  double payload_t;
  double temperature_c;
} CorRange;

/**
 * cor_range_of:
 * @duty: whose truck and load: the heavier of out and back
 * @speeds: of the network
 *
 * Level road; the consumption is the road load of cor_energy_segment(), or the duty's own figure where
 * it was measured. The window of charge is that of charging plans: from the highest state of charge to
 * the lowest and the reserve above it.
 *
 * Returns: %FALSE for a truck without a battery to drive on, or without figures
 */
gboolean cor_range_of (const CorResults *results,
                       const CorDutyResult *duty,
                       const CorRoadSpeeds *speeds,
                       CorRange *range);

/** cor_range_charge: state of charge, 0 to 1, after @used_kwh. */
double cor_range_charge (const CorRange *range, double used_kwh);

G_END_DECLS
