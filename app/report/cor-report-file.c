/* cor-report-file.c: the report as a file: PDF with all pages, PNG with a slide, SVG with page one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-report-private.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Pixels across a picture. */
#define PICTURE_WIDTH 1920

gboolean
cor_report_format_for (const char *name, CorReportFormat *format)
{
  static const struct
  {
    const char *ending;
    CorReportFormat format;
  } rows[] = { { ".pdf", COR_REPORT_PDF }, { ".png", COR_REPORT_PNG }, { ".svg", COR_REPORT_SVG } };
  g_autofree char *small = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_has_suffix (small, rows[i].ending))
      {
        *format = rows[i].format;
        return TRUE;
      }
  return FALSE;
}

CorReportExtent
cor_report_extent_for (CorReportFormat format, gboolean summary)
{
  if (format == COR_REPORT_PNG)
    return COR_REPORT_SLIDE;
  return format == COR_REPORT_SVG || summary ? COR_REPORT_PAGE_ONE : COR_REPORT_WHOLE;
}

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* The creation date that the environment gives, else none: the same results are the same bytes. */
static void
set_metadata (cairo_surface_t *pdf, const CorReport *report)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds = 0;
  g_autofree char *text = NULL;

  cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_TITLE, cor_report_title (report));
  cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_CREATOR, "Corridor");
  if (epoch != NULL && g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT32, &seconds, NULL))
    {
      g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (seconds);

      text = g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ");
    }
  cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_CREATE_DATE, text != NULL ? text : "");
}

static cairo_surface_t *
write_pdf (const CorReport *report, GByteArray *bytes)
{
  cairo_surface_t *pdf = cairo_pdf_surface_create_for_stream (append, bytes, COR_REPORT_WIDTH, cor_report_height (report));
  cairo_t *cr = cairo_create (pdf);

  set_metadata (pdf, report);
  for (guint i = 0; i < cor_report_n_pages (report); i++)
    {
      cor_report_draw_page (report, i, cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (pdf);
  return pdf;
}

static cairo_surface_t *
write_svg (const CorReport *report, GByteArray *bytes)
{
  cairo_surface_t *svg = cairo_svg_surface_create_for_stream (append, bytes, COR_REPORT_WIDTH, cor_report_height (report));
  cairo_t *cr = cairo_create (svg);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cor_report_draw_page (report, 0, cr);
  cairo_destroy (cr);
  cairo_surface_finish (svg);
  return svg;
}

static cairo_surface_t *
write_png (const CorReport *report, GByteArray *bytes)
{
  double scale = PICTURE_WIDTH / COR_REPORT_WIDTH;
  cairo_surface_t *image
    = cairo_image_surface_create (CAIRO_FORMAT_RGB24, PICTURE_WIDTH, (int) round (cor_report_height (report) * scale));
  cairo_t *cr = cairo_create (image);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  cor_report_draw_page (report, 0, cr);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (image, append, bytes);
  return image;
}

GBytes *
cor_report_write (const CorReport *report, CorReportFormat format, GError **error)
{
  static cairo_surface_t *(*const writers[]) (const CorReport *, GByteArray *) = {
    [COR_REPORT_PDF] = write_pdf,
    [COR_REPORT_PNG] = write_png,
    [COR_REPORT_SVG] = write_svg,
  };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = writers[format](report, bytes);
  cairo_status_t status = cairo_surface_status (surface);

  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The pages could not be drawn: %s"),
                   cairo_status_to_string (status));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
