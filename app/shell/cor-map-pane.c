/* cor-map-pane.c: the map of a window with its tools and legend.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-pane.h"

#include "cor-edit.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _CorMapPane
{
  AdwBin parent_instance;

  CorSession *session;
  char *tool;
  char *colour;

  CorMapView *view;
  GtkLabel *hint;
};

enum
{
  PROP_TOOL = 1,
  PROP_COLOUR,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (CorMapPane, cor_map_pane, ADW_TYPE_BIN)

static CorScenario *
scenario_of (CorMapPane *self)
{
  return cor_document_get_scenario (cor_session_get_document (self->session));
}

/* What to do with the tool that is on; nothing for selecting. */
static void
show_hint (CorMapPane *self)
{
  const char *text = NULL;

  if (g_strcmp0 (self->tool, "route") == 0)
    text = _ ("Click the origin, then the destination");
  else if (g_strcmp0 (self->tool, "station") == 0)
    text = _ ("Click where the swap station goes");
  else if (g_strcmp0 (self->tool, "charging") == 0)
    text = _ ("Click where the charging station goes");
  else if (g_strcmp0 (self->tool, "site") == 0)
    text = _ ("Click where the site goes");
  gtk_label_set_label (self->hint, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), text != NULL);
}

static void
update_dark (CorMapPane *self)
{
  cor_map_view_set_dark (self->view, adw_style_manager_get_dark (adw_style_manager_get_default ()));
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

/* The ends of the routes; all sites where there is no route. */
static Box
scenario_box (CorScenario *scenario)
{
  const CorItem *const *items;
  Box box = { 0 };
  guint n;

  items = cor_scenario_items (scenario, COR_ITEM_SITE, &n);
  for (guint i = 0; i < n; i++)
    box_add (&box, ((const CorSite *)items[i])->lon, ((const CorSite *)items[i])->lat);
  items = cor_scenario_items (scenario, COR_ITEM_STATION, &n);
  for (guint i = 0; box.n < 2 && i < n; i++)
    box_add (&box, ((const CorStation *)items[i])->lon, ((const CorStation *)items[i])->lat);
  return box;
}

void
cor_map_pane_fit (CorMapPane *self)
{
  const CorHead *head;
  Box box;

  g_return_if_fail (COR_IS_MAP_PANE (self));

  head = cor_scenario_head (scenario_of (self));
  box = scenario_box (scenario_of (self));
  if (box.n > 1 && (box.east > box.west || box.north > box.south))
    cor_map_view_fit (self->view, box.west, box.south, box.east, box.north);
  else if (box.n == 1)
    cor_map_view_center_on (self->view, box.west, box.south, 11);
  else if (!isnan (head->lon) && !isnan (head->lat))
    cor_map_view_center_on (self->view, head->lon, head->lat, isnan (head->zoom) ? 9 : head->zoom);
  else
    cor_map_view_fit (self->view, 112.8, 22.1, 114.7, 23.3);
}

void
cor_map_pane_show_selected (CorMapPane *self)
{
  CorSelection *selection;
  const CorItem *item;

  g_return_if_fail (COR_IS_MAP_PANE (self));

  selection = cor_session_get_selection (self->session);
  item = cor_edit_item (scenario_of (self), cor_selection_get_kind (selection),
                        cor_selection_get_id (selection));
  if (item != NULL && item->kind == COR_ITEM_SITE)
    cor_map_view_center_on (self->view, ((const CorSite *)item)->lon, ((const CorSite *)item)->lat,
                            -1);
  else if (item != NULL && item->kind == COR_ITEM_STATION)
    cor_map_view_center_on (self->view, ((const CorStation *)item)->lon,
                            ((const CorStation *)item)->lat, -1);
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
      show_hint (self);
      break;
    case PROP_COLOUR:
      g_free (self->colour);
      self->colour = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cor_map_pane_dispose (GObject *object)
{
  CorMapPane *self = COR_MAP_PANE (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->tool, g_free);
  g_clear_pointer (&self->colour, g_free);
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
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_type_ensure (COR_TYPE_MAP_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/corridor_planner/Corridor/cor-map-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, CorMapPane, view);
  gtk_widget_class_bind_template_child (widget_class, CorMapPane, hint);
}

static void
cor_map_pane_init (CorMapPane *self)
{
  self->tool = g_strdup ("select");
  self->colour = g_strdup ("parity");
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (update_dark), self, G_CONNECT_SWAPPED);
  update_dark (self);
}

GtkWidget *
cor_map_pane_new (CorSession *session, const CorMapBase *base)
{
  CorMapPane *self = g_object_new (COR_TYPE_MAP_PANE, NULL);

  self->session = g_object_ref (session);
  cor_map_base_show (base, self->view);
  return GTK_WIDGET (self);
}

CorMapView *
cor_map_pane_get_view (CorMapPane *self)
{
  g_return_val_if_fail (COR_IS_MAP_PANE (self), NULL);

  return self->view;
}
