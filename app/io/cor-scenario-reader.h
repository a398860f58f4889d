/* cor-scenario-reader.h: a scenario from the text of its file.
 *
 * The file is one object: "format", "version", "scenario" (the head), then the lists "sites",
 * "stations", "routes", "trucks", "duties", "policies", "variants". Each object has the keys of
 * its field table (cor-item.h). In them
 *   a list of places by the way   is  ["SITE", [LON, LAT], …]
 *   a free-hand line              is  [[LON, LAT], …]
 *   amounts by year               are {"2025": AMOUNT, …}, the years rising
 *   the changes of a variant      are {"KIND/ID/KEY": VALUE, …}
 *   parameters                    are entries as in data/parameters/ (cor-param-entry.h)
 * An absent key and null mean "not given". Keys nobody knows are kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-json.h"
#include "cor-scenario.h"

G_BEGIN_DECLS

/* What a file says of itself. */
#define COR_SCENARIO_FORMAT "corridor-scenario"
#define COR_SCENARIO_VERSION 1

/* Levels of brackets around the value of an item's member, or of a variant's change. */
#define COR_ITEM_VALUE_DEPTH 4

/**
 * cor_scenario_from_bytes:
 *
 * Returns: (transfer full): the scenario, or %NULL with an error that names line and key: text that
 * is no JSON, a newer version, a wrong type, a number outside its range, a missing key, an id that
 * is there twice. Ids that name nothing are no error here; see cor-scenario-check.h.
 */
CorScenario *cor_scenario_from_bytes (GBytes *bytes, GError **error);

/**
 * cor_scenario_from_json:
 * @faults: every fault is added here
 *
 * The same from parsed text; %NULL where there is any fault.
 */
CorScenario *cor_scenario_from_json (const CorJson *root, GPtrArray *faults);

/**
 * cor_item_from_json:
 * @faults: every fault is added here
 *
 * Returns: (transfer full): one item of a list, or %NULL where there is any fault
 */
CorItem *cor_item_from_json (CorItemKind kind, const CorJson *node, GPtrArray *faults);

/**
 * cor_item_extra_from_text: (transfer full): what a text says that an item of that kind can carry
 * along without knowing it: the members of an object that are no fields; %NULL where there are none
 */
char *cor_item_extra_from_text (CorItemKind kind, const char *text);

G_END_DECLS
