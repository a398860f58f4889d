/* test-files.c: what happens to files under the window: changed, gone, read-only, not saved.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-driver.h"

#include "cor-edit.h"
#include "cor-recover.h"
#include "cor-recovery.h"

#include <glib/gstdio.h>

typedef struct
{
  UiFixture ui;
  char *folder;
  GFile *file;
} Fixture;

static CorDocument *
document (Fixture *f)
{
  return cor_session_get_document (f->ui.session);
}

static void
set_diesel (Fixture *f, double yuan)
{
  g_assert_true (cor_document_apply (
      document (f),
      cor_edit_parameter (ui_scenario (&f->ui), COR_ITEM_HEAD, NULL, COR_PARAM_DIESEL_PRICE, yuan, NULL), "Diesel",
      NULL));
}

/* A window on a file of its own. */
static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *path = NULL;

  ui_open (&f->ui, NULL);
  f->folder = g_dir_make_tmp ("corridor-XXXXXX", NULL);
  path = g_build_filename (f->folder, "mine.corridor", NULL);
  f->file = g_file_new_for_path (path);
  g_assert_true (cor_document_save (document (f), f->file, COR_SAVE_NONE, NULL));
  ui_wait (50);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (f->folder);
  g_free (f->folder);
  g_object_unref (f->file);
  ui_close (&f->ui, NULL);
}

static GtkInfoBar *
notice (Fixture *f)
{
  return GTK_INFO_BAR (ui_find (GTK_WIDGET (f->ui.window), GTK_TYPE_INFO_BAR, NULL, NULL));
}

static void
wait_for_notice (Fixture *f, gboolean revealed)
{
  for (guint i = 0; i < 200 && gtk_info_bar_get_revealed (notice (f)) != revealed; i++)
    ui_wait (20);
  g_assert_true (gtk_info_bar_get_revealed (notice (f)) == revealed);
}

/* The file as another program would leave it: with another price of diesel. */
static void
change_on_disk (Fixture *f)
{
  g_autoptr (CorScenario) theirs = cor_edit_parameter (cor_document_get_base (document (f)), COR_ITEM_HEAD, NULL,
                                                       COR_PARAM_DIESEL_PRICE, 11.5, NULL);
  g_autofree char *path = g_file_get_path (f->file);
  CorScenarioFile *written = cor_scenario_file_save (theirs, path, NULL, NULL);

  g_assert_nonnull (written);
  cor_scenario_file_free (written);
}

static double
diesel (Fixture *f)
{
  CorParamValue value;

  g_assert_true (cor_session_get_parameter (f->ui.session, COR_ITEM_HEAD, NULL, COR_PARAM_DIESEL_PRICE, &value, NULL));
  return value.value;
}

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

/* Saved without having seen the notice: asked, and nothing is overwritten before. */
static void
test_changed_save (Fixture *f, gconstpointer data)
{
  GtkWindow *dialog;

  set_diesel (f, 9.25);
  change_on_disk (f);
  ui_activate (&f->ui, "save", NULL);
  dialog = ui_dialog (&f->ui);
  g_assert_nonnull (dialog);
  g_assert_true (cor_document_get_modified (document (f)));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "overwrite");
  gtk_window_destroy (dialog);
  g_assert_false (cor_document_get_modified (document (f)));
  g_assert_cmpint (cor_document_look (document (f)), ==, COR_DISK_SAME);
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

/* Whether a state of another program, or a kept one, lies in the state folder. */
static guint
unsaved_states (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "corridor", "recovery", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_suffix (name, ".unsaved");
  return n;
}

/* An edit is kept within two seconds, and let go when it is saved. */
static void
test_kept (Fixture *f, gconstpointer data)
{
  g_assert_cmpuint (unsaved_states (), ==, 0);
  set_diesel (f, 10);
  for (guint i = 0; i < 20 && unsaved_states () == 0; i++)
    ui_wait (100);
  g_assert_cmpuint (unsaved_states (), ==, 1);
  ui_activate (&f->ui, "save", NULL);
  g_assert_cmpuint (unsaved_states (), ==, 0);
}

/* What a program that was killed left behind. */
static void
leave_behind (CorScenario *scenario, GFile *file, double yuan)
{
  g_autoptr (CorDocument) gone = cor_document_new ();
  CorRecovery *recovery;

  cor_document_reset (gone, scenario, file);
  recovery = cor_recovery_new (gone, NULL);
  cor_document_apply (gone, cor_edit_parameter (scenario, COR_ITEM_HEAD, NULL, COR_PARAM_DIESEL_PRICE, yuan, NULL), "",
                      NULL);
  cor_recovery_keep (recovery);
  g_object_run_dispose (G_OBJECT (recovery));
  g_object_unref (recovery);
}

/* The question above the window, answered. */
static void
answer (Fixture *f, const char *response)
{
  GtkWindow *dialog;

  for (guint i = 0; i < 50 && ui_dialog (&f->ui) == NULL; i++)
    ui_wait (20);
  dialog = ui_dialog (&f->ui);
  g_assert_nonnull (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (dialog);
}

/* Recovered into the window that shows the file; undo leads back to what was saved. */
static void
test_recover (Fixture *f, gconstpointer data)
{
  g_autoptr (CorScenario) saved = cor_scenario_ref (cor_document_get_base (document (f)));

  leave_behind (saved, f->file, 12.5);
  cor_recover_offer (f->ui.app);
  answer (f, "recover");
  ui_settle (&f->ui);
  g_assert_cmpfloat (diesel (f), ==, 12.5);
  g_assert_true (cor_document_get_modified (document (f)));
  ui_activate (&f->ui, "undo", NULL);
  g_assert_true (cor_scenario_equal (cor_document_get_base (document (f)), saved));
  g_assert_false (cor_document_get_modified (document (f)));
  g_assert_cmpuint (unsaved_states (), ==, 0);
}

/* Two states, one that never had a file: later leaves it, discard removes it. */
static void
test_recover_two (Fixture *f, gconstpointer data)
{
  leave_behind (cor_document_get_base (document (f)), f->file, 13);
  leave_behind (cor_document_get_base (document (f)), NULL, 14);
  cor_recover_offer (f->ui.app);
  answer (f, "cancel");
  answer (f, "cancel");
  g_assert_cmpuint (unsaved_states (), ==, 2);
  cor_recover_offer (f->ui.app);
  answer (f, "discard");
  answer (f, "discard");
  g_assert_cmpuint (unsaved_states (), ==, 0);
  g_assert_cmpfloat (diesel (f), !=, 14);
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
  for (guint i = 0; cor_session_get_computing (session) && i < 500; i++)
    ui_wait (10);
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

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/files/changed-reload", test_changed_reload);
  ADD ("/files/changed-keep", test_changed_keep);
  ADD ("/files/changed-save", test_changed_save);
  ADD ("/files/deleted", test_deleted);
  ADD ("/files/read-only", test_read_only);
  ADD ("/files/kept", test_kept);
  ADD ("/files/recover", test_recover);
  ADD ("/files/recover-two", test_recover_two);
  ADD ("/files/two-windows", test_two_windows);
  ADD ("/files/settings-let-go", test_settings_let_go);
  return g_test_run ();
}
