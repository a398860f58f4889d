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
  gboolean low; /* there is little room */
  GtkDrawingArea *scale;
  GtkLabel *about;
  GtkToggleButton *more; /* all signs are explained */
  GtkDrawingArea *signs;
};

enum
{
  PROP_COLOUR = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (CorMapLegend, cor_map_legend, ADW_TYPE_BIN)

static gboolean
is_dark (void)
{
  return adw_style_manager_get_dark (adw_style_manager_get_default ());
}

static CorSceneKey
key_of (CorMapLegend *self)
{
  return gtk_toggle_button_get_active (self->more) ? COR_SCENE_KEY_ALL : COR_SCENE_KEY_LAYERS;
}

static void
draw_scale (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  cor_scene_legend_paint_scale (cr, COR_MAP_LEGEND (data)->colours, 0.0, 1.0, is_dark ());
}

static void
draw_signs (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  CorMapLegend *self = data;

  if (self->scene != NULL)
    cor_scene_legend_paint_signs (cr, self->scene, key_of (self), 0.0, 1.0, is_dark ());
}

/* The signs in words, for who does not see them. */
static void
speak_signs (CorMapLegend *self)
{
  CorSceneSign signs[COR_SCENE_MOST_SIGNS];
  guint n = cor_scene_legend_signs (self->scene, signs);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    if (key_of (self) == COR_SCENE_KEY_ALL || cor_scene_legend_is_layer (&signs[i]))
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", signs[i].text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->signs), GTK_ACCESSIBLE_PROPERTY_LABEL, text->str, -1);
}

static void
update (CorMapLegend *self)
{
  double height = self->scene != NULL ? cor_scene_legend_signs_height (self->scene, key_of (self)) : 0.0;
  double all = self->scene != NULL ? cor_scene_legend_signs_height (self->scene, COR_SCENE_KEY_ALL) : 0.0;

  gtk_label_set_label (self->about, cor_scene_legend_about (self->colours));
  gtk_widget_set_visible (GTK_WIDGET (self->more), all > 0.0);
  gtk_widget_set_visible (GTK_WIDGET (self->signs), height > 0.0);
  gtk_drawing_area_set_content_height (self->signs, (int)ceil (height) + 2);
  gtk_button_set_icon_name (GTK_BUTTON (self->more),
                            key_of (self) == COR_SCENE_KEY_ALL ? "pan-down-symbolic" : "pan-up-symbolic");
  if (height > 0.0)
    speak_signs (self);
  gtk_widget_queue_draw (GTK_WIDGET (self->scale));
  gtk_widget_queue_draw (GTK_WIDGET (self->signs));
}

/* Whether both have the same signs, so that what is painted of one serves for the other. */
static gboolean
same_signs (CorMapScene *a, CorMapScene *b)
{
  CorSceneSign of_a[COR_SCENE_MOST_SIGNS], of_b[COR_SCENE_MOST_SIGNS];
  guint n;

  if (a == NULL || b == NULL)
    return a == b;
  n = cor_scene_legend_signs (a, of_a);
  if (n != cor_scene_legend_signs (b, of_b))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (of_a[i].kind != of_b[i].kind || of_a[i].station != of_b[i].station || of_a[i].state != of_b[i].state
        || of_a[i].closed != of_b[i].closed || of_a[i].tint != of_b[i].tint || g_strcmp0 (of_a[i].text, of_b[i].text) != 0)
      return FALSE;
  return TRUE;
}

void
cor_map_legend_set_scene (CorMapLegend *self, CorMapScene *scene)
{
  gboolean same;

  g_return_if_fail (COR_IS_MAP_LEGEND (self));

  same = same_signs (scene, self->scene);
  if (scene != NULL)
    cor_map_scene_ref (scene);
  g_clear_pointer (&self->scene, cor_map_scene_unref);
  self->scene = scene;
  if (!same)
    update (self);
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
      update (self);
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
  gtk_widget_class_bind_template_child (widget_class, CorMapLegend, scale);
  gtk_widget_class_bind_template_child (widget_class, CorMapLegend, about);
  gtk_widget_class_bind_template_child (widget_class, CorMapLegend, more);
  gtk_widget_class_bind_template_child (widget_class, CorMapLegend, signs);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
cor_map_legend_init (CorMapLegend *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_content_width (self->scale, (int)COR_SCENE_LEGEND_WIDTH);
  gtk_drawing_area_set_content_height (self->scale, (int)ceil (COR_SCENE_SCALE_HEIGHT) + 1);
  gtk_drawing_area_set_draw_func (self->scale, draw_scale, self, NULL);
  gtk_drawing_area_set_draw_func (self->signs, draw_signs, self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Legend"), -1);
  update (self);
}

void
cor_map_legend_set_room (CorMapLegend *self, gboolean low)
{
  g_return_if_fail (COR_IS_MAP_LEGEND (self));

  if (self->low == low)
    return;
  self->low = low;
  gtk_toggle_button_set_active (self->more, !low);
}
