/* cor-tile-error.h: what can be wrong with a map file or one of its tiles.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

/**
 * CorTileError:
 * @COR_TILE_ERROR_OPEN: the file cannot be opened
 * @COR_TILE_ERROR_FORMAT: the file is no MBTiles file, or its tiles are of an unknown kind
 * @COR_TILE_ERROR_READ: the file broke off while it was read, or answered too slowly
 * @COR_TILE_ERROR_TOO_LARGE: a tile is larger than any sane one
 * @COR_TILE_ERROR_COMPRESSION: a tile's gzip stream is damaged
 * @COR_TILE_ERROR_PROTOBUF: a tile is no vector tile at all
 * @COR_TILE_ERROR_LAYER: a layer of a vector tile breaks the specification
 * @COR_TILE_ERROR_FEATURE: a feature's type or attributes break the specification
 * @COR_TILE_ERROR_GEOMETRY: a feature's geometry breaks the specification
 *
 * Codes of the %COR_TILE_ERROR domain.
 */
typedef enum
{
  COR_TILE_ERROR_OPEN,
  COR_TILE_ERROR_FORMAT,
  COR_TILE_ERROR_READ,
  COR_TILE_ERROR_TOO_LARGE,
  COR_TILE_ERROR_COMPRESSION,
  COR_TILE_ERROR_PROTOBUF,
  COR_TILE_ERROR_LAYER,
  COR_TILE_ERROR_FEATURE,
  COR_TILE_ERROR_GEOMETRY,
} CorTileError;

#define COR_TILE_ERROR (cor_tile_error_quark ())

GQuark cor_tile_error_quark (void);
