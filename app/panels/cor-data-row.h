/* cor-data-row.h: a row of a table as a list model wants it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-trace.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CorDataCell: what stands in a cell, what it is sorted by, whether that is a number, and the figure of
 * @results that it is, %NULL for none: that of @key, or @trace where no key names it.
 */
typedef struct
{
  char *text;
  double value;
  gboolean numeric;
  CorResults *results;
  CorTraceKey key;
  CorTrace *trace;
} CorDataCell;

#define COR_TYPE_DATA_ROW (cor_data_row_get_type ())
/** CorDataRow: signal "changed" when other cells were put in. */
G_DECLARE_FINAL_TYPE (CorDataRow, cor_data_row, COR, DATA_ROW, GObject)

CorDataRow *cor_data_row_new (const char *id);

/** cor_data_row_set_is_sum: whether it stands for all others, as their sum; such a row is bold. */
void cor_data_row_set_is_sum (CorDataRow *self, gboolean is_sum);
gboolean cor_data_row_get_is_sum (CorDataRow *self);

/** cor_data_row_get_id: (nullable) (transfer none). */
const char *cor_data_row_get_id (CorDataRow *self);

/** cor_data_row_add: adds a cell; @text is taken over. */
void cor_data_row_add (CorDataRow *self, CorDataCell cell);

/** cor_data_row_explain: the last cell added is that figure; @trace: (nullable) (transfer full): where no key names it. */
void cor_data_row_explain (CorDataRow *self, const CorResults *results, const CorTraceKey *key, CorTrace *trace);

/** cor_data_row_get_cell: the cell of a column; %NULL where there is none. */
const CorDataCell *cor_data_row_get_cell (CorDataRow *self, guint column);

/** cor_data_row_take: takes the cells of @other over. */
void cor_data_row_take (CorDataRow *self, CorDataRow *other);

/** cor_data_row_compare: by one column; what has no value comes first. */
int cor_data_row_compare (CorDataRow *a, CorDataRow *b, guint column);

G_END_DECLS
