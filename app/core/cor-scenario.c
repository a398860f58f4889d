/* cor-scenario.c: a scenario as an immutable value that shares what an edit leaves alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-scenario.h"

#include <string.h>

/* Where each id stands among items; immutable. A list with one of them replaced shares it: @items are those
 * that it was made of, whose ids are its keys. */
typedef struct
{
  gatomicrefcount refs;
  GPtrArray *items;
  GHashTable *places;
} Index;

/* The items of a kind; immutable, shared between scenarios. */
typedef struct
{
  gatomicrefcount refs;
  GPtrArray *items;
  Index *index;
} List;

struct _CorScenario
{
  gatomicrefcount refs;
  CorItem *head;
  char *extra;
  List *lists[COR_N_ITEM_KINDS];
};

static Index *
index_new (GPtrArray *items)
{
  Index *index = g_new0 (Index, 1);

  g_atomic_ref_count_init (&index->refs);
  index->items = g_ptr_array_ref (items);
  index->places = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = items->len; i-- > 0;)
    {
      CorItem *item = g_ptr_array_index (items, i);

      g_hash_table_insert (index->places, item->id, GUINT_TO_POINTER (i));
    }
  return index;
}

static Index *
index_ref (Index *index)
{
  g_atomic_ref_count_inc (&index->refs);
  return index;
}

static void
index_unref (Index *index)
{
  if (!g_atomic_ref_count_dec (&index->refs))
    return;
  g_hash_table_unref (index->places);
  g_ptr_array_unref (index->items);
  g_free (index);
}

/* Takes over both. */
static List *
list_of (GPtrArray *items, Index *index)
{
  List *list = g_new0 (List, 1);

  g_atomic_ref_count_init (&list->refs);
  list->items = items;
  list->index = index;
  return list;
}

static List *
list_new (GPtrArray *items)
{
  return list_of (items, index_new (items));
}

static List *
list_ref (List *list)
{
  g_atomic_ref_count_inc (&list->refs);
  return list;
}

static void
list_unref (List *list)
{
  if (!g_atomic_ref_count_dec (&list->refs))
    return;
  index_unref (list->index);
  g_ptr_array_unref (list->items);
  g_free (list);
}

static GPtrArray *
items_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) cor_item_unref);
}

static gpointer
item_ref_func (gconstpointer item, gpointer data)
{
  return cor_item_ref (item);
}

CorScenario *
cor_scenario_new (CorItem *head)
{
  CorScenario *scenario = g_new0 (CorScenario, 1);

  g_atomic_ref_count_init (&scenario->refs);
  scenario->head = head ? head : cor_item_new (COR_ITEM_HEAD, "scenario");
  for (guint i = 0; i < COR_N_ITEM_KINDS; i++)
    scenario->lists[i] = list_new (items_new ());
  return scenario;
}

static CorScenario *
scenario_copy (const CorScenario *scenario)
{
  CorScenario *copy = g_new0 (CorScenario, 1);

  g_atomic_ref_count_init (&copy->refs);
  copy->head = cor_item_ref (scenario->head);
  copy->extra = g_strdup (scenario->extra);
  for (guint i = 0; i < COR_N_ITEM_KINDS; i++)
    copy->lists[i] = list_ref (scenario->lists[i]);
  return copy;
}

CorScenario *
cor_scenario_ref (CorScenario *scenario)
{
  g_atomic_ref_count_inc (&scenario->refs);
  return scenario;
}

void
cor_scenario_unref (CorScenario *scenario)
{
  if (!g_atomic_ref_count_dec (&scenario->refs))
    return;
  cor_item_unref (scenario->head);
  g_free (scenario->extra);
  for (guint i = 0; i < COR_N_ITEM_KINDS; i++)
    list_unref (scenario->lists[i]);
  g_free (scenario);
}

const CorHead *
cor_scenario_head (const CorScenario *scenario)
{
  return (const CorHead *) scenario->head;
}

const char *
cor_scenario_title (const CorScenario *scenario, gboolean zh)
{
  const CorItem *head;
  const CorItem *const *routes;
  guint n;

  g_return_val_if_fail (scenario != NULL, NULL);

  head = &cor_scenario_head (scenario)->item;
  routes = cor_scenario_items (scenario, COR_ITEM_ROUTE, &n);
  return cor_item_label (head->name == NULL && head->name_zh == NULL && n > 0 ? routes[0] : head, zh);
}

const char *
cor_scenario_extra (const CorScenario *scenario)
{
  return scenario->extra;
}

const CorItem *const *
cor_scenario_items (const CorScenario *scenario, CorItemKind kind, guint *n)
{
  *n = scenario->lists[kind]->items->len;
  return (const CorItem *const *) scenario->lists[kind]->items->pdata;
}

gconstpointer
cor_scenario_list (const CorScenario *scenario, CorItemKind kind)
{
  return scenario->lists[kind];
}

int
cor_scenario_index (const CorScenario *scenario, CorItemKind kind, const char *id)
{
  gpointer place;

  if (id == NULL || !g_hash_table_lookup_extended (scenario->lists[kind]->index->places, id, NULL, &place))
    return -1;
  return GPOINTER_TO_INT (place);
}

const CorItem *
cor_scenario_find (const CorScenario *scenario, CorItemKind kind, const char *id)
{
  int place = cor_scenario_index (scenario, kind, id);

  return place < 0 ? NULL : g_ptr_array_index (scenario->lists[kind]->items, place);
}

/* Takes over @list. */
static CorScenario *
with_list (const CorScenario *scenario, CorItemKind kind, List *list)
{
  CorScenario *copy = scenario_copy (scenario);

  list_unref (copy->lists[kind]);
  copy->lists[kind] = list;
  return copy;
}

CorScenario *
cor_scenario_with_items (const CorScenario *scenario, CorItemKind kind, GPtrArray *items)
{
  return with_list (scenario, kind, list_new (items));
}

CorScenario *
cor_scenario_with_item (const CorScenario *scenario, CorItem *item)
{
  CorItemKind kind = item->kind;
  const List *list = scenario->lists[kind];
  GPtrArray *items = g_ptr_array_copy (list->items, (GCopyFunc) item_ref_func, NULL);
  int place = cor_scenario_index (scenario, kind, item->id);

  g_ptr_array_set_free_func (items, (GDestroyNotify) cor_item_unref);
  if (place < 0)
    {
      g_ptr_array_add (items, item);
      return cor_scenario_with_items (scenario, kind, items);
    }
  cor_item_unref (g_ptr_array_index (items, place));
  g_ptr_array_index (items, place) = item;
  return with_list (scenario, kind, list_of (items, index_ref (list->index)));
}

CorScenario *
cor_scenario_without (const CorScenario *scenario, CorItemKind kind, const char *id)
{
  GPtrArray *items = g_ptr_array_copy (scenario->lists[kind]->items, (GCopyFunc) item_ref_func, NULL);
  int place = cor_scenario_index (scenario, kind, id);

  g_ptr_array_set_free_func (items, (GDestroyNotify) cor_item_unref);
  if (place >= 0)
    g_ptr_array_remove_index (items, place);
  return cor_scenario_with_items (scenario, kind, items);
}

CorScenario *
cor_scenario_with_head (const CorScenario *scenario, CorItem *head)
{
  CorScenario *copy = scenario_copy (scenario);

  cor_item_unref (copy->head);
  copy->head = head;
  return copy;
}

CorScenario *
cor_scenario_with_extra (const CorScenario *scenario, const char *extra)
{
  CorScenario *copy = scenario_copy (scenario);

  g_free (copy->extra);
  copy->extra = g_strdup (extra);
  return copy;
}

static gboolean
lists_equal (const List *a, const List *b)
{
  if (a == b)
    return TRUE;
  if (a->items->len != b->items->len)
    return FALSE;
  for (guint i = 0; i < a->items->len; i++)
    if (!cor_item_equal (g_ptr_array_index (a->items, i), g_ptr_array_index (b->items, i)))
      return FALSE;
  return TRUE;
}

gboolean
cor_scenario_equal (const CorScenario *a, const CorScenario *b)
{
  if (a == b)
    return TRUE;
  if (!cor_item_equal (a->head, b->head) || g_strcmp0 (a->extra, b->extra) != 0)
    return FALSE;
  for (guint i = 0; i < COR_N_ITEM_KINDS; i++)
    if (!lists_equal (a->lists[i], b->lists[i]))
      return FALSE;
  return TRUE;
}

/* Whether a variant has an item of that id of its own, or changes one. */
static gboolean
variant_uses (const CorScenario *scenario, CorItemKind kind, const char *id)
{
  g_autofree char *stem = g_strdup_printf ("%s/%s", cor_item_kind_nick (kind), id);
  guint n, length = (guint)strlen (stem);
  const CorItem *const *items = cor_scenario_items (scenario, COR_ITEM_VARIANT, &n);

  for (guint i = 0; i < n; i++)
    {
      const GArray *changes = ((const CorVariant *)items[i])->changes;

      for (guint k = 0; changes != NULL && k < changes->len; k++)
        {
          const char *path = g_array_index (changes, CorChange, k).path;

          if (strncmp (path, stem, length) == 0 && (path[length] == '\0' || path[length] == '/'))
            return TRUE;
        }
    }
  return FALSE;
}

char *
cor_scenario_free_id (const CorScenario *scenario, CorItemKind kind, const char *stem)
{
  char *id = g_strdup (stem);

  for (guint i = 2; cor_scenario_find (scenario, kind, id) != NULL || variant_uses (scenario, kind, id); i++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", stem, i);
    }
  return id;
}

const char *
cor_scenario_truck_type (const CorScenario *scenario)
{
  const char *type = NULL;
  guint n;
  const CorItem *const *trucks = cor_scenario_items (scenario, COR_ITEM_TRUCK, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *of_truck = ((const CorTruck *) trucks[i])->truck_type;

      if (i > 0 && g_strcmp0 (of_truck, type) != 0)
        return NULL;
      type = of_truck;
    }
  return type;
}
