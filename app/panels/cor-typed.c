/* cor-typed.c: what is typed and not yet confirmed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-typed.h"

/* Entries take what is typed as they are left. */
static void
take (GtkWindow *window)
{
  GtkWidget *now = gtk_window_get_focus (window);
  g_autoptr (GtkWidget) focus = GTK_IS_TEXT (now) ? g_object_ref (now) : NULL;
  int from, to, position;

  if (focus == NULL)
    return;
  position = gtk_editable_get_position (GTK_EDITABLE (focus));
  gtk_editable_get_selection_bounds (GTK_EDITABLE (focus), &from, &to);
  gtk_window_set_focus (window, NULL);
  if (!gtk_widget_get_mapped (focus))
    return;
  gtk_text_grab_focus_without_selecting (GTK_TEXT (focus));
  /* The place is one end of what is marked. */
  gtk_editable_select_region (GTK_EDITABLE (focus), position == from ? to : from, position);
}

static gboolean
is_above (GtkWindow *window, GtkWindow *below)
{
  while (window != NULL && window != below)
    window = gtk_window_get_transient_for (window);
  return window != NULL;
}

void
cor_typed_take (GtkWindow *window)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();

  g_return_if_fail (GTK_IS_WINDOW (window));

  g_list_foreach (all, (GFunc) (GCallback) g_object_ref, NULL);
  for (GList *l = all; l != NULL; l = l->next)
    {
      if (is_above (l->data, window))
        take (l->data);
      g_object_unref (l->data);
    }
}
