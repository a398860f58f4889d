/* test-tile-archive.c: MBTiles files, good, missing, damaged and hostile.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-tile-archive.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <zlib.h>

typedef struct
{
  char *path;
} Fixture;

static void
setup (Fixture *f, gconstpointer data)
{
  int fd = g_file_open_tmp ("cor-XXXXXX.mbtiles", &f->path, NULL);

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
}

static void
teardown (Fixture *f, gconstpointer data)
{
  g_unlink (f->path);
  g_free (f->path);
}

static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

#define TABLES                                                                                                         \
  "CREATE TABLE metadata (name text, value text);"                                                                     \
  "CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob);"                    \
  "INSERT INTO metadata VALUES ('format', 'pbf'), ('minzoom', '0'), ('maxzoom', '3'),"                                 \
  " ('attribution', '<a href=\"https://example.org\">&copy; A &amp; B</a>');"

static void
insert_tile (const char *path, int z, int x, int row, const guint8 *data, gsize size)
{
  sqlite3 *db;
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_prepare_v2 (db, "INSERT INTO tiles VALUES (?1, ?2, ?3, ?4)", -1, &statement, NULL);
  sqlite3_bind_int (statement, 1, z);
  sqlite3_bind_int (statement, 2, x);
  sqlite3_bind_int (statement, 3, row);
  sqlite3_bind_blob64 (statement, 4, data, size, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_finalize (statement);
  sqlite3_close (db);
}

static GByteArray *
gzip (const guint8 *data, gsize size)
{
  GByteArray *out = g_byte_array_new ();
  z_stream stream = { .next_in = (Bytef *) data, .avail_in = (uInt) size };

  deflateInit2 (&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  g_byte_array_set_size (out, (guint) deflateBound (&stream, size));
  stream.next_out = out->data;
  stream.avail_out = out->len;
  g_assert_cmpint (deflate (&stream, Z_FINISH), ==, Z_STREAM_END);
  g_byte_array_set_size (out, (guint) stream.total_out);
  deflateEnd (&stream);
  return out;
}

/* Rows count from the south in the file, from the north for the caller; gzip comes back inflated. */
static void
test_read (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GByteArray) packed = gzip ((const guint8 *) "north", 5);
  g_autoptr (CorTileArchive) archive = NULL;
  g_autoptr (GBytes) north = NULL;
  g_autoptr (GBytes) south = NULL;
  g_autoptr (GBytes) none = NULL;
  g_autoptr (GBytes) nearest = NULL;
  int found = -1;

  run_sql (f->path, TABLES);
  insert_tile (f->path, 2, 1, 3, packed->data, packed->len);
  insert_tile (f->path, 2, 1, 0, (const guint8 *) "south", 5);
  archive = cor_tile_archive_open (f->path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (cor_tile_archive_get_kind (archive), ==, COR_TILE_KIND_VECTOR);
  g_assert_cmpint (cor_tile_archive_get_max_zoom (archive), ==, 3);
  g_assert_cmpstr (cor_tile_archive_get_attribution (archive), ==, "© A & B");

  north = cor_tile_archive_read (archive, 2, 1, 0, &error);
  south = cor_tile_archive_read (archive, 2, 1, 3, &error);
  none = cor_tile_archive_read (archive, 2, 2, 2, &error);
  nearest = cor_tile_archive_read_nearest (archive, 9, 1 << 7, 3, &found, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (north, NULL), g_bytes_get_size (north), "north", 5);
  g_assert_cmpmem (g_bytes_get_data (south, NULL), g_bytes_get_size (south), "south", 5);
  g_assert_null (none);
  g_assert_cmpmem (g_bytes_get_data (nearest, NULL), g_bytes_get_size (nearest), "north", 5);
  g_assert_cmpint (found, ==, 2);
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (cor_tile_archive_open ("/nonexistent/map.mbtiles", &error));
  g_assert_error (error, COR_TILE_ERROR, COR_TILE_ERROR_OPEN);
}

static void
test_not_a_database (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (f->path, "this is a letter, not a map, and long enough to be looked at", -1, NULL);
  g_assert_null (cor_tile_archive_open (f->path, &error));
  g_assert_error (error, COR_TILE_ERROR, COR_TILE_ERROR_FORMAT);
}

static void
test_unknown_kind (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  run_sql (f->path, TABLES "UPDATE metadata SET value = 'mp4' WHERE name = 'format'");
  g_assert_null (cor_tile_archive_open (f->path, &error));
  g_assert_error (error, COR_TILE_ERROR, COR_TILE_ERROR_FORMAT);
}

static void
test_bad_zooms (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  run_sql (f->path, TABLES "UPDATE metadata SET value = '90' WHERE name = 'maxzoom'");
  g_assert_null (cor_tile_archive_open (f->path, &error));
  g_assert_error (error, COR_TILE_ERROR, COR_TILE_ERROR_FORMAT);
}

static void
expect_read_error (Fixture *f, CorTileError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorTileArchive) archive = cor_tile_archive_open (f->path, &error);

  g_assert_no_error (error);
  g_assert_null (cor_tile_archive_read (archive, 0, 0, 0, &error));
  g_assert_error (error, COR_TILE_ERROR, (int) code);
}

static void
test_damaged_gzip (Fixture *f, gconstpointer data)
{
  g_autoptr (GByteArray) packed = gzip ((const guint8 *) "some tile or other", 18);

  run_sql (f->path, TABLES);
  insert_tile (f->path, 0, 0, 0, packed->data, packed->len - 6);
  expect_read_error (f, COR_TILE_ERROR_COMPRESSION);
}

static void
test_gzip_bomb (Fixture *f, gconstpointer data)
{
  gsize size = 64 * 1024 * 1024;
  g_autofree guint8 *zeros = g_malloc0 (size);
  g_autoptr (GByteArray) packed = gzip (zeros, size);

  run_sql (f->path, TABLES);
  insert_tile (f->path, 0, 0, 0, packed->data, packed->len);
  expect_read_error (f, COR_TILE_ERROR_TOO_LARGE);
}

static void
test_huge_tile (Fixture *f, gconstpointer data)
{
  run_sql (f->path, TABLES "INSERT INTO tiles VALUES (0, 0, 0, zeroblob (20000000))");
  expect_read_error (f, COR_TILE_ERROR_TOO_LARGE);
}

/* A table of tiles that never ends: the read gives up. */
static void
test_endless (Fixture *f, gconstpointer data)
{
  run_sql (f->path, "CREATE TABLE metadata (name text, value text);"
                    "INSERT INTO metadata VALUES ('format', 'pbf'), ('minzoom', '0'), ('maxzoom', '3');"
                    "CREATE VIEW tiles AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                    " SELECT i AS zoom_level, 0 AS tile_column, 0 AS tile_row, NULL AS tile_data FROM n;");
  expect_read_error (f, COR_TILE_ERROR_READ);
}

static gpointer
read_many (gpointer archive)
{
  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (GBytes) bytes = cor_tile_archive_read (archive, 1, (int) (i % 2), (int) (i / 2 % 2), NULL);
      guint8 expected = (guint8) ((i % 2) * 2 + 1 - i / 2 % 2);

      g_assert_cmpuint (g_bytes_get_size (bytes), ==, 1);
      g_assert_cmpuint (((const guint8 *) g_bytes_get_data (bytes, NULL))[0], ==, expected);
    }
  return NULL;
}

static void
test_threads (Fixture *f, gconstpointer data)
{
  g_autoptr (CorTileArchive) archive = NULL;
  GThread *threads[4];

  run_sql (f->path, TABLES);
  for (guint8 i = 0; i < 4; i++)
    insert_tile (f->path, 1, i / 2, i % 2, &i, 1);
  archive = cor_tile_archive_open (f->path, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("read", read_many, archive);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/map/tile-archive/" name, Fixture, NULL, setup, func, teardown)
  ADD ("read", test_read);
  ADD ("not-a-database", test_not_a_database);
  ADD ("unknown-kind", test_unknown_kind);
  ADD ("bad-zooms", test_bad_zooms);
  ADD ("damaged-gzip", test_damaged_gzip);
  ADD ("gzip-bomb", test_gzip_bomb);
  ADD ("huge-tile", test_huge_tile);
  ADD ("endless", test_endless);
  ADD ("threads", test_threads);
  g_test_add_func ("/map/tile-archive/missing", test_missing);
  return g_test_run ();
}
