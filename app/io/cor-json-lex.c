/* cor-json-lex.c: the words of JSON text: texts, numbers, true, false and null.
 *
 * The grammar is RFC 8259, "The JavaScript Object Notation (JSON) Data Interchange Format", 2017.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-json-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

void
cor_json_fail (CorJsonParser *p, CorError code, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (p->error, COR_ERROR, code, _ ("line %u: %s"), p->line, what);
}

/* Says what stands where something else was expected. */
void
cor_json_fail_expected (CorJsonParser *p, const char *expected)
{
  g_autofree char *found = NULL;

  if (p->at >= p->end)
    {
      cor_json_fail (p, COR_ERROR_PARSE, _ ("the file ends where %s should follow; it may be cut off"), expected);
      return;
    }
  found = g_strndup (p->at, g_utf8_next_char (p->at) - p->at);
  if (g_ascii_iscntrl (*found))
    cor_json_fail (p, COR_ERROR_PARSE, _ ("a control character stands where %s should follow"), expected);
  else
    cor_json_fail (p, COR_ERROR_PARSE, _ ("“%s” stands where %s should follow"), found, expected);
}

void
cor_json_skip_space (CorJsonParser *p)
{
  for (; p->at < p->end; p->at++)
    {
      if (*p->at == '\n')
        p->line++;
      else if (*p->at != ' ' && *p->at != '\t' && *p->at != '\r')
        break;
    }
}

static gboolean
read_hex4 (CorJsonParser *p, gunichar *out)
{
  *out = 0;
  for (int i = 0; i < 4; i++, p->at++)
    {
      if (p->at >= p->end || !g_ascii_isxdigit (*p->at))
        {
          cor_json_fail (p, COR_ERROR_PARSE, _ ("\\u in a text needs four hexadecimal digits"));
          return FALSE;
        }
      *out = *out * 16 + g_ascii_xdigit_value (*p->at);
    }
  return TRUE;
}

/* After "\u": one character, or two escapes that make one together. */
static gboolean
read_unicode_escape (CorJsonParser *p)
{
  gunichar c, low;

  if (!read_hex4 (p, &c))
    return FALSE;
  if (c >= 0xd800 && c < 0xdc00 && p->end - p->at >= 2 && p->at[0] == '\\' && p->at[1] == 'u')
    {
      p->at += 2;
      if (!read_hex4 (p, &low))
        return FALSE;
      c = (low >= 0xdc00 && low < 0xe000) ? 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00) : 0;
    }
  if (c == 0 || !g_unichar_validate (c))
    {
      cor_json_fail (p, COR_ERROR_PARSE, _ ("\\u in a text names no character"));
      return FALSE;
    }
  g_string_append_unichar (p->scratch, c);
  return TRUE;
}

static gboolean
read_escape (CorJsonParser *p)
{
  static const char from[] = "\"\\/bfnrt";
  static const char to[] = "\"\\/\b\f\n\r\t";
  const char *which;

  if (p->at < p->end && *p->at == 'u')
    {
      p->at++;
      return read_unicode_escape (p);
    }
  which = p->at < p->end && *p->at != '\0' ? strchr (from, *p->at) : NULL;
  if (which == NULL)
    {
      cor_json_fail (p, COR_ERROR_PARSE, _ ("a backslash in a text is followed by something it cannot escape"));
      return FALSE;
    }
  g_string_append_c (p->scratch, to[which - from]);
  p->at++;
  return TRUE;
}

/* At a quote: the text up to the next, its escapes resolved; %NULL on error. */
const char *
cor_json_read_string (CorJsonParser *p)
{
  const char *run = ++p->at;

  g_string_truncate (p->scratch, 0);
  for (; p->at < p->end && *p->at != '"';)
    {
      if ((guchar) *p->at < 0x20)
        {
          cor_json_fail (p, COR_ERROR_PARSE,
                _ ("a line break or control character stands inside a text; is its closing quote missing?"));
          return NULL;
        }
      if (*p->at != '\\')
        {
          p->at++;
          continue;
        }
      g_string_append_len (p->scratch, run, p->at - run);
      p->at++;
      if (!read_escape (p))
        return NULL;
      run = p->at;
    }
  if (p->at >= p->end)
    {
      cor_json_fail_expected (p, _ ("a closing quote"));
      return NULL;
    }
  g_string_append_len (p->scratch, run, p->at - run);
  p->at++;
  return cor_json_doc_store (p->doc, p->scratch->str, p->scratch->len);
}

static gboolean
skip_digits (CorJsonParser *p)
{
  const char *from = p->at;

  while (p->at < p->end && g_ascii_isdigit (*p->at))
    p->at++;
  return p->at > from;
}

gboolean
cor_json_read_number (CorJsonParser *p, CorJson *node)
{
  const char *from = p->at;
  char *copy;
  gboolean sound;

  if (*p->at == '-')
    p->at++;
  sound = p->at < p->end && *p->at == '0' ? (p->at++, TRUE) : skip_digits (p);
  if (sound && p->at < p->end && *p->at == '.')
    {
      p->at++;
      sound = skip_digits (p);
    }
  if (sound && p->at < p->end && (*p->at == 'e' || *p->at == 'E'))
    {
      p->at++;
      if (p->at < p->end && (*p->at == '+' || *p->at == '-'))
        p->at++;
      sound = skip_digits (p);
    }
  if (!sound || (p->at < p->end && (g_ascii_isalnum (*p->at) || *p->at == '.')))
    {
      cor_json_fail (p, COR_ERROR_PARSE, _ ("“%.*s” is not a number as JSON writes it"),
            (int) MIN (p->at - from + (p->at < p->end), 40), from);
      return FALSE;
    }
  copy = g_strndup (from, p->at - from);
  node->number = g_ascii_strtod (copy, NULL);
  g_free (copy);
  if (!isfinite (node->number))
    {
      cor_json_fail (p, COR_ERROR_RANGE, _ ("the number %.*s is too large"), (int) MIN (p->at - from, 40), from);
      return FALSE;
    }
  return TRUE;
}

gboolean
cor_json_read_word (CorJsonParser *p, CorJson *node)
{
  static const struct
  {
    const char *word;
    CorJsonType type;
    double number;
  } words[] = { { "true", COR_JSON_BOOLEAN, 1 }, { "false", COR_JSON_BOOLEAN, 0 }, { "null", COR_JSON_NULL, 0 } };
  const char *from = p->at;

  while (p->at < p->end && (g_ascii_isalnum (*p->at) || *p->at == '_'))
    p->at++;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if ((gsize) (p->at - from) == strlen (words[i].word) && strncmp (from, words[i].word, p->at - from) == 0)
      {
        node->type = words[i].type;
        node->number = words[i].number;
        return TRUE;
      }
  if (p->at > from)
    cor_json_fail (p, COR_ERROR_PARSE, _ ("“%.*s” is not a value that JSON knows"), (int) MIN (p->at - from, 40), from);
  else
    cor_json_fail_expected (p, _ ("a value"));
  return FALSE;
}
