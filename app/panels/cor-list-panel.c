/* cor-list-panel.c: the list on the left: everything in the scenario, found and selected.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-list-panel-private.h"

#include "cor-format.h"
#include "cor-list-row.h"
#include "cor-list-tab.h"
#include "cor-policy.h"
#include "cor-tariff-library.h"
#include "cor-units.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (CorListPanel, cor_list_panel, ADW_TYPE_BIN)

static GListModel *
children_of (gpointer node, gpointer data)
{
  GListStore *children = cor_node_get_children (node);

  return children != NULL ? G_LIST_MODEL (g_object_ref (children)) : NULL;
}

static void
row_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *expander = gtk_tree_expander_new ();

  cor_list_panel_add_row_menu (expander, item);
  gtk_tree_expander_set_indent_for_icon (GTK_TREE_EXPANDER (expander), FALSE);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), cor_list_row_new ());
  gtk_list_item_set_child (item, expander);
}

static void
row_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkTreeListRow *row = gtk_list_item_get_item (item);
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));
  g_autoptr (CorNode) node = gtk_tree_list_row_get_item (row);

  gtk_tree_expander_set_list_row (expander, row);
  cor_list_row_set_node (COR_LIST_ROW (gtk_tree_expander_get_child (expander)), node);
}

static void
row_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));

  gtk_tree_expander_set_list_row (expander, NULL);
  cor_list_row_set_node (COR_LIST_ROW (gtk_tree_expander_get_child (expander)), NULL);
}

static void
row_activated (CorListPanel *self, guint position)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (gtk_tree_list_row_is_expandable (row))
    gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-selected", NULL);
}

static void
cor_list_panel_dispose (GObject *object)
{
  CorListPanel *self = COR_LIST_PANEL (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  self->list = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->tree);
  g_clear_object (&self->filter);
  g_clear_object (&self->outline);
  g_clear_object (&self->session);
  g_clear_pointer (&self->opened, g_ptr_array_unref);
  g_clear_pointer (&self->words, g_free);
  G_OBJECT_CLASS (cor_list_panel_parent_class)->dispose (object);
}

static void
cor_list_panel_class_init (CorListPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_list_panel_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/corridor_planner/Corridor/cor-list-panel.ui");
  gtk_widget_class_install_action (widget_class, "outline.menu", NULL, cor_list_panel_menu_activated);
  gtk_widget_class_bind_template_child (widget_class, CorListPanel, search);
  gtk_widget_class_bind_template_child (widget_class, CorListPanel, list);
  gtk_widget_class_bind_template_child (widget_class, CorListPanel, policy_menu);
  gtk_widget_class_bind_template_child (widget_class, CorListPanel, tariff_menu);
  gtk_widget_class_bind_template_callback (widget_class, cor_list_panel_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, cor_list_panel_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, cor_list_panel_clear_search);
  gtk_widget_class_bind_template_child (widget_class, CorListPanel, pages);
  gtk_widget_class_bind_template_child (widget_class, CorListPanel, nothing);
  gtk_widget_class_bind_template_callback (widget_class, row_activated);
  gtk_widget_class_bind_template_callback (widget_class, row_setup);
  gtk_widget_class_bind_template_callback (widget_class, row_bind);
  gtk_widget_class_bind_template_callback (widget_class, row_unbind);
}

/* Tariffs that come with the program. */
static void
fill_tariff_menu (GMenu *menu)
{
  const CorScenario *library = cor_tariff_library ();
  guint n = 0;
  const CorItem *const *items = library ? cor_scenario_items (library, COR_ITEM_TARIFF, &n) : NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (cor_item_label (items[i], cor_format_is_chinese (NULL)), NULL);

      g_menu_item_set_action_and_target (item, "win.add-tariff", "s", items[i]->id);
      g_menu_append_item (menu, item);
    }
}

/* With the unit of its amount, by which kinds that sound alike differ: "Purchase subsidy · yuan/kWh". */
static char *
policy_label (const CorPolicyKindInfo *info)
{
  const char *unit = g_str_equal (info->unit, "1") ? "%" : g_str_equal (info->unit, "yuan") ? _ ("yuan a truck") : cor_unit_text (info->unit);

  return *info->unit != '\0' ? g_strdup_printf ("%s · %s", _ (info->label), cor_units_money (unit)) : g_strdup (_ (info->label));
}

static void
cor_list_panel_init (CorListPanel *self)
{
  self->opened = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < COR_N_POLICY_KINDS; i++)
    {
      const CorPolicyKindInfo *info = cor_policy_kind_info (i);
      g_autofree char *label = policy_label (info);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.add-policy", "s", info->id);
      g_menu_append_item (self->policy_menu, item);
    }
  fill_tariff_menu (self->tariff_menu);
  cor_list_panel_add_menu (self);
  cor_list_tab_attach (GTK_WIDGET (self->list));
}

/* Sites are seen on the map; the list begins with what people look for in it. */
static void
collapse_sites (CorListPanel *self)
{
  g_autoptr (GtkTreeListRow) first = gtk_tree_list_model_get_child_row (self->tree, 0);

  if (first != NULL)
    gtk_tree_list_row_set_expanded (first, FALSE);
}

GtkWidget *
cor_list_panel_new (CorComparison *comparison)
{
  CorSession *session = cor_comparison_get_session (comparison);
  CorListPanel *self = g_object_new (COR_TYPE_LIST_PANEL, NULL);
  GtkFilterListModel *filtered;

  self->session = g_object_ref (session);
  self->outline = cor_outline_new (comparison);
  self->tree = gtk_tree_list_model_new (g_object_ref (cor_outline_get_sections (self->outline)),
                                        FALSE, TRUE, children_of, NULL, NULL);
  self->filter = gtk_custom_filter_new (cor_list_panel_is_shown, self, NULL);
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->tree)),
                                        GTK_FILTER (g_object_ref (self->filter)));
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (filtered));
  collapse_sites (self);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (cor_list_panel_rows_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (cor_session_get_selection (session), "changed",
                           G_CALLBACK (cor_list_panel_follow_selection), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
cor_list_panel_find (CorListPanel *self)
{
  g_return_if_fail (COR_IS_LIST_PANEL (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
