/* cor-variant-difference.c: the changes that make one scenario of another.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-variant.h"

#include "cor-item-json.h"

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
  change.value = g_strchomp (g_strndup (text, size));
  g_array_append_val (changes, change);
}

static char *
field_text (const CorItem *item, const CorField *field)
{
  CorJsonWriter *writer = cor_json_writer_new ();
  g_autoptr (GBytes) bytes = NULL;
  gsize size;
  const char *text;

  cor_item_write_field (writer, item, field);
  bytes = cor_json_writer_finish (writer);
  text = g_bytes_get_data (bytes, &size);
  return g_strndup (text, size);
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
      g_autofree char *before = field_text (from, &fields[i]);
      g_autofree char *after = field_text (to, &fields[i]);
      CorJsonWriter *writer;

      if (strcmp (before, after) == 0)
        continue;
      writer = cor_json_writer_new ();
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
          CorJsonWriter *writer = cor_json_writer_new ();

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
        CorJsonWriter *writer = cor_json_writer_new ();

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
