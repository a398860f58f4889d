/* cor-import-columns.c: the first rows of a file, and what each column is taken for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-import-columns.h"

#include <glib/gi18n-lib.h>

/* So many columns and letters of a cell are shown. */
#define COLUMNS_SHOWN 40
#define LETTERS_SHOWN 24

/* What a drop down needs to tell its choice. */
typedef struct
{
  char *column;
  GArray *targets;
  CorImportColumnChosen chosen;
  gpointer data;
} Choice;

static void
choice_free (gpointer data, GClosure *closure)
{
  Choice *choice = data;

  g_free (choice->column);
  g_array_unref (choice->targets);
  g_free (choice);
}

static void
chosen (GtkDropDown *drop_down, GParamSpec *pspec, Choice *choice)
{
  guint row = gtk_drop_down_get_selected (drop_down);
  const char *key = row == 0 ? "" : g_array_index (choice->targets, CorImportTarget, row - 1).key;

  choice->chosen (choice->column, key, choice->data);
}

static GtkWidget *
drop_down_new (const char *column, const char *key, GArray *targets, CorImportColumnChosen func, gpointer data)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkWidget *drop_down;
  Choice *choice = g_new0 (Choice, 1);
  guint selected = 0;
  g_autofree char *spoken = g_strdup_printf (_ ("“%s” is"), column);

  gtk_string_list_append (names, _ ("Not used"));
  for (guint i = 0; i < targets->len; i++)
    {
      const CorImportTarget *target = &g_array_index (targets, CorImportTarget, i);

      gtk_string_list_append (names, target->label);
      if (g_strcmp0 (target->key, key) == 0)
        selected = i + 1;
    }
  drop_down = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), selected);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_name (drop_down, column);
  choice->column = g_strdup (column);
  choice->targets = g_array_ref (targets);
  choice->chosen = func;
  choice->data = data;
  g_signal_connect_data (drop_down, "notify::selected", G_CALLBACK (chosen), choice, choice_free, 0);
  return drop_down;
}

static void
attach_label (GtkGrid *grid, int column, int row, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  if (g_utf8_strlen (text, -1) > LETTERS_SHOWN)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), LETTERS_SHOWN);
      gtk_label_set_max_width_chars (GTK_LABEL (label), LETTERS_SHOWN);
    }
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (grid, label, column, row, 1, 1);
}

static void
clear (GtkGrid *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
}

void
cor_import_columns_fill (GtkGrid *grid,
                         const CorImportLook *look,
                         CorItemKind kind,
                         gboolean trace,
                         GHashTable *said,
                         CorImportColumnChosen func,
                         gpointer data)
{
  g_autoptr (GArray) targets = cor_import_targets (kind, trace);

  clear (grid);
  for (guint c = 0; c < MIN (look->columns->len, COLUMNS_SHOWN); c++)
    {
      const char *name = g_ptr_array_index (look->columns, c);
      const char *key = said ? g_hash_table_lookup (said, name) : NULL;

      if (key == NULL)
        key = cor_import_guess (look, c, kind, trace);
      attach_label (grid, (int) c, 0, name, "heading");
      gtk_grid_attach (grid, drop_down_new (name, key, targets, func, data), (int) c, 1, 1, 1);
      for (guint r = 0; r < look->rows->len; r++)
        attach_label (grid, (int) c, (int) r + 2, ((char **) g_ptr_array_index (look->rows, r))[c], NULL);
    }
}
