/* demo.c: writes a PNG of every chart, to look at: demo DIRECTORY [WIDTH HEIGHT [SCALE]].
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "samples.h"

#include <stdlib.h>

/* Pixels around a chart, and how much finer than the screen it is drawn. */
enum
{
  MARGIN = 16,
  FINE = 2
};

static void
write_chart (const char *directory,
             const char *name,
             CorLook look,
             gboolean chinese,
             int width,
             int height,
             double scale)
{
  g_autoptr (CorChart) chart = sample_chart (name, chinese);
  CorChartTheme theme = cor_chart_theme (look);
  theme.language = chinese ? "zh_CN" : "en";
  theme.scale = scale;
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, (width + 2 * MARGIN) * FINE, (height + 2 * MARGIN) * FINE);
  cairo_t *cr = cairo_create (surface);
  CorColor ground = cor_chart_theme_color (&theme, COR_ROLE_GROUND);
  cairo_set_source_rgb (cr, ground.red, ground.green, ground.blue);
  cairo_paint (cr);
  cairo_scale (cr, FINE, FINE);
  cairo_translate (cr, MARGIN, MARGIN);
  cor_chart_draw (chart, cr, width, height, &theme);
  static const char *const looks[] = { "light", "dark", "print" };
  g_autofree char *file = g_strdup_printf ("%s-%s%s.png", name, looks[look], chinese ? "-zh" : "");
  g_autofree char *path = g_build_filename (directory, file, NULL);
  cairo_surface_write_to_png (surface, path);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  if (argc != 2 && argc != 4 && argc != 5)
    {
      g_printerr ("usage: demo DIRECTORY [WIDTH HEIGHT [SCALE]]\n");
      return 2;
    }
  int width = argc > 2 ? atoi (argv[2]) : 260;
  int height = argc > 2 ? atoi (argv[3]) : 186;
  double scale = argc > 4 ? g_ascii_strtod (argv[4], NULL) : 1;
  for (guint i = 0; sample_names[i] != NULL; i++)
    {
      write_chart (argv[1], sample_names[i], COR_LOOK_LIGHT, FALSE, width, height, scale);
      write_chart (argv[1], sample_names[i], COR_LOOK_DARK, TRUE, width, height, scale);
      write_chart (argv[1], sample_names[i], COR_LOOK_PRINT, FALSE, width, height, scale);
    }
  return 0;
}
