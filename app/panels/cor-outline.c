/* cor-outline.c: the scenario as a list: a section for each kind, its things below.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-outline.h"

#include "cor-pace.h"

struct _CorOutline
{
  GObject parent_instance;

  CorSession *session;
  CorComparison *comparison;
  GListStore *sections;
  CorNodeLooks *looks;
  CorPace pace;
  gconstpointer lists[COR_N_ITEM_KINDS]; /* what the sections were filled from */
};

const CorParamId cor_outline_prices[] = {
  COR_PARAM_DIESEL_PRICE, COR_PARAM_DEPOT_PRICE, COR_PARAM_STATION_PRICE,  COR_PARAM_SERVICE_FEE,
  COR_PARAM_SWAP_FEE,     COR_PARAM_TOLL,        COR_PARAM_HYDROGEN_PRICE, COR_N_PARAMS,
};

static const CorItemKind section_kinds[] = {
  COR_ITEM_SITE, COR_ITEM_ROUTE,  COR_ITEM_STATION,     COR_ITEM_TRUCK,
  COR_ITEM_DUTY, COR_ITEM_POLICY, COR_SELECT_PARAMETER, COR_ITEM_TARIFF,
  COR_ITEM_VARIANT,
};

G_DEFINE_FINAL_TYPE (CorOutline, cor_outline, G_TYPE_OBJECT)

static CorNode *
nth (GListStore *store, guint i)
{
  g_autoptr (CorNode) node = g_list_model_get_item (G_LIST_MODEL (store), i);

  return node; /* the store keeps it */
}

static guint
length (GListStore *store)
{
  return g_list_model_get_n_items (G_LIST_MODEL (store));
}

/* The line of that id at or after @from, or -1. */
static int
find_line (GListStore *lines, guint from, const char *id)
{
  for (guint i = from; i < length (lines); i++)
    if (g_str_equal (cor_node_get_id (nth (lines, i)), id))
      return (int)i;
  return -1;
}

/* Makes line @i stand for @item: the one that is there, one from further down, or a new one. */
static void
settle_line (CorOutline *self, GListStore *lines, guint i, const CorItem *item)
{
  int place = find_line (lines, i, item->id);
  g_autoptr (CorNode) node = NULL;

  if (place == (int)i)
    {
      cor_node_set_item (nth (lines, i), item);
      return;
    }
  if (place > 0)
    {
      node = g_object_ref (nth (lines, (guint)place));
      g_list_store_remove (lines, (guint)place);
    }
  else
    node = cor_node_new (self->looks, item->kind, item->id);
  cor_node_set_item (node, item);
  g_list_store_insert (lines, i, node);
}

/* New lines at the end all at once: a view that shows them works on each change. */
static void
append_lines (CorOutline *self, GListStore *lines, const CorItem *const *items, guint n)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      CorNode *node = cor_node_new (self->looks, items[i]->kind, items[i]->id);

      cor_node_set_item (node, items[i]);
      g_ptr_array_add (nodes, node);
    }
  g_list_store_splice (lines, length (lines), 0, nodes->pdata, nodes->len);
}

static void
fill_section (CorOutline *self, CorNode *section)
{
  CorScenario *scenario = cor_document_get_scenario (cor_session_get_document (self->session));
  CorItemKind kind = cor_node_get_kind (section);
  GListStore *lines = cor_node_get_children (section);
  const CorItem *const *items;
  guint n;

  if (kind == COR_SELECT_PARAMETER || self->lists[kind] == cor_scenario_list (scenario, kind))
    return;
  self->lists[kind] = cor_scenario_list (scenario, kind);
  items = cor_scenario_items (scenario, kind, &n);
  for (guint i = 0; i < n; i++)
    {
      if (i < length (lines) && cor_node_get_item (nth (lines, i)) == items[i])
        continue;
      /* What stands here and is gone from the scenario goes first, so that the rest stays put. */
      while (i < length (lines)
             && cor_scenario_find (scenario, kind, cor_node_get_id (nth (lines, i))) == NULL)
        g_list_store_remove (lines, i);
      if (i == length (lines))
        {
          append_lines (self, lines, items + i, n - i);
          break;
        }
      settle_line (self, lines, i, items[i]);
    }
  if (length (lines) > n)
    g_list_store_splice (lines, n, length (lines) - n, NULL, 0);
}

static void
look_at (GObject *comparison, CorNode *node, CorNodeLook *look)
{
  cor_outline_look (COR_COMPARISON (comparison), node, look);
}

static void
update (gpointer data)
{
  CorOutline *self = data;

  for (guint i = 0; i < length (self->sections); i++)
    fill_section (self, nth (self->sections, i));
  cor_node_looks_refresh (self->looks);
}

static void
changed (CorOutline *self)
{
  cor_pace_call (&self->pace);
}

static void
cor_outline_dispose (GObject *object)
{
  CorOutline *self = COR_OUTLINE (object);

  cor_pace_clear (&self->pace);
  g_clear_object (&self->comparison);
  g_clear_object (&self->session);
  g_clear_object (&self->sections);
  g_clear_pointer (&self->looks, cor_node_looks_unref);
  G_OBJECT_CLASS (cor_outline_parent_class)->dispose (object);
}

static void
cor_outline_class_init (CorOutlineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cor_outline_dispose;
}

static void
cor_outline_init (CorOutline *self)
{
  self->sections = g_list_store_new (COR_TYPE_NODE);
}

/* The sections, and the prices, which are always the same. */
static void
add_sections (CorOutline *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (section_kinds); i++)
    {
      g_autoptr (CorNode) section = cor_node_new (self->looks, section_kinds[i], NULL);

      g_list_store_append (self->sections, section);
      for (guint j = 0; section_kinds[i] == COR_SELECT_PARAMETER && cor_outline_prices[j] < COR_N_PARAMS; j++)
        {
          g_autoptr (CorNode) price
              = cor_node_new (self->looks, COR_SELECT_PARAMETER, cor_param_info (cor_outline_prices[j])->id);

          g_list_store_append (cor_node_get_children (section), price);
        }
    }
}

CorOutline *
cor_outline_new (CorComparison *comparison)
{
  CorSession *session = cor_comparison_get_session (comparison);
  CorOutline *self = g_object_new (COR_TYPE_OUTLINE, NULL);

  self->session = g_object_ref (session);
  self->comparison = g_object_ref (comparison);
  self->looks = cor_node_looks_new (G_OBJECT (comparison), look_at);
  add_sections (self);
  g_signal_connect_object (cor_session_get_document (session), "changed", G_CALLBACK (changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "results-changed", G_CALLBACK (changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (comparison, "changed", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
  cor_pace_set (&self->pace, update, self);
  update (self);
  return self;
}

GListModel *
cor_outline_get_sections (CorOutline *self)
{
  g_return_val_if_fail (COR_IS_OUTLINE (self), NULL);

  return G_LIST_MODEL (self->sections);
}
