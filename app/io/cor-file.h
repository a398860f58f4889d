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

/**
 * cor_file_replace:
 * @path: (type filename): a file that is there or not; a link is followed
 * @backup: whether what was there before is kept beside it, with a "~" behind its name
 *
 * Writes a new file beside it, brings it to the disk, then puts it in its place: whoever reads
 * meanwhile, or after a loss of power, finds the old content or the new one, whole. The mode of
 * the old file is kept. FALSE with %COR_ERROR_READ_ONLY, %COR_ERROR_NO_SPACE, %COR_ERROR_BACKUP or
 * %G_FILE_ERROR and the old file untouched; the message does not hold the file's name.
 */
gboolean cor_file_replace (const char *path, GBytes *content, gboolean backup, GError **error);

/**
 * cor_file_remove_litter:
 * @path: (type filename): a file that is replaced by cor_file_replace()
 * @older_than_s: how long ago it must have been written, seconds
 *
 * Removes what programs left beside it that were killed while they wrote.
 */
void cor_file_remove_litter (const char *path, guint older_than_s);

G_END_DECLS
