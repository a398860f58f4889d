/* map-driver.c: the map of the real window, for the tests that work on it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-driver.h"

CorMapPane *
map_pane (UiFixture *f)
{
  return COR_MAP_PANE (ui_find (GTK_WIDGET (f->window), COR_TYPE_MAP_PANE, NULL, NULL));
}

CorObjectLayer *
map_layer (UiFixture *f)
{
  return cor_map_pane_get_layer (map_pane (f));
}

CorSelection *
map_selection (UiFixture *f)
{
  return cor_session_get_selection (f->session);
}

void
map_click (UiFixture *f, double lon, double lat, GdkModifierType state)
{
  g_signal_emit_by_name (map_layer (f), "place-clicked", lon, lat, COR_MAP_OBJECT_NONE, NULL, 1, state);
  ui_wait (10);
}

gboolean
map_press (UiFixture *f, guint key, GdkModifierType state)
{
  GtkWidget *map = ui_find (GTK_WIDGET (map_pane (f)), SHUMATE_TYPE_MAP, NULL, NULL);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (map_pane (f)));
  gboolean taken = FALSE;

  gtk_widget_grab_focus (map);
  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !taken; i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &taken);
    }
  ui_wait (20);
  return taken;
}

void
map_point_at (UiFixture *f, double x, double y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (map_pane (f)));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        g_signal_emit_by_name (controller, "motion", x, y);
    }
}

GtkWidget *
map_hint (UiFixture *f)
{
  return ui_find (GTK_WIDGET (map_pane (f)), GTK_TYPE_BOX, ui_has_name, "map-hint");
}

gboolean
map_hint_has (UiFixture *f, const char *text)
{
  GtkWidget *label = gtk_widget_get_first_child (map_hint (f));

  return gtk_widget_get_visible (map_hint (f)) && strstr (gtk_label_get_label (GTK_LABEL (label)), text) != NULL;
}
