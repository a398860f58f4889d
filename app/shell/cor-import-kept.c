/* cor-import-kept.c: what was said of a file that was left without adding it, for the next look at it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-import-window-private.h"

/* The session that the file would be added to keeps it under this name: the last file that was left. */
#define KEPT "corridor-import-kept"

/* What the person said; @kind, @system: %GTK_INVALID_LIST_POSITION where these are as the look at the file had them,
 * which may say another once the file was mended. */
typedef struct
{
  GFile *file;
  CorTableForm form;
  GHashTable *columns;
  guint kind, system;
  gboolean near, roads;
} Kept;

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  g_object_unref (kept->file);
  g_hash_table_unref (kept->columns);
  g_free (kept);
}

/* What was said of the file that is looked at, or NULL. */
static const Kept *
kept_of (CorImportWindow *self)
{
  const Kept *kept = g_object_get_data (G_OBJECT (self->session), KEPT);
  GFile *file = cor_import_source_file (self->source);

  return kept != NULL && file != NULL && g_file_equal (kept->file, file) ? kept : NULL;
}

static guint
said (AdwComboRow *row, guint found)
{
  guint selected = adw_combo_row_get_selected (row);

  return selected != found ? selected : GTK_INVALID_LIST_POSITION;
}

void
cor_import_window_keep (CorImportWindow *self)
{
  GFile *file = self->source != NULL ? cor_import_source_file (self->source) : NULL;
  Kept *kept;

  if (self->look == NULL || file == NULL)
    return;
  kept = g_new0 (Kept, 1);
  kept->file = g_object_ref (file);
  kept->form = self->form;
  kept->columns = g_hash_table_ref (self->columns);
  kept->kind = said (self->kind_row, self->found_kind);
  kept->system = said (self->system_row, self->found_system);
  kept->near = gtk_switch_get_active (self->near_switch);
  kept->roads = gtk_switch_get_active (self->roads_switch);
  g_object_set_data_full (G_OBJECT (self->session), KEPT, kept, kept_free);
}

void
cor_import_window_forget (CorImportWindow *self)
{
  if (kept_of (self) != NULL)
    g_object_set_data (G_OBJECT (self->session), KEPT, NULL);
}

void
cor_import_window_take_form (CorImportWindow *self)
{
  const Kept *kept = kept_of (self);
  GHashTableIter iter;
  gpointer column, key;

  if (kept == NULL)
    return;
  self->form = kept->form;
  g_hash_table_iter_init (&iter, kept->columns);
  while (g_hash_table_iter_next (&iter, &column, &key))
    g_hash_table_insert (self->columns, g_strdup (column), g_strdup (key));
}

void
cor_import_window_take_rows (CorImportWindow *self)
{
  const Kept *kept = kept_of (self);

  if (kept == NULL)
    return;
  if (kept->kind != GTK_INVALID_LIST_POSITION)
    adw_combo_row_set_selected (self->kind_row, kept->kind);
  if (kept->system != GTK_INVALID_LIST_POSITION)
    {
      adw_combo_row_set_selected (self->system_row, kept->system);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->system_row), "");
    }
  gtk_switch_set_active (self->near_switch, kept->near);
  gtk_switch_set_active (self->roads_switch, kept->roads);
}
