/* cor-siting-candidates.h: which stations there are to choose among, and a way to have some.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-scenario.h"

G_BEGIN_DECLS

/** cor_siting_stations: how many stations of that status there are. */
guint cor_siting_stations (const CorScenario *scenario, CorStationStatus status);

/** cor_siting_candidates_text: (transfer full): what there is to choose among, or what to do where nothing is. */
char *cor_siting_candidates_text (const CorScenario *scenario);

/** cor_siting_with_candidates: (transfer full): the scenario with all planned stations as candidates. */
CorScenario *cor_siting_with_candidates (CorScenario *scenario);

G_END_DECLS
