/* cor-tile-archive.c: a read-only MBTiles file, safe to read from several threads.
 *
 * One connection under a lock: a read takes microseconds. A file may come from anywhere, so its
 * schema is not trusted, a query has a time limit, and a tile has a size limit.
 *
 * Source of the format: MBTiles Specification 1.3.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-tile-archive-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

GQuark
cor_tile_error_quark (void)
{
  return g_quark_from_static_string ("cor-tile-error-quark");
}

static int
on_progress (void *data)
{
  CorTileArchive *self = data;

  return g_get_monotonic_time () > self->deadline;
}

gboolean
cor_tile_archive_set_error (CorTileArchive *self, GError **error)
{
  switch (sqlite3_errcode (self->db))
    {
    case SQLITE_INTERRUPT:
      g_set_error (error, COR_TILE_ERROR, COR_TILE_ERROR_READ,
                   _ ("%s: the map file answers too slowly; export it again with an index on its tiles"), self->path);
      break;
    case SQLITE_TOOBIG:
      g_set_error (error, COR_TILE_ERROR, COR_TILE_ERROR_TOO_LARGE,
                   _ ("%s: a tile is larger than %d MB"), self->path,
                   COR_TILE_STORED_MAX / 1024 / 1024);
      break;
    case SQLITE_CORRUPT:
      g_set_error (error, COR_TILE_ERROR, COR_TILE_ERROR_READ,
                   _ ("%s: the map file is damaged or was cut off; copy or download it again"), self->path);
      break;
    default:
      g_set_error (error, COR_TILE_ERROR, COR_TILE_ERROR_READ, _ ("%s: the map file cannot be read: %s"), self->path,
                   sqlite3_errmsg (self->db));
    }
  return FALSE;
}

sqlite3_stmt *
cor_tile_archive_prepare (CorTileArchive *self, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  self->deadline = g_get_monotonic_time () + COR_TILE_QUERY_US;
  sqlite3_prepare_v2 (self->db, sql, -1, &statement, NULL);
  return statement;
}

/* The text of a metadata entry, or NULL. */
static char *
read_metadata (CorTileArchive *self, const char *key)
{
  sqlite3_stmt *statement = cor_tile_archive_prepare (self, "SELECT value FROM metadata WHERE name = ?1");
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
      sqlite3_stmt *statement = cor_tile_archive_prepare (self, "SELECT min(zoom_level), max(zoom_level) FROM tiles");
      gboolean found = statement != NULL && sqlite3_step (statement) == SQLITE_ROW;

      if (found)
        {
          self->min_zoom = sqlite3_column_int (statement, 0);
          self->max_zoom = sqlite3_column_int (statement, 1);
        }
      else
        cor_tile_archive_set_error (self, error);
      sqlite3_finalize (statement);
      if (!found)
        return FALSE;
    }

  if (self->min_zoom < 0 || self->max_zoom > COR_TILE_ZOOM_MAX || self->min_zoom > self->max_zoom)
    {
      g_set_error (error, COR_TILE_ERROR, COR_TILE_ERROR_FORMAT,
                   _ ("%s: its zoom levels %d to %d are not within 0 to %d; export the map again"), self->path,
                   self->min_zoom, self->max_zoom, COR_TILE_ZOOM_MAX);
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
                   _ ("%s: tiles of the kind “%s” cannot be drawn; export the map with PNG, JPEG or vector tiles"), self->path,
                   format);
      return FALSE;
    }
  return TRUE;
}

/* SQLite, "Database File Format", 1.3.1: the first sixteen bytes, the last of them NUL. */
#define SQLITE_MAGIC "SQLite format 3"

/* Whether the file is a database at all: SQLite takes an empty file for one, and says little of others. */
static gboolean
check_beginning (CorTileArchive *self, GError **error)
{
  char begin[sizeof SQLITE_MAGIC] = "";
  FILE *file = g_fopen (self->path, "rbe");
  gsize n = file != NULL ? fread (begin, 1, sizeof begin, file) : 0;

  if (file != NULL)
    fclose (file);
  if (file == NULL || memcmp (begin, SQLITE_MAGIC, sizeof begin) == 0)
    return TRUE;
  g_set_error (error, COR_TILE_ERROR, COR_TILE_ERROR_FORMAT,
               n == 0 ? _ ("%s: the map file is empty; copy or download it again")
                      : _ ("%s: not a map file in MBTiles, whatever its name says; export the map as MBTiles with PNG, JPEG or vector tiles"),
               self->path);
  return FALSE;
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
  if (!check_beginning (self, error))
    return FALSE;
  sqlite3_limit (self->db, SQLITE_LIMIT_LENGTH, COR_TILE_STORED_MAX);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_progress_handler (self->db, 10000, on_progress, self);

  self->select = cor_tile_archive_prepare (self, "SELECT tile_data FROM tiles"
                                " WHERE zoom_level = ?1 AND tile_column = ?2 AND tile_row = ?3 LIMIT 1");
  if (self->select != NULL)
    return TRUE;
  if (sqlite3_errcode (self->db) != SQLITE_ERROR)
    return cor_tile_archive_set_error (self, error);
  g_set_error (error, COR_TILE_ERROR, COR_TILE_ERROR_FORMAT,
               _ ("%s: is a database without map tiles; export the map as MBTiles with PNG, JPEG or vector tiles"), self->path);
  return FALSE;
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
