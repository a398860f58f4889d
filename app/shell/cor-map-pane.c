/* cor-map-pane.c: the map of a window with its tools and legend.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-pane-private.h"

#include "cor-map-ground.h"

#include <glib/gi18n-lib.h>
#include <math.h>

enum
{
  PROP_TOOL = 1,
  PROP_STATION_KIND,
  PROP_COLOUR,
  PROP_STATIONS,
  PROP_BUFFER,
  PROP_HAS_REACH,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (CorMapPane, cor_map_pane, ADW_TYPE_BIN)

CorScenario *
cor_map_pane_scenario (CorMapPane *self)
{
  return cor_document_get_scenario (cor_session_get_document (self->session));
}

CorLonLat
cor_map_pane_place_of (const CorItem *item)
{
  if (item->kind == COR_ITEM_SITE)
    return (CorLonLat){ ((const CorSite *)item)->lon, ((const CorSite *)item)->lat };
  return (CorLonLat){ ((const CorStation *)item)->lon, ((const CorStation *)item)->lat };
}

static void
by_hand_toggled (CorMapPane *self)
{
  self->by_hand = gtk_toggle_button_get_active (self->by_hand_button);
  cor_map_pane_show_live (self, self->pointer);
}

static void
update_dark (CorMapPane *self)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  cor_map_view_set_dark (self->view, dark);
  if (self->layer != NULL)
    cor_object_layer_set_dark (self->layer, dark);
}

static void
cor_map_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CorMapPane *self = COR_MAP_PANE (object);

  switch (id)
    {
    case PROP_TOOL:
      g_value_set_string (value, self->tool);
      break;
    case PROP_STATION_KIND:
      g_value_set_string (value, cor_map_pane_station_kind (self));
      break;
    case PROP_COLOUR:
      g_value_set_string (value, self->colour);
      break;
    case PROP_STATIONS:
      g_value_set_string (value, self->stations);
      break;
    case PROP_BUFFER:
      g_value_set_double (value, self->buffer_km);
      break;
    case PROP_HAS_REACH:
      g_value_set_boolean (value, self->has_reach);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cor_map_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CorMapPane *self = COR_MAP_PANE (object);

  switch (id)
    {
    case PROP_TOOL:
      g_free (self->tool);
      self->tool = g_value_dup_string (value);
      cor_map_pane_forget_points (self);
      g_clear_handle_id (&self->tell_source, g_source_remove);
      if (self->layer != NULL)
        cor_object_layer_set_tool (self->layer, g_strcmp0 (self->tool, "select") == 0
                                                    ? COR_MAP_TOOL_SELECT
                                                    : COR_MAP_TOOL_PLACE);
      cor_map_pane_show_hint (self);
      cor_map_pane_queue_scene (self);
      /* Until somebody chooses, it goes by the trucks there are now. */
      g_object_notify_by_pspec (object, props[PROP_STATION_KIND]);
      break;
    case PROP_STATION_KIND:
      g_free (self->station_kind);
      self->station_kind = g_value_dup_string (value);
      cor_map_pane_show_hint (self);
      break;
    case PROP_COLOUR:
      g_free (self->colour);
      self->colour = g_value_dup_string (value);
      g_object_set (self->legend, "colour", self->colour, NULL);
      cor_map_pane_queue_scene (self);
      break;
    case PROP_STATIONS:
      g_free (self->stations);
      self->stations = g_value_dup_string (value);
      cor_map_pane_queue_scene (self);
      break;
    case PROP_BUFFER:
      self->buffer_km = g_value_get_double (value);
      cor_map_pane_queue_scene (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cor_map_pane_dispose (GObject *object)
{
  CorMapPane *self = COR_MAP_PANE (object);

  g_clear_handle_id (&self->scene_source, g_source_remove);
  if (self->menu != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->menu)));
  self->layer = NULL;
  cor_map_pane_stop_live (self);
  g_clear_handle_id (&self->tell_source, g_source_remove);
  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->stop_id, g_free);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->drag.others, g_strfreev);
  g_clear_pointer (&self->drag.key, g_free);
  g_clear_pointer (&self->drag.id, g_free);
  g_clear_pointer (&self->drag.before, cor_results_unref);
  g_clear_pointer (&self->drag.moved_of, cor_results_unref);
  g_clear_pointer (&self->drag.vias, g_array_unref);
  g_clear_pointer (&self->network, cor_network_unref);
  g_clear_pointer (&self->places, cor_places_unref);
  g_clear_object (&self->session);
  g_clear_pointer (&self->tool, g_free);
  g_clear_pointer (&self->station_kind, g_free);
  g_clear_pointer (&self->drawn, g_free);
  g_clear_pointer (&self->colour, g_free);
  g_clear_pointer (&self->stations, g_free);
  g_clear_pointer (&self->reach, cor_map_reach_unref);
  G_OBJECT_CLASS (cor_map_pane_parent_class)->dispose (object);
}

static void
cor_map_pane_class_init (CorMapPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cor_map_pane_get_property;
  object_class->set_property = cor_map_pane_set_property;
  object_class->dispose = cor_map_pane_dispose;
  props[PROP_TOOL] = g_param_spec_string ("tool", NULL, NULL, "select",
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_STATION_KIND] = g_param_spec_string ("station-kind", NULL, NULL, "charging",
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_COLOUR] = g_param_spec_string ("colour", NULL, NULL, "parity",
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_STATIONS] = g_param_spec_string ("stations", NULL, NULL, "kind",
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_BUFFER] = g_param_spec_double ("buffer", NULL, NULL, 0, 100, 0,
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_HAS_REACH] = g_param_spec_boolean ("has-reach", NULL, NULL, FALSE,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_signal_new ("placed", COR_TYPE_MAP_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  g_type_ensure (COR_TYPE_MAP_VIEW);
  g_type_ensure (COR_TYPE_MAP_LEGEND);
  g_type_ensure (COR_TYPE_MAP_SEARCH);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/corridor_planner/Corridor/cor-map-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, CorMapPane, view);
  gtk_widget_class_bind_template_child (widget_class, CorMapPane, hint);
  gtk_widget_class_bind_template_child (widget_class, CorMapPane, hint_box);
  gtk_widget_class_bind_template_child (widget_class, CorMapPane, options);
  gtk_widget_class_bind_template_child (widget_class, CorMapPane, station_kinds);
  gtk_widget_class_bind_template_child (widget_class, CorMapPane, by_hand_button);
  gtk_widget_class_bind_template_callback (widget_class, by_hand_toggled);
  gtk_widget_class_bind_template_child (widget_class, CorMapPane, legend);
  gtk_widget_class_bind_template_child (widget_class, CorMapPane, tools);
  gtk_widget_class_bind_template_child (widget_class, CorMapPane, steps);
  gtk_widget_class_bind_template_child (widget_class, CorMapPane, problem_box);
  gtk_widget_class_bind_template_child (widget_class, CorMapPane, problem);
  gtk_widget_class_bind_template_child (widget_class, CorMapPane, search);
  gtk_widget_class_bind_template_child (widget_class, CorMapPane, buffer);
  gtk_widget_class_bind_template_child (widget_class, CorMapPane, base_choice);
}

static void
cor_map_pane_init (CorMapPane *self)
{
  self->tool = g_strdup ("select");
  self->colour = g_strdup ("parity");
  self->stations = g_strdup ("kind");
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (update_dark), self, G_CONNECT_SWAPPED);
  g_object_bind_property (self->buffer, "value", self, "buffer", 0);
  update_dark (self);
}

void
cor_map_pane_set_base (CorMapPane *self, const CorMapBase *base)
{
  g_return_if_fail (COR_IS_MAP_PANE (self));

  g_clear_pointer (&self->network, cor_network_unref);
  g_clear_pointer (&self->places, cor_places_unref);
  self->network = cor_network_ref (base->network);
  self->places = base->places != NULL ? cor_places_ref (base->places) : NULL;
  cor_map_base_show (base, self->view);
  cor_map_search_set_source (self->search, self->session, base);
  if (self->layer == NULL)
    return;
  /* Roads may come after the results on them. */
  cor_map_pane_update_reach (self);
  cor_map_pane_queue_scene (self);
}

GtkWidget *
cor_map_pane_new (CorSession *session, const CorMapBase *base)
{
  CorMapPane *self = g_object_new (COR_TYPE_MAP_PANE, NULL);

  self->session = g_object_ref (session);
  cor_map_pane_set_base (self, base);
  cor_map_pane_connect_ground (self);
  self->layer = cor_object_layer_new (self->view);
  update_dark (self);
  cor_map_pane_connect_drags (self);
  cor_map_pane_connect_clicks (self);
  cor_map_pane_connect_drawing (self);
  cor_map_pane_connect_hint (self);
  cor_map_pane_connect_keys (self);
  cor_map_pane_connect_menu (self);
  cor_map_pane_connect_search (self);
  g_signal_connect_object (cor_session_get_document (session), "changed", G_CALLBACK (cor_map_pane_queue_scene),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "results-changed", G_CALLBACK (cor_map_pane_results_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cor_session_get_selection (session), "changed", G_CALLBACK (cor_map_pane_queue_scene),
                           self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

CorObjectLayer *
cor_map_pane_get_layer (CorMapPane *self)
{
  g_return_val_if_fail (COR_IS_MAP_PANE (self), NULL);

  return self->layer;
}

void
cor_map_pane_set_room (CorMapPane *self, gboolean narrow, gboolean low)
{
  g_return_if_fail (COR_IS_MAP_PANE (self));

  cor_map_legend_set_room (self->legend, low);
  for (GtkWidget *tool = gtk_widget_get_first_child (self->tools); tool != NULL;
       tool = gtk_widget_get_next_sibling (tool))
    {
      GtkWidget *content = gtk_button_get_child (GTK_BUTTON (tool));
      GtkWidget *label = gtk_widget_get_last_child (content);

      gtk_widget_set_visible (label, !narrow);
    }
}
