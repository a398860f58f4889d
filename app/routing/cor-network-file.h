/* cor-network-file.h: a network as a file that is mapped into memory as it is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-network-private.h"

G_BEGIN_DECLS

/* Whether the first bytes are those of a built network. */
gboolean cor_network_file_check (gconstpointer data, gsize size);

/* The network in the bytes, which are kept; everything in them is checked before it is used. */
CorNetwork *cor_network_file_parse (const char *path, GBytes *bytes, GError **error);

/* How much is written, 0 to 1; FALSE with an error ends it. */
typedef gboolean (*CorNetworkFileProgress) (gpointer data, double share, GError **error);

/* Writes a network to a file, in one step: the file is there whole or not at all. */
gboolean cor_network_file_write (const CorNetwork *net, const char *path, CorNetworkFileProgress progress, gpointer data,
                                 GError **error);

/* Says why a file could not be written, by errno; always FALSE. */
gboolean cor_network_file_set_error (const char *path, int code, GError **error);

G_END_DECLS
