/* cor-document.c: the open scenario: its present state, its file, and the way back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-document.h"
#include "cor-variants.h"

#include <glib/gi18n-lib.h>

/* The base, which is what the file holds, and what the active variant makes of it; without one
 * both are the same. */
typedef struct
{
  CorScenario *base;
  CorScenario *shown;
  char *variant;
} State;

/* A state to return to, and what was done from there (undo) or leads there (redo). */
typedef struct
{
  State state;
  char *label;
} Step;

struct _CorDocument
{
  GObject parent_instance;

  State state;
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

static State
state_copy (const State *state)
{
  return (State){ cor_scenario_ref (state->base), cor_scenario_ref (state->shown), g_strdup (state->variant) };
}

static void
state_clear (State *state)
{
  g_clear_pointer (&state->base, cor_scenario_unref);
  g_clear_pointer (&state->shown, cor_scenario_unref);
  g_clear_pointer (&state->variant, g_free);
}

static gboolean
state_equal (const State *a, const State *b)
{
  return g_strcmp0 (a->variant, b->variant) == 0 && cor_scenario_equal (a->base, b->base)
         && cor_scenario_equal (a->shown, b->shown);
}

/* The state of @base with that variant active; the base's own where it has no such variant. */
static State
state_of (CorScenario *base, const char *variant)
{
  if (cor_scenario_find (base, COR_ITEM_VARIANT, variant) == NULL)
    variant = NULL;
  return (State){ cor_scenario_ref (base), cor_variants_state (base, variant, NULL), g_strdup (variant) };
}

static Step *
step_new (const State *state, const char *label)
{
  Step *step = g_new0 (Step, 1);

  step->state = state_copy (state);
  step->label = g_strdup (label);
  return step;
}

static void
step_free (Step *step)
{
  state_clear (&step->state);
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
  char *variant;
} Before;

static Before
look_before (CorDocument *self)
{
  return (Before){ self->undo->len > 0, self->redo->len > 0,
                   g_strdup (cor_document_get_undo_label (self)),
                   g_strdup (cor_document_get_redo_label (self)), g_strdup (self->state.variant) };
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
  if (g_strcmp0 (before->variant, self->state.variant) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VARIANT]);
  g_free (before->undo_label);
  g_free (before->redo_label);
  g_free (before->variant);
}

static void
update_modified (CorDocument *self)
{
  gboolean modified = !cor_scenario_equal (self->state.base, self->saved);

  if (modified == self->modified)
    return;
  self->modified = modified;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODIFIED]);
}

/* Tells everybody, with the state complete: @state (taken) is what the document holds now. */
static void
move_to (CorDocument *self, State state, Before *before)
{
  g_object_freeze_notify (G_OBJECT (self));
  state_clear (&self->state);
  self->state = state;
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

  state_clear (&self->state);
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
  self->state = state_of (self->saved, NULL);
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
  Before before;

  g_return_val_if_fail (COR_IS_DOCUMENT (self), FALSE);

  if (id != NULL && cor_scenario_find (self->state.base, COR_ITEM_VARIANT, id) == NULL)
    return FALSE;
  if (g_strcmp0 (id, self->state.variant) == 0)
    return TRUE;
  before = look_before (self);
  g_clear_pointer (&self->merge_key, g_free);
  move_to (self, state_of (self->state.base, id), &before);
  return TRUE;
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
  move_to (self, state_of (scenario, NULL), &before);
  g_object_thaw_notify (G_OBJECT (self));
}

/* Whether the changes of the active variant are others in @next than in the state shown. */
static gboolean
variant_differs (CorDocument *self, CorScenario *next)
{
  const CorItem *now = cor_scenario_find (self->state.base, COR_ITEM_VARIANT, self->state.variant);
  const CorItem *then = cor_scenario_find (next, COR_ITEM_VARIANT, self->state.variant);

  return then == NULL || (then != now && !cor_item_equal (then, now));
}

/* @scenario with the list of variants that @list has. */
static CorScenario *
with_variants_of (CorScenario *scenario, CorScenario *list)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify)cor_item_unref);
  const CorItem *const *variants;
  guint n;

  variants = cor_scenario_items (list, COR_ITEM_VARIANT, &n);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, cor_item_ref (variants[i]));
  return cor_scenario_with_items (scenario, COR_ITEM_VARIANT, items);
}

/* The state that an edit makes:
 *
 *   no variant active        the edit is one of the base
 *   the variant was edited   its changes are made anew on the base
 *   else                     the edit becomes a change of the active variant
 */
static State
state_after (CorDocument *self, CorScenario *next)
{
  g_autoptr (CorScenario) base = NULL;
  g_autoptr (CorScenario) listed = NULL;
  State state;

  if (self->state.variant == NULL)
    {
      base = cor_variants_prune (self->state.base, next);
      return state_of (base, NULL);
    }
  listed = with_variants_of (self->state.base, next);
  if (variant_differs (self, next))
    return state_of (listed, self->state.variant);
  base = cor_variants_record (listed, self->state.variant, self->state.shown, next);
  state.base = g_steal_pointer (&base);
  state.shown = with_variants_of (next, state.base);
  state.variant = g_strdup (self->state.variant);
  return state;
}

gboolean
cor_document_apply (CorDocument *self, CorScenario *next, const char *label, const char *merge_key)
{
  gboolean merge;
  Before before;
  State state;

  g_return_val_if_fail (COR_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (next != NULL, FALSE);

  if (cor_scenario_equal (next, self->state.shown))
    {
      cor_scenario_unref (next);
      return FALSE;
    }
  before = look_before (self);
  state = state_after (self, next);
  cor_scenario_unref (next);
  merge = merge_key != NULL && self->undo->len > 0 && g_strcmp0 (merge_key, self->merge_key) == 0;
  g_ptr_array_set_size (self->redo, 0);
  if (merge && state_equal (&state, &last_step (self->undo)->state))
    {
      /* Back where the gesture began: no step. Going on with it makes a new one. */
      state_clear (&state);
      state = state_copy (&last_step (self->undo)->state);
      g_ptr_array_set_size (self->undo, self->undo->len - 1);
      g_clear_pointer (&self->merge_key, g_free);
    }
  else if (!merge)
    {
      g_ptr_array_add (self->undo, step_new (&self->state, label));
      g_free (self->merge_key);
      self->merge_key = g_strdup (merge_key);
    }
  move_to (self, state, &before);
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
  State start;
  Before before;

  g_return_if_fail (COR_IS_DOCUMENT (self));

  if (merge_key == NULL || self->undo->len == 0 || g_strcmp0 (merge_key, self->merge_key) != 0)
    return;
  before = look_before (self);
  start = state_copy (&last_step (self->undo)->state);
  g_ptr_array_set_size (self->undo, self->undo->len - 1);
  g_clear_pointer (&self->merge_key, g_free);
  move_to (self, start, &before);
}

/* Takes the last step of @from, leaving the present state as one on @to. */
static void
step_over (CorDocument *self, GPtrArray *from, GPtrArray *to)
{
  State target;
  Before before;

  if (from->len == 0)
    return;
  before = look_before (self);
  target = state_copy (&last_step (from)->state);
  g_ptr_array_add (to, step_new (&self->state, last_step (from)->label));
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
cor_document_save_with (CorDocument *self, GFile *file, CorSaveFlags flags, GError **error)
{
  g_autofree char *path = NULL;
  CorScenarioFile *on_disk;

  g_return_val_if_fail (COR_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  path = local_path (file, error);
  if (path == NULL)
    return FALSE;
  on_disk = cor_scenario_file_save_with (self->state.base, path, self->on_disk, flags, error);
  if (on_disk == NULL)
    return FALSE;
  g_clear_pointer (&self->on_disk, cor_scenario_file_free);
  self->on_disk = on_disk;
  cor_scenario_ref (self->state.base);
  cor_scenario_unref (self->saved);
  self->saved = self->state.base;
  g_clear_pointer (&self->merge_key, g_free);
  set_file (self, file);
  update_modified (self);
  return TRUE;
}

gboolean
cor_document_save (CorDocument *self, GFile *file, GError **error)
{
  return cor_document_save_with (self, file, COR_SAVE_NONE, error);
}

CorDiskState
cor_document_look (CorDocument *self)
{
  g_return_val_if_fail (COR_IS_DOCUMENT (self), COR_DISK_SAME);

  return self->on_disk != NULL ? cor_scenario_file_look (self->on_disk) : COR_DISK_SAME;
}

void
cor_document_keep_mine (CorDocument *self)
{
  g_return_if_fail (COR_IS_DOCUMENT (self));

  g_clear_pointer (&self->on_disk, cor_scenario_file_free);
  cor_scenario_unref (self->saved);
  self->saved = cor_scenario_new (NULL);
  update_modified (self);
}
