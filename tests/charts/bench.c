/* bench.c: how long one chart of 900 x 400 takes to draw, and to point at.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "samples.h"

enum
{
  ROUNDS = 200
};

int
main (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 900, 400);
  CorChartTheme theme = cor_chart_theme (COR_LOOK_LIGHT);
  g_print ("name,unit,value,n\n");
  for (guint i = 0; sample_names[i] != NULL; i++)
    {
      g_autoptr (CorChart) chart = sample_chart (sample_names[i], FALSE);
      cairo_t *cr = cairo_create (surface);
      cor_chart_draw (chart, cr, 900, 400, &theme); /* fonts are loaded now */
      gint64 start = g_get_monotonic_time ();
      for (guint n = 0; n < ROUNDS; n++)
        cor_chart_draw (chart, cr, 900, 400, &theme);
      gint64 drawn = g_get_monotonic_time ();
      for (guint n = 0; n < ROUNDS; n++)
        {
          CorChartHit hit;
          cor_chart_hit (chart, 900, 400, &theme, 450, 200, &hit);
          cor_chart_hit_clear (&hit);
        }
      gint64 pointed = g_get_monotonic_time ();
      g_print ("chart_draw_%s,ms,%.3f,%d\n", sample_names[i], (drawn - start) / 1e3 / ROUNDS,
               ROUNDS);
      g_print ("chart_hit_%s,ms,%.3f,%d\n", sample_names[i], (pointed - drawn) / 1e3 / ROUNDS,
               ROUNDS);
      cairo_destroy (cr);
    }
  cairo_surface_destroy (surface);
  return 0;
}
