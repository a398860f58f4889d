/* cor-item-text.h: how things are named, drawn and summed up, the same in list, map and inspector.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-chart-theme.h"
#include "cor-results.h"

G_BEGIN_DECLS

/** CorParityState: what a parity year is where it is none. */
typedef enum
{
  COR_PARITY_UNKNOWN,
  COR_PARITY_IMPOSSIBLE,
  COR_PARITY_NOT_REACHED,
  COR_PARITY_REACHED,
} CorParityState;

/** CorParity: @year where reached; @last: the last model year looked at. */
typedef struct
{
  CorParityState state;
  int year;
  int last;
  CorParitySpells spells;
} CorParity;

/** cor_duty_parity: of one duty of @results. */
CorParity cor_duty_parity (const CorResults *results, const CorDutyResult *duty);

/** cor_item_parity: of a duty, or of the latest duty of a route; @results (nullable). */
CorParity cor_item_parity (const CorResults *results, CorItemKind kind, const char *id);

/** cor_parity_text: (transfer full): "2027", "2027–2030" where it is lost again, "after 2034", "not possible" or an en dash. */
char *cor_parity_text (const CorParity *parity);

/** cor_parity_role: the colour that stands for it. */
CorRole cor_parity_role (const CorParity *parity);

/** cor_kind_plural: the section's name: "Sites", ...; prices for %COR_SELECT_PARAMETER. */
const char *cor_kind_plural (int kind);

/** cor_item_icon: name of its symbolic icon, static. */
const char *cor_item_icon (const CorItem *item);

/** cor_item_role: the colour that goes with its icon. */
CorRole cor_item_role (const CorItem *item);

/** cor_item_subtitle: (transfer full): "Swap station · planned · Dongguan". */
char *cor_item_subtitle (const CorScenario *scenario, const CorItem *item, gboolean zh);

/** cor_station_visits: vehicles a day that stop there by the plans; NaN where not known. */
double cor_station_visits (const CorResults *results, const char *id);

/** cor_policy_short_amount: (transfer full) (nullable): "40 %", "70"; a unit only for per cent. */
char *cor_policy_short_amount (const CorPolicy *policy);

/** cor_unit_text: a unit in the user's language; "" for shares and plain numbers. */
const char *cor_unit_text (const char *unit);

/** cor_price_text: (transfer full): "6.95 /L". */
char *cor_price_text (const CorParamInfo *info, double value);

G_END_DECLS
