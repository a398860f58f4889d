/* cor-edit-items.c: copying and taking out whole items.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Several ids at once take one pass: each for itself would copy all lists as often, 2,000 of them for 2 s.
 * A set of ids is a GHashTable of strings, borrowed. */

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
is_of (GHashTable *ids, const char *id)
{
  return id != NULL && g_hash_table_contains (ids, id);
}

static gboolean
vias_pass (const GArray *vias, GHashTable *sites)
{
  for (guint i = 0; vias != NULL && i < vias->len; i++)
    if (is_of (sites, g_array_index (vias, CorVia, i).site))
      return TRUE;
  return FALSE;
}

static gboolean
list_has (const char *const *list, GHashTable *ids)
{
  for (; list != NULL && *list != NULL; list++)
    if (is_of (ids, *list))
      return TRUE;
  return FALSE;
}

static gboolean
refers (const CorItem *item, const CorField *field, GHashTable *ids)
{
  switch (field->type)
    {
    case COR_FIELD_STRING:
      return is_of (ids, cor_item_string (item, field));
    case COR_FIELD_STRINGS:
      return list_has (cor_item_boxed (item, field), ids);
    case COR_FIELD_VIAS:
      return vias_pass (cor_item_boxed (item, field), ids);
    default:
      return FALSE;
    }
}

static void
drop_string (CorItem *item, const CorField *field, GHashTable *ids)
{
  const char *const *list = cor_item_boxed (item, field);
  g_autoptr (GPtrArray) left = g_ptr_array_new ();

  for (; *list != NULL; list++)
    if (!is_of (ids, *list))
      g_ptr_array_add (left, g_strdup (*list));
  g_ptr_array_add (left, NULL);
  g_ptr_array_set_free_func (left, g_free);
  cor_item_set_boxed (item, field, left->len > 1 ? left->pdata : NULL);
}

static void
drop_via (CorItem *item, const CorField *field, GHashTable *ids)
{
  const GArray *vias = cor_item_boxed (item, field);
  g_autoptr (GArray) left = cor_vias_new ();

  for (guint i = 0; i < vias->len; i++)
    {
      CorVia via = g_array_index (vias, CorVia, i);

      if (is_of (ids, via.site))
        continue;
      via.site = g_strdup (via.site);
      g_array_append_val (left, via);
    }
  cor_item_set_boxed (item, field, left->len > 0 ? left : NULL);
}

static void
drop_reference (CorItem *item, const CorField *field, GHashTable *ids)
{
  if (field->type == COR_FIELD_STRING)
    cor_item_set_string (item, field, NULL);
  else if (field->type == COR_FIELD_STRINGS)
    drop_string (item, field, ids);
  else
    drop_via (item, field, ids);
}

/* Clears what @item says of the things that went; TRUE where it has to go as well. */
static gboolean
without_reference (const CorItem *item, CorItemKind kind, GHashTable *ids, CorItem **changed)
{
  const CorField *fields;
  guint n;

  fields = cor_item_fields (item->kind, &n);
  for (guint i = 0; i < n; i++)
    {
      const CorField *field = &fields[i];

      if (field->refers != (int)kind || !refers (*changed ? *changed : item, field, ids))
        continue;
      if (is_essential (item->kind, field->key))
        return TRUE;
      if (*changed == NULL)
        *changed = cor_item_copy (item);
      drop_reference (*changed, field, ids);
    }
  return FALSE;
}

/* The list of @other without what needs something of @kind that went, which is noted in @gone, and without a word of it
 * in the rest; NULL where all stay as they are. */
static GPtrArray *
clear_list (const CorScenario *scenario, CorItemKind other, CorItemKind kind, GHashTable *ids, GHashTable *gone)
{
  g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_item_unref);
  gboolean same = TRUE;
  guint n;
  const CorItem *const *items = cor_scenario_items (scenario, other, &n);

  for (guint i = 0; i < n; i++)
    {
      CorItem *changed = NULL;
      gboolean goes = (other == kind && is_of (ids, items[i]->id));

      if (!goes && without_reference (items[i], kind, ids, &changed))
        {
          goes = TRUE;
          g_hash_table_add (gone, items[i]->id);
          g_clear_pointer (&changed, cor_item_unref);
        }
      same = same && !goes && changed == NULL;
      if (!goes)
        g_ptr_array_add (left, changed != NULL ? changed : cor_item_ref ((CorItem *) items[i]));
    }
  return same ? NULL : g_steal_pointer (&left);
}

/* Takes those of @kind out, and what cannot be without them, which is counted in @n_more. */
static CorScenario *
remove_set (CorScenario *scenario, CorItemKind kind, GHashTable *ids, guint *n_more)
{
  CorScenario *next = cor_scenario_ref (scenario);

  for (int other = COR_ITEM_SITE; other < COR_N_ITEM_KINDS; other++)
    {
      g_autoptr (GHashTable) gone = g_hash_table_new (g_str_hash, g_str_equal);
      g_autoptr (CorScenario) before = next;
      g_autoptr (CorScenario) cleared = NULL;
      GPtrArray *left = clear_list (before, other, kind, ids, gone);

      cleared = left != NULL ? cor_scenario_with_items (before, other, left) : cor_scenario_ref (before);
      *n_more += g_hash_table_size (gone);
      next = g_hash_table_size (gone) > 0 ? remove_set (cleared, other, gone, n_more) : cor_scenario_ref (cleared);
    }
  return next;
}

CorScenario *
cor_edit_remove_all (CorScenario *scenario, CorItemKind kind, const char *const *ids, guint *n_more)
{
  g_autoptr (GHashTable) set = g_hash_table_new (g_str_hash, g_str_equal);
  guint more = 0;
  CorScenario *next;

  for (; *ids != NULL; ids++)
    g_hash_table_add (set, (gpointer) *ids);
  next = remove_set (scenario, kind, set, &more);
  if (n_more != NULL)
    *n_more = more;
  return next;
}

CorScenario *
cor_edit_remove (CorScenario *scenario, CorItemKind kind, const char *id, guint *n_more)
{
  return cor_edit_remove_all (scenario, kind, (const char *const[]){ id, NULL }, n_more);
}

static void
shift (CorItem *item, const char *key)
{
  const CorField *field = cor_item_field (item->kind, key);

  if (field != NULL)
    cor_item_set_number (item, field, cor_item_number (item, field) - COPY_OFFSET_DEGREES, NULL);
}

static CorItem *
copy_of (const CorScenario *scenario, const CorItem *item)
{
  CorItem *copy = cor_item_copy (item);

  g_free (copy->id);
  /* No two things have a copy of the same id: a number is put behind an id that is taken. */
  copy->id = cor_scenario_free_id (scenario, item->kind, item->id);
  g_free (copy->name);
  copy->name = g_strdup_printf (_ ("%s (copy)"), cor_item_label (item, FALSE));
  if (item->name_zh != NULL)
    {
      g_free (copy->name_zh);
      copy->name_zh = g_strdup_printf ("%s（副本）", item->name_zh);
    }
  if (item->kind == COR_ITEM_SITE || item->kind == COR_ITEM_STATION)
    shift (copy, "lat");
  return copy;
}

CorScenario *
cor_edit_duplicate_all (CorScenario *scenario, CorItemKind kind, const char *const *ids, GPtrArray *copy_ids)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_item_unref);
  guint n;
  const CorItem *const *items = cor_scenario_items (scenario, kind, &n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (all, cor_item_ref ((CorItem *) items[i]));
  for (; *ids != NULL; ids++)
    {
      const CorItem *item = cor_scenario_find (scenario, kind, *ids);
      CorItem *copy = item != NULL ? copy_of (scenario, item) : NULL;

      if (copy == NULL)
        continue;
      g_ptr_array_add (all, copy);
      g_ptr_array_add (copy_ids, g_strdup (copy->id));
    }
  return cor_scenario_with_items (scenario, kind, all);
}

CorScenario *
cor_edit_duplicate (CorScenario *scenario, CorItemKind kind, const char *id, char **copy_id)
{
  g_autoptr (GPtrArray) copies = g_ptr_array_new ();

  g_return_val_if_fail (cor_scenario_find (scenario, kind, id) != NULL, NULL);

  scenario = cor_edit_duplicate_all (scenario, kind, (const char *const[]){ id, NULL }, copies);
  *copy_id = g_ptr_array_index (copies, 0);
  return scenario;
}
