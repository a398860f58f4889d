/* cor-tile-archive-read.c: tiles out of an MBTiles file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-tile-archive-private.h"

#include <glib/gi18n-lib.h>
#include <zlib.h>

/* Inflates gzip or zlib data up to the limit. */
static GBytes *
inflate_tile (CorTileArchive *self, const guint8 *data, gsize size, GError **error)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  z_stream stream = { 0 };
  int status;

  if (inflateInit2 (&stream, 15 + 32) != Z_OK)
    return g_bytes_new (data, size);
  stream.next_in = (Bytef *) data;
  stream.avail_in = (uInt) size;
  do
    {
      guint8 chunk[16384];

      stream.next_out = chunk;
      stream.avail_out = sizeof chunk;
      status = inflate (&stream, Z_NO_FLUSH);
      g_byte_array_append (out, chunk, (guint) (sizeof chunk - stream.avail_out));
    }
  while (status == Z_OK && out->len <= COR_TILE_INFLATED_MAX);
  inflateEnd (&stream);

  if (out->len > COR_TILE_INFLATED_MAX)
    g_set_error (error, COR_TILE_ERROR, COR_TILE_ERROR_TOO_LARGE, _ ("%s: a tile unpacks to more than %d MB"),
                 self->path, COR_TILE_INFLATED_MAX / 1024 / 1024);
  else if (status != Z_STREAM_END)
    g_set_error (error, COR_TILE_ERROR, COR_TILE_ERROR_COMPRESSION, _ ("%s: a compressed tile is damaged"),
                 self->path);
  else
    return g_byte_array_free_to_bytes (g_steal_pointer (&out));
  return NULL;
}

static gboolean
is_compressed (const guint8 *data, gsize size)
{
  return size >= 2
         && ((data[0] == 0x1f && data[1] == 0x8b) || (data[0] == 0x78 && ((data[0] << 8 | data[1]) % 31) == 0));
}

GBytes *
cor_tile_archive_read (CorTileArchive *self, int z, int x, int y, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  GBytes *bytes = NULL;
  int status;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (z >= 0 && z <= COR_TILE_ZOOM_MAX, NULL);

  locker = g_mutex_locker_new (&self->lock);
  self->deadline = g_get_monotonic_time () + COR_TILE_QUERY_US;
  sqlite3_bind_int (self->select, 1, z);
  sqlite3_bind_int (self->select, 2, x);
  sqlite3_bind_int (self->select, 3, (1 << z) - 1 - y);
  status = sqlite3_step (self->select);
  if (status == SQLITE_ROW)
    {
      const guint8 *data = sqlite3_column_blob (self->select, 0);
      gsize size = (gsize) sqlite3_column_bytes (self->select, 0);

      bytes = is_compressed (data, size) ? inflate_tile (self, data, size, error) : g_bytes_new (data, size);
    }
  else if (status != SQLITE_DONE)
    cor_tile_archive_set_error (self, error);
  sqlite3_reset (self->select);
  return bytes;
}

GBytes *
cor_tile_archive_read_nearest (CorTileArchive *self, int z, int x, int y, int *found_z, GError **error)
{
  int level = MIN (z, self->max_zoom);

  for (; level >= self->min_zoom; level--)
    {
      g_autoptr (GError) failure = NULL;
      GBytes *bytes = cor_tile_archive_read (self, level, x >> (z - level), y >> (z - level), &failure);

      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
      if (bytes != NULL)
        {
          *found_z = level;
          return bytes;
        }
    }
  return NULL;
}

GArray *
cor_tile_archive_some_places (CorTileArchive *self)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (CorTilePlace));
  sqlite3_stmt *statement;

  g_mutex_lock (&self->lock);
  statement = cor_tile_archive_prepare (self, "SELECT zoom_level, tile_column, tile_row FROM tiles"
                             " WHERE zoom_level BETWEEN 0 AND 24 LIMIT 12");
  while (statement != NULL && sqlite3_step (statement) == SQLITE_ROW)
    {
      int z = sqlite3_column_int (statement, 0);
      CorTilePlace at = { z, sqlite3_column_int (statement, 1), (1 << z) - 1 - sqlite3_column_int (statement, 2) };

      g_array_append_val (places, at);
    }
  sqlite3_finalize (statement);
  g_mutex_unlock (&self->lock);
  return places;
}
