/* cor-xlsx-private.h: the sheets of the spreadsheet, one function each.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-export-xlsx.h"
#include "cor-results-table.h"
#include "cor-xlsx-sheet.h"

G_BEGIN_DECLS

/* Names of the items of the scenario for @book, to be cleared at the end. */
void cor_xlsx_words_init (CorXlsxBook *book, const CorExportBook *what);
void cor_xlsx_words_clear (CorXlsxBook *book);

/* What an item is called, by which it can be told from the others of its kind; NULL for none. */
const char *cor_xlsx_name (const CorXlsxBook *book, const CorItem *item);

/* What a region is called. */
const char *cor_xlsx_region (const CorXlsxBook *book, const char *id);

/* (transfer full): a field as a reader has it. */
char *cor_xlsx_field_text (const CorXlsxBook *book, const CorItem *item, const CorField *field);

/* What a field is called; NULL where it has no name but that of files. */
const char *cor_xlsx_field_label (const CorField *field);

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
