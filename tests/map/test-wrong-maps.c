/* test-wrong-maps.c: map files that are none, each told with what to do.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-tile-archive.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define TABLES "CREATE TABLE metadata (name text, value text);" \
               "CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob);"
#define SAYS(format, from, to) "INSERT INTO metadata VALUES ('format', '" format "'), ('minzoom', '" from "'), ('maxzoom', '" to "');"
#define TILE(data) "INSERT INTO tiles VALUES (0, 0, 0, " data ");"

/* A PNG of 16,000 by 16,000 pixels that is cut off: its size is in it. */
#define HUGE_PNG \
  "X'89504E470D0A1A0A0000000D4948445200003E8000003E800802000000CE1C48890000000C49444154789C6360A03D000000" \
  "64000186643C35'"
#define WEBP "X'524946461A000000574542505650384C0D0000002F00000010071011118888FE0700'"

typedef struct
{
  const char *name;
  const char *sql;     /* a database; NULL: as it stands */
  const char *content;
  gsize size;
  gsize cut_to; /* of a database; 0: whole */
  const char *what, *to_do;
} Case;

static const Case cases[] = {
  { "of no bytes", NULL, "", 0, 0, "is empty", "download it again" },
  { "a drawing", NULL, "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", 40, 0, "not a map file", "export the map as MBTiles" },
  { "a login page", NULL, "<!DOCTYPE html><html>", 21, 0, "not a map file", "export the map as MBTiles" },
  { "cut in its head", TABLES, NULL, 0, 60, "cut off", "download it again" },
  { "cut in its tables", TABLES SAYS ("png", "0", "1") TILE ("zeroblob(200000)"), NULL, 0, 5000, "cut off", "download it again" },
  { "another database", "CREATE TABLE other (a);", NULL, 0, 0, "without map tiles", "export the map as MBTiles" },
  { "no tiles", TABLES SAYS ("png", "0", "1"), NULL, 0, 0, "has no tiles", "export the map again" },
  { "drawings in it", TABLES SAYS ("svg", "0", "1") TILE ("'<svg/>'"), NULL, 0, 0, "“svg”", "export the map with PNG" },
  { "zoom out of range", TABLES SAYS ("png", "3", "99") TILE ("X'00'"), NULL, 0, 0, "3 to 99", "export the map again" },
  { "zoom upside down", TABLES SAYS ("png", "9", "3") TILE ("X'00'"), NULL, 0, 0, "9 to 3", "export the map again" },
  { "broken pictures", TABLES SAYS ("png", "0", "1") TILE ("X'89504E470D0A1A0A00'"), NULL, 0, 0, "no picture", "export the map again" },
  { "text for pictures", TABLES SAYS ("png", "0", "1") TILE ("'just text'"), NULL, 0, 0, "no picture", "export the map again" },
  { "empty pictures", TABLES SAYS ("png", "0", "1") TILE ("X''"), NULL, 0, 0, "is empty", "export the map again" },
  { "nothing for pictures", TABLES SAYS ("png", "0", "1") TILE ("NULL"), NULL, 0, 0, "is empty", "export the map again" },
  { "broken vectors", TABLES SAYS ("pbf", "0", "1") TILE ("X'1F8B08000102'"), NULL, 0, 0, "tile is damaged", "export the map again" },
  { "a tile of 9 MB", TABLES SAYS ("png", "0", "1") TILE ("zeroblob(9000000)"), NULL, 0, 0, "larger than 8 MB", "export the map again" },
  { "a picture too wide", TABLES SAYS ("png", "0", "1") TILE (HUGE_PNG), NULL, 0, 0, "wider than 2048", "export the map again" },
};

static void
write_case (const char *path, const Case *one)
{
  g_autofree char *content = NULL;
  sqlite3 *db;
  gsize size;

  g_unlink (path);
  if (one->sql == NULL)
    {
      g_assert_true (g_file_set_contents (path, one->content, (gssize) one->size, NULL));
      return;
    }
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, one->sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  if (one->cut_to == 0)
    return;
  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  g_assert_cmpuint (size, >, one->cut_to);
  g_assert_true (g_file_set_contents (path, content, (gssize) one->cut_to, NULL));
}

static void
test_wrong (void)
{
  g_autofree char *folder = g_dir_make_tmp ("corridor-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "map.mbtiles", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CorTileArchive) archive = NULL;
      g_autoptr (GError) error = NULL;

      write_case (path, &cases[i]);
      archive = cor_tile_archive_open (path, &error);
      g_assert_true (archive == NULL || !cor_tile_archive_probe (archive, &error));
      g_test_message ("%s: %s", cases[i].name, error->message);
      g_assert_true (error->domain == COR_TILE_ERROR);
      g_assert_true (g_str_has_prefix (error->message, path));
      g_assert_null (strstr (error->message + 1, path));
      g_assert_nonnull (strstr (error->message, cases[i].what));
      g_assert_nonnull (strstr (error->message, cases[i].to_do));
    }
  g_unlink (path);
  g_rmdir (folder);
}

/* WebP is read where the desktop has a reader; where not, that is what is said. */
static void
test_webp (void)
{
  static const Case one = { "WebP", TABLES SAYS ("webp", "0", "0") TILE (WEBP), NULL, 0, 0, NULL, NULL };
  g_autofree char *folder = g_dir_make_tmp ("corridor-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "map.mbtiles", NULL);
  g_autoptr (CorTileArchive) archive = NULL;
  g_autoptr (GError) error = NULL;

  write_case (path, &one);
  archive = cor_tile_archive_open (path, &error);
  g_assert_no_error (error);
  if (!cor_tile_archive_probe (archive, &error))
    g_assert_nonnull (strstr (error->message, "WebP"));
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/wrong-maps/wrong", test_wrong);
  g_test_add_func ("/map/wrong-maps/webp", test_webp);
  return g_test_run ();
}
