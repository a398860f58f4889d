/* cor-feature-xml.c: places and lines from GPX and KML.
 *
 * GPX 1.1 (Topografix, 2004): wpt, rte with rtept, trk with trkpt. KML 2.2 (Open Geospatial
 * Consortium 07-147r2, 2008): Placemark with Point or LineString, ExtendedData.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-feature.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* So much is read between two looks at whether to go on, bytes. */
#define CHUNK 65536

typedef struct
{
  CorFeatureFunc func;
  gpointer data;
  gboolean enough; /* nobody wants the rest */
  CorFeature *current;
  GString *text;
  char *data_name;
  gboolean in_point;
  gboolean known;
  gboolean cut_off; /* the file ends within an element */
} Reader;

/* The name without a prefix as in "gx:coord". */
static const char *
local_name (const char *name)
{
  const char *colon = strchr (name, ':');

  return colon ? colon + 1 : name;
}

static const char *
attribute (const char *wanted, const char **names, const char **values)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (local_name (names[i]), wanted) == 0)
      return values[i];
  return NULL;
}

/* A number that fills the text, or NaN. */
static double
parse_number (const char *text)
{
  char *end = NULL;
  double number = text ? g_ascii_strtod (text, &end) : 0;

  return end == NULL || end == text || *end != '\0' ? NAN : number;
}

static void
begin_feature (Reader *reader, GMarkupParseContext *context, gboolean is_line)
{
  int line;

  g_markup_parse_context_get_position (context, &line, NULL);
  reader->current = cor_feature_new ((guint) line);
  reader->current->is_line = is_line;
}

static void
add_gpx_point (Reader *reader, const char **names, const char **values)
{
  CorLonLat place
    = { parse_number (attribute ("lon", names, values)), parse_number (attribute ("lat", names, values)) };

  g_array_append_val (reader->current->points, place);
}

/* The time of the line's last point, "2024-05-06T07:08:09Z". */
static void
set_time (CorFeature *feature, const char *text)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, utc);
  double none = NAN;

  if (time == NULL || feature->points->len == 0)
    return;
  if (feature->times == NULL)
    feature->times = g_array_new (FALSE, FALSE, sizeof (double));
  while (feature->times->len < feature->points->len)
    g_array_append_val (feature->times, none);
  g_array_index (feature->times, double, feature->points->len - 1)
    = (double) g_date_time_to_unix (time) + g_date_time_get_seconds (time) - g_date_time_get_second (time);
}

static gboolean
is_one_of (const char *name, const char *const *list)
{
  return g_strv_contains (list, name);
}

static const char *const lines[] = { "rte", "trk", NULL };
static const char *const line_points[] = { "rtept", "trkpt", NULL };
static const char *const roots[] = { "gpx", "kml", NULL };

static void
start_element (GMarkupParseContext *context,
               const char *element,
               const char **names,
               const char **values,
               gpointer data,
               GError **error)
{
  Reader *reader = data;
  const char *name = local_name (element);

  reader->known |= is_one_of (name, roots);
  g_string_truncate (reader->text, 0);
  if (reader->current == NULL)
    {
      if (strcmp (name, "wpt") == 0 || strcmp (name, "Placemark") == 0 || is_one_of (name, lines))
        begin_feature (reader, context, is_one_of (name, lines));
      if (strcmp (name, "wpt") == 0)
        add_gpx_point (reader, names, values);
      return;
    }
  if (is_one_of (name, line_points))
    {
      add_gpx_point (reader, names, values);
      reader->in_point = TRUE;
    }
  else if (strcmp (name, "LineString") == 0)
    reader->current->is_line = TRUE;
  else if (strcmp (name, "Polygon") == 0 && reader->current->problem == NULL)
    reader->current->problem = g_strdup (_ ("an area; places and lines are taken"));
  else if (strcmp (name, "Data") == 0 || strcmp (name, "SimpleData") == 0)
    {
      g_free (reader->data_name);
      reader->data_name = g_strdup (attribute ("name", names, values));
    }
}

/* "LON,LAT[,HEIGHT]" parted by space. */
static void
add_kml_coordinates (Reader *reader)
{
  g_auto (GStrv) tuples = g_strsplit_set (reader->text->str, " \t\r\n", -1);

  for (guint i = 0; tuples[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (tuples[i], ",", -1);
      CorLonLat place;

      if (g_strv_length (parts) < 2)
        continue;
      place.lon = parse_number (parts[0]);
      place.lat = parse_number (parts[1]);
      g_array_append_val (reader->current->points, place);
    }
}

/* The feature that ends here; nothing where the file is none of ours. */
static void
hand_on (Reader *reader, GError **error)
{
  g_autoptr (CorFeature) feature = g_steal_pointer (&reader->current);

  if (reader->known && !reader->enough)
    reader->enough = !reader->func (feature, reader->data);
}

static void
end_element (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  Reader *reader = data;
  const char *name = local_name (element);
  g_autofree char *text = g_strstrip (g_strdup (reader->text->str));

  if (reader->current == NULL)
    return;
  if (strcmp (name, "wpt") == 0 || strcmp (name, "Placemark") == 0 || is_one_of (name, lines))
    hand_on (reader, error);
  else if (is_one_of (name, line_points))
    reader->in_point = FALSE;
  else if (reader->in_point && strcmp (name, "time") == 0)
    set_time (reader->current, text);
  else if (strcmp (name, "coordinates") == 0)
    add_kml_coordinates (reader);
  else if (*text != '\0' && !reader->in_point)
    {
      gboolean named = reader->data_name != NULL && (strcmp (name, "value") == 0 || strcmp (name, "SimpleData") == 0);

      cor_feature_say (reader->current, named ? reader->data_name : name, text, NULL);
    }
  g_string_truncate (reader->text, 0);
}

static void
read_text (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Reader *reader = data;

  g_string_append_len (reader->text, text, (gssize) length);
}

/* Chunk by chunk, so that there is progress and a way to cancel. */
static gboolean
parse (const CorFeatureText *text, const CorFeatureRead *how, Reader *reader, GMarkupParseContext *context, GError **error)
{
  for (gsize at = 0; at < text->length && !reader->enough; at += CHUNK)
    {
      if (how->progress != NULL)
        how->progress ((double) at / (double) text->length, how->progress_data);
      if (g_cancellable_set_error_if_cancelled (how->cancellable, error)
          || !g_markup_parse_context_parse (context, text->text + at, (gssize) MIN (CHUNK, text->length - at), error))
        return FALSE;
    }
  if (reader->enough || g_markup_parse_context_end_parse (context, error))
    return TRUE;
  reader->cut_off = TRUE;
  return FALSE;
}

gboolean
cor_features_each_xml (const CorFeatureText *text, const CorFeatureRead *how, CorFeatureFunc func, gpointer data, GError **error)
{
  const GMarkupParser parser = { start_element, end_element, read_text, NULL, NULL };
  Reader reader = { .func = func, .data = data, .text = g_string_new (NULL) };
  g_autoptr (GMarkupParseContext) context
    = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &reader, NULL);
  g_autoptr (GError) found = NULL;
  gboolean sound = parse (text, how, &reader, context, &found);

  g_clear_pointer (&reader.current, cor_feature_free);
  g_string_free (reader.text, TRUE);
  g_free (reader.data_name);
  if (sound && reader.known)
    return TRUE;
  if (sound)
    g_set_error (error, COR_ERROR, COR_ERROR_PARSE, _ ("is XML, but neither GPX nor KML"));
  else if (reader.cut_off)
    g_set_error (error, COR_ERROR, COR_ERROR_PARSE, _ ("is cut off: its last part is missing; save or download it again"));
  else if (found->domain == G_MARKUP_ERROR)
    g_set_error_literal (error, COR_ERROR, COR_ERROR_PARSE, found->message);
  else
    g_propagate_error (error, g_steal_pointer (&found));
  return FALSE;
}
