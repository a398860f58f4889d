/* cor-export-xlsx.h: scenario and results as a spreadsheet.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-results.h"

G_BEGIN_DECLS

/**
 * cor_export_xlsx:
 * @defaults: the parameters that come with the program
 *
 * Sheets for results, cash flows, parameters with their sources, sites, stations and routes. The
 * same input gives the same bytes; the date of making is SOURCE_DATE_EPOCH where that is set, else
 * the beginning of 1980.
 *
 * Returns: (transfer full): the workbook, or %NULL with %G_FILE_ERROR
 */
GBytes *cor_export_xlsx (const CorResults *results, const CorParamLayer *defaults, GError **error);

G_END_DECLS
