/* cor-siting-trace.h: the cards of a choice of stations.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-siting-scenario.h"
#include "cor-trace.h"

G_BEGIN_DECLS

/**
 * cor_siting_station_key: names a figure of the station of @rank in its results, such as %COR_TRACE_STATION_CAPITAL.
 */
CorTraceKey cor_siting_station_key (const CorSitingRank *rank, CorTraceQuantity quantity);

/**
 * cor_siting_cost_trace: (transfer full): what all together pay a year once the first @n stations of @plan are built, its parts
 * with the cards of the scenario that has them.
 */
CorTrace *cor_siting_cost_trace (const CorSitingPlan *plan, guint n, gboolean zh);

/** cor_siting_stations_trace: (transfer full): what owning and running the first @n stations of @plan costs a year. */
CorTrace *cor_siting_stations_trace (const CorSitingPlan *plan, guint n, gboolean zh);

/** cor_siting_use_trace: (transfer full): what all stations pay a year for their highest power and for what swapped batteries lose. */
CorTrace *cor_siting_use_trace (const CorSitingPlan *plan, guint n, gboolean zh);

/**
 * cor_siting_change_trace: (transfer full): what the last of the first @n stations changes: figures with it and without.
 * @detour: of the km of detour a year; else of the cost
 * @aim: whose cost
 */
CorTrace *cor_siting_change_trace (const CorSitingPlan *plan, guint n, gboolean detour, CorSitingAim aim, gboolean zh);

G_END_DECLS
