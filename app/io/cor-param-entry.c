/* cor-param-entry.c: one parameter entry in JSON, as in data/parameters/ and in scenarios.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-param-entry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FIRST_YEAR 1990
#define LAST_YEAR 2100

static const char *const known[]
  = { "id",   "truck_type", "powertrain", "region", "convention", "year",  "source_year", "value",
      "low",  "high",       "unit",       "status", "source",     "place", "note",        NULL };

gboolean
cor_param_entry_check_keys (const CorJson *object, const char *const *keys, GError **error)
{
  for (const CorJson *node = object->first; node != NULL; node = node->next)
    if (!g_strv_contains (keys, node->key))
      return cor_json_set_error (node, COR_ERROR_PARSE, error, _ ("unknown key; correct it or take it out"));
  return TRUE;
}

static gboolean
read_number (const CorJson *object, const char *key, gboolean required, double *out, GError **error)
{
  const CorJson *node;

  if (!required && cor_json_member (object, key) == NULL)
    return TRUE;
  if ((node = cor_json_require (object, key, COR_JSON_NUMBER, error)) == NULL)
    return FALSE;
  *out = node->number;
  return TRUE;
}

/* The two numbers that say for when an entry holds and from when it is. */
static gboolean
read_years (const CorJson *node, gboolean shipped, CorParameter *entry, GError **error)
{
  const CorJson *year = cor_json_member (node, "year");
  const CorJson *source_year = cor_json_member (node, "source_year");

  if (shipped && year == NULL)
    return cor_json_set_error (node, COR_ERROR_MISSING, error, _ ("“%s” is missing"), "year");
  if (year != NULL && !cor_json_integer (year, FIRST_YEAR, LAST_YEAR, &entry->year, error))
    return FALSE;
  return source_year == NULL || cor_json_integer (source_year, FIRST_YEAR, LAST_YEAR, &entry->source_year, error);
}

/* Whom and where an entry holds for. */
static gboolean
read_selectors (const CorJson *node, gboolean shipped, CorParameter *entry, GError **error)
{
  const CorJson *powertrain = cor_json_member (node, "powertrain");

  return cor_json_text (node, "truck_type", FALSE, &entry->truck_type, error)
         && cor_json_text (node, "convention", FALSE, &entry->convention, error)
         && cor_json_text (node, "region", shipped, &entry->region, error)
         && (powertrain == NULL || cor_json_nick (powertrain, cor_powertrain_values, &entry->powertrain, error));
}

static gboolean
read_unit (const CorJson *node, gboolean shipped, const CorParameter *entry, GError **error)
{
  const char *unit = cor_param_info (entry->id)->unit;
  const CorJson *given = cor_json_member (node, "unit");

  if (given == NULL && !shipped)
    return TRUE;
  if ((given = cor_json_require (node, "unit", COR_JSON_STRING, error)) == NULL)
    return FALSE;
  if (strcmp (given->string, unit) != 0)
    return cor_json_set_error (given, COR_ERROR_PARSE, error, _ ("the unit is “%s”; it has to be “%s”"),
                               given->string, unit);
  return TRUE;
}

/* The figure with its range. */
static gboolean
read_figure (const CorJson *node, gboolean shipped, CorParameter *entry, GError **error)
{
  g_autoptr (GError) range = NULL;

  if (!read_number (node, "value", TRUE, &entry->value, error))
    return FALSE;
  entry->low = entry->high = entry->value;
  if (!read_number (node, "low", shipped, &entry->low, error)
      || !read_number (node, "high", shipped, &entry->high, error))
    return FALSE;
  if (!cor_parameter_check (entry, &range))
    return cor_json_set_error (cor_json_member (node, "value"), COR_ERROR_RANGE, error, "%s", range->message);
  return TRUE;
}

/* Where it comes from. */
static gboolean
read_origin (const CorJson *node, gboolean shipped, CorParameter *entry, GError **error)
{
  const CorJson *status = cor_json_member (node, "status");
  int value = COR_STATUS_ASSUMED;

  if (shipped && status == NULL)
    return cor_json_set_error (node, COR_ERROR_MISSING, error, _ ("“%s” is missing"), "status");
  if (status != NULL && !cor_json_nick (status, cor_param_status_values, &value, error))
    return FALSE;
  entry->status = value;
  return cor_json_text (node, "source", shipped, &entry->source, error)
         && cor_json_text (node, "place", shipped, &entry->place, error)
         && cor_json_text (node, "note", FALSE, &entry->note, error);
}

gboolean
cor_param_entry_read (const CorJson *node, gboolean shipped, CorParameter *out, GError **error)
{
  const CorJson *id = cor_json_require (node, "id", COR_JSON_STRING, error);

  if (id == NULL || (shipped && !cor_param_entry_check_keys (node, known, error)))
    return FALSE;
  if (!cor_param_from_id (id->string, &out->id))
    return cor_json_set_error (id, COR_ERROR_REFERENCE, error, _ ("“%s” is no parameter of the program"), id->string);
  out->extra = cor_json_unknown (node, cor_json_known_in, known);
  return read_selectors (node, shipped, out, error) && read_years (node, shipped, out, error)
         && read_figure (node, shipped, out, error) && read_unit (node, shipped, out, error)
         && read_origin (node, shipped, out, error);
}

static void
write_text (CorJsonWriter *writer, const char *key, const char *text)
{
  if (text == NULL)
    return;
  cor_json_writer_key (writer, key);
  cor_json_writer_string (writer, text);
}

static void
write_number (CorJsonWriter *writer, const char *key, double number)
{
  cor_json_writer_key (writer, key);
  cor_json_writer_number (writer, number);
}

void
cor_param_entry_write (CorJsonWriter *writer, const CorParameter *entry)
{
  const CorParamInfo *info = cor_param_info (entry->id);

  cor_json_writer_begin (writer, '{');
  write_text (writer, "id", info->id);
  write_text (writer, "truck_type", entry->truck_type);
  if (entry->powertrain >= 0)
    write_text (writer, "powertrain", cor_enum_nick (cor_powertrain_values, entry->powertrain));
  write_text (writer, "region", entry->region);
  write_text (writer, "convention", entry->convention);
  if (entry->year != 0)
    write_number (writer, "year", entry->year);
  if (entry->source_year != 0)
    write_number (writer, "source_year", entry->source_year);
  write_number (writer, "value", entry->value);
  if (entry->low != entry->value || entry->high != entry->value)
    {
      write_number (writer, "low", entry->low);
      write_number (writer, "high", entry->high);
    }
  write_text (writer, "unit", info->unit);
  write_text (writer, "status", cor_enum_nick (cor_param_status_values, entry->status));
  write_text (writer, "source", entry->source);
  write_text (writer, "place", entry->place);
  write_text (writer, "note", entry->note);
  if (entry->extra != NULL)
    cor_json_writer_members (writer, entry->extra);
  cor_json_writer_end (writer, '}');
}
