/* cor-map-base.h: the bundled base map with the roads of the network, shared by all windows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-map-view.h"
#include "cor-network.h"
#include "cor-pinyin.h"

G_BEGIN_DECLS

/** CorMapBase: @archive, @places, @pinyin: %NULL where the file cannot be read; a map without is still one. */
typedef struct
{
  CorTileArchive *archive;
  CorMapRoads *roads;
  CorPlaces *places;
  CorPinyin *pinyin;
  CorNetwork *network;
} CorMapBase;

/** cor_map_base_new: the bundled files and the roads of @network; not all of them once @cancellable (nullable) is cancelled. */
CorMapBase *cor_map_base_new (CorNetwork *network, GCancellable *cancellable);
void cor_map_base_free (CorMapBase *base);

/** cor_map_place_near: (transfer none) (nullable): the town or place of @places (nullable) that a thing at @at is called after. */
const CorPlace *cor_map_place_near (const CorPlaces *places, CorLonLat at);

/**
 * cor_map_base_show: puts it below everything on @view, with its attribution; or what the person chose
 * instead, from now on.
 */
void cor_map_base_show (const CorMapBase *base, CorMapView *view);

G_END_DECLS
