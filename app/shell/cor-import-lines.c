/* cor-import-lines.c: what became of each line of a file, as a table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-import-lines.h"

#include <glib/gi18n-lib.h>

/* A row is a string object "LINE\tRESULT\tID\tREMARK": a column shows one part. */
enum
{
  PART_LINE,
  PART_RESULT,
  PART_ID,
  PART_REMARK,
  N_PARTS
};

static void
setup_cell (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cell (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer part)
{
  const char *row = gtk_string_object_get_string (gtk_list_item_get_item (item));
  GtkWidget *label = gtk_list_item_get_child (item);
  g_auto (GStrv) parts = g_strsplit (row, "\t", N_PARTS);

  gtk_label_set_text (GTK_LABEL (label), parts[GPOINTER_TO_UINT (part)]);
  gtk_widget_set_tooltip_text (label, parts[GPOINTER_TO_UINT (part)]);
}

void
cor_import_lines_setup (GtkColumnView *view)
{
  const char *titles[N_PARTS] = { _ ("Line"), _ ("Result"), _ ("Identifier"), _ ("Remark") };

  for (guint i = 0; i < N_PARTS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cell), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cell), GUINT_TO_POINTER (i));
      column = gtk_column_view_column_new (titles[i], factory);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_column_set_expand (column, i == PART_REMARK);
      gtk_column_view_append_column (view, column);
    }
}

static const char *
result_of (const CorImportNote *note)
{
  if (note->line == 0)
    return _ ("Whole file");
  return note->taken ? _ ("Taken") : _ ("Left out");
}

static char *
row_of (const CorImportNote *note)
{
  g_autofree char *remark = g_strdelimit (g_strdup (note->text), "\t\n", ' ');
  g_autofree char *line = note->line > 0 ? g_strdup_printf ("%u", note->line) : g_strdup ("");

  return g_strjoin ("\t", line, result_of (note), note->id ? note->id : "", remark, NULL);
}

void
cor_import_lines_fill (GtkColumnView *view, const CorImport *import, gboolean only_told)
{
  GtkStringList *rows = gtk_string_list_new (NULL);
  GtkNoSelection *model;

  for (guint i = 0; import != NULL && i < import->notes->len; i++)
    {
      const CorImportNote *note = g_ptr_array_index (import->notes, i);

      if (!only_told || *note->text != '\0')
        gtk_string_list_take (rows, row_of (note));
    }
  model = gtk_no_selection_new (G_LIST_MODEL (rows));
  gtk_column_view_set_model (view, GTK_SELECTION_MODEL (model));
  g_object_unref (model);
}

char *
cor_import_lines_text (const CorImport *import)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s\t%s\t%s\t%s\n", _ ("Line"), _ ("Result"), _ ("Identifier"), _ ("Remark"));
  for (guint i = 0; i < import->notes->len; i++)
    {
      g_autofree char *row = row_of (g_ptr_array_index (import->notes, i));

      g_string_append_printf (text, "%s\n", row);
    }
  return g_string_free (text, FALSE);
}
