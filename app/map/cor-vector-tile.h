/* cor-vector-tile.h: Mapbox vector tiles, decoded and checked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-tile-error.h"

/**
 * CorGeometryType:
 *
 * What a feature's coordinates mean. Values as on the wire.
 */
typedef enum
{
  COR_GEOMETRY_UNKNOWN,
  COR_GEOMETRY_POINT,
  COR_GEOMETRY_LINE,
  COR_GEOMETRY_POLYGON,
} CorGeometryType;

/**
 * CorTilePoint:
 * @x: to the right
 * @y: downwards
 *
 * A place in tile units; 0 to the layer's extent, and beyond it in the buffer around a tile.
 */
typedef struct
{
  gint32 x;
  gint32 y;
} CorTilePoint;

/**
 * CorVectorFeature:
 * @type: what @points are
 * @points: all points, one part after the other; rings are not closed by a repeated point
 * @n_points: number of them
 * @ends: for each part (point, line, ring) the index one past its last point
 * @n_parts: number of parts
 *
 * A feature of a #CorVectorLayer, which owns it.
 */
typedef struct
{
  CorGeometryType type;
  const CorTilePoint *points;
  guint n_points;
  const guint *ends;
  guint n_parts;

  /*< private >*/
  const guint32 *tags;
  guint n_tags;
} CorVectorFeature;

/**
 * CorVectorLayer:
 * @name: its name
 * @version: version of the specification, 1 or 2; rings have a defined direction from 2 on
 * @extent: edge of the tile in tile units
 * @features: the features
 * @n_features: number of them
 *
 * A layer of a #CorVectorTile, which owns it.
 */
typedef struct
{
  const char *name;
  guint version;
  guint extent;
  const CorVectorFeature *features;
  guint n_features;

  /*< private >*/
  gconstpointer message;
} CorVectorLayer;

/**
 * CorVectorTile:
 *
 * A decoded tile; immutable.
 */
typedef struct _CorVectorTile CorVectorTile;

/**
 * CorVectorTileFlags:
 * @COR_VECTOR_TILE_LENIENT: leave a feature out whose fault does not spoil the rest of the tile
 * @COR_VECTOR_TILE_STRICT: refuse the whole tile for any fault
 */
typedef enum
{
  COR_VECTOR_TILE_LENIENT = 0,
  COR_VECTOR_TILE_STRICT = 1 << 0,
} CorVectorTileFlags;

/**
 * cor_vector_tile_decode:
 * @bytes: an uncompressed tile
 * @flags: how to treat faulty features
 * @error: %COR_TILE_ERROR_PROTOBUF, %COR_TILE_ERROR_LAYER, %COR_TILE_ERROR_FEATURE,
 *   %COR_TILE_ERROR_GEOMETRY or %COR_TILE_ERROR_TOO_LARGE
 *
 * Decodes a tile after the Mapbox Vector Tile Specification, versions 1 and 2.
 *
 * Returns: (transfer full): the tile, or %NULL
 */
CorVectorTile *cor_vector_tile_decode (GBytes *bytes, CorVectorTileFlags flags, GError **error);

void cor_vector_tile_free (CorVectorTile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorVectorTile, cor_vector_tile_free)

/** cor_vector_tile_get_n_layers: number of layers. */
guint cor_vector_tile_get_n_layers (const CorVectorTile *self);


/** cor_vector_tile_get_layer: (transfer none): the layer at @index. */
const CorVectorLayer *cor_vector_tile_get_layer (const CorVectorTile *self, guint index);

/**
 * cor_vector_layer_get_string:
 * @feature: a feature of @self
 * @key: name of an attribute
 *
 * Returns: (transfer none) (nullable): its value where it is a text
 */
const char *cor_vector_layer_get_string (
    const CorVectorLayer *self, const CorVectorFeature *feature, const char *key);

/**
 * cor_vector_layer_get_number:
 * @feature: a feature of @self
 * @key: name of an attribute
 * @fallback: what to return where there is no such number
 *
 * Returns: its value, whatever kind of number it is stored as
 */
double cor_vector_layer_get_number (
    const CorVectorLayer *self, const CorVectorFeature *feature, const char *key, double fallback);
