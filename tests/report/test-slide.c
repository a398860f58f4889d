/* test-slide.c: the slide and page one as pictures: each band in its place, nothing between them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report-fixture.h"

#include "cor-variant.h"

#include <string.h>

/* A slide as a picture of 1920 by 1080 pixels, page one as a drawing. */
static void
test_pictures (void)
{
  g_autoptr (CorScenario) scenario = load ("eastern-port.corridor");
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);
  g_autoptr (CorReport) slide = report_of (results, results, cor_report_extent_for (COR_REPORT_PNG, FALSE));
  g_autoptr (CorReport) report = report_of (results, results, cor_report_extent_for (COR_REPORT_SVG, FALSE));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = cor_report_write (slide, COR_REPORT_PNG, &error);
  g_autoptr (GBytes) svg = cor_report_write (report, COR_REPORT_SVG, &error);
  const guchar *head = g_bytes_get_data (png, NULL);

  g_assert_no_error (error);
  g_assert_cmpuint (cor_report_n_pages (slide), ==, 1);
  g_assert_cmpuint (cor_report_n_pages (report), ==, 1);
  g_assert_cmpint (memcmp (head + 1, "PNG", 3), ==, 0);
  g_assert_cmpuint ((guint) head[18] * 256 + head[19], ==, 1920);
  g_assert_cmpuint ((guint) head[22] * 256 + head[23], ==, 1080);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (svg, NULL), 200, "<svg"));
  g_assert_cmpint (cor_report_extent_for (COR_REPORT_PDF, TRUE), ==, COR_REPORT_PAGE_ONE);
  g_assert_cmpint (cor_report_extent_for (COR_REPORT_PDF, FALSE), ==, COR_REPORT_WHOLE);
}

/* How many pixels of a box of the slide, in points, have anything on them. */
static guint
inked (cairo_surface_t *page, double left, double top, double right, double bottom)
{
  const double scale = cairo_image_surface_get_width (page) / COR_REPORT_WIDTH;
  guint n = 0;

  for (int y = (int) (top * scale); y < (int) (bottom * scale); y++)
    for (int x = (int) (left * scale); x < (int) (right * scale); x++)
      n += has_ink (page, x, y);
  return n;
}

/* Each band is there, and nothing lies between them: no text runs into the next thing. */
static void
assert_bands (const CorReport *slide)
{
  static const double tops[]
    = { COR_SLIDE_TOP, COR_SLIDE_BODY, COR_SLIDE_FOOT, COR_REPORT_SLIDE_HEIGHT - 6 };
  const double right = COR_SLIDE_LEFT + COR_SLIDE_WIDTH + 3;
  cairo_surface_t *page = cairo_image_surface_create (CAIRO_FORMAT_A8, 1920, 1080);
  cairo_t *cr = cairo_create (page);

  cairo_scale (cr, 1920 / COR_REPORT_WIDTH, 1920 / COR_REPORT_WIDTH);
  cor_report_draw_page (slide, 0, cr);
  cairo_destroy (cr);
  cairo_surface_flush (page);
  for (guint i = 0; i + 1 < G_N_ELEMENTS (tops); i++)
    g_assert_cmpuint (inked (page, COR_SLIDE_LEFT, tops[i], right, tops[i + 1]), >, 1000);
  for (guint i = 0; i < G_N_ELEMENTS (tops); i++)
    g_assert_cmpuint (inked (page, 0, tops[i] - 2, COR_REPORT_WIDTH, tops[i] - 0.7), ==, 0);
  g_assert_cmpuint (inked (page, 0, 0, COR_SLIDE_LEFT - 3, COR_REPORT_SLIDE_HEIGHT), ==, 0);
  g_assert_cmpuint (inked (page, right, 0, COR_REPORT_WIDTH, COR_REPORT_SLIDE_HEIGHT), ==, 0);
  g_assert_cmpuint (inked (page, COR_SLIDE_LEFT + COR_SLIDE_COLUMN + 2, COR_SLIDE_BODY, COR_SLIDE_LEFT + COR_SLIDE_COLUMN + 4, COR_SLIDE_FOOT), ==, 0);
  g_assert_cmpuint (inked (page, COR_SLIDE_LEFT + COR_SLIDE_COLUMN + 2, COR_SLIDE_CHART - 1.5, COR_REPORT_WIDTH, COR_SLIDE_CHART - 0.7), ==, 0);
  cairo_surface_destroy (page);
}

/* The slide of a scenario; the same results are the same bytes. */
static void
test_slide (gconstpointer name)
{
  static const char *const languages[] = { "zh_CN", "en" };
  g_autoptr (CorScenario) scenario = load (name);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (CorResults) results = NULL;
      g_autoptr (GBytes) first = NULL, second = NULL;

      set_language (languages[i]);
      cor_engine_forget (engine);
      results = cor_engine_evaluate (engine, scenario);
      for (guint run = 0; run < 2; run++)
        {
          g_autoptr (CorReport) slide = report_of (results, NULL, COR_REPORT_SLIDE);

          if (run == 0)
            assert_bands (slide);
          *(run == 0 ? &first : &second) = cor_report_write (slide, COR_REPORT_PNG, NULL);
        }
      g_assert_true (g_bytes_equal (first, second));
    }
}

/* Of a variant with its policies, beside the baseline: the longest lines below the numbers. */
static void
test_slide_variant (void)
{
  g_autoptr (CorScenario) scenario = load ("eastern-port.corridor");
  g_autoptr (CorScenario) variant = cor_variant_apply (scenario, "swap-and-toll-relief", NULL);
  g_autoptr (CorResults) baseline = cor_engine_evaluate (engine, scenario);
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, variant);
  g_autoptr (CorReport) slide = report_of (results, baseline, COR_REPORT_SLIDE);

  assert_bands (slide);
}

int
main (int argc, char **argv)
{
  report_start (&argc, &argv);
  for (guint i = 0; i < report_n_bundled (); i++)
    {
      g_autofree char *path = g_strconcat ("/slide/", bundled[i], NULL);

      g_test_add_data_func (path, bundled[i], test_slide);
    }
  g_test_add_func ("/slide/variant", test_slide_variant);
  g_test_add_func ("/slide/pictures", test_pictures);
  return report_run ();
}
