/* cor-export.h: scenarios and results for other programs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-results.h"

G_BEGIN_DECLS

/**
 * cor_export_geojson:
 * @results: (nullable): for the lines that routes take and what comes out for their duties
 *
 * Returns: (transfer full): sites, stations and routes as GeoJSON (RFC 7946), each with every field
 *   it has under the key of scenario files; cor_import_read() brings them back whole
 */
GBytes *cor_export_geojson (const CorScenario *scenario, const CorResults *results);

/**
 * cor_export_gpx:
 * @results: (nullable): for the lines that routes take on the roads
 * @route: (nullable): the id of one route; %NULL for all
 *
 * Returns: (transfer full): the lines of routes as tracks of GPX 1.1, with the sites at their ends as
 *   waypoints; %NULL with %COR_ERROR_REFERENCE where there is no such route
 */
GBytes *cor_export_gpx (const CorScenario *scenario, const CorResults *results, const char *route, GError **error);

/** cor_export_line: (transfer full): array of #CorLonLat: the line that a route takes: on the roads
 * where results say so, else as drawn, else straight from end to end; fewer than two where unknown. */
GArray *cor_export_line (const CorScenario *scenario, const CorResults *results, const CorRoute *route);

/**
 * cor_export_csv:
 * @kind: of the items
 *
 * Returns: (transfer full): a table with a column a field that any of them has; lists as JSON;
 *   cor_import_read() brings sites, stations and routes back whole
 */
GString *cor_export_csv (const CorScenario *scenario, CorItemKind kind);

G_END_DECLS
