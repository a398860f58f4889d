/* cor-network-build.h: makes a road network of an OpenStreetMap extract.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-network.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CorNetworkBuildStep:
 * @COR_NETWORK_BUILD_ROADS: reads which ways are roads
 * @COR_NETWORK_BUILD_PLACES: reads where they run
 * @COR_NETWORK_BUILD_JOIN: joins them to a network
 * @COR_NETWORK_BUILD_HEIGHTS: looks up how high they lie, where there are tiles
 * @COR_NETWORK_BUILD_WRITE: writes the file
 */
typedef enum
{
  COR_NETWORK_BUILD_ROADS,
  COR_NETWORK_BUILD_PLACES,
  COR_NETWORK_BUILD_JOIN,
  COR_NETWORK_BUILD_HEIGHTS,
  COR_NETWORK_BUILD_WRITE
} CorNetworkBuildStep;

/**
 * CorNetworkBuildProgress:
 * @share: of the time that the whole work takes, 0 to 1, never falling
 * @data: as given to cor_network_build()
 *
 * Told from the thread that builds, some hundred times.
 */
typedef void (*CorNetworkBuildProgress) (CorNetworkBuildStep step,
                                         double share,
                                         gpointer data);

/**
 * CorNetworkBuildReport:
 * @ways: roads that trucks may use, in the extract
 * @nodes, @edges, @points: junctions, road pieces and shape points of the network
 * @turns_kept: turn restrictions that the network honours
 * @turns_left_out: those that it does not: by the hour, or with roads missing
 * @conditions_kept: restrictions of ways that hang on the weight or size of the truck
 * @conditions_left_out: those that hang on hours or anything else
 * @edges_cut_off: road pieces left out because they cannot be reached from the largest part and left
 *   for it
 * @barriers: places where a road is closed to trucks
 * @heights_found: shape points whose height the tiles gave; @heights_between: those on bridges, in
 *   tunnels and where no sample was, which run evenly between the others; both 0 without heights
 */
typedef struct
{
  guint ways;
  guint nodes;
  guint edges;
  guint points;
  guint turns_kept;
  guint turns_left_out;
  guint conditions_kept;
  guint conditions_left_out;
  guint edges_cut_off;
  guint barriers;
  guint heights_found;
  guint heights_between;
} CorNetworkBuildReport;

/**
 * cor_network_build:
 * @in: an OpenStreetMap extract: .osm, .osm.bz2 or .osm.pbf
 * @out: the network file to write; it is there whole or not at all
 * @heights: (nullable): a folder with SRTM tiles (cor-heights.h), for slopes; %NULL for level roads
 * @progress: (nullable)
 * @cancellable: (nullable)
 * @report: (out) (optional): what came of it
 *
 * Reads the roads that trucks may use, with what their signs say: access, one way, forbidden turns,
 * limits of height, weight, length and width, toll, ferries, class, speed, names. Keeps the largest
 * part in which every road leads to every other. The file carries OpenStreetMap's attribution.
 *
 * Reads the extract twice and keeps only roads in memory: about 3 MB for each MB of an .osm.pbf as it
 * comes, 5.5 where nothing but roads is in it. Ways and shapes are put aside in files without a name
 * beside @out meanwhile, about the size of @out together. Meant for a thread of its own.
 *
 * Returns: %FALSE with %COR_ROUTING_ERROR_FORMAT where the extract is damaged or none,
 *   %COR_ROUTING_ERROR_EMPTY where it has no roads or the folder no tile for them,
 *   %COR_ROUTING_ERROR_NO_MEMORY or %COR_ROUTING_ERROR_NO_SPACE where it is too large,
 *   %G_IO_ERROR_CANCELLED or another #GIOError
 */
gboolean cor_network_build (const char *in,
                            const char *out,
                            const char *heights,
                            CorNetworkBuildProgress progress,
                            gpointer data,
                            GCancellable *cancellable,
                            CorNetworkBuildReport *report,
                            GError **error);

G_END_DECLS
