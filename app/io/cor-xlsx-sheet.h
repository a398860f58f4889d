/* cor-xlsx-sheet.h: one sheet of a spreadsheet: heads, cells with number formats, sums as formulas.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-scenario.h"

#include <xlsxwriter.h>

G_BEGIN_DECLS

/** CorXlsxLook: how a cell is shown; the value in it is always the whole one. */
typedef enum
{
  COR_XLSX_PLAIN,
  COR_XLSX_WHOLE,   /* 1,234 */
  COR_XLSX_ONE,     /* 1,234.5 */
  COR_XLSX_THREE,   /* 0.123 */
  COR_XLSX_DEGREES, /* 114.057900 */
  COR_XLSX_SHARE,   /* 6.4 % */
  COR_XLSX_YEAR,    /* 2027 */
  COR_XLSX_NAME,    /* of a column, for programs */
  COR_XLSX_HEAD,    /* of a column, for people */
  COR_XLSX_TITLE,
  COR_XLSX_WRAP,    /* a text over several lines */
  COR_XLSX_ASSUMED, /* a figure with dashes below, as charts mark what is assumed */
  COR_XLSX_WHOLE_ASSUMED,
  COR_XLSX_ONE_ASSUMED,
  COR_N_XLSX_LOOKS
} CorXlsxLook;

/**
 * CorXlsxBook: a workbook with its formats, and what gives ids their names.
 * @names: of items, by the item
 */
typedef struct
{
  lxw_workbook *book;
  lxw_format *looks[COR_N_XLSX_LOOKS];
  gboolean zh;
  const CorScenario *scenario;
  const CorParamLayer *defaults;
  GHashTable *names;
} CorXlsxBook;

#define COR_XLSX_COLUMNS_MAX 160u

/**
 * CorXlsxSheet: a sheet and where the next cell goes.
 * @looks: of the figures of each column, as its head says
 * @last_row: behind the rows that filters go over; 0 where that is the end
 * @marked: whether formulas rest on something assumed
 * @widths: the widest cell of each column, in characters
 */
typedef struct
{
  const CorXlsxBook *book;
  lxw_worksheet *sheet;
  char *name;
  lxw_row_t row;
  lxw_col_t column;
  guint n_columns;
  lxw_row_t last_row;
  CorXlsxLook looks[COR_XLSX_COLUMNS_MAX];
  guint widths[COR_XLSX_COLUMNS_MAX];
  gboolean marked;
} CorXlsxSheet;

/* Rows of the two heads: names as in CSV, and what they mean with the unit. */
#define COR_XLSX_FIRST_ROW 2u

/** cor_xlsx_book_init: the formats of a workbook. */
void cor_xlsx_book_init (CorXlsxBook *book, lxw_workbook *workbook, gboolean zh);

/** cor_xlsx_sheet_init: adds a sheet of that name, translated. */
void cor_xlsx_sheet_init (CorXlsxSheet *sheet, const CorXlsxBook *book, const char *name);

/**
 * cor_xlsx_head: the head of the next column.
 * @name: as in CSV and scenario files; its ending may tell the unit and so the look of figures
 * @label: (nullable): what it is, translated; @unit: (nullable): in what unit, translated
 */
void cor_xlsx_head (CorXlsxSheet *sheet, const char *name, const char *label, const char *unit);

/** cor_xlsx_heads_end: after the last head: the heads stay in sight, and the next cell is the first below. */
void cor_xlsx_heads_end (CorXlsxSheet *sheet);

/** cor_xlsx_text: a text, or nothing where it is %NULL. */
void cor_xlsx_text (CorXlsxSheet *sheet, const char *text);

/** cor_xlsx_number: a number in the look of its column, or nothing where it is not finite. */
void cor_xlsx_number (CorXlsxSheet *sheet, double number);

/** cor_xlsx_number_as: a number in a look of its own. */
void cor_xlsx_number_as (CorXlsxSheet *sheet, double number, CorXlsxLook look);

/** cor_xlsx_mark_text: (transfer full): what %COR_XLSX_ASSUMED means, for the head of a column that has it. */
char *cor_xlsx_mark_text (void);

/**
 * cor_xlsx_formula: a formula, with what it gives for programs that do not compute; nothing where
 * @value is not finite.
 */
void cor_xlsx_formula (CorXlsxSheet *sheet, double value, const char *format, ...) G_GNUC_PRINTF (3, 4);

/** cor_xlsx_mark_formulas: formulas from now on rest on something assumed, or not. */
void cor_xlsx_mark_formulas (CorXlsxSheet *sheet, gboolean assumed);

/** cor_xlsx_row_end: the next cell is the first of the next row. */
void cor_xlsx_row_end (CorXlsxSheet *sheet);

/** cor_xlsx_rows_end: after the last row that filters go over; sums may follow. */
void cor_xlsx_rows_end (CorXlsxSheet *sheet);

/** cor_xlsx_sheet_end: sets the widths, the filter and the paper. */
void cor_xlsx_sheet_end (CorXlsxSheet *sheet);

/** cor_xlsx_cell: (transfer full): the address of a cell, "C7"; @column and @row count from 0. */
char *cor_xlsx_cell (guint row, guint column);

G_END_DECLS
