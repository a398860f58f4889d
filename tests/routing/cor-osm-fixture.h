/* cor-osm-fixture.h: small OpenStreetMap extracts, written for the tests.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-network-build.h"
#include "cor-network-fixture.h"

/* Metres of 0.01 degrees at the equator, the side of the little map's squares. */
#define SQUARE_M 1111.95

/* A place half way along the road that leads to the little map from the west, or from the east. */
#define WEST ((CorLonLat){ -0.005, 0.0 })
#define EAST ((CorLonLat){ 0.025, 0.0 })

/* The little map, as XML:
 *
 *          110 ---- 111 ---- 112       way 2, always open both ways
 *           |                 |
 *   200 -- 100 ---- 101 ---- 102 -- 201
 *    way 9      way 1           way 8
 *
 * Way 1 has the tags given ("key=value;key=value"); node 101 those of the second, and more is put
 * behind the ways as it is. From west to east way 1 makes 3 squares, way 2 makes 5. */
char *fixture_osm (const char *way_tags, const char *node_tags, const char *more);

/* Writes bytes to a temporary file; free the name after removing the file. */
char *fixture_file (const char *ending, gconstpointer data, gsize size);

/* Builds a network of the bytes of an extract, and loads it; NULL with the error. */
CorNetwork *fixture_build (const char *ending, gconstpointer data, gsize size,
                           CorNetworkBuildReport *report, GError **error);

/* The same with the heights of the tiles in a folder; NULL for none. */
CorNetwork *fixture_build_heights (const char *ending, gconstpointer data, gsize size, const char *heights,
                                   CorNetworkBuildReport *report, GError **error);
