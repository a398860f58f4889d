/* cor-stations-private.h: what the files of the station simulation share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-stations.h"

G_BEGIN_DECLS

/* One truck at a station on one simulated day, hours since midnight; may pass 24. */
typedef struct
{
  double at_h;
  guint visit;
  guint truck;
} CorArrival;

/* A day's queue of one kind. */
typedef struct
{
  const CorStationSpec *spec;
  const CorVisit *visits;
  GArray *waits; /* double, minutes */
  double *slot_kwh; /* COR_STATION_SLOTS + 1 days of them */
  double busy_h;
  double lowest_stock;
} CorQueue;

/* Serves arrivals in their order at plugs, or in bays. */
void cor_queue_plugs (CorQueue *queue, const CorArrival *arrivals, guint n);
void cor_queue_swaps (CorQueue *queue, const CorArrival *arrivals, guint n);

/* Fee and return, from energy and peak that are there already. */
void cor_station_money (const CorStationSpec *spec, CorStationResult *result);

G_END_DECLS
