/* cor-window-roads.c: the road network that the scenario of a window is calculated on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-window-private.h"

#include "cor-edit.h"
#include "cor-engine.h"
#include "cor-network-window.h"

#include <glib/gi18n-lib.h>

/* What is quicker than that is not told of, and what is quicker than that cannot be cancelled. */
#define TELL_AFTER_MS   300
#define CANCEL_AFTER_MS 1000

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

/* The bar above the map, with what it says: that roads are loaded, which turns, or a warning. */
static void
show_bar (CorWindow *self, const char *text, gboolean loading)
{
  if (text != NULL)
    gtk_label_set_text (self->roads_label, text);
  gtk_spinner_set_spinning (self->roads_spinner, loading);
  gtk_widget_set_visible (GTK_WIDGET (self->roads_spinner), loading);
  gtk_widget_set_visible (self->roads_warning, !loading);
  gtk_widget_set_visible (self->roads_build, !loading);
  gtk_widget_set_visible (self->roads_cancel, FALSE);
  if (loading)
    gtk_widget_add_css_class (gtk_revealer_get_child (self->roads_bar), "loading");
  else
    gtk_widget_remove_css_class (gtk_revealer_get_child (self->roads_bar), "loading");
  gtk_revealer_set_reveal_child (self->roads_bar, text != NULL);
}

static gboolean
offer_to_cancel (gpointer data)
{
  CorWindow *self = data;

  self->roads_source = 0;
  gtk_widget_set_visible (self->roads_cancel, TRUE);
  return G_SOURCE_REMOVE;
}

static gboolean
tell_loading (gpointer data)
{
  CorWindow *self = data;
  g_autofree char *text = g_strdup_printf (_ ("Loading the roads of “%s”…"), self->network);

  show_bar (self, text, TRUE);
  self->roads_source = g_timeout_add (CANCEL_AFTER_MS - TELL_AFTER_MS, offer_to_cancel, self);
  return G_SOURCE_REMOVE;
}

void
cor_window_drop_roads (CorWindow *self)
{
  g_cancellable_cancel (self->roads_loading);
  g_clear_object (&self->roads_loading);
  g_clear_handle_id (&self->roads_source, g_source_remove);
}

static void
roads_ready (gpointer window, const CorMapBase *base, gboolean missing)
{
  CorWindow *self = window;
  g_autofree char *text = NULL;

  g_clear_handle_id (&self->roads_source, g_source_remove);
  g_free (self->network_before);
  self->network_before = g_strdup (self->network);
  if (missing)
    text = g_strdup_printf (_ ("Indicative network in use: the scenario asks for the road network “%s”, which is not on this computer."),
                            self->network);
  show_bar (self, text, FALSE);
  if (base == self->base)
    return;
  self->base = base;
  cor_map_pane_set_base (self->map, base);
  cor_map_pane_fit_empty (self->map);
  cor_inspector_set_network (self->inspector, base->network);
}

/* Reads and shows the roads, whatever was shown before; those asked for before are not waited for. */
static void
show_roads (CorWindow *self)
{
  cor_window_drop_roads (self);
  self->roads_loading = g_cancellable_new ();
  self->roads_source = g_timeout_add (TELL_AFTER_MS, tell_loading, self);
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

/* The scenario takes again the roads that the map shows; a step that can be taken back. */
static void
keep_roads_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorWindow *self = data;
  CorDocument *document = cor_session_get_document (self->session);
  CorScenario *next;

  if (self->roads_loading == NULL)
    return;
  cor_window_drop_roads (self);
  show_bar (self, NULL, FALSE);
  next = cor_edit_string (cor_document_get_scenario (document), COR_ITEM_HEAD, NULL, "network", self->network_before, NULL);
  if (next == NULL)
    return;
  cor_document_apply (document, next, _ ("Another road network"), NULL);
  cor_window_toast (self, _ ("The roads from before are kept"), TRUE);
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
    { "keep-roads", keep_roads_activated, NULL, NULL, NULL, { 0 } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
