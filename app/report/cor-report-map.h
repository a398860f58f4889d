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
 * cor_report_map: draws the map at the cursor, with its key below, and moves the cursor.
 * @height: of the map alone
 */
void cor_report_map (CorSheet *sheet, double height);

/** cor_report_map_attribution: (transfer full): whom the map comes from; "" without the base map. */
char *cor_report_map_attribution (const CorSheet *sheet);

G_END_DECLS
