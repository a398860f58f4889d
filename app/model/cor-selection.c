/* cor-selection.c: what is selected, the same for list, map and inspector.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-selection.h"

struct _CorSelection
{
  GObject parent_instance;

  CorItemKind kind;
  GPtrArray *ids; /* ends in NULL */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CorSelection, cor_selection, G_TYPE_OBJECT)

static void
cor_selection_finalize (GObject *object)
{
  g_ptr_array_unref (COR_SELECTION (object)->ids);
  G_OBJECT_CLASS (cor_selection_parent_class)->finalize (object);
}

static void
cor_selection_class_init (CorSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cor_selection_finalize;
  signals[CHANGED] = g_signal_new ("changed", COR_TYPE_SELECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
cor_selection_init (CorSelection *self)
{
  self->kind = COR_ITEM_HEAD;
  self->ids = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->ids, NULL);
}

CorSelection *
cor_selection_new (void)
{
  return g_object_new (COR_TYPE_SELECTION, NULL);
}

static int
place_of (CorSelection *self, const char *id)
{
  for (guint i = 0; i + 1 < self->ids->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->ids, i), id) == 0)
      return (int)i;
  return -1;
}

void
cor_selection_set_all (CorSelection *self, CorItemKind kind, const char *const *ids)
{
  g_autoptr (GPtrArray) next = g_ptr_array_new_with_free_func (g_free);
  gboolean same;

  g_return_if_fail (COR_IS_SELECTION (self));

  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (next, g_strdup (ids[i]));
  g_ptr_array_add (next, NULL);
  same = kind == self->kind && next->len == self->ids->len;
  for (guint i = 0; same && i < next->len; i++)
    same = g_strcmp0 (g_ptr_array_index (next, i), g_ptr_array_index (self->ids, i)) == 0;
  if (same)
    return;
  self->kind = kind;
  g_ptr_array_unref (self->ids);
  self->ids = g_steal_pointer (&next);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
cor_selection_set (CorSelection *self, CorItemKind kind, const char *id)
{
  const char *const ids[] = { id, NULL };

  cor_selection_set_all (self, kind, ids);
}

void
cor_selection_toggle (CorSelection *self, CorItemKind kind, const char *id)
{
  int place;

  g_return_if_fail (COR_IS_SELECTION (self));
  g_return_if_fail (id != NULL);

  if (kind != self->kind || self->ids->len == 1)
    {
      cor_selection_set (self, kind, id);
      return;
    }
  place = place_of (self, id);
  if (place >= 0)
    g_ptr_array_remove_index (self->ids, place);
  else
    g_ptr_array_insert (self->ids, self->ids->len - 1, g_strdup (id));
  if (self->ids->len == 1)
    self->kind = COR_ITEM_HEAD;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
cor_selection_clear (CorSelection *self)
{
  cor_selection_set (self, COR_ITEM_HEAD, NULL);
}

CorItemKind
cor_selection_get_kind (CorSelection *self)
{
  g_return_val_if_fail (COR_IS_SELECTION (self), COR_ITEM_HEAD);

  return self->kind;
}

const char *
cor_selection_get_id (CorSelection *self)
{
  g_return_val_if_fail (COR_IS_SELECTION (self), NULL);

  return g_ptr_array_index (self->ids, 0);
}

guint
cor_selection_get_n (CorSelection *self)
{
  g_return_val_if_fail (COR_IS_SELECTION (self), 0);

  return self->ids->len - 1;
}

const char *const *
cor_selection_get_ids (CorSelection *self)
{
  g_return_val_if_fail (COR_IS_SELECTION (self), NULL);

  return (const char *const *)self->ids->pdata;
}

gboolean
cor_selection_contains (CorSelection *self, CorItemKind kind, const char *id)
{
  g_return_val_if_fail (COR_IS_SELECTION (self), FALSE);

  return kind == self->kind && id != NULL && place_of (self, id) >= 0;
}

void
cor_selection_keep (CorSelection *self, const CorScenario *scenario)
{
  guint before;

  g_return_if_fail (COR_IS_SELECTION (self));

  if (self->kind == COR_ITEM_HEAD || self->kind == COR_SELECT_PARAMETER || self->ids->len == 1)
    return;
  before = self->ids->len;
  for (guint i = before - 1; i-- > 0;)
    if (cor_scenario_find (scenario, self->kind, g_ptr_array_index (self->ids, i)) == NULL)
      g_ptr_array_remove_index (self->ids, i);
  if (self->ids->len == before)
    return;
  if (self->ids->len == 1)
    self->kind = COR_ITEM_HEAD;
  g_signal_emit (self, signals[CHANGED], 0);
}
