/* cor-data-table.h: a table that sorts by any column, keeps its selection and copies itself for spreadsheets.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-trace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define COR_TYPE_DATA_TABLE (cor_data_table_get_type ())
/**
 * CorDataTable:
 *
 * Signals: "selected" (const char *id) when the user selects a row, "activated" (const char *id) on a
 * double click or Return.
 */
G_DECLARE_FINAL_TYPE (CorDataTable, cor_data_table, COR, DATA_TABLE, AdwBin)

/** cor_data_table_new: @label: what a screen reader calls it. */
GtkWidget *cor_data_table_new (const char *label);

/**
 * cor_data_table_add_column: before the first row.
 * @title: translated; @key: the column's name in the CSV, untranslated
 * @numeric: aligned to the end and sorted by value
 */
void cor_data_table_add_column (CorDataTable *self, const char *title, const char *key, gboolean numeric);

/** cor_data_table_set_shown: whether the column of that key is shown; hidden ones are copied all the same. */
void cor_data_table_set_shown (CorDataTable *self, const char *key, gboolean shown);

/** cor_data_table_get_shown: whether the column of that key is there and shown. */
gboolean cor_data_table_get_shown (CorDataTable *self, const char *key);

/**
 * cor_data_table_row: begins a row, after those added since the last cor_data_table_show().
 * @id: (nullable): what the row stands for, given back by the signals; once a table
 */
void cor_data_table_row (CorDataTable *self, const char *id);

/**
 * cor_data_table_last_row: begins the row that stays at the end whatever the order, the sum, in bold; the last before
 * cor_data_table_show(), and in the CSV.
 */
void cor_data_table_last_row (CorDataTable *self);

/** cor_data_table_text: the next cell of the row. @text is taken over; %NULL is empty. */
void cor_data_table_text (CorDataTable *self, char *text);

/** cor_data_table_number: the next cell: @text taken over, sorted and copied by @value; NaN is empty. */
void cor_data_table_number (CorDataTable *self, double value, char *text);

/** cor_data_table_explain: the last cell added is that figure: a click on it opens its card. */
void cor_data_table_explain (CorDataTable *self, const CorResults *results, CorTraceKey key);

/** cor_data_table_explain_by: the same for a figure that no key names; @trace: (nullable) (transfer full); nothing for %NULL. */
void cor_data_table_explain_by (CorDataTable *self, const CorResults *results, CorTrace *trace);

/** cor_data_table_show: shows the rows added; those of before go. Order and selection stay. */
void cor_data_table_show (CorDataTable *self);

/** cor_data_table_select: selects the row of that id without a signal; none for %NULL. */
void cor_data_table_select (CorDataTable *self, const char *id);

/** cor_data_table_get_csv: (transfer full): the rows in the order shown, with a header line. */
char *cor_data_table_get_csv (CorDataTable *self);

/** cor_data_table_get_text: (transfer full): the same with tabs between the cells, as spreadsheets take it. */
char *cor_data_table_get_text (CorDataTable *self);

/** cor_data_table_copy: puts cor_data_table_get_text() on the clipboard, as Ctrl+C in the table does. */
void cor_data_table_copy (CorDataTable *self);

G_END_DECLS
