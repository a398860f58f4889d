/* cor-import-field.c: one property of a feature into a field of an item.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-import-field.h"

#include "cor-import-names.h"
#include "cor-item-json.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static gboolean
three_digits (const char *c)
{
  return g_ascii_isdigit (c[0]) && g_ascii_isdigit (c[1]) && g_ascii_isdigit (c[2]) && !g_ascii_isdigit (c[3]);
}

/* Bytes of what parts thousands at @c: a comma or a space, also a narrow or unbreakable one; else 0. */
static gsize
thousands_at (const char *c)
{
  static const char *const parts[] = { ",", " ", "\u00a0", "\u202f" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_has_prefix (c, parts[i]) && three_digits (c + strlen (parts[i])))
      return strlen (parts[i]);
  return 0;
}

/* Whether a comma stands for the point: one alone, with no point, and not before three digits: "0,85". */
static gboolean
is_decimal_comma (const char *text, const char *c)
{
  return *c == ',' && g_ascii_isdigit (c[1]) && strchr (text, '.') == NULL && strchr (text, ',') == c && strchr (c + 1, ',') == NULL;
}

gboolean
cor_import_number (const char *text, double *out)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  char *end;

  for (const char *c = text; *c != '\0';)
    {
      gsize skip = c > text && g_ascii_isdigit (c[-1]) ? thousands_at (c) : 0;

      g_string_append_c (plain, skip > 0 ? c[skip] : is_decimal_comma (text, c) ? '.' : *c);
      c += skip + 1;
    }
  *out = g_ascii_strtod (plain->str, &end);
  if (end == plain->str || !isfinite (*out))
    return FALSE;
  end += strspn (end, " ");
  return *end == '\0' || !(g_ascii_isdigit (*end) || strchr (".,-+:", *end) != NULL);
}

static gboolean
parse_boolean (const char *text, double *out)
{
  static const char *const yes[] = { "true", "yes", "1", "y", "是", NULL };
  static const char *const no[] = { "false", "no", "0", "n", "否", NULL };
  g_autofree char *lower = g_utf8_strdown (text, -1);

  *out = g_strv_contains (yes, lower);
  return *out != 0 || g_strv_contains (no, lower);
}

/* Through the reader of scenario files: for our own exports, letter by letter. */
static char *
set_json (CorItem *item, const CorField *field, const char *head, const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (GError) error = NULL;
  g_autoptr (CorJsonDoc) doc = cor_json_parse (bytes, &error);

  if (doc != NULL && cor_item_set_json (item, field, cor_json_doc_root (doc), &error))
    return NULL;
  return g_strdup_printf (_ ("%s left out: %s"), head, error->message);
}

static char *
set_number (CorItem *item, const CorField *field, const char *head, double number)
{
  g_autoptr (GError) error = NULL;

  if (cor_item_set_number (item, field, number, &error))
    return NULL;
  if (g_error_matches (error, COR_ERROR, COR_ERROR_RANGE))
    return g_strdup_printf (_ ("%s left out: %g does not lie between %g and %g"), head, number, field->lowest, field->highest);
  return g_strdup_printf (_ ("%s left out: %s"), head, error->message);
}

static char *
set_enum (CorItem *item, const CorField *field, const char *head, const char *text)
{
  const char *nick = cor_import_value (field->values, text);
  int value;

  if (nick == NULL || !cor_enum_from_nick (field->values, nick, &value))
    return g_strdup_printf (_ ("%s left out: “%s” is not known"), head, text);
  return set_number (item, field, head, value);
}

char *
cor_import_set (CorItem *item, const CorField *field, const CorProperty *property)
{
  const char *text = property->text, *head = property->key;
  double number = NAN;

  switch (field->type)
    {
    case COR_FIELD_STRING:
      cor_item_set_string (item, field, text);
      return NULL;
    case COR_FIELD_ENUM:
      return set_enum (item, field, head, text);
    case COR_FIELD_BOOL:
      if (!parse_boolean (text, &number))
        return g_strdup_printf (_ ("%s left out: “%s” is neither yes nor no"), head, text);
      return set_number (item, field, head, number);
    case COR_FIELD_NUMBER:
    case COR_FIELD_YEAR:
      if (!cor_import_number (text, &number))
        return g_strdup_printf (_ ("%s left out: “%s” is no number"), head, text);
      return set_number (item, field, head, number);
    default:
      return set_json (item, field, head, property->json ? property->json : text);
    }
}
