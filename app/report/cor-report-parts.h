/* cor-report-parts.h: the parts of the report, in their order.
 *
 * Private to the report.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-report-facts.h"
#include "cor-report-sheet.h"

G_BEGIN_DECLS

/** cor_report_finding: (transfer full): what the results say, as a headline. */
char *cor_report_finding (const CorFacts *facts);

/** cor_report_finding_lead: (transfer full): where, how many, what cannot be done. */
char *cor_report_finding_lead (const CorFacts *facts);

/** cor_report_finding_takes: (transfer full): paragraphs of what it takes, as Pango markup. */
char *cor_report_finding_takes (const CorFacts *facts);

/**
 * CorNumberInks: what the headline numbers, their titles and what stands below them are set in.
 * @tight: taken off above a number, whose line is higher than its digits, points
 * @marked: whether those that rest on something assumed are underlined
 */
typedef struct
{
  CorInk title, value, note;
  double tight;
  gboolean marked;
} CorNumberInks;

/**
 * cor_report_numbers: the four numbers from the cursor down, which stays
 * @columns: so many beside each other, rows of them @row points apart
 */
void cor_report_numbers (const CorSheet *sheet, double left, double wide, guint columns, double row, const CorNumberInks *inks);

/** cor_report_numbers_marked: whether any of the four rests on something assumed. */
gboolean cor_report_numbers_marked (const CorSheet *sheet);

/** cor_report_gap_chart: (transfer full): TCO gap by model year; of a single year its parts. */
CorChart *cor_report_gap_chart (const CorSheet *sheet, const CorFacts *facts);

/** cor_report_has_place: whether the map has anything to show; else the cost of the duties stands in its place. */
gboolean cor_report_has_place (const CorFacts *facts);

/** cor_report_subject: (transfer full): the variant, if any, and the model year. */
char *cor_report_subject (const CorReportInput *input);

/* Where the bands of the slide begin, points: the title, below it the map at the left and at the right the numbers
 * above the chart, then the foot; and how wide the map is. */
#define COR_SLIDE_LEFT 24.0
#define COR_SLIDE_WIDTH (COR_REPORT_WIDTH - 2 * COR_SLIDE_LEFT)
#define COR_SLIDE_COLUMN 304.0
#define COR_SLIDE_TOP 12.0
#define COR_SLIDE_BODY 60.0
#define COR_SLIDE_CHART 216.0
#define COR_SLIDE_FOOT (COR_REPORT_SLIDE_HEIGHT - 33.0)

/** cor_report_slide: the slide, a page of its own. */
void cor_report_slide (CorSheet *sheet, const CorFacts *facts);

/** cor_report_station_equipment: (transfer full): "3 plugs of 120 kW"; @kw: of a plug where the station says none, or NaN. */
char *cor_report_station_equipment (const CorStation *station, double kw);

/* Each lays out one part and leaves the cursor after it. */
void cor_report_front (CorSheet *sheet, const CorFacts *facts);
void cor_report_proposal (CorSheet *sheet, const CorFacts *facts);
void cor_report_cost (CorSheet *sheet, const CorFacts *facts);
void cor_report_energy (CorSheet *sheet, const CorFacts *facts);
void cor_report_emissions (CorSheet *sheet, const CorFacts *facts);
void cor_report_region (CorSheet *sheet, const CorFacts *facts);
void cor_report_duties (CorSheet *sheet, const CorFacts *facts);
void cor_report_variants (CorSheet *sheet, const CorFacts *facts);
void cor_report_sensitivity (CorSheet *sheet, const CorFacts *facts);
void cor_report_cards (CorSheet *sheet, const CorFacts *facts);
void cor_report_method (CorSheet *sheet, const CorFacts *facts);
void cor_report_references (CorSheet *sheet, const CorFacts *facts);

G_END_DECLS
