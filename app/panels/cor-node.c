/* cor-node.c: a line of the list: a section, or a thing in it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-node.h"

struct _CorNode
{
  GObject parent_instance;

  CorItemKind kind;
  char *id;
  CorItem *item;
  GListStore *children;
  CorNodeLook look;
  CorNodeLooks *looks;
  guint round; /* of @looks, in which the look was worked out; 0 where it is owed anyhow */
  guint watchers;
};

struct _CorNodeLooks
{
  GObject *source;
  CorNodeLookFunc func;
  guint round; /* counts the refreshes, from 1 on */
  GHashTable *watched; /* lines, which take themselves out */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CorNode, cor_node, G_TYPE_OBJECT)

static void
look_clear (CorNodeLook *look)
{
  g_clear_pointer (&look->label, g_free);
  g_clear_pointer (&look->detail, g_free);
  g_clear_pointer (&look->value, g_free);
  g_clear_pointer (&look->full, g_free);
}

static void
cor_node_finalize (GObject *object)
{
  CorNode *self = COR_NODE (object);

  g_free (self->id);
  g_clear_pointer (&self->item, cor_item_unref);
  g_clear_object (&self->children);
  look_clear (&self->look);
  g_hash_table_remove (self->looks->watched, self);
  cor_node_looks_unref (self->looks);
  G_OBJECT_CLASS (cor_node_parent_class)->finalize (object);
}

static void
cor_node_class_init (CorNodeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cor_node_finalize;
  signals[CHANGED] = g_signal_new ("changed", COR_TYPE_NODE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
cor_node_init (CorNode *self)
{
}

CorNodeLooks *
cor_node_looks_new (GObject *source, CorNodeLookFunc func)
{
  CorNodeLooks *looks = g_rc_box_new0 (CorNodeLooks);

  looks->source = g_object_ref (source);
  looks->func = func;
  looks->round = 1;
  looks->watched = g_hash_table_new (NULL, NULL);
  return looks;
}

static void
looks_clear (gpointer data)
{
  CorNodeLooks *looks = data;

  g_object_unref (looks->source);
  g_hash_table_unref (looks->watched);
}

void
cor_node_looks_unref (CorNodeLooks *looks)
{
  g_rc_box_release_full (looks, looks_clear);
}

CorNode *
cor_node_new (CorNodeLooks *looks, CorItemKind kind, const char *id)
{
  CorNode *self = g_object_new (COR_TYPE_NODE, NULL);

  self->looks = g_rc_box_acquire (looks);
  self->kind = kind;
  self->id = g_strdup (id);
  if (id == NULL)
    self->children = g_list_store_new (COR_TYPE_NODE);
  return self;
}

CorItemKind
cor_node_get_kind (CorNode *self)
{
  g_return_val_if_fail (COR_IS_NODE (self), COR_ITEM_HEAD);

  return self->kind;
}

const char *
cor_node_get_id (CorNode *self)
{
  g_return_val_if_fail (COR_IS_NODE (self), NULL);

  return self->id;
}

const CorItem *
cor_node_get_item (CorNode *self)
{
  g_return_val_if_fail (COR_IS_NODE (self), NULL);

  return self->item;
}

void
cor_node_set_item (CorNode *self, const CorItem *item)
{
  g_return_if_fail (COR_IS_NODE (self));

  cor_item_ref (item);
  g_clear_pointer (&self->item, cor_item_unref);
  self->item = (CorItem *)item;
  self->round = 0;
}

GListStore *
cor_node_get_children (CorNode *self)
{
  g_return_val_if_fail (COR_IS_NODE (self), NULL);

  return self->children;
}

static gboolean
look_equal (const CorNodeLook *a, const CorNodeLook *b)
{
  return g_strcmp0 (a->label, b->label) == 0 && g_strcmp0 (a->detail, b->detail) == 0
         && g_strcmp0 (a->value, b->value) == 0 && g_strcmp0 (a->full, b->full) == 0 && a->strong == b->strong
         && g_strcmp0 (a->icon, b->icon) == 0 && a->role == b->role && a->dim == b->dim
         && a->on == b->on;
}

/* Whether it looks otherwise than before. */
static gboolean
work_out (CorNode *self)
{
  CorNodeLook look = { 0 };
  gboolean equal;

  self->round = self->looks->round;
  self->looks->func (self->looks->source, self, &look);
  equal = look_equal (&self->look, &look);
  look_clear (&self->look);
  self->look = look;
  return !equal;
}

const CorNodeLook *
cor_node_get_look (CorNode *self)
{
  g_return_val_if_fail (COR_IS_NODE (self), NULL);

  if (self->round != self->looks->round)
    work_out (self);
  return &self->look;
}

void
cor_node_watch (CorNode *self)
{
  g_return_if_fail (COR_IS_NODE (self));

  if (self->watchers++ == 0)
    g_hash_table_add (self->looks->watched, self);
}

void
cor_node_unwatch (CorNode *self)
{
  g_return_if_fail (COR_IS_NODE (self) && self->watchers > 0);

  if (--self->watchers == 0)
    g_hash_table_remove (self->looks->watched, self);
}

void
cor_node_looks_refresh (CorNodeLooks *looks)
{
  g_autoptr (GList) watched = g_hash_table_get_keys (looks->watched);

  looks->round++;
  g_list_foreach (watched, (GFunc)(GCallback)g_object_ref, NULL);
  for (GList *l = watched; l != NULL; l = l->next)
    {
      if (work_out (l->data))
        g_signal_emit (l->data, signals[CHANGED], 0);
      g_object_unref (l->data);
    }
}
