/* cor-feature-trace.c: the points of vehicles' traces joined to a line a vehicle.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-import-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* What a column of telematics may be. */
static const char *const vehicle_names[] = { "plate", "vehicle", "vehicle_id", "vin", "车牌", "车牌号", "车辆", NULL };
static const char *const km_names[] = { "km", "mileage", "odometer", "里程", "累计里程", "总里程", NULL };
static const char *const kwh_names[] = { "kwh", "energy_kwh", "电量", "耗电量", "累计电量", NULL };

/* A reading that either counts up or is of each piece. */
typedef struct
{
  double first, last, sum;
  gboolean falls;
  guint n;
} Counter;

/* One vehicle's line in the making. */
typedef struct
{
  CorFeature *line;
  Counter km, kwh;
} Trace;

static const char *
property (const CorFeature *feature, const char *const *names)
{
  for (guint i = 0; i < feature->properties->len; i++)
    {
      const CorProperty *said = &g_array_index (feature->properties, CorProperty, i);
      g_autofree char *lower = g_utf8_strdown (said->key, -1);

      if (g_strv_contains (names, lower))
        return said->text;
    }
  return NULL;
}

static void
count (Counter *counter, const char *text)
{
  double value;

  if (text == NULL || !cor_import_number (text, &value))
    return;
  if (counter->n++ == 0)
    counter->first = value;
  else if (value < counter->last)
    counter->falls = TRUE;
  counter->last = value;
  counter->sum += value;
}

/* What was counted: the rise of what never falls, else the sum; NaN without readings. */
static double
counted (const Counter *counter)
{
  if (counter->n < 2)
    return NAN;
  return counter->falls ? counter->sum : counter->last - counter->first;
}

/* The place that a row's columns give; NaN where they give none. */
static CorLonLat
place_of (const CorFeature *feature)
{
  CorLonLat place = { NAN, NAN };

  if (feature->points->len > 0)
    return g_array_index (feature->points, CorLonLat, 0);
  for (guint i = 0; i < feature->properties->len; i++)
    {
      const CorProperty *said = &g_array_index (feature->properties, CorProperty, i);
      const char *key = cor_import_key (COR_ITEM_SITE, said->key);

      if (g_strcmp0 (key, "lon") == 0 && !cor_import_number (said->text, &place.lon))
        place.lon = NAN;
      if (g_strcmp0 (key, "lat") == 0 && !cor_import_number (said->text, &place.lat))
        place.lat = NAN;
    }
  return place;
}

static Trace *
trace_of (GHashTable *traces, GPtrArray *lines, const CorFeature *feature)
{
  const char *vehicle = property (feature, vehicle_names);
  Trace *trace = g_hash_table_lookup (traces, vehicle ? vehicle : "");

  if (trace != NULL)
    return trace;
  trace = g_new0 (Trace, 1);
  trace->line = cor_feature_new (feature->line);
  trace->line->is_line = TRUE;
  if (vehicle != NULL)
    cor_feature_say (trace->line, "name", vehicle, NULL);
  g_ptr_array_add (lines, trace->line);
  g_hash_table_insert (traces, g_strdup (vehicle ? vehicle : ""), trace);
  return trace;
}

static double
length_km (const GArray *points)
{
  double sum = 0;

  for (guint i = 1; i < points->len; i++)
    sum += cor_lonlat_distance (g_array_index (points, CorLonLat, i - 1), g_array_index (points, CorLonLat, i));
  return sum / 1000;
}

/* Says how far it went, and how much energy it took where that was recorded. */
static void
finish (CorFeature *line, const Trace *trace)
{
  double km = trace ? counted (&trace->km) : NAN, kwh = trace ? counted (&trace->kwh) : NAN;
  char distance[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *note = NULL;

  if (!(km > 0))
    km = length_km (line->points);
  g_ascii_formatd (distance, sizeof distance, "%.3f", km);
  if (kwh > 0 && km > 0)
    note = g_strdup_printf (_ ("Trace of %u points, %.1f km, %.1f kWh, %.3f kWh/km"), line->points->len, km, kwh, kwh / km);
  else
    note = g_strdup_printf (_ ("Trace of %u points, %.1f km"), line->points->len, km);
  cor_feature_say (line, "distance_km", distance, NULL);
  cor_feature_say (line, "round_trip", "false", NULL);
  cor_feature_say (line, "note", note, NULL);
}

GPtrArray *
cor_features_join_traces (const GPtrArray *features)
{
  g_autoptr (GHashTable) traces = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_feature_free);
  GHashTableIter iter;
  gpointer trace;

  for (guint i = 0; i < features->len; i++)
    {
      const CorFeature *feature = g_ptr_array_index (features, i);
      CorLonLat place = place_of (feature);

      if (feature->is_line && feature->points->len > 1)
        {
          CorFeature *copy = cor_feature_new (feature->line);

          copy->is_line = TRUE;
          g_array_append_vals (copy->points, feature->points->data, feature->points->len);
          finish (copy, NULL);
          g_ptr_array_add (lines, copy);
        }
      else if (!isnan (place.lon) && !isnan (place.lat))
        {
          Trace *of = trace_of (traces, lines, feature);

          g_array_append_val (of->line->points, place);
          count (&of->km, property (feature, km_names));
          count (&of->kwh, property (feature, kwh_names));
        }
    }
  g_hash_table_iter_init (&iter, traces);
  while (g_hash_table_iter_next (&iter, NULL, &trace))
    finish (((Trace *) trace)->line, trace);
  return lines;
}
