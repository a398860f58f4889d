/* cor-xlsx-private.h: the sheets of the spreadsheet, one function each.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-export-xlsx.h"
#include "cor-results-table.h"
#include "cor-xlsx-sheet.h"

G_BEGIN_DECLS

/* The table of results: a row for each duty and truck. */
void cor_xlsx_results (const CorXlsxBook *book, const CorExportBook *what, const GArray *rows);

/* The cost parts of each duty and truck over the ownership, and their sums with all trucks. */
void cor_xlsx_costs (const CorXlsxBook *book, const CorExportBook *what, const GArray *rows);

/* A row for each year of each truck's ownership. */
void cor_xlsx_cash_flows (const CorXlsxBook *book, const CorExportBook *what, const GArray *rows);

/* Emissions of each duty's trucks and of diesel trucks instead, their sums, and the factors in use. */
void cor_xlsx_emissions (const CorXlsxBook *book, const CorExportBook *what);

/* The factors in use with their sources. */
void cor_xlsx_factors (const CorXlsxBook *book, const CorExportBook *what);

/* The variants beside each other, and what each changes; nothing where there are none. */
void cor_xlsx_variants (const CorXlsxBook *book, const CorExportBook *what);

/* Every parameter with its source. */
void cor_xlsx_parameters (const CorXlsxBook *book, const CorExportBook *what);

/* The items of a kind, a column a field. */
void cor_xlsx_items (const CorXlsxBook *book, const CorExportBook *what, CorItemKind kind, const char *name);

G_END_DECLS
