/* cor-file.h: whole files, read with a limit and replaced so that no half of one is ever left.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-error.h"

G_BEGIN_DECLS

/**
 * cor_file_read:
 * @path: (type filename): a regular file
 * @max_bytes: larger files are refused before they are read
 *
 * Returns: (transfer full): the content, or %NULL with an error of %COR_ERROR (too large, no
 * regular file) or %G_FILE_ERROR, its message without the file's name
 */
GBytes *cor_file_read (const char *path, gsize max_bytes, GError **error);

G_END_DECLS
