/* cor-list-panel-select.c: which rows of the list are selected, and the menu of what is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-list-panel-private.h"

#include "cor-item-menu.h"

static CorNode *
node_at (CorListPanel *self, guint i)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), i);
  CorNode *node = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  if (node != NULL)
    g_object_unref (node); /* its section keeps it */
  return node;
}

/* The row that says what kind is meant: the one clicked; of many one of the kind that is selected already. */
static guint
leading_row (CorListPanel *self, GtkBitset *selected, guint position, guint n)
{
  CorItemKind kind = cor_selection_get_kind (cor_session_get_selection (self->session));
  GtkBitsetIter iter;
  guint i, first = GTK_INVALID_LIST_POSITION;

  if (n == 1 && gtk_bitset_contains (selected, position))
    return position;
  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &i); more; more = gtk_bitset_iter_next (&iter, &i))
    {
      CorNode *node = node_at (self, i);

      if (cor_node_get_kind (node) == kind && cor_node_get_id (node) != NULL)
        return i;
      if (first == GTK_INVALID_LIST_POSITION || cor_node_get_id (node_at (self, first)) == NULL)
        first = i;
    }
  return first;
}

/* The things of that kind among the rows, ends in NULL. */
static GPtrArray *
ids_of_rows (CorListPanel *self, GtkBitset *selected, CorItemKind kind)
{
  GPtrArray *ids = g_ptr_array_new ();
  GtkBitsetIter iter;
  guint i;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &i); more; more = gtk_bitset_iter_next (&iter, &i))
    {
      CorNode *node = node_at (self, i);

      if (cor_node_get_kind (node) == kind && cor_node_get_id (node) != NULL)
        g_ptr_array_add (ids, (gpointer)cor_node_get_id (node));
    }
  g_ptr_array_add (ids, NULL);
  return ids;
}

void
cor_list_panel_rows_selected (CorListPanel *self, guint position, guint n)
{
  CorSelection *selection = cor_session_get_selection (self->session);
  g_autoptr (GtkBitset) selected = NULL;
  guint lead;

  if (self->following)
    return;
  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  lead = leading_row (self, selected, position, n);
  self->choosing = TRUE;
  if (lead == GTK_INVALID_LIST_POSITION)
    cor_selection_clear (selection);
  else if (cor_node_get_id (node_at (self, lead)) == NULL)
    cor_selection_set (selection, cor_node_get_kind (node_at (self, lead)), NULL);
  else
    {
      CorItemKind kind = cor_node_get_kind (node_at (self, lead));
      g_autoptr (GPtrArray) ids = ids_of_rows (self, selected, kind);

      cor_selection_set_all (selection, kind, (const char *const *)ids->pdata);
    }
  cor_list_panel_follow_selection (self);
  self->choosing = FALSE;
}

/* Opens the section of what is selected where it is closed. */
static void
open_section (CorListPanel *self, CorSelection *selection)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      CorNode *node = node_at (self, i);

      if (cor_selection_get_id (selection) != NULL && cor_node_get_id (node) == NULL
          && cor_node_get_kind (node) == cor_selection_get_kind (selection))
        {
          g_autoptr (GtkTreeListRow) row
              = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

          gtk_tree_list_row_set_expanded (row, TRUE);
        }
    }
}

/* The rows of what is selected. */
static GtkBitset *
rows_of_selection (CorListPanel *self, CorSelection *selection)
{
  CorItemKind kind = cor_selection_get_kind (selection);
  gboolean section = cor_selection_get_id (selection) == NULL;
  GtkBitset *rows = gtk_bitset_new_empty ();

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      CorNode *node = node_at (self, i);

      if (cor_node_get_kind (node) == kind
          && (section ? cor_node_get_id (node) == NULL
                      : cor_selection_contains (selection, kind, cor_node_get_id (node))))
        gtk_bitset_add (rows, i);
    }
  return rows;
}

/* Opening a section moves rows that are still marked, and may lead to something else being selected,
 * which is then shown in between. */
void
cor_list_panel_follow_selection (CorListPanel *self)
{
  CorSelection *selection = cor_session_get_selection (self->session);
  gboolean following = self->following;
  g_autoptr (GtkBitset) rows = NULL, all = NULL;

  self->following = TRUE;
  open_section (self, selection);
  rows = rows_of_selection (self, selection);
  all = gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (self->selection)));
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), rows, all);
  self->following = following;
  if (!self->choosing && !gtk_bitset_is_empty (rows))
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", gtk_bitset_get_minimum (rows));
}

/* The menu of what is selected, at a place of @widget. */
static void
open_menu (CorListPanel *self, GtkWidget *widget, double x, double y)
{
  g_autoptr (GMenuModel) menu = cor_item_menu_new (self->session);
  graphene_point_t at = GRAPHENE_POINT_INIT ((float)x, (float)y);

  if (menu == NULL || !gtk_widget_compute_point (widget, GTK_WIDGET (self), &at, &at))
    return;
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int)at.x, (int)at.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* Of a row that is not selected the menu selects it. */
static void
select_for_menu (CorListPanel *self, guint position)
{
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
}

static void
row_pressed (GtkGestureClick *gesture, int n_press, double x, double y, GtkListItem *item)
{
  GtkWidget *expander = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  CorListPanel *self = COR_LIST_PANEL (gtk_widget_get_ancestor (expander, COR_TYPE_LIST_PANEL));

  if (!gdk_event_triggers_context_menu (gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture))))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (gtk_widget_get_parent (expander));
  select_for_menu (self, gtk_list_item_get_position (item));
  open_menu (self, expander, x, y);
}

void
cor_list_panel_menu_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CorListPanel *self = COR_LIST_PANEL (widget);
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  GtkWidget *expander = row != NULL ? gtk_widget_get_first_child (row) : NULL;
  GtkListItem *item = expander != NULL ? g_object_get_data (G_OBJECT (expander), "item") : NULL;

  if (item == NULL)
    return;
  select_for_menu (self, gtk_list_item_get_position (item));
  open_menu (self, expander, gtk_widget_get_width (expander) / 2.0, gtk_widget_get_height (expander));
}

/* The keyboard goes on where it was. */
static void
menu_closed (CorListPanel *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

void
cor_list_panel_add_row_menu (GtkWidget *expander, GtkListItem *item)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (row_pressed), item);
  gtk_widget_add_controller (expander, GTK_EVENT_CONTROLLER (click));
  g_object_set_data (G_OBJECT (expander), "item", item);
}

void
cor_list_panel_add_menu (CorListPanel *self)
{
  self->menu = gtk_popover_menu_new_from_model (NULL);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (menu_closed), self, G_CONNECT_SWAPPED);
}
