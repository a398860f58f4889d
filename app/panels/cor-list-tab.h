/* cor-list-tab.h: lists and tables are one stop of the Tab key; arrows move within them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * cor_list_tab_attach: Tab goes from a row of @list, a #GtkListView or #GtkColumnView, to the controls in that row and then
 * on behind the list, Shift and Tab before it; GTK before 4.12 stops at every row.
 */
void cor_list_tab_attach (GtkWidget *list);

G_END_DECLS
