/* cor-data-dir.h: where the files that come with the program are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cor_data_dir:
 *
 * The folder with parameters, scenarios, schema and base map: the environment's CORRIDOR_DATADIR
 * where it is set; else the source tree's when the program runs from its build tree; else the
 * installed one.
 *
 * Returns: (transfer full): a path; whether it exists was not asked
 */
char *cor_data_dir (void);

/** cor_data_file: (transfer full) (type filename): a file inside cor_data_dir(); parts end in %NULL. */
char *cor_data_file (const char *first, ...) G_GNUC_NULL_TERMINATED;

/** cor_data_locale_dir: where the translations are, by the same rule; static. */
const char *cor_data_locale_dir (void);

G_END_DECLS
