/* cor-places.h: names of places in Chinese and English, to label the map and to search.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

/**
 * CorPlaceKind:
 *
 * What a place is.
 */
typedef enum
{
  COR_PLACE_CITY,
  COR_PLACE_DISTRICT,
  COR_PLACE_TOWN,
  COR_PLACE_PORT,
  COR_PLACE_AIRPORT,
  COR_PLACE_SEA,
  COR_PLACE_WATER,
  COR_PLACE_RIVER,
  COR_PLACE_RESERVOIR,
  COR_PLACE_ISLAND,
  COR_PLACE_BRIDGE,
} CorPlaceKind;

/**
 * CorPlace:
 * @name_en: English name or spelling
 * @name_zh: Chinese name, "" where there is none
 * @pinyin: the Chinese name in Latin letters without tones or spaces, or ""
 * @kind: what it is
 * @rank: how far out it is worth a name, 1 (widely) to 5 (only close up)
 * @lon: longitude, degrees, WGS 84
 * @lat: latitude, degrees, WGS 84
 */
typedef struct
{
  const char *name_en;
  const char *name_zh;
  const char *pinyin;
  CorPlaceKind kind;
  int rank;
  double lon;
  double lat;
} CorPlace;

/**
 * CorPlaceError:
 * @COR_PLACE_ERROR_READ: the file cannot be read
 * @COR_PLACE_ERROR_ROW: a row of it is not as described in data/basemap/README.md
 */
typedef enum
{
  COR_PLACE_ERROR_READ,
  COR_PLACE_ERROR_ROW,
} CorPlaceError;

#define COR_PLACE_ERROR (cor_place_error_quark ())
GQuark cor_place_error_quark (void);

/** CorPlaces: a list of places, immutable, reference counted. */
typedef struct _CorPlaces CorPlaces;

/**
 * cor_places_load:
 * @path: a CSV file, name_en,name_zh,pinyin,kind,rank,lon,lat
 * @error: a #CorPlaceError
 *
 * Returns: (transfer full): the places in the file's order, or %NULL
 */
CorPlaces *cor_places_load (const char *path, GError **error);

CorPlaces *cor_places_ref (CorPlaces *self);
void cor_places_unref (CorPlaces *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorPlaces, cor_places_unref)

/** cor_places_get_n: number of places. */
guint cor_places_get_n (const CorPlaces *self);

/** cor_places_get: (transfer none): the place at @index. */
const CorPlace *cor_places_get (const CorPlaces *self, guint index);

/**
 * cor_places_find:
 * @query: Chinese, English or pinyin; case, spaces and punctuation do not matter
 * @max: the most results wanted
 *
 * Whole names come before beginnings, beginnings before other parts, widely known places first.
 *
 * Returns: (transfer container) (element-type CorPlace): the places found, best first; owned by @self
 */
GPtrArray *cor_places_find (const CorPlaces *self, const char *query, guint max);
