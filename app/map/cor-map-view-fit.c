/* cor-map-view-fit.c: showing a whole box beside the controls that float over the map.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-view-private.h"

#include <math.h>

/* Pixels to leave around a box that is fitted. */
#define FIT_MARGIN 40.0

/* Pixels from which a control's width makes it matter for a fit. */
#define LARGE_CONTROL 120.0

/* Adds what floats in one overlay above the child that holds the map. */
static void
add_covered (CorMapView *self, GtkOverlay *overlay, GArray *covered)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (overlay)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      graphene_rect_t bounds;
      cairo_rectangle_int_t box;

      if (child == gtk_overlay_get_child (overlay) || !gtk_widget_get_mapped (child)
          || !gtk_widget_compute_bounds (child, GTK_WIDGET (self->map), &bounds))
        continue;
      box = (cairo_rectangle_int_t){ (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                                     (int) bounds.size.height };
      /* A sheet over everything is no control. */
      if (box.width < gtk_widget_get_width (GTK_WIDGET (self->map)) * 0.8)
        g_array_append_val (covered, box);
    }
}

GArray *
cor_map_view_get_covered (CorMapView *self)
{
  GArray *covered = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_int_t));

  g_return_val_if_fail (COR_IS_MAP_VIEW (self), covered);

  for (GtkWidget *w = GTK_WIDGET (self->overlay); w != NULL; w = gtk_widget_get_parent (w))
    if (GTK_IS_OVERLAY (w))
      add_covered (self, GTK_OVERLAY (w), covered);
  return covered;
}

/* What controls take of each side of the map, in pixels. */
typedef struct
{
  double left, top, right, bottom;
} Insets;

/* A control in a lower corner takes either the bottom or its side; @aside says which. */
static Insets
insets_of (const GArray *covered, double width, double height, gboolean aside)
{
  Insets insets = { 0 };

  for (guint i = 0; i < covered->len; i++)
    {
      const cairo_rectangle_int_t *c = &g_array_index (covered, cairo_rectangle_int_t, i);

      if (c->width < LARGE_CONTROL)
        {
          /* A column of buttons at the edge; the margin covers a part of it. */
          if (c->x + c->width / 2.0 > width * 0.75)
            insets.right = MAX (insets.right, width - c->x - FIT_MARGIN / 2.0);
          continue;
        }
      if (c->y + c->height / 2.0 < height / 2.0)
        insets.top = MAX (insets.top, c->y + c->height);
      else if (!aside || c->height < LARGE_CONTROL / 2.0)
        insets.bottom = MAX (insets.bottom, height - c->y);
      else if (c->x + c->width / 2.0 < width / 2.0)
        insets.left = MAX (insets.left, c->x + c->width);
      else
        insets.right = MAX (insets.right, width - c->x);
    }
  return insets;
}

static void
apply_fit (CorMapView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->map)), height = gtk_widget_get_height (GTK_WIDGET (self->map));
  g_autoptr (GArray) covered = NULL;
  CorMapFrame best = { 0 };
  Insets best_insets = { 0 };
  double lon, lat;

  if (!self->fit_pending || width <= 0 || height <= 0)
    return;
  self->fit_pending = FALSE;
  covered = cor_map_view_get_covered (self);
  for (int aside = 0; aside < 2; aside++)
    {
      Insets in = insets_of (covered, width, height, aside);
      CorMapFrame frame;

      cor_map_frame_fit (&frame, self->fit[0], self->fit[1], self->fit[2], self->fit[3], width - in.left - in.right,
                         height - in.top - in.bottom, FIT_MARGIN);
      if (aside == 0 || frame.zoom > best.zoom)
        {
          best = frame;
          best_insets = in;
        }
    }
  cor_map_frame_unproject (&best, width / 2.0 - best_insets.left, height / 2.0 - best_insets.top, &lon, &lat);
  cor_map_view_center_on (self, lon, lat, best.zoom);
}

/* Waits for the first size. */
static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  CorMapView *self = COR_MAP_VIEW (widget);

  apply_fit (self);
  return self->fit_pending ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

void
cor_map_view_fit (CorMapView *self, double west, double south, double east, double north)
{
  g_return_if_fail (COR_IS_MAP_VIEW (self));
  g_return_if_fail (west <= east && south <= north);

  if (!self->fit_pending)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
  self->fit_pending = TRUE;
  self->fit[0] = west;
  self->fit[1] = south;
  self->fit[2] = east;
  self->fit[3] = north;
}
