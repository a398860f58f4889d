/* cor-map-near.c: what comes nearest to words that are found nowhere as a whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-near.h"

#include <string.h>

/* Fewer letters say nothing; of Chinese characters fewer do. */
#define LEAST_LATIN   3
#define LEAST_CHINESE 2

char *
cor_map_near_fold (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text != NULL ? text : "", -1);
  GString *key = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (key, g_utf8_get_char (p));
  return g_string_free (key, FALSE);
}

static gboolean
contains (const char *name, const char *needle)
{
  g_autofree char *key = cor_map_near_fold (name);

  return strstr (key, needle) != NULL;
}

static gboolean
spelt (const CorPinyin *pinyin, const char *name, const char *needle)
{
  return pinyin != NULL && name != NULL && cor_pinyin_match (pinyin, name, needle);
}

gboolean
cor_map_near_matches (const CorPinyin *pinyin, const CorItem *item, const char *needle)
{
  return contains (item->name, needle) || contains (item->name_zh, needle) || contains (item->id, needle)
         || spelt (pinyin, item->name_zh, needle) || spelt (pinyin, item->name, needle);
}

static gboolean
place_matches (const CorPinyin *pinyin, const CorPlace *place, const char *needle)
{
  return contains (place->name_en, needle) || contains (place->name_zh, needle) || spelt (pinyin, place->name_zh, needle);
}

static gboolean
says_something (const char *word)
{
  return g_utf8_strlen (word, -1) >= ((guchar) *word < 0x80 ? LEAST_LATIN : LEAST_CHINESE);
}

/* The words of what was typed; of a single one its beginnings, the longest first, down to half of it. */
static GPtrArray *
words_of (const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, " \t,;/-_()", -1);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *word = cor_map_near_fold (parts[i]);

      if (says_something (word))
        g_ptr_array_add (words, g_steal_pointer (&word));
    }
  if (words->len == 1)
    {
      const char *whole = g_ptr_array_index (words, 0);
      glong n = g_utf8_strlen (whole, -1);

      for (glong length = n - 1; 2 * length >= n; length--)
        {
          g_autofree char *beginning = g_utf8_substring (whole, 0, length);

          if (says_something (beginning))
            g_ptr_array_add (words, g_steal_pointer (&beginning));
        }
    }
  return words;
}

/* How many letters the words have that are found there. */
static guint
letters_of (const CorPinyin *pinyin, const CorItem *item, const CorPlace *place, const GPtrArray *words)
{
  guint letters = 0;

  for (guint i = 0; i < words->len; i++)
    {
      const char *word = g_ptr_array_index (words, i);

      if (item != NULL ? cor_map_near_matches (pinyin, item, word) : place_matches (pinyin, place, word))
        letters += (guint) g_utf8_strlen (word, -1);
    }
  return letters;
}

static void
add (GArray *found, const CorPinyin *pinyin, const CorItem *item, const CorPlace *place, const GPtrArray *words)
{
  CorMapNear near = { item, place, letters_of (pinyin, item, place, words) };

  if (near.letters > 0)
    g_array_append_val (found, near);
}

/* What has more letters first; places that are known widely before others. */
static int
compare (gconstpointer a, gconstpointer b)
{
  const CorMapNear *x = a, *y = b;
  int rank_x = x->place != NULL ? x->place->rank : 0, rank_y = y->place != NULL ? y->place->rank : 0;

  return x->letters != y->letters ? (x->letters < y->letters) - (x->letters > y->letters) : rank_x - rank_y;
}

GArray *
cor_map_near_find (const CorScenario *scenario, const CorPlaces *places, const CorPinyin *pinyin, const char *text, guint max)
{
  static const CorItemKind kinds[] = { COR_ITEM_SITE, COR_ITEM_STATION, COR_ITEM_ROUTE };
  g_autoptr (GPtrArray) words = words_of (text);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (CorMapNear));

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      guint n;
      const CorItem *const *items = cor_scenario_items (scenario, kinds[k], &n);

      for (guint i = 0; i < n; i++)
        add (found, pinyin, items[i], NULL, words);
    }
  for (guint i = 0; places != NULL && i < cor_places_get_n (places); i++)
    add (found, pinyin, NULL, cor_places_get (places, i), words);
  g_array_sort (found, compare);
  if (found->len > max)
    g_array_set_size (found, max);
  return found;
}
