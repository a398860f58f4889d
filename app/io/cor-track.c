/* cor-track.c: where a vehicle drove, and what columns and times of telematics mean.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-track.h"

#include <math.h>
#include <string.h>

/* Numbers of so many digits are seconds and milliseconds since 1970, and "20240506070809". */
#define UNIX_DIGITS 10
#define UNIX_MS_DIGITS 13
#define PACKED_DIGITS 14

#define HOUR_S 3600.0
#define MINUTE_S 60.0

/* Names as telematics and fleets give them, folded as in cor_track_key(). */
static const struct
{
  const char *key;
  const char *names[16];
} columns[] = {
  { COR_TRACK_VEHICLE,
    { "vehicle", "plate", "vehicleid", "vin", "truck", "licenseplate", "platenumber", "车牌", "车牌号", "车牌号码", "车辆", "车辆编号", "车号" } },
  { COR_TRACK_DATE, { "date", "day", "日期" } },
  { COR_TRACK_TIME,
    { "time", "datetime", "timestamp", "gpstime", "gps时间", "时间", "定位时间", "采集时间", "上报时间", "数据时间", "日期时间" } },
  { COR_TRACK_LON, { "lon", "lng", "long", "longitude", "x", "经度", "jd" } },
  { COR_TRACK_LAT, { "lat", "latitude", "y", "纬度", "wd" } },
  { COR_TRACK_PLACE, { "place", "location", "coordinates", "lnglat", "lonlat", "坐标", "经纬度", "位置坐标" } },
  { COR_TRACK_KM, { "km", "mileage", "odometer", "distance", "distancekm", "里程", "累计里程", "总里程", "行驶里程" } },
  { COR_TRACK_KWH, { "kwh", "energykwh", "energy", "电量", "耗电量", "累计电量", "累计耗电量", "能耗" } },
  { COR_TRACK_LITRES,
    { "litres", "liters", "l", "fuel", "fuell", "fuelused", "diesel", "油耗", "油量", "耗油量", "累计油耗", "加油量" } },
  { COR_TRACK_PAYLOAD, { "payload", "payloadt", "load", "loadt", "载重", "载重吨", "载货量", "货重" } },
};

const char *
cor_track_key (const char *name)
{
  g_autofree char *lower = g_utf8_strdown (name, -1);
  g_autoptr (GString) folded = g_string_new (NULL);

  for (const char *c = lower; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (letter == '(' || letter == 0xff08 || letter == '[' || letter == '/')
        break;
      if (!g_unichar_isspace (letter) && letter != '_' && letter != '-')
        g_string_append_unichar (folded, letter);
    }
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (g_strv_contains (columns[i].names, folded->str))
      return columns[i].key;
  return NULL;
}

/* The whole numbers of a text, at most @n of them; how many digits the first has. */
static guint
read_numbers (const char *text, double *numbers, guint n, guint *digits)
{
  guint found = 0;

  *digits = 0;
  while (*text != '\0' && found < n)
    {
      char *end;

      if (!g_ascii_isdigit (*text))
        {
          text++;
          continue;
        }
      numbers[found] = (double) g_ascii_strtoull (text, &end, 10);
      *digits = found == 0 ? (guint) (end - text) : *digits;
      found++;
      text = end;
    }
  return found;
}

static double
from_calendar (const double *part)
{
  static const double most[] = { 9999, 12, 31, 23, 59, 60 };
  g_autoptr (GDateTime) time = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (most); i++)
    if (part[i] > most[i])
      return NAN;
  time = g_date_time_new_utc ((int) part[0], (int) part[1], (int) part[2], (int) part[3], (int) part[4], part[5]);
  return time ? (double) g_date_time_to_unix (time) : NAN;
}

double
cor_track_time (const char *date, const char *text)
{
  g_autofree char *both = g_strjoin (" ", date ? date : "", text ? text : "", NULL);
  double part[6] = { 0 }, packed;
  guint digits;
  guint n = read_numbers (both, part, G_N_ELEMENTS (part), &digits);

  if (n == 1 && digits == UNIX_DIGITS)
    return part[0];
  if (n == 1 && digits == UNIX_MS_DIGITS)
    return part[0] / 1000;
  if (n == 1 && digits == PACKED_DIGITS)
    {
      packed = part[0];
      for (guint i = 5; i > 0; i--, packed = floor (packed / 100))
        part[i] = fmod (packed, 100);
      part[0] = packed;
      return from_calendar (part);
    }
  if (digits == 4 && n >= 3)
    return from_calendar (part);
  if (digits <= 2 && (n == 2 || n == 3) && part[0] < 24 && part[1] < 60)
    return part[0] * HOUR_S + part[1] * MINUTE_S + part[2];
  return NAN;
}

CorTrack *
cor_track_new (const char *vehicle, guint line)
{
  CorTrack *trace = g_new0 (CorTrack, 1);

  trace->vehicle = g_strdup (vehicle);
  trace->points = g_array_new (FALSE, FALSE, sizeof (CorTrackPoint));
  trace->line = line;
  return trace;
}

void
cor_track_free (CorTrack *trace)
{
  g_free (trace->vehicle);
  g_array_unref (trace->points);
  g_free (trace);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double x = ((const CorTrackPoint *) a)->time_s, y = ((const CorTrackPoint *) b)->time_s;

  return x < y ? -1 : x > y;
}

void
cor_track_sort (CorTrack *trace)
{
  gboolean sorted = TRUE;
  double before = -INFINITY;

  for (guint i = 0; i < trace->points->len; i++)
    {
      double now = g_array_index (trace->points, CorTrackPoint, i).time_s;

      if (isnan (now))
        return;
      sorted &= now >= before;
      before = now;
    }
  if (!sorted)
    g_array_sort (trace->points, compare_times);
}

CorLonLat
cor_track_place (const CorTrack *trace, guint point)
{
  return g_array_index (trace->points, CorTrackPoint, point).place;
}
