/* cor-report-table.h: tables that go on over pages, their header repeated.
 *
 * Private to the report.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-report-sheet.h"
#include "cor-trace.h"

G_BEGIN_DECLS

/** CorColumn: @width relative to the others; @right: figures, set to the right. Without any title there is no line of them. */
typedef struct
{
  const char *title;
  double width;
  gboolean right;
} CorColumn;

/** CorTable: rows that are collected and then drawn. */
typedef struct _CorTable CorTable;

/** cor_table_new: @columns live until the table is drawn; @tiny: in the smallest type. */
CorTable *cor_table_new (CorSheet *sheet, const CorColumn *columns, guint n, gboolean tiny);

/** cor_table_set_markup_column: the texts of this one column are Pango markup. */
void cor_table_set_markup_column (CorTable *table, guint column);

/** cor_table_add: a row; one string (transfer full) a column, %NULL for an empty cell. */
void cor_table_add (CorTable *table, ...);

/** cor_table_add_total: the same, bold, under a line. */
void cor_table_add_total (CorTable *table, ...);

/** cor_table_mark: underlines the cell of @column of the row just added with dashes, as charts do with what rests on
 * something assumed; a line below the table then says so. */
void cor_table_mark (CorTable *table, guint column);

/** cor_table_add_heading: a row of one text (copied) over all columns. */
void cor_table_add_heading (CorTable *table, const char *text);

/** cor_table_leave_legend: no line below the table says what its marks mean; cor_sheet_mark_legend() does so once for several. */
void cor_table_leave_legend (CorTable *table);

/** cor_table_mark_key: marks the cell of @column where the figure of @key rests on something assumed. */
void cor_table_mark_key (CorTable *table, guint column, const CorTraceKey *key);

/** cor_sheet_mark_legend: the line that says what marked cells mean; @sums: that sums are marked too. */
void cor_sheet_mark_legend (CorSheet *sheet, gboolean sums);

/** cor_table_height: what it takes where it does not go over to another page. */
double cor_table_height (const CorTable *table);

/** cor_table_set_title: a heading above the table, which is kept on its page; copied. */
void cor_table_set_title (CorTable *table, const char *title);

/** cor_table_draw: draws it at the cursor, moves that, and frees the table; nothing without rows. */
void cor_table_draw (CorTable *table);

G_END_DECLS
