/* cor-import-trace.c: the points of a file's vehicles, and what is made of their trips.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-import-private.h"
#include "cor-import-trips.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* The traces of a file in the making. */
typedef struct
{
  ImportWork *work;
  GHashTable *by_vehicle;
  GPtrArray *traces;
} Reading;

/* What a row says, each text borrowed. */
typedef struct
{
  const char *vehicle, *date, *time, *lon, *lat, *place, *km, *kwh, *litres, *payload;
} RowText;

static RowText
read_row_text (const Reading *reading, const CorFeature *feature)
{
  RowText row = { NULL };
  struct
  {
    const char *key;
    const char **text;
  } slots[] = {
    { COR_TRACK_VEHICLE, &row.vehicle }, { COR_TRACK_DATE, &row.date },     { COR_TRACK_TIME, &row.time },
    { COR_TRACK_LON, &row.lon },         { COR_TRACK_LAT, &row.lat },       { COR_TRACK_PLACE, &row.place },
    { COR_TRACK_KM, &row.km },           { COR_TRACK_KWH, &row.kwh },       { COR_TRACK_LITRES, &row.litres },
    { COR_TRACK_PAYLOAD, &row.payload },
  };

  for (guint i = 0; i < feature->properties->len; i++)
    {
      const CorProperty *said = &g_array_index (feature->properties, CorProperty, i);
      const char *key = cor_import_column_key (reading->work, COR_N_ITEM_KINDS, said->key);

      for (guint k = 0; k < G_N_ELEMENTS (slots); k++)
        if (g_strcmp0 (key, slots[k].key) == 0 && *slots[k].text == NULL)
          *slots[k].text = said->text;
      if (key == NULL && !g_hash_table_contains (reading->work->unknown, said->key))
        g_hash_table_add (reading->work->unknown, g_strdup (said->key));
    }
  return row;
}

static double
number_or_nan (const char *text)
{
  double number;

  return text != NULL && cor_import_number (text, &number) ? number : NAN;
}

/* The place of a row in the file's system. */
static CorLonLat
row_place (const CorFeature *feature, const RowText *row)
{
  CorLonLat place = { NAN, NAN };

  if (feature->points->len > 0)
    return g_array_index (feature->points, CorLonLat, 0);
  if (row->place != NULL)
    return cor_import_place (row->place);
  if (row->lon == NULL || !cor_import_degrees (row->lon, &place.lon) || row->lat == NULL
      || !cor_import_degrees (row->lat, &place.lat))
    return (CorLonLat){ NAN, NAN };
  return place;
}

static CorTrack *
trace_of (Reading *reading, const char *vehicle, guint line)
{
  CorTrack *trace = g_hash_table_lookup (reading->by_vehicle, vehicle ? vehicle : "");

  if (trace != NULL)
    return trace;
  trace = cor_track_new (vehicle, line);
  g_ptr_array_add (reading->traces, trace);
  g_hash_table_insert (reading->by_vehicle, g_strdup (vehicle ? vehicle : ""), trace);
  return trace;
}

/* Why a place of the file cannot be one, or NULL. */
static const char *
problem_of (CorLonLat place)
{
  if (isnan (place.lon) || isnan (place.lat))
    return _ ("no coordinates");
  if (place.lon == 0 && place.lat == 0)
    return _ ("the coordinates are 0, 0: no reception");
  if (fabs (place.lon) > 180 || fabs (place.lat) > 85)
    return _ ("the coordinates are no place; longitude comes first, in degrees");
  return NULL;
}

/* A track: a trace of its own, with its times. */
static void
take_line (Reading *reading, const CorFeature *feature)
{
  RowText row = read_row_text (reading, feature);
  const char *name = row.vehicle;
  CorTrack *trace;

  for (guint i = 0; i < feature->properties->len && name == NULL; i++)
    if (strcmp (g_array_index (feature->properties, CorProperty, i).key, "name") == 0)
      name = g_array_index (feature->properties, CorProperty, i).text;
  trace = cor_track_new (name, feature->line);
  for (guint i = 0; i < feature->points->len; i++)
    {
      CorLonLat place = g_array_index (feature->points, CorLonLat, i);
      CorTrackPoint point = { cor_crs_convert (place, reading->work->crs, COR_CRS_WGS84), NAN, NAN, NAN, NAN, NAN };

      if (problem_of (place) != NULL)
        continue;
      if (feature->times != NULL && i < feature->times->len)
        point.time_s = g_array_index (feature->times, double, i);
      g_array_append_val (trace->points, point);
    }
  g_ptr_array_add (reading->traces, trace);
}

static gboolean
take_point (const CorFeature *feature, gpointer data)
{
  Reading *reading = data;
  RowText row;
  CorLonLat place;
  CorTrackPoint point;
  const char *problem = feature->problem;

  if (feature->is_line)
    {
      take_line (reading, feature);
      return TRUE;
    }
  row = read_row_text (reading, feature);
  place = row_place (feature, &row);
  if (reading->work->swap)
    place = (CorLonLat){ place.lat, place.lon };
  problem = problem ? problem : problem_of (place);
  if (problem != NULL)
    {
      cor_import_note (reading->work, feature->line, FALSE, NULL, problem);
      return TRUE;
    }
  point = (CorTrackPoint){ cor_crs_convert (place, reading->work->crs, COR_CRS_WGS84), cor_track_time (row.date, row.time),
                           number_or_nan (row.km), number_or_nan (row.kwh), number_or_nan (row.litres), number_or_nan (row.payload) };
  g_array_append_val (trace_of (reading, row.vehicle, feature->line)->points, point);
  return TRUE;
}

/* Whether the first place of the file makes sense only the other way round. */
static gboolean
see_first (const CorFeature *feature, gpointer data)
{
  Reading *reading = data;
  RowText row = read_row_text (reading, feature);
  CorLonLat place = row_place (feature, &row);

  if (problem_of (place) != NULL && !cor_import_is_swapped (place))
    return TRUE;
  reading->work->swap = !feature->is_line && cor_import_is_swapped (place);
  return FALSE;
}

gboolean
cor_import_traces (ImportWork *work, const CorFeatureText *text, GError **error)
{
  g_autoptr (GHashTable) by_vehicle = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) traces = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_track_free);
  Reading reading = { work, by_vehicle, traces };
  const CorFeatureRead quiet = { .cancellable = work->options->read.cancellable };

  if (!cor_features_each (text, &quiet, see_first, &reading, error))
    return FALSE;
  if (work->swap)
    cor_import_note (work, 0, TRUE, NULL,
                     _ ("longitude and latitude are the other way round in this file; they were swapped"));
  if (!cor_features_each (text, &work->options->read, take_point, &reading, error))
    return FALSE;
  cor_import_trips (work, traces);
  return TRUE;
}
