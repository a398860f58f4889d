/* cor-legend-view.c: the legend on the map, with the choice of what the routes' colours say.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-legend-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define N_COLOURS 3

struct _CorLegendView
{
  GtkBox parent_instance;

  GtkToggleButton *buttons[N_COLOURS];
  GtkDrawingArea *area;
  CorMapScene *scene;
  CorMapColours colours;
  gboolean dark;
};

G_DEFINE_FINAL_TYPE (CorLegendView, cor_legend_view, GTK_TYPE_BOX)

enum
{
  PROP_COLOURS = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
draw (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  CorLegendView *self = data;

  cor_map_legend_paint (cr, self->scene, self->colours, 1.0, 2.0, self->dark);
}

static void
on_toggled (GtkToggleButton *button, CorLegendView *self)
{
  for (int i = 0; i < N_COLOURS; i++)
    if (button == self->buttons[i] && gtk_toggle_button_get_active (button))
      g_object_set (self, "colours", i, NULL);
}

static void
cor_legend_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COLOURS)
    g_value_set_int (value, COR_LEGEND_VIEW (object)->colours);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
cor_legend_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CorLegendView *self = COR_LEGEND_VIEW (object);

  if (id != PROP_COLOURS)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  if (self->colours == (CorMapColours) g_value_get_int (value))
    return;
  self->colours = (CorMapColours) g_value_get_int (value);
  gtk_toggle_button_set_active (self->buttons[self->colours], TRUE);
  gtk_widget_queue_draw (GTK_WIDGET (self->area));
  g_object_notify_by_pspec (object, props[PROP_COLOURS]);
}

static void
cor_legend_view_dispose (GObject *object)
{
  g_clear_pointer (&COR_LEGEND_VIEW (object)->scene, cor_map_scene_unref);
  G_OBJECT_CLASS (cor_legend_view_parent_class)->dispose (object);
}

static void
cor_legend_view_class_init (CorLegendViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cor_legend_view_get_property;
  object_class->set_property = cor_legend_view_set_property;
  object_class->dispose = cor_legend_view_dispose;
  props[PROP_COLOURS] = g_param_spec_int ("colours", NULL, NULL, 0, N_COLOURS - 1, COR_MAP_COLOURS_PARITY,
                                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
add_buttons (CorLegendView *self)
{
  const char *const names[N_COLOURS] = { _ ("Parity year"), _ ("Charge"), _ ("Detour") };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_halign (box, GTK_ALIGN_START);
  for (int i = 0; i < N_COLOURS; i++)
    {
      self->buttons[i] = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (names[i]));
      gtk_widget_add_css_class (GTK_WIDGET (self->buttons[i]), "cor-legend-choice");
      gtk_toggle_button_set_group (self->buttons[i], i > 0 ? self->buttons[0] : NULL);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->buttons[i]));
    }
  gtk_toggle_button_set_active (self->buttons[0], TRUE);
  for (int i = 0; i < N_COLOURS; i++)
    g_signal_connect (self->buttons[i], "toggled", G_CALLBACK (on_toggled), self);
  gtk_box_append (GTK_BOX (self), box);
}

static void
update_size (CorLegendView *self)
{
  gtk_drawing_area_set_content_width (self->area, (int) COR_MAP_LEGEND_WIDTH + 2);
  gtk_drawing_area_set_content_height (self->area, (int) ceil (cor_map_legend_get_height (self->scene)) + 3);
  gtk_widget_queue_draw (GTK_WIDGET (self->area));
}

static void
cor_legend_view_init (CorLegendView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  gtk_widget_add_css_class (GTK_WIDGET (self), "cor-map-card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "cor-map-legend");
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_END);
  gtk_widget_set_margin_start (GTK_WIDGET (self), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self), 12);
  add_buttons (self);
  self->area = GTK_DRAWING_AREA (gtk_drawing_area_new ());
  gtk_drawing_area_set_draw_func (self->area, draw, self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Legend"), -1);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->area));
  update_size (self);
}

GtkWidget *
cor_legend_view_new (void)
{
  return g_object_new (COR_TYPE_LEGEND_VIEW, NULL);
}

void
cor_legend_view_set_scene (CorLegendView *self, CorMapScene *scene)
{
  g_return_if_fail (COR_IS_LEGEND_VIEW (self));

  if (scene != NULL)
    cor_map_scene_ref (scene);
  g_clear_pointer (&self->scene, cor_map_scene_unref);
  self->scene = scene;
  update_size (self);
}

void
cor_legend_view_set_dark (CorLegendView *self, gboolean dark)
{
  g_return_if_fail (COR_IS_LEGEND_VIEW (self));
  self->dark = !!dark;
  gtk_widget_queue_draw (GTK_WIDGET (self->area));
}
