/* cor-map-thumb.c: a small still map of a scenario and its results.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-thumb.h"

#include "cor-format.h"
#include "cor-map-content.h"
#include "cor-map-paint.h"
#include "cor-map-scene-paint.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Space around what is shown, pixels of the picture that is made smaller. */
#define MARGIN 26

/* The map is painted larger than it is shown, so that signs are small beside the lines. */
#define SMALLER 1.8

struct _CorMapThumb
{
  GtkWidget parent_instance;

  const CorMapBase *base;
  CorResults *results;
  CorMapScene *scene;
  double box[4];
  gboolean has_box;
  cairo_surface_t *picture; /* of the size and look that it was last drawn in */
  int width, height, scale;
  gboolean dark;
};

G_DEFINE_FINAL_TYPE (CorMapThumb, cor_map_thumb, GTK_TYPE_WIDGET)

static void
forget_picture (CorMapThumb *self)
{
  g_clear_pointer (&self->picture, cairo_surface_destroy);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static CorMapScene *
scene_of (const CorResults *results)
{
  CorMapContent content = { .scenario = results->scenario,
                            .results = results,
                            .colour = "parity",
                            .selected_kind = COR_ITEM_HEAD,
                            .zh = cor_format_is_chinese (NULL) };

  return cor_map_content_build (&content);
}

static void
frame_for (CorMapThumb *self, CorMapFrame *frame)
{
  double *box = self->box;

  if (self->has_box)
    cor_map_frame_fit (frame, box[0], box[1], box[2], box[3], self->width * SMALLER, self->height * SMALLER, MARGIN);
  else
    cor_map_frame_init (frame, 113.9, 22.7, 7, self->width * SMALLER, self->height * SMALLER);
}

static void
draw (CorMapThumb *self, int width, int height)
{
  const CorMapSceneState still = { 0 };
  cairo_t *cr;
  CorMapFrame frame;

  self->width = width;
  self->height = height;
  self->scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  self->dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  g_clear_pointer (&self->picture, cairo_surface_destroy);
  self->picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * self->scale, height * self->scale);
  cairo_surface_set_device_scale (self->picture, self->scale, self->scale);
  cr = cairo_create (self->picture);
  frame_for (self, &frame);
  cairo_scale (cr, 1 / SMALLER, 1 / SMALLER);
  if (self->base->archive != NULL)
    cor_map_paint (cr, &frame, self->base->archive, self->base->roads, cor_map_style_get (self->dark), NULL);
  cor_map_scene_paint_lines (self->scene, cr, &frame, self->dark);
  cor_map_scene_paint_marks (self->scene, cr, &frame, self->dark, &still);
  cairo_destroy (cr);
}

static void
cor_map_thumb_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CorMapThumb *self = COR_MAP_THUMB (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  cairo_t *cr;

  if (self->scene == NULL || width < 1 || height < 1)
    return;
  if (self->picture == NULL || self->width != width || self->height != height || self->dark != dark
      || self->scale != gtk_widget_get_scale_factor (widget))
    draw (self, width, height);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_set_source_surface (cr, self->picture, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
}

static void
cor_map_thumb_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 150 : 150;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 230 : 170;
}

static void
cor_map_thumb_finalize (GObject *object)
{
  CorMapThumb *self = COR_MAP_THUMB (object);

  g_clear_pointer (&self->picture, cairo_surface_destroy);
  g_clear_pointer (&self->scene, cor_map_scene_unref);
  g_clear_pointer (&self->results, cor_results_unref);
  G_OBJECT_CLASS (cor_map_thumb_parent_class)->finalize (object);
}

static void
cor_map_thumb_class_init (CorMapThumbClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cor_map_thumb_finalize;
  widget_class->snapshot = cor_map_thumb_snapshot;
  widget_class->measure = cor_map_thumb_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
cor_map_thumb_init (CorMapThumb *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (GTK_WIDGET (self), "cor-thumb");
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (forget_picture), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
cor_map_thumb_new (const CorMapBase *base)
{
  CorMapThumb *self = g_object_new (COR_TYPE_MAP_THUMB, NULL);

  self->base = base;
  return GTK_WIDGET (self);
}

gboolean
cor_map_thumb_bounds (const CorResults *results, double box[4])
{
  g_autoptr (CorMapScene) scene = scene_of (results);

  return cor_map_scene_get_bounds (scene, box);
}

void
cor_map_thumb_show (CorMapThumb *self, CorResults *results, const double *box)
{
  g_return_if_fail (COR_IS_MAP_THUMB (self));

  if (results != self->results)
    {
      g_clear_pointer (&self->scene, cor_map_scene_unref);
      g_clear_pointer (&self->results, cor_results_unref);
      self->results = results != NULL ? cor_results_ref (results) : NULL;
      self->scene = results != NULL ? scene_of (results) : NULL;
    }
  self->has_box = box != NULL;
  if (box != NULL)
    memcpy (self->box, box, sizeof self->box);
  else if (self->scene != NULL)
    self->has_box = cor_map_scene_get_bounds (self->scene, self->box);
  forget_picture (self);
}
