/* cor-item-menu.h: what can be done with what is selected, the same menu on the map, in the list and the inspector.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-session.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * cor_item_menu_new: (transfer full) (nullable): for what is selected now; %NULL where nothing can be done
 * with it, as with a section. Its actions are of the groups "win" and "map".
 */
GMenuModel *cor_item_menu_new (CorSession *session);

G_END_DECLS
