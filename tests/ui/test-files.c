/* test-files.c: what happens to files under the window: changed, gone, read-only, not saved.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "files-fixture.h"

/* Changed by another program: told, and read again when asked to. */
static void
test_changed_reload (Fixture *f, gconstpointer data)
{
  change_on_disk (f);
  wait_for_notice (f, TRUE);
  g_assert_cmpfloat (diesel (f), !=, 11.5);
  gtk_info_bar_response (notice (f), 2);
  ui_settle (&f->ui);
  g_assert_cmpfloat (diesel (f), ==, 11.5);
  g_assert_false (cor_document_get_modified (document (f)));
}

/* Or kept as it is here; then it counts as not saved, and saving overwrites. */
static void
test_changed_keep (Fixture *f, gconstpointer data)
{
  change_on_disk (f);
  wait_for_notice (f, TRUE);
  gtk_info_bar_response (notice (f), 1);
  g_assert_true (cor_document_get_modified (document (f)));
  ui_activate (&f->ui, "save", NULL);
  g_assert_false (cor_document_get_modified (document (f)));
  ui_wait (400);
  g_assert_null (ui_dialog (&f->ui));
  g_assert_false (gtk_info_bar_get_revealed (notice (f)));
}

/* Saved all the same: asked, and nothing is overwritten before; then there is nothing to notice. */
static void
test_changed_save (Fixture *f, gconstpointer data)
{
  GtkWindow *dialog;

  set_diesel (f, 9.25);
  change_on_disk (f);
  wait_for_notice (f, TRUE);
  ui_activate (&f->ui, "save", NULL);
  dialog = ui_dialog (&f->ui);
  g_assert_nonnull (dialog);
  g_assert_true (cor_document_get_modified (document (f)));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "overwrite");
  gtk_window_destroy (dialog);
  g_assert_false (gtk_info_bar_get_revealed (notice (f)));
  g_assert_false (cor_document_get_modified (document (f)));
  g_assert_cmpint (cor_document_look (document (f)), ==, COR_DISK_SAME);
}

/* Asked the same, but theirs is wanted: it is read, and nothing is written. */
static void
test_changed_save_reload (Fixture *f, gconstpointer data)
{
  GtkWindow *dialog;

  set_diesel (f, 9.25);
  change_on_disk (f);
  ui_activate (&f->ui, "save", NULL);
  dialog = ui_dialog (&f->ui);
  g_assert_nonnull (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "reload");
  gtk_window_destroy (dialog);
  ui_settle (&f->ui);
  g_assert_cmpfloat (diesel (f), ==, 11.5);
  g_assert_false (cor_document_get_modified (document (f)));
  g_assert_cmpint (cor_document_look (document (f)), ==, COR_DISK_SAME);
}

/* What was not saved comes back by Undo, counts as not saved, and is saved without another question; Redo is theirs again. */
static void
test_reload_undone (Fixture *f, gconstpointer data)
{
  set_diesel (f, 9.25);
  change_on_disk (f);
  wait_for_notice (f, TRUE);
  g_assert_cmpfloat (diesel (f), ==, 9.25);
  gtk_info_bar_response (notice (f), 2);
  ui_settle (&f->ui);
  g_assert_cmpfloat (diesel (f), ==, 11.5);
  g_assert_cmpstr (cor_document_get_undo_label (document (f)), ==, g_dgettext (GETTEXT_PACKAGE, "Reload"));
  ui_activate (&f->ui, "undo", NULL);
  g_assert_cmpfloat (diesel (f), ==, 9.25);
  g_assert_true (cor_document_get_modified (document (f)));
  ui_activate (&f->ui, "redo", NULL);
  g_assert_cmpfloat (diesel (f), ==, 11.5);
  g_assert_false (cor_document_get_modified (document (f)));
  ui_activate (&f->ui, "undo", NULL);
  ui_activate (&f->ui, "undo", NULL);
  g_assert_cmpfloat (diesel (f), !=, 9.25);
  ui_activate (&f->ui, "redo", NULL);
  g_assert_cmpfloat (diesel (f), ==, 9.25);
  ui_activate (&f->ui, "save", NULL);
  g_assert_null (ui_dialog (&f->ui));
  g_assert_false (cor_document_get_modified (document (f)));
}

/* Where no copy of the old file can be kept it is asked, and saved without one. */
static void
test_no_backup (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_file_get_path (f->file), *backup = g_strconcat (path, "~", NULL);
  GtkWindow *dialog;

  g_remove (backup);
  g_assert_cmpint (g_mkdir (backup, 0700), ==, 0);
  set_diesel (f, 9.5);
  ui_activate (&f->ui, "save", NULL);
  dialog = ui_dialog (&f->ui);
  g_assert_nonnull (dialog);
  g_assert_true (cor_document_get_modified (document (f)));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "no-backup");
  gtk_window_destroy (dialog);
  ui_wait (50);
  g_assert_false (cor_document_get_modified (document (f)));
  g_assert_null (ui_dialog (&f->ui));
  g_rmdir (backup);
}

/* Deleted: told, and written again. */
static void
test_deleted (Fixture *f, gconstpointer data)
{
  g_assert_true (g_file_delete (f->file, NULL, NULL));
  wait_for_notice (f, TRUE);
  gtk_info_bar_response (notice (f), 2);
  g_assert_true (g_file_query_exists (f->file, NULL));
  g_assert_false (cor_document_get_modified (document (f)));
  wait_for_notice (f, FALSE);
}

/* Read-only: the dialog offers another name; giving up loses nothing. */
static void
test_read_only (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_file_get_path (f->file);
  GtkWindow *dialog;

  g_chmod (path, 0444);
  set_diesel (f, 9.5);
  ui_activate (&f->ui, "save", NULL);
  dialog = ui_dialog (&f->ui);
  g_assert_nonnull (dialog);
  g_assert_cmpstr (adw_message_dialog_get_response_label (ADW_MESSAGE_DIALOG (dialog), "save-as"), !=, NULL);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  gtk_window_destroy (dialog);
  g_assert_true (cor_document_get_modified (document (f)));
  g_assert_cmpfloat (diesel (f), ==, 9.5);
}

/* An edit is kept within two seconds, and let go when it is saved. */
static void
test_kept (Fixture *f, gconstpointer data)
{
  g_assert_cmpuint (unsaved_states (), ==, 0);
  set_diesel (f, 10);
  ui_until (unsaved_states () > 0);
  g_assert_cmpuint (unsaved_states (), ==, 1);
  ui_activate (&f->ui, "save", NULL);
  g_assert_cmpuint (unsaved_states (), ==, 0);
}

/* Two windows, two documents: an edit in one is none in the other. */
static void
test_two_windows (Fixture *f, gconstpointer data)
{
  CorWindow *other = cor_window_new (f->ui.app);
  CorSession *session = cor_window_get_session (other);
  g_autoptr (GFile) sample = ui_sample ("shenzhen-pilot.corridor");
  g_autoptr (CorScenario) before = NULL;

  gtk_window_present (GTK_WINDOW (other));
  g_assert_true (cor_window_load (other, sample));
  before = cor_scenario_ref (cor_document_get_scenario (cor_session_get_document (session)));
  set_diesel (f, 8.75);
  ui_settle (&f->ui);
  ui_until (!cor_session_get_computing (session));
  g_assert_true (cor_document_get_scenario (cor_session_get_document (session)) == before);
  g_assert_false (cor_document_can_undo (cor_session_get_document (session)));
  g_assert_true (cor_document_can_undo (document (f)));
  g_action_group_activate_action (G_ACTION_GROUP (other), "toggle-policy", g_variant_new_string ("none-such"));
  gtk_window_destroy (GTK_WINDOW (other));
  ui_wait (100);
  g_assert_cmpfloat (diesel (f), ==, 8.75);
}

static void
action_removed (GActionGroup *group, const char *name, guint *removed)
{
  *removed += g_str_has_prefix (name, "show-");
}

/* A window that goes lets go of the settings that others still change. */
static void
test_settings_let_go (Fixture *f, gconstpointer data)
{
  CorWindow *other = cor_window_new (f->ui.app);
  guint removed = 0;

  gtk_window_present (GTK_WINDOW (other));
  ui_wait (50);
  g_signal_connect (other, "action-removed", G_CALLBACK (action_removed), &removed);
  gtk_window_destroy (GTK_WINDOW (other));
  ui_wait (100);
  g_assert_cmpuint (removed, ==, 3);
  ui_activate (&f->ui, "show-list", NULL);
  ui_activate (&f->ui, "show-list", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/files/changed-reload", test_changed_reload);
  ADD ("/files/changed-keep", test_changed_keep);
  ADD ("/files/no-backup", test_no_backup);
  ADD ("/files/changed-save", test_changed_save);
  ADD ("/files/changed-save-reload", test_changed_save_reload);
  ADD ("/files/reload-undone", test_reload_undone);
  ADD ("/files/deleted", test_deleted);
  ADD ("/files/read-only", test_read_only);
  ADD ("/files/kept", test_kept);
  ADD ("/files/two-windows", test_two_windows);
  ADD ("/files/settings-let-go", test_settings_let_go);
  return g_test_run ();
}
