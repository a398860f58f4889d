/* cor-window-data.c: data of other programs into the scenario: chosen, dropped or pasted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-window-private.h"

#include "cor-dialogs.h"
#include "cor-import-window.h"

#include <glib/gi18n-lib.h>

static void
added (CorImportWindow *import, const char *text, CorWindow *self)
{
  self->import_added = TRUE;
  cor_window_show_scenario (self);
  cor_window_toast (self, text, TRUE);
}

/* The next file in the row. Whoever cancels one wants none of the rest either. */
static void
closed (CorWindow *self)
{
  g_autoptr (GFile) next = g_queue_pop_head (&self->import_queue);
  guint left = g_queue_get_length (&self->import_queue) + 1;
  g_autofree char *text = g_strdup_printf (ngettext ("%u file was not looked at", "%u files were not looked at", left), left);

  if (next == NULL || gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;
  if (self->import_added)
    {
      cor_window_import (self, next);
      return;
    }
  g_queue_clear_full (&self->import_queue, g_object_unref);
  cor_window_toast (self, text, FALSE);
}

/* The window for it, above a scenario: a new one where none is open. */
static CorImportWindow *
import_window (CorWindow *self)
{
  GtkWidget *window;

  if (cor_window_is_empty (self))
    g_action_group_activate_action (G_ACTION_GROUP (self), "new", NULL);
  window = cor_import_window_new (GTK_WINDOW (self), self->session, self->base);
  g_signal_connect_object (window, "added", G_CALLBACK (added), self, 0);
  g_signal_connect_object (window, "destroy", G_CALLBACK (closed), self, G_CONNECT_SWAPPED);
  self->import_added = FALSE;
  gtk_window_present (GTK_WINDOW (window));
  return COR_IMPORT_WINDOW (window);
}

void
cor_window_import (CorWindow *self, GFile *file)
{
  guint left = g_queue_get_length (&self->import_queue);
  CorImportWindow *import;

  g_return_if_fail (COR_IS_WINDOW (self));

  import = import_window (self);
  if (left > 0)
    cor_import_window_set_rest (import, left);
  cor_import_window_show_file (import, file);
}

void
cor_window_import_all (CorWindow *self, GSList *files)
{
  g_return_if_fail (COR_IS_WINDOW (self));
  g_return_if_fail (files != NULL);

  g_queue_clear_full (&self->import_queue, g_object_unref);
  for (GSList *l = files->next; l != NULL; l = l->next)
    g_queue_push_tail (&self->import_queue, g_object_ref (l->data));
  cor_window_import (self, files->data);
}

static void
file_chosen (GtkWindow *window, GFile *file, gpointer data)
{
  if (file != NULL)
    cor_window_import (COR_WINDOW (window), file);
}

static void
import_activated (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  cor_dialog_choose_file (GTK_WINDOW (self), COR_DIALOG_IMPORT, NULL, COR_IMPORT_PATTERNS, _ ("Tables, GeoJSON, GPX and KML"), file_chosen,
                          NULL);
}

static void
import_uri_activated (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  cor_window_import (self, file);
}

static void
text_read (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (CorWindow) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  if (gtk_window_get_application (GTK_WINDOW (self)) == NULL) /* closed meanwhile */
    return;
  if (text == NULL || *text == '\0')
    cor_window_toast (self, _ ("There is no text or file to paste"), FALSE);
  else
    cor_import_window_show_text (import_window (self), text);
}

static void
files_read (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (CorWindow) self = data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  GSList *files = value != NULL ? g_value_get_boxed (value) : NULL;

  if (files != NULL && gtk_window_get_application (GTK_WINDOW (self)) != NULL)
    cor_window_open_files (self, files);
}

/* Rows copied from a spreadsheet, or a file copied in the file manager. */
static void
paste_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorWindow *self = data;
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  if (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, files_read, g_object_ref (self));
  else
    gdk_clipboard_read_text_async (clipboard, NULL, text_read, g_object_ref (self));
}

/* Ctrl+V is left to whoever has the focus first: an entry pastes into itself. */
static void
add_paste_key (CorWindow *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_v, GDK_CONTROL_MASK), gtk_named_action_new ("win.import-paste")));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

void
cor_window_add_data_actions (CorWindow *self)
{
  const GActionEntry entries[] = {
    { "import", import_activated, NULL, NULL, NULL, { 0 } },
    { "import-uri", import_uri_activated, "s", NULL, NULL, { 0 } },
    { "import-paste", paste_activated, NULL, NULL, NULL, { 0 } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  add_paste_key (self);
}
