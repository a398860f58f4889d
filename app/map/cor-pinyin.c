/* cor-pinyin.c: finds Chinese names by their Latin spelling, whole or by initials.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-pinyin.h"

#include <string.h>

/* The most readings of a character that are looked at. */
#define MAX_READINGS 3

typedef struct
{
  const char *readings[MAX_READINGS];
} Character;

struct _CorPinyin
{
  GHashTable *characters; /* gunichar to Character */
  GStringChunk *strings;
};

static void
add_line (CorPinyin *self, const char *line)
{
  const char *space = strchr (line, ' ');
  const char *syllable;

  if (line[0] == '#' || space == NULL)
    return;
  syllable = g_string_chunk_insert_len (self->strings, line, space - line);
  for (const char *p = space + 1; *p != '\0'; p = g_utf8_next_char (p))
    {
      gpointer key = GUINT_TO_POINTER (g_utf8_get_char (p));
      Character *character = g_hash_table_lookup (self->characters, key);
      guint i = 0;

      if (character == NULL)
        {
          character = g_new0 (Character, 1);
          g_hash_table_insert (self->characters, key, character);
        }
      while (i < MAX_READINGS && character->readings[i] != NULL)
        i++;
      if (i < MAX_READINGS)
        character->readings[i] = syllable;
    }
}

CorPinyin *
cor_pinyin_load (const char *path, GError **error)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  CorPinyin *self;

  if (!g_file_get_contents (path, &text, NULL, error))
    return NULL;
  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "%s: not UTF-8", path);
      return NULL;
    }
  self = g_new0 (CorPinyin, 1);
  self->characters = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->strings = g_string_chunk_new (4096);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    add_line (self, lines[i]);
  return self;
}

void
cor_pinyin_free (CorPinyin *self)
{
  g_hash_table_unref (self->characters);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/* Whether @query is used up by the characters from @name on, each by its reading or the beginning of it. */
static gboolean
match_from (const CorPinyin *self, const char *name, const char *query)
{
  const Character *character;

  if (*query == '\0')
    return TRUE;
  if (*name == '\0')
    return FALSE;
  character = g_hash_table_lookup (self->characters, GUINT_TO_POINTER (g_utf8_get_char (name)));
  for (guint i = 0; character != NULL && i < MAX_READINGS && character->readings[i] != NULL; i++)
    for (const char *r = character->readings[i], *q = query; *r != '\0' && *r == *q; r++)
      if (match_from (self, g_utf8_next_char (name), ++q))
        return TRUE;
  return FALSE;
}

gboolean
cor_pinyin_match (const CorPinyin *self, const char *name, const char *query)
{
  g_return_val_if_fail (self != NULL && name != NULL && query != NULL, FALSE);

  for (const char *p = name; *query != '\0' && *p != '\0'; p = g_utf8_next_char (p))
    if (match_from (self, p, query))
      return TRUE;
  return FALSE;
}
