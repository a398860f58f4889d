/* cor-dialogs.c: questions and messages, and the one place that asks for a file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-dialogs.h"

#include "cor-typed.h"

#include <glib/gi18n-lib.h>

/* Lends @window an action of the window below under the keys that it has there. */
static void
lend_action (GSimpleActionGroup *group, GtkEventController *keys, GActionMap *owner, const char *name)
{
  GtkApplication *app = GTK_APPLICATION (g_application_get_default ());
  g_autofree char *detailed = g_strconcat ("win.", name, NULL);
  g_auto (GStrv) accels = gtk_application_get_accels_for_action (app, detailed);
  GAction *action = g_action_map_lookup_action (owner, name);

  if (action != NULL)
    g_action_map_add_action (G_ACTION_MAP (group), action);
  for (guint i = 0; accels[i] != NULL; i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (keys),
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (accels[i]), gtk_named_action_new (detailed)));
}

/* Undo and redo: a choice made in @window is taken back without leaving it. */
static void
lend_steps (GtkWindow *window, GActionMap *owner)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  lend_action (group, keys, owner, "undo");
  lend_action (group, keys, owner, "redo");
  gtk_widget_insert_action_group (GTK_WIDGET (window), "win", G_ACTION_GROUP (group));
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
}

/* Not GTK's destroy-with-parent: a window that was closed, but is still held, would keep the address
 * of a parent that is gone, and read it when the last reference goes. */
void
cor_dialog_attach (GtkWindow *window, GtkWindow *parent)
{
  gtk_window_set_transient_for (window, parent);
  /* Closed: while all is there still that is edited. */
  g_signal_connect (window, "unmap", G_CALLBACK (cor_typed_take), NULL);
  if (parent == NULL)
    return;
  if (G_IS_ACTION_MAP (parent))
    lend_steps (window, G_ACTION_MAP (parent));
  g_signal_connect_object (parent, "destroy", G_CALLBACK (gtk_window_destroy), window, G_CONNECT_SWAPPED);
}

typedef struct
{
  GtkWindow *parent;
  CorDialogFile chosen;
  CorDialogAnswer answered;
  gpointer data;
} Request;

static Request *
request_new (GtkWindow *parent, gpointer data)
{
  Request *request = g_new0 (Request, 1);

  request->parent = g_object_ref (parent);
  request->data = data;
  return request;
}

static void
request_free (Request *request)
{
  g_object_unref (request->parent);
  g_free (request);
}

/* Nobody would see what came of a file that is chosen for a window that was closed. */
static void
asker_closed (GtkNativeDialog *dialog)
{
  g_signal_emit_by_name (dialog, "response", GTK_RESPONSE_CANCEL);
}

static void
chooser_response (GtkNativeDialog *dialog, int response, Request *request)
{
  g_autoptr (GFile) file = NULL;

  g_signal_handlers_disconnect_by_func (request->parent, G_CALLBACK (asker_closed), dialog);
  gtk_native_dialog_hide (dialog);
  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  request->chosen (request->parent, file, request->data);
  request_free (request);
  g_object_unref (dialog);
}

void
cor_dialog_choose_file (GtkWindow *parent,
                        CorDialogPurpose purpose,
                        const char *name,
                        const char *pattern,
                        const char *pattern_name,
                        CorDialogFile done,
                        gpointer data)
{
  Request *request = request_new (parent, data);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  gboolean save = purpose == COR_DIALOG_SAVE, import = purpose == COR_DIALOG_IMPORT;
  GtkFileChooserNative *native = gtk_file_chooser_native_new (
      save ? _ ("Save As") : import ? _ ("Import") : _ ("Open"), parent,
      save ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_OPEN, import ? _ ("_Import") : NULL, NULL);
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (native);
  g_auto (GStrv) patterns = g_strsplit (pattern, " ", -1);

  request->chosen = done;
  for (guint i = 0; patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, patterns[i]);
  gtk_file_filter_set_name (filter, pattern_name);
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_chooser_add_filter (chooser, filter);
  gtk_file_chooser_add_filter (chooser, all);
  if (save && name != NULL)
    gtk_file_chooser_set_current_name (chooser, name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect (native, "response", G_CALLBACK (chooser_response), request);
  g_signal_connect_object (parent, "unrealize", G_CALLBACK (asker_closed), native, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

/* A question has one answer, also where its dialog stays for some reason. */
static void
message_response (AdwMessageDialog *dialog, const char *response, Request *request)
{
  CorDialogAnswer answered = g_steal_pointer (&request->answered);

  if (answered != NULL)
    answered (request->parent, response, request->data);
}

GtkWidget *
cor_dialog_ask (GtkWindow *parent,
                const char *heading,
                const char *body,
                const char *const *responses,
                CorDialogAnswer done,
                gpointer data)
{
  /* A message may name a file whose name is no text. */
  g_autofree char *text = body != NULL ? g_utf8_make_valid (body, -1) : NULL;
  GtkWidget *widget = adw_message_dialog_new (parent, heading, text);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);
  Request *request = request_new (parent, data);
  const char *last = NULL;

  request->answered = done;
  for (guint i = 0; responses[i] != NULL; i += 2)
    {
      adw_message_dialog_add_response (dialog, responses[i], responses[i + 1]);
      last = responses[i];
      if (g_str_equal (last, "discard") || g_str_equal (last, "delete"))
        adw_message_dialog_set_response_appearance (dialog, last, ADW_RESPONSE_DESTRUCTIVE);
    }
  if (last != NULL)
    adw_message_dialog_set_default_response (dialog, last);
  adw_message_dialog_set_close_response (dialog, responses[0]);
  if (last != NULL
      && adw_message_dialog_get_response_appearance (dialog, last) == ADW_RESPONSE_DEFAULT
      && last != responses[0])
    adw_message_dialog_set_response_appearance (dialog, last, ADW_RESPONSE_SUGGESTED);
  g_signal_connect_data (dialog, "response", G_CALLBACK (message_response), request,
                         (GClosureNotify)(GCallback)request_free, 0);
  g_signal_connect_object (parent, "unrealize", G_CALLBACK (gtk_window_close), dialog, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  return widget;
}

GtkWidget *
cor_dialog_error (GtkWindow *parent, const char *heading, const GError *error)
{
  const char *responses[] = { "close", _ ("_Close"), NULL };

  return cor_dialog_ask (parent, heading, error->message, responses, NULL, NULL);
}
