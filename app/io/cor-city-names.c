/* cor-city-names.c: names of cities and districts in English and Chinese.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-city-names.h"

#include "cor-data-dir.h"

#include <string.h>

/* The columns of the file. */
enum
{
  NAME_EN,
  NAME_ZH,
  PINYIN,
  KIND,
  N_NEEDED
};

/* From each name, folded and without its "City" or "市", to the row that has it: both names in turn. */
static GHashTable *names;

/* The name to look for: in small letters, without what only says that it is a city or a district. */
static char *
key_of (const char *name)
{
  static const char *const ends[] = { " city", " district", "特别行政区", "市", "区", "县" };
  char *key = g_utf8_strdown (name, -1);

  g_strstrip (key);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (key, ends[i]) && g_utf8_strlen (key, (gssize) (strlen (key) - strlen (ends[i]))) > 1)
      {
        key[strlen (key) - strlen (ends[i])] = '\0';
        break;
      }
  return key;
}

/* The first place of a name keeps it: cities stand before districts. Whether it was the first. */
static gboolean
add_name (const char *name, char **row)
{
  g_autofree char *key = key_of (name);

  if (g_hash_table_contains (names, key))
    return FALSE;
  return g_hash_table_insert (names, g_steal_pointer (&key), row);
}

/* Takes over the row. */
static void
add_row (char **row)
{
  gboolean named = g_strv_length (row) >= N_NEEDED && *row[NAME_EN] != '\0' && *row[NAME_ZH] != '\0';
  gboolean kept = FALSE;

  if (named && (g_str_equal (row[KIND], "city") || g_str_equal (row[KIND], "district")))
    {
      kept = add_name (row[NAME_EN], row);
      kept |= add_name (row[NAME_ZH], row);
    }
  if (!kept)
    g_strfreev (row);
}

static void
load (void)
{
  g_autofree char *path = cor_data_file ("basemap", "places.csv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!g_file_get_contents (path, &text, NULL, NULL))
    return;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    add_row (g_strsplit (lines[i], ",", -1));
}

const char *
cor_city_name (const char *city, gboolean zh)
{
  static gsize loaded;
  g_autofree char *key = NULL;
  char **row;

  if (city == NULL)
    return NULL;
  if (g_once_init_enter (&loaded))
    {
      load ();
      g_once_init_leave (&loaded, 1);
    }
  key = key_of (city);
  row = g_hash_table_lookup (names, key);
  return row != NULL ? row[zh ? NAME_ZH : NAME_EN] : city;
}
