/* cor-field-row.h: one field of an item as a row to edit, made from the field table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define COR_TYPE_FIELD_ROW (cor_field_row_get_type ())
G_DECLARE_FINAL_TYPE (CorFieldRow, cor_field_row, COR, FIELD_ROW, AdwActionRow)

/**
 * cor_field_row_new: %NULL for a field that has no row: unlabelled ones, and lists that are edited
 * elsewhere.
 */
GtkWidget *
cor_field_row_new (CorSession *session, CorItemKind kind, const char *id, const CorField *field);

/**
 * cor_field_row_new_for_all: the same for several things of one kind; what is set is set for all in one
 * step, and where they differ the row says so instead of a value.
 * @ids: at least one, ends in %NULL
 */
GtkWidget *
cor_field_row_new_for_all (CorSession *session, CorItemKind kind, const char *const *ids, const CorField *field);

/** cor_field_row_refresh: shows what the document holds now. */
void cor_field_row_refresh (CorFieldRow *self);

G_END_DECLS
