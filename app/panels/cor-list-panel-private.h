/* cor-list-panel-private.h: the list's inside, for its own files alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-list-panel.h"
#include "cor-outline.h"

G_BEGIN_DECLS

struct _CorListPanel
{
  AdwBin parent_instance;

  CorSession *session;
  CorOutline *outline;
  GtkTreeListModel *tree;
  GtkCustomFilter *filter;
  GtkMultiSelection *selection;
  char *words;        /* what is searched for, folded; NULL for everything */
  GPtrArray *opened;  /* sections that the search has opened */
  gboolean following; /* the list is being set to the selection, not the other way round */
  gboolean choosing;  /* the selection is being set to the list */
  GtkWidget *menu;    /* of the rows */

  GtkEditable *search;
  GtkStack *pages;
  AdwStatusPage *nothing;
  GtkListView *list;
  GMenu *policy_menu;
  GMenu *tariff_menu;
};

/** cor_list_panel_clear_search: takes the search back; the cursor stays in its entry. */
void cor_list_panel_clear_search (CorListPanel *self);

/** cor_list_panel_rows_selected: by the user, some of those @n rows; all that is selected is of one kind. */
void cor_list_panel_rows_selected (CorListPanel *self, guint position, guint n);

/** cor_list_panel_follow_selection: shows in the list what is selected elsewhere. */
void cor_list_panel_follow_selection (CorListPanel *self);

/** cor_list_panel_is_shown: whether the row has what is searched for; a filter's function, @data is the list. */
gboolean cor_list_panel_is_shown (gpointer row, gpointer data);

/** cor_list_panel_search_changed: shows what has the words, in open sections. */
void cor_list_panel_search_changed (CorListPanel *self);

/** cor_list_panel_search_activated: selects the first thing found; the keyboard goes on from it. */
void cor_list_panel_search_activated (CorListPanel *self);

/** cor_list_panel_add_row_menu: the second button of the pointer opens the menu of a row. */
void cor_list_panel_add_row_menu (GtkWidget *expander, GtkListItem *item);

/** cor_list_panel_add_menu: the menu, and the keyboard goes on after it where it was. */
void cor_list_panel_add_menu (CorListPanel *self);

/** cor_list_panel_menu_activated: by the keyboard, for the row that has the focus. */
void cor_list_panel_menu_activated (GtkWidget *widget, const char *action, GVariant *parameter);

G_END_DECLS
