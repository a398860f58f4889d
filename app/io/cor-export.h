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
 * cor_export_csv:
 * @kind: of the items
 *
 * Returns: (transfer full): a table with a column a field that any of them has; lists as JSON;
 *   cor_import_read() brings sites, stations and routes back whole
 */
GString *cor_export_csv (const CorScenario *scenario, CorItemKind kind);

G_END_DECLS
