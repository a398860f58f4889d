/* cor-map-stamps.h: the icons on the map, drawn once for each kind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-map-scene.h"

#include <cairo.h>

/** CorMapStamps: pictures of icons, kept from frame to frame by who draws on a screen. */
typedef struct _CorMapStamps CorMapStamps;

/** cor_map_stamps_new: (transfer full): with none so far. */
CorMapStamps *cor_map_stamps_new (void);
void cor_map_stamps_free (CorMapStamps *self);

/** cor_map_stamps_set: for icons of that size, pixels, on what @cr draws on; those of another size or look go. */
void cor_map_stamps_set (CorMapStamps *self, cairo_t *cr, double size, gboolean dark);

/** cor_map_stamps_put_station, cor_map_stamps_put_site: the icon of that kind, its middle nearest to a point; @chosen: as
 * it is while selected. */
void cor_map_stamps_put_station (
    CorMapStamps *self, cairo_t *cr, const CorMapStation *station, gboolean chosen, double x, double y);
void cor_map_stamps_put_site (CorMapStamps *self, cairo_t *cr, const CorMapSite *site, gboolean chosen, double x, double y);
