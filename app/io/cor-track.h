/* cor-track.h: where vehicles drove, point by point, and the trips that stops part it into.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-feature.h"

G_BEGIN_DECLS

/* What a column of a trace may be. */
#define COR_TRACK_VEHICLE "vehicle"
#define COR_TRACK_DATE "date"
#define COR_TRACK_TIME "time"
#define COR_TRACK_LON "lon"
#define COR_TRACK_LAT "lat"
#define COR_TRACK_PLACE "place"
#define COR_TRACK_KM "km"
#define COR_TRACK_KWH "kwh"
#define COR_TRACK_LITRES "litres"
#define COR_TRACK_PAYLOAD "payload_t"

/** CorTrackPoint: degrees WGS 84; seconds since 1970 or midnight; NaN where not said. */
typedef struct
{
  CorLonLat place;
  double time_s;
  double km;
  double kwh;
  double litres;
  double payload_t;
} CorTrackPoint;

/**
 * CorTrack: one vehicle.
 * @vehicle: what it is called, or %NULL
 * @points: array of #CorTrackPoint, in the order of their times
 * @line: of the file, where it begins
 */
typedef struct
{
  char *vehicle;
  GArray *points;
  guint line;
} CorTrack;

/**
 * CorTrip: from the end of a stop to the beginning of the next.
 * @first, @last: points of the trace
 * @km: as counted by the vehicle, else along the points
 * @counted: whether the vehicle counted
 * @kwh, @litres: what it took; NaN where not recorded
 * @payload_t: the largest recorded; NaN where none is
 * @begin_s, @end_s: NaN where no times are said
 */
typedef struct
{
  const CorTrack *trace;
  guint first, last;
  double km;
  gboolean counted;
  double kwh;
  double litres;
  double payload_t;
  double begin_s, end_s;
} CorTrip;

/** cor_track_new: one without points. */
CorTrack *cor_track_new (const char *vehicle, guint line);

/** cor_track_free: frees it. */
void cor_track_free (CorTrack *trace);

/** cor_track_key: what a column of that name says of a trace, one of the names above, or %NULL. */
const char *cor_track_key (const char *name);

/** cor_track_time: seconds of a time as people and machines write it; NaN where it is none. */
double cor_track_time (const char *date, const char *text);

/** cor_track_sort: brings the points into the order of their times, where all have one. */
void cor_track_sort (CorTrack *trace);

/** cor_track_place: the place of a point of the trace. */
CorLonLat cor_track_place (const CorTrack *trace, guint point);

/**
 * cor_track_trips:
 *
 * Parts a trace where the vehicle stood for twenty minutes within 300 m; one that comes back to
 * where it began without such a stop is parted at its farthest point. Without times it is one trip.
 *
 * Returns: (transfer full): array of #CorTrip of a kilometre or more
 */
GArray *cor_track_trips (CorTrack *trace);

G_END_DECLS
