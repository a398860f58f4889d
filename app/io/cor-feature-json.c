/* cor-feature-json.c: places and lines from GeoJSON.
 *
 * H. Butler et al., "The GeoJSON Format", RFC 7946, 2016.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-feature.h"
#include "cor-json.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static const char *
type_of (const CorJson *object)
{
  const CorJson *type = cor_json_member (object, "type");

  return type != NULL && type->type == COR_JSON_STRING ? type->string : "";
}

/* A number, or one that stands in quotes, as some services write them; else NaN. */
static double
degrees (const CorJson *node)
{
  char *end;
  double number;

  if (node->type == COR_JSON_NUMBER)
    return node->number;
  if (node->type != COR_JSON_STRING || *node->string == '\0')
    return NAN;
  number = g_ascii_strtod (node->string, &end);
  return *end == '\0' ? number : NAN;
}

/* A position: two numbers or more. */
static gboolean
add_position (CorFeature *feature, const CorJson *node)
{
  CorLonLat place;

  if (node == NULL || node->type != COR_JSON_ARRAY || node->n < 2)
    return FALSE;
  place.lon = degrees (node->first);
  place.lat = degrees (node->first->next);
  if (!isfinite (place.lon) || !isfinite (place.lat))
    return FALSE;
  g_array_append_val (feature->points, place);
  return TRUE;
}

static gboolean
add_positions (CorFeature *feature, const CorJson *list)
{
  if (list == NULL || list->type != COR_JSON_ARRAY)
    return FALSE;
  for (const CorJson *node = list->first; node != NULL; node = node->next)
    if (!add_position (feature, node))
      return FALSE;
  return list->n > 0;
}

static void
read_geometry (CorFeature *feature, const CorJson *geometry)
{
  const char *type = geometry ? type_of (geometry) : "";
  const CorJson *coordinates = geometry ? cor_json_member (geometry, "coordinates") : NULL;
  const CorJson *only = coordinates && coordinates->type == COR_JSON_ARRAY && coordinates->n == 1 ? coordinates->first : NULL;
  gboolean sound;

  if (geometry == NULL || geometry->type == COR_JSON_NULL)
    return;
  if (strcmp (type, "Point") == 0)
    sound = add_position (feature, coordinates);
  else if (strcmp (type, "MultiPoint") == 0 && only != NULL)
    sound = add_position (feature, only);
  else if ((feature->is_line = strcmp (type, "LineString") == 0))
    sound = add_positions (feature, coordinates);
  else if ((feature->is_line = strcmp (type, "MultiLineString") == 0 && only != NULL))
    sound = add_positions (feature, only);
  else
    {
      feature->problem = g_strdup_printf (_ ("a geometry of type “%s”; places and lines are taken"), type);
      return;
    }
  if (!sound)
    feature->problem = g_strdup (_ ("its coordinates are not lists of longitude and latitude"));
}

static void
read_properties (CorFeature *feature, const CorJson *properties)
{
  for (const CorJson *node = properties ? properties->first : NULL; node != NULL; node = node->next)
    {
      g_autofree char *json = g_strndup (node->text, node->text_length);

      if (node->key == NULL || node->type == COR_JSON_NULL)
        continue;
      cor_feature_say (feature, node->key, node->type == COR_JSON_STRING ? node->string : json, json);
    }
}

static CorFeature *
read_feature (const CorJson *node)
{
  CorFeature *feature = cor_feature_new (node->line);
  const CorJson *id = cor_json_member (node, "id");
  const CorJson *properties = cor_json_member (node, "properties");

  read_geometry (feature, cor_json_member (node, "geometry"));
  read_properties (feature, properties);
  if (id != NULL && (properties == NULL || cor_json_member (properties, "id") == NULL))
    {
      g_autofree char *json = g_strndup (id->text, id->text_length);

      cor_feature_say (feature, "id", id->type == COR_JSON_STRING ? id->string : json, NULL);
    }
  return feature;
}

/* What hands on the features of a collection. */
typedef struct
{
  const CorFeatureRead *how;
  CorFeatureFunc func;
  gpointer data;
  gsize length;
  guint n;
} Handing;

static gboolean
hand_on (Handing *handing, CorFeature *feature)
{
  gboolean more = handing->func (feature, handing->data);

  cor_feature_free (feature);
  return more;
}

static gboolean
take_element (const CorJson *element, gsize at, gpointer data, GError **error)
{
  Handing *handing = data;

  if (handing->n++ % COR_FEATURES_A_LOOK == 0)
    {
      if (handing->how->progress != NULL)
        handing->how->progress ((double) at / (double) handing->length, handing->how->progress_data);
      if (g_cancellable_set_error_if_cancelled (handing->how->cancellable, error))
        return FALSE;
    }
  return hand_on (handing, read_feature (element));
}

/* What is no collection: a feature, or a geometry alone. */
static gboolean
take_root (Handing *handing, const CorJson *root, GError **error)
{
  CorFeature *feature;

  if (strcmp (type_of (root), "FeatureCollection") == 0)
    return cor_json_require (root, "features", COR_JSON_ARRAY, error) != NULL;
  if (strcmp (type_of (root), "Feature") == 0)
    hand_on (handing, read_feature (root));
  else if (cor_json_member (root, "coordinates") != NULL)
    {
      feature = cor_feature_new (root->line);
      read_geometry (feature, root);
      hand_on (handing, feature);
    }
  else
    return cor_json_set_error (root, COR_ERROR_PARSE, error, _ ("this is JSON, but no GeoJSON feature or collection"));
  return TRUE;
}

gboolean
cor_features_each_geojson (const CorFeatureText *text, const CorFeatureRead *how, CorFeatureFunc func, gpointer data, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text->text, text->length);
  g_autoptr (CorJsonDoc) rest = NULL;
  Handing handing = { how, func, data, text->length, 0 };

  if (!cor_json_each (bytes, "features", take_element, &handing, &rest, error))
    return FALSE;
  return rest == NULL || take_root (&handing, cor_json_doc_root (rest), error);
}
