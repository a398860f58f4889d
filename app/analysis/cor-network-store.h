/* cor-network-store.h: the road networks that a person built, by the names that scenarios use.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-network.h"

G_BEGIN_DECLS

/**
 * cor_network_store_path: (transfer full): where the network of that name lies or would lie; %NULL
 * where the name can be none.
 */
char *cor_network_store_path (const char *name);

/** cor_network_store_names: (transfer full): the names of all that are there, in their order. */
char **cor_network_store_names (void);

/** cor_network_store_name_for: (transfer full): the name that an extract's network gets: that of its
 * file without endings. */
char *cor_network_store_name_for (const char *extract);

/**
 * cor_network_store_load:
 *
 * Returns: (transfer full): the network, or %NULL with %G_FILE_ERROR_NOENT where there is none of
 *   that name, or an error as cor_network_load()
 */
CorNetwork *cor_network_store_load (const char *name, const CorRoadSpeeds *speeds, GError **error);

G_END_DECLS
