/* files.c: charts on paper and in files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-chart-file.h"
#include "samples.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <string.h>

static cairo_status_t
count_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  *(gsize *)closure += length;
  return CAIRO_STATUS_SUCCESS;
}

static void
test_paper (gconstpointer data)
{
  for (int svg = 0; svg < 2; svg++)
    {
      gsize bytes = 0;
      g_autoptr (CorChart) chart = sample_chart (data, TRUE);
      CorChartTheme theme = cor_chart_theme (COR_LOOK_PRINT);
      theme.language = "zh_CN";
      cairo_surface_t *surface
          = svg ? cairo_svg_surface_create_for_stream (count_bytes, &bytes, 400, 280)
                : cairo_pdf_surface_create_for_stream (count_bytes, &bytes, 400, 280);
      cairo_t *cr = cairo_create (surface);
      cor_chart_draw (chart, cr, 400, 280, &theme);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_surface_finish (surface);
      g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
      cairo_surface_destroy (surface);
      g_assert_cmpuint (bytes, >, 1500);
    }
}

/* The three files: what they begin with, and the same bytes again. */
static void
test_files (gconstpointer data)
{
  static const char *const begins[] = { "<?xml", "\x89PNG", "series," };
  g_autoptr (CorChart) chart = sample_chart (data, TRUE);
  CorChartTheme theme = cor_chart_theme (COR_LOOK_PRINT);

  for (guint format = COR_CHART_FILE_SVG; format <= COR_CHART_FILE_CSV; format++)
    {
      g_autoptr (GBytes) one = cor_chart_file (chart, format, 400, 300, 2, &theme);
      g_autoptr (GBytes) two = cor_chart_file (chart, format, 400, 300, 2, &theme);
      gsize size;
      const char *text = g_bytes_get_data (one, &size);

      g_assert_cmpuint (size, >, 20);
      g_assert_cmpint (memcmp (text, begins[format], strlen (begins[format])), ==, 0);
      g_assert_true (g_bytes_equal (one, two));
    }
}

static void
test_file_names (void)
{
  CorChartFormat format;

  g_assert_true (cor_chart_format_for ("a.PNG", &format));
  g_assert_cmpint (format, ==, COR_CHART_FILE_PNG);
  g_assert_true (cor_chart_format_for ("a.b.svg", &format));
  g_assert_cmpint (format, ==, COR_CHART_FILE_SVG);
  g_assert_false (cor_chart_format_for ("a.pdf", &format));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; sample_names[i] != NULL; i++)
    {
      g_autofree char *paper = g_strdup_printf ("/chart-files/%s/paper", sample_names[i]);
      g_autofree char *files = g_strdup_printf ("/chart-files/%s/files", sample_names[i]);

      g_test_add_data_func (paper, sample_names[i], test_paper);
      g_test_add_data_func (files, sample_names[i], test_files);
    }
  g_test_add_func ("/chart-files/names", test_file_names);
  return g_test_run ();
}
