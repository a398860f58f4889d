/* cor-variant-difference.c: the changes that make one scenario of another.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-variant.h"

#include "cor-item-json.h"
#include "cor-param-entry.h"

#include <string.h>

/* Adds a change whose value was written; takes the writer. */
static void
add (GArray *changes, CorJsonWriter *writer, const char *kind, const char *id, const char *key)
{
  CorChange change;
  g_autoptr (GBytes) bytes = cor_json_writer_finish (writer);
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  change.path = g_strjoin ("/", kind, id ? id : key, id ? key : NULL, NULL);
  change.value = g_strndup (text, size);
  g_array_append_val (changes, change);
}

static char *
field_text (const CorItem *item, const CorField *field)
{
  CorJsonWriter *writer = cor_json_writer_new_line ();
  g_autoptr (GBytes) bytes = NULL;
  gsize size;
  const char *text;

  cor_item_write_field (writer, item, field);
  bytes = cor_json_writer_finish (writer);
  text = g_bytes_get_data (bytes, &size);
  return g_strndup (text, size);
}

/* The entries of one parameter in a layer, as a list; null where there is none. */
static CorJsonWriter *
write_own (const CorParamLayer *layer, CorParamId id)
{
  CorJsonWriter *writer = cor_json_writer_new_line ();
  guint n = 0, found = 0;
  const CorParameter *entries = layer ? cor_param_layer_entries (layer, &n) : NULL;

  for (guint i = 0; i < n; i++)
    {
      if (entries[i].id != id)
        continue;
      if (found++ == 0)
        cor_json_writer_begin (writer, '[');
      cor_param_entry_write (writer, &entries[i]);
    }
  if (found > 0)
    cor_json_writer_end (writer, ']');
  else
    cor_json_writer_string (writer, NULL);
  return writer;
}

/* The parameters of an item's layer that are not the same, each as a change of its own. */
static void
add_parameters (GArray *changes, const CorItem *from, const CorItem *to, const CorField *field)
{
  const CorParamLayer *before = cor_item_boxed (from, field), *after = cor_item_boxed (to, field);
  const char *id = from->kind == COR_ITEM_HEAD ? NULL : from->id;

  if (before == after)
    return;
  for (int param = 0; param < COR_N_PARAMS; param++)
    {
      g_autoptr (GBytes) a = cor_json_writer_finish (write_own (before, param));
      g_autoptr (GBytes) b = cor_json_writer_finish (write_own (after, param));
      g_autofree char *key = NULL;

      if (g_bytes_equal (a, b))
        continue;
      key = g_strconcat ("parameters/", cor_param_info (param)->id, NULL);
      add (changes, write_own (after, param), cor_item_kind_nick (from->kind), id, key);
    }
}

/* Each field that is not the same. */
static void
add_fields (GArray *changes, const CorItem *from, const CorItem *to)
{
  guint n;
  const CorField *fields = cor_item_fields (from->kind, &n);
  const char *id = from->kind == COR_ITEM_HEAD ? NULL : from->id;

  for (guint i = 1; i < n; i++)
    {
      g_autofree char *before = NULL, *after = NULL;
      CorJsonWriter *writer;

      if (fields[i].type == COR_FIELD_PARAMETERS)
        {
          add_parameters (changes, from, to, &fields[i]);
          continue;
        }
      before = field_text (from, &fields[i]);
      after = field_text (to, &fields[i]);
      if (strcmp (before, after) == 0)
        continue;
      writer = cor_json_writer_new_line ();
      cor_item_write_field (writer, to, &fields[i]);
      add (changes, writer, cor_item_kind_nick (from->kind), id, fields[i].key);
    }
}

static void
add_kind (GArray *changes, CorItemKind kind, const CorScenario *from, const CorScenario *to)
{
  guint n;
  const CorItem *const *items = cor_scenario_items (to, kind, &n);

  for (guint i = 0; i < n; i++)
    {
      const CorItem *before = cor_scenario_find (from, kind, items[i]->id);

      if (before == NULL)
        {
          CorJsonWriter *writer = cor_json_writer_new_line ();

          cor_item_write (writer, items[i]);
          add (changes, writer, cor_item_kind_nick (kind), items[i]->id, NULL);
        }
      else if (before != items[i] && !cor_item_equal (before, items[i]))
        add_fields (changes, before, items[i]);
    }
  items = cor_scenario_items (from, kind, &n);
  for (guint i = 0; i < n; i++)
    if (cor_scenario_find (to, kind, items[i]->id) == NULL)
      {
        CorJsonWriter *writer = cor_json_writer_new_line ();

        cor_json_writer_string (writer, NULL);
        add (changes, writer, cor_item_kind_nick (kind), items[i]->id, NULL);
      }
}

GArray *
cor_variant_difference (const CorScenario *from, const CorScenario *to)
{
  GArray *changes = cor_changes_new ();

  add_fields (changes, &cor_scenario_head (from)->item, &cor_scenario_head (to)->item);
  for (int kind = COR_ITEM_HEAD + 1; kind < COR_ITEM_VARIANT; kind++)
    if (cor_scenario_list (from, kind) != cor_scenario_list (to, kind))
      add_kind (changes, kind, from, to);
  return changes;
}
