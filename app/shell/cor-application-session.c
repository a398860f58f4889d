/* cor-application-session.c: which files are open, for the next start; told to end by a signal.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-application-private.h"

#include "cor-settings.h"
#include "cor-window.h"

#include <glib-unix.h>
#include <signal.h>

/* A window closed while others stay is no part of the session; the last one is. */
static void
window_removed (CorApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (COR_IS_WINDOW (l->data))
      {
        cor_application_remember_session (self);
        return;
      }
}

/* The files of all windows, for the next start. Once the program ends the list stays. */
void
cor_application_remember_session (CorApplication *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) uris = NULL;

  g_return_if_fail (COR_IS_APPLICATION (self));

  if (self->ending)
    return;
  for (GList *l = g_list_last (gtk_application_get_windows (GTK_APPLICATION (self))); l != NULL;
       l = l->prev)
    if (COR_IS_WINDOW (l->data))
      {
        GFile *file
            = cor_document_get_file (cor_session_get_document (cor_window_get_session (l->data)));
        g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;

        if (uri != NULL)
          g_strv_builder_add (builder, uri);
      }
  uris = g_strv_builder_end (builder);
  g_settings_set_strv (cor_settings_get (), "open-files", (const char *const *)uris);
}

void
cor_application_stay (CorApplication *self)
{
  g_return_if_fail (COR_IS_APPLICATION (self));

  self->ending = FALSE;
  cor_application_remember_session (self);
}

/* Told to end without being able to ask: what is not saved is kept for the next start. */
static gboolean
terminated (gpointer app)
{
  cor_application_remember_session (app);
  COR_APPLICATION (app)->ending = TRUE;
  for (GList *l = gtk_application_get_windows (app); l != NULL; l = l->next)
    if (COR_IS_WINDOW (l->data))
      cor_window_keep_unsaved (l->data);
  g_application_quit (app);
  return G_SOURCE_CONTINUE;
}

void
cor_application_watch_session (CorApplication *self)
{
  static const int numbers[] = { SIGTERM, SIGINT, SIGHUP };

  g_signal_connect (self, "window-removed", G_CALLBACK (window_removed), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    self->signal_sources[i] = g_unix_signal_add (numbers[i], terminated, self);
}

void
cor_application_stop_watching (CorApplication *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->signal_sources); i++)
    g_clear_handle_id (&self->signal_sources[i], g_source_remove);
}

void
cor_application_open_session (CorApplication *self)
{
  g_auto (GStrv) uris = g_settings_get_strv (cor_settings_get (), "open-files");
  gboolean any = FALSE;

  /* Each window that opens would be all that is remembered, were this the end. */
  self->ending = TRUE;
  for (guint i = 0; uris[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (uris[i]);

      if (!g_file_query_exists (file, NULL))
        continue;
      CorWindow *window = cor_window_new (self);

      cor_window_load (window, file);
      gtk_window_present (GTK_WINDOW (window));
      any = TRUE;
    }
  cor_application_stay (self);
  if (!any)
    gtk_window_present (GTK_WINDOW (cor_window_new (self)));
}
