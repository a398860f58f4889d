/* cor-network-choice.h: the road networks there are, one of them in use.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-engine.h"
#include "cor-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define COR_TYPE_NETWORK_CHOICE (cor_network_choice_get_type ())
/** CorNetworkChoice: a row for each network; the one of the document is chosen, after undo, too. */
G_DECLARE_FINAL_TYPE (CorNetworkChoice, cor_network_choice, COR, NETWORK_CHOICE, AdwPreferencesGroup)

/** cor_network_choice_set_session: whose scenario uses the network that is chosen, and what evaluates it; once. */
void cor_network_choice_set_session (CorNetworkChoice *self, CorSession *session, CorEngine *engine);

/** cor_network_choice_fill: shows what is there by now. */
void cor_network_choice_fill (CorNetworkChoice *self);

/** cor_network_choice_use: uses the network of that name, %NULL for the one that comes with the program; one step. */
void cor_network_choice_use (CorNetworkChoice *self, const char *name);

G_END_DECLS
