/* cor-map-legend.h: what the colours and signs on the map mean, and which colouring is shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-map-scene.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define COR_TYPE_MAP_LEGEND (cor_map_legend_get_type ())
/** CorMapLegend: property "colour": "parity", "charge", "detour", "load" or "emissions". */
G_DECLARE_FINAL_TYPE (CorMapLegend, cor_map_legend, COR, MAP_LEGEND, AdwBin)

/** cor_map_legend_set_scene: (nullable): what lies on the map; its signs are explained. */
void cor_map_legend_set_scene (CorMapLegend *self, CorMapScene *scene);

/**
 * cor_map_legend_set_room: with little room the signs are folded away, but for those of layers that were
 * switched on; a button folds and unfolds them.
 */
void cor_map_legend_set_room (CorMapLegend *self, gboolean low);

G_END_DECLS
