/* cor-import-trips.h: routes and duties from the trips of vehicles.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-import-private.h"
#include "cor-track.h"

G_BEGIN_DECLS

/* Trips between the same two places, arrays of const CorTrip*. @out: of @trips, those from @from to @to,
 * one at least; @back: the others. */
typedef struct
{
  const char *from, *to;
  GPtrArray *trips, *out, *back;
  GHashTable *vehicles;
  GHashTable *vehicle_days;
  double km;
} ImportPair;

/** cor_import_first_truck: the id of the first truck of the scenario that is, or is not, diesel, or %NULL. */
const char *cor_import_first_truck (const CorScenario *scenario, gboolean diesel);

/** cor_import_pair_note: (transfer full): how many trips, how fast, with how much energy. */
char *cor_import_pair_note (const ImportPair *pair);

/** cor_import_pair_duty: adds the work of the vehicles on @route, with speed and energy as measured; nothing
 * where the scenario has no truck for it. */
void cor_import_pair_duty (ImportWork *work, const ImportPair *pair, const CorRoute *route);

/**
 * cor_import_trips:
 * @traces: array of #CorTrack
 *
 * Adds the sites that trips lead between, a route for each pair of them that matters, and a duty
 * for each route where the scenario has a truck; says what became of each vehicle.
 */
void cor_import_trips (ImportWork *work, GPtrArray *traces);

G_END_DECLS
