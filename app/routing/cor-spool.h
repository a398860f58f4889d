/* cor-spool.h: what is put aside in a file without a name, and read again from its beginning.
 *
 * The file lies in the folder of the file that is being made, where there has to be room anyway, and is gone when
 * it is closed, however the program ends.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _CorSpool CorSpool;

/* In the folder of @beside, which is named in what is said of trouble. */
CorSpool *cor_spool_new (const char *beside, GError **error);
void cor_spool_free (CorSpool *spool);

/* Adds bytes, until it is read; whether that went well is said by the next check. */
void cor_spool_put (CorSpool *spool, gconstpointer data, gsize size);

/* Whether all went well so far: else what did not. */
gboolean cor_spool_check (CorSpool *spool, GError **error);

/* Back to the beginning, to read; nothing is put from then on. */
gboolean cor_spool_rewind (CorSpool *spool, GError **error);

/* The next bytes; FALSE at the end, or where reading failed, which the next check says. */
gboolean cor_spool_get (CorSpool *spool, gpointer data, gsize size);

/* Bytes from anywhere, in between, before or after the beginning is gone back to. */
gboolean cor_spool_peek (CorSpool *spool, goffset at, gpointer data, gsize size);

G_END_DECLS
