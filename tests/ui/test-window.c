/* test-window.c: the main job in the real window: open, edit, undo, save, open again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-driver.h"

#include "cor-behind.h"
#include "cor-edit.h"
#include "cor-format.h"
#include "cor-item-text.h"
#include "cor-list-panel.h"
#include "cor-node.h"
#include "cor-scenario-file.h"

#include <glib/gstdio.h>
#include <sys/resource.h>

/* The four numbers stand there, and say the same as the results. */
static void
test_numbers (UiFixture *f, gconstpointer data)
{
  const CorResults *results = cor_session_get_results (f->session);
  g_autofree char *parity = ui_headline (f, COR_HEADLINE_PARITY);
  g_autofree char *year = g_strdup_printf ("%d", results->parity_year);
  g_autofree char *detour = ui_headline (f, COR_HEADLINE_DETOUR);
  g_autofree char *share = cor_format_percent (results->detour_share, 1, NULL);
  g_autofree char *emissions = ui_headline (f, COR_HEADLINE_EMISSIONS);

  g_assert_cmpint (results->parity_year, >, 0);
  g_assert_cmpstr (parity, ==, year);
  g_assert_cmpstr (detour, ==, share);
  g_assert_true (g_str_has_prefix (emissions, COR_MINUS));
}

static void
set_diesel (UiFixture *f, double yuan)
{
  cor_document_apply (
      cor_session_get_document (f->session),
      cor_edit_parameter (ui_scenario (f), COR_ITEM_HEAD, NULL, COR_PARAM_DIESEL_PRICE, yuan, NULL),
      "Diesel", NULL);
  ui_settle (f);
}

/* The year in "2030" or "≤ 2024". */
static int
year_of (const char *text)
{
  while (*text != '\0' && !g_ascii_isdigit (*text))
    text++;
  return atoi (text);
}

/* Dearer diesel brings parity nearer; undo brings back the very state and the number. */
static void
test_price_and_undo (UiFixture *f, gconstpointer data)
{
  g_autoptr (CorScenario) before = cor_scenario_ref (ui_scenario (f));
  g_autofree char *number = ui_headline (f, COR_HEADLINE_PARITY);
  g_autofree char *dearer = NULL, *again = NULL;

  set_diesel (f, 12);
  dearer = ui_headline (f, COR_HEADLINE_PARITY);
  g_assert_cmpint (year_of (dearer), <, year_of (number));
  ui_activate (f, "undo", NULL);
  ui_settle (f);
  g_assert_true (ui_scenario (f) == before);
  again = ui_headline (f, COR_HEADLINE_PARITY);
  g_assert_cmpstr (again, ==, number);
  ui_activate (f, "redo", NULL);
  ui_settle (f);
  g_free (again);
  again = ui_headline (f, COR_HEADLINE_PARITY);
  g_assert_cmpstr (again, ==, dearer);
}

static gboolean
is_primary (GtkWidget *widget, gconstpointer data)
{
  return gtk_menu_button_get_primary (GTK_MENU_BUTTON (widget));
}

static gboolean
opens_submenu (GtkWidget *widget, gconstpointer data)
{
  g_autofree char *submenu = NULL;

  g_object_get (widget, "menu-name", &submenu, NULL);
  return submenu != NULL && gtk_widget_get_mapped (widget);
}

static gboolean
has_focus (UiFixture *f, GtkWidget *menu)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (f->window));

  return focus != NULL && gtk_widget_is_ancestor (focus, menu);
}

static gboolean
has_unmapped_focus (UiFixture *f)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (f->window));

  return focus != NULL && !gtk_widget_get_mapped (focus);
}

/* A submenu is gone, and with it what had the keyboard: keys reach the window again. */
static void
test_keys_after_menu (UiFixture *f, gconstpointer data)
{
  GtkWidget *button = ui_find (GTK_WIDGET (f->window), GTK_TYPE_MENU_BUTTON, is_primary, NULL);
  GtkPopover *menu = gtk_menu_button_get_popover (GTK_MENU_BUTTON (button));
  GtkWidget *sub = NULL;

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  ui_until ((sub = ui_find (GTK_WIDGET (menu), g_type_from_name ("GtkModelButton"), opens_submenu, NULL)) != NULL);
  g_assert_nonnull (sub);
  gtk_widget_activate (sub);
  ui_until (has_focus (f, GTK_WIDGET (menu)) && !gtk_widget_get_mapped (sub));
  g_assert_true (has_focus (f, GTK_WIDGET (menu)));
  gtk_popover_popdown (menu);
  ui_until (!gtk_widget_get_mapped (GTK_WIDGET (menu)) && !has_unmapped_focus (f));
  g_assert_false (has_unmapped_focus (f));
}

static void
test_save_and_reopen (UiFixture *f, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("corridor-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "my.corridor", NULL);
  g_autofree char *backup = g_strconcat (path, "~", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) sample = ui_sample ("icct-2021.corridor");
  g_autoptr (CorScenario) saved = NULL;

  set_diesel (f, 9.5);
  g_assert_true (cor_document_save (cor_session_get_document (f->session), file, COR_SAVE_NONE, NULL));
  saved = cor_scenario_ref (ui_scenario (f));
  ui_activate (f, "toggle-policy", "toll_relief");
  ui_activate (f, "save", NULL);
  g_assert_false (cor_document_get_modified (cor_session_get_document (f->session)));
  ui_activate (f, "undo", NULL);
  ui_activate (f, "save", NULL);
  g_assert_true (cor_window_load (f->window, sample));
  ui_settle (f);
  g_assert_true (cor_window_load (f->window, file));
  ui_settle (f);
  g_assert_true (cor_scenario_equal (ui_scenario (f), saved));
  g_remove (path);
  g_remove (backup);
  g_rmdir (folder);
}

/* A broken file: a dialog says so, and the open document stays as it was. */
static void
test_broken_file (UiFixture *f, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("corridor-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "broken.corridor", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (CorScenario) before = cor_scenario_ref (ui_scenario (f));
  GtkWindow *dialog;

  g_file_set_contents (path, "{\n  \"format\": \"corridor-scenario\",\n  \"version\": 1,\n  oops",
                       -1, NULL);
  g_assert_false (cor_window_load (f->window, file));
  ui_until (ui_dialog (f) != NULL);
  dialog = ui_dialog (f);
  g_assert_nonnull (dialog);
  g_assert_nonnull (
      strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), "broken.corridor"));
  g_assert_true (ui_scenario (f) == before);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_destroy (dialog);
  g_remove (path);
  g_rmdir (folder);
}

/* A site goes with its routes and their duties; one undo brings all of them back. */
static void
test_delete_and_undo (UiFixture *f, gconstpointer data)
{
  g_autoptr (CorScenario) before = cor_scenario_ref (ui_scenario (f));
  CorSelection *selection = cor_session_get_selection (f->session);
  guint n, m;

  cor_scenario_items (before, COR_ITEM_ROUTE, &n);
  cor_selection_set (selection, COR_ITEM_ROUTE, "yantian-pinghu");
  ui_activate (f, "delete", NULL);
  ui_settle (f);
  g_assert_null (cor_scenario_find (ui_scenario (f), COR_ITEM_ROUTE, "yantian-pinghu"));
  cor_scenario_items (ui_scenario (f), COR_ITEM_ROUTE, &m);
  g_assert_cmpuint (m, ==, n - 1);
  g_assert_null (cor_scenario_find (ui_scenario (f), COR_ITEM_DUTY, "pinghu-shuttle"));
  g_assert_cmpint (cor_selection_get_kind (selection), ==, COR_ITEM_HEAD);
  ui_activate (f, "undo", NULL);
  ui_settle (f);
  g_assert_true (ui_scenario (f) == before);
}

/* A message taken back while it comes, and a window too busy to draw meanwhile. */
static void
test_messages (UiFixture *f, gconstpointer data)
{
  for (guint i = 0; i < 3; i++)
    {
      cor_selection_set (cor_session_get_selection (f->session), COR_ITEM_ROUTE, "yantian-pinghu");
      ui_activate (f, "delete", NULL);
      ui_wait (20);
      ui_activate (f, "undo", NULL);
      ui_wait (20);
      g_usleep (G_USEC_PER_SEC * 2 / 3);
      ui_wait (20);
    }
  ui_settle (f);
}

/* What is not saved is asked about; cancelling keeps the window. */
static void
test_unsaved (UiFixture *f, gconstpointer data)
{
  GtkWindow *dialog;

  ui_activate (f, "toggle-policy", "toll_relief");
  g_assert_true (cor_document_get_modified (cor_session_get_document (f->session)));
  ui_activate (f, "close", NULL);
  ui_until (ui_dialog (f) != NULL);
  dialog = ui_dialog (f);
  g_assert_nonnull (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  gtk_window_destroy (dialog);
  ui_wait (50);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (f->window)));
}

/* One selection in the list, the inspector and the rest. */
static void
test_dark_and_narrow (UiFixture *f, gconstpointer data)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
  ui_wait (100);
  g_assert_true (adw_style_manager_get_dark (style));
  gtk_window_set_default_size (GTK_WINDOW (f->window), 420, 700);
  ui_wait (300);
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_DEFAULT);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1280, 780);
  ui_wait (200);
}

/* The report is written beside the work, while the window goes on. */
static void
test_report (UiFixture *f, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("corridor-report-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "report.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *content = NULL;
  gsize size = 0;

  cor_window_write_report (f->window, file);
  /* First the variants are worked out; then the whole file appears at once. */
  for (int i = 0; i < 3 && !g_file_query_exists (file, NULL); i++)
    ui_until (g_file_query_exists (file, NULL));
  ui_until (g_action_group_get_action_enabled (G_ACTION_GROUP (f->window), "export-report"));
  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  g_assert_cmpuint (size, >, 10000);
  g_assert_true (g_str_has_prefix (content, "%PDF-"));
  g_unlink (path);
  g_rmdir (folder);
}

static gpointer
how_nice (gpointer data)
{
  *(int *)data = getpriority (PRIO_PROCESS, 0);
  return data;
}

/* What is worked out gives way to the window, which stays as it is. */
static void
test_behind (UiFixture *f, gconstpointer data)
{
  int before = getpriority (PRIO_PROCESS, 0), nice = 0;

  g_assert_true (cor_behind_run (how_nice, &nice) == &nice);
  g_assert_cmpint (nice, >=, MIN (before + 1, 19));
  g_assert_cmpint (getpriority (PRIO_PROCESS, 0), ==, before);
}

/* While the list opens a section something else is selected, as when a row that goes away was being edited. */
static void
select_another (GListModel *list, guint position, guint removed, guint added, UiFixture *f)
{
  g_signal_handlers_disconnect_by_func (list, select_another, f);
  cor_selection_set (cor_session_get_selection (f->session), COR_ITEM_STATION, "yantian-swap");
}

/* What is selected last is what the list marks, and nothing is read that is gone. */
static void
test_selected_meanwhile (UiFixture *f, gconstpointer data)
{
  CorSelection *selection = cor_session_get_selection (f->session);
  GtkWidget *panel = ui_find (GTK_WIDGET (f->window), COR_TYPE_LIST_PANEL, NULL, NULL);
  GtkWidget *view = ui_find (panel, GTK_TYPE_LIST_VIEW, NULL, NULL);
  GtkSelectionModel *rows = gtk_list_view_get_model (GTK_LIST_VIEW (view));
  g_autoptr (GtkBitset) marked = NULL;
  g_autoptr (GtkTreeListRow) row = NULL;
  g_autoptr (CorNode) node = NULL;

  cor_selection_set (selection, COR_ITEM_DUTY, "yantian-gaolan");
  g_signal_connect (rows, "items-changed", G_CALLBACK (select_another), f);
  cor_selection_set (selection, COR_ITEM_SITE, "longhua-warehouse");
  g_assert_cmpstr (cor_selection_get_id (selection), ==, "yantian-swap");
  marked = gtk_selection_model_get_selection (rows);
  g_assert_cmpuint (gtk_bitset_get_size (marked), ==, 1);
  row = g_list_model_get_item (G_LIST_MODEL (rows), gtk_bitset_get_minimum (marked));
  node = gtk_tree_list_row_get_item (row);
  g_assert_cmpstr (cor_node_get_id (node), ==, "yantian-swap");
}

static guint
count_windows (void)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();

  return g_list_length (all);
}

/* GTK's keys for its inspector open no dialog without a parent in any window: one of them makes a variant here. */
static void
test_no_inspector (UiFixture *f, gconstpointer data)
{
  static const char *const actions[] = { NULL, "compare", "plan", "new-variant" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (GList) all = NULL;
      guint n;

      if (actions[i] != NULL)
        ui_activate (f, actions[i], NULL);
      ui_wait (100);
      n = count_windows ();
      all = gtk_window_list_toplevels ();
      for (GList *l = all; l != NULL; l = l->next)
        {
          gboolean handled = TRUE;

          g_signal_emit_by_name (l->data, "enable-debugging", FALSE, &handled);
          g_assert_false (handled);
        }
      ui_wait (50);
      g_assert_cmpuint (count_windows (), ==, n);
      for (GList *l = all; l != NULL; l = l->next)
        if (l->data != (gpointer) f->window && gtk_window_get_transient_for (l->data) != NULL)
          gtk_window_destroy (l->data);
      ui_wait (50);
    }
}

#define ADD(path, func) g_test_add (path, UiFixture, NULL, ui_open, func, ui_close)

static gboolean
is_first_group (GtkWidget *group, gconstpointer data)
{
  return gtk_widget_get_mapped (group);
}

/* The window of keys opens with those of files. */
static void
test_keys_in_order (UiFixture *f, gconstpointer data)
{
  GtkWidget *window, *group;
  g_autofree char *title = NULL;

  ui_activate (f, "show-help-overlay", NULL);
  ui_until (ui_window (GTK_TYPE_SHORTCUTS_WINDOW) != NULL);
  window = ui_window (GTK_TYPE_SHORTCUTS_WINDOW);
  ui_wait (200);
  group = ui_find (window, GTK_TYPE_SHORTCUTS_GROUP, is_first_group, NULL);
  g_assert_nonnull (group);
  g_object_get (group, "title", &title, NULL);
  g_assert_cmpstr (title, ==, g_dgettext (GETTEXT_PACKAGE, "Scenario"));
  gtk_window_close (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/window/numbers", test_numbers);
  ADD ("/window/no-inspector", test_no_inspector);
  ADD ("/window/price-and-undo", test_price_and_undo);
  ADD ("/window/selected-meanwhile", test_selected_meanwhile);
  ADD ("/window/keys-after-menu", test_keys_after_menu);
  ADD ("/window/save-and-reopen", test_save_and_reopen);
  ADD ("/window/broken-file", test_broken_file);
  ADD ("/window/delete-and-undo", test_delete_and_undo);
  ADD ("/window/messages", test_messages);
  ADD ("/window/unsaved", test_unsaved);
  ADD ("/window/report", test_report);
  ADD ("/window/behind", test_behind);
  ADD ("/window/dark-and-narrow", test_dark_and_narrow);
  ADD ("/window/keys-in-order", test_keys_in_order);
  return g_test_run ();
}
