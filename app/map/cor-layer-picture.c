/* cor-layer-picture.c: what a map layer draws, as pictures of square pieces of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-layer-picture.h"

#include <math.h>
#include <string.h>

/* Pixels of the screen along an edge of a piece. */
#define EDGE 128

struct _CorLayerPicture
{
  int width, height; /* of the widget, pixels */
  double scale;      /* pixels of the screen in each */
  cairo_surface_t *shown;   /* what the pieces show, or NULL */
  cairo_surface_t *next;    /* what is drawn on */
  GPtrArray *pieces;        /* GskRenderNode, row by row; those that did not change stay what they were */
  guint renewed;
};

CorLayerPicture *
cor_layer_picture_new (void)
{
  CorLayerPicture *self = g_new0 (CorLayerPicture, 1);

  self->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_render_node_unref);
  return self;
}

void
cor_layer_picture_free (CorLayerPicture *self)
{
  g_clear_pointer (&self->shown, cairo_surface_destroy);
  g_clear_pointer (&self->next, cairo_surface_destroy);
  g_ptr_array_unref (self->pieces);
  g_free (self);
}

static cairo_surface_t *
new_surface (int width, int height, double scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);

  cairo_surface_set_device_scale (surface, scale, scale);
  return surface;
}

/* Of the screen in one of the widget, magnified where something around it is. */
static double
find_scale (GtkWidget *widget)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));
  graphene_matrix_t to_root;
  double factor = gtk_widget_get_scale_factor (widget);

  if (root != NULL && gtk_widget_compute_transform (widget, root, &to_root))
    factor *= graphene_matrix_get_x_scale (&to_root);
  return factor;
}

static gboolean
fits (const CorLayerPicture *self, GtkWidget *widget)
{
  return gtk_widget_get_width (widget) == self->width && gtk_widget_get_height (widget) == self->height
         && find_scale (widget) == self->scale;
}

static int
pixels_along (int length, const CorLayerPicture *self)
{
  return (int) ceil (length * self->scale);
}

cairo_t *
cor_layer_picture_begin (CorLayerPicture *self, GtkWidget *widget)
{
  cairo_t *cr;

  if (!fits (self, widget))
    {
      g_clear_pointer (&self->shown, cairo_surface_destroy);
      g_clear_pointer (&self->next, cairo_surface_destroy);
      g_ptr_array_set_size (self->pieces, 0);
      self->width = gtk_widget_get_width (widget);
      self->height = gtk_widget_get_height (widget);
      self->scale = find_scale (widget);
    }
  if (self->next == NULL)
    self->next = new_surface (pixels_along (self->width, self), pixels_along (self->height, self), self->scale);
  cr = cairo_create (self->next);
  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_paint (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
  return cr;
}

static const guint32 *
pixels (cairo_surface_t *surface, int x, int y)
{
  return (const guint32 *) (gpointer) (cairo_image_surface_get_data (surface) + (gsize) y * cairo_image_surface_get_stride (surface)) + x;
}

/* Whether both pictures show the same there. */
static gboolean
is_same (cairo_surface_t *a, cairo_surface_t *b, const cairo_rectangle_int_t *piece)
{
  for (int y = piece->y; y < piece->y + piece->height; y++)
    if (memcmp (pixels (a, piece->x, y), pixels (b, piece->x, y), sizeof (guint32) * piece->width) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
is_empty (cairo_surface_t *surface, const cairo_rectangle_int_t *piece)
{
  for (int y = piece->y; y < piece->y + piece->height; y++)
    {
      const guint32 *row = pixels (surface, piece->x, y);
      guint32 any = 0;

      for (int x = 0; x < piece->width; x++)
        any |= row[x];
      if (any != 0)
        return FALSE;
    }
  return TRUE;
}

/* A copy of the piece, kept by what draws it. */
static GskRenderNode *
new_piece (const CorLayerPicture *self, const cairo_rectangle_int_t *piece)
{
  double scale = self->scale;
  GskRenderNode *node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT ((float) (piece->x / scale), (float) (piece->y / scale),
                                                                 (float) (piece->width / scale), (float) (piece->height / scale)));
  cairo_surface_t *copy;
  cairo_t *cr;

  /* There all the same, so that each piece keeps its place among the others. */
  if (is_empty (self->next, piece))
    return node;
  copy = new_surface (piece->width, piece->height, self->scale);
  for (int y = 0; y < piece->height; y++)
    memcpy (cairo_image_surface_get_data (copy) + (gsize) y * cairo_image_surface_get_stride (copy),
            pixels (self->next, piece->x, piece->y + y), sizeof (guint32) * piece->width);
  cairo_surface_mark_dirty (copy);
  cr = gsk_cairo_node_get_draw_context (node);
  cairo_set_source_surface (cr, copy, piece->x / scale, piece->y / scale);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (copy);
  return node;
}

static void
renew (CorLayerPicture *self, guint index, const cairo_rectangle_int_t *piece)
{
  if (index < self->pieces->len && self->shown != NULL && is_same (self->shown, self->next, piece))
    return;
  self->renewed++;
  if (index < self->pieces->len)
    {
      gsk_render_node_unref (self->pieces->pdata[index]);
      self->pieces->pdata[index] = new_piece (self, piece);
    }
  else
    g_ptr_array_add (self->pieces, new_piece (self, piece));
}

static void
show (const CorLayerPicture *self, GtkSnapshot *snapshot)
{
  for (guint i = 0; i < self->pieces->len; i++)
    gtk_snapshot_append_node (snapshot, self->pieces->pdata[i]);
}

gboolean
cor_layer_picture_again (CorLayerPicture *self, GtkWidget *widget, GtkSnapshot *snapshot)
{
  if (!fits (self, widget))
    return FALSE;
  show (self, snapshot);
  return TRUE;
}

void
cor_layer_picture_end (CorLayerPicture *self, cairo_t *cr, GtkSnapshot *snapshot)
{
  int width = pixels_along (self->width, self), height = pixels_along (self->height, self);
  /* Between pieces whose edges lie within a pixel of the screen there would be seams. */
  int edge = self->scale == floor (self->scale) ? EDGE : MAX (width, height);
  cairo_surface_t *shown = self->shown;
  guint index = 0;

  cairo_destroy (cr);
  cairo_surface_flush (self->next);
  self->renewed = 0;
  for (int y = 0; y < height; y += edge)
    for (int x = 0; x < width; x += edge)
      renew (self, index++, &(cairo_rectangle_int_t){ x, y, MIN (edge, width - x), MIN (edge, height - y) });
  self->shown = self->next;
  self->next = shown;
  show (self, snapshot);
}

guint
cor_layer_picture_get_renewed (const CorLayerPicture *self)
{
  return self->renewed;
}
