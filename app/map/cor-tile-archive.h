/* cor-tile-archive.h: a read-only MBTiles file, safe to read from several threads.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-tile-error.h"

/**
 * CorTileKind:
 * @COR_TILE_KIND_VECTOR: Mapbox vector tiles (format "pbf")
 * @COR_TILE_KIND_RASTER: pictures (format "png", "jpg", "webp")
 *
 * What the tiles of an archive are.
 */
typedef enum
{
  COR_TILE_KIND_VECTOR,
  COR_TILE_KIND_RASTER,
} CorTileKind;

/**
 * CorTileArchive:
 *
 * An open MBTiles file. Reference counted, immutable to the outside; all functions may be called
 * from several threads at once.
 */
typedef struct _CorTileArchive CorTileArchive;

/**
 * cor_tile_archive_open:
 * @path: an MBTiles file
 * @error: %COR_TILE_ERROR_OPEN, %COR_TILE_ERROR_FORMAT or %COR_TILE_ERROR_READ
 *
 * Opens the file for reading; it is never written to.
 *
 * Returns: (transfer full): the archive, or %NULL
 */
CorTileArchive *cor_tile_archive_open (const char *path, GError **error);

CorTileArchive *cor_tile_archive_ref (CorTileArchive *self);
void cor_tile_archive_unref (CorTileArchive *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorTileArchive, cor_tile_archive_unref)

/** cor_tile_archive_get_kind: what the tiles are. */
CorTileKind cor_tile_archive_get_kind (const CorTileArchive *self);


/** cor_tile_archive_get_max_zoom: the highest zoom level that has tiles, 0 to 24. */
int cor_tile_archive_get_max_zoom (const CorTileArchive *self);

/** cor_tile_archive_get_path: (transfer none): the file's path as it was opened. */
const char *cor_tile_archive_get_path (const CorTileArchive *self);

/** cor_tile_archive_get_name: (transfer none): its name, or the file's base name. */
const char *cor_tile_archive_get_name (const CorTileArchive *self);

/** cor_tile_archive_get_attribution: (transfer none): plain text without markup, "" where the file names none. */
const char *cor_tile_archive_get_attribution (const CorTileArchive *self);

/**
 * cor_tile_archive_read:
 * @z: zoom level
 * @x: column, 0 in the west
 * @y: row, 0 in the north (the file's own rows count from the south)
 * @error: %COR_TILE_ERROR_READ, %COR_TILE_ERROR_TOO_LARGE or %COR_TILE_ERROR_COMPRESSION
 *
 * Reads one tile; gzip and zlib streams come back inflated. Where the file has no such tile,
 * returns %NULL and leaves @error alone.
 *
 * Returns: (transfer full) (nullable): the tile's bytes
 */
GBytes *cor_tile_archive_read (CorTileArchive *self, int z, int x, int y, GError **error);

/**
 * cor_tile_archive_read_nearest:
 * @z: zoom level
 * @x: column
 * @y: row
 * @found_z: (out): zoom level of the tile that was found
 * @error: as cor_tile_archive_read()
 *
 * Reads the tile or, where there is none, its closest ancestor.
 *
 * Returns: (transfer full) (nullable): the tile's bytes; %NULL with no error where none exists
 */
GBytes *cor_tile_archive_read_nearest (
    CorTileArchive *self, int z, int x, int y, int *found_z, GError **error);

/** CorTilePlace: zoom, column and row from the north. */
typedef struct
{
  int z, x, y;
} CorTilePlace;

/** cor_tile_archive_some_places: (transfer full): #CorTilePlace of a dozen tiles that the file has, fewer where it has fewer. */
GArray *cor_tile_archive_some_places (CorTileArchive *self);

/**
 * cor_tile_archive_probe: whether any of a dozen tiles can be drawn; a file that opens may still hold nothing,
 * or something else. Errors: %COR_TILE_ERROR_FORMAT. Reads the file: for a worker.
 */
gboolean cor_tile_archive_probe (CorTileArchive *archive, GError **error);
