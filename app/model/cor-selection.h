/* cor-selection.h: what is selected, the same for list, map and inspector.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-scenario.h"

#include <glib-object.h>

G_BEGIN_DECLS

/** A kind beside those of #CorItemKind: a price or another parameter, its id that of the table. */
#define COR_SELECT_PARAMETER ((CorItemKind)COR_N_ITEM_KINDS)

#define COR_TYPE_SELECTION (cor_selection_get_type ())
/**
 * CorSelection: things of one kind, in the order in which they were selected. A kind without
 * an id means the whole section (all policies, all prices).
 *
 * Signal "changed": emitted once where something else is selected than before.
 */
G_DECLARE_FINAL_TYPE (CorSelection, cor_selection, COR, SELECTION, GObject)

/** cor_selection_new: the scenario itself is selected. */
CorSelection *cor_selection_new (void);

/** cor_selection_set: selects one thing; @id %NULL for the section (or the scenario). */
void cor_selection_set (CorSelection *self, CorItemKind kind, const char *id);

/** cor_selection_set_all: selects the things of @ids, ends in %NULL; none: the section. */
void cor_selection_set_all (CorSelection *self, CorItemKind kind, const char *const *ids);

/** cor_selection_toggle: adds or takes away a thing; another kind than selected starts over. */
void cor_selection_toggle (CorSelection *self, CorItemKind kind, const char *id);

/** cor_selection_clear: back to the scenario itself. */
void cor_selection_clear (CorSelection *self);

CorItemKind cor_selection_get_kind (CorSelection *self);

/** cor_selection_get_id: the first id, or %NULL. */
const char *cor_selection_get_id (CorSelection *self);

/** cor_selection_get_n: how many things are selected; 0 for a section and the scenario. */
guint cor_selection_get_n (CorSelection *self);

/** cor_selection_get_ids: (transfer none): all ids, ends in %NULL. */
const char *const *
cor_selection_get_ids (CorSelection *self);

gboolean cor_selection_contains (CorSelection *self, CorItemKind kind, const char *id);

/** cor_selection_keep: takes away what @scenario no longer has. */
void cor_selection_keep (CorSelection *self, const CorScenario *scenario);

G_END_DECLS
