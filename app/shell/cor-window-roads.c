/* cor-window-roads.c: the road network that the scenario of a window is calculated on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-window-private.h"

#include "cor-engine.h"
#include "cor-network-window.h"

#include <glib/gi18n-lib.h>

static CorApplication *
application_of (CorWindow *self)
{
  return COR_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
}

static const char *
network_of (CorWindow *self)
{
  return cor_scenario_head (cor_document_get_scenario (cor_session_get_document (self->session)))->network;
}

static void
roads_ready (gpointer window, const CorMapBase *base, gboolean missing)
{
  CorWindow *self = window;
  g_autofree char *text = NULL;

  if (base != self->base)
    {
      self->base = base;
      cor_map_pane_set_base (self->map, base);
    }
  if (missing)
    text = g_strdup_printf (_ ("Indicative network in use: the scenario asks for the road network “%s”, which is not on this computer."),
                            self->network);
  gtk_label_set_text (self->roads_label, text ? text : "");
  gtk_revealer_set_reveal_child (self->roads_bar, missing);
}

void
cor_window_drop_roads (CorWindow *self)
{
  g_cancellable_cancel (self->roads_loading);
  g_clear_object (&self->roads_loading);
}

/* Reads and shows the roads, whatever was shown before; those asked for before are not waited for. */
static void
show_roads (CorWindow *self)
{
  cor_window_drop_roads (self);
  self->roads_loading = g_cancellable_new ();
  cor_application_load_map_base (application_of (self), self->network, self->roads_loading, self, roads_ready);
}

void
cor_window_update_roads (CorWindow *self)
{
  if (self->map == NULL || g_strcmp0 (self->network, network_of (self)) == 0)
    return;
  g_free (self->network);
  self->network = g_strdup (network_of (self));
  show_roads (self);
}

static void
built (CorNetworkWindow *window, const char *name, CorWindow *self)
{
  cor_application_network_built (application_of (self), name);
  if (g_strcmp0 (self->network, name) != 0)
    return;
  show_roads (self);
  cor_session_refresh (self->session);
}

GtkWidget *
cor_window_show_roads (CorWindow *self)
{
  GtkWidget *window
    = cor_network_window_new (GTK_WINDOW (self), self->session, cor_application_get_engine (application_of (self))->data);

  g_signal_connect_object (window, "built", G_CALLBACK (built), self, 0);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
road_network_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  cor_window_show_roads (data);
}

void
cor_window_add_road_actions (CorWindow *self)
{
  const GActionEntry entries[] = {
    { "road-network", road_network_activated, NULL, NULL, NULL, { 0 } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
