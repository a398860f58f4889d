/* cor-map-legend.h: what the colours and signs on the map mean, and which colouring is shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COR_TYPE_MAP_LEGEND (cor_map_legend_get_type ())
/** CorMapLegend: property "colour": "parity", "charge" or "detour". */
G_DECLARE_FINAL_TYPE (CorMapLegend, cor_map_legend, COR, MAP_LEGEND, AdwBin)

G_END_DECLS
