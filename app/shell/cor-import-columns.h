/* cor-import-columns.h: the first rows of a file, and what each column is taken for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-import-look.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** CorImportColumnChosen: a person chose @key for @column; "" for not used. */
typedef void (*CorImportColumnChosen) (const char *column, const char *key, gpointer data);

/**
 * cor_import_columns_fill:
 * @grid: emptied and filled
 * @said: what was chosen so far, as in #CorImportOptions
 */
void cor_import_columns_fill (GtkGrid *grid,
                              const CorImportLook *look,
                              CorItemKind kind,
                              gboolean trace,
                              GHashTable *said,
                              CorImportColumnChosen chosen,
                              gpointer data);

G_END_DECLS
