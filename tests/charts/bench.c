/* bench.c: how long one chart of 900 x 400 takes to draw, and to point at.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "samples.h"

#include <time.h>

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
      clock_t start = clock (); /* of the processor: other programs do not count */
      for (guint n = 0; n < ROUNDS; n++)
        cor_chart_draw (chart, cr, 900, 400, &theme);
      clock_t drawn = clock ();
      for (guint n = 0; n < ROUNDS; n++)
        {
          CorChartHit hit;
          cor_chart_hit (chart, 900, 400, &theme, 450, 200, &hit);
          cor_chart_hit_clear (&hit);
        }
      clock_t pointed = clock ();
      g_print ("chart_draw_%s,ms,%.3f,%d\n", sample_names[i],
               (double)(drawn - start) * 1e3 / CLOCKS_PER_SEC / ROUNDS, ROUNDS);
      g_print ("chart_hit_%s,ms,%.3f,%d\n", sample_names[i],
               (double)(pointed - drawn) * 1e3 / CLOCKS_PER_SEC / ROUNDS, ROUNDS);
      cairo_destroy (cr);
    }
  cairo_surface_destroy (surface);
  return 0;
}
