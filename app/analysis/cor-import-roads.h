/* cor-import-roads.h: imported lines laid on the roads.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-import.h"
#include "cor-network.h"

G_BEGIN_DECLS

/**
 * cor_import_lay_on_roads:
 * @import: as cor_import_read_with() gives it, nobody else has it yet
 * @scenario: it was read for
 *
 * Routes that came with a line get the places to pass between which the router drives the same way,
 * and no line; those that follow no road keep theirs. Tells so in the notes. What was exported by
 * this program stays as it is.
 *
 * Returns: %FALSE with %G_IO_ERROR_CANCELLED
 */
gboolean cor_import_lay_on_roads (CorImport *import,
                                  const CorScenario *scenario,
                                  CorNetwork *network,
                                  GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
