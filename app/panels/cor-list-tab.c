/* cor-list-tab.c: lists and tables are one stop of the Tab key; arrows move within them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-list-tab.h"

/* The row that has the focus, itself or a control in it; NULL for none. */
static GtkWidget *
focused_row (GtkWidget *list)
{
  GtkWidget *row = gtk_root_get_focus (gtk_widget_get_root (list));
  GtkWidget *parent = row != NULL ? gtk_widget_get_parent (row) : NULL;

  if (row == NULL || !gtk_widget_is_ancestor (row, list))
    return NULL;
  while (parent != NULL && parent != list && !GTK_IS_LIST_VIEW (parent))
    {
      row = parent;
      parent = gtk_widget_get_parent (row);
    }
  return parent != NULL ? row : NULL;
}

static gboolean
key_pressed (GtkWidget *list, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean back = keyval == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK) != 0;
  GtkDirectionType direction = back ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD;
  GtkWidget *row;

  if ((keyval != GDK_KEY_Tab && keyval != GDK_KEY_KP_Tab && keyval != GDK_KEY_ISO_Left_Tab) || (state & GDK_CONTROL_MASK))
    return FALSE;
  row = focused_row (list);
  if (row == NULL)
    return FALSE;
  gtk_window_set_focus_visible (GTK_WINDOW (gtk_widget_get_root (list)), TRUE);
  if (gtk_widget_child_focus (row, direction))
    return TRUE;
  /* What cannot have the focus is passed over. */
  gtk_widget_set_can_focus (list, FALSE);
  g_signal_emit_by_name (gtk_widget_get_root (list), "move-focus", direction);
  gtk_widget_set_can_focus (list, TRUE);
  return TRUE;
}

void
cor_list_tab_attach (GtkWidget *list)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_if_fail (GTK_IS_LIST_VIEW (list) || GTK_IS_COLUMN_VIEW (list));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed), list);
  gtk_widget_add_controller (list, keys);
}
