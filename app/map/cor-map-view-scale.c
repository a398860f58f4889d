/* cor-map-view-scale.c: the scale of the map on a ground of its own, above all names, and where coordinates stand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-icons.h"
#include "cor-map-paint.h"
#include "cor-map-view-private.h"

#include <math.h>

/* Pixels around the bar, and as wide as its text is at least. */
#define PADDING 8.0
#define TEXT_WIDTH 46.0

/* Of the bar's ticks and the air above and below it, without letters. */
#define BAR_HEIGHT 13.0
#define TEXT_HEIGHT 14.0

/* Where coordinates stand: in the lower left corner, or else left of the scale. */
#define NOTE_EDGE 12
#define NOTE_BOTTOM 7
#define BESIDE_SCALE 150
#define ABOVE_ATTRIBUTION 32

static void
get_frame (CorMapView *self, CorMapFrame *frame)
{
  cor_map_view_get_frame (self, frame);
  frame->text_scale = cor_map_text_scale (GTK_WIDGET (self->map));
}

static void
draw (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  CorMapView *self = data;
  CorMapFrame frame;
  double ground, metres;

  get_frame (self, &frame);
  if (frame.width <= 0 || frame.height <= 0)
    return;
  ground = fmin (width, fmax (cor_map_scale_length (&frame, &metres), cor_map_frame_text (&frame, TEXT_WIDTH)) + 2.0 * PADDING);
  cor_map_icon_trace_box (cr, width - ground, 0.0, ground, height, 7.0);
  cor_map_set_colour (cr, self->dark ? 0x242424 : 0xffffff, 0.82);
  cairo_fill (cr);
  cor_map_paint_scale (cr, &frame, cor_map_style_get (self->dark), width - PADDING, height - 5.0);
}

static void
update_size (CorMapView *self)
{
  double letters = cor_map_text_scale (GTK_WIDGET (self->map));

  gtk_drawing_area_set_content_width (self->scale, (int) ceil (COR_MAP_SCALE_MAX + 2.0 * PADDING));
  gtk_drawing_area_set_content_height (self->scale, (int) ceil (BAR_HEIGHT + TEXT_HEIGHT * letters));
}

/* Drawn anew where the bar is another by a pixel. */
static void
on_moved (CorMapView *self)
{
  double metres, length;
  CorMapFrame frame;

  get_frame (self, &frame);
  if (frame.width <= 0 || frame.height <= 0)
    return;
  length = round (cor_map_scale_length (&frame, &metres));
  if (length == self->scale_shown[0] && metres == self->scale_shown[1])
    return;
  self->scale_shown[0] = length;
  self->scale_shown[1] = metres;
  gtk_widget_queue_draw (GTK_WIDGET (self->scale));
}

void
cor_map_view_add_scale (CorMapView *self)
{
  GtkWidget *widget = gtk_drawing_area_new ();
  ShumateViewport *viewport = shumate_map_get_viewport (self->map);

  self->scale = GTK_DRAWING_AREA (widget);
  gtk_widget_set_name (widget, "map-scale");
  gtk_drawing_area_set_draw_func (self->scale, draw, self, NULL);
  gtk_widget_set_halign (widget, GTK_ALIGN_END);
  gtk_widget_set_valign (widget, GTK_ALIGN_END);
  gtk_widget_set_margin_end (widget, 8);
  gtk_widget_set_margin_bottom (widget, 30);
  gtk_widget_set_can_target (widget, FALSE);
  update_size (self);
  cor_map_view_add_overlay (self, widget);
  g_signal_connect_object (viewport, "notify::zoom-level", G_CALLBACK (on_moved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (viewport, "notify::latitude", G_CALLBACK (on_moved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (widget), "notify::gtk-xft-dpi", G_CALLBACK (update_size), self, G_CONNECT_SWAPPED);
}

gboolean
cor_map_view_place_coordinates (GtkOverlay *overlay, GtkWidget *child, GdkRectangle *at, CorMapView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (overlay)), height = gtk_widget_get_height (GTK_WIDGET (overlay));
  int attribution = 0;

  if (child != GTK_WIDGET (self->coordinates))
    return FALSE;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &at->width, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, at->width, NULL, &at->height, NULL, NULL);
  if (gtk_widget_get_visible (GTK_WIDGET (self->attribution)))
    gtk_widget_measure (GTK_WIDGET (self->attribution), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &attribution, NULL, NULL);
  if (NOTE_EDGE + at->width + NOTE_EDGE + attribution <= width)
    {
      at->x = NOTE_EDGE;
      at->y = height - NOTE_BOTTOM - at->height;
    }
  else
    {
      at->x = MAX (0, width - BESIDE_SCALE - at->width);
      at->y = height - ABOVE_ATTRIBUTION - at->height;
    }
  return TRUE;
}
