/* cor-tile-picture.c: a tile as the renderer that draws with cairo wants it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-tile-picture.h"

#include <gtk/gtk.h>

struct _CorTilePicture
{
  GObject parent_instance;

  cairo_surface_t *surface;
};

static int
get_width (GdkPaintable *paintable)
{
  return cairo_image_surface_get_width (COR_TILE_PICTURE (paintable)->surface);
}

static int
get_height (GdkPaintable *paintable)
{
  return cairo_image_surface_get_height (COR_TILE_PICTURE (paintable)->surface);
}

static GdkPaintableFlags
get_flags (GdkPaintable *paintable)
{
  return GDK_PAINTABLE_STATIC_SIZE | GDK_PAINTABLE_STATIC_CONTENTS;
}

/* Opaque, so that it replaces what is below; enlarged or made smaller only while the zoom changes. */
static void
snapshot (GdkPaintable *paintable, GdkSnapshot *snapshot, double width, double height)
{
  cairo_surface_t *surface = COR_TILE_PICTURE (paintable)->surface;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  int columns = cairo_image_surface_get_width (surface), rows = cairo_image_surface_get_height (surface);

  cairo_scale (cr, width / columns, height / rows);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_rectangle (cr, 0, 0, columns, rows);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static void
paintable_init (GdkPaintableInterface *iface)
{
  iface->get_intrinsic_width = get_width;
  iface->get_intrinsic_height = get_height;
  iface->get_flags = get_flags;
  iface->snapshot = snapshot;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CorTilePicture, cor_tile_picture, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GDK_TYPE_PAINTABLE, paintable_init))

static void
cor_tile_picture_finalize (GObject *object)
{
  cairo_surface_destroy (COR_TILE_PICTURE (object)->surface);
  G_OBJECT_CLASS (cor_tile_picture_parent_class)->finalize (object);
}

static void
cor_tile_picture_class_init (CorTilePictureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cor_tile_picture_finalize;
}

static void
cor_tile_picture_init (CorTilePicture *self)
{
}

CorTilePicture *
cor_tile_picture_new (cairo_surface_t *surface)
{
  CorTilePicture *self = g_object_new (COR_TYPE_TILE_PICTURE, NULL);

  self->surface = surface;
  return self;
}
