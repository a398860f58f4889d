/* cor-layer-picture.c: what a map layer draws, as one picture.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-layer-picture.h"

cairo_t *
cor_layer_picture_begin (GtkWidget *widget)
{
  int scale = gtk_widget_get_scale_factor (widget);
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, gtk_widget_get_width (widget) * scale, gtk_widget_get_height (widget) * scale);
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  cairo_surface_destroy (surface);
  return cr;
}

void
cor_layer_picture_end (cairo_t *cr, GtkWidget *widget, GtkSnapshot *snapshot)
{
  const graphene_rect_t bounds
      = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
  cairo_t *out = gtk_snapshot_append_cairo (snapshot, &bounds);

  cairo_set_source_surface (out, cairo_get_target (cr), 0.0, 0.0);
  cairo_paint (out);
  cairo_destroy (out);
  cairo_destroy (cr);
}
