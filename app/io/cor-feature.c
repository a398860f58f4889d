/* cor-feature.c: what any file of places and lines comes down to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-feature.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
property_clear (CorProperty *property)
{
  g_free (property->key);
  g_free (property->text);
  g_free (property->json);
}

CorFeature *
cor_feature_new (guint line)
{
  CorFeature *feature = g_new0 (CorFeature, 1);

  feature->line = line;
  feature->points = g_array_new (FALSE, FALSE, sizeof (CorLonLat));
  feature->properties = g_array_new (FALSE, FALSE, sizeof (CorProperty));
  g_array_set_clear_func (feature->properties, (GDestroyNotify) property_clear);
  return feature;
}

void
cor_feature_free (CorFeature *feature)
{
  g_array_unref (feature->points);
  g_array_unref (feature->properties);
  g_free (feature->problem);
  g_free (feature);
}

void
cor_feature_say (CorFeature *feature, const char *key, const char *text, const char *json)
{
  CorProperty property = { g_strdup (key), g_strdup (text), g_strdup (json) };

  g_array_append_val (feature->properties, property);
}

/* The text in UTF-8, whatever it was in; %NULL where no encoding fits. */
static char *
to_utf8 (const char *data, gsize size, gsize *length)
{
  const guchar *bytes = (const guchar *) data;

  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      size -= 3;
    }
  if (size >= 2 && ((bytes[0] == 0xff && bytes[1] == 0xfe) || (bytes[0] == 0xfe && bytes[1] == 0xff)))
    return g_convert (data, (gssize) size, "UTF-8", "UTF-16", NULL, length, NULL);
  if (g_utf8_validate (data, (gssize) size, NULL))
    {
      *length = size;
      return g_strndup (data, size);
    }
  return g_convert (data, (gssize) size, "UTF-8", "GB18030", NULL, length, NULL);
}

GPtrArray *
cor_features_from_bytes (GBytes *bytes, GError **error)
{
  gsize size, length = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = to_utf8 (data ? data : "", size, &length);
  const char *begin;

  if (text == NULL || strlen (text) != length)
    {
      g_set_error (error, COR_ERROR, COR_ERROR_PARSE,
                   _ ("is no text in UTF-8, UTF-16 or GB18030; save it as text, a spreadsheet as CSV"));
      return NULL;
    }
  begin = text + strspn (text, " \t\r\n");
  if (*begin == '\0')
    {
      g_set_error (error, COR_ERROR, COR_ERROR_PARSE, _ ("is empty"));
      return NULL;
    }
  if (*begin == '<')
    return cor_features_from_xml (text, length, error);
  if (*begin == '{' || *begin == '[')
    return cor_features_from_geojson (bytes, error);
  return cor_features_from_csv (text, error);
}
