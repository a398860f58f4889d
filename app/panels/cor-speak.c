/* cor-speak.c: names of controls for a screen reader.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-speak.h"

static void
set_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
cor_speak (GtkWidget *control, const char *name)
{
  g_return_if_fail (GTK_IS_WIDGET (control));

  set_name (control, name);
  if (GTK_IS_DROP_DOWN (control) || GTK_IS_MENU_BUTTON (control))
    set_name (gtk_widget_get_first_child (control), name);
}

void
cor_speak_row (GtkWidget *content, const char *name)
{
  g_return_if_fail (GTK_IS_WIDGET (content));

  for (GtkWidget *w = content; w != NULL && !GTK_IS_LIST_BASE (w); w = gtk_widget_get_parent (w))
    set_name (w, name);
}
