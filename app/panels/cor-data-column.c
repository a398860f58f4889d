/* cor-data-column.c: a column of a table of rows: its cells, and the order by it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-data-column.h"

#include "cor-card.h"
#include "cor-data-row.h"

static void
fill_label (CorDataRow *row, GtkListItem *item)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (item), "column"));
  const CorDataCell *cell = cor_data_row_get_cell (row, column);
  GtkLabel *label = GTK_LABEL (gtk_list_item_get_child (item));

  gtk_label_set_label (label, cell != NULL && cell->text != NULL ? cell->text : "");
  if (cor_data_row_get_is_sum (row))
    gtk_widget_add_css_class (GTK_WIDGET (label), "cor-sum");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (label), "cor-sum");
  if (cell != NULL && cell->trace != NULL)
    cor_card_attach_trace (GTK_WIDGET (label), cell->results, cell->trace);
  else if (cell != NULL && cell->results != NULL)
    cor_card_attach (GTK_WIDGET (label), cell->results, &cell->key);
  else
    cor_card_attach (GTK_WIDGET (label), NULL, NULL);
}

static void
cell_setup (GtkListItemFactory *factory, GtkListItem *item, gpointer numeric)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), numeric ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), numeric ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  if (!numeric)
    gtk_label_set_width_chars (GTK_LABEL (label), g_object_get_data (G_OBJECT (factory), "column") == NULL ? 18 : 10);
  gtk_list_item_set_child (item, label);
  g_object_set_data (G_OBJECT (item), "column", g_object_get_data (G_OBJECT (factory), "column"));
}

static void
cell_bind (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  CorDataRow *row = gtk_list_item_get_item (item);

  fill_label (row, item);
  g_signal_connect_object (row, "changed", G_CALLBACK (fill_label), item, 0);
}

static void
cell_unbind (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), fill_label, item);
}

static int
compare (gconstpointer a, gconstpointer b, gpointer column)
{
  int order = cor_data_row_compare ((CorDataRow *) a, (CorDataRow *) b, GPOINTER_TO_UINT (column));

  return order < 0 ? GTK_ORDERING_SMALLER : order > 0 ? GTK_ORDERING_LARGER : GTK_ORDERING_EQUAL;
}

GtkColumnViewColumn *
cor_data_column_new (const char *title, guint index, gboolean numeric)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare, GUINT_TO_POINTER (index), NULL));
  GtkColumnViewColumn *column;

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (index));
  g_signal_connect (factory, "setup", G_CALLBACK (cell_setup), GINT_TO_POINTER (numeric));
  g_signal_connect (factory, "bind", G_CALLBACK (cell_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (cell_unbind), NULL);
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, index == 0);
  return column;
}
