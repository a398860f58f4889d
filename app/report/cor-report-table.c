/* cor-report-table.c: tables that go on over pages, their header repeated.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-report-table.h"

#include "cor-trace-rests.h"

#include <glib/gi18n-lib.h>
#include <stdarg.h>

/* Between columns, and above and below a row. */
#define GAP 7.0
#define PAD 2.6

/* Below a table. */
#define AFTER 8.0

/* Room of the sample of dashes below a table. */
#define LEGEND 22.0

typedef enum
{
  ROW_PLAIN,
  ROW_TOTAL,
  ROW_HEADING,
} RowKind;

typedef struct
{
  RowKind kind;
  char **cells; /* as many as there are columns; a heading has one */
  guint32 marked; /* a bit for each column that rests on something assumed */
} Row;

struct _CorTable
{
  CorSheet *sheet;
  const CorColumn *columns;
  guint n;
  gboolean tiny;
  int markup_column; /* -1 for none */
  gboolean marks;    /* whether any cell is marked, and a line below says what that means */
  gboolean sums;     /* whether a marked cell is a sum */
  gboolean bare;     /* leaves that line to others */
  GArray *rows;
  double *x;
  double *width;
};

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

static CorInk
ink_of (const CorTable *table, RowKind kind)
{
  if (kind == ROW_PLAIN)
    return table->tiny ? COR_INK_TINY : COR_INK_SMALL;
  return table->tiny ? COR_INK_TINY_STRONG : COR_INK_SMALL_STRONG;
}

static PangoLayout *
cell_layout (const CorTable *table, const Row *row, guint column)
{
  const char *text = row->cells[column] != NULL ? row->cells[column] : "";
  double width = row->kind == ROW_HEADING ? COR_SHEET_WIDTH : table->width[column];
  PangoLayout *layout = cor_sheet_layout (table->sheet, ink_of (table, row->kind), text,
                                          row->kind != ROW_HEADING && (int) column == table->markup_column, width);

  if (table->columns[column].right && row->kind != ROW_HEADING)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  return layout;
}

/* The dashes below a cell's text. */
static void
draw_mark (const CorTable *table, PangoLayout *layout, guint column, double top)
{
  PangoRectangle ink;

  pango_layout_get_extents (layout, NULL, &ink);
  cor_sheet_dashes (table->sheet, table->x[column] + (double) ink.x / PANGO_SCALE, top + (double) (ink.y + ink.height) / PANGO_SCALE,
               (double) ink.width / PANGO_SCALE);
}

void
cor_sheet_mark_legend (CorSheet *sheet, gboolean sums)
{
  const char *text = sums ? _ ("rests on something assumed; a sum does where any part of it does") : _ ("rests on something assumed");
  g_autoptr (PangoLayout) layout = cor_sheet_layout (sheet, COR_INK_TINY, text, FALSE, COR_SHEET_WIDTH - LEGEND);
  double height = cor_sheet_height (layout);

  cor_sheet_need (sheet, height + PAD);
  sheet->y += PAD;
  cor_sheet_dashes (sheet, COR_SHEET_LEFT, sheet->y + height * 0.7, LEGEND - 5);
  cor_sheet_show (sheet, layout, COR_INK_TINY, COR_SHEET_LEFT + LEGEND, sheet->y);
  sheet->y += height;
}

static guint
n_cells (const CorTable *table, const Row *row)
{
  return row->kind == ROW_HEADING ? 1 : table->n;
}

static double
row_height (const CorTable *table, const Row *row)
{
  double height = 0;

  for (guint i = 0; i < n_cells (table, row); i++)
    {
      g_autoptr (PangoLayout) layout = cell_layout (table, row, i);

      height = MAX (height, cor_sheet_height (layout));
    }
  return height + 2 * PAD + (row->kind == ROW_HEADING ? 4 : 0);
}

static void
draw_row (CorTable *table, const Row *row, double height)
{
  CorSheet *sheet = table->sheet;
  double top = sheet->y + PAD + (row->kind == ROW_HEADING ? 4 : 0);

  for (guint i = 0; i < n_cells (table, row); i++)
    {
      g_autoptr (PangoLayout) layout = cell_layout (table, row, i);

      cor_sheet_show (sheet, layout, table->tiny && row->kind == ROW_PLAIN ? COR_INK_SMALL : ink_of (table, row->kind),
                      table->x[i], top);
      if ((row->marked & 1u << i) != 0)
        draw_mark (table, layout, i, top);
    }
  if (row->kind == ROW_TOTAL)
    cor_sheet_rule (sheet, COR_SHEET_LEFT, sheet->y, 0, 0.7, COR_ROLE_TEXT);
  sheet->y += height;
  cor_sheet_rule (sheet, COR_SHEET_LEFT, sheet->y - 0.2, 0, 0.4, COR_ROLE_GRID);
}

static double
titles_height (const CorTable *table)
{
  double height = 0;

  for (guint i = 0; i < table->n; i++)
    if (*table->columns[i].title != '\0')
      {
        g_autoptr (PangoLayout) layout = cor_sheet_layout (table->sheet, COR_INK_TINY, table->columns[i].title, FALSE, table->width[i]);

        height = MAX (height, cor_sheet_height (layout));
      }
  return height > 0 ? height + PAD : 0;
}

/* Titles stand on the line under them. */
static void
draw_titles (CorTable *table)
{
  CorSheet *sheet = table->sheet;
  double height = titles_height (table);

  for (guint i = 0; i < table->n; i++)
    {
      g_autoptr (PangoLayout) layout = cor_sheet_layout (sheet, COR_INK_TINY, table->columns[i].title, FALSE, table->width[i]);

      if (table->columns[i].right)
        pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
      if (height > 0)
        cor_sheet_show (sheet, layout, COR_INK_TINY, table->x[i], sheet->y + height - PAD - cor_sheet_height (layout));
    }
  sheet->y += height;
  cor_sheet_rule (sheet, COR_SHEET_LEFT, sheet->y - 0.4, 0, 0.8, COR_ROLE_TEXT);
}

static void
free_table (CorTable *table)
{
  for (guint r = 0; r < table->rows->len; r++)
    {
      Row *row = &g_array_index (table->rows, Row, r);

      for (guint i = 0; i < table->n; i++)
        g_free (row->cells[i]);
      g_free (row->cells);
    }
  g_array_unref (table->rows);
  g_free (table->x);
  g_free (table->width);
  g_free (table);
}

void
cor_table_leave_legend (CorTable *table)
{
  table->bare = TRUE;
}

double
cor_table_height (const CorTable *table)
{
  double height = titles_height (table) + AFTER;

  for (guint r = 0; r < table->rows->len; r++)
    height += row_height (table, &g_array_index (table->rows, Row, r));
  return height;
}

void
cor_table_draw (CorTable *table)
{
  CorSheet *sheet = table->sheet;

  if (table->rows->len == 0)
    {
      free_table (table);
      return;
    }
  cor_sheet_need (sheet, 48);
  draw_titles (table);
  for (guint r = 0; r < table->rows->len; r++)
    {
      const Row *row = &g_array_index (table->rows, Row, r);
      double height = row_height (table, row);
      double with_next = height;

      if (row->kind == ROW_HEADING && r + 1 < table->rows->len)
        with_next += row_height (table, row + 1);
      if (sheet->y + with_next > COR_SHEET_BOTTOM)
        {
          cor_sheet_turn (sheet);
          draw_titles (table);
        }
      draw_row (table, row, height);
    }
  if (table->marks && !table->bare)
    cor_sheet_mark_legend (sheet, table->sums);
  sheet->y += AFTER;
  free_table (table);
}
