/* cor-map-legend.c: what the colours and signs on the map mean, and which colouring is shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-legend.h"

#include "cor-scene-legend.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The names of #CorMapColours in the action. */
static const char *const colour_names[] = { "parity", "charge", "detour", "load", "emissions" };

struct _CorMapLegend
{
  AdwBin parent_instance;

  CorMapColours colours;
  CorMapScene *scene;
  gboolean no_signs; /* the colours alone are explained */
  GtkDrawingArea *key;
};

enum
{
  PROP_COLOUR = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (CorMapLegend, cor_map_legend, ADW_TYPE_BIN)

/* The scene whose signs are explained, or NULL. */
static CorMapScene *
explained (CorMapLegend *self)
{
  return self->no_signs ? NULL : self->scene;
}

static void
draw_key (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  CorMapLegend *self = data;

  cor_scene_legend_paint (cr, explained (self), self->colours, 0.0, 1.0,
                          adw_style_manager_get_dark (adw_style_manager_get_default ()));
}

static void
update_key (CorMapLegend *self)
{
  gtk_drawing_area_set_content_width (self->key, (int)COR_SCENE_LEGEND_WIDTH);
  gtk_drawing_area_set_content_height (
      self->key, (int)ceil (cor_scene_legend_get_height (explained (self))) + 2);
  gtk_widget_queue_draw (GTK_WIDGET (self->key));
}

void
cor_map_legend_set_scene (CorMapLegend *self, CorMapScene *scene)
{
  g_return_if_fail (COR_IS_MAP_LEGEND (self));

  if (scene != NULL)
    cor_map_scene_ref (scene);
  g_clear_pointer (&self->scene, cor_map_scene_unref);
  self->scene = scene;
  update_key (self);
}

static void
cor_map_legend_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CorMapLegend *self = COR_MAP_LEGEND (object);

  switch (id)
    {
    case PROP_COLOUR:
      for (guint i = 0; i < G_N_ELEMENTS (colour_names); i++)
        if (g_strcmp0 (colour_names[i], g_value_get_string (value)) == 0)
          self->colours = (CorMapColours)i;
      gtk_widget_queue_draw (GTK_WIDGET (self->key));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cor_map_legend_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_COLOUR:
      g_value_set_string (value, colour_names[COR_MAP_LEGEND (object)->colours]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cor_map_legend_dispose (GObject *object)
{
  g_clear_pointer (&COR_MAP_LEGEND (object)->scene, cor_map_scene_unref);
  G_OBJECT_CLASS (cor_map_legend_parent_class)->dispose (object);
}

static void
cor_map_legend_class_init (CorMapLegendClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cor_map_legend_get_property;
  object_class->set_property = cor_map_legend_set_property;
  object_class->dispose = cor_map_legend_dispose;
  props[PROP_COLOUR] = g_param_spec_string ("colour", NULL, NULL, "parity",
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/corridor_planner/Corridor/cor-map-legend.ui");
  gtk_widget_class_bind_template_child (widget_class, CorMapLegend, key);
}

static void
cor_map_legend_init (CorMapLegend *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (self->key, draw_key, self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->key), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Legend"), -1);
  update_key (self);
}

void
cor_map_legend_set_signs (CorMapLegend *self, gboolean signs)
{
  g_return_if_fail (COR_IS_MAP_LEGEND (self));

  self->no_signs = !signs;
  update_key (self);
}
