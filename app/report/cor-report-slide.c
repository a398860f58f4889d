/* cor-report-slide.c: the finding, the four numbers, map and gap chart on a slide, to be read from the back of a room.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-report-parts.h"

#include "cor-chart-results.h"
#include "cor-report-map.h"

#include <glib/gi18n-lib.h>

/* Between the two columns, and between a band and the next. */
#define GAP 14.0

/* The chart is drawn larger than on paper. Pixels of the map a point: with fewer its names are larger, and push each other
 * away from their places. */
#define CHART_ZOOM 1.0
#define MAP_PIXELS 2.0

/* From a row of two numbers to the next. */
#define NUMBER_ROW 77.0

/* Noto's lines are taller than its digits. */
#define ZH_TIGHT 11.0

/* The finding is made smaller by steps until it fits above the numbers, and cut if it still does not. */
#define SMALLER 0.92
#define SMALLEST 0.5

/* The dashes in front of what they mean. */
#define DASHES 16.0

/* What the mark and its meaning take at most at the right of the foot. */
#define MARK_ROOM 150.0

static void
finding (const CorSheet *sheet, const CorFacts *facts, double y, double height)
{
  g_autofree char *text = cor_report_finding (facts);
  g_autoptr (PangoLayout) layout = cor_sheet_layout (sheet, COR_INK_TITLE, text, FALSE, COR_SLIDE_WIDTH);
  double scale = 1;

  while (cor_sheet_height (layout) * scale > height && scale > SMALLEST)
    {
      scale *= SMALLER;
      pango_layout_set_width (layout, (int) (COR_SLIDE_WIDTH / scale * PANGO_SCALE));
    }
  pango_layout_set_height (layout, (int) (height / scale * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  cairo_save (sheet->cr);
  cairo_translate (sheet->cr, COR_SLIDE_LEFT, y);
  cairo_scale (sheet->cr, scale, scale);
  cor_sheet_show (sheet, layout, COR_INK_TITLE, 0, 0);
  cairo_restore (sheet->cr);
}

/* The model year and what the dashes mean, then whose the map is. */
static void
foot (const CorSheet *sheet)
{
  g_autofree char *subject = cor_report_subject (sheet->input);
  g_autofree char *map = cor_report_map_attribution (sheet);
  g_autofree char *made = g_strdup_printf (_ ("Map: %s. Made with Corridor."), map);
  g_autofree char *said = g_strjoin (" · ", subject,
                                     sheet->results->scopes_agree ? NULL : _ ("The emission factors differ in scope, which favours electricity."),
                                     NULL);
  g_autoptr (PangoLayout) first = cor_sheet_layout (sheet, COR_INK_CAPTION, said, FALSE, COR_SLIDE_WIDTH - MARK_ROOM);
  g_autoptr (PangoLayout) second = cor_sheet_layout (sheet, COR_INK_TINY, made, FALSE, COR_SLIDE_WIDTH);
  g_autoptr (PangoLayout) mark = cor_sheet_layout (sheet, COR_INK_CAPTION, _ ("rests on something assumed"), FALSE, 0);
  double x;
  int width;

  pango_layout_set_ellipsize (first, PANGO_ELLIPSIZE_END);
  pango_layout_set_ellipsize (second, PANGO_ELLIPSIZE_END);
  cor_sheet_show (sheet, first, COR_INK_CAPTION, COR_SLIDE_LEFT, COR_SLIDE_FOOT);
  cor_sheet_show (sheet, second, COR_INK_TINY, COR_SLIDE_LEFT, COR_SLIDE_FOOT + 12);
  if (!cor_report_numbers_marked (sheet))
    return;
  pango_layout_get_size (mark, &width, NULL);
  x = COR_SLIDE_LEFT + COR_SLIDE_WIDTH - (double) width / PANGO_SCALE;
  cor_sheet_show (sheet, mark, COR_INK_CAPTION, x, COR_SLIDE_FOOT);
  cor_sheet_dashes (sheet, x - DASHES - 4, COR_SLIDE_FOOT + cor_sheet_height (mark) * 0.6, DASHES);
}

/* The corridor; of duties off the map their cost stands in its place. */
static void
corridor (CorSheet *sheet, const CorFacts *facts, double height)
{
  CorReportPlace place = {
    .x = COR_SLIDE_LEFT, .width = COR_SLIDE_COLUMN, .pixels = MAP_PIXELS, .margin = 36, .names = TRUE, .ink = COR_INK_CAPTION, .key_line = 12
  };

  sheet->y = COR_SLIDE_BODY;
  if (!cor_report_has_place (facts))
    {
      cor_sheet_chart (sheet, cor_chart_from_parts (facts->results, NULL), place.x, sheet->y, place.width, height);
      return;
    }
  place.height = height - cor_report_map_key_height (sheet, &place);
  cor_report_map (sheet, &place);
}

void
cor_report_slide (CorSheet *sheet, const CorFacts *facts)
{
  const CorNumberInks inks = { .title = COR_INK_SUBHEAD,
                               .value = COR_INK_HUGE,
                               .note = COR_INK_CAPTION,
                               .tight = sheet->zh ? ZH_TIGHT : 0,
                               .marked = TRUE };
  const double height = COR_SLIDE_FOOT - GAP / 2 - COR_SLIDE_BODY;

  const double right = COR_SLIDE_LEFT + COR_SLIDE_COLUMN + GAP, width = COR_SLIDE_WIDTH - COR_SLIDE_COLUMN - GAP;

  cor_sheet_open (sheet, COR_REPORT_SLIDE_HEIGHT);
  finding (sheet, facts, COR_SLIDE_TOP, COR_SLIDE_BODY - GAP / 2 - COR_SLIDE_TOP);
  sheet->y = COR_SLIDE_BODY;
  cor_report_numbers (sheet, right, width, 2, NUMBER_ROW, &inks);
  sheet->theme.scale = CHART_ZOOM;
  cor_sheet_chart (sheet, cor_report_gap_chart (sheet, facts), right, COR_SLIDE_CHART, width, COR_SLIDE_FOOT - GAP / 2 - COR_SLIDE_CHART);
  corridor (sheet, facts, height);
  foot (sheet);
}
