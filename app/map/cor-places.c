/* cor-places.c: names of places in Chinese and English, to label the map and to search.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-places.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define N_COLUMNS 7

static const char *const kind_names[]
    = { "city", "district", "town", "port", "airport", "sea", "water", "river", "reservoir", "island",
        "bridge" };

struct _CorPlaces
{
  GArray *places;        /* CorPlace */
  GPtrArray *keys;       /* three search keys for each place: English, Chinese, pinyin */
  GStringChunk *strings;
};

GQuark
cor_place_error_quark (void)
{
  return g_quark_from_static_string ("cor-place-error-quark");
}

/* What matters of a name for search: letters and digits, without accents, in one case. */
static char *
search_key (const char *name)
{
  g_autofree char *plain = g_utf8_normalize (name, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = g_utf8_casefold (plain != NULL ? plain : "", -1);
  GString *key = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (key, c);
    }
  return g_string_free (key, FALSE);
}

static int
parse_kind (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (g_str_equal (text, kind_names[i]))
      return (int) i;
  return -1;
}

static gboolean
add_row (CorPlaces *self, const char *row)
{
  g_auto (GStrv) f = g_strsplit (row, ",", -1);
  int kind;
  CorPlace place;

  if (g_strv_length (f) != N_COLUMNS || f[0][0] == '\0' || !g_utf8_validate (row, -1, NULL))
    return FALSE;
  kind = parse_kind (f[3]);
  place = (CorPlace){
    .name_en = g_string_chunk_insert (self->strings, f[0]),
    .name_zh = g_string_chunk_insert (self->strings, f[1]),
    .pinyin = g_string_chunk_insert (self->strings, f[2]),
    .kind = (CorPlaceKind) kind,
    .rank = (int) g_ascii_strtoll (f[4], NULL, 10),
    .lon = g_ascii_strtod (f[5], NULL),
    .lat = g_ascii_strtod (f[6], NULL),
  };
  if (kind < 0 || place.rank < 1 || place.rank > 5 || ABS (place.lon) > 180.0 || ABS (place.lat) > 90.0)
    return FALSE;
  g_array_append_val (self->places, place);
  for (guint i = 0; i < 3; i++)
    g_ptr_array_add (self->keys, search_key (f[i]));
  return TRUE;
}

static void
places_clear (gpointer data)
{
  CorPlaces *self = data;

  g_array_unref (self->places);
  g_ptr_array_unref (self->keys);
  g_string_chunk_free (self->strings);
}

CorPlaces *
cor_places_load (const char *path, GError **error)
{
  g_autoptr (CorPlaces) self = NULL;
  g_autoptr (GError) failure = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) rows = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (!g_file_get_contents (path, &text, NULL, &failure))
    {
      g_set_error_literal (error, COR_PLACE_ERROR, COR_PLACE_ERROR_READ, failure->message);
      return NULL;
    }
  self = g_atomic_rc_box_new0 (CorPlaces);
  self->places = g_array_new (FALSE, FALSE, sizeof (CorPlace));
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->strings = g_string_chunk_new (16384);
  rows = g_strsplit (text, "\n", -1);
  for (guint i = 1; rows[0] != NULL && rows[i] != NULL; i++)
    if (rows[i][0] != '\0' && !add_row (self, g_strchomp (rows[i])))
      {
        g_set_error (error, COR_PLACE_ERROR, COR_PLACE_ERROR_ROW, _ ("%s: line %u is no place"), path, i + 1);
        return NULL;
      }
  return g_steal_pointer (&self);
}

CorPlaces *
cor_places_ref (CorPlaces *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
cor_places_unref (CorPlaces *self)
{
  g_atomic_rc_box_release_full (self, places_clear);
}

guint
cor_places_get_n (const CorPlaces *self)
{
  return self->places->len;
}

const CorPlace *
cor_places_get (const CorPlaces *self, guint index)
{
  g_return_val_if_fail (index < self->places->len, NULL);
  return &g_array_index (self->places, CorPlace, index);
}

typedef struct
{
  const CorPlace *place;
  int score; /* the lower the better */
} Hit;

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const Hit *first = a, *second = b;

  if (first->score != second->score)
    return first->score - second->score;
  return first->place < second->place ? -1 : first->place > second->place;
}

/* 0 for the whole name, 10 for its beginning, 20 for another part, -1 for none. */
static int
match (const char *key, const char *needle)
{
  const char *found = needle[0] != '\0' ? strstr (key, needle) : NULL;

  if (found == NULL)
    return -1;
  if (found != key)
    return 20;
  return key[strlen (needle)] == '\0' ? 0 : 10;
}

GPtrArray *
cor_places_find (const CorPlaces *self, const char *query, guint max)
{
  g_autofree char *needle = search_key (query);
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < self->places->len; i++)
    {
      Hit hit = { &g_array_index (self->places, CorPlace, i), G_MAXINT };

      for (guint k = 0; k < 3; k++)
        {
          int score = match (g_ptr_array_index (self->keys, 3 * i + k), needle);

          if (score >= 0)
            hit.score = MIN (hit.score, score + hit.place->rank);
        }
      if (hit.score < G_MAXINT)
        g_array_append_val (hits, hit);
    }
  g_array_sort (hits, compare_hits);
  for (guint i = 0; i < MIN (max, hits->len); i++)
    g_ptr_array_add (found, (gpointer) g_array_index (hits, Hit, i).place);
  return found;
}
