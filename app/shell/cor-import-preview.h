/* cor-import-preview.h: what is to be imported, on the map and nothing else.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-import.h"
#include "cor-map-scene.h"
#include "cor-network.h"

G_BEGIN_DECLS

/* More things than these are not drawn. */
#define COR_IMPORT_PREVIEW_MAX 4000u

/**
 * cor_import_preview:
 * @scenario: it was read for: routes may end at its sites
 * @network: that routes run on
 *
 * Returns: (transfer full): the first things of the import, routes on the roads
 */
CorMapScene *cor_import_preview (const CorImport *import, const CorScenario *scenario, CorNetwork *network);

G_END_DECLS
