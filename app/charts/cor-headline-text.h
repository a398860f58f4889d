/* cor-headline-text.h: what the four numbers say.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-trace.h"

G_BEGIN_DECLS

/** CorHeadlineKind: the four numbers in their order. */
typedef enum
{
  COR_HEADLINE_PARITY,
  COR_HEADLINE_DETOUR,
  COR_HEADLINE_EMISSIONS,
  COR_HEADLINE_PUBLIC,
  COR_N_HEADLINES
} CorHeadlineKind;

/**
 * CorHeadlineText: owned strings; free with cor_headline_text_clear().
 * @value: the number, an en dash where there is none
 * @unit: what stands small beside it, or ""
 * @change: against the baseline, or "" where there is nothing to compare or no change
 * @better: above 0 for better, below 0 for worse or costlier, 0 for neither
 * @base: the baseline's value, or ""
 */
typedef struct
{
  char *value;
  char *unit;
  char *change;
  int better;
  char *base;
} CorHeadlineText;

/** cor_headline_title: translated, static. */
const char *cor_headline_title (CorHeadlineKind kind);

/** cor_headline_quantity: the figure of the results that the number is. */
CorTraceQuantity cor_headline_quantity (CorHeadlineKind kind);

/** cor_headline_about: what the number is, in a sentence; translated, static. */
const char *cor_headline_about (CorHeadlineKind kind);

/**
 * cor_parity_years_text: (transfer full): "2027" where parity lasts, else every spell of it:
 * "2027–2030, from 2033"; "≤ 2024" where it is there by @first (0: no such bound), "after 2034"
 * where it is not reached by @last.
 */
char *cor_parity_years_text (const CorParitySpells *parity, int first, int last);

/** cor_parity_short_text: the same for small places: "2024–26, 2029+"; of more than two spells when the first begins and how many, "2025 (3×)". */
char *cor_parity_short_text (const CorParitySpells *parity, int first, int last);

/** cor_headline_text: @results, @baseline: (nullable). */
void cor_headline_text (CorHeadlineKind kind,
                        const CorResults *results,
                        const CorResults *baseline,
                        CorHeadlineText *out);

/** cor_headline_text_clear: frees what it owns. */
void cor_headline_text_clear (CorHeadlineText *text);

G_END_DECLS
