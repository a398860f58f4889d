/* cor-map-view-fit.c: showing a whole box beside the controls that float over the map.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-view-private.h"

#include <math.h>

/* Pixels to leave around a box that is fitted. */
#define FIT_MARGIN 40.0

/* A map that is larger or smaller by less than that share still shows what was fitted, and stays where it is. */
#define SAME_SIZE 0.08

/* As many frames are waited for controls to have their place; the first of them always. */
#define MOST_WAITS 5

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

static void
apply_fit (CorMapView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->map)), height = gtk_widget_get_height (GTK_WIDGET (self->map));
  g_autoptr (GArray) covered = NULL;
  CorMapFrame frame;

  if (!self->fit_pending || width <= 0 || height <= 0)
    return;
  self->fit_pending = FALSE;
  covered = cor_map_view_get_covered (self);
  cor_map_frame_fit_around (&frame, (const double *) (void *) self->fit->data, self->fit->len / 2,
                            (const cairo_rectangle_int_t *) (void *) covered->data, covered->len, width, height, FIT_MARGIN);
  cor_map_frame_unproject (&frame, width / 2.0, height / 2.0, &self->fitted[0], &self->fitted[1]);
  self->fitted[2] = frame.zoom;
  self->fitted[3] = width;
  self->fitted[4] = height;
  cor_map_view_center_on (self, self->fitted[0], self->fitted[1], frame.zoom);
}

/* Whether a control was just shown, and has no place over the map yet. */
static gboolean
has_unplaced (CorMapView *self)
{
  for (GtkWidget *w = GTK_WIDGET (self->overlay); w != NULL; w = gtk_widget_get_parent (w))
    for (GtkWidget *child = GTK_IS_OVERLAY (w) ? gtk_widget_get_first_child (w) : NULL; child != NULL;
         child = gtk_widget_get_next_sibling (child))
      if (gtk_widget_get_mapped (child) && gtk_widget_get_width (child) == 0)
        return TRUE;
  return FALSE;
}

/* Waits for the first size, and for what is shown together with what is fitted to have its place over the map. */
static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  CorMapView *self = COR_MAP_VIEW (widget);

  if (self->fit_waits == MOST_WAITS || (self->fit_waits > 0 && has_unplaced (self)))
    self->fit_waits--;
  else
    apply_fit (self);
  return self->fit_pending ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
queue_fit (CorMapView *self)
{
  if (!self->fit_pending)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
  self->fit_pending = TRUE;
}

void
cor_map_view_fit_places (CorMapView *self, const double *lon_lat, guint n)
{
  g_return_if_fail (COR_IS_MAP_VIEW (self));
  g_return_if_fail (n > 0);

  g_array_set_size (self->fit, 0);
  g_array_append_vals (self->fit, lon_lat, 2 * n);
  self->fit_waits = MOST_WAITS;
  queue_fit (self);
}

void
cor_map_view_fit (CorMapView *self, double west, double south, double east, double north)
{
  const double corners[] = { west, south, west, north, east, south, east, north };

  g_return_if_fail (west <= east && south <= north);

  cor_map_view_fit_places (self, corners, 4);
}

void
cor_map_view_resized (CorMapView *self, int width, int height)
{
  CorMapFrame frame;
  double x, y;

  if (self->fit->len == 0 || self->fit_pending)
    return;
  if (fabs (width - self->fitted[3]) < SAME_SIZE * self->fitted[3] && fabs (height - self->fitted[4]) < SAME_SIZE * self->fitted[4])
    return;
  cor_map_view_get_frame (self, &frame);
  cor_map_frame_project (&frame, self->fitted[0], self->fitted[1], &x, &y);
  if (fabs (frame.zoom - self->fitted[2]) < 1e-3 && hypot (x - frame.width / 2.0, y - frame.height / 2.0) < 1.0)
    queue_fit (self);
}
