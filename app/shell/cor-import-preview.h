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
 * cor_import_preview_items: what of the import is shown; takes a while, for a worker.
 * @scenario: it was read for: routes may end at its sites
 * @network: that routes run on
 *
 * Returns: (transfer full) (element-type CorItem): the first things, the first routes with their lines on the roads;
 *   fewer where it is cancelled
 */
GPtrArray *cor_import_preview_items (const CorImport *import,
                                     const CorScenario *scenario,
                                     CorNetwork *network,
                                     GCancellable *cancellable);

/** cor_import_preview: (transfer full): a map of them; @items are of @import. */
CorMapScene *cor_import_preview (const CorImport *import, GPtrArray *items);

G_END_DECLS
