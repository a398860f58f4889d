/* cor-write.c: the one way in which windows write a file and say so.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-write.h"

#include "cor-dialogs.h"
#include "cor-file-name.h"
#include "cor-file.h"
#include "cor-toasts.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GFile *file;
  CorWriteMake make;
  gpointer job;
  GDestroyNotify free_job;
  const char *failed;
  CorWriteDone done;
  GApplication *app; /* held until it is written, or NULL */
} Write;

static void
write_free (Write *write)
{
  if (write->free_job != NULL)
    write->free_job (write->job);
  g_object_unref (write->file);
  g_clear_object (&write->app);
  g_free (write);
}

/* What lies on this computer is replaced in one step; what lies elsewhere as well as can be. */
static gboolean
replace (GFile *file, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  const char *path = g_file_peek_path (file);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (path != NULL)
    return cor_file_replace (path, bytes, FALSE, error);
  return g_file_replace_contents (file, data, size, NULL, FALSE, G_FILE_CREATE_NONE, NULL, cancellable, error);
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Write *write = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = write->make (write->job, cancellable, &error);

  if (bytes == NULL || !replace (write->file, bytes, cancellable, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/* The first of the window's toast overlays, or %NULL. */
static AdwToastOverlay *
find_toasts (GtkWidget *widget)
{
  AdwToastOverlay *found = ADW_IS_TOAST_OVERLAY (widget) ? ADW_TOAST_OVERLAY (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_toasts (child);
  return found;
}

static void
open_written (AdwToast *toast, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  gtk_show_uri (g_object_get_data (G_OBJECT (toast), "window"), uri, GDK_CURRENT_TIME);
}

static void
say_written (GtkWindow *window, GFile *file)
{
  AdwToastOverlay *toasts = find_toasts (GTK_WIDGET (window));
  g_autofree char *name = cor_file_name (file);
  g_autofree char *text = g_strdup_printf (_ ("%s is written"), name);
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast;

  if (toasts == NULL)
    return;
  toast = adw_toast_new (escaped);
  adw_toast_set_button_label (toast, _ ("_Open"));
  g_object_set_data (G_OBJECT (toast), "window", window);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (open_written), file, 0);
  g_object_set_data_full (G_OBJECT (toast), "file", g_object_ref (file), g_object_unref);
  cor_toasts_add (toasts, toast);
}

/* The message names the file, which whoever writes does not. It is read also where the window was the last one. */
static void
say_failed (GtkWindow *window, const Write *write, const GError *error)
{
  g_autofree char *name = cor_file_name (write->file);
  g_autoptr (GError) named = g_error_new (error->domain, error->code, "%s: %s", name, error->message);
  GtkWidget *dialog = cor_dialog_error (window, write->failed, named);

  if (write->app != NULL && gtk_window_get_application (window) == NULL)
    gtk_window_set_application (GTK_WINDOW (dialog), GTK_APPLICATION (write->app));
}

static void
finished (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWindow) window = data;
  const Write *write = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean written = g_task_propagate_boolean (G_TASK (result), &error);

  if (written)
    say_written (window, write->file);
  else
    say_failed (window, write, error);
  if (write->done != NULL)
    write->done (window, written);
  if (write->app != NULL)
    g_application_release (write->app);
}

void
cor_write_file (GtkWindow *window,
                GFile *file,
                CorWriteMake make,
                gpointer job,
                GDestroyNotify free_job,
                const char *failed,
                CorWriteDone done)
{
  g_autoptr (GTask) task = NULL;
  Write *write = g_new0 (Write, 1);

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (G_IS_FILE (file));

  *write = (Write){ g_object_ref (file), make, job, free_job, failed, done, g_application_get_default () };
  if (write->app != NULL)
    g_application_hold (g_object_ref (write->app));
  task = g_task_new (NULL, NULL, finished, g_object_ref (window));
  g_task_set_task_data (task, write, (GDestroyNotify) write_free);
  g_task_run_in_thread (task, work);
}

static GBytes *
ready (gpointer job, GCancellable *cancellable, GError **error)
{
  return g_bytes_ref (job);
}

void
cor_write_bytes (GtkWindow *window, GFile *file, GBytes *bytes, const char *failed)
{
  cor_write_file (window, file, ready, bytes, (GDestroyNotify) g_bytes_unref, failed, NULL);
}
