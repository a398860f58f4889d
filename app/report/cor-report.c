/* cor-report.c: the proposal on paper: lays its parts out and draws its pages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-report.h"

#include "cor-format.h"
#include "cor-report-parts.h"
#include "cor-report-private.h"

#include <glib/gi18n-lib.h>

struct _CorReport
{
  GPtrArray *pages;
  CorSheet sheet; /* for what stands on every page */
  char *title;
  char *subject;
  CorReportExtent extent;
};

char *
cor_report_subject (const CorReportInput *input)
{
  int year = input->results->first_year + (int) input->results->year;

  if (input->variant != NULL)
    /* Translators: what stands on top of each page: the variant, the model year. */
    return g_strdup_printf (_ ("%s · model year %d"), input->variant, year);
  return g_strdup_printf (_ ("model year %d"), year);
}

/* The parts in their order; each begins where the one before it ended, or on a page of its own. */
static gboolean
lay_out (CorSheet *sheet, CorReportExtent extent)
{
  static const struct
  {
    void (*draw) (CorSheet *sheet, const CorFacts *facts);
    gboolean own_page;
  } parts[] = {
    { cor_report_front, TRUE },      { cor_report_proposal, TRUE },     { cor_report_variants, FALSE }, { cor_report_cost, FALSE },  { cor_report_energy, FALSE },
    { cor_report_emissions, FALSE }, { cor_report_region, FALSE }, { cor_report_sensitivity, FALSE }, { cor_report_duties, FALSE },
    { cor_report_cards, FALSE },     { cor_report_method, FALSE }, { cor_report_references, FALSE },
  };
  guint n = extent == COR_REPORT_WHOLE ? G_N_ELEMENTS (parts) : extent == COR_REPORT_PAGE_ONE ? 1 : 0;
  CorFacts facts;

  cor_facts_init (&facts, sheet->results, sheet->zh);
  for (guint i = 0; i < n && !g_cancellable_set_error_if_cancelled (sheet->cancellable, &sheet->error); i++)
    {
      if (parts[i].draw == cor_report_variants && sheet->input->n_variants < 2 && sheet->input->missing == NULL)
        continue;
      if (parts[i].own_page)
        cor_sheet_turn (sheet);
      parts[i].draw (sheet, &facts);
    }
  if (extent == COR_REPORT_SLIDE && !g_cancellable_set_error_if_cancelled (sheet->cancellable, &sheet->error))
    cor_report_slide (sheet, &facts);
  cor_facts_clear (&facts);
  g_clear_pointer (&sheet->cr, cairo_destroy);
  g_clear_pointer (&sheet->references, g_ptr_array_unref);
  return sheet->error == NULL;
}

/* Cairo 1.16 never lets go of a recording that was drawn into an SVG; finished, it lets go of what was recorded. */
static void
drop_page (gpointer page)
{
  cairo_surface_finish (page);
  cairo_surface_destroy (page);
}

CorReport *
cor_report_new (const CorReportInput *input,
                CorReportExtent extent,
                GCancellable *cancellable,
                GError **error)
{
  CorReport *report = g_new0 (CorReport, 1);

  report->pages = g_ptr_array_new_with_free_func (drop_page);
  report->extent = extent;
  report->sheet = (CorSheet) {
    .input = input,
    .results = input->results,
    .pages = report->pages,
    .zh = cor_format_is_chinese (NULL),
    .theme = cor_chart_theme (COR_LOOK_PRINT),
    .cancellable = cancellable,
  };
  report->sheet.theme.family = report->sheet.zh ? COR_REPORT_FONT_ZH : COR_REPORT_FONT;
  report->title = g_strdup (cor_scenario_title (input->results->scenario, report->sheet.zh));
  report->subject = cor_report_subject (input);
  if (lay_out (&report->sheet, extent))
    return report;
  g_propagate_error (error, g_steal_pointer (&report->sheet.error));
  cor_report_free (report);
  return NULL;
}

void
cor_report_free (CorReport *report)
{
  g_ptr_array_unref (report->pages);
  g_free (report->title);
  g_free (report->subject);
  g_free (report);
}

guint
cor_report_n_pages (const CorReport *report)
{
  return report->pages->len;
}

/* Scenario, variant, year and page number above each page. */
static void
draw_header (const CorReport *report, guint page, cairo_t *cr)
{
  CorSheet sheet = report->sheet;
  g_autofree char *right = report->extent == COR_REPORT_PAGE_ONE ? g_strdup (report->subject)
                                                                : g_strdup_printf ("%s · %u / %u", report->subject, page + 1, report->pages->len);
  g_autofree char *left = page == 0 ? g_strdup (_ ("Corridor report"))
                                    : g_strdup_printf (_ ("Corridor report · %s"), report->title);
  g_autoptr (PangoLayout) layout = NULL;

  sheet.cr = cr;
  cor_sheet_put (&sheet, COR_INK_CAPTION, left, COR_SHEET_LEFT, 31, 0);
  layout = cor_sheet_layout (&sheet, COR_INK_CAPTION, right, FALSE, COR_SHEET_WIDTH);
  pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  cor_sheet_show (&sheet, layout, COR_INK_CAPTION, COR_SHEET_LEFT, 31);
  if (page > 0)
    cor_sheet_rule (&sheet, COR_SHEET_LEFT, 45, 0, 0.5, COR_ROLE_GRID);
}

void
cor_report_draw_page (const CorReport *report, guint page, cairo_t *cr)
{
  g_return_if_fail (page < report->pages->len);

  cairo_save (cr);
  cairo_set_source_surface (cr, g_ptr_array_index (report->pages, page), 0, 0);
  cairo_paint (cr);
  if (report->extent != COR_REPORT_SLIDE)
    draw_header (report, page, cr);
  cairo_restore (cr);
}

const char *
cor_report_title (const CorReport *report)
{
  return report->title;
}

double
cor_report_height (const CorReport *report)
{
  return report->extent == COR_REPORT_SLIDE ? COR_REPORT_SLIDE_HEIGHT : COR_REPORT_HEIGHT;
}
