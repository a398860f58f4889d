/* hits.c: what can be pointed at in charts, by pointer and by keys, and what it says.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-chart-file.h"
#include "cor-chart-plot.h"
#include "samples.h"

#include <string.h>

/* Every region's own centre finds something, and its text names a value. */
static void
test_hits (gconstpointer data)
{
  CorChartTheme theme = cor_chart_theme (COR_LOOK_LIGHT);
  g_autoptr (CorChart) chart = sample_chart (data, FALSE);
  guint found = 0;
  for (double y = 2; y < 300; y += 14)
    for (double x = 2; x < 400; x += 14)
      {
        CorChartHit hit;
        if (!cor_chart_hit (chart, 400, 300, &theme, x, y, &hit))
          continue;
        found++;
        g_assert_true (hit.mark >= 0 || hit.series >= 0);
        g_assert_true (hit.text != NULL);
        g_assert_true (g_utf8_validate (hit.text, -1, NULL));
        cor_chart_hit_clear (&hit);
      }
  g_assert_cmpuint (found, >, 5);
}

/* Pointing at a part, a stage and a stop gives their ids and amounts. */
static void
test_hit_values (void)
{
  CorChartTheme theme = cor_chart_theme (COR_LOOK_LIGHT);
  theme.language = "en";
  CorChartHit hit;
  g_autoptr (CorChart) stages = sample_chart ("stages", FALSE);
  g_assert_true (cor_chart_hit (stages, 260, 186, &theme, 120, 60, &hit));
  g_assert_cmpstr (hit.id, ==, "diesel");
  g_assert_cmpstr (hit.text, ==, "Diesel fleet, tank to wheel: 1,504" COR_NBSP "t");
  cor_chart_hit_clear (&hit);
  g_autoptr (CorChart) parts = sample_chart ("parts", FALSE);
  g_assert_true (cor_chart_hit (parts, 260, 186, &theme, 50, 160, &hit));
  g_assert_cmpstr (hit.text, ==, "diesel, Truck less resale: 388" COR_NBSP "k yuan");
  cor_chart_hit_clear (&hit);
  g_assert_false (cor_chart_hit (parts, 260, 186, &theme, 2, 2, &hit));
}

/* What a tooltip says where the axis needs words. */
static void
test_hit_words (void)
{
  CorChartTheme theme = cor_chart_theme (COR_LOOK_LIGHT);
  theme.language = "en";
  CorChartHit hit;
  g_autoptr (CorChart) day = sample_chart ("day", FALSE);
  g_assert_true (cor_chart_hit (day, 240, 60, &theme, 105, 38, &hit));
  g_assert_cmpstr (hit.text, ==, "10:00" COR_EN_DASH "11:00: 1.8");
  cor_chart_hit_clear (&hit);
  g_autoptr (CorChart) heat = sample_chart ("heat", FALSE);
  g_assert_true (cor_chart_hit (heat, 300, 220, &theme, 40, 40, &hit));
  g_assert_cmpstr (hit.text, ==,
                   "thousand km a year 30, all-in electricity price, yuan/kWh 1.4: not reached");
  cor_chart_hit_clear (&hit);
  g_autoptr (CorChart) charge = sample_chart ("charge", FALSE);
  gboolean found = FALSE;
  for (double x = 20; x < 260 && !found; x += 3)
    for (double y = 40; y < 160 && !found; y += 3)
      if (cor_chart_hit (charge, 260, 186, &theme, x, y, &hit))
        {
          found = g_strcmp0 (hit.id, "st-1") == 0;
          if (found)
            g_assert_cmpstr (hit.text, ==, "Humen swap: 57" COR_NBSP "% → 95" COR_NBSP "%");
          cor_chart_hit_clear (&hit);
        }
  g_assert_true (found);
}

/* The darkest of the lowest @height pixels of a picture in its last @width columns, 0 to 255. */
static guint
darkest_at_end (const CorChart *chart, int width, int height)
{
  CorChartTheme theme = cor_chart_theme (COR_LOOK_LIGHT);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 480, 186);
  cairo_t *cr = cairo_create (surface);
  guint darkest = 255;

  theme.paint_ground = TRUE;
  cor_chart_draw (chart, cr, 480, 186, &theme);
  cairo_surface_flush (surface);
  for (int y = 186 - height; y < 186; y++)
    for (int x = 480 - width; x < 480; x++)
      darkest = MIN (darkest, cairo_image_surface_get_data (surface)[y * cairo_image_surface_get_stride (surface) + 4 * x]);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return darkest;
}

/* An hour's column stands between the hours: the axis ends with 24 at the right edge of the last one, which an axis
 * through the middles of columns does not have (21 is its last, three columns further in). */
static void
test_hour_edges (void)
{
  g_autoptr (CorChart) day = sample_chart ("power", FALSE);

  g_assert_cmpuint (darkest_at_end (day, 14, 10), <, 200);
}

/* Everything that can be pointed at is reached with the keys, at the place where it lies. */
static void
test_keys (gconstpointer data)
{
  g_autoptr (CorChart) chart = sample_chart (data, FALSE);
  CorChartTheme theme = cor_chart_theme (COR_LOOK_LIGHT);
  CorChartHit hit;
  guint n = 0, said = 0;
  double x, y;

  while (cor_chart_hit_nth (chart, 400, 300, &theme, n, &x, &y, &hit))
    {
      CorChartHit there = { 0 };

      g_assert_true (cor_chart_hit (chart, 400, 300, &theme, x, y, &there));
      said += hit.text != NULL;
      cor_chart_hit_clear (&there);
      cor_chart_hit_clear (&hit);
      n++;
    }
  g_assert_cmpuint (said, >, 0);
  g_assert_null (hit.text);
}

/* What rests on something assumed is underlined, its tooltip tells status and source; high contrast darkens thin text. */
static void
test_assumed (void)
{
  g_autoptr (CorChart) chart = sample_chart ("tornado", FALSE);
  CorChartTheme theme = cor_chart_theme (COR_LOOK_LIGHT), strong = theme;
  CorChartPoint *point = &g_array_index (cor_chart_series_at (chart, 0)->points, CorChartPoint, 1);
  g_autoptr (GBytes) plain = cor_chart_file (chart, COR_CHART_FILE_PNG, 500, 400, 1, &theme), marked = NULL;
  CorChartHit hit = { 0 };
  gboolean told = FALSE;
  double x, y;

  point->assumed = TRUE;
  point->origin = g_strdup ("Assumed: somebody's guess");
  marked = cor_chart_file (chart, COR_CHART_FILE_PNG, 500, 400, 1, &theme);
  g_assert_false (g_bytes_equal (plain, marked));
  for (guint n = 0; cor_chart_hit_nth (chart, 500, 400, &theme, n, &x, &y, &hit); n++)
    {
      told |= hit.point == 1 && strstr (hit.text, "somebody's guess") != NULL;
      cor_chart_hit_clear (&hit);
    }
  g_assert_true (told);
  strong.contrast = TRUE;
  g_assert_cmpfloat (cor_chart_theme_color (&strong, COR_ROLE_SECONDARY).red, <, cor_chart_theme_color (&theme, COR_ROLE_SECONDARY).red);
}

/* All of a step's slot is the step, not the bar alone: beside, above and below it, as columns and as rows. */
static void
test_waterfall_slots (void)
{
  static const int shapes[][2] = { { 700, 400 }, { 240, 400 } };
  CorChartTheme theme = cor_chart_theme (COR_LOOK_LIGHT);
  g_autoptr (CorChart) chart = sample_chart ("waterfall", FALSE);
  guint steps = cor_chart_series_at (chart, 0)->points->len;

  for (guint s = 0; s < G_N_ELEMENTS (shapes); s++)
    {
      double w = shapes[s][0], h = shapes[s][1];
      gboolean rows = w < h;
      guint found = 0;
      int last = -1;

      for (double at = 40; at < (rows ? h : w); at++)
        {
          double ends[] = { (rows ? w : h) * 0.3, (rows ? w : h) * 0.8 };
          CorChartHit near, far;
          gboolean a = cor_chart_hit (chart, w, h, &theme, rows ? ends[0] : at, rows ? at : ends[0], &near);
          gboolean b = cor_chart_hit (chart, w, h, &theme, rows ? ends[1] : at, rows ? at : ends[1], &far);

          g_assert_true (a == b);
          if (a)
            {
              g_assert_cmpint (near.point, ==, far.point);
              found += near.point != last;
              last = near.point;
              cor_chart_hit_clear (&near);
              cor_chart_hit_clear (&far);
            }
        }
      g_assert_cmpuint (found, ==, steps);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; sample_names[i] != NULL; i++)
    {
      g_autofree char *hits = g_strdup_printf ("/charts/%s/hits", sample_names[i]), *keys = g_strdup_printf ("/charts/%s/keys", sample_names[i]);
      g_test_add_data_func (hits, sample_names[i], test_hits);
      g_test_add_data_func (keys, sample_names[i], test_keys);
    }
  g_test_add_func ("/charts/hit-values", test_hit_values);
  g_test_add_func ("/charts/hit-words", test_hit_words);
  g_test_add_func ("/charts/hour-edges", test_hour_edges);
  g_test_add_func ("/charts/assumed", test_assumed);
  g_test_add_func ("/charts/waterfall-slots", test_waterfall_slots);
  return g_test_run ();
}
