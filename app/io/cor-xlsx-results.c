/* cor-xlsx-results.c: the sheet of results.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-xlsx-private.h"

#include <glib/gi18n-lib.h>

/* The column after which the duty's name stands, which CSV does not have. */
#define NAME_AFTER 0u

static void
put_row (CorXlsxSheet *sheet, const CorResultsRow *row)
{
  for (guint c = 0; cor_results_table_column (c) != NULL; c++)
    {
      CorCell cell;

      cor_results_table_cell (row, c, &cell);
      if (cell.borrowed != NULL)
        cor_xlsx_text (sheet, cell.borrowed);
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
