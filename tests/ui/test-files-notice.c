/* test-files-notice.c: the notice that a file is another one now, and the watch behind it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "files-fixture.h"

#include "cor-window-private.h"

/* As app/shell/cor-window-save.c has it: a file is looked at when it has been quiet for so long. */
#define QUIET_US (250 * 1000)

/* Changed, and changed back: there is nothing to tell any more. */
static void
test_changed_back (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_file_get_path (f->file), *text = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  change_on_disk (f);
  wait_for_notice (f, TRUE);
  g_assert_true (g_file_set_contents (path, text, (gssize)length, NULL));
  wait_for_notice (f, FALSE);
  g_assert_false (cor_document_get_modified (document (f)));
}

/* An answer takes the notice away; one that is neither of the two does nothing else. */
static void
test_answered (Fixture *f, gconstpointer data)
{
  change_on_disk (f);
  wait_for_notice (f, TRUE);
  gtk_info_bar_response (notice (f), GTK_RESPONSE_CLOSE);
  g_assert_false (gtk_info_bar_get_revealed (notice (f)));
  g_assert_false (cor_document_get_modified (document (f)));
  g_assert_cmpint (cor_document_look (document (f)), ==, COR_DISK_CHANGED);
}

static void
test_kept (Fixture *f, gconstpointer data)
{
  change_on_disk (f);
  wait_for_notice (f, TRUE);
  gtk_info_bar_response (notice (f), 1);
  g_assert_false (gtk_info_bar_get_revealed (notice (f)));
}

/* Moved away: told; its first answer asks for another name. */
static void
test_moved_away (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_file_get_path (f->file), *elsewhere = g_strconcat (path, ".old", NULL);
  GtkWindow *chooser;

  g_assert_cmpint (g_rename (path, elsewhere), ==, 0);
  wait_for_notice (f, TRUE);
  gtk_info_bar_response (notice (f), 1);
  ui_until (ui_window (GTK_TYPE_FILE_CHOOSER) != NULL || g_file_test (path, G_FILE_TEST_EXISTS));
  chooser = ui_window (GTK_TYPE_FILE_CHOOSER);
  g_assert_nonnull (chooser);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_CANCEL);
  ui_until (ui_window (GTK_TYPE_FILE_CHOOSER) == NULL);
}

/* With another document the notice goes, and what watched the old file; without a file nothing is watched. */
static void
test_another_document (Fixture *f, gconstpointer data)
{
  g_autoptr (CorScenario) empty = cor_scenario_new (NULL);
  GFileMonitor *monitor = f->ui.window->monitor;

  g_object_add_weak_pointer (G_OBJECT (monitor), (gpointer *)&monitor);
  change_on_disk (f);
  wait_for_notice (f, TRUE);
  cor_session_open (f->ui.session, empty, NULL);
  g_assert_false (gtk_info_bar_get_revealed (notice (f)));
  ui_until (monitor == NULL);
  g_assert_null (monitor);
  g_assert_null (f->ui.window->monitor);
  ui_settle (&f->ui);
}

/* What is told of the file, after the window has heard it. */
typedef struct
{
  CorWindow *window;
  gint64 begin;
  guint last, times;
} Told;

static void
on_told (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, Told *told)
{
  guint look = told->window->look_source;
  GSource *source = g_main_context_find_source_by_id (NULL, look);

  g_assert_nonnull (source);
  g_assert_cmpint (g_source_get_ready_time (source), >=, told->begin + QUIET_US);
  g_assert_true (told->last == 0 || g_main_context_find_source_by_id (NULL, told->last) == NULL);
  told->last = look;
  told->times++;
}

/* Quiet for a while after its last change, not looked at for each; and never once the window is closed. */
static void
test_quiet (Fixture *f, gconstpointer data)
{
  CorWindow *other = cor_window_new (f->ui.app);
  Told told = { other, 0, 0, 0 };
  GFileMonitor *monitor;

  gtk_window_present (GTK_WINDOW (other));
  g_assert_true (cor_window_load (other, f->file));
  monitor = other->monitor;
  g_object_add_weak_pointer (G_OBJECT (monitor), (gpointer *)&monitor);
  g_object_add_weak_pointer (G_OBJECT (other), (gpointer *)&other);
  g_signal_connect (monitor, "changed", G_CALLBACK (on_told), &told);
  told.begin = g_get_monotonic_time ();
  change_on_disk (f);
  ui_until (told.times > 0);
  change_on_disk (f);
  ui_until (told.times > 1);
  g_assert_cmpuint (told.times, >, 1);

  gtk_window_destroy (GTK_WINDOW (other));
  ui_until (other == NULL);
  g_assert_null (other);
  g_assert_null (g_main_context_find_source_by_id (NULL, told.last));
  g_assert_null (monitor);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/files-notice/changed-back", test_changed_back);
  ADD ("/files-notice/answered", test_answered);
  ADD ("/files-notice/kept", test_kept);
  ADD ("/files-notice/moved-away", test_moved_away);
  ADD ("/files-notice/another-document", test_another_document);
  ADD ("/files-notice/quiet", test_quiet);
  return g_test_run ();
}
