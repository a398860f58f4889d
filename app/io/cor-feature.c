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

/* Of the features that a reader made at once. */
static gboolean
hand_over (GPtrArray *features, const CorFeatureRead *how, CorFeatureFunc func, gpointer data, GError **error)
{
  for (guint i = 0; i < features->len; i++)
    if (g_cancellable_set_error_if_cancelled (how->cancellable, error))
      return FALSE;
    else if (!func (g_ptr_array_index (features, i), data))
      break;
  return TRUE;
}

gboolean
cor_features_each (const CorFeatureText *text, const CorFeatureRead *how, CorFeatureFunc func, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) features = NULL;

  if (text->format == COR_FEATURES_TABLE)
    return cor_features_each_row (text, how, func, data, error);
  if (text->format == COR_FEATURES_GEOJSON)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (text->text, text->length);

      features = cor_features_from_geojson (bytes, error);
    }
  else
    features = cor_features_from_xml (text->text, text->length, error);
  return features != NULL && hand_over (features, how, func, data, error);
}
