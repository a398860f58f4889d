/* cor-item-json-write.c: the fields of items as JSON values.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-item-json.h"

#include "cor-param-entry.h"
#include "cor-season-json.h"

#include <math.h>

gboolean
cor_item_field_given (const CorItem *item, const CorField *field)
{
  switch (field->type)
    {
    case COR_FIELD_STRING:
      return field->required || cor_item_string (item, field) != NULL;
    case COR_FIELD_ENUM:
      return !field->later || cor_item_number (item, field) != field->preset;
    case COR_FIELD_YEAR:
      return cor_item_number (item, field) != 0 || field->preset != 0;
    case COR_FIELD_NUMBER:
    case COR_FIELD_BOOL:
      {
        double value = cor_item_number (item, field);

        return field->required || (value != field->preset && !(isnan (value) && isnan (field->preset)));
      }
    default:
      return cor_item_boxed (item, field) != NULL;
    }
}

static void
write_point (CorJsonWriter *writer, double lon, double lat)
{
  cor_json_writer_begin (writer, '[');
  cor_json_writer_number (writer, lon);
  cor_json_writer_number (writer, lat);
  cor_json_writer_end (writer, ']');
}

static void
write_vias (CorJsonWriter *writer, const GArray *vias)
{
  cor_json_writer_begin (writer, '[');
  for (guint i = 0; i < vias->len; i++)
    {
      const CorVia *via = &g_array_index (vias, CorVia, i);

      if (via->site != NULL)
        cor_json_writer_string (writer, via->site);
      else
        write_point (writer, via->lon, via->lat);
    }
  cor_json_writer_end (writer, ']');
}

static void
write_points (CorJsonWriter *writer, const GArray *points)
{
  cor_json_writer_begin (writer, '[');
  for (guint i = 0; i < points->len; i++)
    write_point (writer, g_array_index (points, CorLonLat, i).lon, g_array_index (points, CorLonLat, i).lat);
  cor_json_writer_end (writer, ']');
}

static void
write_schedule (CorJsonWriter *writer, const GArray *schedule)
{
  cor_json_writer_begin (writer, '{');
  for (guint i = 0; i < schedule->len; i++)
    {
      const CorPolicyPoint *point = &g_array_index (schedule, CorPolicyPoint, i);
      g_autofree char *key = cor_json_format_number (point->x);

      cor_json_writer_key (writer, key);
      cor_json_writer_number (writer, point->y);
    }
  cor_json_writer_end (writer, '}');
}

static void
write_seasons (CorJsonWriter *writer, const GArray *seasons)
{
  cor_json_writer_begin (writer, '[');
  for (guint i = 0; i < seasons->len; i++)
    cor_season_write (writer, &g_array_index (seasons, CorTariffSeason, i));
  cor_json_writer_end (writer, ']');
}

static void
write_changes (CorJsonWriter *writer, const GArray *changes)
{
  cor_json_writer_begin (writer, '{');
  for (guint i = 0; i < changes->len; i++)
    {
      const CorChange *change = &g_array_index (changes, CorChange, i);

      cor_json_writer_key (writer, change->path);
      cor_json_writer_value (writer, change->value);
    }
  cor_json_writer_end (writer, '}');
}

static void
write_parameters (CorJsonWriter *writer, const CorParamLayer *layer)
{
  guint n;
  const CorParameter *entries = cor_param_layer_entries (layer, &n);

  cor_json_writer_begin (writer, '[');
  for (guint i = 0; i < n; i++)
    cor_param_entry_write (writer, &entries[i]);
  cor_json_writer_end (writer, ']');
}

static void
write_strings (CorJsonWriter *writer, const char *const *strings)
{
  cor_json_writer_begin (writer, '[');
  for (guint i = 0; strings[i] != NULL; i++)
    cor_json_writer_string (writer, strings[i]);
  cor_json_writer_end (writer, ']');
}

static void
write_boxed (CorJsonWriter *writer, CorFieldType type, gconstpointer value)
{
  switch (type)
    {
    case COR_FIELD_VIAS:
      write_vias (writer, value);
      return;
    case COR_FIELD_POINTS:
      write_points (writer, value);
      return;
    case COR_FIELD_SCHEDULE:
    case COR_FIELD_TIERS:
      write_schedule (writer, value);
      return;
    case COR_FIELD_SEASONS:
      write_seasons (writer, value);
      return;
    case COR_FIELD_CHANGES:
      write_changes (writer, value);
      return;
    case COR_FIELD_PARAMETERS:
      write_parameters (writer, value);
      return;
    default:
      write_strings (writer, value);
    }
}

void
cor_item_write_field (CorJsonWriter *writer, const CorItem *item, const CorField *field)
{
  gconstpointer boxed;

  switch (field->type)
    {
    case COR_FIELD_STRING:
      cor_json_writer_string (writer, cor_item_string (item, field));
      return;
    case COR_FIELD_NUMBER:
      cor_json_writer_number (writer, cor_item_number (item, field));
      return;
    case COR_FIELD_YEAR:
      cor_json_writer_number (writer, cor_item_number (item, field) != 0 ? cor_item_number (item, field) : NAN);
      return;
    case COR_FIELD_BOOL:
      cor_json_writer_boolean (writer, cor_item_number (item, field) != 0);
      return;
    case COR_FIELD_ENUM:
      cor_json_writer_string (writer, cor_enum_nick (field->values, (int) cor_item_number (item, field)));
      return;
    default:
      boxed = cor_item_boxed (item, field);
      if (boxed == NULL)
        cor_json_writer_string (writer, NULL);
      else
        write_boxed (writer, field->type, boxed);
    }
}

void
cor_item_write (CorJsonWriter *writer, const CorItem *item)
{
  guint n;
  const CorField *fields = cor_item_fields (item->kind, &n);

  cor_json_writer_begin (writer, '{');
  for (guint i = 0; i < n; i++)
    {
      if (!cor_item_field_given (item, &fields[i]))
        continue;
      cor_json_writer_key (writer, fields[i].key);
      cor_item_write_field (writer, item, &fields[i]);
    }
  if (item->extra != NULL)
    cor_json_writer_members (writer, item->extra);
  cor_json_writer_end (writer, '}');
}

char *
cor_item_field_text (const CorItem *item, const CorField *field)
{
  CorJsonWriter *writer;
  g_autoptr (GBytes) bytes = NULL;

  if (!cor_item_field_given (item, field))
    return NULL;
  if (field->type == COR_FIELD_STRING)
    return g_strdup (cor_item_string (item, field));
  if (field->type == COR_FIELD_ENUM)
    return g_strdup (cor_enum_nick (field->values, (int) cor_item_number (item, field)));
  writer = cor_json_writer_new ();
  cor_item_write_field (writer, item, field);
  bytes = cor_json_writer_finish (writer);
  return g_strchomp (g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)));
}
