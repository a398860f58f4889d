/* cor-tile-archive-private.h: an archive's inside, for its own files alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-tile-archive.h"

#include <sqlite3.h>

/* Far above any tile that draws in reasonable time. */
#define COR_TILE_STORED_MAX (8 * 1024 * 1024)
#define COR_TILE_INFLATED_MAX (32 * 1024 * 1024)
#define COR_TILE_QUERY_US (2 * G_USEC_PER_SEC)
#define COR_TILE_ZOOM_MAX 24

struct _CorTileArchive
{
  char *path;
  char *name;
  char *attribution;
  CorTileKind kind;
  int min_zoom;
  int max_zoom;

  GMutex lock;
  sqlite3 *db;
  sqlite3_stmt *select;
  gint64 deadline;
};

/** cor_tile_archive_prepare: (nullable): a statement, to be finalized; its time runs from now. */
sqlite3_stmt *cor_tile_archive_prepare (CorTileArchive *self, const char *sql);

/** cor_tile_archive_set_error: what the database says last, in words; always %FALSE. */
gboolean cor_tile_archive_set_error (CorTileArchive *self, GError **error);
