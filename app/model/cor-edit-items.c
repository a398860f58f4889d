/* cor-edit-items.c: copying and taking out whole items.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Degrees by which the copy of a place is set off. */
#define COPY_OFFSET_DEGREES 0.004

/* Whether an item cannot be without what @key refers to. */
static gboolean
is_essential (CorItemKind kind, const char *key)
{
  if (kind == COR_ITEM_ROUTE)
    return g_str_equal (key, "origin") || g_str_equal (key, "destination");
  if (kind == COR_ITEM_MACHINE)
    return g_str_equal (key, "site");
  return kind == COR_ITEM_DUTY && (g_str_equal (key, "route") || g_str_equal (key, "truck"));
}

static gboolean
vias_pass (const GArray *vias, const char *site)
{
  for (guint i = 0; vias != NULL && i < vias->len; i++)
    if (g_strcmp0 (g_array_index (vias, CorVia, i).site, site) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
refers (const CorItem *item, const CorField *field, const char *id)
{
  switch (field->type)
    {
    case COR_FIELD_STRING:
      return g_strcmp0 (cor_item_string (item, field), id) == 0;
    case COR_FIELD_STRINGS:
      {
        const char *const *list = cor_item_boxed (item, field);

        return list != NULL && g_strv_contains (list, id);
      }
    case COR_FIELD_VIAS:
      return vias_pass (cor_item_boxed (item, field), id);
    default:
      return FALSE;
    }
}

static void
drop_string (CorItem *item, const CorField *field, const char *id)
{
  const char *const *list = cor_item_boxed (item, field);
  g_autoptr (GPtrArray) left = g_ptr_array_new ();

  for (; *list != NULL; list++)
    if (!g_str_equal (*list, id))
      g_ptr_array_add (left, g_strdup (*list));
  g_ptr_array_add (left, NULL);
  g_ptr_array_set_free_func (left, g_free);
  cor_item_set_boxed (item, field, left->len > 1 ? left->pdata : NULL);
}

static void
drop_via (CorItem *item, const CorField *field, const char *id)
{
  const GArray *vias = cor_item_boxed (item, field);
  g_autoptr (GArray) left = cor_vias_new ();

  for (guint i = 0; i < vias->len; i++)
    {
      CorVia via = g_array_index (vias, CorVia, i);

      if (g_strcmp0 (via.site, id) == 0)
        continue;
      via.site = g_strdup (via.site);
      g_array_append_val (left, via);
    }
  cor_item_set_boxed (item, field, left->len > 0 ? left : NULL);
}

static void
drop_reference (CorItem *item, const CorField *field, const char *id)
{
  if (field->type == COR_FIELD_STRING)
    cor_item_set_string (item, field, NULL);
  else if (field->type == COR_FIELD_STRINGS)
    drop_string (item, field, id);
  else
    drop_via (item, field, id);
}

/* Clears what @item says of the thing that went; TRUE where it has to go as well. */
static gboolean
without_reference (const CorItem *item, CorItemKind kind, const char *id, CorItem **changed)
{
  const CorField *fields;
  guint n;

  fields = cor_item_fields (item->kind, &n);
  for (guint i = 0; i < n; i++)
    {
      const CorField *field = &fields[i];

      if (field->refers != (int)kind || !refers (*changed ? *changed : item, field, id))
        continue;
      if (is_essential (item->kind, field->key))
        return TRUE;
      if (*changed == NULL)
        *changed = cor_item_copy (item);
      drop_reference (*changed, field, id);
    }
  return FALSE;
}

/* What refers to the thing of @kind and @id: cleared, or gone and noted in @gone. */
static CorScenario *
clear_references (CorScenario *scenario, CorItemKind kind, const char *id, GPtrArray *gone)
{
  g_autoptr (CorScenario) next = cor_scenario_ref (scenario);

  for (int other = COR_ITEM_SITE; other < COR_N_ITEM_KINDS; other++)
    {
      guint n;
      const CorItem *const *items = cor_scenario_items (scenario, other, &n);

      for (guint i = 0; i < n; i++)
        {
          CorItem *changed = NULL;
          CorScenario *after;

          if (without_reference (items[i], kind, id, &changed))
            {
              g_ptr_array_add (gone, (gpointer)items[i]);
              g_clear_pointer (&changed, cor_item_unref);
            }
          if (changed == NULL)
            continue;
          after = cor_scenario_with_item (next, changed);
          cor_scenario_unref (next);
          next = after;
        }
    }
  return g_steal_pointer (&next);
}

CorScenario *
cor_edit_remove (CorScenario *scenario, CorItemKind kind, const char *id, guint *n_more)
{
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();
  g_autoptr (CorScenario) without = cor_scenario_without (scenario, kind, id);
  CorScenario *next = clear_references (without, kind, id, gone);
  guint more = gone->len;

  for (guint i = 0; i < gone->len; i++)
    {
      const CorItem *item = g_ptr_array_index (gone, i);
      CorScenario *before = next;
      guint further;

      next = cor_edit_remove (before, item->kind, item->id, &further);
      cor_scenario_unref (before);
      more += further;
    }
  if (n_more != NULL)
    *n_more = more;
  return next;
}

static void
shift (CorItem *item, const char *key)
{
  const CorField *field = cor_item_field (item->kind, key);

  if (field != NULL)
    cor_item_set_number (item, field, cor_item_number (item, field) - COPY_OFFSET_DEGREES, NULL);
}

CorScenario *
cor_edit_duplicate (CorScenario *scenario, CorItemKind kind, const char *id, char **copy_id)
{
  const CorItem *item = cor_scenario_find (scenario, kind, id);
  CorItem *copy;

  g_return_val_if_fail (item != NULL, NULL);

  copy = cor_item_copy (item);
  g_free (copy->id);
  copy->id = cor_scenario_free_id (scenario, kind, id);
  g_free (copy->name);
  copy->name = g_strdup_printf (_ ("%s (copy)"), cor_item_label (item, FALSE));
  if (item->name_zh != NULL)
    {
      g_free (copy->name_zh);
      copy->name_zh = g_strdup_printf ("%s（副本）", item->name_zh);
    }
  if (kind == COR_ITEM_SITE || kind == COR_ITEM_STATION)
    shift (copy, "lat");
  *copy_id = g_strdup (copy->id);
  return cor_scenario_with_item (scenario, copy);
}
