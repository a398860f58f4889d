/* cor-map-paint.c: a whole picture of the base map, for paper and for pictures on disk.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-paint.h"

#include "cor-mercator.h"
#include "cor-tile-paint.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>

#define NBSP "\xc2\xa0"

gboolean
cor_map_paint (cairo_t *cr,
               const CorMapFrame *frame,
               CorTileArchive *archive,
               const CorMapRoads *roads,
               const CorMapStyle *style,
               GError **error)
{
  /* Tiles of the whole zoom below, enlarged: lines keep their weight on paper. */
  int z = (int) CLAMP (floor (frame->zoom + 1e-6), 0.0, 18.0);
  double factor = exp2 (frame->zoom - z);
  double edge = COR_TILE_SIZE * factor;
  int last = (1 << z) - 1;
  g_autoptr (GError) failure = NULL;

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, frame->width, frame->height);
  cairo_clip (cr);
  cor_map_set_colour (cr, style->land, 1.0);
  cairo_paint (cr);
  for (int y = (int) floor (frame->top / edge); y * edge < frame->top + frame->height; y++)
    for (int x = (int) floor (frame->left / edge); x * edge < frame->left + frame->width; x++)
      {
        if (y < 0 || y > last)
          continue;
        cairo_save (cr);
        cairo_translate (cr, x * edge - frame->left, y * edge - frame->top);
        cairo_scale (cr, factor, factor);
        cor_tile_paint (archive, NULL, style, cr, z, x & last, y, failure == NULL ? &failure : NULL);
        cairo_restore (cr);
      }
  if (roads != NULL)
    cor_map_roads_paint (roads, cr, style, frame->zoom, frame->left, frame->top, frame->width, frame->height);
  cairo_restore (cr);

  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* The largest of 1, 2, 5 × 10^n that is no larger than @value. */
static double
round_down (double value)
{
  double power = pow (10.0, floor (log10 (value)));
  double lead = value / power;

  return power * (lead >= 5.0 ? 5.0 : lead >= 2.0 ? 2.0 : 1.0);
}

double
cor_map_scale_length (const CorMapFrame *frame, double *metres)
{
  double lon, lat, metres_per_pixel;

  cor_map_frame_unproject (frame, frame->width / 2.0, frame->height / 2.0, &lon, &lat);
  metres_per_pixel = cor_mercator_metres_per_pixel (lat, frame->zoom);
  *metres = round_down (COR_MAP_SCALE_MAX * metres_per_pixel);
  return *metres / metres_per_pixel;
}

void
cor_map_paint_scale (cairo_t *cr, const CorMapFrame *frame, const CorMapStyle *style, double right, double bottom)
{
  double metres, length = cor_map_scale_length (frame, &metres);
  g_autofree char *text = NULL;
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string (COR_MAP_FONT);
  PangoRectangle extents;

  text = metres >= 1000.0 ? g_strdup_printf ("%.0f" NBSP "%s", metres / 1000.0, C_ ("unit", "km")) : g_strdup_printf ("%.0f" NBSP "%s", metres, C_ ("unit", "m"));

  pango_font_description_set_absolute_size (font, cor_map_frame_text (frame, 11.0) * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_extents (layout, NULL, &extents);

  cairo_save (cr);
  cairo_set_line_width (cr, 1.0);
  cor_map_set_colour (cr, style->city, 1.0);
  cairo_move_to (cr, floor (right - length) + 0.5, bottom - 5.0);
  cairo_line_to (cr, floor (right - length) + 0.5, floor (bottom) - 0.5);
  cairo_line_to (cr, floor (right) - 0.5, floor (bottom) - 0.5);
  cairo_line_to (cr, floor (right) - 0.5, bottom - 5.0);
  cairo_stroke (cr);
  cairo_move_to (cr, round (right - length / 2.0 - extents.width / 2.0), round (bottom - 4.0 - extents.height));
  pango_cairo_show_layout (cr, layout);
  cairo_restore (cr);
}
