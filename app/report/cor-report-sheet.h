/* cor-report-sheet.h: paper and type: a cursor that goes down A4 pages.
 *
 * Private to the report. All lengths are points. What does not fit on a page goes to the next.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-chart.h"
#include "cor-report.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Families: Latin letters from the first one that is there, Han from Noto; in a Chinese report all
 * from Noto, so that lines are of one height. */
#define COR_REPORT_FONT "Inter, Cantarell, Noto Sans CJK SC, Sans"
#define COR_REPORT_FONT_ZH "Noto Sans CJK SC, Noto Sans SC, Sans"

#define COR_SHEET_LEFT 42.5
#define COR_SHEET_WIDTH (COR_REPORT_WIDTH - 2 * COR_SHEET_LEFT)
#define COR_SHEET_TOP 56.0
#define COR_SHEET_BOTTOM (COR_REPORT_HEIGHT - 48.0)

/** CorInk: how a text looks. */
typedef enum
{
  COR_INK_TITLE,
  COR_INK_LEAD,
  COR_INK_HEADING,
  COR_INK_SUBHEAD,
  COR_INK_BODY,
  COR_INK_CAPTION,
  COR_INK_SMALL,
  COR_INK_SMALL_STRONG,
  COR_INK_TINY,
  COR_INK_TINY_STRONG,
  COR_INK_NUMBER,
  COR_INK_HUGE,
  COR_N_INKS
} CorInk;

/**
 * CorSheet:
 * @pages: recorded pages, cairo_surface_t
 * @cr: the page that is written on; @y: where the next thing goes
 * @zh: whether names and numbers are Chinese
 * @theme: of charts
 * @references: (nullable): sources cited so far, by their numbers from 1 on
 * @error: the first fault
 */
typedef struct
{
  const CorReportInput *input;
  const CorResults *results;
  GPtrArray *pages;
  cairo_t *cr;
  double y;
  gboolean zh;
  CorChartTheme theme;
  GCancellable *cancellable;
  GPtrArray *references;
  GError *error;
} CorSheet;

/** cor_sheet_open: a page of another height than A4, as wide. */
void cor_sheet_open (CorSheet *sheet, double height);

/** cor_sheet_turn: the next page, the cursor at its top. */
void cor_sheet_turn (CorSheet *sheet);

/** cor_sheet_need: the next page where less than @height is left on this one. */
void cor_sheet_need (CorSheet *sheet, double height);

/** cor_sheet_skip: empty space, nothing at the top of a page. */
void cor_sheet_skip (CorSheet *sheet, double height);

/** cor_sheet_color: sets the colour of a role. */
void cor_sheet_color (const CorSheet *sheet, CorRole role, double alpha);

/** cor_sheet_layout: (transfer full): @text set in @ink, broken at @width; @markup: Pango markup. */
PangoLayout *cor_sheet_layout (const CorSheet *sheet, CorInk ink, const char *text, gboolean markup, double width);

/** cor_sheet_height: of a layout, points. */
double cor_sheet_height (PangoLayout *layout);

/** cor_sheet_show: draws a layout with its top left there, in the colour of @ink. */
void cor_sheet_show (const CorSheet *sheet, PangoLayout *layout, CorInk ink, double x, double y);

/** cor_sheet_put: draws @text at x, y without moving the cursor; returns its height. */
double cor_sheet_put (const CorSheet *sheet, CorInk ink, const char *text, double x, double y, double width);

/** cor_sheet_text: a paragraph over the whole width; moves the cursor. */
void cor_sheet_text (CorSheet *sheet, CorInk ink, const char *text);

/** cor_sheet_markup: the same with Pango markup. */
void cor_sheet_markup (CorSheet *sheet, CorInk ink, const char *markup);

/** cor_sheet_section: a heading, with room for something below it. */
void cor_sheet_section (CorSheet *sheet, const char *title, const char *lead);

/** cor_sheet_subhead: a smaller heading. */
void cor_sheet_subhead (CorSheet *sheet, const char *title);

/** cor_sheet_rule: a line across; @width 0 for the whole width. */
void cor_sheet_rule (const CorSheet *sheet, double x, double y, double width, double thickness, CorRole role);

/** cor_sheet_dashes: the line below what rests on something assumed. */
void cor_sheet_dashes (const CorSheet *sheet, double x, double y, double width);

/** cor_sheet_chart: draws @chart (transfer full) in a box, the cursor stays. */
void cor_sheet_chart (const CorSheet *sheet, CorChart *chart, double x, double y, double width, double height);

/** cor_sheet_charts: one chart, or two beside each other (transfer full); moves the cursor. */
void cor_sheet_charts (CorSheet *sheet, CorChart *first, CorChart *second, double height);

G_END_DECLS
