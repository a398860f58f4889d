/* cor-data-column.h: a column of a table of rows: its cells, and the order by it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * cor_data_column_new:
 * @index: which cell of a #CorDataRow it shows; the first takes the room that is left
 * @numeric: aligned to the end
 *
 * Returns: (transfer full): the column, with its sorter
 */
GtkColumnViewColumn *cor_data_column_new (const char *title, guint index, gboolean numeric);

G_END_DECLS
