/* cor-map-pane.c: the map of a window with its tools and legend.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-pane-private.h"

#include "cor-edit.h"
#include "cor-format.h"
#include "cor-map-content.h"
#include "cor-map-ground.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* How long a message stands on the map, seconds. */
#define TELL_S 7

/* As many points of the routes' lines say where they run. */
#define LINE_POINTS 400

/* Zoom at which a single place is looked at. */
#define PLACE_ZOOM 12.0

enum
{
  PROP_TOOL = 1,
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

void
cor_map_pane_show_text (CorMapPane *self, const char *text)
{
  gtk_label_set_label (self->hint, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->by_hand_button), g_strcmp0 (self->tool, "route") == 0);
  gtk_widget_set_visible (self->station_kinds, g_strcmp0 (self->tool, "station") == 0
                                                   || g_strcmp0 (self->tool, "charging") == 0);
  gtk_widget_set_visible (self->hint_box, text != NULL && *text != '\0');
}

void
cor_map_pane_show_hint (CorMapPane *self)
{
  const char *text = NULL;

  if (g_strcmp0 (self->tool, "route") == 0)
    text = _ ("Click the origin");
  else if (g_strcmp0 (self->tool, "station") == 0)
    text = _ ("Click where the swap station goes");
  else if (g_strcmp0 (self->tool, "charging") == 0)
    text = _ ("Click where the charging station goes");
  else if (g_strcmp0 (self->tool, "site") == 0)
    text = _ ("Click where the site goes");
  else if (g_strcmp0 (self->tool, "measure") == 0)
    text = _ ("Click where measuring begins");
  cor_map_pane_show_text (self, text);
}

static gboolean
told (gpointer data)
{
  CorMapPane *self = data;

  self->tell_source = 0;
  cor_map_pane_show_hint (self);
  return G_SOURCE_REMOVE;
}

void
cor_map_pane_tell (CorMapPane *self, const char *text)
{
  g_clear_handle_id (&self->tell_source, g_source_remove);
  cor_map_pane_show_text (self, text);
  self->tell_source = g_timeout_add_seconds (TELL_S, told, self);
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

static CorMapObjectKind
object_kind (CorItemKind kind)
{
  switch (kind)
    {
    case COR_ITEM_SITE:
      return COR_MAP_OBJECT_SITE;
    case COR_ITEM_STATION:
      return COR_MAP_OBJECT_STATION;
    case COR_ITEM_ROUTE:
      return COR_MAP_OBJECT_ROUTE;
    default:
      return COR_MAP_OBJECT_NONE;
    }
}

/* A selected duty marks its route. */
static void
mark_selection (CorMapPane *self)
{
  CorSelection *selection = cor_session_get_selection (self->session);
  CorItemKind kind = cor_selection_get_kind (selection);
  const char *const *ids = cor_selection_get_ids (selection);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (CorMapMark));

  for (guint i = 0; ids[i] != NULL; i++)
    {
      CorMapMark mark = { object_kind (kind), ids[i] };
      const CorItem *duty = kind == COR_ITEM_DUTY
                                ? cor_scenario_find (cor_map_pane_scenario (self), kind, ids[i])
                                : NULL;

      if (duty != NULL)
        mark = (CorMapMark){ COR_MAP_OBJECT_ROUTE, ((const CorDuty *)duty)->route };
      if (mark.kind != COR_MAP_OBJECT_NONE && mark.id != NULL)
        g_array_append_val (marks, mark);
    }
  cor_object_layer_set_selected (self->layer, (const CorMapMark *)(gpointer)marks->data,
                                 marks->len);
}

/* From the place that is selected, or dragged, to its road. */
static void
show_own_access (CorMapPane *self)
{
  CorSelection *selection = cor_session_get_selection (self->session);
  CorItemKind kind = cor_selection_get_kind (selection);
  const char *const *ids = cor_selection_get_ids (selection);
  const CorItem *item = NULL;
  CorSnap snap;

  if (!g_str_equal (self->tool, "select"))
    return;
  if ((kind == COR_ITEM_SITE || kind == COR_ITEM_STATION) && ids[0] != NULL && ids[1] == NULL)
    item = cor_edit_item (cor_map_pane_scenario (self), kind, ids[0]);
  if (item != NULL
      && cor_network_snap (self->network, cor_map_pane_place_of (item), NULL, &snap, NULL))
    cor_map_pane_show_access (self, &snap);
  else
    cor_object_layer_set_guide (self->layer, NULL, 0, NULL);
}

/* Without a route the map says how to begin, unless a tool is in hand. */
static void
show_steps (CorMapPane *self)
{
  guint n;

  cor_scenario_items (cor_map_pane_scenario (self), COR_ITEM_ROUTE, &n);
  gtk_widget_set_visible (self->steps, n == 0 && g_str_equal (self->tool, "select"));
}

static gboolean
update_scene (gpointer data)
{
  CorMapPane *self = data;
  CorSelection *selection = cor_session_get_selection (self->session);
  CorMapContent content = { .scenario = cor_map_pane_scenario (self),
                            .results = cor_session_get_results (self->session),
                            .colour = self->colour,
                            .stations = self->stations,
                            .buffer_m = self->buffer_km * 1000,
                            .reach = self->reach,
                            .selected_kind = cor_selection_get_kind (selection),
                            .selected = cor_selection_get_id (selection),
                            .zh = cor_format_is_chinese (NULL) };
  g_autoptr (CorMapScene) scene = cor_map_content_build (&content);

  self->scene_source = 0;
  show_steps (self);
  cor_object_layer_set_scene (self->layer, scene);
  cor_map_legend_set_scene (self->legend, scene);
  mark_selection (self);
  show_own_access (self);
  if (self->drag.key != NULL)
    cor_map_pane_show_bubble (self);
  return G_SOURCE_REMOVE;
}

/* Once a frame at most: an edit and its results come one after the other. */
void
cor_map_pane_queue_scene (CorMapPane *self)
{
  if (self->scene_source == 0 && self->session != NULL)
    self->scene_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 10, update_scene, self, NULL);
}

typedef struct
{
  double west, south, east, north;
  guint n;
} Box;

static void
box_add (Box *box, double lon, double lat)
{
  box->west = box->n ? MIN (box->west, lon) : lon;
  box->east = box->n ? MAX (box->east, lon) : lon;
  box->south = box->n ? MIN (box->south, lat) : lat;
  box->north = box->n ? MAX (box->north, lat) : lat;
  box->n++;
}

static void
add_place (GArray *places, double lon, double lat)
{
  g_array_append_val (places, lon);
  g_array_append_val (places, lat);
}

/* Longitudes and latitudes by turns: the sites, or the stations where there are not two sites, and the lines of the routes. */
static GArray *
places_of_all (CorMapPane *self)
{
  CorScenario *scenario = cor_map_pane_scenario (self);
  CorMapScene *scene = cor_object_layer_get_scene (self->layer);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (double));
  const CorItem *const *items;
  const CorMapRoute *routes;
  guint n, step, points = 0;

  items = cor_scenario_items (scenario, COR_ITEM_SITE, &n);
  for (guint i = 0; i < n; i++)
    add_place (places, ((const CorSite *)items[i])->lon, ((const CorSite *)items[i])->lat);
  items = cor_scenario_items (scenario, COR_ITEM_STATION, &n);
  for (guint i = 0; places->len < 4 && i < n; i++)
    add_place (places, ((const CorStation *)items[i])->lon, ((const CorStation *)items[i])->lat);
  routes = scene != NULL ? cor_map_scene_get_routes (scene, &n) : NULL;
  for (guint i = 0; routes != NULL && i < n; i++)
    points += routes[i].n_points;
  step = points / LINE_POINTS + 1;
  for (guint i = 0; routes != NULL && i < n; i++)
    for (guint k = 0; k < routes[i].n_points; k += step)
      add_place (places, routes[i].lon_lat[2 * k], routes[i].lon_lat[2 * k + 1]);
  return places;
}

void
cor_map_pane_fit (CorMapPane *self)
{
  const CorHead *head;
  g_autoptr (GArray) places = NULL;

  g_return_if_fail (COR_IS_MAP_PANE (self));

  head = cor_scenario_head (cor_map_pane_scenario (self));
  places = places_of_all (self);
  if (places->len > 2)
    cor_map_view_fit_places (self->view, (const double *) (void *) places->data, places->len / 2);
  else if (places->len == 2)
    cor_map_view_center_on (self->view, g_array_index (places, double, 0), g_array_index (places, double, 1), 11);
  else if (!isnan (head->lon) && !isnan (head->lat))
    cor_map_view_center_on (self->view, head->lon, head->lat, isnan (head->zoom) ? 9 : head->zoom);
  else
    cor_map_view_fit (self->view, 112.8, 22.1, 114.7, 23.3);
}

static void
add_route_to_box (CorMapPane *self, const char *id, Box *box)
{
  CorMapScene *scene = cor_object_layer_get_scene (self->layer);
  const CorMapRoute *routes;
  guint n = 0;

  routes = scene != NULL ? cor_map_scene_get_routes (scene, &n) : NULL;
  for (guint i = 0; i < n; i++)
    for (guint k = 0; g_strcmp0 (routes[i].id, id) == 0 && k < routes[i].n_points; k++)
      box_add (box, routes[i].lon_lat[2 * k], routes[i].lon_lat[2 * k + 1]);
}

/* Around all that is selected; of a duty around its route. */
static Box
selection_box (CorMapPane *self)
{
  CorSelection *selection = cor_session_get_selection (self->session);
  CorItemKind kind = cor_selection_get_kind (selection);
  const char *const *ids = cor_selection_get_ids (selection);
  Box box = { 0 };

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const CorItem *item = cor_edit_item (cor_map_pane_scenario (self), kind, ids[i]);
      CorLonLat at;

      if (item == NULL)
        continue;
      if (kind == COR_ITEM_ROUTE || kind == COR_ITEM_DUTY)
        add_route_to_box (self, kind == COR_ITEM_ROUTE ? ids[i] : ((const CorDuty *)item)->route,
                          &box);
      if (kind != COR_ITEM_SITE && kind != COR_ITEM_STATION)
        continue;
      at = cor_map_pane_place_of (item);
      box_add (&box, at.lon, at.lat);
    }
  return box;
}

void
cor_map_pane_fit_selected (CorMapPane *self)
{
  Box box;

  g_return_if_fail (COR_IS_MAP_PANE (self));

  box = selection_box (self);
  if (box.n == 1)
    cor_map_view_center_on (self->view, box.west, box.south, PLACE_ZOOM);
  else if (box.n > 1)
    cor_map_view_fit (self->view, box.west, box.south, box.east, box.north);
}

void
cor_map_pane_show_selected (CorMapPane *self)
{
  Box box;

  g_return_if_fail (COR_IS_MAP_PANE (self));

  box = selection_box (self);
  if (box.n == 1)
    cor_map_view_center_on (self->view, box.west, box.south, -1);
  else
    cor_map_pane_fit_selected (self);
}

static void
search_closed (CorMapPane *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->search), FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (cor_map_view_get_map (self->view)));
}

static void
item_chosen (CorMapPane *self, int kind, const char *id)
{
  cor_object_layer_set_found (self->layer, NULL, NULL);
  cor_selection_set (cor_session_get_selection (self->session), kind, id);
  cor_map_pane_fit_selected (self);
}

static void
place_chosen (CorMapPane *self, double lon, double lat, double zoom, const char *name)
{
  const double place[2] = { lon, lat };

  cor_map_view_center_on (self->view, lon, lat, zoom);
  cor_object_layer_set_found (self->layer, place, name);
}

void
cor_map_pane_find (CorMapPane *self)
{
  g_return_if_fail (COR_IS_MAP_PANE (self));

  gtk_widget_set_visible (GTK_WIDGET (self->search), TRUE);
  cor_map_search_begin (self->search);
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
  g_clear_pointer (&self->drag.vias, g_array_unref);
  g_clear_pointer (&self->network, cor_network_unref);
  g_clear_pointer (&self->places, cor_places_unref);
  g_clear_object (&self->session);
  g_clear_pointer (&self->tool, g_free);
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
  props[PROP_COLOUR] = g_param_spec_string ("colour", NULL, NULL, "parity",
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_STATIONS] = g_param_spec_string ("stations", NULL, NULL, "kind",
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_BUFFER] = g_param_spec_double ("buffer", NULL, NULL, 0, 100, 0,
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_HAS_REACH] = g_param_spec_boolean ("has-reach", NULL, NULL, FALSE,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_type_ensure (COR_TYPE_MAP_VIEW);
  g_type_ensure (COR_TYPE_MAP_LEGEND);
  g_type_ensure (COR_TYPE_MAP_SEARCH);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/corridor_planner/Corridor/cor-map-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, CorMapPane, view);
  gtk_widget_class_bind_template_child (widget_class, CorMapPane, hint);
  gtk_widget_class_bind_template_child (widget_class, CorMapPane, hint_box);
  gtk_widget_class_bind_template_child (widget_class, CorMapPane, station_kinds);
  gtk_widget_class_bind_template_child (widget_class, CorMapPane, by_hand_button);
  gtk_widget_class_bind_template_callback (widget_class, by_hand_toggled);
  gtk_widget_class_bind_template_child (widget_class, CorMapPane, legend);
  gtk_widget_class_bind_template_child (widget_class, CorMapPane, tools);
  gtk_widget_class_bind_template_child (widget_class, CorMapPane, steps);
  gtk_widget_class_bind_template_child (widget_class, CorMapPane, search);
  gtk_widget_class_bind_template_child (widget_class, CorMapPane, buffer);
  gtk_widget_class_bind_template_child (widget_class, CorMapPane, base_choice);
  gtk_widget_class_bind_template_callback (widget_class, item_chosen);
  gtk_widget_class_bind_template_callback (widget_class, place_chosen);
  gtk_widget_class_bind_template_callback (widget_class, search_closed);
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
}

/* The base maps on offer, and which of them is chosen; says what is wrong with it. */
static void
follow_ground (CorMapPane *self)
{
  CorMapGround *ground = cor_map_ground_get_default ();
  const char *problem = cor_map_ground_get_problem (ground);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  if (self->session == NULL)
    return;
  for (guint i = 0; i < COR_MAP_N_GROUNDS; i++)
    gtk_string_list_take (names, cor_map_ground_name (ground, i));
  self->following_ground = TRUE;
  gtk_drop_down_set_model (self->base_choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->base_choice, cor_map_ground_get_chosen (ground));
  self->following_ground = FALSE;
  if (problem != NULL)
    cor_map_pane_tell (self, problem);
}

/* A choice that lacks its file or address is completed in the preferences. */
static void
ground_selected (CorMapPane *self)
{
  CorMapGround *ground = cor_map_ground_get_default ();

  if (self->following_ground)
    return;
  cor_map_ground_choose (ground, (CorMapGroundKind)gtk_drop_down_get_selected (self->base_choice));
  if (cor_map_ground_get_problem (ground) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "app.preferences", NULL);
}

GtkWidget *
cor_map_pane_new (CorSession *session, const CorMapBase *base)
{
  CorMapPane *self = g_object_new (COR_TYPE_MAP_PANE, NULL);

  self->session = g_object_ref (session);
  cor_map_pane_set_base (self, base);
  follow_ground (self);
  g_signal_connect_object (cor_map_ground_get_default (), "changed", G_CALLBACK (follow_ground), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->base_choice, "notify::selected", G_CALLBACK (ground_selected), self,
                           G_CONNECT_SWAPPED);
  self->layer = cor_object_layer_new (self->view);
  update_dark (self);
  cor_map_pane_connect_drags (self);
  cor_map_pane_connect_clicks (self);
  cor_map_pane_connect_drawing (self);
  cor_map_pane_connect_keys (self);
  cor_map_pane_connect_menu (self);
  g_signal_connect_object (cor_session_get_document (session), "changed", G_CALLBACK (cor_map_pane_queue_scene),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "results-changed", G_CALLBACK (cor_map_pane_queue_scene), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "results-changed", G_CALLBACK (cor_map_pane_update_reach), self,
                           G_CONNECT_SWAPPED);
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
