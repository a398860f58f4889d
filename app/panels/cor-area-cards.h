/* cor-area-cards.h: the cards of the areas of a small map, by pointer and by keys.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-area-map.h"
#include "cor-trace.h"

G_BEGIN_DECLS

/**
 * cor_area_cards_set:
 * @traces: (transfer full): a #CorTrace for each area, of @results, %NULL for one without a figure
 *
 * A click on an area, or Return on the one that the arrow keys went to, opens its card; the pointer and a screen
 * reader are told its value and what is assumed in it.
 */
void cor_area_cards_set (CorAreaMap *map, const CorResults *results, GPtrArray *traces);

G_END_DECLS
