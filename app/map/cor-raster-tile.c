/* cor-raster-tile.c: a picture tile (PNG, JPEG, WebP) of a map file, painted with cairo.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-raster-tile.h"

#include "cor-mercator.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Largest edge of a tile in pixels; 256 and 512 are usual. */
#define MAX_EDGE 2048

static void
on_size_prepared (GdkPixbufLoader *loader, int width, int height, gpointer too_large)
{
  if (width > MAX_EDGE || height > MAX_EDGE)
    {
      *(gboolean *) too_large = TRUE;
      gdk_pixbuf_loader_set_size (loader, 0, 0); /* ends it */
    }
}

/* So many bytes are decoded at a time: a picture that is too large is left once it says its size. */
#define CHUNK_BYTES 4096u

static gboolean
is_webp (const guint8 *data, gsize size)
{
  return size >= 12 && memcmp (data, "RIFF", 4) == 0 && memcmp (data + 8, "WEBP", 4) == 0;
}

static GdkPixbuf *
load (GBytes *bytes, GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  g_autoptr (GError) failure = NULL;
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  gboolean too_large = FALSE;
  gboolean written = size > 0;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_size_prepared), &too_large);
  for (gsize at = 0; at < size && written && !too_large; at += CHUNK_BYTES)
    written = gdk_pixbuf_loader_write (loader, data + at, MIN (size - at, CHUNK_BYTES), &failure);
  written = gdk_pixbuf_loader_close (loader, failure == NULL && !too_large ? &failure : NULL) && written;
  if (too_large)
    g_set_error (error, COR_TILE_ERROR, COR_TILE_ERROR_TOO_LARGE, _ ("a map tile is wider than %d pixels"), MAX_EDGE);
  else if (size == 0)
    g_set_error_literal (error, COR_TILE_ERROR, COR_TILE_ERROR_FORMAT, _ ("a map tile is empty"));
  else if (written && gdk_pixbuf_loader_get_pixbuf (loader) != NULL)
    return g_object_ref (gdk_pixbuf_loader_get_pixbuf (loader));
  else if (is_webp (data, size))
    g_set_error_literal (error, COR_TILE_ERROR, COR_TILE_ERROR_FORMAT,
                         _ ("a map tile is a WebP picture, for which this computer has no reader"));
  else
    g_set_error (error, COR_TILE_ERROR, COR_TILE_ERROR_FORMAT, _ ("a map tile is no picture that can be read: %s"),
                 failure != NULL ? failure->message : _ ("it is cut off"));
  return NULL;
}

/* Cairo wants premultiplied native-endian words, the pixbuf has plain bytes. */
static cairo_surface_t *
to_surface (GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  int channels = gdk_pixbuf_get_n_channels (pixbuf);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  guint8 *target = cairo_image_surface_get_data (surface);

  for (int row = 0; row < height; row++)
    {
      const guint8 *p = gdk_pixbuf_read_pixels (pixbuf) + (gsize) row * (gsize) gdk_pixbuf_get_rowstride (pixbuf);
      guint32 *q = (guint32 *) (gpointer) (target + (gsize) row * (gsize) cairo_image_surface_get_stride (surface));

      for (int column = 0; column < width; column++, p += channels)
        {
          guint32 a = channels == 4 ? p[3] : 255;

          q[column] = a << 24 | (p[0] * a / 255) << 16 | (p[1] * a / 255) << 8 | (p[2] * a / 255);
        }
    }
  cairo_surface_mark_dirty (surface);
  return surface;
}

gboolean
cor_raster_tile_paint (GBytes *bytes, cairo_t *cr, int z, int x, int y, int found_z, GError **error)
{
  g_autoptr (GdkPixbuf) pixbuf = load (bytes, error);
  int levels = z - found_z;
  double enlarged = COR_TILE_SIZE * exp2 (levels);
  cairo_surface_t *surface;

  if (pixbuf == NULL)
    return FALSE;
  surface = to_surface (pixbuf);
  cairo_save (cr);
  cairo_translate (cr, -(double) (x & ((1 << levels) - 1)) * COR_TILE_SIZE,
                   -(double) (y & ((1 << levels) - 1)) * COR_TILE_SIZE);
  cairo_scale (cr, enlarged / gdk_pixbuf_get_width (pixbuf), enlarged / gdk_pixbuf_get_height (pixbuf));
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_surface_destroy (surface);
  return TRUE;
}
