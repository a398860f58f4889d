/* cor-file-kind.c: what a file is to the program, before it is opened.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-file-kind.h"

#include "cor-scenario-reader.h"

#include <string.h>

/* SQLite, "Database File Format", 1.3.1: the first sixteen bytes, the last of them NUL. */
#define SQLITE_MAGIC "SQLite format 3"

/* What an extract in PBF begins with, after the length of its first block. */
#define PBF_MAGIC "OSMHeader"
#define PBF_WITHIN 32u

static gboolean
holds (gconstpointer head, gsize size, const char *text)
{
  const char *bytes = head;
  gsize n = strlen (text);

  for (gsize i = 0; i + n <= size; i++)
    if (memcmp (bytes + i, text, n) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
ends_in (const char *name, const char *const *endings)
{
  for (guint i = 0; endings[i] != NULL; i++)
    if (g_str_has_suffix (name, endings[i]))
      return TRUE;
  return FALSE;
}

static CorFileKind
kind_by_name (const char *name)
{
  static const char *const scenarios[] = { ".corridor", NULL };
  static const char *const maps[] = { ".mbtiles", NULL };
  static const char *const roads[] = { ".osm", ".osm.bz2", ".pbf", NULL };
  static const char *const data[] = { ".csv", ".tsv", ".txt", ".geojson", ".json", ".gpx", ".kml", ".xlsx", ".xls", ".ods", NULL };
  g_autofree char *lower = g_ascii_strdown (name, -1);

  if (ends_in (lower, scenarios))
    return COR_FILE_KIND_SCENARIO;
  if (ends_in (lower, maps))
    return COR_FILE_KIND_MAP;
  if (ends_in (lower, roads))
    return COR_FILE_KIND_ROADS;
  return ends_in (lower, data) ? COR_FILE_KIND_DATA : COR_FILE_KIND_UNKNOWN;
}

/* Text in whatever encoding has line ends and tabs, but no other control characters. */
static gboolean
is_text (const guchar *head, gsize size)
{
  for (gsize i = 0; i < size; i++)
    if (head[i] < ' ' && strchr ("\t\r\n\f", head[i]) == NULL)
      return FALSE;
  return size > 0 && memchr (head, '\0', size) == NULL;
}

CorFileKind
cor_file_kind_tell (const char *name, gconstpointer head, gsize size)
{
  const guchar *bytes = head;
  CorFileKind named = kind_by_name (name);

  if (size >= sizeof SQLITE_MAGIC && memcmp (head, SQLITE_MAGIC, sizeof SQLITE_MAGIC) == 0)
    return COR_FILE_KIND_MAP;
  if (holds (head, MIN (size, PBF_WITHIN), PBF_MAGIC))
    return COR_FILE_KIND_ROADS;
  if (size > 0 && bytes[0] == '{' && holds (head, size, "\"" COR_SCENARIO_FORMAT "\""))
    return COR_FILE_KIND_SCENARIO;
  if (size > 0 && bytes[0] == '<' && holds (head, size, "<osm "))
    return COR_FILE_KIND_ROADS;
  return named == COR_FILE_KIND_UNKNOWN && is_text (bytes, size) ? COR_FILE_KIND_DATA : named;
}

CorFileKind
cor_file_kind_of (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GFileInputStream) stream = NULL;
  char head[COR_FILE_HEAD_BYTES];
  gsize size = 0;
  GFileType type = g_file_is_native (file) ? g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) : G_FILE_TYPE_UNKNOWN;

  if (type == G_FILE_TYPE_DIRECTORY)
    return COR_FILE_KIND_FOLDER;
  /* Nothing else is opened: a pipe would wait for its other end. */
  if (type == G_FILE_TYPE_REGULAR)
    stream = g_file_read (file, NULL, NULL);
  if (stream != NULL)
    g_input_stream_read_all (G_INPUT_STREAM (stream), head, sizeof head, &size, NULL, NULL);
  return cor_file_kind_tell (name ? name : "", head, size);
}
