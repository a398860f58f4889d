/* cor-scenario-schema.c: the JSON Schema of scenario files, made of the field tables.
 *
 * A. Wright et al., "JSON Schema: A Media Type for Describing JSON Documents", draft 2020-12.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-scenario-schema.h"

#include "cor-item.h"
#include "cor-json-writer.h"
#include "cor-scenario-reader.h"

#include <math.h>

static void
put_text (CorJsonWriter *writer, const char *key, const char *text)
{
  cor_json_writer_key (writer, key);
  cor_json_writer_string (writer, text);
}

static void
put_number (CorJsonWriter *writer, const char *key, double number)
{
  cor_json_writer_key (writer, key);
  cor_json_writer_number (writer, number);
}

static void
put_object (CorJsonWriter *writer, const char *key)
{
  cor_json_writer_key (writer, key);
  cor_json_writer_begin (writer, '{');
}

/* The type, and null beside it where the key may be absent. */
static void
put_type (CorJsonWriter *writer, const char *type, gboolean required)
{
  cor_json_writer_key (writer, "type");
  if (required)
    {
      cor_json_writer_string (writer, type);
      return;
    }
  cor_json_writer_begin (writer, '[');
  cor_json_writer_string (writer, type);
  cor_json_writer_string (writer, "null");
  cor_json_writer_end (writer, ']');
}

static void
put_enum (CorJsonWriter *writer, const CorEnumValue *values)
{
  cor_json_writer_key (writer, "enum");
  cor_json_writer_begin (writer, '[');
  for (; values->nick != NULL; values++)
    cor_json_writer_string (writer, values->nick);
  cor_json_writer_end (writer, ']');
}

static void
put_range (CorJsonWriter *writer, const CorField *field)
{
  if (field->lowest < field->highest)
    {
      put_number (writer, "minimum", field->lowest);
      put_number (writer, "maximum", field->highest);
    }
  if (!isnan (field->preset) && (field->type != COR_FIELD_YEAR || field->preset != 0))
    put_number (writer, "default", field->preset);
}

/* A list whose elements are of a definition or, without one, texts. */
static void
put_list (CorJsonWriter *writer, const char *definition)
{
  put_type (writer, "array", FALSE);
  put_object (writer, "items");
  if (definition != NULL)
    put_text (writer, "$ref", definition);
  else
    put_text (writer, "type", "string");
  cor_json_writer_end (writer, '}');
}

/* An object of amounts whose keys are of @pattern. */
static void
put_amounts (CorJsonWriter *writer, const char *pattern)
{
  put_type (writer, "object", FALSE);
  put_object (writer, "patternProperties");
  put_object (writer, pattern);
  put_text (writer, "type", "number");
  cor_json_writer_end (writer, '}');
  cor_json_writer_end (writer, '}');
  cor_json_writer_key (writer, "additionalProperties");
  cor_json_writer_boolean (writer, FALSE);
}

static void
put_scalar (CorJsonWriter *writer, const CorField *field)
{
  switch (field->type)
    {
    case COR_FIELD_STRING:
      put_type (writer, "string", field->required);
      if (field->required)
        put_number (writer, "minLength", 1);
      if (g_strcmp0 (field->key, "id") == 0)
        put_text (writer, "pattern", "^[^/]+$");
      return;
    case COR_FIELD_BOOL:
      put_text (writer, "type", "boolean");
      cor_json_writer_key (writer, "default");
      cor_json_writer_boolean (writer, field->preset != 0);
      return;
    case COR_FIELD_ENUM:
      put_enum (writer, field->values);
      put_text (writer, "default", cor_enum_nick (field->values, (int) field->preset));
      return;
    default:
      put_type (writer, field->type == COR_FIELD_YEAR ? "integer" : "number", field->required);
      put_range (writer, field);
    }
}

static void
put_boxed (CorJsonWriter *writer, const CorField *field)
{
  switch (field->type)
    {
    case COR_FIELD_VIAS:
      put_list (writer, "#/$defs/via");
      return;
    case COR_FIELD_POINTS:
      put_list (writer, "#/$defs/place");
      return;
    case COR_FIELD_PARAMETERS:
      put_list (writer, "#/$defs/parameter");
      return;
    case COR_FIELD_SCHEDULE:
      put_amounts (writer, "^(199[0-9]|20[0-9][0-9]|2100)$");
      return;
    case COR_FIELD_TIERS:
      put_amounts (writer, "^[0-9]+([.][0-9]+)?$");
      return;
    case COR_FIELD_SEASONS:
      put_list (writer, "#/$defs/season");
      return;
    case COR_FIELD_CHANGES:
      put_type (writer, "object", FALSE);
      return;
    default:
      put_list (writer, NULL);
    }
}

static void
put_field (CorJsonWriter *writer, const CorField *field)
{
  put_object (writer, field->key);
  if (field->label != NULL)
    put_text (writer, "title", field->label);
  if (field->unit != NULL)
    put_text (writer, "$comment", field->unit);
  if (field->type < COR_FIELD_STRINGS)
    put_scalar (writer, field);
  else
    put_boxed (writer, field);
  if (field->refers >= 0)
    {
      g_autofree char *text = g_strdup_printf ("an id of %s", cor_item_kind_nick (field->refers));

      put_text (writer, "description", text);
    }
  cor_json_writer_end (writer, '}');
}

static void
put_kind (CorJsonWriter *writer, CorItemKind kind)
{
  guint n;
  const CorField *fields = cor_item_fields (kind, &n);

  put_object (writer, cor_item_kind_nick (kind));
  put_text (writer, "type", "object");
  put_object (writer, "properties");
  for (guint i = 0; i < n; i++)
    put_field (writer, &fields[i]);
  cor_json_writer_end (writer, '}');
  cor_json_writer_key (writer, "required");
  cor_json_writer_begin (writer, '[');
  for (guint i = 0; i < n; i++)
    if (fields[i].required)
      cor_json_writer_string (writer, fields[i].key);
  cor_json_writer_end (writer, ']');
  cor_json_writer_end (writer, '}');
}

/* What does not come from the tables; see cor-scenario-reader.h and cor-param-entry.h. */
static const char place[] = "{\"type\": \"array\", \"description\": \"longitude, latitude in degrees WGS 84\","
                            "\"prefixItems\": [{\"type\": \"number\", \"minimum\": -180, \"maximum\": 180},"
                            "{\"type\": \"number\", \"minimum\": -85, \"maximum\": 85}],"
                            "\"minItems\": 2, \"maxItems\": 2}";
static const char via[] = "{\"oneOf\": [{\"type\": \"string\", \"description\": \"an id of sites\"},"
                          "{\"$ref\": \"#/$defs/place\"}]}";
static const char parameter[]
  = "{\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"truck_type\": {\"type\": \"string\"},"
    "\"powertrain\": {\"enum\": [\"diesel\", \"bet\", \"bet-swap\", \"fcet\"]}, \"region\": {\"type\": \"string\"},"
    "\"convention\": {\"type\": \"string\"}, \"year\": {\"type\": \"integer\", \"minimum\": 1990, \"maximum\": 2100},"
    "\"source_year\": {\"type\": \"integer\", \"minimum\": 1990, \"maximum\": 2100}, \"value\": {\"type\": \"number\"},"
    "\"low\": {\"type\": \"number\"}, \"high\": {\"type\": \"number\"}, \"unit\": {\"type\": \"string\"},"
    "\"status\": {\"enum\": [\"measured\", \"published\", \"derived\", \"assumed\"]}, \"source\": {\"type\": \"string\"},"
    "\"place\": {\"type\": \"string\"}, \"note\": {\"type\": \"string\"}}, \"required\": [\"id\", \"value\"]}";

static const char season[]
  = "{\"type\": \"object\", \"description\": \"a season of a tariff; hours that no period names are flat\","
    "\"properties\": {\"months\": {\"type\": \"array\", \"items\": {\"type\": \"integer\", \"minimum\": 1, \"maximum\": 12}},"
    "\"sharp_h\": {\"$ref\": \"#/$defs/hours\"}, \"peak_h\": {\"$ref\": \"#/$defs/hours\"},"
    "\"valley_h\": {\"$ref\": \"#/$defs/hours\"}, \"sharp_yuan_per_kwh\": {\"$ref\": \"#/$defs/kwh_price\"},"
    "\"peak_yuan_per_kwh\": {\"$ref\": \"#/$defs/kwh_price\"}, \"flat_yuan_per_kwh\": {\"$ref\": \"#/$defs/kwh_price\"},"
    "\"valley_yuan_per_kwh\": {\"$ref\": \"#/$defs/kwh_price\"},"
    "\"demand_yuan_per_kw_month\": {\"type\": \"number\", \"minimum\": 0, \"maximum\": 500}},"
    "\"required\": [\"months\"], \"additionalProperties\": false}";
static const char hours[]
  = "{\"type\": \"array\", \"description\": \"stretches of the day, [from, to] in hours and half hours; to may pass midnight\","
    "\"items\": {\"type\": \"array\", \"items\": {\"type\": \"number\", \"minimum\": 0, \"maximum\": 24, \"multipleOf\": 0.5},"
    "\"minItems\": 2, \"maxItems\": 2}}";
static const char kwh_price[] = "{\"type\": \"number\", \"minimum\": 0, \"maximum\": 20}";

static void
put_definitions (CorJsonWriter *writer)
{
  put_object (writer, "$defs");
  for (int kind = 0; kind < COR_N_ITEM_KINDS; kind++)
    put_kind (writer, kind);
  cor_json_writer_key (writer, "place");
  cor_json_writer_value (writer, place);
  cor_json_writer_key (writer, "via");
  cor_json_writer_value (writer, via);
  cor_json_writer_key (writer, "parameter");
  cor_json_writer_value (writer, parameter);
  cor_json_writer_key (writer, "season");
  cor_json_writer_value (writer, season);
  cor_json_writer_key (writer, "hours");
  cor_json_writer_value (writer, hours);
  cor_json_writer_key (writer, "kwh_price");
  cor_json_writer_value (writer, kwh_price);
  cor_json_writer_end (writer, '}');
}

static void
put_top (CorJsonWriter *writer)
{
  put_object (writer, "properties");
  put_object (writer, "format");
  put_text (writer, "const", COR_SCENARIO_FORMAT);
  cor_json_writer_end (writer, '}');
  put_object (writer, "version");
  put_number (writer, "const", COR_SCENARIO_VERSION);
  cor_json_writer_end (writer, '}');
  for (int kind = 0; kind < COR_N_ITEM_KINDS; kind++)
    {
      g_autofree char *definition = g_strconcat ("#/$defs/", cor_item_kind_nick (kind), NULL);

      put_object (writer, cor_item_kind_nick (kind));
      if (kind == COR_ITEM_HEAD)
        put_text (writer, "$ref", definition);
      else
        {
          put_text (writer, "type", "array");
          put_object (writer, "items");
          put_text (writer, "$ref", definition);
          cor_json_writer_end (writer, '}');
        }
      cor_json_writer_end (writer, '}');
    }
  cor_json_writer_end (writer, '}');
}

GBytes *
cor_scenario_schema (void)
{
  CorJsonWriter *writer = cor_json_writer_new ();

  cor_json_writer_begin (writer, '{');
  put_text (writer, "$schema", "https://json-schema.org/draft/2020-12/schema");
  put_text (writer, "title", "Corridor scenario");
  put_text (writer, "description",
            "Written by “corridor-cli schema” from the field tables of the program. Keys that are not named here "
            "are kept. Lengths, energy and money are in the unit that a key ends in; coordinates are WGS 84.");
  put_text (writer, "type", "object");
  put_top (writer);
  cor_json_writer_key (writer, "required");
  cor_json_writer_value (writer, "[\"format\", \"version\", \"scenario\"]");
  put_definitions (writer);
  cor_json_writer_end (writer, '}');
  return cor_json_writer_finish (writer);
}
