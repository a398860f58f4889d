/* cor-draws-trace.h: the cards of what many draws say of a gap.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-monte-carlo.h"
#include "cor-trace.h"

G_BEGIN_DECLS

/** CorDrawsCards: makes the cards of some draws; those of the parameters drawn are made once. For one thread at a time. */
typedef struct _CorDrawsCards CorDrawsCards;

/**
 * cor_draws_cards_new: (transfer full):
 * @gap, @drawn: must outlive it, not its cards
 * @zh: names of the scenario in Chinese
 */
CorDrawsCards *cor_draws_cards_new (const CorGap *gap, const CorMonteCarlo *drawn, gboolean zh);
void cor_draws_cards_free (CorDrawsCards *cards);

/** cor_draws_card_chance: (transfer full): the probability that the truck costs no more than diesel by the year of index @year. */
CorTrace *cor_draws_card_chance (CorDrawsCards *cards, guint year);

/** cor_draws_card_undone: (transfer full): the share of the draws in which the day cannot be done. */
CorTrace *cor_draws_card_undone (CorDrawsCards *cards);

/** cor_draws_card_gap: (transfer full) (nullable): a quantile of the gap in the model year shown, yuan. */
CorTrace *cor_draws_card_gap (CorDrawsCards *cards, CorQuantile quantile);

/**
 * cor_draws_card_year: (transfer full) (nullable): the median of the gap in the model year of index @year, with the other
 * quantiles; %NULL without draws of that year.
 */
CorTrace *cor_draws_card_year (CorDrawsCards *cards, guint year);

/** cor_draws_card_share: (transfer full): the share of the variance that stands at @factor, of all that moves together with it. */
CorTrace *cor_draws_card_share (CorDrawsCards *cards, guint factor);

/** cor_draws_order: (transfer full) (element-type guint): the factors by their share of the spread, the largest first. */
GArray *cor_draws_order (const CorMonteCarlo *drawn);

/** cor_draws_share_label: (transfer full): the factor, and what else has its share of the variance with it. */
char *cor_draws_share_label (const CorGap *gap, const CorMonteCarlo *drawn, guint factor);

/** cor_draws_card_explained: (transfer full): the sum of all shares. */
CorTrace *cor_draws_card_explained (CorDrawsCards *cards);

/** cor_draws_card_factor: (transfer full): what is drawn of a factor: the mean of its distribution, its range, what it moves together with. */
CorTrace *cor_draws_card_factor (CorDrawsCards *cards, guint factor);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorDrawsCards, cor_draws_cards_free)

G_END_DECLS
