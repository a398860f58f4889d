/* cor-wrong-file.h: what is said of a file that is not what was wanted: what it is instead, and what to do.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  COR_WANTED_EXTRACT,
  COR_WANTED_NETWORK
} CorWanted;

/* So many of the first bytes tell. */
#define COR_WRONG_FILE_HEAD 512u

/* Sets COR_ROUTING_ERROR_FORMAT: the file at @path, which begins with these bytes, is not what was wanted; always
 * FALSE. */
gboolean cor_wrong_file_set_error (const char *path, gconstpointer start, gsize size, CorWanted wanted, GError **error);

/* Whether @path is a folder, which is said as above. */
gboolean cor_wrong_file_is_folder (const char *path, CorWanted wanted, GError **error);

/* Whether it begins as a web page does, which looks like XML. */
gboolean cor_wrong_file_is_page (gconstpointer start, gsize size);

G_END_DECLS
