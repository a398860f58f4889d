/* cor-network-heights.h: heights of a network's roads, and the slopes that follow.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-heights.h"
#include "cor-network-build.h"
#include "cor-network-file.h"
#include "cor-network-private.h"

G_BEGIN_DECLS

/* Fills net->heights, one for each shape point. Bridges, tunnels and ferries, and roads without a
 * sample, run evenly between what is known at their ends. FALSE with the error of a tile, or with
 * COR_ROUTING_ERROR_EMPTY where no road has a height. */
gboolean cor_network_fill_heights (CorNetwork *net, CorHeights *heights, CorNetworkBuildReport *report,
                                   CorNetworkFileProgress progress, gpointer data, GError **error);

/* Metres above sea level at a share of an edge's length along its shape; 0 without heights. */
double cor_network_height_at (const CorNetwork *net, guint32 edge, double share);

G_END_DECLS
