/* cor-change-text.c: the changes of a variant in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-change-text.h"

#include "cor-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static char *
with_unit (double value, const char *unit)
{
  g_autofree char *number = NULL;

  if (isnan (value))
    return g_strdup ("");
  if (g_strcmp0 (unit, "1") == 0)
    return cor_format_percent (value, -1, NULL);
  number = fabs (value) >= 1000 ? cor_format_number (value, 0) : cor_format_significant (value, 4);
  if (unit == NULL || *unit == '\0')
    return g_steal_pointer (&number);
  return g_strdup_printf ("%s" COR_NBSP "%s", number, unit);
}

/* The name of the item that a string refers to, else the string itself. */
static const char *
referred (const CorScenario *scenario, const CorField *field, const char *text, gboolean zh)
{
  const CorItem *item
      = field->refers >= 0 ? cor_scenario_find (scenario, field->refers, text) : NULL;

  return item != NULL ? cor_item_label (item, zh) : text;
}

static char *
list_text (const CorScenario *scenario, const CorField *field, const char *const *list, gboolean zh)
{
  GString *text = g_string_new (NULL);

  for (; list != NULL && *list != NULL; list++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? _ (", ") : "",
                            referred (scenario, field, *list, zh));
  return g_string_free (text, FALSE);
}

static char *
field_text (const CorScenario *scenario, const CorItem *item, const CorField *field, gboolean zh)
{
  const char *text;

  switch (field->type)
    {
    case COR_FIELD_STRING:
      text = cor_item_string (item, field);
      return g_strdup (text != NULL ? referred (scenario, field, text, zh) : "");
    case COR_FIELD_NUMBER:
      return with_unit (cor_item_number (item, field), field->unit);
    case COR_FIELD_YEAR:
      return cor_item_number (item, field) != 0 ? g_strdup_printf ("%.0f", cor_item_number (item, field))
                                                : g_strdup ("");
    case COR_FIELD_BOOL:
      return g_strdup (cor_item_number (item, field) != 0 ? _ ("yes") : _ ("no"));
    case COR_FIELD_ENUM:
      return g_strdup (cor_enum_name (field->values, (int)cor_item_number (item, field)));
    case COR_FIELD_STRINGS:
      return list_text (scenario, field, cor_item_boxed (item, field), zh);
    default:
      return g_strdup ("");
    }
}

/* The first value that an item's own layer gives a parameter. */
static char *
parameter_text (const CorItem *item, CorParamId id)
{
  const CorField *field = cor_item_field (item->kind, "parameters");
  const CorParamLayer *layer = field != NULL ? cor_item_boxed (item, field) : NULL;
  const CorParameter *entries;
  guint n = 0;

  entries = layer != NULL ? cor_param_layer_entries (layer, &n) : NULL;
  for (guint i = 0; i < n; i++)
    if (entries[i].id == id)
      return with_unit (entries[i].value, cor_param_info (id)->unit);
  return g_strdup ("");
}

static int
kind_of (const char *nick)
{
  for (int kind = COR_ITEM_HEAD; kind < COR_N_ITEM_KINDS; kind++)
    if (strcmp (cor_item_kind_nick (kind), nick) == 0)
      return kind;
  return -1;
}

static const CorItem *
item_of (const CorScenario *scenario, int kind, const char *id)
{
  if (kind == COR_ITEM_HEAD)
    return &cor_scenario_head (scenario)->item;
  return kind > COR_ITEM_HEAD ? cor_scenario_find (scenario, kind, id) : NULL;
}

/* A whole thing: built, or taken away. */
static void
describe_item (const CorItem *before, const CorItem *after, int kind, gboolean zh, CorChangeText *out)
{
  const CorItem *item = after != NULL ? after : before;
  g_autofree char *name = g_strdup (item != NULL ? cor_item_label (item, zh) : "");

  out->what = g_strdup_printf ("%s · %s", cor_item_kind_name (kind), name);
  out->before = g_strdup (before != NULL ? _ ("there") : _ ("not there"));
  out->after = g_strdup (after != NULL ? _ ("there") : _ ("not there"));
}

static char *
subject (const CorItem *item, const char *label, gboolean zh)
{
  if (item == NULL || item->kind == COR_ITEM_HEAD)
    return g_strdup (label);
  return g_strdup_printf ("%s · %s", cor_item_label (item, zh), label);
}

static void
describe_parameter (const CorItem *before, const CorItem *after, const char *id, gboolean zh, CorChangeText *out)
{
  CorParamId parameter;
  const CorItem *item = after != NULL ? after : before;

  if (!cor_param_from_id (id, &parameter))
    return;
  out->what = subject (item, _ (cor_param_info (parameter)->label), zh);
  out->before = before != NULL ? parameter_text (before, parameter) : g_strdup ("");
  out->after = after != NULL ? parameter_text (after, parameter) : g_strdup ("");
}

static void
describe_field (const CorScenario *base,
                const CorScenario *state,
                const CorItem *before,
                const CorItem *after,
                const CorField *field,
                gboolean zh,
                CorChangeText *out)
{
  const CorItem *item = after != NULL ? after : before;

  out->what = subject (item, field->label != NULL ? _ (field->label) : field->key, zh);
  out->before = before != NULL ? field_text (base, before, field, zh) : g_strdup ("");
  out->after = after != NULL ? field_text (state, after, field, zh) : g_strdup ("");
}

static void
describe (const CorScenario *base,
          const CorScenario *state,
          char **parts,
          gboolean zh,
          CorChangeText *out)
{
  guint n = g_strv_length (parts);
  int kind = n > 0 ? kind_of (parts[0]) : -1;
  gboolean head = kind == COR_ITEM_HEAD;
  const char *id = n > 1 && !head ? parts[1] : NULL;
  const char *key = head ? parts[1] : n > 2 ? parts[2] : NULL;
  const char *parameter = head ? (n > 2 ? parts[2] : NULL) : n > 3 ? parts[3] : NULL;
  const CorItem *before = item_of (base, kind, id), *after = item_of (state, kind, id);

  if (n == 2 && strcmp (parts[0], "parameters") == 0)
    describe_parameter (item_of (base, COR_ITEM_HEAD, NULL), item_of (state, COR_ITEM_HEAD, NULL), parts[1], zh, out);
  else if (kind < 0 || n < 2)
    return;
  else if (parameter != NULL)
    describe_parameter (before, after, parameter, zh, out);
  else if (key == NULL)
    describe_item (before, after, kind, zh, out);
  else if (cor_item_field (kind, key) != NULL)
    describe_field (base, state, before, after, cor_item_field (kind, key), zh, out);
}

void
cor_change_text (const CorScenario *base,
                 const CorScenario *state,
                 const CorChange *change,
                 gboolean zh,
                 CorChangeText *out)
{
  g_auto (GStrv) parts = g_strsplit (change->path, "/", -1);

  *out = (CorChangeText){ 0 };
  describe (base, state, parts, zh, out);
  if (out->what == NULL)
    *out = (CorChangeText){ g_strdup (change->path), g_strdup (""), g_strdup (change->value) };
}

void
cor_change_words (const CorScenario *base, const CorScenario *state, const CorChange *change, gboolean zh, char *words[3])
{
  CorChangeText text;

  cor_change_text (base, state, change, zh, &text);
  words[0] = text.what;
  words[1] = text.before;
  words[2] = text.after;
}

void
cor_change_text_clear (CorChangeText *text)
{
  g_clear_pointer (&text->what, g_free);
  g_clear_pointer (&text->before, g_free);
  g_clear_pointer (&text->after, g_free);
}
