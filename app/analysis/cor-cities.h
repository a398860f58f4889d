/* cor-cities.h: which city a km is driven in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-path.h"

G_BEGIN_DECLS

/** CorCities: areas with names; immutable and counted. */
typedef struct _CorCities CorCities;

/**
 * cor_cities_load:
 * @path: (type filename): GeoJSON, a FeatureCollection of Polygon and MultiPolygon features in WGS 84
 * with "name" and perhaps "name_zh" among their properties
 *
 * Returns: (transfer full): or %NULL with %COR_ERROR naming file, line and what is wrong
 */
CorCities *cor_cities_load (const char *path, GError **error);

/** cor_cities_load_default: the areas that come with the program. */
CorCities *cor_cities_load_default (GError **error);
CorCities *cor_cities_ref (CorCities *cities);
void cor_cities_unref (CorCities *cities);

/** cor_cities_count: how many areas. */
guint cor_cities_count (const CorCities *cities);

/** cor_cities_name: the name of area @index; that of everywhere else for cor_cities_count(). */
const char *cor_cities_name (const CorCities *cities, guint index, gboolean zh);

/** cor_cities_rings: the outlines of area @index and of its holes, each a GArray of #CorLonLat. */
const GPtrArray *cor_cities_rings (const CorCities *cities, guint index);

/** cor_cities_find: the area that holds @place; cor_cities_count() for none. */
guint cor_cities_find (const CorCities *cities, CorLonLat place);

/**
 * cor_cities_cut:
 * @out: (out) (array): room for cor_cities_count() + 1 metres: by area, the last for elsewhere
 *
 * Cuts the line of @path by the areas. The metres add up to the path's length.
 */
void cor_cities_cut (const CorCities *cities, const CorPath *path, double *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorCities, cor_cities_unref)

G_END_DECLS
