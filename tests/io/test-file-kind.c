/* test-file-kind.c: what a file is, by content and by name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-file-kind.h"
#include "cor-import-look.h"

#include <glib/gstdio.h>
#include <string.h>

/* A text of known length, NUL within it or not. */
#define HEAD(text) (text), sizeof (text) - 1

static void
test_kinds (void)
{
  static const struct
  {
    const char *name;
    const char *head;
    gsize size;
    CorFileKind kind;
  } files[] = {
    { "list.csv", HEAD ("name,lon,lat\n"), COR_FILE_KIND_DATA },
    { "LIST.CSV", HEAD (""), COR_FILE_KIND_DATA },
    { "list", HEAD ("name,lon,lat\n"), COR_FILE_KIND_DATA },
    { "list.dat", HEAD ("\xd5\xbe\xb5\xe3,1\r\n"), COR_FILE_KIND_DATA },
    { "book.xlsx", HEAD ("PK\x03\x04"), COR_FILE_KIND_DATA },
    { "a.corridor", HEAD (""), COR_FILE_KIND_SCENARIO },
    { "a.json", HEAD ("{\n  \"format\": \"corridor-scenario\",\n"), COR_FILE_KIND_SCENARIO },
    { "a.json", HEAD ("{\"type\":\"FeatureCollection\""), COR_FILE_KIND_DATA },
    { "a.mbtiles", HEAD ("<html>"), COR_FILE_KIND_MAP },
    { "a.db", HEAD ("SQLite format 3\0\x10"), COR_FILE_KIND_MAP },
    { "a.csv", HEAD ("SQLite format 3\0\x10"), COR_FILE_KIND_MAP },
    { "SQLite format.txt", HEAD ("SQLite format 3 is a format\n"), COR_FILE_KIND_DATA },
    { "a.osm.pbf", HEAD (""), COR_FILE_KIND_ROADS },
    { "extract", HEAD ("\0\0\0\x0d\x0a\x09OSMHeader\x18"), COR_FILE_KIND_ROADS },
    { "extract.xml", HEAD ("<?xml version='1.0'?>\n<osm version=\"0.6\">"), COR_FILE_KIND_ROADS },
    { "photo.png", HEAD ("\x89PNG\r\n\x1a\n\0\0"), COR_FILE_KIND_UNKNOWN },
    { "nothing", HEAD (""), COR_FILE_KIND_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_test_message ("%s %u", files[i].name, i);
      g_assert_cmpint (cor_file_kind_tell (files[i].name, files[i].head, files[i].size), ==, files[i].kind);
    }
}

static void
test_on_disk (void)
{
  g_autofree char *folder = g_dir_make_tmp ("corridor.csv-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "gone.csv", NULL);
  g_autoptr (GFile) there = g_file_new_for_path (folder);
  g_autoptr (GFile) gone = g_file_new_for_path (path);
  g_autoptr (GFile) far = g_file_new_for_uri ("sftp://example.org/list.csv");

  g_assert_cmpint (cor_file_kind_of (there), ==, COR_FILE_KIND_FOLDER);
  g_assert_cmpint (cor_file_kind_of (gone), ==, COR_FILE_KIND_DATA);
  g_assert_cmpint (cor_file_kind_of (far), ==, COR_FILE_KIND_DATA);
  g_assert_true (g_file_set_contents (path, "SQLite format 3", 16, NULL));
  g_assert_cmpint (cor_file_kind_of (gone), ==, COR_FILE_KIND_MAP);
  g_remove (path);
  g_rmdir (folder);
}

/* Name and content have to agree where the name promises something; else the content tells. */
static void
test_names_of_data (void)
{
  static const struct
  {
    const char *name, *content;
    CorFeatureFormat format;
    const char *said[3]; /* of what is wrong */
  } files[] = {
    { "a.csv", "name,lon,lat\nA,114,22.5\n", COR_FEATURES_TABLE, { NULL } },
    { "a.csv", "[id],name,lon,lat\n1,A,114,22.5\n", COR_FEATURES_TABLE, { NULL } },
    { "a.csv", "<5 t,lon,lat\nA,114,22.5\n", COR_FEATURES_TABLE, { NULL } },
    { "a.txt", "{\"type\":\"Point\",\"coordinates\":[114,22.5]}", COR_FEATURES_GEOJSON, { NULL } },
    { "a.geojson", "  {\"type\":\"Point\",\"coordinates\":[114,22.5]}", COR_FEATURES_GEOJSON, { NULL } },
    { "a.kml", "<kml><Placemark><Point><coordinates>114,22</coordinates></Point></Placemark></kml>", COR_FEATURES_KML, { NULL } },
    { "a.geojson", "name,lon,lat\nA,114,22.5\n", 0, { "not GeoJSON", "line 1, character 1", "“name,lon,lat”" } },
    { "A.GeoJSON", "\n\n  站点,lon,lat\nA,114,22.5\n", 0, { "not GeoJSON", "line 3, character 3", "“站点" } },
    { "a.json", "<gpx></gpx>", 0, { "not GeoJSON", "line 1", "“<gpx></gpx>”" } },
    { "a.gpx", "name,lon,lat\nA,114,22.5\n", 0, { "not GPX", "line 1, character 1", ".csv" } },
    { "a.kml", "{}", 0, { "not KML", "line 1", "“{}”" } },
    { "a.geojson", "{\"type\": \"FeatureCollection\",\n \"features\": [}", 0, { "line 2" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (files[i].content, strlen (files[i].content));
      g_autoptr (GError) error = NULL;
      g_autoptr (CorImportLook) look = cor_import_look (bytes, NULL, files[i].name, NULL, &error);

      g_test_message ("%s %u: %s", files[i].name, i, error ? error->message : "read");
      g_assert_cmpint (look != NULL, ==, files[i].said[0] == NULL);
      if (look != NULL)
        g_assert_cmpint (look->format, ==, files[i].format);
      for (guint k = 0; k < G_N_ELEMENTS (files[i].said) && files[i].said[k] != NULL; k++)
        g_assert_nonnull (strstr (error->message, files[i].said[k]));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file-kind/kinds", test_kinds);
  g_test_add_func ("/file-kind/on-disk", test_on_disk);
  g_test_add_func ("/file-kind/names-of-data", test_names_of_data);
  return g_test_run ();
}
