/* cor-import-trips.h: routes and duties from the trips of vehicles.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-import-private.h"
#include "cor-track.h"

G_BEGIN_DECLS

/**
 * cor_import_trips:
 * @traces: array of #CorTrack
 *
 * Adds the sites that trips lead between, a route for each pair of them that matters, and a duty
 * for each route where the scenario has a truck; says what became of each vehicle.
 */
void cor_import_trips (ImportWork *work, GPtrArray *traces);

G_END_DECLS
