/* cor-place-card.h: where a site or station is: its coordinates, to be read and typed, and the way to its road.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-network.h"
#include "cor-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define COR_TYPE_PLACE_CARD (cor_place_card_get_type ())
G_DECLARE_FINAL_TYPE (CorPlaceCard, cor_place_card, COR, PLACE_CARD, AdwBin)

/**
 * cor_place_card_new:
 * @network: (nullable): the roads that the scenario is calculated on; %NULL while they are not known
 * @kind: a site or a station
 */
GtkWidget *cor_place_card_new (CorSession *session, CorNetwork *network, CorItemKind kind, const char *id);

/** cor_place_card_refresh: shows where it is now. */
void cor_place_card_refresh (CorPlaceCard *self);

G_END_DECLS
