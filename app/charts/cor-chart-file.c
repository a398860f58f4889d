/* cor-chart-file.c: a chart as a file: SVG, PNG or CSV.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-chart-file.h"

#include <cairo-svg.h>
#include <string.h>

gboolean
cor_chart_format_for (const char *name, CorChartFormat *format)
{
  static const char *const endings[] = { ".svg", ".png", ".csv" };
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      {
        *format = (CorChartFormat)i;
        return TRUE;
      }
  return FALSE;
}

static cairo_status_t
append (void *bytes, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Cairo numbers its surfaces as they come; here there is one, and it has a name. */
static void
name_surface (GByteArray *bytes)
{
  static const char mark[] = "<g id=\"surface";
  char *at = g_strstr_len ((char *)bytes->data, (gssize)bytes->len, mark);
  guint from, n = 0;

  if (at == NULL)
    return;
  from = (guint)((guint8 *)at - bytes->data) + (guint)strlen (mark);
  while (from + n < bytes->len && g_ascii_isdigit (bytes->data[from + n]))
    n++;
  if (n > 1)
    g_byte_array_remove_range (bytes, from, n - 1);
  if (n > 0)
    bytes->data[from] = '1';
}

static GBytes *
drawing (const CorChart *chart, double width, double height, const CorChartTheme *theme)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (append, bytes, width, height);
  cairo_t *cr = cairo_create (surface);

  cor_chart_draw (chart, cr, width, height, theme);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  name_surface (bytes);
  return g_byte_array_free_to_bytes (bytes);
}

static GBytes *
image (const CorChart *chart, double width, double height, double scale, const CorChartTheme *theme)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)(width * scale), (int)(height * scale));
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  cor_chart_draw (chart, cr, width, height, theme);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, append, bytes);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

GBytes *
cor_chart_file (const CorChart *chart,
                CorChartFormat format,
                double width,
                double height,
                double scale,
                const CorChartTheme *theme)
{
  CorChartTheme painted = *theme;
  char *text;

  painted.paint_ground = TRUE;
  switch (format)
    {
    case COR_CHART_FILE_SVG:
      return drawing (chart, width, height, &painted);
    case COR_CHART_FILE_PNG:
      return image (chart, width, height, scale, &painted);
    default:
      text = cor_chart_to_csv (chart);
      return g_bytes_new_take (text, strlen (text));
    }
}
