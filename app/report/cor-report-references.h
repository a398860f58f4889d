/* cor-report-references.h: long sources as numbers, and the list of them at the end.
 *
 * Private to the report.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-report-sheet.h"

G_BEGIN_DECLS

/**
 * cor_sheet_cite: (transfer full): @source as a table names it, with its @place (nullable): a short one as it
 * is, a long one as the number that it has in the list of sources.
 */
char *cor_sheet_cite (CorSheet *sheet, const char *source, const char *place);

G_END_DECLS
