/* monkey-hand.c: the monkey's hand: clicks, keys and drags.
 *
 * They are those of the screen (xdotool), so they take every way that a hand's do.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "monkey-private.h"

#include <gdk/x11/gdkx.h>
#include <shumate/shumate.h>

void
monkey_start_hand (Monkey *m)
{
  int in;
  const char *argv[] = { "xdotool", "-", NULL };
  g_autoptr (GError) error = NULL;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                            NULL, &in, NULL, NULL, &error);
  g_assert_no_error (error);
  m->hand = fdopen (in, "w");
}

void
monkey_hand (Monkey *m, const char *format, ...)
{
  g_autofree char *line = NULL;
  va_list args;

  va_start (args, format);
  line = g_strdup_vprintf (format, args);
  va_end (args);
  monkey_say (m, "%s", line);
  if (fprintf (m->hand, "%s\n", line) >= 0 && fflush (m->hand) == 0)
    return;
  fclose (m->hand);
  monkey_start_hand (m);
}

static gulong
xid (GtkWidget *window)
{
  gulong id;

  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  id = GDK_SURFACE_XID (gtk_native_get_surface (GTK_NATIVE (window)));
  G_GNUC_END_IGNORE_DEPRECATIONS
  return id;
}

void
monkey_focus (Monkey *m, GtkWidget *window)
{
  monkey_hand (m, "windowfocus %lu", xid (window));
}

/* Without a window manager nothing keeps a window on the screen: it cannot be taken by its header. */
static void
pin_down (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = g_list_model_get_n_items (controllers); GTK_IS_WINDOW_HANDLE (widget) && i > 0; i--)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i - 1);

      if (GTK_IS_GESTURE (controller))
        gtk_widget_remove_controller (widget, controller);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    pin_down (child);
}

GPtrArray *
monkey_windows (void)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();
  GPtrArray *shown = g_ptr_array_new_with_free_func (g_object_unref);

  for (GList *l = all; l != NULL; l = l->next)
    {
      if (!gtk_widget_get_mapped (l->data))
        continue;
      if (g_object_get_data (l->data, "pinned") == NULL)
        pin_down (l->data);
      g_object_set_data (l->data, "pinned", l->data);
      /* Which printer waits for a person. */
      if (ADW_IS_MESSAGE_DIALOG (l->data) && adw_message_dialog_has_response (l->data, "print"))
        adw_message_dialog_set_response_enabled (l->data, "print", FALSE);
      g_ptr_array_add (shown, g_object_ref (l->data));
    }
  return shown;
}

void
monkey_click (Monkey *m)
{
  monkey_hand (m, "mousemove %d %d click --repeat %d --delay 15 %d", monkey_pick (m, MONKEY_WIDTH), monkey_pick (m, MONKEY_HEIGHT),
        1 + (monkey_pick (m, 5) == 0), monkey_pick (m, 6) == 0 ? 3 : 1);
}

static void
drag_from (Monkey *m, int x, int y)
{
  monkey_hand (m, "mousemove %d %d mousedown 1 mousemove_relative -- %d %d mousemove_relative -- %d %d%s mouseup 1", x, y,
        monkey_pick (m, 200) - 100, monkey_pick (m, 200) - 100, monkey_pick (m, 200) - 100, monkey_pick (m, 200) - 100,
        monkey_pick (m, 6) == 0 ? " key Escape" : "");
}

void
monkey_drag (Monkey *m)
{
  drag_from (m, monkey_pick (m, MONKEY_WIDTH), monkey_pick (m, MONKEY_HEIGHT));
}

void
monkey_drag_object (Monkey *m)
{
  GtkWidget *map = ui_find (GTK_WIDGET (m->ui.window), SHUMATE_TYPE_MAP, NULL, NULL);
  CorItemKind kind = monkey_pick (m, 2) == 0 ? COR_ITEM_SITE : COR_ITEM_STATION;
  guint n;
  const CorItem *const *items = cor_scenario_items (ui_scenario (&m->ui), kind, &n);
  const CorItem *item = n > 0 ? items[monkey_pick (m, (int) n)] : NULL;
  graphene_point_t at;
  double x, y;

  if (item == NULL)
    return;
  shumate_viewport_location_to_widget_coords (shumate_map_get_viewport (SHUMATE_MAP (map)), map,
                                              cor_item_number (item, cor_item_field (kind, "lat")),
                                              cor_item_number (item, cor_item_field (kind, "lon")), &x, &y);
  if (gtk_widget_compute_point (map, GTK_WIDGET (m->ui.window), &GRAPHENE_POINT_INIT ((float) x, (float) y), &at)
      && at.x >= 0 && at.y >= 0 && at.x < MONKEY_WIDTH && at.y < MONKEY_HEIGHT)
    drag_from (m, (int) at.x, (int) at.y);
}

void
monkey_key (Monkey *m)
{
  static const char *const keys[] = {
    "Tab",     "shift+Tab", "Return", "Escape", "space",  "Down",   "Up",       "Left",    "Right",  "Delete",
    "a",       "7",         "period", "minus",  "ctrl+a", "ctrl+d", "ctrl+b",   "ctrl+f",  "F8",     "F9",
    "shift+F9", "alt+s",    "alt+r",  "alt+t",  "alt+i",  "alt+1",  "alt+2",    "alt+3",   "ctrl+0", "ctrl+plus",
    "F10",     "Menu",      "Home",   "End",    "BackSpace", "ctrl+c", "ctrl+v", "Page_Down", "plus", "F7",
    "F1",      "ctrl+question", "ctrl+z", "ctrl+shift+z", "Escape", "Escape",
  };
  g_autoptr (GPtrArray) shown = monkey_windows ();

  if (monkey_pick (m, 4) == 0)
    monkey_focus (m, g_ptr_array_index (shown, (guint) monkey_pick (m, (int) shown->len)));
  monkey_hand (m, "key %s", MONKEY_PICK (m, keys));
}

void
monkey_wheel (Monkey *m)
{
  monkey_hand (m, "mousemove %d %d click %d", monkey_pick (m, MONKEY_WIDTH), monkey_pick (m, MONKEY_HEIGHT), 4 + monkey_pick (m, 2));
}
