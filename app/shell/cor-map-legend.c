/* cor-map-legend.c: what the colours and signs on the map mean, and which colouring is shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-legend.h"

#include "cor-map-tint.h"

#include <glib/gi18n-lib.h>

/* Steps of the bar at most. */
#define MAX_STEPS 8

/* A colouring: its name in the action, and its steps from left to right. */
typedef struct
{
  const char *colour;
  guint n;
  const char *labels[MAX_STEPS];
} Scale;

static const Scale scales[] = {
  { "parity", 8, { "≤ 2025", "2026", "2027", "2028", "–30", "–32", "–34", N_ ("later") } },
  { "charge", 5, { "0 %", "25", "50", "75", "100" } },
  { "detour", 5, { "0 %", "4", "8", "12", "16" } },
};

struct _CorMapLegend
{
  AdwBin parent_instance;

  const Scale *scale;
  GtkDrawingArea *bar;
  GtkBox *labels;
};

enum
{
  PROP_COLOUR = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (CorMapLegend, cor_map_legend, ADW_TYPE_BIN)

static CorMapTint
tint_of (const Scale *scale, guint step)
{
  static const int years[] = { 2025, 2026, 2027, 2028, 2030, 2032, 2034, 0 };

  if (g_str_equal (scale->colour, "parity"))
    return cor_map_tint_for_parity (years[step]);
  if (g_str_equal (scale->colour, "charge"))
    return cor_map_tint_for_charge (step / 4.0);
  return cor_map_tint_for_detour (step * 0.04);
}

static void
draw_bar (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  CorMapLegend *self = data;
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  double step = (double)width / self->scale->n;

  cairo_arc (cr, height / 2.0, height / 2.0, height / 2.0, G_PI_2, 3 * G_PI_2);
  cairo_arc (cr, width - height / 2.0, height / 2.0, height / 2.0, -G_PI_2, G_PI_2);
  cairo_clip (cr);
  for (guint i = 0; i < self->scale->n; i++)
    {
      guint32 rgb = cor_map_tint_rgb (tint_of (self->scale, i), dark);

      cairo_set_source_rgb (cr, (rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0,
                            (rgb & 255) / 255.0);
      cairo_rectangle (cr, i * step, 0, step, height);
      cairo_fill (cr);
    }
}

static void
fill_labels (CorMapLegend *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->labels))) != NULL)
    gtk_box_remove (self->labels, child);
  for (guint i = 0; i < self->scale->n; i++)
    {
      GtkWidget *label = gtk_label_new (_ (self->scale->labels[i]));

      gtk_widget_set_hexpand (label, TRUE);
      gtk_box_append (self->labels, label);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self->bar));
}

static void
cor_map_legend_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CorMapLegend *self = COR_MAP_LEGEND (object);

  switch (id)
    {
    case PROP_COLOUR:
      for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
        if (g_strcmp0 (scales[i].colour, g_value_get_string (value)) == 0)
          self->scale = &scales[i];
      fill_labels (self);
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
      g_value_set_string (value, COR_MAP_LEGEND (object)->scale->colour);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cor_map_legend_class_init (CorMapLegendClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cor_map_legend_get_property;
  object_class->set_property = cor_map_legend_set_property;
  props[PROP_COLOUR] = g_param_spec_string ("colour", NULL, NULL, "parity",
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/corridor_planner/Corridor/cor-map-legend.ui");
  gtk_widget_class_bind_template_child (widget_class, CorMapLegend, bar);
  gtk_widget_class_bind_template_child (widget_class, CorMapLegend, labels);
}

static void
cor_map_legend_init (CorMapLegend *self)
{
  self->scale = &scales[0];
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (self->bar, draw_bar, self, NULL);
  fill_labels (self);
}
