/* cor-item-text.h: how things are named, drawn and summed up, the same in list, map and inspector.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-parity-text.h"
#include "cor-session.h"
#include "cor-trace.h"

G_BEGIN_DECLS

/** cor_item_parity: of a duty, or of the latest duty of a route; @results (nullable). */
CorParity cor_item_parity (const CorResults *results, CorItemKind kind, const char *id);

/** cor_kind_plural: the section's name: "Sites", ...; prices for %COR_SELECT_PARAMETER. */
const char *cor_kind_plural (int kind);

/** cor_kind_selected: (transfer full): "3 stations selected". */
char *cor_kind_selected (CorItemKind kind, guint n);

/** cor_item_icon: name of its symbolic icon, static. */
const char *cor_item_icon (const CorItem *item);

/** cor_item_role: the colour that goes with its icon. */
CorRole cor_item_role (const CorItem *item);

/** cor_item_subtitle: (transfer full): "Swap station · planned · Dongguan". */
char *cor_item_subtitle (const CorScenario *scenario, const CorItem *item, gboolean zh);

/** cor_item_kind_has_figure: whether list and map show a computed number of things of that kind. */
gboolean cor_item_kind_has_figure (CorItemKind kind);

/** cor_item_figure_key: names that number of a duty, a route or a station in @results; FALSE where there is none. */
gboolean cor_item_figure_key (const CorResults *results, CorItemKind kind, const char *id, CorTraceKey *key);

/** cor_station_visits: vehicles a day that stop there by the plans; NaN where not known. */
double cor_station_visits (const CorResults *results, const char *id);

/** cor_policy_amount_text: (transfer full) (nullable): "40 %", "252 yuan/kWh", "650–850 yuan/kWh" where it goes by steps or
 * years, which stand for its own; @otherwise where the policy says nothing, NaN for none. %NULL too where its kind has
 * several amounts and it says none. */
char *cor_policy_amount_text (const CorPolicy *policy, double otherwise);

/** cor_policy_otherwise: what the policy takes without an amount, by the first truck that it touches, in the model year
 * shown and the unit of its kind; NaN where it does nothing. */
double cor_policy_otherwise (CorSession *session, const CorPolicy *policy);

/** cor_price_is: whether a parameter is a price: yuan of something. */
gboolean cor_price_is (const CorParamInfo *info);

/** cor_price_least_digits: of a price behind the point, wherever it stands: 7.30, 46.0. */
int cor_price_least_digits (double value);

/** cor_price_text: (transfer full): "6.95 /L", with all digits that were typed. */
char *cor_price_text (const CorParamInfo *info, double value);

G_END_DECLS
