/* cor-list-panel-search.c: which rows of the list have the words searched for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-list-panel-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
holds (const char *text, const char *words)
{
  g_autofree char *folded = g_utf8_casefold (text != NULL ? text : "", -1);

  return strstr (folded, words) != NULL;
}

static gboolean
id_holds (const char *id, const char *words)
{
  g_autofree char *spaced = g_strdelimit (g_strdup (id != NULL ? id : ""), "-_", ' ');

  return holds (spaced, words);
}

/* By what the line says, its names in both languages, or the words of its id. */
static gboolean
matches (CorListPanel *self, CorNode *node)
{
  const CorItem *item = cor_node_get_item (node);

  return holds (cor_node_get_look (node)->label, self->words) || id_holds (cor_node_get_id (node), self->words)
         || (item != NULL && (holds (item->name, self->words) || holds (item->name_zh, self->words)));
}

static gboolean
child_matches (CorListPanel *self, CorNode *section)
{
  GListModel *children = G_LIST_MODEL (cor_node_get_children (section));

  for (guint i = 0; children != NULL && i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (CorNode) child = g_list_model_get_item (children, i);

      if (matches (self, child))
        return TRUE;
    }
  return FALSE;
}

/* A section stays while one of its things matches. */
gboolean
cor_list_panel_is_shown (gpointer row, gpointer data)
{
  CorListPanel *self = data;
  g_autoptr (CorNode) node = gtk_tree_list_row_get_item (row);

  return self->words == NULL || matches (self, node) || child_matches (self, node);
}

/* What is found is seen: sections with it are open while it is searched for. */
static void
open_found (CorListPanel *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (cor_outline_get_sections (self->outline)));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_child_row (self->tree, i);
      g_autoptr (CorNode) section = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

      if (section == NULL || gtk_tree_list_row_get_expanded (row) || !child_matches (self, section))
        continue;
      gtk_tree_list_row_set_expanded (row, TRUE);
      g_ptr_array_add (self->opened, g_steal_pointer (&row));
    }
}

static void
close_opened (CorListPanel *self)
{
  for (guint i = 0; i < self->opened->len; i++)
    gtk_tree_list_row_set_expanded (g_ptr_array_index (self->opened, i), FALSE);
  g_ptr_array_set_size (self->opened, 0);
}

/* The list, or that nothing was found. */
static void
show_page (CorListPanel *self, const char *typed)
{
  gboolean nothing = self->words != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0;
  g_autofree char *said = g_strdup_printf (_ ("Nothing in this scenario has “%s” in its name."), typed);
  g_autofree char *escaped = g_markup_escape_text (said, -1);

  if (nothing)
    adw_status_page_set_description (self->nothing, escaped);
  gtk_stack_set_visible_child_name (self->pages, nothing ? "nothing" : "list");
}

void
cor_list_panel_clear_search (CorListPanel *self)
{
  gtk_editable_set_text (self->search, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

void
cor_list_panel_search_changed (CorListPanel *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->search)));

  g_free (self->words);
  self->words = *text != '\0' ? g_utf8_casefold (text, -1) : NULL;
  if (self->words != NULL)
    open_found (self);
  else
    close_opened (self);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  show_page (self, text);
}

void
cor_list_panel_search_activated (CorListPanel *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; self->words != NULL && i < n; i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (gtk_tree_list_row_get_depth (row) == 0)
        continue;
      gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), i, TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (self->list));
      return;
    }
}
