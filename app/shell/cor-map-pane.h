/* cor-map-pane.h: the map of a window with its tools and legend.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-map-base.h"
#include "cor-object-layer.h"
#include "cor-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define COR_TYPE_MAP_PANE (cor_map_pane_get_type ())
/**
 * CorMapPane: properties "tool" ("select", "route", "station", "site",
 * "measure"); "station-kind" that is placed ("charging", "swap"), until it is set by the trucks at work; "colour" of routes ("parity", "charge", "detour", "load", "emissions"); "stations", what their
 * discs say ("kind", "access"); "buffer", kilometres marked to each side of the routes;
 * "has-reach". Signal "placed" (int kind): a site or station was put where the tool clicked, and is selected.
 */
G_DECLARE_FINAL_TYPE (CorMapPane, cor_map_pane, COR, MAP_PANE, AdwBin)

GtkWidget *cor_map_pane_new (CorSession *session, const CorMapBase *base);

/** cor_map_pane_set_base: another base, with other roads. */
void cor_map_pane_set_base (CorMapPane *self, const CorMapBase *base);

/** cor_map_pane_fit: shows the whole scenario. */
void cor_map_pane_fit (CorMapPane *self);

/** cor_map_pane_fit_empty: shows the region of a scenario without anything on the map; others stay where they are. */
void cor_map_pane_fit_empty (CorMapPane *self);

/** cor_map_pane_fit_selected: shows all that is selected, as large as it can be. */
void cor_map_pane_fit_selected (CorMapPane *self);

/** cor_map_pane_show_selected: brings what is selected into the middle. */
void cor_map_pane_show_selected (CorMapPane *self);

/** cor_map_pane_find: opens the search, with the cursor in it. */
void cor_map_pane_find (CorMapPane *self);

/**
 * cor_map_pane_set_room:
 * @narrow: tools as icons alone
 * @low: the key to the signs is folded at first
 */
void cor_map_pane_set_room (CorMapPane *self, gboolean narrow, gboolean low);

/** cor_map_pane_get_actions: (transfer none): the group "map", for menus elsewhere in the window. */
GActionGroup *cor_map_pane_get_actions (CorMapPane *self);

/** cor_map_pane_get_layer: (transfer none): what lies on the map, and its pointer. */
CorObjectLayer *cor_map_pane_get_layer (CorMapPane *self);

G_END_DECLS
