/* cor-csv.h: tables as comma-separated values (RFC 4180), the same in every locale.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** cor_csv_text: adds a cell, quoted where it has to be; %NULL adds an empty one. */
void cor_csv_text (GString *csv, const char *text);

/** cor_csv_number: adds a cell with ten significant digits; empty where it is not finite. */
void cor_csv_number (GString *csv, double number);

/** cor_csv_integer: adds a cell with a whole number. */
void cor_csv_integer (GString *csv, int number);

/** cor_csv_end_row: ends the row. */
void cor_csv_end_row (GString *csv);

/** cor_csv_row: adds a whole row of texts, up to %NULL. */
void cor_csv_row (GString *csv, ...) G_GNUC_NULL_TERMINATED;

/**
 * cor_csv_to_tabs: (transfer full): a table with tabs between its cells and no quotes, which spreadsheets take
 * from the clipboard; tabs and line breaks in cells become spaces.
 */
char *cor_csv_to_tabs (const char *csv);

G_END_DECLS
