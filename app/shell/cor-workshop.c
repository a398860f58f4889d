/* cor-workshop.c: the corridor on a projector: map, four numbers, a handful of large levers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-workshop.h"

#include "cor-headline.h"
#include "cor-map-pane.h"
#include "cor-workshop-lever.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MAX_LEVERS 8

struct _CorWorkshop
{
  AdwWindow parent_instance;

  CorSession *session;
  CorScenario *start;
  CorMapPane *map;
  gboolean fitted;
  CorHeadline *headlines[COR_N_HEADLINES];
  GPtrArray *sliders;
  GSimpleActionGroup *actions;
  gint64 began;
  guint tick;
  guint marks;
  AdwBin *map_bin;
  GtkLabel *timer;
  GtkBox *levers;
  GtkGrid *numbers;
};

G_DEFINE_FINAL_TYPE (CorWorkshop, cor_workshop, ADW_TYPE_WINDOW)

/* Kinds of policy that make good levers, then prices. */
static const char *const lever_policies[] = { "toll_relief", "purchase_subsidy", "ghg_road_charge", "carbon_tax" };
static const CorParamId lever_parameters[]
  = { COR_PARAM_DIESEL_PRICE, COR_PARAM_DEPOT_PRICE, COR_PARAM_STATION_PRICE, COR_PARAM_SERVICE_FEE };

/* Each lever policy in force for all years shown; one that was not begins at nothing. */
static CorScenario *
prepare (CorScenario *scenario)
{
  CorScenario *prepared = cor_scenario_ref (scenario);

  for (guint i = 0; i < G_N_ELEMENTS (lever_policies); i++)
    {
      guint n;
      const CorItem *const *policies = cor_scenario_items (prepared, COR_ITEM_POLICY, &n);
      CorPolicy *policy = NULL;
      CorScenario *next;

      for (guint p = 0; p < n && policy == NULL; p++)
        if (g_strcmp0 (((const CorPolicy *) policies[p])->policy_kind, lever_policies[i]) == 0)
          policy = (CorPolicy *) cor_item_copy (policies[p]);
      if (policy == NULL)
        continue;
      if (!policy->on || isnan (policy->amount))
        {
          policy->on = TRUE;
          policy->amount = 0;
          policy->first_year = policy->last_year = 0;
          g_clear_pointer (&policy->schedule, g_array_unref);
        }
      next = cor_scenario_with_item (prepared, &policy->item);
      cor_scenario_unref (prepared);
      prepared = next;
    }
  return prepared;
}

static void
add_slider (CorWorkshop *self, GtkWidget *slider)
{
  if (self->sliders->len >= MAX_LEVERS)
    {
      g_object_ref_sink (slider);
      g_object_unref (slider);
      return;
    }
  g_ptr_array_add (self->sliders, slider);
  gtk_box_append (self->levers, slider);
}

static void
fill_levers (CorWorkshop *self)
{
  guint n;
  const CorItem *const *policies = cor_scenario_items (self->start, COR_ITEM_POLICY, &n);

  for (guint i = 0; i < G_N_ELEMENTS (lever_policies); i++)
    for (guint p = 0; p < n; p++)
      if (g_strcmp0 (((const CorPolicy *) policies[p])->policy_kind, lever_policies[i]) == 0)
        {
          add_slider (self, cor_workshop_lever_new_policy (self->session, policies[p]->id));
          break;
        }
  for (guint i = 0; i < G_N_ELEMENTS (lever_parameters); i++)
    add_slider (self, cor_workshop_lever_new_parameter (self->session, lever_parameters[i]));
}

/* Once the map has its size. */
static gboolean
fit_once (gpointer data)
{
  CorWorkshop *self = data;

  if (self->session != NULL)
    cor_map_pane_fit (self->map);
  return G_SOURCE_REMOVE;
}

static void
fit_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorWorkshop *self = data;

  cor_map_pane_fit (self->map);
}

/* What the map's own buttons ask of the window they stand in. */
static void
add_map_actions (CorWorkshop *self)
{
  const GActionEntry entries[] = {
    { "fit", fit_activated, NULL, NULL, NULL, { 0 } },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GPropertyAction) tool = g_property_action_new ("tool", self->map, "tool");
  g_autoptr (GPropertyAction) colour = g_property_action_new ("colour", self->map, "colour");

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (tool));
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (colour));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "win", G_ACTION_GROUP (group));
}

static void
results_changed (CorWorkshop *self)
{
  const CorResults *results = cor_session_get_results (self->session);

  for (guint i = 0; i < COR_N_HEADLINES; i++)
    cor_headline_show (self->headlines[i], results, cor_session_get_baseline (self->session));
  if (results != NULL && self->sliders->len == 0)
    fill_levers (self);
  if (results != NULL && !self->fitted)
    {
      self->fitted = TRUE;
      g_idle_add_full (G_PRIORITY_LOW, fit_once, g_object_ref (self), g_object_unref);
    }
}

static gboolean
tick (gpointer data)
{
  CorWorkshop *self = data;
  gint64 seconds = (g_get_monotonic_time () - self->began) / G_USEC_PER_SEC;
  g_autofree char *text = g_strdup_printf ("%d:%02d", (int) (seconds / 60), (int) (seconds % 60));

  gtk_label_set_label (self->timer, text);
  return G_SOURCE_CONTINUE;
}

static void
restart_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorWorkshop *self = data;

  cor_document_apply (cor_session_get_document (self->session), cor_scenario_ref (self->start), _ ("Start again"), NULL);
  self->began = g_get_monotonic_time ();
  tick (self);
}

static void
undo_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorWorkshop *self = data;

  cor_document_undo (cor_session_get_document (self->session));
}

static void
mark_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorWorkshop *self = data;
  g_autofree char *name = g_strdup_printf ("%u", ++self->marks);

  for (guint i = 0; i < self->sliders->len; i++)
    cor_workshop_lever_mark (g_ptr_array_index (self->sliders, i), name);
}

static void
cor_workshop_dispose (GObject *object)
{
  CorWorkshop *self = COR_WORKSHOP (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->start, cor_scenario_unref);
  g_clear_pointer (&self->sliders, g_ptr_array_unref);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (cor_workshop_parent_class)->dispose (object);
}

static void
cor_workshop_class_init (CorWorkshopClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_workshop_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/corridor_planner/Corridor/cor-workshop.ui");
  gtk_widget_class_bind_template_child (widget_class, CorWorkshop, map_bin);
  gtk_widget_class_bind_template_child (widget_class, CorWorkshop, timer);
  gtk_widget_class_bind_template_child (widget_class, CorWorkshop, levers);
  gtk_widget_class_bind_template_child (widget_class, CorWorkshop, numbers);
}

static void
cor_workshop_init (CorWorkshop *self)
{
  const GActionEntry entries[] = {
    { "restart", restart_activated, NULL, NULL, NULL, { 0 } },
    { "undo", undo_activated, NULL, NULL, NULL, { 0 } },
    { "mark", mark_activated, NULL, NULL, NULL, { 0 } },
  };

  self->sliders = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "workshop", G_ACTION_GROUP (self->actions));
  for (guint i = 0; i < COR_N_HEADLINES; i++)
    {
      self->headlines[i] = COR_HEADLINE (cor_headline_new (i));
      gtk_widget_set_hexpand (GTK_WIDGET (self->headlines[i]), TRUE);
      gtk_grid_attach (self->numbers, GTK_WIDGET (self->headlines[i]), (int) i, 0, 1, 1);
    }
  self->began = g_get_monotonic_time ();
  self->tick = g_timeout_add_seconds (1, tick, self);
  tick (self);
}

GtkWidget *
cor_workshop_new (CorApplication *app, CorScenario *scenario)
{
  CorWorkshop *self = g_object_new (COR_TYPE_WORKSHOP, "application", app, NULL);

  self->start = prepare (scenario);
  self->session = cor_session_new (cor_application_get_engine (app));
  self->map = COR_MAP_PANE (
    cor_map_pane_new (self->session, cor_application_get_map_base_for (app, cor_scenario_head (scenario)->network, NULL)));
  adw_bin_set_child (self->map_bin, GTK_WIDGET (self->map));
  add_map_actions (self);
  g_signal_connect_swapped (self->session, "results-changed", G_CALLBACK (results_changed), self);
  cor_session_open (self->session, cor_scenario_ref (self->start), NULL);
  gtk_window_fullscreen (GTK_WINDOW (self));
  return GTK_WIDGET (self);
}
