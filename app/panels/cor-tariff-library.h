/* cor-tariff-library.h: published tariffs that come with the program, to pick from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-scenario.h"

G_BEGIN_DECLS

/** cor_tariff_library: (transfer none): a scenario whose tariffs they are; %NULL where it cannot be read. */
const CorScenario *cor_tariff_library (void);

/**
 * cor_tariff_library_take: the scenario with the library's tariff @id, under an id of its own.
 * @taken: (out) (transfer full): that id
 *
 * Returns: (transfer full): or %NULL where the library has none of that id
 */
CorScenario *cor_tariff_library_take (const CorScenario *scenario, const char *id, char **taken);

G_END_DECLS
