/* cor-trace.h: where vehicles drove, point by point, and the trips that stops part it into.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-feature.h"

G_BEGIN_DECLS

/* What a column of a trace may be. */
#define COR_TRACE_VEHICLE "vehicle"
#define COR_TRACE_DATE "date"
#define COR_TRACE_TIME "time"
#define COR_TRACE_LON "lon"
#define COR_TRACE_LAT "lat"
#define COR_TRACE_PLACE "place"
#define COR_TRACE_KM "km"
#define COR_TRACE_KWH "kwh"
#define COR_TRACE_LITRES "litres"
#define COR_TRACE_PAYLOAD "payload_t"

/** CorTracePoint: degrees WGS 84; seconds since 1970 or midnight; NaN where not said. */
typedef struct
{
  CorLonLat place;
  double time_s;
  double km;
  double kwh;
  double litres;
  double payload_t;
} CorTracePoint;

/**
 * CorTrace: one vehicle.
 * @vehicle: what it is called, or %NULL
 * @points: array of #CorTracePoint, in the order of their times
 * @line: of the file, where it begins
 */
typedef struct
{
  char *vehicle;
  GArray *points;
  guint line;
} CorTrace;

/**
 * CorTrip: from the end of a stop to the beginning of the next.
 * @first, @last: points of the trace
 * @km: as counted by the vehicle, else along the points
 * @kwh, @litres: what it took; NaN where not recorded
 * @payload_t: the largest recorded; NaN where none is
 * @begin_s, @end_s: NaN where no times are said
 */
typedef struct
{
  const CorTrace *trace;
  guint first, last;
  double km;
  double kwh;
  double litres;
  double payload_t;
  double begin_s, end_s;
} CorTrip;

/** cor_trace_new: one without points. */
CorTrace *cor_trace_new (const char *vehicle, guint line);

/** cor_trace_free: frees it. */
void cor_trace_free (CorTrace *trace);

/** cor_trace_key: what a column of that name says of a trace, one of the names above, or %NULL. */
const char *cor_trace_key (const char *name);

/** cor_trace_time: seconds of a time as people and machines write it; NaN where it is none. */
double cor_trace_time (const char *date, const char *text);

/** cor_trace_sort: brings the points into the order of their times, where all have one. */
void cor_trace_sort (CorTrace *trace);

/** cor_trace_place: the place of a point of the trace. */
CorLonLat cor_trace_place (const CorTrace *trace, guint point);

/**
 * cor_trace_trips:
 *
 * Parts a trace where the vehicle stood for twenty minutes within 300 m; one that comes back to
 * where it began without such a stop is parted at its farthest point. Without times it is one trip.
 *
 * Returns: (transfer full): array of #CorTrip of a kilometre or more
 */
GArray *cor_trace_trips (CorTrace *trace);

G_END_DECLS
