/* cor-import-lines.h: what became of each line of a file, as a table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-import.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** cor_import_lines_setup: gives the table its columns. */
void cor_import_lines_setup (GtkColumnView *view);

/**
 * cor_import_lines_fill:
 * @import: (nullable): is not kept
 * @only_told: only lines with a remark
 */
void cor_import_lines_fill (GtkColumnView *view, const CorImport *import, gboolean only_told);

/** cor_import_lines_text: (transfer full): all lines, cells parted by tabs, for the clipboard. */
char *cor_import_lines_text (const CorImport *import);

G_END_DECLS
