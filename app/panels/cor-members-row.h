/* cor-members-row.h: a list of a policy (instruments, powertrains, truck types, regions) as switches.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define COR_TYPE_MEMBERS_ROW (cor_members_row_get_type ())
G_DECLARE_FINAL_TYPE (CorMembersRow, cor_members_row, COR, MEMBERS_ROW, AdwExpanderRow)

/** cor_members_row_new: @field: a list of words of a policy; each thing that it can name is a switch. */
GtkWidget *cor_members_row_new (CorSession *session, const char *policy, const CorField *field);

/** cor_members_row_refresh: shows what the document holds now. */
void cor_members_row_refresh (CorMembersRow *self);

G_END_DECLS
