/* monkey-controls.c: the monkey at the controls: any that is in sight pressed, turned or written into.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "monkey-private.h"

static gboolean
is_control (GtkWidget *widget, gconstpointer nothing)
{
  return (GTK_IS_BUTTON (widget) && !GTK_IS_LINK_BUTTON (widget)) || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_SWITCH (widget)
         || GTK_IS_RANGE (widget) || GTK_IS_DROP_DOWN (widget) || GTK_IS_TEXT (widget) || ADW_IS_COMBO_ROW (widget);
}

static void
collect (GtkWidget *root, GPtrArray *controls)
{
  if (!gtk_widget_get_mapped (root) || !gtk_widget_is_sensitive (root))
    return;
  if (is_control (root, NULL))
    g_ptr_array_add (controls, root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, controls);
}

/* Whether a hand could reach it: not scrolled away, not below something else. */
static gboolean
is_in_sight (GtkWidget *widget, GtkWidget *window)
{
  graphene_rect_t bounds;
  graphene_point_t middle;
  GtkWidget *found;

  if (!gtk_widget_compute_bounds (widget, window, &bounds))
    return FALSE;
  graphene_rect_get_center (&bounds, &middle);
  if (middle.x >= MONKEY_WIDTH || middle.y >= MONKEY_HEIGHT)
    return FALSE;
  found = gtk_widget_pick (window, middle.x, middle.y, GTK_PICK_DEFAULT);
  return found != NULL && (found == widget || gtk_widget_is_ancestor (found, widget));
}

static void
choose_any (Monkey *m, GtkWidget *widget)
{
  GListModel *model = GTK_IS_DROP_DOWN (widget) ? gtk_drop_down_get_model (GTK_DROP_DOWN (widget))
                                                : adw_combo_row_get_model (ADW_COMBO_ROW (widget));
  guint n = model != NULL ? g_list_model_get_n_items (model) : 0;

  if (n > 0)
    g_object_set (widget, "selected", (guint) monkey_pick (m, (int) n), NULL);
}

static void
slide_any (Monkey *m, GtkWidget *widget)
{
  GtkAdjustment *range = gtk_range_get_adjustment (GTK_RANGE (widget));
  double low = gtk_adjustment_get_lower (range), high = gtk_adjustment_get_upper (range);
  gboolean handled;

  if (low < high)
    g_signal_emit_by_name (widget, "change-value", GTK_SCROLL_JUMP, g_rand_double_range (m->rand, low, high), &handled);
}

static void
write_any (Monkey *m, GtkWidget *widget)
{
  static const char *const texts[] = { "", "7", "-1", "0.35", "1e308", "nan", "2030", "1,5", "盐田港", "a b", "%s%n",
                                       "2027-13", "999999999999999999999999" };

  if (!gtk_editable_get_editable (GTK_EDITABLE (widget)))
    return;
  gtk_widget_grab_focus (widget);
  gtk_editable_set_text (GTK_EDITABLE (widget), MONKEY_PICK (m, texts));
  g_signal_emit_by_name (widget, "activate");
}

void
monkey_control (Monkey *m)
{
  g_autoptr (GPtrArray) shown = monkey_windows (), controls = g_ptr_array_new ();
  GtkWidget *window = g_ptr_array_index (shown, (guint) monkey_pick (m, (int) shown->len)), *widget;

  collect (window, controls);
  if (controls->len == 0)
    return;
  widget = g_ptr_array_index (controls, (guint) monkey_pick (m, (int) controls->len));
  if (!is_in_sight (widget, window))
    return;
  monkey_say (m, "use %s %s", G_OBJECT_TYPE_NAME (widget), gtk_widget_get_name (widget));
  g_object_ref (widget);
  if (GTK_IS_SWITCH (widget))
    gtk_switch_set_active (GTK_SWITCH (widget), !gtk_switch_get_active (GTK_SWITCH (widget)));
  else if (GTK_IS_CHECK_BUTTON (widget))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (widget), !gtk_check_button_get_active (GTK_CHECK_BUTTON (widget)));
  else if (GTK_IS_RANGE (widget))
    slide_any (m, widget);
  else if (GTK_IS_TEXT (widget))
    write_any (m, widget);
  else if (GTK_IS_BUTTON (widget))
    g_signal_emit_by_name (widget, "clicked");
  else
    choose_any (m, widget);
  g_object_unref (widget);
}
