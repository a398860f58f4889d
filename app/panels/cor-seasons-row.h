/* cor-seasons-row.h: one season of a tariff as rows to edit: months, hours and prices of its periods.
 *
 * A month or an hour that is given to one season or period is taken from the others, so that a tariff stays
 * whole. Each change is an edit of the document and a step of undo.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define COR_TYPE_SEASONS_ROW (cor_seasons_row_get_type ())
G_DECLARE_FINAL_TYPE (CorSeasonsRow, cor_seasons_row, COR, SEASONS_ROW, AdwExpanderRow)

/** cor_seasons_row_new: of season @index of the tariff of that id. */
GtkWidget *cor_seasons_row_new (CorSession *session, const char *tariff, guint index);

/** cor_seasons_row_refresh: shows what the document holds now. */
void cor_seasons_row_refresh (CorSeasonsRow *self);

/** cor_seasons_add: gives the tariff one season more: a copy of the first, for half of its months. */
void cor_seasons_add (CorSession *session, GtkWidget *from, const char *tariff);

G_END_DECLS
