/* cor-window-region.c: the windows around the corridor: emissions and region, machines of a site.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-window-private.h"

#include "cor-machines-window.h"
#include "cor-region-window.h"
#include "cor-settings.h"

static void
region_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorWindow *self = data;
  GtkWidget *window = cor_region_window_new (GTK_WINDOW (self), self->session);

  g_settings_bind (cor_settings_get (), "emission-columns", cor_region_window_get_columns (COR_REGION_WINDOW (window)), "shown",
                   G_SETTINGS_BIND_DEFAULT);
  gtk_window_present (GTK_WINDOW (window));
}

/* Begins with the site that is selected, else with one that has machines. */
static void
machines_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorWindow *self = data;
  CorSelection *selection = cor_session_get_selection (self->session);
  CorScenario *scenario = cor_document_get_scenario (cor_session_get_document (self->session));
  guint n;
  const CorItem *const *machines = cor_scenario_items (scenario, COR_ITEM_MACHINE, &n);
  const char *site = n > 0 ? ((const CorYardMachine *) machines[0])->site : NULL;

  if (cor_selection_get_kind (selection) == COR_ITEM_SITE && cor_selection_get_id (selection) != NULL)
    site = cor_selection_get_id (selection);
  gtk_window_present (GTK_WINDOW (cor_machines_window_new (GTK_WINDOW (self), self->session, site)));
}

void
cor_window_add_region_actions (CorWindow *self)
{
  const GActionEntry entries[] = {
    { "region", region_activated, NULL, NULL, NULL, { 0 } },
    { "machines", machines_activated, NULL, NULL, NULL, { 0 } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
