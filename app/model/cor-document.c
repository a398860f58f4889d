/* cor-document.c: the open scenario: its present state, its file, and the way back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-document.h"

#include "cor-scenario-file.h"

#include <glib/gi18n-lib.h>

/* A state to return to, and what was done from there (undo) or leads there (redo). */
typedef struct
{
  CorScenario *scenario;
  char *label;
} Step;

struct _CorDocument
{
  GObject parent_instance;

  CorScenario *scenario;
  CorScenario *saved;
  GFile *file;
  CorScenarioFile *on_disk; /* what the file held when last read or written, or NULL */
  GPtrArray *undo;
  GPtrArray *redo;
  char *merge_key;
  gboolean modified;
};

enum
{
  PROP_FILE = 1,
  PROP_MODIFIED,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
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

static Step *
step_new (CorScenario *scenario, const char *label)
{
  Step *step = g_new0 (Step, 1);

  step->scenario = cor_scenario_ref (scenario);
  step->label = g_strdup (label);
  return step;
}

static void
step_free (Step *step)
{
  cor_scenario_unref (step->scenario);
  g_free (step->label);
  g_free (step);
}

static Step *
last_step (GPtrArray *steps)
{
  return g_ptr_array_index (steps, steps->len - 1);
}

/* What the properties said before a change, so that only those that changed are notified. */
typedef struct
{
  gboolean can_undo, can_redo;
  char *undo_label, *redo_label;
} Before;

static Before
look_before (CorDocument *self)
{
  return (Before){ self->undo->len > 0, self->redo->len > 0,
                   g_strdup (cor_document_get_undo_label (self)),
                   g_strdup (cor_document_get_redo_label (self)) };
}

static void
notify_steps (CorDocument *self, Before *before)
{
  if (before->can_undo != (self->undo->len > 0))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_UNDO]);
  if (before->can_redo != (self->redo->len > 0))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_REDO]);
  if (g_strcmp0 (before->undo_label, cor_document_get_undo_label (self)) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNDO_LABEL]);
  if (g_strcmp0 (before->redo_label, cor_document_get_redo_label (self)) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REDO_LABEL]);
  g_free (before->undo_label);
  g_free (before->redo_label);
}

static void
update_modified (CorDocument *self)
{
  gboolean modified = !cor_scenario_equal (self->scenario, self->saved);

  if (modified == self->modified)
    return;
  self->modified = modified;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODIFIED]);
}

static void
set_scenario (CorDocument *self, CorScenario *scenario)
{
  cor_scenario_ref (scenario);
  cor_scenario_unref (self->scenario);
  self->scenario = scenario;
}

/* Tells everybody, with the state complete: @scenario is what the document holds now. */
static void
move_to (CorDocument *self, CorScenario *scenario, Before *before)
{
  g_object_freeze_notify (G_OBJECT (self));
  set_scenario (self, scenario);
  update_modified (self);
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
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cor_document_finalize (GObject *object)
{
  CorDocument *self = COR_DOCUMENT (object);

  cor_scenario_unref (self->scenario);
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
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[CHANGED] = g_signal_new ("changed", COR_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
cor_document_init (CorDocument *self)
{
  self->scenario = cor_scenario_new (NULL);
  self->saved = cor_scenario_ref (self->scenario);
  self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify)step_free);
  self->redo = g_ptr_array_new_with_free_func ((GDestroyNotify)step_free);
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

  return self->scenario;
}

static void
set_file (CorDocument *self, GFile *file)
{
  if (g_set_object (&self->file, file))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILE]);
}

void
cor_document_reset (CorDocument *self, CorScenario *scenario, GFile *file)
{
  Before before;

  g_return_if_fail (COR_IS_DOCUMENT (self));
  g_return_if_fail (scenario != NULL);

  before = look_before (self);
  g_object_freeze_notify (G_OBJECT (self));
  g_ptr_array_set_size (self->undo, 0);
  g_ptr_array_set_size (self->redo, 0);
  g_clear_pointer (&self->merge_key, g_free);
  g_clear_pointer (&self->on_disk, cor_scenario_file_free);
  cor_scenario_ref (scenario);
  cor_scenario_unref (self->saved);
  self->saved = scenario;
  set_file (self, file);
  move_to (self, scenario, &before);
  g_object_thaw_notify (G_OBJECT (self));
}

gboolean
cor_document_apply (CorDocument *self, CorScenario *next, const char *label, const char *merge_key)
{
  gboolean merge;
  Before before;

  g_return_val_if_fail (COR_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (next != NULL, FALSE);

  if (cor_scenario_equal (next, self->scenario))
    {
      cor_scenario_unref (next);
      return FALSE;
    }
  before = look_before (self);
  merge = merge_key != NULL && self->undo->len > 0 && g_strcmp0 (merge_key, self->merge_key) == 0;
  g_ptr_array_set_size (self->redo, 0);
  if (merge && cor_scenario_equal (next, last_step (self->undo)->scenario))
    {
      /* Back where the gesture began: no step. Going on with it makes a new one. */
      cor_scenario_unref (next);
      next = cor_scenario_ref (last_step (self->undo)->scenario);
      g_ptr_array_set_size (self->undo, self->undo->len - 1);
      g_clear_pointer (&self->merge_key, g_free);
    }
  else if (!merge)
    {
      g_ptr_array_add (self->undo, step_new (self->scenario, label));
      g_free (self->merge_key);
      self->merge_key = g_strdup (merge_key);
    }
  move_to (self, next, &before);
  cor_scenario_unref (next);
  return TRUE;
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
  g_autoptr (CorScenario) start = NULL;
  Before before;

  g_return_if_fail (COR_IS_DOCUMENT (self));

  if (merge_key == NULL || self->undo->len == 0 || g_strcmp0 (merge_key, self->merge_key) != 0)
    return;
  before = look_before (self);
  start = cor_scenario_ref (last_step (self->undo)->scenario);
  g_ptr_array_set_size (self->undo, self->undo->len - 1);
  g_clear_pointer (&self->merge_key, g_free);
  move_to (self, start, &before);
}

/* Takes the last step of @from, leaving the present state as one on @to. */
static void
step_over (CorDocument *self, GPtrArray *from, GPtrArray *to)
{
  g_autoptr (CorScenario) target = NULL;
  Before before;

  if (from->len == 0)
    return;
  before = look_before (self);
  target = cor_scenario_ref (last_step (from)->scenario);
  g_ptr_array_add (to, step_new (self->scenario, last_step (from)->label));
  g_ptr_array_set_size (from, from->len - 1);
  g_clear_pointer (&self->merge_key, g_free);
  move_to (self, target, &before);
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

/* The path of @file, or NULL with an error where it is not on this computer. */
static char *
local_path (GFile *file, GError **error)
{
  g_autofree char *name = NULL;
  char *path = g_file_get_path (file);

  if (path != NULL)
    return path;
  name = g_file_get_parse_name (file);
  g_set_error (error, COR_ERROR, COR_ERROR_MISSING,
               _ ("“%s” is not on this computer. Copy it here first."), name);
  return NULL;
}

gboolean
cor_document_load (CorDocument *self, GFile *file, GError **error)
{
  g_autofree char *path = NULL;
  CorScenarioFile *on_disk;

  g_return_val_if_fail (COR_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  path = local_path (file, error);
  if (path == NULL)
    return FALSE;
  on_disk = cor_scenario_file_load (path, error);
  if (on_disk == NULL)
    return FALSE;
  cor_document_reset (self, cor_scenario_file_scenario (on_disk), file);
  self->on_disk = on_disk;
  return TRUE;
}

gboolean
cor_document_save (CorDocument *self, GFile *file, GError **error)
{
  g_autofree char *path = NULL;
  CorScenarioFile *on_disk;

  g_return_val_if_fail (COR_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  path = local_path (file, error);
  if (path == NULL)
    return FALSE;
  on_disk = cor_scenario_file_save (self->scenario, path, self->on_disk, error);
  if (on_disk == NULL)
    return FALSE;
  g_clear_pointer (&self->on_disk, cor_scenario_file_free);
  self->on_disk = on_disk;
  cor_scenario_ref (self->scenario);
  cor_scenario_unref (self->saved);
  self->saved = self->scenario;
  g_clear_pointer (&self->merge_key, g_free);
  set_file (self, file);
  update_modified (self);
  return TRUE;
}
