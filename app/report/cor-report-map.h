/* cor-report-map.h: the corridor as a picture of a map with its key.
 *
 * Private to the report.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-report-sheet.h"

G_BEGIN_DECLS

/**
 * CorReportPlace: where on the sheet the map stands, points; its top is the cursor.
 * @height: of the map alone, without its key
 * @pixels: the map is painted in pixels of the screen and made smaller: as many pixels a point
 * @margin: around the routes, pixels; @names: whether routes and their origins are named, which takes room
 * @ink: of the key; @key_line: from a line of it to the next
 */
typedef struct
{
  double x, width, height;
  double pixels, margin;
  gboolean names;
  CorInk ink;
  double key_line;
} CorReportPlace;

/** cor_report_map: draws the map at the cursor, with its key below, and moves the cursor. */
void cor_report_map (CorSheet *sheet, const CorReportPlace *place);

/** cor_report_map_key_height: of the key that cor_report_map() draws below the map, points. */
double cor_report_map_key_height (const CorSheet *sheet, const CorReportPlace *place);

/** cor_report_map_attribution: (transfer full): whom the map comes from; "" without the base map. */
char *cor_report_map_attribution (const CorSheet *sheet);

G_END_DECLS
