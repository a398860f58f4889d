/* test-files-save.c: saving from the window: no room, what is remembered of it, and never over a bundled scenario.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "files-fixture.h"

#include "../no-room.h"

#include "cor-file-view.h"
#include "cor-scenario-reader.h"
#include "cor-variants.h"

#include <glib/gi18n.h>

/* No room: asked, and saved once there is room and it is tried again. */
static void
test_try_again (Fixture *f, gconstpointer data)
{
  GtkWindow *dialog;

  set_diesel (f, 9.25);
  limit_files (1000);
  ui_activate (&f->ui, "save", NULL);
  limit_files (RLIM_INFINITY);
  dialog = ui_dialog (&f->ui);
  g_assert_nonnull (dialog);
  g_assert_true (cor_document_get_modified (document (f)));
  g_assert_true (adw_message_dialog_has_response (ADW_MESSAGE_DIALOG (dialog), "retry"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "retry");
  gtk_window_destroy (dialog);
  g_assert_false (cor_document_get_modified (document (f)));
  g_assert_cmpint (cor_document_look (document (f)), ==, COR_DISK_SAME);
}

/* What was saved is the first of the recent files, and is seen as it was even where the program ends without a word. */
static void
test_remembered (Fixture *f, gconstpointer data)
{
  g_autofree char *uri = g_file_get_uri (f->file), *id = NULL;
  g_auto (GStrv) recent = NULL;
  g_autoptr (CorSession) later = cor_session_new (cor_session_get_engine (f->ui.session));
  CorScenario *next = cor_edit_add_variant (ui_scenario (&f->ui), "One", &id);

  g_assert_true (cor_document_apply (document (f), next, "Variant", NULL));
  cor_document_set_variant (document (f), id);
  ui_activate (&f->ui, "save", NULL);
  recent = g_settings_get_strv (cor_settings_get (), "recent-files");
  g_assert_cmpstr (recent[0], ==, uri);
  g_assert_true (cor_file_view_load (later, f->file, NULL, NULL));
  g_assert_cmpstr (cor_document_get_variant (cor_session_get_document (later)), ==, id);
  ui_settle (&f->ui);
}

static gboolean
has_title (GtkWidget *row, gconstpointer title)
{
  return g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title) == 0;
}

/* A number typed into the inspector, without Enter; the text with the focus. */
static GtkWidget *
type_temperature (Fixture *f, const char *number)
{
  GtkWidget *row = ui_find (GTK_WIDGET (f->ui.window), ADW_TYPE_ACTION_ROW, has_title, _ ("Ambient temperature"));
  GtkWidget *text;

  g_assert_nonnull (row);
  text = ui_find (row, GTK_TYPE_TEXT, NULL, NULL);
  gtk_widget_grab_focus (text);
  gtk_editable_set_text (GTK_EDITABLE (text), number);
  return text;
}

/* What is typed counts when it is saved, and is asked for when the window is closed; the entry keeps the focus. */
static void
test_typed (Fixture *f, gconstpointer data)
{
  g_autoptr (CorScenario) saved = NULL;
  g_autofree char *content = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length;
  GtkWidget *text = type_temperature (f, "31.5");

  gtk_editable_set_position (GTK_EDITABLE (text), 2);
  ui_activate (&f->ui, "save", NULL);
  g_assert_true (g_file_get_contents (g_file_peek_path (f->file), &content, &length, NULL));
  bytes = g_bytes_new (content, length);
  saved = cor_scenario_from_bytes (bytes, NULL);
  g_assert_cmpfloat (cor_scenario_head (saved)->temperature_c, ==, 31.5);
  g_assert_false (cor_document_get_modified (document (f)));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (f->ui.window)) == text);
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (text)), ==, 2);

  type_temperature (f, "32.5");
  gtk_window_close (GTK_WINDOW (f->ui.window));
  ui_until (ui_dialog (&f->ui) != NULL);
  g_assert_nonnull (ui_dialog (&f->ui));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (ui_dialog (&f->ui)), "cancel");
  gtk_window_destroy (ui_dialog (&f->ui));
  g_assert_cmpfloat (cor_scenario_head (ui_scenario (&f->ui))->temperature_c, ==, 32.5);
  ui_settle (&f->ui);
}

/* A scenario that comes with the program is never written over: it is asked where to. */
static void
test_bundled (UiFixture *f, gconstpointer data)
{
  CorDocument *shown = cor_session_get_document (f->session);
  g_autofree char *path = g_file_get_path (cor_document_get_file (shown)), *before = NULL, *after = NULL;
  gsize length, now;
  GtkWindow *chooser;

  g_assert_true (g_file_get_contents (path, &before, &length, NULL));
  g_assert_true (cor_document_apply (shown, cor_edit_parameter (ui_scenario (f), COR_ITEM_HEAD, NULL, COR_PARAM_DIESEL_PRICE, 9.25, NULL), "Diesel", NULL));
  ui_activate (f, "save", NULL);
  ui_until (ui_window (GTK_TYPE_FILE_CHOOSER) != NULL || !cor_document_get_modified (shown));
  chooser = ui_window (GTK_TYPE_FILE_CHOOSER);
  g_assert_true (g_file_get_contents (path, &after, &now, NULL));
  /* Should it ever be, it is put back. */
  if (now != length || memcmp (before, after, length) != 0)
    g_file_set_contents (path, before, (gssize) length, NULL);
  g_assert_cmpmem (after, now, before, length);
  g_assert_true (cor_document_get_modified (shown));
  g_assert_nonnull (chooser);
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_CANCEL);
  ui_until (ui_window (GTK_TYPE_FILE_CHOOSER) == NULL);
  g_assert_true (cor_document_get_modified (shown));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/files-save/try-again", test_try_again);
  ADD ("/files-save/remembered", test_remembered);
  ADD ("/files-save/typed", test_typed);
  g_test_add ("/files-save/bundled", UiFixture, NULL, ui_open, test_bundled, ui_close);
  return g_test_run ();
}
