/* cor-window-stations.c: the windows about stations: what they do, where to build.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-window-private.h"

#include "cor-settings.h"
#include "cor-siting-window.h"
#include "cor-stations-window.h"

static void
siting_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorWindow *self = data;
  CorApplication *app = COR_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));

  gtk_window_present (GTK_WINDOW (
    cor_siting_window_new (GTK_WINDOW (self), self->session, cor_application_get_engine (app)->data)));
}

static void
stations_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorWindow *self = data;
  GtkWidget *window = cor_stations_window_new (GTK_WINDOW (self), self->session);

  g_settings_bind (cor_settings_get (), "station-columns", window, "columns", G_SETTINGS_BIND_DEFAULT);
  gtk_window_present (GTK_WINDOW (window));
}

void
cor_window_add_station_actions (CorWindow *self)
{
  const GActionEntry entries[] = {
    { "stations", stations_activated, NULL, NULL, NULL, { 0 } },
    { "siting", siting_activated, NULL, NULL, NULL, { 0 } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
