/* test-list-search.c: the search above the list: hits in folded sections and in either language, none at all.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-driver.h"

#include "cor-list-panel.h"
#include "cor-node.h"

static GtkWidget *
in_panel (UiFixture *f, GType type, const char *name)
{
  GtkWidget *panel = ui_find (GTK_WIDGET (f->window), COR_TYPE_LIST_PANEL, NULL, NULL);
  GtkWidget *widget = ui_find (panel, type, name ? ui_has_name : NULL, name);

  g_assert_nonnull (widget);
  return widget;
}

static GListModel *
rows (UiFixture *f)
{
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (in_panel (f, GTK_TYPE_LIST_VIEW, NULL))));
}

/* Types it and waits as long as the entry does. */
static void
type_words (UiFixture *f, const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (in_panel (f, GTK_TYPE_SEARCH_ENTRY, NULL)), words);
  ui_wait (400);
}

static const char *
page (UiFixture *f)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (in_panel (f, GTK_TYPE_STACK, "list-pages")));
}

static gboolean
is_listed (UiFixture *f, CorItemKind kind, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (rows (f)); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (rows (f), i);
      g_autoptr (CorNode) node = gtk_tree_list_row_get_item (row);

      if (cor_node_get_kind (node) == kind && g_strcmp0 (cor_node_get_id (node), id) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The i-th of the scenario's sites. */
static const CorItem *
site (UiFixture *f, guint i)
{
  guint n;

  return cor_scenario_items (ui_scenario (f), COR_ITEM_SITE, &n)[i];
}

/* Nothing found says so with what was typed; the button brings everything back. */
static void
test_nothing (UiFixture *f, gconstpointer data)
{
  guint all = g_list_model_get_n_items (rows (f));
  GtkWidget *said;

  type_words (f, "no <such> thing");
  g_assert_cmpstr (page (f), ==, "nothing");
  said = in_panel (f, ADW_TYPE_STATUS_PAGE, NULL);
  g_assert_nonnull (strstr (adw_status_page_get_description (ADW_STATUS_PAGE (said)), "no &lt;such&gt; thing"));
  g_signal_emit_by_name (in_panel (f, GTK_TYPE_BUTTON, "clear-search"), "clicked");
  ui_wait (400);
  g_assert_cmpstr (page (f), ==, "list");
  g_assert_cmpuint (g_list_model_get_n_items (rows (f)), ==, all);
}

/* What stands in a folded section is found, in either language, and the section is folded again afterwards. */
static void
test_folded (UiFixture *f, gconstpointer data)
{
  guint all = g_list_model_get_n_items (rows (f));
  const char *names[] = { site (f, 0)->name, site (f, 0)->name_zh };

  g_assert_false (is_listed (f, COR_ITEM_SITE, site (f, 0)->id));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_test_message ("%s", names[i]);
      type_words (f, names[i]);
      g_assert_cmpstr (page (f), ==, "list");
      g_assert_true (is_listed (f, COR_ITEM_SITE, site (f, 0)->id));
      g_assert_false (is_listed (f, COR_ITEM_SITE, site (f, 5)->id));
    }
  type_words (f, "");
  g_assert_false (is_listed (f, COR_ITEM_SITE, site (f, 0)->id));
  g_assert_cmpuint (g_list_model_get_n_items (rows (f)), ==, all);
}

/* Enter selects the first that was found; Escape takes the search back. */
static void
test_keys (UiFixture *f, gconstpointer data)
{
  GtkWidget *entry = in_panel (f, GTK_TYPE_SEARCH_ENTRY, NULL);

  type_words (f, site (f, 0)->name);
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (cor_selection_contains (cor_session_get_selection (f->session), COR_ITEM_SITE, site (f, 0)->id));
  g_signal_emit_by_name (entry, "stop-search");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  type_words (f, "no such thing");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (page (f), ==, "nothing");
}

static void
count (guint *n)
{
  (*n)++;
}

/* A list that was imported comes into the open section at once, and so it comes back: told of each the rows would be laid
 * anew as often. */
static void
test_many (UiFixture *f, gconstpointer data)
{
  CorDocument *document = cor_session_get_document (f->session);
  g_autoptr (CorScenario) before = cor_scenario_ref (ui_scenario (f));
  GPtrArray *stations = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_item_unref);
  guint told = 0;

  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u", i);

      g_ptr_array_add (stations, cor_item_new (COR_ITEM_STATION, id));
    }
  g_assert_true (is_listed (f, COR_ITEM_STATION, cor_scenario_items (before, COR_ITEM_STATION, &(guint){ 0 })[0]->id));
  g_signal_connect_swapped (rows (f), "items-changed", G_CALLBACK (count), &told);
  cor_document_apply (document, cor_scenario_with_items (before, COR_ITEM_STATION, stations), "Stations", NULL);
  ui_until (is_listed (f, COR_ITEM_STATION, "s499"));
  g_assert_true (is_listed (f, COR_ITEM_STATION, "s499"));
  g_test_message ("%u changes", told);
  g_assert_cmpuint (told, <, 100);
  g_signal_handlers_disconnect_by_data (rows (f), &told);
  cor_document_undo (document);
  ui_settle (f);
}

/* Tab in the list, or with Shift; the focus afterwards. */
static GtkWidget *
press_tab (UiFixture *f, GdkModifierType state)
{
  GtkWidget *list = in_panel (f, GTK_TYPE_LIST_VIEW, NULL);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (list);
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !taken; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_Tab, 0, state, &taken);
    }
  g_assert_true (taken);
  return gtk_window_get_focus (GTK_WINDOW (f->window));
}

static gboolean
is_in_list (UiFixture *f, GtkWidget *widget)
{
  return widget != NULL && gtk_widget_is_ancestor (widget, in_panel (f, GTK_TYPE_LIST_VIEW, NULL));
}

static gboolean
is_seen (GtkWidget *widget, gconstpointer data)
{
  return gtk_widget_get_mapped (widget);
}

/* The list is one stop of the Tab key: from a row on to what comes behind the list and before it, by the switch where the row
 * has one. */
static void
test_tab (UiFixture *f, gconstpointer data)
{
  GtkWidget *list = in_panel (f, GTK_TYPE_LIST_VIEW, NULL), *toggle, *focus;

  gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD);
  g_assert_true (is_in_list (f, gtk_window_get_focus (GTK_WINDOW (f->window))));
  focus = press_tab (f, 0);
  g_assert_nonnull (focus);
  g_assert_false (is_in_list (f, focus));
  gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD);
  focus = press_tab (f, GDK_SHIFT_MASK);
  g_assert_true (GTK_IS_TOGGLE_BUTTON (focus) && gtk_widget_is_ancestor (focus, in_panel (f, GTK_TYPE_MENU_BUTTON, NULL)));

  type_words (f, "toll relief");
  ui_until ((toggle = ui_find (list, GTK_TYPE_SWITCH, is_seen, NULL)) != NULL);
  g_assert_nonnull (toggle);
  gtk_widget_grab_focus (gtk_widget_get_ancestor (toggle, GTK_TYPE_TREE_EXPANDER));
  g_assert_true (press_tab (f, 0) == toggle);
  g_assert_false (is_in_list (f, press_tab (f, 0)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/list-search/nothing", UiFixture, NULL, ui_open, test_nothing, ui_close);
  g_test_add ("/list-search/folded", UiFixture, NULL, ui_open, test_folded, ui_close);
  g_test_add ("/list-search/many", UiFixture, NULL, ui_open, test_many, ui_close);
  g_test_add ("/list-search/keys", UiFixture, NULL, ui_open, test_keys, ui_close);
  g_test_add ("/list-search/tab", UiFixture, NULL, ui_open, test_tab, ui_close);
  return g_test_run ();
}
