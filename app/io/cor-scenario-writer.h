/* cor-scenario-writer.h: the text of a scenario's file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-scenario.h"

G_BEGIN_DECLS

/**
 * cor_scenario_to_bytes:
 *
 * Returns: (transfer full): the scenario in our form: keys in the order of the field tables, keys
 * this version does not know after them, what is not given or is as presumed left out
 */
GBytes *cor_scenario_to_bytes (const CorScenario *scenario);

G_END_DECLS
