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
  g_clear_pointer (&feature->times, g_array_unref);
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

/* Counts what is handed on. */
typedef struct
{
  CorFeatureFunc func;
  gpointer data;
  gboolean any;
} Counting;

static gboolean
hand_on (const CorFeature *feature, gpointer data)
{
  Counting *counting = data;

  counting->any = TRUE;
  return counting->func (feature, counting->data);
}

static gboolean
each_of_format (const CorFeatureText *text, const CorFeatureRead *how, Counting *counting, GError **error)
{
  switch (text->format)
    {
    case COR_FEATURES_TABLE:
      return cor_features_each_row (text, how, hand_on, counting, error);
    case COR_FEATURES_GEOJSON:
      return cor_features_each_geojson (text, how, hand_on, counting, error);
    default:
      return cor_features_each_xml (text, how, hand_on, counting, error);
    }
}

gboolean
cor_features_each (const CorFeatureText *text, const CorFeatureRead *how, CorFeatureFunc func, gpointer data, GError **error)
{
  Counting counting = { func, data, FALSE };

  if (!each_of_format (text, how, &counting, error))
    return FALSE;
  if (counting.any)
    return TRUE;
  g_set_error (error, COR_ERROR, COR_ERROR_MISSING,
               text->format == COR_FEATURES_TABLE
                   ? _ ("has a line with the names of columns, but no rows below it; save the list again with its rows")
                   : _ ("holds no place and no line; save what you want to import again, with the places in it"));
  return FALSE;
}
