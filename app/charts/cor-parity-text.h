/* cor-parity-text.h: the parity year of a duty, in words and as a colour: the same in list, map and report.
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

/** CorParity: @year where reached; @first, @last: the model years looked at. */
typedef struct
{
  CorParityState state;
  int year;
  int first, last;
  CorParitySpells spells;
} CorParity;

/**
 * cor_duty_truck: (nullable): the truck that stands for a duty: the assigned one, or, where the cheapest
 * wins, the one that counts against diesel in the model year shown.
 */
const CorAlternative *cor_duty_truck (const CorResults *results, const CorDutyResult *duty);

/** cor_truck_parity: of @truck (nullable), one of those of @duty. */
CorParity cor_truck_parity (const CorResults *results, const CorDutyResult *duty, const CorAlternative *truck);

/** cor_duty_parity: of the truck that stands for the duty. */
CorParity cor_duty_parity (const CorResults *results, const CorDutyResult *duty);

/** cor_parity_is_worse: whether @a is the less favourable of the two: impossible, not reached, late, early. */
gboolean cor_parity_is_worse (const CorParity *a, const CorParity *b);

/**
 * cor_parity_text: (transfer full): "2027", "≤ 2024" where it is there in the first model year, "2027–2030"
 * where it is lost again, "2024–26, 2029+" where it comes back, "after 2034", "not possible" or an en dash.
 */
char *cor_parity_text (const CorParity *parity);

/** cor_parity_full_text: (transfer full): the same with all spells in full, where there is room. */
char *cor_parity_full_text (const CorParity *parity);

/** cor_parity_role: the colour that stands for it. */
CorRole cor_parity_role (const CorParity *parity);

G_END_DECLS
