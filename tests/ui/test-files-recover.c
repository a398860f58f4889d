/* test-files-recover.c: what was not saved, and the files that were open, at the next start.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "files-fixture.h"

#include "../no-room.h"

#include "cor-file-view.h"

/* What a program that was killed left behind. */
static void
leave_behind_seen (CorScenario *scenario, GFile *file, const char *variant, double yuan)
{
  g_autoptr (CorDocument) gone = cor_document_new ();
  CorRecovery *recovery;

  cor_document_reset (gone, scenario, file);
  g_assert_true (cor_document_set_variant (gone, variant));
  recovery = cor_recovery_new (gone, NULL);
  cor_document_apply (gone, cor_edit_parameter (cor_document_get_scenario (gone), COR_ITEM_HEAD, NULL, COR_PARAM_DIESEL_PRICE, yuan, NULL), "",
                      NULL);
  cor_recovery_keep (recovery);
  g_object_run_dispose (G_OBJECT (recovery));
  g_object_unref (recovery);
}

static void
leave_behind (CorScenario *scenario, GFile *file, double yuan)
{
  leave_behind_seen (scenario, file, NULL, yuan);
}

/* The question above the window, answered. */
static void
answer (Fixture *f, const char *response)
{
  GtkWindow *dialog;

  ui_until (ui_dialog (&f->ui) != NULL);
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
  /* At no moment is there none on the disk: what was recovered may be what the program ends over. */
  g_assert_cmpuint (unsaved_states (), ==, 1);
  ui_settle (&f->ui);
  g_assert_cmpfloat (diesel (f), ==, 12.5);
  g_assert_true (cor_document_get_modified (document (f)));
  ui_activate (&f->ui, "undo", NULL);
  g_assert_true (cor_scenario_equal (cor_document_get_base (document (f)), saved));
  g_assert_false (cor_document_get_modified (document (f)));
  g_assert_cmpuint (unsaved_states (), ==, 0);
}

static GtkWidget *
tour (Fixture *f)
{
  return ui_find (GTK_WIDGET (f->ui.window), GTK_TYPE_WIDGET, ui_has_name, "tour");
}

/* The tour waits until it is answered what becomes of what was not saved. */
static void
test_tour_waits (Fixture *f, gconstpointer data)
{
  gboolean done = g_settings_get_boolean (cor_settings_get (), "tour-done");

  g_settings_set_boolean (cor_settings_get (), "tour-done", FALSE);
  leave_behind (cor_document_get_base (document (f)), f->file, 12.5);
  cor_recover_offer (f->ui.app);
  g_assert_true (cor_window_load (f->ui.window, f->file));
  ui_wait (2000);
  g_assert_null (tour (f));
  answer (f, "discard");
  ui_until (tour (f) != NULL);
  g_assert_nonnull (tour (f));
  g_settings_set_boolean (cor_settings_get (), "tour-done", done);
}

/* So much may be written to a file while there is no room. */
#define ROOM 200

/* Where what was recovered cannot be written anew, the old state stays; later it is tried again. */
static void
test_recover_full (Fixture *f, gconstpointer data)
{
  leave_behind (cor_document_get_base (document (f)), f->file, 12.5);
  cor_recover_offer (f->ui.app);
  limit_files (ROOM);
  answer (f, "recover");
  limit_files (RLIM_INFINITY);
  g_assert_cmpuint (unsaved_states (), ==, 1);
  g_assert_cmpfloat (diesel (f), ==, 12.5);
  ui_until (unsaved_states () == 2);
  g_assert_cmpuint (unsaved_states (), ==, 2);
  ui_activate (&f->ui, "undo", NULL);
  cor_recover_offer (f->ui.app);
  answer (f, "discard");
  g_assert_cmpuint (unsaved_states (), ==, 0);
}

/* A file that cannot be read by now, as one of a newer program, is not written over without asking; one that is gone
 * comes back under its name. */
static void
test_recover_unread (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_file_get_path (f->file);
  g_autoptr (CorScenario) saved = cor_scenario_ref (cor_document_get_base (document (f)));

  leave_behind (saved, f->file, 12.5);
  g_assert_true (g_file_set_contents (path, "{ \"format\": \"corridor-scenario\", \"version\": 99 }", -1, NULL));
  cor_recover_offer (f->ui.app);
  answer (f, "recover");
  g_assert_cmpfloat (diesel (f), ==, 12.5);
  g_assert_null (cor_document_get_file (document (f)));
  leave_behind (saved, f->file, 13.5);
  g_assert_true (g_file_delete (f->file, NULL, NULL));
  cor_session_open (f->ui.session, saved, f->file);
  cor_recover_offer (f->ui.app);
  answer (f, "recover");
  g_assert_cmpfloat (diesel (f), ==, 13.5);
  g_assert_true (g_file_equal (cor_document_get_file (document (f)), f->file));
}

/* The variant that was shown is shown again, of what has a file and of what has none; undo stays with it. */
static void
test_recover_variant (Fixture *f, gconstpointer data)
{
  const char *id = "two-swap-stations";

  leave_behind_seen (cor_document_get_base (document (f)), f->file, id, 12.5);
  cor_recover_offer (f->ui.app);
  answer (f, "recover");
  ui_settle (&f->ui);
  g_assert_cmpstr (cor_document_get_variant (document (f)), ==, id);
  g_assert_cmpfloat (diesel (f), ==, 12.5);
  ui_activate (&f->ui, "undo", NULL);
  g_assert_cmpstr (cor_document_get_variant (document (f)), ==, id);
  g_assert_cmpfloat (diesel (f), !=, 12.5);
  g_assert_false (cor_document_get_modified (document (f)));
  ui_activate (&f->ui, "redo", NULL);
  g_assert_cmpstr (cor_document_get_variant (document (f)), ==, id);
  g_assert_cmpfloat (diesel (f), ==, 12.5);
  ui_activate (&f->ui, "undo", NULL);
  g_assert_cmpuint (unsaved_states (), ==, 0);
}

/* Which variant is shown is kept soon after it is chosen: a program that is killed opens the file with it again. */
static void
test_killed_on_variant (Fixture *f, gconstpointer data)
{
  g_autoptr (CorSession) next = cor_session_new (cor_application_get_engine (f->ui.app));

  ui_activate (&f->ui, "variant", "two-swap-stations");
  ui_wait (600);
  g_assert_true (cor_file_view_load (next, f->file, NULL, NULL));
  g_assert_cmpstr (cor_document_get_variant (cor_session_get_document (next)), ==, "two-swap-stations");
  ui_activate (&f->ui, "variant", "");
  ui_wait (600);
  g_assert_true (cor_file_view_load (next, f->file, NULL, NULL));
  g_assert_null (cor_document_get_variant (cor_session_get_document (next)));
}

/* Over what is not saved here nothing is recovered: it comes in a window of its own. */
static void
test_recover_beside (Fixture *f, gconstpointer data)
{
  CorWindow *other = NULL;

  leave_behind (cor_document_get_base (document (f)), f->file, 12.5);
  set_diesel (f, 9.25);
  cor_recover_offer (f->ui.app);
  answer (f, "recover");
  ui_settle (&f->ui);
  g_assert_cmpfloat (diesel (f), ==, 9.25);
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (f->ui.app)); l != NULL; l = l->next)
    if (COR_IS_WINDOW (l->data) && l->data != (gpointer)f->ui.window)
      other = l->data;
  g_assert_nonnull (other);
  g_assert_true (cor_document_get_modified (cor_session_get_document (cor_window_get_session (other))));
  gtk_window_destroy (GTK_WINDOW (other));
  ui_wait (100);
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

static guint
n_windows (Fixture *f)
{
  guint n = 0;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (f->ui.app)); l != NULL; l = l->next)
    n += COR_IS_WINDOW (l->data);
  return n;
}

/* At the start a file that is gone is passed over without a word; the others open. */
static void
test_session_gone (Fixture *f, gconstpointer data)
{
  g_autofree char *uri = g_file_get_uri (f->file);
  const char *uris[] = { "file:///nowhere/gone.corridor", uri, NULL };
  GtkWindow *opened;

  g_settings_set_strv (cor_settings_get (), "open-files", uris);
  cor_application_open_session (f->ui.app);
  ui_wait (100);
  g_assert_cmpuint (n_windows (f), ==, 2);
  opened = gtk_application_get_active_window (GTK_APPLICATION (f->ui.app));
  g_assert_true (COR_IS_WINDOW (opened) && opened != GTK_WINDOW (f->ui.window));
  g_assert_true (g_file_equal (cor_document_get_file (cor_session_get_document (cor_window_get_session (COR_WINDOW (opened)))),
                               f->file));
  gtk_window_destroy (opened);
  ui_wait (100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/files/recover", test_recover);
  ADD ("/files/tour-waits", test_tour_waits);
  ADD ("/files/recover-full", test_recover_full);
  ADD ("/files/recover-unread", test_recover_unread);
  ADD ("/files/recover-variant", test_recover_variant);
  ADD ("/files/killed-on-variant", test_killed_on_variant);
  ADD ("/files/recover-beside", test_recover_beside);
  ADD ("/files/session-gone", test_session_gone);
  ADD ("/files/recover-two", test_recover_two);
  return g_test_run ();
}
