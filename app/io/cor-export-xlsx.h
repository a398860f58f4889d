/* cor-export-xlsx.h: scenario and results as a spreadsheet.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-results.h"

G_BEGIN_DECLS

/**
 * CorExportBook: what a spreadsheet is made of.
 * @defaults: the parameters that come with the program
 * @variants: (array length=n_variants): results side by side, that which the others are compared with
 *   first; fewer than two for no such sheet
 * @names: (array length=n_variants): what they are called
 * @network: (nullable): the road network in use, as people call it
 * @describe: a change of a variant in words: what, the value before and that after, each to be freed
 * @zh: whether names of things are Chinese; heads are in the user's language
 */
typedef struct
{
  const CorResults *results;
  const CorParamLayer *defaults;
  const CorResults *const *variants;
  const char *const *names;
  guint n_variants;
  const char *network;
  void (*describe) (const CorScenario *base, const CorScenario *state, const CorChange *change, gboolean zh, char *words[3]);
  gboolean zh;
} CorExportBook;

/**
 * cor_export_xlsx:
 *
 * Sheets: what is in it, results, cost parts, cash flows, emissions, factors, variants, parameters and
 * the items of the scenario. Each has two rows of heads: the names of CSV, and what they mean with the
 * unit. Figures of the model are values; sums, differences and quotients of figures in the book are
 * formulas that carry their value.
 *
 * Returns: (transfer full): the file's content, the same bytes for the same input; %NULL with an error
 */
GBytes *cor_export_xlsx (const CorExportBook *what, GError **error);

G_END_DECLS
