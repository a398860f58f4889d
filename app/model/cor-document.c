/* cor-document.c: the open scenario: its present state, its file, and the way back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-document-private.h"

enum
{
  PROP_FILE = 1,
  PROP_MODIFIED,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_VARIANT,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CorDocument, cor_document, G_TYPE_OBJECT)

CorDocumentBefore
cor_document_look_before (CorDocument *self)
{
  return (CorDocumentBefore){ self->undo->len > 0, self->redo->len > 0,
                              g_strdup (cor_document_get_undo_label (self)),
                              g_strdup (cor_document_get_redo_label (self)), g_strdup (self->state.variant) };
}

static void
notify_steps (CorDocument *self, CorDocumentBefore *before)
{
  if (before->can_undo != (self->undo->len > 0))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_UNDO]);
  if (before->can_redo != (self->redo->len > 0))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_REDO]);
  if (g_strcmp0 (before->undo_label, cor_document_get_undo_label (self)) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNDO_LABEL]);
  if (g_strcmp0 (before->redo_label, cor_document_get_redo_label (self)) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REDO_LABEL]);
  if (g_strcmp0 (before->variant, self->state.variant) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VARIANT]);
  g_free (before->undo_label);
  g_free (before->redo_label);
  g_free (before->variant);
}

void
cor_document_update_modified (CorDocument *self)
{
  gboolean modified = !cor_scenario_equal (self->state.base, self->saved);

  if (modified == self->modified)
    return;
  self->modified = modified;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODIFIED]);
}

void
cor_document_move_to (CorDocument *self, CorDocumentState state, CorDocumentBefore *before)
{
  g_object_freeze_notify (G_OBJECT (self));
  cor_document_state_clear (&self->state);
  self->state = state;
  cor_document_update_modified (self);
  notify_steps (self, before);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
cor_document_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CorDocument *self = COR_DOCUMENT (object);

  switch (id)
    {
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, self->modified);
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, cor_document_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, cor_document_can_redo (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, cor_document_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, cor_document_get_redo_label (self));
      break;
    case PROP_VARIANT:
      g_value_set_string (value, self->state.variant);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cor_document_finalize (GObject *object)
{
  CorDocument *self = COR_DOCUMENT (object);

  cor_document_state_clear (&self->state);
  cor_scenario_unref (self->saved);
  g_clear_object (&self->file);
  g_clear_pointer (&self->on_disk, cor_scenario_file_free);
  g_ptr_array_unref (self->undo);
  g_ptr_array_unref (self->redo);
  g_free (self->merge_key);
  G_OBJECT_CLASS (cor_document_parent_class)->finalize (object);
}

static void
cor_document_class_init (CorDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = cor_document_get_property;
  object_class->finalize = cor_document_finalize;
  props[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  props[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  props[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  props[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  props[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  props[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  props[PROP_VARIANT] = g_param_spec_string ("variant", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[CHANGED] = g_signal_new ("changed", COR_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
cor_document_init (CorDocument *self)
{
  self->saved = cor_scenario_new (NULL);
  self->state = cor_document_state_of (self->saved, NULL);
  self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify)cor_document_step_free);
  self->redo = g_ptr_array_new_with_free_func ((GDestroyNotify)cor_document_step_free);
}

CorDocument *
cor_document_new (void)
{
  return g_object_new (COR_TYPE_DOCUMENT, NULL);
}

CorScenario *
cor_document_get_scenario (CorDocument *self)
{
  g_return_val_if_fail (COR_IS_DOCUMENT (self), NULL);

  return self->state.shown;
}

CorScenario *
cor_document_get_base (CorDocument *self)
{
  g_return_val_if_fail (COR_IS_DOCUMENT (self), NULL);

  return self->state.base;
}

const char *
cor_document_get_variant (CorDocument *self)
{
  g_return_val_if_fail (COR_IS_DOCUMENT (self), NULL);

  return self->state.variant;
}

gboolean
cor_document_set_variant (CorDocument *self, const char *id)
{
  CorDocumentBefore before;

  g_return_val_if_fail (COR_IS_DOCUMENT (self), FALSE);

  if (id != NULL && cor_scenario_find (self->state.base, COR_ITEM_VARIANT, id) == NULL)
    return FALSE;
  if (g_strcmp0 (id, self->state.variant) == 0)
    return TRUE;
  before = cor_document_look_before (self);
  g_clear_pointer (&self->merge_key, g_free);
  cor_document_move_to (self, cor_document_state_of (self->state.base, id), &before);
  return TRUE;
}

void
cor_document_set_file (CorDocument *self, GFile *file)
{
  if (g_set_object (&self->file, file))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILE]);
}

void
cor_document_reset (CorDocument *self, CorScenario *scenario, GFile *file)
{
  CorDocumentBefore before;

  g_return_if_fail (COR_IS_DOCUMENT (self));
  g_return_if_fail (scenario != NULL);

  before = cor_document_look_before (self);
  g_object_freeze_notify (G_OBJECT (self));
  g_ptr_array_set_size (self->undo, 0);
  g_ptr_array_set_size (self->redo, 0);
  g_clear_pointer (&self->merge_key, g_free);
  g_clear_pointer (&self->on_disk, cor_scenario_file_free);
  cor_scenario_ref (scenario);
  cor_scenario_unref (self->saved);
  self->saved = scenario;
  cor_document_set_file (self, file);
  cor_document_move_to (self, cor_document_state_of (scenario, NULL), &before);
  g_object_thaw_notify (G_OBJECT (self));
}

gboolean
cor_document_get_modified (CorDocument *self)
{
  g_return_val_if_fail (COR_IS_DOCUMENT (self), FALSE);

  return self->modified;
}

GFile *
cor_document_get_file (CorDocument *self)
{
  g_return_val_if_fail (COR_IS_DOCUMENT (self), NULL);

  return self->file;
}
