/* cor-document-steps.c: the edits of a document, and the way back and forth over them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-document-private.h"

static CorDocumentStep *
step_new (const CorDocumentState *state, const char *label)
{
  CorDocumentStep *step = g_new0 (CorDocumentStep, 1);

  step->state = cor_document_state_copy (state);
  step->label = g_strdup (label);
  return step;
}

void
cor_document_step_free (CorDocumentStep *step)
{
  cor_document_state_clear (&step->state);
  g_free (step->label);
  g_free (step);
}

static CorDocumentStep *
last_step (GPtrArray *steps)
{
  return g_ptr_array_index (steps, steps->len - 1);
}

gboolean
cor_document_apply (CorDocument *self, CorScenario *next, const char *label, const char *merge_key)
{
  gboolean merge;
  CorDocumentBefore before;
  CorDocumentState state;

  g_return_val_if_fail (COR_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (next != NULL, FALSE);

  if (cor_scenario_equal (next, self->state.shown))
    {
      cor_scenario_unref (next);
      return FALSE;
    }
  before = cor_document_look_before (self);
  state = cor_document_state_after (&self->state, next);
  cor_scenario_unref (next);
  merge = merge_key != NULL && self->undo->len > 0 && g_strcmp0 (merge_key, self->merge_key) == 0;
  g_ptr_array_set_size (self->redo, 0);
  if (merge && cor_document_state_equal (&state, &last_step (self->undo)->state))
    {
      /* Back where the gesture began: no step. Going on with it makes a new one. */
      cor_document_state_clear (&state);
      state = cor_document_state_copy (&last_step (self->undo)->state);
      g_ptr_array_set_size (self->undo, self->undo->len - 1);
      g_clear_pointer (&self->merge_key, g_free);
    }
  else if (!merge)
    {
      g_ptr_array_add (self->undo, step_new (&self->state, label));
      g_free (self->merge_key);
      self->merge_key = g_strdup (merge_key);
    }
  cor_document_move_to (self, state, &before);
  return TRUE;
}

void
cor_document_replace (CorDocument *self, CorScenario *base, const char *variant, const char *label)
{
  CorDocumentBefore before;

  g_return_if_fail (COR_IS_DOCUMENT (self));
  g_return_if_fail (base != NULL);

  cor_document_set_variant (self, variant);
  if (cor_scenario_equal (base, self->state.base))
    return;
  before = cor_document_look_before (self);
  g_ptr_array_set_size (self->redo, 0);
  g_clear_pointer (&self->merge_key, g_free);
  g_ptr_array_add (self->undo, step_new (&self->state, label));
  cor_document_move_to (self, cor_document_state_of (base, variant), &before);
}

void
cor_document_commit (CorDocument *self)
{
  g_return_if_fail (COR_IS_DOCUMENT (self));

  g_clear_pointer (&self->merge_key, g_free);
}

void
cor_document_cancel (CorDocument *self, const char *merge_key)
{
  CorDocumentState start;
  CorDocumentBefore before;

  g_return_if_fail (COR_IS_DOCUMENT (self));

  if (merge_key == NULL || self->undo->len == 0 || g_strcmp0 (merge_key, self->merge_key) != 0)
    return;
  before = cor_document_look_before (self);
  start = cor_document_state_copy (&last_step (self->undo)->state);
  g_ptr_array_set_size (self->undo, self->undo->len - 1);
  g_clear_pointer (&self->merge_key, g_free);
  cor_document_move_to (self, start, &before);
}

/* Takes the last step of @from, leaving the present state as one on @to. */
static void
step_over (CorDocument *self, GPtrArray *from, GPtrArray *to)
{
  CorDocumentState target;
  CorDocumentBefore before;

  if (from->len == 0)
    return;
  before = cor_document_look_before (self);
  target = cor_document_state_copy (&last_step (from)->state);
  g_ptr_array_add (to, step_new (&self->state, last_step (from)->label));
  g_ptr_array_set_size (from, from->len - 1);
  g_clear_pointer (&self->merge_key, g_free);
  cor_document_move_to (self, target, &before);
}

void
cor_document_undo (CorDocument *self)
{
  g_return_if_fail (COR_IS_DOCUMENT (self));

  step_over (self, self->undo, self->redo);
}

void
cor_document_redo (CorDocument *self)
{
  g_return_if_fail (COR_IS_DOCUMENT (self));

  step_over (self, self->redo, self->undo);
}

gboolean
cor_document_can_undo (CorDocument *self)
{
  g_return_val_if_fail (COR_IS_DOCUMENT (self), FALSE);

  return self->undo->len > 0;
}

gboolean
cor_document_can_redo (CorDocument *self)
{
  g_return_val_if_fail (COR_IS_DOCUMENT (self), FALSE);

  return self->redo->len > 0;
}

const char *
cor_document_get_undo_label (CorDocument *self)
{
  g_return_val_if_fail (COR_IS_DOCUMENT (self), NULL);

  return self->undo->len > 0 ? last_step (self->undo)->label : NULL;
}

const char *
cor_document_get_redo_label (CorDocument *self)
{
  g_return_val_if_fail (COR_IS_DOCUMENT (self), NULL);

  return self->redo->len > 0 ? last_step (self->redo)->label : NULL;
}
