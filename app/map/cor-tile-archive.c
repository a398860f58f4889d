/* cor-tile-archive.c: a read-only MBTiles file, safe to read from several threads.
 *
 * One connection under a lock: a read takes microseconds. A file may come from anywhere, so its
 * schema is not trusted, a query has a time limit, and a tile has a size limit.
 *
 * Source of the format: MBTiles Specification 1.3.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-tile-archive.h"

#include <glib/gi18n-lib.h>
#include <sqlite3.h>
#include <string.h>
#include <zlib.h>

/* Far above any tile that draws in reasonable time. */
#define MAX_STORED_BYTES (8 * 1024 * 1024)
#define MAX_INFLATED_BYTES (32 * 1024 * 1024)
#define MAX_QUERY_US (2 * G_USEC_PER_SEC)
#define MAX_ZOOM 24

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

G_DEFINE_QUARK (cor-tile-error-quark, cor_tile_error)

static int
on_progress (void *data)
{
  CorTileArchive *self = data;

  return g_get_monotonic_time () > self->deadline;
}

static gboolean
set_read_error (CorTileArchive *self, GError **error)
{
  if (sqlite3_errcode (self->db) == SQLITE_INTERRUPT)
    g_set_error (error, COR_TILE_ERROR, COR_TILE_ERROR_READ,
                 _ ("%s: the map file answers too slowly; it may lack an index on its tiles"), self->path);
  else if (sqlite3_errcode (self->db) == SQLITE_TOOBIG)
    g_set_error (error, COR_TILE_ERROR, COR_TILE_ERROR_TOO_LARGE,
                 _ ("%s: a tile is larger than %d MB"), self->path, MAX_STORED_BYTES / 1024 / 1024);
  else
    g_set_error (error, COR_TILE_ERROR, COR_TILE_ERROR_READ,
                 _ ("%s: the map file cannot be read: %s"), self->path, sqlite3_errmsg (self->db));
  return FALSE;
}

static sqlite3_stmt *
prepare (CorTileArchive *self, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  self->deadline = g_get_monotonic_time () + MAX_QUERY_US;
  sqlite3_prepare_v2 (self->db, sql, -1, &statement, NULL);
  return statement;
}

/* The text of a metadata entry, or NULL. */
static char *
read_metadata (CorTileArchive *self, const char *key)
{
  sqlite3_stmt *statement = prepare (self, "SELECT value FROM metadata WHERE name = ?1");
  char *value = NULL;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, key, -1, SQLITE_STATIC);
  if (sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *text = (const char *) sqlite3_column_text (statement, 0);

      if (text != NULL && g_utf8_validate (text, -1, NULL))
        value = g_strdup (text);
    }
  sqlite3_finalize (statement);
  return value;
}

/* Attributions are HTML by the specification; the label on the map is plain text. */
static char *
strip_markup (const char *html)
{
  GString *plain = g_string_new (NULL);
  gboolean in_tag = FALSE;

  for (const char *p = html; p != NULL && *p != '\0'; p++)
    {
      if (*p == '<')
        in_tag = TRUE;
      else if (*p == '>' && in_tag)
        in_tag = FALSE;
      else if (!in_tag)
        g_string_append_c (plain, *p);
    }
  g_string_replace (plain, "&copy;", "©", 0);
  g_string_replace (plain, "&amp;", "&", 0);
  return g_strstrip (g_string_free (plain, FALSE));
}

static gboolean
read_zooms (CorTileArchive *self, GError **error)
{
  g_autofree char *min_text = read_metadata (self, "minzoom");
  g_autofree char *max_text = read_metadata (self, "maxzoom");

  if (min_text != NULL && max_text != NULL)
    {
      self->min_zoom = (int) g_ascii_strtoll (min_text, NULL, 10);
      self->max_zoom = (int) g_ascii_strtoll (max_text, NULL, 10);
    }
  else
    {
      sqlite3_stmt *statement = prepare (self, "SELECT min(zoom_level), max(zoom_level) FROM tiles");
      gboolean found = statement != NULL && sqlite3_step (statement) == SQLITE_ROW;

      if (found)
        {
          self->min_zoom = sqlite3_column_int (statement, 0);
          self->max_zoom = sqlite3_column_int (statement, 1);
        }
      else
        set_read_error (self, error);
      sqlite3_finalize (statement);
      if (!found)
        return FALSE;
    }

  if (self->min_zoom < 0 || self->max_zoom > MAX_ZOOM || self->min_zoom > self->max_zoom)
    {
      g_set_error (error, COR_TILE_ERROR, COR_TILE_ERROR_FORMAT,
                   _ ("%s: zoom levels %d to %d are out of range"), self->path, self->min_zoom, self->max_zoom);
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_kind (CorTileArchive *self, GError **error)
{
  g_autofree char *format = read_metadata (self, "format");

  if (g_strcmp0 (format, "pbf") == 0 || g_strcmp0 (format, "mvt") == 0)
    self->kind = COR_TILE_KIND_VECTOR;
  else if (format == NULL || g_str_equal (format, "png") || g_str_has_prefix (format, "jp")
           || g_str_equal (format, "webp"))
    self->kind = COR_TILE_KIND_RASTER;
  else
    {
      g_set_error (error, COR_TILE_ERROR, COR_TILE_ERROR_FORMAT,
                   _ ("%s: tiles of the kind “%s” cannot be drawn"), self->path, format);
      return FALSE;
    }
  return TRUE;
}

static gboolean
open_database (CorTileArchive *self, GError **error)
{
  if (sqlite3_open_v2 (self->path, &self->db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
    {
      g_set_error (error, COR_TILE_ERROR, COR_TILE_ERROR_OPEN,
                   _ ("%s: the map file cannot be opened: %s"), self->path, sqlite3_errmsg (self->db));
      return FALSE;
    }
  sqlite3_limit (self->db, SQLITE_LIMIT_LENGTH, MAX_STORED_BYTES);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_progress_handler (self->db, 10000, on_progress, self);

  self->select = prepare (self, "SELECT tile_data FROM tiles"
                                " WHERE zoom_level = ?1 AND tile_column = ?2 AND tile_row = ?3 LIMIT 1");
  if (self->select == NULL)
    {
      g_set_error (error, COR_TILE_ERROR, COR_TILE_ERROR_FORMAT, _ ("%s: not an MBTiles map file: %s"), self->path,
                   sqlite3_errmsg (self->db));
      return FALSE;
    }
  return TRUE;
}

CorTileArchive *
cor_tile_archive_open (const char *path, GError **error)
{
  g_autoptr (CorTileArchive) self = NULL;
  g_autofree char *attribution = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_atomic_rc_box_new0 (CorTileArchive);
  g_mutex_init (&self->lock);
  self->path = g_strdup (path);
  if (!open_database (self, error) || !read_kind (self, error) || !read_zooms (self, error))
    return NULL;

  self->name = read_metadata (self, "name");
  if (self->name == NULL)
    self->name = g_path_get_basename (path);
  attribution = read_metadata (self, "attribution");
  self->attribution = strip_markup (attribution);
  return g_steal_pointer (&self);
}

CorTileArchive *
cor_tile_archive_ref (CorTileArchive *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
archive_clear (gpointer data)
{
  CorTileArchive *self = data;

  sqlite3_finalize (self->select);
  sqlite3_close (self->db);
  g_mutex_clear (&self->lock);
  g_free (self->path);
  g_free (self->name);
  g_free (self->attribution);
}

void
cor_tile_archive_unref (CorTileArchive *self)
{
  g_atomic_rc_box_release_full (self, archive_clear);
}

CorTileKind
cor_tile_archive_get_kind (const CorTileArchive *self)
{
  return self->kind;
}

int
cor_tile_archive_get_min_zoom (const CorTileArchive *self)
{
  return self->min_zoom;
}

int
cor_tile_archive_get_max_zoom (const CorTileArchive *self)
{
  return self->max_zoom;
}

const char *
cor_tile_archive_get_path (const CorTileArchive *self)
{
  return self->path;
}

const char *
cor_tile_archive_get_name (const CorTileArchive *self)
{
  return self->name;
}

const char *
cor_tile_archive_get_attribution (const CorTileArchive *self)
{
  return self->attribution;
}

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
  while (status == Z_OK && out->len <= MAX_INFLATED_BYTES);
  inflateEnd (&stream);

  if (out->len > MAX_INFLATED_BYTES)
    g_set_error (error, COR_TILE_ERROR, COR_TILE_ERROR_TOO_LARGE, _ ("%s: a tile unpacks to more than %d MB"),
                 self->path, MAX_INFLATED_BYTES / 1024 / 1024);
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
  g_return_val_if_fail (z >= 0 && z <= MAX_ZOOM, NULL);

  locker = g_mutex_locker_new (&self->lock);
  self->deadline = g_get_monotonic_time () + MAX_QUERY_US;
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
    set_read_error (self, error);
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
  statement = prepare (self, "SELECT zoom_level, tile_column, tile_row FROM tiles"
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
