/* cor-focus.c: the keyboard goes back to where it was when a menu is gone.
 *
 * A submenu that has been chosen from is hidden with the keyboard still in it, and a hidden widget gets no keys.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-focus.h"

typedef struct
{
  GtkWindow *window; /* owner */
  GtkWidget *watched; /* has the keyboard; weak */
  GtkWidget *last; /* the last one outside of any menu; weak */
  gulong unmap;
  guint source;
} Focus;

/* Not at once: the widget may be shown again, or the keyboard be somewhere else by then. */
static gboolean
give_back (gpointer data)
{
  Focus *self = data;
  GtkWidget *now = gtk_window_get_focus (self->window);

  self->source = 0;
  if (now == NULL || gtk_widget_get_mapped (now))
    return G_SOURCE_REMOVE;
  if (self->last == NULL || !gtk_widget_get_mapped (self->last) || !gtk_widget_grab_focus (self->last))
    gtk_window_set_focus (self->window, NULL);
  return G_SOURCE_REMOVE;
}

static void
on_unmap (Focus *self)
{
  if (self->source == 0)
    self->source = g_idle_add (give_back, self);
}

static void
unwatch (Focus *self)
{
  if (self->watched != NULL)
    g_signal_handler_disconnect (self->watched, self->unmap);
  g_clear_weak_pointer (&self->watched);
}

static void
on_focus (Focus *self)
{
  GtkWidget *now = gtk_window_get_focus (self->window);

  unwatch (self);
  if (now == NULL)
    return;
  g_set_weak_pointer (&self->watched, now);
  self->unmap = g_signal_connect_swapped (now, "unmap", G_CALLBACK (on_unmap), self);
  if (gtk_widget_get_ancestor (now, GTK_TYPE_POPOVER) == NULL)
    g_set_weak_pointer (&self->last, now);
}

static void
focus_free (gpointer data)
{
  Focus *self = data;

  unwatch (self);
  g_clear_weak_pointer (&self->last);
  g_clear_handle_id (&self->source, g_source_remove);
  g_free (self);
}

void
cor_focus_keep (GtkWindow *window)
{
  Focus *self;

  g_return_if_fail (GTK_IS_WINDOW (window));

  self = g_new0 (Focus, 1);
  self->window = window;
  g_object_set_data_full (G_OBJECT (window), "cor-focus", self, focus_free);
  g_signal_connect_swapped (window, "notify::focus-widget", G_CALLBACK (on_focus), self);
}
