/* cor-report.h: the proposal on paper: pages of A4 made of results, the same for PDF, print, pictures.
 *
 * Written in the user's language. The same results give the same pages, byte by byte, on the same
 * fonts: nothing in them tells when or where they were made, except the creation date that the
 * environment's SOURCE_DATE_EPOCH gives a PDF.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-chart.h"
#include "cor-network.h"
#include "cor-results.h"

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/** A4 in points. */
#define COR_REPORT_WIDTH 595.276
#define COR_REPORT_HEIGHT 841.89

/** Height of the slide, which is as wide: 16 to 9. */
#define COR_REPORT_SLIDE_HEIGHT (COR_REPORT_WIDTH * 9 / 16)

/**
 * CorReportInput:
 * @results: what the report is about
 * @baseline: (nullable): what it is compared with
 * @network: (nullable): the roads on the map
 * @variant: (nullable): name of the variant shown
 * @base_file: (nullable): an MBTiles file below the map instead of the bundled one
 * @variants, @variant_names: (array length=n_variants): all variants, the baseline first, to stand beside
 *   each other; fewer than two are left out
 * @missing: (nullable): names of variants that were not worked out, which the page then says
 */
typedef struct
{
  const CorResults *results;
  const CorResults *baseline;
  CorNetwork *network;
  const char *variant;
  const char *base_file;
  const CorResults *const *variants;
  const char *const *variant_names;
  guint n_variants;
  const char *missing;
} CorReportInput;

/** CorReportFormat: what a file holds: PDF as many pages as asked for, PNG a slide, SVG page one. */
typedef enum
{
  COR_REPORT_PDF,
  COR_REPORT_PNG,
  COR_REPORT_SVG,
} CorReportFormat;

/** CorReportExtent: how much of the report: all pages, the first as a summary, or a slide in its place. */
typedef enum
{
  COR_REPORT_WHOLE,
  COR_REPORT_PAGE_ONE,
  COR_REPORT_SLIDE,
} CorReportExtent;

/** CorReport: pages that are laid out; may be drawn again and again, by one thread at a time. */
typedef struct _CorReport CorReport;

/**
 * cor_report_new: lays the pages out; takes a second or less; from any thread.
 *
 * Returns: (transfer full): or %NULL with %G_IO_ERROR_CANCELLED
 */
CorReport *cor_report_new (const CorReportInput *input,
                           CorReportExtent extent,
                           GCancellable *cancellable,
                           GError **error);
void cor_report_free (CorReport *report);

/** cor_report_n_pages: number of pages, at least 1. */
guint cor_report_n_pages (const CorReport *report);

/** cor_report_draw_page: page @page from 0 on; one unit of @cr a point. */
void cor_report_draw_page (const CorReport *report, guint page, cairo_t *cr);

/** cor_report_policy_chart: (transfer full): what each policy that is on moves, as a waterfall. */
CorChart *cor_report_policy_chart (const CorResults *results, gboolean zh);

/** cor_report_format_for: the format by a file name's ending; FALSE where it is none of them. */
gboolean cor_report_format_for (const char *name, CorReportFormat *format);

/** cor_report_extent_for: what a file of that format holds; @summary: page one of a PDF. */
CorReportExtent cor_report_extent_for (CorReportFormat format, gboolean summary);

/** cor_report_write: (transfer full): the file's content; PNG is 1920 pixels wide. */
GBytes *cor_report_write (const CorReport *report, CorReportFormat format, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorReport, cor_report_free)

G_END_DECLS
