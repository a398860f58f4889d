/* cor-report-table.c: tables that go on over pages, their header repeated.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-report-table-private.h"

#include "cor-trace-rests.h"

#include <glib/gi18n-lib.h>
#include <stdarg.h>

/* Between columns, and above and below a row. */

#define GAP 7.0

CorTable *
cor_table_new (CorSheet *sheet, const CorColumn *columns, guint n, gboolean tiny)
{
  CorTable *table = g_new0 (CorTable, 1);
  double sum = 0, at = COR_SHEET_LEFT;

  table->sheet = sheet;
  table->columns = columns;
  table->n = n;
  table->tiny = tiny;
  table->markup_column = -1;
  table->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  table->x = g_new (double, n);
  table->width = g_new (double, n);
  for (guint i = 0; i < n; i++)
    sum += columns[i].width;
  for (guint i = 0; i < n; i++)
    {
      table->x[i] = at;
      table->width[i] = columns[i].width / sum * (COR_SHEET_WIDTH - (n - 1) * GAP);
      at += table->width[i] + GAP;
    }
  return table;
}

void
cor_table_set_markup_column (CorTable *table, guint column)
{
  table->markup_column = (int) column;
}

static void
add (CorTable *table, RowKind kind, va_list args)
{
  Row row = { kind, g_new0 (char *, table->n), 0 };

  for (guint i = 0; i < table->n; i++)
    row.cells[i] = va_arg (args, char *);
  g_array_append_val (table->rows, row);
}

void
cor_table_add (CorTable *table, ...)
{
  va_list args;

  va_start (args, table);
  add (table, ROW_PLAIN, args);
  va_end (args);
}

void
cor_table_add_total (CorTable *table, ...)
{
  va_list args;

  va_start (args, table);
  add (table, ROW_TOTAL, args);
  va_end (args);
}

void
cor_table_add_heading (CorTable *table, const char *text)
{
  Row row = { ROW_HEADING, g_new0 (char *, table->n), 0 };

  row.cells[0] = g_strdup (text);
  g_array_append_val (table->rows, row);
}

void
cor_table_mark (CorTable *table, guint column)
{
  Row *row;

  g_return_if_fail (table->rows->len > 0 && column < MIN (table->n, 32));

  row = &g_array_index (table->rows, Row, table->rows->len - 1);
  row->marked |= 1u << column;
  table->marks = TRUE;
  table->sums |= row->kind == ROW_TOTAL;
}

void
cor_table_mark_key (CorTable *table, guint column, const CorTraceKey *key)
{
  if (cor_trace_rests (table->sheet->results, key))
    cor_table_mark (table, column);
}

void
cor_table_set_title (CorTable *table, const char *title)
{
  table->title = g_strdup (title);
}
