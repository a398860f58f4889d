/* cor-magnifier.c: shows a widget larger than it is, for those who sit at the back of a room.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-magnifier.h"

#include <math.h>

struct _CorMagnifier
{
  GtkWidget parent_instance;

  GtkWidget *child;
  double factor;
};

G_DEFINE_FINAL_TYPE (CorMagnifier, cor_magnifier, GTK_TYPE_WIDGET)

static void
cor_magnifier_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  CorMagnifier *self = COR_MAGNIFIER (widget);

  gtk_widget_measure (self->child, orientation,
                      for_size < 0 ? -1 : (int)floor (for_size / self->factor), minimum, natural,
                      NULL, NULL);
  *minimum = (int)ceil (*minimum * self->factor);
  *natural = (int)ceil (*natural * self->factor);
}

static void
cor_magnifier_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CorMagnifier *self = COR_MAGNIFIER (widget);
  float factor = (float)self->factor;

  gtk_widget_allocate (self->child, (int)ceil (width / self->factor),
                       (int)ceil (height / self->factor), -1,
                       gsk_transform_scale (NULL, factor, factor));
}

static void
cor_magnifier_dispose (GObject *object)
{
  CorMagnifier *self = COR_MAGNIFIER (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);
  G_OBJECT_CLASS (cor_magnifier_parent_class)->dispose (object);
}

static void
cor_magnifier_class_init (CorMagnifierClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_magnifier_dispose;
  widget_class->measure = cor_magnifier_measure;
  widget_class->size_allocate = cor_magnifier_size_allocate;
}

static void
cor_magnifier_init (CorMagnifier *self)
{
  self->factor = 1.0;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
cor_magnifier_new (GtkWidget *child)
{
  CorMagnifier *self = g_object_new (COR_TYPE_MAGNIFIER, NULL);

  self->child = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

void
cor_magnifier_set_factor (CorMagnifier *self, double factor)
{
  g_return_if_fail (COR_IS_MAGNIFIER (self));
  g_return_if_fail (factor >= 1.0 && factor <= 8.0);

  if (self->factor == factor)
    return;
  self->factor = factor;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
