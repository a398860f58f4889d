/* test-several.c: several things at once in list and inspector, and the menus of rows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-driver.h"

#include "cor-edit.h"
#include "cor-field-row.h"
#include "cor-inspector.h"
#include "cor-item-menu.h"
#include "cor-item-text.h"
#include "cor-list-panel.h"
#include "cor-map-pane.h"
#include "cor-node.h"

static CorSelection *
selection (UiFixture *f)
{
  return cor_session_get_selection (f->session);
}

static GtkListView *
list (UiFixture *f)
{
  GtkWidget *panel = ui_find (GTK_WIDGET (f->window), COR_TYPE_LIST_PANEL, NULL, NULL);

  return GTK_LIST_VIEW (ui_find (panel, GTK_TYPE_LIST_VIEW, NULL, NULL));
}

/* The position in the list of a thing, or of a section for an @id of NULL. */
static guint
position_of (UiFixture *f, CorItemKind kind, const char *id)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (list (f)));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (model, i);
      g_autoptr (CorNode) node = gtk_tree_list_row_get_item (row);

      if (cor_node_get_kind (node) == kind && g_strcmp0 (cor_node_get_id (node), id) == 0)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static const char *
station_id (UiFixture *f, guint i)
{
  guint n;

  return cor_scenario_items (ui_scenario (f), COR_ITEM_STATION, &n)[i]->id;
}

/* As a click with @unselect_rest, or one with Ctrl held. */
static void
click (UiFixture *f, CorItemKind kind, const char *id, gboolean unselect_rest)
{
  guint position = position_of (f, kind, id);

  g_assert_cmpuint (position, !=, GTK_INVALID_LIST_POSITION);
  gtk_selection_model_select_item (gtk_list_view_get_model (list (f)), position, unselect_rest);
  ui_wait (20);
}

static guint
n_rows_selected (UiFixture *f)
{
  g_autoptr (GtkBitset) rows = gtk_selection_model_get_selection (gtk_list_view_get_model (list (f)));

  return (guint)gtk_bitset_get_size (rows);
}

static gboolean
is_label (GtkWidget *widget, gconstpointer text)
{
  return g_strcmp0 (gtk_label_get_label (GTK_LABEL (widget)), text) == 0;
}

static gboolean
inspector_says (UiFixture *f, const char *text)
{
  GtkWidget *inspector = ui_find (GTK_WIDGET (f->window), COR_TYPE_INSPECTOR, NULL, NULL);

  return ui_find (inspector, GTK_TYPE_LABEL, is_label, text) != NULL;
}

static gboolean
has_title (GtkWidget *row, gconstpointer title)
{
  return g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title) == 0;
}

static GtkWidget *
field_row (UiFixture *f, const char *key)
{
  GtkWidget *inspector = ui_find (GTK_WIDGET (f->window), COR_TYPE_INSPECTOR, NULL, NULL);
  const CorField *field = cor_item_field (COR_ITEM_STATION, key);

  return ui_find (inspector, COR_TYPE_FIELD_ROW, has_title, g_dgettext (NULL, field->label));
}

/* What is selected elsewhere is selected in the list, all of it, and the inspector counts it. */
static void
test_all_are_shown (UiFixture *f, gconstpointer data)
{
  const char *ids[] = { station_id (f, 1), station_id (f, 3), station_id (f, 4), NULL };
  g_autofree char *title = cor_kind_selected (COR_ITEM_STATION, 3);

  cor_selection_set_all (selection (f), COR_ITEM_STATION, ids);
  ui_wait (50);
  g_assert_cmpuint (n_rows_selected (f), ==, 3);
  for (guint i = 0; ids[i] != NULL; i++)
    g_assert_true (gtk_selection_model_is_selected (gtk_list_view_get_model (list (f)),
                                                    position_of (f, COR_ITEM_STATION, ids[i])));
  g_assert_true (inspector_says (f, title));
  cor_selection_set (selection (f), COR_ITEM_STATION, ids[0]);
  ui_wait (50);
  g_assert_cmpuint (n_rows_selected (f), ==, 1);
  g_assert_false (inspector_says (f, title));
}

/* In the list: a second row is added, a row of another kind starts over, a range leaves other kinds out. */
static void
test_rows (UiFixture *f, gconstpointer data)
{
  guint n;
  const char *route = cor_scenario_items (ui_scenario (f), COR_ITEM_ROUTE, &n)[0]->id;

  click (f, COR_ITEM_STATION, station_id (f, 0), TRUE);
  click (f, COR_ITEM_STATION, station_id (f, 2), FALSE);
  g_assert_cmpuint (cor_selection_get_n (selection (f)), ==, 2);
  g_assert_true (cor_selection_contains (selection (f), COR_ITEM_STATION, station_id (f, 2)));
  click (f, COR_ITEM_ROUTE, route, FALSE);
  g_assert_cmpint (cor_selection_get_kind (selection (f)), ==, COR_ITEM_ROUTE);
  g_assert_cmpuint (n_rows_selected (f), ==, 1);
  click (f, COR_ITEM_STATION, NULL, TRUE);
  g_assert_cmpint (cor_selection_get_kind (selection (f)), ==, COR_ITEM_STATION);
  g_assert_null (cor_selection_get_id (selection (f)));
  click (f, COR_ITEM_STATION, station_id (f, 0), TRUE);
  gtk_selection_model_select_all (gtk_list_view_get_model (list (f)));
  ui_wait (50);
  cor_scenario_items (ui_scenario (f), COR_ITEM_STATION, &n);
  g_assert_cmpint (cor_selection_get_kind (selection (f)), ==, COR_ITEM_STATION);
  g_assert_cmpuint (cor_selection_get_n (selection (f)), ==, n);
  g_assert_cmpuint (n_rows_selected (f), ==, n);
  gtk_selection_model_unselect_all (gtk_list_view_get_model (list (f)));
  g_assert_cmpint (cor_selection_get_kind (selection (f)), ==, COR_ITEM_HEAD);
}

/* A field is set for all in one step; where they differ the row says so. */
static void
test_common_field (UiFixture *f, gconstpointer data)
{
  const char *ids[] = { station_id (f, 1), station_id (f, 2), station_id (f, 3), NULL };
  g_autoptr (CorScenario) before = cor_scenario_ref (ui_scenario (f));
  GtkWidget *status, *drop;

  cor_selection_set_all (selection (f), COR_ITEM_STATION, ids);
  ui_wait (50);
  status = field_row (f, "status");
  drop = ui_find (status, GTK_TYPE_DROP_DOWN, NULL, NULL);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (status)), ==, "");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), COR_STATION_PLANNED);
  ui_settle (f);
  for (guint i = 0; ids[i] != NULL; i++)
    g_assert_cmpint (((const CorStation *)cor_scenario_find (ui_scenario (f), COR_ITEM_STATION, ids[i]))->status, ==,
                     COR_STATION_PLANNED);
  cor_document_apply (cor_session_get_document (f->session),
                      cor_edit_number (ui_scenario (f), COR_ITEM_STATION, ids[1], "status", COR_STATION_CLOSED, NULL),
                      "Close", NULL);
  ui_wait (100);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (status)), !=, "");
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (drop)), ==, GTK_INVALID_LIST_POSITION);
  ui_activate (f, "undo", NULL);
  ui_activate (f, "undo", NULL);
  g_assert_true (ui_scenario (f) == before);
  ui_settle (f);
}

/* Duplicates of all are selected; deleting them is one step. */
static void
test_duplicate_and_delete (UiFixture *f, gconstpointer data)
{
  const char *ids[] = { station_id (f, 1), station_id (f, 2), NULL };
  g_autoptr (CorScenario) before = cor_scenario_ref (ui_scenario (f));
  guint n, m;

  cor_scenario_items (before, COR_ITEM_STATION, &n);
  cor_selection_set_all (selection (f), COR_ITEM_STATION, ids);
  ui_activate (f, "duplicate", NULL);
  g_assert_cmpuint (cor_selection_get_n (selection (f)), ==, 2);
  g_assert_false (cor_selection_contains (selection (f), COR_ITEM_STATION, ids[0]));
  ui_activate (f, "delete", NULL);
  cor_scenario_items (ui_scenario (f), COR_ITEM_STATION, &m);
  g_assert_cmpuint (m, ==, n);
  ui_activate (f, "undo", NULL);
  ui_activate (f, "undo", NULL);
  g_assert_true (ui_scenario (f) == before);
  ui_settle (f);
}

/* No two lines of a menu with the same letter, and each line does something. */
static void
check_menu (UiFixture *f, GMenuModel *menu, GString *letters)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *label = NULL, *action = NULL;
      const char *line;

      if (section != NULL)
        {
          check_menu (f, section, letters);
          continue;
        }
      g_assert_true (g_menu_model_get_item_attribute (menu, i, "label", "s", &label));
      g_assert_true (g_menu_model_get_item_attribute (menu, i, "action", "s", &action));
      if (g_str_has_prefix (action, "map."))
        g_assert_true (g_action_group_has_action (
            cor_map_pane_get_actions (COR_MAP_PANE (ui_find (GTK_WIDGET (f->window), COR_TYPE_MAP_PANE, NULL, NULL))),
            action + 4));
      else
        g_assert_true (g_action_group_has_action (G_ACTION_GROUP (f->window), action + 4));
      line = strchr (label, '_');
      g_assert_nonnull (line);
      for (const char *p = letters->str; *p != '\0'; p++)
        g_assert_cmpint (g_ascii_tolower (line[1]), !=, *p);
      g_string_append_c (letters, g_ascii_tolower (line[1]));
    }
}

static void
test_menus (UiFixture *f, gconstpointer data)
{
  for (int kind = COR_ITEM_SITE; kind < COR_N_ITEM_KINDS; kind++)
    {
      guint n;
      const CorItem *const *items = cor_scenario_items (ui_scenario (f), kind, &n);
      g_autoptr (GMenuModel) menu = NULL;
      g_autoptr (GString) letters = g_string_new (NULL);

      if (n == 0)
        continue;
      cor_selection_set (selection (f), kind, items[0]->id);
      menu = cor_item_menu_new (f->session);
      g_assert_nonnull (menu);
      check_menu (f, menu, letters);
      g_assert_cmpuint (letters->len, >=, 3);
    }
  cor_selection_set (selection (f), COR_ITEM_STATION, NULL);
  g_assert_null (cor_item_menu_new (f->session));
}

static gboolean
is_open (GtkWidget *widget, gconstpointer data)
{
  return gtk_widget_get_mapped (widget);
}

static gboolean
is_of_station (GtkWidget *expander, gconstpointer id)
{
  g_autoptr (CorNode) node = gtk_tree_expander_get_item (GTK_TREE_EXPANDER (expander));

  return node != NULL && cor_node_get_kind (node) == COR_ITEM_STATION && g_strcmp0 (cor_node_get_id (node), id) == 0;
}

/* From the keyboard the menu of the row opens, and reach begins at the thing it is of. */
static void
test_menu_of_row (UiFixture *f, gconstpointer data)
{
  GtkWidget *panel = ui_find (GTK_WIDGET (f->window), COR_TYPE_LIST_PANEL, NULL, NULL);
  gboolean has_reach = FALSE;
  GtkWidget *popover, *row;

  click (f, COR_ITEM_STATION, station_id (f, 0), TRUE);
  ui_wait (50);
  row = ui_find (GTK_WIDGET (list (f)), GTK_TYPE_TREE_EXPANDER, is_of_station, station_id (f, 0));
  g_assert_nonnull (row);
  gtk_widget_grab_focus (gtk_widget_get_parent (row));
  gtk_widget_activate_action (panel, "outline.menu", NULL);
  ui_wait (200);
  popover = ui_find (panel, GTK_TYPE_POPOVER_MENU, is_open, NULL);
  g_assert_nonnull (popover);
  gtk_popover_popdown (GTK_POPOVER (popover));
  ui_wait (100);
  gtk_widget_activate_action (panel, "map.reach", "s", "selected");
  ui_wait (50);
  g_object_get (ui_find (GTK_WIDGET (f->window), COR_TYPE_MAP_PANE, NULL, NULL), "has-reach", &has_reach, NULL);
  g_assert_true (has_reach);
  gtk_widget_activate_action (panel, "map.hide-reach", NULL);
}

/* What is found is seen though its section was closed; Enter selects the first; the section closes again. */
static void
test_search (UiFixture *f, gconstpointer data)
{
  GtkWidget *panel = ui_find (GTK_WIDGET (f->window), COR_TYPE_LIST_PANEL, NULL, NULL);
  GtkEditable *entry = GTK_EDITABLE (ui_find (panel, GTK_TYPE_SEARCH_ENTRY, NULL, NULL));

  g_assert_cmpuint (position_of (f, COR_ITEM_SITE, "yantian-port"), ==, GTK_INVALID_LIST_POSITION);
  gtk_editable_set_text (entry, "Yantian Por");
  ui_wait (400);
  g_assert_cmpuint (position_of (f, COR_ITEM_SITE, "yantian-port"), !=, GTK_INVALID_LIST_POSITION);
  g_assert_cmpuint (position_of (f, COR_ITEM_SITE, "humen-port"), ==, GTK_INVALID_LIST_POSITION);
  g_signal_emit_by_name (entry, "activate");
  ui_wait (50);
  g_assert_cmpint (cor_selection_get_kind (selection (f)), ==, COR_ITEM_SITE);
  g_assert_cmpstr (cor_selection_get_id (selection (f)), ==, "yantian-port");
  cor_selection_clear (selection (f));
  gtk_editable_set_text (entry, "");
  ui_wait (400);
  g_assert_cmpuint (position_of (f, COR_ITEM_SITE, "yantian-port"), ==, GTK_INVALID_LIST_POSITION);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/several/all-are-shown", UiFixture, NULL, ui_open, test_all_are_shown, ui_close);
  g_test_add ("/several/rows", UiFixture, NULL, ui_open, test_rows, ui_close);
  g_test_add ("/several/common-field", UiFixture, NULL, ui_open, test_common_field, ui_close);
  g_test_add ("/several/duplicate-and-delete", UiFixture, NULL, ui_open, test_duplicate_and_delete, ui_close);
  g_test_add ("/several/menus", UiFixture, NULL, ui_open, test_menus, ui_close);
  g_test_add ("/several/search", UiFixture, NULL, ui_open, test_search, ui_close);
  g_test_add ("/several/menu-of-row", UiFixture, NULL, ui_open, test_menu_of_row, ui_close);
  return g_test_run ();
}
