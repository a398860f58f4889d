/* cor-document-private.h: the document's inside, for its own files alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-document.h"

G_BEGIN_DECLS

/**
 * CorDocumentState:
 * @base: what the file holds
 * @shown: what the active variant makes of it; the base itself without one
 * @variant: (nullable): the id of the active variant
 */
typedef struct
{
  CorScenario *base;
  CorScenario *shown;
  char *variant;
} CorDocumentState;

/**
 * CorDocumentStep:
 * @state: a state to return to
 * @label: what was done from there (undo) or leads there (redo)
 */
typedef struct
{
  CorDocumentState state;
  char *label;
} CorDocumentStep;

struct _CorDocument
{
  GObject parent_instance;

  CorDocumentState state;
  CorScenario *saved;
  GFile *file;
  CorScenarioFile *on_disk; /* what the file held when last read or written, or NULL */
  GPtrArray *undo;          /* of CorDocumentStep, the last one on top */
  GPtrArray *redo;
  char *merge_key;
  gboolean modified;
};

/** CorDocumentBefore: what the properties said before a change, so that only those that changed are notified. */
typedef struct
{
  gboolean can_undo, can_redo;
  char *undo_label, *redo_label;
  char *variant;
} CorDocumentBefore;

/** cor_document_state_copy: another one, to be cleared by itself. */
CorDocumentState cor_document_state_copy (const CorDocumentState *state);

/** cor_document_state_clear: lets go of what it holds. */
void cor_document_state_clear (CorDocumentState *state);

/** cor_document_state_equal: whether both say the same. */
gboolean cor_document_state_equal (const CorDocumentState *a, const CorDocumentState *b);

/** cor_document_state_of: that of @base with that variant active; the base's own where it has no such variant. */
CorDocumentState cor_document_state_of (CorScenario *base, const char *variant);

/**
 * cor_document_state_after: the state that an edit makes:
 *
 *   no variant active        the edit is one of the base
 *   the variant was edited   its changes are made anew on the base
 *   else                     the edit becomes a change of the active variant
 */
CorDocumentState cor_document_state_after (const CorDocumentState *now, CorScenario *next);

/** cor_document_step_free: frees it. */
void cor_document_step_free (CorDocumentStep *step);

/** cor_document_look_before: to be taken before a change, and given to cor_document_move_to(). */
CorDocumentBefore cor_document_look_before (CorDocument *self);

/** cor_document_move_to: tells everybody, with the state complete: @state (taken) is what the document holds now. */
void cor_document_move_to (CorDocument *self, CorDocumentState state, CorDocumentBefore *before);

/** cor_document_set_file: where it is stored. */
void cor_document_set_file (CorDocument *self, GFile *file);

/** cor_document_update_modified: compares with what is saved. */
void cor_document_update_modified (CorDocument *self);

G_END_DECLS
