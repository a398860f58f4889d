/* cor-track-trips.c: trips between the stops of a vehicle.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-track.h"

#include <math.h>

/* Standing within this for that long is a stop, as at a loading bay; shorter is traffic. Own choice. */
#define STOP_RADIUS_M 300.0
#define STOP_S 1200.0

/* Shorter trips are moves inside a yard. */
#define LEAST_TRIP_KM 1.0

static const CorTrackPoint *
point (const CorTrack *trace, guint i)
{
  return &g_array_index (trace->points, CorTrackPoint, i);
}

static double
apart_m (const CorTrack *trace, guint a, guint b)
{
  return cor_lonlat_distance (point (trace, a)->place, point (trace, b)->place);
}

/* What a column counted from one point to another: the rise of a counter, else the sum of pieces; NaN
 * where fewer than two are given. A counter may start over once it is switched off. */
static double
counted (const CorTrack *trace, guint first, guint last, gsize offset, gboolean counts_up)
{
  double sum = 0, rise = 0, before = NAN;
  guint n = 0;

  for (guint i = first; i <= last; i++)
    {
      double value = *(const double *) (gconstpointer) ((const char *) point (trace, i) + offset);

      if (isnan (value))
        continue;
      if (n > 0)
        {
          sum += value;
          rise += MAX (value - before, 0);
        }
      before = value;
      n++;
    }
  return n < 2 ? NAN : counts_up ? rise : sum;
}

/* Whether a column counts up over the whole trace: nine steps in ten do not fall. */
static gboolean
counts_up (const CorTrack *trace, gsize offset)
{
  double before = NAN;
  guint steps = 0, falls = 0;

  for (guint i = 0; i < trace->points->len; i++)
    {
      double value = *(const double *) (gconstpointer) ((const char *) point (trace, i) + offset);

      if (isnan (value))
        continue;
      steps += !isnan (before);
      falls += value < before;
      before = value;
    }
  return falls * 10 <= steps;
}

static double
line_km (const CorTrack *trace, guint first, guint last)
{
  double sum = 0;

  for (guint i = first + 1; i <= last; i++)
    sum += apart_m (trace, i - 1, i);
  return sum / 1000;
}

static double
largest_payload (const CorTrack *trace, guint first, guint last)
{
  double largest = NAN;

  for (guint i = first; i <= last; i++)
    if (!(point (trace, i)->payload_t <= largest) && !isnan (point (trace, i)->payload_t))
      largest = point (trace, i)->payload_t;
  return largest;
}

static void
add_trip (const CorTrack *trace, GArray *trips, guint first, guint last)
{
  CorTrip trip = { .trace = trace, .first = first, .last = last };

  trip.km = counted (trace, first, last, G_STRUCT_OFFSET (CorTrackPoint, km), counts_up (trace, G_STRUCT_OFFSET (CorTrackPoint, km)));
  trip.counted = trip.km > 0;
  if (!trip.counted)
    trip.km = line_km (trace, first, last);
  if (last <= first || trip.km < LEAST_TRIP_KM)
    return;
  trip.kwh = counted (trace, first, last, G_STRUCT_OFFSET (CorTrackPoint, kwh), counts_up (trace, G_STRUCT_OFFSET (CorTrackPoint, kwh)));
  trip.litres
    = counted (trace, first, last, G_STRUCT_OFFSET (CorTrackPoint, litres), counts_up (trace, G_STRUCT_OFFSET (CorTrackPoint, litres)));
  trip.payload_t = largest_payload (trace, first, last);
  trip.begin_s = point (trace, first)->time_s;
  trip.end_s = point (trace, last)->time_s;
  g_array_append_val (trips, trip);
}

/* A trip; there and back again is two, parted at the point farthest from the beginning. */
static void
add_way (const CorTrack *trace, GArray *trips, guint first, guint last)
{
  guint farthest = first;
  double farthest_m = 0;

  for (guint i = first; i <= last; i++)
    if (apart_m (trace, first, i) > farthest_m)
      {
        farthest = i;
        farthest_m = apart_m (trace, first, i);
      }
  if (last > first && apart_m (trace, first, last) < STOP_RADIUS_M && farthest_m > LEAST_TRIP_KM * 500)
    {
      add_trip (trace, trips, first, farthest);
      add_trip (trace, trips, farthest, last);
    }
  else
    add_trip (trace, trips, first, last);
}

GArray *
cor_track_trips (CorTrack *trace)
{
  GArray *trips = g_array_new (FALSE, FALSE, sizeof (CorTrip));
  guint n = trace->points->len, begin = 0;

  cor_track_sort (trace);
  for (guint i = 0; i < n;)
    {
      guint j = i;

      while (j + 1 < n && apart_m (trace, i, j + 1) < STOP_RADIUS_M)
        j++;
      if (!(point (trace, j)->time_s - point (trace, i)->time_s >= STOP_S))
        {
          i++;
          continue;
        }
      add_way (trace, trips, begin, i);
      begin = j;
      i = j + 1;
    }
  if (n > 0)
    add_way (trace, trips, begin, n - 1);
  return trips;
}
