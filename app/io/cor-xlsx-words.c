/* cor-xlsx-words.c: what files and programs name by an id, in the words of a reader.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-xlsx-private.h"

#include "cor-data-text.h"
#include "cor-item-json.h"

#include <glib/gi18n-lib.h>

/* Items of a kind by their name; where two have the same, the id stands behind it. */
static void
name_items (GHashTable *names, const CorScenario *scenario, CorItemKind kind, gboolean zh)
{
  guint n;
  const CorItem *const *items = cor_scenario_items (scenario, kind, &n);
  g_autoptr (GHashTable) first = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) again = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n; i++)
    if (!g_hash_table_add (first, (gpointer) cor_item_label (items[i], zh)))
      g_hash_table_add (again, (gpointer) cor_item_label (items[i], zh));
  for (guint i = 0; i < n; i++)
    {
      const char *label = cor_item_label (items[i], zh);

      g_hash_table_insert (names, (gpointer) items[i],
                           g_hash_table_contains (again, label) ? g_strdup_printf ("%s (%s)", label, items[i]->id) : g_strdup (label));
    }
}

void
cor_xlsx_words_init (CorXlsxBook *book, const CorExportBook *what)
{
  book->scenario = what->results->scenario;
  book->defaults = what->defaults;
  book->names = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  for (guint kind = 0; kind < COR_N_ITEM_KINDS; kind++)
    name_items (book->names, book->scenario, kind, book->zh);
}

void
cor_xlsx_words_clear (CorXlsxBook *book)
{
  g_clear_pointer (&book->names, g_hash_table_unref);
}

const char *
cor_xlsx_name (const CorXlsxBook *book, const CorItem *item)
{
  const char *name = item != NULL ? g_hash_table_lookup (book->names, item) : NULL;

  return name != NULL || item == NULL ? name : cor_item_label (item, book->zh);
}

const char *
cor_xlsx_region (const CorXlsxBook *book, const char *id)
{
  return cor_param_layer_region_name (book->defaults, id, book->zh);
}

/* One word of a field: an item, a region, a type. */
static const char *
word (const CorXlsxBook *book, const CorField *field, const char *text)
{
  static const char *const places[] = { "region", "regions", "city", "plate_city", NULL };
  const CorItem *item = field->refers >= 0 ? cor_scenario_find (book->scenario, field->refers, text) : NULL;
  CorPolicyKind kind;
  int powertrain;

  if (item != NULL)
    return cor_xlsx_name (book, item);
  if (g_strv_contains (places, field->key))
    return cor_xlsx_region (book, text);
  if (g_str_equal (field->key, "powertrains") && cor_enum_from_nick (cor_powertrain_values, text, &powertrain))
    return cor_enum_name (cor_powertrain_values, powertrain);
  if (g_str_equal (field->key, "kind") && cor_policy_kind_from_id (text, &kind))
    return _ (cor_policy_kind_info (kind)->label);
  if (g_str_equal (field->key, "source"))
    return cor_data_text (text);
  return g_str_equal (field->key, "id") || g_str_has_prefix (field->key, "name") ? text : cor_data_name (text);
}

/* The words of a list, behind each other. */
static char *
list_text (const CorXlsxBook *book, const CorItem *item, const CorField *field)
{
  const char *const *words = cor_item_boxed (item, field);
  GString *text = g_string_new (NULL);

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", word (book, field, words[i]));
  return g_string_free (text, FALSE);
}

char *
cor_xlsx_field_text (const CorXlsxBook *book, const CorItem *item, const CorField *field)
{
  const char *text;

  if (g_str_equal (field->key, "note"))
    return g_strdup (cor_item_note (item, book->zh));
  switch (field->type)
    {
    case COR_FIELD_STRINGS:
      return list_text (book, item, field);
    case COR_FIELD_ENUM:
      return g_strdup (cor_enum_name (field->values, (int) cor_item_number (item, field)));
    case COR_FIELD_BOOL:
      return g_strdup (cor_item_number (item, field) != 0 ? _ ("yes") : _ ("no"));
    case COR_FIELD_STRING:
      text = cor_item_string (item, field);
      return text != NULL ? g_strdup (word (book, field, text)) : NULL;
    default:
      return cor_item_field_text (item, field);
    }
}

/* Fields that no editor shows have a name here. */
const char *
cor_xlsx_field_label (const CorField *field)
{
  static const CorEnumValue labels[] = {
    { 0, "id", N_ ("Id in files") },     { 0, "illustrative", N_ ("Illustrative") },
    { 0, "lon", N_ ("Longitude") },      { 0, "lat", N_ ("Latitude") },              { 0, "line", N_ ("Drawn line") },
    { 0, "kind", N_ ("Kind") },          { 0, NULL, NULL },
  };

  for (const CorEnumValue *label = labels; field->label == NULL && label->nick != NULL; label++)
    if (g_str_equal (label->nick, field->key))
      return _ (label->name);
  return field->label != NULL ? _ (field->label) : NULL;
}
