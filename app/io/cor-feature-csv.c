/* cor-feature-csv.c: places from a table, whatever parts its cells.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-feature.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DELIMITERS ",;\t|"

/* Reading position; @line counts line breaks, also those inside quotes. */
typedef struct
{
  const char *at;
  char delimiter;
  guint line;
} Reader;

/* The delimiter that the first line has most of, outside quotes. */
static char
find_delimiter (const char *text)
{
  guint counts[sizeof DELIMITERS] = { 0 };
  gboolean quoted = FALSE;
  guint best = 0;

  for (; *text != '\0' && (quoted || (*text != '\n' && *text != '\r')); text++)
    {
      const char *which = strchr (DELIMITERS, *text);

      if (*text == '"')
        quoted = !quoted;
      else if (which != NULL && !quoted)
        counts[which - DELIMITERS]++;
    }
  for (guint i = 1; i < strlen (DELIMITERS); i++)
    if (counts[i] > counts[best])
      best = i;
  return DELIMITERS[best];
}

/* A quoted cell, the reader behind its opening quote; a quote inside is doubled. */
static void
read_quoted (Reader *reader, GString *cell)
{
  for (; *reader->at != '\0'; reader->at++)
    {
      if (*reader->at == '"' && reader->at[1] != '"')
        {
          reader->at++;
          return;
        }
      if (*reader->at == '"')
        reader->at++;
      reader->line += *reader->at == '\n';
      g_string_append_c (cell, *reader->at);
    }
}

static gboolean
at_row_end (const Reader *reader)
{
  return *reader->at == '\0' || *reader->at == '\n' || *reader->at == '\r';
}

/* The next cell, without space around it. */
static char *
read_cell (Reader *reader)
{
  GString *cell = g_string_new (NULL);

  while (*reader->at == ' ')
    reader->at++;
  if (*reader->at == '"')
    {
      reader->at++;
      read_quoted (reader, cell);
    }
  for (; !at_row_end (reader) && *reader->at != reader->delimiter; reader->at++)
    g_string_append_c (cell, *reader->at);
  return g_strstrip (g_string_free (cell, FALSE));
}

/* The cells of the next row. */
static char **
read_row (Reader *reader)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  while (TRUE)
    {
      g_autofree char *cell = read_cell (reader);

      g_strv_builder_add (builder, cell);
      if (at_row_end (reader))
        break;
      reader->at++;
    }
  if (*reader->at == '\r' && reader->at[1] == '\n')
    reader->at++;
  if (*reader->at != '\0')
    reader->at++;
  reader->line++;
  return g_strv_builder_end (builder);
}

static gboolean
is_blank (char **cells)
{
  for (guint i = 0; cells[i] != NULL; i++)
    if (*cells[i] != '\0')
      return FALSE;
  return TRUE;
}

static CorFeature *
row_to_feature (char **header, char **cells, guint line)
{
  CorFeature *feature = cor_feature_new (line);
  guint n = g_strv_length (header), m = g_strv_length (cells);

  for (guint i = 0; i < n && i < m; i++)
    if (*cells[i] != '\0')
      cor_feature_say (feature, header[i], cells[i], NULL);
  if (m > n)
    feature->problem = g_strdup_printf (_ ("%u cells, but %u columns"), m, n);
  return feature;
}

GPtrArray *
cor_features_from_csv (const char *text, GError **error)
{
  Reader reader = { text, find_delimiter (text), 1 };
  g_auto (GStrv) header = read_row (&reader);
  g_autoptr (GPtrArray) features = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_feature_free);

  while (*reader.at != '\0')
    {
      guint line = reader.line;
      g_auto (GStrv) cells = read_row (&reader);

      if (is_blank (cells))
        continue;
      if (features->len >= COR_FEATURES_MAX)
        {
          g_set_error (error, COR_ERROR, COR_ERROR_TOO_LARGE, _ ("line %u: more than %u rows; split the file"), line,
                       COR_FEATURES_MAX);
          return NULL;
        }
      g_ptr_array_add (features, row_to_feature (header, cells, line));
    }
  return g_steal_pointer (&features);
}
