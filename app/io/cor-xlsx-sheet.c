/* cor-xlsx-sheet.c: one sheet of a spreadsheet: heads, cells with number formats, sums as formulas.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-xlsx-sheet.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Narrowest and widest column, in characters. */
#define WIDTH_MIN 9u
#define WIDTH_MAX 44u

void
cor_xlsx_book_init (CorXlsxBook *book, lxw_workbook *workbook, gboolean zh)
{
  static const char *const formats[COR_N_XLSX_LOOKS] = {
    [COR_XLSX_WHOLE] = "#,##0",        [COR_XLSX_ONE] = "#,##0.0", [COR_XLSX_THREE] = "#,##0.000",
    [COR_XLSX_DEGREES] = "0.000000",   [COR_XLSX_SHARE] = "0.0%",  [COR_XLSX_YEAR] = "0",
    [COR_XLSX_WHOLE_ASSUMED] = "#,##0", [COR_XLSX_ONE_ASSUMED] = "#,##0.0",
  };

  *book = (CorXlsxBook){ .book = workbook, .zh = zh };
  for (int i = 0; i < COR_N_XLSX_LOOKS; i++)
    {
      book->looks[i] = workbook_add_format (workbook);
      format_set_align (book->looks[i], LXW_ALIGN_VERTICAL_TOP);
      if (formats[i] != NULL)
        format_set_num_format (book->looks[i], formats[i]);
    }
  format_set_font_color (book->looks[COR_XLSX_NAME], 0x6b7280);
  format_set_bold (book->looks[COR_XLSX_HEAD]);
  format_set_text_wrap (book->looks[COR_XLSX_HEAD]);
  format_set_bottom (book->looks[COR_XLSX_HEAD], LXW_BORDER_THIN);
  format_set_bg_color (book->looks[COR_XLSX_HEAD], 0xe8eef4);
  format_set_bold (book->looks[COR_XLSX_TITLE]);
  format_set_font_size (book->looks[COR_XLSX_TITLE], 14);
  format_set_text_wrap (book->looks[COR_XLSX_WRAP]);
  for (int i = COR_XLSX_ASSUMED; i <= COR_XLSX_ONE_ASSUMED; i++)
    {
      format_set_bottom (book->looks[i], LXW_BORDER_DASHED);
      format_set_bottom_color (book->looks[i], 0xb45309);
    }
}

void
cor_xlsx_sheet_init (CorXlsxSheet *sheet, const CorXlsxBook *book, const char *name)
{
  *sheet = (CorXlsxSheet){ .book = book, .sheet = workbook_add_worksheet (book->book, name), .name = g_strdup (name) };
}

/* What the end of a column's name says of its figures. */
static CorXlsxLook
look_of (const char *name)
{
  static const struct
  {
    const char *ending;
    CorXlsxLook look;
  } endings[] = {
    { "year", COR_XLSX_YEAR },         { "share", COR_XLSX_SHARE },       { "lon", COR_XLSX_DEGREES },
    { "lat", COR_XLSX_DEGREES },       { "_yuan", COR_XLSX_WHOLE },       { "_kg_per_year", COR_XLSX_ONE },
    { "per_year", COR_XLSX_WHOLE },    { "annual_driven_km", COR_XLSX_WHOLE }, { "annual_detour_km", COR_XLSX_WHOLE },
    { "per_tkm", COR_XLSX_ONE },       { "g_per_km", COR_XLSX_ONE },      { "per_tco2e", COR_XLSX_WHOLE },
    { "gco2e_per_km", COR_XLSX_ONE },  { "_km", COR_XLSX_ONE },           { "per_km", COR_XLSX_THREE },
    { "per_100km", COR_XLSX_THREE },   { "per_trip", COR_XLSX_THREE },    { "factor", COR_XLSX_THREE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (name, endings[i].ending))
      return endings[i].look;
  return COR_XLSX_PLAIN;
}

/* Columns that a text takes: wide characters take two. */
static guint
width_of (const char *text)
{
  guint width = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    width += g_unichar_iswide (g_utf8_get_char (c)) ? 2 : 1;
  return width;
}

static void
see_width (CorXlsxSheet *sheet, guint width)
{
  if (sheet->column < COR_XLSX_COLUMNS_MAX)
    sheet->widths[sheet->column] = MAX (sheet->widths[sheet->column], width);
}

static void
put_string (CorXlsxSheet *sheet, lxw_row_t row, const char *text, CorXlsxLook look)
{
  worksheet_write_string (sheet->sheet, row, sheet->column, text, look == COR_XLSX_PLAIN ? NULL : sheet->book->looks[look]);
}

void
cor_xlsx_head (CorXlsxSheet *sheet, const char *name, const char *label, const char *unit)
{
  gboolean has_unit = unit != NULL && *unit != '\0';
  g_autofree char *head = g_strdup_printf (has_unit ? "%s (%s)" : "%s", label != NULL ? label : name, unit);

  g_return_if_fail (sheet->column < COR_XLSX_COLUMNS_MAX);

  put_string (sheet, 0, name, COR_XLSX_NAME);
  put_string (sheet, 1, head, COR_XLSX_HEAD);
  /* A long head goes over two lines, a name may reach under the next. */
  see_width (sheet, MAX (WIDTH_MIN, (width_of (head) + 1) / 2 + 2));
  sheet->looks[sheet->column] = look_of (name);
  sheet->column++;
}

void
cor_xlsx_heads_end (CorXlsxSheet *sheet)
{
  sheet->n_columns = sheet->column;
  sheet->row = COR_XLSX_FIRST_ROW;
  sheet->column = 0;
  worksheet_freeze_panes (sheet->sheet, COR_XLSX_FIRST_ROW, 1);
  worksheet_repeat_rows (sheet->sheet, 0, 1);
  worksheet_set_row (sheet->sheet, 1, 32, NULL);
}

void
cor_xlsx_text (CorXlsxSheet *sheet, const char *text)
{
  if (text != NULL && *text != '\0')
    {
      put_string (sheet, sheet->row, text, COR_XLSX_PLAIN);
      see_width (sheet, width_of (text) + 1);
    }
  sheet->column++;
}

void
cor_xlsx_number_as (CorXlsxSheet *sheet, double number, CorXlsxLook look)
{
  if (isfinite (number))
    {
      worksheet_write_number (sheet->sheet, sheet->row, sheet->column, number, sheet->book->looks[look]);
      see_width (sheet, fabs (number) >= 1e6 ? 13 : WIDTH_MIN);
    }
  sheet->column++;
}

void
cor_xlsx_number (CorXlsxSheet *sheet, double number)
{
  cor_xlsx_number_as (sheet, number, sheet->looks[sheet->column]);
}

/* The look of a formula in the column at hand. */
static lxw_format *
formula_look (const CorXlsxSheet *sheet)
{
  CorXlsxLook look = sheet->looks[sheet->column];

  if (sheet->marked)
    look = look == COR_XLSX_WHOLE ? COR_XLSX_WHOLE_ASSUMED : look == COR_XLSX_ONE ? COR_XLSX_ONE_ASSUMED : COR_XLSX_ASSUMED;
  return sheet->book->looks[look];
}

void
cor_xlsx_mark_formulas (CorXlsxSheet *sheet, gboolean assumed)
{
  sheet->marked = assumed;
}

void
cor_xlsx_formula (CorXlsxSheet *sheet, double value, const char *format, ...)
{
  g_autofree char *formula = NULL;
  va_list args;

  va_start (args, format);
  formula = g_strdup_vprintf (format, args);
  va_end (args);
  if (isfinite (value))
    {
      worksheet_write_formula_num (sheet->sheet, sheet->row, sheet->column, formula,
                                   formula_look (sheet), value);
      see_width (sheet, fabs (value) >= 1e6 ? 13 : WIDTH_MIN);
    }
  sheet->column++;
}

void
cor_xlsx_row_end (CorXlsxSheet *sheet)
{
  sheet->row++;
  sheet->column = 0;
}

void
cor_xlsx_rows_end (CorXlsxSheet *sheet)
{
  sheet->last_row = sheet->row;
}

void
cor_xlsx_sheet_end (CorXlsxSheet *sheet)
{
  for (guint c = 0; c < COR_XLSX_COLUMNS_MAX; c++)
    if (sheet->widths[c] > 0)
      worksheet_set_column (sheet->sheet, (lxw_col_t) c, (lxw_col_t) c, CLAMP (sheet->widths[c], WIDTH_MIN, WIDTH_MAX), NULL);
  if (sheet->last_row == 0)
    sheet->last_row = sheet->row;
  if (sheet->n_columns > 0 && sheet->last_row > COR_XLSX_FIRST_ROW)
    worksheet_autofilter (sheet->sheet, 1, 0, sheet->last_row - 1, (lxw_col_t) (sheet->n_columns - 1));
  worksheet_set_landscape (sheet->sheet);
  worksheet_set_paper (sheet->sheet, 9);
  worksheet_fit_to_pages (sheet->sheet, 1, 0);
  g_clear_pointer (&sheet->name, g_free);
}

char *
cor_xlsx_cell (guint row, guint column)
{
  char cell[LXW_MAX_CELL_NAME_LENGTH];

  lxw_rowcol_to_cell (cell, row, (lxw_col_t) column);
  return g_strdup (cell);
}

char *
cor_xlsx_mark_text (void)
{
  return g_strdup_printf ("┄ %s", _ ("rests on something assumed; a sum does where any part of it does"));
}
