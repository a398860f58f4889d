/* cor-data-row.c: a row of a table as a list model wants it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-data-row.h"

#include <math.h>

struct _CorDataRow
{
  GObject parent_instance;

  char *id;
  GArray *cells;
  gboolean is_sum;
};

G_DEFINE_FINAL_TYPE (CorDataRow, cor_data_row, G_TYPE_OBJECT)

static guint changed_signal;

static void
cell_clear (gpointer data)
{
  CorDataCell *cell = data;

  g_clear_pointer (&cell->text, g_free);
  g_clear_pointer (&cell->results, cor_results_unref);
  g_clear_pointer (&cell->trace, cor_trace_unref);
}

static GArray *
cells_new (void)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (CorDataCell));

  g_array_set_clear_func (cells, cell_clear);
  return cells;
}

static void
cor_data_row_finalize (GObject *object)
{
  CorDataRow *self = COR_DATA_ROW (object);

  g_free (self->id);
  g_array_unref (self->cells);
  G_OBJECT_CLASS (cor_data_row_parent_class)->finalize (object);
}

static void
cor_data_row_class_init (CorDataRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cor_data_row_finalize;
  changed_signal = g_signal_new ("changed", COR_TYPE_DATA_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cor_data_row_init (CorDataRow *self)
{
  self->cells = cells_new ();
}

CorDataRow *
cor_data_row_new (const char *id)
{
  CorDataRow *self = g_object_new (COR_TYPE_DATA_ROW, NULL);

  self->id = g_strdup (id);
  return self;
}

void
cor_data_row_set_is_sum (CorDataRow *self, gboolean is_sum)
{
  g_return_if_fail (COR_IS_DATA_ROW (self));

  self->is_sum = is_sum;
}

gboolean
cor_data_row_get_is_sum (CorDataRow *self)
{
  g_return_val_if_fail (COR_IS_DATA_ROW (self), FALSE);

  return self->is_sum;
}

const char *
cor_data_row_get_id (CorDataRow *self)
{
  return self->id;
}

void
cor_data_row_add (CorDataRow *self, CorDataCell cell)
{
  g_array_append_val (self->cells, cell);
}

void
cor_data_row_explain (CorDataRow *self, const CorResults *results, const CorTraceKey *key, CorTrace *trace)
{
  CorDataCell *cell;

  g_return_if_fail (self->cells->len > 0);

  cell = &g_array_index (self->cells, CorDataCell, self->cells->len - 1);
  g_clear_pointer (&cell->results, cor_results_unref);
  cell->results = cor_results_ref ((CorResults *) results);
  g_clear_pointer (&cell->trace, cor_trace_unref);
  cell->key = *key;
  cell->trace = trace;
}

const CorDataCell *
cor_data_row_get_cell (CorDataRow *self, guint column)
{
  return column < self->cells->len ? &g_array_index (self->cells, CorDataCell, column) : NULL;
}

void
cor_data_row_take (CorDataRow *self, CorDataRow *other)
{
  g_array_unref (self->cells);
  self->cells = g_steal_pointer (&other->cells);
  other->cells = cells_new ();
  g_signal_emit (self, changed_signal, 0);
}

int
cor_data_row_compare (CorDataRow *a, CorDataRow *b, guint column)
{
  const CorDataCell *ca = cor_data_row_get_cell (a, column);
  const CorDataCell *cb = cor_data_row_get_cell (b, column);

  if (ca == NULL || cb == NULL)
    return (ca != NULL) - (cb != NULL);
  if (!ca->numeric)
    return g_utf8_collate (ca->text != NULL ? ca->text : "", cb->text != NULL ? cb->text : "");
  if (isnan (ca->value) || isnan (cb->value))
    return isnan (cb->value) - isnan (ca->value);
  return (ca->value > cb->value) - (ca->value < cb->value);
}
