/* cor-stations-trace.h: the card of what a figure of stations adds up to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-trace.h"

G_BEGIN_DECLS

/** CorStationsSum: figures of stations, of one quantity, that are added up. */
typedef struct
{
  CorTraceQuantity quantity;
  const char *title; /* translated, without unit */
  const char *unit;  /* translated; "" for numbers */
  const guint *stations; /* indices in the results' scenario */
  const double *values;  /* of each; NaN counts as nothing */
  guint n;
} CorStationsSum;

/** cor_stations_sum: what they add up to; 0 for none. */
double cor_stations_sum (const CorStationsSum *sum);

/** cor_stations_sum_trace: (transfer full): the card of that sum, with the card of each station's figure. */
CorTrace *cor_stations_sum_trace (const CorResults *results, const CorStationsSum *sum, gboolean zh);

G_END_DECLS
