/* cor-map-search.h: finds things of the scenario, places and coordinates on the map.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-map-base.h"
#include "cor-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define COR_TYPE_MAP_SEARCH (cor_map_search_get_type ())
/**
 * CorMapSearch: an entry with its answers below; up, down, Enter and Escape work while typing.
 *
 * Signals:
 * item-chosen (int kind, char *id): a #CorItemKind and an id of the scenario
 * place-chosen (double lon, double lat, double zoom, char *name): degrees WGS 84
 * closed (): Escape, or an answer was taken
 */
G_DECLARE_FINAL_TYPE (CorMapSearch, cor_map_search, COR, MAP_SEARCH, AdwBin)

/** cor_map_search_set_source: what is searched. */
void cor_map_search_set_source (CorMapSearch *self, CorSession *session, const CorMapBase *base);

/** cor_map_search_begin: empties the entry and puts the cursor into it. */
void cor_map_search_begin (CorMapSearch *self);

/** cor_map_search_get_entry: (transfer none): the entry. */
GtkEditable *cor_map_search_get_entry (CorMapSearch *self);

G_END_DECLS
