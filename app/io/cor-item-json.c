/* cor-item-json.c: the fields of items from JSON values.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-item-json.h"

#include "cor-param-entry.h"
#include "cor-season-json.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define FIRST_YEAR 1990
#define LAST_YEAR 2100
#define MOST_KWH 100000

static gboolean
set_number (CorItem *item, const CorField *field, const CorJson *node, double value, GError **error)
{
  g_autoptr (GError) range = NULL;

  if (cor_item_set_number (item, field, value, &range))
    return TRUE;
  return cor_json_set_error (node, COR_ERROR_RANGE, error, "%s", range->message);
}

static gboolean
read_scalar (CorItem *item, const CorField *field, const CorJson *node, GError **error)
{
  gboolean none = node->type == COR_JSON_NULL;
  int value = 0;

  switch (field->type)
    {
    case COR_FIELD_STRING:
      if (!none && !cor_json_expect (node, COR_JSON_STRING, error))
        return FALSE;
      if (field->required && (none || *node->string == '\0'))
        return cor_json_set_error (node, COR_ERROR_MISSING, error, _ ("is empty; it has to say something"));
      cor_item_set_string (item, field, none ? NULL : node->string);
      return TRUE;
    case COR_FIELD_NUMBER:
      if (!none && !cor_json_expect (node, COR_JSON_NUMBER, error))
        return FALSE;
      return set_number (item, field, node, none ? NAN : node->number, error);
    case COR_FIELD_YEAR:
      if (!none && !cor_json_integer (node, (int) field->lowest, (int) field->highest, &value, error))
        return FALSE;
      return set_number (item, field, node, value, error);
    case COR_FIELD_BOOL:
      return cor_json_expect (node, COR_JSON_BOOLEAN, error) && set_number (item, field, node, node->number, error);
    case COR_FIELD_ENUM:
    default:
      return cor_json_nick (node, field->values, &value, error) && set_number (item, field, node, value, error);
    }
}

/* [LON, LAT] in degrees. */
static gboolean
read_point (const CorJson *node, double *lon, double *lat, GError **error)
{
  if (!cor_json_expect (node, COR_JSON_ARRAY, error))
    return FALSE;
  if (node->n != 2 || node->first->type != COR_JSON_NUMBER || node->first->next->type != COR_JSON_NUMBER)
    return cor_json_set_error (node, COR_ERROR_PARSE, error, _ ("a place is [longitude, latitude]"));
  *lon = node->first->number;
  *lat = node->first->next->number;
  if (fabs (*lon) > 180 || fabs (*lat) > 85)
    return cor_json_set_error (node, COR_ERROR_RANGE, error,
                               _ ("%g, %g is no place; longitude comes first, in degrees"), *lon, *lat);
  return TRUE;
}

static gboolean
read_via (const CorJson *node, GArray *vias, GError **error)
{
  CorVia via = { NULL, NAN, NAN };

  if (node->type == COR_JSON_STRING)
    via.site = g_strdup (node->string);
  else if (!read_point (node, &via.lon, &via.lat, error))
    return FALSE;
  g_array_append_val (vias, via);
  return TRUE;
}

static gboolean
read_line_point (const CorJson *node, GArray *points, GError **error)
{
  CorLonLat point;

  if (!read_point (node, &point.lon, &point.lat, error))
    return FALSE;
  g_array_append_val (points, point);
  return TRUE;
}

/* A member "YEAR": AMOUNT. */
static gboolean
read_amount (const CorJson *node, GArray *schedule, GError **error)
{
  CorPolicyPoint point = { 0, node->number };
  guint64 year;

  if (!g_ascii_string_to_unsigned (node->key, 10, FIRST_YEAR, LAST_YEAR, &year, NULL))
    return cor_json_set_error (node, COR_ERROR_RANGE, error, _ ("“%s” is no year"), node->key);
  if (!cor_json_expect (node, COR_JSON_NUMBER, error))
    return FALSE;
  point.x = (double) year;
  if (schedule->len > 0 && g_array_index (schedule, CorPolicyPoint, schedule->len - 1).x >= point.x)
    return cor_json_set_error (node, COR_ERROR_PARSE, error, _ ("the years have to rise"));
  g_array_append_val (schedule, point);
  return TRUE;
}

/* A member "KWH": AMOUNT, the amount for each kWh up to there. */
static gboolean
read_tier (const CorJson *node, GArray *tiers, GError **error)
{
  CorPolicyPoint point = { 0, node->number };
  char *end;

  point.x = g_ascii_strtod (node->key, &end);
  if (*end != '\0' || !(point.x > 0) || point.x > MOST_KWH)
    return cor_json_set_error (node, COR_ERROR_RANGE, error, _ ("“%s” is no battery size in kWh"), node->key);
  if (!cor_json_expect (node, COR_JSON_NUMBER, error))
    return FALSE;
  if (tiers->len > 0 && g_array_index (tiers, CorPolicyPoint, tiers->len - 1).x >= point.x)
    return cor_json_set_error (node, COR_ERROR_PARSE, error, _ ("the battery sizes have to rise"));
  g_array_append_val (tiers, point);
  return TRUE;
}

static gboolean
read_change (const CorJson *node, GArray *changes, GError **error)
{
  CorChange change = { g_strdup (node->key), cor_json_to_text (node) };

  g_array_append_val (changes, change);
  return TRUE;
}

static gboolean
read_parameter (const CorJson *node, GArray *entries, GError **error)
{
  CorParameter blank = { .powertrain = -1 };

  g_array_append_val (entries, blank);
  return cor_param_entry_read (node, FALSE, &g_array_index (entries, CorParameter, entries->len - 1), error);
}

/* Reads each child of @list with @read into @values, which it frees or hands to the item. */
static gboolean
read_values (CorItem *item,
             const CorField *field,
             const CorJson *list,
             GArray *values,
             gboolean (*read) (const CorJson *node, GArray *values, GError **error),
             GError **error)
{
  gboolean sound = TRUE;

  for (const CorJson *node = list->first; node != NULL && sound; node = node->next)
    sound = read (node, values, error);
  if (field->type == COR_FIELD_PARAMETERS)
    {
      g_autoptr (CorParamLayer) layer = cor_param_layer_new (values, NULL);

      if (sound)
        cor_item_set_boxed (item, field, layer);
      return sound;
    }
  if (sound)
    cor_item_set_boxed (item, field, values);
  g_array_unref (values);
  return sound;
}

static gboolean
read_strings (CorItem *item, const CorField *field, const CorJson *list, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;

  for (const CorJson *node = list->first; node != NULL; node = node->next)
    {
      if (!cor_json_expect (node, COR_JSON_STRING, error))
        return FALSE;
      g_strv_builder_add (builder, node->string);
    }
  strings = g_strv_builder_end (builder);
  cor_item_set_boxed (item, field, strings);
  return TRUE;
}

gboolean
cor_item_set_json (CorItem *item, const CorField *field, const CorJson *node, GError **error)
{
  gboolean by_key = field->type == COR_FIELD_SCHEDULE || field->type == COR_FIELD_TIERS || field->type == COR_FIELD_CHANGES;

  if (field->type < COR_FIELD_STRINGS)
    return read_scalar (item, field, node, error);
  if (node->type == COR_JSON_NULL)
    {
      cor_item_set_boxed (item, field, NULL);
      return TRUE;
    }
  if (!cor_json_expect (node, by_key ? COR_JSON_OBJECT : COR_JSON_ARRAY, error))
    return FALSE;
  switch (field->type)
    {
    case COR_FIELD_VIAS:
      return read_values (item, field, node, cor_vias_new (), read_via, error);
    case COR_FIELD_POINTS:
      return read_values (item, field, node, cor_points_new (), read_line_point, error);
    case COR_FIELD_SCHEDULE:
      return read_values (item, field, node, cor_schedule_new (), read_amount, error);
    case COR_FIELD_TIERS:
      return read_values (item, field, node, cor_schedule_new (), read_tier, error);
    case COR_FIELD_SEASONS:
      return read_values (item, field, node, cor_seasons_new (), cor_season_read, error);
    case COR_FIELD_CHANGES:
      return read_values (item, field, node, cor_changes_new (), read_change, error);
    case COR_FIELD_PARAMETERS:
      return read_values (item, field, node, g_array_new (FALSE, TRUE, sizeof (CorParameter)), read_parameter,
                          error);
    default:
      return read_strings (item, field, node, error);
    }
}
