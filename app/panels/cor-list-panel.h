/* cor-list-panel.h: the list on the left: everything in the scenario, found and selected.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-comparison.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define COR_TYPE_LIST_PANEL (cor_list_panel_get_type ())
/** CorListPanel: its add menu activates actions of the window. */
G_DECLARE_FINAL_TYPE (CorListPanel, cor_list_panel, COR, LIST_PANEL, AdwBin)

GtkWidget *cor_list_panel_new (CorComparison *comparison);

/** cor_list_panel_find: puts the cursor into the search entry. */
void cor_list_panel_find (CorListPanel *self);

G_END_DECLS
