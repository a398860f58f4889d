/* cor-variant.h: named changes on a scenario, made and applied.
 *
 * A change is a path and a value in JSON:
 *   "KIND/ID/KEY"     the field of an item ("stations/yantian/power_kw": 240); null takes it away
 *   "KIND/ID"         a whole item as in the list; null takes the item out
 *   "scenario/KEY"    a field of the scenario as a whole
 *   "parameters/ID"   a parameter, for everything that uses it
 *   "KIND/ID/parameters/PARAMETER", "scenario/parameters/PARAMETER"
 *                     a parameter in the layer of a truck, a duty or the scenario alone: a number,
 *                     or its entries as they stand in a file; null takes it away
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-scenario.h"

G_BEGIN_DECLS

/**
 * cor_variant_change:
 * @path: one of the forms above
 * @json: the value
 *
 * Returns: (transfer full): the scenario with that change, or %NULL with %COR_ERROR_REFERENCE,
 * %COR_ERROR_PARSE or %COR_ERROR_RANGE; the message begins with the path
 */
CorScenario *
cor_variant_change (const CorScenario *scenario, const char *path, const char *json, GError **error);

/**
 * cor_variant_apply:
 * @id: of a variant of @scenario
 *
 * Returns: (transfer full): the scenario with all changes of the variant, or %NULL with an error
 */
CorScenario *cor_variant_apply (const CorScenario *scenario, const char *id, GError **error);

/**
 * cor_variant_difference:
 *
 * Returns: (transfer full): the changes (#CorChange) that make @to of @from; variants and the order
 * of items are left out of it
 */
GArray *cor_variant_difference (const CorScenario *from, const CorScenario *to);

/**
 * cor_scenario_set_parameter:
 *
 * The scenario with one value of @id for everything that uses it, also where a truck or duty had
 * its own. %NULL with %COR_ERROR_RANGE.
 */
CorScenario *cor_scenario_set_parameter (const CorScenario *scenario,
                                         CorParamId id,
                                         double value,
                                         const char *source,
                                         GError **error);

/** cor_scenario_set_parameter_of: the same for the trucks of one powertrain alone. */
CorScenario *cor_scenario_set_parameter_of (const CorScenario *scenario,
                                            CorPowertrain powertrain,
                                            CorParamId id,
                                            double value,
                                            const char *source,
                                            GError **error);

/**
 * cor_item_set_parameter:
 * @item: mutable; the head, a truck or a duty
 *
 * Sets one value of @id in the item's own layer in place of all it had of it; NaN takes them away.
 * FALSE with %COR_ERROR_RANGE.
 */
gboolean cor_item_set_parameter (CorItem *item,
                                 CorParamId id,
                                 double value,
                                 const char *source,
                                 GError **error);

G_END_DECLS
