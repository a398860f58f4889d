/* cor-feature-csv.c: places from a table, whatever parts its cells.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-feature.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const char cor_feature_delimiters[] = ",;\t|";

/* Reading position; @line counts line breaks, also those inside quotes. @open: a quote never ended. */
typedef struct
{
  const char *at;
  char delimiter;
  guint line;
  gboolean open;
} Reader;

char
cor_table_find_delimiter (const char *text)
{
  guint counts[sizeof cor_feature_delimiters] = { 0 };
  gboolean quoted = FALSE;
  guint best = 0;

  for (; *text != '\0' && (quoted || (*text != '\n' && *text != '\r')); text++)
    {
      const char *which = strchr (cor_feature_delimiters, *text);

      if (*text == '"')
        quoted = !quoted;
      else if (which != NULL && !quoted)
        counts[which - cor_feature_delimiters]++;
    }
  for (guint i = 1; i < strlen (cor_feature_delimiters); i++)
    if (counts[i] > counts[best])
      best = i;
  return cor_feature_delimiters[best];
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
  reader->open = TRUE;
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

/* A figure and nothing else: "114.05", "-3". */
static gboolean
is_figure (const char *cell)
{
  char *end;

  if (*cell == '\0')
    return FALSE;
  g_ascii_strtod (cell, &end);
  return *end == '\0';
}

gboolean
cor_table_find_header (const char *text, char delimiter)
{
  Reader reader = { text, delimiter, 1, FALSE };
  g_auto (GStrv) cells = read_row (&reader);
  guint n = 0;

  for (guint i = 0; cells[i] != NULL; i++)
    n += is_figure (cells[i]);
  return n < 2;
}

/* @said, with a number behind it where it is there already. @seen: each name with the last number behind it. */
static char *
another_name (GHashTable *seen, const char *said)
{
  guint number = MAX (GPOINTER_TO_UINT (g_hash_table_lookup (seen, said)), 1);
  char *name = g_strdup (said);

  while (g_hash_table_contains (seen, name))
    {
      g_free (name);
      name = g_strdup_printf ("%s (%u)", said, ++number);
    }
  g_hash_table_insert (seen, g_strdup (name), GUINT_TO_POINTER (1));
  g_hash_table_insert (seen, g_strdup (said), GUINT_TO_POINTER (number));
  return name;
}

/* Names of columns from the cells of the first row: each another, none empty. */
static GPtrArray *
name_columns (char **cells, gboolean header)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; cells[i] != NULL; i++)
    {
      g_autofree char *said
        = header && *cells[i] != '\0' ? g_strdup (cells[i]) : g_strdup_printf (_ ("Column %u"), i + 1);

      g_ptr_array_add (names, another_name (seen, said));
    }
  return names;
}

static const char *
table_begin (const CorFeatureText *text)
{
  return text->text + strspn (text->text, " \r\n");
}

/* The reader where the table begins, with the line that that is. */
static Reader
begin_table (const CorFeatureText *text)
{
  Reader reader = { table_begin (text), text->form.delimiter, 1, FALSE };

  for (const char *c = text->text; c < reader.at; c++)
    reader.line += *c == '\n';
  return reader;
}

GPtrArray *
cor_feature_columns (const CorFeatureText *text)
{
  Reader reader = begin_table (text);
  g_auto (GStrv) cells = read_row (&reader);

  return name_columns (cells, text->form.header);
}

static CorFeature *
row_to_feature (const Reader *reader, const GPtrArray *columns, char **cells, guint line)
{
  CorFeature *feature = cor_feature_new (line);
  guint m = g_strv_length (cells);

  for (guint i = 0; i < columns->len && i < m; i++)
    if (*cells[i] != '\0')
      cor_feature_say (feature, g_ptr_array_index (columns, i), cells[i], NULL);
  if (reader->open)
    feature->problem = g_strdup (_ ("a quotation mark is opened here and never closed"));
  else if (m > columns->len)
    feature->problem = g_strdup_printf (_ ("%u cells, but %u columns"), m, columns->len);
  return feature;
}

static gboolean
look_around (const CorFeatureText *text, const Reader *reader, const CorFeatureRead *how, GError **error)
{
  if (how->progress != NULL)
    how->progress ((double) (reader->at - text->text) / (double) text->length, how->progress_data);
  return !g_cancellable_set_error_if_cancelled (how->cancellable, error);
}

gboolean
cor_features_each_row (const CorFeatureText *text, const CorFeatureRead *how, CorFeatureFunc func, gpointer data, GError **error)
{
  Reader reader = begin_table (text);
  g_autoptr (GPtrArray) columns = cor_feature_columns (text);
  gboolean more = TRUE;

  if (text->form.header)
    g_strfreev (read_row (&reader));
  for (guint n = 0; more && *reader.at != '\0'; n++)
    {
      guint line = reader.line;
      g_auto (GStrv) cells = NULL;
      CorFeature *feature;

      if (n % COR_FEATURES_A_LOOK == 0 && !look_around (text, &reader, how, error))
        return FALSE;
      cells = read_row (&reader);
      if (is_blank (cells))
        continue;
      feature = row_to_feature (&reader, columns, cells, line);
      more = func (feature, data);
      cor_feature_free (feature);
    }
  return TRUE;
}
