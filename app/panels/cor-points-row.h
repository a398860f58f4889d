/* cor-points-row.h: a figure by year, or an amount by battery size, as rows to edit.
 *
 * Rows are added, changed and taken out; a figure by year can also be made to grow by a share each
 * year. Each is an edit of the document and a step of undo.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define COR_TYPE_POINTS_ROW (cor_points_row_get_type ())
G_DECLARE_FINAL_TYPE (CorPointsRow, cor_points_row, COR, POINTS_ROW, AdwExpanderRow)

/** cor_points_row_new_field: of a policy the field "schedule" or "tiers", of a tariff "price_level". */
GtkWidget *cor_points_row_new_field (CorSession *session, CorItemKind kind, const char *id, const CorField *field);

/** cor_points_row_new_parameter: of the scenario (%COR_ITEM_HEAD), a truck or a duty. */
GtkWidget *cor_points_row_new_parameter (CorSession *session, CorItemKind kind, const char *id, CorParamId parameter);

/** cor_points_row_refresh: shows what the document holds now. */
void cor_points_row_refresh (CorPointsRow *self);

G_END_DECLS
