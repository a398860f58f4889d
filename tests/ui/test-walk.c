/* test-walk.c: what made somebody stop who used the window for the first time, each in a test.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-driver.h"

#include "cor-break-even-window.h"
#include "cor-edit.h"

/* What is clicked on the map is selected, also where its section of the list was folded: opening it
 * moves the row that was marked before, which is no choice. */
static void
test_folded_section (UiFixture *f, gconstpointer data)
{
  CorSelection *selection = cor_session_get_selection (f->session);

  cor_selection_set (selection, COR_ITEM_ROUTE, "yantian-pinghu");
  ui_wait (50);
  cor_selection_set (selection, COR_ITEM_SITE, "yantian-port");
  ui_wait (50);
  g_assert_cmpint (cor_selection_get_kind (selection), ==, COR_ITEM_SITE);
  g_assert_cmpstr (cor_selection_get_id (selection), ==, "yantian-port");
}

static gboolean
has_title (GtkWidget *widget, gconstpointer title)
{
  return g_strcmp0 (adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (widget)), title) == 0;
}

/* Where parity is there already, nobody is told that more money "is not enough" for it. */
static void
test_parity_reached (UiFixture *f, gconstpointer data)
{
  CorDocument *document = cor_session_get_document (f->session);
  GtkWidget *window;

  cor_document_apply (document,
                      cor_edit_parameter (ui_scenario (f), COR_ITEM_HEAD, NULL, COR_PARAM_DIESEL_PRICE, 14, NULL),
                      "Diesel", NULL);
  ui_settle (f);
  window = cor_break_even_window_new (GTK_WINDOW (f->window), f->session, NULL);
  g_assert_nonnull (ui_find (window, ADW_TYPE_PREFERENCES_GROUP, has_title, g_dgettext ("corridor", "Parity Holds up to")));
  gtk_window_destroy (GTK_WINDOW (window));
  ui_activate (f, "undo", NULL);
  cor_document_apply (document,
                      cor_edit_parameter (ui_scenario (f), COR_ITEM_HEAD, NULL, COR_PARAM_DIESEL_PRICE, 4, NULL),
                      "Diesel", NULL);
  ui_settle (f);
  window = cor_break_even_window_new (GTK_WINDOW (f->window), f->session, NULL);
  g_assert_nonnull (
      ui_find (window, ADW_TYPE_PREFERENCES_GROUP, has_title, g_dgettext ("corridor", "Each Alone Would Be Enough")));
  gtk_window_destroy (GTK_WINDOW (window));
}

#define ADD(path, func) g_test_add (path, UiFixture, NULL, ui_open, func, ui_close)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/walk/folded-section", test_folded_section);
  ADD ("/walk/parity-reached", test_parity_reached);
  return g_test_run ();
}
