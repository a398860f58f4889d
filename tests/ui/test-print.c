/* test-print.c: what is printed from the window is what is exported: the same pages with the same words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-driver.h"

#include "cor-edit.h"
#include "cor-window-report.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* The words of a PDF in their order, pages parted by form feeds; by poppler, which shares nothing with cairo. */
static char *
words_of (GFile *file)
{
  const char *argv[] = { "pdftotext", "-layout", "-enc", "UTF-8", g_file_peek_path (file), "-", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GRegex) spaces = g_regex_new ("[ \\n]+", 0, 0, NULL);
  g_autofree char *text = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return g_regex_replace_literal (spaces, text, -1, 0, " ", 0, NULL);
}

static guint
pages_of (const char *words)
{
  guint pages = 0;

  for (const char *at = words; *at != '\0'; at++)
    pages += *at == '\f';
  return pages;
}

/* Whether a page says that variants are missing, in whichever language. */
static gboolean
says_missing (const char *words)
{
  return strstr (words, "missing here") != NULL || strstr (words, "故此处缺少") != NULL;
}

static void
test_same_as_exported (UiFixture *f, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("corridor-print-XXXXXX", NULL);
  g_autofree char *printed_path = g_build_filename (folder, "printed.pdf", NULL), *exported_path = g_build_filename (folder, "exported.pdf", NULL);
  g_autoptr (GFile) printed = g_file_new_for_path (printed_path);
  g_autoptr (GFile) exported = g_file_new_for_path (exported_path);
  g_autofree char *on_paper = NULL, *in_file = NULL;

  ui_settle (f);
  cor_window_print_report (f->window, printed);
  ui_until (g_file_query_exists (printed, NULL));
  ui_until (!cor_comparison_get_computing (f->window->comparison));
  g_assert_true (g_file_query_exists (printed, NULL));
  cor_window_write_report (f->window, exported);
  ui_until (g_file_query_exists (exported, NULL));
  g_assert_true (g_file_query_exists (exported, NULL));
  on_paper = words_of (printed);
  in_file = words_of (exported);
  g_assert_cmpuint (pages_of (in_file), >=, 15);
  g_assert_cmpuint (pages_of (on_paper), ==, pages_of (in_file));
  g_assert_cmpstr (on_paper, ==, in_file);
  g_assert_nonnull (strstr (in_file, _ ("Variants beside each other")));
  g_assert_false (says_missing (in_file));
  if (cor_window_is_chinese ())
    g_assert_null (strstr (in_file, "Shenzhen"));
  g_unlink (printed_path);
  g_unlink (exported_path);
  g_rmdir (folder);
}

/* The dialog that is shown while variants are worked out; none where nobody waits. */
static AdwMessageDialog *
waiting (void)
{
  GListModel *tops = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (tops); i++)
    {
      g_autoptr (GtkWidget) top = g_list_model_get_item (tops, i);

      if (ADW_IS_MESSAGE_DIALOG (top))
        return ADW_MESSAGE_DIALOG (top);
    }
  return NULL;
}

/* As a click does: the dialog closes, then it tells of the answer. */
static void
respond (const char *response)
{
  g_autoptr (AdwMessageDialog) dialog = g_object_ref (waiting ());

  gtk_window_destroy (GTK_WINDOW (dialog));
  adw_message_dialog_response (dialog, response);
}

static void
edit (UiFixture *f)
{
  CorDocument *document = cor_session_get_document (f->window->session);
  CorScenario *next = cor_edit_number (cor_document_get_scenario (document), COR_ITEM_HEAD, NULL, "green_share", 0.25, NULL);

  cor_document_apply (document, next, "Green power", NULL);
}

/* Right after an edit a report waits; left, nothing is written; gone on without, the page says what is missing. */
static void
test_waits (UiFixture *f, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("corridor-print-XXXXXX", NULL), *path = g_build_filename (folder, "report.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *words = NULL;

  ui_settle (f);
  ui_until (!cor_comparison_get_computing (f->window->comparison));
  edit (f);
  cor_window_write_report (f->window, file);
  g_assert_nonnull (waiting ());
  respond ("cancel");
  ui_until (!cor_comparison_get_computing (f->window->comparison) && !cor_session_get_computing (f->window->session));
  g_assert_false (g_file_query_exists (file, NULL));
  cor_document_undo (cor_session_get_document (f->window->session));
  cor_window_write_report (f->window, file);
  /* The scenario itself is always waited for. */
  g_assert_false (adw_message_dialog_get_response_enabled (waiting (), "without"));
  while (!adw_message_dialog_get_response_enabled (waiting (), "without"))
    g_main_context_iteration (NULL, TRUE);
  respond ("without");
  ui_until (g_file_query_exists (file, NULL));
  words = words_of (file);
  g_assert_true (says_missing (words));
  g_unlink (path);
  g_rmdir (folder);
}

/* Closed while its report is still being written: that is said to nobody. */
static void
test_closed_meanwhile (UiFixture *f, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("corridor-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "report.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWindow *window = g_object_ref (GTK_WINDOW (f->window));

  ui_settle (f);
  ui_until (!cor_comparison_get_computing (f->window->comparison));
  cor_window_write_report (f->window, file);
  gtk_window_destroy (window);
  ui_until (g_file_query_exists (file, NULL) && G_OBJECT (window)->ref_count == 1);
  g_assert_true (g_file_query_exists (file, NULL));
  g_assert_cmpuint (G_OBJECT (window)->ref_count, ==, 1);
  g_object_unref (window);
  f->window = NULL;
  g_unlink (path);
  g_rmdir (folder);
}

/* Closed while its pages are made: nothing is asked of a printer, and nothing stays behind. */
static void
test_closed_before_paper (UiFixture *f, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("corridor-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "printed.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  CorWindow *window = f->window;

  ui_settle (f);
  ui_until (!cor_comparison_get_computing (f->window->comparison));
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  cor_window_print_report (f->window, file);
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (f->window), "print-report"));
  gtk_window_destroy (GTK_WINDOW (f->window));
  f->window = NULL;
  ui_until (window == NULL);
  g_assert_null (window);
  g_assert_false (g_file_query_exists (file, NULL));
  g_rmdir (folder);
}

static void
count_freed (gpointer data)
{
  ++*(guint *) data;
}

/* What comes after the waiting shows a dialog of its own; meanwhile whatever waited is gone for good. */
static void
then_stay (CorWindow *window, gpointer data)
{
  GMainLoop *loop = g_main_loop_new (NULL, FALSE);

  g_assert_true (COR_IS_WINDOW (window));
  g_assert_null (waiting ());
  *(guint *) data += 10;
  g_timeout_add_once (100, (GSourceOnceFunc) g_main_loop_quit, loop);
  g_main_loop_run (loop);
  g_main_loop_unref (loop);
}

static void
test_waiting_ends_first (UiFixture *f, gconstpointer data)
{
  guint told = 0;

  ui_settle (f);
  ui_until (!cor_comparison_get_computing (f->window->comparison));
  edit (f);
  cor_window_when_ready (f->window, TRUE, then_stay, &told, count_freed);
  g_assert_nonnull (waiting ());
  g_assert_cmpuint (told, ==, 0);
  ui_until (told > 10);
  g_assert_cmpuint (told, ==, 11);
  g_assert_null (waiting ());
}

/* Asked again while it waits, the newest alone goes on; another document, and nothing does. */
static void
test_one_waits (UiFixture *f, gconstpointer data)
{
  g_autoptr (GFile) file = ui_sample ("icct-2021.corridor");
  guint first = 0, second = 0, third = 0;

  ui_settle (f);
  ui_until (!cor_comparison_get_computing (f->window->comparison));
  edit (f);
  cor_window_when_ready (f->window, TRUE, then_stay, &first, count_freed);
  cor_window_when_ready (f->window, TRUE, then_stay, &second, count_freed);
  g_assert_cmpuint (first, ==, 1);
  ui_until (second > 10);
  g_assert_cmpuint (second, ==, 11);
  g_assert_cmpuint (first, ==, 1);
  cor_document_undo (cor_session_get_document (f->window->session));
  cor_window_when_ready (f->window, TRUE, then_stay, &third, count_freed);
  g_assert_cmpuint (third, ==, 0);
  g_assert_true (cor_window_load (f->window, file));
  g_assert_null (waiting ());
  g_assert_cmpuint (third, ==, 1);
  ui_settle (f);
}

/* A window that is closed while something waits takes the dialog along; nothing is written. */
static void
test_closed_while_waiting (UiFixture *f, gconstpointer data)
{
  CorWindow *window;
  guint told = 0;

  ui_settle (f);
  ui_until (!cor_comparison_get_computing (f->window->comparison));
  edit (f);
  window = f->window;
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  cor_window_when_ready (f->window, TRUE, then_stay, &told, count_freed);
  g_assert_nonnull (waiting ());
  gtk_window_destroy (GTK_WINDOW (f->window));
  f->window = NULL;
  ui_until (window == NULL);
  g_assert_null (window);
  ui_until (waiting () == NULL);
  g_assert_null (waiting ());
  g_assert_cmpuint (told, ==, 1);
}

static gboolean
has_subtitle (GtkWidget *row, gconstpointer words)
{
  const char *subtitle = adw_action_row_get_subtitle (ADW_ACTION_ROW (row));

  return subtitle != NULL && strstr (subtitle, words) != NULL;
}

/* The button says what the report is about before a file is asked for; page one alone is one page. */
static void
test_asks_first (UiFixture *f, gconstpointer data)
{
  g_autofree char *year = NULL;
  g_autofree char *folder = g_dir_make_tmp ("corridor-print-XXXXXX", NULL), *path = g_build_filename (folder, "page.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *words = NULL;
  const CorResults *results;
  GtkWindow *dialog;

  ui_settle (f);
  results = cor_session_get_results (f->session);
  year = g_strdup_printf ("%d", results->first_year + (int) results->year);
  g_action_group_activate_action (G_ACTION_GROUP (f->window), "export-report", NULL);
  ui_until (ui_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  dialog = ui_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_null (ui_window (GTK_TYPE_FILE_CHOOSER));
  g_assert_nonnull (ui_find (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, has_subtitle, year));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "save");
  gtk_window_close (dialog);
  ui_until (ui_window (GTK_TYPE_FILE_CHOOSER) != NULL);
  g_assert_nonnull (ui_window (GTK_TYPE_FILE_CHOOSER));
  ui_wait (300);
  gtk_window_close (ui_window (GTK_TYPE_FILE_CHOOSER));
  ui_until (ui_window (GTK_TYPE_FILE_CHOOSER) == NULL);
  cor_window_print_pages (f->window, file, TRUE);
  ui_until (g_file_query_exists (file, NULL));
  words = words_of (file);
  g_assert_cmpuint (pages_of (words), ==, 1);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/print/same-as-exported", UiFixture, NULL, ui_open, test_same_as_exported, ui_close);
  g_test_add ("/print/asks-first", UiFixture, NULL, ui_open, test_asks_first, ui_close);
  g_test_add ("/print/waits", UiFixture, NULL, ui_open, test_waits, ui_close);
  g_test_add ("/print/waiting-ends-first", UiFixture, NULL, ui_open, test_waiting_ends_first, ui_close);
  g_test_add ("/print/one-waits", UiFixture, NULL, ui_open, test_one_waits, ui_close);
  g_test_add ("/print/closed-meanwhile", UiFixture, NULL, ui_open, test_closed_meanwhile, NULL);
  g_test_add ("/print/closed-before-paper", UiFixture, NULL, ui_open, test_closed_before_paper, NULL);
  g_test_add ("/print/closed-while-waiting", UiFixture, NULL, ui_open, test_closed_while_waiting, NULL);
  return g_test_run ();
}
