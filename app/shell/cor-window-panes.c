/* cor-window-panes.c: what is shown, found and brought into view in a window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-window-private.h"

#include "cor-card.h"
#include "cor-item-text.h"
#include "cor-keys.h"
#include "cor-settings.h"

#include <glib/gi18n-lib.h>

static void
keys_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  cor_keys_show (data);
}

static void
pin_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorWindow *self = data;

  cor_session_pin (self->session);
  cor_window_toast (self, _ ("Changes are now shown against this state"), FALSE);
}

static void
select_scenario_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorWindow *self = data;

  cor_selection_clear (cor_session_get_selection (self->session));
  g_action_group_change_action_state (G_ACTION_GROUP (self), "show-inspector",
                                      g_variant_new_boolean (TRUE));
}

static void
find_on_map_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorWindow *self = data;

  if (!cor_window_is_empty (self))
    cor_map_pane_find (self->map);
}

static void
find_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorWindow *self = data;

  g_action_group_change_action_state (G_ACTION_GROUP (self), "show-list",
                                      g_variant_new_boolean (TRUE));
  cor_list_panel_find (self->list);
}

static void
inspect_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_action_group_change_action_state (G_ACTION_GROUP (data), "show-inspector",
                                      g_variant_new_boolean (TRUE));
}

/* The name of what is selected, or of the scenario. */
static void
rename_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorWindow *self = data;

  if (cor_window_is_empty (self))
    return;
  g_action_group_change_action_state (G_ACTION_GROUP (data), "show-inspector", g_variant_new_boolean (TRUE));
  cor_inspector_rename (self->inspector);
}

/* A site has no name to speak of until somebody gives it one; it can be typed at once. */
static void
placed (CorWindow *self, CorItemKind kind)
{
  if (kind == COR_ITEM_SITE && adw_flap_get_reveal_flap (self->inspector_flap) && !adw_flap_get_folded (self->inspector_flap))
    cor_inspector_rename (self->inspector);
}

static void
fit_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  cor_map_pane_fit (COR_WINDOW (data)->map);
}

static void
fit_selected_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  cor_map_pane_fit_selected (COR_WINDOW (data)->map);
}

static void
show_selected_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorWindow *self = data;
  CorSelection *selection = cor_session_get_selection (self->session);

  if (cor_selection_get_kind (selection) == COR_ITEM_VARIANT && cor_selection_get_id (selection) != NULL)
    cor_document_set_variant (cor_session_get_document (self->session), cor_selection_get_id (selection));
  else
    cor_map_pane_show_selected (self->map);
}

/* The card of the number that list and map show of a thing; of a variant it is the parity year of its own results. */
static void
explain_item_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorWindow *self = data;
  const CorResults *results = cor_session_get_results (self->session);
  CorTraceKey key = { .quantity = COR_TRACE_PARITY };
  const char *id;
  int kind;

  g_variant_get (parameter, "(i&s)", &kind, &id);
  if (kind == COR_ITEM_VARIANT)
    {
      const CorComparisonColumn *column = cor_comparison_find (self->comparison, id);

      if (column != NULL && column->results != NULL)
        cor_card_open (GTK_WIDGET (self), column->results, &key);
    }
  else if (results != NULL && cor_item_figure_key (results, (CorItemKind) kind, id, &key))
    cor_card_open (GTK_WIDGET (self), results, &key);
}

/* Actions that are a setting, the same in every window. */
static const char *const shown[] = { "show-list", "show-inspector", "show-charts" };

/* Actions that are a property or a setting, so that menu, button and key agree. */
void
cor_window_add_pane_actions (CorWindow *self)
{
  const GActionEntry entries[] = {
    { "show-help-overlay", keys_activated, NULL, NULL, NULL, { 0 } },
    { "pin-baseline", pin_activated, NULL, NULL, NULL, { 0 } },
    { "select-scenario", select_scenario_activated, NULL, NULL, NULL, { 0 } },
    { "find", find_activated, NULL, NULL, NULL, { 0 } },
    { "find-on-map", find_on_map_activated, NULL, NULL, NULL, { 0 } },
    { "inspect", inspect_activated, NULL, NULL, NULL, { 0 } },
    { "rename", rename_activated, NULL, NULL, NULL, { 0 } },
    { "fit", fit_activated, NULL, NULL, NULL, { 0 } },
    { "fit-selected", fit_selected_activated, NULL, NULL, NULL, { 0 } },
    { "show-selected", show_selected_activated, NULL, NULL, NULL, { 0 } },
    { "explain-item", explain_item_activated, "(is)", NULL, NULL, { 0 } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (cor_settings_get (), shown[i]);

      g_action_map_add_action (G_ACTION_MAP (self), action);
    }
  g_settings_bind (cor_settings_get (), "show-list", self->list_flap, "reveal-flap",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (cor_settings_get (), "show-inspector", self->inspector_flap, "reveal-flap",
                   G_SETTINGS_BIND_DEFAULT);
}

void
cor_window_drop_pane_actions (CorWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    g_action_map_remove_action (G_ACTION_MAP (self), shown[i]);
}

/* The map's tool and colouring as stateful actions; the action's state is the property. */
void
cor_window_add_map_actions (CorWindow *self)
{
  g_autoptr (GPropertyAction) tool = g_property_action_new ("tool", self->map, "tool");
  g_autoptr (GPropertyAction) colour = g_property_action_new ("colour", self->map, "colour");

  g_signal_connect_object (self->map, "placed", G_CALLBACK (placed), self, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (tool));
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (colour));
}
