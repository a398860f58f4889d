/* cor-json-parser.c: from JSON text to the tree of cor-json.h.
 *
 * The grammar is RFC 8259, "The JavaScript Object Notation (JSON) Data Interchange Format", 2017.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-json-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Objects of more members than this find a key that is there twice through a table. */
#define MANY_MEMBERS 16

typedef struct
{
  CorJsonDoc *doc;
  const char *at;
  const char *end;
  guint line;
  guint depth;
  guint n_values;
  GString *scratch;
  GError **error;
} Parser;

static CorJson *parse_value (Parser *p, CorJson *parent);

static void fail (Parser *p, CorError code, const char *format, ...) G_GNUC_PRINTF (3, 4);

static void
fail (Parser *p, CorError code, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (p->error, COR_ERROR, code, _ ("line %u: %s"), p->line, what);
}

/* Says what stands where something else was expected. */
static void
fail_expected (Parser *p, const char *expected)
{
  g_autofree char *found = NULL;

  if (p->at >= p->end)
    {
      fail (p, COR_ERROR_PARSE, _ ("the file ends where %s should follow; it may be cut off"), expected);
      return;
    }
  found = g_strndup (p->at, g_utf8_next_char (p->at) - p->at);
  if (g_ascii_iscntrl (*found))
    fail (p, COR_ERROR_PARSE, _ ("a control character stands where %s should follow"), expected);
  else
    fail (p, COR_ERROR_PARSE, _ ("“%s” stands where %s should follow"), found, expected);
}

static void
skip_space (Parser *p)
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
read_hex4 (Parser *p, gunichar *out)
{
  *out = 0;
  for (int i = 0; i < 4; i++, p->at++)
    {
      if (p->at >= p->end || !g_ascii_isxdigit (*p->at))
        {
          fail (p, COR_ERROR_PARSE, _ ("\\u in a text needs four hexadecimal digits"));
          return FALSE;
        }
      *out = *out * 16 + g_ascii_xdigit_value (*p->at);
    }
  return TRUE;
}

/* After "\u": one character, or two escapes that make one together. */
static gboolean
read_unicode_escape (Parser *p)
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
      fail (p, COR_ERROR_PARSE, _ ("\\u in a text names no character"));
      return FALSE;
    }
  g_string_append_unichar (p->scratch, c);
  return TRUE;
}

static gboolean
read_escape (Parser *p)
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
      fail (p, COR_ERROR_PARSE, _ ("a backslash in a text is followed by something it cannot escape"));
      return FALSE;
    }
  g_string_append_c (p->scratch, to[which - from]);
  p->at++;
  return TRUE;
}

/* At a quote: the text up to the next, its escapes resolved; %NULL on error. */
static const char *
read_string (Parser *p)
{
  const char *run = ++p->at;

  g_string_truncate (p->scratch, 0);
  for (; p->at < p->end && *p->at != '"';)
    {
      if ((guchar) *p->at < 0x20)
        {
          fail (p, COR_ERROR_PARSE,
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
      fail_expected (p, _ ("a closing quote"));
      return NULL;
    }
  g_string_append_len (p->scratch, run, p->at - run);
  p->at++;
  return cor_json_doc_store (p->doc, p->scratch->str, p->scratch->len);
}

static gboolean
skip_digits (Parser *p)
{
  const char *from = p->at;

  while (p->at < p->end && g_ascii_isdigit (*p->at))
    p->at++;
  return p->at > from;
}

static gboolean
read_number (Parser *p, CorJson *node)
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
      fail (p, COR_ERROR_PARSE, _ ("“%.*s” is not a number as JSON writes it"),
            (int) MIN (p->at - from + (p->at < p->end), 40), from);
      return FALSE;
    }
  copy = g_strndup (from, p->at - from);
  node->number = g_ascii_strtod (copy, NULL);
  g_free (copy);
  if (!isfinite (node->number))
    {
      fail (p, COR_ERROR_RANGE, _ ("the number %.*s is too large"), (int) MIN (p->at - from, 40), from);
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_word (Parser *p, CorJson *node)
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
    fail (p, COR_ERROR_PARSE, _ ("“%.*s” is not a value that JSON knows"), (int) MIN (p->at - from, 40), from);
  else
    fail_expected (p, _ ("a value"));
  return FALSE;
}

/* Whether the members have a key twice; names it. */
static gboolean
check_keys (Parser *p, const CorJson *object)
{
  g_autoptr (GHashTable) seen = object->n > MANY_MEMBERS ? g_hash_table_new (g_str_hash, g_str_equal) : NULL;

  for (const CorJson *a = object->first; a != NULL; a = a->next)
    {
      gboolean twice = seen != NULL && !g_hash_table_add (seen, (gpointer) a->key);

      for (const CorJson *b = object->first; seen == NULL && b != a && !twice; b = b->next)
        twice = strcmp (a->key, b->key) == 0;
      if (twice)
        return cor_json_set_error (a, COR_ERROR_DUPLICATE, p->error,
                                   _ ("the key “%s” is there twice; remove one"), a->key);
    }
  return TRUE;
}

/* One member of an object: key, colon, value. */
static CorJson *
parse_member (Parser *p, CorJson *object)
{
  const char *key;
  CorJson *child;

  if (p->at >= p->end || *p->at != '"')
    {
      fail_expected (p, _ ("a key in quotes"));
      return NULL;
    }
  if ((key = read_string (p)) == NULL)
    return NULL;
  skip_space (p);
  if (p->at >= p->end || *p->at != ':')
    {
      fail_expected (p, _ ("a colon"));
      return NULL;
    }
  p->at++;
  skip_space (p);
  if ((child = parse_value (p, object)) == NULL)
    return NULL;
  child->key = key;
  return child;
}

/* What stands between the brackets or braces of @node. */
static gboolean
parse_children (Parser *p, CorJson *node)
{
  gboolean is_object = *p->at == '{';
  char close = is_object ? '}' : ']';
  CorJson *last = NULL;

  node->type = is_object ? COR_JSON_OBJECT : COR_JSON_ARRAY;
  p->at++;
  skip_space (p);
  if (p->at < p->end && *p->at == close)
    {
      p->at++;
      return TRUE;
    }
  while (TRUE)
    {
      CorJson *child = is_object ? parse_member (p, node) : parse_value (p, node);

      if (child == NULL)
        return FALSE;
      child->index = node->n++;
      *(last ? &last->next : &node->first) = child;
      last = child;
      skip_space (p);
      if (p->at < p->end && *p->at == close)
        break;
      if (p->at >= p->end || *p->at != ',')
        {
          fail_expected (p, is_object ? _ ("a comma or “}”") : _ ("a comma or “]”"));
          return FALSE;
        }
      p->at++;
      skip_space (p);
    }
  p->at++;
  return !is_object || check_keys (p, node);
}

static gboolean
parse_any (Parser *p, CorJson *node)
{
  if (p->at < p->end && (*p->at == '{' || *p->at == '['))
    {
      gboolean sound;

      if (p->depth >= COR_JSON_MAX_DEPTH)
        {
          fail (p, COR_ERROR_TOO_LARGE, _ ("more than %u levels of brackets inside one another"), COR_JSON_MAX_DEPTH);
          return FALSE;
        }
      p->depth++;
      sound = parse_children (p, node);
      p->depth--;
      return sound;
    }
  if (p->at < p->end && *p->at == '"')
    {
      node->type = COR_JSON_STRING;
      return (node->string = read_string (p)) != NULL;
    }
  if (p->at < p->end && (*p->at == '-' || g_ascii_isdigit (*p->at)))
    {
      node->type = COR_JSON_NUMBER;
      return read_number (p, node);
    }
  return read_word (p, node);
}

static CorJson *
parse_value (Parser *p, CorJson *parent)
{
  CorJson *node;

  if (++p->n_values > COR_JSON_MAX_VALUES)
    {
      fail (p, COR_ERROR_TOO_LARGE, _ ("more than %u values; the program does not read files of that size"),
            COR_JSON_MAX_VALUES);
      return NULL;
    }
  node = cor_json_doc_alloc (p->doc);
  node->parent = parent;
  node->line = p->line;
  node->text = p->at;
  if (!parse_any (p, node))
    return NULL;
  node->text_length = p->at - node->text;
  return node;
}

/* The text has to be UTF-8 without NUL and not too long. */
static gboolean
check_text (Parser *p)
{
  const char *wrong;

  if (p->end - p->at > COR_JSON_MAX_BYTES)
    {
      fail (p, COR_ERROR_TOO_LARGE, _ ("the file is larger than %u MiB; the program does not read files of that size"),
            COR_JSON_MAX_BYTES / 1024 / 1024);
      return FALSE;
    }
  if (!g_utf8_validate (p->at, p->end - p->at, &wrong))
    {
      for (const char *c = p->at; c < wrong; c++)
        p->line += *c == '\n';
      fail (p, COR_ERROR_PARSE, _ ("the file is not text in UTF-8"));
      return FALSE;
    }
  if (p->end - p->at >= 3 && memcmp (p->at, "\xef\xbb\xbf", 3) == 0)
    p->at += 3;
  return TRUE;
}

CorJsonDoc *
cor_json_parse (GBytes *bytes, GError **error)
{
  return cor_json_parse_part (bytes, 0, error);
}

CorJsonDoc *
cor_json_parse_part (GBytes *bytes, guint depth, GError **error)
{
  g_autoptr (CorJsonDoc) doc = cor_json_doc_new (bytes);
  g_autoptr (GString) scratch = g_string_new (NULL);
  Parser p = { .doc = doc, .line = 1, .depth = depth, .scratch = scratch, .error = error };
  CorJson *root;
  gsize length;

  p.at = g_bytes_get_data (bytes, &length);
  p.at = p.at ? p.at : "";
  p.end = p.at + length;
  if (!check_text (&p))
    return NULL;
  skip_space (&p);
  if (p.at >= p.end)
    {
      fail (&p, COR_ERROR_PARSE, _ ("the file is empty"));
      return NULL;
    }
  if ((root = parse_value (&p, NULL)) == NULL)
    return NULL;
  cor_json_doc_set_root (doc, root);
  skip_space (&p);
  if (p.at < p.end)
    {
      fail_expected (&p, _ ("the end of the file"));
      return NULL;
    }
  return g_steal_pointer (&doc);
}
