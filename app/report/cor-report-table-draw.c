/* cor-report-table-draw.c: a table of the report on its pages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-report-table-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PAD 2.6

/* Below a table. */
#define AFTER 8.0

/* Room of the sample of dashes below a table. */
#define LEGEND 22.0

/* What the line that says what the dashes mean takes below a table. */
#define LEGEND_ROOM 12.0

/* Between letters of which no line may end. */
#define WORD_JOINER "\u2060"

/* A table, or rows under one heading, of this height at most stand on one page. */
#define KEEP 210.0

/* A title over a table. */
#define TITLE_ROOM 24.0

/* Rows, the total among them, that a page begins with at least. */
#define LEAST_ROWS 4u

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

/* The title of a column; in Chinese a line ends before or after its unit, not within: 里程，公里. */
static PangoLayout *
title_layout (const CorTable *table, guint column)
{
  const char *title = table->columns[column].title, *comma = g_strrstr (title, "，"), *unit = comma != NULL ? comma + strlen ("，") : NULL;
  g_autoptr (GString) text = g_string_new_len (title, unit != NULL ? unit - title : -1);

  for (const char *c = unit; c != NULL && *c != '\0'; c = g_utf8_next_char (c))
    g_string_append_printf (text, "%s%.*s", c > unit ? WORD_JOINER : "", (int) (g_utf8_next_char (c) - c), c);
  return cor_sheet_layout (table->sheet, COR_INK_TINY, text->str, FALSE, table->width[column]);
}

static double
titles_height (const CorTable *table)
{
  double height = 0;

  for (guint i = 0; i < table->n; i++)
    if (*table->columns[i].title != '\0')
      {
        g_autoptr (PangoLayout) layout = title_layout (table, i);

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
      g_autoptr (PangoLayout) layout = title_layout (table, i);

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
  g_free (table->title);
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

/* Where the rows of the heading at @from end. */
static guint
group_end (const CorTable *table, guint from)
{
  guint end = from + 1;

  while (end < table->rows->len && g_array_index (table->rows, Row, end).kind != ROW_HEADING)
    end++;
  return end;
}

static double
sum_of (const double *heights, guint from, guint to)
{
  double sum = 0;

  for (guint r = from; r < to; r++)
    sum += heights[r];
  return sum;
}

/* The heading that row @at stands under, where its rows are few enough to be kept together; else @at. */
static guint
whole_group (const CorTable *table, const double *heights, guint at)
{
  guint head = at;

  while (head > 0 && g_array_index (table->rows, Row, head).kind != ROW_HEADING)
    head--;
  if (g_array_index (table->rows, Row, head).kind != ROW_HEADING || sum_of (heights, head, group_end (table, head)) > KEEP)
    return at;
  return head;
}

/* Which rows from @from on stand on this page: not so many that only the last few are on the next. */
static guint
page_end (const CorTable *table, const double *heights, guint from)
{
  double room = COR_SHEET_BOTTOM - table->sheet->y - (table->marks && !table->bare ? LEGEND_ROOM : 0);
  guint n = table->rows->len, end = from, whole;

  while (end < n && heights[end] <= room)
    room -= heights[end++];
  if (end == n)
    return n;
  if (n - end < LEAST_ROWS && n >= from + 2 * LEAST_ROWS)
    end = n - LEAST_ROWS;
  whole = whole_group (table, heights, end);
  if (whole > from)
    end = whole;
  if (end > from + 1 && g_array_index (table->rows, Row, end - 1).kind == ROW_HEADING)
    end--;
  return MAX (end, from + 1);
}

/* Room for the table with its title where that is little, else for its beginning. */
static void
need_room (CorTable *table, const double *heights)
{
  double title = table->title != NULL ? TITLE_ROOM : 0, titles = titles_height (table);
  double all = titles + sum_of (heights, 0, table->rows->len) + LEGEND_ROOM;
  guint first = MIN (table->rows->len, LEAST_ROWS);

  if (all > KEEP && g_array_index (table->rows, Row, 0).kind == ROW_HEADING)
    first = group_end (table, 0);
  if (all > KEEP)
    all = MIN (titles + sum_of (heights, 0, first), KEEP);
  cor_sheet_need (table->sheet, title + all);
  if (table->title != NULL)
    cor_sheet_subhead (table->sheet, table->title);
}

void
cor_table_draw (CorTable *table)
{
  CorSheet *sheet = table->sheet;
  g_autofree double *heights = g_new (double, table->rows->len);

  for (guint r = 0; r < table->rows->len; r++)
    heights[r] = row_height (table, &g_array_index (table->rows, Row, r));
  if (table->rows->len > 0)
    need_room (table, heights);
  for (guint r = 0; r < table->rows->len;)
    {
      guint end;

      if (r > 0)
        cor_sheet_turn (sheet);
      draw_titles (table);
      for (end = page_end (table, heights, r); r < end; r++)
        draw_row (table, &g_array_index (table->rows, Row, r), heights[r]);
    }
  if (table->rows->len > 0)
    {
      if (table->marks && !table->bare)
        cor_sheet_mark_legend (sheet, table->sums);
      sheet->y += AFTER;
    }
  free_table (table);
}
