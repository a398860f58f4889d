/* cor-case.h: results as they would be with something moved, so that every figure of the moved case has its card.
 *
 * A case shares all with the results it comes from but the cost of the trucks it was told; their cards are the
 * ordinary ones, with what was moved and the figure as it is without.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-results.h"

G_BEGIN_DECLS

/**
 * CorMove: one thing that a case has otherwise.
 * @from, @to: in @unit
 * @region: (nullable): its id
 * @worked: (nullable): results in which the truck's day is planned with this moved, for the cards of its operation
 * @scales: the operation of the trucks goes with it in proportion
 * @year, @region, @status, @source, @place: of what is moved, as an input of a card has them; strings are owned
 */
typedef struct
{
  char *label;
  double from;
  double to;
  char *unit;
  int year;
  char *region;
  CorParamStatus status;
  char *source;
  char *place;
  CorResults *worked;
  gboolean scales;
} CorMove;

/** cor_case_new: (transfer full): a case of @base, which it keeps; as it is until told and finished. */
CorResults *cor_case_new (const CorResults *base);

/** cor_case_add_move: says what is moved; takes the strings of @move over. */
void cor_case_add_move (CorResults *results, CorMove move);

/**
 * cor_case_set_truck:
 * @truck: index of the alternative, -1 for the diesel truck
 * @year: index of the model year
 * @grid: (nullable): %NULL where the truck has no cost then
 * @use, @terms: what the cost of the truck follows from besides; copied
 * @n_terms: those of cor_evaluate_terms() first, then those that were added
 *
 * Emissions and the day's plan stay those of the results it comes from.
 *
 * Returns: FALSE where there is no cost then
 */
gboolean cor_case_set_truck (CorResults *results,
                             guint duty,
                             int truck,
                             guint year,
                             const CorTcoGrid *grid,
                             const CorUse *use,
                             const CorPolicyTerm *terms,
                             guint n_terms);

/** cor_case_finish: sums and parity of the case; nothing is told after. */
void cor_case_finish (CorResults *results);

G_END_DECLS
