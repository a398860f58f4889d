/* cor-list-row.h: the widget of a line of the list.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-node.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define COR_TYPE_LIST_ROW (cor_list_row_get_type ())
/** CorListRow: a policy's switch activates "win.toggle-policy". */
G_DECLARE_FINAL_TYPE (CorListRow, cor_list_row, COR, LIST_ROW, AdwBin)

GtkWidget *cor_list_row_new (void);

/** cor_list_row_set_node: (nullable): the line to show and follow. */
void cor_list_row_set_node (CorListRow *self, CorNode *node);

G_END_DECLS
