/* cor-document.h: the open scenario: its present state, its file, and the way back.
 *
 * Undo keeps whole scenarios; they share what an edit left alone, so that is cheap.
 *
 * While a variant is active the present state is what the variant makes of the scenario, and an
 * edit becomes a change of that variant (cor-variants.h). The file always holds the base.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-scenario-file.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define COR_TYPE_DOCUMENT (cor_document_get_type ())
/**
 * CorDocument:
 *
 * Properties: "file", "modified", "can-undo", "can-redo", "undo-label", "redo-label",
 * "variant".
 * Signal "changed": the scenario is another one than before; emitted once a change.
 */
G_DECLARE_FINAL_TYPE (CorDocument, cor_document, COR, DOCUMENT, GObject)

/** cor_document_new: an empty, unmodified document without a file. */
CorDocument *cor_document_new (void);

/** cor_document_get_scenario: (transfer none): the present state, with the active variant. */
CorScenario *cor_document_get_scenario (CorDocument *self);

/** cor_document_get_base: (transfer none): the scenario without any variant: what is saved. */
CorScenario *cor_document_get_base (CorDocument *self);

/** cor_document_get_variant: (nullable): the id of the active variant; %NULL for the base. */
const char *cor_document_get_variant (CorDocument *self);

/**
 * cor_document_set_variant:
 * @id: (nullable): a variant of the scenario; %NULL for the base
 *
 * Shows another variant. It is no step: undo leads back to where the edit was made. FALSE where
 * there is no such variant.
 */
gboolean cor_document_set_variant (CorDocument *self, const char *id);

/**
 * cor_document_reset:
 * @scenario: (transfer none): what the document now holds
 * @file: (nullable): where it came from
 *
 * Starts over: the document is unmodified and there is nothing to undo.
 */
void cor_document_reset (CorDocument *self, CorScenario *scenario, GFile *file);

/**
 * cor_document_apply:
 * @next: (transfer full): the state after the edit
 * @label: what the edit is called in "Undo ..."; translated
 * @merge_key: (nullable): edits in a row with the same key are one step
 *
 * Makes an edit. Where @next is equal to the present state nothing happens. An edit that merges
 * and returns to where its step began takes the step away.
 *
 * Returns: whether the scenario changed
 */
gboolean cor_document_apply (CorDocument *self, CorScenario *next, const char *label, const char *merge_key);

/**
 * cor_document_replace:
 * @base: (transfer none): the base with all its variants
 * @variant: (nullable): the one shown from now on; the base where it is %NULL or there is no such variant
 * @label: as for cor_document_apply()
 *
 * One step that replaces all. Undo leads back to the same variant, where there was one of that id before.
 */
void cor_document_replace (CorDocument *self, CorScenario *base, const char *variant, const char *label);

/** cor_document_commit: ends a merged step; the next edit starts another. */
void cor_document_commit (CorDocument *self);

/**
 * cor_document_cancel: gives up the merged step of that key, as Escape does while dragging.
 * Nothing happens where another step was made since.
 */
void cor_document_cancel (CorDocument *self, const char *merge_key);

/** cor_document_undo, cor_document_redo: one step; nothing where there is none. */
void cor_document_undo (CorDocument *self);
void cor_document_redo (CorDocument *self);

gboolean cor_document_can_undo (CorDocument *self);
gboolean cor_document_can_redo (CorDocument *self);

/** cor_document_get_undo_label, cor_document_get_redo_label: what the step is called, or %NULL. */
const char *cor_document_get_undo_label (CorDocument *self);
const char *cor_document_get_redo_label (CorDocument *self);

/** cor_document_get_modified: whether the state differs from what is on disk. */
gboolean cor_document_get_modified (CorDocument *self);

/** cor_document_get_file: (transfer none) (nullable): where it is stored. */
GFile *cor_document_get_file (CorDocument *self);

/**
 * cor_document_load: starts over with what @file holds, as cor_document_reset(). On an error, which
 * says where and what, the document stays as it is.
 */
gboolean cor_document_load (CorDocument *self, GFile *file, GError **error);

/**
 * cor_document_reload: takes what its file holds now, as one step called @label: undo brings back what was there, saved
 * or not. The variant shown stays, where the file has it. On an error the document stays as it is.
 */
gboolean cor_document_reload (CorDocument *self, const char *label, GError **error);

/**
 * cor_document_save: writes the present state to @file, which then is the document's; without @flags a
 * file that changed is left alone. On an error what was on disk before is untouched, and the document
 * stays as it is.
 */
gboolean cor_document_save (CorDocument *self, GFile *file, CorSaveFlags flags, GError **error);

/** cor_document_look: whether the file is still what was read from it or last written to it. */
CorDiskState cor_document_look (CorDocument *self);

/**
 * cor_document_keep_mine: what the file holds is no longer what counts as saved: the document is
 * modified, and the next save replaces whatever is there.
 */
void cor_document_keep_mine (CorDocument *self);

G_END_DECLS
