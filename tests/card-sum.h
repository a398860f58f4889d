/* card-sum.h: works out again the numbers of a card, with the rounding of each figure carried along.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** CardRange: where a figure may lie. */
typedef struct
{
  double low, high;
} CardRange;

/** card_sum: the range of @numbers, which must be one expression as #CorTrace has it; fails the test else. */
CardRange card_sum (const char *numbers);

/** card_years: the first year of "year: a > b; year: a ≤ b" that has "≤", 0 for none; checks each pair. */
int card_years (const char *numbers, int *last);

G_END_DECLS
