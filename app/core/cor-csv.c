/* cor-csv.c: tables as comma-separated values (RFC 4180), the same in every locale.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-csv.h"

#include <math.h>
#include <string.h>

static void
separate (GString *csv)
{
  if (csv->len > 0 && csv->str[csv->len - 1] != '\n')
    g_string_append_c (csv, ',');
}

/* An empty first cell would be taken for the row's beginning by the next one: it is quoted. */
static void
append_empty (GString *csv)
{
  gboolean first = csv->len == 0 || csv->str[csv->len - 1] == '\n';

  if (first)
    g_string_append (csv, "\"\"");
  else
    g_string_append_c (csv, ',');
}

void
cor_csv_text (GString *csv, const char *text)
{
  if (text == NULL || *text == '\0')
    {
      append_empty (csv);
      return;
    }
  separate (csv);
  if (strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (csv, text);
      return;
    }
  g_string_append_c (csv, '"');
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *c);
    }
  g_string_append_c (csv, '"');
}

void
cor_csv_number (GString *csv, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (number))
    cor_csv_text (csv, NULL);
  else
    cor_csv_text (csv, g_ascii_formatd (text, sizeof text, "%.10g", number == 0 ? 0 : number));
}

void
cor_csv_integer (GString *csv, int number)
{
  char text[16];

  g_snprintf (text, sizeof text, "%d", number);
  cor_csv_text (csv, text);
}

void
cor_csv_end_row (GString *csv)
{
  g_string_append_c (csv, '\n');
}

void
cor_csv_row (GString *csv, ...)
{
  const char *text;
  va_list args;

  va_start (args, csv);
  while ((text = va_arg (args, const char *)) != NULL)
    cor_csv_text (csv, text);
  va_end (args);
  cor_csv_end_row (csv);
}

char *
cor_csv_to_tabs (const char *csv)
{
  GString *text = g_string_sized_new (strlen (csv));
  gboolean quoted = FALSE;

  for (const char *c = csv; *c != '\0'; c++)
    if (*c == '"' && quoted && c[1] == '"')
      g_string_append_c (text, *c++);
    else if (*c == '"')
      quoted = !quoted;
    else if (*c == ',' && !quoted)
      g_string_append_c (text, '\t');
    else if (*c == '\t' || (quoted && (*c == '\n' || *c == '\r')))
      g_string_append_c (text, ' ');
    else
      g_string_append_c (text, *c);
  return g_string_free (text, FALSE);
}
