/* cor-xlsx-results.c: the sheet of results.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-xlsx-private.h"

#include <glib/gi18n-lib.h>

/* The column after which the duty's name stands, which CSV does not have. */
#define NAME_AFTER 0u

/* A text of the table of results, which has ids and nicks, in a reader's words. */
static const char *
word (const CorXlsxBook *book, const CorResultsRow *row, const char *column, const char *text)
{
  if (g_str_equal (column, "route") && row->duty->route != NULL)
    return cor_xlsx_name (book, &row->duty->route->item);
  if (g_str_equal (column, "truck"))
    return cor_xlsx_name (book, &row->alternative->truck->item);
  if (g_str_equal (column, "powertrain"))
    return cor_enum_name (cor_powertrain_values, (int) row->alternative->powertrain);
  if (g_str_equal (column, "region"))
    return cor_xlsx_region (book, text);
  if (g_str_equal (column, "feasible"))
    return g_str_equal (text, "true") ? _ ("yes") : _ ("no");
  if (g_str_equal (column, "energy_use_from"))
    return g_str_equal (text, "given") ? _ ("given") : _ ("calculated");
  return text;
}

static void
put_row (CorXlsxSheet *sheet, const CorResultsRow *row)
{
  for (guint c = 0; cor_results_table_column (c) != NULL; c++)
    {
      CorCell cell;

      cor_results_table_cell (row, c, &cell);
      if (cell.borrowed != NULL)
        cor_xlsx_text (sheet, word (sheet->book, row, cor_results_table_column (c)->name, cell.borrowed));
      else
        cor_xlsx_number (sheet, cell.number);
      if (c == NAME_AFTER)
        cor_xlsx_text (sheet, cor_item_label (&row->duty->duty->item, sheet->book->zh));
    }
  cor_xlsx_row_end (sheet);
}

void
cor_xlsx_results (const CorXlsxBook *book, const CorExportBook *what, const GArray *rows)
{
  const CorResultsColumn *column;
  CorXlsxSheet sheet;

  cor_xlsx_sheet_init (&sheet, book, _ ("Results"));
  for (guint c = 0; (column = cor_results_table_column (c)) != NULL; c++)
    {
      cor_xlsx_head (&sheet, column->name, _ (column->label), *column->unit != '\0' ? _ (column->unit) : NULL);
      if (c == NAME_AFTER)
        cor_xlsx_head (&sheet, "duty_name", _ ("Name"), NULL);
    }
  cor_xlsx_heads_end (&sheet);
  for (guint r = 0; r < rows->len; r++)
    put_row (&sheet, &g_array_index (rows, CorResultsRow, r));
  cor_xlsx_sheet_end (&sheet);
}
