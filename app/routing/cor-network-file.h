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

/* Writes a network to a file, in one step: the file is there whole or not at all. */
gboolean cor_network_file_write (const CorNetwork *net, const char *path, GError **error);

G_END_DECLS
