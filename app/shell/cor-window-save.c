/* cor-window-save.c: saving with a way out of whatever is in the way, and a watch on the file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-window-private.h"

#include "cor-dialogs.h"
#include "cor-file-name.h"
#include "cor-file-view.h"
#include "cor-samples.h"
#include "cor-settings.h"
#include "cor-typed.h"

#include <glib/gi18n-lib.h>

/* Other programs write in several steps; the file is looked at when it has been quiet for so long. */
#define QUIET_MS 250

/* Answers of the notice. */
enum
{
  NOTICE_FIRST = 1,
  NOTICE_SECOND = 2,
};

/* A save that is under way, with what follows it. */
typedef struct
{
  GFile *file;
  CorSaveFlags flags;
  CorWindowThen *then;
} Save;

static void
save_try (CorWindow *self, Save *save);

static CorDocument *
document (CorWindow *self)
{
  return cor_session_get_document (self->session);
}

static void
save_free (Save *save)
{
  g_clear_object (&save->file);
  g_clear_pointer (&save->then, cor_window_then_free);
  g_free (save);
}

static void
file_chosen (GtkWindow *window, GFile *file, gpointer data)
{
  Save *save = data;

  if (file == NULL)
    {
      save_free (save);
      return;
    }
  g_set_object (&save->file, file);
  save->flags = COR_SAVE_NONE;
  save_try (COR_WINDOW (window), save);
}

static void
choose_where (CorWindow *self, Save *save)
{
  g_autofree char *name = g_strconcat (
    cor_scenario_title (cor_document_get_base (document (self)), cor_window_is_chinese ()), ".corridor", NULL);

  cor_dialog_choose_file (GTK_WINDOW (self), COR_DIALOG_SAVE, g_strdelimit (name, "/", '-'), "*.corridor",
                          _ ("Scenarios"), file_chosen, save);
}

static void
reload (CorWindow *self)
{
  g_autoptr (GError) error = NULL;
  gboolean edited;

  cor_typed_take (GTK_WINDOW (self));
  edited = cor_document_get_modified (document (self));
  if (cor_document_get_file (document (self)) == NULL)
    return;
  if (!cor_document_reload (document (self), _ ("Reload"), &error))
    {
      cor_dialog_error (GTK_WINDOW (self), _ ("The scenario was not opened"), error);
      return;
    }
  gtk_info_bar_set_revealed (self->notice, FALSE);
  cor_window_toast (self, edited ? _ ("Reloaded. Undo brings your changes back.") : _ ("Reloaded"), FALSE);
}

static void
way_out_chosen (GtkWindow *window, const char *response, gpointer data)
{
  CorWindow *self = COR_WINDOW (window);
  Save *save = data;

  if (g_str_equal (response, "save-as"))
    {
      choose_where (self, save);
      return;
    }
  if (g_str_equal (response, "overwrite"))
    save->flags |= COR_SAVE_OVERWRITE;
  if (g_str_equal (response, "no-backup"))
    save->flags |= COR_SAVE_NO_BACKUP;
  if (g_str_equal (response, "overwrite") || g_str_equal (response, "no-backup") || g_str_equal (response, "retry"))
    {
      save_try (self, save);
      return;
    }
  if (g_str_equal (response, "reload"))
    reload (self);
  save_free (save);
}

/* What went wrong, and what can be done about it; where something can be tried, it comes last. */
static void
offer_way_out (CorWindow *self, Save *save, const GError *error)
{
  const char *more[] = { NULL, NULL, NULL, NULL };
  const char *responses[9] = { "cancel", _ ("_Cancel"), NULL };
  guint n = 2;

  if (g_error_matches (error, COR_ERROR, COR_ERROR_CHANGED))
    {
      more[0] = "reload", more[1] = _ ("_Reload");
      more[2] = "overwrite", more[3] = _ ("_Overwrite");
    }
  else if (g_error_matches (error, COR_ERROR, COR_ERROR_NO_SPACE))
    more[0] = "retry", more[1] = _ ("_Try Again");
  else if (g_error_matches (error, COR_ERROR, COR_ERROR_BACKUP))
    more[0] = "no-backup", more[1] = _ ("Save _Without Backup");
  for (guint i = 0; i < G_N_ELEMENTS (more) && more[i] != NULL; i++)
    responses[n++] = more[i];
  responses[n++] = "save-as";
  responses[n++] = _ ("Save _As…");
  responses[n] = NULL;
  cor_dialog_ask (GTK_WINDOW (self), _ ("The scenario was not saved"), error->message, responses,
                  way_out_chosen, save);
}

static void
save_try (CorWindow *self, Save *save)
{
  g_autoptr (GError) error = NULL;

  if (!cor_document_save (document (self), save->file, save->flags, &error))
    {
      offer_way_out (self, save, error);
      return;
    }
  gtk_info_bar_set_revealed (self->notice, FALSE);
  cor_settings_remember (save->file);
  cor_file_view_keep (self->session, NULL);
  if (save->then != NULL)
    cor_window_then_run (self, g_steal_pointer (&save->then));
  save_free (save);
}

void
cor_window_save_then (CorWindow *self, gboolean ask_where, CorWindowThen *then)
{
  GFile *file = cor_document_get_file (document (self));
  Save *save = g_new0 (Save, 1);

  cor_typed_take (GTK_WINDOW (self));
  save->then = then;
  if (ask_where || file == NULL || cor_sample_contains (file))
    {
      choose_where (self, save);
      return;
    }
  save->file = g_object_ref (file);
  save_try (self, save);
}

static void
show_notice (CorWindow *self, const char *text, const char *first, const char *second)
{
  gtk_label_set_label (self->notice_text, text);
  gtk_button_set_label (self->notice_first, first);
  gtk_button_set_label (self->notice_second, second);
  gtk_info_bar_set_revealed (self->notice, TRUE);
}

static gboolean
look (gpointer data)
{
  CorWindow *self = data;
  GFile *file = cor_document_get_file (document (self));
  g_autofree char *name = file != NULL ? cor_file_name (file) : NULL;
  g_autofree char *text = NULL;

  self->look_source = 0;
  self->disk = cor_document_look (document (self));
  switch (self->disk)
    {
    case COR_DISK_CHANGED:
      text = g_strdup_printf (cor_document_get_modified (document (self)) ? _ ("“%s” was changed by another program. Reload can be undone.")
                                                                          : _ ("“%s” was changed by another program."),
                              name);
      show_notice (self, text, _ ("_Keep Mine"), _ ("_Reload"));
      break;
    case COR_DISK_GONE:
      text = g_strdup_printf (_ ("“%s” was deleted or moved. What you see is still here."), name);
      show_notice (self, text, _ ("Save _As…"), _ ("_Save Again"));
      break;
    case COR_DISK_SAME:
    default:
      gtk_info_bar_set_revealed (self->notice, FALSE);
    }
  return G_SOURCE_REMOVE;
}

static void
look_soon (CorWindow *self)
{
  g_clear_handle_id (&self->look_source, g_source_remove);
  self->look_source = g_timeout_add (QUIET_MS, look, self);
}

static void
notice_answered (GtkInfoBar *notice, int response, CorWindow *self)
{
  gtk_info_bar_set_revealed (notice, FALSE);
  if (response != NOTICE_FIRST && response != NOTICE_SECOND)
    return;
  if (self->disk == COR_DISK_CHANGED && response == NOTICE_SECOND)
    reload (self);
  else
    cor_document_keep_mine (document (self));
  if (self->disk == COR_DISK_GONE)
    cor_window_save_then (self, response == NOTICE_FIRST, NULL);
}

/* Watches the file that the document has now. */
static void
watch (CorWindow *self)
{
  GFile *file = cor_document_get_file (document (self));

  g_clear_object (&self->monitor);
  gtk_info_bar_set_revealed (self->notice, FALSE);
  if (gtk_window_get_application (GTK_WINDOW (self)) != NULL)
    cor_application_remember_session (COR_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
  if (file == NULL)
    return;
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (look_soon), self, G_CONNECT_SWAPPED);
}

void
cor_window_watch_file (CorWindow *self)
{
  g_signal_connect_object (document (self), "notify::file", G_CALLBACK (watch), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notice, "response", G_CALLBACK (notice_answered), self, 0);
}

void
cor_window_stop_watching (CorWindow *self)
{
  g_clear_handle_id (&self->look_source, g_source_remove);
  g_clear_object (&self->monitor);
}
