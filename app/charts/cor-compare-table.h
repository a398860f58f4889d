/* cor-compare-table.h: variants of a scenario beside each other, line by line against one of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-chart.h"
#include "cor-trace.h"

G_BEGIN_DECLS

/**
 * CorCompareCell: owned strings, never %NULL.
 * @text: the figure, an en dash where there is none
 * @change: against the baseline; "" in the baseline itself, without a figure, and without a change
 * @better: above 0 for better, below 0 for worse or costlier, 0 for neither
 * @traced: whether the figure has a card, which is that of @key
 */
typedef struct
{
  char *text;
  char *change;
  int better;
  gboolean traced;
  CorTraceKey key;
} CorCompareCell;

/**
 * CorCompareRow: one line.
 * @label, @unit: what the figure is and in what unit; @unit may be ""
 * @duty: (nullable): the id of the duty that the line is about, whose parity year it shows
 * @headline: whether it is one of the figures that stand large
 * @cells: one for each variant
 * @differs: whether any cell is another than the baseline's
 */
typedef struct
{
  char *label;
  char *unit;
  char *duty;
  gboolean headline;
  CorCompareCell *cells;
  guint n_cells;
  gboolean differs;
} CorCompareRow;

/**
 * cor_compare_rows:
 * @results: (array length=n): of each variant; %NULL where there are none yet
 * @baseline: which of them the others are compared with
 * @zh: names in Chinese
 *
 * Returns: (transfer full) (element-type CorCompareRow): the figures of the scenario, then a line
 * for each duty of any variant
 */
GPtrArray *cor_compare_rows (const CorResults *const *results, guint n, guint baseline, gboolean zh);

/**
 * cor_compare_to_csv: the table as CSV: figure, unit and one column a variant, written plainly.
 * @names: (array length=n): what the variants are called
 */
char *cor_compare_to_csv (const CorResults *const *results, const char *const *names, guint n);

/**
 * cor_compare_chart_gap: the TCO gap by model year of all variants, the baseline dashed.
 * @ids: (array length=n): what cor_chart_hit() gives back
 * @strong: the variant that is drawn bold
 */
CorChart *cor_compare_chart_gap (const CorResults *const *results,
                                 const char *const *names,
                                 const char *const *ids,
                                 guint n,
                                 guint baseline,
                                 guint strong);

/** cor_compare_chart_parts: cost per truck by group of parts, diesel first, then each variant. */
CorChart *cor_compare_chart_parts (const CorResults *const *results, const char *const *names, guint n);

/** cor_compare_chart_stages: t CO2e a year by stage, the diesel fleet first, then each variant. */
CorChart *cor_compare_chart_stages (const CorResults *const *results, const char *const *names, guint n);

G_END_DECLS
