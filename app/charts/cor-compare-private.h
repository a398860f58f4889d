/* cor-compare-private.h: the lines of a comparison, for cor-compare-*.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-compare-table.h"

G_BEGIN_DECLS

/* How a figure is written. */
typedef enum
{
  COR_COMPARE_YEAR, /* NaN: nothing to compare; 0: not reached */
  COR_COMPARE_SHARE,
  COR_COMPARE_MONEY,
  COR_COMPARE_TONNES,
  COR_COMPARE_MINUTES,
  COR_COMPARE_NUMBER,
} CorCompareManner;

/*
 * CorCompareLine: a line of the scenario as a whole; less is better in all of them.
 * @figure: NaN where there is none, and then @absent says why, translated
 * @quantity: %COR_N_TRACE_QUANTITIES where it has no card of its own
 * @key, @plain_unit: what CSV calls it
 */
typedef struct
{
  const char *label;
  const char *unit;
  double (*figure) (const CorResults *results);
  const char *(*absent) (const CorResults *results);
  CorCompareManner manner;
  CorTraceQuantity quantity;
  const char *key, *plain_unit;
} CorCompareLine;

/* All lines, @n of them. */
const CorCompareLine *cor_compare_lines (guint *n);

/* The duties of all variants, those of the first first. */
GPtrArray *cor_compare_duties (const CorResults *const *results, guint n);

/* The parity year of the truck that stands for a duty, as on the map, and all spells of it; NaN where there is none,
 * and then why, translated. */
double cor_compare_duty_parity (const CorResults *results, const char *id, CorParitySpells *spells);
const char *cor_compare_duty_absent (const CorResults *results, const char *id);

G_END_DECLS
