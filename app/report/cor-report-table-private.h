/* cor-report-table-private.h: the inside of a table of the report, for cor-report-table*.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-report-table.h"

G_BEGIN_DECLS

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
  char *title;       /* stands above it, or NULL */
  GArray *rows;
  double *x;
  double *width;
};

G_END_DECLS
