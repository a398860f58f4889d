/* cor-label-layer.c: the map layer that writes place names.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-label-layer.h"

#include "cor-layer-picture.h"
#include "cor-map-labels.h"
#include "cor-map-scene-paint.h"

#include <string.h>

struct _CorLabelLayer
{
  ShumateLayer parent_instance;

  CorMapLabels *labels;
  CorMapScene *obstacles;
  GArray *taken; /* cairo_rectangle_int_t, or NULL */
  CorLayerPicture *picture;
  CorMapFrame shown_frame; /* what it shows, and ... */
  GArray *shown_free;      /* ... what the names in it keep clear of; NULL where it is to be drawn anew */
};

G_DEFINE_FINAL_TYPE (CorLabelLayer, cor_label_layer, SHUMATE_TYPE_LAYER)

void
cor_map_frame_from_viewport (CorMapFrame *self, ShumateViewport *viewport, double width, double height)
{
  cor_map_frame_init (self, shumate_location_get_longitude (SHUMATE_LOCATION (viewport)),
                      shumate_location_get_latitude (SHUMATE_LOCATION (viewport)),
                      shumate_viewport_get_zoom_level (viewport), width, height);
}

/* Dots an inch at which letters have their usual size. */
#define USUAL_DPI 96.0

double
cor_map_text_scale (GtkWidget *widget)
{
  double dpi = pango_cairo_context_get_resolution (gtk_widget_get_pango_context (widget));

  return dpi > 0 ? CLAMP (dpi / USUAL_DPI, 1.0, COR_MAP_TEXT_SCALE_MAX) : 1.0;
}

/* Where names must not stand, of cairo_rectangle_int_t. */
static GArray *
find_free (CorLabelLayer *self, const CorMapFrame *frame)
{
  GArray *boxes = self->obstacles != NULL ? cor_map_scene_keep_free (self->obstacles, frame)
                                          : g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_int_t));

  if (self->taken != NULL && self->taken->len > 0)
    g_array_append_vals (boxes, self->taken->data, self->taken->len);
  return boxes;
}

static gboolean
is_same_frame (const CorMapFrame *a, const CorMapFrame *b)
{
  return a->zoom == b->zoom && a->left == b->left && a->top == b->top && a->width == b->width && a->height == b->height
         && a->text_scale == b->text_scale;
}

/* Whether the picture shows just that: a station that is dragged elsewhere changes no name. */
static gboolean
is_shown (CorLabelLayer *self, const CorMapFrame *frame, const GArray *keep_free)
{
  return self->shown_free != NULL && is_same_frame (&self->shown_frame, frame) && self->shown_free->len == keep_free->len
         && (keep_free->len == 0
             || memcmp (self->shown_free->data, keep_free->data, keep_free->len * sizeof (cairo_rectangle_int_t)) == 0);
}

static void
cor_label_layer_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CorLabelLayer *self = COR_LABEL_LAYER (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  g_autoptr (GArray) keep_free = NULL;
  CorMapFrame frame;
  cairo_t *cr;

  if (self->labels == NULL || width <= 0 || height <= 0)
    return;
  cor_map_frame_from_viewport (&frame, shumate_layer_get_viewport (SHUMATE_LAYER (self)), width, height);
  frame.text_scale = cor_map_text_scale (widget);
  keep_free = find_free (self, &frame);
  if (is_shown (self, &frame, keep_free) && cor_layer_picture_again (self->picture, widget, snapshot))
    return;
  cr = cor_layer_picture_begin (self->picture, widget);
  cor_map_labels_paint (self->labels, cr, &frame, keep_free);
  cor_layer_picture_end (self->picture, cr, snapshot);
  g_clear_pointer (&self->shown_free, g_array_unref);
  self->shown_free = g_steal_pointer (&keep_free);
  self->shown_frame = frame;
}

static void
cor_label_layer_constructed (GObject *object)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (object));

  G_OBJECT_CLASS (cor_label_layer_parent_class)->constructed (object);
  g_signal_connect_object (viewport, "notify", G_CALLBACK (gtk_widget_queue_draw), object, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (object)), "notify::gtk-xft-dpi", G_CALLBACK (gtk_widget_queue_draw),
                           object, G_CONNECT_SWAPPED);
}

static void
cor_label_layer_finalize (GObject *object)
{
  g_clear_pointer (&COR_LABEL_LAYER (object)->labels, cor_map_labels_free);
  g_clear_pointer (&COR_LABEL_LAYER (object)->obstacles, cor_map_scene_unref);
  g_clear_pointer (&COR_LABEL_LAYER (object)->taken, g_array_unref);
  g_clear_pointer (&COR_LABEL_LAYER (object)->shown_free, g_array_unref);
  cor_layer_picture_free (COR_LABEL_LAYER (object)->picture);
  G_OBJECT_CLASS (cor_label_layer_parent_class)->finalize (object);
}

static void
cor_label_layer_class_init (CorLabelLayerClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = cor_label_layer_constructed;
  G_OBJECT_CLASS (klass)->finalize = cor_label_layer_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = cor_label_layer_snapshot;
}

static void
cor_label_layer_init (CorLabelLayer *self)
{
  self->picture = cor_layer_picture_new ();
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

CorLabelLayer *
cor_label_layer_new (ShumateViewport *viewport)
{
  return g_object_new (COR_TYPE_LABEL_LAYER, "viewport", viewport, NULL);
}

void
cor_label_layer_set (CorLabelLayer *self, CorPlaces *places, const CorMapStyle *style, gboolean chinese)
{
  g_return_if_fail (COR_IS_LABEL_LAYER (self));

  g_clear_pointer (&self->labels, cor_map_labels_free);
  g_clear_pointer (&self->shown_free, g_array_unref);
  if (places != NULL)
    self->labels = cor_map_labels_new (places, style, chinese, FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
cor_label_layer_set_obstacles (CorLabelLayer *self, CorMapScene *scene)
{
  g_return_if_fail (COR_IS_LABEL_LAYER (self));

  if (scene != NULL)
    cor_map_scene_ref (scene);
  g_clear_pointer (&self->obstacles, cor_map_scene_unref);
  self->obstacles = scene;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
cor_label_layer_set_taken (CorLabelLayer *self, GArray *boxes)
{
  g_return_if_fail (COR_IS_LABEL_LAYER (self));

  g_array_ref (boxes);
  g_clear_pointer (&self->taken, g_array_unref);
  self->taken = boxes;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
