/* cor-wrong-file.c: what is said of a file that is not what was wanted: what it is instead, and what to do.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-wrong-file.h"

#include "cor-network.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef enum
{
  EMPTY,
  FOLDER,
  PACKED,
  EXTRACT,
  NETWORK,
  ANOTHER
} Kind;

/* What files begin with, as their formats say. */
static const struct
{
  const char *bytes;
  gsize at, n;
  Kind kind;
  const char *what;
} beginnings[] = {
  { "\x1f\x8b", 0, 2, PACKED, N_ ("the file is packed with gzip or zip") },
  { "PK\3\4", 0, 4, PACKED, N_ ("the file is packed with gzip or zip") },
  { "7z\xbc\xaf\x27\x1c", 0, 6, PACKED, N_ ("the file is packed with 7-Zip, xz or RAR") },
  { "\xfd" "7zXZ", 0, 5, PACKED, N_ ("the file is packed with 7-Zip, xz or RAR") },
  { "Rar!\x1a\x07", 0, 6, PACKED, N_ ("the file is packed with 7-Zip, xz or RAR") },
  { "OSMHeader", 6, 9, EXTRACT, N_ ("this is an OpenStreetMap extract") },
  { "BZh", 0, 3, EXTRACT, N_ ("this is an OpenStreetMap extract") },
  { "CorNet\r\n", 0, 8, NETWORK, N_ ("this is a road network that was built already") },
  { "corridor-network ", 0, 17, NETWORK, N_ ("this is a road network that was built already") },
  { "\x89PNG", 0, 4, ANOTHER, N_ ("this is a picture") },
  { "\xff\xd8\xff", 0, 3, ANOTHER, N_ ("this is a picture") },
  { "GIF8", 0, 4, ANOTHER, N_ ("this is a picture") },
  { "%PDF", 0, 4, ANOTHER, N_ ("this is a PDF") },
  { "SQLite format 3", 0, 16, ANOTHER, N_ ("this is a base map (MBTiles) or another database") },
  { "\0\0\x27\x0a", 0, 4, ANOTHER, N_ ("this is a Shapefile") },
  { "\xff\xfe", 0, 2, ANOTHER, N_ ("this is text of another encoding (UTF-16)") },
  { "\xfe\xff", 0, 2, ANOTHER, N_ ("this is text of another encoding (UTF-16)") },
};

static gboolean
holds (const char *text, gsize size, const char *wanted)
{
  return g_strstr_len (text, (gssize) size, wanted) != NULL;
}

gboolean
cor_wrong_file_is_page (gconstpointer start, gsize size)
{
  g_autofree char *lower = g_ascii_strdown (start, (gssize) MIN (size, COR_WRONG_FILE_HEAD));

  return holds (lower, strlen (lower), "<!doctype html") || holds (lower, strlen (lower), "<html");
}

/* Text in whatever encoding has line ends and tabs, but no other control characters. */
static gboolean
is_text (const char *text, gsize size)
{
  for (gsize i = 0; i < size; i++)
    if ((guchar) text[i] < ' ' && strchr ("\t\r\n\f", text[i]) == NULL)
      return FALSE;
  return memchr (text, '\0', size) == NULL;
}

/* By the first characters, spaces and a mark of UTF-8 left out. */
static const char *
what_text (const char *text, gsize size, Kind *kind)
{
  *kind = ANOTHER;
  if (cor_wrong_file_is_page (text, size))
    return N_ ("this is a web page, not the file that it should have led to");
  while (size > 0 && (g_ascii_isspace (*text) || strchr ("\xef\xbb\xbf", *text) != NULL))
    text++, size--;
  if (size > 0 && *text == '<')
    {
      *kind = holds (text, size, "<osm") ? EXTRACT : ANOTHER;
      return *kind == EXTRACT ? N_ ("this is an OpenStreetMap extract") : N_ ("this is XML of another kind");
    }
  if (size > 0 && (*text == '{' || *text == '['))
    return holds (text, size, "corridor-scenario") ? N_ ("this is a scenario of this program") : N_ ("this is GeoJSON or other JSON");
  return N_ ("this is text");
}

static const char *
what (const char *start, gsize size, Kind *kind)
{
  *kind = EMPTY;
  if (size == 0)
    return N_ ("the file is empty");
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (size >= beginnings[i].at + beginnings[i].n
        && memcmp (start + beginnings[i].at, beginnings[i].bytes, beginnings[i].n) == 0)
      {
        *kind = beginnings[i].kind;
        return beginnings[i].what;
      }
  *kind = ANOTHER;
  return is_text (start, size) ? what_text (start, size, kind) : N_ ("this is no kind of file that is known here, or a part of one");
}

static const char *
what_to_do (Kind kind, CorWanted wanted)
{
  switch (kind)
    {
    case EMPTY:
      return wanted == COR_WANTED_EXTRACT ? N_ ("download it again") : N_ ("build it again from the extract");
    case FOLDER:
      return N_ ("choose the file in it");
    case PACKED:
      return N_ ("unpack it first");
    case NETWORK:
      if (wanted == COR_WANTED_NETWORK)
        return N_ ("it is of another version of the program; build it again");
      return N_ ("use it as it is; only extracts (.osm, .osm.bz2, .osm.pbf) are built");
    case EXTRACT:
      if (wanted == COR_WANTED_NETWORK)
        return N_ ("build a road network from it first");
      return N_ ("it is of a form that is not read; take it as .osm, .osm.bz2 or .osm.pbf");
    case ANOTHER:
    default:
      return wanted == COR_WANTED_EXTRACT
               ? N_ ("choose an OpenStreetMap extract (.osm, .osm.bz2 or .osm.pbf)")
               : N_ ("choose a road network that this program built, or build one from an OpenStreetMap extract");
    }
}

static gboolean
set_error (const char *path, const char *is, Kind kind, CorWanted wanted, GError **error)
{
  /* Translators: a file, what it is instead of what was wanted, and what to do. */
  g_set_error (error, COR_ROUTING_ERROR, COR_ROUTING_ERROR_FORMAT, _ ("%s: %s; %s"), path, _ (is), _ (what_to_do (kind, wanted)));
  return FALSE;
}

gboolean
cor_wrong_file_set_error (const char *path, gconstpointer start, gsize size, CorWanted wanted, GError **error)
{
  Kind kind;
  const char *is = what (start, MIN (size, COR_WRONG_FILE_HEAD), &kind);

  return set_error (path, is, kind, wanted, error);
}

gboolean
cor_wrong_file_is_folder (const char *path, CorWanted wanted, GError **error)
{
  if (!g_file_test (path, G_FILE_TEST_IS_DIR))
    return FALSE;
  set_error (path, N_ ("this is a folder"), FOLDER, wanted, error);
  return TRUE;
}
